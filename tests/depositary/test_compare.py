"""`icc data compare`, on tables MADE to a description of the depositary's form: no real copy was at hand (see untc)."""

import re
from collections.abc import Callable
from contextlib import closing
from copy import deepcopy
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from icc_cli.api import IccDataset
from icc_cli.database.opening import open_store
from icc_cli.database.store import Store
from icc_cli.depositary import xml
from icc_cli.depositary.compare import Comparison, Kind, compare
from icc_cli.depositary.treaties import Treaty, recognise
from tests.support import untc
from tests.support.comparing import Against, told
from tests.support.datadir import act, small_data
from tests.support.graustark import GRAUSTARK, doing
from tests.support.places import TODAY
from tests.support.untc import Edit, Made, change, gain, lose

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


def test_nothing_differs_from_a_table_of_the_statute_made_from_the_dataset(
    made: Made, icc: Run, tmp_path: Path
) -> None:
    (tmp_path / "table.xml").write_bytes(made.xml())
    code, out, err = icc("data", "compare", str(tmp_path / "table.xml"), *ON)
    assert (code, err) == (0, "")
    compared = f"{made.parties} parties, {made.signatories} signatories compared; 2 withdrawn, in brackets."
    assert f"Nothing differs: {compared}" in out
    assert out.startswith("Rome Statute of the International Criminal Court")


def test_nothing_differs_from_the_agreement_s_table(dataset: IccDataset, against: Against) -> None:
    table = untc.agreement(dataset)
    found = against(table)
    assert (found.table.treaty, found.differences) == ("agreement", ())
    assert (str(found.table.parties), str(found.table.signatories)) == (table.parties, table.signatories)
    assert found.table.gaps
    assert "San Marino" in found.table.gaps


def test_a_state_that_left_the_agreement_stands_in_brackets_or_not_at_all(tmp_path: Path) -> None:
    data = small_data(tmp_path / "data")
    joined = act("apic-consent", "2005-01-01", effect="2005-01-31", instrument="accession")
    data.write(GRAUSTARK, doing(joined, act("apic-denunciation", "2010-03-01", effect="2011-03-01")))

    def against(table: Made, on: date) -> Comparison:
        about = Treaty(id="agreement", title="The Agreement", symbol=None, number="13")
        return compare(store, xml.read(table.xml(), "made.xml"), about, on)

    with closing(open_store(data.path)) as store:
        own = IccDataset(store)
        pending, left = date(2011, 2, 28), date(2011, 3, 1)
        table = untc.agreement(own, pending)
        assert against(table, pending).differences == ()
        assert told(against(table, left)) == [
            ("brackets", "GRA", "not-withdrawn", "withdrawn"), ("count", "parties", "1", "0"),
        ]  # fmt: skip
        table = untc.agreement(own, left)
        assert (against(table, left).differences, against(table, left).table.withdrawn) == ((), 1)
        table.rows[:] = [["Ruritania", "10 Sep 2002", ""]]
        assert told(against(table, left)) == [
            ("missing-here", "RUR", "signature", "2002-09-10"),
        ]  # fmt: skip


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
    amendment = dataset.amendment("starvation-2019", on=TODAY)
    assert amendment
    unknown = [party for party in amendment.parties if party.instrument == "unspecified"]
    assert len(found.differences) == len(unknown) > 0


@pytest.mark.parametrize(
    ("on", "since"),
    [
        (date(2014, 11, 16), {Kind.MISSING_THERE, Kind.BRACKETS, Kind.COUNT}),
        (date(2016, 11, 16), {Kind.MISSING_THERE, Kind.BRACKETS}),  # of the record, as many have joined since as left
    ],
)
def test_an_older_table_agrees_with_the_dataset_of_its_day(
    on: date, since: set[Kind], dataset: IccDataset, against: Against
) -> None:
    table = untc.statute(dataset, on)
    assert against(table, on).differences == ()
    assert against(table, on).table.withdrawn == 0
    assert {one.kind for one in against(table).differences} == since


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


EDITS: list[tuple[Edit, list[tuple[str, ...]]]] = [
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
]


@pytest.mark.parametrize(("edit", "expected"), EDITS)
def test_one_edit_is_told_in_its_own_line_and_nothing_else(
    edit: Edit, expected: list[tuple[str, ...]], made: Made, against: Against
) -> None:
    edit(made)
    assert told(against(made)) == expected


def test_a_number_in_the_head_that_the_rows_do_not_bear_out_is_told(made: Made, against: Against) -> None:
    parties, signatories = int(made.parties or 0), int(made.signatories or 0)
    made.parties = str(parties + 1)
    assert told(against(made)) == [("count", "parties", str(parties + 1), str(parties))]
    made.parties, made.signatories = str(parties), str(signatories - 1)
    assert told(against(made)) == [("count", "signatories", str(signatories - 1), str(signatories))]
    made.signatories = str(signatories - 2)  # without the two that left
    assert told(against(made)) == []


def test_a_head_may_give_no_numbers_at_all(made: Made, dataset: IccDataset, against: Against) -> None:
    for table in (made, untc.amendment(dataset, "biological-weapons-2017", "d")):
        table.signatories = table.parties = None
        assert against(table).differences == ()


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
