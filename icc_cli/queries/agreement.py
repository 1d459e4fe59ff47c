"""The Agreement on the Privileges and Immunities of the Court and its parties on a day: `icc agreement`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from icc_cli.database.rows import filled, grouped
from icc_cli.database.store import Store, marks
from icc_cli.queries.acts import Act, Source, acts
from icc_cli.treaty.dates import AnyDate
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.status import newest, under_agreement
from icc_cli.treaty.vocabulary import AGREEMENT_ACTS, ActKind

if TYPE_CHECKING:
    from sqlite3 import Row

    from icc_cli.treaty.details import Instrument, Region
    from icc_cli.treaty.forms import Iso3
    from icc_cli.treaty.vocabulary import Confidence


class AgreementParty(Fields):
    """A State that signed or joined the Agreement, with the days that had come by the day asked for.

    The Agreement enters into force for a State on the thirtieth day after its deposit (Art. 35(2) of the Agreement); a
    denunciation takes effect one year after receipt, or on a later day that it names (Art. 37(1)).
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
    denunciation_notified: AnyDate | None
    """Day on which the depositary received its newest denunciation."""
    denunciation_effective: date | None
    """Day on which that takes effect, or took effect; null where it was withdrawn."""
    denunciation_withdrawn: AnyDate | None
    """Day on which that was withdrawn."""


_STATUSES: Mapping[str, Callable[[AgreementParty], bool]] = {
    "party": lambda one: one.party,
    "denouncing": lambda one: one.party and one.denunciation_effective is not None,
    "former-party": lambda one: not one.party and one.denunciation_effective is not None,
    "signatory": lambda one: one.signed is not None and not one.party and one.denunciation_effective is None,
    "all": lambda one: True,
}
STATUSES = tuple(_STATUSES)
"""Which States can be asked for: parties, those of them that denounced it, those that left, those that only signed."""


def agreement(store: Store, on: date, *, states: Sequence[str] = (), status: str = "party") -> list[AgreementParty]:
    """Return the States that are parties to the Agreement on a day, or of another of the `STATUSES`, by name."""
    every = [_party(row, found, on) for row, found in _acts(store, on)]
    return [one for one in every if (not states or one.iso3 in states) and _STATUSES[status](one)]


def _acts(store: Store, on: date) -> list[tuple[Row, list[Act]]]:
    done = acts(store, on, f"act IN ({marks(AGREEMENT_ACTS)})", *AGREEMENT_ACTS)
    by_state = grouped((act.iso3, act) for act in done)
    rows = store.rows("SELECT iso3, name, region FROM state ORDER BY folded")
    return [(row, by_state[row["iso3"]]) for row in rows if row["iso3"] in by_state]


def _party(state: Row, own: Sequence[Act], on: date) -> AgreementParty:
    signature = next((act for act in own if act.act == ActKind.APIC_SIGNATURE), None)
    consent, denunciation = under_agreement(own)
    told = denunciation or newest(own[own.index(consent) :] if consent else (), ActKind.APIC_DENUNCIATION)
    force = consent.effect if consent else None
    leaves = denunciation.effect if denunciation else None
    best = denunciation or consent or signature
    assert best  # one of them put the State here
    return filled(
        AgreementParty,
        state,
        signed=signature.done if signature else None,
        instrument=consent.details["instrument"] if consent else None,
        deposited=consent.done if consent else None,
        entered_into_force=force if force and force <= on else None,
        entry_into_force_expected=force if force and force > on else None,
        party=force is not None and force <= on and not (leaves and leaves <= on),
        confidence=best.confidence,
        sources=tuple(dict.fromkeys(source for act in own for source in act.sources)),
        denunciation_notified=told.done if told else None,
        denunciation_effective=leaves,
        denunciation_withdrawn=told.undone_on if told else None,
    )
