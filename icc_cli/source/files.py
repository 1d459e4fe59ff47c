"""Which files a data directory has, and what each of them holds."""

from icc_cli.treaty.described import described, item, parts
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.grounds import Grounds
from icc_cli.treaty.model import Dataset, Particulars
from icc_cli.treaty.persons import Cooperation

_HELD = [one for one in described(Dataset) if one.name not in Particulars._fields]
_LISTED: dict[str, type[Fields]] = {one.yaml: kind for one in _HELD if (kind := item(one.kind))}
LISTS = {f"{name}.yaml": kind for name, kind in _LISTED.items() if not name.endswith("/")}
"""Files that hold a list, which may be empty, of records of a class."""
FOLDERS = {name.rstrip("/"): kind for name, kind in _LISTED.items() if name.endswith("/")}
"""Folders that hold a file for each record of a class."""
OPTIONAL = {one.yaml if one.yaml.endswith("/") else f"{one.yaml}.yaml" for one in _HELD if not one.required}
"""Files and folders, these with a stroke, that may be left out."""
DATASET, DOCUMENTS = "dataset.yaml", "documents.yaml"
JURISDICTION, COOPERATION = "jurisdiction.yaml", "cooperation.yaml"
"""Each is one record, as is the first. Without them the rules know no territory by name, and no resolution; nor any
decision on cooperation, agreement, visit or law."""

HELD: dict[str, type[Fields]] = {
    DATASET: Particulars,
    **{f"{folder}/*.yaml": kind for folder, kind in FOLDERS.items()},
    **LISTS,
    JURISDICTION: Grounds,
    COOPERATION: Cooperation,
}
"""Every file, or kind of file, with the class of what it holds."""


def records(*kinds: type[Fields]) -> list[type[Fields]]:
    """Return these classes of records, or those of what the files hold, and of what that holds, in order."""
    found: dict[type[Fields], None] = {}

    def walk(kind: type[Fields]) -> None:
        if kind not in found:
            found[kind] = None
            for one in described(kind):
                for inner in parts(item(one.kind) or one.kind) if one.yaml else ():
                    if isinstance(inner, type) and issubclass(inner, Fields):
                        walk(inner)

    for held in kinds or HELD.values():
        walk(held)
    return list(found)
