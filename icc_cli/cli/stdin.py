"""What stands on stdin, as text."""

import sys
from codecs import BOM_UTF16_BE, BOM_UTF16_LE

from icc_cli.errors import UsageError

_MOST_BYTES = 64_000_000
"""Bytes of stdin that are read: room for a table of some hundred thousand rows."""


def stdin_text(what: str, instead: str, form: str) -> str:
    """Return the text of stdin. Raises UsageError if there is none, or too much.

    The errors name what is read, say what to do instead of `-`, and which form a text has that is not too long.
    """
    if sys.stdin is None:
        raise UsageError(f"there is no stdin to read {what} from", f"{instead} instead of '-'")
    try:
        content = sys.stdin.buffer.read(_MOST_BYTES + 1)
    except OSError as error:
        raise UsageError(f"cannot read stdin: {error.strerror}", f"{instead} instead of '-'") from None
    if len(content) > _MOST_BYTES:
        raise UsageError(f"stdin holds more than {_MOST_BYTES:,} bytes", form)
    utf16 = content.startswith((BOM_UTF16_LE, BOM_UTF16_BE))  # as PowerShell writes with `>`
    return content.decode("utf-16" if utf16 else "utf-8-sig", "replace")
