"""The one place that decides how to speak to this terminal: width, colour, encoding, and what may pass."""

import os
import sys
from typing import NamedTuple, TextIO

from icc_cli.errors import shortened
from icc_cli.streams import silence

UNSEEN = (0x61C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A), 0xFEFF)
"""Characters that act unseen: they turn the direction of writing, break lines or mark the order of bytes."""
_UNSAFE = {code: f"\\x{code:02x}" for code in (*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0))} | {
    code: f"\\u{code:04x}" for code in UNSEEN
}


class Terminal(NamedTuple):
    """Where output goes. `width` is None where lines must not be wrapped: in pipes and files."""

    interactive: bool = False
    width: int | None = None
    color: bool = False
    unicode: bool = True


def clean(text: str) -> str:
    """Make control characters and bidi overrides visible, so that no text can act on a terminal."""
    if text.isprintable():
        return text
    return text.translate(_UNSAFE).encode("utf-8", "backslashreplace").decode("utf-8")  # lone surrogates, too


def detect(stream: TextIO | None, color: str = "auto") -> Terminal:
    """Look at a stream and the environment: COLUMNS, NO_COLOR, FORCE_COLOR, TERM."""
    if stream is None:
        return Terminal()
    interactive = stream.isatty()
    return Terminal(
        interactive=interactive,
        width=_width(stream) if interactive else None,
        color=_color(interactive) if color == "auto" else color == "always",
        unicode="utf" in (getattr(stream, "encoding", None) or "utf-8").lower(),
    )


def tolerate(stream: TextIO | None) -> None:
    """Let a stream that cannot encode a character print a substitute instead of failing."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(errors="replace")


def tell(message: str) -> None:
    """Say something beside the answer, in one line on stderr. If nobody can hear it, nothing else may suffer."""
    if sys.stderr is None:
        return
    tolerate(sys.stderr)
    try:
        sys.stderr.write(f"icc: {shortened(clean(' '.join(message.split())))}\n")
        sys.stderr.flush()
    except OSError:
        silence("stderr")


def _width(stream: TextIO) -> int:
    given = os.environ.get("COLUMNS", "")
    if given.isascii() and given.isdigit() and len(given) < 10 and int(given) > 0:
        return int(given)
    try:
        return os.get_terminal_size(stream.fileno()).columns or 80
    except (OSError, ValueError):
        return 80


def _color(interactive: bool) -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    forced = os.environ.get("FORCE_COLOR")
    if forced:
        return forced != "0"
    return interactive and os.environ.get("TERM") != "dumb"
