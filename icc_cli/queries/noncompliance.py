"""The Court's decisions on the cooperation of States (Art. 87(7)), and what stands of them on a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from icc_cli.database.rows import Period, filled, grouped
from icc_cli.database.store import HELD, Store
from icc_cli.queries.acts import Disputed, Source, disputed, sources
from icc_cli.treaty.dates import AnyDate, from_text, whole
from icc_cli.treaty.details import Forum, Ruling
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.vocabulary import PARTY

if TYPE_CHECKING:
    from sqlite3 import Row

    from icc_cli.treaty.forms import Iso3, Slug
    from icc_cli.treaty.vocabulary import Confidence


class CooperationDecision(Fields):
    """A decision of the Court on a State's cooperation. `stands` and `referred_to` are as of the day asked for.

    A decision on appeal, or one that refers an earlier finding, is a row of its own, and changes what stands of that.
    """

    id: Slug
    """Id of the decision; never renamed."""
    iso3: Iso3
    name: str
    """The State's everyday name."""
    person: tuple[Slug, ...]
    """Ids of the persons whose arrest or case it is about."""
    about: str | None
    """What the State was asked for or did, in words."""
    decided: AnyDate | None
    """Its day; null where none is proved."""
    decision: str | None
    """Its number at the Court; null where it has not been seen."""
    outcome: Ruling
    """What it says."""
    stands: bool
    """Whether it had not been set aside by the day asked about."""
    referred_to: tuple[Forum, ...]
    """To whom the matter was referred, or notice of it given, by what stood on the day asked about."""
    referred_on: AnyDate | None
    """Day of that; null where there is none."""
    party_then: bool
    """Whether the State was a State Party on the day of the decision."""
    sources: tuple[Source, ...]
    chamber: str
    """The chamber that decided."""
    of: Slug | None
    """Id of the earlier decision that it upholds, sets aside or follows up."""
    not_after: date | None
    """Where no day is proved, the last day by which it had been made."""
    note: str | None
    confidence: Confidence
    disputed: tuple[Disputed, ...]


def noncompliance(
    store: Store,
    on: date,
    *,
    states: Sequence[str] = (),
    persons: Sequence[str] = (),
    outcomes: Sequence[str] = (),
    since: date | None = None,
    until: date | None = None,
) -> list[CooperationDecision]:
    """Return the decisions on cooperation made by a day, oldest first, each as it stood then."""
    known = "SELECT id FROM decision WHERE public <= ?"
    proofs, doubts = sources(store, known, str(on)), disputed(store, known, str(on))
    rows = store.rows(
        "SELECT d.*, s.everyday AS name FROM decision d JOIN state s USING (iso3) WHERE d.public <= ? "
        "ORDER BY d.position",
        str(on),
    )
    later = grouped((row["of"], row) for row in rows if row["of"])
    period = Period(since, until)
    return [
        filled(
            CooperationDecision,
            row,
            person=tuple(words(row["persons"])),
            decided=from_text(row["done"]),
            decision=row["symbol"],
            outcome=Ruling(row["ruling"]),
            party_then=_party(store, row),
            sources=proofs.get(row["id"], ()),
            disputed=doubts.get(row["id"], ()),
            **_standing(row, later.get(row["id"], ())),
        )
        for row in rows
        if (not states or row["iso3"] in states)
        and (not persons or set(persons) & {*words(row["persons"])})
        and (not outcomes or row["ruling"] in outcomes)
        and period.meets(from_text(row["done"]) or whole(row["not_after"]))
    ]


def words(text: str | None) -> list[str]:
    """Return the words of a column that holds several."""
    return (text or "").split()


def _standing(row: Row, later: Sequence[Row]) -> dict[str, object]:
    """Return whether a decision stands, to whom it is referred, and since when, after later decisions on it."""
    stands, referred, day = True, words(row["referred_to"]), row["done"]
    for one in later:
        match one["ruling"]:
            case Ruling.SET_ASIDE:
                stands, referred = False, []
            case Ruling.UPHELD:
                referred = [body for body in referred if body in words(one["referred_to"])]
            case Ruling.REFERRED:
                referred, day = [*referred, *words(one["referred_to"])], one["done"]
    bodies = tuple([Forum(body) for body in dict.fromkeys(referred)])
    return {"stands": stands, "referred_to": bodies, "referred_on": from_text(day) if bodies else None}


def _party(store: Store, row: Row) -> bool:
    """Return whether the State was a Party on the day of a decision."""
    held = store.row(
        f"SELECT status FROM span WHERE iso3 = ? AND {HELD}", row["iso3"], row["last_day"] or row["public"]
    )
    return held is not None and held["status"] in PARTY
