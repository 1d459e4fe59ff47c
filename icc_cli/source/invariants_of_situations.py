"""Invariants of situations, examinations and referrals: Articles 11 to 16, and Article 27 of the Charter."""

from collections.abc import Iterator
from datetime import date

from icc_cli.source.rules import IN_FORCE, Record, dataset, referrals, situations
from icc_cli.treaty import dates
from icc_cli.treaty.details import Outcome, SituationKind, Trigger
from icc_cli.treaty.forms import Vote
from icc_cli.treaty.model import Referral, Situation
from icc_cli.treaty.vocabulary import ActKind

COUNCIL = "Security Council"
_MEMBERS, _NEEDED = 15, 9
"""The Council's members, and the affirmative votes that a decision needs (Charter, Art. 27)."""


@situations
def days_in_order(one: Situation, record: Record) -> Iterator[str]:
    """A situation is authorised, opened, concluded, closed, in this order, while Statute and record run."""
    firsts = [dates.first_day(day) for day in (one.authorised, one.opened, one.concluded, one.closed) if day]
    if firsts != sorted(firsts):
        yield "dates out of order: authorised, opened, concluded, closed"
    if any(day > record.checked for day in firsts):
        yield f"authorised, opened, concluded or closed after the record was checked ({record.checked})"
    if one.opened and dates.last_day(one.opened) < IN_FORCE:
        yield f"opened before the Statute was in force on {IN_FORCE} (Art. 11, 126)"


@situations
def kinds_apart(one: Situation, record: Record) -> Iterator[str]:
    """Examinations have outcomes, investigations have not; ids tell which is which."""
    examination = one.kind == SituationKind.EXAMINATION
    if one.leads_to and (one.leads_to not in record.situations or one.leads_to.startswith("pe-")):
        yield f"'{one.leads_to}' is no situation of this dataset"
    if examination != one.id.startswith("pe-"):
        yield "ids of examinations, and of no others, begin with 'pe-'"
    if bool(one.outcome) != bool(examination and one.closed):
        yield "an examination has an outcome exactly when it is closed; a situation has none"
    if one.concluded and not examination:
        yield "only an examination is 'concluded'; an investigation is closed"
    if not one.opened and not (examination and one.note):
        yield "'opened' is missing; only an examination may lack it, with a note"
    if one.later_trigger and (not examination or one.later_trigger == one.trigger):
        yield "only an examination has a 'later-trigger', other than its first"


@situations
def ties_of_its_states(one: Situation, record: Record) -> Iterator[str]:
    """A State tied to a situation by flag or by nationals alone is among its States, and is tied in one way."""
    for key, codes in (("by-flag", one.by_flag), ("by-nationals", one.by_nationals)):
        for iso3 in codes:
            if iso3 not in one.states:
                yield f"'{key}' names {iso3}, which is not among its 'states'"
    for iso3 in one.by_flag:
        if iso3 in one.by_nationals:
            yield f"{iso3} is both in 'by-flag' and in 'by-nationals'"


@situations
def where_it_led(one: Situation, record: Record) -> Iterator[str]:
    """An examination that ended in an investigation names it, ending as it began (Art. 53)."""
    led = one.outcome in (Outcome.INVESTIGATION, Outcome.ABSORBED)
    if led and not one.leads_to:
        yield f"'{one.outcome}' needs 'leads-to' (Art. 53(1))"
    if one.leads_to and not led and one.outcome:
        yield f"'leads-to' an investigation, but ended as '{one.outcome}' (Art. 53(1))"
    other = record.situations.get(one.leads_to or "")
    if not other or other is one:
        return
    if not {*one.states} & {*other.states}:
        yield f"leads to '{other.id}', which concerns other States"
    if one.outcome == Outcome.INVESTIGATION and other.opened and one.closed not in (other.opened, other.authorised):
        yield f"closed on {one.closed}, but '{other.id}' was opened on {other.opened} (Art. 53(1))"
    if one.outcome == Outcome.INVESTIGATION and one.reference and one.reference != other.reference:
        yield f"number {one.reference}, but '{other.id}' has {other.reference or 'none'}"


@dataset
def numbers(record: Record) -> Iterator[str]:
    """The Court numbers each situation once; an examination shares the number of the investigation it led to."""
    seen: dict[str, str] = {}
    for one in record.dataset.situations:
        if one.reference:
            chain = one.leads_to or one.id
            if seen.setdefault(one.reference, chain) != chain:
                yield f"number {one.reference} is given to '{seen[one.reference]}' and to '{chain}'"


@situations
def authorised_of_its_own_motion(one: Situation, record: Record) -> Iterator[str]:
    """Judges authorise what the Prosecutor begins of his or her own motion, and nothing else (Art. 15(3), (4))."""
    own = one.kind == SituationKind.SITUATION and one.trigger == Trigger.PROPRIO_MOTU
    if own and not one.authorised:
        yield "an investigation of the Prosecutor's own motion needs 'authorised' (Art. 15(4))"
    if one.authorised and not own:
        yield f"'authorised', but its trigger is '{one.trigger}': no judge authorises that (Art. 15(4))"
    if one.authorised_by and not one.authorised:
        yield "'authorised-by' without 'authorised' (Art. 15(4))"
    if one.kind == SituationKind.SITUATION and one.trigger in (Trigger.COMMUNICATIONS, Trigger.ARTICLE_12_3):
        yield f"an investigation is not triggered by '{one.trigger}' (Art. 13); only an examination is"
    if one.kind == SituationKind.EXAMINATION and one.trigger == Trigger.PROPRIO_MOTU:
        yield "only an investigation is of the Prosecutor's own motion (Art. 15(1)); use 'communications'"


@situations
def trigger_on_record(one: Situation, record: Record) -> Iterator[str]:
    """The referral or declaration that a trigger tells of is on record, and came first (Art. 12(3), 13, 14)."""
    other = record.situations.get(one.leads_to or "")
    held = [*one.referrals, *(other.referrals if other else ())]
    end = one.opened if one.kind == SituationKind.SITUATION else one.closed
    last = dates.last_day(end) if end else record.checked
    if not all(bool(referral.by) != bool(referral.body) for referral in held):
        return  # told where the referral is
    held = [referral for referral in held if dates.first_day(referral.done) <= last]
    by = {iso3 for referral in held for iso3 in referral.by}
    for trigger in filter(None, (one.trigger, one.later_trigger)):
        match trigger:
            case Trigger.SELF_REFERRAL if not by & {*one.states}:
                yield "a 'self-referral', but no referral by its State before is on record (Art. 14)"
            case Trigger.STATE_REFERRAL if not by:
                yield "a 'state-referral', but no State's referral before is on record (Art. 14)"
            case Trigger.STATE_REFERRAL if by == {*one.states}:
                yield "a 'state-referral', but only its own State referred it: a 'self-referral' (Art. 14)"
            case Trigger.UNSC_REFERRAL if not any(referral.body == COUNCIL for referral in held):
                yield "an 'unsc-referral', but none before is on record (Art. 13(b))"
            case Trigger.ARTICLE_12_3 if not any(
                act.act == ActKind.ARTICLE_12_3_DECLARATION and (not act.done or dates.first_day(act.done) <= last)
                for iso3 in one.states
                if iso3 in record.states
                for act in record.states[iso3].acts
            ):
                yield "no declaration under Art. 12(3) of its State before is on record"
            case _:
                pass
    triggers = {one.trigger, one.later_trigger}
    if any(referral.body == COUNCIL for referral in one.referrals) and Trigger.UNSC_REFERRAL not in triggers:
        yield f"the Security Council referred it (Art. 13(b)), but its trigger is '{one.trigger}'"


@situations
def scope(one: Situation, record: Record) -> Iterator[str]:
    """The Court looks at what happened since 2002, and while a State was bound or had accepted it (Art. 11, 12)."""
    if one.scope_from and one.scope_to and dates.first_day(one.scope_from) > dates.last_day(one.scope_to):
        yield "the scope ends before it begins"
        return
    if one.scope_from and dates.last_day(one.scope_from) < IN_FORCE:
        yield f"the scope begins before {IN_FORCE} (Art. 11(1))"
    council = any(referral.body == COUNCIL for referral in one.referrals)
    periods = [] if council else [period for iso3 in one.states for period in record.accepted(iso3)]
    for day, what in ((one.scope_from, "begins"), (one.scope_to, "ends")):
        if day and periods and not any(_meet(day, *period) for period in periods):
            yield f"the scope {what} on {day}, when none of its States was bound or had accepted jurisdiction (Art. 12)"
    if not council and not periods and all(record.spans(iso3) for iso3 in one.states) and one.scope_from:
        yield "none of its States was ever bound or accepted jurisdiction (Art. 12), and the Council did not refer it"


def _meet(day: dates.AnyDate, first: date, last: date) -> bool:
    """Return whether a day, or one of a month or year, lies within a period."""
    return first <= dates.last_day(day) and dates.first_day(day) <= last


@referrals
def referred_by_parties(referral: Referral, one: Situation, record: Record) -> Iterator[str]:
    """States Parties refer situations (Art. 14), or the Security Council does (Art. 13(b)), in the record's time."""
    if bool(referral.by) == bool(referral.body):
        yield "a referral is 'by' States or by a 'body'"
    if dates.first_day(referral.done) > record.checked:
        yield f"referred after the record was checked ({record.checked})"
    if dates.last_day(referral.done) < IN_FORCE:
        yield f"referred before the Statute was in force on {IN_FORCE} (Art. 14)"
    if referral.announced and dates.last_day(referral.announced) < dates.first_day(referral.done):
        yield "a referral announced before it was made"
    if len({*referral.by}) < len(referral.by):
        yield "a referral names a State twice"
    day = dates.last_day(referral.done)
    for iso3 in referral.by:
        if record.spans(iso3) and not record.is_party(iso3, day):
            yield f"referred on {referral.done} by {iso3}, no State Party then (Art. 14(1))"


@referrals
def voted(referral: Referral, one: Situation, record: Record) -> Iterator[str]:
    """The Council has fifteen members and decides with nine votes (Charter, Art. 27); those who abstain are named."""
    votes = referral.votes
    named = len({*referral.abstaining})
    if (votes or referral.abstaining) and referral.body != COUNCIL:
        yield "only the Security Council votes on a referral (Art. 13(b))"
        return
    total = sum(votes.values())
    if total > _MEMBERS or (len(votes) == len(Vote) and total != _MEMBERS):
        yield f"{total} votes; the Security Council has fifteen members (Charter, Art. 23)"
    if votes and (for_it := votes.get(Vote.FOR, _NEEDED)) < _NEEDED:
        yield f"{for_it} votes for it; a decision needs nine (Charter, Art. 27)"
    abstained = votes.get(Vote.ABSTAINING, named)
    if named > abstained or (record.whole and named != abstained):
        yield f"{abstained} abstained, but {named} are named"
