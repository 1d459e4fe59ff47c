"""The server: lists the tools, runs the command that a call stands for, hands out documents, rules and the glossary."""

import sys
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from json import loads
from typing import TYPE_CHECKING, Any

import click

from icc_cli.errors import IccError, UsageError
from icc_cli.mcp import tools as made
from icc_cli.treaty.fields import Fields

if TYPE_CHECKING:
    from mcp.server.lowlevel import Server
    from mcp_types import CallToolResult

Run = Callable[[list[str]], int]

INSTRUCTIONS = """\
Answers where any State stands, or stood on any day, under the Rome Statute of the International Criminal Court, from \
a record kept offline in this program: statuses, notices of withdrawal, situations, amendments, jurisdiction, duties \
to cooperate. Each tool is a command of `icc`; days are written 2016-11-30.

Rules for using it:
- Name the documents of a fact (`sources`) with their addresses, and the day through which the record was checked
  (`dataset.checked`). What lies after that day is expected, not known: say so.
- Warrants and charges are allegations; everybody is presumed innocent until proved guilty (Art. 66).
- `confidence` is `confirmed`, `reported` (one source) or `disputed`: say which, where it is not `confirmed`.
- The answers on jurisdiction and cooperation apply the text of the treaty to the record. They are not legal advice, and
  must not be given as what the Court, a State or the United Nations has decided, unless a decision is cited.
- Listing a State or territory takes no position on its status.
- Do not fill a gap of the record from elsewhere without saying that it comes from elsewhere.
"""


class Answered(Fields):
    """What a command printed, and the code it left with."""

    code: int
    out: str
    err: str


def ask(run: Run, arguments: Sequence[str]) -> Answered:
    """Run a command line in this process, without stdin: that belongs to the protocol."""
    out, err, stdin = StringIO(), StringIO(), sys.stdin
    sys.stdin = None
    try:
        with redirect_stdout(out), redirect_stderr(err):
            code = run(list(arguments))
    finally:
        sys.stdin = stdin
    return Answered(code=code, out=out.getvalue(), err=err.getvalue().removesuffix("\n"))


def serve(group: click.Group, run: Run, version: str, allegations: str, data: str | None = None) -> None:
    """Answer a client over stdin and stdout until it goes, from the dataset of a directory, if one is given.

    Raises UsageError where the extra is not installed.
    """
    try:
        import anyio
        from mcp.server.stdio import stdio_server
    except ImportError:
        raise UsageError("assistants need an extra", "run: pip install 'icc-cli[mcp]'") from None
    server = build(group, run, version, allegations, data)

    async def main() -> None:
        async with stdio_server() as (reading, writing):
            await server.run(reading, writing, server.create_initialization_options())

    anyio.run(main)


def build(group: click.Group, run: Run, version: str, allegations: str, data: str | None = None) -> "Server[Any]":
    """Return the server; `allegations` is the line that goes with every answer."""
    import mcp_types as types
    from mcp.server.lowlevel import Server

    known = made.tools(group)
    chosen = [] if data is None else [f"--data={data}"]

    async def list_tools(_ctx: Any, _params: Any) -> types.ListToolsResult:
        return types.ListToolsResult(
            tools=[
                types.Tool(
                    name=name,
                    description=_described(command),
                    input_schema=made.input_schema(command),
                    annotations=types.ToolAnnotations(
                        read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
                    ),
                )
                for name, (_, command) in known.items()
            ]
        )

    async def call_tool(_ctx: Any, params: types.CallToolRequestParams) -> types.CallToolResult:
        try:
            if params.name not in known:
                raise UsageError(f"there is no tool '{params.name}'", f"one of: {', '.join(known)}")
            words, command = known[params.name]
            found = ask(run, made.command_line([*words, *chosen], command, params.arguments or {}))
        except IccError as error:
            return _failed(f"{error.message}; {error.hint}" if error.hint else error.message)
        if found.code not in (0, 1) or not found.out:
            return _failed(found.err.removeprefix("icc: ") or "nothing matched")
        answer = loads(found.out)
        said = [*found.err.replace("icc: ", "").splitlines(), f"Record checked through {answer['dataset']['checked']}."]
        return types.CallToolResult(
            content=[
                types.TextContent(type="text", text=found.out),
                types.TextContent(type="text", text=" ".join([*said, allegations])),
            ],
            structured_content=answer,
        )

    async def list_resources(_ctx: Any, _params: Any) -> types.ListResourcesResult:
        glossary = types.Resource(
            uri="icc://glossary",
            name="glossary",
            description="Terms of the treaty and of this record.",
            mime_type="text/plain",
        )
        return types.ListResourcesResult(resources=[glossary])

    async def list_templates(_ctx: Any, _params: Any) -> types.ListResourceTemplatesResult:
        return types.ListResourceTemplatesResult(
            resource_templates=[
                types.ResourceTemplate(uri_template=f"icc://{name}/{{id}}", name=name, description=about)
                for name, (about, _) in RESOURCES.items()
            ]
        )

    async def read_resource(_ctx: Any, params: types.ReadResourceRequestParams) -> types.ReadResourceResult:
        name, *rest = resource(str(params.uri))
        found = ask(run, [name, *(chosen if name != "help" else ()), *rest])
        if found.code not in (0, 1):
            raise ValueError(found.err.removeprefix("icc: "))
        kind = "text/plain" if params.uri == "icc://glossary" else "application/json"
        return types.ReadResourceResult(
            contents=[types.TextResourceContents(uri=params.uri, mime_type=kind, text=found.out)]
        )

    return Server(
        "icc",
        version=version,
        instructions=INSTRUCTIONS,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
        on_list_resources=list_resources,
        on_list_resource_templates=list_templates,
        on_read_resource=read_resource,
    )


RESOURCES = {
    "document": ("A document by its key or symbol, and the facts it proves.", ["show", "--json", "--"]),
    "fact": ("An act, situation, amendment or person by its id.", ["show", "--json", "--"]),
    "rule": (
        "A rule of jurisdiction (J1 to J30) or of cooperation (C1 to C10), with its authorities.",
        ["jurisdiction", "--json", "--explain"],
    ),
}
"""What can be read by its id, and the command that prints it."""


def resource(uri: str) -> list[str]:
    """Return the command line that prints a resource. Raises UsageError for an address that is none."""
    from urllib.parse import unquote

    kind, slash, name = uri.removeprefix("icc://").partition("/")
    if uri == "icc://glossary":
        return ["help", "glossary"]
    if not uri.startswith("icc://") or kind not in RESOURCES or not slash or not name:
        raise UsageError(f"there is no resource '{uri}'", "try icc://glossary, icc://document/KEY or icc://rule/J1")
    command, *options = RESOURCES[kind][1]
    if kind == "rule" and name[0] in "Cc":
        command = "cooperation"
    return [command, *options, unquote(name)]


def _described(command: click.Command) -> str:
    """Return a command's help without its examples: they are command lines."""
    return (command.help or "").partition("\b")[0].strip()


def _failed(message: str) -> "CallToolResult":
    import mcp_types as types

    return types.CallToolResult(content=[types.TextContent(type="text", text=message)], is_error=True)
