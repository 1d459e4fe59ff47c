"""HTML: a page of its own, with nothing to fetch; readable in light and dark, on paper and by a screen reader."""

from collections.abc import Sequence
from html import escape

from icc_cli.output.report import Report
from icc_cli.page.blocks import Block, Cell, Drawing, Heading, Line, Table, Words, text_of
from icc_cli.page.palette import STATUS
from icc_cli.page.text import clean
from icc_cli.system.terminal import Terminal

_STYLE = """\
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 75rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; margin: 1rem 0; }
th, td { text-align: left; vertical-align: top; padding: .25rem 1.25rem .25rem 0; border-bottom: 1px solid #8884; }
th { font-weight: 600; }
.right { text-align: right; white-space: nowrap; }
h1 { font-size: 1.6rem; }
h1 small { font-size: 1rem; }
.aside, h1 small { color: light-dark(#5f5f5f, #a8a8a8); font-weight: normal; }
figure { margin: 1rem 0; }
figure svg { max-width: 100%; height: auto; }
.status::before { content: ""; display: inline-block; width: .6em; height: .6em; border-radius: 50%;
  margin-right: .4em; background: var(--status); }
"""
STATUS_STYLE = "".join(f".s-{status} {{ --status: {colour}; }}\n" for status, colour in STATUS.items())
"""Gives each status its colour, wherever `body` and `inline` have put it."""


def render(report: Report, _terminal: Terminal) -> str:
    """Return a report's view as an HTML document."""
    blocks = report.blocks()
    title = next((text_of(block.left) for block in blocks if isinstance(block, Heading)), report.answer.schema)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_escaped(title)}</title>\n<style>\n{_STYLE}{STATUS_STYLE}</style>\n</head>\n<body>\n{body(blocks)}\n</body>\n</html>\n"
    )


def body(blocks: Sequence[Block]) -> str:
    """Return blocks as HTML, without the document around them; a status has the class `s-` and its word."""
    return "\n".join(part for block in blocks if (part := _part(block)))


def _part(block: Block) -> str:
    match block:
        case Heading():
            right = f" <small>{_escaped(block.right)}</small>" if block.right else ""
            return f"<h1>{inline(block.left)}{right}</h1>"
        case Line(words=Cell(strong=True) as words):
            return f"<h2>{_escaped(words.text)}</h2>"
        case Line():
            return f"<p>{inline(block.words)}</p>" if text_of(block.words) else ""
        case Table():
            return _table(block)
        case Drawing():
            return f"<figure>\n{block.svg()}</figure>"


def _table(table: Table) -> str:
    lines = ["<table>"]
    classes = [' class="right"' if column.right else "" for column in table.columns]
    if any(column.header for column in table.columns):
        cells = (
            f'<th scope="col"{mark}>{_escaped(column.header)}</th>' if column.header else "<td></td>"
            for column, mark in zip(table.columns, classes, strict=True)
        )
        lines.append(f"<thead><tr>{''.join(cells)}</tr></thead>")
    lines.append("<tbody>")
    for row in table.rows:
        cells = (f"<td{mark}>{inline(words)}</td>" for words, mark in zip(row, classes, strict=True))
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return "\n".join([*lines, "</tbody>", "</table>"])


def inline(words: Words) -> str:
    """Return words as HTML."""
    if isinstance(words, str):
        return _escaped(words)
    if not isinstance(words, Cell):
        return "".join(inline(word) for word in words)
    text = _escaped(words.text)
    if words.url:
        text = f'<a href="{escape(words.url)}">{text}</a>'
    if words.status:
        return f'<span class="status s-{words.status}">{text}</span>'
    if words.strong:
        return f"<strong>{text}</strong>"
    return f'<span class="aside">{text}</span>' if words.aside and text.strip() else text


def _escaped(text: str) -> str:
    return escape(clean(text)).replace("\n", "<br>")
