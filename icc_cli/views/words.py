"""The one way to write a day, a mark, a document, a State; and what pages that are lists have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from icc_cli.page.blocks import Block, Cell, Column, Heading, Line, Table, Words, text_of
from icc_cli.page.text import web
from icc_cli.treaty import labels
from icc_cli.treaty.dates import AnyDate, first_day, parse, spell
from icc_cli.treaty.naming import short_symbol
from icc_cli.treaty.vocabulary import CONSENT_ACTS, ActKind, Confidence

if TYPE_CHECKING:
    from typing import Protocol

    from icc_cli.queries.acts import Act, Disputed, Source
    from icc_cli.queries.changes import Change
    from icc_cli.queries.completeness import Completeness, Published
    from icc_cli.queries.situations import Situation
    from icc_cli.queries.status import SituationRef

    class Sourced(Protocol):
        """What rests on documents."""

        @property
        def sources(self) -> Sequence[Source]: ...

    class Step(Sourced, Protocol):
        """A rule applied, of whichever procedure."""

        @property
        def rule(self) -> str: ...
        @property
        def says(self) -> str: ...
        @property
        def articles(self) -> Sequence[str]: ...

    class Fact(Sourced, Protocol):
        """A fact; many kinds have `disputed`, too."""

        @property
        def confidence(self) -> Confidence: ...


T = TypeVar("T")

REPORTED = "°"
OTHER_VALUE = "†"
MOST_NAMED = 8
"""More States than these are counted, not named."""
TRIGGER = "How it came to the Court"
ALLEGED = "charges are allegations until a judgment"
"""Said wherever persons before the Court are named."""
UNLESS = "unless its notice is withdrawn"
"""On what condition a withdrawal that lies ahead takes effect."""
UNLESS_ANY = "unless a notice is withdrawn"
"""The same of a number of States."""
EXPECTED = f"Expected, {UNLESS_ANY}."
"""Said below a list of what is expected for a day after the record was checked."""


_UNDONE: Mapping[str, str] = {
    "withdrawal-notice": "notice withdrawn",
    **{str(kind): f"{kind} withdrawn" for kind in CONSENT_ACTS},
    **dict.fromkeys(
        ("declaration", "article-124-declaration", "withdrawal-announced", "apic-denunciation"), "withdrawn"
    ),
}
"""What undid an act, by its kind; other acts were undone."""


def about(act: Act) -> str | None:
    """Return as text what a declaration, or an act like one, is about; None for other acts."""
    return labels.DECLARATION.get(act.details.get("declaration") or act.act)


def full_title(act: Act) -> str:
    """Return as text what an act is where it stands alone: declarations begin with what they are about."""
    kind = about(act)
    return f"{kind[0].upper()}{kind[1:]}: {act.title}" if kind else act.title


def small(label: str) -> str:
    """Write the label of an act within a sentence."""
    return label if label.startswith("Article") else label[0].lower() + label[1:]


def author(act: Act, names: Mapping[str, str]) -> str:
    """Name the State or body that acted. `names` are those of States by code."""
    return names.get(act.iso3 or "", act.body or "")


def derived(act: Act, through: date) -> str:
    """Return what follows from an act on its day of effect, where that moves a status; nothing of other acts.

    After `through`, the last day that is known or asked about, it is what is expected.
    """
    if act.undone_by or not act.effect or act.effect == act.done:
        return ""
    if act.act == ActKind.WITHDRAWAL_NOTICE:
        return "Left" if act.effect <= through else "Leaves, expected"
    return ("In force" if act.effect <= through else "In force, expected") if act.act in CONSENT_ACTS else ""


def became(act: Act | Change, *, undone_only: bool = False) -> list[str]:
    """Return in words when an act has effect, if on another day than it was done, and when it was undone."""
    told = []
    if act.effect and act.effect != act.done and not undone_only:
        if act.undone_on and first_day(act.undone_on) < act.effect:
            how = "would have had effect"
        else:
            how = "counts from" if act.done and act.effect < first_day(act.done) else "effect"
        told.append(f"{how} {spell(act.effect)}")
    if act.undone_by:
        how = _UNDONE.get(act.act or "", "undone")
        told.append(f"{how} {spell(act.undone_on)}".strip())
    return told


def effect(act: Act | Change) -> Cell:
    """Return what became of an act, set back, in brackets; nothing of most."""
    told = joined(became(act), "; ")
    return Cell(f"  ({told})" if told else "", aside=True)


def other_values(disputed: Iterable[Disputed], field: str = "") -> list[str]:
    """Return the other values that sources give for a fact, or one field of it, each with who gives it."""
    told = []
    for doubt in disputed:
        if field in ("", doubt.field):
            what = "" if doubt.field == "done" else f"{doubt.field} "
            by = joined(doubt.titles, "; ") or (doubt.note or "").rstrip(".")
            told.append(f"{OTHER_VALUE} another source: {what}{value(doubt.value)}" + (f" ({by})" if by else ""))
    return told


def united_nations(states: int, outside: Sequence[str], names: Mapping[str, str]) -> str:
    """Return how many States are members of the United Nations, and which are not. `names` are those of States."""
    others = f"; not members: {', '.join(named(outside, names))}" if outside else ""
    return f"{states:,} States: {states - len(outside):,} members of the United Nations{others}."


def expected(told: str, on: date) -> str:
    """Say of a number of States that it is what is expected of a day after the record was checked."""
    return f"{told} expected on {spell(on)}, {UNLESS_ANY}"


def counted(number: int, status: str) -> str:
    """Write how many States have a status."""
    return f"{number:,} {(labels.STATUS if number == 1 else labels.STATUS_OF_MANY)[status]}"


def region(code: str | None) -> str:
    """Name a regional group; nothing where there is none."""
    return labels.REGION[code] if code else ""


def status(word: str, projected: bool) -> Cell:
    """Write a status, and whether it is only expected."""
    return Cell(labels.STATUS[word] + (" (expected)" if projected else ""), status=word)


def trigger(one: Situation) -> str:
    """Return as text how a matter came to the Court."""
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
    """Return the marks of a fact, or of one field of it: one source only; sources differ."""
    doubts = [doubt for doubt in disputed if field in ("", doubt.field)]
    differ = bool(doubts) or confidence == Confidence.DISPUTED
    return (REPORTED if confidence == Confidence.REPORTED else "") + (OTHER_VALUE if differ else "")


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
            (REPORTED, "one source only"),
            (OTHER_VALUE, "sources differ"),
        )
        if sign in marks
    ]
    return [Line(Cell(joined(meanings), aside=True), 2)] if meanings else []


def document(source: Source) -> str:
    """Name a document in a few words: its symbol, or the beginning of its title, up to a colon."""
    if source.symbol:
        return short_symbol(source.symbol)
    return source.title.split(":")[0]


def documents(sources: Sequence[Source]) -> Cell:
    """Name one of several documents, one with an official symbol if there is any, and say how many more there are."""
    best = next((source for source in sources if source.symbol), sources[0] if sources else None)
    return and_more(linked(best) if best else Cell(""), len(sources) - 1)


def linked(source: Source) -> Cell:
    """Name a document in a few words that lead to its address, if one is on record."""
    return Cell(document(source), url=web(source.url))


def address(url: str) -> Cell:
    """Write an address, which leads where it says."""
    return Cell(url, url=web(url))


def and_more(named: Cell, more: int) -> Cell:
    """Say how many more there are than those named, in short where there is little room."""
    if more < 1:
        return named
    return named._replace(text=f"{named.text} and {more} more", short=f"{named.text} +{more}")


def proof(fact: Sourced) -> Cell:
    """Name one document of a fact, and say how many more there are; of an act that is only supposed there is none."""
    supposed = not fact.sources and getattr(fact, "confidence", "") == Confidence.SUPPOSED
    return Cell("supposed") if supposed else documents(fact.sources)


def all_documents(facts: Iterable[Sourced]) -> tuple[Cell, ...]:
    """Name the documents of several facts, each once."""
    found = dict.fromkeys(source for one in facts for source in one.sources)
    return tuple([cell for source in found for cell in (Cell(", "), linked(source))][1:])


def based_on(facts: Iterable[Sourced]) -> tuple[Cell, ...]:
    """Return a line below a list that names the documents of its facts; nothing where there are none."""
    named = all_documents(facts)
    line = (Cell("Documents: "), *named, Cell(".")) if named else ()
    return tuple(cell._replace(aside=True) for cell in line)


def table(found: Iterable[T], *columns: tuple[Column, Callable[[T], Words]]) -> Table:
    """Return records as a table, of columns with what each holds of a record."""
    heads, cells = zip(*columns, strict=True)
    return Table(heads, [tuple([cell(one) for cell in cells]) for one in found])


def steps(taken: Iterable[Step]) -> Table:
    """Return the steps to an answer as a numbered list, each with its rule, articles and document."""
    rows: list[tuple[Words, ...]] = [
        (
            str(number),
            Cell(step.rule, aside=True),
            step.says,
            provisions(step.articles),
            documents(step.sources)._replace(aside=True),
        )
        for number, step in enumerate(taken, 1)
    ]
    wide = Column(wraps=True, under=2)
    return Table((Column(right=True), Column(), Column(wraps=True), wide, wide), rows)


def heading(title: str, right: str = "", code: str = "") -> Heading:
    """Begin a page."""
    name = Cell(title, strong=True)
    return Heading((name, Cell(f"  {code}", aside=True)) if code else name, right)


def section(title: str, *blocks: Block) -> list[Block]:
    """Return a part of a page, below a line of its own."""
    return [Line(), Line(Cell(title, strong=True)), *blocks]


def named(codes: Sequence[str], names: Mapping[str, str]) -> list[str]:
    """Name States by their codes; of many, say only how many they are."""
    return [names[code] for code in codes] if len(codes) <= MOST_NAMED else [f"{len(codes)} States"]


def asked(title: str, *filters: Iterable[str], since: date | None = None, until: date | None = None) -> str:
    """Add to a title what was asked for: the period, and the words of each filter."""
    period = (f" since {spell(since)}" if since else "") + (f" until {spell(until)}" if until else "")
    chosen = joined((", ".join(words) for words in filters), "; ")
    return f"{title}{period}" + (f": {chosen}" if chosen else "")


def listing(
    title: str,
    on: date,
    rows: Table,
    checked: date,
    *summary: Words,
    lead: Words = "",
    more: str = "",
    projected: bool = False,
) -> list[Block]:
    """Return a page that is one table, of a day: what it comes to as `lead`, the table, and what else sums it up.

    `projected`: it shows what is only expected of that day.
    """
    day = f"{'expected ' if projected else ''}on {spell(on)}"
    return [
        heading(title, day),
        *([Line(lead)] if lead else []),
        Line(),
        rows,
        *foot(checked, marks_in([rows]), *summary, more=more),
    ]


def foot(checked: date, marks: str = "", *summary: Words, more: str = "") -> list[Block]:
    """Close a page: lines that sum it up, what its marks mean, and through which day the record was checked."""
    last = record_checked(checked) + (f"   {more}" if more else "")
    return [Line(), *(Line(line, 2) for line in summary if line), *legend(marks), Line(Cell(last, aside=True), 2)]


def by(published: Published) -> str:
    """Return as text by which day, or before which, a count was published."""
    return f"by {spell(published.day)}" if published.day else f"before {spell(published.before)}"


def complete(known: Completeness | None) -> list[str]:
    """Return how complete a list is, a line each: what is published, and what may be missing. Nothing of most."""
    if known is None:
        return []
    count, through = known.published, known.complete_through if known.incomplete else None
    share = "all" if count and count.recorded == count.count else str(count and count.recorded)
    return [
        f"{count.count} published {by(count)}, {share} of them on record" if count else "",
        f"Some after {spell(through)} may be missing." if through else "",
        f"Known gaps: {known.gaps}" if known.gaps else "",
    ]


def nothing(known: Completeness | None) -> str:
    """Say that nothing was found and, of a list that is not known to be whole, what it may lack."""
    if known is None or not known.incomplete:
        return "nothing matched"
    said = ["nothing matched, and this list is not known to be whole", *complete(known)]
    return joined((line.rstrip(".") for line in said), ". ") + "."


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


def provisions(articles: Sequence[str]) -> str:
    """Write articles of the Statute as such, and other provisions by their own name."""
    own = [article for article in articles if article[0].isdigit()]
    others = [article for article in articles if not article[0].isdigit()]
    return ", ".join([*([f"Art. {own[0]}", *own[1:]] if own else []), *others])
