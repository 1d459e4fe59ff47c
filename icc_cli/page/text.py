"""Text as it may be shown: control characters made visible, formulas made harmless, widths in columns."""

import re
from typing import Any

UNSEEN = (0x61C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A), 0xFEFF)
"""Characters that act unseen: they turn the direction of writing, break lines or mark the order of bytes."""
_UNSAFE = {code: f"\\x{code:02x}" for code in (*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0))} | {
    code: f"\\u{code:04x}" for code in UNSEEN
}

_NUMBER = r"[-+]?[0-9]+(\.[0-9]+)?"
_SECOND_COLUMN = re.compile(r" *\S+(?: \S+)* {2,}(?=\S)")
_RAGGED = 16
"""By so many characters a full line of a page may be shorter than its longest."""
_FORMULA = r"\s*[=+\-@＝＋－＠]|[\t\n]"
"""How a formula starts: also in the wide signs of East Asian keyboards, and after blanks, which TSV drops."""


def clean(text: str) -> str:
    """Make control characters and bidi overrides visible, so that no text can act on a terminal."""
    if text.isprintable():
        return text
    return text.translate(_UNSAFE).encode("utf-8", "backslashreplace").decode("utf-8")  # lone surrogates, too


def web(url: str | None) -> str | None:
    """Return an address of the web; None for anything else, to which nothing may lead."""
    return url if url and re.fullmatch(r"https?://[!-~]+", url) else None


def escape_formula(text: Any) -> str:
    """Make a cell that a spreadsheet would run as a formula into text, by an apostrophe; controls become visible."""
    safe = clean(text)
    return f"'{safe}" if re.match(_FORMULA, safe) and not re.fullmatch(_NUMBER, safe) else safe


def cells(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width  # most text is ASCII, and answers need not wait for it

    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def refolded(text: str, width: int) -> str:
    """Return a page of help for a terminal that is narrower than its lines: folded anew, at blanks, under its own text.

    A line goes on the one before it if it begins where the text of that one does, and that one is a full line.
    """
    lines = text.split("\n")
    full = max(map(len, lines)) - _RAGGED
    if full + _RAGGED <= width:
        return text
    from textwrap import fill

    joined: list[tuple[str, int]] = []
    before = 0
    for line in lines:
        bare = line.lstrip()
        if joined and before > full and bare and len(line) - len(bare) == joined[-1][1]:
            joined[-1] = f"{joined[-1][0]} {bare}", joined[-1][1]
        else:
            column = _SECOND_COLUMN.match(line)
            joined.append((line, column.end() if column else len(line) - len(bare)))
        before = len(line)
    return "\n".join(
        fill(line, width, subsequent_indent=" " * hang, break_long_words=False, break_on_hyphens=False)
        if len(line) > width
        else line
        for line, hang in joined
    )
