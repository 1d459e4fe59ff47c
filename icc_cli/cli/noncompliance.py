"""`icc noncompliance`: the Court's decisions on the cooperation of States."""

from datetime import date

import click

from icc_cli import views
from icc_cli.cli import options
from icc_cli.cli.command import Command, answering, answers
from icc_cli.cli.request import Request
from icc_cli.cli.types import Word, completing
from icc_cli.output.report import Answer
from icc_cli.page.blocks import Block
from icc_cli.queries.noncompliance import CooperationDecision, noncompliance
from icc_cli.treaty.details import Ruling


@click.command("noncompliance", cls=Command)
@options.states
@click.option("--person", metavar="PERSON", shell_complete=completing("persons"), help="About this person.")
@click.option("--outcome", "outcomes", type=Word(Ruling), multiple=True, metavar="OUTCOME", help="What was decided.")
@options.period("Decided")
@options.day
@answering
@answers("icc/noncompliance/1", CooperationDecision)
def command(
    ask: Request,
    states: tuple[str, ...],
    person: str | None,
    outcomes: tuple[str, ...],
    since: date | None,
    until: date | None,
) -> Answer:
    """List the Court's decisions on the cooperation of States (Art. 87(7)), and what stood of them on the day.

    A decision on appeal is a row of its own, and changes whether the earlier one stands and to whom it is referred.

    \b
    icc noncompliance --on 2017-12-31
    icc noncompliance jordan --on 2019-05-06
    icc noncompliance --outcome found --person al-bashir
    """
    from icc_cli.queries.persons import find_person
    from icc_cli.queries.practice import person_names

    codes = ask.codes(states)
    persons = [find_person(ask.store, person)] if person is not None else []
    found = noncompliance(ask.store, ask.on, states=codes, persons=persons, outcomes=outcomes, since=since, until=until)

    def view() -> list[Block]:
        names, known = person_names(ask.store), noncompliance(ask.store, ask.on)
        chosen = (views.words.named(codes, ask.names), [names[one] for one in persons], outcomes)
        return views.cooperation.noncompliance(
            found, names, ask.on, ask.checked, known=known, chosen=chosen, since=since, until=until
        )

    return Answer(found, view)
