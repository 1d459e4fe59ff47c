"""`icc show`: anything on record, by its id."""

from typing import TYPE_CHECKING

import click

from icc_cli import views
from icc_cli.cli import options
from icc_cli.cli.command import Command, answering, answers
from icc_cli.cli.request import Request
from icc_cli.cli.types import completing
from icc_cli.errors import NoAddress, UsageError
from icc_cli.output.report import Answer
from icc_cli.page.text import web

if TYPE_CHECKING:
    from icc_cli.page.blocks import Block
    from icc_cli.queries.show import Record


@click.command("show", cls=Command)
@click.argument("ids", nargs=-1, required=True, metavar="ID...", shell_complete=completing("ids"))
@click.option("--open", "opened", is_flag=True, help="Open its document in the browser, too.")
@options.day
@answering
@answers("icc/show/1", "queries.show:Record")
def command(ask: Request, ids: tuple[str, ...], opened: bool) -> Answer:
    """Show all that is on record about an act, document, situation, amendment, article or person before the Court.

    Its documents come in full. Ids are those of --json, in any case; documents also go by their symbols, persons by
    their names. A State's name lists its acts with their ids. Where two records share an id, write situation:ID or
    document:ID; for a State, state:NAME.

    \b
    icc show GMB-2016-11-10-withdrawal-notice --on 2016-11-16
    icc show C.N.862.2016
    icc show darfur aggression-2010
    icc show niger
    icc show putin article-127
    """
    from icc_cli.queries.show import show_all  # not at the top: a shell that completes an id need not wait for it

    asked = [show_all(ask.store, name, ask.on) for name in ask.whole(ids)]
    found = list({(one.kind, one.id): one for _, records in asked for one in records}.values())
    states = {iso3: records for iso3, records in asked if iso3}
    alone = [one for one in found if not any(one in records for records in states.values())]
    if opened:
        _open(found)

    def view() -> "list[Block]":
        page = [
            block
            for iso3, records in states.items()
            for block in views.records.acts_of(ask.names[iso3], records, ask.on, ask.checked)
        ]
        return [*page, *(views.records.pages(alone, ask.names, ask.on, ask.checked) if alone or not page else [])]

    return Answer(found, view)


def _open(found: "list[Record]") -> None:
    """Open the document of the one record that was found. Raises NoAddress if none of its documents has an address."""
    if len(found) != 1:
        raise UsageError("--open opens one document", "give one id; 'icc show NAME' lists those of a State's acts")
    record = found[0].record
    addresses = [record.url] if hasattr(record, "url") else [source.url for source in record.sources]
    address = next(filter(None, map(web, addresses)), None)
    if address is None:
        raise NoAddress(f"no address of a document of {found[0].id} is on record", "leave out --open to read about it")
    import webbrowser  # only where it is asked for

    if not webbrowser.open(address):
        raise NoAddress("no browser could be opened", f"the address is {address}")
