"""J19: crimes added by amendment bind only those that accepted it (Art. 121(5))."""

from collections.abc import Sequence
from enum import StrEnum

from icc_cli.jurisdiction.facts import AddedCrimes, Facts, Supposed
from icc_cli.jurisdiction.inputs import Question
from icc_cli.jurisdiction.trace import Caveat, LegalBasis, Step, StepOutcome, Verdict
from icc_cli.treaty.dates import last_day, spell
from icc_cli.treaty.vocabulary import ActKind

_SINCE_1998 = {
    "8-2-e-xiii": "8(2)(b)(xvii)",
    "8-2-e-xiv": "8(2)(b)(xviii)",
    "8-2-e-xv": "8(2)(b)(xix)",
    "8-2-e-xix": "8(2)(b)(xxv)",
}
"""What the text of 1998 has for international armed conflicts, by the crime that an amendment added for others."""


class Stand(StrEnum):
    """How a State stands to an amendment on a day."""

    ACCEPTED = "accepted"
    NOT_ACCEPTED = "not-accepted"
    LEFT_OUT = "left-out"
    """It accepted, and left out the territory named."""
    JOINED_LATER = "joined-later"
    """It joined when the amendment was in force, and deposited no acceptance (VCLT Art. 40(5))."""
    NO_PARTY = "no-party"
    YEAR_RUNNING = "year-running"
    """It deposited its acceptance less than a year before (Art. 121(5), first sentence)."""
    UNCLEAR = "unclear"
    """It accepted for some of its territories, and no document seen says whether the one named is among them."""
    UNRECORDED = "unrecorded"
    """It is a Party without an acceptance on record, where the list of acceptances is not whole."""


_NOT_BOUND = (Stand.NOT_ACCEPTED, Stand.YEAR_RUNNING)


def j19_stand(iso3: str, amendment: AddedCrimes, q: Question, facts: Facts, *, place: bool = False) -> Stand:
    """Return how a State stands to an amendment: bound one year after its own deposit (Art. 121(5), VCLT 40(5)).

    With `place`, for the territory named: some acceptances leave a territory out.
    """
    state = facts.state(facts.actual(iso3, q.day))
    if iso3 == Supposed.PARTY:
        return Stand.ACCEPTED
    member = state.member(q.day)
    if not member:
        return Stand.NO_PARTY
    named = facts.place(q.place) if place else None
    consents = [
        act
        for act in state.of(ActKind.AMENDMENT_CONSENT)
        if act.details.get("amendment") == amendment.id and act.effect and act.done and last_day(act.done) <= q.day
    ]
    if consents:
        if named and consents[-1].id in named.not_in:
            return Stand.LEFT_OUT
        if not any(act.effect and act.effect <= q.day for act in consents):
            return Stand.YEAR_RUNNING
        return Stand.UNCLEAR if named and consents[-1].id in named.unclear_in else Stand.ACCEPTED
    if q.day > amendment.known_through:
        return Stand.UNRECORDED
    return Stand.JOINED_LATER if member.since > amendment.in_force else Stand.NOT_ACCEPTED


def j19_since_1998(tokens: Sequence[str], facts: Facts) -> Step | None:
    """Return the note that in an international armed conflict a crime needs no amendment, if so (Art. 8(2)(b))."""
    articles = [_SINCE_1998[token] for token in tokens if token in _SINCE_1998]
    says = "In an international armed conflict the text of 1998 has it, and needs no amendment: ask without --amended"
    statute = facts.authority("J19")[:1]
    return facts.step("J19", StepOutcome.NOTE, says, *articles, sources=statute) if articles else None


def j19_amended(token: str, q: Question, bases: Sequence[LegalBasis], facts: Facts) -> Step:
    """Return how good an answer can be for a crime added by amendment, and why (Art. 121(5), 22(1)).

    A linked Party that has not accepted bars it, whatever the other link (second sentence). A State that is
    no Party on either side is not spoken of: contested. So is one that joined later without an acceptance.
    """
    amendment = facts.amendments[token]

    def step(outcome: StepOutcome, says: str, *articles: str, caveat: Caveat | None = None) -> Step:
        return facts.step("J19", outcome, says, *articles, by=amendment, caveat=caveat)

    title = amendment.title.removeprefix("War crimes: ")
    if q.day < amendment.in_force:
        says = f"Added by amendment ({title}), in force for nobody before {spell(amendment.in_force)}"
        return step(StepOutcome.BARRED, says, "121(5)", "22(1)")
    sides: dict[str, Stand] = {}
    registered = [iso3 for iso3 in (*q.vessels, *q.aircraft) if iso3 not in (q.territory, *q.nationals)]
    across = [place.state if (place := facts.listed(iso3)) else iso3 for iso3 in q.cross_border]
    for iso3 in (*([q.territory] if q.territory else []), *across):
        sides[f"{facts.state(iso3).name} (place)"] = j19_stand(iso3, amendment, q, facts, place=iso3 == q.territory)
    shared = {one.state: one.of for one in facts.grounds.shared_nationality if one.on(q.day)}
    for iso3 in q.nationals:
        alone = j19_stand(iso3, amendment, q, facts) != Stand.NO_PARTY
        counts = iso3 if alone else shared.get(iso3, iso3)
        sides[f"{facts.state(counts).name} (nationality)"] = j19_stand(counts, amendment, q, facts)
    if not q.nationals:
        sides["the State of nationality"] = Stand.NO_PARTY
    craft = {f"{facts.state(iso3).name} (registration)": j19_stand(iso3, amendment, q, facts) for iso3 in registered}
    # The second sentence is about nationals and territory; whether registration counts as territory is undecided.
    unsettled = [name for name, stand in craft.items() if stand in _NOT_BOUND]
    referred = any(one.link == "13(b)" and one.verdict != Verdict.NO for one in bases)
    if unsettled and (referred or Stand.ACCEPTED in (*sides.values(), *craft.values())):
        craft = {name: stand for name, stand in craft.items() if name not in unsettled}
    else:
        unsettled = []
    sides |= craft
    named = {stand: [name for name, one in sides.items() if one == stand] for stand in Stand}
    if named[Stand.NOT_ACCEPTED]:
        says = f"{' and '.join(named[Stand.NOT_ACCEPTED])}: Party that has not accepted the amendment ({title})"
        return step(StepOutcome.BARRED, says, "121(5)")
    if named[Stand.LEFT_OUT]:
        says = f"{' and '.join(named[Stand.LEFT_OUT])}: accepted the amendment ({title}), but not for this territory"
        return step(StepOutcome.BARRED, says, "121(5)")
    if named[Stand.YEAR_RUNNING]:
        who = " and ".join(named[Stand.YEAR_RUNNING])
        says = f"{who}: bound by the amendment ({title}) only a year after its deposit, which had not passed"
        return step(StepOutcome.BARRED, says, "121(5)")
    if named[Stand.UNCLEAR]:
        who = " and ".join(named[Stand.UNCLEAR])
        says = f"{who}: accepted the amendment ({title}) for some territories; whether for this one is not on record"
        return step(StepOutcome.CONTESTED, says, "121(5)", caveat=Caveat.AMENDMENT_LIST_INCOMPLETE)
    if named[Stand.UNRECORDED]:
        who = " and ".join(named[Stand.UNRECORDED])
        says = (
            f"{who}: no acceptance of the amendment ({title}) is on record, and the list of acceptances is incomplete"
        )
        return step(StepOutcome.CONTESTED, says, "121(5)", caveat=Caveat.AMENDMENT_LIST_INCOMPLETE)
    if unsettled:
        says = (
            f"{' and '.join(unsettled)}: Party that has not accepted the amendment ({title}); Art. 121(5) names "
            "nationals and territory, and whether registration counts as territory is undecided"
        )
        return step(StepOutcome.CONTESTED, says, "121(5)", caveat=Caveat.AMENDMENT_REGISTRATION)
    if named[Stand.JOINED_LATER]:
        who = " and ".join(named[Stand.JOINED_LATER])
        says = f"{who}: joined when the amendment was in force, and deposited no acceptance; leans no"
        late = Caveat.AMENDMENT_LATE_PARTY
        return step(StepOutcome.CONTESTED, says, "121(5)", "VCLT 40(5)", caveat=late)
    if named[Stand.NO_PARTY]:
        who = " and ".join(named[Stand.NO_PARTY])
        if not named[Stand.ACCEPTED] and not referred:
            says = f"{who}: no Party, and no Party that accepted the amendment ({title}) is linked"
            return step(StepOutcome.BARRED, says, "121(5)")
        says = f"{who}: no Party; the article does not say whether the amendment ({title}) can reach it"
        return step(StepOutcome.CONTESTED, says, "121(5)", caveat=Caveat.AMENDMENT_NON_PARTY)
    says = f"{' and '.join(sides)}: accepted the amendment ({title}) a year or more before"
    return step(StepOutcome.MET, says, "121(5)")
