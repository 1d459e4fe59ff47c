"""Which database answers: the packaged one, a newer one of the user, or that of a data directory, built when asked."""

import os

from icc_cli.database.store import Store, open_file
from icc_cli.errors import DatasetError, UsageError
from icc_cli.system.resources import PACKAGE, user_folder

PACKAGED = os.path.join(PACKAGE, "icc.db")
CHECKOUT = os.path.join(os.path.dirname(PACKAGE), "data")


def updated_path() -> str | None:
    """Return where `icc data update` puts a newer record; None for a user without a home."""
    folder = user_folder(os.environ.get("XDG_DATA_HOME"), ".local", "share")
    return os.path.join(folder, "record", "icc.db") if folder else None


def open_store(directory: str | os.PathLike[str] | None = None) -> Store:
    """Open the dataset of a data directory; without one, the packaged one, the user's newer one or that of a checkout.

    Raises DatasetError if there is none, or it is invalid; UsageError if the directory's name is empty.
    """
    if directory is not None and not os.fspath(directory):
        raise UsageError("the name of the dataset's directory is empty", "leave it out for the dataset of icc itself")
    if directory is None and os.path.exists(PACKAGED):
        updated = updated_path()
        if not updated or not os.path.exists(updated):  # of a record of the user's own, the one path that is looked at
            return open_file(PACKAGED)
        from icc_cli.database.newer import newer

        return newer(PACKAGED, updated)
    if directory is None and not os.path.isdir(CHECKOUT):
        raise DatasetError("this installation holds no dataset", "install icc again, or name one with --data DIR")
    from pathlib import Path  # importing it costs time, and the packaged dataset needs none of it

    from icc_cli.database.cache import cached  # building needs YAML; the packaged dataset does not

    return cached(Path(CHECKOUT if directory is None else directory))
