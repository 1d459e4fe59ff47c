"""`icc status` in words: one State in full, several side by side."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from icc_cli.page.blocks import Block, Cell, Column, Line, Table, Words
from icc_cli.queries.acts import Act
from icc_cli.queries.status import NoRecord, StateStatus, Unknown
from icc_cli.treaty import labels
from icc_cli.treaty.dates import from_text, last_day, spell
from icc_cli.treaty.vocabulary import AGREEMENT_ACTS, CONSENT_ACTS, ActKind, Status
from icc_cli.views import words

_NAMED = 4
"""More persons than these are counted, not named."""
_GROUPED = {
    ActKind.AMENDMENT_CONSENT: "Amendments accepted",
    **dict.fromkeys(AGREEMENT_ACTS, "Privileges agreement"),
    ActKind.DECLARATION: "Declarations",
    ActKind.OBJECTION: "Declarations",
    ActKind.TERRITORIAL_APPLICATION: "Declarations",
    ActKind.TERRITORIAL_EXCLUSION: "Declarations",
}

_UNDER_AGREEMENT = {
    ActKind.APIC_SIGNATURE: "signed",
    ActKind.APIC_DENUNCIATION: "denounced",
    ActKind.APIC_DENUNCIATION_WITHDRAWN: "denunciation withdrawn",
}
"""What a State did under the Agreement, in a word or two; of a consent, its form."""


def one(
    found: StateStatus | NoRecord,
    names: Mapping[str, str],
    on: date,
    today: date,
    checked: date,
    known_by: date | None,
) -> list[Block]:
    """Return the page of one State: the answer, the key dates with their documents, the timeline."""
    if isinstance(found, NoRecord):
        return [
            words.heading(found.name, code=found.iso3),
            Line(found.no_act),
            Line(Cell("Listing implies no position on the status of any territory.", aside=True)),
        ]
    moment = "" if on == today and known_by is None else f"On {spell(on)}: "
    if known_by:
        moment = f"On {spell(on)}, as known by {spell(known_by)}: "
    page: list[Block] = [
        words.heading(found.name, words.region(found.region), found.iso3),
        Line((moment, Cell(answer(found, on), status=found.status), declared(found, on))),
    ]
    timeline, groups = _timeline(found, names, min(on, checked))
    for columns, rows in (
        ((Column(), Column(right=True), Column(), Column(wraps=True)), key_dates(found, on, checked)),
        ((Column(right=True), Column(), Column(wraps=True), Column(wraps=True, under=2)), timeline),
        ((Column(), Column(wraps=True)), groups),
    ):
        page += [Line(), Table(columns, rows)] if rows else []
    return [
        *page,
        *words.foot(checked, "".join(map(words.marks_of, found.acts)), more=f"Ids: icc show {found.iso3}"),
    ]


def answer(found: StateStatus, on: date, *, marks: bool = True) -> str:
    """Return in a sentence or two where a State stands; with or without the marks that a legend explains."""
    joined = found.instrument or ""
    match found.status:
        case Status.NOT_YET_A_STATE:
            return f"Not yet a State; independent from {spell(found.independence)}."
        case Status.NON_SIGNATORY:
            undone = _of(found, ActKind.INSTRUMENT_WITHDRAWN)
            if undone:
                return f"Not a party: it withdrew its instrument on {spell(undone.done)}, before entry into force."
            return "Has neither signed nor joined."
        case Status.SIGNATORY:
            return f"Signed on {spell(found.signed)}, has not ratified."
        case Status.SIGNATORY_NO_INTENT:
            declaration = _of(found, ActKind.NO_INTENT_DECLARATION) if marks else None
            doubts = words.marks_of(declaration) if declaration else ""
            declared = words.joined([spell(found.no_intent_declared), doubts], " ")
            return (
                f"Signed on {spell(found.signed)}, never ratified; disowned its signature on {declared}"
                ": it does not intend to become a party."
            )
        case Status.CONTRACTING_STATE:
            force = spell(found.entry_into_force_expected)
            return f"Joined by {joined} on {spell(found.deposited)}; the Statute enters into force for it on {force}."
        case Status.STATE_PARTY:
            sentence = f"State Party since {spell(found.entered_into_force)}."
            if found.withdrawal_rescinded:
                sentence += (
                    f" Its notice of withdrawal of {spell(found.withdrawal_notified)}"
                    f" was withdrawn on {spell(found.withdrawal_rescinded)}."
                )
            return sentence
        case Status.STATE_PARTY_WITHDRAWING:
            end = found.withdrawal_effective or on
            return (
                f"State Party since {spell(found.entered_into_force)}, withdrawing:"
                f" leaves on {spell(end)} ({words.in_days((end - on).days)})"
                f" unless its notice of {spell(found.withdrawal_notified)} is withdrawn."
            )
        case Status.FORMER_PARTY:
            since = spell(found.entered_into_force)
            if found.projected:
                return (
                    f"Expected to have left on {spell(found.withdrawal_effective)}, unless its notice of"
                    f" {spell(found.withdrawal_notified)} is withdrawn; State Party from {since}."
                )
            return f"Left on {spell(found.withdrawal_effective)}; State Party from {since}."


def declared(found: StateStatus, on: date) -> str:
    """Return in a sentence each, after a space, its acceptance of jurisdiction and a declaration on war crimes."""
    own = [act for act in found.acts if act.iso3 == found.iso3 and not act.undone_by]

    def accepting(reception: str) -> list[str]:
        return [
            words.period(from_text(act.details.get("accepts_from")), from_text(act.details.get("accepts_to")))
            for act in own
            if act.act == ActKind.ARTICLE_12_3_DECLARATION and act.details["reception"] == reception
        ]

    accepted, received = accepting("acted-on"), accepting("received")
    ends = [
        spell(end)
        for act in own
        if act.act == ActKind.ARTICLE_124_DECLARATION
        and (end := from_text(act.details.get("until")))
        and last_day(end) >= on
    ]
    sentences = [
        f" It declared that it accepts the Court's jurisdiction {' and '.join(accepted)} (Art. 12(3))."
        if accepted
        else "",
        f" A declaration accepting jurisdiction {' and '.join(received)} was received (Art. 12(3))."
        if received
        else "",
    ]
    return "".join(sentences) + "".join(
        f" It declared that it does not accept jurisdiction over war crimes until {end} (Art. 124)." for end in ends
    )


def several(found: Sequence[StateStatus | NoRecord | Unknown], on: date, checked: date) -> list[Block]:
    """Return States side by side: status, since when, and the dates it rests on."""
    rows = words.table(
        found,
        (Column("State", wraps=True), _name),
        (Column("Status", wraps=True), _status),
        (Column("Signed", right=True, drop=2), _if_known(lambda one: spell(one.signed))),
        (Column("Deposited", right=True, drop=1), _if_known(lambda one: spell(one.deposited))),
        (
            Column("In force", right=True, under=1, labels=True),
            _if_known(lambda one: spell(one.entered_into_force or one.entry_into_force_expected)),
        ),
        (Column("Withdrawal", under=1), _if_known(lambda one: _withdrawal(one, on))),
    )
    named = words.based_on(one for one in found if isinstance(one, StateStatus))
    return [words.heading("Where they stand", f"on {spell(on)}"), Line(), rows, *words.foot(checked, "", named)]


def _name(one: StateStatus | NoRecord | Unknown) -> str:
    match one:
        case StateStatus():
            return one.everyday
        case NoRecord():
            return one.name
        case Unknown():
            return one.asked


def _status(one: StateStatus | NoRecord | Unknown) -> Words:
    if isinstance(one, StateStatus):
        return words.status(one.status, one.projected)
    return "no act on record" if isinstance(one, NoRecord) else "unknown name"


def _if_known(write: Callable[[StateStatus], str]) -> Callable[[StateStatus | NoRecord | Unknown], str]:
    """Write something of a State; nothing of what has no act on record."""
    return lambda one: write(one) if isinstance(one, StateStatus) else ""


def _withdrawal(one: StateStatus, on: date) -> str:
    if one.withdrawal_rescinded:
        return f"notice withdrawn {spell(one.withdrawal_rescinded)}"
    if one.withdrawal_effective:
        return f"{'leaves' if one.withdrawal_effective > on else 'left'} {spell(one.withdrawal_effective)}"
    return f"signature disowned {spell(one.no_intent_declared)}" if one.no_intent_declared else ""


def key_dates(found: StateStatus, on: date, checked: date) -> list[tuple[Words, ...]]:
    """Return the days that a status rests on, each with its marks and documents."""
    rows: list[tuple[Words, ...]] = []

    def add(label: str, day: date | None, act: Act | None, field: str = "done", aside: str = "") -> None:
        if day and act:
            marks = words.mark(act.confidence, act.disputed, field)
            rows.append((label, spell(day), marks, (words.documents(act.sources), Cell(aside, aside=True))))

    consent = _of(found, *CONSENT_ACTS)
    notice = _of(found, ActKind.WITHDRAWAL_NOTICE)
    add("Signed", found.signed, _of(found, ActKind.SIGNATURE))
    add(labels.DONE.get(found.instrument or "", "").capitalize(), found.deposited, consent)
    if found.signed and not found.instrument:
        rows.append(("Ratified", "never", "", ""))
    add("In force", found.entered_into_force or found.entry_into_force_expected, consent, "effect")
    add("Signature disowned", found.no_intent_declared, _of(found, ActKind.NO_INTENT_DECLARATION))
    add("Notice of withdrawal", found.withdrawal_notified, notice)
    add("Notice withdrawn", found.withdrawal_rescinded, _of(found, ActKind.WITHDRAWAL_RESCINDED))
    ahead = found.withdrawal_effective is not None and found.withdrawal_effective > min(on, checked)
    aside = f"  {words.UNLESS}" if ahead else ""
    add("Leaves" if ahead else "Left", found.withdrawal_effective, notice, "effect", aside)
    return rows


def _timeline(
    found: StateStatus, names: Mapping[str, str], through: date
) -> tuple[list[tuple[Words, ...]], list[tuple[Words, ...]]]:
    """Return the rows of the timeline, and the acts that are shown in groups below it.

    What follows from an act on a later day has a row of its own, in lighter ink.
    """
    rows: dict[tuple[Words, ...], date] = {}
    groups: dict[str, list[str]] = {}
    authors: dict[tuple[object, ...], list[str]] = {}
    for act in found.acts:
        if act.iso3 and act.iso3 != found.iso3:
            authors.setdefault(joint(act), []).append(act.iso3)
    for act in found.acts:
        marks = words.marks_of(act)
        group = _GROUPED.get(ActKind(act.act))
        if group:
            author = f"by {words.author(act, names)}" if act.iso3 != found.iso3 else ""
            groups.setdefault(group, []).append(
                words.joined([_short(act), author, words.mark(act.confidence), *words.other_values(act.disputed)], " ")
            )
            continue
        follows = words.derived(act, through)
        others = words.named(authors.get(joint(act), []) if act.iso3 not in (None, found.iso3) else [], names)
        row = (spell(act.done) or "no day", marks, _what(act, others, derived=bool(follows)), words.proof(act))
        rows.setdefault(row, last_day(act.done or act.effect or date.max))
        if follows and act.effect:
            doubts = words.mark(act.confidence, act.disputed, "effect")
            rows[tuple([Cell(text, aside=True) for text in (spell(act.effect), doubts, follows, "")])] = act.effect
    for situation in found.situations:
        matter = f"{situation.name}, {words.kind(situation)} {words.span(situation)}"
        groups.setdefault("Before the Court", []).append(matter)
    if found.persons:
        named = ", ".join(one.name for one in found.persons[:_NAMED])
        more = f" and {len(found.persons) - _NAMED} more" if len(found.persons) > _NAMED else ""
        groups["Nationals sought or summoned"] = [f"{named}{more}; {words.ALLEGED}: icc cases {found.iso3}"]
    if found.decisions:
        last = found.decisions[-1]
        counted = words.count(len(found.decisions), "decision")
        told = f"{counted}, the last of {spell(last.done)}: {labels.RULING[last.ruling]}"
        groups["Cooperation"] = [f"{told}: icc noncompliance {found.iso3}"]
    return sorted(rows, key=lambda row: rows[row]), [
        (Cell(name, aside=True), "; ".join(items)) for name, items in groups.items()
    ]


def joint(act: Act) -> tuple[object, ...]:
    """Return what acts have in common that several States did together."""
    return act.done, act.act, act.details.get("situation")


def _what(act: Act, authors: Sequence[str], *, derived: bool) -> Words:
    """Write what an act is and by which other States, what it covers, its undoing, and its effect on another day.

    `derived`: the effect has a row of its own.
    """
    title = act.title
    if authors:
        title += f", by {', '.join(authors)}"
    accepted = [_acceptance(act)] if act.act == ActKind.ARTICLE_12_3_DECLARATION else []
    ends = not act.undone_by and from_text(act.details.get("until"))
    told = words.joined(
        [*accepted, *words.became(act, undone_only=derived), f"until {spell(ends)}" if ends else ""], "; "
    )
    others = "".join(f"  {other}" for other in words.other_values(act.disputed))
    return (title, Cell((f"  ({told})" if told else "") + others, aside=True)) if told or others else title


def _acceptance(act: Act) -> str:
    """Return as text for what time an Article 12(3) declaration accepts jurisdiction, and what the Court made of it."""
    start, end = from_text(act.details.get("accepts_from")), from_text(act.details.get("accepts_to"))
    return words.joined([words.period(start, end), labels.RECEPTION[act.details["reception"]]], "; ")


def _short(act: Act) -> str:
    """Write an act of a group in a few words."""
    day = spell(act.done) or "no day"
    if act.act == ActKind.AMENDMENT_CONSENT:
        return f"{act.details['amendment']} ({day})"
    if act.act in AGREEMENT_ACTS:
        how = _UNDER_AGREEMENT.get(ActKind(act.act)) or act.details["instrument"]
        takes = "in force" if act.act == ActKind.APIC_CONSENT else "effect"
        return f"{how} {day}" + (f", {takes} {spell(act.effect)}" if act.effect and not act.undone_by else "")
    undone = words.became(act, undone_only=True)[0] if act.undone_by else ""
    return f"{words.about(act)} ({words.joined([day, undone], '; ')})"


def _of(found: StateStatus, *kinds: ActKind) -> Act | None:
    """Return the State's newest act of these kinds."""
    return next((act for act in reversed(found.acts) if act.iso3 == found.iso3 and act.act in kinds), None)
