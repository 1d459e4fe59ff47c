"""`icc show` in words: an act, a document, a situation or an amendment, with all that is on record about it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from icc_cli.page.blocks import Block, Cell, Column, Heading, Line, Table, Words
from icc_cli.queries.acts import Act, Disputed, Source
from icc_cli.queries.amendments import AmendmentWithParties
from icc_cli.queries.show import Correction, Document, Link, Record, SituationInFull
from icc_cli.queries.status import SituationRef
from icc_cli.treaty import labels
from icc_cli.treaty.dates import first_day, from_text, parse, spell
from icc_cli.treaty.details import SituationKind
from icc_cli.treaty.vocabulary import ActKind
from icc_cli.views import words

_Row = tuple[Words, ...]

_DETAILS = {
    "amendment": "Amendment",
    "instrument": "Form",
    "declaration": "About",
    "against": "Against",
    "until": "Until",
    "leaning": "Points to",
    "dated": "Dated",
    "accepts_from": "Accepts from",
    "accepts_to": "Accepts to",
    "scope": "Scope",
    "reception": "At the Court",
    "situation": "Situation",
    "was": "Until then",
    "due": "To follow by",
    "announced": "Announced",
    "votes": "Votes",
    "abstaining": "Abstaining",
}
_DATES = ("until", "dated", "accepts_from", "accepts_to", "due", "announced")


def pages(found: Sequence[Record], names: Mapping[str, str], on: date, checked: date) -> list[Block]:
    """Return records one after the other. `names` are those of States by code."""
    blocks: list[Block] = []
    for one in found:
        blocks += [*([Line(), Line()] if blocks else []), *_page(one, names, on, checked)]
    return [*blocks, Line(), Line(Cell(words.record_checked(checked), aside=True), 2)]


def _page(one: Record, names: Mapping[str, str], on: date, checked: date) -> list[Block]:
    title, rows, lists = _parts(one, names, on, checked)
    page: list[Block] = [Heading(Cell(title, strong=True), one.id)]
    if rows:
        page += [Line(), Table((Column(), Column(wraps=True)), rows)]
    own = () if isinstance(one.record, Document) else one.record.sources
    for block in [*lists, _documents(own), _corrections(one.corrections)]:
        page += [Line(), *block] if block else []
    return page


def _parts(one: Record, names: Mapping[str, str], on: date, checked: date) -> tuple[str, list[_Row], list[list[Block]]]:
    """Return a record's heading, its fields, and what else belongs to a record of its kind."""
    record = one.record
    match record:
        case Act():
            return f"{_author(record, names)}: {one.title}", _act_rows(record, one, names, min(on, checked)), []
        case Document():
            return one.title, _document_rows(record), [_proofs(one, on)]
        case SituationInFull():
            return one.title, _situation_rows(record, names), _situation_lists(record, names)
        case AmendmentWithParties():
            return one.title, _amendment_rows(record), []


def _author(act: Act, names: Mapping[str, str]) -> str:
    return names.get(act.iso3 or "", act.body or "")


def _act_rows(act: Act, one: Record, names: Mapping[str, str], known: date) -> list[_Row]:
    label = labels.ACT[act.act]
    rows: list[tuple[str, Words]] = [
        ("Kind", label if not one.title.startswith(label) else ""),
        ("Done", spell(act.done) or "no day known"),
        ("Effect", _effect(act, one.undone_by, known)),
        ("Circulated", spell(act.circulated)),
        *((_DETAILS[key], _detail(key, value)) for key, value in act.details.items()),
        ("Concerns", ", ".join(names.get(code, code) for code in act.concerns)),
        ("Undoes", _link(one.undoes)),
        ("Undone by", _link(one.undone_by)),
        *_common(act.standing, act.disputed, act.note),
    ]
    return _filled(rows)


def _effect(act: Act, undone_by: Link | None, known: date) -> Words:
    """Write the day of effect; and that it did not come, or lies ahead of the day up to which one can know."""
    if act.effect is None:
        return ""
    ahead = "  unless taken back" if act.act == ActKind.WITHDRAWAL_NOTICE else "  lies ahead"
    aside = ahead if act.effect > known else ""
    if undone_by and undone_by.day and first_day(undone_by.day) < act.effect:
        aside = "  did not come"
    return spell(act.effect), Cell(aside, aside=True)


def _detail(key: str, value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{number} {word}" for word, number in value.items())
    if isinstance(value, list):
        return ", ".join(value)
    assert isinstance(value, str)
    if key in _DATES:
        return spell(from_text(value))
    if key == "declaration":
        return labels.DECLARATION[value]
    return labels.RECEPTION[value] if key == "reception" else value


def _document_rows(document: Document) -> list[_Row]:
    return _filled(
        [
            ("Symbol", document.symbol or "none seen"),
            ("Kind", document.kind),
            ("Date", spell(document.date) or "no day known"),
            ("Address", document.url or "none seen"),
        ]
    )


def _proofs(one: Record, on: date) -> list[Block]:
    proven = [proof for proof in one.proves if proof.disputes is None]
    rows: list[_Row] = [
        (
            spell(proof.day),
            (
                f"{proof.name}: {proof.title}" if proof.name else proof.title,
                Cell(f"  (another value for {proof.disputes})" if proof.disputes else "", aside=True),
            ),
            Cell(proof.id, aside=True),
        )
        for proof in one.proves
    ]
    columns = (Column("Day", right=True), Column("Fact", wraps=True), Column("Id", under=1))
    number = words.count(len(proven), "fact") if proven else "no fact"
    head: list[Block] = [Line(f"Proves {number} on record by {spell(on)}.", 2)]
    return [*head, Line(), Table(columns, rows)] if rows else head


def _situation_rows(one: SituationInFull, names: Mapping[str, str]) -> list[_Row]:
    kind = "investigation" if one.kind == SituationKind.SITUATION else "preliminary examination"
    trigger = labels.TRIGGER[one.trigger]
    if one.later_trigger:
        trigger += f", then {labels.TRIGGER[one.later_trigger]}"
    scope = f"from {spell(one.scope_from)}" if one.scope_from else ""
    scope += f"{' ' if scope else ''}to {spell(one.scope_to)}" if one.scope_to else ""
    rows: list[tuple[str, Words]] = [
        ("Kind", kind),
        ("Reference", one.reference or ""),
        ("Concerns", ", ".join(names.get(code, code) for code in one.states)),
        ("Region", one.region or ""),
        ("Ground", trigger),
        ("Authorised", " by ".join(filter(None, [spell(one.authorised), one.authorised_by]))),
        ("Opened", spell(one.opened) or "no day known"),
        ("Closed", "not closed" if one.open else spell(one.closed)),
        ("Outcome", labels.OUTCOME[one.outcome] if one.outcome else ""),
        ("Scope", scope),
        *_common(one.standing, one.disputed, one.note),
    ]
    return _filled(rows)


def _situation_lists(one: SituationInFull, names: Mapping[str, str]) -> list[list[Block]]:
    referrals: list[_Row] = [
        (
            spell(act.done),
            words.mark(act.standing, act.disputed),
            (_author(act, names), Cell(f"  {act.note}" if act.note else "", aside=True)),
            words.documents(act.sources),
            Cell(act.id, aside=True),
        )
        for act in one.referrals
    ]
    columns = (
        Column("Referred", right=True),
        Column(),
        Column("By", wraps=True),
        Column("Document", under=2),
        Column("Id", under=2),
    )
    related: list[_Row] = [(span(other), other.name, Cell(other.id, aside=True)) for other in one.related]
    heads = (
        Column("Investigation" if one.kind == SituationKind.EXAMINATION else "Examination"),
        Column("Of", wraps=True),
        Column("Id", under=1),
    )
    return [
        [Table(columns, referrals), *words.legend("".join(words.mark(act.standing) for act in one.referrals))]
        if referrals
        else [],
        [Table(heads, related)] if related else [],
    ]


def span(one: SituationRef) -> str:
    """Say from when to when a situation was open."""
    opened, closed = spell(one.opened), spell(one.closed)
    return f"{opened or 'day unknown'} to {closed}" if closed else f"since {opened}"


def _amendment_rows(one: AmendmentWithParties) -> list[_Row]:
    rows: list[tuple[str, Words]] = [
        ("Articles", one.articles),
        ("Rule", f"Art. {one.rule}" if one.rule[0].isdigit() else one.rule),
        ("Proposed", spell(one.proposed)),
        ("Adopted", ", ".join(filter(None, [spell(one.adopted) or "not adopted", one.adopted_at]))),
        ("First in force", spell(one.in_force)),
        ("Jurisdiction", f"from {spell(one.jurisdiction_from)}" if one.jurisdiction_from else ""),
        ("Consents", f"{one.consents} on record{', not all' if one.incomplete else ''}: icc amendments {one.id}"),
        *_common(one.standing, one.disputed, one.note),
    ]
    return _filled(rows)


def _common(standing: str, disputed: Sequence[Disputed], note: str | None) -> list[tuple[str, Words]]:
    """Return what facts of every kind have: how well they are proved, other values on record, a note."""
    return [
        ("Standing", standing),
        *(("Other value", _doubt(doubt)) for doubt in disputed),
        ("Note", note or ""),
    ]


def _doubt(doubt: Disputed) -> Words:
    try:
        value = spell(parse(doubt.value))
    except ValueError:
        value = doubt.value
    aside = "; ".join(filter(None, [(doubt.note or "").rstrip("."), ", ".join(doubt.sources)]))
    return f"{doubt.field} {value}", Cell(f"  ({aside})" if aside else "", aside=True)


def _link(link: Link | None) -> Words:
    return (f"{spell(link.day) or 'no day known'}, {link.title}", Cell(f"  {link.id}", aside=True)) if link else ""


def _filled(rows: Iterable[tuple[str, Words]]) -> list[_Row]:
    """Return rows with their labels set back, but those that say nothing."""
    return [(Cell(label, aside=True), value) for label, value in rows if value]


def _documents(found: Sequence[Source]) -> list[Block]:
    """Return documents in full, by lines: in columns, addresses would be folded."""
    lines: list[Block] = []
    for source in found:
        lines += [Line(source.title, 2), Line(Cell(source.symbol or source.key, aside=True), 4)]
        lines += [Line(source.url, 4)] if source.url else []
    return lines


def _corrections(found: Sequence[Correction]) -> list[Block]:
    rows: list[_Row] = [
        (f"{one.field}, since {one.since}", (one.new, Cell(f"  Before: {one.old} {one.why}", aside=True)))
        for one in found
    ]
    return [Table((Column("Corrected"), Column("Now", wraps=True)), rows)] if rows else []
