"""What commands that draw share: the options of a picture in a file, and the files they ask for."""

import os
from collections.abc import Callable
from functools import partial
from typing import Any, Protocol

import click

from icc_cli import views
from icc_cli.cli.request import Request
from icc_cli.cli.types import completing
from icc_cli.errors import UsageError
from icc_cli.output.report import Picture
from icc_cli.pictures.scale import NARROWEST, WIDEST, WIDTH


class Draw(Protocol):
    """What draws a picture as SVG: its title, if it is not to have its own, and its width."""

    def __call__(self, *, named: str, width: float) -> str:
        """Return the picture."""


def drawing(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that write its picture to a file."""
    file = partial(click.option, metavar="FILE", shell_complete=completing("files"))
    for option in (
        click.option(
            "--width", type=click.IntRange(NARROWEST, WIDEST), metavar="UNITS",
            help=f"Width of the picture in the file: {NARROWEST} to {WIDEST}, {WIDTH:g} if not given.",
        ),
        click.option("--title", metavar="TEXT", help="Title of the picture in the file, in place of its own."),
        file("--png", help="Write the picture as PNG; needs the extra 'png'."),
        file("--svg", help="Write the picture as SVG, and print nothing."),
    ):  # fmt: skip
        command = option(command)
    return command


def files(
    ask: Request, draw: Draw, svg: str | None, png: str | None, title: str | None, width: int | None
) -> list[Picture]:
    """Return the files asked for. Raises UsageError for the ending of another kind, and where PNG needs its extra."""
    if "-" in (svg, png):
        raise UsageError("a picture goes to a file", "name one, such as --svg picture.svg")
    for kind, path in (("svg", svg), ("png", png)):
        ending = os.path.splitext(path or "")[1].lower()
        if ending[1:].isalpha() and ending != f".{kind}":
            raise UsageError(f"--{kind} writes no file with the ending {ending}", f"name one that ends in .{kind}")
    if not svg and not png:
        if title or width:
            raise UsageError("--title and --width are of a picture in a file", "add --svg FILE or --png FILE")
        return []
    text = draw(named=title or "", width=width or WIDTH)
    if ask.store.supposed:
        from icc_cli.pictures.svg import under

        told = views.supposed.told(ask.store.supposed, ask.names)
        text = under(text, [one.words for one in told])
    found = [Picture("--svg", svg, text.encode())] if svg else []
    if png:
        from icc_cli.pictures.svg import png as painted

        found.append(Picture("--png", png, painted(text)))
    return found
