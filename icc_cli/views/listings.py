"""Lists in words: parties, withdrawals, events, situations, and what the dataset holds."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from icc_cli.page.blocks import Block, Cell, Column, Heading, Line, Table, Words
from icc_cli.queries.withdrawals import WayOut
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


def parties(found: "Sequence[StateStanding]", on: date, checked: date) -> list[Block]:
    """Return States with status and dates, counted below."""
    rows: list[tuple[Words, ...]] = [
        (
            one.everyday,
            Cell(one.iso3, aside=True),
            Cell(labels.STATUS[one.status] + (" (expected)" if one.projected else ""), status=one.status),
            spell(one.status_since),
            spell(one.deposited or one.signed),
            spell(one.entered_into_force or one.entry_into_force_expected),
            one.region or "",
        )
        for one in found
    ]
    columns = (
        Column("State", wraps=True),
        Column(""),
        Column("Status", wraps=True),
        Column("Status since", right=True),
        Column("Deposited or signed", right=True, under=2, labels=True),
        Column("In force", right=True, under=2, labels=True),
        Column("Region", under=0),
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
    return [
        Heading(Cell("States and the Rome Statute", strong=True), f"on {spell(on)}"),
        Line(),
        Table(columns, rows),
        *words.foot(checked, summary=summary + projected, more="Documents of each State: icc status NAME"),
    ]


def withdrawals(
    found: "Sequence[Withdrawal]", on: date, checked: date, since: date | None, until: date | None
) -> list[Block]:
    """Return the ways out with their outcomes, counted below."""
    rows: list[tuple[Words, ...]] = [
        (
            spell(one.notified),
            words.mark(one.standing),
            one.everyday,
            _ACTS[one.act],
            Cell(_outcome(one), status=_STATUS[one.outcome]),
            words.documents(one.sources),
        )
        for one in found
    ]
    columns = (
        Column("Notified", right=True),
        Column(),
        Column("State", wraps=True),
        Column("Act", under=2),
        Column("Outcome", wraps=True),
        Column("Document", under=4),
    )
    counts = Counter(one.outcome for one in found)
    summary = words.joined(f"{counts[outcome]} {label}" for outcome, label in _SUMMARY.items() if counts[outcome])
    period = (f" since {spell(since)}" if since else "") + (f" until {spell(until)}" if until else "")
    return [
        Heading(Cell(f"Leaving the Rome Statute{period}", strong=True), f"as of {spell(on)}"),
        Line(),
        Table(columns, rows),
        *words.foot(checked, "".join(words.mark(one.standing) for one in found), summary),
    ]


_ACTS = {
    "withdrawal-notice": "notice",
    "no-intent-declaration": "no intent",
    "instrument-withdrawn": "accession undone",
}
_STATUS = {
    WayOut.LEFT: "former-party",
    WayOut.RESCINDED: "state-party",
    WayOut.PENDING: "state-party-withdrawing",
    WayOut.UNSIGNED: "signatory-no-intent",
    WayOut.ACCESSION_WITHDRAWN: "non-signatory",
}
_SUMMARY = {
    WayOut.LEFT: "left",
    WayOut.RESCINDED: "taken back",
    WayOut.PENDING: "pending",
    WayOut.UNSIGNED: "unsigned",
    WayOut.ACCESSION_WITHDRAWN: "accession undone",
}


def _outcome(one: "Withdrawal") -> str:
    match one.outcome:
        case WayOut.LEFT:
            return (
                f"left {spell(one.outcome_date)}"
                if not one.projected
                else f"expected to leave {spell(one.outcome_date)}"
            )
        case WayOut.RESCINDED:
            return f"taken back {spell(one.outcome_date)}"
        case WayOut.PENDING:
            return f"leaves {spell(one.effect)} {words.in_days(one.days_left or 0)}"
        case WayOut.UNSIGNED:
            return "signature without effect"
        case WayOut.ACCESSION_WITHDRAWN:
            return "never entered into force"


def events(found: "Sequence[Act]", names: dict[str, str], on: date, checked: date) -> list[Block]:
    """Return acts, oldest first, with their documents."""
    rows: list[tuple[Words, ...]] = [
        (
            spell(act.done) or "no day",
            words.mark(act.standing, act.disputed),
            names.get(act.iso3 or "", act.body or ""),
            (
                words.full_title(act),
                Cell(f"  (effect {spell(act.effect)})" if act.effect and act.effect != act.done else "", aside=True),
            ),
            words.documents(act.sources),
        )
        for act in found
    ]
    columns = (
        Column("Done", right=True),
        Column(),
        Column("State or body", wraps=True),
        Column("Act", wraps=True),
        Column("Document", wraps=True, under=3),
    )
    marks = "".join(words.mark(act.standing, act.disputed) for act in found)
    return [
        Heading(Cell("Acts under the Rome Statute", strong=True), f"through {spell(on)}"),
        Line(),
        Table(columns, rows),
        *words.foot(checked, marks, words.count(len(found), "act")),
    ]


def situations(found: "Sequence[Situation]", on: date, checked: date) -> list[Block]:
    """Return situations and examinations with trigger, dates and region, counted below."""
    rows: list[tuple[Words, ...]] = []
    for one in found:
        state = "open" if one.open else f"closed {spell(one.closed)}"
        if one.outcome:
            state = f"{labels.OUTCOME[one.outcome]} {spell(one.closed)}"
        rows.append(
            (
                one.name,
                words.mark(one.standing, one.disputed),
                "investigation" if one.kind == "situation" else "examination",
                labels.TRIGGER[one.trigger]
                + (f", then {labels.TRIGGER[one.later_trigger]}" if one.later_trigger else ""),
                spell(one.opened) or "no day",
                Cell(state, strong=one.open),
                _scope(one),
                one.region or "",
                words.documents(one.sources),
            )
        )
    columns = (
        Column("Situation", wraps=True),
        Column(),
        Column("Kind", under=0),
        Column("Trigger", wraps=True, under=0),
        Column("Opened", right=True),
        Column("Standing", wraps=True),
        Column("Scope", wraps=True, under=5, labels=True),
        Column("Region", under=0),
        Column("Document", wraps=True, under=5),
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
    marks = "".join(words.mark(one.standing, one.disputed) for one in found)
    return [
        Heading(Cell("Situations before the Court", strong=True), f"on {spell(on)}"),
        Line(),
        Table(columns, rows),
        *words.foot(checked, marks, summary),
    ]


def _scope(one: "Situation") -> str:
    if not one.scope_from and not one.scope_to:
        return ""
    return f"from {spell(one.scope_from)}" + (f" to {spell(one.scope_to)}" if one.scope_to else "")


def info(found: "Info") -> list[Block]:
    """Return the dataset's particulars."""
    rows: list[tuple[Words, ...]] = [
        ("Version", found.version),
        ("Checked through", spell(found.checked)),
        ("Licence", found.licence),
        ("Read from", found.origin),
        *((name[0].upper() + name[1:], f"{number:,}") for name, number in found.counts.items()),
    ]
    return [
        Heading(Cell(found.title, strong=True)),
        Line(),
        Table((Column(), Column(wraps=True)), rows),
        Line(),
        *(Line(Cell(text, aside=True), 2) for text in found.notices.values()),
    ]
