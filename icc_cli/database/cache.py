"""Builds the database of a data directory once, and keeps it keyed by what it was made from."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from icc_cli.database.store import Store, open_bytes, open_file
from icc_cli.errors import DatasetError
from icc_cli.source import load
from icc_cli.system.files import replace
from icc_cli.system.own import is_own, make_own, sweep
from icc_cli.system.resources import PACKAGE, user_folder

_KEPT = 8
"""How many built databases stay in the cache; the oldest go first."""


def fingerprint(directory: Path) -> str:
    """Return a hash of all that the database depends on: the YAML files and the code that reads them."""
    digest = hashlib.blake2b(digest_size=16)
    code = Path(PACKAGE)
    makers = [path for folder in ("database", "source", "treaty") for path in sorted((code / folder).glob("*.py"))]
    for top, paths in ((directory, load.files(directory)), (code, makers)):
        for path in paths:
            try:
                content = path.read_bytes()
            except OSError as error:
                raise DatasetError(f"cannot read {path}: {error.strerror}") from None
            digest.update(f"{path.relative_to(top).as_posix()}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()


def cached(directory: Path) -> Store:
    """Open the database of a data directory, building it if no cached one fits.

    Where no cache can be written the database is built in memory. Raises DatasetError if the data are invalid.
    """
    key = fingerprint(directory)
    folder = _folder()
    path = folder / f"{key}.db" if folder else None
    if path and is_own(path):
        with suppress(DatasetError):  # damaged or foreign: made anew below
            store = open_file(path)
            if store.meta.get("fingerprint") == key:
                return store
            store.close()
    from icc_cli.database.build import build

    content = build(load.load(directory), key)
    if not folder or not path or fingerprint(directory) != key:  # the files may have changed while they were read
        return open_bytes(content, str(directory))
    try:
        make_own(folder)
        replace(str(path), content, 0o600)
        _prune(folder, path)
        return open_file(path)
    except (OSError, DatasetError):
        return open_bytes(content, str(directory))


def _folder() -> Path | None:
    """Return the user's own cache; None for a user without a home, since anybody may write where all may."""
    base = user_folder(os.environ.get("XDG_CACHE_HOME"), ".cache")
    return Path(base) if base else None


def _prune(folder: Path, keep: Path) -> None:
    """Remove all but the newest databases, and drafts that a killed process left a day ago."""
    databases = sorted(folder.glob("*.db"), key=lambda path: path.stat().st_mtime, reverse=True)
    stale = [path for path in databases[_KEPT:] if path != keep]
    for path in stale:
        path.unlink(missing_ok=True)
    sweep(keep)
