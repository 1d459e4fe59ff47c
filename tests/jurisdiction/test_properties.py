"""What must hold for every question: drawn at random over States, days and tokens."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from icc_cli.database.store import Store
from icc_cli.errors import UsageError
from icc_cli.jurisdiction.answer import Stretch, acting, answer, turns
from icc_cli.jurisdiction.combine import Finding, find
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
    "age:18", "legal-person", "un-operation", "unrelated-to-situation", "aggressor:DEU", "high-seas", "stateless",
    "territory:jersey", "territory:donetsk",
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


Reasons = tuple[Verdict, frozenset[str], frozenset[Any]]


def reasons(one: Finding | Stretch) -> Reasons:
    """Return what makes an answer another: verdict, articles, caveats; the floor has its day (Art. 11(1))."""
    return one.verdict, frozenset(one.bases) - {"11(1)"}, frozenset(one.caveats)


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
    expected: list[tuple[date, Reasons]] = []
    for number in range(length + 1):
        day = start + timedelta(number)
        now = reasons(find(question.at(day, when(day))._replace(first=start), facts))
        if not expected or expected[-1][1] != now:
            expected.append((day, now))
    assert [(change.from_, reasons(change)) for change in report.changes] == expected
    turned = [(day, why[0]) for day, why in expected]
    verdicts = [one for number, one in enumerate(turned) if not number or one[1] != turned[number - 1][1]]
    assert [(one.from_, one.verdict) for one in turns(report)] == verdicts


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


@many
@given(
    day=since_2002,
    territory=some_state,
    national=some_state,
    crime=st.sampled_from(CORE[:2]),
    more=st.sampled_from(["vessel", "aircraft", "cross-border", "national"]),
    another=some_state,
)
def test_one_more_link_never_lowers_an_answer(
    facts: Facts, day: date, territory: str, national: str, crime: str, more: str, another: str
) -> None:
    """Art. 12(2): one link is enough, and no other can take it away (Art. 124 and 121(5) touch war crimes alone)."""
    asked = {"crime": crime, "day": day, "territory": territory}
    plain = put(facts, nationals=[national], **asked)
    added = {"nationals": [national, another]} if more == "national" else {"special": [f"{more}:{another}"]}
    linked = put(facts, **{"nationals": [national], **added, **asked})
    if plain and linked:
        assert rank(find(linked, facts).verdict) <= rank(find(plain, facts).verdict)


@many
@given(day=since_2002, territory=some_state, national=some_state, crime=st.sampled_from(CORE),
       special=st.lists(st.sampled_from(TOKENS), max_size=2))  # fmt: skip
def test_a_referral_by_the_council_never_narrows_an_answer(
    facts: Facts, day: date, territory: str, national: str, crime: str, special: list[str]
) -> None:
    asked = {"crime": crime, "day": day, "territory": territory, "nationals": [national], "special": special}
    plain, referred = put(facts, **asked), put(facts, unsc=["referral:hypothetical"], **asked)
    if plain and referred:
        assert rank(find(referred, facts).verdict) <= rank(find(plain, facts).verdict)


@many
@given(
    day=since_2002,
    crime=st.sampled_from(CORE),
    territory=some_state,
    nationals=st.lists(some_state, min_size=1, max_size=3),
    bar=st.sampled_from(["age:17", "legal-person"]),
    special=st.lists(st.sampled_from(TOKENS), max_size=2),
    unsc=st.lists(st.sampled_from(COUNCIL), max_size=2),
)
def test_a_bar_on_the_person_holds_whatever_else_is_added(
    facts: Facts, bar: str, special: list[str], **parts: Any
) -> None:
    question = put(facts, special=[bar, *special], **parts)
    assert question is None or find(question, facts).verdict == "no"


@many
@given(day=st.dates(date(2018, 7, 17), date(2035, 1, 1)), attacked=some_state, others=st.lists(some_state, max_size=2),
       aggressor=st.none() | some_state, outsider=st.sampled_from(["USA", "RUS", "CHN", "SYR"]))  # fmt: skip
def test_no_aggression_by_nationals_of_a_state_that_is_no_party_whatever_else_they_are(
    facts: Facts, day: date, attacked: str, others: list[str], aggressor: str | None, outsider: str
) -> None:
    """Art. 15 bis(5); only a referral by the Council lifts it (Art. 15 ter)."""
    special = [f"aggressor:{aggressor}"] if aggressor else []
    asked: dict[str, Any] = {"crime": "aggression", "day": day, "territory": attacked, "special": special}
    for nationals in ([outsider, *others], [*others, outsider]):
        question = put(facts, nationals=nationals, **asked)
        darfur = question is not None and question.place == "darfur"
        assert question is None or darfur or find(question, facts).verdict in ("no", referred(question, facts))


def referred(question: Question, facts: Facts) -> str:
    """Return what a referral on record gives, which no other link touches."""
    return (
        "contested" if any(one.link == "13(b)" and one.verdict != "no" for one in find(question, facts).grounds) else ""
    )


@many
@given(day=st.dates(date(2021, 10, 14), date(2026, 1, 1)), territory=some_state,
       special=st.lists(st.sampled_from(["vessel:NZL", "aircraft:NZL", "cross-border:NZL"]), max_size=2),
       unsc=st.sampled_from([[], ["referral:hypothetical"]]))  # fmt: skip
def test_a_party_that_has_not_accepted_an_amendment_bars_its_crimes_whatever_other_link_has(
    facts: Facts, day: date, territory: str, special: list[str], unsc: list[str]
) -> None:
    """Art. 121(5), second sentence. Finland has accepted nothing on starvation."""
    amended = [*special, "amended:starvation"]
    question = put(facts, day=day, territory=territory, nationals=["FIN", "NZL"], special=amended, unsc=unsc)
    assert question is None or find(question, facts).verdict == "no"
