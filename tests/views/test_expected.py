"""What is only expected of a day is called that, and what was undone, or is told otherwise elsewhere, says so."""

from collections.abc import Callable
from pathlib import Path

import pytest

from icc_cli.database.store import Store
from icc_cli.queries.status import awaited, outside_united_nations
from icc_cli.treaty.vocabulary import Status
from tests.support.places import TODAY

Run = Callable[..., tuple[int, str, str]]
ON = str(TODAY)
UNLESS = "States Parties expected on 31 Dec 2027, unless a notice is withdrawn"


@pytest.mark.parametrize("command", ["parties", "brief", "map"])
def test_how_many_parties_there_will_be_is_expected_once_a_pending_notice_counts(command: str, icc: Run) -> None:
    assert UNLESS in icc(command, "--on", "2027-12-31")[1]
    assert "expected" not in icc(command, "--on", "2016-11-16")[1].replace("expected to", "")


def test_titles_of_a_list_and_a_chart_of_a_day_ahead_say_expected(icc: Run, tmp_path: Path) -> None:
    assert icc("parties", "--on", "2027-12-31")[1].splitlines()[0].endswith("expected on 31 Dec 2027")
    assert icc("chart", "--on", "2027-12-31")[1].splitlines()[0].endswith(" expected on 31 Dec 2027")
    path = tmp_path / "map.svg"
    icc("map", "--on", "2027-12-31", "--svg", str(path))
    text = path.read_text(encoding="utf-8")
    assert text.count("States Parties expected") == 2  # the picture's title, and its heading
    assert text.count("on 31 Dec 2027, unless a notice is withdrawn") == 2


def test_a_list_that_no_pending_notice_moves_is_not_called_expected(icc: Run, store: Store) -> None:
    assert "expected" not in icc("parties", "--status", "signatory", "--on", "2027-12-31")[1]
    assert "expected" not in icc("parties", "--region", "weog", "--on", "2027-12-31")[1]
    assert awaited(store, TODAY) is False  # after the check, but no notice takes effect between the two
    assert awaited(store, TODAY.replace(year=2028), [Status.FORMER_PARTY], ["African"]) is True


@pytest.mark.parametrize(
    ("state", "kind", "told", "undone"),
    [
        ("gambia", "withdrawal-notice", "would have had effect 10 Nov 2017; notice withdrawn 10 Feb 2017",
         ("2017-02-09", "2017-02-10")),
        ("malaysia", "accession", "would have had effect 1 Jun 2019; accession withdrawn 29 Apr 2019",
         ("2019-04-28", "2019-04-29")),
        ("france", "article-124-declaration", "withdrawn 13 Aug 2008", ("2008-08-12", "2008-08-13")),
    ],
)  # fmt: skip
def test_an_act_that_was_undone_says_so_from_that_day_on(
    state: str, kind: str, told: str, undone: tuple[str, str], icc: Run
) -> None:
    before, since = undone
    assert told in icc("events", state, "--kind", kind, "--on", since)[1]
    assert told in icc("status", state, "--on", since)[1]
    assert told not in icc("events", state, "--kind", kind, "--on", before)[1]
    assert told not in icc("status", state, "--on", before)[1]
    assert "withdrawn" not in icc("status", "gambia", "--on", ON, "--known-by", "2016-12-01")[1].replace(
        "is withdrawn", ""
    )


def test_another_value_stands_below_its_act(icc: Run) -> None:
    assert "Notice withdrawn  † another source: 10 Jan 2017 (A local paper" in icc("status", "gambia", "--on", ON)[1]
    assert "(25 Sep 2014) † another source: 26 Sep 2014 (" in icc("status", "poland", "--on", ON)[1]


def test_a_list_of_declarations_says_what_the_court_made_of_an_acceptance(icc: Run) -> None:
    page = icc("declarations", "--kind", "article-12-3", "--on", ON)[1]
    assert "acted on)" in page
    assert "rejected" in page
    assert "not acted on" in page


def test_the_list_of_one_state_says_what_of_a_declaration_is_not_seen(icc: Run) -> None:
    assert "Its paragraph is not seen." in icc("declarations", "uruguay", "--on", ON)[1]
    assert "Its paragraph is not seen." not in icc("declarations", "--on", ON)[1]


def test_it_is_said_which_states_are_not_members_of_the_united_nations(icc: Run, store: Store) -> None:
    told = "95 members of the United Nations; not members: Cook Islands, Niue, Palestine."
    assert f"98 States: {told}" in icc("parties", "--status", "all", "--on", ON)[1]
    assert told in icc("brief", "--on", ON)[1]
    assert "members of the United Nations" not in icc("parties", "--on", ON)[1]
    assert ("CHE" in outside_united_nations(store, TODAY.replace(2002, 9, 9)), "CHE" in
            outside_united_nations(store, TODAY.replace(2002, 9, 10))) == (True, False)  # fmt: skip
