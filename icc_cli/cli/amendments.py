"""`icc amendments`: amendments to the Statute and who is bound by them."""

import click

from icc_cli import views
from icc_cli.cli import options
from icc_cli.cli.command import Command, answering, answers
from icc_cli.cli.request import Request
from icc_cli.cli.types import STATES, completing
from icc_cli.database.rows import filled
from icc_cli.output.report import Answer
from icc_cli.page.blocks import Block
from icc_cli.queries.amendments import (
    Amendment,
    AmendmentWithParties,
    StateAmendment,
    amendment,
    amendments,
    find_amendment,
    states_amendments,
)
from icc_cli.queries.completeness import Completeness
from icc_cli.views.beside import AboutList


@click.command("amendments", cls=Command)
@click.argument("name", required=False, metavar="[ID]", shell_complete=completing("amendments"))
@click.option(
    "--state",
    "states",
    multiple=True,
    metavar="NAME",
    shell_complete=STATES,
    help="How this State stands to each; repeatable.",
)
@options.day
@answering
@answers("icc/amendments/1", Amendment)
@answers("icc/amendment/1", AmendmentWithParties)
@answers("icc/state-amendments/1", StateAmendment, about=AboutList)
def command(ask: Request, name: str | None, states: tuple[str, ...]) -> Answer:
    """List amendments to the Statute: how many States consented and are bound, in force since when.

    With ID, one of them with its States. An id, its page at the depositary or a word of its title will do.

    \b
    icc amendments --on 2018-07-17
    icc amendments aggression
    icc amendments xviii-10-b --state germany
    icc amendments --state germany --state niger
    """
    key = find_amendment(ask.store, name) if name is not None else None
    if states:
        return _of_states(ask, ask.codes(states), key)
    if key:
        return _one(ask, key)
    found = amendments(ask.store, ask.on)
    return Answer(found, lambda: views.treaty.amendments(found, ask.on, ask.checked))


def _one(ask: Request, key: str) -> Answer:
    found = amendment(ask.store, key, ask.on)
    return Answer(
        [found] if found else [],
        lambda: views.treaty.amendment(found, ask.names, ask.on, ask.checked) if found else [],
        schema="icc/amendment/1",
        rows=found.parties if found else (),
    )


def _of_states(ask: Request, codes: list[str], key: str | None) -> Answer:
    found = states_amendments(ask.store, ask.on, codes, key)
    one = amendment(ask.store, key, ask.on) if key else None
    beside = AboutList(on=ask.on, completeness=filled(Completeness, vars(one)) if one else None)
    if not found and not one:
        lists = [one.id for one in amendments(ask.store, ask.on) if one.incomplete]
        gaps = f"Lists that may lack consents: {', '.join(lists)}." if lists else None
        known = Completeness(published=None, complete_through=None, gaps=gaps, incomplete=bool(lists))
        beside = AboutList(on=ask.on, completeness=known)

    def view() -> list[Block]:
        every = [] if key else amendments(ask.store, ask.on)
        return views.treaty.states_amendments(found, every, ask.names, ask.on, ask.checked, beside.completeness)

    return Answer(found, view, beside, schema="icc/state-amendments/1")
