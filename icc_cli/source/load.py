"""A data directory -> a checked `Dataset`, or all that is wrong with it."""

import os
from dataclasses import dataclass, field
from operator import attrgetter, itemgetter
from pathlib import Path
from typing import Any

from icc_cli.errors import DatasetError
from icc_cli.source import invariants, shape
from icc_cli.source.files import COOPERATION, DATASET, DOCUMENTS, FOLDERS, JURISDICTION, LISTS, OPTIONAL
from icc_cli.source.reading import MAX_BYTES, TOO_LARGE, Node, Problem, Unreadable, read
from icc_cli.treaty.grounds import Grounds
from icc_cli.treaty.model import Dataset, Particulars
from icc_cli.treaty.persons import Cooperation

MAX_FILES = 5_000
"""More files than this are no hand-kept record, and are refused before any is read."""
MAX_TOTAL = 4_000_000
"""Bytes of all files together, ten times what the record of the whole treaty takes."""
MAX_PROBLEMS = 1_000
"""Where so much is wrong, reading on would tell nobody more."""


class InvalidDataset(DatasetError):
    """The dataset breaks its own rules. `problems` says where and how, each with file and line."""

    def __init__(self, directory: Path, problems: list[Problem]) -> None:
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        super().__init__(f"the dataset is not valid: {problems[0]}{more}", f"run: icc data check {directory}")
        self.problems = problems


class _Enough(Exception):
    """As many problems are found as are told."""


@dataclass(slots=True)
class _Reading:
    directory: Path
    problems: list[Problem] = field(default_factory=list)
    places: invariants.Places = field(default_factory=dict)

    def parse(self, path: Path, parser: shape.Parser) -> Any | None:
        name = path.relative_to(self.directory).as_posix()
        try:
            node = read(path)
        except Unreadable as error:
            self.report(name, error.line, error.message)
            return None
        self._remember(name, node)
        return shape.read_with(parser, node, lambda line, message: self.report(name, line, message))

    def report(self, name: str, line: int, message: str) -> None:
        self.problems.append(Problem(name, line, message))
        if len(self.problems) >= MAX_PROBLEMS:
            raise _Enough

    def _remember(self, name: str, node: Node) -> None:
        """Note where each act, situation, document and the like is written, for the invariants."""
        self.places[name] = (name, 0)
        lists = [node, *(node.keys or {}).values()]
        for item in [node, *(item for child in lists for item in child.items or ())]:
            for key, kind in (("id", ""), ("key", "document:"), ("iso3", "")):
                if item.keys and key in item.keys and item.keys[key].text:
                    self.places.setdefault(f"{kind}{item.keys[key].text}", (name, item.line))


def check(directory: Path) -> tuple[Dataset | None, list[Problem]]:
    """Read and check a data directory. Returns the dataset (None if its shape is not sound) and all problems.

    At most MAX_PROBLEMS are returned.
    """
    reading = _Reading(directory)
    try:
        dataset = _dataset(directory, reading)
    except _Enough:
        dataset = None
    if dataset is None:
        return None, sorted(reading.problems)
    return dataset, sorted(invariants.check(dataset, reading.places))[:MAX_PROBLEMS]


def _dataset(directory: Path, reading: _Reading) -> Dataset | None:
    files = _files(directory, reading.problems)
    if reading.problems:
        return None
    parsers = {name: shape.list_of(shape.parser(kind), may_be_empty=True) for name, kind in LISTS.items()}
    parsers |= {JURISDICTION: shape.parser(Grounds), COOPERATION: shape.parser(Cooperation)}
    held: dict[str, Any] = {
        name: reading.parse(directory / name, parse) for name, parse in parsers.items() if directory / name in files[""]
    }
    head = reading.parse(directory / DATASET, shape.parser(Particulars))
    for folder, kind in FOLDERS.items():
        named = [(path.stem, reading.parse(path, shape.parser(kind))) for path in files.get(folder, ())]
        held[folder] = tuple([record for _, record in sorted(named, key=itemgetter(0))])
    if reading.problems or not head:
        return None
    held[DOCUMENTS] = tuple(sorted(held[DOCUMENTS], key=attrgetter("key")))
    return Dataset(**head._asdict(), **{name.partition(".")[0].replace("-", "_"): one for name, one in held.items()})


def load(directory: Path) -> Dataset:
    """Read a data directory. Raises InvalidDataset with everything that is wrong."""
    dataset, problems = check(directory)
    if problems or dataset is None:
        raise InvalidDataset(directory, problems)
    return dataset


def files(directory: Path) -> list[Path]:
    """Return the YAML files of a data directory in a fixed order. Raises DatasetError if it is none."""
    problems: list[Problem] = []
    found = _files(directory, problems)
    if problems:
        raise InvalidDataset(directory, problems)
    return [path for group in found.values() for path in group]


def _files(directory: Path, problems: list[Problem]) -> dict[str, list[Path]]:
    try:
        there = [one for one in FOLDERS if f"{one}/" not in OPTIONAL or os.path.isdir(directory / one)]
        listed = {group: _yaml(directory / group) for group in ("", *there)}
        count = sum(map(len, listed.values()))
        if count > MAX_FILES:
            raise DatasetError(f"{directory} holds {count:,} YAML files; at most {MAX_FILES:,} are read")
        found = {group: [directory / group / name for name in names] for group, names in listed.items()}
        total = 0
        for path in (path for group in found.values() for path in group):
            name = path.relative_to(directory).as_posix()
            if not path.is_file() or not path.resolve().is_relative_to(directory.resolve()):
                problems.append(Problem(name, 0, "not a file of this directory"))
            elif (size := path.stat().st_size) > MAX_BYTES:
                problems.append(Problem(name, 0, TOO_LARGE))
            else:
                total += size
    except OSError as error:
        reason = error.strerror or "unreadable"
        hint = "a data directory holds dataset.yaml, states/ and situations/"
        raise DatasetError(f"cannot read {error.filename or directory}: {reason}", hint) from None
    except ValueError:  # a name that no file system can hold
        raise DatasetError(f"cannot read {directory}: no directory can have this name") from None
    if total > MAX_TOTAL:
        raise DatasetError(f"{directory} holds {total:,} bytes of YAML; at most {MAX_TOTAL:,} are read")
    known, names = {DATASET, JURISDICTION, COOPERATION, *LISTS}, set(listed[""])
    problems += [Problem(name, 0, "unknown file") for name in sorted(names - known)]
    problems += [Problem(name, 0, "missing file") for name in sorted(known - names - OPTIONAL)]
    del problems[MAX_PROBLEMS:]
    return found


def _yaml(directory: Path) -> list[str]:
    return sorted(name for name in os.listdir(directory) if os.path.splitext(name)[1].lower() in (".yaml", ".yml"))
