"""Lists in words: parties, withdrawals, events, situations, and what the dataset holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from icc_cli.page.blocks import Block, Cell, Column, Line, Table, Words
from icc_cli.queries.withdrawals import WithdrawalOutcome
from icc_cli.treaty import labels
from icc_cli.treaty.dates import spell
from icc_cli.treaty.vocabulary import PARTY, Status
from icc_cli.views import words

if TYPE_CHECKING:  # a list needs its own question only
    from icc_cli.queries.acts import Act
    from icc_cli.queries.info import Info
    from icc_cli.queries.situations import Situation
    from icc_cli.queries.status import StateStanding
    from icc_cli.queries.withdrawals import Withdrawal


def parties(found: Sequence[StateStanding], on: date, checked: date) -> list[Block]:
    """Return States with status and dates, counted below."""
    rows = words.table(
        found,
        (Column("State", wraps=True), lambda one: one.everyday),
        (Column(), lambda one: Cell(one.iso3, aside=True)),
        (Column("Status", wraps=True), lambda one: words.status(one.status, one.projected)),
        (Column("Status since", right=True), lambda one: spell(one.status_since)),
        (
            Column("Deposited or signed", right=True, under=2, labels=True),
            lambda one: spell(one.deposited or one.signed),
        ),
        (
            Column("In force", right=True, under=2, labels=True),
            lambda one: spell(one.entered_into_force or one.entry_into_force_expected),
        ),
        (Column("Region", under=0), lambda one: one.region or ""),
    )
    counts = Counter(one.status for one in found)
    leaving = counts[Status.STATE_PARTY_WITHDRAWING]
    both = counts[Status.STATE_PARTY] + leaving
    withdrawing = f", {leaving if leaving < both else 'all'} of them withdrawing" if leaving else ""
    summary = words.joined(
        [
            words.count(both, "State Party", "States Parties") + withdrawing if both else "",
            *(f"{number} {labels.STATUS[status]}" for status, number in counts.items() if status not in PARTY),
        ]
    )
    projected = "   Expected: if no notice is rescinded." if any(one.projected for one in found) else ""
    return words.listing(
        "States and the Rome Statute",
        f"on {spell(on)}",
        rows,
        checked,
        summary + projected,
        more="Documents of each State: icc status NAME",
    )


def withdrawals(
    found: Sequence[Withdrawal], on: date, checked: date, since: date | None, until: date | None
) -> list[Block]:
    """Return the ways out with their outcomes, counted below."""
    rows = words.table(
        found,
        (Column("Notified", right=True), lambda one: spell(one.notified)),
        words.MARKS,
        (Column("State", wraps=True), lambda one: one.everyday),
        (Column("Act", under=2), lambda one: _ACTS[one.act]),
        (Column("Outcome", wraps=True), lambda one: Cell(_outcome(one), status=_STATUS[one.outcome])),
        (Column("Document", under=4), words.proof),
    )
    counts = Counter(one.outcome for one in found)
    summary = words.joined(f"{counts[outcome]} {label}" for outcome, label in _SUMMARY.items() if counts[outcome])
    period = (f" since {spell(since)}" if since else "") + (f" until {spell(until)}" if until else "")
    return words.listing(f"Leaving the Rome Statute{period}", f"as of {spell(on)}", rows, checked, summary)


_ACTS = {
    "withdrawal-notice": "notice",
    "no-intent-declaration": "no intent",
    "instrument-withdrawn": "accession undone",
}
_STATUS = {
    WithdrawalOutcome.LEFT: "former-party",
    WithdrawalOutcome.RESCINDED: "state-party",
    WithdrawalOutcome.PENDING: "state-party-withdrawing",
    WithdrawalOutcome.UNSIGNED: "signatory-no-intent",
    WithdrawalOutcome.ACCESSION_WITHDRAWN: "non-signatory",
}
_SUMMARY = {
    WithdrawalOutcome.LEFT: "left",
    WithdrawalOutcome.RESCINDED: "taken back",
    WithdrawalOutcome.PENDING: "pending",
    WithdrawalOutcome.UNSIGNED: "unsigned",
    WithdrawalOutcome.ACCESSION_WITHDRAWN: "accession undone",
}


def _outcome(one: Withdrawal) -> str:
    match one.outcome:
        case WithdrawalOutcome.LEFT:
            return f"{'expected to leave' if one.projected else 'left'} {spell(one.outcome_date)}"
        case WithdrawalOutcome.RESCINDED:
            return f"taken back {spell(one.outcome_date)}"
        case WithdrawalOutcome.PENDING:
            return f"leaves {spell(one.effect)} {words.in_days(one.days_left or 0)}"
        case WithdrawalOutcome.UNSIGNED:
            return "signature without effect"
        case WithdrawalOutcome.ACCESSION_WITHDRAWN:
            return "never entered into force"


def events(found: Sequence[Act], names: dict[str, str], on: date, checked: date) -> list[Block]:
    """Return acts, oldest first, with their documents."""
    rows = words.table(
        found,
        (Column("Done", right=True), lambda act: spell(act.done) or "no day"),
        words.MARKS,
        (Column("State or body", wraps=True), lambda act: words.author(act, names)),
        (Column("Act", wraps=True), lambda act: (words.full_title(act), words.effect(act))),
        (Column("Document", wraps=True, under=3), words.proof),
    )
    summary = words.count(len(found), "act")
    return words.listing("Acts under the Rome Statute", f"through {spell(on)}", rows, checked, summary)


def situations(found: Sequence[Situation], on: date, checked: date) -> list[Block]:
    """Return situations and examinations with trigger, dates and region, counted below."""
    rows = words.table(
        found,
        (Column("Situation", wraps=True), lambda one: one.name),
        words.MARKS,
        (Column("Kind", under=0), words.kind),
        (Column("Trigger", wraps=True, under=0), words.trigger),
        (Column("Opened", right=True), lambda one: spell(one.opened) or "no day"),
        (Column("Standing", wraps=True), _state),
        (Column("Scope", wraps=True, under=5, labels=True), lambda one: words.period(one.scope_from, one.scope_to)),
        (Column("Region", under=0), lambda one: one.region or ""),
        (Column("Document", wraps=True, under=5), words.proof),
    )
    still = [one for one in found if one.open]
    regions = Counter(one.region or "" for one in still)
    summary = words.joined(
        [
            words.count(len(found), "listed", "listed"),
            f"{len(still)} open",
            *(f"{number} {region}" for region, number in regions.most_common()),
        ]
    )
    return words.listing("Situations before the Court", f"on {spell(on)}", rows, checked, summary)


def _state(one: Situation) -> Cell:
    if one.open:
        return Cell("open" + (f", concluded {spell(one.concluded)}" if one.concluded else ""), strong=True)
    return Cell(f"{labels.OUTCOME[one.outcome] if one.outcome else 'closed'} {spell(one.closed)}")


def info(found: Info) -> list[Block]:
    """Return the dataset's particulars."""
    rows: list[tuple[Words, ...]] = [
        ("Version", found.version),
        ("Checked through", spell(found.checked)),
        ("Licence", found.licence),
        ("Read from", found.origin),
        *((name[0].upper() + name[1:], f"{number:,}") for name, number in found.counts.items()),
    ]
    return [
        words.heading(found.title),
        Line(),
        Table((Column(), Column(wraps=True)), rows),
        Line(),
        *(Line(Cell(text, aside=True), 2) for text in found.notices.values()),
    ]
