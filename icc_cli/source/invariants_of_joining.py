"""Invariants of signing, joining and leaving: Articles 125 to 127, and of taking acts back."""

from collections.abc import Iterator

from icc_cli.source.rules import Past, by
from icc_cli.treaty import dates
from icc_cli.treaty.model import Act, State
from icc_cli.treaty.status import takes_effect
from icc_cli.treaty.vocabulary import CONSENT_ACTS, PARTY, UNDOES, ActKind, Status

# Joining


@by(ActKind.SIGNATURE)
def signed_in_time(past: Past) -> Iterator[str]:
    """The Statute was open for signature until the end of 2000 (Art. 125(1))."""
    if not dates.ADOPTED <= past.done <= dates.SIGNATURE_CLOSED:
        yield "signed outside 1998-07-17 to 2000-12-31 (Art. 125(1))"


@by(ActKind.SIGNATURE, *CONSENT_ACTS)
def done_once(past: Past) -> Iterator[str]:
    """No State signs or joins twice, unless it took back the first or left."""
    act = past.act.act
    joined = past.standing == Status.CONTRACTING_STATE or past.standing in PARTY
    if joined if act in CONSENT_ACTS else act in past.kinds:
        yield f"{act} by a State that has already done so; take back or withdraw the first"


@by(ActKind.RATIFICATION, ActKind.ACCEPTANCE, ActKind.APPROVAL)
def a_signatory_ratifies(past: Past) -> Iterator[str]:
    """Ratification, acceptance and approval follow a signature (Art. 125(2))."""
    if ActKind.SIGNATURE not in past.kinds:
        yield f"{past.act.act} without a signature (Art. 125(2)); a State that did not sign accedes"


@by(ActKind.ACCESSION)
def others_accede(past: Past) -> Iterator[str]:
    """A State that has signed ratifies, and does not accede (Art. 125(2)), unless it has left since."""
    if ActKind.SIGNATURE in past.kinds and not past.kinds.intersection(CONSENT_ACTS):
        yield "accession of a State that has signed; a signatory ratifies (Art. 125(2))"


@by(ActKind.RATIFICATION, ActKind.ACCEPTANCE, ActKind.APPROVAL, ActKind.ACCESSION)
def in_force(past: Past) -> Iterator[str]:
    """The Statute enters into force on the first of the month after the sixtieth day (Art. 126)."""
    yield from past.same_day(dates.entry_into_force(past.done), "Art. 126")


@by(ActKind.SUCCESSION)
def succeeds_with_independence(past: Past) -> Iterator[str]:
    """A successor State is bound from its first day, so that Art. 126 does not apply."""
    act, born = past.act, past.state.independence
    if not act.effect or not act.note:
        yield "a succession needs 'effect', the day of independence, and a note"
    elif not born:
        yield "a succession by a State of which no 'independence' is given (Art. 126 would apply)"
    elif act.effect != born.day:
        yield "a succession takes effect on the day of independence"


# Leaving


@by(ActKind.WITHDRAWAL_NOTICE)
def notice_of_a_party(past: Past) -> Iterator[str]:
    """Only a State Party gives notice, once; it takes effect a year after receipt or later (Art. 127(1))."""
    yield from past.same_day(dates.one_year_after(past.done), "Art. 127(1)")
    if past.standing not in PARTY:
        yield f"a notice of withdrawal by a {past.standing} (Art. 127(1) needs a State Party)"
    elif past.standing == Status.STATE_PARTY_WITHDRAWING:
        yield "a notice of withdrawal while another is pending (Art. 127(1)); take back the first"


@by(ActKind.WITHDRAWAL_NOTICE, ActKind.APIC_DENUNCIATION)
def not_sooner(past: Past) -> Iterator[str]:
    """A notice may name a later day than a year after receipt, no earlier one (Art. 127(1); 37(1) of the Agreement)."""
    if past.act.effect_differs and past.act.effect and past.act.effect < dates.one_year_after(past.done):
        rule = "Art. 127(1)" if past.act.act == ActKind.WITHDRAWAL_NOTICE else "Art. 37(1) of the Agreement"
        yield f"takes effect sooner than a year after receipt, which no notice can ({rule})"


@by(ActKind.NO_INTENT_DECLARATION)
def only_a_signatory_disowns(past: Past) -> Iterator[str]:
    """A signatory that has not joined can say that it will not become a party (VCLT Art. 18), once."""
    if ActKind.SIGNATURE not in past.kinds or past.kinds.intersection(CONSENT_ACTS):
        yield "only a signatory that has not joined can declare that it will not become a party"
    elif ActKind.NO_INTENT_DECLARATION in past.kinds:
        yield "declares once more that it will not become a party (VCLT Art. 18); take back the first"


@by(ActKind.WITHDRAWAL_RESCINDED, ActKind.INSTRUMENT_WITHDRAWN, ActKind.APIC_DENUNCIATION_WITHDRAWN)
def before_the_effect(past: Past) -> Iterator[str]:
    """What has taken effect cannot be taken back (Art. 127(1), 126; Art. 37(1) of the Agreement)."""
    target = next((one for one in past.state.acts if one.id == past.act.undoes), None)
    if target and target.act in UNDOES[past.act.act] and past.done >= takes_effect(target):
        yield f"comes too late: '{target.id}' took effect on {takes_effect(target)}"


# Taking back


def undoing(state: State) -> Iterator[tuple[str, str]]:
    """`undoes` points back, to an act of the same State that this kind of act can cancel; yields id and message."""
    by_id = {act.id: act for act in state.acts}
    order = {name: place for place, name in enumerate(by_id)}
    for act in state.acts:
        if not act.undoes:
            continue
        target = by_id.get(act.undoes)
        if not target:
            yield act.id, f"undoes '{act.undoes}', which is no act of this State"
        elif target.act not in UNDOES.get(act.act, ()):
            yield act.id, f"a {act.act} cannot undo a {target.act}"
        elif not _earlier(target, act, order):
            yield act.id, f"undoes '{act.undoes}', which is not earlier"
        elif _in_circle(act, by_id):
            yield act.id, f"undoes '{act.undoes}', which leads back to this act"
        elif any(other.undoes == act.undoes and other is not act for other in by_id.values()):
            yield act.id, f"'{act.undoes}' is undone twice"


def _earlier(target: Act, act: Act, order: dict[str, int]) -> bool:
    """Return whether an act comes before another: by its day, or within a day by the order of the file."""
    if target is act:
        return False
    if not act.done or not target.done:
        return True
    if act.done == target.done:
        return order[target.id] < order[act.id]
    return dates.last_day(act.done) >= dates.first_day(target.done)


def _in_circle(act: Act, by_id: dict[str, Act]) -> bool:
    """Return whether what an act undoes, and what that undoes, leads back to it: days that are not known allow that."""
    seen: set[str] = set()
    at: Act | None = act
    while at and at.undoes and at.undoes not in seen:
        if at.undoes == act.id:
            return True
        seen.add(at.undoes)
        at = by_id.get(at.undoes)
    return False
