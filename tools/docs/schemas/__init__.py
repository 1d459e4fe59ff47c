"""Writes docs/schema/: JSON Schemas of every command's `--json`, and of the YAML files of a data directory."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tools.docs.schemas import answers, files

FOLDER = Path(__file__).parents[3] / "docs" / "schema"


def schemas() -> dict[str, answers.Schema]:
    """Return every schema under its path in the folder."""
    found = {}
    for name in answers.kinds():
        _, what, version = name.split("/")
        found[f"{what}-{version}.schema.json"] = answers.schema(name)
    for name in files.FILES:
        found[f"data/{name}.schema.json"] = files.schema(name)
    return found


def pages() -> dict[Path, Callable[[], str]]:
    """Return each file of the folder with what writes it."""
    return {FOLDER / name: partial(_text, one) for name, one in schemas().items()}


def _text(one: answers.Schema) -> str:
    return json.dumps(one, ensure_ascii=False, indent=2) + "\n"
