"""The dataset against the depositary's own table, State by State: `icc data compare`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from icc_cli.database.store import Store
from icc_cli.depositary.table import Entry, Field, Problem, Row, Table, Unread
from icc_cli.depositary.treaties import STATUTE, Treaty
from icc_cli.errors import DocumentError, UsageError
from icc_cli.queries.acts import Act, Source, acts
from icc_cli.queries.names import find
from icc_cli.treaty.dates import AnyDate, first_day, last_day
from icc_cli.treaty.details import Instrument
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.naming import fold
from icc_cli.treaty.status import explain
from icc_cli.treaty.vocabulary import AGREEMENT, CONSENT_ACTS, STATUS_ACTS, ActKind, Status

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

    `field` is signature, deposit, signatories or parties. `theirs` and `ours` are days, instruments, numbers, or
    (for brackets) withdrawn or not-withdrawn; where something was not understood, `theirs` is its text. `instrument`
    and `bracketed` tell more of their entry; `act` is ours, with its `sources`, and `disputed` says that their value is
    on record with it as a disputed one. `row` counts their rows from 1; `problem` is why it was not understood.
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
    """The table that was compared.

    `parties`, `signatories` and `withdrawn` count States whose deposit, signature, or withdrawal (in brackets) both
    sides have. `gaps` is what the dataset knows itself to lack.
    """

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


class _Held(Fields):
    """What the dataset holds of a State. `withdrawn` None: the table may show it either way, or leave it out."""

    acts: dict[Field, Act]
    withdrawn: bool | None
    may_lack: bool = False


def compare(store: Store, table: Table, treaty: Treaty, on: date) -> Comparison:
    """Compare a table with the dataset as it stood on a day.

    Raises DocumentError where no row names a State.
    """
    names = {row["iso3"]: row["name"] for row in store.rows("SELECT iso3, name FROM state ORDER BY folded")}
    rows, unknown = _states(store, table.rows)
    if not rows:
        raise DocumentError(f"none of the {len(table.rows)} participants is a State", "is it the right document?")
    held = _held(store, treaty, on)
    found: list[Difference] = []
    for iso3, name in names.items():
        if iso3 in rows or iso3 in held:
            own = held.get(iso3, _Held(acts={}, withdrawn=False))
            found += _state(iso3, name, rows.get(iso3), own, table.fields)
    found += _counts(table, held.values())
    unread = [*table.unread, *unknown, *_missing_columns(table, held.values())]
    found += [
        Difference(kind=Kind.NOT_UNDERSTOOD, name=one.participant, theirs=one.text, row=one.row, problem=one.problem)
        for one in sorted(unread, key=lambda one: one.row or 0)
    ]
    both = [(rows[iso3], own) for iso3, own in held.items() if iso3 in rows]
    gaps = store.row("SELECT gaps FROM completeness WHERE fact = ?", treaty.id)
    compared = Compared(
        treaty=treaty.id,
        title=treaty.title,
        symbol=treaty.symbol,
        parties=sum(1 for row, own in both if _has(row, own, Field.DEPOSIT) and not row.withdrawn),
        signatories=sum(1 for row, own in both if _has(row, own, Field.SIGNATURE)),
        withdrawn=sum(1 for row, own in both if row.withdrawn and own.withdrawn is not False),
        gaps=gaps["gaps"] if gaps else None,
    )
    return Comparison(table=compared, differences=tuple(found))


def _states(store: Store, rows: Iterable[Row]) -> tuple[dict[str, Row], list[Unread]]:
    """Return the rows by State, and those that name none or a State for the second time.

    The United Nations' own name decides: for them `Congo` is one State, though for people it may be two.
    """
    own = {row["folded"]: row["iso3"] for row in store.rows("SELECT folded, iso3 FROM state")}
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
    """Return what the dataset holds of each State for a treaty: the acts done by a day."""
    if treaty.id == STATUTE:
        kinds: tuple[str, ...] = STATUS_ACTS
    elif treaty.id == AGREEMENT:
        kinds = (ActKind.APIC_SIGNATURE, ActKind.APIC_CONSENT)
    else:
        kinds = (ActKind.AMENDMENT_CONSENT, *STATUS_ACTS)
    own: dict[str, list[Act]] = {}
    for act in acts(store, on, f"act IN ({', '.join('?' * len(kinds))})", *kinds):
        if act.done is None or first_day(act.done) <= on:
            own.setdefault(act.iso3 or "", []).append(act)
    found = {iso3: _of_state(treaty, one, on) for iso3, one in own.items()}
    return {iso3: one for iso3, one in found.items() if one.acts}


def _of_state(treaty: Treaty, own: list[Act], on: date) -> _Held:
    if treaty.id == STATUTE:
        signature, consent = _newest(own, (ActKind.SIGNATURE,)), _newest(own, CONSENT_ACTS)
        taken_back = consent is not None and consent.undone_by is not None
        left = explain(own, on)[0] == Status.FORMER_PARTY
        return _Held(acts=_fields(signature, consent), withdrawn=left or taken_back, may_lack=taken_back)
    if treaty.id == AGREEMENT:
        signature, consent = _newest(own, (ActKind.APIC_SIGNATURE,)), _newest(own, (ActKind.APIC_CONSENT,))
        return _Held(acts=_fields(signature, consent), withdrawn=False)
    consents = [act for act in own if act.details.get("amendment") == treaty.id]
    left = explain(own, on)[0] == Status.FORMER_PARTY
    return _Held(acts=_fields(None, _newest(consents, (ActKind.AMENDMENT_CONSENT,))), withdrawn=None if left else False)


def _newest(own: list[Act], kinds: Iterable[str]) -> Act | None:
    return next((act for act in reversed(own) if act.act in kinds), None)


def _fields(signature: Act | None, consent: Act | None) -> dict[Field, Act]:
    pairs = ((Field.SIGNATURE, signature), (Field.DEPOSIT, consent))
    return {field: act for field, act in pairs if act is not None}


def _has(row: Row, own: _Held, field: Field) -> bool:
    return field in row.entries and field in own.acts


def _state(iso3: str, name: str, row: Row | None, own: _Held, fields: frozenset[Field]) -> Iterator[Difference]:
    """Compare one State. A cell that was not understood is told elsewhere, and says nothing here."""
    told = _Told(iso3, name, row)
    for field in Field:
        entry, act = (row.entries.get(field) if row else None), own.acts.get(field)
        if entry:
            yield from _entry(told, field, entry, act)
        elif act and field in fields and not (row and field in row.unread) and not (row is None and own.may_lack):
            yield told.difference(Kind.MISSING_THERE, field, None, _text(act.done), act)
    if row and own.acts and own.withdrawn is not None and row.withdrawn != own.withdrawn:
        newest = own.acts.get(Field.DEPOSIT) or own.acts[Field.SIGNATURE]
        yield told.difference(Kind.BRACKETS, None, _standing(row.withdrawn), _standing(own.withdrawn), newest)


def _standing(withdrawn: bool) -> str:
    return "withdrawn" if withdrawn else "not-withdrawn"


def _entry(told: _Told, field: Field, entry: Entry, act: Act | None) -> Iterator[Difference]:
    theirs = entry.day.isoformat()
    if act is None:
        yield told.difference(Kind.MISSING_HERE, field, theirs, None, None, entry)
        return
    if act.done != entry.day:
        partial = act.done is None or not isinstance(act.done, date)
        within = act.done is None or first_day(act.done) <= entry.day <= last_day(act.done)
        kind = Kind.MORE_PRECISE if partial and within else Kind.OTHER_DATE
        yield told.difference(kind, field, theirs, _text(act.done), act, entry)
    ours = act.details.get("instrument") or act.act
    if field == Field.DEPOSIT and entry.instrument != ours:
        kind = Kind.MORE_PRECISE if ours == Instrument.UNSPECIFIED else Kind.OTHER_INSTRUMENT
        yield told.difference(kind, field, entry.instrument, ours, act, entry)


class _Told(Fields, kw_only=False):
    """Of whom a difference is told."""

    iso3: str
    name: str
    row: Row | None

    def difference(
        self,
        kind: Kind,
        field: Field | None,
        theirs: str | None,
        ours: str | None,
        act: Act | None,
        entry: Entry | None = None,
    ) -> Difference:
        doubts = [word for doubt in (act.disputed if act else ()) for word in _WORD.findall(doubt.value)]
        return Difference(
            kind=kind,
            iso3=self.iso3,
            name=self.name,
            field=field,
            theirs=theirs,
            ours=ours,
            instrument=entry.instrument if entry else None,
            bracketed=entry.bracketed if entry else bool(self.row and self.row.withdrawn),
            act=act.id if act else None,
            disputed=theirs in doubts,
            row=self.row.number if self.row else None,
            sources=act.sources if act else (),
        )


_WORD = re.compile(r"\d{4}-\d{2}-\d{2}|[a-z]+")
"""A day or an instrument in a disputed value, which may hold several."""


def _counts(table: Table, held: Iterable[_Held]) -> Iterator[Difference]:
    """Compare the numbers in the head. Whether it counts signatories that withdrew is not known: both will do."""
    own = list(held)
    staying = [one for one in own if not one.withdrawn]
    signatories = {sum(1 for one in some if Field.SIGNATURE in one.acts) for some in (own, staying)}
    parties = {sum(1 for one in staying if Field.DEPOSIT in one.acts)}
    numbers: tuple[tuple[Literal["signatories", "parties"], int | None, set[int]], ...] = (
        ("signatories", table.header.signatories, signatories),
        ("parties", table.header.parties, parties),
    )
    for name, theirs, ours in numbers:
        if theirs is not None and theirs not in ours:
            yield Difference(kind=Kind.COUNT, field=name, theirs=str(theirs), ours=str(max(ours)))


def _missing_columns(table: Table, held: Iterable[_Held]) -> Iterator[Unread]:
    """Tell of columns and counts that a table of this treaty should have, and has not."""
    needed = {field for one in held for field in one.acts}
    counts = {Field.SIGNATURE: table.header.signatories, Field.DEPOSIT: table.header.parties}
    unreadable = any(one.problem == Problem.UNREADABLE_COUNT for one in table.unread)
    for field in sorted(needed):
        if field not in table.fields:
            yield Unread(Problem.NO_COLUMN, field)
        if counts[field] is None and not unreadable:
            yield Unread(Problem.NO_COUNT, {"signature": "signatories", "deposit": "parties"}[field])


def _text(when: AnyDate | None) -> str | None:
    return when.isoformat() if when else None
