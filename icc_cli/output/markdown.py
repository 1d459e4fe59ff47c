"""Markdown, fit to paste into notes: headings, paragraphs and pipe tables."""

import re

from icc_cli.output.plain import drawn
from icc_cli.output.report import Report
from icc_cli.page.blocks import Block, Cell, Drawing, Heading, Line, Table, Words, text_of
from icc_cli.page.text import clean
from icc_cli.system.terminal import Terminal

_IN_ADDRESS = str.maketrans({"(": "%28", ")": "%29", "<": "%3C", ">": "%3E", "|": "%7C", "\\": "%5C"})
"""What would end a link, or the cell of a table that it stands in."""
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def render(report: Report, terminal: Terminal) -> str:
    """Return a report's view as Markdown."""
    parts = [part for block in report.blocks() if (part := _part(block, terminal))]
    return "\n\n".join(parts) + "\n"


def _part(block: Block, terminal: Terminal) -> str:
    if isinstance(block, Heading):
        right = f", {_escaped(block.right)}" if block.right else ""
        return f"## {_escaped(text_of(block.left))}{right}"
    if isinstance(block, Line):
        return _inline(block.words)
    if isinstance(block, Drawing):
        return "\n".join(["```text", *(line.rstrip() for line in drawn(block, terminal)), "```"])
    return _table(block)


def _inline(words: Words) -> str:
    """Return words with their weight; a line that is all strong becomes a heading of its own."""
    if isinstance(words, Cell):
        text = _linked(words)
        return f"### {text}" if words.strong else f"*{text.strip()}*" if words.aside and text.strip() else text
    if isinstance(words, str):
        return _escaped(words)
    return "".join(_weighed(word) for word in words)


def _weighed(word: str | Cell) -> str:
    text = _linked(word)
    return f"**{text}**" if isinstance(word, Cell) and word.strong else text


def _linked(words: Words) -> str:
    """Return words without their weight, but with their links."""
    if isinstance(words, tuple):
        return "".join(_linked(word) for word in words)
    text = _escaped(text_of(words))
    if not isinstance(words, Cell) or not words.url:
        return text
    return f"<{words.url}>" if words.text == words.url else f"[{text}]({words.url.translate(_IN_ADDRESS)})"


def _table(table: Table) -> str:
    if not any(column.header for column in table.columns):
        return "\n".join(_item(table, row) for row in table.rows)
    used = [index for index in range(len(table.columns)) if any(text_of(row[index]) for row in table.rows)]
    columns = [table.columns[index] for index in used]
    rows = [[_escaped(column.header) for column in columns], ["--:" if column.right else "---" for column in columns]]
    rows += [[_linked(row[index]) for index in used] for row in table.rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _item(table: Table, row: tuple[Words, ...]) -> str:
    """Return a row without headings as a list item: its first cell leads, a document closes it in brackets."""
    first, *rest = [_linked(cell).strip() for cell in row]
    aside = rest.pop() if rest and table.columns[-1].under is not None else ""
    words = " ".join([f"**{first}**", *filter(None, rest)])
    return f"- {words}{f' ({aside})' if aside else ''}"


def _escaped(text: str) -> str:
    """Escape what Markdown would read as markup."""
    return _SPECIAL.sub(r"\\\1", clean(text))
