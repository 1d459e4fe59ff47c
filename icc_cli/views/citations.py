"""Citations: a fact in a sentence with its documents, and both as BibTeX and CSL-JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from icc_cli.page.blocks import Block, Cell, Line, Words
from icc_cli.page.text import web
from icc_cli.queries.acts import Act, Disputed
from icc_cli.queries.amendments import AmendmentWithParties
from icc_cli.queries.cases import PersonCase, PersonInFull
from icc_cli.queries.cite import Cited, Dataset
from icc_cli.queries.links import RecordKind
from icc_cli.queries.show import Article, Document, Record, SituationInFull
from icc_cli.queries.status import NoRecord, StateStatus
from icc_cli.treaty import labels
from icc_cli.treaty.dates import spell
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.vocabulary import STATUS_ACTS, ActKind, Confidence
from icc_cli.views import bibliography, cases, words
from icc_cli.views import status as status_view

if TYPE_CHECKING:
    from typing import Literal


DATASET = "dataset"

_CONTENT = (
    ActKind.DECLARATION,
    ActKind.OBJECTION,
    ActKind.TERRITORIAL_APPLICATION,
    ActKind.TERRITORIAL_EXCLUSION,
)
"""Acts whose title is what they say, not what they are."""
_AS = {"done": " as the day it was done", "effect": " as the day of its effect"}
"""What another value stands for, after it."""


class Citation(Fields):
    """A ready citation of a fact; or (`kind` dataset, the last of every answer) of the dataset.

    `text` holds a sentence for the fact, then a line for each document and each note on a doubt. `bibtex` holds an
    entry, and `csl` an item, for each document under its key; for the dataset, one for itself.
    """

    id: str
    """The State's code or the id of what is cited."""
    kind: RecordKind | Literal["state", "dataset"]
    text: str
    """A sentence for the fact, then a line for each document and each note on a doubt."""
    documents: tuple[Document, ...]
    """The documents in full."""
    bibtex: str
    """The documents as BibTeX entries."""
    csl: tuple[Mapping[str, Any], ...]
    """The documents as CSL-JSON items (CSL 1.0.2)."""


def citations(found: Iterable[Cited]) -> list[Citation]:
    """Return facts, and the dataset, as citations."""
    return [_citation(cited) for cited in found]


def page(found: Sequence[Citation]) -> list[Block]:
    """Return citations as paragraphs: each fact with its documents below it."""
    blocks: list[Block] = []
    for one in found:
        fact, *documents = one.text.split("\n")
        blocks += [*([Line()] if blocks else []), Line(fact if one.kind == DATASET else _leading(fact, strong=True))]
        blocks += [Line(_leading(document), 2) for document in documents]
    return blocks


def _leading(text: str, *, strong: bool = False) -> Words:
    """Let the address with which a text ends lead there."""
    before, _, last = text.rpartition(" ")
    if web(last):
        return Cell(before, strong=strong), " ", words.address(last)
    return Cell(text, strong=strong)


def bibtex(found: Sequence[Citation]) -> str:
    """Return several citations as one BibTeX file, each entry once."""
    entries = {document.key: bibliography.bibtex(document) for one in found for document in one.documents}
    return "\n".join([*entries.values(), *(one.bibtex for one in found if one.kind == DATASET)])


def csl(found: Sequence[Citation]) -> list[Mapping[str, Any]]:
    """Return the CSL-JSON items of several citations, each once."""
    return list({item["id"]: item for one in found for item in one.csl}.values())


def _citation(cited: Cited) -> Citation:
    fact = cited.fact
    if isinstance(fact, Dataset):
        return Citation(
            id=cited.id,
            kind=cited.kind,
            text=f"{fact.title}, version {fact.version}. {bibliography.particulars(fact)}",
            documents=(),
            bibtex=bibliography.dataset_bibtex(fact),
            csl=(bibliography.dataset_csl(fact),),
        )
    return Citation(
        id=cited.id,
        kind=cited.kind,
        text="\n".join(
            " ".join(line.split())
            for line in (*_sentences(cited, fact), *map(_document, cited.documents), *_notes(fact))
        ),
        documents=cited.documents,
        bibtex="\n".join(map(bibliography.bibtex, cited.documents)),
        csl=tuple(map(bibliography.csl, cited.documents)),
    )


def _document(document: Document) -> str:
    """Name a document: title, publisher where its kind says who, symbol, day, address."""
    name = document.title.rstrip(".")
    where = words.joined([bibliography.publisher(document), document.symbol, spell(document.date)], ", ")
    return " ".join(f"{part}." if part is not document.url else part for part in (name, where, document.url) if part)


def _sentences(cited: Cited, fact: StateStatus | NoRecord | Record) -> list[str]:
    """Return the sentence for a fact; none for a document, whose own line says all."""
    if isinstance(fact, NoRecord):
        return [f"{fact.name}: {fact.no_act}"]
    if isinstance(fact, StateStatus):
        return [f"{fact.name} on {spell(cited.on)}: {status_view.answer(fact, cited.on, marks=False)}"]
    match fact.record:
        case Act() as act:
            return [_act(act, fact, cited)]
        case SituationInFull() as situation:
            return [_situation(situation)]
        case AmendmentWithParties() as amendment:
            return [_amendment(amendment)]
        case PersonInFull() as person:
            return [_person(person)]
        case Article() as article:
            return [f"Rome Statute, Art. {article.article} ({article.title})."]
        case Document():
            return []


def _act(act: Act, record: Record, cited: Cited) -> str:
    what = act.title
    label = labels.ACT[act.act]
    if act.act in _CONTENT:
        what = f"{label.lower()} ({words.about(act)})" if act.act == ActKind.DECLARATION else label.lower()
        what += f": {act.title}" if act.title != label else ""
    elif what.startswith(label):
        what = what[0].lower() + what[1:]
    sentence = f"{cited.name}: {what}, {spell(act.done) or 'no day known'}"
    if record.undone_by:
        sentence += f" (undone on {spell(record.undone_by.day)})"
    elif act.effect and act.effect != act.done:
        ahead = act.act == ActKind.WITHDRAWAL_NOTICE and act.effect > min(cited.on, cited.checked)
        sentence += f" (effect {spell(act.effect)}{f', {words.UNLESS}' if ahead else ''})"
    return sentence + "." + _proved(act)


def _situation(one: SituationInFull) -> str:
    reference = f" ({one.reference})" if one.reference else ""
    days = [f"opened {spell(one.opened) or 'on a day not known'}"]
    if not one.open:
        outcome = f" ({labels.OUTCOME[one.outcome]})" if one.outcome else ""
        days.append(f"closed {spell(one.closed)}{outcome}")
    return f"{one.name}{reference}: {labels.SITUATION[one.kind]} {', '.join(days)}." + _proved(one)


def _person(one: PersonInFull) -> str:
    """Return a sentence for each case of a person. What is charged is alleged."""
    told = []
    for case in one.cases:
        number = f" ({case.case})" if case.case else ""
        issued = f"{case.instrument} of {spell(case.issued) or 'a day not known'}, public {spell(case.public)}"
        told.append(f"{one.name}{number}: {issued}; {cases.stage(case, {})}." + _proved(case))
    return " ".join([*told, f"{words.ALLEGED[0].upper()}{words.ALLEGED[1:]}."])


def _amendment(one: AmendmentWithParties) -> str:
    if one.adopted is None:
        sentence = f"Proposed amendment to the Rome Statute: {one.title.removeprefix('Proposal: ')}"
        sentence += f", circulated {spell(one.proposed)}" if one.proposed else ""
    else:
        sentence = f"Amendment to the Rome Statute: {one.title}, adopted {spell(one.adopted)}"
        sentence += f", first in force {spell(one.in_force)}" if one.in_force else ""
    return sentence + "." + _proved(one)


def _moved(act: Act, state: StateStatus) -> bool:
    """Return whether an act is one of those that a State's standing rests on."""
    return act.iso3 == state.iso3 and act.act in STATUS_ACTS


def _notes(fact: StateStatus | NoRecord | Record) -> list[str]:
    """Return a line on each act that a State's standing rests on and that is not proved beyond doubt."""
    acts = [act for act in fact.acts if _moved(act, fact)] if isinstance(fact, StateStatus) else []
    return [
        f"Note: {labels.ACT[act.act]}, {spell(act.done) or 'no day known'}: {doubts}."
        for act in acts
        if (doubts := _doubts(act.confidence, act.disputed))
    ]


def _proved(fact: Act | SituationInFull | AmendmentWithParties | PersonCase) -> str:
    """Return a sentence on how well a fact is proved, if that is not beyond doubt."""
    doubts = _doubts(fact.confidence, fact.disputed)
    return f" {doubts[0].upper()}{doubts[1:]}." if doubts else ""


def _doubts(confidence: str, disputed: Sequence[Disputed]) -> str:
    proof = {Confidence.REPORTED: "reported by one source", Confidence.DISPUTED: "disputed"}.get(Confidence(confidence))
    others = ", ".join(f"{words.value(doubt.value)}{_AS.get(doubt.field, f' ({doubt.field})')}" for doubt in disputed)
    return words.joined([proof, f"another source gives {others}" if others else ""], "; ")
