"""J20 to J26: the crime of aggression (Art. 8 bis, 15 bis, 15 ter)."""

from icc_cli.jurisdiction.acceptance import TERRITORY, j13_after_withdrawal
from icc_cli.jurisdiction.amended import Stand, j19_stand
from icc_cli.jurisdiction.facts import AmendmentFact, Facts, Supposed
from icc_cli.jurisdiction.inputs import Question
from icc_cli.jurisdiction.referral import j5_referrals
from icc_cli.jurisdiction.territory import j14_challenge, j14_place
from icc_cli.jurisdiction.trace import Caveat, Ground, Outcome, Step, Verdict
from icc_cli.treaty.dates import last_day, spell
from icc_cli.treaty.vocabulary import ActKind


def aggression_grounds(q: Question, facts: Facts) -> list[Ground]:
    """Return the grounds for aggression: a referral (J22), or aggressor and attacked State as Parties (J23 to J25)."""
    amendment = facts.aggression
    if amendment is None or (barred := j21_active(q, amendment, facts)):
        return [barred] if amendment and barred else []
    referred = [j22_referral(one, facts) for one in j5_referrals(q, facts)]
    attacked = q.territory or (q.vessels or q.aircraft)[0]
    own = [j23_parties(attacked, aggressor, q, amendment, facts) for aggressor in q.nationals or (Supposed.NON_PARTY,)]
    return [*referred, *own]


def j20_leader(q: Question, facts: Facts) -> Step:
    """Only who can control or direct the political or military action of a State (Art. 8 bis(1), 25(3 bis))."""
    return Step(
        rule="J20", articles=("8 bis", "25(3 bis)"), outcome=Outcome.NOTE, fact=None,
        says="Only for leaders, who could control or direct the action of the State of their nationality",
        sources=facts.authority("J20"),
    )  # fmt: skip


def j21_active(q: Question, amendment: AmendmentFact, facts: Facts) -> Ground | None:
    """No jurisdiction over aggression before 17 July 2018 (Art. 15 bis(2)-(3), 15 ter(2)-(3); ICC-ASP/16/Res.5)."""
    start = amendment.jurisdiction_from
    if start and q.day >= start:
        return None
    step = Step(
        rule="J21", articles=("15 bis(2)", "15 bis(3)", "15 ter(2)", "15 ter(3)"), outcome=Outcome.BARRED,
        fact=amendment.id, says=f"Aggression can be judged only from {spell(start)}", sources=facts.authority("J21"),
    )  # fmt: skip
    return Ground(link="15 bis", state=None, verdict=Verdict.NO, bases=step.articles, steps=(step,))


def j22_referral(ground: Ground, facts: Facts) -> Ground:
    """A referral reaches aggression by any State, Party or not (Art. 15 ter); earlier ones are contested."""
    if ground.verdict == Verdict.NO:
        return ground
    if ground.steps[0].fact == "referral:hypothetical":
        step = Step(
            rule="J22", articles=("15 ter",), outcome=Outcome.BASIS, fact=None,
            says="On a referral no State need have accepted", sources=facts.authority("J22"),
        )  # fmt: skip
        return ground.lowered(Verdict.YES, step, "15 ter")
    step = Step(
        rule="J22", articles=("15 ter",), outcome=Outcome.CONTESTED, fact=ground.steps[0].fact,
        says="Whether a referral made before 2018 reaches aggression is undecided", sources=facts.authority("J22"),
        caveat=Caveat.AGGRESSION_OLD_REFERRAL,
    )  # fmt: skip
    return ground.lowered(Verdict.CONTESTED, step, "15 ter")


def j23_parties(attacked: str, aggressor: str, q: Question, amendment: AmendmentFact, facts: Facts) -> Ground:
    """Without a referral both States must be Parties on the day (Art. 15 bis(5)); Art. 12(3) does not help."""
    for iso3, role in ((aggressor, "aggressor"), (attacked, "attacked State")):
        state = facts.state(facts.actual(iso3, q.day))
        if not state.member(q.day):
            act = next(iter(state.of(ActKind.WITHDRAWAL_NOTICE, ActKind.NO_INTENT_DECLARATION)), None)
            step = Step(
                rule="J23", articles=("15 bis(5)",), outcome=Outcome.BARRED,
                fact=act.id if act else f"{state.iso3}:{state.status(q.day)}",
                says=f"{state.name} ({role}): not a Party on that day; a declaration under Art. 12(3) does not help",
                sources=act.sources if act else facts.authority("J23"),
            )  # fmt: skip
            return Ground(link="15 bis", state=state.iso3, verdict=Verdict.NO, bases=("15 bis(5)",), steps=(step,))
    return j24_opt_out(aggressor, q, facts) or j25_accepted(attacked, aggressor, q, amendment, facts)


def j24_opt_out(aggressor: str, q: Question, facts: Facts) -> Ground | None:
    """A Party that has declared before the act that it does not accept is left out (Art. 15 bis(4))."""
    state = facts.state(facts.actual(aggressor, q.day))
    for act in state.of(ActKind.AGGRESSION_OPT_OUT):
        if act.done and last_day(act.done) <= q.day:
            step = Step(
                rule="J24", articles=("15 bis(4)",), outcome=Outcome.BARRED, fact=act.id,
                says=f"{state.name} (aggressor): opted out on {spell(act.done)}", sources=act.sources,
            )  # fmt: skip
            return Ground(link="15 bis", state=state.iso3, verdict=Verdict.NO, bases=("15 bis(4)",), steps=(step,))
    return None


def j25_accepted(attacked: str, aggressor: str, q: Question, amendment: AmendmentFact, facts: Facts) -> Ground:
    """Both have accepted, a year has passed: yes. One only: contested. Neither: no (Art. 15 bis, 121(5)).

    The Assembly (ICC-ASP/16/Res.5, para. 2) leaves out nationals and territory of Parties that have not
    accepted; Art. 15 bis(4) with Art. 12 can be read otherwise, and para. 3 keeps the judges independent.
    """
    names = [facts.state(facts.actual(iso3, q.day)).name for iso3 in (aggressor, attacked)]
    stands = [
        j19_stand(aggressor, amendment, q, facts),
        j19_stand(attacked, amendment, q, facts, place=attacked == q.territory),
    ]
    count = stands.count(Stand.ACCEPTED)
    sources = (*amendment.sources, *facts.authority("J25"))
    told = "; ".join(f"{name}: {_TOLD[stand]}" for name, stand in zip(names, stands, strict=True))
    if count == 2:
        step = Step(
            rule="J25", articles=("15 bis", "121(5)"), outcome=Outcome.BASIS, fact=amendment.id, says=told,
            sources=sources,
        )  # fmt: skip
        ground = Ground(
            link=TERRITORY, state=attacked, verdict=Verdict.YES,
            bases=("15 bis", "12(2)(a)", "12(2)(b)", "121(5)"), steps=(step,), why="both States accepted the amendment",
        )  # fmt: skip
    elif count or Stand.JOINED_LATER in stands:
        late = Stand.JOINED_LATER in stands
        step = Step(
            rule="J25", articles=("15 bis(4)", "121(5)", *(("VCLT 40(5)",) if late else ())),
            outcome=Outcome.CONTESTED, fact=amendment.id,
            says=f"{told}. The Assembly's reading says no, a wider one yes; leans no", sources=sources,
            caveat=Caveat.AMENDMENT_LATE_PARTY if late else Caveat.AGGRESSION_ONE_SIDE,
        )  # fmt: skip
        ground = Ground(
            link=TERRITORY, state=attacked, verdict=Verdict.CONTESTED, bases=("15 bis", *step.articles), steps=(step,)
        )
    else:
        step = Step(
            rule="J25", articles=("15 bis", "121(5)"), outcome=Outcome.BARRED, fact=amendment.id, says=told,
            sources=sources,
        )  # fmt: skip
        return Ground(link="15 bis", state=attacked, verdict=Verdict.NO, bases=step.articles, steps=(step,))
    if q.territory == attacked:
        ground = j14_place(ground, q, facts)
    for iso3 in dict.fromkeys((attacked, aggressor)):
        state = facts.state(facts.actual(iso3, q.day))
        if iso3 == aggressor:
            ground = _restated(j14_challenge(_restated(ground, state.iso3), facts), attacked)
        ground = j13_after_withdrawal(ground, state, q, facts)
    return _restated(ground, ground.state, "15 bis")


_TOLD = {
    Stand.ACCEPTED: "accepted the amendment a year or more before",
    Stand.NOT_ACCEPTED: "Party that has not accepted the amendment",
    Stand.JOINED_LATER: "joined after the amendment was in force, without accepting it",
    Stand.NO_PARTY: "not a Party",
}


def _restated(ground: Ground, state: str | None, link: str = "") -> Ground:
    return Ground(
        link=link or ground.link, state=state, verdict=ground.verdict, bases=ground.bases, steps=ground.steps,
        why=ground.why,
    )  # fmt: skip


def j26_council(q: Question, facts: Facts) -> Step:
    """The Prosecutor asks whether the Council has found aggression, waits six months, needs leave (15 bis(6)-(9))."""
    return Step(
        rule="J26", articles=("15 bis(6)", "15 bis(8)", "15 bis(9)"), outcome=Outcome.NOTE, fact=None,
        says="The Prosecutor must first ask for a finding of the Council and wait six months; it does not bind",
        sources=facts.authority("J26"),
    )  # fmt: skip
