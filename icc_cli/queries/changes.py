"""What changed between two days: `icc diff`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from icc_cli.database.rows import filled
from icc_cli.database.store import HELD, Store
from icc_cli.queries.acts import OF_STATES, Act, Source, acts, sources, sources_of
from icc_cli.queries.names import everyday_names
from icc_cli.treaty.dates import AnyDate, from_text, last_day
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.vocabulary import PARTY, ActKind, Confidence

if TYPE_CHECKING:
    from typing import Literal

    from icc_cli.treaty.details import Outcome
    from icc_cli.treaty.forms import Iso3
    from icc_cli.treaty.vocabulary import Status

    _Turn = tuple[str, Literal["open"] | None, Outcome | Literal["open", "closed"]]


class ChangeKind(StrEnum):
    """What a change is about."""

    STATUS = "status"
    AMENDMENT = "amendment"
    AGREEMENT = "agreement"
    """The Agreement on the Privileges and Immunities of the Court."""
    SITUATION = "situation"
    EXAMINATION = "examination"


class Change(Fields):
    """One thing that became different on a day."""

    day: AnyDate
    """The day."""
    kind: ChangeKind
    iso3: Iso3 | None
    """The State; null for a matter."""
    name: str
    id: str | None
    """Id of the act, situation or examination it rests on; null for an independence."""
    before: Status | Literal["in-force", "open"] | None
    """What it was before: a status, `in-force` or `open`; null where there was nothing."""
    after: Status | Outcome | Literal["in-force", "left", "open", "closed"]
    """What it became: a status; `in-force` or `left`; `open`, `closed` or how an examination ended."""
    title: str
    projected: bool
    confidence: Confidence
    sources: tuple[Source, ...]
    act: ActKind | None
    """What kind of act it rests on; null for an independence and a matter."""
    effect: date | None
    """Day of legal effect of that act, where it is another day."""
    undone_by: str | None
    """Id of the act that cancelled that act, whenever it did."""
    undone_on: AnyDate | None
    """Day on which that other act was done."""

    @property
    def done(self) -> AnyDate:
        """The day."""
        return self.day


def changes(store: Store, start: date, end: date) -> list[Change]:
    """Return what became different after the day `start` and through the day `end`, oldest first.

    So the changes of two periods that meet are those of the whole. A partial date counts on its last day.
    """
    every = [*_statuses(store), *_amendments(store), *_agreement(store), *_situations(store)]
    inside = [change for change in every if start < last_day(change.day) <= end]
    return sorted(inside, key=lambda change: (last_day(change.day), list(ChangeKind).index(change.kind), change.name))


def _statuses(store: Store) -> Iterable[Change]:
    moving = {act.id: act for act in acts(store, date.max, OF_STATES)}
    rows = store.rows("SELECT p.*, s.everyday FROM span p JOIN state s USING (iso3) ORDER BY p.iso3, p.since")
    undone = {act.undoes: act for act in moving.values() if act.undoes}
    for before, row in pairwise(rows):
        if before["iso3"] != row["iso3"]:
            continue
        day = date.fromisoformat(row["since"])
        act = _cause(moving.get(row["act_id"] or ""), moving.get(before["act_id"] or ""), undone, row["status"])
        yield Change(
            day=day,
            kind=ChangeKind.STATUS,
            iso3=row["iso3"],
            name=row["everyday"],
            id=act.id if act else None,
            before=before["status"],
            after=row["status"],
            title=act.title if act else "Independence",
            projected=day > store.checked,
            confidence=act.confidence if act else Confidence.CONFIRMED,
            sources=act.sources if act else sources_of(store, row["iso3"]),
            act=ActKind(act.act) if act else None,
            effect=act.effect if act else None,
            undone_by=act.undone_by if act else None,
            undone_on=act.undone_on if act else None,
        )


def _cause(rests_on: Act | None, before: Act | None, undone: dict[str, Act], status: str) -> Act | None:
    """Return the act that brought a status about: where a notice was taken back, the act that took it back."""
    rescission = undone.get(before.id) if before else None
    if rescission and status in PARTY and before and before.act == ActKind.WITHDRAWAL_NOTICE:
        return rescission
    return rests_on


def _amendments(store: Store) -> Iterable[Change]:
    for act in acts(store, date.max, "act = ? AND effect IS NOT NULL", ActKind.AMENDMENT_CONSENT):
        assert act.effect is not None
        row = store.rows(
            f"SELECT everyday, status FROM state JOIN span USING (iso3) WHERE iso3 = ? AND {HELD}",
            act.iso3,
            str(act.effect),
        )[0]
        if row["status"] not in PARTY:
            continue  # a State that has left by then is not bound
        yield filled(
            Change,
            vars(act),
            day=act.effect,
            kind=ChangeKind.AMENDMENT,
            name=row["everyday"],
            before=None,
            after="in-force",
            title=act.title.replace("Consent to an amendment", "Bound by the amendment"),
            projected=act.effect > store.checked,
        )


def _agreement(store: Store) -> Iterable[Change]:
    names = everyday_names(store)
    for act in acts(store, date.max, "act IN (?, ?)", ActKind.APIC_CONSENT, ActKind.APIC_DENUNCIATION):
        if act.effect and not act.undone_by:
            joins = act.act == ActKind.APIC_CONSENT
            yield filled(
                Change,
                vars(act),
                day=act.effect,
                kind=ChangeKind.AGREEMENT,
                name=names[act.iso3 or ""],
                before=None if joins else "in-force",
                after="in-force" if joins else "left",
                title=f"{'Bound by' if joins else 'Leaves'} the Agreement on Privileges and Immunities",
                projected=act.effect > store.checked,
            )


def _situations(store: Store) -> Iterable[Change]:
    proofs = sources(store, "SELECT id FROM situation")
    for row in store.rows("SELECT * FROM situation ORDER BY position"):
        kind = ChangeKind(row["kind"])
        what = "Investigation" if kind == ChangeKind.SITUATION else "Preliminary examination"
        turns: tuple[_Turn, ...] = (("opened", None, "open"), ("closed", "open", row["outcome"] or "closed"))
        for column, before, after in turns:
            day = from_text(row[column])
            if day:
                yield filled(
                    Change,
                    row,
                    day=day,
                    kind=kind,
                    iso3=None,
                    before=before,
                    after=after,
                    title=f"{what} {'opened' if after == 'open' else 'ended'}",
                    **dict.fromkeys(("act", "effect", "undone_by", "undone_on")),
                    projected=last_day(day) > store.checked,
                    sources=proofs.get(row["id"], ()),
                )
