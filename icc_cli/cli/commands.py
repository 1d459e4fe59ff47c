"""The commands by group, each with its line of help, and the option that prints it. Imports none of them."""

import re
import sys
from collections.abc import Iterable

import click

GROUPS = {
    "Request": {
        "status": "where a State stands on a day, since when, and why",
        "names": "what a State is called: every name on record, and its codes",
        "parties": "States by status, region and date",
        "withdrawals": "notices of withdrawal and signatures disowned, with outcomes",
        "events": "acts of States and bodies, by State, kind and period",
        "situations": "investigations and preliminary examinations",
        "cases": "persons before the Court, and how far their cases had come",
        "warrants": "public warrants and summonses, and what became of them",
        "cooperation": "what States owe the Court, and whom they must arrest",
        "noncompliance": "the Court's decisions on the cooperation of States",
        "amendments": "amendments to the Statute, and who is bound since when",
        "declarations": "declarations, objections, acceptances and opt-outs",
        "agreement": "parties to the Agreement on Privileges and Immunities",
        "agreements": "agreements on sentences, release, privileges, non-surrender",
        "jurisdiction": "could the Court hear it: the answer, step by step",
        "brief": "the state of the treaty on a day, on one page",
        "diff": "what changed between two days",
        "upcoming": "the days that lie ahead",
        "when": "when a deposit or a notice of a day takes effect",
    },
    "Look": {
        "timeline": "States side by side in time; also SVG and PNG",
        "chart": "the number of States Parties over time; also SVG and PNG",
        "map": "the world on a day; also SVG and PNG",
    },
    "Prove and cite": {
        "search": "anything on record, by the words in it",
        "show": "anything on record, by its id, with its documents",
        "cite": "citations as text, BibTeX or CSL-JSON",
        "data": "describe, check, update the dataset; compare it with the UN table",
    },
    "Take away": {
        "sql": "read-only SQL over the database",
        "export": "the dataset as CSV, JSON, SQLite and Parquet",
        "site": "the dataset as a web site for any host",
        "mcp": "the commands as tools of assistants",
    },
    "More": {
        "completion": "a script that lets your shell complete names and ids",
        "help": "the options of a command, or a topic",
    },
}
"""The commands by what they are for, each with its line of help; its module has the same name."""

COMMANDS = {name: line for group in GROUPS.values() for name, line in group.items()}

INSTEAD = {
    "members": "parties",
    "memberstates": "parties",
    "states": "parties",
    "countries": "parties",
    "list": "parties",
    "signatories": "parties --status signatory",
    "signatures": "events --kind signature",
    "ratifications": "events --kind ratification",
    "accessions": "events --kind accession",
    "consents": "events --kind ratification",
    "acts": "events",
    "history": "events",
    "news": "events",
    "notices": "withdrawals",
    "leaving": "withdrawals",
    "exits": "withdrawals",
    "rescissions": "withdrawals --outcome rescinded",
    "duties": "cooperation",
    "arrest": "cooperation",
    "findings": "noncompliance",
    "noncooperation": "noncompliance",
    "pacts": "agreements",
    "persons": "cases",
    "suspects": "cases",
    "defendants": "cases",
    "accused": "cases",
    "trials": "cases --stage on-trial",
    "summonses": "cases --stage summoned",
    "wanted": "warrants --at-large",
    "fugitives": "warrants --at-large",
    "investigations": "situations --kind situation",
    "examinations": "situations --kind examination",
    "referrals": "events --kind referral",
    "objections": "declarations --kind objection",
    "reservations": "declarations",
    "acceptances": "declarations --kind article-12-3",
    "immunities": "agreement",
    "privileges": "agreement",
    "update": "data update",
    "compare": "data compare",
    "check": "data check",
    "info": "data info",
    "sources": "show",
    "documents": "show",
    "query": "sql",
    "download": "export",
    "web": "site",
    "api": "site",
    "statistics": "brief",
    "statute": "show article-127",
    "article": "show article-127",
    "articles": "show article-127",
    "obligations": "cooperation",
    "left": "withdrawals --outcome left",
    "leave": "withdrawals",
    "version": "--version",
    "court": "situations",
    "crimes": "help jurisdiction",
    "counts": "brief",
    "summary": "brief",
    "calendar": "upcoming --format ics",
    "glossary": "help glossary",
    "terms": "help glossary",
    "topics": "help",
}
"""What people type for a command that has another name."""

ABOUT = (
    "Where any State stands under the Rome Statute of the International Criminal Court, "
    "on any day, and the document that proves it. Offline."
)
EXAMPLES = ("icc status gambia --on 2016-11-16", "icc withdrawals --since 2016")
MORE = "'icc COMMAND --help' shows the options of a command, 'icc help' the topics."


class Formatter(click.HelpFormatter):
    """Lays out help without breaking a word, `withdrawal-notice` and `2016-11-30` included."""

    def write_text(self, text: str) -> None:
        """Write a paragraph."""
        super().write_text(_whole(text))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write words and what they mean in two columns."""
        super().write_dl([(word, _whole(text)) for word, text in rows], col_max, col_spacing)

    def getvalue(self) -> str:
        """Return all that was written."""
        return super().getvalue().replace(_WHOLE, "-")


_WHOLE = "\u2011"
"""A hyphen at which no line ends, while lines are laid out."""


def _whole(text: str) -> str:
    return re.sub(r"(?<=\w)-(?=\w)", _WHOLE, text)


class Context(click.Context):
    """Lays out help with `Formatter`."""

    formatter_class = Formatter


def write_help(formatter: click.HelpFormatter) -> None:
    """Write what the program is for, and its commands by group."""
    width = max(map(len, COMMANDS))
    formatter.write_text(ABOUT)
    for group, commands in GROUPS.items():
        with formatter.section(group):
            formatter.write_dl([(name.ljust(width), line) for name, line in commands.items()])
    formatter.write("\nUsage: icc COMMAND [OPTIONS], such as\n")
    for example in EXAMPLES:
        formatter.write(f"  {example}\n")
    formatter.write_text(MORE)


def show_help(ctx: click.Context) -> None:
    """Print the help of a command: to a terminal with what that takes, else at once."""
    if sys.stdout is None or not sys.stdout.isatty():
        click.echo(ctx.get_help())
        return
    from icc_cli.cli.writing import write_page

    write_page(ctx.get_help())


def _help(ctx: click.Context, _parameter: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        show_help(ctx)
        ctx.exit()


help_option = click.option(
    "-h", "--help", is_flag=True, is_eager=True, expose_value=False, callback=_help, help="Show this message and exit."
)
"""Click's own would look for a translation of that sentence whenever a command is called, help or no help."""
