"""J9 to J13 and J18: what a connecting State accepted, by when, and whether it carries (Art. 11, 12, 124, 127)."""

from collections.abc import Callable
from datetime import date

from icc_cli.jurisdiction.facts import Facts, Membership, StateRecord, covers, pending
from icc_cli.jurisdiction.inputs import Crime, Question
from icc_cli.jurisdiction.trace import Caveat, LegalBasis, Step, StepOutcome, Verdict, best, joined, none_by, rank
from icc_cli.queries.acts import Act
from icc_cli.queries.situations import Situation, has_occurred
from icc_cli.treaty.dates import AnyDate, days_before, first_day, from_text, last_day, spell
from icc_cli.treaty.details import Reception
from icc_cli.treaty.grounds import Reach, Treatment
from icc_cli.treaty.status import takes_effect
from icc_cli.treaty.vocabulary import CONSENT_ACTS, ActKind, Status

TERRITORY, NATIONALITY = "12(2)(a)", "12(2)(b)"


def connect(iso3: str, link: str, q: Question, facts: Facts, *, craft: bool = False) -> LegalBasis:
    """Return what a connecting State's acceptance gives on the day, by territory or nationality (Art. 12(2), (3)).

    `craft`: by registration of a ship or aircraft.
    """
    state = facts.state(facts.actual(iso3, q.day))
    member = state.member(q.day)
    if member is None:
        return _without_membership(state, link, q, facts)
    basis = LegalBasis(
        link=link,
        state=state.iso3,
        verdict=Verdict.YES,
        bases=(link,),
        steps=(j9_party(state, member, link, facts),),
        why=f"State Party since {spell(member.since)}",
    )
    found = j13_after_withdrawal(j18_article_124(basis, state, q, facts, craft=craft), state, q, facts)
    return _accepted_again(found, state, link, q, facts)


def _accepted_again(found: LegalBasis, state: StateRecord, link: str, q: Question, facts: Facts) -> LegalBasis:
    """Return what a declaration gives that a State lodged after it had left, if that is more (Art. 12(3), 127(2)).

    A State that is no Party can accept jurisdiction for the past, also for the time in which it was one.
    """
    member = state.member(q.day)
    if not member or not member.left or q.as_of < member.left:
        return found
    lodged = [
        one for one in state.of(ActKind.ARTICLE_12_3_DECLARATION) if one.done and first_day(one.done) >= member.left
    ]
    again = [j10_declaration(one, state, link, q, facts) for one in lodged if one.details.get("accepts_from")]
    return min([found, *again], key=lambda one: rank(one.verdict))


def j9_party(state: StateRecord, member: Membership, link: str, facts: Facts) -> Step:
    """A Party accepts the crimes of Art. 5 from entry into force, that day included (Art. 12(1), 11(2), 126)."""
    until = f", until {spell(member.left)}" if member.left else ""
    expected = " if its notice stands" if member.projected else ""
    taken_back = state.of(ActKind.WITHDRAWAL_RESCINDED)[-1:]
    again = ""
    if taken_back and not member.left and taken_back[0].undoes:
        again = f"; its notice of withdrawal was taken back on {spell(taken_back[0].done)} (J12)"
    says = f"{state.name}: State Party since {spell(member.since)}{until}{expected}{again}"
    return facts.step("J9", StepOutcome.BASIS, says, link, "12(1)", by=state.act(member.act), fact=member.act)


def _without_membership(state: StateRecord, link: str, q: Question, facts: Facts) -> LegalBasis:
    """Weigh every declaration of a State that is no Party on the day, and say why there is nothing if so."""
    found = j10_declarations(state, link, q, facts)
    top = best(one.verdict for one in found)
    if top != Verdict.NO:
        return next(one for one in found if one.verdict == top)
    left = j12_left(state, q, facts)
    if left and left.outcome == StepOutcome.CONTESTED:
        return LegalBasis(
            link=link,
            state=state.iso3,
            verdict=Verdict.CONTESTED,
            bases=(link, "127(1)", "127(2)"),
            steps=(left,),
            why="for a crime that began while it was a Party",
        )
    step = left or j11_no_acceptance(state, link, q, facts)
    steps = (step, *(step for one in found for step in one.steps))
    bases = joined([(link,), step.articles, *(one.bases for one in found)])
    return LegalBasis(link=link, state=state.iso3, verdict=Verdict.NO, bases=bases, steps=steps)


def j10_declarations(state: StateRecord, link: str, q: Question, facts: Facts) -> list[LegalBasis]:
    """Weigh each declaration under Art. 12(3): lodged by the State, in time, for the day, place and crime (Rule 44)."""
    own = [act for act in state.of(ActKind.ARTICLE_12_3_DECLARATION) if act.details.get("accepts_from")]
    found = [j10_declaration(act, state, link, q, facts) for act in own]
    for entry in facts.grounds.never_lodged:
        act = state.act(entry.act)
        if act and act.done and first_day(act.done) <= q.as_of:
            says = f"{state.name}: {entry.note[0].lower()}{entry.note[1:]}"
            step = facts.step("J10", StepOutcome.REFUSED, says, "12(3)", by=entry, fact=act.id)
            found.append(none_by(step, link, state.iso3))
    return found


def j10_declaration(act: Act, state: StateRecord, link: str, q: Question, facts: Facts) -> LegalBasis:
    """Return what one declaration gives (Art. 12(3), 11(2); Rule 44(2): a text that names a side shields nobody)."""
    since, until = _edge(act, "accepts_from", first_day), _edge(act, "accepts_to", last_day)
    entry = next((one for one in facts.grounds.acceptances if one.act == act.id), None)
    lodged = _lodged(act, state, facts)
    begins = f"from {spell(from_text(act.details['accepts_from']))}"
    day = f"lodged {spell(act.done)}" if act.done else f"of which no day of lodging is known (by {spell(lodged)})"
    text = f"{state.name}: declaration {day}, {begins}{f' to {spell(until)}' if until else ', no end'}"
    bars: tuple[str, ...] = ("12(3)",)
    refusal = ""
    reception = act.details.get("reception")
    refused = reception in (Reception.REJECTED, Reception.NOT_ACTED_ON)
    unanswered = refused and bool(entry and entry.answered and q.as_of < entry.answered)
    if refused and not unanswered:
        refusal = f"; it {'was refused' if reception == Reception.REJECTED else 'was never given effect'}"
    elif q.as_of < lodged:
        refusal = f"; not yet lodged on {spell(q.as_of)}"
    elif since and q.day < since:
        refusal, bars = (
            "; it could reach back to 1 Jul 2002 (Art. 11(1)), but begins later",
            ("12(3)", "11(2)", "11(1)"),
        )
    elif until and q.day > until:
        refusal, bars = "; it had ended", ("12(3)", "11(2)")
    elif link == NATIONALITY and entry and entry.reach == Reach.TERRITORY:
        refusal = "; it is for acts on its territory only"
    if refusal:
        return none_by(facts.step("J10", StepOutcome.REFUSED, text + refusal, *bars, by=act), link, state.iso3)
    before = state.memberships and q.day < state.memberships[0].since <= q.as_of
    bases = (link, "12(3)", *(("11(2)",) if before else ()))
    step = facts.step("J10", StepOutcome.BASIS, text, *bases, by=act)
    why = f"which accepted jurisdiction {begins}"
    challenge = next((one for one in facts.grounds.challenges if one.act == act.id and one.on(q.as_of)), None)
    if unanswered or (challenge and challenge.treatment == Treatment.CONTESTED):
        why = f"on a declaration made in its name, {begins}"
    basis = LegalBasis(link=link, state=state.iso3, verdict=Verdict.YES, bases=bases, steps=(step,), why=why)
    if entry and entry.crimes and q.crime not in entry.crimes:
        says = f"Its text names {' and '.join(entry.crimes)}; it accepts the situation as a whole (Rule 44(2))"
        narrower, proof = Caveat.NARROWER_DECLARATION, facts.proof(entry)
        basis = basis.after(
            facts.step("J10", StepOutcome.CAVEAT, says, "12(3)", "Rule 44(2)", by=act, sources=proof, caveat=narrower)
        )
    if unanswered:
        says = f"Whether {state.name} can be bound by it had not been answered by {spell(q.as_of)}"
        open_ = Caveat.AUTHORITY_DISPUTED
        basis = basis.after(facts.step("J10", StepOutcome.CONTESTED, says, "12(3)", by=act, caveat=open_))
    if challenge:
        says = f"{state.name}'s declaration: {challenge.note}"
        outcome, caveat = StepOutcome.CAVEAT, Caveat.CHALLENGE_PENDING
        if challenge.treatment == Treatment.CONTESTED:
            outcome, caveat = StepOutcome.CONTESTED, Caveat.AUTHORITY_DISPUTED
        basis = basis.after(facts.step("J10", outcome, says, "12(3)", by=challenge, caveat=caveat))
    return basis if q.day >= lodged else basis.after(legality("J10", act.id, facts))


def legality(rule: str, fact: str, facts: Facts) -> Step:
    """For an acceptance or referral that reaches back, the act must have been foreseeable as a crime (Art. 22(1))."""
    says = "It reaches back before its own date: the act must then have been foreseeable as a crime"
    ruled = [one for one in facts.authority("J5") if one.key in ("a-conf-183-9", "icc-02-05-01-20-503")]
    return facts.step(rule, StepOutcome.NOTE, says, "22(1)", "21(3)", fact=fact, sources=tuple(ruled))


def j11_no_acceptance(state: StateRecord, link: str, q: Question, facts: Facts) -> Step:
    """Signature, a law not deposited, an instrument taken back or a speech is no acceptance (Art. 12; VCLT Art. 18)."""
    joined_later = next((m for m in state.memberships if q.day < m.since <= q.as_of), None)
    status = state.status(q.day)
    undone = next((one for one in state.of(ActKind.INSTRUMENT_WITHDRAWN) if takes_effect(one) <= q.as_of), None)
    rule, act = "J11", next(iter(state.of(ActKind.SIGNATURE)), None)
    articles: tuple[str, ...] = (link,)
    if joined_later:
        act = state.act(joined_later.act)
        rule, articles = "J9", (link, "11(2)", "126(2)")
        says = f"a Party only from {spell(joined_later.since)} (deposit {spell(act.done) if act else ''})"
    elif undone:
        act, says = undone, "took its instrument back before it entered into force; never a Party"
    elif status == Status.SIGNATORY:
        articles, says = (link, "VCLT 18"), "signed only; a signature accepts no jurisdiction"
    elif status == Status.SIGNATORY_NO_INTENT:
        articles, says = (link, "VCLT 18"), "signed, and declared that it will not become a Party"
        act = next(iter(state.of(ActKind.NO_INTENT_DECLARATION)), act)
    elif status == Status.CONTRACTING_STATE:
        rule, articles = "J9", (link, "11(2)", "126(2)")
        act, says = next(iter(state.of(*CONSENT_ACTS)), None), "joined, but the Statute was not yet in force for it"
    else:
        act, says = None, "neither signed nor joined" if status else "no act of its own is on record"
    fact, sources = (act.id, act.sources) if act else (f"{state.iso3}:{status}", facts.authority("J9"))
    return facts.step(rule, StepOutcome.REFUSED, f"{state.name}: {says}", *articles, fact=fact, sources=sources)


def j12_left(state: StateRecord, q: Question, facts: Facts) -> Step | None:
    """A withdrawal takes effect one year after receipt or later; that day is outside (Art. 127(1)).

    What goes on of one crime that began while the State was a Party is contested where a decision reaches it.
    """
    left = [m for m in state.memberships if m.left and m.left <= q.day]
    if not left:
        return None
    last = left[-1]
    unless = ", if its notice stands" if last.projected else ""
    took = "takes" if last.projected else "took"
    says = f"{state.name}: no longer a Party; its withdrawal {took} effect on {spell(last.left)}{unless}"
    ids = {one.id for one in facts.situations(state.iso3) if has_occurred(one.opened, q.as_of)}
    reaches = [one.earlier for one in facts.grounds.matters if one.earlier and one.situation in ids]
    says += "".join(f"; {earlier}" for earlier in reaches)
    outcome, caveat = StepOutcome.REFUSED, None
    if reaches and q.continuing and q.first and last.since <= q.first < (last.left or q.day):
        outcome, caveat = StepOutcome.CONTESTED, Caveat.STATE_HAS_LEFT
    by = state.act(last.notice)
    return facts.step("J12", outcome, says, "127(1)", by=by, fact=last.notice, caveat=caveat)


def j13_after_withdrawal(basis: LegalBasis, state: StateRecord, q: Question, facts: Facts) -> LegalBasis:
    """The Court acts after the State has left: what it had under consideration in time goes on (Art. 127(2)).

    "The Court" includes the Prosecutor, and a public preliminary examination is enough (Duterte decisions,
    23 Oct 2025 and 22 April 2026). Anything else is contested: ICC-01/17-9-Red says one thing, that line another.
    """
    member = state.member(q.day)
    if basis.verdict == Verdict.NO or not member or not member.left or q.as_of < member.left:
        return basis
    considered, why = (None, "") if q.unrelated else _considered(state, member.left, q, facts)
    if considered:
        opened = f"opened {spell(considered.opened)}"
        says = f"has left, but the matter was under consideration before ({considered.name}, {opened})"
        outcome, caveat = StepOutcome.CAVEAT, Caveat.STATE_HAS_LEFT
    else:
        says = f"has left, and nothing of this was under consideration before {spell(member.left)}{why}; leans no"
        outcome, caveat = StepOutcome.CONTESTED, Caveat.NOT_CONSIDERED_IN_TIME
    fact = None if considered else member.notice
    says = f"{state.name}: {says}"
    step = facts.step("J13", outcome, says, "127(2)", by=considered, fact=fact, caveat=caveat)
    return basis.after(step, "127(2)")


def _considered(state: StateRecord, left: date, q: Question, facts: Facts) -> tuple[Situation | None, str]:
    """Return what was open before a State left and covers the conduct: its time, its crimes and its place.

    Where nothing does, say what the nearest lacks. A ship or aircraft is not the territory that a decision names.
    """
    if q.crime == Crime.AGGRESSION:
        return None, ": no situation is of aggression so far"
    every = {one.id: one for one in facts.situations(state.iso3)}
    at_home = state.iso3 in {facts.actual(code, q.day) for code in (q.territory, *q.cross_border) if code}
    why = ""
    for one in every.values():
        whole = every.get(one.leads_to or "", one)
        if not pending(one, left):
            continue
        entry = next((one for one in facts.grounds.matters if one.situation == whole.id), None)
        if not covers(whole, q.day):
            why = why or f": the situation {whole.name} is of another time{_and(entry.earlier if entry else '')}"
        elif not (at_home or (entry and entry.abroad)):
            why = f": the situation {whole.name} is of acts on the territory"
        elif entry and entry.crimes and q.crime not in entry.crimes:
            why = f": the situation {whole.name} is of {' and '.join(entry.crimes).replace('-', ' ')}{_and(entry.note)}"
        else:
            return one, ""
    return None, why


def _and(note: str) -> str:
    """Add a note to a clause."""
    return f" ({note.rstrip('.')})" if note else ""


def j18_article_124(
    basis: LegalBasis, state: StateRecord, q: Question, facts: Facts, *, craft: bool = False
) -> LegalBasis:
    """For seven years at most a new Party may keep its nationals and territory out for war crimes (Art. 124).

    What a declaration for nationals alone does on the State's own soil is undecided, as is what another
    State's acceptance, or an earlier one of its own under Art. 12(3), does beside it.
    """
    if q.crime != Crime.WAR_CRIMES:
        return basis
    for act in state.of(ActKind.ARTICLE_124_DECLARATION):
        until = _edge(act, "until", last_day)
        if not act.effect or q.day < act.effect or (until and q.day > until):
            continue
        end = state.act(act.undone_by)
        edges = sorted(first_day(day) for day in (end.done, end.effect) if day) if end else []
        if edges and q.day >= edges[-1]:
            continue
        entry = next((one for one in facts.grounds.transitional if one.act == act.id), None)
        known = end and end.done and first_day(end.done) <= q.as_of
        last = days_before(edges[0], 1) if edges and known else until
        text = f"{state.name}: war crimes left out until {spell(last)} (Art. 124)"
        sources = facts.proof(entry) if entry else act.sources
        articles: tuple[str, ...] = ("124",)
        if edges and end and q.day >= edges[0]:
            says = f"{text}; its end is given as {spell(end.effect)} and as {spell(end.done)}"
            bases, act, sources = articles, end, end.sources
        elif entry and entry.reach == Reach.NATIONALS and basis.link == TERRITORY:
            if state.iso3 not in {facts.actual(code, q.day) for code in q.nationals}:
                continue
            says = (
                f"{text}, for its own nationals; whether that is allowed, and whether its territory still counts for "
            )
            says += "them, is undecided"
            bases = articles
            if _accepted_before(state, TERRITORY, q, facts):
                says += ", as is whether its earlier declaration under Art. 12(3) still does"
                bases = ("124", "12(3)")
        elif craft and state.iso3 not in {facts.actual(code, q.day) for code in (q.territory, *q.nationals) if code}:
            says = (
                f"{text}: on its territory and by its nationals; whether registration counts as territory is undecided"
            )
            bases = articles
        elif _accepted_before(state, basis.link, q, facts):
            says = f"{text}; its own earlier acceptance may go on"
            bases = articles = ("124", "12(3)")
        else:
            step = facts.step("J18", StepOutcome.REFUSED, text, "124", by=act, sources=sources)
            return basis.refused(step, "124")._replace(removed=True)
        contested, caveat = StepOutcome.CONTESTED, Caveat.ARTICLE_124
        step = facts.step("J18", contested, says, *articles, by=act, sources=sources, caveat=caveat)
        return basis.after(step, *bases)
    return basis


def _accepted_before(state: StateRecord, link: str, q: Question, facts: Facts) -> bool:
    return any(one.verdict != Verdict.NO for one in j10_declarations(state, link, q, facts))


def _lodged(act: Act, state: StateRecord, facts: Facts) -> date:
    """Return the day by which a declaration was lodged: before its situation opened, where no day is on record."""
    if act.done:
        return last_day(act.done)
    opened = next((one.opened for one in facts.situations(state.iso3) if one.id == act.details.get("situation")), None)
    return last_day(opened) if opened else facts.checked


def _edge(act: Act, name: str, edge: Callable[[AnyDate], date]) -> date | None:
    value = from_text(act.details.get(name))
    return edge(value) if value else None
