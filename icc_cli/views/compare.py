"""How the dataset and the depositary's table differ, in words, and what to do about it."""

from datetime import date

from icc_cli.depositary.compare import Comparison, Difference, Kind
from icc_cli.depositary.table import Problem
from icc_cli.depositary.treaties import STATUTE
from icc_cli.page.blocks import Block, Cell, Column, Line, Table, Words
from icc_cli.treaty.dates import spell
from icc_cli.treaty.vocabulary import AGREEMENT
from icc_cli.views import words

_KIND = {
    Kind.MISSING_HERE: "missing here",
    Kind.MISSING_THERE: "missing there",
    Kind.OTHER_DATE: "other day",
    Kind.MORE_PRECISE: "more precise there",
    Kind.OTHER_INSTRUMENT: "other instrument",
    Kind.BRACKETS: "brackets",
    Kind.COUNT: "other number",
}
_TO_DO = {
    Kind.MISSING_HERE: "Find the notification (C.N.); add {act} to data/states/CODE.yaml.",
    Kind.MISSING_THERE: "Is their table older than the act? Else find what became of it; never delete an id.",
    Kind.OTHER_DATE: "Read the notification. If it bears them out, change the act; add a correction.",
    Kind.MORE_PRECISE: "Write what they tell into the act; raise its confidence if a document now proves it.",
    Kind.OTHER_INSTRUMENT: "Read the notification. If it bears them out, change the act; add a correction.",
    Kind.BRACKETS: "In brackets there: find the notice and add it, or see whether its effect has come. "
    "No brackets there: see whether the notice was taken back.",
    Kind.COUNT: "The lines of States should explain it; else compare the head of the table with its rows.",
}
_ACT = {
    STATUTE: "a signature, or an act named by the instrument,",
    AGREEMENT: "an apic-signature or apic-consent",
}
_PROBLEM = {
    Problem.UNKNOWN_COLUMN: "a column of this title is not known; its cells were not read",
    Problem.NO_COLUMN: "the table has no such column",
    Problem.NO_COUNT: "the head gives another number, but not this one",
    Problem.UNREADABLE_COUNT: "no number, several, or one too long",
    Problem.UNKNOWN_ELEMENT: "text where none is expected",
    Problem.WRONG_CELLS: "not as many cells as titles; the row was not read",
    Problem.NO_PARTICIPANT: "names no participant; the row was not read",
    Problem.UNKNOWN_PARTICIPANT: "no State is known by this name; the row was not compared",
    Problem.REPEATED_PARTICIPANT: "the State has a row already; this one was not compared",
    Problem.NO_DATE: "a participant without any day",
    Problem.UNREADABLE_DATE: "more or less than one day",
    Problem.UNKNOWN_MARK: "the mark after the year is not known",
    Problem.UNEVEN_BRACKETS: "brackets that do not close, or hold only a part",
}


def comparison(found: Comparison, on: date, checked: date) -> list[Block]:
    """Return what differs, what was not understood, and what to do; or that nothing differs."""
    differ = [one for one in found.differences if one.kind != Kind.NOT_UNDERSTOOD]
    unread = [one for one in found.differences if one.kind == Kind.NOT_UNDERSTOOD]
    compared = words.count(found.table.parties, "party", "parties")
    if found.table.signatories:
        compared += f", {words.count(found.table.signatories, 'signatory', 'signatories')}"
    compared += f" compared{f'; {found.table.withdrawn} withdrawn, in brackets' if found.table.withdrawn else ''}."
    differences = words.count(len(differ), "difference") if differ else ""
    verdict = words.joined([differences, f"{len(unread)} not understood" if unread else ""], ", ") or "Nothing differs"
    page: list[Block] = [
        words.heading(found.table.title, words.joined([found.table.symbol, spell(on)], ", ")),
        Line(f"{verdict}: {compared}"),
    ]
    if differ:
        page += [Line(), _differences(differ), Line(), _to_do(found, differ)]
    if unread:
        page += words.section("Not understood", _unread(unread))
    gaps = f"Known to be missing here: {found.table.gaps}" if found.table.gaps else ""
    return [*page, *words.foot(checked, "", gaps, more="Not compared: footnotes, declarations, objections.")]


def _differences(found: list[Difference]) -> Table:
    return words.table(
        found,
        (Column("State", wraps=True), lambda one: one.name or "(head of the table)"),
        (Column("Differs", under=0), _what),
        (Column("There", right=True), _theirs),
        (Column("Here", right=True), _ours),
        (Column("File", under=0), lambda one: Cell(f"states/{one.iso3}.yaml" if one.iso3 else "", aside=True)),
        (Column("Document", under=0), lambda one: words.proof(one)._replace(aside=True)),
    )


def _what(one: Difference) -> str:
    field = (one.instrument or one.field) if one.kind == Kind.MISSING_HERE else one.field
    return words.joined([field, _KIND[one.kind]], " ")


def _theirs(one: Difference) -> str:
    if one.kind == Kind.BRACKETS:
        return "in brackets" if one.bracketed else "no brackets"
    text = _value(one, one.theirs)
    return f"[{text}]" if one.kind == Kind.MISSING_HERE and one.bracketed else text


def _ours(one: Difference) -> str:
    if one.kind == Kind.BRACKETS:
        return "stands" if one.bracketed else "withdrawn"
    return _value(one, one.ours) + (words.OTHER_VALUE if one.disputed else "")


def _value(one: Difference, value: str | None) -> str:
    """Write a day for people; a number is not one, however many digits it has, and an instrument is a word."""
    if value is None:
        return "none"
    return value if one.kind == Kind.COUNT else words.value(value)


def _to_do(found: Comparison, differ: list[Difference]) -> Table:
    act = _ACT.get(found.table.treaty, f"an amendment-consent to {found.table.treaty}")
    rows: list[tuple[Words, ...]] = [
        (_KIND[kind], text.format(act=act)) for kind, text in _TO_DO.items() if any(one.kind == kind for one in differ)
    ]
    if any(one.disputed for one in differ):
        rows.append((words.OTHER_VALUE, "Their value is on record here, as a disputed one."))
    return Table((Column("To do"), Column(wraps=True)), rows)


def _unread(found: list[Difference]) -> Table:
    return words.table(
        found,
        (Column("Row", right=True), lambda one: str(one.row or "")),
        (Column("Text", wraps=True), _text),
        (Column("Why", wraps=True, under=1), lambda one: _PROBLEM[Problem(one.problem or "")]),
    )


def _text(one: Difference) -> str:
    text = one.theirs or ""
    return text if not one.name or text.startswith(one.name) else f"{one.name}: {text}"
