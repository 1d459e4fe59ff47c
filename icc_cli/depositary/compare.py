"""The dataset against the depositary's own table, State by State: `icc data compare`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from icc_cli.database.store import Store, marks
from icc_cli.depositary.table import COUNTED, Field, Problem, Row, Table, Unread
from icc_cli.depositary.treaties import STATUTE, Treaty
from icc_cli.errors import DocumentError, UsageError
from icc_cli.queries.acts import Act, Source, acts
from icc_cli.queries.names import find
from icc_cli.treaty.dates import first_day, last_day
from icc_cli.treaty.details import Instrument
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.naming import fold
from icc_cli.treaty.status import explain, under_agreement
from icc_cli.treaty.vocabulary import AGREEMENT, AGREEMENT_ACTS, CONSENT_ACTS, STATUS_ACTS, ActKind, Status

if TYPE_CHECKING:
    from typing import Literal

    from icc_cli.treaty.forms import Iso3


class Kind(StrEnum):
    """How the dataset and the table differ."""

    MISSING_HERE = "missing-here"
    MISSING_THERE = "missing-there"
    OTHER_DATE = "other-date"
    MORE_PRECISE = "more-precise"
    """The table tells the day, or the form of the instrument, where the dataset has none or only a part."""
    OTHER_INSTRUMENT = "other-instrument"
    BRACKETS = "brackets"
    """One shows a State as having withdrawn, the other does not."""
    COUNT = "count"
    NOT_UNDERSTOOD = "not-understood"


class Difference(Fields):
    """One thing that the table and the dataset have otherwise.

    `theirs` and `ours` are days, instruments, numbers, or (for brackets) withdrawn or not-withdrawn.
    """

    kind: Kind
    """How the dataset and the table differ."""
    iso3: Iso3 | None = None
    name: str | None = None
    """The State's name."""
    field: Field | Literal["signatories", "parties"] | None = None
    """What differs."""
    theirs: str | None = None
    """What the table has; the text itself where it was not understood."""
    ours: str | None = None
    """What the dataset has."""
    instrument: Instrument | None = None
    """The form of instrument in the table."""
    bracketed: bool = False
    """Whether the table shows it in brackets, as of a State that has left."""
    act: str | None = None
    """Id of the act on record."""
    disputed: bool = False
    """Whether their value is on record as a disputed one."""
    row: int | None = None
    """The row of the table, counted from 1."""
    problem: Problem | None = None
    """Why a piece of the table was not understood."""
    sources: tuple[Source, ...] = ()


class Compared(Fields):
    """The table that was compared."""

    treaty: str
    """The treaty that the table is of."""
    title: str
    """The treaty's title."""
    symbol: str | None
    """The treaty's symbol at the depositary."""
    parties: int
    """How many States both sides have as having deposited."""
    signatories: int
    """How many States both sides have as having signed."""
    withdrawn: int
    """How many States both sides have as having withdrawn."""
    gaps: str | None
    """What the dataset knows itself to lack of it, in words."""


class Comparison(Fields):
    """What comparing a table with the dataset gave."""

    table: Compared
    differences: tuple[Difference, ...]


_STATUTE: Mapping[Field, tuple[ActKind, ...]] = {Field.SIGNATURE: (ActKind.SIGNATURE,), Field.DEPOSIT: CONSENT_ACTS}
_AGREEMENT = {Field.SIGNATURE: (ActKind.APIC_SIGNATURE,), Field.DEPOSIT: (ActKind.APIC_CONSENT,)}
_AMENDMENT = {Field.DEPOSIT: (ActKind.AMENDMENT_CONSENT,)}


class _Held(Fields):
    """What the dataset holds of a State. `withdrawn` None: the table may show it either way, or leave it out."""

    acts: Mapping[Field, Act]
    withdrawn: bool | None
    may_lack: bool = False


def compare(store: Store, table: Table, treaty: Treaty, on: date) -> Comparison:
    """Compare a table with the dataset as it stood on a day.

    Raises DocumentError where no row names a State.
    """
    rows, unknown = _states(store, table.rows)
    if not rows:
        raise DocumentError(f"none of the {len(table.rows)} participants is a State", "is it the right document?")
    held = _held(store, treaty, on)
    found: list[Difference] = []
    for iso3, name in store.rows("SELECT iso3, name FROM state ORDER BY folded"):
        own = held.get(iso3, _Held(acts={}, withdrawn=False))
        found += _state(iso3, name, rows.get(iso3), own, table.fields)
    found += _counts(table, held.values())
    unread = [*table.unread, *unknown, *_missing_columns(table, held.values())]
    found += [
        Difference(kind=Kind.NOT_UNDERSTOOD, name=one.participant, theirs=one.text, row=one.row, problem=one.problem)
        for one in sorted(unread, key=lambda one: one.row or 0)
    ]
    both = [(rows[iso3], own) for iso3, own in held.items() if iso3 in rows]
    deposits, signatures = (
        [row for row, own in both if field in row.entries and field in own.acts]
        for field in (Field.DEPOSIT, Field.SIGNATURE)
    )
    gaps = store.row("SELECT gaps FROM completeness WHERE fact = ?", treaty.id)
    compared = Compared(
        treaty=treaty.id,
        title=treaty.title,
        symbol=treaty.symbol,
        parties=sum(not row.withdrawn for row in deposits),
        signatories=len(signatures),
        withdrawn=sum(row.withdrawn and own.withdrawn is not False for row, own in both),
        gaps=gaps["gaps"] if gaps else None,
    )
    return Comparison(table=compared, differences=tuple(found))


def _states(store: Store, rows: Iterable[Row]) -> tuple[dict[str, Row], list[Unread]]:
    """Return the rows by State, and those that name none or a State for the second time.

    The United Nations' own name decides: for them `Congo` is one State, though for people it may be two.
    """
    own = {fold(row["name"]): row["iso3"] for row in store.rows("SELECT name, iso3 FROM state")}
    found: dict[str, Row] = {}
    unknown: list[Unread] = []
    for row in rows:
        try:
            iso3 = own.get(fold(row.participant)) or find(store, row.participant)
        except UsageError:
            unknown.append(Unread(Problem.UNKNOWN_PARTICIPANT, _words(row), row.number, row.participant))
            continue
        if iso3 in found:
            unknown.append(Unread(Problem.REPEATED_PARTICIPANT, _words(row), row.number, row.participant))
        else:
            found[iso3] = row
    return found, unknown


def _words(row: Row) -> str:
    return " | ".join([row.participant, *(f"{field}: {entry.day}" for field, entry in row.entries.items())])


def _held(store: Store, treaty: Treaty, on: date) -> dict[str, _Held]:
    """Return what the dataset holds of each State for a treaty: the newest of its acts done by a day."""
    steps = {STATUTE: _STATUTE, AGREEMENT: _AGREEMENT}.get(treaty.id, _AMENDMENT)
    kinds = {*STATUS_ACTS, *AGREEMENT_ACTS, *(kind for some in steps.values() for kind in some)}
    by_state: dict[str, list[Act]] = {}
    for act in acts(store, on, f"act IN ({marks(kinds)})", *kinds):
        other = act.act == ActKind.AMENDMENT_CONSENT and act.details.get("amendment") != treaty.id
        if not other and (act.done is None or first_day(act.done) <= on):
            by_state.setdefault(act.iso3 or "", []).append(act)
    found: dict[str, _Held] = {}
    for iso3, own in by_state.items():
        newest = {field: act for act in own for field, some in steps.items() if act.act in some}
        consent = newest.get(Field.DEPOSIT)
        if treaty.id == AGREEMENT:
            denunciation = under_agreement(own)[1]
            left = gone = denunciation is not None and (denunciation.effect or date.max) <= on
        else:
            left = explain(own, on)[0] == Status.FORMER_PARTY
            gone = treaty.id == STATUTE and consent is not None and consent.undone_by is not None
        withdrawn = None if left and treaty.id not in (STATUTE, AGREEMENT) else left or gone
        if newest:
            found[iso3] = _Held(acts=newest, withdrawn=withdrawn, may_lack=gone)
    return found


def _state(iso3: str, name: str, row: Row | None, own: _Held, fields: Collection[Field]) -> Iterator[Difference]:
    """Compare one State."""
    for kind, field, theirs, ours in _unlike(row, own, fields):
        entry = row.entries.get(field) if row and field else None
        act = own.acts.get(field) if field else own.acts.get(Field.DEPOSIT) or own.acts[Field.SIGNATURE]
        yield Difference(
            kind=kind,
            iso3=iso3,
            name=name,
            field=field,
            theirs=theirs,
            ours=ours,
            instrument=entry.instrument if entry else None,
            bracketed=entry.bracketed if entry else row is not None and row.withdrawn,
            act=act.id if act else None,
            disputed=any(theirs in _WORD.findall(doubt.value) for doubt in (act.disputed if act else ())),
            row=row.number if row else None,
            sources=act.sources if act else (),
        )


_WORD = re.compile(r"\d{4}-\d{2}-\d{2}|[a-z]+")
"""A day or an instrument in a disputed value, which may hold several."""


def _unlike(
    row: Row | None, own: _Held, fields: Collection[Field]
) -> Iterator[tuple[Kind, Field | None, str | None, str | None]]:
    """Yield what a State's row and its acts have otherwise: how, in which column, their value, ours.

    A cell that was not understood is told elsewhere, and says nothing here.
    """
    for field in Field:
        entry, act = (row.entries.get(field) if row else None), own.acts.get(field)
        done = act.done.isoformat() if act and act.done else None
        if entry and act:
            if act.done != entry.day:
                within = act.done is None or first_day(act.done) <= entry.day <= last_day(act.done)
                yield (Kind.MORE_PRECISE if within else Kind.OTHER_DATE), field, entry.day.isoformat(), done
            ours = act.details.get("instrument") or act.act
            if field == Field.DEPOSIT and entry.instrument != ours:
                kind = Kind.MORE_PRECISE if ours == Instrument.UNSPECIFIED else Kind.OTHER_INSTRUMENT
                yield kind, field, entry.instrument, ours
        elif entry:
            yield Kind.MISSING_HERE, field, entry.day.isoformat(), None
        elif act and field in fields and not (field in row.unread if row else own.may_lack):
            yield Kind.MISSING_THERE, field, None, done
    if row and own.acts and own.withdrawn is not None and row.withdrawn != own.withdrawn:
        yield Kind.BRACKETS, None, _WITHDRAWN[row.withdrawn], _WITHDRAWN[own.withdrawn]


_WITHDRAWN = {True: "withdrawn", False: "not-withdrawn"}


def _counts(table: Table, held: Collection[_Held]) -> Iterator[Difference]:
    """Compare the numbers in the head. Whether it counts signatories that withdrew is not known: both will do."""
    staying = [one for one in held if not one.withdrawn]
    for field, name in COUNTED.items():
        theirs = table.header.counts.get(field)
        counted = (held, staying) if field == Field.SIGNATURE else (staying,)
        ours = [sum(field in one.acts for one in some) for some in counted]
        if theirs is not None and theirs not in ours:
            yield Difference(kind=Kind.COUNT, field=name, theirs=str(theirs), ours=str(max(ours)))


def _missing_columns(table: Table, held: Iterable[_Held]) -> Iterator[Unread]:
    """Return the columns that a table of this treaty should have, and has not; likewise counts, if it has any."""
    unreadable = any(one.problem == Problem.UNREADABLE_COUNT for one in table.unread)
    for field in sorted({field for one in held for field in one.acts}):
        if field not in table.fields:
            yield Unread(Problem.NO_COLUMN, field)
        if table.header.counts and field not in table.header.counts and not unreadable:
            yield Unread(Problem.NO_COUNT, COUNTED[field])
