"""Ways out of the Statute and what became of them: notices (Art. 127), unsignings, accessions taken back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from icc_cli.database.rows import Period, filled
from icc_cli.database.store import Store, marks
from icc_cli.queries.acts import Act, Source, acts
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.vocabulary import ActKind

if TYPE_CHECKING:
    from icc_cli.treaty.details import Region
    from icc_cli.treaty.forms import Iso3
    from icc_cli.treaty.vocabulary import Confidence


class WithdrawalOutcome(StrEnum):
    """What became of a notice or declaration."""

    LEFT = "left"
    RESCINDED = "rescinded"
    PENDING = "pending"
    UNSIGNED = "unsigned"
    ACCESSION_WITHDRAWN = "accession-withdrawn"


class Withdrawal(Fields, kw_only=False):
    """A notice of withdrawal, unsigning or accession taken back, with its outcome by a day."""

    id: str
    iso3: Iso3
    name: str
    everyday: str
    region: Region | None
    act: ActKind
    """What kind of act began it."""
    notified: date
    """Day the notice or declaration was received by the depositary."""
    circulated: date | None
    effect: date | None
    """Day on which a notice takes, took or would have taken effect."""
    outcome: WithdrawalOutcome
    """What had become of it."""
    outcome_date: date | None
    """Day of the outcome."""
    days_left: int | None
    """Days until the notice takes effect, while it is pending."""
    projected: bool
    confidence: Confidence
    sources: tuple[Source, ...]


def withdrawals(
    store: Store,
    on: date,
    *,
    states: Sequence[str] = (),
    regions: Sequence[str] = (),
    outcomes: Sequence[str] = (),
    since: date | None = None,
    until: date | None = None,
) -> list[Withdrawal]:
    """Return every way out taken by `on`, oldest first, with what had become of it by then.

    A period selects those of which the notice or the outcome falls within it.
    """
    kinds = (
        ActKind.WITHDRAWAL_NOTICE,
        ActKind.NO_INTENT_DECLARATION,
        ActKind.INSTRUMENT_WITHDRAWN,
        ActKind.WITHDRAWAL_RESCINDED,
        ActKind.NO_INTENT_REVERSED,
    )
    chosen = f"act IN ({marks(kinds)})"
    found = acts(store, on, chosen, *kinds)
    undone = {act.undoes: act for act in found if act.undoes}
    states_of = f"SELECT iso3, name, everyday, region FROM state WHERE iso3 IN (SELECT iso3 FROM act WHERE {chosen})"
    named = {row["iso3"]: dict(row) for row in store.rows(states_of, *kinds)}
    period = Period(since, until)
    rows = []
    for act in found:
        if act.act not in kinds[:3] or not isinstance(act.done, date) or act.iso3 is None:
            continue
        outcome, day = _outcome(act, undone.get(act.id), on)
        row = filled(
            Withdrawal,
            vars(act) | named[act.iso3],
            notified=act.done,
            outcome=outcome,
            outcome_date=day,
            days_left=(act.effect - on).days if outcome == WithdrawalOutcome.PENDING and act.effect else None,
            projected=day is not None and day > store.checked,
        )
        if (
            (not states or row.iso3 in states)
            and (not regions or row.region in regions)
            and (not outcomes or row.outcome in outcomes)
            and period.meets(row.notified, day)
        ):
            rows.append(row)
    return rows


def _outcome(act: Act, undoing: Act | None, on: date) -> tuple[WithdrawalOutcome, date | None]:
    if undoing is not None and isinstance(undoing.done, date):
        return WithdrawalOutcome.RESCINDED, undoing.done
    done = act.done if isinstance(act.done, date) else None
    if act.act == ActKind.NO_INTENT_DECLARATION:
        return WithdrawalOutcome.UNSIGNED, done
    if act.act == ActKind.INSTRUMENT_WITHDRAWN:
        return WithdrawalOutcome.ACCESSION_WITHDRAWN, act.effect or done
    if act.effect and act.effect <= on:
        return WithdrawalOutcome.LEFT, act.effect
    return WithdrawalOutcome.PENDING, None
