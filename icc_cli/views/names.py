"""`icc names` in words."""

from collections.abc import Sequence

from icc_cli.page.blocks import Block, Cell, Column, Line
from icc_cli.queries.called import StateName
from icc_cli.views import words

_TITLES = {
    "own": "Own",
    "other": "Also",
    "people": "Its people",
    "ambiguous": "Settles nothing alone",
    "local": "In its own tongues",
}


def page(found: Sequence[StateName]) -> list[Block]:
    """Return the page of each State: its codes, its names on record, and those in other languages."""
    blocks: list[Block] = []
    for iso3 in dict.fromkeys(one.iso3 for one in found):
        own = [one for one in found if one.iso3 == iso3]
        codes = [f"{one.kind} {one.text}" for one in own if one.kind not in (*_TITLES, "language")]
        rows = [(title, "; ".join(one.text for one in own if one.kind == kind)) for kind, title in _TITLES.items()]
        blocks += [words.heading(own[0].name, code=iso3), Line(words.joined(codes)), Line()]
        blocks.append(words.table([row for row in rows if row[1]], (Column(), _title), (Column(wraps=True), _text)))
        languages = [one for one in own if one.kind == "language"]
        table = words.table(
            languages,
            (Column("Name", wraps=True), lambda one: one.text),
            (Column("Languages", wraps=True), lambda one: ", ".join(one.languages)),
        )
        blocks += words.section("In other languages", Line(), table) if languages else []
    return [
        *blocks,
        Line(),
        Line(
            Cell(
                "Languages are those of Unicode CLDR and the United Nations; own tongues as in the CIA World Factbook.",
                aside=True,
            )
        ),
    ]


def _title(row: tuple[str, str]) -> Cell:
    return Cell(row[0], aside=True)


def _text(row: tuple[str, str]) -> str:
    return row[1]
