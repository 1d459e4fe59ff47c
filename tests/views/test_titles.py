"""Titles say what was asked, filters included, and the day; people read names, programs codes."""

import shlex
from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., tuple[int, str, str]]
Json = Callable[..., Any]


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("parties", "States Parties to the Rome Statute"),
        ("parties --status all", "States and the Rome Statute"),
        ("parties --status all --region weog", "States and the Rome Statute: Western European and other States"),
        ("parties --since 2016", "States Parties to the Rome Statute since 1 Jan 2016"),
        ("parties --status signatory --status signatory-no-intent",
         "States and the Rome Statute: signatories; signatories, will not join"),
        ("parties --status parties --status former-party",
         "States and the Rome Statute: States Parties; former parties"),
        ("withdrawals --since 2016", "Withdrawals from the Rome Statute since 1 Jan 2016"),
        ("withdrawals gambia --outcome rescinded --region african",
         "Withdrawals from the Rome Statute: The Gambia; notice withdrawn; African"),
        ("events russia --kind no-intent-declaration --until 2016",
         "Acts under the Rome Statute until 31 Dec 2016: Russia; signature disowned"),
        ("events --body 'Security Council' --kind article-12-3-declaration --kind referral",
         "Acts under the Rome Statute: Article 12(3) declaration accepting jurisdiction, referral to the Prosecutor; "
         "Security Council"),
        ("situations ukraine --open --kind situation --trigger state-referral",
         "Situations before the Court: Ukraine; investigation; open; State referral"),
        ("situations --region grulac", "Situations before the Court: Latin America and the Caribbean"),
        ("declarations france --kind article-124", "Declarations under the Rome Statute: France; Art. 124"),
        ("upcoming niger --kind withdrawal --until 2028", "What lies ahead until 31 Dec 2028: Niger; withdrawal"),
        ("agreement --status signatory",
         "Agreement on the Privileges and Immunities of the Court: signatories"),
        ("timeline niger", "States and the Rome Statute in time"),
    ],
)  # fmt: skip
def test_a_title_says_what_was_asked_and_of_which_day(question: str, title: str, icc: Run) -> None:
    code, out, err = icc(*shlex.split(question), "--on", "2026-11-23")
    if code == 0:
        assert out.splitlines()[0] == f"{title}  on 23 Nov 2026"
    else:
        assert (code, err) == (1, "icc: nothing matched\n")


def test_people_read_the_names_of_regional_groups_and_programs_their_codes(icc: Run, icc_json: Json) -> None:
    for question in (("parties",), ("status", "france"), ("brief",), ("map", "--colour-by", "region"),
                     ("chart", "--region", "all"), ("chart", "--region", "weog"), ("situations",)):  # fmt: skip
        shown = icc(*question, "--on", "2026-11-23")[1]
        assert "WEOG" not in shown
        assert "GRULAC" not in shown
        assert "Western European and other States" in shown or question == ("situations",)
    assert icc_json("status", "france")[0]["region"] == "WEOG"


def test_the_page_of_a_state_names_the_others(icc: Run) -> None:
    page = icc("status", "ukraine", "--on", "2026-11-23")[1]
    assert "by Lithuania" in page
    assert "LTU" not in page


OTHER_NAMES = ("taken back", "takes its notice back", "no intent", "unsigned", "way out", " trigger", "told")


def test_one_fact_has_one_name(icc: Run) -> None:
    """The notice that was withdrawn, and the signature that was disowned, wherever they are shown."""
    for question in (
        ("withdrawals",), ("status", "gambia"), ("status", "gambia", "russia"), ("events", "gambia", "russia"),
        ("diff", "2016", "2017"), ("show", "GMB-2017-02-10-withdrawal-rescinded"), ("cite", "gambia"),
        ("timeline", "gambia", "russia", "malaysia"), ("chart",), ("brief", "--on", "2017-03-01"), ("upcoming",),
        ("map", "--on", "2027-12-31"), ("parties", "--status", "all"), ("situations",), ("amendments", "aggression"),
    ):  # fmt: skip
        shown = icc(*question)[1].replace("President orders a notice of no intent to become a party", "")
        assert [word for word in OTHER_NAMES if word in shown.lower()] == [], question
    assert "signature disowned  will not join" in icc("withdrawals", "russia")[1]
    assert "notice withdrawn 10 Feb 2017" in icc("withdrawals", "gambia")[1]
