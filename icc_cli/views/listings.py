"""Lists in words: parties, withdrawals, events, situations, and what the dataset holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
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
    from icc_cli.queries.completeness import Completeness
    from icc_cli.queries.info import Info
    from icc_cli.queries.situations import Situation
    from icc_cli.queries.status import StateStanding
    from icc_cli.queries.withdrawals import Withdrawal


def parties(
    found: Sequence[StateStanding],
    on: date,
    checked: date,
    complete: Completeness | None = None,
    *,
    statuses: Sequence[str] = (),
    regions: Sequence[str] = (),
    since: date | None = None,
    until: date | None = None,
    projected: bool = False,
    outside: Sequence[str] | None = None,
) -> list[Block]:
    """Return States with status and dates, counted below.

    `projected`: which States these are is only expected. `outside`: of all States, those outside the United Nations.
    """
    members = all(one.status in PARTY for one in found)  # of these, in force is since when they have been Parties
    in_force = (
        Column("In force", right=True, drop=1),
        lambda one: spell(one.entered_into_force or one.entry_into_force_expected),
    )
    rows = words.table(
        found,
        (Column("State", wraps=True), lambda one: one.everyday),
        (Column(), lambda one: Cell(one.iso3, aside=True)),
        (Column("Status", wraps=True), lambda one: words.status(one.status, one.projected)),
        (
            Column("Party since" if members else "Since", right=True),
            lambda one: spell(one.party_since or one.status_since),
        ),
        (
            Column("Deposited" if members else "Deposited or signed", right=True, drop=2),
            lambda one: spell(one.deposited or one.signed),
        ),
        *(() if members else (in_force,)),
        (Column("Region", drop=3), lambda one: words.region(one.region)),
    )
    counts = Counter(one.status for one in found)
    leaving = counts[Status.STATE_PARTY_WITHDRAWING]
    both = counts[Status.STATE_PARTY] + leaving
    withdrawing = f", {leaving if leaving < both else 'all'} of them withdrawing" if leaving else ""
    summary = words.joined(
        [
            words.count(both, "State Party", "States Parties") + withdrawing if both else "",
            *(words.counted(number, status) for status, number in counts.items() if status not in PARTY),
        ]
    )
    title, chosen = _whose(statuses)
    projected = projected or any(one.projected for one in found)
    existing = len(found) - counts[Status.NOT_YET_A_STATE]
    return words.listing(
        words.asked(title, *chosen, map(words.region, regions), since=since, until=until),
        on,
        rows,
        checked,
        words.expected(summary, on) if projected else summary,
        words.united_nations(existing, outside, {one.iso3: one.everyday for one in found})
        if outside is not None
        else "",
        *words.complete(complete),
        projected=projected,
        more="Documents of each State: icc status NAME",
    )


def _whose(statuses: Sequence[str]) -> tuple[str, list[list[str]]]:
    """Return a title, and in words each of the statuses that it does not say."""
    chosen = set(statuses)
    if chosen == {*PARTY}:
        return "States Parties to the Rome Statute", []
    if chosen == {*Status}:
        chosen = set()
    elif chosen > {*PARTY}:  # both together are the States Parties
        chosen.remove(Status.STATE_PARTY_WITHDRAWING)
    return "States and the Rome Statute", [[labels.STATUS_OF_MANY[one]] for one in Status if one in chosen]


def withdrawals(
    found: Sequence[Withdrawal],
    names: Mapping[str, str],
    on: date,
    checked: date,
    *,
    states: Sequence[str] = (),
    outcomes: Sequence[str] = (),
    regions: Sequence[str] = (),
    since: date | None = None,
    until: date | None = None,
) -> list[Block]:
    """Return notices of withdrawal and acts like them with their outcomes, counted below."""
    rows = words.table(
        found,
        (Column("Notified", right=True), lambda one: spell(one.notified)),
        words.MARKS,
        (Column("State", wraps=True), lambda one: one.everyday),
        (Column("Act", drop=1), lambda one: _ACTS[one.act]),
        (Column("Outcome", wraps=True), lambda one: Cell(_outcome(one), status=_STATUS[one.outcome])),
        (Column("Document", under=4), words.proof),
    )
    counts = Counter(one.outcome for one in found)
    summary = words.joined(words.count(counts[one], *label) for one, label in _SUMMARY.items() if counts[one])
    chosen = [_SUMMARY[WithdrawalOutcome(one)][0] for one in outcomes]
    title = "Withdrawals from the Rome Statute"
    title = words.asked(title, words.named(states, names), chosen, map(words.region, regions), since=since, until=until)
    return words.listing(title, on, rows, checked, lead=summary)


_ACTS = {
    "withdrawal-notice": "notice of withdrawal",
    "no-intent-declaration": "signature disowned",
    "instrument-withdrawn": "accession withdrawn",
}
_STATUS = {
    WithdrawalOutcome.LEFT: "former-party",
    WithdrawalOutcome.RESCINDED: "state-party",
    WithdrawalOutcome.PENDING: "state-party-withdrawing",
    WithdrawalOutcome.UNSIGNED: "signatory-no-intent",
    WithdrawalOutcome.ACCESSION_WITHDRAWN: "non-signatory",
}
_SUMMARY = {
    WithdrawalOutcome.LEFT: ("left", "left"),
    WithdrawalOutcome.RESCINDED: ("notice withdrawn", "notices withdrawn"),
    WithdrawalOutcome.PENDING: ("pending", "pending"),
    WithdrawalOutcome.UNSIGNED: ("will not join", "will not join"),
    WithdrawalOutcome.ACCESSION_WITHDRAWN: ("accession withdrawn", "accessions withdrawn"),
}


def _outcome(one: Withdrawal) -> str:
    match one.outcome:
        case WithdrawalOutcome.LEFT:
            return f"{'expected to leave' if one.projected else 'left'} {spell(one.outcome_date)}"
        case WithdrawalOutcome.RESCINDED:
            return f"notice withdrawn {spell(one.outcome_date)}"
        case WithdrawalOutcome.PENDING:
            return f"leaves {spell(one.effect)} ({words.in_days(one.days_left or 0)})"
        case WithdrawalOutcome.UNSIGNED:
            return "will not join"
        case WithdrawalOutcome.ACCESSION_WITHDRAWN:
            return "withdrawn before entry into force"


def events(
    found: Sequence[Act],
    names: Mapping[str, str],
    on: date,
    checked: date,
    complete: Completeness | None = None,
    *,
    states: Sequence[str] = (),
    kinds: Sequence[str] = (),
    body: str | None = None,
    persons: Sequence[str] = (),
    regions: Sequence[str] = (),
    since: date | None = None,
    until: date | None = None,
) -> list[Block]:
    """Return acts, oldest first, with their documents."""
    rows = words.table(
        found,
        (Column("Date", right=True), lambda act: spell(act.done) or "no day"),
        words.MARKS,
        (Column("State or body", wraps=True), lambda act: words.author(act, names)),
        (Column("Act", wraps=True), lambda act: (words.full_title(act), words.effect(act))),
        (Column("Document", wraps=True, drop=1), words.proof),
    )
    summary = words.count(len(found), "act"), *words.complete(complete)
    title = words.asked(
        "Acts under the Rome Statute",
        words.named(states, names),
        [words.small(labels.ACT[kind]) for kind in kinds],
        [body] if body else [],
        persons,
        map(words.region, regions),
        since=since,
        until=until,
    )
    return words.listing(title, on, rows, checked, *summary)


def situations(
    found: Sequence[Situation],
    names: Mapping[str, str],
    on: date,
    checked: date,
    complete: Completeness | None = None,
    *,
    states: Sequence[str] = (),
    kinds: Sequence[str] = (),
    only_open: bool = False,
    triggers: Sequence[str] = (),
    regions: Sequence[str] = (),
    since: date | None = None,
    until: date | None = None,
) -> list[Block]:
    """Return situations and examinations: how they came to the Court, dates and region, counted below."""
    rows = words.table(
        found,
        (Column("Situation", wraps=True), lambda one: one.name),
        words.MARKS,
        (Column("Kind", drop=1), words.kind),
        (Column(words.TRIGGER, wraps=True, drop=2), words.trigger),
        (Column("Opened", right=True), lambda one: spell(one.opened) or "no day"),
        (Column("Status", wraps=True), _state),
        (Column("Scope", wraps=True, drop=3), lambda one: words.period(one.scope_from, one.scope_to)),
        (Column("Region", drop=4), lambda one: words.region(one.region)),
        (Column("Document", wraps=True, drop=5), words.proof),
    )
    lead = words.joined(
        f"{words.count(len(group), label)}, {sum(one.open for one in group)} open"
        for kind, label in labels.SITUATION.items()
        if (group := [one for one in found if one.kind == kind])
    )
    groups = Counter(one.region for one in found if one.open)
    regions_open = ", ".join(f"{words.region(region)} {number}" for region, number in groups.most_common())
    summary = f"Open, by region: {regions_open}" if groups else ""
    title = words.asked(
        "Situations before the Court",
        words.named(states, names),
        [labels.SITUATION[kind] for kind in kinds],
        ["open"] if only_open else [],
        [labels.TRIGGER[trigger] for trigger in triggers],
        map(words.region, regions),
        since=since,
        until=until,
    )
    return words.listing(title, on, rows, checked, summary, *words.complete(complete), lead=lead)


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
