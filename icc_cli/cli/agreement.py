"""`icc agreement`: the parties to the Agreement on the Privileges and Immunities of the Court."""

import click

from icc_cli import views
from icc_cli.cli import options
from icc_cli.cli.command import Command, answering, answers
from icc_cli.cli.request import Request
from icc_cli.cli.types import Word
from icc_cli.output.report import Answer
from icc_cli.page.blocks import Block
from icc_cli.queries.agreement import STATUSES, AgreementParty, agreement
from icc_cli.views.beside import AboutList, about


@click.command("agreement", cls=Command)
@options.states
@click.option(
    "--status", type=Word(STATUSES), metavar="|".join(STATUSES), help="Parties if not given; all for named States."
)
@options.day
@answering
@answers("icc/agreement/1", AgreementParty, about=AboutList)
def command(ask: Request, states: tuple[str, ...], status: str | None) -> Answer:
    """List the parties to the Agreement on the Privileges and Immunities of the Court, by name.

    A signatory has signed and is not a party; States that are not parties to the Statute can be parties too. A party
    that has denounced it stays one until that takes effect, a year after receipt (Art. 37 of the Agreement).

    \b
    icc agreement --on 2004-07-22
    icc agreement --status signatory
    icc agreement ukraine usa
    """
    codes = ask.codes(states)
    status = status or ("all" if codes else "party")
    found = agreement(ask.store, ask.on, states=codes, status=status)
    beside = about(ask.store, "agreement", ask.on)

    def view() -> list[Block]:
        parties = len(agreement(ask.store, ask.on))
        return views.treaty.agreement(
            found, ask.names, parties, beside.completeness, ask.on, ask.checked, states=codes, status=status
        )

    return Answer(found, view, beside)
