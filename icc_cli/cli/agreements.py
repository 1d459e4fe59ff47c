"""`icc agreements`: agreements of States that bear on cooperation with the Court."""

import click

from icc_cli import views
from icc_cli.cli import options
from icc_cli.cli.command import Command, answering, answers
from icc_cli.cli.request import Request
from icc_cli.cli.types import STATES, Word
from icc_cli.output.report import Answer
from icc_cli.page.blocks import Block
from icc_cli.queries.agreements import STATUSES, AgreementKind, CooperationAgreement, agreements
from icc_cli.views.beside import AboutList, about


@click.command("agreements", cls=Command)
@click.argument("kinds", nargs=-1, type=Word(AgreementKind), metavar="[KIND]...")
@click.option("--state", "states", multiple=True, metavar="STATE", shell_complete=STATES, help="Of this State; repeat.")
@click.option(
    "--status",
    type=Word(STATUSES),
    metavar="|".join(STATUSES),
    help="Those in force if not given; all of named States.",
)
@options.day
@answering
@answers("icc/agreements/1", CooperationAgreement, about=AboutList)
def command(ask: Request, kinds: tuple[str, ...], states: tuple[str, ...], status: str | None) -> Answer:
    """List agreements on cooperation in force on a day: with the Court, and not to surrender persons to it.

    KIND is one of privileges, sentences, interim-release, release, non-surrender; all if none is named. Of most
    non-surrender agreements only the signature is proved: --status signed. The parties to the agreement on privileges
    with their deposits: icc agreement.

    \b
    icc agreements sentences --on 2016-11-16
    icc agreements non-surrender --status all
    icc agreements --state belgium
    """
    codes = ask.codes(states)
    status = status or ("all" if codes else "in-force")
    found = agreements(ask.store, ask.on, kinds=kinds, states=codes, status=status)
    beside = about(ask.store, "agreements", ask.on)

    def view() -> list[Block]:
        from icc_cli.queries.practice import person_names

        chosen = ([views.cooperation.AGREEMENT[kind] for kind in kinds], views.words.named(codes, ask.names))
        persons = person_names(ask.store)
        how = [] if status == "in-force" else [status]
        return views.cooperation.agreements(
            found, persons, ask.names, ask.on, ask.checked, beside.completeness, chosen=(*chosen, how)
        )

    return Answer(found, view, beside)
