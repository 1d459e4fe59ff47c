"""The statuses of States one after the other, and the acts that moved them: `icc timeline`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from icc_cli.database.store import Store
from icc_cli.queries.acts import Act, Source, acts, whole
from icc_cli.treaty import status as derive
from icc_cli.treaty.dates import SIXTIETH_DEPOSIT, AnyDate
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.vocabulary import STATUS_ACTS, ActKind, Status

if TYPE_CHECKING:
    from icc_cli.treaty.details import Region
    from icc_cli.treaty.forms import Iso3
    from icc_cli.treaty.vocabulary import Standing


SHOWN = (*STATUS_ACTS, ActKind.ARTICLE_12_3_DECLARATION)
"""Acts that a timeline shows: those that move a status, and acceptances of jurisdiction without one."""


class RowKind(StrEnum):
    """What a row of a timeline tells."""

    STATUS = "status"
    ACT = "act"


class TimelineRow(Fields, kw_only=False):
    """A status that a State has from `since` (None: always) up to but not on `until`; or an act, done on `since`.

    `id` is the act, or the one that the status rests on. `projected`: it begins after the day asked about,
    or after the record was checked. `status` is None for an entry without any act on record, and for acts.
    """

    iso3: Iso3
    name: str
    everyday: str
    region: Region | None
    kind: RowKind
    """Whether the row tells a status or an act."""
    status: Status | None
    """The status; null for an act, and for an entry without any act on record."""
    act: str | None
    """The kind of act; null for a status."""
    since: AnyDate | None
    """First day of the status, or day of the act; null for a status that held from the beginning."""
    until: date | None
    """First day on which the status no longer holds; null while it lasts, and for an act."""
    projected: bool
    """Whether it begins after the day asked about, or after the record was checked."""
    id: str | None
    """Id of the act, or of the one that the status rests on; null where it rests on none."""
    standing: Standing | None
    sources: tuple[Source, ...]


def timeline(store: Store, codes: Sequence[str], on: date) -> list[TimelineRow]:
    """Return the statuses, then the acts, of each State as the record stood on a day, in the order of `codes`.

    What was to follow from the acts by then comes along as projected: a notice's effect, an entry into force.
    """
    checked = date.fromisoformat(store.meta["checked"])
    states = {row["iso3"]: row for row in store.rows("SELECT * FROM state")}
    own = _acts(store, on, codes)
    rows = []
    for iso3 in codes:
        state = states[iso3]
        who = (iso3, state["name"], state["everyday"], state["region"])
        if state["no_act"]:
            rows.append(TimelineRow(*who, RowKind.STATUS, None, None, None, None, False, None, None, ()))
            continue
        by_id = {act.id: act for act in own.get(iso3, ())}
        for span in _foreseen(list(by_id.values()), whole(state["independence"]), on):
            act = by_id.get(span.act or "")
            projected = span.start is not None and span.start > min(on, checked)
            proof = (span.act, act.standing if act else None, act.sources if act else ())
            rows.append(TimelineRow(*who, RowKind.STATUS, span.status, None, span.start, span.end, projected, *proof))
        rows += [
            TimelineRow(*who, RowKind.ACT, None, act.act, act.done, None, False, act.id, act.standing, act.sources)
            for act in by_id.values()
        ]
    return rows


def courses(store: Store, on: date) -> dict[str, list[derive.Span]]:
    """Return the statuses of every State, one after the other, as the record stood on a day."""
    born = store.rows("SELECT iso3, independence FROM state WHERE no_act IS NULL ORDER BY folded")
    own = _acts(store, on, [row["iso3"] for row in born], STATUS_ACTS)
    return {row["iso3"]: _foreseen(own.get(row["iso3"], ()), whole(row["independence"]), on) for row in born}


def _foreseen(own: Sequence[Act], independence: date | None, on: date) -> list[derive.Span]:
    """Return the statuses that had come by a day, and those that were to follow from these acts.

    Before the sixtieth deposit nobody knew when the Statute would enter into force (Art. 126(1)).
    """
    spans = derive.spans(own, independence)
    if on >= SIXTIETH_DEPOSIT:
        return spans
    come = [span for span in spans if span.start is None or span.start <= on]
    return [*come[:-1], come[-1]._replace(end=None)]


def _acts(store: Store, on: date, codes: Sequence[str], kinds: Iterable[str] = SHOWN) -> dict[str, list[Act]]:
    kinds = tuple(kinds)
    marks, places = ", ".join("?" * len(kinds)), ", ".join("?" * len(codes))
    found: dict[str, list[Act]] = {}
    for act in acts(store, on, f"act IN ({marks}) AND iso3 IN ({places})", *kinds, *codes):
        found.setdefault(act.iso3 or "", []).append(act)
    return found
