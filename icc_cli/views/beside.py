"""What stands beside a list in JSON, whether the command line prints it or a file of the site holds it."""

from datetime import date

from icc_cli.database.store import Store
from icc_cli.output.report import About
from icc_cli.queries.completeness import Completeness, completeness


class AboutList(About):
    """Beside a list: also how complete it is; left out where nothing is known of that."""

    completeness: Completeness | None = None
    """How complete the list is."""


def about(store: Store, name: str, on: date) -> AboutList:
    """Return what stands beside the list that the command of this name prints."""
    return AboutList(on=on, completeness=completeness(store, name, on))
