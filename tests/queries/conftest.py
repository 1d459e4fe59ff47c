"""The record as its files have it: what the tests of this folder count for themselves."""

from typing import Any

import pytest
import yaml

from tests.support.places import RECORD

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@pytest.fixture(scope="session")
def files() -> dict[str, Any]:
    """Return the file of every State of the record, by its code, read without the program. Days are text."""
    return {
        path.stem: yaml.load(path.read_text(encoding="utf-8"), _LOADER) for path in (RECORD / "states").glob("*.yaml")
    }


@pytest.fixture(scope="session")
def acts_on_file(files: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the acts in those files, each with the code of its State."""
    return [{**act, "iso3": code} for code, state in files.items() for act in state.get("acts", ())]


@pytest.fixture(scope="session")
def states_on_file(files: dict[str, Any]) -> set[str]:
    """Return the codes of the States that have a standing, which entries such as Kosovo's have not."""
    return {code for code, state in files.items() if "no-act" not in state}
