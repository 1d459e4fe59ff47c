"""J14 to J17: the place of the conduct, across borders, on board; and nationality (Art. 12(2))."""

from icc_cli.jurisdiction.acceptance import NATIONALITY, TERRITORY, connect
from icc_cli.jurisdiction.facts import Facts, Part
from icc_cli.jurisdiction.inputs import Question
from icc_cli.jurisdiction.trace import Caveat, Ground, Outcome, Step, Verdict


def place_grounds(q: Question, facts: Facts) -> list[Ground]:
    """Return the grounds that the place gives: the State itself, ships and aircraft, other States across a border."""
    found = []
    if q.zone:
        found.append(j14_zone(q, facts))
    if q.territory:
        found.append(j14_place(connect(q.territory, TERRITORY, q, facts), q, facts))
    found += [j16_craft(iso3, kind, q, facts) for kind, iso3 in _craft(q)]
    found += [j15_cross_border(iso3, q, facts) for iso3 in q.cross_border]
    return found


def _craft(q: Question) -> list[tuple[str, str]]:
    return [("vessel", iso3) for iso3 in q.vessels] + [("aircraft", iso3) for iso3 in q.aircraft]


def j14_zone(q: Question, facts: Facts) -> Ground:
    """An exclusive economic zone is not territory (Prosecutor's report of 2019, South China Sea)."""
    name = facts.state(q.zone or "").name
    step = Step(
        rule="J14", articles=(TERRITORY,), outcome=Outcome.REFUSED, fact=f"territory:eez-{q.zone}",
        says=f"The exclusive economic zone of {name} is not its territory", sources=facts.authority("J14"),
    )  # fmt: skip
    return Ground(link=TERRITORY, state=q.zone, verdict=Verdict.NO, bases=(TERRITORY,), steps=(step,))


def j14_part(q: Question, facts: Facts) -> tuple[str, Part] | None:
    """Return the named territory of the question and how it is treated on the day."""
    place = facts.place(q.place)
    part = place.on(q.day) if place else None
    return (place.name, part) if place and part else None


def j14_place(ground: Ground, q: Question, facts: Facts) -> Ground:
    """Territory is the State's, whoever controls it; its declarations on territory count (Art. 12(2)(a), VCLT 29)."""
    named = j14_part(q, facts)
    if named:
        name, part = named
        state = facts.state(facts.actual(q.territory or "", q.day)).name
        note = f". {part.note}" if part.note else ""
        match part.treatment:
            case "excluded" | "not-territory":
                kept = f"{name}: {state}'s acceptance does not extend to it on that day"
                says = f"{kept if part.treatment == 'excluded' else f'{name}: no State accepted for it'}{note}"
                step = _step(Outcome.REFUSED, part, says)
                return ground.refused(step, *dict.fromkeys((TERRITORY, *ground.bases)))
            case "caveat":
                step = _step(Outcome.CAVEAT, part, f"{name} is examined under {state}{note}", Caveat.DISPUTED_TERRITORY)
                ground = ground.lowered(Verdict.CAVEAT, step)
            case "contested":
                says = f"{name} is examined under {state}{note}"
                step = _step(Outcome.CONTESTED, part, says, Caveat.CONTESTED_TERRITORY)
                ground = ground.lowered(Verdict.CONTESTED, step)
            case _:
                says = f"{name} is treated as territory of {state}; control changes nothing{note}"
                ground = ground.lowered(Verdict.YES, _step(Outcome.MET, part, says))
    return j14_challenge(ground, facts)


def j14_challenge(ground: Ground, facts: Facts) -> Ground:
    """Statehood or territory under a live challenge before the Court (Art. 19(2)): a caveat, while it is undecided."""
    for one in facts.grounds["challenges"]:
        if one.state and one.state == ground.state and ground.verdict != Verdict.NO:
            step = Step(
                rule="J14", articles=("19(2)",), outcome=Outcome.CAVEAT, fact=one.fact,
                says=f"Challenge pending: {one.note[0].lower()}{one.note[1:]}" if one.note else "Challenge pending",
                sources=one.sources, caveat=Caveat.CHALLENGE_PENDING,
            )  # fmt: skip
            ground = ground.lowered(Verdict.CAVEAT, step)
    return ground


def _step(outcome: Outcome, part: Part, says: str, caveat: Caveat | None = None) -> Step:
    return Step(
        rule="J14", articles=(TERRITORY,), outcome=outcome, fact=part.fact, says=says[0].upper() + says[1:],
        sources=part.sources, caveat=caveat,
    )  # fmt: skip


def j15_cross_border(iso3: str, q: Question, facts: Facts) -> Ground:
    """One element, or part of the crime, on covered territory is enough (ICC-RoC46(3)-01/18-37, ICC-01/19-27).

    Only for crimes with such an element. A link that the Prosecutor has examined and refused is contested.
    """
    ground = j14_challenge(connect(iso3, TERRITORY, q, facts), facts)
    if ground.verdict == Verdict.NO:
        return ground
    for one in facts.grounds["refused_links"]:
        if one.state == q.territory and iso3 in one.with_ and one.since and one.since <= q.as_of:
            step = Step(
                rule="J15", articles=(TERRITORY,), outcome=Outcome.CONTESTED, fact=one.fact,
                says=f"The Prosecutor examined this link and refused it. {one.note}", sources=one.sources,
                caveat=Caveat.LINK_REFUSED,
            )  # fmt: skip
            return ground.lowered(Verdict.CONTESTED, step)
    step = Step(
        rule="J15", articles=(TERRITORY,), outcome=Outcome.CAVEAT, fact=f"cross-border:{iso3}",
        says=f"Only for crimes of which an element happened in {facts.state(iso3).name}, such as deportation",
        sources=facts.authority("J15"), caveat=Caveat.CROSS_BORDER_ELEMENT,
    )  # fmt: skip
    return ground.lowered(Verdict.CAVEAT, step)


def j16_craft(iso3: str, kind: str, q: Question, facts: Facts) -> Ground:
    """The State of registration of a vessel or aircraft counts as territory for acts on board (Art. 12(2)(a)).

    Over or in another State's territory it carries with a caveat: acts off board rest on the place alone.
    """
    ground = connect(iso3, TERRITORY, q, facts)
    name = facts.state(iso3).name
    registered = Step(
        rule="J16", articles=(TERRITORY,), outcome=Outcome.MET, fact=f"{kind}:{iso3}",
        says=f"The {kind} is registered in {name}; that counts as territory for acts on board",
        sources=facts.authority("J16"),
    )  # fmt: skip
    ground = j14_challenge(ground.lowered(Verdict.YES, registered), facts)
    elsewhere = q.territory and facts.actual(q.territory, q.day) != ground.state
    if ground.verdict == Verdict.NO or not elsewhere:
        return ground
    step = Step(
        rule="J16", articles=(TERRITORY,), outcome=Outcome.CAVEAT, fact=f"{kind}:{iso3}",
        says="Acts off board do not rest on the registration", sources=facts.authority("J16"), caveat=Caveat.ON_BOARD,
    )  # fmt: skip
    return ground.lowered(Verdict.CAVEAT, step)


def j17_nationality(iso3: str, q: Question, facts: Facts) -> list[Ground]:
    """A Party's national is covered anywhere, by nationality on the day; one Party is enough (Art. 12(2)(b)).

    Where a territory was kept out, the State's own nationals stay covered, though no Chamber has said so.
    """
    found = [j14_challenge(connect(iso3, NATIONALITY, q, facts), facts)]
    for one in facts.grounds["shared_nationality"]:
        if one.state == iso3 and one.of and one.of not in q.nationals:
            shared = Step(
                rule="J17", articles=(NATIONALITY,), outcome=Outcome.MET, fact=one.fact, says=one.note,
                sources=one.sources,
            )  # fmt: skip
            found.append(connect(one.of, NATIONALITY, q, facts).lowered(Verdict.YES, shared))
    named = j14_part(q, facts)
    if named and named[1].treatment == "excluded":
        step = Step(
            rule="J14", articles=(NATIONALITY,), outcome=Outcome.CAVEAT, fact=named[1].fact,
            says="An exclusion of territory should not remove nationality; no ruling", sources=named[1].sources,
            caveat=Caveat.EXCLUDED_TERRITORY,
        )  # fmt: skip
        home = facts.actual(q.territory or "", q.day)
        found = [
            one.lowered(Verdict.CAVEAT, step) if one.state == home and one.verdict != Verdict.NO else one
            for one in found
        ]
    return found
