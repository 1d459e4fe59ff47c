"""J5 to J7 and J28: what the Security Council referred, carved out and put off (Art. 13(b), Art. 16)."""

from datetime import date
from functools import lru_cache

from icc_cli.jurisdiction.acceptance import legality
from icc_cli.jurisdiction.facts import Facts
from icc_cli.jurisdiction.inputs import HYPOTHETICAL, Crime, Question
from icc_cli.jurisdiction.trace import Caveat, LegalBasis, Step, StepOutcome, Verdict, none_by
from icc_cli.treaty.dates import first_day, spell
from icc_cli.treaty.grounds import Mandate, NotAdopted

COUNCIL = "13(b)"


def j5_referrals(q: Question, facts: Facts) -> list[LegalBasis]:
    """A referral under Chapter VII stands in for every acceptance (Art. 13(b), 12(2)), for the situation referred.

    Those on record are looked up by place and day, whatever the question names beside them.
    """
    found = [j5_referral(one, q, facts) for one in facts.grounds.mandates if _asked(one, q, facts)]
    if HYPOTHETICAL in q.referrals:
        says, sources = "A referral by the Council is assumed: no State need have accepted", facts.authority("J5")[:1]
        fact = "referral:hypothetical"
        step = facts.step("J5", StepOutcome.BASIS, says, COUNCIL, fact=fact, sources=sources)
        assumed = _basis(step, None, "a referral by the Council is assumed")
        found.append(assumed.after(legality("J5", fact, facts)) if q.day < q.as_of else assumed)
    return found or [j5_none(q, facts)]


def j5_none(q: Question, facts: Facts) -> LegalBasis:
    """Return the refusal: no referral of the Council reaches here; a draft that failed refers nothing (Art. 13(b))."""
    place = facts.actual(q.territory, q.day) if q.territory else None
    draft = next((one for one in facts.grounds.not_adopted if one.state == place), None)
    return _nothing_referred(place, draft if draft and _made(draft.act, facts) <= q.as_of else None, facts)


@lru_cache(maxsize=64)
def _made(act: str, facts: Facts) -> date:
    """Return the day of an act of the Council."""
    [row] = facts.store.rows("SELECT done FROM act WHERE id = ?", act)
    return date.fromisoformat(row["done"])


@lru_cache(maxsize=64)
def _nothing_referred(place: str | None, draft: NotAdopted | None, facts: Facts) -> LegalBasis:
    if draft:
        step = facts.step("J5", StepOutcome.REFUSED, draft.note, COUNCIL, by=draft, fact=draft.act)
    else:
        says, sources = "The Security Council has referred nothing here", facts.authority("J5")[:1]
        step = facts.step("J5", StepOutcome.REFUSED, says, COUNCIL, sources=sources)
    return none_by(step, COUNCIL, place)


def _asked(one: Mandate, q: Question, facts: Facts) -> bool:
    """Return whether a mandate is named in the question, lies at the place asked about, or may reach there."""
    named = one.resolution in q.referrals
    return named or _lies_in(one, q, facts) or _touched(one, q, facts) or bool(_elsewhere(one, q, facts))


def _lies_in(one: Mandate, q: Question, facts: Facts) -> bool:
    return q.territory is not None and facts.actual(q.territory, q.day) == one.state


def _elsewhere(one: Mandate, q: Question, facts: Facts) -> str:
    """Return what ties conduct outside a State to its referral: a national or, where all of it is referred, an element.

    Aggression is by a State, so a national ties it to nothing; what is said to have no link has none.
    """
    if _lies_in(one, q, facts) or q.unrelated or q.crime == Crime.AGGRESSION:
        return ""
    name = facts.state(one.state).name
    if one.state in {facts.actual(iso3, q.day) for iso3 in q.nationals}:
        return f"conduct elsewhere by nationals of {name}"
    inside = one.territory is None and _touched(one, q, facts)
    return f"conduct elsewhere of which an element happened in {name}" if inside else ""


def _touched(one: Mandate, q: Question, facts: Facts) -> bool:
    """Return whether an element of conduct elsewhere happened in the State of a mandate."""
    within = one.state in {facts.actual(iso3, q.day) for iso3 in q.cross_border}
    return within and not q.unrelated and q.crime != Crime.AGGRESSION


def j5_referral(one: Mandate, q: Question, facts: Facts) -> LegalBasis:
    """Return what one referral gives: its place, its first day, and the link to the situation (Art. 13(b))."""
    situation = next(situation for situation in facts.situations(one.state) if situation.id == one.situation)
    made = _made(one.act, facts)
    since = first_day(situation.scope_from) if situation.scope_from else made
    name = f"Resolution {one.resolution}"
    refusal, caveat, elsewhere = "", None, _elsewhere(one, q, facts)
    if not elsewhere and not _lies_in(one, q, facts) and not _touched(one, q, facts):
        refusal, caveat = f"refers {situation.name}; it gives nothing for this place", Caveat.TOKEN_DOES_NOT_FIT
    elif q.as_of < made:
        refusal = f"is of {spell(made)}, later than the day on which the Court acts"
    elif one.territory and q.place != one.territory and not elsewhere:
        refusal = f"refers {facts.places[one.territory].name}; the place asked about is not said to be there"
        if q.place:
            refusal += ". A link to the situation has been argued, and not accepted so far"
    elif q.day < since:
        refusal = f"refers the time from {spell(since)}"
    if refusal:
        says = f"{name} {refusal}"
        step = facts.step("J5", StepOutcome.REFUSED, says, COUNCIL, by=one, fact=one.act, caveat=caveat)
        return none_by(step, COUNCIL, one.state)
    says = f"{name} of {spell(made)} refers {situation.name}, from {spell(since)}, no end; no acceptance is needed"
    step = facts.step("J5", StepOutcome.BASIS, says, COUNCIL, by=one, fact=one.act)
    basis = _basis(step, one.state, f"referred by the Council on {spell(made)}")
    if elsewhere:
        says = (
            "The resolution refers a place, and the Court's page on the situation names its nationals beside it; "
            f"whether {elsewhere} is linked to the situation referred has not been decided"
        )
        link = Caveat.LINK_TO_SITUATION
        basis = basis.after(facts.step("J5", StepOutcome.CONTESTED, says, COUNCIL, by=one, caveat=link))
    elif q.unrelated or (one.plain_until and q.day > one.plain_until):
        says = one.note if one.note and not q.unrelated else "Whether it is linked to the situation is for the judges"
        link = Caveat.LINK_TO_SITUATION
        basis = basis.after(facts.step("J5", StepOutcome.CAVEAT, says, COUNCIL, by=one, caveat=link))
    return basis.after(legality("J5", one.act, facts)) if q.day < made else basis


def _basis(step: Step, state: str | None, why: str) -> LegalBasis:
    return LegalBasis(link=COUNCIL, state=state, verdict=Verdict.YES, bases=(COUNCIL,), steps=(step,), why=why)


def j6_carve_out(q: Question, facts: Facts) -> Step | None:
    """The Council put personnel of non-Parties in authorised operations under their own State (res. 1593, 1970, 1497).

    The wording says no; whether the Council can choose persons so, no Chamber has ruled. Nationals of
    Parties, and people outside such operations, are not touched.
    """
    home = facts.actual(q.territory, q.day) if q.territory else None
    if not q.un_operation or not home or not _outsider(q, facts, home):
        return None
    for one in facts.grounds.carve_outs:
        if one.state == home and one.from_ <= q.as_of:
            says = f"{one.paragraph} leaves personnel of non-Parties in such operations to their own State; undecided"
            caveat = Caveat.CARVE_OUT
            return facts.step("J6", StepOutcome.CONTESTED, says, one.paragraph, by=one, caveat=caveat)
    return None


def _outsider(q: Question, facts: Facts, home: str | None) -> bool:
    """Return whether the accused belongs to no Party, and not to the State of the operation."""
    codes = [facts.actual(code, q.day) for code in q.nationals]
    return home not in codes and not any(facts.state(code).member(q.day) for code in codes)


def j28_deferrals(q: Question, facts: Facts) -> list[Step]:
    """The Council can ask for twelve months' stop; jurisdiction stays (Art. 16; res. 1422 and 1487).

    Those two spoke of personnel of non-Parties in UN operations. Each gives a caveat, or a note where it does not fit.
    """
    return [_deferral(token, q, facts) for token in q.deferrals]


def _deferral(token: str, q: Question, facts: Facts) -> Step:
    deferred = Caveat.DEFERRAL
    if token == HYPOTHETICAL:
        says = "A deferral by the Council is assumed: nothing may go on for twelve months"
        fact, sources = "deferral:hypothetical", facts.authority("J28")[:1]
        return facts.step("J28", StepOutcome.CAVEAT, says, "16", fact=fact, sources=sources, caveat=deferred)
    one = next(one for one in facts.grounds.deferrals if one.resolution == token)
    inside = one.from_ <= q.as_of <= one.until
    span = f"{spell(one.from_)} to {spell(one.until)}"
    if inside and q.un_operation and _outsider(q, facts, None):
        says = f"Resolution {token} asks for no investigation of such personnel, {span}; jurisdiction stays"
        return facts.step("J28", StepOutcome.CAVEAT, says, "16", by=one, caveat=deferred)
    why = "it is for personnel of non-Parties in UN operations" if inside else f"it ran {span}"
    says = f"Resolution {token} does not fit: {why}"
    return facts.step("J28", StepOutcome.NOTE, says, "16", by=one, caveat=Caveat.TOKEN_DOES_NOT_FIT)
