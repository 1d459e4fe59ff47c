"""The treaty's own paperwork in words: amendments, declarations, the Agreement on Privileges and Immunities."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from icc_cli.page.blocks import Block, Cell, Column, Heading, Line, Table, Words
from icc_cli.queries.acts import Source
from icc_cli.queries.agreement import AgreementParty
from icc_cli.queries.amendments import Amendment, AmendmentParty, AmendmentWithParties, StateAmendment, Tie
from icc_cli.queries.completeness import Completeness, Published
from icc_cli.queries.declarations import Declaration
from icc_cli.treaty import labels
from icc_cli.treaty.dates import spell
from icc_cli.views import words

_KIND = {
    **labels.DECLARATION,
    "article-124": "Art. 124",
    "article-12-3": "Art. 12(3)",
    "aggression-opt-out": "aggression opt-out",
}
_RULE = {
    "121(4)": "for all States Parties one year after seven-eighths have consented (Art. 121(4))",
    "121(5)": "for each State that consents, one year after its deposit (Art. 121(5))",
    "122": "for all States Parties six months after adoption (Art. 122)",
    "unsettled": "rule not settled",
}


def amendments(found: Sequence[Amendment], on: date, checked: date) -> list[Block]:
    """Return the amendments with the number of States bound and their dates."""
    rows: list[tuple[Words, ...]] = [
        (
            Cell(one.title, strong=one.in_force is not None),
            words.mark(one.standing, one.disputed),
            _in_force(one),
            str(one.bound) if one.adopted else "",
            _record(one),
            spell(one.adopted) or "not yet",
            Cell(one.id, aside=True),
            words.documents(one.sources),
        )
        for one in found
    ]
    columns = (
        Column("Amendment", wraps=True),
        Column(),
        Column("In force", right=True),
        Column("Bound", right=True),
        Column("Consents", wraps=True, under=0, labels=True),
        Column("Adopted", right=True, under=0, labels=True),
        Column("ID", under=0),
        Column("Document", under=0),
    )
    marks = "".join(words.mark(one.standing, one.disputed) for one in found)
    adopted = [one for one in found if one.adopted]
    summary = words.joined(
        [
            f"{words.count(len(adopted), 'amendment')} adopted",
            f"{sum(1 for one in adopted if one.in_force)} in force",
            words.count(len(found) - len(adopted), "proposal") if len(found) > len(adopted) else "",
        ]
    )
    return [
        Heading(Cell("Amendments to the Rome Statute", strong=True), f"on {spell(on)}"),
        Line(),
        Table(columns, rows),
        *words.foot(checked, marks, summary, "The States: icc amendments ID"),
    ]


def amendment(one: AmendmentWithParties, names: Mapping[str, str], on: date, checked: date) -> list[Block]:
    """Return one amendment: what it is, how complete its list is, and its States."""
    documents = dict.fromkeys((*one.sources, *(source for party in one.parties for source in party.sources)))
    facts: list[tuple[Words, ...]] = [
        ("Articles", "", one.articles),
        ("Proposed", "", spell(one.proposed)),
        ("Adopted", words.mark(one.standing, one.disputed), _joined(spell(one.adopted), one.adopted_at)),
        ("In force", "", _joined(_in_force(one), _RULE[one.rule])),
        ("Jurisdiction", "", f"from {spell(one.jurisdiction_from)}" if one.jurisdiction_from else ""),
        ("Consents", "", _record(one) if one.adopted else ""),
        ("Missing", "", one.gaps or ""),
        ("Note", "", one.note or ""),
        ("Documents", "", ", ".join(words.document(source) for source in documents)),
    ]
    page: list[Block] = [
        Heading((Cell(one.title, strong=True), Cell(f"  {one.id}", aside=True)), f"on {spell(on)}"),
        Line(_counts(one)),
        Line(),
        Table((Column(), Column(), Column(wraps=True)), [row for row in facts if row[2]]),
    ]
    if one.parties:
        rows: list[tuple[Words, ...]] = [
            (names[party.iso3], words.mark(party.standing), *_dates(party)) for party in one.parties
        ]
        page += [Line(), Table((Column("State", wraps=True), Column(), *_DATES), rows)]
    marks = words.mark(one.standing, one.disputed) + "".join(words.mark(party.standing) for party in one.parties)
    return [*page, *words.foot(checked, marks, _expected(one.parties))]


def states_amendments(
    found: Sequence[StateAmendment], every: Sequence[Amendment], names: Mapping[str, str], on: date, checked: date
) -> list[Block]:
    """Return how States stand to the amendments, and to which of `every` amendment no consent is on record."""
    page: list[Block] = [Heading(Cell("States and the amendments", strong=True), f"on {spell(on)}")]
    without: dict[str, Amendment] = {}
    columns = (
        Column("Amendment", wraps=True),
        Column(),
        Column("Standing"),
        Column("Binding from", right=True),
        Column("Deposited", right=True, under=0, labels=True),
        Column("", under=0),
    )
    for iso3 in dict.fromkeys(one.iso3 for one in found):
        own = [one for one in found if one.iso3 == iso3]
        rest = [one for one in every if one.adopted and one.id not in {tie.amendment for tie in own}]
        without |= {one.id: one for one in rest}
        rows: list[tuple[Words, ...]] = [
            (one.amendment, words.mark(one.standing), *reversed(_dates(one)), Cell(one.title, aside=True))
            for one in own
        ]
        page += [Line(), Line(Cell(names[iso3], strong=True)), Table(columns, rows)]
        if rest:
            page.append(Line(Cell(f"No consent on record: {', '.join(one.id for one in rest)}.", aside=True), 2))
    incomplete = [one.id for one in without.values() if one.incomplete]
    documents = dict.fromkeys(source for one in found for source in one.sources)
    return [
        *page,
        Line(),
        *([Line(f"Lists that may lack consents: {', '.join(incomplete)}.", 2)] if incomplete else []),
        _documents(documents),
        *words.foot(checked, "".join(words.mark(one.standing) for one in found), _expected(found))[1:],
    ]


def _in_force(one: Amendment) -> str:
    return spell(one.in_force) or ("not yet" if one.adopted else "")


def _record(one: Amendment) -> str:
    """Say how many consents are on record, of how many, and from when on some may be missing."""
    if not one.adopted:
        return ""
    if one.rule == "122":
        return "none needed"
    published = one.published
    late = one.complete_through if one.incomplete else None
    parts = [f"{one.consents} of {one.required} needed" if one.missing else str(one.consents)]
    if published and not (late and published.recorded == published.count):
        share = f"{published.recorded} of {published.count} published {_by(published)}"
        parts = [share] if parts == [str(published.recorded)] else [*parts, share]
    if late:
        parts.append(f"some after {spell(late)} may be missing")
    elif one.gaps:
        parts.append("the list is not complete")
    return "; ".join(parts)


def _by(published: Published) -> str:
    return f"by {spell(published.day)}" if published.day else f"before {spell(published.before)}"


def _counts(one: Amendment) -> str:
    """Say how many States are bound, and how many not yet."""
    if not one.adopted:
        return "A proposal, not adopted: it binds nobody."
    return words.joined(
        [
            f"{words.count(one.bound, 'State Party', 'States Parties')} bound",
            f"{one.waiting} waiting" if one.waiting else "",
            f"{words.count(one.missing, 'consent')} missing" if one.missing else "",
            f"{words.count(one.opted_out, 'opt-out')} on record (Art. 15 bis(4))" if one.opted_out else "",
        ]
    )


_DATES = (
    Column("Deposited", right=True),
    Column("Binding from", right=True),
    Column("Standing"),
)


def _dates(one: AmendmentParty) -> tuple[Words, Words, Words]:
    """Return when a State deposited (or lodged its opting out), from when it is bound, and how it stands."""
    state = one.state.replace("-", " ") + (" (expected)" if one.state == Tie.LEFT and one.projected else "")
    if one.deposited and one.opted_out:
        state += f", opted out {spell(one.opted_out)}"
    return spell(one.deposited or one.opted_out), spell(one.binding_from), state


def _expected(found: Sequence[AmendmentParty]) -> str:
    left = any(one.state == Tie.LEFT and one.projected for one in found)
    return "Expected: if the notice of withdrawal is not rescinded." if left else ""


def _joined(*parts: str | None) -> str:
    return "; ".join(part for part in parts if part)


def declarations(found: Sequence[Declaration], names: Mapping[str, str], on: date, checked: date) -> list[Block]:
    """Return declarations, oldest first, with what became of them."""
    rows: list[tuple[Words, ...]] = [
        (
            spell(one.done) or "no day",
            words.mark(one.standing, one.disputed),
            names[one.iso3],
            _KIND[one.kind],
            (one.title, Cell(_became(one, names), aside=True)),
            words.documents(one.sources),
        )
        for one in found
    ]
    columns = (
        Column("Made", right=True),
        Column(),
        Column("State", wraps=True),
        Column("Kind", wraps=True, under=4, labels=True),
        Column("Content", wraps=True),
        Column("Document", wraps=True, under=4),
    )
    marks = "".join(words.mark(one.standing, one.disputed) for one in found)
    counts = Counter(one.withdrawn for one in found)
    withdrawn = f"{counts[True]} withdrawn" if counts[True] else ""
    return [
        Heading(Cell("Declarations under the Rome Statute", strong=True), f"through {spell(on)}"),
        Line(),
        Table(columns, rows),
        *words.foot(checked, marks, words.joined([words.count(len(found), "declaration"), withdrawn])),
    ]


def _became(one: Declaration, names: Mapping[str, str]) -> str:
    """Say against whom or with what it was made, for what time it holds, and whether it was withdrawn."""
    parts = [f"against {names[one.against]}"] if one.against else []
    if one.amendment:
        parts.append(f"on {one.amendment}")
    start = f"from {spell(one.in_force_from)}" if one.in_force_from and one.in_force_from != one.done else ""
    end = f"to {spell(one.in_force_to)}" if one.in_force_to and one.in_force_to != one.withdrawn_on else ""
    parts += [f"{start} {end}".strip()] if start or end else []
    if one.withdrawn:
        parts.append(f"withdrawn {spell(one.withdrawn_on)}" if one.withdrawn_on else "withdrawn")
    return f"  ({', '.join(parts)})" if parts else ""


def agreement(
    found: Sequence[AgreementParty],
    names: Mapping[str, str],
    parties: int,
    complete: Completeness,
    on: date,
    checked: date,
) -> list[Block]:
    """Return signatories and parties of the Agreement; below, how many are parties, and how many published."""
    rows: list[tuple[Words, ...]] = [
        (
            names[one.iso3],
            words.mark(one.standing),
            spell(one.deposited) or "no",
            spell(one.entered_into_force)
            or (f"{spell(one.entry_into_force_expected)} (ahead)" if one.entry_into_force_expected else ""),
            spell(one.signed),
            one.instrument or "",
        )
        for one in found
    ]
    columns = (
        Column("State", wraps=True),
        Column(),
        Column("Deposited", right=True),
        Column("In force", right=True),
        Column("Signed", right=True, under=0, labels=True),
        Column("Instrument", under=0),
    )
    figures = [words.count(parties, "party", "parties") + " on record"]
    if complete.published:
        published = complete.published
        figures.append(f"{published.count} published {_by(published)}, {published.recorded} of them on record")
    documents = dict.fromkeys(source for one in found for source in one.sources)
    return [
        Heading(Cell("Agreement on the Privileges and Immunities of the Court", strong=True), f"on {spell(on)}"),
        Line(),
        Table(columns, rows),
        Line(),
        Line(words.joined(figures), 2),
        *([Line(complete.gaps, 2)] if complete.published and complete.gaps else []),
        _documents(documents),
        *words.foot(checked, "".join(words.mark(one.standing) for one in found))[1:],
    ]


def _documents(found: Iterable[Source]) -> Line:
    """Name the documents of a whole page."""
    return Line(Cell(f"Documents: {', '.join(words.document(source) for source in found)}.", aside=True), 2)
