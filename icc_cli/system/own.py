"""Files that are the user's own: nobody else can have written them, or reads them."""

import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # importing it costs time, and every start with a record of the user's own asks `is_own`
    from pathlib import Path

_DAY = 86_400


def is_own(path: str | os.PathLike[str]) -> bool:
    """Return whether this is a file that nobody but this user can have written: not a link, and in a folder of theirs.

    The checksum of a database guards against accidents, not against another user of the machine.
    """
    try:
        file, folder = os.lstat(path), os.stat(os.path.dirname(path) or os.curdir)
    except OSError:
        return False
    return stat.S_ISREG(file.st_mode) and all(
        one.st_uid == _user(one) and not one.st_mode & (stat.S_IWGRP | stat.S_IWOTH) for one in (file, folder)
    )


def make_own(folder: "Path") -> None:
    """Make a folder, for its user alone. Raises PermissionError where it belongs to another."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = folder.stat()
    if found.st_uid != _user(found):
        raise PermissionError(f"{folder} belongs to another user")
    if found.st_mode & 0o077:
        folder.chmod(0o700)


def sweep(newest: "Path") -> None:
    """Remove drafts that a killed process left beside a file a day before that was written."""
    written = newest.stat().st_mtime
    for path in newest.parent.glob(".draft-*"):
        if written - path.stat().st_mtime > _DAY:
            path.unlink(missing_ok=True)


def _user(found: os.stat_result) -> int:
    """Return this user's number; on Windows, where files have none, that of the file."""
    return os.getuid() if hasattr(os, "getuid") else found.st_uid
