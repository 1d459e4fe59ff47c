"""What comes back can be kept in sets, sent to other processes and written as JSON; errors travel whole."""

import json
import pickle
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

import icc_cli
from icc_cli import AmbiguousName, DatasetError, IccDataset, IccError, NotYet, PartialDate, UnknownName, UsageError
from icc_cli.errors import DocumentError, NoAddress

ON = date(2016, 11, 16)

ANSWERS: dict[tuple[str, ...], Callable[[IccDataset], Any]] = {
    ("data", "info"): lambda dataset: dataset.info,
    ("parties",): lambda dataset: dataset.parties(on=ON),
    ("withdrawals",): lambda dataset: dataset.withdrawals(on=ON),
    ("events", "ukraine"): lambda dataset: dataset.events(on=ON, states="ukraine"),
    ("situations",): lambda dataset: dataset.situations(on=ON),
    ("declarations",): lambda dataset: dataset.declarations(on=ON),
    ("agreement",): lambda dataset: dataset.agreement(on=ON),
    ("agreements",): lambda dataset: dataset.agreements(on=ON),
    ("cooperation", "jordan", "--person", "al-bashir"): lambda dataset: dataset.cooperation(
        on=ON, states="jordan", person="al-bashir"
    ),
    ("noncompliance",): lambda dataset: dataset.noncompliance(on=ON),
    ("amendments",): lambda dataset: dataset.amendments(on=ON),
    ("amendments", "aggression"): lambda dataset: dataset.amendment("aggression", on=ON),
    ("amendments", "--state", "germany"): lambda dataset: dataset.state_amendments("germany", on=ON),
    ("show", "darfur"): lambda dataset: dataset.show("darfur", on=ON),
    ("cite", "gambia", "darfur"): lambda dataset: dataset.cite("gambia", "darfur", on=ON),
    ("jurisdiction", "-c", "genocide", "-t", "gambia", "-d", "2012"): lambda dataset: dataset.jurisdiction(
        crime="genocide", territory="gambia", day="2012", on=ON
    ),
    ("sql", "SELECT * FROM parties_today"): lambda dataset: dataset.sql("SELECT * FROM parties_today"),
}
"""A command line with the call that asks the same."""


@pytest.mark.parametrize("command", ANSWERS, ids=" ".join)
def test_an_answer_as_json_is_what_the_command_line_prints(
    dataset: IccDataset, icc_json: Callable[..., Any], command: tuple[str, ...]
) -> None:
    day = () if command[0] in ("data", "sql") else ("--on", str(ON))
    answer = json.loads(json.dumps(icc_cli.as_json(ANSWERS[command](dataset))))
    assert answer
    printed = icc_json(*command, *day)
    assert answer == printed or [answer] == printed


def test_a_month_and_a_day_as_json_are_text() -> None:
    assert icc_cli.as_json([PartialDate(2016, 11), ON, None]) == ["2016-11", "2016-11-16", None]


@pytest.mark.parametrize("command", ANSWERS, ids=" ".join)
def test_records_hash_and_can_be_sent_to_another_process(dataset: IccDataset, command: tuple[str, ...]) -> None:
    answer = ANSWERS[command](dataset)
    again = pickle.loads(pickle.dumps(answer))
    assert again == answer
    if command[0] != "sql":  # its rows are mappings
        records = answer if isinstance(answer, list) else [answer]
        assert {*records} == {*(again if isinstance(again, list) else [again])}


ERRORS: list[IccError] = [
    IccError("it failed"),
    UsageError("a bad date", "write it as 2016-11-30"),
    UnknownName("Atlantis", ["Malta", "Cyprus"]),
    UnknownName("xyz", what="amendment", otherwise="one of: a, b"),
    AmbiguousName("korea", ["Democratic People's Republic of Korea", "Republic of Korea"]),
    NotYet("darfur was only opened on 2005-06-01"),
    DatasetError("cannot read it", "install icc again"),
    DocumentError("not XML"),
    NoAddress("no address is on record"),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_an_error_that_travels_says_the_same(error: IccError, protocol: int) -> None:
    error.add_note("while reading line 3")
    again = pickle.loads(pickle.dumps(error, protocol))
    assert type(again) is type(error)
    assert (str(again), again.args, vars(again)) == (str(error), error.args, vars(error))
    assert again.exit_code == error.exit_code


def test_every_kind_of_error_is_tried() -> None:
    def kinds(of: type[IccError]) -> set[type[IccError]]:
        return {of}.union(*map(kinds, of.__subclasses__()))

    assert {type(error) for error in ERRORS} >= {one for one in kinds(IccError) if one.__module__ == "icc_cli.errors"}
