"""Lists of records as notebooks show them."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import chain

from icc_cli.output.fields import cell
from icc_cli.output.json import plain
from icc_cli.page.text import clean

_ROWS = 60


def shown(records: Sequence[object]) -> str:
    """Return a list as HTML: a table of its first rows, without the columns that are empty in all of them."""
    rows = [plain(one) for one in records[:_ROWS]]
    if not all(isinstance(row, Mapping) for row in rows):
        return f"<pre>{escape(repr(records))}</pre>"
    names = [name for name in dict.fromkeys(chain(*rows)) if any(cell(row.get(name)) for row in rows)]
    lines = [_line("th", names), *(_line("td", [cell(row.get(name)) for name in names]) for row in rows)]
    counted = f"the first {len(rows)} of {len(records):,}" if len(rows) < len(records) else f"{len(rows)} in all"
    return "\n".join(["<table>", f"<caption>{counted}</caption>", *lines, "</table>"])


def _line(tag: str, texts: Iterable[str]) -> str:
    return f"<tr>{''.join(f'<{tag}>{escape(clean(text))}</{tag}>' for text in texts)}</tr>"
