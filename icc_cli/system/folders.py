"""Directories are written whole or not at all: in a draft within them, which then takes the place of what was there."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from icc_cli.errors import UsageError
from icc_cli.system.signals import cleaning_up

_DRAFT = ".icc-draft-"


@contextmanager
def written_whole(folder: Path, what: str, listed: Callable[[Path], set[str]]) -> Iterator[Path]:
    """Give a draft directory; when the block ends well, put what it holds in place of what was there.

    A new, an empty directory, or one that holds nothing but an earlier one of its kind will do; what is there for the
    host that publishes it (`CNAME`, `.git`, `.nojekyll`) stays. Raises UsageError for others, where it cannot be
    written, and while another process writes there. After any failure the directory is as it was before. `what` names
    the kind (`export`); `listed` returns the files that an earlier one has, none if there is none.
    """
    try:
        with cleaning_up(), _made(folder), _alone(folder):
            old = _earlier(folder, what, _ours(folder, listed))
            with _removed(lambda: tempfile.mkdtemp(prefix=_DRAFT, dir=folder)) as draft:
                (draft / "new").mkdir()
                yield draft / "new"
                _place(draft, folder, old)
                _sweep(draft)
    except OSError as error:
        raise UsageError(f"cannot write {folder}: {error.strerror or error}", "choose another directory") from None


@contextmanager
def temporary(prefix: str) -> Iterator[Path]:
    """Give a directory for the time of a block, which is gone even if a signal ends the process."""
    with cleaning_up(), _removed(lambda: tempfile.mkdtemp(prefix=prefix)) as folder:
        yield folder


@contextmanager
def _made(folder: Path) -> Iterator[None]:
    """Make a directory if there is none, and remove it again after a failure."""
    try:
        folder.mkdir()
        made = True
    except FileExistsError:
        made = False
    try:
        yield
    except BaseException:
        if made:
            with suppress(OSError):
                folder.rmdir()
        raise


@contextmanager
def _removed(make: Callable[[], str]) -> Iterator[Path]:
    """Give a directory and remove it, whatever happens: an interrupt of the removal does not keep it."""
    folder = Path(make())
    try:
        yield folder
    finally:
        try:
            shutil.rmtree(folder, ignore_errors=True)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold a directory against others that would write there; raise UsageError if another does.

    Windows has no locks of directories; there, two at once fail where the second would replace a file of the first.
    """
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock
    except ImportError:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            flock(handle, LOCK_EX | LOCK_NB)
        except BlockingIOError:
            raise UsageError(
                f"another process writes to {folder}", "wait for it, or choose another directory"
            ) from None
        except OSError:  # a file system without locks
            pass
        yield
    finally:
        os.close(handle)


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
        raise UsageError(f"{folder} is not a directory", "choose another name")
    found = []
    for path in _inside(folder):
        name = path.relative_to(folder).as_posix()
        if path.is_dir() and not path.is_symlink() and ours:
            continue
        if name not in ours:
            fault = f"holds more than an earlier {what}" if ours else "is not empty"
            raise UsageError(f"{folder} {fault}: {name}", "choose a new or an empty directory")
        found.append(name)
    return sorted({name.partition("/")[0] for name in found})


def _inside(folder: Path) -> Iterator[Path]:
    """Yield all that lies in a directory but drafts, and what is there for the host that publishes it."""
    for path in folder.iterdir():
        if not path.name.startswith(".") and path.name != "CNAME":
            yield path
            if path.is_dir() and not path.is_symlink():
                yield from path.rglob("*")


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
