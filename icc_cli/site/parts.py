"""What pages are made of: headings, sections, what a view says around its tables, key dates with their documents."""

from collections.abc import Sequence
from datetime import date
from operator import itemgetter
from typing import Any

from markupsafe import Markup

from icc_cli.output.html import inline
from icc_cli.page.blocks import Block, Heading, Line, Table, Words, text_of
from icc_cli.queries.acts import Act, Source
from icc_cli.queries.cases import PersonCase
from icc_cli.queries.status import StateStatus
from icc_cli.site.grid import linked
from icc_cli.treaty.dates import last_day
from icc_cli.treaty.fields import Fields
from icc_cli.views import words
from icc_cli.views.status import joint


class Told(Fields, kw_only=False):
    """An act on a State's page, or what `follows` from it on its day of effect.

    `authors` are the codes of all other States that did it together.
    """

    act: Act
    authors: tuple[str, ...] = ()
    follows: str = ""


def state_of(record: Any) -> str | None:
    """Return the page of the State of a record, if it has one."""
    return f"states/{record.iso3}.html" if record.iso3 else None


def person_of(one: PersonCase) -> str:
    """Return the page of a person."""
    return f"persons/{one.person}.html"


def dated(row: Sequence[Words], acts: Sequence[Act]) -> tuple[Markup, ...]:
    """Return a key date of a State as HTML, its documents with links."""
    *cells, proof = row
    named = next((act.sources for act in acts if act.sources and (*proof,)[:1] == (words.documents(act.sources),)), ())
    html = linked(named) + Markup(inline(tuple(proof)[1:])) if named else Markup(inline(proof))
    return (*(Markup(inline(cell)) for cell in cells), html)


class Head(Fields, kw_only=False):
    """What a page is about: in bare text, as HTML, and what stands on the right of that."""

    text: str
    html: Markup
    right: str


def heading(page: Sequence[Block]) -> Head:
    """Return what a view's heading says."""
    found = next(block for block in page if isinstance(block, Heading))
    return Head(text_of(found.left), Markup(inline(found.left)), found.right)


def without(sources: Sequence[Source], page: Sequence[Block]) -> list[Block]:
    """Return a page without the lines that name its documents, which stand on their own with links."""
    told = {text for one in sources for text in (one.title, one.symbol or one.key, one.url)}
    return [block for block in page if not (isinstance(block, Line) and text_of(block.words) in told)]


def without_last(page: Sequence[Block]) -> Sequence[Block]:
    """Return a page without its last line: the day of the check is in every footer, and no command is of use."""
    return page[:-1]


def after_table(page: Sequence[Block]) -> Sequence[Block]:
    """Return what a page says below its table."""
    return page[next(n for n, block in enumerate(page) if isinstance(block, Table)) + 1 :]


def lines(page: Sequence[Block]) -> list[Line]:
    """Return the lines of a page."""
    return [block for block in page if isinstance(block, Line)]


def together(found: StateStatus, through: date) -> list[Told]:
    """Return the acts on a State's page, newest first; what several States did together stands once.

    What follows from an act on a later day has a line of its own; it is expected after `through`. Acts of which no day
    is known come last.
    """
    groups: dict[tuple[object, ...], list[Act]] = {}
    for act in found.acts:
        other = act.iso3 not in (None, found.iso3)
        groups.setdefault(joint(act) if other else (act.id,), []).append(act)
    told = [
        (
            last_day(acts[0].done or acts[0].effect or date.min),
            Told(acts[0], tuple(act.iso3 for act in acts if act.iso3 and act.iso3 != found.iso3)),
        )
        for acts in groups.values()
    ]
    for act in found.acts:
        if act.effect and (follows := words.derived(act, through)):
            told.append((act.effect, Told(act, follows=follows)))
    return [one for _, one in sorted(told, key=itemgetter(0), reverse=True)]
