"""`icc data compare`, on tables MADE to a description of the depositary's form: no real copy was at hand (see untc)."""

import json
import re
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO, TextIOWrapper
from pathlib import Path
from time import monotonic
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from icc_cli.api import IccDataset
from icc_cli.database.store import Store
from icc_cli.depositary import fetch, xml
from icc_cli.depositary.compare import Comparison, Difference, Kind, compare
from icc_cli.depositary.table import MARKS, Column, Field, Problem, column, row
from icc_cli.depositary.treaties import recognise, treaties
from icc_cli.errors import DocumentError
from icc_cli.treaty.details import Instrument
from icc_cli.views.compare import _KIND, _PROBLEM, _TO_DO
from tests import untc
from tests.untc import TODAY, Made

Run = Callable[..., tuple[int, str, str]]
ON = ("--on", TODAY.isoformat())
AMENDMENTS = {
    "a": "war-crimes-niac-2010",
    "b": "aggression-2010",
    "c": "article-124-2015",
    "d": "biological-weapons-2017",
    "e": "undetectable-fragments-2017",
    "f": "blinding-lasers-2017",
}


@pytest.fixture
def made(dataset: IccDataset) -> Made:
    """The table of the Statute as the dataset has it, to be spoilt."""
    return untc.statute(dataset)


@pytest.fixture
def against(store: Store) -> Callable[[Made], Comparison]:
    """Compare a made table with the dataset."""

    def call(table: Made, on: date = TODAY) -> Comparison:
        read = xml.read(table.xml(), "made.xml")
        return compare(store, read, recognise(store, read.header, "made.xml"), on)

    return call


def told(found: Comparison) -> list[tuple[str, ...]]:
    """Return each difference in a few words: kind, State or row, column, their value, ours."""
    return [tuple(str(part) for part in _parts(one) if part is not None) for one in found.differences]


def _parts(one: Difference) -> tuple[object, ...]:
    if one.kind == Kind.NOT_UNDERSTOOD:
        return one.kind, one.problem, one.theirs
    return one.kind, one.iso3, one.field, one.theirs, one.ours


Against = Callable[..., Comparison]


# -- nothing differs


def test_nothing_differs_from_a_table_of_the_statute_made_from_the_dataset(
    made: Made, icc: Run, tmp_path: Path
) -> None:
    (tmp_path / "table.xml").write_bytes(made.xml())
    code, out, err = icc("data", "compare", str(tmp_path / "table.xml"), *ON)
    assert (code, err) == (0, "")
    assert "Nothing differs: 125 parties, 139 signatories compared; 2 withdrawn, in brackets." in out
    assert out.startswith("Rome Statute of the International Criminal Court")


def test_nothing_differs_from_the_agreement_s_table(dataset: IccDataset, against: Against) -> None:
    found = against(untc.agreement(dataset))
    assert (found.table.treaty, found.differences) == ("agreement", ())
    assert (found.table.parties, found.table.signatories) == (78, 62)
    assert found.table.gaps
    assert "San Marino" in found.table.gaps


@pytest.mark.parametrize(("letter", "name"), AMENDMENTS.items())
def test_nothing_differs_from_an_amendment_s_table(
    letter: str, name: str, dataset: IccDataset, against: Against
) -> None:
    table = untc.amendment(dataset, name, letter)
    found = against(table)
    assert (found.table.treaty, found.differences) == (name, ())
    assert found.table.parties == len(table.rows) > 0


def test_where_the_dataset_does_not_know_the_instrument_theirs_is_more_precise(
    dataset: IccDataset, against: Against
) -> None:
    found = against(untc.amendment(dataset, "starvation-2019", "g"))
    assert {(one.kind, one.theirs, one.ours) for one in found.differences} == {
        (Kind.MORE_PRECISE, "ratification", "unspecified")
    }
    assert len(found.differences) == 16


def test_an_older_table_agrees_with_the_dataset_of_its_day(dataset: IccDataset, against: Against) -> None:
    on = date(2016, 11, 16)
    table = untc.statute(dataset, on)
    assert against(table, on).differences == ()
    assert against(table, on).table.withdrawn == 0
    assert {one.kind for one in against(table).differences} == {Kind.MISSING_THERE, Kind.BRACKETS, Kind.COUNT}


@pytest.mark.parametrize("root", ["MTDSG", "Treaty"])
def test_footnotes_as_elements_and_a_bare_root_are_read_as_well(root: str, made: Made, store: Store) -> None:
    made.escaped = False
    content = made.xml()
    assert b"<superscript>" in content
    if root == "Treaty":
        content = content.replace(b"<MTDSG>", b"").replace(b"</MTDSG>", b"")
    table = xml.read(content, "made.xml")
    assert compare(store, table, recognise(store, table.header, ""), TODAY).differences == ()
    assert next(one for one in table.rows if one.participant == "Burundi").notes == ("5",)


@pytest.mark.parametrize("encoding", ["ISO-8859-1", "UTF-8", "UTF-16", "windows-1252"])
def test_the_declared_encoding_is_honoured(encoding: str, made: Made, store: Store) -> None:
    table = xml.read(made.xml(encoding), "made.xml")
    assert {"Türkiye", "Côte d'Ivoire"} & {one.participant for one in table.rows} == {"Côte d'Ivoire"}
    assert compare(store, table, recognise(store, table.header, ""), TODAY).differences == ()


def test_an_accession_taken_back_may_be_missing_or_in_brackets(made: Made, against: Against) -> None:
    made.rows.append(["Malaysia", "", "[4 Mar 2019 a]"])
    found = against(made)
    assert (found.differences, found.table.withdrawn) == ((), 3)
    made.rows[-1][2] = "4 Mar 2019 a"
    assert told(against(made)) == [("brackets", "MYS", "not-withdrawn", "withdrawn")]


@pytest.mark.parametrize(
    "cells",
    [
        ["[Burundi]", "13 Jan 1999", "21 Sep 2004"],
        ["[Burundi<superscript>5</superscript>]", "[13 Jan 1999]", "[21 Sep 2004]"],
        ["[Burundi", "13 Jan 1999", "21 Sep 2004]"],
        ["Burundi", "13 Jan 1999", "[21 Sep 2004]"],
        ["Burundi", "[ 13 Jan\t 1999 ]", "[ 21 Sep\t 2004 ]<superscript>5</superscript>"],
    ],
)
def test_brackets_may_stand_around_the_row_the_name_or_the_day(cells: list[str], made: Made, against: Against) -> None:
    made.row("Burundi")[:] = cells
    assert against(made).differences == ()


# -- one edit, one line


def change(participant: str, **cells: str) -> Callable[[Made], None]:
    def edit(made: Made) -> None:
        found = made.row(participant)
        for index, name in enumerate(("name", "signature", "deposit")):
            found[index] = cells.get(name, found[index])

    return edit


def lose(name: str) -> Callable[[Made], None]:
    return lambda made: made.rows.remove(made.row(name))


def gain(*cells: str) -> Callable[[Made], None]:
    return lambda made: made.rows.append(list(cells))


EDITS: list[tuple[Callable[[Made], None], list[tuple[str, ...]]]] = [
    (gain("China", "", "3 Mar 2026 a"), [("missing-here", "CHN", "deposit", "2026-03-03")]),
    (
        gain("Türkiye", "31 Dec 2000", "3 Mar 2026"),
        [("missing-here", "TUR", "signature", "2000-12-31"), ("missing-here", "TUR", "deposit", "2026-03-03")],
    ),
    (change("Ukraine", signature=""), [("missing-there", "UKR", "signature", "2000-01-20")]),
    (lose("El Salvador"), [("missing-there", "SLV", "deposit", "2016-03-03")]),
    (
        lose("Kenya"),
        [("missing-there", "KEN", "signature", "1999-08-11"), ("missing-there", "KEN", "deposit", "2005-03-15")],
    ),
    (change("Kenya", deposit="16 Mar 2005"), [("other-date", "KEN", "deposit", "2005-03-16", "2005-03-15")]),
    (change("Kenya", signature="11 Aug 1998"), [("other-date", "KEN", "signature", "1998-08-11", "1999-08-11")]),
    (
        change("Kenya", deposit="15 Mar 2005 A"),
        [("other-instrument", "KEN", "deposit", "acceptance", "ratification")],
    ),
    (
        change("Kenya", deposit="16 Mar 2005 a"),
        [
            ("other-date", "KEN", "deposit", "2005-03-16", "2005-03-15"),
            ("other-instrument", "KEN", "deposit", "accession", "ratification"),
        ],
    ),
    (change("Kenya", deposit="[15 Mar 2005]"), [("brackets", "KEN", "withdrawn", "not-withdrawn")]),
    (change("Niger", name="[Niger]"), [("brackets", "NER", "withdrawn", "not-withdrawn")]),
    (change("Russian Federation", signature="[13 Sep 2000]"), [("brackets", "RUS", "withdrawn", "not-withdrawn")]),
    (
        change("Burundi", signature="13 Jan 1999", deposit="21 Sep 2004"),
        [("brackets", "BDI", "not-withdrawn", "withdrawn")],
    ),
    (lambda made: setattr(made, "parties", "126"), [("count", "parties", "126", "125")]),
    (lambda made: setattr(made, "signatories", "138"), [("count", "signatories", "138", "139")]),
    (lambda made: setattr(made, "signatories", "137"), []),  # without the two that left
]


@pytest.mark.parametrize(("edit", "expected"), EDITS)
def test_one_edit_is_told_in_its_own_line_and_nothing_else(
    edit: Callable[[Made], None], expected: list[tuple[str, ...]], made: Made, against: Against
) -> None:
    edit(made)
    assert told(against(made)) == expected


UNREAD: list[tuple[Callable[[Made], None], list[tuple[str, ...]]]] = [
    (change("Kenya", deposit="soon"), [("unreadable-date", "soon")]),
    (change("Kenya", deposit="30 Feb 2005"), [("unreadable-date", "30 Feb 2005")]),
    (change("Kenya", deposit="15 Mar 2005, 3 May 2006"), [("unreadable-date", "15 Mar 2005, 3 May 2006")]),
    (change("Kenya", deposit="15 Ma 2005"), [("unreadable-date", "15 Ma 2005")]),
    (change("Kenya", deposit="15 Mar 2005 <i>a</i>"), [("unreadable-date", "15 Mar 2005 <i>a</i>")]),
    (
        change("Kenya", deposit="15 Mar 2005 <superscript>a</superscript>"),
        [("unreadable-date", "15 Mar 2005 <superscript>a</superscript>")],
    ),
    (change("Kenya", deposit="15 Mar 2005 c"), [("unknown-mark", "15 Mar 2005 c")]),
    (change("Kenya", signature="11 Aug 1999 s"), [("unknown-mark", "11 Aug 1999 s")]),
    (change("Kenya", deposit="[15 Mar 2005"), [("uneven-brackets", "[15 Mar 2005")]),
    (
        change("Kenya", signature="[11 Aug 1999]"),
        [("uneven-brackets", "Kenya | [11 Aug 1999] | 15 Mar 2005")],
    ),
    (gain("European Union", "11 Aug 1999", ""), [("unknown-participant", "European Union | signature: 1999-08-11")]),
    (gain("Korea", "11 Aug 1999", ""), [("unknown-participant", "Korea | signature: 1999-08-11")]),
    (
        gain("Kenya", "11 Aug 1999", "15 Mar 2006"),
        [("repeated-participant", "Kenya | signature: 1999-08-11 | deposit: 2006-03-15")],
    ),
    (gain("", "11 Aug 1999", ""), [("no-participant", "| 11 Aug 1999 |")]),
    (gain("China", "", ""), [("no-date", "China | |")]),
    (gain("China", "3 Mar 2026"), [("wrong-cells", "China | 3 Mar 2026")]),
    (lambda made: setattr(made, "parties", None), [("no-count", "parties")]),
    (lambda made: setattr(made, "signatories", "many"), [("unreadable-count", "Signatories: many")]),
    (lambda made: setattr(made, "parties", "125 or 126"), [("unreadable-count", "Parties: 125 or 126")]),
    (lambda made: setattr(made, "extra", "<TFoot>A remark</TFoot>"), [("unknown-element", "<TFoot>A remark</TFoot>")]),
    (lambda made: setattr(made, "extra", "Loose words"), [("unknown-element", "Loose words")]),
]


@pytest.mark.parametrize(("edit", "expected"), UNREAD)
def test_what_is_not_understood_is_told_word_for_word_and_never_skipped(
    edit: Callable[[Made], None], expected: list[tuple[str, ...]], made: Made, against: Against
) -> None:
    edit(made)
    found = [tuple(" ".join(part.split()) for part in one) for one in told(against(made))]
    assert found == [("not-understood", *one) for one in expected]


def test_text_between_the_cells_of_a_row_is_told(made: Made, store: Store) -> None:
    for place, where in ((b"<Entry>Kenya", made.rows.index(made.row("Kenya")) + 1), (b"<Entry>Participant", None)):
        content = made.xml().replace(place, b"except Lamu" + place)
        table = xml.read(content, "made.xml")
        assert [(one.problem, one.text, one.row) for one in table.unread] == [
            (Problem.UNKNOWN_ELEMENT, "except Lamu", where)
        ]


def test_an_unknown_column_is_told_and_so_is_the_one_that_is_missing_for_it(made: Made, against: Against) -> None:
    made.columns[1] = "Signature, Succession to signature(d)"
    assert told(against(made)) == [
        ("not-understood", "unknown-column", "Signature, Succession to signature(d)"),
        ("not-understood", "no-column", "signature"),
    ]


def test_a_second_column_of_the_same_meaning_is_not_understood(made: Made, against: Against) -> None:
    made.columns.append("Accession(a)")
    for cells in made.rows:
        cells.append("")
    assert told(against(made)) == [("not-understood", "unknown-column", "Accession(a)")]


def test_a_wrongly_declared_encoding_is_loud(made: Made, store: Store) -> None:
    content = made.xml("UTF-8").replace(b'encoding="UTF-8"', b'encoding="ISO-8859-1"')
    table = xml.read(content, "made.xml")
    found = compare(store, table, recognise(store, table.header, ""), TODAY)
    assert ("not-understood", "unknown-participant") in {one[:2] for one in told(found)}
    assert ("missing-there", "CIV") in {one[:2] for one in told(found)}


def test_a_disputed_value_that_the_table_bears_out_is_marked(made: Made, against: Against, icc: Run) -> None:
    made.row("Bosnia and Herzegovina")[1] = "17 Jul 1998"
    (found,) = against(made).differences
    assert (found.kind, found.theirs, found.disputed) == (Kind.OTHER_DATE, "1998-07-17", True)
    assert found.sources
    assert found.act == "BIH-2000-07-17-signature"
    made.row("Bosnia and Herzegovina")[1] = "18 Jul 1998"
    assert not against(made).differences[0].disputed


def test_a_day_within_a_year_on_record_is_more_precise_and_one_outside_is_another(made: Made, store: Store) -> None:
    table = xml.read(made.xml(), "made.xml")
    treaty = recognise(store, table.header, "")
    connection = store.connection
    connection.execute("ATTACH ':memory:' AS other")
    try:
        connection.execute("CREATE TEMP TABLE act AS SELECT * FROM main.act")
        for ours, kind in (("2005", Kind.MORE_PRECISE), ("2005-03", Kind.MORE_PRECISE), ("2004", Kind.OTHER_DATE)):
            connection.execute("UPDATE temp.act SET done = ? WHERE id = 'KEN-2005-03-15-ratification'", (ours,))
            (found,) = compare(store, table, treaty, TODAY).differences
            assert (found.kind, found.theirs, found.ours) == (kind, "2005-03-15", ours)
    finally:
        connection.execute("DROP TABLE temp.act")
        connection.execute("DETACH other")


@pytest.fixture(scope="module")
def faithful(dataset: IccDataset) -> list[Made]:
    """Tables of three treaties as the dataset has them; to be copied before they are changed."""
    return [untc.statute(dataset), untc.agreement(dataset), untc.amendment(dataset, "aggression-2010", "b")]


@given(data=st.data())
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_single_changed_day_is_found(data: st.DataObject, faithful: list[Made], against: Against) -> None:
    table = deepcopy(data.draw(st.sampled_from(faithful)))
    cells = data.draw(st.sampled_from(table.rows))
    index = data.draw(st.sampled_from([place for place, cell in enumerate(cells) if place and cell]))
    found = re.search(r"(\d+ \w{3})\s+(\d{4})", cells[index])
    assert found
    day, month = found[1].split()
    old = date(int(found[2]), untc.MONTHS.index(month) + 1, int(day))
    new = old + timedelta(days=data.draw(st.integers(-9_000, 9_000).filter(bool)))
    cells[index] = cells[index].replace(found[0], untc.day(new))
    assert [(one[0], *one[-2:]) for one in told(against(table))] == [("other-date", new.isoformat(), old.isoformat())]


@given(data=st.data())
@settings(max_examples=200, deadline=None)
def test_no_text_put_into_a_cell_goes_unnoticed(data: st.DataObject) -> None:
    letters = st.characters(min_codepoint=0x20, max_codepoint=0xFF, exclude_categories=("Cc", "Zs"))
    cells = ["Kenya<superscript>6</superscript>", "11 Aug\t 1999", "[15 Mar\t 2005]"]
    columns = [column("Participant"), column("Signature"), column(untc.CONSENT)]
    index = data.draw(st.integers(0, 2))
    plain, _ = row(1, columns, cells)
    cells[index] += " x" + data.draw(st.text(letters, max_size=8))
    found, unread = row(1, columns, cells)
    assert plain
    assert unread or (found and found.participant != plain.participant)


# -- columns and marks


@pytest.mark.parametrize(
    ("title", "meaning"),
    [
        ("Participant", Column(None)),
        ("Participant<superscript>1,2</superscript>", Column(None)),
        (" Signature ", Column(Field.SIGNATURE)),
        (untc.CONSENT, Column(Field.DEPOSIT, Instrument.RATIFICATION)),
        ("Ratification,\n Acceptance (A)", Column(Field.DEPOSIT, Instrument.RATIFICATION)),
        ("Acceptance(A), Ratification", Column(Field.DEPOSIT, Instrument.RATIFICATION)),
        ("Ratification or Acceptance(A)", Column(Field.DEPOSIT, Instrument.RATIFICATION)),
        ("Acceptance", Column(Field.DEPOSIT, Instrument.ACCEPTANCE)),
        ("Acceptance, Approval", Column(Field.DEPOSIT, None)),
        ("Acceptance(a)", None),
        ("Entry into force", None),
        ("Unspecified", None),
        ("", None),
    ],
)
def test_the_title_decides_what_a_column_means(title: str, meaning: Column | None) -> None:
    assert column(title) == meaning


def test_a_day_without_a_mark_under_two_instruments_without_one_is_not_understood() -> None:
    columns = [Column(None), column("Acceptance, Approval")]
    _, unread = row(1, columns, ["Kenya", "15 Mar 2005"])
    assert [one.problem for one in unread] == [Problem.UNKNOWN_MARK]


@pytest.mark.parametrize("mark", ["", *MARKS])
def test_a_mark_tells_the_instrument(mark: str) -> None:
    for text in (f"10 Feb\t 2003 {mark}", f"10  February\u00a02003{mark}", f"10 Feb. 2003 {mark}"):
        found, unread = row(1, [Column(None), column(untc.CONSENT)], ["Kenya", text])
        assert not unread
        assert found
        assert found.entries[Field.DEPOSIT].instrument == MARKS.get(mark, Instrument.RATIFICATION)
        assert found.entries[Field.DEPOSIT].day == date(2003, 2, 10)


def test_every_state_is_found_by_the_united_nations_own_name(store: Store, made: Made, against: Against) -> None:
    names = [state["name"] for state in store.rows("SELECT name FROM state WHERE no_act IS NULL")]
    made.rows = [[name, "17 Jul 1998", ""] for name in names]
    assert len(names) == 197
    assert not [one for one in told(against(made)) if one[0] == "not-understood"]


# -- which treaty


def test_the_treaty_is_told_by_the_head_the_file_s_name_or_the_option(made: Made, store: Store) -> None:
    def treaty(title: str, name: str = "table.xml", given: str | None = None, chapter: str = "CHAPTER XVIII") -> str:
        made.title, made.chapter = title, chapter
        return recognise(store, xml.read(made.xml(), name).header, name, given).id

    rome = "Rome Statute of the International Criminal Court"
    assert treaty(f"10. {rome}") == "statute"
    assert treaty(f"<b>10.</b> {rome}") == "statute"
    assert treaty(rome) == "statute"
    assert treaty(f"10.b Amendments to the {rome}") == "aggression-2010"
    assert treaty(f"10. (b) Amendments to the {rome}") == "aggression-2010"
    assert treaty(f"Amendments to the {rome}", "XVIII-10-b.en.xml") == "aggression-2010"
    assert treaty(f"Amendments to the {rome}", given="aggression") == "aggression-2010"
    assert treaty(f"Amendments to the {rome}", given="agreement") == "agreement"
    assert treaty("Agreement on the Privileges and Immunities of the International Criminal Court") == "agreement"
    assert treaty("", "https://example.org/XVIII-13.en.xml", chapter="") == "agreement"
    assert {one.number for one in treaties(store)} == {"10", *(f"10.{letter}" for letter in "abcdefg"), "13"}


@pytest.mark.parametrize(
    ("changes", "arguments", "said"),
    [
        ({"title": "Amendments to the Rome Statute"}, (), "say it with --treaty: statute, agreement, war-crimes-niac"),
        ({"title": "Some treaty"}, (), "does not tell which treaty"),
        ({"chapter": "CHAPTER IV"}, (), "is about a treaty of the depositary's chapter IV"),
        ({}, ("--treaty", "agreement"), "is about 'statute', not 'agreement'"),
        ({"title": "10. h Amendments to the Rome Statute"}, (), "XVIII.10.h, of which nothing is on record"),
        ({"title": "x"}, ("--treaty", "article-39-2023"), "has no table for 'article-39-2023' on record"),
        ({"title": "x"}, ("--treaty", "kyoto"), "no treaty is known as 'kyoto'; one of: statute"),
    ],
)
def test_a_table_of_which_the_treaty_is_not_clear_is_refused_as_wrong_usage(
    changes: dict[str, str], arguments: tuple[str, ...], said: str, made: Made, icc: Run, tmp_path: Path
) -> None:
    for name, value in changes.items():
        setattr(made, name, value)
    (tmp_path / "table.xml").write_bytes(made.xml())
    code, out, err = icc("data", "compare", str(tmp_path / "table.xml"), *arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert said in err


# -- hostile and foreign documents

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
    "a web page": (b"<!DOCTYPE html><html><p>Sorry<br></html>", "is a web page, not XML"),
    "an older web page": (b"\n<HTML><p>Sorry<br></HTML>", "is a web page, not XML"),
    "an XHTML page": (b'<html xmlns="http://www.w3.org/1999/xhtml"><p/></html>', "it begins with <html>"),
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


def test_a_hostile_cell_cannot_act_on_the_terminal(made: Made, icc: Run, tmp_path: Path) -> None:
    made.rows.append(["Atlantis\u009b31m[bold]", "1 Jan 1999", ""])
    (tmp_path / "table.xml").write_bytes(made.xml())
    _, out, _ = icc("data", "compare", str(tmp_path / "table.xml"), *ON)
    assert "\u009b" not in out
    assert "Atlantis\\x9b31m[bold]" in out


# -- where it is read from


def test_a_missing_file_and_a_directory_are_told_in_one_line(icc: Run, tmp_path: Path) -> None:
    assert icc("data", "compare", str(tmp_path / "none.xml"))[::2] == (
        3,
        f"icc: cannot read {tmp_path / 'none.xml'}: No such file or directory\n",
    )
    code, _, err = icc("data", "compare", str(tmp_path))
    assert (code, err.count("\n")) == (3, 1)


def test_a_dash_reads_stdin(made: Made, icc: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(made.xml())))
    code, out, _ = icc("data", "compare", "-", *ON)
    assert code == 0
    assert "Nothing differs" in out


@contextmanager
def serving(answer: Callable[[BaseHTTPRequestHandler], None]) -> Iterator[str]:
    """Serve on this machine alone."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer(self)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def send(handler: BaseHTTPRequestHandler, code: int, content: bytes = b"", **headers: str) -> None:
    handler.send_response(code)
    for name, value in {"Content-Length": str(len(content)), **headers}.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(content)


@pytest.fixture
def direct(monkeypatch: pytest.MonkeyPatch) -> None:
    """Go to this machine itself, whatever proxy the environment names."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")


@pytest.mark.usefixtures("direct")
def test_an_address_is_read_and_a_redirect_followed(made: Made, icc: Run) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        if handler.path == "/XVIII-10.en.xml":
            send(handler, 200, made.xml())
        else:
            send(handler, 302, Location="/XVIII-10.en.xml")

    with serving(answer) as address:
        for path in ("XVIII-10.en.xml", "elsewhere"):
            code, out, err = icc("data", "compare", f"{address}/{path}", *ON)
            assert (code, err) == (0, "")
            assert "Nothing differs" in out


@pytest.mark.usefixtures("direct")
def test_an_address_that_fails_is_told_in_one_line(icc: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        match handler.path:
            case "/none":
                send(handler, 404)
            case "/away":
                send(handler, 302, Location="ftp://127.0.0.1/x")
            case "/file":
                send(handler, 302, Location="file:///etc/passwd")
            case "/large":
                send(handler, 200, b" " * (fetch.LIMIT + 1))
            case "/cut":
                handler.wfile.write(b"HTTP/1.0 nonsense\r\n\r\n")
            case _:  # a byte now and then, so that no single wait is long
                while not waiting.wait(0.1):
                    handler.wfile.write(b"H")
                    handler.wfile.flush()

    waiting = threading.Event()
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{unused.getsockname()[1]}/x"
    with serving(answer) as address:
        for url, said in (
            (f"{address}/none", "Not Found"),
            (f"{address}/away", "leads on to ftp://127.0.0.1/x, which is not followed"),
            (f"{address}/file", "'file:///etc/passwd' is not allowed"),
            (f"{address}/large", "is larger than 10 MB"),
            (f"{address}/cut", "cannot read"),
            (nobody, "Connection refused"),
            ("http://127.0.0.1:99999/", "cannot read"),
            ("http:///x", "cannot read"),
            ("http://a b/", "cannot read"),
        ):
            code, out, err = icc("data", "compare", url)
            assert (code, out, err.count("\n")) == (3, "", 1), url
            assert said in err, url
        monkeypatch.setattr(fetch, "SECONDS", 0.3)
        code, _, err = icc("data", "compare", f"{address}/slow")
        waiting.set()
        assert (code, err) == (
            3,
            f"icc: cannot read {address}/slow: no answer within 0.3 seconds; "
            "fetch it with a browser, and give the file\n",
        )


@pytest.mark.parametrize(
    "url", ["ftp://127.0.0.1/x", "file:///etc/passwd", "data://x", "://", "http://[::1", "https://]"]
)
def test_only_http_and_https_are_addresses(url: str, icc: Run) -> None:
    code, _, err = icc("data", "compare", url)
    assert (code, err.count("\n")) == (2, 1)
    assert "with https or http" in err


def test_a_redirect_never_leads_from_https_to_http() -> None:
    redirects = fetch._Redirects()
    secure, plain = Request("https://example.org/"), Request("http://example.org/")

    def follow(request: Request, new: str) -> Request | None:
        return redirects.redirect_request(request, BytesIO(), 302, "Found", None, new)  # type: ignore[arg-type]

    assert follow(secure, "https://example.net/")
    assert follow(plain, "https://example.net/")
    assert follow(plain, "http://example.net/")
    with pytest.raises(HTTPError, match="not followed") as refused:
        follow(secure, "http://example.net/")
    refused.value.close()


# -- how it is told


def test_the_answer_is_a_contract(made: Made, icc: Run, tmp_path: Path) -> None:
    made.row("Kenya")[2] = "16 Mar 2005"
    made.rows.append(["Atlantis", "1 Jan 1999", ""])
    (tmp_path / "table.xml").write_bytes(made.xml())
    code, out, _ = icc("data", "compare", str(tmp_path / "table.xml"), *ON, "--json")
    assert code == 1
    envelope = json.loads(out)
    assert list(envelope) == ["schema", "dataset", "on", "table", "data"]
    assert envelope["schema"] == "icc/data-compare/1"
    assert set(envelope["table"]) == {
        "treaty", "title", "symbol", "parties", "signatories", "withdrawn", "gaps",
    }  # fmt: skip
    kenya, atlantis = envelope["data"]
    assert set(kenya) == set(atlantis) == {
        "kind", "iso3", "name", "field", "theirs", "ours", "instrument", "bracketed", "act", "disputed", "row",
        "problem", "sources",
    }  # fmt: skip
    assert kenya["sources"][0]["symbol"] == "UNTC XVIII.10"
    assert (kenya["theirs"], kenya["ours"], kenya["act"]) == ("2005-03-16", "2005-03-15", "KEN-2005-03-15-ratification")
    assert atlantis["row"] == len(made.rows)


def test_the_other_formats_and_chosen_fields_tell_the_same(made: Made, icc: Run, tmp_path: Path) -> None:
    made.row("Kenya")[2] = "16 Mar 2005"
    (tmp_path / "table.xml").write_bytes(made.xml())
    asked = ("data", "compare", str(tmp_path / "table.xml"), *ON)
    fields = {"kind": "other-date", "theirs": "2005-03-16"}
    code, out, _ = icc(*asked, "--json", "--fields", ",".join(fields))
    assert (code, json.loads(out)["data"]) == (1, [fields])
    assert "\nother-date,KEN,Kenya,deposit,2005-03-16,2005-03-15," in icc(*asked, "--format", "csv")[1]
    assert "| Kenya | deposit other day | 16 Mar 2005 | 15 Mar 2005 |" in icc(*asked, "--format", "markdown")[1]
    assert "<td>Kenya</td>" in icc(*asked, "--format", "html")[1]
    assert "problem" in icc("data", "compare", "x", "--fields")[1].splitlines()


def test_nothing_differs_is_an_answer_in_json_too(made: Made, icc: Run, tmp_path: Path) -> None:
    (tmp_path / "table.xml").write_bytes(made.xml())
    code, out, err = icc("data", "compare", str(tmp_path / "table.xml"), *ON, "--json")
    assert (code, err) == (0, "")
    assert json.loads(out)["data"] == []


def test_every_kind_and_problem_has_its_words() -> None:
    assert set(_KIND) == set(_TO_DO) == set(Kind) - {Kind.NOT_UNDERSTOOD}
    assert set(_PROBLEM) == set(Problem)


def test_each_kind_of_difference_says_what_to_do_next(
    made: Made, dataset: IccDataset, icc: Run, tmp_path: Path
) -> None:
    path = tmp_path / "table.xml"
    for edit in (
        gain("China", "", "3 Mar 2026 a"),
        lose("El Salvador"),
        change("Kenya", deposit="16 Mar 2005 A"),
        change("Niger", name="[Niger]"),
        change("Bosnia and Herzegovina", signature="17 Jul 1998"),
        gain("Atlantis", "1 Jan 1999", ""),
    ):
        edit(made)
    path.write_bytes(made.xml())
    _, out, _ = icc("data", "compare", str(path), *ON)
    lines = [" ".join(line.split()) for line in out.splitlines()]
    for line in (
        "6 differences, 1 not understood: 123 parties, 139 signatories compared; 2 withdrawn, in brackets.",
        "China accession missing here 3 Mar 2026 none states/CHN.yaml",
        "El Salvador deposit missing there none 3 Mar 2016 states/SLV.yaml ICC-ASP-20160304-PR1193 +1",
        "Kenya deposit other day 16 Mar 2005 15 Mar 2005 states/KEN.yaml UNTC XVIII.10",
        "Kenya deposit other instrument acceptance ratification states/KEN.yaml UNTC XVIII.10",
        "Niger brackets in brackets stands states/NER.yaml UNTC XVIII.10",
        "Bosnia and Herzegovina signature other day 17 Jul 1998 17 Jul 2000† states/BIH.yaml UNTC XVIII.10",
        "† Their value is on record here, as a disputed one.",
        f"{len(made.rows)} Atlantis | signature: 1999-01-01 no State is known by this name; the row was not compared",
    ):
        assert line in lines
    for kind in set(Kind) - {Kind.NOT_UNDERSTOOD, Kind.COUNT, Kind.MORE_PRECISE}:
        assert any(line.startswith(f"{_KIND[kind]} {_TO_DO[kind][:20]}") for line in lines), kind
    made = untc.amendment(dataset, "aggression-2010", "b")
    made.rows.append(["Kenya", "1 Nov 2026 A"])
    path.write_bytes(made.xml())
    assert (
        "add an amendment-consent to aggression-2010 to data/states/CODE.yaml" in icc("data", "compare", str(path))[1]
    )
