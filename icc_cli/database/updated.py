"""A newer record than the one that came with the program, in the user's own data folder: taken, and taken back."""

import hashlib
import os
from contextlib import ExitStack, closing, suppress
from pathlib import Path

from icc_cli.database.checksum import refuse_damage
from icc_cli.database.newer import age, layout
from icc_cli.database.store import Store, open_bytes, open_file
from icc_cli.errors import DatasetError, UsageError
from icc_cli.system.files import replace
from icc_cli.system.own import is_own, make_own, sweep
from icc_cli.treaty.fields import Fields


class Updated(Fields, kw_only=False):
    """The record in use from now on; `changed`: whether it is another than before."""

    version: str
    checked: str
    changed: bool


def update(content: bytes, checksum: bytes, name: str, packaged: str, updated: str, *, force: bool = False) -> Updated:
    """Take a record, given with the text of its checksum file, in place of the one in use; whole or not at all.

    The one that is in use already changes nothing. Raises DatasetError for a damaged one, another program's and another
    layout's; UsageError for one that is older than the packaged, without `force` also than the user's own, and where
    nothing can be written.
    """
    said = checksum[:200].split()
    if not said or hashlib.sha256(content).hexdigest().encode() != said[0].lower():
        raise DatasetError(f"{name} is not what its checksum says: damaged, or half of it", "get both files again")
    refuse_damage(content, name, "get it again")
    with ExitStack() as opened:
        came = opened.enter_context(closing(open_file(packaged)))
        given = opened.enter_context(closing(open_bytes(content, name)))
        before = _own(updated)
        if before:
            opened.callback(before.close)
        if layout(given) != layout(came):
            raise DatasetError(
                f"{name} is of another version of icc and cannot be read", "upgrade: pip install --upgrade icc-cli"
            )
        if age(given) < age(came):
            raise UsageError(
                f"{name} ({_said(given)}) is older than the record of icc itself ({_said(came)})",
                "the newer is used anyway",
            )
        if before and layout(before) == layout(given) and age(given) < age(before) and not force:
            raise UsageError(
                f"{name} ({_said(given)}) is older than the record in use ({_said(before)})", "add --force to take it"
            )
        in_use = before if before and layout(before) == layout(came) and age(before) >= age(came) else came
        changed = content != Path(in_use.origin).read_bytes()
    if changed:
        _put(Path(updated), content)  # only now: Windows replaces no file that is open
    return Updated(given.meta["version"], given.meta["checked"], changed)


def undo(updated: str) -> bool:
    """Go back to the packaged record; return whether there was another."""
    try:
        os.unlink(updated)
    except FileNotFoundError:
        return False
    except OSError as error:
        raise UsageError(f"cannot remove {updated}: {error.strerror}") from None
    return True


def _put(path: Path, content: bytes) -> None:
    try:
        make_own(path.parent)
        replace(str(path), content, 0o600)
        with suppress(OSError):
            sweep(path)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror or error}") from None


def _own(updated: str) -> Store | None:
    """Open the user's own record; None where there is none that can be read."""
    with suppress(DatasetError):
        if is_own(updated):
            return open_file(updated)
    return None


def _said(store: Store) -> str:
    return f"{store.meta['version']}, checked through {store.meta['checked']}"
