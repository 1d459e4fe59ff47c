"""J19: crimes added by amendment."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from icc_cli.database.store import Store
from icc_cli.jurisdiction.amended import Stand, j19_amended, j19_stand
from icc_cli.jurisdiction.facts import Facts, known_through
from icc_cli.jurisdiction.inputs import read
from tests.support.datadir import act, real_data
from tests.support.jurisdiction import AGGRESSION, CAH, STARVING, Turn, ask, each_turn, opened, step_of, verdicts_on

TURNS: list[Turn] = [
    ("J19 New Zealand and starvation", ("2021-10-13", "2021-10-14"), ("NZL", "NZL"),
     {"special": ["amended:8-2-e-xix"]}, ("no", "yes")),
    ("J19 the Netherlands and starvation", ("2021-12-03", "2021-12-04"), ("NLD", "NLD"),
     {"special": ["amended:8-2-e-xix"]}, ("no", "yes")),
]  # fmt: skip


@each_turn(TURNS)
def test_the_day_before_and_the_day_of(
    days: tuple[str, str], states: tuple[str, str], more: dict[str, Any], verdicts: tuple[str, str], store: Store
) -> None:
    assert verdicts_on(store, days, states, more) == verdicts


def test_a_party_that_has_not_accepted_an_amendment_bars_it_even_on_a_referral(store: Store) -> None:
    starving = {"special": ["amended:8-2-e-xix"]}
    assert ask(store, "2022-06-01", "MLI", "NZL", **starving).verdict == "no"
    referred = ask(store, "2022-06-01", "SYR", "MLI", unsc=["referral:hypothetical"], **starving)
    assert referred.verdict == "no"
    assert ask(store, "2022-06-01", "SYR", "SYR", unsc=["referral:hypothetical"], **starving).verdict == "contested"
    assert ask(store, "2022-06-01", "SYR", "SYR", **starving).verdict == "no"


def test_accepting_one_amendment_accepts_no_other(store: Store) -> None:
    """Finland has accepted the amendment on aggression, not that on starvation."""
    assert ask(store, "2024-06-01", "FIN", "BEL", **AGGRESSION).verdict == "yes"
    assert ask(store, "2024-06-01", "FIN", "FIN", **STARVING).verdict == "no"
    curacao = ask(store, "2024-06-01", "NLD", "NLD", special=["territory:curacao", "amended:8-2-e-xix"])
    assert step_of(curacao, "J19", "Netherlands").says.startswith("Netherlands (place): accepted the amendment")
    assert step_of(curacao, "J19", "Netherlands").says.endswith("but not for this territory")
    for place in ("aruba", "curacao", "sint-maarten"):
        special = [f"territory:{place}", "amended:8-2-b-xxvii"]
        for token in ("amended:8-2-b-xxviii", "amended:8-2-b-xxix"):
            assert ask(store, "2024-06-01", "NLD", "NLD", special=[special[0], token]).verdict == "no"
        unclear = ask(store, "2024-06-01", "NLD", "NLD", special=[special[0], "amended:8-2-e-xiii"])
        assert (unclear.verdict, "not on record" in step_of(unclear, "J19", "Netherlands").says) == ("contested", True)


def test_a_state_for_which_the_statute_enters_into_force_with_an_amendment_did_not_join_later(store: Store) -> None:
    """VCLT Art. 40(5) speaks of a State that becomes a party after the amendment is in force: the day after, not of."""
    facts = Facts(store)
    joined = date(2024, 2, 1)  # Armenia
    q = read(facts, crime=CAH, day=joined, as_of=joined, nationals=["ARM"])
    for in_force, stand in ((joined, Stand.NOT_ACCEPTED), (joined - timedelta(1), Stand.JOINED_LATER)):
        assert j19_stand("ARM", facts.amendments["8-2-e-xix"]._replace(in_force=in_force), q, facts) == stand


def test_a_state_that_shares_a_nationality_counts_only_until_the_other_is_a_party_itself(tmp_path: Path) -> None:
    """On a record where Niue is a Party, and has accepted no amendment."""
    data = real_data(tmp_path / "data")
    joining = act("accession", "2020-01-10", "NIU", effect="2020-04-01", sources=["untc-xviii-10"])
    data.append("states/NIU.yaml", f"acts:\n- {joining}\n")
    with opened(data) as store:
        found = ask(store, "2023-06-01", "NZL", "NIU", **STARVING)
        assert found.verdict == "no"
        assert step_of(found, "J19", "Niue").says.startswith("Niue (nationality): Party that has not accepted")


def test_an_acceptance_whose_year_is_not_over_bars_what_it_will_open(store: Store) -> None:
    """Art. 121(5), first sentence: in force one year after the deposit, which is not silence."""
    facts = Facts(store)
    day = date(2021, 12, 3)  # the Netherlands deposited on 4 December 2020
    q = read(facts, crime=CAH, day=day, as_of=day, nationals=["NLD"])
    assert j19_stand("NLD", facts.amendments["8-2-e-xix"], q, facts) == Stand.YEAR_RUNNING
    assert (
        "only a year after its deposit"
        in step_of(ask(store, "2021-12-03", "NLD", "NLD", **STARVING), "J19", "Netherlands").says
    )


@pytest.mark.parametrize(
    ("complete", "gaps", "day", "stand"),
    [
        (None, None, "2026-06-01", Stand.NOT_ACCEPTED),
        (date(2022, 3, 1), None, "2023-02-28", Stand.NOT_ACCEPTED),
        (date(2022, 3, 1), None, "2023-03-01", Stand.UNRECORDED),
        (date(2022, 3, 1), "two more since", "2023-02-28", Stand.NOT_ACCEPTED),
        (None, "the page was not seen", "2022-06-01", Stand.UNRECORDED),
    ],
)
def test_absence_from_a_list_that_is_not_whole_is_not_a_refusal(
    complete: date | None, gaps: str | None, day: str, stand: Stand, store: Store
) -> None:
    """A deposit binds after a year, so a list that is whole until a day settles the year after it."""
    facts = Facts(store)
    asked = date.fromisoformat(day)
    q = read(facts, crime=CAH, day=asked, as_of=asked, nationals=["FIN"])
    facts.amendments["8-2-e-xix"] = facts.amendments["8-2-e-xix"]._replace(known_through=known_through(complete, gaps))
    assert j19_stand("FIN", facts.amendments["8-2-e-xix"], q, facts) == stand
    step = j19_amended("8-2-e-xix", q, [], facts)
    assert step.caveat == ("amendment-list-incomplete" if stand == Stand.UNRECORDED else None)


def test_registration_in_a_party_that_has_not_accepted_is_undecided_beside_one_that_has(store: Store) -> None:
    """Art. 121(5), second sentence, names nationals and territory; Art. 12(2)(a) names registration apart."""
    gas = "amended:8-2-e-xiv"
    for nationals, verdict in ((["DEU"], "contested"), (["USA"], "no"), (["DEU", "FRA"], "no")):
        found = ask(store, "2016-06-01", None, *nationals, special=["vessel:FRA", gas])
        assert (found.verdict, "amendment-and-registration" in {one.caveat for one in found.caveats}) == (
            verdict, verdict == "contested",
        )  # fmt: skip
    assert ask(store, "2016-06-01", "FRA", "DEU", special=["vessel:FRA", gas]).verdict == "no"


def test_what_the_text_of_1998_has_is_said_where_an_amendment_fails(store: Store) -> None:
    def told(place: str, national: str, *tokens: str) -> list[tuple[str, ...]]:
        found = ask(store, "2023-10-09", place, national, special=[f"amended:{one}" for one in tokens])
        assert not {*found.bases} & {"8(2)(b)(xviii)", "8(2)(b)(xxv)"}
        return [step.articles for step in found.steps if step.rule == "J19" and step.outcome == "note"]

    assert told("gaza", "ISR", "8-2-e-xix") == [("8(2)(b)(xxv)",)]
    assert told("SYR", "SYR", "8-2-e-xiv", "8-2-e-xix") == [("8(2)(b)(xviii)", "8(2)(b)(xxv)")]
    assert told("NZL", "NZL", "8-2-e-xix") == []
    assert told("FRA", "FRA", "8-2-b-xxix") == []


def test_the_end_of_the_record_is_no_change_of_the_law(store: Store) -> None:
    """Who accepted the amendment on starvation is known for some time; the day after that turns no answer."""
    for place, national in (("MLI", "RUS"), ("gaza", "ISR")):
        change = ask(store, "2023-10-09", place, national, **STARVING).would_change
        assert change
        assert change.later is None
