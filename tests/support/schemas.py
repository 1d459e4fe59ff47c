"""Data files beside their JSON Schemas, as an editor compares the two."""

import json
import re
from typing import Any

import yaml
from jsonschema import Draft7Validator

from tools.docs.schemas import FOLDER


class AsEditorsRead(yaml.SafeLoader):
    """Reads YAML 1.2 as editors do: dates are text, and so are `no` and `on`; numbers are numbers."""

    yaml_implicit_resolvers: Any = {}  # noqa: RUF012 -- as its base has it


for tag, form in {
    "null": r"~|null|Null|NULL|",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+",
    "float": r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?",
}.items():
    AsEditorsRead.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"(?:{form})$"), None)


def of_file(name: str) -> Draft7Validator:
    """Return what checks a data file, by its name."""
    folder, _, _ = name.partition("/")
    what = {"states": "state", "situations": "situation", "persons": "person"}.get(folder, folder.removesuffix(".yaml"))
    schema = json.loads((FOLDER / "data" / f"{what}.schema.json").read_text(encoding="utf-8"))
    return Draft7Validator(schema, format_checker=Draft7Validator.FORMAT_CHECKER)


def faults(name: str, text: str) -> list[str]:
    """Return what a schema has against a data file of this name and text."""
    return [error.message for error in of_file(name).iter_errors(yaml.load(text, AsEditorsRead))]
