"""Prints every circle of imports among the modules of the package, and exits with 1 if there is any.

python -m tools.circles

All imports count: those inside functions, relative ones, and those only for type checkers, which import-linter's
layers would let pass within one room.
"""

import ast
import sys
from collections.abc import Iterator, Mapping
from importlib.util import resolve_name
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "icc_cli"


def modules(package: Path) -> dict[str, Path]:
    """Return every module of a package by its full name."""
    found = {}
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports(name: str, path: Path, known: Mapping[str, Path]) -> Iterator[str]:
    """Return each module among the known ones that a module imports, anywhere in it."""
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        wanted: list[tuple[str, str]] = []
        match node:
            case ast.Import(names=names):
                wanted = [(one.name, one.name) for one in names]
            case ast.ImportFrom(module=module, names=names, level=level):
                base = resolve_name("." * level + (module or ""), package)
                wanted = [(f"{base}.{one.name}", base) for one in names]
        yield from (one if one in known else base for one, base in wanted if one in known or base in known)


def graph(package: Path) -> dict[str, set[str]]:
    """Return for each module of a package those of it that it imports."""
    known = modules(package)
    return {name: set(imports(name, path, known)) - {name} for name, path in known.items()}


def circles(links: Mapping[str, set[str]]) -> list[list[str]]:
    """Return every group of modules each of which leads to all others of its group."""
    reached: dict[str, set[str]] = {}
    for start in links:
        seen, todo = set[str](), [start]
        while todo:
            todo += (fresh := links[todo.pop()] - seen)
            seen |= fresh
        reached[start] = seen
    groups = {frozenset(other for other in seen if start in reached[other]) for start, seen in reached.items()}
    return sorted(sorted(group) for group in groups if group)


if __name__ == "__main__":
    found = circles(graph(PACKAGE))
    for number, group in enumerate(found, 1):
        print(f"circle {number}: {' <-> '.join(group)}")
    print(f"{len(found)} circles among {len(modules(PACKAGE))} modules")
    sys.exit(1 if found else 0)
