"""How the files of an export, or of any folder, are read."""

import csv
from pathlib import Path

Rows = list[dict[str, str]]


def table(package: Path, name: str) -> Rows:
    """Return the rows of a table of a package."""
    with (package / "csv" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def names(folder: Path) -> list[str]:
    """Return what lies at the top of a folder."""
    return sorted(path.name for path in folder.iterdir())


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder by its path within it."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
