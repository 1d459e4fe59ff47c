"""The one place that decides how to speak to this terminal: width, colour, encoding."""

import os
from typing import TextIO

from icc_cli.treaty.fields import Fields


class Terminal(Fields, kw_only=False):
    """Where output goes. `width` is None where lines must not be wrapped: in pipes and files."""

    interactive: bool = False
    width: int | None = None
    color: bool = False
    unicode: bool = True


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


def replace_unencodable(stream: TextIO | None) -> None:
    """Let a stream that cannot encode a character print a substitute instead of failing."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(errors="replace")


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
