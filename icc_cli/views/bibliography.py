"""A document, or the dataset, in the languages of bibliographies: a BibTeX entry, a CSL-JSON item."""

from typing import Any

from icc_cli.queries.cite import Dataset
from icc_cli.queries.show import Document
from icc_cli.treaty.dates import AnyDate, PartialDate, spell
from icc_cli.treaty.details import DocumentKind

_PUBLISHER = {
    DocumentKind.DEPOSITARY: "United Nations",
    DocumentKind.UNITED_NATIONS: "United Nations",
    DocumentKind.COURT: "International Criminal Court",
    DocumentKind.PROSECUTOR: "International Criminal Court, Office of the Prosecutor",
    DocumentKind.COURT_INFORMATION: "International Criminal Court",
    DocumentKind.ASSEMBLY: "Assembly of States Parties to the Rome Statute",
}
"""Who published a document, where its kind says so. Of the others, the title begins with whose it is."""

_TYPE = {
    DocumentKind.DEPOSITARY: "document",
    DocumentKind.UNITED_NATIONS: "document",
    DocumentKind.COURT: "document",
    DocumentKind.PROSECUTOR: "document",
    DocumentKind.COURT_INFORMATION: "webpage",
    DocumentKind.ASSEMBLY: "document",
    DocumentKind.STATE: "legislation",
    DocumentKind.ORGANISATION: "document",
    DocumentKind.PRESS: "article-newspaper",
    DocumentKind.CIVIL_SOCIETY: "webpage",
    DocumentKind.OTHER: "webpage",
}
"""The CSL type of each kind; a State's document without a symbol is not a law but a `document`."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
    }
)
"""Braces by name, since BibTeX counts even escaped ones."""

_URL = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})


def publisher(document: Document) -> str | None:
    """Return who published a document; None where only its title says so."""
    return _PUBLISHER.get(DocumentKind(document.kind))


def bibtex(document: Document) -> str:
    """Return a document as a BibTeX entry under its key."""
    return _entry(
        document.key,
        title=_title(document.title),
        howpublished=_text(", ".join(filter(None, [publisher(document), document.symbol]))),
        **_date(document.date),
        url=_address(document.url),
    )


def dataset_bibtex(dataset: Dataset) -> str:
    """Return the dataset as a BibTeX entry, dated by the day through which it was checked."""
    return _entry(
        dataset.key,
        title=_title(dataset.title),
        howpublished=_text(f"Dataset, version {dataset.version}"),
        **_date(dataset.checked),
        note=_text(particulars(dataset)),
    )


def csl(document: Document) -> dict[str, Any]:
    """Return a document as a CSL-JSON item (CSL 1.0.2) under its key."""
    kind = DocumentKind(document.kind)
    item = {
        "id": document.key,
        "type": "document" if kind == DocumentKind.STATE and not document.symbol else _TYPE[kind],
        "title": document.title,
        "number": document.symbol,
        "publisher": publisher(document),
        "issued": {"date-parts": [_parts(document.date)]} if document.date else None,
        "URL": document.url,
    }
    return {name: value for name, value in item.items() if value}


def dataset_csl(dataset: Dataset) -> dict[str, Any]:
    """Return the dataset as a CSL-JSON item, dated by the day through which it was checked."""
    return {
        "id": dataset.key,
        "type": "dataset",
        "title": dataset.title,
        "version": dataset.version,
        "issued": {"date-parts": [_parts(dataset.checked)]},
        "note": particulars(dataset),
    }


def particulars(dataset: Dataset) -> str:
    """Return as text what belongs to a citation of the dataset beside title and version."""
    return f"Checked through {spell(dataset.checked)}. Licence: {dataset.licence}. Answer for {spell(dataset.on)}."


def _entry(key: str, **values: str) -> str:
    lines = [f"  {name} = {value}" for name, value in values.items() if value]
    return ",\n".join([f"@misc{{{key}", *lines]) + ",\n}\n"


def _title(title: str) -> str:
    """Protect a title by a second pair of braces: no style may change its capitals."""
    return "{" + _text(title) + "}"


def _text(text: str) -> str:
    return "{" + " ".join(text.split()).translate(_TEX) + "}" if text else ""


def _address(url: str | None) -> str:
    """Return an address as it is, which is how BibTeX styles read it; braces alone must be percent-encoded."""
    return "{" + url.translate(_URL) + "}" if url else ""


def _date(day: AnyDate | None) -> dict[str, str]:
    """Return what is known of a date. A month is BibTeX's own word, which each style writes in its language."""
    if day is None:
        return {}
    year, *rest = _parts(day)
    found = {"year": f"{{{year}}}"}
    if rest:
        found["month"] = _MONTHS[rest[0] - 1]
    if len(rest) > 1:
        found["day"] = f"{{{rest[1]}}}"
    return found


def _parts(day: AnyDate) -> list[int]:
    if isinstance(day, PartialDate):
        return [day.year] if day.month is None else [day.year, day.month]
    return [day.year, day.month, day.day]
