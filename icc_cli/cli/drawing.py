"""What commands that draw share: the options --svg and --png, and the files they ask for."""

import os
from collections.abc import Callable
from functools import partial
from typing import Any

import click

from icc_cli import views
from icc_cli.cli.request import Request
from icc_cli.cli.types import completing
from icc_cli.errors import UsageError
from icc_cli.output.report import Picture


def drawing(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that write its picture to a file."""
    file = partial(click.option, metavar="FILE", shell_complete=completing("files"))
    png = file("--png", help="Write the picture as PNG; needs the extra 'png'.")
    return file("--svg", help="Write the picture as SVG, and print nothing.")(png(command))


def files(ask: Request, draw: Callable[[], str], svg: str | None, png: str | None) -> list[Picture]:
    """Return the files asked for. Raises UsageError for the ending of another kind, and where PNG needs its extra."""
    if "-" in (svg, png):
        raise UsageError("a picture goes to a file", "name one, such as --svg picture.svg")
    for kind, path in (("svg", svg), ("png", png)):
        ending = os.path.splitext(path or "")[1].lower()
        if ending[1:].isalpha() and ending != f".{kind}":
            raise UsageError(f"--{kind} writes no file with the ending {ending}", f"name one that ends in .{kind}")
    if not svg and not png:
        return []
    text = draw()
    if ask.store.supposed:
        from icc_cli.pictures.svg import under

        told = views.supposed.told(ask.store.supposed, ask.names)
        text = under(text, [one.words for one in told])
    found = [Picture("--svg", svg, text.encode())] if svg else []
    if png:
        from icc_cli.pictures.svg import png as painted

        found.append(Picture("--png", png, painted(text)))
    return found
