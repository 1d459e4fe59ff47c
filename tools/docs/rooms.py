"""The map of the package for docs/architecture.md: every room, and each module in its own first line."""

import ast
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "icc_cli"
PAGE = PACKAGE.parent / "docs" / "architecture.md"

ORDER = (
    "treaty", "source", "database", "queries", "jurisdiction", "cooperation", "depositary", "page", "views", "pictures",
    "output", "export", "site", "api", "cli", "system",
)  # fmt: skip
"""The rooms in the order in which data flow through them."""


def rooms() -> str:
    """Return a heading for each room, what it is for, and its modules."""
    parts = [f"### `icc_cli/`\n\n{_modules(PACKAGE)}"]
    parts += [f"### `{name}/`\n\n{_purpose(PACKAGE / name)}\n\n{_modules(PACKAGE / name)}" for name in ORDER]
    return "\n\n" + "\n\n".join(parts) + "\n\n"


def _purpose(folder: Path) -> str:
    return _first_line(folder / "__init__.py")


def _modules(folder: Path) -> str:
    return "\n".join(
        f"- `{path.stem}`: {_first_line(path)}" for path in sorted(folder.glob("*.py")) if path.stem != "__init__"
    )


def _first_line(path: Path) -> str:
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return text.partition("\n\n")[0].replace("\n", " ")
