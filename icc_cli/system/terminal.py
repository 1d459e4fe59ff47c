"""The one place that decides how to speak to this terminal: width, colour, encoding."""

import os
from typing import TextIO

from icc_cli.treaty.fields import Fields

_LINKING = ("WT_SESSION", "KONSOLE_VERSION", "KITTY_WINDOW_ID", "WEZTERM_PANE", "DOMTERM", "GHOSTTY_RESOURCES_DIR")
"""What terminals that take links set in the environment."""
_LINKING_PROGRAMS = ("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio", "Tabby", "zed")
_LINKING_TERMS = ("xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm", "contour")


class Terminal(Fields, kw_only=False):
    """Where output goes. `width` is None where lines must not be wrapped: in pipes and files.

    `links`: it shows words that lead to an address (OSC 8).
    """

    interactive: bool = False
    width: int | None = None
    color: bool = False
    unicode: bool = True
    links: bool = False
    pages: bool = False
    """Whether it can show a pager."""


def detect(stream: TextIO | None, color: str = "auto") -> Terminal:
    """Look at a stream and the environment: COLUMNS, NO_COLOR, FORCE_COLOR, FORCE_HYPERLINK, TERM and its like."""
    if stream is None:
        return Terminal()
    interactive = stream.isatty()
    colored = _color(interactive) if color == "auto" else color == "always"
    return Terminal(
        interactive=interactive,
        width=_width(stream) if interactive else None,
        color=colored,
        unicode="utf" in (getattr(stream, "encoding", None) or "utf-8").lower(),
        links=interactive and colored and _takes_links(),
        pages=interactive and os.environ.get("TERM") != "dumb",
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


def _takes_links() -> bool:
    """Return whether the terminal is known to take links; FORCE_HYPERLINK decides where it is set, 0 for no."""
    forced = os.environ.get("FORCE_HYPERLINK")
    if forced:
        return forced != "0"
    vte = os.environ.get("VTE_VERSION", "")
    return (
        any(os.environ.get(name) for name in _LINKING)
        or os.environ.get("TERM_PROGRAM") in _LINKING_PROGRAMS
        or os.environ.get("TERM", "").startswith(_LINKING_TERMS)
        or (vte.isascii() and vte.isdigit() and len(vte) < 10 and int(vte) >= 5001)  # 0.50.0 broke on them
    )
