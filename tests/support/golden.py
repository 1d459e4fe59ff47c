"""What people see, kept as files. `pytest --update-golden` writes them anew: read the difference before you commit."""

from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent.parent / "golden"


def compare(name: str, shown: str, request: pytest.FixtureRequest) -> None:
    """Hold what is shown now against the file of this name."""
    path = GOLDEN / f"{name}.txt"
    if request.config.getoption("--update-golden"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(shown, encoding="utf-8")
    assert shown == path.read_text(encoding="utf-8")
