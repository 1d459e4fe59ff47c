"""`icc show` in words: an act, a document, a situation or an amendment, with all that is on record about it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from icc_cli.page.blocks import Block, Cell, Column, Line, Table, Words
from icc_cli.queries.acts import Act, Disputed, Source
from icc_cli.queries.amendments import AmendmentWithParties
from icc_cli.queries.cases import PersonInFull
from icc_cli.queries.links import Link
from icc_cli.queries.show import Article, Correction, Document, Proof, Record, SituationInFull
from icc_cli.queries.situations import Situation, tie
from icc_cli.treaty import labels
from icc_cli.treaty.dates import AnyDate, first_day, spell
from icc_cli.treaty.details import SituationKind
from icc_cli.treaty.model import ActDetails
from icc_cli.treaty.vocabulary import ActKind
from icc_cli.views import cases, words

_Row = tuple[Words, ...]

_DATES = [name for name, kind in ActDetails.__annotations__.items() if kind == AnyDate | None]


def pages(found: Sequence[Record], names: Mapping[str, str], on: date, checked: date) -> list[Block]:
    """Return records one after the other. `names` are those of States by code."""
    blocks: list[Block] = []
    for one in found:
        blocks += [*([Line(), Line()] if blocks else []), *_page(one, names, on, checked)]
    return [*blocks, *words.foot(checked)]


def acts_of(name: str, found: Sequence[Record], on: date, checked: date) -> list[Block]:
    """Return the acts of a State in a line each, under their ids."""
    rows = words.table(
        [one.record for one in found if isinstance(one.record, Act)],
        (Column("Day", right=True), lambda act: spell(act.done) or "no day"),
        words.MARKS,
        (Column("Act", wraps=True), lambda act: (words.full_title(act), words.effect(act))),
        (Column("Document", wraps=True, under=2), words.proof),
        (Column("Id", under=2), lambda act: Cell(act.id, aside=True)),
    )
    return words.listing(f"Acts of {name}", on, rows, checked)


def _page(one: Record, names: Mapping[str, str], on: date, checked: date) -> list[Block]:
    title, rows, lists = _parts(one, names, on, checked)
    page: list[Block] = [words.heading(title, one.id)]
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
            return f"{words.author(record, names)}: {one.title}", _act_rows(record, one, names, min(on, checked)), []
        case Document():
            return one.title, _document_rows(record), [_address(record), _proofs(one, on)]
        case SituationInFull():
            return one.title, _situation_rows(record, names), _situation_lists(record, names)
        case AmendmentWithParties():
            return one.title, _amendment_rows(record), []
        case PersonInFull():
            return one.title, _person_rows(record, names), [_steps(record), [Line(cases.ALLEGED, 2)]]
        case Article():
            heading = f"Rome Statute, Article {record.article}: {record.title}"
            return heading, _article_rows(record), []


def _act_rows(act: Act, one: Record, names: Mapping[str, str], known: date) -> list[_Row]:
    label = labels.ACT[act.act]
    rows: list[tuple[str, Words]] = [
        ("Kind", label if not one.title.startswith(label) else ""),
        ("Date", spell(act.done) or "no day known"),
        ("Effect", _effect(act, one.undone_by, known)),
        ("Circulated", spell(act.circulated)),
        *((ActDetails._keys[name].label, _detail(name, value)) for name, value in act.details.items()),
        ("Concerns", _named(act.concerns, names)),
        ("Undoes", _link(one.undoes)),
        ("Undone by", _link(one.undone_by)),
        *_common(act),
    ]
    return _filled(rows)


def _effect(act: Act, undone_by: Link | None, known: date) -> Words:
    """Write the day of effect; and that it never took effect, or lies ahead of the day up to which one can know."""
    if act.effect is None:
        return ""
    notice = act.act in (ActKind.WITHDRAWAL_NOTICE, ActKind.APIC_DENUNCIATION)
    ahead = f"  {words.UNLESS}" if notice else "  lies ahead"
    aside = ahead if act.effect > known else ""
    if undone_by and undone_by.day and first_day(undone_by.day) < act.effect:
        aside = "  never took effect"
    return spell(act.effect), Cell(aside, aside=True)


def _detail(name: str, value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{number} {word}" for word, number in value.items())
    if isinstance(value, list):
        return ", ".join(value)
    text = str(value)
    if name in _DATES:
        return words.value(text)
    return {"declaration": labels.DECLARATION, "reception": labels.RECEPTION}.get(name, {}).get(text, text)


def _named(codes: Iterable[str], names: Mapping[str, str]) -> str:
    return ", ".join(names.get(code, code) for code in codes)


def _document_rows(document: Document) -> list[_Row]:
    return _filled(
        [
            ("Symbol", document.symbol or "none seen"),
            ("Kind", document.kind),
            ("Date", spell(document.date) or "no day known"),
            ("Address", labels.URL_KNOWN[document.url_known] if document.url_known else "none known"),
        ]
    )


def _address(document: Document) -> list[Block]:
    """Return a document's address on a line of its own: in a column it would be folded."""
    return [Line(words.address(document.url), 2)] if document.url else []


def _proofs(one: Record, on: date) -> list[Block]:
    proven = sum(1 for proof in one.proves if proof.disputes is None)
    rows = words.table(
        one.proves,
        (Column("Day", right=True), lambda proof: spell(proof.day)),
        (Column("Fact", wraps=True), _proof),
        (Column("Id", under=1), lambda proof: Cell(proof.id, aside=True)),
    )
    head = Line(f"Proves {words.count(proven, 'fact') if proven else 'no fact'} on record by {spell(on)}.", 2)
    return [head, Line(), rows] if one.proves else [head]


def _proof(proof: Proof) -> Words:
    fact = f"{proof.name}: {proof.title}" if proof.name else proof.title
    return fact, Cell(f"  (another value for {proof.disputes})" if proof.disputes else "", aside=True)


def _situation_rows(one: SituationInFull, names: Mapping[str, str]) -> list[_Row]:
    rows: list[tuple[str, Words]] = [
        ("Kind", labels.SITUATION[one.kind]),
        ("Reference", one.reference or ""),
        ("Concerns", ", ".join(names[iso3] + tied(one, iso3) for iso3 in one.states)),
        ("Region", words.region(one.region)),
        (words.TRIGGER, words.trigger(one)),
        ("Authorised", words.joined([spell(one.authorised), one.authorised_by], " by ")),
        ("Opened", spell(one.opened) or "no day known"),
        ("Concluded", spell(one.concluded)),
        ("Closed", "not closed" if one.open else spell(one.closed)),
        ("Outcome", labels.OUTCOME[one.outcome] if one.outcome else ""),
        ("Scope", words.period(one.scope_from, one.scope_to)),
        ("Persons", _persons(one, names)),
        ("Cooperation", _decisions(one)),
        *_common(one),
    ]
    return _filled(rows)


def tied(one: Situation, iso3: str) -> str:
    """Say, after a State's name, by what a situation concerns it, where not by conduct on its territory."""
    return {None: "", "flag": " (flag of vessels)", "nationals": " (nationals)"}[tie(one, iso3)]


def _persons(one: SituationInFull, names: Mapping[str, str]) -> str:
    """Name the persons of a situation, each with how far the case had come."""
    named = [f"{case.name} ({cases.stage(case, names)})" for case in one.cases]
    return "; ".join([*named, words.ALLEGED]) if named else ""


def _decisions(one: SituationInFull) -> str:
    """Say how many decisions on cooperation there are about the persons of a situation, and where to read them."""
    counted = words.count(len(one.decisions), "decision")
    return f"{counted} about these persons: icc noncompliance" if one.decisions else ""


def _situation_lists(one: SituationInFull, names: Mapping[str, str]) -> list[list[Block]]:
    referrals = words.table(
        one.referrals,
        (Column("Referred", right=True), lambda act: spell(act.done)),
        words.MARKS,
        (
            Column("By", wraps=True),
            lambda act: (words.author(act, names), Cell(f"  {act.note}" if act.note else "", aside=True)),
        ),
        (Column("Document", under=2), words.proof),
        (Column("Id", under=2), lambda act: Cell(act.id, aside=True)),
    )
    related = words.table(
        one.related,
        (Column("Investigation" if one.kind == SituationKind.EXAMINATION else "Examination"), words.span),
        (Column("Of", wraps=True), lambda other: other.name),
        (Column("Id", under=1), lambda other: Cell(other.id, aside=True)),
    )
    marks = "".join(words.mark(act.confidence) for act in one.referrals)
    return [[referrals, *words.legend(marks)] if one.referrals else [], [related] if one.related else []]


def _person_rows(one: PersonInFull, names: Mapping[str, str]) -> list[_Row]:
    rows: list[tuple[str, Words]] = [
        ("Nationality", names.get(one.nationality or "", "")),
        ("Role", one.role or ""),
        ("Situation", one.situation),
        ("Public", f"from {spell(one.public)}"),
    ]
    for case in one.cases:
        alleged = ", ".join(labels.CHARGE[crime] for crime in case.crimes)
        rows += [("Case", case.case or ""), ("Alleged", alleged), ("Stage", cases.stage_in_full(case, names))]
    return _filled([*rows, *_common(one)])


def _steps(one: PersonInFull) -> list[Block]:
    own = f": {one.name}"
    rows = words.table(
        one.steps,
        (Column("Day", right=True), lambda act: spell(act.done) or f"by {spell(act.not_after)}"),
        words.MARKS,
        (
            Column("What happened", wraps=True),
            lambda act: (act.title.replace(own, "", 1), _aside(act.note)),
        ),
        (Column("Document", wraps=True, under=2), words.proof),
        (Column("Id", under=2), lambda act: Cell(act.id, aside=True)),
    )
    return [rows, *words.legend(words.marks_in([rows]))]


def _aside(note: str | None) -> Cell:
    return Cell(f"  {note}" if note else "", aside=True)


def _amendment_rows(one: AmendmentWithParties) -> list[_Row]:
    rows: list[tuple[str, Words]] = [
        ("Articles", one.articles),
        ("Rule", f"Art. {one.rule}" if one.rule[0].isdigit() else one.rule),
        ("Proposed", spell(one.proposed)),
        ("Adopted", words.joined([spell(one.adopted) or "not adopted", one.adopted_at], ", ")),
        ("First in force", spell(one.in_force)),
        ("Jurisdiction", words.period(one.jurisdiction_from, None)),
        ("Consents", f"{one.consents} on record{', not all' if one.incomplete else ''}: icc amendments {one.id}"),
        *_common(one),
    ]
    return _filled(rows)


def _article_rows(one: Article) -> list[_Row]:
    return _filled([("About", one.says), *(("Amended by", _link(amendment)) for amendment in one.amended_by)])


def _common(fact: Act | SituationInFull | AmendmentWithParties | PersonInFull) -> list[tuple[str, Words]]:
    """Return what facts of every kind have: how well they are proved, other values on record, a note."""
    others = [("Other value", _doubt(doubt)) for doubt in fact.disputed]
    return [("Confidence", fact.confidence), *others, ("Note", fact.note or "")]


def _doubt(doubt: Disputed) -> Words:
    aside = words.joined([(doubt.note or "").rstrip("."), ", ".join(doubt.titles)], "; ")
    return f"{doubt.field} {words.value(doubt.value)}", Cell(f"  ({aside})" if aside else "", aside=True)


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
        lines += [Line(words.address(source.url), 4)] if source.url else []
    return lines


def _corrections(found: Sequence[Correction]) -> list[Block]:
    rows = words.table(
        found,
        (Column("Corrected"), lambda one: f"{one.field}, since {one.since}"),
        (Column("Now", wraps=True), lambda one: (one.new, Cell(f"  Before: {one.old} {one.why}", aside=True))),
    )
    return [rows] if found else []
