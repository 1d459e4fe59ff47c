"""Acts that have not happened: what follows from them by the treaty's own arithmetic, and what it rules out."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icc_cli.database.build import build
from icc_cli.database.store import Store, open_bytes
from icc_cli.database.supposed import suppose
from icc_cli.errors import UsageError
from icc_cli.queries.acts import acts
from icc_cli.queries.amendments import amendment
from icc_cli.queries.status import parties, status
from icc_cli.queries.supposing import read
from icc_cli.source.load import load
from icc_cli.treaty import dates
from icc_cli.treaty.model import Act, Dataset
from icc_cli.treaty.vocabulary import ActKind, Status
from tests.support.places import RECORD

LEAP = date(2028, 2, 29)


@pytest.fixture(scope="module")
def record() -> Dataset:
    return load(RECORD)


def supposing(store: Store, *texts: str) -> Store:
    return suppose(store, [read(store, text) for text in texts])


def standing(store: Store, iso3: str, on: date) -> Status | None:
    found = status(store, iso3, on)
    return found.status


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("norway withdrawal-notice 2026-12-01", date(2027, 12, 1)),
        ("norway withdrawal-notice 2028-02-29", date(2029, 2, 28)),
        ("azerbaijan accession 2026-12-10", date(2027, 3, 1)),
        ("united states ratification 2028-02-29", date(2028, 5, 1)),
        ("kenya amendment-consent starvation 2028-02-29", date(2029, 2, 28)),
        ("niger withdrawal-rescinded 2027-01-15", None),
        ("norway withdraws 2026-12-01", date(2027, 12, 1)),
        ("norway withdrawal-notice 1 Dec 2026", date(2027, 12, 1)),
        ("kenya amendment-consent starvation 29 February 2028", date(2029, 2, 28)),
        ("norway withdrawal-notice 20261201", date(2027, 12, 1)),
    ],
)
def test_the_treaty_says_when_a_supposed_act_takes_effect(store: Store, text: str, effect: date | None) -> None:
    with closing(supposing(store, text)) as found:
        (one,) = found.supposed
        assert one.effect == effect
        assert one.id.startswith("supposed-")


def test_a_notice_ends_membership_a_year_on_to_the_day(store: Store) -> None:
    with closing(supposing(store, "norway withdrawal-notice 2026-12-01")) as found:
        days = {day: standing(found, "NOR", date.fromisoformat(day)) for day in ("2026-11-30", "2026-12-01")}
        assert days == {"2026-11-30": Status.STATE_PARTY, "2026-12-01": Status.STATE_PARTY_WITHDRAWING}
        assert standing(found, "NOR", date(2027, 11, 30)) == Status.STATE_PARTY_WITHDRAWING
        assert standing(found, "NOR", date(2027, 12, 1)) == Status.FORMER_PARTY
        assert len(parties(found, date(2028, 1, 1))) == len(parties(store, date(2028, 1, 1))) - 1


def test_a_pending_notice_can_be_withdrawn_until_the_day_it_takes_effect(store: Store) -> None:
    with closing(supposing(store, "niger withdrawal-rescinded 2027-06-17")) as found:
        assert standing(found, "NER", date(2027, 6, 18)) == Status.STATE_PARTY
    with pytest.raises(UsageError, match=r"comes too late"):
        supposing(store, "niger withdrawal-rescinded 2027-06-18")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("united states withdrawal-notice 2026-12-01", r"Art\. 127\(1\) needs a State Party"),
        ("niger withdrawal-notice 2026-12-01", r"while another is pending \(Art\. 127\(1\)\)"),
        ("ethiopia signature 2026-12-01", r"Art\. 125\(1\)"),
        ("ethiopia ratification 2026-12-01", r"Art\. 125\(2\)"),
        ("united states accession 2026-12-01", r"Art\. 125\(2\)"),
        ("norway accession 2026-12-01", "already done so"),
        ("norway withdrawal-rescinded 2026-12-01", r"no notice of withdrawal to take back then \(Art\. 127\(1\)"),
        ("germany amendment-consent aggression 2027-02-01", r"Art\. 121\(5\)"),
        ("ethiopia amendment-consent aggression 2027-02-01", "Art. 121 needs a State Party"),
        ("france article-124-declaration 2027-01-01", r"Art\. 124"),
        ("norway article-12-3-declaration 2027-01-01", r"Art\. 12\(1\), \(3\)"),
        ("ethiopia article-12-3-declaration 2027-01-01 from 2001-01-01", r"Art\. 11\(1\)"),
        ("kosovo accession 2026-12-01", "none can be supposed"),
        ("norway withdrawal-notice 2017-01-01", "the record is checked through"),
    ],
)
def test_what_the_treaty_rules_out_is_refused_with_its_article(store: Store, text: str, why: str) -> None:
    with pytest.raises(UsageError, match=why) as refused:
        supposing(store, text)
    assert refused.value.message.startswith(f"--suppose '{text}': ")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no act that can be supposed is named"),
        ("norway", "no act that can be supposed is named"),
        ("norway withdrawal-notice", "the day is missing"),
        ("norway withdrawal-notice 2026-12", "is not one day"),
        ("norway withdrawal-notice 1/12/2026", "is not a day"),
        ("norway withdrawal-notice 2027-02-29", "Feb 2027 has no day 29"),
        ("norway withdrawal-notice soon 2027-02-01", "'soon' is not a day"),
        ("kenya amendment-consent 2027-02-01", "the amendment is not named"),
        ("narnia withdrawal-notice 2026-12-01", "no State is known"),
        ("norway objection 2026-12-01", "no act that can be supposed is named"),
    ],
)
def test_what_is_no_supposition_is_refused_in_one_line(store: Store, text: str, why: str) -> None:
    with pytest.raises(UsageError, match=why):
        supposing(store, text)


def test_the_past_is_not_rewritten(store: Store) -> None:
    day = store.checked - timedelta(days=1)
    with pytest.raises(UsageError, match="the record is checked through"):
        supposing(store, f"norway withdrawal-notice {day}")
    with closing(supposing(store, f"norway withdrawal-notice {store.checked}")) as found:
        assert acts(found, store.checked - timedelta(days=1)) == acts(store, store.checked - timedelta(days=1))


def test_the_store_that_was_asked_stays_as_it_is(store: Store) -> None:
    before = acts(store, date(2030, 1, 1))
    supposing(store, "norway withdrawal-notice 2026-12-01").close()
    assert acts(store, date(2030, 1, 1)) == before
    assert not store.supposed


def test_a_consent_binds_a_year_after_it(store: Store) -> None:
    with closing(supposing(store, "kenya amendment-consent starvation 2027-02-01")) as found:
        for day, bound in ((date(2028, 1, 31), False), (date(2028, 2, 1), True)):
            with_parties = amendment(found, "starvation-2019", day)
            assert with_parties
            assert ("KEN" in [one.iso3 for one in with_parties.parties if one.state == "bound"]) == bound


MOVES = [
    ("NOR", ActKind.WITHDRAWAL_NOTICE, dates.one_year_after),
    ("AZE", ActKind.ACCESSION, dates.entry_into_force),
    ("USA", ActKind.RATIFICATION, dates.entry_into_force),
]


@pytest.mark.parametrize("moved", MOVES, ids=[str(move[1]) for move in MOVES])
@given(ahead=st.integers(1, 4000), later=st.integers(-30, 900))
@settings(max_examples=12, deadline=None)
def test_a_supposed_act_and_the_same_act_on_record_give_the_same_statuses(
    store: Store, record: Dataset, moved: tuple[str, ActKind, object], ahead: int, later: int
) -> None:
    iso3, kind, effect = moved
    done = store.checked + timedelta(days=ahead)
    one = Act(act=kind, done=done, effect=effect(done), id=f"{iso3}-{done}-{kind}", sources=())  # type: ignore[operator]
    states = tuple(state._replace(acts=(*state.acts, one)) if state.iso3 == iso3 else state for state in record.states)
    entered = open_bytes(build(record._replace(states=states)), "the record with the act")
    with closing(entered), closing(supposing(store, f"{iso3} {kind} {done}")) as found:
        on = done + timedelta(days=later)
        spans = "SELECT iso3, since, until, status, projected FROM span ORDER BY iso3, since"
        assert [tuple(row) for row in found.rows(spans)] == [tuple(row) for row in entered.rows(spans)]
        assert [one.iso3 for one in parties(found, on)] == [one.iso3 for one in parties(entered, on)]


@given(ahead=st.integers(1, 2000), after=st.integers(1, 360))
@settings(max_examples=15, deadline=None)
def test_a_supposition_that_another_undoes_changes_no_count_after_it(store: Store, ahead: int, after: int) -> None:
    done = store.checked + timedelta(days=ahead)
    undone = done + timedelta(days=after)
    texts = f"norway withdrawal-notice {done}", f"norway withdrawal-rescinded {undone}"
    with closing(supposing(store, *texts)) as found:
        for on in (undone, undone + timedelta(days=800)):
            assert [(one.iso3, one.status) for one in parties(found, on)] == [
                (one.iso3, one.status) for one in parties(store, on)
            ]


@pytest.fixture
def leaving(store: Store) -> Iterator[Store]:
    with closing(supposing(store, "norway withdrawal-notice 2026-12-01")) as found:
        yield found


def test_an_act_that_is_supposed_is_not_confirmed(leaving: Store) -> None:
    (one,) = [act for act in acts(leaving, date(2026, 12, 1)) if act.id.startswith("supposed-")]
    assert (one.confidence, one.sources) == ("supposed", ())
