"""`icc cite`: ready citations of facts and of the dataset."""

import click

from icc_cli import views
from icc_cli.cli import options
from icc_cli.cli.command import Command, answering, answers
from icc_cli.cli.request import Request
from icc_cli.cli.types import Word, completing
from icc_cli.output.report import Answer, Ready

_STYLES = ("plain", "bibtex", "csl")


@click.command("cite", cls=Command)
@click.argument("names", nargs=-1, metavar="[STATE|ID]...", shell_complete=completing("states_and_ids"))
@click.option(
    "--style",
    type=Word(_STYLES),
    metavar="|".join(_STYLES),
    help="Sentences, or a file for a program; -o FILE.bib is BibTeX.",
)
@options.on
@answering
@answers("icc/cite/1", "views.citations:Citation")
def command(ask: Request, names: tuple[str, ...], style: str | None) -> Answer:
    """Cite a State's standing, an act, a situation, an amendment or a document; and, always, the dataset.

    A State's name wins over an id that reads the same: write situation:kenya for the situation.
    --json holds every style at once; --style bibtex and csl print a file to import.

    \b
    icc cite gambia --on 2016-11-16
    icc cite GMB-2016-11-10-withdrawal-notice --style bibtex
    icc cite darfur aggression-2010 --style csl
    """
    from icc_cli.queries.cite import cite  # not at the top: a shell that completes a name need not wait for it

    found = views.citations.citations(cite(ask.store, ask.whole(names), ask.on))
    if style is None and str(click.get_current_context().params["output"]).lower().endswith(".bib"):
        style = "bibtex"

    ready: Ready | None = None
    if style == "bibtex":
        ready = views.citations.bibtex(found)
    elif style == "csl":
        ready = views.citations.csl(found)
    return Answer(found, lambda: views.citations.page(found), ready=ready)
