"""J20 to J26: the crime of aggression (Art. 8 bis, 15 bis, 15 ter)."""

from collections.abc import Sequence

from icc_cli.jurisdiction.acceptance import TERRITORY, j13_after_withdrawal
from icc_cli.jurisdiction.amended import Stand, j19_stand
from icc_cli.jurisdiction.facts import AddedCrimes, Facts, Supposed
from icc_cli.jurisdiction.inputs import Question
from icc_cli.jurisdiction.referral import COUNCIL, j5_referrals
from icc_cli.jurisdiction.territory import j14_challenge, j14_place
from icc_cli.jurisdiction.trace import Caveat, LegalBasis, Step, StepOutcome, Verdict, best, none_by
from icc_cli.treaty.dates import last_day, spell
from icc_cli.treaty.vocabulary import ActKind

WITHOUT_REFERRAL = "15 bis"


def aggression_bases(q: Question, facts: Facts) -> list[LegalBasis]:
    """Return the bases for aggression: a referral (J22), or aggressor and attacked State as Parties (J23 to J25)."""
    amendment = facts.aggression
    if amendment is None:
        return []
    if barred := j21_active(q, amendment, facts):
        return [barred]
    [attacked] = q.attacked
    attackers = aggressors(attacked, q, facts)
    if not attackers:
        return [j20_itself(attacked, q, facts)]
    referred = [j22_referral(one, facts) for one in j5_referrals(q, facts)]
    own = [j23_parties(attacked, aggressor, q, amendment, facts) for aggressor in attackers]
    if len({one.verdict for one in own}) > 1:
        says = "Which of these States attacked decides, and it is not said: give --aggressor"
        caveat = Caveat.AGGRESSOR_NOT_SAID
        open_ = facts.step("J20", StepOutcome.CONTESTED, says, "8 bis", "15 bis(4)", caveat=caveat)
        own = [one if one.verdict == Verdict.NO else one.after(open_) for one in own]
    return [*referred, *own]


def aggressors(attacked: str, q: Question, facts: Facts) -> tuple[str, ...]:
    """Return the State that attacked or, where it is not said, each that it is taken to be: those of nationality.

    The attacked State is none of them: aggression is by a State against another (Art. 8 bis(2)).
    """
    if q.aggressor or not q.nationals:
        return (q.aggressor or Supposed.NON_PARTY,)
    itself = facts.actual(attacked, q.day)
    return tuple([iso3 for iso3 in q.nationals if facts.actual(iso3, q.day) != itself])


def j20_itself(attacked: str, q: Question, facts: Facts) -> LegalBasis:
    """No State attacks itself (Art. 8 bis(2)): where nationality names none but the one attacked, it is a no."""
    name = facts.state(facts.actual(attacked, q.day)).name
    says = f"Aggression is by a State against another; only {name} is named, as attacked: give --aggressor"
    return none_by(facts.step("J20", StepOutcome.BARRED, says, "8 bis"), WITHOUT_REFERRAL, attacked)


def j20_leader(q: Question, facts: Facts) -> Step:
    """Only who can control or direct the political or military action of a State (Art. 8 bis(1), 25(3 bis))."""
    says = "Only for leaders: who could effectively control or direct the political or military action of a State"
    if not q.aggressor:
        says += ", here taken to be that of nationality"
    return facts.step("J20", StepOutcome.NOTE, says, "8 bis", "25(3 bis)")


def j21_active(q: Question, amendment: AddedCrimes, facts: Facts) -> LegalBasis | None:
    """No jurisdiction over aggression before 17 July 2018 (Art. 15 bis(2)-(3), 15 ter(2)-(3); ICC-ASP/16/Res.5)."""
    start = amendment.jurisdiction_from
    if start and q.day >= start:
        return None
    says, articles = f"Aggression can be judged only from {spell(start)}", ("15 bis(2)", "15 bis(3)", "15 ter(2)")
    step = facts.step("J21", StepOutcome.BARRED, says, *articles, "15 ter(3)", fact=amendment.id)
    return none_by(step, WITHOUT_REFERRAL, None)


def j22_referral(basis: LegalBasis, facts: Facts) -> LegalBasis:
    """A referral reaches aggression by any State, Party or not (Art. 15 ter); earlier ones are contested."""
    if basis.verdict == Verdict.NO:
        return basis
    fact = basis.steps[0].fact
    if fact == "referral:hypothetical":
        step = facts.step("J22", StepOutcome.BASIS, "On a referral no State need have accepted", "15 ter")
    else:
        says, caveat = (
            "Whether a referral made before 2018 reaches aggression is undecided",
            Caveat.AGGRESSION_OLD_REFERRAL,
        )
        step = facts.step("J22", StepOutcome.CONTESTED, says, "15 ter", fact=fact, caveat=caveat)
    return basis.after(step, "15 ter")


def j23_parties(attacked: str, aggressor: str, q: Question, amendment: AddedCrimes, facts: Facts) -> LegalBasis:
    """Without a referral both States must be Parties, and every State of nationality (Art. 15 bis(4) and (5)).

    The Court shall not exercise jurisdiction when nationals of a State that is no Party commit the crime, or on its
    territory: a second nationality opens nothing, nor does a declaration under Art. 12(3).
    """
    others = q.nationals if q.aggressor or len(q.nationals) > 1 else ()
    for iso3, role in (
        *((one, "nationality") for one in others),
        (aggressor, "aggressor"),
        (attacked, "attacked State"),
    ):
        state = facts.state(facts.actual(iso3, q.day))
        if not state.member(q.day):
            act = next(iter(state.of(ActKind.WITHDRAWAL_NOTICE, ActKind.NO_INTENT_DECLARATION)), None)
            fact = None if act else f"{state.iso3}:{state.status(q.day)}"
            says = f"{state.name} ({role}): not a Party on that day; a declaration under Art. 12(3) does not help"
            if role == "nationality" and len(others) > 1:
                says += ", nor a second nationality"
            articles = ("15 bis(4)", "15 bis(5)") if role == "aggressor" and q.aggressor else ("15 bis(5)",)
            step = facts.step("J23", StepOutcome.BARRED, says, *articles, by=act, fact=fact)
            return none_by(step, WITHOUT_REFERRAL, state.iso3)
    found = j24_opt_out(aggressor, q, facts) or j25_accepted(attacked, aggressor, q, amendment, facts)
    return (
        found if found.verdict == Verdict.NO or aggressor in set(Supposed) else found.after(j24_none(aggressor, facts))
    )


def j24_none(aggressor: str, facts: Facts) -> Step:
    """Return the note that no opt-out of the aggressor is on record, in a list that is not whole (Art. 15 bis(4))."""
    says = f"{facts.state(aggressor).name}: no opt-out is on record before the act; no whole list of opt-outs was found"
    return facts.step("J24", StepOutcome.NOTE, says, "15 bis(4)", fact=f"{aggressor}:opt-out")


def j24_opt_out(aggressor: str, q: Question, facts: Facts) -> LegalBasis | None:
    """A Party that has declared before the act that it does not accept is left out (Art. 15 bis(4))."""
    state = facts.state(facts.actual(aggressor, q.day))
    for act in state.of(ActKind.AGGRESSION_OPT_OUT):
        if act.done and last_day(act.done) <= q.day:
            says = f"{state.name} (aggressor): opted out on {spell(act.done)}"
            step = facts.step("J24", StepOutcome.BARRED, says, "15 bis(4)", by=act)
            return none_by(step, WITHOUT_REFERRAL, state.iso3)
    return None


def j25_accepted(attacked: str, aggressor: str, q: Question, amendment: AddedCrimes, facts: Facts) -> LegalBasis:
    """All concerned have accepted, a year has passed: yes. Some: contested. None: no (Art. 15 bis, 121(5)).

    The Assembly (ICC-ASP/16/Res.5, para. 2) leaves out nationals and territory of Parties that have not
    accepted; Art. 15 bis(4) with Art. 12 can be read otherwise, and para. 3 keeps the judges independent.
    """
    sides = dict.fromkeys((aggressor, *q.nationals))
    names = [facts.state(facts.actual(iso3, q.day)).name for iso3 in (*sides, attacked)]
    stands = [
        *(j19_stand(iso3, amendment, q, facts) for iso3 in sides),
        j19_stand(attacked, amendment, q, facts, place=attacked == q.territory),
    ]
    accepted, late = stands.count(Stand.ACCEPTED), Stand.JOINED_LATER in stands
    all_accepted = accepted == len(stands)
    says = "; ".join(dict.fromkeys(f"{name}: {_SAYS[stand]}" for name, stand in zip(names, stands, strict=True)))
    outcome, caveat, why = StepOutcome.BARRED, None, ""
    articles: tuple[str, ...] = ("15 bis", "121(5)")
    bases: tuple[str, ...] = ("15 bis", "12(2)(a)", *(("12(2)(b)",) if q.nationals else ()), "121(5)")
    if all_accepted:
        outcome, why = StepOutcome.BASIS, "every State concerned accepted the amendment"
    elif accepted or late:
        why = "not every State concerned accepted the amendment" if accepted else "no State concerned has accepted"
        outcome, articles = StepOutcome.CONTESTED, ("15 bis(4)", "121(5)", *(("VCLT 40(5)",) if late else ()))
        caveat = Caveat.AMENDMENT_LATE_PARTY if late else Caveat.AGGRESSION_ONE_SIDE
        says = f"{says}. {_LATE if late else _READINGS}; leans no"
        bases = ("15 bis", *articles)
    sources = (*amendment.sources, *facts.authority("J25"))
    step = facts.step("J25", outcome, says, *articles, by=amendment, sources=sources, caveat=caveat)
    if outcome == StepOutcome.BARRED:
        return none_by(step, WITHOUT_REFERRAL, attacked)
    basis = LegalBasis(
        link=TERRITORY,
        state=attacked,
        verdict=Verdict.YES if all_accepted else Verdict.CONTESTED,
        bases=bases,
        steps=(step,),
        why=why,
    )
    if q.territory == attacked:
        basis = j14_place(basis, q, facts)
    for iso3 in dict.fromkeys((attacked, aggressor)):
        state = facts.state(facts.actual(iso3, q.day))
        if iso3 == aggressor:
            basis = j14_challenge(basis._replace(state=state.iso3), q, facts)._replace(state=attacked)
        basis = j13_after_withdrawal(basis, state, q, facts)
    return basis._replace(link=WITHOUT_REFERRAL)


_READINGS = "The Assembly's reading (ICC-ASP/16/Res.5, para. 2) says no, a wider one of Art. 15 bis(4) yes"
_LATE = "Whether one that joined later and accepted nothing is bound is undecided (VCLT Art. 40(5))"
_SAYS = {
    Stand.ACCEPTED: "accepted the amendment a year or more before",
    Stand.NOT_ACCEPTED: "Party that has not accepted the amendment",
    Stand.LEFT_OUT: "accepted the amendment, but not for this territory",
    Stand.UNCLEAR: "accepted the amendment for some territories; whether for this one is not on record",
    Stand.JOINED_LATER: "joined after the amendment was in force, without accepting it",
    Stand.NO_PARTY: "not a Party",
    Stand.YEAR_RUNNING: "accepted the amendment less than a year before, so not yet bound",
    Stand.UNRECORDED: "no acceptance on record, in a list that is incomplete",
}


def j26_council(grounds: Sequence[LegalBasis], facts: Facts) -> Step:
    """Without a referral by the Council, its finding or six months and the judges' leave (Art. 15 bis(6)-(9)).

    Art. 15 ter has no such steps; that no finding of another body binds the Court is in both (15 bis(9), 15 ter(4)).
    """
    if best(one.verdict for one in grounds if one.link == COUNCIL) != Verdict.NO:
        says = (
            "On a referral by the Council the Prosecutor needs no finding or leave; another body's finding does not "
            "bind the Court"
        )
        return facts.step("J26", StepOutcome.NOTE, says, "15 ter(4)")
    says = (
        "The Prosecutor first ascertains whether the Council has found an act of aggression. If so, that is enough; if "
        "not, after six months, with leave of the Pre-Trial Division, unless the Council stops it (Art. 16). Its "
        "findings do not bind the Court"
    )
    return facts.step("J26", StepOutcome.NOTE, says, "15 bis(6)", "15 bis(7)", "15 bis(8)", "15 bis(9)")
