"""`icc site`: the dataset as a static site, with the answers of the command line as files for programs."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from icc_cli.database.store import Store
from icc_cli.errors import UsageError
from icc_cli.export import Progress, export
from icc_cli.site.task import Task
from icc_cli.system.folders import written_whole
from icc_cli.treaty.fields import Fields

_MANIFEST = "files.txt"
_FIRST = "A site written by icc. Its files:"
"""How the list of a site's files begins; by it an earlier site is known again, and replaced."""


class Built(Fields, kw_only=False):
    """What was written: the pages, all files, and their bytes."""

    pages: int
    files: int
    size: int


def build(store: Store, folder: Path, on: date, *, progress: Progress = lambda what, done, total: None) -> Built:
    """Write the site, with `on` for today, into a directory: new, empty, or an earlier site, which is then replaced.

    The same dataset and day give the same bytes. It is written whole or not at all. Raises UsageError where the
    directory holds anything else or cannot be written, and where the extra is not installed.
    """
    tasks = list(_tasks(store, on))
    with written_whole(folder, "site", _listed) as draft:
        for number, (name, make) in enumerate(tasks):
            progress(name, number, len(tasks) + 1)
            path = draft / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(make().encode())
        progress("data", len(tasks), len(tasks) + 1)
        export(store, draft / "data", on)
        names = sorted(path.relative_to(draft).as_posix() for path in draft.rglob("*") if path.is_file())
        (draft / _MANIFEST).write_bytes("\n".join([_FIRST, *names, _MANIFEST, ""]).encode())
        size = sum((draft / name).stat().st_size for name in (*names, _MANIFEST))
        return Built(sum(name.endswith(".html") for name in names), len(names) + 1, size)


def _tasks(store: Store, on: date) -> Iterator[Task]:
    try:
        from icc_cli.site.pages import Pages
    except ImportError as error:
        if error.name not in ("jinja2", "markupsafe"):
            raise
        raise UsageError("the site needs an extra", "run: pip install 'icc-cli[site]'") from None
    from icc_cli.site import api, feed

    yield from Pages(store, on).tasks()
    yield from api.tasks(store, on)
    yield from feed.tasks(store, on)


def _listed(folder: Path) -> set[str]:
    """Return the files that an earlier site lists; none if there is no such list."""
    try:
        first, *names = (folder / _MANIFEST).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return set()
    return set(names) if first == _FIRST else set()
