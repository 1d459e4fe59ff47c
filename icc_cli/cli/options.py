"""The options that several commands share, each written once."""

from collections.abc import Callable
from typing import Any

import click

from icc_cli.cli.types import FIRST, LAST, REGION, STATES, completing

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

states = click.argument("states", nargs=-1, metavar="[STATE]...", shell_complete=STATES)
persons = click.argument(
    "names", nargs=-1, metavar="[PERSON|SITUATION|STATE]...", shell_complete=completing("persons_and_situations")
)
region = click.option("--region", "regions", type=REGION, multiple=True, metavar="REGION", help="A regional group.")
on = click.option("--on", "--as-of", type=LAST, metavar="DATE", help="The day asked about; today if not given.")
suppose = click.option(
    "--suppose",
    "supposed",
    multiple=True,
    metavar="'STATE ACT DAY'",
    help="Suppose an act, such as 'argentina withdrawal-notice 2026-12-01'; repeat.",
)


def day(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command --on, and --suppose: what can be asked of a day can be asked of one that is yet to come."""
    return on(suppose(command))


data = click.option(
    "--data",
    metavar="DIR",
    envvar="ICC_DATA",
    shell_complete=completing("directories"),
    help="Use the dataset of this directory.",
)


def period(what: str) -> Decorator:
    """Give a command --since and --until, which select by what is said here: `Done` on or after this day."""
    return _days(f"{what} on or after this day.", f"{what} on or before this day.")


def _days(first: str, last: str) -> Decorator:
    since = click.option("--since", type=FIRST, metavar="DATE", help=first)
    until = click.option("--until", type=LAST, metavar="DATE", help=last)
    return lambda command: since(until(command))


shown = _days("The first day shown.", "The last day shown.")
