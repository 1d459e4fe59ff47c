"""`icc mcp`: the commands as tools of assistants."""

import click

from icc_cli import __version__
from icc_cli.cli import options
from icc_cli.database.opening import open_store
from icc_cli.errors import UsageError


@click.command("mcp")
@options.data
@click.pass_context
def command(ctx: click.Context, data: str | None) -> None:
    """Answer an assistant over the Model Context Protocol, on stdin and stdout; needs the extra 'mcp'.

    Each command that answers is a tool. Nothing is written, and the network is not used. Its client starts it:
    docs/assistants.md says how to connect one.
    """
    import sys

    from icc_cli.cli.main import run
    from icc_cli.mcp.server import serve

    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError("'icc mcp' talks to a program, not to people", "see docs/assistants.md for how to connect one")
    store = open_store(data)
    allegations = store.meta.get("notice:allegations", "")
    store.close()
    root = ctx.find_root().command
    assert isinstance(root, click.Group)
    serve(root, run, __version__, allegations, data)
