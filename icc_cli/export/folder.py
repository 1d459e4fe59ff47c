"""Writes a directory whole or not at all."""

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from icc_cli.errors import UsageError
from icc_cli.export.package import DESCRIPTOR, NAME

_DRAFT = ".icc-draft-"
_OWN = {DESCRIPTOR, "README.md", "LICENSE", "datasette.json"}
"""What an export holds beside the files that its descriptor lists."""


@contextmanager
def written_whole(
    folder: Path, what: str = "export", listed: Callable[[Path], set[str]] | None = None
) -> Iterator[Path]:
    """Give a draft directory; when the block ends well, put what it holds in place of an earlier export.

    A new, an empty directory, or one that holds nothing but an earlier export will do; raises UsageError for
    others, and where it cannot be written. After any failure the directory is as it was before. For what is no
    export, `what` names it, and `listed` tells the files of an earlier one; none if there is none.
    """
    try:
        made = not folder.exists()
        old = [] if made else _earlier(folder, what, (listed or _listed)(folder))
        if made:
            folder.mkdir()
        try:
            draft = Path(tempfile.mkdtemp(prefix=_DRAFT, dir=folder))
            try:
                (draft / "new").mkdir()
                yield draft / "new"
                _place(draft, folder, old)
            finally:
                shutil.rmtree(draft, ignore_errors=True)
        except BaseException:
            if made:
                with suppress(OSError):
                    folder.rmdir()
            raise
    except OSError as error:
        raise UsageError(f"cannot write {folder}: {error.strerror or error}", "choose another directory") from None


def _earlier(folder: Path, what: str, ours: set[str]) -> list[str]:
    """Return the names at the top of an earlier export; raise UsageError if anything else is in the directory."""
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


def _listed(folder: Path) -> set[str]:
    """Return the files that the descriptor of an earlier export lists; none if there is no such descriptor."""
    try:
        package = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
        if package["name"] != NAME:
            return set()
        files = [file for one in package["resources"] for file in (one, *one.get("alternatives", ()))]
        return _OWN | {file["path"] for file in files}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return set()


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
