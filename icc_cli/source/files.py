"""Which files a data directory has, and what each of them holds."""

from icc_cli.treaty.described import described, item, parts
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.grounds import Grounds
from icc_cli.treaty.model import Amendment, BodyAct, Correction, Document, Particulars, Situation, State

LISTS: dict[str, type[Fields]] = {
    "context.yaml": BodyAct,
    "amendments.yaml": Amendment,
    "documents.yaml": Document,
    "corrections.yaml": Correction,
}
"""Files that hold a list, which may be empty, of records of a class."""
FOLDERS: dict[str, type[Fields]] = {"states": State, "situations": Situation}
"""Folders that hold a file for each record of a class."""
DATASET, JURISDICTION = "dataset.yaml", "jurisdiction.yaml"
"""Files that are one record. Without the second, the rules know no territory by name, and no resolution."""

HELD: dict[str, type[Fields]] = {
    DATASET: Particulars,
    **{f"{folder}/*.yaml": kind for folder, kind in FOLDERS.items()},
    **LISTS,
    JURISDICTION: Grounds,
}
"""Every file, or kind of file, with the class of what it holds."""


def records() -> list[type[Fields]]:
    """Return the class of every kind of record in the files: of what they hold, and of what that holds, in order."""
    found: dict[type[Fields], None] = {}

    def walk(kind: type[Fields]) -> None:
        if kind not in found:
            found[kind] = None
            for one in described(kind):
                for inner in parts(item(one.kind) or one.kind) if one.yaml else ():
                    if isinstance(inner, type) and issubclass(inner, Fields):
                        walk(inner)

    for held in HELD.values():
        walk(held)
    return list(found)
