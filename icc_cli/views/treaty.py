"""The treaty's own paperwork in words: amendments, declarations, the Agreement on Privileges and Immunities."""

from collections.abc import Mapping, Sequence
from datetime import date

from icc_cli.page.blocks import Block, Cell, Column, Line, Table, Words
from icc_cli.queries.agreement import AgreementParty
from icc_cli.queries.amendments import Amendment, AmendmentParty, AmendmentStatus, AmendmentWithParties, StateAmendment
from icc_cli.queries.completeness import Completeness
from icc_cli.queries.declarations import Declaration
from icc_cli.treaty import labels
from icc_cli.treaty.dates import spell
from icc_cli.treaty.details import DeclarationKind
from icc_cli.views import words

_KIND = labels.DECLARATION | {
    "article-124": "Art. 124",
    "article-12-3": "Art. 12(3)",
    "aggression-opt-out": "aggression opt-out",
}
_BOUND = {
    AmendmentStatus.BOUND: "yes",
    AmendmentStatus.WAITING: "not yet",
    AmendmentStatus.OPTED_OUT: "no, opted out",
    AmendmentStatus.LEFT: "no, left",
}
_RULE = {
    "121(4)": "for all States Parties one year after seven-eighths have consented (Art. 121(4))",
    "121(5)": "for each State that consents, one year after its deposit (Art. 121(5))",
    "122": "for all States Parties six months after adoption (Art. 122)",
    "unsettled": "rule not settled",
}


def amendments(found: Sequence[Amendment], on: date, checked: date) -> list[Block]:
    """Return the amendments with the number of States bound and their dates."""
    rows = words.table(
        found,
        (Column("Amendment", wraps=True), lambda one: Cell(one.title, strong=one.in_force is not None)),
        words.MARKS,
        (Column("In force", right=True), _in_force),
        (Column("Bound", right=True), lambda one: str(one.bound) if one.adopted else ""),
        (Column("Consents", wraps=True, drop=1), _record),
        (Column("Adopted", right=True, drop=2), lambda one: spell(one.adopted) or "not yet"),
        (Column("ID", under=0), lambda one: Cell(one.id, aside=True)),
        (Column("Document", drop=3), words.proof),
    )
    adopted = [one for one in found if one.adopted]
    summary = words.joined(
        [
            f"{words.count(len(adopted), 'amendment')} adopted",
            f"{sum(1 for one in adopted if one.in_force)} in force",
            words.count(len(found) - len(adopted), "proposal") if len(found) > len(adopted) else "",
        ]
    )
    title, more = "Amendments to the Rome Statute", "The States: icc amendments ID"
    return words.listing(title, on, rows, checked, lead=summary, more=more)


def amendment(one: AmendmentWithParties, names: Mapping[str, str], on: date, checked: date) -> list[Block]:
    """Return one amendment: what it is, how complete its list is, and its States."""
    facts: list[tuple[Words, ...]] = [
        ("Articles", "", one.articles),
        ("Proposed", "", spell(one.proposed)),
        ("Adopted", words.marks_of(one), words.joined([spell(one.adopted), one.adopted_at], "; ")),
        ("In force", "", words.joined([_in_force(one), _RULE[one.rule]], "; ")),
        ("Jurisdiction", "", words.period(one.jurisdiction_from, None)),
        ("Consents", "", _record(one)),
        ("Missing", "", one.gaps or ""),
        ("Note", "", one.note or ""),
        ("Documents", "", words.all_documents([one, *one.parties])),
    ]
    page: list[Block] = [
        words.heading(one.title, f"on {spell(on)}", one.id),
        Line(_counts(one)),
        Line(),
        Table((Column(), Column(), Column(wraps=True)), [row for row in facts if row[2]]),
    ]
    if one.parties:
        rows = words.table(
            one.parties,
            (Column("State", wraps=True), lambda party: names[party.iso3]),
            words.MARKS,
            (Column("Deposited", right=True), _deposited),
            (Column("Binding from", right=True), lambda party: spell(party.binding_from)),
            (Column("Bound"), _bound),
        )
        page += [Line(), rows]
    return [*page, *words.foot(checked, words.marks_in(page), _expected(one.parties))]


def states_amendments(
    found: Sequence[StateAmendment],
    every: Sequence[Amendment],
    names: Mapping[str, str],
    on: date,
    checked: date,
    complete: Completeness | None = None,
) -> list[Block]:
    """Return how States stand to the amendments, and to which of `every` amendment no consent is on record.

    `complete`: how complete the list of the one amendment is that was asked about.
    """
    page: list[Block] = [words.heading("States and the amendments", f"on {spell(on)}")]
    incomplete: dict[str, None] = {}
    for iso3 in dict.fromkeys(one.iso3 for one in found):
        own = [one for one in found if one.iso3 == iso3]
        rest = [one for one in every if one.adopted and one.id not in {tie.amendment for tie in own}]
        incomplete |= dict.fromkeys(one.id for one in rest if one.incomplete)
        rows = words.table(
            own,
            (Column("Amendment", wraps=True), lambda one: one.amendment),
            words.MARKS,
            (Column("Bound"), _bound),
            (Column("Binding from", right=True), lambda one: spell(one.binding_from)),
            (Column("Deposited", right=True, under=0, labels=True), _deposited),
            (Column(under=0), lambda one: Cell(one.title, aside=True)),
        )
        page += words.section(names[iso3], rows)
        if rest:
            page.append(Line(Cell(f"No consent on record: {', '.join(one.id for one in rest)}.", aside=True), 2))
    lacking = f"Lists that may lack consents: {', '.join(incomplete)}." if incomplete else ""
    documents = words.based_on(found)
    whole = words.complete(complete)
    return [*page, *words.foot(checked, words.marks_in(page), lacking, *whole, documents, _expected(found))]


def _in_force(one: Amendment) -> str:
    return spell(one.in_force) or ("not yet" if one.adopted else "")


def _record(one: Amendment) -> str:
    """Return as text how many consents are on record, of how many, and from when on some may be missing."""
    if not one.adopted:
        return ""
    if one.rule == "122":
        return "none needed"
    published = one.published
    late = one.complete_through if one.incomplete else None
    parts = [f"{one.consents} of {one.required} needed" if one.missing else str(one.consents)]
    if published and not (late and published.recorded == published.count):
        share = f"{published.recorded} of {published.count} published {words.by(published)}"
        parts = [share] if parts == [str(published.recorded)] else [*parts, share]
    if late:
        parts.append(f"some after {spell(late)} may be missing")
    elif one.gaps:
        parts.append("the list is not complete")
    return "; ".join(parts)


def _counts(one: Amendment) -> str:
    """Return as text how many States are bound, and how many not yet."""
    if not one.adopted:
        return "A proposal, not adopted: it binds nobody."
    return words.joined(
        [
            f"{words.count(one.bound, 'State Party', 'States Parties')} bound",
            f"{one.waiting} not yet bound" if one.waiting else "",
            f"{words.count(one.missing, 'consent')} missing" if one.missing else "",
            f"{words.count(one.opted_out, 'opt-out')} on record (Art. 15 bis(4))" if one.opted_out else "",
        ]
    )


def _deposited(one: AmendmentParty) -> str:
    """Return when a State deposited its consent."""
    return spell(one.deposited) or ("none on record" if one.opted_out else "")


def _bound(one: AmendmentParty) -> str:
    """Return as text whether an amendment binds a State, and why not."""
    state = _BOUND[one.state] + (" (expected)" if one.state == AmendmentStatus.LEFT and one.projected else "")
    if one.opted_out:
        return f"{state}, opted out {spell(one.opted_out)}" if one.deposited else f"{state} {spell(one.opted_out)}"
    return state


def _expected(found: Sequence[AmendmentParty]) -> str:
    left = any(one.state == AmendmentStatus.LEFT and one.projected for one in found)
    return words.EXPECTED if left else ""


def declarations(
    found: Sequence[Declaration],
    names: Mapping[str, str],
    on: date,
    checked: date,
    complete: Completeness | None = None,
    *,
    states: Sequence[str] = (),
    kinds: Sequence[str] = (),
    since: date | None = None,
    until: date | None = None,
) -> list[Block]:
    """Return declarations, oldest first, with what became of them."""
    rows = words.table(
        found,
        (Column("Made", right=True), lambda one: spell(one.done) or "no day"),
        words.MARKS,
        (Column("State", wraps=True), lambda one: names[one.iso3]),
        (Column("Kind", wraps=True, under=4, labels=True), lambda one: _KIND[one.kind]),
        (
            Column("Content", wraps=True),
            lambda one: (one.title, Cell(_became(one, names) + (_noted(one) if states else ""), aside=True)),
        ),
        (Column("Document", wraps=True, drop=1), words.proof),
    )
    counted = {
        "withdrawn": sum(1 for one in found if one.withdrawn),
        "of an unknown day": sum(1 for one in found if not one.done),
        "of which only the existence is known": sum(1 for one in found if one.kind == DeclarationKind.UNSPECIFIED),
    }
    summary = words.joined(
        [words.count(len(found), "declaration"), *(f"{number} {what}" for what, number in counted.items() if number)]
    )
    title = "Declarations under the Rome Statute"
    title = words.asked(title, words.named(states, names), [_KIND[kind] for kind in kinds], since=since, until=until)
    return words.listing(title, on, rows, checked, summary, *words.complete(complete))


def _became(one: Declaration, names: Mapping[str, str]) -> str:
    """Return as text against whom it was made, for what time it holds, what the Court made of it, its withdrawal."""
    start = one.in_force_from if one.in_force_from != one.done else None
    end = one.in_force_to if one.in_force_to != one.withdrawn_on else None
    withdrawn = f"withdrawn {spell(one.withdrawn_on)}".strip() if one.withdrawn else ""
    against = f"against {names[one.against]}" if one.against else ""
    reception = labels.RECEPTION[one.reception] if one.reception else ""
    became = words.joined(
        [against, f"on {one.amendment}" if one.amendment else "", words.period(start, end), reception, withdrawn], ", "
    )
    return f"  ({became})" if became else ""


def _noted(one: Declaration) -> str:
    """Return what a reader of a single State's list must know of a declaration: what of it is not seen or not sure."""
    return f"  {one.note}" if one.note else ""


def agreement(
    found: Sequence[AgreementParty],
    names: Mapping[str, str],
    parties: int,
    complete: Completeness | None,
    on: date,
    checked: date,
    *,
    states: Sequence[str] = (),
    status: str = "party",
) -> list[Block]:
    """Return signatories and parties of the Agreement; below, how many are parties, and how many published."""
    rows = words.table(
        found,
        (Column("State", wraps=True), lambda one: names[one.iso3]),
        words.MARKS,
        (Column("Deposited", right=True), lambda one: spell(one.deposited) or "no"),
        (Column("In force", right=True), _force),
        (Column("Signed", right=True, drop=1), lambda one: spell(one.signed)),
        (Column("Instrument", drop=2), lambda one: one.instrument or ""),
        *(
            [(Column("Denounced", wraps=True, under=0, labels=True), lambda one: _denounced(one, on, checked))]
            if any(one.denunciation_notified for one in found)
            else []
        ),
    )
    share, *gaps = words.complete(complete) or [""]
    figures = words.joined([words.count(parties, "party", "parties") + " on record", share])
    documents = words.based_on(found)
    chosen = [_MANY[status]] if status in _MANY else []
    title = words.asked("Agreement on the Privileges and Immunities of the Court", words.named(states, names), chosen)
    return words.listing(title, on, rows, checked, figures, *gaps, documents)


_MANY = {
    "party": "parties",
    "denouncing": "parties that have denounced it",
    "former-party": "former parties",
    "signatory": "signatories",
}


def _force(one: AgreementParty) -> str:
    ahead = f"{spell(one.entry_into_force_expected)} (ahead)" if one.entry_into_force_expected else ""
    return spell(one.entered_into_force) or ahead


def _denounced(one: AgreementParty, on: date, checked: date) -> str:
    """Write when a State denounced the Agreement; and when it leaves or left, or that it took that back."""
    day, end = spell(one.denunciation_notified), one.denunciation_effective
    if end is None:
        return words.joined([day, f"withdrawn {spell(one.denunciation_withdrawn)}" if day else ""], ", ")
    if end <= min(on, checked):
        return f"{day}, left {spell(end)}"
    return f"{day}, leaves {spell(end)} (expected)"
