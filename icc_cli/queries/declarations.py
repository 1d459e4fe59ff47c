"""Declarations and acts like them: what States said on joining, objected to, applied to whom: `icc declarations`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal

from icc_cli.database.rows import Period, filled
from icc_cli.database.store import Store, marks
from icc_cli.queries.acts import Act, Disputed, Source, acts
from icc_cli.treaty.dates import AnyDate, from_text
from icc_cli.treaty.details import DeclarationKind, Reception
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.vocabulary import ActKind

if TYPE_CHECKING:
    from icc_cli.treaty.forms import Iso3
    from icc_cli.treaty.vocabulary import Confidence


Kind = Literal[
    "objection", "territorial-application", "territorial-exclusion", "article-124", "article-12-3", "aggression-opt-out"
]
_KINDS: Mapping[ActKind, Kind] = {
    ActKind.OBJECTION: "objection",
    ActKind.TERRITORIAL_APPLICATION: "territorial-application",
    ActKind.TERRITORIAL_EXCLUSION: "territorial-exclusion",
    ActKind.ARTICLE_124_DECLARATION: "article-124",
    ActKind.ARTICLE_12_3_DECLARATION: "article-12-3",
    ActKind.AGGRESSION_OPT_OUT: "aggression-opt-out",
}
KINDS = (*DeclarationKind, *_KINDS.values())
"""What a declaration can be: the kinds of a `declaration`, and the acts like one."""


class Declaration(Fields):
    """A declaration or an act like one, as it stood on a day. A withdrawal counts from the day it was done."""

    id: str
    iso3: Iso3
    name: str
    kind: DeclarationKind | Kind
    done: AnyDate | None
    title: str
    against: Iso3 | None
    amendment: str | None
    in_force_from: AnyDate | None
    """First day on which it works or, for Art. 12(3), for which it accepts jurisdiction."""
    in_force_to: AnyDate | None
    """Its last day, or the day from which its withdrawal works."""
    withdrawn: bool
    """Whether it was withdrawn."""
    withdrawn_on: AnyDate | None
    """Day it was withdrawn."""
    note: str | None
    confidence: Confidence
    disputed: tuple[Disputed, ...]
    sources: tuple[Source, ...]
    reception: Reception | None
    """What the Court made of a declaration under Art. 12(3)."""


def declarations(
    store: Store,
    on: date,
    *,
    states: Sequence[str] = (),
    kinds: Sequence[str] = (),
    since: date | None = None,
    until: date | None = None,
) -> list[Declaration]:
    """Return the declarations made by a day, oldest first: by these States or against them, of these kinds.

    A period selects by the day made, or else of effect; a partial date counts if any of its days is within.
    """
    where, values = Period(since, until).conditions()
    if states:
        listed = marks(states)
        where.append(f"(iso3 IN ({listed}) OR json_extract(details, '$.against') IN ({listed}))")
        values += [*states, *states]
    of_kind = (ActKind.DECLARATION, *_KINDS)
    where.append(f"act IN ({marks(of_kind)})")
    values += of_kind
    undoing = {act.id: act for act in acts(store, on, "undoes IS NOT NULL")}
    names = {row["iso3"]: row["name"] for row in store.rows("SELECT iso3, name FROM state")}
    found = [
        _declaration(act, names, undoing.get(act.undone_by or ""))
        for act in acts(store, on, " AND ".join(where), *values)
    ]
    return [one for one in found if not kinds or one.kind in kinds]


def _declaration(act: Act, names: dict[str, str], undoing: Act | None) -> Declaration:
    details = act.details
    start: AnyDate | None = act.effect
    end = from_text(details.get("until"))
    if act.act == ActKind.ARTICLE_12_3_DECLARATION:
        start, end = from_text(details.get("accepts_from")), from_text(details.get("accepts_to"))
    if undoing:
        end = undoing.effect or undoing.done
    return filled(
        Declaration,
        vars(act),
        name=names[act.iso3 or ""],
        kind=details.get("declaration") or _KINDS[ActKind(act.act)],
        against=details.get("against"),
        amendment=details.get("amendment"),
        in_force_from=start,
        in_force_to=end,
        withdrawn=undoing is not None,
        withdrawn_on=undoing.done if undoing else None,
        reception=details.get("reception"),
    )
