"""`icc cite`: ready citations of facts and of the dataset."""

import click

from icc_cli.cli.asking import Answer, Ask, Word, answering, completing
from icc_cli.output.blocks import Block
from icc_cli.queries.cite import cite
from icc_cli.views import citations

_READY = {"plain": None, "bibtex": citations.bibtex, "csl": citations.csl}


@click.command("cite")
@click.argument("names", nargs=-1, metavar="[STATE|ID]...", shell_complete=completing("states_and_ids"))
@click.option(
    "--style", type=Word(_READY), default="plain", metavar="|".join(_READY), help="Sentences, or a file for a program."
)
@answering
def command(ask: Ask, names: tuple[str, ...], style: str) -> Answer:
    """Cite a State's standing, an act, a situation, an amendment or a document; and, always, the dataset.

    A State's name wins over an id that reads the same: write situation:kenya for the situation.
    --json holds every style at once; --style bibtex and csl print a file to import.

    \b
    icc cite gambia --on 2016-11-16
    icc cite GMB-2016-11-10-withdrawal-notice --style bibtex
    icc cite darfur aggression-2010 --style csl
    """
    found = citations.citations(cite(ask.store, names, ask.on))

    def view() -> list[Block]:
        return citations.page(found)

    ready = _READY[style]
    return Answer(schema="icc/cite/1", records=found, view=view, ready=ready(found) if ready else None)
