"""Where the files are that come with the program, in a wheel and in a checkout."""

import os

PACKAGE = os.path.dirname(os.path.dirname(__file__))


def resource_path(name: str, source: str) -> str:
    """Return where a file or directory is that comes with the program: `name` in a wheel, `source` in a checkout."""
    packaged = os.path.join(PACKAGE, name)
    return packaged if os.path.exists(packaged) else os.path.join(os.path.dirname(PACKAGE), source)


def user_folder(chosen: str | None, *default: str) -> str | None:
    """Return the user's own folder of this program, below one that is chosen, or where Windows puts such.

    `default` lies within the home. None for a user without one, since anybody may write where all may.
    """
    base = chosen or os.environ.get("LOCALAPPDATA")
    if not base or not os.path.isabs(base):
        home = os.path.expanduser("~")
        base = os.path.join(home, *default) if os.path.isabs(home) else ""
    return os.path.join(base, "icc-cli") if base else None
