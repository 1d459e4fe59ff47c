"""Commands as tools: names, parameters and their JSON Schemas, and the command line that a call stands for.

Knows click and what commands declare, nothing of the protocol.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import click

from icc_cli.errors import UsageError, suggest
from icc_cli.output.report import schemas

LEFT_OUT = frozenset({"format_name", "as_json", "output", "bom", "data", "color", "no_pager", "help", "svg", "png"})
"""Options that no tool has: an answer is JSON, from the one dataset, and goes to no file."""
_NOT_TOOLS = frozenset({"data_compare"})
"""Commands that answer and are no tool: they read a file or the network."""
_STDIN = "-"


def tools(group: click.Group) -> dict[str, tuple[tuple[str, ...], click.Command]]:
    """Return the commands that answer, by the names of their tools (`data_info`), with the words they go by."""
    found = {"_".join(words): (words, command) for words, command in _commands(group, ())}
    return {name: one for name, one in found.items() if schemas(one[1].callback) and name not in _NOT_TOOLS}


def _commands(group: click.Group, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from _commands(command, (*path, name))
        elif command:
            yield (*path, name), command


def parameters(command: click.Command) -> dict[str, click.Parameter]:
    """Return a command's parameters by the names they have in a tool: an option's own name, `cross_border`."""
    return {
        _name(param): param
        for param in command.params
        if param.name not in LEFT_OUT and not getattr(param, "hidden", False)
    }


def _name(param: click.Parameter) -> str:
    if isinstance(param, click.Option):
        return next(one for one in param.opts if one.startswith("--")).removeprefix("--").replace("-", "_")
    return str(param.name)


def input_schema(command: click.Command) -> dict[str, Any]:
    """Return the JSON Schema of a tool's parameters."""
    named = parameters(command)
    required = [name for name, param in named.items() if param.required and param.nargs == 1]
    return {
        "type": "object",
        "properties": {name: _schema(param) for name, param in named.items()},
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _schema(param: click.Parameter) -> dict[str, Any]:
    words = getattr(param.type, "words", None)
    if getattr(param, "is_flag", False):
        one: dict[str, Any] = {"type": "boolean"}
    elif isinstance(param.type, type(click.INT)):
        one = {"type": "integer"}
    else:
        one = {"type": "string", **({"enum": list(words.values())} if isinstance(words, dict) else {})}
    about = getattr(param, "help", None) or f"{param.metavar or param.name}".replace("[", "").replace("]...", "")
    several = param.nargs == -1 or getattr(param, "multiple", False)
    return {"description": about, **({"type": "array", "items": one} if several else one)}


def command_line(words: Sequence[str], command: click.Command, given: Mapping[str, Any]) -> list[str]:
    """Return the arguments of `icc` that a call stands for.

    Raises UsageError for a parameter that the tool has not, a value of the wrong kind, and for `-`, which is stdin.
    """
    named = parameters(command)
    options: list[str] = []
    arguments: list[str] = []
    for name, value in given.items():
        if name not in named:
            raise UsageError(f"there is no parameter '{name}'", suggest(name, named, f"one of: {', '.join(named)}"))
        if value is None:
            continue
        param = named[name]
        values = value if isinstance(value, list) else [value]
        if isinstance(param, click.Option) and getattr(param, "is_flag", False):
            options += [param.opts[0]] if _truth(name, value) else []
            continue
        texts = [_text(name, one) for one in values]
        if isinstance(param, click.Option):
            options += [f"{next(opt for opt in param.opts if opt.startswith('--'))}={text}" for text in texts]
    for param in command.params:  # arguments stand in their own order, not in that of the call
        value = given.get(str(param.name)) if isinstance(param, click.Argument) else None
        if value is not None:
            arguments += [_text(str(param.name), one) for one in (value if isinstance(value, list) else [value])]
    return [*words, *options, "--json", "--", *arguments]


def _truth(name: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise UsageError(f"{name}: {value!r} is not true or false", "write true or false")
    return value


def _text(name: str, value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise UsageError(f"{name}: {value!r} is no text", "write it as text, several as a list")
    if value == _STDIN:
        raise UsageError(f"{name}: '-' would read stdin, which a tool has not", "name the States")
    return str(value)
