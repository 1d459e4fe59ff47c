"""Pages across time in words: the brief of a day, what changed, what lies ahead."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from icc_cli.page.blocks import Block, Cell, Column, Line, Table, Words
from icc_cli.queries.acts import Act
from icc_cli.queries.brief import Brief, Count
from icc_cli.queries.changes import Change, ChangeKind
from icc_cli.queries.situations import Situation
from icc_cli.queries.upcoming import Ahead, Upcoming
from icc_cli.queries.withdrawals import Withdrawal
from icc_cli.treaty import labels
from icc_cli.treaty.dates import AnyDate, spell
from icc_cli.treaty.vocabulary import PARTY, Status
from icc_cli.views import cases, words

F = TypeVar("F", bound="words.Fact")

_UNLESS = f", {words.UNLESS}"


def changes(
    found: Sequence[Change],
    start: date,
    end: date,
    checked: date,
    kinds: Sequence[str] = (),
    parties: tuple[int, int] | None = None,
) -> list[Block]:
    """Return what the changes come to, then a line each, with its document.

    `parties`: how many States Parties there were on the first day, and on the last.
    """
    rows = words.table(
        found,
        (Column("Day", right=True), lambda one: spell(one.day)),
        words.MARKS,
        (Column("What", wraps=True), lambda one: one.name),
        (Column("Change", wraps=True), _moved),
        (Column("Document", wraps=True, drop=1), words.proof),
    )
    title = words.asked(
        f"Changes after {spell(start)} through {spell(end)}", [kind.replace("-", " ") for kind in kinds]
    )
    lead = _net(found, *parties) if parties else ""
    return [
        words.heading(title),
        *([Line(lead)] if lead else []),
        Line(),
        rows,
        *words.foot(checked, words.marks_in([rows]), words.count(len(found), "change")),
    ]


def _net(found: Sequence[Change], before: int, after: int) -> str:
    """Say how many States Parties there were and are, which States came and went, and which gave notice."""
    turns: dict[str, dict[str, str]] = {}

    def add(turn: str, one: Change, aside: str = "") -> None:
        turns.setdefault(turn, {})[one.name] = one.name + aside

    for one in found:
        if one.kind != ChangeKind.STATUS:
            continue
        if one.after == Status.FORMER_PARTY:
            add("expected to leave" if one.projected else "left", one)
        elif one.after == Status.STATE_PARTY_WITHDRAWING:
            add("gave notice of withdrawal", one)
        elif one.before == Status.STATE_PARTY_WITHDRAWING:
            given = one.name in turns.get("gave notice of withdrawal", {})
            add("gave notice of withdrawal" if given else "withdrew its notice", one, " (withdrawn)" if given else "")
        elif one.after == Status.STATE_PARTY:
            add("became a party", one)
    count = f"States Parties: {before} → {after}" if before != after else f"States Parties: {after}, as before"
    if any(one.kind == ChangeKind.STATUS and one.projected for one in found):
        count += f" (expected, {words.UNLESS_ANY})"
    return words.joined([count, *(f"{turn}: {', '.join(names.values())}" for turn, names in turns.items())])


def _moved(one: Change) -> Words:
    undone = words.effect(one) if one.undone_by else Cell("")
    if one.kind != ChangeKind.STATUS:
        left = one.kind == ChangeKind.AGREEMENT and one.after == "left"
        expected = Cell(f" (expected{_UNLESS})" if left and one.projected else "", aside=True)
        return one.title, expected, undone
    before, after = labels.STATUS[one.before or ""], words.status(one.after, one.projected)
    return f"{before} → ", after, Cell(f"  {one.title}", aside=True), undone


def upcoming(
    found: Sequence[Upcoming],
    names: Mapping[str, str],
    on: date,
    checked: date,
    *,
    states: Sequence[str] = (),
    kinds: Sequence[str] = (),
    until: date | None = None,
) -> list[Block]:
    """Return the days that lie ahead, with how far."""
    rows = words.table(
        found,
        (Column("Day", right=True), lambda one: spell(one.day)),
        words.MARKS,
        (Column("What", wraps=True), _coming),
        (Column(right=True, under=2), lambda one: "" if one.days_left is None else words.in_days(one.days_left)),
        (Column("Document", wraps=True, drop=1), words.proof),
    )
    title = words.asked(
        "What lies ahead", words.named(states, names), [kind.replace("-", " ") for kind in kinds], until=until
    )
    return words.listing(title, on, rows, checked, words.count(len(found), "date"))


def _coming(one: Upcoming) -> Words:
    return one.title, Cell(_UNLESS if one.conditional else "", aside=True)


def brief(found: Brief, names: Mapping[str, str], checked: date) -> list[Block]:
    """Return the state of the treaty on a day, as one page."""
    withdrawing = next((one.number for one in found.statuses if one.what == Status.STATE_PARTY_WITHDRAWING), 0)
    others = [one for one in found.statuses if one.what not in PARTY and one.what != Status.NOT_YET_A_STATE]
    parties = Cell(words.count(found.parties.number, "State Party", "States Parties"), "state-party", strong=True)
    expected = words.expected("", found.on) if found.projected else ""
    counted = sum(one.number for one in found.statuses if one.what != Status.NOT_YET_A_STATE)
    changed = f" ({found.parties.change:+d} since {spell(found.since)})" if found.parties.change else ""
    page: list[Block] = [
        words.heading(f"The Rome Statute on {spell(found.on)}"),
        Line((parties, expected + changed + (f", {withdrawing} of them withdrawing" if withdrawing else ""))),
        Line(words.joined(words.counted(one.number, one.what) + _sign(one) for one in others)),
        Line(words.joined(f"{words.region(one.what)} {one.number}{_sign(one)}" for one in found.regions)),
        Line(words.united_nations(counted, found.outside_united_nations, names)),
    ]
    if found.on > checked:
        page.append(
            Line(
                f"Checked through {spell(checked)}. Later events are not included;"
                " pending notices are assumed to stand."
            )
        )

    def acts(title: str, listed: Sequence[Act]) -> list[Block]:
        return _section(title, listed, lambda act: act.done, lambda act: _act(act, names))

    days = (found.on - found.since).days
    page += acts(f"In the last {days} days", [act for act in found.acts if act not in found.signals])
    if found.routine_acts:
        page.append(Line(Cell("Besides: " + "; ".join(map(_routine, found.routine_acts)) + ".", aside=True), 2))
    page += _section("Withdrawals pending", found.pending, lambda one: one.effect, _leaving)
    page += acts("Saying they may follow (24 months)", found.signals)
    page += _situations(found)
    pending = {one.id for one in found.pending}
    rest = [one for one in found.upcoming if one.act not in pending and one.kind != Ahead.AMENDMENT]
    page += _section("Also ahead" if pending else "Ahead", rest, lambda one: one.day, _coming)
    amendments = [one for one in found.upcoming if one.kind == Ahead.AMENDMENT]
    if amendments:
        takes = "consent to an amendment takes effect", "consents to amendments take effect"
        last = spell(amendments[-1].day)
        page += [Line(), Line(Cell(f"{words.count(len(amendments), *takes)} by {last}.", aside=True), 2)]
    page += _warrants(found.warrants)
    return [*page, *words.foot(checked, words.marks_in(page))]


def _warrants(found: Sequence[Count]) -> list[Block]:
    """Return how many persons were under a public warrant, and what had become of those."""
    by_name = {one.what: one for one in found}
    persons = by_name["persons"]
    if not persons.number:
        return []
    parts = [(name, by_name[what]) for what, name in cases.COUNTED if by_name[what].number]
    told = words.joined(f"{name} {one.number}{_sign(one)}" for name, one in parts)
    title = f"Under a public warrant: {words.count(persons.number, 'person')}{_sign(persons)}"
    return words.section(title, Line((told, Cell(f"  {words.ALLEGED}: icc warrants", aside=True)), 2))


def _section(
    title: str, found: Sequence[F], day: Callable[[F], AnyDate | None], what: Callable[[F], Words]
) -> list[Block]:
    """Return facts below a title, each with its day and document; without facts, nothing."""
    rows = words.table(
        found,
        (Column(right=True), lambda one: spell(day(one))),
        words.MARKS,
        (Column(wraps=True), what),
        (Column(wraps=True, under=2), words.proof),
    )
    return words.section(title, rows) if found else []


def _act(act: Act, names: Mapping[str, str]) -> Words:
    title = f"{words.author(act, names)}: {_low(act.title)}" if act.iso3 else act.title
    return title, words.effect(act)


def _low(title: str) -> str:
    """Write a title after a colon: small, unless it begins with a name or an abbreviation."""
    first = title.split()[0]
    common = {"Notice", "Signature", "Government", "Parliament", "Withdrawal", "Referral", "Cabinet", "First"}
    known = {label.split()[0] for label in labels.ACT.values()} - {"Article"} | common
    return title[0].lower() + title[1:] if first in known else title


def _leaving(one: Withdrawal) -> Words:
    leaves = Cell(f"{one.everyday} leaves", status=Status.STATE_PARTY_WITHDRAWING)
    return leaves, f" {words.in_days(one.days_left or 0)}{_UNLESS}"


def _routine(one: Count) -> str:
    plurals = {
        "amendment-consent": ("consent to an amendment", "consents to amendments"),
        "apic-consent": ("joining of the privileges agreement", "joinings of the privileges agreement"),
        "apic-signature": ("signature of the privileges agreement", "signatures of the privileges agreement"),
    }
    return words.count(one.number, *plurals.get(one.what, (labels.ACT[one.what].lower(),)))


def _situations(found: Brief) -> list[Block]:
    """Return how many situations there are in each region, and what was opened or ended lately."""
    investigated = found.under_investigation
    if not investigated and not found.under_examination:
        return []
    regions: dict[str, list[Situation]] = {}
    for one in investigated:
        regions.setdefault(words.region(one.region), []).append(one)
    groups: list[tuple[str, Sequence[Situation], list[str]]] = [
        *((region, members, [one.name for one in members]) for region, members in regions.items())
    ]
    groups.sort(key=lambda group: (-len(group[1]), group[0]))
    for title, matters, field in (
        ("Examined", found.under_examination, "opened"),
        ("Opened lately", found.opened, "opened"),
        ("Ended lately", found.closed, "closed"),
    ):
        groups.append((title, matters, [f"{one.name} ({spell(getattr(one, field))})" for one in matters]))
    rows: list[tuple[Words, ...]] = [
        (title, str(len(matters)), "; ".join(named), _documents(matters)) for title, matters, named in groups if matters
    ]
    columns = (Column(), Column(right=True), Column(wraps=True), Column(wraps=True, under=2))
    return words.section(f"Under investigation: {len(investigated)}", Table(columns, rows))


def _documents(found: Sequence[Situation]) -> Cell:
    """Name the first document of each of several facts, each once, at most three."""
    names = list(dict.fromkeys(words.document(one.sources[0]) for one in found if one.sources))
    return words.and_more(Cell(", ".join(names[:3])), len(names) - 3)


def _sign(one: Count) -> str:
    return f" ({one.change:+d})" if one.change else ""
