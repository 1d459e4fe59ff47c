"""Which of two records is the newer: the one that came with the program, or that of `icc data update`.

Every start with a record of the user's own asks this: it imports nothing that an answer does not need anyway.
"""

from contextlib import closing

from icc_cli.database.store import Store, open_file
from icc_cli.errors import DatasetError
from icc_cli.system.own import is_own

_BACK = "go back with: icc data update --undo"


def newer(packaged: str, updated: str) -> Store:
    """Open the newer of the packaged record and the user's own; where both are as new, the user's own.

    One whose layout this program does not know, as after an upgrade, does not count. Raises DatasetError if the user's
    own is damaged or others may write it.
    """
    if not is_own(updated):
        raise DatasetError(f"{updated} is no file that only you can write, and is not believed", _BACK)
    try:
        own = open_file(updated)
    except DatasetError as error:
        raise DatasetError(error.message, _BACK) from None
    try:
        with closing(open_file(packaged, sealed=False)) as came:
            chosen = layout(own) == layout(came) and age(own) >= age(came)
    except DatasetError:
        own.close()
        raise
    if chosen:
        return own
    own.close()
    return open_file(packaged)


def layout(store: Store) -> int:
    """Return the number of the layout of its tables."""
    return int(store.rows("PRAGMA user_version")[0][0])


def age(store: Store) -> tuple[str, list[int]]:
    """Return what grows as records get newer: the day of the last check, then the version."""
    return store.meta["checked"], [int(part) for part in store.meta["version"].split(".") if part.isdigit()]
