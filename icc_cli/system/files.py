"""Files are written whole or not at all: beside their final name, and then renamed."""

import os
import stat
from contextlib import suppress

from icc_cli.system.signals import cleaning_up


def write_whole(path: str | os.PathLike[str], content: bytes) -> None:
    """Write a file that its user named, so that nobody ever sees half of it.

    A file that is replaced keeps its permissions; through a link, the file it leads to is replaced. What is not a file
    (a device, a pipe) is written to directly.
    """
    mode = _mode(path)
    if mode is not None and not stat.S_ISREG(mode):
        with open(path, "wb") as device:
            device.write(content)
        return
    replace(os.path.realpath(path), content, stat.S_IMODE(mode) if mode is not None else 0o666 & ~_umask())


def replace(path: str, content: bytes, mode: int) -> None:
    """Put a new file in the place of whatever has this name: a link is replaced, not followed."""
    draft = os.path.join(os.path.dirname(path), f".draft-{os.urandom(8).hex()}")
    with cleaning_up():
        try:  # from before the file is there: an interrupt must not leave it behind
            handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            with suppress(OSError):  # a file system without permissions
                os.chmod(draft, mode)
            os.replace(draft, path)
        except BaseException:
            with suppress(FileNotFoundError):
                os.unlink(draft)
            raise


def _mode(path: str | os.PathLike[str]) -> int | None:
    try:
        return os.stat(path).st_mode
    except FileNotFoundError:
        return None


def _umask() -> int:
    umask = os.umask(0)
    os.umask(umask)
    return umask
