"""`icc site`: the dataset as a static site, with the answers of the command line as files for programs."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from icc_cli.database.store import Store
from icc_cli.errors import UsageError
from icc_cli.export import Progress, export
from icc_cli.site.task import PREVIEW, Task
from icc_cli.system.folders import written_whole
from icc_cli.treaty.fields import Fields

_MANIFEST, _DATA = "files.txt", "data"
_FIRST = "A site written by icc. Its files:"
"""How the list of a site's files begins; by it an earlier site is known again, and replaced."""


class Built(Fields, kw_only=False):
    """What was written: the pages, all files, and their bytes."""

    pages: int
    files: int
    size: int
    lacks: str = ""
    """Why it has no preview picture, where it should have one."""


def build(
    store: Store, folder: Path, on: date, *, url: str = "", progress: Progress = lambda what, done, total: None
) -> Built:
    """Write the site, with `on` for today, into a directory: new, empty, or an earlier site, which is then replaced.

    `url`, with a slash at its end, is where it will be published: the feed and the previews of its pages then name it.

    The same dataset and day give the same bytes. It is written whole or not at all. Raises UsageError where the
    directory holds anything else or cannot be written, and where the extra is not installed.
    """
    preview, lacks = _preview(store, on) if url else (b"", "")
    with written_whole(folder, "site", _listed) as draft:
        tasks = list(_tasks(store, on, url, preview, draft / _DATA))
        progress(_DATA, 0, len(tasks) + 1)
        export(store, draft / _DATA, on)  # first: a page says how large its files are
        for number, (name, make) in enumerate(tasks, 1):
            progress(name, number, len(tasks) + 1)
            path = draft / name
            path.parent.mkdir(parents=True, exist_ok=True)
            made = make()
            path.write_bytes(made.encode() if isinstance(made, str) else made)
        names = sorted(path.relative_to(draft).as_posix() for path in draft.rglob("*") if path.is_file())
        (draft / _MANIFEST).write_bytes("\n".join([_FIRST, *names, _MANIFEST, ""]).encode())
        size = sum((draft / name).stat().st_size for name in (*names, _MANIFEST))
        return Built(sum(name.endswith(".html") for name in names), len(names) + 1, size, lacks)


def _preview(store: Store, on: date) -> tuple[bytes, str]:
    """Return the map as PNG; where that cannot be drawn nothing, and why."""
    from icc_cli.pictures.map import svg
    from icc_cli.pictures.svg import png
    from icc_cli.queries.map import world_map

    try:
        return png(svg(world_map(store, on))), ""
    except UsageError as error:
        return b"", str(error)


def _tasks(store: Store, on: date, url: str, preview: bytes, data: Path) -> Iterator[Task]:
    try:
        from icc_cli.site.pages import Pages
    except ImportError as error:
        if error.name not in ("jinja2", "markupsafe"):
            raise
        raise UsageError("the site needs an extra", "run: pip install 'icc-cli[site]'") from None
    from icc_cli.site import api, feed, machines

    yield from Pages(store, on, url, data=data, preview=bool(preview)).tasks()
    yield from api.tasks(store, on)
    yield from feed.tasks(store, on, url)
    yield from machines.tasks(store, on, url)
    if preview:
        yield PREVIEW, lambda: preview


def _listed(folder: Path) -> set[str]:
    """Return the files that an earlier site lists; none if there is no such list."""
    try:
        first, *names = (folder / _MANIFEST).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return set()
    return set(names) if first == _FIRST else set()
