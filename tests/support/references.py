"""Citations as the programs read them that people cite with: a BibTeX parser, and a citation processor."""

from typing import Any

from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc import Citation as Cited  # type: ignore[import-untyped]
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON  # type: ignore[import-untyped]


def entries(text: str) -> dict[str, dict[str, str]]:
    """Return the fields of each entry as a BibTeX parser reads them, with TeX turned back into characters."""
    library = parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert library.failed_blocks == []
    assert {entry.entry_type for entry in library.entries} <= {"misc"}
    return {entry.key: {one.key: _text(one.value) for one in entry.fields} for entry in library.entries}


def _text(value: object) -> str:
    """Return a value without the braces that protect it; this parser reads \\textasciicircum as an accent."""
    return str(value).strip("{}").replace("\u02c6", "^")


def rendered(items: list[dict[str, Any]]) -> list[str]:
    """Return each item as a citation processor writes it in a real style; its warnings are errors here."""
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography_of = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    for item in items:
        bibliography_of.register(Cited([CitationItem(item["id"])]))
    return [str(line) for line in bibliography_of.bibliography()]
