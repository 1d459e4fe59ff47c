"""`icc declarations`: declarations and acts like them."""

from datetime import date
from typing import Any

import click

from icc_cli import views
from icc_cli.cli import options
from icc_cli.cli.command import Command, answering, answers
from icc_cli.cli.request import Request
from icc_cli.cli.types import Word
from icc_cli.output.report import Answer
from icc_cli.page.blocks import Block
from icc_cli.queries.declarations import KINDS, Declaration, declarations
from icc_cli.views.beside import AboutList, about


@click.command("declarations", cls=Command)
@options.states
@click.option("--kind", "kinds", type=Word(KINDS), multiple=True, metavar="KIND", help="A kind, such as article-124.")
@options.period("Made")
@options.day
@answering
@answers("icc/declarations/1", Declaration, about=AboutList)
def command(
    ask: Request, states: tuple[str, ...], kinds: tuple[str, ...], since: date | None, until: date | None
) -> Answer:
    """List declarations, objections, territorial notices, acceptances and opt-outs: by these States or against them.

    \b
    icc declarations uruguay
    icc declarations --kind article-124 --kind article-12-3
    icc declarations --since 2024
    """
    codes = ask.codes(states)
    filters: dict[str, Any] = {"states": codes, "kinds": kinds, "since": since, "until": until}
    found = declarations(ask.store, ask.on, **filters)
    beside = about(ask.store, "declarations", ask.on)

    def view() -> list[Block]:
        return views.treaty.declarations(found, ask.names, ask.on, ask.checked, beside.completeness, **filters)

    return Answer(found, view, beside)
