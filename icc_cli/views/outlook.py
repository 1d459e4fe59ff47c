"""Pages across time in words: the brief of a day, what changed, what lies ahead."""

from collections.abc import Iterable, Sequence
from datetime import date

from icc_cli.page.blocks import Block, Cell, Column, Heading, Line, Table, Words
from icc_cli.queries.acts import Act
from icc_cli.queries.brief import Brief, Count
from icc_cli.queries.changes import Change, ChangeKind
from icc_cli.queries.situations import Situation
from icc_cli.queries.upcoming import Ahead, Upcoming
from icc_cli.queries.withdrawals import Withdrawal
from icc_cli.treaty import labels
from icc_cli.treaty.dates import spell
from icc_cli.treaty.vocabulary import PARTY, Status
from icc_cli.views import words

_LISTED = Column(right=True), Column(), Column(wraps=True), Column(wraps=True, under=2)


def changes(found: Sequence[Change], start: date, end: date, checked: date) -> list[Block]:
    """Return one line per change, with its document."""
    rows: list[tuple[Words, ...]] = [
        (
            spell(one.day),
            words.mark(one.standing),
            one.name,
            _moved(one),
            words.documents(one.sources),
        )
        for one in found
    ]
    columns = (
        Column("Day", right=True),
        Column(),
        Column("What", wraps=True),
        Column("Change", wraps=True),
        Column("Document", wraps=True, under=3),
    )
    return [
        Heading(Cell(f"Changes after {spell(start)} through {spell(end)}", strong=True)),
        Line(),
        Table(columns, rows),
        *words.foot(checked, "".join(words.mark(one.standing) for one in found), words.count(len(found), "change")),
    ]


def _moved(one: Change) -> Words:
    if one.kind != ChangeKind.STATUS:
        return one.title
    after = labels.STATUS[one.after] + (" (expected)" if one.projected else "")
    return (f"{labels.STATUS[one.before or '']} → ", Cell(after, status=one.after), Cell(f"  {one.title}", aside=True))


def upcoming(found: Sequence[Upcoming], on: date, checked: date) -> list[Block]:
    """Return the days that lie ahead, with how far."""
    columns = (
        Column("Day", right=True),
        Column(),
        Column("What", wraps=True),
        Column("", right=True, under=2),
        Column("Document", wraps=True, under=2),
    )
    rows: list[tuple[Words, ...]] = [
        (
            spell(one.day),
            words.mark(one.standing),
            (one.title, Cell(", unless it takes its notice back" if one.conditional else "", aside=True)),
            "" if one.days_left is None else words.in_days(one.days_left),
            words.documents(one.sources),
        )
        for one in found
    ]
    marks = "".join(words.mark(one.standing) for one in found)
    return [
        Heading(Cell("What lies ahead", strong=True), f"as of {spell(on)}"),
        Line(),
        Table(columns, rows),
        *words.foot(checked, marks, words.count(len(found), "day", "days") + " on record"),
    ]


def brief(found: Brief, names: dict[str, str], checked: date) -> list[Block]:
    """Return the state of the treaty on a day, as one page."""
    withdrawing = next((one.number for one in found.statuses if one.what == Status.STATE_PARTY_WITHDRAWING), 0)
    others = [one for one in found.statuses if one.what not in PARTY and one.what != Status.NOT_YET_A_STATE]
    parties = Cell(words.count(found.parties.number, "State Party", "States Parties"), "state-party", strong=True)
    changed = f" ({found.parties.change:+d} since {spell(found.since)})" if found.parties.change else ""
    page: list[Block] = [
        Heading(Cell(f"The Rome Statute on {spell(found.on)}", strong=True)),
        Line((parties, changed + (f", {withdrawing} of them withdrawing" if withdrawing else ""))),
        Line(words.joined(f"{one.number} {labels.STATUS[one.what]}{_sign(one)}" for one in others)),
        Line(words.joined(f"{one.what} {one.number}{_sign(one)}" for one in found.regions)),
    ]
    if found.on > checked:
        page.append(
            Line(
                f"The record reaches only to {spell(checked)}: what came after it is not told,"
                " and notices are taken to stand."
            )
        )
    told = [act for act in found.acts if act not in found.signals]
    page += _section(f"In the last {(found.on - found.since).days} days", [_act(act, names) for act in told])
    if found.quiet:
        page.append(Line(Cell("Besides: " + "; ".join(_quiet(one) for one in found.quiet) + ".", aside=True), 2))
    page += _section("Withdrawals pending", [_pending(one) for one in found.pending])
    page += _section("Saying they may follow (24 months)", [_act(act, names) for act in found.signals])
    page += _situations(found)
    pending = {one.id for one in found.pending}
    rest = [one for one in found.ahead if one.act not in pending and one.kind != Ahead.AMENDMENT]
    page += _section("Also ahead" if pending else "Ahead", [_ahead(one) for one in rest])
    amendments = [one for one in found.ahead if one.kind == Ahead.AMENDMENT]
    if amendments:
        takes = "consent to an amendment takes effect", "consents to amendments take effect"
        last = spell(amendments[-1].day)
        page += [Line(), Line(Cell(f"{words.count(len(amendments), *takes)} by {last}.", aside=True), 2)]
    standings = {one.standing for one in (*found.acts, *found.signals)} | {one.standing for one in found.pending}
    standings |= {one.standing for one in rest}
    doubts = [doubt for act in (*found.acts, *found.signals) for doubt in act.disputed]
    marks = "".join(words.mark(standing) for standing in standings)
    return [*page, *words.foot(checked, marks + words.mark("confirmed", doubts))]


def _section(title: str, rows: Sequence[tuple[Words, ...]]) -> list[Block]:
    return [Line(), Line(Cell(title, strong=True)), Table(_LISTED, list(rows))] if rows else []


def _act(act: Act, names: dict[str, str]) -> tuple[Words, ...]:
    who = names.get(act.iso3 or "", act.body or "")
    effect = f"  (effect {spell(act.effect)})" if act.effect and act.effect != act.done else ""
    what: Words = (f"{who}: {_low(act.title)}" if act.iso3 else act.title, Cell(effect, aside=True))
    return spell(act.done), words.mark(act.standing, act.disputed), what, words.documents(act.sources)


def _low(title: str) -> str:
    """Write a title after a colon: small, unless it begins with a name or an abbreviation."""
    first = title.split()[0]
    common = {"Notice", "Signature", "Government", "Parliament", "Withdrawal", "Referral", "Cabinet", "First"}
    known = {label.split()[0] for label in labels.ACT.values()} | common
    return title[0].lower() + title[1:] if first in known and first not in ("Article",) else title


def _pending(one: Withdrawal) -> tuple[Words, ...]:
    left = words.in_days(one.days_left or 0)
    what = (
        Cell(f"{one.everyday} leaves", status="state-party-withdrawing"),
        f" {left}, unless it takes its notice back",
    )
    return spell(one.effect), words.mark(one.standing), what, words.documents(one.sources)


def _ahead(one: Upcoming) -> tuple[Words, ...]:
    unless = Cell(", unless it takes its notice back" if one.conditional else "", aside=True)
    return spell(one.day), words.mark(one.standing), (one.title, unless), words.documents(one.sources)


def _quiet(one: Count) -> str:
    plurals = {
        "amendment-consent": ("consent to an amendment", "consents to amendments"),
        "apic-consent": ("joining of the privileges agreement", "joinings of the privileges agreement"),
        "apic-signature": ("signature of the privileges agreement", "signatures of the privileges agreement"),
    }
    one_word, many = plurals.get(one.what, (labels.ACT[one.what].lower(), labels.ACT[one.what].lower() + "s"))
    return words.count(one.number, one_word, many)


def _situations(found: Brief) -> list[Block]:
    number = len(found.under_investigation)
    if not number and not found.under_examination:
        return []
    rows: list[tuple[Words, ...]] = []
    for region, members in _grouped(found.under_investigation):
        rows.append(
            (region, str(len(members)), "; ".join(one.name for one in members), words.joined_documents(members))
        )
    for title, group, field in (
        ("Examined", found.under_examination, "opened"),
        ("Opened lately", found.opened, "opened"),
        ("Ended lately", found.closed, "closed"),
    ):
        if group:
            named = "; ".join(f"{one.name} ({spell(getattr(one, field))})" for one in group)
            rows.append((title, str(len(group)), named, words.joined_documents(group)))
    columns = (Column(), Column(right=True), Column(wraps=True), Column(wraps=True, under=2))
    return [Line(), Line(Cell(f"Under investigation: {number}", strong=True)), Table(columns, rows)]


def _grouped(found: Iterable[Situation]) -> list[tuple[str, list[Situation]]]:
    groups: dict[str, list[Situation]] = {}
    for one in found:
        groups.setdefault(one.region or "", []).append(one)
    return sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))


def _sign(one: Count) -> str:
    return f" ({one.change:+d})" if one.change else ""
