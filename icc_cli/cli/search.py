"""`icc search`: anything on record, by its words."""

import click

from icc_cli import views
from icc_cli.cli import options
from icc_cli.cli.command import Command, answering, answers
from icc_cli.cli.request import Request
from icc_cli.cli.types import Word
from icc_cli.output.report import About, Answer
from icc_cli.queries.search import SearchKind, SearchResult


class AboutSearch(About):
    """Beside what was found: also how much there is."""

    total: int
    """How many records were found, before `--limit`."""


@click.command("search", cls=Command)
@click.argument("words", nargs=-1, required=True, metavar="WORD...")
@click.option(
    "--kind", "kinds", type=Word(SearchKind), multiple=True, metavar="KIND", help="Only records of this kind."
)
@click.option("--limit", type=click.IntRange(1), default=20, metavar="N", help="At most so many; 20 if not given.")
@options.day
@answering
@answers("icc/search/1", SearchResult, about=AboutSearch)
def command(ask: Request, words: tuple[str, ...], kinds: tuple[str, ...], limit: int) -> Answer:
    """Find acts, situations, persons, documents, amendments, rules and States by their words.

    All words must stand in what is found; case, accents and endings do not count. A State's name in any spelling also
    finds what that State did. The best come first, then the newest. What was not public by the day is not found.

    \b
    icc search immunity head of state
    icc search Naoero
    icc search notice of withdrawal --kind document --limit 50
    """
    from icc_cli.cooperation.rules import EVERY_RULE
    from icc_cli.queries.search import search

    text = " ".join(words)
    found = search(ask.store, text, ask.on, EVERY_RULE, kinds)
    shown = found[:limit]
    return Answer(
        shown,
        lambda: views.search.page(shown, text, len(found), ask.on, ask.checked, kinds=kinds),
        AboutSearch(on=ask.on, total=len(found)),
    )
