"""What a table of the depositary says, and how its cells are read. Text in, values out; knows no markup.

What is not understood is never dropped: it becomes an `Unread`, with the row and the text as they stand.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Literal

from icc_cli.treaty.details import Instrument
from icc_cli.treaty.fields import Fields


class Field(StrEnum):
    """A column whose cells hold days."""

    SIGNATURE = "signature"
    DEPOSIT = "deposit"


COUNTED: Mapping[Field, Literal["signatories", "parties"]] = {Field.SIGNATURE: "signatories", Field.DEPOSIT: "parties"}
"""What the head of the document calls the number of those that have taken a step."""


class Problem(StrEnum):
    """Why a piece of the table could not be understood."""

    UNKNOWN_COLUMN = "unknown-column"
    NO_COLUMN = "no-column"
    NO_COUNT = "no-count"
    UNREADABLE_COUNT = "unreadable-count"
    UNKNOWN_ELEMENT = "unknown-element"
    WRONG_CELLS = "wrong-cells"
    NO_PARTICIPANT = "no-participant"
    UNKNOWN_PARTICIPANT = "unknown-participant"
    REPEATED_PARTICIPANT = "repeated-participant"
    NO_DATE = "no-date"
    UNREADABLE_DATE = "unreadable-date"
    UNKNOWN_MARK = "unknown-mark"
    UNEVEN_BRACKETS = "uneven-brackets"


class Unread(Fields, kw_only=False):
    """A piece of the table that was not understood. `row` counts from 1; None for what is in no row."""

    problem: Problem
    text: str
    row: int | None = None
    participant: str | None = None


class Entry(Fields, kw_only=False):
    """A day in a cell. `instrument` is told by its mark; `bracketed`: the depositary shows it as withdrawn."""

    day: date
    instrument: Instrument | None
    bracketed: bool


class Row(Fields, kw_only=False):
    """A participant. `unread` are the columns in which it has something that was not understood.

    `bracketed`: its name, or the whole row, stands in square brackets.
    """

    number: int
    participant: str
    bracketed: bool
    entries: dict[Field, Entry]
    unread: frozenset[Field]

    @property
    def withdrawn(self) -> bool:
        """Whether the depositary shows the participant as one no longer: in brackets, or its newest step is."""
        newest = self.entries.get(Field.DEPOSIT) or self.entries.get(Field.SIGNATURE)
        return self.bracketed or (newest is not None and newest.bracketed)


class Header(Fields, kw_only=False):
    """What the head of the document says: `number` within the chapter is `10` or `10.b`; `counts` as in `COUNTED`."""

    chapter: str | None
    number: str | None
    title: str
    counts: Mapping[Field, int]


class Table(Fields, kw_only=False):
    """A table as far as it was understood, and all that was not. `fields` are the columns found."""

    header: Header
    fields: frozenset[Field]
    rows: tuple[Row, ...]
    unread: tuple[Unread, ...]


class Column(Fields, kw_only=False):
    """A column by its title: `field` None is the participant's. `unmarked` is what a day without a mark means."""

    field: Field | None
    unmarked: Instrument | None = None


MARKS = {
    "A": Instrument.ACCEPTANCE,
    "AA": Instrument.APPROVAL,
    "a": Instrument.ACCESSION,
    "d": Instrument.SUCCESSION,
}
"""What a mark after the year means; a ratification has none."""

_NOTE = re.compile(r"<superscript>[\d\s,*]*</superscript>", re.ASCII)
_INSTRUMENT = re.compile(r"([A-Za-z]+) ?(?:\(([A-Za-z]+)\))?")
_DATE = re.compile(r"(\d{1,2}) ([A-Za-z]{3,9})\.? (\d{4})(?: ?([A-Za-z]{1,4}))?", re.ASCII)
_MONTHS = "january february march april may june july august september october november december"


def _without_notes(text: str) -> str:
    """Return a cell's text on one line without the numbers of its footnotes."""
    return " ".join(_NOTE.sub(" ", text).split())


def column(title: str) -> Column | None:
    """Return what a title means: `Participant`, `Signature`, `Ratification, Acceptance(A), …`; None if unknown."""
    plain = _without_notes(title)
    if plain in ("Participant", "Participants"):
        return Column(None)
    if plain == "Signature":
        return Column(Field.SIGNATURE)
    unmarked = []
    for part in re.split(r" ?, ?| or | and ", plain):
        found = _INSTRUMENT.fullmatch(part)
        word = found[1].lower() if found else ""
        if found is None or word not in set(Instrument) - {Instrument.UNSPECIFIED}:
            return None
        if found[2] is None:
            unmarked.append(Instrument(word))
        elif MARKS.get(found[2]) != word:
            return None
    return Column(Field.DEPOSIT, unmarked[0] if len(unmarked) == 1 else None)


def row(number: int, columns: Sequence[Column | None], cells: Sequence[str]) -> tuple[Row | None, list[Unread]]:
    """Read the cells of a row. None, with the reason, for a row that names no participant or has too few cells."""
    whole = " | ".join(" ".join(cell.split()) for cell in cells)
    if len(cells) != len(columns):
        return None, [Unread(Problem.WRONG_CELLS, whole, number)]
    texts, bracketed = _around([_without_notes(cell) for cell in cells])
    name, alone, even = _unbracket(texts[next(i for i, kind in enumerate(columns) if kind and kind.field is None)])
    if not name or not even:
        problem = Problem.UNEVEN_BRACKETS if name else Problem.NO_PARTICIPANT
        return None, [Unread(problem, whole, number)]
    entries: dict[Field, Entry] = {}
    unread: dict[Field, Unread] = {}
    for kind, text in zip(columns, texts, strict=True):
        if kind and kind.field and text:
            entry = _entry(kind, text)
            if isinstance(entry, Entry):
                entries[kind.field] = entry
            else:
                unread[kind.field] = Unread(entry, text, number, name)
    found = Row(number, name, bracketed or alone, entries, frozenset(unread))
    problems = [*unread.values()]
    if sum(1 for text in texts if text) == 1:
        problems.append(Unread(Problem.NO_DATE, whole, number, name))
    if any(entry.bracketed for entry in entries.values()) and not found.withdrawn:
        problems.append(Unread(Problem.UNEVEN_BRACKETS, whole, number, name))
    return found, problems


def _entry(kind: Column, text: str) -> Entry | Problem:
    inner, bracketed, even = _unbracket(text)
    if not even:
        return Problem.UNEVEN_BRACKETS
    found = _DATE.fullmatch(inner)
    if not found:
        return Problem.UNREADABLE_DATE
    day, month, year, mark = found.groups()
    months = [number for number, name in enumerate(_MONTHS.split(), 1) if name.startswith(month.lower())]
    try:
        when = date(int(year), months[0], int(day))
    except (IndexError, ValueError):
        return Problem.UNREADABLE_DATE
    if kind.field == Field.SIGNATURE:
        return Problem.UNKNOWN_MARK if mark else Entry(when, None, bracketed)
    instrument = MARKS.get(mark) if mark else kind.unmarked
    return Entry(when, instrument, bracketed) if instrument else Problem.UNKNOWN_MARK


def _around(texts: list[str]) -> tuple[list[str], bool]:
    """Take away one pair of brackets that opens in the first cell of a row and closes in the last that is filled."""
    last = max((index for index, text in enumerate(texts) if text), default=0)
    first, end = texts[0], texts[last]
    if last and first.startswith("[") and "]" not in first and end.endswith("]") and "[" not in end:
        inner = [first[1:].strip(), *texts[1:]]
        inner[last] = end[:-1].strip()
        return inner, True
    return texts, False


def _unbracket(text: str) -> tuple[str, bool, bool]:
    """Return a text without the square brackets around it, whether there were any, and whether none is left."""
    bracketed = text.startswith("[") and text.endswith("]")
    inner = text[1:-1].strip() if bracketed else text
    return inner, bracketed, not set(inner) & set("[]")
