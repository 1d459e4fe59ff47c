"""What must hold for every question: drawn at random over States, days and tokens."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from icc_cli.database.store import Store
from icc_cli.errors import UsageError
from icc_cli.jurisdiction.answer import acting, answer
from icc_cli.jurisdiction.combine import find
from icc_cli.jurisdiction.facts import Facts
from icc_cli.jurisdiction.inputs import CORE, Question, read
from icc_cli.jurisdiction.trace import Verdict, rank
from tests.support.places import TODAY

STATES = [
    "AFG", "ARM", "AZE", "BDI", "BGD", "BLR", "CHN", "CIV", "COD", "COK", "COL", "COM", "CYP", "DNK", "EGY",
    "ETH", "FRA", "GBR", "GEO", "GTM", "HUN", "ISR", "KEN", "KHM", "LBN", "LBR", "LBY", "LTU", "MDA", "MLI",
    "MMR", "MNE", "MYS", "NER", "NIU", "NLD", "NZL", "PHL", "PSE", "RUS", "SDN", "SLV", "SRB", "SSD", "SYR",
    "TCD", "TLS", "TWN", "UGA", "UKR", "USA", "VEN", "XKX", "ZAF",
]  # fmt: skip
TOKENS = [
    "territory:crimea", "territory:gaza", "territory:darfur", "territory:khartoum", "territory:greenland",
    "territory:curacao", "territory:falklands", "territory:kosovo", "territory:eez-PHL", "vessel:COM", "vessel:TUR",
    "aircraft:POL", "cross-border:BGD", "cross-border:TJK", "amended:8-2-e-xix", "amended:8-2-e-xiii", "age:17",
    "age:18", "legal-person", "un-operation", "unrelated-to-situation",
]  # fmt: skip
COUNCIL = ["referral:1593", "referral:1970", "referral:hypothetical", "deferral:1422", "deferral:1487",
           "deferral:hypothetical"]  # fmt: skip
days = st.dates(date(2000, 1, 1), date(2035, 12, 31))
since_2002 = st.dates(date(2002, 7, 1), date(2035, 12, 31))
some_state = st.sampled_from(STATES)
many = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def facts(store: Store) -> Facts:
    return Facts(store)


def put(facts: Facts, **parts: Any) -> Question | None:
    """Put a question; None where it is refused."""
    parts.setdefault("crime", "war-crimes")
    parts.setdefault("as_of", max(TODAY, parts["day"]))
    try:
        return read(facts, **parts)
    except UsageError:
        return None


@many
@given(
    crime=st.sampled_from([*CORE, "administration-of-justice", "terrorism"]),
    day=days,
    territory=st.none() | some_state,
    nationals=st.lists(some_state, max_size=2),
    special=st.lists(st.sampled_from(TOKENS), max_size=3),
    unsc=st.lists(st.sampled_from(COUNCIL), max_size=2),
)
def test_every_combination_gets_an_answer_or_a_refusal_of_one_line(facts: Facts, **parts: Any) -> None:
    question = put(facts, **parts)
    if question:
        found = answer(question, facts, acting(None, TODAY)).answer
        assert found.bases
        assert found.steps
        assert found.date >= date(2002, 7, 1) or found.verdict == "no"
        assert (found.verdict in ("contested", "yes-with-caveat")) <= bool(found.caveats)


@many
@given(
    day=st.dates(date(1998, 1, 1), date(2002, 6, 30)),
    territory=some_state,
    national=some_state,
    crime=st.sampled_from(CORE),
    unsc=st.sampled_from([[], *([one] for one in COUNCIL)]),
)
def test_nothing_before_the_first_of_july_2002(
    facts: Facts, day: date, territory: str, national: str, crime: str, unsc: list[str]
) -> None:
    question = put(facts, crime=crime, day=day, territory=territory, nationals=[national], unsc=unsc)
    assert question is None or find(question, facts).verdict == "no"


@many
@given(day=since_2002, territory=some_state, national=some_state, crime=st.sampled_from(CORE[:3]))
def test_the_nationality_or_the_ship_of_a_party_never_turns_a_yes_into_a_no(
    facts: Facts, day: date, territory: str, national: str, crime: str
) -> None:
    plain = put(facts, crime=crime, day=day, territory=territory, nationals=[national])
    if plain is None:
        return
    before = find(plain, facts).verdict
    for more in ({"nationals": [national, "DEU"]}, {"nationals": [national], "special": ["vessel:DEU"]}):
        asked = put(facts, crime=crime, day=day, territory=territory, **more)
        assert asked
        after = find(asked, facts).verdict
        assert after != "no" or before == "no"
        assert crime == "war-crimes" or rank(after) <= rank(before)


@many
@given(day=since_2002, national=some_state, crime=st.sampled_from(CORE[:3]))
def test_the_territory_of_a_party_since_2002_is_always_a_basis(
    facts: Facts, day: date, national: str, crime: str
) -> None:
    question = put(facts, crime=crime, day=day, territory="DEU", nationals=[national])
    assert question is None or find(question, facts).verdict in ("yes", "contested")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    start=st.dates(date(2002, 6, 1), date(2032, 12, 31)),
    length=st.integers(0, 500),
    territory=some_state,
    national=st.none() | some_state,
    crime=st.sampled_from([*CORE, "administration-of-justice"]),
    special=st.lists(st.sampled_from(TOKENS), max_size=1),
    on=st.none() | st.dates(date(2010, 1, 1), date(2034, 1, 1)),
)
def test_the_report_of_a_range_equals_the_answers_day_by_day(
    facts: Facts, start: date, length: int, territory: str, national: str | None, crime: str, special: list[str],
    on: date | None,
) -> None:  # fmt: skip
    when = acting(on, TODAY)
    nationals = [national] if national else []
    question = put(
        facts, crime=crime, day=start, as_of=when(start), territory=territory, nationals=nationals, special=special
    )
    if question is None:
        return
    report = answer(question, facts, when, start + timedelta(length)).answer
    expected: list[tuple[date, Verdict]] = []
    for number in range(length + 1):
        day = start + timedelta(number)
        verdict = find(question.at(day, when(day)), facts).verdict
        if not expected or expected[-1][1] != verdict:
            expected.append((day, verdict))
    assert [(change.from_, change.verdict) for change in report.changes] == expected


def test_there_is_no_place_for_the_victims_in_a_question() -> None:
    assert not any("victim" in name for name in Question._fields)


@many
@given(day=since_2002, territory=some_state, national=some_state, crime=st.sampled_from(CORE))
def test_the_nearest_days_with_another_answer_are_the_nearest(
    facts: Facts, day: date, territory: str, national: str, crime: str
) -> None:
    question = put(facts, crime=crime, day=day, territory=territory, nationals=[national])
    if question is None:
        return
    when = acting(None, TODAY)
    found = answer(question, facts, when).answer
    assert found.would_change
    for other in (found.would_change.earlier, found.would_change.later):
        if other and abs((other.day - day).days) < 400:
            step = timedelta(1 if other.day > day else -1)
            near = day
            while find(question.at(near, when(near)), facts).verdict == found.verdict:
                near += step
            assert near == other.day
