"""Several names: words on the command line, lines or a column of a table on stdin; and what is said of no State's."""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from typing import TYPE_CHECKING

from icc_cli.cli.stdin import stdin_text
from icc_cli.database.store import Store
from icc_cli.errors import UsageError, suggest
from icc_cli.queries.columns import find_all
from icc_cli.queries.names import find
from icc_cli.queries.spellings import is_known

if TYPE_CHECKING:
    from icc_cli.queries.columns import Found

Named = tuple[str, str | None]
"""A name as it was given, and the code of its State."""

_DELIMITERS = ",;\t|"
_MOST_TOLD = 50
"""Lines about names on stderr; of more, only how many there are."""


_SCHEMES = {
    **dict.fromkeys(("cow", "cowcode", "cown", "ccode"), "cow"),
    **dict.fromkeys(("gw", "gwn", "gwno", "gwcode"), "gw"),
    **dict.fromkeys(("vdem", "vdemid", "vdemcode"), "vdem"),
}
"""How tables call a column of such codes."""
_MOST_WORDS = 8
"""Words of a name that is looked for without quotes."""


def named(
    store: Store, names: Sequence[str], column: str | None, codes: str | None
) -> "tuple[list[Named], dict[str, Found], list[str]]":
    """Return each name with its State's code; of those on stdin also the ones refused, and what is said of them."""
    if "-" not in names:
        if column is not None:
            raise UsageError("--column reads a table from stdin", "write '-' for STATE, and < FILE.csv")
        return (_typed(store, names) if codes is None else _of_scheme(store, names, codes)), {}, []
    if len(names) > 1:
        raise UsageError("'-' reads the names from stdin, and stands alone", "leave out the other names")
    if column is not None and codes is None:
        _refuse_codes(column)
    read = cells(stdin_text("names", "name the States", "write one name a line"), column)
    if not read:
        raise UsageError("stdin holds no name", "write one name a line")
    found = find_all(store, read.values(), codes)
    refused = {name: one for name, one in found.items() if one.iso3 is None}
    return [(name, found[name].iso3) for name in read.values()], refused, [*told(read, refused)]


def _of_scheme(store: Store, names: Sequence[str], codes: str) -> list[Named]:
    """Return names, and codes of a scheme, with their States."""
    found = find_all(store, names, codes)
    for one in found.values():
        if one.iso3 is None:
            raise UsageError(one.said or "", one.hint or "")
    return [(name, found[name].iso3) for name in names]


def _typed(store: Store, names: Sequence[str]) -> list[Named]:
    """Return names on the command line with their States. A name of several words needs no quotes."""
    return [(name, find(store, name)) for name in whole(store, names)]


def whole(store: Store, names: Sequence[str]) -> list[str]:
    """Return words of the command line with those joined that make up one name of a State."""
    found = []
    place = 0
    while place < len(names):
        size = _words(store, names[place:])
        found.append(" ".join(names[place : place + size]))
        place += size
    return found


def _words(store: Store, names: Sequence[str]) -> int:
    """Return how many words, from the first on, make a name that is known as a whole: the most that do."""
    single = next((place for place, name in enumerate(names) if " " in name.strip()), len(names))
    for size in range(min(single, _MOST_WORDS), 1, -1):
        if is_known(store, names[:size]):
            return size
    return 1


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


def _refuse_codes(column: str) -> None:
    """Refuse a column whose name says that it holds codes: without the scheme, numbers are those of M49."""
    scheme = _SCHEMES.get(re.sub(r"[^a-z]", "", column.casefold()))
    if scheme:
        raise UsageError(f"--column: '{column}' holds codes", f"say of which scheme: --codes {scheme}")


def _column(text: str, column: str) -> dict[int, str]:
    header = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=header.count)
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
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
