"""Invariants of declarations under Articles 12(3) and 124, of objections, and of the Agreement on Privileges."""

from collections.abc import Iterator
from datetime import date, timedelta

from icc_cli.source.rules import IN_FORCE, Past, Record, acts, by
from icc_cli.treaty import dates
from icc_cli.treaty.details import Instrument, Reception
from icc_cli.treaty.model import Act
from icc_cli.treaty.status import under_agreement
from icc_cli.treaty.vocabulary import AGREEMENT_ACTS, ActKind

AGREEMENT_IN_FORCE = date(2004, 7, 22)
"""Entry into force of the Agreement on Privileges and Immunities for its first ten parties (its Art. 35(1))."""
AGREEMENT_OPEN, AGREEMENT_SIGNED = date(2002, 9, 10), date(2004, 6, 30)
"""The first and last day on which the Agreement could be signed (its Art. 34(1))."""
_BY_SIGNATORIES = (Instrument.RATIFICATION, Instrument.ACCEPTANCE, Instrument.APPROVAL)
_OBJECTED_TO = (
    ActKind.DECLARATION,
    ActKind.TERRITORIAL_APPLICATION,
    ActKind.TERRITORIAL_EXCLUSION,
    ActKind.ARTICLE_124_DECLARATION,
    ActKind.ARTICLE_12_3_DECLARATION,
)

# Art. 12(3)


@acts
def accepts_a_period(act: Act, owner: str, record: Record) -> Iterator[str]:
    """Jurisdiction is accepted for a period that ends after it begins, and not for what came before the Statute."""
    first, last = act.accepts_from, act.accepts_to
    if first and dates.last_day(first) < IN_FORCE:
        yield f"accepts jurisdiction from before {IN_FORCE} (Art. 11(1))"
    if last and dates.last_day(last) < (dates.first_day(first) if first else IN_FORCE):
        yield "the period for which it accepts jurisdiction ends before it begins (Art. 12(3))"


@by(ActKind.ARTICLE_12_3_DECLARATION)
def says_from_when(past: Past) -> Iterator[str]:
    """A declaration says from when it accepts jurisdiction, unless it confirms an earlier one."""
    if not past.act.accepts_from and past.act.reception != Reception.CONFIRMS_EARLIER:
        yield "an Art. 12(3) declaration needs 'accepts-from'"
    confirmed = past.act.reception != Reception.CONFIRMS_EARLIER or any(
        one.accepts_from for one in past.earlier(ActKind.ARTICLE_12_3_DECLARATION)
    )
    if not confirmed:
        yield "confirms an earlier Art. 12(3) declaration, but none is on record"


@by(ActKind.ARTICLE_12_3_DECLARATION)
def accepts_what_does_not_bind_it(past: Past) -> Iterator[str]:
    """A State Party is bound for what follows its entry into force, and accepts only what came before (Art. 12(3))."""
    first = past.act.accepts_from
    party = past.record.is_party(past.state.iso3, past.done)
    if first and party and past.record.is_party(past.state.iso3, dates.first_day(first)):
        yield f"accepts jurisdiction from {first}, for which it is bound as a State Party (Art. 12(1), (3))"


# Art. 124


@by(ActKind.ARTICLE_124_DECLARATION)
def on_becoming_a_party(past: Past) -> Iterator[str]:
    """A State declares this on becoming a party, and the period begins with the Statute's force for it (Art. 124)."""
    act, consent = past.act, past.consent
    if act.effect and act.until and dates.last_day(act.until) != seven_years(act.effect):
        yield f"an Art. 124 period runs seven years, through {seven_years(act.effect)}"
    if not consent:
        yield "an Art. 124 declaration by a State that has not joined"
    elif consent.effect and past.done > consent.effect:
        yield f"declared after the Statute was in force for the State on {consent.effect} (Art. 124)"
    elif act.effect and consent.effect and act.effect != consent.effect:
        yield f"an Art. 124 period begins on {consent.effect}, with the Statute's force for the State"


@by(ActKind.ARTICLE_124_WITHDRAWN, ActKind.TERRITORIAL_APPLICATION, ActKind.HOSTILE_MEASURE_LIFTED)
def after_what_it_lifts(past: Past) -> Iterator[str]:
    """What an act lifts or withdraws began before it (Art. 124), and has not run out."""
    target = next((one for one in past.state.acts if one.id == past.act.undoes), None)
    ends = past.act.effect or past.done
    if target and target.done and ends < max(dates.first_day(target.done), target.effect or date.min):
        yield f"takes effect before '{target.id}', which it undoes"
    if target and target.until and ends > dates.last_day(target.until):
        yield f"comes too late: '{target.id}' ran out on {target.until}"


def seven_years(start: date) -> date | None:
    """Return the last day of an Art. 124 period of seven years that begins on `start`; None past the calendar."""
    if start.year + 7 > date.max.year:
        return None
    leap = (start.month, start.day) == (2, 29)
    end = date(start.year + 7, 3, 1) if leap else start.replace(year=start.year + 7)
    return end - timedelta(days=1)


# Declarations, objections


@acts
def against_another(act: Act, owner: str, record: Record) -> Iterator[str]:
    """An objection is to what another State has declared; nobody declares against itself."""
    if not act.against:
        return
    if act.against == owner:
        yield f"a {act.act} against the State's own acts"
        return
    other = record.states.get(act.against)
    if act.act == ActKind.OBJECTION and other and act.done:
        last = dates.last_day(act.done)
        said = (one for one in other.acts if one.act in _OBJECTED_TO)
        if not any(not one.done or dates.first_day(one.done) <= last for one in said):
            yield f"objects to {act.against}, which had declared nothing by then"


# The Agreement on Privileges and Immunities


@by(ActKind.APIC_SIGNATURE)
def agreement_signed_in_time(past: Past) -> Iterator[str]:
    """The Agreement was open for signature from 10 September 2002 to 30 June 2004 (its Art. 34(1)), once."""
    if not AGREEMENT_OPEN <= past.done <= AGREEMENT_SIGNED:
        yield f"signed outside {AGREEMENT_OPEN} to {AGREEMENT_SIGNED} (Art. 34 of the Agreement)"
    if any(past.earlier(ActKind.APIC_SIGNATURE)):
        yield "signs the Agreement once more (its Art. 34)"


@by(ActKind.APIC_CONSENT)
def agreement_joined(past: Past) -> Iterator[str]:
    """Signatories ratify, others accede, not before the Agreement was open (its Art. 34), anew only after leaving."""
    act = past.act
    joined, denounced = under_agreement(list(past.earlier(*AGREEMENT_ACTS)))
    if past.done < AGREEMENT_OPEN:
        yield f"joins the Agreement before it was open on {AGREEMENT_OPEN} (its Art. 34)"
    signed = any(one.act == ActKind.APIC_SIGNATURE for one in past.state.acts)
    if act.instrument in _BY_SIGNATORIES and not any(
        not one.done or dates.first_day(one.done) <= past.done
        for one in past.state.acts
        if one.act == ActKind.APIC_SIGNATURE
    ):
        yield f"{act.instrument} of the Agreement without a signature (its Art. 34(2)); others accede"
    if act.instrument == Instrument.ACCESSION and signed and not joined:
        yield "accession to the Agreement of a State that has signed it; a signatory ratifies (its Art. 34(2))"
    if joined and not (denounced and denounced.effect and denounced.effect <= past.done):
        yield "joins the Agreement once more (its Art. 34)"


@by(ActKind.APIC_CONSENT)
def agreement_in_force(past: Past) -> Iterator[str]:
    """The Agreement is in force from the thirtieth day (its Art. 35), for a successor from its first day."""
    if past.act.instrument != Instrument.SUCCESSION:
        expected = max(dates.days_after(past.done, 30), AGREEMENT_IN_FORCE)
        yield from past.same_day(expected, "Art. 35 of the Agreement")
    elif past.state.independence:
        yield from past.same_day(past.state.independence.day, "succession to the Agreement")
    else:
        yield "a succession by a State of which no 'independence' is given (Art. 35 of the Agreement would apply)"


@by(ActKind.APIC_DENUNCIATION)
def agreement_denounced(past: Past) -> Iterator[str]:
    """A party denounces the Agreement, once; that takes effect a year after receipt (its Art. 37(1))."""
    yield from past.same_day(dates.one_year_after(past.done), "Art. 37(1) of the Agreement")
    joined, denounced = under_agreement(list(past.earlier(*AGREEMENT_ACTS)))
    bound = joined and joined.effect and joined.effect <= past.done
    if not bound or (denounced and denounced.effect and denounced.effect <= past.done):
        yield "denounces the Agreement, to which it is not a party (its Art. 37(1))"
    elif denounced:
        yield "denounces the Agreement while a denunciation is pending (its Art. 37(1)); take back the first"


@acts
def agreement_left_on_a_day(act: Act, owner: str, record: Record) -> Iterator[str]:
    """A year is reckoned from a day, and a denunciation is taken back within it (Art. 37(1) of the Agreement)."""
    if act.act in (ActKind.APIC_DENUNCIATION, ActKind.APIC_DENUNCIATION_WITHDRAWN) and not isinstance(act.done, date):
        yield f"a {act.act} needs its day (Art. 37(1) of the Agreement)"
