"""A data directory -> a checked `Dataset`, or all that is wrong with it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from icc_cli.errors import DatasetError
from icc_cli.grounds import Grounds
from icc_cli.model import Dataset
from icc_cli.source import grounds, laws, shape
from icc_cli.source.reading import Node, Problem, Unreadable, read

MAX_FILES = 5_000
"""More files than this are no hand-kept record, and are refused before any is read."""

_LISTS = {
    "context.yaml": shape.context,
    "amendments.yaml": shape.amendments,
    "documents.yaml": shape.documents,
    "corrections.yaml": shape.corrections,
}

_JURISDICTION = "jurisdiction.yaml"
"""May be left out: then the jurisdiction rules know no territory by name, and no resolution."""


class InvalidDataset(DatasetError):
    """The dataset breaks its own rules. `problems` says where and how, each with file and line."""

    def __init__(self, directory: Path, problems: list[Problem]) -> None:
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        super().__init__(f"the dataset is not valid: {problems[0]}{more}", f"run: icc data check {directory}")
        self.problems = problems


@dataclass(slots=True)
class _Reading:
    directory: Path
    problems: list[Problem] = field(default_factory=list)
    places: laws.Places = field(default_factory=dict)

    def parse(self, path: Path, parser: shape.Parser) -> Any | None:
        name = path.relative_to(self.directory).as_posix()
        try:
            node = read(path)
        except Unreadable as error:
            self.problems.append(Problem(name, error.line, error.message))
            return None
        self._remember(name, node)
        return shape.read_with(parser, node, lambda line, message: self.problems.append(Problem(name, line, message)))

    def _remember(self, name: str, node: Node) -> None:
        """Note where each act, situation, document and the like is written, for the law check."""
        self.places[name] = (name, 0)
        lists = [node, *(node.keys or {}).values()]
        for item in [node, *(item for child in lists for item in child.items or ())]:
            for key, kind in (("id", ""), ("key", "document:"), ("iso3", "")):
                if item.keys and key in item.keys and item.keys[key].text:
                    self.places.setdefault(f"{kind}{item.keys[key].text}", (name, item.line))


def check(directory: Path) -> tuple[Dataset | None, list[Problem]]:
    """Read and check a data directory. Returns the dataset (None if its shape is not sound) and all problems."""
    reading = _Reading(directory)
    files = _files(directory, reading.problems)
    if reading.problems:
        return None, sorted(reading.problems)
    names = {path.name for path in files[""]}
    lists = {name: reading.parse(directory / name, parser) or () for name, parser in _LISTS.items()}
    head = reading.parse(directory / "dataset.yaml", shape.record(dict, shape.DATASET))
    found = reading.parse(directory / _JURISDICTION, grounds.jurisdiction) if _JURISDICTION in names else Grounds()
    states = [reading.parse(path, shape.state) for path in files["states"]]
    situations = [reading.parse(path, shape.situation) for path in files["situations"]]
    if reading.problems or not head or found is None:
        return None, sorted(reading.problems)
    dataset = Dataset(
        **head,
        states=tuple(sorted((state for state in states if state), key=lambda state: state.iso3)),
        context=lists["context.yaml"],
        situations=tuple(sorted((one for one in situations if one), key=lambda one: one.id)),
        amendments=lists["amendments.yaml"],
        documents=tuple(sorted(lists["documents.yaml"], key=lambda document: document.key)),
        corrections=lists["corrections.yaml"],
        jurisdiction=found,
    )
    return dataset, sorted(laws.check(dataset, reading.places))


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
        found = {
            "": sorted(_yaml(directory)),
            "states": sorted(_yaml(directory / "states")),
            "situations": sorted(_yaml(directory / "situations")),
        }
    except OSError as error:
        reason = error.strerror or "unreadable"
        hint = "a data directory holds dataset.yaml, states/ and situations/"
        raise DatasetError(f"cannot read {error.filename or directory}: {reason}", hint) from None
    count = sum(map(len, found.values()))
    if count > MAX_FILES:
        raise DatasetError(f"{directory} holds {count:,} YAML files; at most {MAX_FILES:,} are read")
    needed = {"dataset.yaml", *_LISTS}
    names = {path.name for path in found[""]}
    problems += [Problem(name, 0, "unknown file") for name in sorted(names - needed - {_JURISDICTION})]
    problems += [Problem(name, 0, "missing file") for name in sorted(needed - names)]
    top = directory.resolve()
    for path in (path for group in found.values() for path in group):
        if not path.is_file() or not path.resolve().is_relative_to(top):
            problems.append(Problem(path.relative_to(directory).as_posix(), 0, "not a file of this directory"))
    return found


def _yaml(directory: Path) -> Iterator[Path]:
    return (path for path in directory.iterdir() if path.suffix.lower() in (".yaml", ".yml"))
