"""Documents as XML: read in the form and encoding they have; hostile and foreign ones are refused in one line."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icc_cli.database.store import Store
from icc_cli.depositary import fetch, xml
from icc_cli.depositary.compare import compare
from icc_cli.depositary.table import Problem
from icc_cli.depositary.treaties import recognise
from icc_cli.errors import DocumentError
from tests.support.comparing import told
from tests.support.places import TODAY
from tests.support.untc import Made

Run = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize("root", ["MTDSG", "Treaty"])
def test_footnotes_as_elements_and_a_bare_root_are_read_as_well(root: str, made: Made, store: Store) -> None:
    made.escaped = False
    content = made.xml()
    assert b"<superscript>" in content
    if root == "Treaty":
        content = content.replace(b"<MTDSG>", b"").replace(b"</MTDSG>", b"")
    table = xml.read(content, "made.xml")
    assert compare(store, table, recognise(store, table.header, ""), TODAY).differences == ()
    assert "Burundi" in {one.participant for one in table.rows}


@pytest.mark.parametrize("encoding", ["ISO-8859-1", "UTF-8", "UTF-16", "windows-1252"])
def test_the_declared_encoding_is_honoured(encoding: str, made: Made, store: Store) -> None:
    table = xml.read(made.xml(encoding), "made.xml")
    assert {"Türkiye", "Côte d'Ivoire"} & {one.participant for one in table.rows} == {"Côte d'Ivoire"}
    assert compare(store, table, recognise(store, table.header, ""), TODAY).differences == ()


def test_a_wrongly_declared_encoding_is_loud(made: Made, store: Store) -> None:
    made.row("Kenya")[2] = "15\u00a0Mar 2005"
    content = made.xml("UTF-8").replace(b'encoding="UTF-8"', b'encoding="ISO-8859-1"')
    table = xml.read(content, "made.xml")
    found = compare(store, table, recognise(store, table.header, ""), TODAY)
    assert {one[:2] for one in told(found)} == {("not-understood", "unreadable-date")}  # names are mended
    assert "CÃ´te d'Ivoire" in {one.participant for one in table.rows}


def test_text_between_the_cells_of_a_row_is_told(made: Made, store: Store) -> None:
    for place, where in ((b"<Entry>Kenya", made.rows.index(made.row("Kenya")) + 1), (b"<Entry>Participant", None)):
        content = made.xml().replace(place, b"except Lamu" + place)
        table = xml.read(content, "made.xml")
        assert [(one.problem, one.text, one.row) for one in table.unread] == [
            (Problem.UNKNOWN_ELEMENT, "except Lamu", where)
        ]


BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol">'
    + b"".join(f'<!ENTITY {new} "{f"&{old};" * 10}">'.encode() for old, new in zip("abcdefgh", "bcdefghi", strict=True))
    + b"]><Treaty>&i;</Treaty>"
)


HOSTILE = {
    "a DOCTYPE": (b'<!DOCTYPE Treaty SYSTEM "http://127.0.0.1:9/x.dtd"><Treaty/>', "a DOCTYPE, which is refused"),
    "an entity bomb": (BOMB, "a DOCTYPE, which is refused"),
    "a foreign file": (
        b'<!DOCTYPE t [<!ENTITY x SYSTEM "file:///etc/passwd">]><Treaty>&x;</Treaty>',
        "a DOCTYPE, which is refused",
    ),
    "a web page": (b"<!DOCTYPE html><html><p>Sorry<br></html>", "is a web page without the depositary's table"),
    "an older web page": (b"\n<HTML><p>Sorry<br></HTML>", "is a web page without the depositary's table"),
    "an XHTML page": (b'<html xmlns="http://www.w3.org/1999/xhtml"><p/></html>', "is a web page without the"),
    "nothing": (b"", "is not XML (it is empty)"),
    "blanks": (b" \n ", "is not XML (it is empty)"),
    "no XML": (b"Participant;Signature\nKenya;1999", "is not XML (not well-formed"),
    "half of it": (b"<Treaty><Participants>", "is not XML (no element found"),
    "an unknown encoding": (b'<?xml version="1.0" encoding="klingon"?><Treaty/>', "is not XML (unknown encoding"),
    "a wrong encoding": (b'<?xml version="1.0" encoding="UTF-8"?><Treaty>\xff</Treaty>', "is not XML (not well-formed"),
    "nesting": (b"<Treaty>" * 200_000, "is nested more than 100 deep"),
    "no table": (b"<Treaty><ExternalData/></Treaty>", "holds no table of participants"),
    "two treaties": (b"<M><Treaty/><Treaty/></M>", "holds 2 treaties"),
    "another root": (b"<rss/>", "holds no treaty: it begins with <rss>"),
    "too much": (b" " * (fetch.LIMIT + 1), "is larger than 10 MB"),
}


@pytest.mark.parametrize(("content", "said"), HOSTILE.values(), ids=HOSTILE)
def test_a_document_that_is_no_table_is_refused_in_one_line(
    content: bytes, said: str, icc: Run, tmp_path: Path
) -> None:
    (tmp_path / "table.xml").write_bytes(content)
    code, out, err = icc("data", "compare", str(tmp_path / "table.xml"))
    assert (code, out, err.count("\n")) == (3, "", 1)
    assert said in err


def test_a_table_without_titles_or_without_a_known_state_is_refused(made: Made, icc: Run, tmp_path: Path) -> None:
    path = tmp_path / "table.xml"
    for columns, rows, said in (
        ([], made.rows, "without a column of participants or of days"),
        (["Participant", "x", "y"], made.rows, "without a column of participants or of days"),
        (["x", "Signature", "y"], made.rows, "without a column of participants or of days"),
        (made.columns, [["Atlantis", "1 Jan 1999", ""]], "none of the 1 participants is a State"),
        (made.columns, [["Kenya", "1 Jan 1999"]], "in which no row was understood: 'Kenya | 1 Jan 1999'"),
        (made.columns, [["", "", ""]], "in which no row was understood"),
    ):
        spoilt = Made(made.title, columns, rows, "0", "0")
        path.write_bytes(spoilt.xml())
        code, _, err = icc("data", "compare", str(path))
        assert (code, err.count("\n")) == (3, 1)
        assert said in err


@given(content=st.binary(max_size=200))
@settings(max_examples=200, deadline=None)
def test_no_document_ends_in_a_traceback(content: bytes) -> None:
    for text in (content, b"<Treaty>" + content + b"</Treaty>", b"<Treaty><Participants>" + content):
        with pytest.raises(DocumentError):
            xml.read(text, "made.xml")


@pytest.mark.parametrize("filler", [b" ", b"<!-- " + b"x" * 9_000_000 + b" -->", b"<a/>" * 2_000_000])
def test_a_large_document_is_read_or_refused_soon(filler: bytes) -> None:
    begun = monotonic()
    with pytest.raises(DocumentError, match=r"holds no table of participants|has more than 100,000 elements"):
        xml.read(b"<Treaty>" + filler + b"</Treaty>", "made.xml")
    assert monotonic() - begun < 10


def test_a_doctype_after_a_long_comment_is_refused_too() -> None:
    with pytest.raises(DocumentError, match="DOCTYPE, which is refused"):
        xml.read(b"<!-- " + b"x" * 10_000 + b" -->" + BOMB.partition(b"?>")[2], "made.xml")
