"""Persons before the Court in words: their cases on a day, the warrants and what became of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from icc_cli.page.blocks import Block, Cell, Column, Words
from icc_cli.treaty import labels
from icc_cli.treaty.dates import spell
from icc_cli.treaty.proceedings import OVER, CalledBy, Stage, WarrantOutcome
from icc_cli.views import words

if TYPE_CHECKING:
    from icc_cli.queries.cases import PersonCase, WarrantCounts
    from icc_cli.queries.completeness import Completeness
    from icc_cli.queries.persons import Chosen

ALLEGED = "Warrants and charges are allegations: a person is presumed innocent until proved guilty (Art. 66)."

COUNTED = (
    ("at_large", "at large"),
    ("executed", "executed"),
    ("withdrawn_on_death", "withdrawn on death"),
    ("withdrawn", "withdrawn"),
    ("inadmissible", "case inadmissible"),
)
"""What becomes of warrants, as the Court counts, and what people call it."""
_LASTING = (Stage.SUMMONED, Stage.AT_LARGE, Stage.IN_CUSTODY, Stage.INTERIM_RELEASE, Stage.ON_TRIAL)


def cases(
    found: Sequence[PersonCase],
    names: Mapping[str, str],
    matters: Mapping[str, str],
    on: date,
    checked: date,
    known: Completeness | None = None,
    *,
    chosen: Chosen,
    stages: Sequence[str] = (),
    regions: Sequence[str] = (),
    since: date | None = None,
    until: date | None = None,
) -> list[Block]:
    """Return cases by the day on which they became public, with the stage that each had reached."""
    rows = words.table(
        found,
        (Column("Public", right=True), _public),
        words.MARKS,
        (Column("Person", wraps=True), lambda one: one.name),
        (Column("Nationality", wraps=True, drop=2), lambda one: names.get(one.nationality or "", "")),
        (Column("Situation", wraps=True, drop=1), lambda one: matters[one.situation]),
        (Column("Called by", drop=4), lambda one: one.instrument),
        (Column("Stage", wraps=True), lambda one: stage_in_full(one, names)),
        (Column("Document", wraps=True, drop=3), words.proof),
    )
    reached = Counter(one.stage for one in found)
    persons = len({one.person for one in found})
    summary = words.joined(
        [words.count(persons, "person"), *(f"{labels.STAGE[one]} {reached[one]}" for one in Stage if reached[one])]
    )
    title = words.asked(
        "Cases before the Court",
        _asked(chosen, names, matters, found),
        [labels.STAGE[one] for one in stages],
        map(words.region, regions),
        since=since,
        until=until,
    )
    return words.listing(title, on, rows, checked, summary, ALLEGED, *words.complete(known))


def warrants(
    found: Sequence[PersonCase],
    counts: WarrantCounts,
    names: Mapping[str, str],
    matters: Mapping[str, str],
    on: date,
    checked: date,
    known: Completeness | None = None,
    *,
    chosen: Chosen,
    at_large: bool = False,
    regions: Sequence[str] = (),
    since: date | None = None,
    until: date | None = None,
) -> list[Block]:
    """Return warrants and summonses with what had become of them, and the totals as the Court counts."""
    rows = words.table(
        found,
        (Column("Public", right=True), _public),
        words.MARKS,
        (Column("Person", wraps=True), lambda one: one.name),
        (Column("Issued", right=True, drop=2), lambda one: spell(one.issued) or "no day"),
        (Column("Situation", wraps=True, drop=1), lambda one: matters[one.situation]),
        (Column("What became of it", wraps=True), lambda one: _became(one, names)),
        (Column("Document", wraps=True, drop=3), words.proof),
    )
    title = words.asked(
        "Sought under a public warrant" if at_large else "Public warrants and summonses",
        _asked(chosen, names, matters, found),
        map(words.region, regions),
        since=since,
        until=until,
    )
    return words.listing(title, on, rows, checked, *totals(counts), ALLEGED, *words.complete(known))


def totals(counts: WarrantCounts) -> list[str]:
    """Say in two lines how many persons were under a warrant, what became of those, and how many were summoned."""
    numbers = counts._asdict()
    parts = words.joined(f"{numbers[what]} {name}" for what, name in COUNTED if numbers[what])
    summoned = words.count(counts.summonses, "person") + " under a public summons" if counts.summonses else ""
    return [f"{words.count(counts.persons, 'person')} under a public warrant: {parts}" if parts else "", summoned]


def stage(one: PersonCase, names: Mapping[str, str]) -> str:
    """Return as text how far a case had come, and since when. `names` are those of States by code."""
    since = f"{'since ' if one.stage in _LASTING else ''}{spell(one.stage_since)}" if one.stage_since else ""
    holder = names.get(one.held_by or "", "")
    by = f"arrested by {holder}" if one.stage == Stage.HELD_NATIONALLY and holder else ""
    beside = one.interim_release and one.stage != Stage.INTERIM_RELEASE
    free = f", {labels.STAGE[Stage.INTERIM_RELEASE]}" if beside else ""
    return f"{by or labels.STAGE[one.stage]} {since}".rstrip() + free


def stage_in_full(one: PersonCase, names: Mapping[str, str]) -> Words:
    """Return how far a case had come, and what else there is to say of where the person is."""
    aside = ""
    if one.died and one.stage not in OVER:
        aside = f"reported to have died {spell(one.died)}; the case has not been ended"
    elif one.stage == Stage.HELD_NATIONALLY:
        aside = "no surrender on record; custody since not known"
    elif one.held_by:
        aside = f"sent to {names[one.held_by]} to serve the sentence"
    return stage(one, names), Cell(f"  {aside}" if aside else "", aside=True)


def _became(one: PersonCase, names: Mapping[str, str]) -> Words:
    if one.instrument == CalledBy.SUMMONS:
        return "summons", Cell(f"  {stage(one, names)}", aside=True)
    if one.outcome == WarrantOutcome.EXECUTED:
        return "executed", Cell(f"  {stage(one, names)}", aside=True)
    return stage_in_full(one, names)


def _public(one: PersonCase) -> str:
    return f"{'by ' if one.public_by == 'bound' else ''}{spell(one.public)}"


def _asked(
    chosen: Chosen, names: Mapping[str, str], matters: Mapping[str, str], found: Sequence[PersonCase]
) -> list[str]:
    known = {one.person: one.name for one in found}
    return [
        *(known.get(person, person) for person in chosen["persons"]),
        *(matters[one] for one in chosen["situations"]),
        *words.named(chosen["states"], names),
    ]
