"""`icc jurisdiction`: could the Court hear it, on what basis, and why."""

import functools
from datetime import date
from typing import Any

import click

from icc_cli import views
from icc_cli.cli import options
from icc_cli.cli.command import Command, answering, answers
from icc_cli.cli.request import Request
from icc_cli.cli.types import LAST, STATES, completing
from icc_cli.errors import UsageError
from icc_cli.output.report import About, Answer
from icc_cli.page.blocks import Block
from icc_cli.treaty.dates import first_day, last_day
from icc_cli.treaty.days import typed

_SPECIAL = (
    *("place", "aggressor", "vessel", "aircraft", "cross_border", "amended", "age"),
    *("legal_person", "un_operation", "continuing", "unrelated_to_situation"),
)
"""The options that the rules take as tokens."""
_state = functools.partial(click.option, metavar="STATE", shell_complete=STATES)


def _days(text: str) -> tuple[date, date | None]:
    """Read a day, or two with dots between; a month or year is all its days."""
    first, dots, last = text.strip().partition("..")
    try:
        start = typed(first.strip())
        if dots:
            return first_day(start), last_day(typed(last.strip()))
    except ValueError as error:
        raise UsageError(
            f"--date: '{text}' is not a date: {error}", "write 2016-11-30 or 2016-01-01..2016-11-30"
        ) from None
    return (start, None) if isinstance(start, date) else (first_day(start), last_day(start))


@click.command("jurisdiction", cls=Command)
@click.option(
    "--crime", "-c", metavar="CRIME", shell_complete=completing("crimes"), help="genocide, war-crimes, … (see below)."
)
@click.option("--date", "-d", "days", metavar="DAY[..DAY]", help="Day of the conduct, or a range of days.")
@_state(
    "--territory", "-t", help="Where it happened (aggression: the State attacked): a State, a territory, 'high seas'."
)
@_state("--national", "-n", "nationals", multiple=True, help="Nationality of the accused, or 'stateless'; repeat.")
@click.option(
    "--on", "--as-of", "on", type=LAST, metavar="DATE", help="Day on which the Court acts; today if not given."
)
@click.option(
    "--in",
    "place",
    metavar="NAME",
    shell_complete=completing("territories"),
    help="A named territory: crimea, gaza, greenland, darfur, eez-phl, …",
)
@_state("--aggressor", help="For aggression: the State that attacked; that of nationality if not given.")
@_state("--vessel", multiple=True, help="On board a ship registered there.")
@_state("--aircraft", multiple=True, help="On board an aircraft registered there.")
@_state("--cross-border", multiple=True, help="An element of the crime happened there.")
@click.option(
    "--amended", multiple=True, metavar="CRIME", help="A war crime added by amendment: starvation, gas, 8-2-e-xix, …"
)
@click.option("--age", type=int, metavar="N", help="Age of the accused on the day, or on the first of a range.")
@click.option("--legal-person", is_flag=True, help="The accused is a company or the like.")
@click.option("--un-operation", is_flag=True, help="Personnel of an operation that the Council or the AU authorised.")
@click.option("--continuing", is_flag=True, help="The range of days is one crime that goes on, such as detention.")
@click.option("--unrelated-to-situation", is_flag=True, help="No link to a situation before the Court.")
@click.option("--referral", "referrals", multiple=True, metavar="RES", help="1593, 1970 or hypothetical.")
@click.option("--deferral", "deferrals", multiple=True, metavar="RES", help="1422, 1487 or hypothetical.")
@click.option("--special", multiple=True, hidden=True)  # tokens of the case files, such as vessel:COM
@click.option("--unsc", multiple=True, hidden=True)  # the same for the Council, such as referral:1593
@click.option("--all-crimes", is_flag=True, help="Answer for each crime of Art. 5.")
@click.option(
    "--explain",
    metavar="RULE",
    shell_complete=completing("rules"),
    help="Show a rule (J1 to J30) and its authorities.",
)
@options.suppose
@answering
@answers("icc/jurisdiction/1", "jurisdiction.answer:Jurisdiction", single=True, within="crimes")
@answers("icc/jurisdiction-rule/1", "jurisdiction.rules:RuleWithSources", single=True)
def command(ask: Request, **given: Any) -> Answer:
    """Show whether the Court could have jurisdiction, on what basis, and by which steps. Exit code 1: no.

    Crimes: genocide, crimes-against-humanity, war-crimes, aggression; administration-of-justice (Art. 70).

    \b
    icc jurisdiction -c war-crimes -d 2014-03-01 -t ukraine --in crimea -n russia
    icc jurisdiction -c war-crimes -d 2003..2016 -t afghanistan -n usa
    icc jurisdiction --all-crimes -d 2022-02-24 -t ukraine -n russia
    icc jurisdiction -c aggression -d 2022-06-01 -t georgia --aggressor germany
    icc jurisdiction --explain J13

    More questions, with what their answers mean: icc help jurisdiction.
    """
    return _explained(ask, given["explain"]) if given["explain"] else _answered(ask, given)


def _answered(ask: Request, given: dict[str, Any]) -> Answer:
    from icc_cli.jurisdiction import ask as asking
    from icc_cli.jurisdiction.answer import written

    if given["all_crimes"] == bool(given["crime"]):
        raise UsageError("give --crime CRIME, or --all-crimes", "see 'icc jurisdiction --help'")
    if not given["days"]:
        raise UsageError("the day of the conduct is missing", "add --date 2016-11-30")
    day, until = _days(given["days"])
    on = ask.on if ask.on_given else None
    found = asking.ask(
        ask.store,
        crimes=[given["crime"]] if given["crime"] else [],
        day=day,
        until=until,
        today=ask.today,
        on=on,
        territory=given["territory"],
        nationals=given["nationals"],
        special=[*given["special"], *asking.tokens(**{name: given[name] for name in _SPECIAL})],
        unsc=[
            *given["unsc"],
            *(f"referral:{one}" for one in given["referrals"]),
            *(f"deferral:{one}" for one in given["deferrals"]),
        ],
    )
    records = [one.answer for one in found]
    no = not any("yes" in written(one) or "contested" in written(one) for one in records)

    def view() -> list[Block]:
        if given["all_crimes"]:
            return views.jurisdiction.crimes(found, ask.checked)
        return views.jurisdiction.page(found[0], ask.checked)

    return Answer(
        records,
        view,
        About(on=records[0].as_of),
        within="crimes" if given["all_crimes"] else "",
        exit_code=1 if no else 0,
    )


def _explained(ask: Request, name: str) -> Answer:
    from icc_cli.jurisdiction.facts import Facts
    from icc_cli.jurisdiction.rules import RULES, RuleWithSources

    rule = RULES.get(name.strip().upper())
    if not rule:
        raise UsageError(f"unknown rule '{name}'", "they run from J1 to J30")
    found = RuleWithSources(**rule._asdict(), sources=Facts(ask.store).authority(rule.rule))
    return Answer([found], lambda: views.jurisdiction.rule(found), schema="icc/jurisdiction-rule/1")
