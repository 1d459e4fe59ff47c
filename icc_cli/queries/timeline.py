"""The statuses of States one after the other, and the acts that moved them: `icc timeline`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from icc_cli.database.store import Store, marks
from icc_cli.queries.acts import Act, Source, acts
from icc_cli.treaty import status as derive
from icc_cli.treaty.dates import ADOPTED, SIXTIETH_DEPOSIT, AnyDate, days_after, days_before, first_day, whole
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.vocabulary import STATUS_ACTS, ActKind, Status

if TYPE_CHECKING:
    from icc_cli.treaty.details import Region
    from icc_cli.treaty.forms import Iso3
    from icc_cli.treaty.vocabulary import Confidence


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
    confidence: Confidence | None
    sources: tuple[Source, ...]


class Lane(Fields, kw_only=False):
    """A State with its statuses and its acts, each as rows, oldest first; at least one status."""

    name: str
    statuses: list[TimelineRow]
    acts: list[TimelineRow]


class Timeline(Fields, kw_only=False):
    """States side by side, from the `first` to the `last` day shown, as the record stood on a day."""

    lanes: list[Lane]
    on: date
    first: date
    last: date
    version: str
    checked: date

    @property
    def rows(self) -> list[TimelineRow]:
        """All rows: the statuses, then the acts, of each State."""
        return [row for lane in self.lanes for row in (*lane.statuses, *lane.acts)]


def timeline(
    store: Store, codes: Sequence[str], on: date, since: date | None = None, until: date | None = None
) -> Timeline:
    """Return the statuses and the acts of each State as the record stood on a day, in the order of `codes`.

    What was to follow from the acts by then comes along as projected: a notice's effect, an entry into force. All rows
    come along, whatever the period; that shown begins with the Statute's adoption if no other is asked for.
    """
    states = {row["iso3"]: row for row in store.rows("SELECT * FROM state")}
    own = _acts(store, on, codes)
    lanes = []
    for iso3 in codes:
        state = states[iso3]
        who = (iso3, state["name"], state["everyday"], state["region"])
        if state["no_act"]:
            nothing = TimelineRow(*who, RowKind.STATUS, None, None, None, None, False, None, None, ())
            lanes.append(Lane(state["everyday"], [nothing], []))
            continue
        by_id = {act.id: act for act in own.get(iso3, ())}
        statuses = []
        for span in _foreseen(list(by_id.values()), whole(state["independence"]), on):
            act = by_id.get(span.act or "")
            projected = span.start is not None and span.start > min(on, store.checked)
            proof = (span.act, act.confidence if act else None, act.sources if act else ())
            statuses.append(
                TimelineRow(*who, RowKind.STATUS, span.status, None, span.start, span.end, projected, *proof)
            )
        moved = [
            TimelineRow(*who, RowKind.ACT, None, act.act, act.done, None, False, act.id, act.confidence, act.sources)
            for act in by_id.values()
        ]
        lanes.append(Lane(state["everyday"], statuses, moved))
    ahead = [first_day(row.since) for lane in lanes for row in lane.statuses if row.projected and row.since]
    first, last = period(on, since, until, ahead, lambda last: min(ADOPTED, days_before(last, 366)))
    return Timeline(lanes, on, first, last, store.meta["version"], store.checked)


def period(
    on: date, since: date | None, until: date | None, ahead: Iterable[date], begin: Callable[[date], date]
) -> tuple[date, date]:
    """Return the first and last day that a picture shows: what is asked for, or else all there is.

    That ends on the day asked about, or some months after the last of the days `ahead`; `begin` is given the last day.
    """
    last = until or max([on, *(days_after(day, 240) for day in ahead)])
    first = since or begin(last)
    return first, max(last, days_after(first, 1))


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


def _acts(store: Store, on: date, codes: Sequence[str], kinds: Collection[str] = SHOWN) -> dict[str, list[Act]]:
    found: dict[str, list[Act]] = {}
    for act in acts(store, on, f"act IN ({marks(kinds)}) AND iso3 IN ({marks(codes)})", *kinds, *codes):
        found.setdefault(act.iso3 or "", []).append(act)
    return found
