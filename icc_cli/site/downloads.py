"""The tables that a site offers for download: what each holds, how many rows, and how large its files are."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

from icc_cli.treaty.fields import Fields


class Download(Fields, kw_only=False):
    """A table: what it is, its rows, and its files, each with its path within the package and its size."""

    title: str
    rows: int
    files: list[tuple[str, str]]


def downloads(folder: Path) -> Iterator[Download]:
    """Yield the tables of a data package that lies in a directory."""
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        path = resource["path"]
        if not path.endswith(".csv"):
            continue
        with (folder / path).open(encoding="utf-8", newline="") as file:
            rows = sum(1 for _ in csv.reader(file)) - 1
        paths = [path, f"json/{resource['name']}.json"]
        yield Download(resource["title"], rows, [(each, size((folder / each).stat().st_size)) for each in paths])


def size(number: int) -> str:
    """Write a number of bytes for people."""
    return f"{number / 1e6:.1f} MB" if number >= 1e6 else f"{max(number / 1e3, 1):.0f} kB"
