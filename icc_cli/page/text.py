"""Text as it may be shown: control characters made visible, formulas made harmless, widths in columns."""

import re
from typing import Any

UNSEEN = (0x61C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A), 0xFEFF)
"""Characters that act unseen: they turn the direction of writing, break lines or mark the order of bytes."""
_UNSAFE = {code: f"\\x{code:02x}" for code in (*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0))} | {
    code: f"\\u{code:04x}" for code in UNSEEN
}

_NUMBER = r"[-+]?[0-9]+(\.[0-9]+)?"
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
