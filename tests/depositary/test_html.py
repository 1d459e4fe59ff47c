"""The depositary's web page, saved in a browser: MADE to a description, as no real copy was at hand (see untc)."""

from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icc_cli.api import IccDataset
from icc_cli.database.store import Store
from icc_cli.depositary import html, reading
from icc_cli.depositary.compare import Comparison, compare
from icc_cli.depositary.table import Field
from icc_cli.depositary.treaties import recognise
from icc_cli.errors import DocumentError
from tests.support import untc
from tests.support.comparing import told
from tests.support.loopback import send, serving
from tests.support.places import TODAY
from tests.support.untc import Made

Run = Callable[..., tuple[int, str, str]]
Paged = Callable[[bytes], Comparison]
ON = ("--on", TODAY.isoformat())


@pytest.fixture
def paged(store: Store) -> Paged:
    """Compare a page with the record."""

    def call(content: bytes) -> Comparison:
        read = reading.read(content, "page.html")
        return compare(store, read, recognise(store, read.header, "page.html"), TODAY)

    return call


def test_nothing_differs_from_a_page_whether_a_file_an_address_or_stdin(
    made: Made, icc: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(made.page())))
    (tmp_path / "page.html").write_bytes(made.page())
    with serving(lambda handler: send(handler, 200, made.page())) as address:
        for place in (str(tmp_path / "page.html"), f"{address}/Pages/ViewDetails.aspx?token=x", "-"):
            code, out, err = icc("data", "compare", place, *ON)
            assert (code, err) == (0, "")
            compared = f"{made.parties} parties, {made.signatories} signatories compared; 2 withdrawn, in brackets."
            assert f"Nothing differs: {compared}" in out


def test_a_page_says_the_same_as_the_xml(made: Made, dataset: IccDataset) -> None:
    for one in (made, untc.agreement(dataset), untc.amendment(dataset, "aggression-2010", "b")):
        assert reading.read(one.page(), "x") == reading.read(one.xml(), "x")


def test_a_page_has_the_chapter_the_number_and_the_counts_in_its_head(made: Made) -> None:
    head = html.read(made.page(), "x").header
    assert (head.chapter, head.number) == ("XVIII", "10")
    assert head.counts == {Field.SIGNATURE: int(made.signatories or 0), Field.DEPOSIT: int(made.parties or 0)}
    made.title, made.apart, made.parties = "Amendments to the Rome Statute", ("10", "b"), "45 or 46"
    read = html.read(made.page(), "x")
    assert read.header.number == "10.b"
    assert [one.text for one in read.unread] == ["Parties: 45 or 46"]


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "windows-1252", "utf-16"])
def test_the_encoding_that_a_page_names_is_honoured(encoding: str, made: Made, paged: Paged) -> None:
    made.row("Côte d'Ivoire")
    assert paged(made.page(encoding)).differences == ()
    assert paged(b"\xef\xbb\xbf" + made.page()).differences == ()


def test_a_page_in_another_encoding_than_it_names_is_loud(made: Made, paged: Paged) -> None:
    made.row("Kenya")[2] = "15\u00a0Mar 2005"
    found = paged(made.page().replace(b"charset=utf-8", b"charset=iso-8859-1"))
    assert {one[:2] for one in told(found)} == {("not-understood", "unreadable-date")}  # names are mended
    with pytest.raises(DocumentError, match=r"not in the encoding it says \(utf-8\)"):
        paged(made.page("iso-8859-1").replace(b"charset=iso-8859-1", b"charset=utf-8"))
    with pytest.raises(DocumentError, match=r"an encoding that is not read here \(punycode\)"):
        paged(made.page().replace(b"charset=utf-8", b"charset=punycode"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<td>Kenya</td>", "<td><span>Kenya</span> <sup><a href='#1'>1, 2</a></sup></td>"),
        ("<td>Kenya</td>", "<TD class=x><p>Kenya</p><!-- 6 --></TD>"),
        ("<tr><td>Kenya</td>", "<tr><td>Kenya"),
        ("15 Mar&nbsp; 2005", "15&#160;Mar<br/>2005"),
        ("</tbody>", "<tr><td>&nbsp;<td><td></tr></tbody>"),
        ("</tbody></table>", "</table>"),
        ("<tbody><tr><th>Participant", "<thead><tr><th>Participant<sup>1</sup>"),
        ("_tblgrid", "_other"),
    ],
)
def test_markup_that_says_nothing_changes_nothing(old: str, new: str, made: Made, paged: Paged) -> None:
    assert old in made.page().decode()
    assert paged(made.page().decode().replace(old, new, 1).encode()).differences == ()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("<td>Kenya</td>", "<td>Kenya</td> except Lamu ", ("unknown-element", "except Lamu")),
        ("<tr><td>Kenya</td>", "and <tr><td>Kenya</td>", ("unknown-element", "and")),
        ("15 Mar&nbsp; 2005", "<s>15 Mar&nbsp; 2005</s>", ("unreadable-date", "<s>15 Mar 2005</s>")),
        (
            "15 Mar&nbsp; 2005",
            "15 Mar 2005<table><tr><td>a</table>",
            ("unreadable-date", "15 Mar 2005<table>a</table>"),
        ),
        (
            "15 Mar&nbsp; 2005",
            "15 Mar 2005<sup>a</sup>",
            ("unreadable-date", "15 Mar 2005<superscript>a</superscript>"),
        ),
        ("15 Mar&nbsp; 2005", "soon", ("unreadable-date", "soon")),
        (
            "</tbody>",
            "<tr><td colspan=3>Atlantis, 1 Jan 1999</td></tr></tbody>",
            ("wrong-cells", "Atlantis, 1 Jan 1999"),
        ),
        (
            "</tbody>",
            "<tr><td>Atlantis<td>1 Jan 1999<td></tr></tbody>",
            ("unknown-participant", "Atlantis | signature: 1999-01-01"),
        ),
    ],
)
def test_what_is_not_understood_in_a_page_is_told_word_for_word(
    old: str, new: str, expected: tuple[str, str], made: Made, paged: Paged
) -> None:
    assert old in made.page().decode()
    found = told(paged(made.page().decode().replace(old, new, 1).encode()))
    assert [tuple(" ".join(part.split()) for part in one) for one in found] == [("not-understood", *expected)]


def test_an_unknown_column_of_a_page_is_told(made: Made, paged: Paged) -> None:
    made.columns[1] = "Signature, Succession to signature(d)"
    assert told(paged(made.page())) == [
        ("not-understood", "unknown-column", "Signature, Succession to signature(d)"),
        ("not-understood", "no-column", "signature"),
    ]


GRID = b"<html><table id=x_tblgrid><tr><td>Participant<td>Signature<tr><td>Kenya"
SPOILT = {
    "no table": (b"<html><p>Request rejected", "is a web page without the depositary's table of participants"),
    "another table": (b"<html><table><tr><td>1</table>", "is a web page without the depositary's table"),
    "cut off in the table": (GRID, "is cut off: its table of participants does not end"),
    "cut off in a tag": (GRID + b"</table", "is cut off: its table of participants does not end"),
    "a comment that never ends": (GRID + b"<!-- </table>", "is cut off: its table of participants does not end"),
    "an empty table": (b"<html><table id=tblgrid></table>", "without a column of participants or of days"),
    "no rows": (b"<html><table><tr><td>Participant<td>Signature</table>", "holds no table of participants"),
    "no row understood": (GRID + b"</table>", "no row was understood: 'Kenya'"),
    "nesting": (b"<html>" + b"<table><tr><td>" * 50_000, "is nested more than 100 deep"),
    "too many elements": (b"<html>" + b"<br>" * 400_004, "has more than 100,000 elements"),
    "too many pieces of text": (b"<html>" + b"<" * 400_004, "has more than 100,000 elements"),
    "a number without end": (b"<html>&#" + b"9" * 5000 + b";<p>", "is a web page with spoilt markup"),
    "a declaration that is none": (b"<html><![x[", "is a web page"),
    "comments": (b"<html>" + b"<!--" * 1_000_000, "is a web page without the depositary's table"),
    "comments before the page": (b"<!--" * 1_000_000 + b"<html>", "is not XML"),
    "quotes": (b"<html><a " + b"=' \"" * 1_000_000, "is a web page without the depositary's table"),
}


@pytest.mark.parametrize(("content", "said"), SPOILT.values(), ids=SPOILT)
def test_a_page_without_a_whole_table_is_refused_in_one_line(
    content: bytes, said: str, icc: Run, tmp_path: Path
) -> None:
    (tmp_path / "page.html").write_bytes(content)
    code, out, err = icc("data", "compare", str(tmp_path / "page.html"))
    assert (code, out, err.count("\n")) == (3, "", 1)
    assert said in err


@given(content=st.text("<>/!-[]&#;='\" \n" + "tabledrhpsuxign0123", max_size=200))
@settings(max_examples=300, deadline=None)
def test_no_page_ends_in_a_traceback(content: str) -> None:
    for text in (f"<html>{content}", f"<html><table id=tblgrid><tr><td>{content}</table>"):
        with pytest.raises(DocumentError):
            html.read(text.encode(), "page.html")


@pytest.mark.parametrize(
    ("start", "page"),
    [
        (b"<!DOCTYPE html>", True),
        (b"\xef\xbb\xbf \n<!-- a --><!-- b -->\n<HTML lang=en>", True),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html>', True),
        ("\ufeff<html>".encode("utf-16-le"), True),
        (b"<table id='x_tblgrid'>", True),
        (b'<?xml version="1.0"?><MTDSG><Treaty><html>', False),
        (b"<!-- <html> --><Treaty>", False),
        (b"<!DOCTYPE Treaty><html>", False),
        (b"", False),
    ],
)
def test_a_page_is_told_from_xml_by_how_it_begins(start: bytes, page: bool) -> None:
    assert html.is_page(start) is page
