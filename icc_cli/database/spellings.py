"""What other lists and languages call a State, and what is none: `data/names/keys.tsv`, opened only on a miss."""

import os
import zlib
from functools import cache

from icc_cli.errors import DatasetError
from icc_cli.system.resources import resource_path
from icc_cli.treaty.fields import Fields


class Meaning(Fields, kw_only=False):
    """What a key means: a State's name where there is no problem; `called` is what a territory is known as."""

    problem: str
    states: tuple[str, ...]
    called: str = ""


def meaning(key: str) -> Meaning | None:
    """Return what a key of `treaty.spelling` means, or of `:` and a code, `=` and words in order; None for none."""
    line = _line(_content(), key.encode("utf-8", "replace") + b"\t")
    if line is None:
        return None
    _, first, *rest = line.split("\t")
    if first.isupper():
        return Meaning("", (first,))
    return Meaning(first, tuple(rest[0].split()) if rest else (), rest[1] if len(rest) > 1 else "")


def _line(content: bytes, begins: bytes) -> str | None:
    """Return the line that begins so: the lines stand in the order of their bytes."""
    low, high = content.index(b"\n") + 1, len(content)
    while low < high:
        start = content.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = content.index(b"\n", start) + 1
        line = content[start:end]
        if line.startswith(begins):
            return line[:-1].decode()
        low, high = (end, high) if line < begins else (low, start)
    return None


def listed(file: str) -> list[list[str]]:
    """Return the cells of a file of names, as it came from its list: `cldr.tsv`, `un.csv`."""
    import csv  # who completes a name from the other lists need not wait for it

    lines = _read(file).decode().splitlines()
    return list(csv.reader(lines)) if file.endswith(".csv") else [line.split("\t") for line in lines]


@cache
def _content() -> bytes:
    """Return the lines of the file, checked against its first: one bit that has turned over must not change a name."""
    content = _read("keys.tsv")
    first, _, body = content.partition(b"\n")
    if first != b"#%08x" % zlib.crc32(body):
        raise DatasetError("the list of names is damaged", "install icc again")
    return content


def _read(name: str) -> bytes:
    path = os.path.join(resource_path("names", "data/names"), name)
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise DatasetError(f"cannot read {path}: {error.strerror}", "install icc again") from None
