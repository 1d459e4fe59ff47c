"""Writes docs/schema/: JSON Schemas of every command's `--json`, and of the YAML files of a data directory.

python -m tools.schemas
"""

import json
from pathlib import Path

from icc_cli import contract
from tools.schemas import answers, files

FOLDER = Path(__file__).parent.parent.parent / "docs" / "schema"


def schemas() -> dict[str, answers.Schema]:
    """Return every schema under its path in the folder."""
    found = {}
    for name in contract.RECORDS:
        _, what, version = name.split("/")
        found[f"{what}-{version}.schema.json"] = answers.schema(name)
    for name in files.FILES:
        found[f"data/{name}.schema.json"] = files.schema(name)
    return found


def pages() -> dict[str, str]:
    """Return what each file of the folder holds."""
    return {path: json.dumps(one, ensure_ascii=False, indent=2) + "\n" for path, one in schemas().items()}


def write() -> None:
    """Write the folder anew; a schema that is no more goes."""
    found = pages()
    for path in FOLDER.rglob("*.schema.json"):
        if path.relative_to(FOLDER).as_posix() not in found:
            path.unlink()
    for name, text in found.items():
        path = FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
