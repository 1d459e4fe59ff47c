"""What a page of a situation says first, and its particulars with links in place of ids and commands."""

from collections.abc import Mapping, Sequence

from icc_cli.page.blocks import Block, Cell, Table, Words, text_of
from icc_cli.queries.show import SituationInFull
from icc_cli.treaty import labels
from icc_cli.treaty.dates import spell
from icc_cli.treaty.details import Trigger
from icc_cli.views import cases, records, words

_CAME = {
    Trigger.SELF_REFERRAL: "referred by the State itself",
    Trigger.STATE_REFERRAL: "referred by States",
    Trigger.UNSC_REFERRAL: "referred by the Security Council",
    Trigger.PROPRIO_MOTU: "on the Prosecutor's own motion",
    Trigger.COMMUNICATIONS: "after communications received",
    Trigger.ARTICLE_12_3: "after an Article 12(3) declaration",
}
_SAID = ("Kind", "Opened", "Closed", "Outcome", "Scope")
"""What stands in the first sentence."""


def lead(one: SituationInFull) -> str:
    """Return in a sentence or two since when a matter is open or was, how it came to the Court, and what it covers."""
    kind, opened = labels.SITUATION[one.kind].capitalize(), spell(one.opened) or "a day not known"
    came = _CAME[one.trigger]
    if one.open:
        sentence = f"{kind} open since {opened}, {came}."
    else:
        outcome = labels.OUTCOME[one.outcome] if one.outcome else "closed"
        sentence = f"{kind} from {opened}, {came}; on {spell(one.closed)} {outcome}."
    scope = words.period(one.scope_from, one.scope_to)
    return f"{sentence} It covers conduct {scope}." if scope else sentence


def particulars(page: Sequence[Block], one: SituationInFull, names: Mapping[str, str]) -> list[Block]:
    """Return a view's page without what the lead says, with links to what has a page of its own."""
    return [_linked(block, one, names) if isinstance(block, Table) else block for block in page]


def _linked(table: Table, one: SituationInFull, names: Mapping[str, str]) -> Table:
    headers = [column.header for column in table.columns]
    if "Id" not in headers:
        return table._replace(rows=[row for given in table.rows if (row := _fact(given, one, names))])
    at = headers.index("Id")
    rows = []
    for row in table.rows:
        cells = list(row)
        if "Of" in headers:
            of = headers.index("Of")
            cells[of] = Cell(text_of(row[of]), url=f"{text_of(row[at])}.html")
        rows.append((*cells[:at], *cells[at + 1 :]))
    return table._replace(columns=(*table.columns[:at], *table.columns[at + 1 :]), rows=rows)


def _fact(row: tuple[Words, ...], one: SituationInFull, names: Mapping[str, str]) -> tuple[Words, ...] | None:
    label, value = text_of(row[0]), row[-1]
    if label in _SAID or (label, text_of(value)) == ("Confidence", "confirmed"):
        return None
    match label:
        case "Concerns":
            value = _listed(
                [(Cell(names[iso3], url=f"../states/{iso3}.html"), records.tied(one, iso3)) for iso3 in one.states],
                ", ",
            )
        case "Persons":
            persons = [
                (Cell(case.name, url=f"../persons/{case.person}.html"), f" ({cases.stage(case, names)})")
                for case in one.cases
            ]
            value = _listed([*persons, (words.ALLEGED,)], "; ")
        case "Cooperation":
            counted = words.count(len(one.decisions), "decision")
            value = Cell(f"{counted} about these persons", url="../cooperation.html")
    return (*row[:-1], value)


def _listed(parts: Sequence[tuple[str | Cell, ...]], between: str) -> Words:
    return tuple(word for number, part in enumerate(parts) for word in ((between, *part) if number else part))
