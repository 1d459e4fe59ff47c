"""Writes tests/record/: the frozen record on which pages, contract and pictures are tested.

python -m tools.record [CODE ...]

It is today's data cut down to the States that it holds, and those of the codes given, as they stood on the day of its
check: a new version of the data, or a later day of theirs, changes no page that a test keeps. Run it when a page needs
a fact that the frozen record lacks, and read the difference.
"""

import shutil
import sys
from collections.abc import Iterable, Set
from pathlib import Path
from typing import Any

import yaml

from icc_cli.database.opening import CHECKOUT
from icc_cli.source.load import load
from icc_cli.source.reading import Node, read

FOLDER = Path(__file__).parent.parent / "tests" / "record"
CHECKED, VERSION = "2026-10-02", "2026.10.0"
"""What the frozen record says of itself, whatever the data say today."""
PERSONS = ("al-bashir", "banda", "kenyatta", "netanyahu", "njeem", "ongwen", "putin")
"""The persons of the record: sought and summoned, held nationally, tried and serving, with decisions on States."""


def plain(node: Node) -> Any:
    """Return what a file holds as lists, mappings and text."""
    if node.items is not None:
        return [plain(item) for item in node.items]
    if node.keys is not None:
        return {key: plain(child) for key, child in node.keys.items()}
    return node.text


class Cut:
    """The data cut down to the States of the record: what names another goes, or loses the name."""

    def __init__(self, data: Path, codes: Set[str]) -> None:
        self.codes = codes
        self.files = {
            path.relative_to(data).as_posix(): plain(read(path))
            for folder in (".", "states", "situations", "persons")
            for path in sorted(data.glob(f"{folder}/*.yaml"))
        }

    def record(self) -> dict[str, Any]:
        """Return what each file of the record holds."""
        files = self.files
        states = {name: one for name, one in files.items() if name.startswith("states/") and one["iso3"] in self.codes}
        situations = {
            name: self.situation(one)
            for name, one in files.items()
            if name.startswith("situations/") and self.codes >= {*one["states"]}
        }
        self.situations = {one["id"] for one in situations.values()}
        for state in states.values():
            if "acts" in state:
                state["acts"] = [act for act in state["acts"] if self.known(act)]
        context = [self.without_others(act, "concerns") for act in files["context.yaml"] if self.known(act)]
        self.acts = {act["id"] for state in states.values() for act in state.get("acts", ())}
        self.acts |= {act["id"] for act in context} | {
            f"UNSC-{day}-referral-{one}" for day, one in self.mandates(situations)
        }
        persons = {f"persons/{one}.yaml": self.person(files[f"persons/{one}.yaml"]) for one in PERSONS}
        facts = self.acts | self.situations | {one["id"] for one in files["amendments.yaml"]}
        found = {
            "dataset.yaml": {**_part_of(files["dataset.yaml"]), "version": VERSION, "checked": CHECKED},
            "amendments.yaml": files["amendments.yaml"],
            "context.yaml": context,
            "corrections.yaml": [one for one in files["corrections.yaml"] if one["fact"] in facts and _made(one)],
            "jurisdiction.yaml": self.jurisdiction(files["jurisdiction.yaml"]),
            "cooperation.yaml": self.cooperation(files["cooperation.yaml"]),
            **states,
            **situations,
            **persons,
        }
        younger = {one["key"] for one in files["documents.yaml"] if one.get("date", "") > CHECKED}
        cited = set(_sources(found)) - younger
        documents = [one for one in files["documents.yaml"] if one["key"] in cited]
        return {**_without(found, younger), "documents.yaml": documents}

    def known(self, act: dict[str, Any]) -> bool:
        held = act.get("against") in {None, *self.codes} and act.get("situation") in {None, *self.situations}
        return held and _past(act)

    def situation(self, one: dict[str, Any]) -> dict[str, Any]:
        referrals = [self.without_others(referral, "by", "abstaining") for referral in one.get("referrals", ())]
        kept = [referral for referral in referrals if referral.get("by") or referral.get("body")]
        return {
            **{key: value for key, value in one.items() if key != "referrals"},
            **({"referrals": kept} if kept else {}),
        }

    def mandates(self, situations: dict[str, Any]) -> Iterable[tuple[str, str]]:
        for one in situations.values():
            for referral in one.get("referrals", ()):
                yield referral["done"], one["id"]

    def without_others(self, entry: dict[str, Any], *lists: str) -> dict[str, Any]:
        """Leave other States out of lists, and lists that are empty then."""
        cut = {key: [code for code in entry[key] if code in self.codes] for key in lists if key in entry}
        return {key: value for key, value in {**entry, **cut}.items() if value}

    def jurisdiction(self, file: dict[str, Any]) -> dict[str, Any]:
        return {name: kept for name, entries in file.items() if (kept := [one for one in entries if self.stands(one)])}

    def person(self, one: dict[str, Any]) -> dict[str, Any]:
        """Leave States out that the record does not hold, and later steps."""
        steps = [self.of_a_state(step) for step in one["proceedings"] if _past(step)]
        return {**one, "proceedings": steps}

    def of_a_state(self, step: dict[str, Any]) -> dict[str, Any]:
        return {key: value for key, value in step.items() if key != "state" or value in self.codes}

    def cooperation(self, file: dict[str, Any]) -> dict[str, Any]:
        """Keep what is about the States and persons of the record, and the visits and decisions that it names."""
        kept = {
            name: [
                one
                for one in entries
                if _past(one)
                and {one["state"], one.get("with", one["state"])} <= self.codes
                and {*one.get("persons", ()), one.get("person", PERSONS[0])} <= {*PERSONS}
            ]
            for name, entries in file.items()
        }
        return {name: entries for name, entries in kept.items() if entries}

    def stands(self, entry: dict[str, Any]) -> bool:
        """Return whether all that an entry names is in the record."""
        standings = entry.get("standings", ())
        states = {entry.get(key) for key in ("state", "of", "code")} | {*entry.get("with", ())}
        acts = {entry.get("act"), *entry.get("not-in", ()), *entry.get("unclear-in", ())}
        acts |= {part.get(key) for part in standings for key in ("from-act", "until-act")}
        return (
            states <= self.codes | {None}
            and acts <= self.acts | {None}
            and entry.get("situation") in {None, *self.situations}
        )


def _past(entry: dict[str, Any]) -> bool:
    """Return whether something had happened by the day of the record's check."""
    return all(entry.get(key, "") <= CHECKED for key in ("done", "from", "not-after", "signed", "known-by"))


def _made(correction: dict[str, Any]) -> bool:
    """Return whether a correction is in the record's version."""
    return [*map(int, correction["since"].split("."))] <= [*map(int, VERSION.split("."))]


def _part_of(particulars: dict[str, Any]) -> dict[str, Any]:
    """Leave out what claims that every State Party is on record."""
    lists = {key: value for key, value in particulars.get("lists", {}).items() if key != "parties"}
    return particulars | {"lists": lists}


def _sources(value: Any) -> Iterable[str]:
    match value:
        case dict():
            for key, inner in value.items():
                if key == "sources":
                    yield from inner
                elif key == "depositary-page":
                    yield inner
                else:
                    yield from _sources(inner)
        case list():
            for inner in value:
                yield from _sources(inner)


def _without(value: Any, younger: Set[str]) -> Any:
    """Leave out documents that are younger than the record."""
    match value:
        case dict():
            return {key: _without(inner, younger) for key, inner in value.items()}
        case list():
            return [_without(inner, younger) for inner in value if not (isinstance(inner, str) and inner in younger)]
    return value


def write(more: Iterable[str] = (), folder: Path = FOLDER) -> None:
    """Write the folder anew, with these States besides, and check it."""
    codes = {path.stem for path in (FOLDER / "states").glob("*.yaml")}.union(more)
    record = Cut(Path(CHECKOUT), codes).record()
    shutil.rmtree(folder, ignore_errors=True)
    for name, content in record.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=2**20)
        path.write_text(text, encoding="utf-8")
    load(folder)


if __name__ == "__main__":
    write(sys.argv[1:])
