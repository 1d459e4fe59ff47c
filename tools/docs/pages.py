"""The pages that the program writes, each with what writes it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from tools.docs import contributing, duties, examples, export, glossary, pictures, reference, rooms, rules, schemas, sql

ROOT = Path(__file__).parent.parent.parent

Pages = dict[Path, Callable[[], str]]


def of_the_program() -> Pages:
    """Return the pages made of the program's own texts, each with what writes it."""
    pages: Pages = {one.PAGE: one.page for one in (duties, export, glossary, reference, rules, sql)}
    return pages | schemas.pages() | {one.PAGE: partial(examples.run_anew, one.PAGE) for one in (contributing, rooms)}


def of_the_data() -> Pages:
    """Return the pages that show answers from today's data: examples run as they stand, and pictures."""
    return examples.pages(ROOT) | pictures.pages()


def outdated() -> list[tuple[Path, str | None]]:
    """Return each page that is not what the program writes now, with what it writes; None for a page to remove."""
    pages = of_the_program() | of_the_data()
    found = {path: page() for path, page in pages.items()}
    gone = [path for path in schemas.FOLDER.rglob("*.schema.json") if path not in found]
    stale = [(path, text) for path, text in found.items() if not path.exists() or path.read_bytes() != text.encode()]
    return [*stale, *((path, None) for path in gone)]
