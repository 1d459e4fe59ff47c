"""J5 to J7 and J28: what the Security Council referred, carved out and put off (Art. 13(b), Art. 16)."""

from datetime import date

from icc_cli.jurisdiction.acceptance import legality
from icc_cli.jurisdiction.facts import Facts, GroundRow
from icc_cli.jurisdiction.inputs import Question
from icc_cli.jurisdiction.trace import Caveat, Ground, Outcome, Step, Verdict
from icc_cli.treaty.dates import first_day, spell

COUNCIL = "13(b)"


def j5_referrals(q: Question, facts: Facts) -> list[Ground]:
    """A referral under Chapter VII stands in for every acceptance (Art. 13(b), 12(2)), for the situation referred.

    Unless the question names one, those on record are looked up by place and day.
    """
    found = [j5_referral(one, q, facts) for one in facts.grounds["mandates"] if _asked(one, q, facts)]
    if "hypothetical" in q.referrals:
        step = Step(
            rule="J5",
            articles=(COUNCIL,),
            outcome=Outcome.BASIS,
            fact="referral:hypothetical",
            says="A referral by the Council is assumed: no State need have accepted",
            sources=facts.authority("J5")[:1],
        )
        found.append(_ground(Verdict.YES, step, None, "a referral by the Council is assumed"))
    return found or [j5_none(q, facts)]


def j5_none(q: Question, facts: Facts) -> Ground:
    """Say that the Council has referred nothing here; a draft that was not adopted refers nothing (Art. 13(b))."""
    place = facts.actual(q.territory, q.day) if q.territory else None
    draft = next((one for one in facts.grounds["not_adopted"] if one.state == place), None)
    step = Step(
        rule="J5", articles=(COUNCIL,), outcome=Outcome.REFUSED, fact=draft.act if draft else None,
        says=draft.note if draft else "The Security Council has referred nothing here",
        sources=draft.sources if draft else facts.authority("J5")[:1],
    )  # fmt: skip
    return _ground(Verdict.NO, step, place, "")


def _asked(one: GroundRow, q: Question, facts: Facts) -> bool:
    """Tell whether a mandate is named in the question or, where none is, lies at the place asked about."""
    if q.referrals:
        return one.resolution in q.referrals
    return bool(q.territory) and facts.actual(q.territory or "", q.day) == one.state


def j5_referral(one: GroundRow, q: Question, facts: Facts) -> Ground:
    """Tell what one referral gives: its place, its first day, and the link to the situation (Art. 13(b))."""
    matter = next(matter for matter in facts.matters(one.state or "") if matter.id == one.situation)
    state = facts.state(one.state or "")
    [act] = facts.store.rows("SELECT done FROM act WHERE id = ?", one.act)
    made = date.fromisoformat(act["done"])
    since = first_day(matter.scope_from) if matter.scope_from else made
    name = f"Resolution {one.resolution}"
    here = bool(q.territory) and facts.actual(q.territory or "", q.day) == one.state
    refusal, caveat = "", None
    if not here:
        refusal, caveat = f"{name} refers {matter.name}; it gives nothing for this place", Caveat.TOKEN_DOES_NOT_FIT
    elif q.as_of < made:
        refusal = f"{name} is of {spell(made)}, later than the day on which the Court acts"
    elif one.territory and q.place != one.territory:
        where = facts.places[one.territory].name
        refusal = f"{name} refers {where}; the place asked about is not said to be there"
        if q.place:
            refusal += ". A link to the situation has been argued, and not accepted so far"
    elif q.day < since:
        refusal = f"{name} refers the time from {spell(since)}"
    if refusal:
        step = Step(
            rule="J5", articles=(COUNCIL,), outcome=Outcome.REFUSED, fact=one.act, says=refusal,
            sources=one.sources, caveat=caveat,
        )  # fmt: skip
        return _ground(Verdict.NO, step, state.iso3, "")
    step = Step(
        rule="J5", articles=(COUNCIL,), outcome=Outcome.BASIS, fact=one.act,
        says=f"{name} of {spell(made)} refers {matter.name}, from {spell(since)}, no end; no acceptance is needed",
        sources=one.sources,
    )  # fmt: skip
    ground = _ground(Verdict.YES, step, state.iso3, f"referred by the Council on {spell(made)}")
    if q.unrelated or (one.plain_until and q.day > one.plain_until):
        says = one.note if one.note and not q.unrelated else "Whether it is linked to the situation is for the judges"
        ground = ground.lowered(
            Verdict.CAVEAT,
            Step(
                rule="J5", articles=(COUNCIL,), outcome=Outcome.CAVEAT, fact=one.fact, says=says,
                sources=one.sources, caveat=Caveat.LINK_TO_SITUATION,
            ),
        )  # fmt: skip
    return ground.lowered(Verdict.YES, legality("J5", one.act, facts)) if q.day < made else ground


def j6_carve_out(q: Question, facts: Facts) -> tuple[Step, str] | None:
    """The Council put personnel of non-Parties in authorised operations under their own State (res. 1593, 1970, 1497).

    The wording says no; whether the Council can choose persons so, no Chamber has ruled. Nationals of
    Parties, and people outside such operations, are not touched. Returns the step and the paragraph.
    """
    if not q.un_operation or not q.territory or not _outsider(q, facts, facts.actual(q.territory, q.day)):
        return None
    for one in facts.grounds["carve_outs"]:
        if one.state == facts.actual(q.territory, q.day) and one.since and one.since <= q.as_of:
            says = f"{one.paragraph} leaves personnel of non-Parties in such operations to their own State; undecided"
            step = Step(
                rule="J6", articles=(one.paragraph or "",), outcome=Outcome.CONTESTED, fact=one.fact, says=says,
                sources=one.sources, caveat=Caveat.CARVE_OUT,
            )  # fmt: skip
            return step, one.paragraph or ""
    return None


def _outsider(q: Question, facts: Facts, home: str | None) -> bool:
    """Tell whether the accused belongs to no Party, and not to the State of the operation."""
    codes = [facts.actual(code, q.day) for code in q.nationals]
    return home not in codes and not any(facts.state(code).member(q.day) for code in codes)


def j28_deferral(q: Question, facts: Facts) -> Step | None:
    """The Council can ask for twelve months' stop; jurisdiction stays (Art. 16; res. 1422 and 1487).

    Those two spoke of personnel of non-Parties in UN operations. Returns a caveat, or a note where it does not fit.
    """
    for token in q.deferrals:
        if token == "hypothetical":
            return _deferral("A deferral by the Council is assumed: nothing may go on for twelve months", None, facts)
        one = next(one for one in facts.grounds["deferrals"] if one.resolution == token)
        inside = bool(one.since and one.until and one.since <= q.as_of <= one.until)
        span = f"{spell(one.since)} to {spell(one.until)}"
        if inside and q.un_operation and _outsider(q, facts, None):
            says = f"Resolution {token} asks for no investigation of such personnel, {span}; jurisdiction stays"
            return _deferral(says, one, facts)
        why = f"it ran {span}" if not inside else "it is for personnel of non-Parties in UN operations"
        return Step(
            rule="J28", articles=("16",), outcome=Outcome.NOTE, fact=one.fact,
            says=f"Resolution {token} does not fit: {why}", sources=one.sources, caveat=Caveat.TOKEN_DOES_NOT_FIT,
        )  # fmt: skip
    return None


def _deferral(says: str, one: GroundRow | None, facts: Facts) -> Step:
    return Step(
        rule="J28", articles=("16",), outcome=Outcome.CAVEAT, fact=one.fact if one else "deferral:hypothetical",
        says=says, sources=one.sources if one else facts.authority("J28")[:1], caveat=Caveat.DEFERRAL,
    )  # fmt: skip


def _ground(verdict: Verdict, step: Step, state: str | None, why: str) -> Ground:
    return Ground(link=COUNCIL, state=state, verdict=verdict, bases=(COUNCIL,), steps=(step,), why=why)
