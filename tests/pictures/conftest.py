"""What the tests of pictures share: the SVG that a command draws."""

from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest


@pytest.fixture
def drawn(icc: Callable[..., tuple[int, str, str]], tmp_path: Path) -> Callable[..., Element]:
    """Run a command with --svg; returns the picture, which is well-formed, and that nothing was printed."""

    def call(*arguments: str) -> Element:
        path = tmp_path / "picture.svg"
        assert icc(*arguments, "--svg", str(path)) == (0, "", "")
        return fromstring(path.read_bytes())

    return call
