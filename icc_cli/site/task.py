"""A file of the site and what makes it."""

from collections.abc import Callable

Task = tuple[str, Callable[[], str | bytes]]
"""A file of the site: its path within it, and what makes its text, or its bytes."""

PREVIEW = "preview.png"
"""The picture that others show beside a link to a page."""

MISSING = "404.html"
"""The page that a host shows where there is none."""
