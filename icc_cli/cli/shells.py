"""How the shells ask what can be typed next, and how they are answered.

The scripts in `icc_cli/shells` run `icc` with `_ICC_COMPLETE`, the name of the shell, and `_ICC_LINE`, the command line
up to the cursor as it was typed. The answer is a line that says what kind of word fits (`plain`, `file` or `dir`),
then the words, each with what it means behind a tab. Imported only while a shell asks.
"""

import os
import re
import sys

import click
from click.shell_completion import CompletionItem, ShellComplete

from icc_cli.errors import IccError
from icc_cli.treaty.fields import Fields

SHELLS = {"bash": "icc.bash", "zsh": "icc.zsh", "fish": "icc.fish", "powershell": "icc.ps1"}
"""Each shell with its script, in `icc_cli/cli/scripts`."""


class Typed(Fields, kw_only=False):
    """A command line up to the cursor: the words before, the word at the cursor, and the quote that it stands in.

    `kept`: how many letters of the word come before the part that the shell replaces.
    """

    words: list[str]
    last: str
    quote: str
    kept: int


def script(name: str) -> str:
    """Return a shell's completion script."""
    path = os.path.join(os.path.dirname(__file__), "scripts", name)
    with open(path, encoding="utf-8") as file:
        return file.read()


def answer(program: click.Command, shell: str) -> int:
    """Write what can be typed next. Where that cannot be known there is no word: a prompt is no place for errors."""
    if sys.stdout is None:
        return 0
    line = os.environ.get("_ICC_LINE", "")
    typed = read(line, shell, os.environ.get("_ICC_BREAKS", ""))
    try:
        items = ShellComplete(program, {}, "icc", "_ICC_COMPLETE").get_completions(typed.words[1:], typed.last)
    except (IccError, click.ClickException, click.exceptions.Exit):
        items = []
    # click tells only the value of `--option=value`; the shell wants the whole word
    option = typed.last[: typed.last.find("=") + 1] if typed.last.startswith("-") else ""
    kind = next((item.type for item in items if item.type != "plain"), "plain")
    lines = [kind, *(_line(item, option, typed, shell) for item in items if kind == "plain" and _harmless(item))]
    sys.stdout.buffer.write("".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape"))
    return 0


def read(line: str, shell: str, breaks: str = "") -> Typed:
    """Split a line as the shell does. `breaks`: letters after which bash begins a new word within ours."""
    escape = "`" if shell == "powershell" else "\\"
    words: list[str] = []
    last, quote, kept, within = "", "", 0, False
    letters = iter(line)
    for letter in letters:
        if letter == escape and (quote != "'" or shell == "fish"):
            last, within = last + next(letters, ""), True
        elif letter == quote:
            quote = ""
        elif not quote and letter in "'\"":
            quote, kept, within = letter, len(last), True
        elif not quote and letter.isspace():
            words += [last] if within else []
            last, kept, within = "", 0, False
        else:
            last, within = last + letter, True
            if not quote and letter in breaks:
                kept = len(last)
    return Typed(words, last, quote, kept)


def _line(item: "CompletionItem[str]", option: str, typed: Typed, shell: str) -> str:
    value = option + item.value
    if shell == "bash":
        return _bash(value[typed.kept :], typed.quote)
    if shell == "powershell":
        value = _powershell(value)
    elif shell == "fish" and not value.casefold().startswith(typed.last.casefold()):
        from icc_cli.treaty.naming import fold

        value = fold(value)  # fish drops what does not begin as typed: `cote` finds `cote divoire`, no `Côte d'Ivoire`
    return f"{value}\t{item.help}" if item.help else value


def _bash(value: str, quote: str) -> str:
    """Write a word as bash must find it, behind a quote that is open or behind none."""
    if quote == "'":
        return value.replace("'", r"'\''")
    return re.sub(r'(["$`\\])' if quote else r"([^\w\-+:,./=@%])", r"\\\1", value)


def _powershell(value: str) -> str:
    """Write a word for PowerShell, to which typographic apostrophes are quotes, and a comma makes a list."""
    return value if re.fullmatch(r"[\w\-./:=]+", value) else "'" + re.sub("(['‘’‚‛])", r"\1\1", value) + "'"


def _harmless(item: "CompletionItem[str]") -> bool:
    """Return whether a word can be shown: what a foreign dataset holds must not act on a terminal."""
    return item.value.isprintable() and (item.help or "").isprintable()
