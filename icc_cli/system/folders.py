"""Directories are written whole or not at all: in a draft within them, which then takes the place of what was there."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from icc_cli.errors import UsageError

_DRAFT = ".icc-draft-"


@contextmanager
def written_whole(folder: Path, what: str, listed: Callable[[Path], set[str]]) -> Iterator[Path]:
    """Give a draft directory; when the block ends well, put what it holds in place of what was there.

    A new, an empty directory, or one that holds nothing but an earlier one of its kind will do; raises UsageError
    for others, and where it cannot be written. After any failure the directory is as it was before. `what` names
    the kind (`export`); `listed` tells the files that an earlier one has, none if there is none.
    """
    try:
        made = not folder.exists()
        old = [] if made else _earlier(folder, what, _ours(folder, listed))
        if made:
            folder.mkdir()
        try:
            draft = Path(tempfile.mkdtemp(prefix=_DRAFT, dir=folder))
            try:
                (draft / "new").mkdir()
                yield draft / "new"
                _place(draft, folder, old)
                _sweep(draft)
            finally:
                shutil.rmtree(draft, ignore_errors=True)
        except BaseException:
            if made:
                with suppress(OSError):
                    folder.rmdir()
            raise
    except OSError as error:
        raise UsageError(f"cannot write {folder}: {error.strerror or error}", "choose another directory") from None


def _sweep(ours: Path) -> None:
    """Remove drafts that a killed process left a day ago; a younger one may be another's, still being written."""
    newest = ours.stat().st_mtime
    for path in ours.parent.glob(f"{_DRAFT}*"):
        if newest - path.stat().st_mtime > 86_400:
            shutil.rmtree(path, ignore_errors=True)


def _ours(folder: Path, listed: Callable[[Path], set[str]]) -> set[str]:
    """Return the files that an earlier one has; if a process was killed in taking its place, those of both."""
    drafts = [place for draft in folder.glob(f"{_DRAFT}*") for place in (draft, draft / "new")]
    return set().union(*(listed(place) for place in (folder, *drafts)))


def _earlier(folder: Path, what: str, ours: set[str]) -> list[str]:
    """Return the names at the top of what was written earlier; raise UsageError if anything else is there."""
    if not folder.is_dir():
        raise UsageError(f"{folder} is no directory", "choose another name")
    found = []
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if name.startswith(_DRAFT) or (path.is_dir() and not path.is_symlink() and ours):
            continue
        if name not in ours:
            fault = f"holds more than an earlier {what}" if ours else "is not empty"
            raise UsageError(f"{folder} {fault}: {name}", "choose a new or an empty directory")
        found.append(name)
    return sorted({name.partition("/")[0] for name in found})


def _place(draft: Path, folder: Path, old: list[str]) -> None:
    """Move the old files out and the new ones in; move them back if that fails midway."""
    moves = [(folder / name, draft / name) for name in old]
    moves += [(path, folder / path.name) for path in sorted((draft / "new").iterdir())]
    done: list[tuple[Path, Path]] = []
    try:
        for source, target in moves:
            os.rename(source, target)
            done.append((source, target))
    except BaseException:
        for source, target in reversed(done):
            os.rename(target, source)
        raise
