"""Text that could act on a terminal, a browser or a spreadsheet, and how to tell that none of it does."""

import csv
import io
import re

HOSTILE = [
    "\x1b[31mred\x1b[0m",
    "\x1b]8;;https://evil.example\x07link\x1b]8;;\x07",
    "bell\x07 back\x08space",
    "carriage\rreturn",
    "bidi \u202eoverride\u202c and \u2066isolate\u2069",
    "c1 \x9b31m",
    "[bold red]markup[/bold red]",
    "[link=https://evil.example]x[/link]",
    ":boom:",
    "line\u2028separator",
    "marks \u061c\u200e\u200f and \ufeff",
]
"""What may act on a terminal, or on what lays text out for one."""

PRINTABLE = [
    "[bold red]markup[/bold red]",
    "[link=https://evil.example]x[/link]",
    ":boom:",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "=HYPERLINK(1)",
    "+A1+A2",
    "-A1-A2",
    "@SUM(A1)",
    "＝1+1",
    "a | b ` c * d",
    "{{ 1 }} ${x} %(y)s {z}",
]
"""What the data may hold, as every character of it can be seen, but may act on a browser or a spreadsheet."""

NAMES = [*HOSTILE, *PRINTABLE, " =1+1", "\t=1+1", "\r=1+1", "tab\there"]
"""What somebody may give for a name."""

ACTING = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]"
"""The characters that act without being seen; a pattern."""


def harmless_in(out: str, format_name: str) -> None:
    """Nothing in an answer acts on a terminal, a browser or a spreadsheet."""
    assert not re.search(ACTING, out)
    if format_name == "html":
        assert "<script" not in out
        assert "<img" not in out
    if format_name == "markdown":
        out = re.sub(r"\[((?:\\.|[^\\\[\]])*)\]\(https?://[^()\s<]+\)", r"\1", out)  # documents lead to their address
        out = re.sub(r"^<https?://[^<>\s]+>$", "", out, flags=re.MULTILINE)
        assert not re.search(
            r"(?<!\\)[<`*\[]", re.sub(r"^(#+|-) |\*\*(?=\S)|(?<=\S)\*\*|^\*|\*$", "", out, flags=re.MULTILINE)
        )
        bars = [len(re.findall(r"(?<!\\)\|", line)) for line in out.splitlines() if line.startswith("|")]
        assert len(set(bars)) < 2
    if format_name in ("csv", "tsv"):
        no_formula(out, format_name)


def no_formula(text: str, name: str) -> None:
    """No cell starts a formula; a plain number or day may begin with a sign."""
    for row in csv.reader(io.StringIO(text), delimiter="\t" if name == "tsv" else ","):
        for cell in row:
            assert (
                not cell.lstrip().startswith(("=", "+", "-", "@", "＝", "\t", "\r")) or cell.lstrip("+-").isdigit()
            ), cell
