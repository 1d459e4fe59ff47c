"""References to documents and to the dataset: BibTeX and CSL-JSON that other programs accept."""

import json
import re
from datetime import date
from typing import Any

import pytest
from bibtexparser.entrypoint import parse_string
from hypothesis import given
from hypothesis import strategies as st

from icc_cli.api import IccDataset
from icc_cli.database.store import Store
from icc_cli.queries.show import Document
from icc_cli.treaty.dates import PartialDate, spell
from icc_cli.treaty.details import DocumentKind
from icc_cli.views import bibliography, citations
from tests.support.places import TODAY
from tests.support.references import entries, rendered

CSL_TYPES = {"document", "legislation", "article-newspaper", "webpage", "dataset"}
CSL_KEYS = {"id", "type", "title", "number", "publisher", "issued", "URL", "version", "note"}


def document(**given: Any) -> Document:
    nothing = dict.fromkeys(("symbol", "url", "url_known", "date"))
    return Document(**{"key": "x-1", "title": "A title", "kind": "other", **nothing, **given})


def test_every_document_is_a_valid_bibtex_entry_that_says_what_the_record_says(
    dataset: IccDataset, store: Store
) -> None:
    names = [f"document:{row['key']}" for row in store.rows("SELECT key FROM document")]
    found = dataset.cite(*names, on=TODAY)
    parsed = entries(citations.bibtex(found))
    raw = {entry.key: entry for entry in parse_string(citations.bibtex(found)).entries}
    documents = [one for citation in found for one in citation.documents]
    assert len(documents) == len(names)
    itself = f"icc-dataset-{store.meta['version']}"
    assert list(parsed) == [*(one.key for one in documents), itself]
    for one in documents:
        entry = parsed[one.key]
        assert entry["title"] == one.title
        assert (one.symbol or "") in entry.get("howpublished", "")
        assert ("url" in entry) == bool(one.url)
        if one.url:
            assert raw[one.key]["url"] == one.url
        day = one.date.isoformat().split("-") if one.date else []
        assert ("year" in entry, "month" in entry, "day" in entry) == tuple(len(day) > part for part in range(3))
        assert entry.get("year", "") == "".join(day[:1])
    checked = spell(date.fromisoformat(store.meta["checked"]))
    assert parsed[itself]["note"].startswith(f"Checked through {checked}. Licence: {store.meta['licence']}.")


def test_every_document_is_a_csl_item_that_a_citation_processor_renders(dataset: IccDataset, store: Store) -> None:
    names = [f"document:{row['key']}" for row in store.rows("SELECT key FROM document")]
    items = json.loads(json.dumps(citations.csl(dataset.cite(*names, on=TODAY))))
    lines = rendered(items)
    assert len(items) == len(lines) == len(names) + 1
    for item, line in zip(items, lines, strict=True):
        assert set(item) <= CSL_KEYS
        assert {"id", "type", "title"} <= set(item)
        assert item["type"] in CSL_TYPES
        assert item["title"].split("'")[0].split('"')[0].rstrip(".") in line
        assert item.get("URL", "") in line
        for parts in item.get("issued", {}).get("date-parts", []):
            assert 1 <= len(parts) <= 3
            assert all(isinstance(part, int) for part in parts)
            assert str(parts[0]) in line
    assert {item["type"] for item in items} == CSL_TYPES


def test_dates_stay_as_partial_as_they_are_known() -> None:
    month, year = document(date=PartialDate(2016, 11)), document(date=PartialDate(2016))
    assert bibliography.csl(month)["issued"] == {"date-parts": [[2016, 11]]}
    assert bibliography.csl(year)["issued"] == {"date-parts": [[2016]]}
    assert "issued" not in bibliography.csl(document())
    assert "month = nov" in bibliography.bibtex(month)
    assert "day" not in bibliography.bibtex(month)
    assert "month" not in bibliography.bibtex(year)
    assert "year" not in bibliography.bibtex(document())


def test_a_document_without_symbol_address_and_day_is_its_title_alone() -> None:
    assert bibliography.bibtex(document()) == "@misc{x-1,\n  title = {{A title}},\n}\n"
    assert bibliography.csl(document()) == {"id": "x-1", "type": "webpage", "title": "A title"}


def test_every_kind_of_document_has_a_csl_type() -> None:
    assert {bibliography.csl(document(kind=kind))["type"] for kind in DocumentKind} <= CSL_TYPES
    assert bibliography.csl(document(kind="state", symbol="Law 1"))["type"] == "legislation"
    assert bibliography.csl(document(kind="state"))["type"] == "document"


@pytest.mark.parametrize(
    "text", ["50% & more #1 $x_y", "a {b} c", "lone } brace", "lone { brace", "~^\\ é ü ł", "@misc{x,"]
)
def test_special_characters_are_escaped_and_come_back(text: str) -> None:
    written = bibliography.bibtex(document(title=text, symbol=text))
    entry = entries(written)["x-1"]
    raw = parse_string(written).entries[0]
    assert not re.search(r"(?<!\\)[&%$#_]", raw["title"])
    if not set(text) & set("{}"):
        assert (entry["title"], entry["howpublished"]) == (text, text)


@given(st.text(min_size=1), st.text(max_size=30))
def test_no_title_breaks_a_bibtex_file(title: str, symbol: str) -> None:
    library = parse_string(bibliography.bibtex(document(title=title, symbol=symbol)))
    assert library.failed_blocks == []
    assert [entry.key for entry in library.entries] == ["x-1"]


def test_an_address_with_braces_keeps_the_entry_whole() -> None:
    written = bibliography.bibtex(document(url="https://example.org/{a}?x=%20&y=_#z"))
    assert entries(written).keys() == {"x-1"}
    assert "https://example.org/%7Ba%7D?x=%20&y=_#z" in written
