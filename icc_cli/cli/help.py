"""`icc help`: topics, and the help of commands."""

import click

from icc_cli.cli.commands import INSTEAD
from icc_cli.cli.topics import TOPICS, rows
from icc_cli.cli.types import completing
from icc_cli.cli.writing import write_page
from icc_cli.errors import suggest


@click.command("help")
@click.argument("words", nargs=-1, metavar="[TOPIC|COMMAND]", shell_complete=completing("helped"))
@click.pass_context
def command(ctx: click.Context, words: tuple[str, ...]) -> None:
    """Show a topic, or the options of a command. Without either, list them.

    \b
    icc help dates
    icc help status
    """
    assert ctx.parent
    write_page(_page(ctx.parent, words))


def _page(top: click.Context, words: tuple[str, ...]) -> str:
    if not words:
        topics = rows((name, topic.title) for name, topic in TOPICS.items())
        return f"{top.get_help()}\n\nTopics, as in 'icc help dates':\n{topics}"
    if words[0] in TOPICS:
        if len(words) > 1:
            raise click.UsageError(f"a topic stands alone; try 'icc help {words[0]}'")
        return TOPICS[words[0]].text()
    return _help_of(top, words)


def _help_of(ctx: click.Context, words: tuple[str, ...]) -> str:
    """Return what `icc COMMAND... --help` prints."""
    for word in words:
        group = ctx.command
        inner = group.get_command(ctx, word) if isinstance(group, click.Group) else None
        if inner is None:
            raise click.UsageError(_unknown(word, ctx))
        ctx = inner.make_context(word, [], parent=ctx, resilient_parsing=True)
    return ctx.get_help()


def _unknown(word: str, ctx: click.Context) -> str:
    group = ctx.command
    known = group.list_commands(ctx) if isinstance(group, click.Group) else []
    known += [] if ctx.parent else TOPICS
    hint = suggest(word, known, "'icc help' lists them")
    if (instead := INSTEAD.get(word.lower(), "")).startswith("help "):
        hint = f"did you mean 'icc {instead}'?"
    return f"unknown topic or command '{word}'; {hint}"
