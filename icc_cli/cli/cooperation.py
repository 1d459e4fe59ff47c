"""`icc cooperation`: what States owe the Court, and whether they must arrest a person."""

import click

from icc_cli import views
from icc_cli.cli import options
from icc_cli.cli.command import Command, answering, answers
from icc_cli.cli.request import Request
from icc_cli.cli.types import completing
from icc_cli.errors import UsageError
from icc_cli.output.report import Answer
from icc_cli.page.blocks import Block


@click.command("cooperation", cls=Command)
@options.states
@click.option(
    "--person",
    metavar="PERSON",
    shell_complete=completing("persons"),
    help="Must they arrest and surrender this person?",
)
@click.option(
    "--explain",
    metavar="RULE",
    shell_complete=completing("cooperation_rules"),
    help="Show a rule (C1 to C10) and its authorities.",
)
@options.day
@answering
@answers("icc/cooperation/1", "cooperation.answer:CooperationAnswer")
@answers("icc/cooperation-rule/1", "jurisdiction.rules:RuleWithSources", single=True)
def command(ask: Request, states: tuple[str, ...], person: str | None, explain: str | None) -> Answer:
    """Show what States owe the Court on a day, and why; all States if none is named.

    With a person: must they arrest and surrender that person? Exit code 1: no State named need.

    \b
    icc cooperation hungary --on 2026-06-01
    icc cooperation jordan --person al-bashir --on 2017-03-29
    icc cooperation --person putin --format csv
    icc cooperation --explain C4
    """
    if explain is not None:
        return _explained(ask, explain)
    from icc_cli.cooperation.answer import cooperation
    from icc_cli.cooperation.trace import Verdict
    from icc_cli.queries.persons import find_person
    from icc_cli.queries.practice import person_names

    who = find_person(ask.store, person) if person is not None else None
    found = cooperation(ask.store, ask.on, states=ask.codes(states), person=who)

    def view() -> list[Block]:
        names = person_names(ask.store)
        name = names[who] if who else ""
        if len(found) == 1:
            return views.cooperation.page(found[0], name, names, ask.names, ask.on, ask.checked)
        return views.cooperation.states(found, name, ask.on, ask.checked)

    no = who is not None and all(one.verdict == Verdict.NEED_NOT for one in found)
    return Answer(found, view, exit_code=1 if no else 0)


def _explained(ask: Request, name: str) -> Answer:
    from icc_cli.cooperation.facts import Facts
    from icc_cli.cooperation.rules import RULES
    from icc_cli.jurisdiction.rules import RuleWithSources

    rule = RULES.get(name.strip().upper())
    if not rule:
        raise UsageError(f"unknown rule '{name}'", "they run from C1 to C10")
    found = RuleWithSources(**rule._asdict(), sources=Facts(ask.store, ask.on).authority(rule.rule))
    return Answer([found], lambda: views.jurisdiction.rule(found), schema="icc/cooperation-rule/1")
