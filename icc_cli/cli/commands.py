"""The commands, each with its line of help, and the option that prints it. Imports none of them."""

import click

COMMANDS = {
    "status": "where a State stands on a day, since when, and why",
    "parties": "States by status, region and date",
    "withdrawals": "every notice, unsigning and rescission with its outcome",
    "events": "all acts, by State, kind and period",
    "situations": "investigations and examinations, by trigger and region",
    "brief": "the state of the treaty on a day, on one page",
    "diff": "what changed between two days",
    "upcoming": "the days that lie ahead",
    "amendments": "amendments to the Statute, who is bound, since when",
    "declarations": "declarations, objections, acceptances and opt-outs",
    "agreement": "parties to the Court's privileges agreement",
    "timeline": "States side by side in time, in the terminal or as SVG",
    "chart": "the number of States Parties over time, also as SVG",
    "map": "the world by status, region, amendment or situations, also as SVG",
    "jurisdiction": "could the Court hear it: verdict, bases, and each step with its source",
    "show": "anything on record, by its id",
    "cite": "ready citations, also as BibTeX and CSL-JSON",
    "sql": "read-only SQL over the database",
    "data": "check and describe the dataset, compare it with the depositary's",
    "export": "the dataset as CSV, JSON, SQLite and Parquet, with panels",
    "site": "the dataset as a static site with a map, for any web host",
    "completion": "a script that lets your shell complete all this",
    "help": "a command's options, or a topic: dates, names, formats, …",
}
"""Each command with its line of help; its module has the same name."""

HELP = """\
icc: any State's standing under the Rome Statute of the International Criminal Court,
on any day, with the document that proves it. Offline.
Usage: icc COMMAND [OPTIONS], such as
  icc status gambia --on 2016-11-16
  icc withdrawals --since 2016
'icc COMMAND --help' tells its options; 'icc help' lists topics: dates, names, formats, …

{commands}
"""


def _help(ctx: click.Context, _parameter: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        click.echo(ctx.get_help())
        ctx.exit()


help_option = click.option(
    "-h", "--help", is_flag=True, is_eager=True, expose_value=False, callback=_help, help="Show this message and exit."
)
"""Click's own would look for a translation of that sentence whenever a command is called, help or no help."""
