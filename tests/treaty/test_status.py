"""The derivation: acts and a day give a status."""

from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icc_cli.treaty.dates import entry_into_force, one_year_after
from icc_cli.treaty.model import Act
from icc_cli.treaty.status import begins, explain, known, live_acts, spans, status
from icc_cli.treaty.vocabulary import ActKind, Status

FIRST, LAST = date(1998, 1, 1), date(2030, 12, 31)


def act(kind: ActKind, done: str, effect: str | None = None, circulated: str | None = None, undoes: str = "") -> Act:
    return Act(
        id=f"XYZ-{done}-{kind}",
        act=kind,
        done=date.fromisoformat(done),
        effect=date.fromisoformat(effect) if effect else None,
        circulated=date.fromisoformat(circulated) if circulated else None,
        undoes=undoes or None,
        sources=("status-page",),
    )


def on(acts: list[Act], day: str, known_by: str | None = None) -> Status:
    return status(acts, date.fromisoformat(day), date.fromisoformat(known_by) if known_by else None)


SIGNED = act(ActKind.SIGNATURE, "1999-01-13")
RATIFIED = act(ActKind.RATIFICATION, "2004-09-21", "2004-12-01")
NOTICE = act(ActKind.WITHDRAWAL_NOTICE, "2016-10-27", "2017-10-27", "2016-10-28")
RESCINDED = act(ActKind.WITHDRAWAL_RESCINDED, "2017-02-10", None, "2017-02-16", undoes=NOTICE.id)


def courses(acts: list[Act], independence: date | None = None) -> list[tuple[object, ...]]:
    """Return the values of each span: its first day, the day after its last, the status and the act it rests on."""
    return [tuple(span) for span in spans(acts, independence)]


def test_a_state_without_acts_has_neither_signed_nor_joined() -> None:
    assert explain([], date(2016, 1, 1)) == (Status.NON_SIGNATORY, None)
    assert courses([]) == [(None, None, Status.NON_SIGNATORY, None)]


def test_a_signatory_is_one_from_the_day_it_signs() -> None:
    assert on([SIGNED], "1999-01-12") == Status.NON_SIGNATORY
    assert on([SIGNED], "1999-01-13") == Status.SIGNATORY


def test_a_state_that_ratified_is_a_contracting_state_until_the_statute_is_in_force_for_it() -> None:
    assert on([SIGNED, RATIFIED], "2004-09-20") == Status.SIGNATORY
    assert on([SIGNED, RATIFIED], "2004-09-21") == Status.CONTRACTING_STATE
    assert on([SIGNED, RATIFIED], "2004-11-30") == Status.CONTRACTING_STATE
    assert on([SIGNED, RATIFIED], "2004-12-01") == Status.STATE_PARTY


def test_a_withdrawing_state_is_inside_through_the_eve_of_the_effect_day_and_outside_from_it() -> None:
    acts = [SIGNED, RATIFIED, NOTICE]
    assert on(acts, "2016-10-26") == Status.STATE_PARTY
    assert on(acts, "2016-10-27") == Status.STATE_PARTY_WITHDRAWING
    assert on(acts, "2017-10-26") == Status.STATE_PARTY_WITHDRAWING
    assert on(acts, "2017-10-27") == Status.FORMER_PARTY


def test_a_rescinded_notice_does_nothing_on_its_old_effect_day() -> None:
    acts = [SIGNED, RATIFIED, NOTICE, RESCINDED]
    assert on(acts, "2017-02-09") == Status.STATE_PARTY_WITHDRAWING
    assert on(acts, "2017-02-10") == Status.STATE_PARTY
    assert on(acts, "2017-10-27") == Status.STATE_PARTY


def test_the_order_of_the_file_does_not_matter() -> None:
    acts = [RESCINDED, NOTICE, RATIFIED, SIGNED]
    assert on(acts, "2017-10-27") == Status.STATE_PARTY
    same_day = [act(ActKind.RATIFICATION, "1999-01-13", "2002-07-01"), SIGNED]
    assert on(same_day, "1999-01-13") == on(same_day[::-1], "1999-01-13") == Status.CONTRACTING_STATE


def test_a_rescission_on_the_day_of_the_notice_wins_whatever_the_order() -> None:
    rescinded = act(ActKind.WITHDRAWAL_RESCINDED, "2016-10-27", undoes=NOTICE.id)
    for acts in ([RATIFIED, NOTICE, rescinded], [rescinded, NOTICE, RATIFIED]):
        assert on(acts, "2016-10-27") == Status.STATE_PARTY


def test_who_asked_before_the_circulation_saw_no_notice() -> None:
    acts = [RATIFIED, NOTICE, RESCINDED]
    assert on(acts, "2016-10-27", "2016-10-27") == Status.STATE_PARTY
    assert on(acts, "2016-10-27", "2016-10-28") == Status.STATE_PARTY_WITHDRAWING
    assert on(acts, "2017-02-12", "2017-02-15") == Status.STATE_PARTY_WITHDRAWING
    assert on(acts, "2017-02-12", "2017-02-16") == Status.STATE_PARTY
    assert known(acts, date(2016, 10, 27)) == [RATIFIED]


def test_a_state_that_joins_again_after_leaving_is_a_party_again() -> None:
    again = act(ActKind.ACCESSION, "2020-01-10", "2020-04-01")
    acts = [SIGNED, RATIFIED, NOTICE, again]
    assert on(acts, "2020-01-09") == Status.FORMER_PARTY
    assert on(acts, "2020-01-10") == Status.CONTRACTING_STATE
    assert on(acts, "2020-04-01") == Status.STATE_PARTY


def test_an_accession_taken_back_before_entry_into_force_leaves_no_trace_in_the_status() -> None:
    acceded = act(ActKind.ACCESSION, "2019-03-04", "2019-06-01")
    undone = act(ActKind.INSTRUMENT_WITHDRAWN, "2019-04-29", None, "2019-05-15", undoes=acceded.id)
    acts = [acceded, undone]
    assert on(acts, "2019-04-28") == Status.CONTRACTING_STATE
    assert on(acts, "2019-04-29") == Status.NON_SIGNATORY
    assert on(acts, "2019-06-01") == Status.NON_SIGNATORY
    assert on(acts, "2019-05-10", "2019-05-14") == Status.CONTRACTING_STATE
    assert explain(acts, date(2019, 4, 29))[1] == undone


def test_a_succession_counts_from_independence_though_it_was_notified_later() -> None:
    acts = [act(ActKind.SUCCESSION, "2006-10-23", "2006-06-03")]
    independence = date(2006, 6, 3)
    assert status(acts, date(2006, 6, 2), None, independence) == Status.NOT_YET_A_STATE
    assert status(acts, date(2006, 6, 3), None, independence) == Status.STATE_PARTY
    assert status(acts, date(2006, 7, 1), date(2006, 7, 1), independence) == Status.NON_SIGNATORY


def test_a_day_that_moves_no_status_starts_no_span() -> None:
    """As for Montenegro: the succession was notified when the State had been a Party for months."""
    inherited = act(ActKind.SUCCESSION, "2006-10-23", "2006-06-03")
    assert courses([inherited], date(2006, 6, 3)) == [
        (None, date(2006, 6, 3), Status.NOT_YET_A_STATE, None),
        (date(2006, 6, 3), None, Status.STATE_PARTY, inherited.id),
    ]


def test_declaring_no_intent_keeps_the_signature_and_taking_that_back_restores_it() -> None:
    refused = act(ActKind.NO_INTENT_DECLARATION, "2002-05-06")
    returned = act(ActKind.NO_INTENT_REVERSED, "2030-01-01", undoes=refused.id)
    acts = [SIGNED, refused, returned]
    assert on(acts, "2002-05-05") == Status.SIGNATORY
    assert on(acts, "2002-05-06") == Status.SIGNATORY_NO_INTENT
    assert on(acts, "2030-01-01") == Status.SIGNATORY


@pytest.mark.parametrize(
    "kind",
    [
        ActKind.WITHDRAWAL_ANNOUNCED,
        ActKind.SIGNAL,
        ActKind.COURT_RULING,
        ActKind.HOSTILE_MEASURE,
        ActKind.NO_INTENT_ANNOUNCED,
    ],
)
def test_announcements_signals_and_rulings_never_move_a_status(kind: ActKind) -> None:
    acts = [SIGNED, RATIFIED]
    assert spans([*acts, act(kind, "2010-01-01")]) == spans(acts)


def test_each_status_rests_on_the_act_that_brought_it() -> None:
    day = date.fromisoformat
    assert courses([SIGNED, RATIFIED, NOTICE]) == [
        (None, SIGNED.done, Status.NON_SIGNATORY, None),
        (SIGNED.done, RATIFIED.done, Status.SIGNATORY, SIGNED.id),
        (RATIFIED.done, RATIFIED.effect, Status.CONTRACTING_STATE, RATIFIED.id),
        (RATIFIED.effect, NOTICE.done, Status.STATE_PARTY, RATIFIED.id),
        (NOTICE.done, NOTICE.effect, Status.STATE_PARTY_WITHDRAWING, NOTICE.id),
        (day("2017-10-27"), None, Status.FORMER_PARTY, NOTICE.id),
    ]


def test_a_notice_on_the_day_of_the_deposit_is_a_notice_and_counts_from_entry_into_force() -> None:
    notice = act(ActKind.WITHDRAWAL_NOTICE, "2004-09-21", "2005-09-21")
    assert on([RATIFIED, notice], "2004-11-30") == Status.CONTRACTING_STATE
    assert on([RATIFIED, notice], "2004-12-01") == Status.STATE_PARTY_WITHDRAWING
    assert on([RATIFIED, notice], "2005-09-21") == Status.FORMER_PARTY


def test_an_act_that_moves_a_status_needs_its_day() -> None:
    with pytest.raises(ValueError, match="without a day"):
        begins(Act(id="XYZ-undated-signature", act=ActKind.SIGNATURE, sources=("status-page",)))


@st.composite
def lives(draw: st.DrawFn) -> list[Act]:
    """Draw what a State may do in order: sign, refuse, join, give notice, take it back, leave, join again."""
    days = iter(sorted(draw(st.lists(st.dates(FIRST, LAST), min_size=8, max_size=8, unique=True))))
    acts: list[Act] = []
    if draw(st.booleans()):
        acts.append(act(ActKind.SIGNATURE, next(days).isoformat()))
        if draw(st.booleans()):
            acts.append(act(ActKind.NO_INTENT_DECLARATION, next(days).isoformat()))
    for _ in range(draw(st.integers(0, 2))):
        day = next(days)
        acts.append(act(ActKind.ACCESSION, day.isoformat(), entry_into_force(day).isoformat()))
        if draw(st.booleans()):
            day = next(days)
            notice = act(ActKind.WITHDRAWAL_NOTICE, day.isoformat(), one_year_after(day).isoformat())
            acts.append(notice)
            if draw(st.booleans()):
                day = min(next(days), one_year_after(day) - timedelta(days=1))
                acts.append(act(ActKind.WITHDRAWAL_RESCINDED, day.isoformat(), undoes=notice.id))
    return acts


@given(lives(), st.dates(FIRST, LAST), st.none() | st.dates(FIRST, LAST))
@settings(max_examples=300)
def test_spans_and_derivation_agree_on_any_day_of_any_life(
    acts: list[Act], day: date, independence: date | None
) -> None:
    found = spans(acts, independence)
    assert found[0].start is None
    assert found[-1].end is None
    for before, after in pairwise(found):
        assert before.end == after.start
        assert before.status != after.status
    holding = [s for s in found if (s.start or date.min) <= day and (s.end is None or day < s.end)]
    assert [s.status for s in holding] == [status(acts, day, None, independence)]


@given(lives(), st.dates(FIRST, LAST), st.randoms())
def test_the_answer_does_not_depend_on_the_order_of_acts(acts: list[Act], day: date, random: Random) -> None:
    shuffled = list(acts)
    random.shuffle(shuffled)
    assert status(shuffled, day) == status(acts, day)


@given(lives(), st.dates(FIRST, LAST), st.dates(FIRST, LAST))
def test_what_happens_later_never_changes_an_earlier_answer(acts: list[Act], day: date, cut: date) -> None:
    earlier = [one for one in acts if begins(one) <= max(day, cut)]
    assert status(earlier, day) == status(acts, day)
    assert {one.id for one in live_acts(acts, day)} <= {one.id for one in acts if begins(one) <= day}
