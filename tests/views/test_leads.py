"""Pages begin with what they come to."""

from collections.abc import Callable

import pytest

Run = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("withdrawals --since 2016 --on 2018-01-01", "1 left · 2 notices withdrawn · 1 will not join"),
        ("situations kenya --on 2016-11-16", "1 investigation, 1 open"),
        (
            "diff 2016-10-01 2017-10-31",
            "States Parties: {before} → {after} · gave notice of withdrawal: South Africa (withdrawn), Burundi,"
            " The Gambia (withdrawn) · left: Burundi",
        ),
        ("diff 2016-10-20 2017-04-01 --kind status", "withdrew its notice: South Africa"),
    ],
)
def test_a_page_begins_with_what_it_comes_to(question: str, lead: str, icc: Run) -> None:
    shown = icc(*question.split())[1].splitlines()
    figures = [str(icc("parties", "--on", day)[1].count("State Party")) for day in ("2016-10-01", "2017-10-31")]
    assert lead.format(before=figures[0], after=figures[1]) in shown[1]
    assert shown[2] == ""


def test_a_number_of_parties_that_lies_ahead_is_only_expected(icc: Run) -> None:
    lead = icc("diff", "2026-11-23", "2027-12-31")[1].splitlines()[1]
    assert "(expected, unless a notice is withdrawn) · expected to leave: Niger" in lead


def test_a_diff_of_other_things_does_not_count_parties(icc: Run) -> None:
    assert "States Parties" not in icc("diff", "2016-10-01", "2017-10-31", "--kind", "amendment")[1]


@pytest.mark.parametrize(
    ("state", "day", "said"),
    [
        (
            "ukraine",
            "2026-11-23",
            "State Party since 1 Jan 2025. It declared that it accepts the Court's jurisdiction from 21 Nov 2013 to"
            " 22 Feb 2014 and from 20 Feb 2014 (Art. 12(3)). It declared that it does not accept jurisdiction over"
            " war crimes until 31 Dec 2031 (Art. 124).",
        ),
        (
            "myanmar",  # of whom it is disputed who represents it
            "2026-11-23",
            "Has neither signed nor joined. A declaration accepting jurisdiction from 1 Jul 2002 was received"
            " (Art. 12(3)).",
        ),
        ("egypt", "2026-11-23", "Signed on 26 Dec 2000, has not ratified."),  # its document was rejected
        ("france", "2026-11-23", "State Party since 1 Jul 2002."),  # its declaration was withdrawn
    ],
)
def test_the_first_lines_of_a_state_name_what_it_declared_on_jurisdiction(
    state: str, day: str, said: str, icc: Run
) -> None:
    assert icc("status", state, "--on", day)[1].splitlines()[1].endswith(said)


@pytest.mark.parametrize(
    ("state", "day", "follows"),
    [
        ("burundi", "2017-10-26", ["1 Dec 2004 In force", "27 Oct 2017 Leaves, expected"]),
        ("burundi", "2017-10-27", ["1 Dec 2004 In force", "27 Oct 2017 Left"]),
        ("niger", "2026-11-23", ["1 Jul 2002 In force", "18 Jun 2027 Leaves, expected"]),
        ("niger", "2027-06-18", ["1 Jul 2002 In force", "18 Jun 2027 Leaves, expected"]),  # after the last check
        ("the gambia", "2026-11-23", ["1 Sep 2002 In force"]),  # its notice was withdrawn
        ("ukraine", "2024-10-25", ["1 Jan 2025 In force, expected"]),
        ("malaysia", "2026-11-23", []),  # its accession was withdrawn before
        ("russia", "2026-11-23", []),
    ],
)
def test_a_timeline_has_a_line_for_the_day_on_which_a_status_follows(
    state: str, day: str, follows: list[str], icc: Run
) -> None:
    timeline = icc("status", state, "--on", day)[1].split("\n\n")[2]
    lines = [" ".join(line.split()) for line in timeline.splitlines()]
    assert [line for line in lines if line.split(" ", 3)[3].startswith(("In force", "Left", "Leaves"))] == follows
