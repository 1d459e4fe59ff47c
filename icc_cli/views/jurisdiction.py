"""`icc jurisdiction` in words: the verdict, what it rests on, the steps, what would change it, the limits."""

from collections.abc import Sequence
from datetime import date, timedelta

from icc_cli.jurisdiction.after import NextQuestion
from icc_cli.jurisdiction.answer import Answered, Case, Jurisdiction, Missing, OtherDay, turns
from icc_cli.jurisdiction.notes import LIMITS
from icc_cli.jurisdiction.rules import RuleWithSources
from icc_cli.jurisdiction.territory import Whose
from icc_cli.jurisdiction.trace import LegalBasis, StepOutcome, Verdict, rank
from icc_cli.page.blocks import Block, Cell, Column, Heading, Line, Table, Words
from icc_cli.queries.acts import Source
from icc_cli.treaty.dates import spell
from icc_cli.views import words

VERDICT = {"yes": "YES", "yes-with-caveat": "YES, WITH A CAVEAT", "contested": "CONTESTED", "no": "NO"}
_SAID_BELOW = ("J29", "J30")
"""Rules that are said in the limits, and need no step on the page."""


def page(one: Answered, checked: date) -> list[Block]:
    """Return the page of one question."""
    found = one.answer
    blocks: list[Block] = [
        Line((Cell(_verdicts(found), strong=True), *([f"  {reason}"] if (reason := _reason(one)) else []))),
        Line(Cell(_question(one), aside=True)),
        Line(),
    ]
    if found.changes:
        blocks += [_stretches(found), Line()]
        doubts = _facts(found)
        if doubts.rows:
            blocks += [doubts, Line()]
        if not one.question.nationals:
            blocks += [
                Line("No nationality is given, and it may change the answer: add --national, or ask for one day.", 2)
            ]
            blocks += [Line()]
    ranged = bool(found.changes) and not one.question.continuing
    if ranged:
        blocks.append(Line(Cell(f"Why, from {spell(found.changes[-1].from_)}", aside=True), 2))
    steps = found.changes[-1].steps if ranged else found.steps
    if not found.changes:
        blocks += [_facts(found), Line()]
    blocks.append(words.steps(step for step in steps if step.rule not in _SAID_BELOW))
    more = _more(one)
    blocks += [Line(), more] if more.rows else []
    blocks += [Line(), *_next(found.next)] if found.next else []
    blocks += [Line(), *(Line(Cell(text, aside=True), 2) for text in LIMITS)]
    return [
        *blocks,
        Line(Cell(f"{words.record_checked(checked)}   A rule: icc jurisdiction --explain J13", aside=True), 2),
    ]


def crimes(found: Sequence[Answered], checked: date) -> list[Block]:
    """Return the verdict for each crime side by side."""
    rows: list[tuple[Words, ...]] = [
        (
            _crime(one.answer.crime),
            Cell(_verdicts(one.answer), strong=True),
            _articles(one.answer.bases),
            _caveats(one.answer),
        )
        for one in found
    ]
    columns = (
        Column("Crime"),
        Column("Could it?", wraps=True),
        Column("Rests on, or fails by", wraps=True, under=1),
        Column("Caveat", wraps=True, under=1, labels=True),
    )
    return [
        Heading(Cell("Could the Court have jurisdiction?", strong=True)),
        Line(Cell(_question(found[0], crime=False), aside=True)),
        Line(),
        Table(columns, rows),
        Line(),
        *(Line(Cell(text, aside=True), 2) for text in LIMITS),
        Line(Cell(f"{words.record_checked(checked)}   The steps: --crime in place of --all-crimes", aside=True), 2),
    ]


def rule(one: RuleWithSources) -> list[Block]:
    """Return a rule in plain words, with its authorities."""
    return [
        Heading((Cell(one.rule, strong=True), f"  {one.title}"), one.articles),
        Line(),
        Line(one.says, 2),
        Line(),
        Table((Column(), Column(wraps=True)), [(Cell(_name(s), aside=True), s.title) for s in one.sources]),
    ]


def _name(source: Source) -> str:
    return source.symbol or ""


def _verdicts(found: Jurisdiction) -> str:
    first, *later = turns(found)
    return ", then ".join(
        [VERDICT[first.verdict], *(f"{VERDICT[one.verdict]} from {spell(one.from_)}" for one in later)]
    )


def _reason(one: Answered) -> str:
    """Return in one line what decides; of days with several answers the table below says it."""
    found = one.answer
    if one.question.continuing:
        return f"for one crime that goes on, by its part that counts: {_reason_on_a_day(one)}"
    if found.changes:
        if len(turns(found)) > 1:
            return ""
        return f"on every day of these{'' if len(found.changes) > 1 else f': {_reason_on_a_day(one)}'}"
    return _reason_on_a_day(one)


def _reason_on_a_day(one: Answered) -> str:
    found = one.answer
    if found.verdict == Verdict.NO:
        barred = next((step for step in found.steps if step.outcome == StepOutcome.BARRED), None)
        if barred and any(case.verdict != Verdict.NO for case in found.depends_on_nationality):
            return (
                "for a national of a State that is not a Party; it depends on the nationality of the accused, see below"
            )
        if barred:
            return f"{barred.says} (Art. {barred.articles[0]})"
        if found.depends_on_nationality:
            return "the place alone gives no basis; it depends on the nationality of the accused"
        return "neither the place nor the nationality gives a basis"
    if not one.grounds:
        return "no link to a State Party is needed (Art. 70)"
    strongest = min(one.grounds, key=lambda basis: rank(basis.verdict))
    return _basis(strongest, one) if strongest.verdict != Verdict.NO else ""


def _basis(basis: LegalBasis, one: Answered) -> str:
    state = one.names.get(basis.state or "", "")
    article = "12(3)" if "12(3)" in basis.bases and not basis.why.startswith("State Party") else basis.link
    match basis.link:
        case "12(2)(a)":
            under = one.whose != Whose.THE_STATES and basis.state == one.question.territory
            party = "a " if under and basis.why.startswith("State Party") else ""
            where = f"{one.place}, examined under {state}" if under else state
            craft = basis.state in (*one.question.vessels, *one.question.aircraft)
            how = "registration" if craft and basis.state != one.question.territory else "territory"
            return f"by {how}: {where}, {party}{basis.why} (Art. {article})"
        case "12(2)(b)":
            return f"by nationality: {state}, {basis.why} (Art. {article})"
        case "13(b)":
            return f"{basis.why} (Art. 13(b))"
        case _:
            return f"{basis.why} (Art. 15 bis)"


def _question(one: Answered, *, crime: bool = True) -> str:
    """Put the question back into words."""
    q, found = one.question, one.answer
    when = f"on {spell(q.day)}" if not found.until else f"from {spell(q.day)} to {spell(found.until)}"
    parts = [f"{_crime(q.crime)} {when}" if crime else f"{when[0].upper()}{when[1:]}"]
    if q.territory:
        parts.append(f"territory: {_territory(one)}")
    if q.zone:
        parts.append("place: an exclusive economic zone")
    parts += ["place: the high seas"] if q.at_sea else []
    parts += [f"attacked by: {one.names[q.aggressor]}"] if q.aggressor else []
    parts += [f"vessel: {one.names[code]}" for code in q.vessels]
    parts += [f"aircraft: {one.names[code]}" for code in q.aircraft]
    parts += [f"an element in: {one.names[code]}" for code in q.cross_border]
    if q.nationals:
        parts.append(f"nationality: {' and '.join(one.names[code] for code in q.nationals)}")
    parts += ["stateless"] if q.stateless else []
    parts += ["one crime that goes on"] if q.continuing else []
    later = ", or on the day if later" if found.until and found.until > found.as_of else ""
    return f"{'; '.join(parts)}; the Court acts on {spell(found.as_of)}{later}"


def _territory(one: Answered) -> str:
    """Name the territory: by its State, unless the record does not say whose it is."""
    state = one.names[one.question.territory or ""]
    match one.whose:
        case Whose.NOBODYS:
            return one.place
        case Whose.EXAMINED_UNDER:
            return f"{one.place} (examined under {state})"
        case _:
            return f"{state} ({one.place})" if one.place else state


def _crime(crime: str) -> str:
    return crime.replace("-", " ").capitalize()


def _articles(articles: Sequence[str]) -> str:
    return ", ".join(articles)


def _caveats(found: Jurisdiction) -> str:
    return "; ".join(dict.fromkeys(caveat.caveat.replace("-", " ") for caveat in found.caveats))


def _facts(found: Jurisdiction) -> Table:
    """Return what the answer rests on, and why it is less than plain."""
    rows: list[tuple[Words, ...]] = []
    if not found.changes or "continuing" in found.special:  # a range says what each stretch rests on
        barred = found.verdict == Verdict.NO
        kinds = [("Fails by" if barred else "Limited by", found.limited_by), ("Also argued", found.weaker)]
        kinds = [*kinds] if barred else [("Rests on", found.rests_on), *kinds]
        rows += [(Cell(label, aside=True), words.provisions(articles)) for label, articles in kinds if articles]
    rows += _labelled("Caveat", _told(found))
    cases = [f"{_case(case)}: {VERDICT[case.verdict].lower()}" for case in found.depends_on_nationality]
    rows += _labelled("On its first day" if found.changes else "Nationality", cases)
    if found.projected:
        rows.append((Cell("Expected", aside=True), "lies ahead of the record; what is on record is assumed to stand"))
    return Table((Column(), Column(wraps=True)), rows)


def _labelled(label: str, texts: Sequence[str]) -> list[tuple[Words, ...]]:
    """Return rows under one label, written once."""
    return [(Cell("" if number else label, aside=True), text) for number, text in enumerate(texts)]


def _told(found: Jurisdiction) -> list[str]:
    wanted = {(caveat.caveat, caveat.rule) for caveat in found.caveats}
    said = [step.says for step in found.steps if step.caveat and (step.caveat, step.rule) in wanted]
    return list(dict.fromkeys(said))


def _case(case: Case) -> str:
    return {
        "own": "a national of the State itself",
        "non-party": "of a State that is not a Party",
        "party": "of a State Party (that accepted every amendment)",
        "party-without-amendments": "of a State Party that accepted no amendment",
    }[case.nationality]


def _stretches(found: Jurisdiction) -> Table:
    ends = [change.from_ - timedelta(days=1) for change in found.changes[1:]] + [found.until or found.date]
    rows: list[tuple[Words, ...]] = [
        (
            spell(change.from_),
            f"to {spell(end)}",
            Cell(VERDICT[change.verdict], strong=True),
            words.provisions(change.bases),
        )
        for change, end in zip(found.changes, ends, strict=True)
    ]
    return Table((Column(right=True), Column(), Column(wraps=True), Column(wraps=True, under=2)), rows)


def _more(one: Answered) -> Table:
    """Return what would change the answer."""
    rows: list[tuple[Words, ...]] = []
    change = one.answer.would_change
    if change:
        rows += _labelled("Changes", _days_told(change.earlier, change.later))
        rows += _labelled("Missing", [_missing(way, one) for way in change.missing])
    return Table((Column(), Column(wraps=True)), rows)


def _days_told(earlier: OtherDay | None, later: OtherDay | None) -> list[str]:
    told = []
    if earlier:
        told.append(f"{VERDICT[earlier.verdict].lower()} for conduct up to {spell(earlier.day)}")
    if later:
        expected = " (expected: what is on record is assumed to stand)" if later.projected else ""
        told.append(f"{VERDICT[later.verdict].lower()} for conduct from {spell(later.day)}{expected}")
    return told


def _missing(way: Missing, one: Answered) -> str:
    if way.iso3 is None:
        return "a referral by the Security Council (Art. 13(b))"
    q = one.question
    if one.whose == Whose.EXAMINED_UNDER and way.iso3 not in q._replace(territory=None).states:
        return f"an acceptance that reaches {one.place} for that day (Art. 12(3))"
    of_nationals = ", for its nationals," if one.whose != Whose.THE_STATES and way.iso3 in q.nationals else ""
    return f"an acceptance by {one.names.get(way.iso3, way.iso3)}{of_nationals} for that day (Art. 12(3))"


_ASKED = {
    "trigger": "Who sets it off",
    "deferral-to-a-state": "A State takes over",
    "deferral-by-the-council": "The Council stops it",
    "challenge": "Who may challenge",
    "cooperation": "Who must help",
    "immunity": "Office, immunity",
    "not-answered": "Not said here",
}


def _next(questions: Sequence[NextQuestion]) -> list[Block]:
    """Return what is asked next, each with its answer and its articles."""
    rows: list[tuple[Words, ...]] = [
        (Cell(_ASKED[one.about], aside=True), f"{one.says} ({words.provisions(one.articles)})") for one in questions
    ]
    return [Line(Cell("Next questions", strong=True), 2), Table((Column(), Column(wraps=True)), rows)]
