"""Names read from stdin: one a line, or a column of a table; and what is said of those that settle on no State."""

import csv
from collections.abc import Iterable, Mapping
from io import StringIO
from typing import TYPE_CHECKING

from icc_cli.errors import UsageError, suggest

if TYPE_CHECKING:
    from icc_cli.queries.columns import Found

_DELIMITERS = ",;\t|"
_MOST_TOLD = 50
"""Lines about names on stderr; of more, only how many there are."""


def cells(text: str, column: str | None) -> dict[int, str]:
    """Return the names in a text by the numbers of their lines: one a line, or those of a column of a table.

    A line that is quoted from end to end is one cell, as CSV has it. Raises UsageError where there is no such column.
    """
    if column is not None:
        return _column(text, column)
    return {number: _unquoted(line.strip()) for number, line in enumerate(text.splitlines(), 1)}


def told(read: Mapping[int, str], refused: "Mapping[str, Found]") -> Iterable[str]:
    """Return what is wrong with names, a line each, and where that stands first."""
    lines: dict[tuple[str | None, str | None], list[int]] = {}
    for number, name in read.items():
        if name in refused:
            lines.setdefault((refused[name].said, refused[name].hint), []).append(number)
    for (said, hint), numbers in list(lines.items())[:_MOST_TOLD]:
        more = f" and {len(numbers) - 1} more" if len(numbers) > 1 else ""
        yield f"line {numbers[0]}{more}: {said}; {hint}"
    if len(lines) > _MOST_TOLD:
        yield f"{len(lines) - _MOST_TOLD} other names settle on no State; their rows have problem, candidates and hint"


def _unquoted(line: str) -> str:
    whole = len(line) > 1 and line[0] == line[-1] == '"' and line.count('"') % 2 == 0
    inner = line[1:-1] if whole else line
    return inner.replace('""', '"') if whole and '"' not in inner.replace('""', "") else line


def _column(text: str, column: str) -> dict[int, str]:
    header = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=header.count)
    csv.field_size_limit(len(text) + 1)
    rows = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    try:
        names = [name.strip() for name in next(rows, [])]
        place = _place(names, column)
        read = ((rows.line_num, row) for row in rows if row)
        return {number: row[place].strip() if place < len(row) else "" for number, row in read}
    except csv.Error as error:
        raise UsageError(f"stdin is no table ({error})", "write CSV or TSV with a line of names above it") from None


def _place(names: list[str], column: str) -> int:
    """Return where a column stands: by its name, in any case if that is not there as it is."""
    if column in names:
        return names.index(column)
    folded = [name.casefold() for name in names]
    if column.casefold() in folded:
        return folded.index(column.casefold())
    hint = suggest(column, names, f"one of: {', '.join(filter(None, names))}")
    raise UsageError(f"--column: the table has no column '{column}'", hint)
