"""A file of the site and what makes it."""

from collections.abc import Callable

Task = tuple[str, Callable[[], str]]
"""A file of the site: its path within it, and what makes its text."""
