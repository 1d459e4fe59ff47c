"""The Agreement on the Privileges and Immunities of the Court and its parties on a day: `icc agreement`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from icc_cli.database.rows import filled, grouped
from icc_cli.database.store import Store
from icc_cli.queries import completeness as known
from icc_cli.queries.acts import Act, Source, acts
from icc_cli.treaty.dates import AnyDate
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.status import newest
from icc_cli.treaty.vocabulary import AGREEMENT, ActKind

if TYPE_CHECKING:
    from sqlite3 import Row

    from icc_cli.treaty.details import Instrument, Region
    from icc_cli.treaty.forms import Iso3
    from icc_cli.treaty.vocabulary import Confidence


STATUSES = ("party", "signatory", "all")
"""Which States can be asked for: parties, those that signed and are none, or all that signed or joined."""


class AgreementParty(Fields):
    """A State that signed or joined the Agreement, with the days that had come by the day asked for.

    The Agreement enters into force for a State on the thirtieth day after its deposit (Art. 35(2) of the Agreement).
    """

    iso3: Iso3
    name: str
    region: Region | None
    signed: AnyDate | None
    instrument: Instrument | None
    deposited: AnyDate | None
    entered_into_force: date | None
    entry_into_force_expected: date | None
    party: bool
    """Whether the Agreement is in force for it."""
    confidence: Confidence
    sources: tuple[Source, ...]


def agreement(store: Store, on: date, *, states: Sequence[str] = (), status: str = "party") -> list[AgreementParty]:
    """Return the States that are parties to the Agreement on a day (or signatories, or all of both), by name."""
    every = [_party(row, found, on) for row, found in _acts(store, on)]
    return [
        one
        for one in every
        if (not states or one.iso3 in states)
        and (status == "all" or one.party == (status == "party"))
        and (status != "signatory" or one.signed)
    ]


def completeness(store: Store, on: date) -> known.Completeness:
    """Return how complete the list of parties is on a day."""
    joined = acts(store, on, "act = ?", ActKind.APIC_CONSENT)
    return known.completeness(store, AGREEMENT, on, [act.done for act in joined if act.done])


def _acts(store: Store, on: date) -> list[tuple[Row, list[Act]]]:
    done = acts(store, on, "act IN (?, ?)", ActKind.APIC_SIGNATURE, ActKind.APIC_CONSENT)
    by_state = grouped((act.iso3, act) for act in done)
    rows = store.rows("SELECT iso3, name, region FROM state ORDER BY folded")
    return [(row, by_state[row["iso3"]]) for row in rows if row["iso3"] in by_state]


def _party(state: Row, own: Sequence[Act], on: date) -> AgreementParty:
    signature = next((act for act in own if act.act == ActKind.APIC_SIGNATURE), None)
    consent = newest(own, ActKind.APIC_CONSENT)
    force = consent.effect if consent else None
    best = consent or signature
    assert best  # one of the two put the State here
    return filled(
        AgreementParty,
        state,
        signed=signature.done if signature else None,
        instrument=consent.details["instrument"] if consent else None,
        deposited=consent.done if consent else None,
        entered_into_force=force if force and force <= on else None,
        entry_into_force_expected=force if force and force > on else None,
        party=force is not None and force <= on,
        confidence=best.confidence,
        sources=tuple(dict.fromkeys(source for act in own for source in act.sources)),
    )
