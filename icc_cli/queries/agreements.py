"""Agreements of States that bear on cooperation with the Court, as they stood on a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from icc_cli.database.rows import filled
from icc_cli.database.store import Store
from icc_cli.queries.acts import Source, sources
from icc_cli.queries.agreement import agreement
from icc_cli.treaty.dates import AnyDate, whole
from icc_cli.treaty.fields import Fields

if TYPE_CHECKING:
    from icc_cli.treaty.forms import Iso3, Slug
    from icc_cli.treaty.vocabulary import Confidence


class AgreementKind(StrEnum):
    """What an agreement is about."""

    PRIVILEGES = "privileges"
    """The Agreement on the Privileges and Immunities of the Court."""
    SENTENCES = "sentences"
    """Enforcing sentences (Art. 103)."""
    INTERIM_RELEASE = "interim-release"
    """Receiving persons on interim release."""
    RELEASE = "release"
    """Receiving persons who are released."""
    NON_SURRENDER = "non-surrender"
    """Not surrendering persons of the other State to the Court (Art. 98(2)); it binds the two States alone."""


class AgreementStatus(StrEnum):
    """How an agreement stands on a day."""

    IN_FORCE = "in-force"
    SIGNED = "signed"
    """Signed, or known to have been made; no day of its entry into force had come, or none is proved."""


STATUSES = (*AgreementStatus, "all")
"""Which agreements can be asked for."""


class CooperationAgreement(Fields):
    """An agreement of a State with the Court or another State, with the days that had come."""

    iso3: Iso3
    name: str
    """The State's everyday name."""
    kind: AgreementKind
    signed: AnyDate | None
    """Day of its signature; null where none is proved, or the State joined without one."""
    in_force: date | None
    """First day in force, if that had come; null where none is proved."""
    status: AgreementStatus
    """Whether it is in force by what is proved, or only signed."""
    sources: tuple[Source, ...]
    with_: Iso3 | None
    """The other State, where the agreement is not one with the Court."""
    known_by: date | None
    """Where no day of signature is proved, a day by which it was made."""
    person: Slug | None
    """Id of the person for whom alone it was made."""
    id: Slug | None
    """Its id; null for privileges, of which `icc agreement` has the acts."""
    note: str | None
    confidence: Confidence


def agreements(
    store: Store,
    on: date,
    *,
    kinds: Sequence[str] = (),
    states: Sequence[str] = (),
    status: str = AgreementStatus.IN_FORCE,
) -> list[CooperationAgreement]:
    """Return the agreements of a status on a day, by kind, then by the State's name."""
    found = [*_privileges(store, on, states), *_pacts(store, on, states)]
    order = tuple(AgreementKind).index
    return sorted(
        [one for one in found if (not kinds or one.kind in kinds) and status in ("all", one.status)],
        key=lambda one: order(one.kind),
    )


def _privileges(store: Store, on: date, states: Sequence[str]) -> list[CooperationAgreement]:
    everyday = {row["iso3"]: row["everyday"] for row in store.rows("SELECT iso3, everyday FROM state")}
    return [
        CooperationAgreement(
            iso3=one.iso3,
            name=everyday[one.iso3],
            kind=AgreementKind.PRIVILEGES,
            signed=one.signed,
            in_force=one.entered_into_force,
            status=AgreementStatus.IN_FORCE if one.party else AgreementStatus.SIGNED,
            sources=one.sources,
            with_=None,
            known_by=None,
            person=None,
            id=None,
            note=None,
            confidence=one.confidence,
        )
        for one in agreement(store, on, states=states, status="all")
    ]


def _pacts(store: Store, on: date, states: Sequence[str]) -> list[CooperationAgreement]:
    proofs = sources(store, "SELECT id FROM pact")
    found = []
    for row in store.rows(
        "SELECT p.*, s.everyday AS name FROM pact p JOIN state s USING (iso3) WHERE p.public <= ? "
        "ORDER BY s.folded, p.position",
        str(on),
    ):
        force = whole(row["in_force"])
        begun = force if force and force <= on else None
        if not states or {row["iso3"], row["with_state"]} & {*states}:
            found.append(
                filled(
                    CooperationAgreement,
                    row,
                    kind=AgreementKind(row["kind"]),
                    in_force=begun,
                    status=AgreementStatus.IN_FORCE if begun else AgreementStatus.SIGNED,
                    with_=row["with_state"],
                    sources=proofs.get(row["id"], ()),
                )
            )
    return found
