"""What `icc data info` counts."""

from collections.abc import Callable
from typing import Any

import yaml

from tests.support.places import RECORD

Run = Callable[..., tuple[int, str, str]]
Json = Callable[..., list[dict[str, Any]]]


def test_documents_are_counted_and_those_without_an_address(icc: Run, icc_json: Json) -> None:
    documents = yaml.safe_load((RECORD / "documents.yaml").read_text(encoding="utf-8"))
    without = sum("url" not in one for one in documents)
    (found,) = icc_json("data", "info")
    assert found["counts"]["documents"] == len(documents)
    assert found["counts"]["documents without an address"] == without
    lines = [line.split() for line in icc("data", "info")[1].splitlines()]
    assert ["Documents", "without", "an", "address", str(without)] in lines
