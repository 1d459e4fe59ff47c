"""The one way to write a day, a mark, a document, a State."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from icc_cli.page.blocks import Block, Cell, Line
from icc_cli.queries.acts import Act, Disputed, Source
from icc_cli.treaty import labels
from icc_cli.treaty.dates import AnyDate, spell
from icc_cli.treaty.vocabulary import Standing

if TYPE_CHECKING:
    from icc_cli.queries.situations import Situation

REPORTED = "°"
OTHER_VALUE = "†"


def full_title(act: Act) -> str:
    """Say what an act is where it stands alone: declarations begin with what they are about."""
    kind = labels.DECLARATION.get(act.details.get("declaration") or act.act)
    return f"{kind[0].upper()}{kind[1:]}: {act.title}" if kind else act.title


def mark(standing: str, disputed: Sequence[Disputed] = (), field: str = "") -> str:
    """Return the marks of a fact, or of one field of it: reported only; another value is on record."""
    doubts = [doubt for doubt in disputed if field in ("", doubt.field)]
    return (REPORTED if standing != Standing.CONFIRMED else "") + (OTHER_VALUE if doubts else "")


def marked(when: AnyDate | None, act: Act | None = None) -> str:
    """Write a day with the marks of the act it belongs to."""
    marks = mark(act.standing, act.disputed) if act else ""
    return f"{spell(when)} {marks}" if marks else spell(when)


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
    """Name one document of a fact, one with an official symbol if there is any, and say how many more there are."""
    if not sources:
        return ""
    best = next((source for source in sources if source.symbol), sources[0])
    more = f" +{len(sources) - 1}" if len(sources) > 1 else ""
    return document(best) + more


def joined_documents(facts: "Sequence[Situation]") -> str:
    """Name the document of each of several facts, each once, at most three."""
    names = list(dict.fromkeys(documents(fact.sources[:1]) for fact in facts if fact.sources))
    more = f" +{len(names) - 3}" if len(names) > 3 else ""
    return ", ".join(names[:3]) + more


def foot(checked: date, marks: str = "", summary: str = "", more: str = "") -> list[Block]:
    """Close a page: a summary, what its marks mean, and through which day the record was checked."""
    lines: list[Block] = [Line()]
    if summary:
        lines += [Line(summary, 2)]
    lines += legend(marks)
    return [*lines, Line(Cell(f"{record_checked(checked)}{'   ' + more if more else ''}", aside=True), 2)]


def in_days(days: int) -> str:
    """Say how far ahead a day is."""
    return {0: "today", 1: "tomorrow"}.get(days, f"in {days:,} days")


def count(number: int, one: str, many: str = "") -> str:
    """Write a number with its noun."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def joined(parts: Iterable[str]) -> str:
    """Join parts of a summary line."""
    return " · ".join(part for part in parts if part)


def record_checked(checked: date) -> str:
    """Say through which day the record was checked."""
    return f"Record checked through {spell(checked)}."
