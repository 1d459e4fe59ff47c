"""Writes docs/pictures/*.svg: what the program prints in a terminal, as a picture; and what it draws itself."""

import io
import tempfile
from collections.abc import Callable
from contextlib import redirect_stdout
from functools import partial
from pathlib import Path
from unittest.mock import patch

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from icc_cli.cli import command
from icc_cli.cli.main import run
from icc_cli.system.terminal import Terminal
from tools.docs.examples import WIDTH

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
PICTURED = {"gambia": "icc status gambia --on 2016-11-16"}
DRAWN = {
    "timeline": "icc timeline russia gambia burundi south-africa philippines hungary niger usa --on 2026-10-02",
    "chart": "icc chart parties --on 2026-10-02",
    "map": "icc map --on 2016-11-16",
}
"""Commands that write their picture themselves."""

DARK = TerminalTheme((13, 17, 23), (230, 237, 243), [(230, 237, 243)] * 8, [(230, 237, 243)] * 8)

FORMAT = """\
<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {width} {height}">
<title>TITLE</title>
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, monospace; font-size: {char_height}px;
  line-height: {line_height}px; font-variant-east-asian: full-width; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>
{lines}
</defs>
<rect width="{width}" height="{height}" rx="8" fill="#0d1117"/>
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""
"""rich's own frame would fetch a font from elsewhere: this one takes the reader's."""


def picture(line: str) -> str:
    """Return what a command prints in a terminal with colours, as SVG."""
    page = io.StringIO()
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    terminal = Terminal(interactive=True, width=WIDTH, color=True)
    with redirect_stdout(page), patch.object(command, "detect", lambda *_: terminal):
        run(line.split()[1:])
    console.print(f"$ {line}", markup=False, highlight=False)
    console.print(Text.from_ansi(page.getvalue().rstrip("\n")))
    return console.export_svg(theme=DARK, code_format=FORMAT.replace("TITLE", line), unique_id="icc")


def drawn(line: str) -> str:
    """Return what a command draws itself, as SVG."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "drawn.svg")
        run([*line.split()[1:], "--svg", str(path)])
        return path.read_text(encoding="utf-8")


def pages() -> dict[Path, Callable[[], str]]:
    """Return each picture with what draws it."""
    made = [(name, partial(picture, line)) for name, line in PICTURED.items()]
    made += [(name, partial(drawn, line)) for name, line in DRAWN.items()]
    return {PICTURES / f"{name}.svg": make for name, make in made}
