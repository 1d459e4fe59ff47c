"""Files are written whole or not at all: beside their final name, and then renamed."""

import os
import stat
from contextlib import suppress


def write_whole(path: str | os.PathLike[str], content: bytes) -> None:
    """Write a file so that nobody ever sees half of it. What is no file (a device, a pipe) is written to directly.

    A file that is replaced keeps its permissions; through a link, the file it leads to is replaced.
    """
    mode = _mode(path)
    if mode is not None and not stat.S_ISREG(mode):
        with open(path, "wb", buffering=0) as device:
            device.write(content)
        return
    target = os.path.realpath(path)
    draft = os.path.join(os.path.dirname(target), f".draft-{os.urandom(8).hex()}")
    try:  # from before the file is there: an interrupt must not leave it behind
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        with suppress(OSError):  # a file system without permissions
            os.chmod(draft, stat.S_IMODE(mode) if mode is not None else 0o666 & ~_umask())
        os.replace(draft, target)
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
