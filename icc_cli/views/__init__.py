"""Answers in words: results of queries become headings, lines and tables. No colours, no widths, no rules of law.

Each module is imported when it is first used, as `views.listings`: a short answer needs only one, a JSON answer none.
"""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icc_cli.views import (
        cases,
        citations,
        compare,
        cooperation,
        jurisdiction,
        listings,
        names,
        outlook,
        pictures,
        records,
        search,
        sql,
        status,
        supposed,
        treaty,
        when,
    )

__all__ = [
    "cases",
    "citations",
    "compare",
    "cooperation",
    "jurisdiction",
    "listings",
    "names",
    "outlook",
    "pictures",
    "records",
    "search",
    "sql",
    "status",
    "supposed",
    "treaty",
    "when",
]


def __getattr__(name: str) -> ModuleType:
    try:
        return import_module(f"{__name__}.{name}")
    except ModuleNotFoundError:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None
