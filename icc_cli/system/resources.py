"""Where the files are that come with the program, in a wheel and in a checkout."""

import os

PACKAGE = os.path.dirname(os.path.dirname(__file__))


def resource_path(name: str, source: str) -> str:
    """Return where a file or directory is that comes with the program: `name` in a wheel, `source` in a checkout."""
    packaged = os.path.join(PACKAGE, name)
    return packaged if os.path.exists(packaged) else os.path.join(os.path.dirname(PACKAGE), source)
