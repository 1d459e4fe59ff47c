"""Duties to cooperate, the Court's decisions on cooperation, and agreements about it, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from icc_cli.cooperation.notes import LIMITS
from icc_cli.page.blocks import Block, Cell, Column, Heading, Line, Table, Words
from icc_cli.treaty import labels
from icc_cli.treaty.dates import spell
from icc_cli.treaty.details import Ruling
from icc_cli.views import words

if TYPE_CHECKING:
    from icc_cli.cooperation.answer import CooperationAnswer
    from icc_cli.queries.agreements import CooperationAgreement
    from icc_cli.queries.completeness import Completeness
    from icc_cli.queries.noncompliance import CooperationDecision
    from icc_cli.queries.practice import CooperationLaw, ReportedVisit

VERDICT = {"must": "MUST", "contested": "CONTESTED", "need-not": "NEED NOT"}
DUTY = {
    "part-9": "State Party",
    "continuing": "former Party",
    "security-council": "Security Council",
    "article-12-3": "accepted",
    "none": "none",
}
_FORUM = {"assembly": "Assembly", "council": "Council"}
_SAID_BELOW = ("C9", "C10")
"""Rules whose facts have tables of their own on the page."""
OWES = {
    "part-9": "cooperates fully with the Court, as a State Party",
    "continuing": "has left, and still cooperates in what had begun before",
    "security-council": "cooperates fully in one situation, by decision of the Security Council",
    "article-12-3": "cooperates in the matter in which it accepted jurisdiction",
    "none": "owes the Court nothing; it may cooperate (Art. 87(5))",
}
NON_SURRENDER = "A non-surrender agreement is about persons of the other State, and binds these two alone (Art. 98(2))."
AGREEMENT = {"privileges": "privileges and immunities", **labels.PACT, "non-surrender": "non-surrender"}


def page(
    one: CooperationAnswer, who: str, persons: Mapping[str, str], names: Mapping[str, str], on: date, checked: date
) -> list[Block]:
    """Return the page of one State. `who` names the person asked about; `persons` and `names` are names of all."""
    if one.verdict:
        lead: Words = (Cell(VERDICT[one.verdict], strong=True), f"  {one.name} {_must(one)} arrest and surrender {who}")
    else:
        lead = (
            Cell(one.name, strong=True),
            f"  {OWES[one.duty]}{', if that binds it, which is contested' if one.contested else ''}",
        )
    rows: list[tuple[Words, ...]] = [
        (Cell("Rests on" if one.duty != "none" else "Fails by", aside=True), words.provisions(one.articles))
    ]
    if one.until:
        rows.append((Cell("Until", aside=True), f"{spell(one.until)}, {words.UNLESS}"))
    if one.projected:
        rows.append((Cell("Expected", aside=True), "lies ahead of the record; pending notices are assumed to stand"))
    return [
        Heading(lead, spell(on)),
        Line(),
        Table((Column(), Column(wraps=True)), rows),
        Line(),
        words.steps(step for step in one.steps if step.rule not in _SAID_BELOW),
        *_part("The Court's decisions (Art. 87(7))", _decisions(one.findings, persons, one.findings, states=False)),
        *_part("Reported visits and overflights, without judgment", _visits(one.visits, persons)),
        *_part("Agreements", _agreements(one.agreements, persons, names, states=False)),
        *([Line(NON_SURRENDER, 2)] if any(step.rule == "C9" for step in one.steps) else []),
        *_part("Law on cooperation (Art. 88)", _laws(one.laws)),
        Line(),
        *_limits(checked, "A rule: icc cooperation --explain C4"),
    ]


def states(found: Sequence[CooperationAnswer], who: str, on: date, checked: date) -> list[Block]:
    """Return States side by side, counted below. `who` names the person asked about."""
    asked = [(Column("Must it?"), lambda one: Cell(VERDICT[one.verdict], strong=True))] if who else []
    ends = any(one.until for one in found)
    until = [(Column("Until", right=True), lambda one: spell(one.until))] if ends else []
    rows = words.table(
        found,
        (Column("State", wraps=True), lambda one: one.name),
        *asked,
        (Column("Duty", wraps=True), lambda one: DUTY[one.duty] + (", contested" if one.contested else "")),
        *until,
        (Column("Rests on, or fails by", wraps=True), lambda one: words.provisions(one.articles)),
    )
    counts = {one: sum(answer.verdict == one for answer in found) for one in VERDICT}
    told = words.joined(f"{number} {VERDICT[one].lower()}" for one, number in counts.items() if number)
    title = f"Arrest and surrender of {who}" if who else "What States owe the Court"
    expected = any(one.projected for one in found)
    return [
        words.heading(title, f"{'expected ' if expected else ''}on {spell(on)}"),
        Line(),
        rows,
        Line(),
        *([Line(told, 2)] if who else []),
        *_limits(checked, "Why: icc cooperation STATE"),
    ]


def noncompliance(
    found: Sequence[CooperationDecision],
    persons: Mapping[str, str],
    on: date,
    checked: date,
    *,
    known: Sequence[CooperationDecision],
    chosen: Sequence[Iterable[str]] = (),
    since: date | None = None,
    until: date | None = None,
) -> list[Block]:
    """Return decisions on cooperation, counted below.

    `persons` are their names by id; `known` all decisions by the day, which later ones may be about; `chosen` what was
    asked for.
    """
    rows = _decisions(found, persons, known, states=True)
    standing = [one for one in found if one.outcome == Ruling.FOUND and one.stands]
    parties = {one.iso3 for one in standing if one.party_then}
    others = {one.iso3 for one in standing} - parties
    against = words.joined(
        [
            words.count(len(parties), "State Party", "States Parties") if parties else "",
            words.count(len(others), "other State") if others else "",
        ],
        " and ",
    )
    told = words.count(len(found), "decision") + (f" · findings stand about {against}" if against else "")
    return words.listing(
        words.asked("The Court's decisions on cooperation", *chosen, since=since, until=until),
        on,
        rows,
        checked,
        told,
        LIMITS[1],
        more="One in full: icc show ID; the ids: --fields id,name",
    )


def agreements(
    found: Sequence[CooperationAgreement],
    persons: Mapping[str, str],
    names: Mapping[str, str],
    on: date,
    checked: date,
    known: Completeness | None = None,
    *,
    chosen: Sequence[Iterable[str]] = (),
) -> list[Block]:
    """Return agreements on cooperation, counted below by kind. `chosen`: what was asked for."""
    counts = {kind: sum(one.kind == kind for one in found) for kind in AGREEMENT}
    return words.listing(
        words.asked("Agreements on cooperation with the Court", *chosen),
        on,
        _agreements(found, persons, names, states=True),
        checked,
        words.joined(f"{number} {AGREEMENT[kind]}" for kind, number in counts.items() if number),
        NON_SURRENDER if counts["non-surrender"] else "",
        *words.complete(known),
    )


def _must(one: CooperationAnswer) -> str:
    return {"must": "must", "contested": "may have to", "need-not": "need not"}[one.verdict or ""]


def _part(title: str, rows: Table) -> list[Block]:
    return words.section(title, rows) if rows.rows else []


def _decided(one: CooperationDecision) -> str:
    return spell(one.decided) or _by(one.not_after)


def _ruled(one: CooperationDecision) -> str:
    if one.outcome == Ruling.INFORMED:
        return f"{_bodies(one)} informed"
    return labels.RULING[one.outcome] + ("" if one.stands else " (set aside since)")


def _referred(one: CooperationDecision) -> str:
    if one.outcome == Ruling.INFORMED or not one.referred_to:
        return ""
    return _bodies(one) + (f", {spell(one.referred_on)}" if one.referred_on not in (None, one.decided) else "")


def _bodies(one: CooperationDecision) -> str:
    return " and ".join(_FORUM[body] for body in one.referred_to)


def _decisions(
    found: Sequence[CooperationDecision],
    persons: Mapping[str, str],
    known: Sequence[CooperationDecision],
    *,
    states: bool,
) -> Table:
    days = {one.id: _decided(one) for one in known}
    whose = [(Column("State", wraps=True), lambda one: one.name)] if states else []
    return words.table(
        found,
        (Column("Decided", right=True), _decided),
        words.MARKS,
        *whose,
        (Column("Decision", wraps=True), _ruled),
        (Column("About", wraps=True, drop=2), lambda one: _about_what(one, days)),
        (Column("Person", wraps=True, drop=1), lambda one: ", ".join(persons[key] for key in one.person)),
        (Column("Referred to", wraps=True, drop=3), _referred),
        (Column("Source", wraps=True, drop=4), lambda one: words.proof(one)._replace(aside=True)),
    )


def _about_what(one: CooperationDecision, days: Mapping[str, str]) -> str:
    return one.about or (f"the decision of {days[one.of]}" if one.of and one.of in days else "")


def _agreements(
    found: Sequence[CooperationAgreement], persons: Mapping[str, str], names: Mapping[str, str], *, states: bool
) -> Table:
    state = (Column("State", wraps=True), lambda one: one.name)
    about = (Column("About", wraps=True), lambda one: _subject(one, persons, names))
    return words.table(
        found,
        *((state, words.MARKS, about) if states else (about, words.MARKS)),
        (Column("Signed", right=True, drop=1), lambda one: spell(one.signed) or _by(one.known_by)),
        (Column("In force", right=True), lambda one: spell(one.in_force)),
        (Column("Source", wraps=True, drop=2), lambda one: words.proof(one)._replace(aside=True)),
    )


def _subject(one: CooperationAgreement, persons: Mapping[str, str], names: Mapping[str, str]) -> str:
    other = f", with {names[one.with_]}" if one.with_ else ""
    return AGREEMENT[one.kind] + other + (f", for {persons[one.person]}" if one.person else "")


def _by(day: date | None) -> str:
    return f"by {spell(day)}" if day else ""


def _visits(found: Sequence[ReportedVisit], names: Mapping[str, str]) -> Table:
    return words.table(
        found,
        (Column(right=True), lambda one: _when(one)),
        words.MARKS,
        (Column(), lambda one: labels.VISIT[one.kind]),
        (Column(wraps=True), lambda one: names.get(one.person, one.person)),
        (Column(wraps=True, under=3), lambda one: one.outcome or ""),
        (Column(wraps=True, under=3), lambda one: words.proof(one)._replace(aside=True)),
    )


def _when(one: ReportedVisit) -> str:
    if not one.since:
        return _by(one.not_after)
    return f"{spell(one.since)} to {spell(one.until)}" if one.until and one.until != one.since else spell(one.since)


def _laws(found: Sequence[CooperationLaw]) -> Table:
    return words.table(
        found,
        (Column(wraps=True), lambda one: labels.PROVISION[one.provision]),
        words.MARKS,
        (Column(wraps=True, under=0), lambda one: one.title or ""),
        (Column(wraps=True, under=0), lambda one: words.proof(one)._replace(aside=True)),
    )


def _limits(checked: date, more: str) -> list[Block]:
    last = f"{words.record_checked(checked)}   {more}"
    return [*(Line(Cell(text, aside=True), 2) for text in LIMITS), Line(Cell(last, aside=True), 2)]
