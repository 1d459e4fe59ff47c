"""Writes docs/glossary.md: the terms of `icc help glossary`."""

from pathlib import Path

from icc_cli.cli.terms import TERMS

PAGE = Path(__file__).parents[2] / "docs" / "glossary.md"

HEAD = """\
# Glossary

Terms of the treaty and of this record, as `icc help glossary` prints them. Articles without a name are those of the
Rome Statute.
"""


def page() -> str:
    """Return the whole page."""
    return "\n".join([HEAD, *(f"**{term}**\n: {meaning}\n" for term, meaning in TERMS.items())])
