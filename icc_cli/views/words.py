"""The one way to write a day, a mark, a document, a State; and what pages that are lists have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from icc_cli.page.blocks import Block, Cell, Column, Heading, Line, Table, Words, text_of
from icc_cli.treaty import labels
from icc_cli.treaty.dates import AnyDate, parse, spell
from icc_cli.treaty.vocabulary import Confidence

if TYPE_CHECKING:
    from typing import Protocol

    from icc_cli.queries.acts import Act, Disputed, Source
    from icc_cli.queries.situations import Situation
    from icc_cli.queries.status import SituationRef

    class Sourced(Protocol):
        """What rests on documents."""

        @property
        def sources(self) -> Sequence[Source]: ...

    class Fact(Sourced, Protocol):
        """A fact; many kinds have `disputed`, too."""

        @property
        def confidence(self) -> Confidence: ...


T = TypeVar("T")

REPORTED = "°"
OTHER_VALUE = "†"


def about(act: Act) -> str | None:
    """Return as text what a declaration, or an act like one, is about; None for other acts."""
    return labels.DECLARATION.get(act.details.get("declaration") or act.act)


def full_title(act: Act) -> str:
    """Return as text what an act is where it stands alone: declarations begin with what they are about."""
    kind = about(act)
    return f"{kind[0].upper()}{kind[1:]}: {act.title}" if kind else act.title


def author(act: Act, names: Mapping[str, str]) -> str:
    """Name the State or body that acted. `names` are those of States by code."""
    return names.get(act.iso3 or "", act.body or "")


def effect(act: Act) -> Cell:
    """Return as text when an act has effect, if on another day than it was done."""
    return Cell(f"  (effect {spell(act.effect)})" if act.effect and act.effect != act.done else "", aside=True)


def status(word: str, projected: bool) -> Cell:
    """Write a status, and whether it is only expected."""
    return Cell(labels.STATUS[word] + (" (expected)" if projected else ""), status=word)


def trigger(one: Situation) -> str:
    """Return as text how a matter came to the Prosecutor."""
    later = f", then {labels.TRIGGER[one.later_trigger]}" if one.later_trigger else ""
    return labels.TRIGGER[one.trigger] + later


def kind(one: Situation | SituationRef) -> str:
    """Name the kind of a situation in a word, as lists do."""
    return labels.SITUATION[one.kind].removeprefix("preliminary ")


def span(one: SituationRef) -> str:
    """Return as text from when to when a situation was open."""
    opened, closed = spell(one.opened), spell(one.closed)
    return f"{opened or 'day unknown'} to {closed}" if closed else f"since {opened}"


def period(start: AnyDate | None, end: AnyDate | None) -> str:
    """Return as text from when to when something holds, as far as that is limited."""
    return f"{f'from {spell(start)}' if start else ''} {f'to {spell(end)}' if end else ''}".strip()


def value(text: str) -> str:
    """Write a value: a date as for people, other words as they are."""
    try:
        return spell(parse(text))
    except ValueError:
        return text


def mark(confidence: str, disputed: Sequence[Disputed] = (), field: str = "") -> str:
    """Return the marks of a fact, or of one field of it: reported only; another value is on record."""
    doubts = [doubt for doubt in disputed if field in ("", doubt.field)]
    return (REPORTED if confidence != Confidence.CONFIRMED else "") + (OTHER_VALUE if doubts else "")


def marks_of(fact: Fact) -> str:
    """Return the marks of a fact."""
    return mark(fact.confidence, getattr(fact, "disputed", ()))


MARKS = (Column(), marks_of)
"""The column of the marks: the second of a table."""


def marks_in(page: Iterable[Block]) -> str:
    """Return the marks that the tables of a page show in their second columns."""
    return "".join(text_of(row[1]) for block in page if isinstance(block, Table) for row in block.rows)


def legend(marks: str) -> list[Block]:
    """Explain the marks that a page shows."""
    meanings = [
        f"{sign} {meaning}"
        for sign, meaning in (
            (REPORTED, "reported, not confirmed"),
            (OTHER_VALUE, "another source gives another value: see --json"),
        )
        if sign in marks
    ]
    return [Line(Cell("   ".join(meanings), aside=True), 2)] if meanings else []


def document(source: Source) -> str:
    """Name a document in a few words: its symbol, or the beginning of its title, up to a colon."""
    if source.symbol:
        return source.symbol.removesuffix(".TREATIES-XVIII.10")
    return source.title.split(":")[0]


def documents(sources: Sequence[Source]) -> str:
    """Name one of several documents, one with an official symbol if there is any, and say how many more there are."""
    if not sources:
        return ""
    best = next((source for source in sources if source.symbol), sources[0])
    more = f" +{len(sources) - 1}" if len(sources) > 1 else ""
    return document(best) + more


def proof(fact: Sourced) -> str:
    """Name one document of a fact, and say how many more there are."""
    return documents(fact.sources)


def all_documents(facts: Iterable[Sourced]) -> str:
    """Name the documents of several facts, each once."""
    return ", ".join(document(source) for source in dict.fromkeys(source for one in facts for source in one.sources))


def table(found: Iterable[T], *columns: tuple[Column, Callable[[T], Words]]) -> Table:
    """Return records as a table, of columns with what each holds of a record."""
    heads, cells = zip(*columns, strict=True)
    return Table(heads, [tuple([cell(one) for cell in cells]) for one in found])


def heading(title: str, right: str = "", code: str = "") -> Heading:
    """Begin a page."""
    name = Cell(title, strong=True)
    return Heading((name, Cell(f"  {code}", aside=True)) if code else name, right)


def section(title: str, *blocks: Block) -> list[Block]:
    """Return a part of a page, below a line of its own."""
    return [Line(), Line(Cell(title, strong=True)), *blocks]


def listing(title: str, when: str, rows: Table, checked: date, *summary: Words, more: str = "") -> list[Block]:
    """Return a page that is one table."""
    return [heading(title, when), Line(), rows, *foot(checked, marks_in([rows]), *summary, more=more)]


def foot(checked: date, marks: str = "", *summary: Words, more: str = "") -> list[Block]:
    """Close a page: lines that sum it up, what its marks mean, and through which day the record was checked."""
    last = record_checked(checked) + (f"   {more}" if more else "")
    return [Line(), *(Line(line, 2) for line in summary if line), *legend(marks), Line(Cell(last, aside=True), 2)]


def in_days(days: int) -> str:
    """Return as text how far ahead a day is."""
    return {0: "today", 1: "tomorrow"}.get(days, f"in {days:,} days")


def count(number: int, one: str, many: str = "") -> str:
    """Write a number with its noun."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def joined(parts: Iterable[str | None], by: str = " · ") -> str:
    """Join what there is to say, as in a summary."""
    return by.join(part for part in parts if part)


def record_checked(checked: date) -> str:
    """Return as text through which day the record was checked."""
    return f"Record checked through {spell(checked)}."
