"""`icc agreement`: the parties to the Agreement on the Privileges and Immunities of the Court."""

import click

from icc_cli.cli.command import Answer, answering
from icc_cli.cli.request import Ask
from icc_cli.cli.types import STATES, Word
from icc_cli.page.blocks import Block
from icc_cli.queries.agreement import STATUSES, agreement, completeness
from icc_cli.queries.names import everyday_names


@click.command("agreement")
@click.argument("states", nargs=-1, metavar="[STATE]...", shell_complete=STATES)
@click.option(
    "--status", type=Word(STATUSES), metavar="|".join(STATUSES), help="Parties if not given; all for named States."
)
@answering
def command(ask: Ask, states: tuple[str, ...], status: str | None) -> Answer:
    """List the parties to the Agreement on the Privileges and Immunities of the Court, by name.

    A signatory has signed and is no party; States that are not parties to the Statute can be parties too.

    \b
    icc agreement --on 2004-07-22
    icc agreement --status signatory
    icc agreement ukraine usa
    """
    codes = ask.codes(states)
    found = agreement(ask.store, ask.on, states=codes, status=status or ("all" if codes else "party"))

    complete = completeness(ask.store, ask.on)

    def view() -> list[Block]:
        from icc_cli.views import treaty

        names = everyday_names(ask.store)
        parties = len(agreement(ask.store, ask.on))
        return treaty.agreement(found, names, parties, complete, ask.on, ask.checked)

    about = {"on": ask.on, "completeness": complete}
    return Answer(schema="icc/agreement/1", records=found, view=view, about=about)
