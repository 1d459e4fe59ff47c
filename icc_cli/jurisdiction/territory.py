"""J14 to J17: the place of the conduct, across borders, on board; and nationality (Art. 12(2))."""

from collections.abc import Mapping
from enum import StrEnum

from icc_cli.jurisdiction.acceptance import NATIONALITY, TERRITORY, connect
from icc_cli.jurisdiction.facts import Facts
from icc_cli.jurisdiction.inputs import Question
from icc_cli.jurisdiction.trace import Caveat, LegalBasis, StepOutcome, Verdict, none_by
from icc_cli.treaty.grounds import Reach, TerritoryStanding, Treatment


def place_bases(q: Question, facts: Facts) -> list[LegalBasis]:
    """Return the bases that the place gives: the State itself, ships and aircraft, other States across a border."""
    found = []
    if q.at_sea:
        says = "The high seas are no State's territory; ships and aircraft count by their registration"
        step = facts.step("J14", StepOutcome.REFUSED, says, TERRITORY, sources=facts.authority("J16"))
        found.append(none_by(step, TERRITORY, None))
    if q.zone:
        found.append(j14_zone(q.zone, facts))
    if q.territory:
        found.append(j14_place(connect(q.territory, TERRITORY, q, facts), q, facts))
    found += [j16_craft(iso3, "vessel", q, facts) for iso3 in q.vessels]
    found += [j16_craft(iso3, "aircraft", q, facts) for iso3 in q.aircraft]
    return [*found, *(j15_cross_border(iso3, q, facts) for iso3 in q.cross_border)]


def j14_zone(zone: str, facts: Facts) -> LegalBasis:
    """An exclusive economic zone is not territory (Prosecutor's report of 2019, South China Sea)."""
    says = f"An exclusive economic zone ({facts.state(zone).name}) is not territory"
    step = facts.step("J14", StepOutcome.REFUSED, says, TERRITORY, fact=f"territory:eez-{zone}")
    return none_by(step, TERRITORY, zone)


def j14_named(q: Question, facts: Facts) -> tuple[str, TerritoryStanding] | None:
    """Return the named territory of the question and how it is treated on the day."""
    place = facts.place(q.place)
    standing = place.on(q.day) if place else None
    return (place.name, standing) if place and standing else None


class Whose(StrEnum):
    """Whose a place may be called, when people read it."""

    THE_STATES = "the-states"
    """The State's: no place is named, or it is treated as part of the State."""
    EXAMINED_UNDER = "examined-under"
    """Of a place whose State is contested, or that has an entry of its own: only under which State it is examined."""
    NOBODYS = "nobodys"
    """No State can be named."""


def j14_whose(q: Question, facts: Facts) -> Whose:
    """Return whose the place of a question may be called on the day."""
    named, place = j14_named(q, facts), facts.place(q.place)
    if not named or not place:
        return Whose.THE_STATES
    treatment = named[1].treatment
    if treatment == Treatment.NOT_TERRITORY:
        return Whose.NOBODYS
    return Whose.EXAMINED_UNDER if place.code or treatment == Treatment.CONTESTED else Whose.THE_STATES


def of_named_states(q: Question, facts: Facts) -> Question:
    """Return a question without the places of which no State can be named whose territory they are."""
    across = tuple([iso3 for iso3 in q.cross_border if not facts.listed(iso3)])
    return q._replace(cross_border=across, territory=None if j14_whose(q, facts) == Whose.NOBODYS else q.territory)


def j14_place(basis: LegalBasis, q: Question, facts: Facts) -> LegalBasis:
    """Territory is the State's, whoever controls it; its declarations on territory count (Art. 12(2)(a), VCLT 29)."""
    named = j14_named(q, facts)
    if not named:
        return j14_challenge(basis, q, facts)
    name, standing = named
    if standing.treatment == Treatment.NOT_TERRITORY:  # what the State it is listed under did is beside the point
        says = f"{name[0].upper()}{name[1:]}: no State accepted for it{f'. {standing.note}' if standing.note else ''}"
        step = facts.step("J14", StepOutcome.REFUSED, says, TERRITORY, by=standing, fact=_fact(standing))
        return none_by(step, TERRITORY, q.territory)
    state = facts.state(facts.actual(q.territory or "", q.day)).name
    outcome, caveat, says = StepOutcome.MET, None, f"{name} is examined under {state}"
    match standing.treatment:
        case Treatment.EXCLUDED:
            outcome, says = StepOutcome.REFUSED, f"{name}: {state}'s acceptance does not extend to it on that day"
        case Treatment.CAVEAT:
            outcome, caveat = StepOutcome.CAVEAT, Caveat.DISPUTED_TERRITORY
        case Treatment.CONTESTED:
            outcome, caveat = StepOutcome.CONTESTED, Caveat.CONTESTED_TERRITORY
        case _ if j14_whose(q, facts) == Whose.THE_STATES:
            says = f"{name} is treated as territory of {state}"
            says += "; control changes nothing" if basis.verdict != Verdict.NO else ""
    known = not (standing.ruled and q.as_of < standing.ruled)
    if not known:
        says = f"{name} is examined under {state}; no ruling or report had said so by then"
    says = f"{says[0].upper()}{says[1:]}{f'. {standing.note}' if standing.note and known else ''}"
    step = facts.step("J14", outcome, says, TERRITORY, by=standing, fact=_fact(standing), caveat=caveat)
    if outcome == StepOutcome.REFUSED:
        return basis.refused(step, *dict.fromkeys((TERRITORY, *basis.bases)))
    return j14_challenge(basis.after(step), q, facts)


def _fact(standing: TerritoryStanding) -> str:
    return standing.from_act or standing.until_act or standing.fact


def j14_challenge(basis: LegalBasis, q: Question, facts: Facts) -> LegalBasis:
    """Statehood or territory under a live challenge before the Court (Art. 19(2)): a caveat, while it is undecided."""
    for one in facts.grounds.challenges:
        if one.state and one.state == basis.state and one.on(q.as_of) and basis.verdict != Verdict.NO:
            says = f"Under challenge: {one.note[0].lower()}{one.note[1:]}" if one.note else "Under challenge"
            pending = Caveat.CHALLENGE_PENDING
            basis = basis.after(facts.step("J14", StepOutcome.CAVEAT, says, "19(2)", by=one, caveat=pending))
    return basis


def j15_cross_border(iso3: str, q: Question, facts: Facts) -> LegalBasis:
    """One element, or part of the crime, on covered territory is enough (ICC-RoC46(3)-01/18-37, ICC-01/19-27).

    Only for crimes with such an element. A link that the Prosecutor has examined and refused is contested. What an
    entry without acts of its own stands for is treated as when the conduct was there.
    """
    place = facts.listed(iso3)
    there = q._replace(territory=place.state, place=place.token) if place else q._replace(territory=iso3, place=None)
    basis = j14_place(connect(there.territory or iso3, TERRITORY, q, facts), there, facts)
    if basis.verdict == Verdict.NO:
        return basis
    for one in facts.grounds.refused_links:
        if one.state == q.territory and iso3 in one.with_ and one.from_ <= q.as_of:
            says, refused = f"The Prosecutor examined this link and refused it. {one.note}", Caveat.LINK_REFUSED
            return basis.after(facts.step("J15", StepOutcome.CONTESTED, says, TERRITORY, by=one, caveat=refused))
    says = f"Only for crimes of which an element happened there ({facts.state(iso3).name}), such as deportation"
    fact, caveat = f"cross-border:{iso3}", Caveat.CROSS_BORDER_ELEMENT
    return basis.after(facts.step("J15", StepOutcome.CAVEAT, says, TERRITORY, fact=fact, caveat=caveat))


def j16_craft(iso3: str, kind: str, q: Question, facts: Facts) -> LegalBasis:
    """The State of registration of a vessel or aircraft counts as territory for acts on board (Art. 12(2)(a)).

    Over or in another State's territory it carries with a caveat: acts off board rest on the place alone.
    """
    fact = f"{kind}:{iso3}"
    says = f"Registration of the {kind}: {facts.state(iso3).name}; it counts as territory for acts on board"
    registered = facts.step("J16", StepOutcome.MET, says, TERRITORY, fact=fact)
    basis = j14_challenge(connect(iso3, TERRITORY, q, facts, craft=True).after(registered), q, facts)
    worded = {one.act for one in facts.grounds.acceptances if one.reach == Reach.TERRITORY}
    if basis.verdict != Verdict.NO and any(step.fact in worded for step in basis.steps):
        says = "The declaration is for acts on the territory, and Art. 12(2)(a) names registration apart; no ruling"
        caveat = Caveat.REGISTRATION_NOT_NAMED
        basis = basis.after(facts.step("J16", StepOutcome.CONTESTED, says, "12(3)", fact=fact, caveat=caveat))
    elsewhere = q.territory and facts.actual(q.territory, q.day) != basis.state
    if basis.verdict == Verdict.NO or not elsewhere:
        return basis
    says = "Acts off board do not rest on the registration"
    return basis.after(facts.step("J16", StepOutcome.CAVEAT, says, TERRITORY, fact=fact, caveat=Caveat.ON_BOARD))


def j17_nationality(iso3: str, q: Question, facts: Facts) -> list[LegalBasis]:
    """A Party's national is covered anywhere, by nationality on the day; one Party is enough (Art. 12(2)(b)).

    Where a territory was kept out, the State's own nationals stay covered, though no Chamber has said so.
    """
    found = [j14_challenge(connect(iso3, NATIONALITY, q, facts), q, facts)]
    for one in facts.grounds.shared_nationality:
        if one.state == iso3 and one.of not in q.nationals and one.on(q.day):
            outcome, caveat = _SHARED[one.treatment]
            shared = facts.step("J17", outcome, one.note, NATIONALITY, by=one, caveat=caveat)
            found.append(j14_challenge(connect(one.of, NATIONALITY, q, facts), q, facts).after(shared))
    named = j14_named(q, facts)
    if named and named[1].treatment == Treatment.EXCLUDED:
        says, caveat = "An exclusion of territory should not remove nationality; no ruling", Caveat.EXCLUDED_TERRITORY
        fact = _fact(named[1])
        step = facts.step("J14", StepOutcome.CAVEAT, says, NATIONALITY, by=named[1], fact=fact, caveat=caveat)
        home = facts.actual(q.territory or "", q.day)
        found = [one.after(step) if one.state == home and one.verdict != Verdict.NO else one for one in found]
    return found


_SHARED: Mapping[Treatment, tuple[StepOutcome, Caveat | None]] = {
    Treatment.PART: (StepOutcome.MET, None),
    Treatment.CAVEAT: (StepOutcome.CAVEAT, Caveat.SHARED_NATIONALITY),
    Treatment.CONTESTED: (StepOutcome.CONTESTED, Caveat.SHARED_NATIONALITY),
}
