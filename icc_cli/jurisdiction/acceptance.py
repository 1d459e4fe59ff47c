"""J9 to J13 and J18: what a connecting State accepted, by when, and whether it carries (Art. 11, 12, 124, 127)."""

from collections.abc import Callable
from datetime import date

from icc_cli.jurisdiction.facts import Facts, Matter, Membership, StateRecord
from icc_cli.jurisdiction.inputs import Crime, Question
from icc_cli.jurisdiction.trace import Caveat, Ground, Outcome, Step, Verdict, best
from icc_cli.queries.acts import Act, Source
from icc_cli.treaty.dates import AnyDate, first_day, from_text, last_day, spell
from icc_cli.treaty.status import takes_effect
from icc_cli.treaty.vocabulary import ActKind

TERRITORY, NATIONALITY = "12(2)(a)", "12(2)(b)"


def connect(iso3: str, link: str, q: Question, facts: Facts) -> Ground:
    """Return what a connecting State's acceptance gives on the day, by territory or nationality (Art. 12(2), (3))."""
    state = facts.state(facts.actual(iso3, q.day))
    member = state.member(q.day)
    if member is None:
        return _without_membership(state, link, q, facts)
    ground = Ground(
        link=link,
        state=state.iso3,
        verdict=Verdict.YES,
        bases=(link,),
        steps=(j9_party(state, member, link, q, facts),),
        why=f"State Party since {spell(member.since)}",
    )
    ground = j18_article_124(ground, state, q, facts)
    return j13_after_withdrawal(ground, state, q, facts)


def j9_party(state: StateRecord, member: Membership, link: str, q: Question, facts: Facts) -> Step:
    """A Party accepts the crimes of Art. 5 from entry into force, that day included (Art. 12(1), 11(2), 126)."""
    act = state.act(member.act)
    until = f", until {spell(member.left)}" if member.left else ""
    expected = " if its notice stands" if member.projected else ""
    taken_back = next((one for one in reversed(state.of(ActKind.WITHDRAWAL_RESCINDED))), None)
    again = ""
    if taken_back and not member.left and taken_back.undoes:
        again = f"; its notice of withdrawal was taken back on {spell(taken_back.done)} (J12)"
    return Step(
        rule="J9",
        articles=(link, "12(1)"),
        outcome=Outcome.BASIS,
        fact=member.act,
        says=f"{state.name}: State Party since {spell(member.since)}{until}{expected}{again}",
        sources=act.sources if act else facts.authority("J9"),
    )


def _without_membership(state: StateRecord, link: str, q: Question, facts: Facts) -> Ground:
    """Weigh every declaration of a State that is no Party on the day, and say why there is nothing if so."""
    found = j10_declarations(state, link, q, facts)
    carrying = [one for one in found if one.verdict != Verdict.NO]
    if carrying:
        top = best(one.verdict for one in carrying)
        return next(one for one in carrying if one.verdict == top)
    step = j12_left(state, q, facts) or j11_no_acceptance(state, link, q, facts)
    steps = (step, *(step for one in found for step in one.steps))
    bars = [step.articles, *(one.bases for one in found)]
    bases = tuple(dict.fromkeys((link, *(article for articles in bars for article in articles))))
    return Ground(link=link, state=state.iso3, verdict=Verdict.NO, bases=bases, steps=steps)


def j10_declarations(state: StateRecord, link: str, q: Question, facts: Facts) -> list[Ground]:
    """Weigh each declaration under Art. 12(3): lodged by the State, in time, for the day, place and crime (Rule 44)."""
    own = [act for act in state.of(ActKind.ARTICLE_12_3_DECLARATION) if act.details.get("accepts_from")]
    found = [j10_declaration(act, state, link, q, facts) for act in own]
    for entry in facts.grounds["never_lodged"]:
        act = state.act(entry.act)
        if act and act.done and first_day(act.done) <= q.as_of:
            step = Step(
                rule="J10",
                articles=("12(3)",),
                outcome=Outcome.REFUSED,
                fact=act.id,
                says=f"{state.name}: {entry.note[0].lower()}{entry.note[1:]}",
                sources=entry.sources,
            )
            found.append(Ground(link=link, state=state.iso3, verdict=Verdict.NO, bases=("12(3)",), steps=(step,)))
    return found


def j10_declaration(act: Act, state: StateRecord, link: str, q: Question, facts: Facts) -> Ground:
    """Tell what one declaration gives (Art. 12(3), 11(2); Rule 44(2): a text that names a side shields nobody)."""
    since, until = _edge(act, "accepts_from", first_day), _edge(act, "accepts_to", last_day)
    entry, challenge = facts.ground_of("acceptances", act.id), facts.ground_of("challenges", act.id)
    lodged = _lodged(act, state, facts)
    span = f"from {spell(from_text(act.details['accepts_from']))}" + (f" to {spell(until)}" if until else ", no end")
    day = f"lodged {spell(act.done)}" if act.done else f"of which no day of lodging is known (by {spell(lodged)})"
    text = f"{state.name}: declaration {day}, {span}"
    bars: tuple[str, ...] = ("12(3)", "11(2)")
    refusal = ""
    if act.details.get("reception") in ("rejected", "not-acted-on"):
        received = "was refused" if act.details["reception"] == "rejected" else "was never given effect"
        refusal, bars = f"{text}; it {received}", ("12(3)",)
    elif q.as_of < lodged:
        refusal, bars = f"{text}; not yet lodged on {spell(q.as_of)}", ("12(3)",)
    elif since and q.day < since:
        refusal = f"{text}; it could reach back to 1 Jul 2002 (Art. 11(1)), but begins later"
        bars = ("12(3)", "11(2)", "11(1)")
    elif until and q.day > until:
        refusal = f"{text}; it had ended"
    elif link == NATIONALITY and entry and entry.reach == "territory":
        refusal, bars = f"{text}; it is for acts on its territory only", ("12(3)",)
    if refusal:
        step = Step(rule="J10", articles=bars, outcome=Outcome.REFUSED, fact=act.id, says=refusal, sources=act.sources)
        return Ground(link=link, state=state.iso3, verdict=Verdict.NO, bases=bars, steps=(step,))
    before = state.memberships() and q.day < state.memberships()[0].since <= q.as_of
    bases = (link, "12(3)", "11(2)") if before else (link, "12(3)")
    step = Step(rule="J10", articles=(*bases,), outcome=Outcome.BASIS, fact=act.id, says=text, sources=act.sources)
    ground = Ground(
        link=link,
        state=state.iso3,
        verdict=Verdict.YES,
        bases=bases,
        steps=(step,),
        why=f"which accepted jurisdiction {span.split(' to ')[0].removesuffix(', no end')}",
    )
    if entry and entry.crimes and q.crime not in entry.crimes:
        says = f"Its text names {' and '.join(entry.crimes)}; it accepts the situation as a whole (Rule 44(2))"
        ground = ground.lowered(
            Verdict.CAVEAT, _doubt("J10", ("12(3)", "Rule 44(2)"), act.id, says, entry.sources, "narrower")
        )
    if challenge:
        contested = challenge.treatment == "contested"
        ground = ground.lowered(
            Verdict.CONTESTED if contested else Verdict.CAVEAT,
            _doubt(
                "J10", ("12(3)",), challenge.fact, f"{state.name}'s declaration: {challenge.note}", challenge.sources,
                "authority" if contested else "challenge",
            ),
        )  # fmt: skip
    return ground if q.day >= lodged else _with_note(ground, legality("J10", act.id, facts))


def legality(rule: str, fact: str | None, facts: Facts) -> Step:
    """For an acceptance or referral that reaches back, the act must have been foreseeable as a crime (Art. 22(1))."""
    return Step(
        rule=rule,
        articles=("22(1)", "21(3)"),
        outcome=Outcome.NOTE,
        fact=fact,
        says="It reaches back before its own date: the act must then have been foreseeable as a crime",
        sources=facts.authority("J5"),
    )


def j11_no_acceptance(state: StateRecord, link: str, q: Question, facts: Facts) -> Step:
    """Signature, a law not deposited, an instrument taken back or a speech is no acceptance (Art. 12; VCLT Art. 18)."""
    joined = next((m for m in state.memberships() if m.since > q.day), None)
    status = state.status(q.day)
    signed = next((act for act in state.of(ActKind.SIGNATURE)), None)
    undone = next((one for one in state.of(ActKind.INSTRUMENT_WITHDRAWN) if takes_effect(one) <= q.as_of), None)
    rule, act = "J11", signed
    articles: tuple[str, ...] = (link,)
    if joined and joined.since <= q.as_of:
        act = state.act(joined.act)
        rule, articles = "J9", (link, "11(2)", "126(2)")
        says = f"{state.name}: a Party only from {spell(joined.since)} (deposit {spell(act.done) if act else ''})"
    elif undone:
        act, says = undone, f"{state.name}: took its instrument back before it entered into force; never a Party"
    elif status == "signatory":
        articles, says = (link, "VCLT 18"), f"{state.name}: signed only; a signature accepts no jurisdiction"
    elif status == "signatory-no-intent":
        articles, says = (link, "VCLT 18"), f"{state.name}: signed, and declared that it will not become a Party"
        act = next((one for one in state.of(ActKind.NO_INTENT_DECLARATION)), signed)
    elif status == "contracting-state":
        rule, articles = "J9", (link, "11(2)", "126(2)")
        says = f"{state.name}: joined, but the Statute was not yet in force for it"
        act = next((one for one in state.of(*_CONSENTS)), None)
    else:
        act, says = None, f"{state.name}: neither signed nor joined"
    if status is None:
        says = f"{state.name}: no act of its own is on record"
    return Step(
        rule=rule,
        articles=articles,
        outcome=Outcome.REFUSED,
        fact=act.id if act else f"{state.iso3}:{status}",
        says=says,
        sources=act.sources if act else facts.authority("J9"),
    )


_CONSENTS = (ActKind.RATIFICATION, ActKind.ACCEPTANCE, ActKind.APPROVAL, ActKind.ACCESSION, ActKind.SUCCESSION)


def j12_left(state: StateRecord, q: Question, facts: Facts) -> Step | None:
    """A withdrawal takes effect one year after receipt; that day is outside (Art. 127(1))."""
    left = [m for m in state.memberships() if m.left and m.left <= q.day]
    if not left or left[-1].left is None:
        return None
    last = left[-1]
    notice = state.act(last.notice)
    unless = ", if its notice stands" if last.projected else ""
    return Step(
        rule="J12",
        articles=("127(1)",),
        outcome=Outcome.REFUSED,
        fact=last.notice,
        says=f"{state.name}: no longer a Party; its withdrawal takes effect on {spell(last.left)}{unless}",
        sources=notice.sources if notice else facts.authority("J12"),
    )


def j13_after_withdrawal(ground: Ground, state: StateRecord, q: Question, facts: Facts) -> Ground:
    """The Court acts after the State has left: what it had under consideration in time goes on (Art. 127(2)).

    "The Court" includes the Prosecutor, and a public preliminary examination is enough (Duterte decisions,
    23 Oct 2025 and 22 April 2026). Anything else is contested: ICC-01/17-9-Red says one thing, that line another.
    """
    member = state.member(q.day)
    if ground.verdict == Verdict.NO or not member or not member.left or q.as_of < member.left:
        return ground
    matter = None if q.unrelated else _considered(state, member.left, ground.link, q, facts)
    if matter:
        opened = f"opened {spell(matter.opened)}"
        says = f"{state.name}: has left, but the matter was under consideration before ({matter.name}, {opened})"
        return ground.lowered(
            Verdict.CAVEAT, _doubt("J13", ("127(2)",), matter.id, says, matter.sources, "left"), "127(2)"
        )
    says = f"{state.name}: has left, and nothing of this was under consideration before {spell(member.left)}; leans no"
    return ground.lowered(
        Verdict.CONTESTED,
        _doubt("J13", ("127(2)",), member.notice, says, facts.authority("J13"), "late"),
        "127(2)",
    )


def _considered(state: StateRecord, left: date, link: str, q: Question, facts: Facts) -> Matter | None:
    """Return what was open before a State left and covers the conduct: its time, its crimes, and its place."""
    every = {matter.id: matter for matter in facts.matters(state.iso3)}
    at_home = link == TERRITORY or (q.territory is not None and facts.actual(q.territory, q.day) == state.iso3)

    def covers(matter: Matter) -> bool:
        whole = every.get(matter.leads_to or "", matter)
        entry = next((one for one in facts.grounds["matters"] if one.situation == whole.id), None)
        there = at_home or bool(entry and entry.abroad)
        return there and whole.covers(q.day) and not (entry and entry.crimes and q.crime not in entry.crimes)

    return next((one for one in every.values() if one.pending(left) and covers(one)), None)


def j18_article_124(ground: Ground, state: StateRecord, q: Question, facts: Facts) -> Ground:
    """For seven years at most a new Party may keep its nationals and territory out for war crimes (Art. 124).

    What a declaration for nationals alone does on the State's own soil is undecided, as is what another
    State's acceptance, or an earlier one of its own under Art. 12(3), does beside it.
    """
    if q.crime != Crime.WAR_CRIMES:
        return ground
    for act in state.of(ActKind.ARTICLE_124_DECLARATION):
        until = _edge(act, "until", last_day)
        if not act.effect or q.day < act.effect or (until and q.day > until):
            continue
        end = state.act(act.undone_by)
        edges = sorted(first_day(day) for day in (end.done, end.effect) if day) if end else []
        if edges and q.day >= edges[-1]:
            continue
        entry = facts.ground_of("transitional", act.id)
        own = state.iso3 in {facts.actual(code, q.day) for code in q.nationals}
        sources = entry.sources if entry else act.sources
        text = f"{state.name}: war crimes left out until {spell(until)} (Art. 124)"
        if edges and end and q.day >= edges[0]:
            says = f"{text}; its end is given as {spell(end.effect)} and as {spell(end.done)}"
            return ground.lowered(Verdict.CONTESTED, _doubt("J18", ("124",), end.id, says, end.sources, "124"), "124")
        nationals_only = entry is not None and entry.reach == "nationals"
        if nationals_only and ground.link == TERRITORY:
            if not own:
                continue
            says = f"{text}, for its own nationals; whether its territory still counts for them is undecided"
            earlier = [one for one in j10_declarations(state, TERRITORY, q, facts) if one.verdict != Verdict.NO]
            return ground.lowered(
                Verdict.CONTESTED,
                _doubt("J18", ("124",), act.id, says, sources, "124"),
                "124", *(("12(3)",) if earlier else ()),
            )  # fmt: skip
        earlier = [one for one in j10_declarations(state, ground.link, q, facts) if one.verdict != Verdict.NO]
        if earlier:
            says = f"{text}; its own earlier acceptance may go on"
            return ground.lowered(
                Verdict.CONTESTED, _doubt("J18", ("124", "12(3)"), act.id, says, sources, "124"), "124", "12(3)"
            )
        step = Step(rule="J18", articles=("124",), outcome=Outcome.REFUSED, fact=act.id, says=text, sources=sources)
        return Ground(
            link=ground.link, state=state.iso3, verdict=Verdict.NO, bases=("124",),
            steps=(*ground.steps, step), removed=True,
        )  # fmt: skip
    return ground


_CAVEATS = {
    "narrower": Caveat.NARROWER_DECLARATION,
    "authority": Caveat.AUTHORITY_DISPUTED,
    "challenge": Caveat.CHALLENGE_PENDING,
    "left": Caveat.STATE_HAS_LEFT,
    "late": Caveat.NOT_CONSIDERED_IN_TIME,
    "124": Caveat.ARTICLE_124,
}


def _doubt(
    rule: str, articles: tuple[str, ...], fact: str | None, says: str, sources: tuple[Source, ...], what: str
) -> Step:
    caveat = _CAVEATS[what]
    contested = what in ("authority", "late", "124")
    return Step(
        rule=rule, articles=articles, outcome=Outcome.CONTESTED if contested else Outcome.CAVEAT, fact=fact,
        says=says, sources=sources, caveat=caveat,
    )  # fmt: skip


def _with_note(ground: Ground, step: Step) -> Ground:
    return ground.lowered(Verdict.YES, step)


def _lodged(act: Act, state: StateRecord, facts: Facts) -> date:
    """Return the day by which a declaration was lodged: before its situation opened, where no day is on record."""
    if act.done:
        return last_day(act.done)
    opened = next((m.opened for m in facts.matters(state.iso3) if m.id == act.details.get("situation")), None)
    return last_day(opened) if opened else facts.checked


def _edge(act: Act, name: str, edge: Callable[[AnyDate], date]) -> date | None:
    value = from_text(act.details.get(name))
    return edge(value) if value else None
