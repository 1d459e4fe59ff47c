"""What commands that print a list have in common: how complete it is."""

from icc_cli.cli.request import Request
from icc_cli.output.report import About
from icc_cli.queries.completeness import Completeness, completeness


class AboutList(About):
    """Beside a list: also how complete it is; left out where nothing is known of that."""

    completeness: Completeness | None = None
    """How complete the list is."""


def about(ask: Request, name: str) -> AboutList:
    """Return what stands beside the list that the command of this name prints."""
    return AboutList(on=ask.on, completeness=completeness(ask.store, name, ask.on))
