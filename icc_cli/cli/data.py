"""`icc data`: check and describe the dataset, compare it with the depositary's table, and take a newer one."""

import os
from pathlib import Path

import click

from icc_cli import views
from icc_cli.cli import options
from icc_cli.cli.command import Command, answering, answers
from icc_cli.cli.request import Request
from icc_cli.cli.types import completing
from icc_cli.cli.writing import write
from icc_cli.database import opening
from icc_cli.database.opening import CHECKOUT
from icc_cli.depositary.compare import Compared, Difference
from icc_cli.depositary.compare import compare as differences
from icc_cli.errors import DatasetError, UsageError
from icc_cli.output.report import About, Answer
from icc_cli.page.text import clean
from icc_cli.queries.info import Info
from icc_cli.queries.info import info as describe


class AboutTable(About):
    """Beside differences: also the table that was compared."""

    table: Compared
    """The table that was compared."""


@click.group("data")
def command() -> None:
    """Check and describe the dataset, compare it with the depositary's own table, and take a newer one."""


@command.command("check")
@click.argument(
    "directory", required=False, metavar="[DIR]", envvar="ICC_DATA", shell_complete=completing("directories")
)
def check(directory: str | None) -> int:
    """Check a data directory: shape and law. Prints every problem as file:line, and exits with 3 if there is any.

    Without DIR, the directory that ICC_DATA names, or that of this source checkout.

    \b
    icc data check data/
    """
    from icc_cli.source import load
    from icc_cli.treaty.referrals import referral_acts

    if not directory and not os.path.isdir(CHECKOUT):
        raise UsageError("name the data directory to check", "as in: icc data check data/")
    dataset, problems = load.check(Path(directory or CHECKOUT))
    for problem in problems:
        write(clean(str(problem)) + "\n")
    if problems or dataset is None:
        more = "; there may be more" if len(problems) >= load.MAX_PROBLEMS else ""
        found = f"{len(problems):,} problem{'s' if len(problems) > 1 else ''}"
        raise DatasetError(f"{found} in {directory or CHECKOUT}{more}")
    referrals = sum(1 for situation in dataset.situations for _ in referral_acts(situation))
    acts = sum(len(state.acts) for state in dataset.states) + len(dataset.context) + referrals
    write(
        f"{len(dataset.states)} States and entries, {acts} acts, {len(dataset.persons)} persons, "
        f"{len(dataset.documents)} documents: no problem found\n"
    )
    return 0


@command.command("info", cls=Command)
@options.on
@answering
@answers("icc/data-info/1", Info)
def info(ask: Request) -> Answer:
    """Show the dataset's version, the day of its last check, and how much it holds."""
    found = describe(ask.store)
    return Answer([found], lambda: views.listings.info(found))


@command.command("compare", cls=Command)
@click.argument("place", metavar="FILE|URL", shell_complete=completing("files"))
@click.option(
    "--treaty", metavar="statute|agreement|AMENDMENT", help="What the table is of, where its head does not say."
)
@options.on
@answering
@answers("icc/data-compare/1", Difference, about=AboutTable)
def compare(ask: Request, place: str, treaty: str | None) -> Answer:
    """Compare the dataset with the depositary's own table of the Statute, an amendment or the Agreement.

    FILE is the table as XML, or the depositary's page of the treaty, saved in a browser; '-' stands for stdin. A URL is
    read once; but for 'icc data update' no other command uses the network. The dataset is taken as it stands today; for
    an older copy of the table, give the day it was fetched with --on.

    Exits with 0 if nothing differs, 1 if anything does or is not understood, 2 if it does not know which treaty
    the table is of, and 3 if it cannot read it.

    \b
    icc data compare XVIII-10.en.xml
    icc data compare page.html
    icc data compare - --treaty aggression < table.xml
    """
    from icc_cli.depositary.fetch import fetch
    from icc_cli.depositary.reading import read
    from icc_cli.depositary.treaties import recognise

    document = fetch(place)
    table = read(document.content, document.name)
    found = differences(ask.store, table, recognise(ask.store, table.header, document.name, treaty), ask.on)

    return Answer(
        found.differences,
        lambda: views.compare.comparison(found, ask.on, ask.checked),
        AboutTable(on=ask.on, table=found.table),
        may_be_empty=True,
        exit_code=1 if found.differences else 0,
    )


@command.command("update")
@click.argument("place", required=False, metavar="FILE|URL", shell_complete=completing("files"))
@click.option("--force", is_flag=True, help="Take it even if it is older than the one taken before.")
@click.option("--undo", is_flag=True, help="Go back to the record that came with icc.")
def update(place: str | None, force: bool, undo: bool) -> int:
    """Take a newer record: the icc.db of 'icc export' or 'icc site', with its icc.db.sha256 beside it.

    FILE or URL (https only) is read once, checked, and kept in your own data folder, whole or not at all. From then on
    the newer of it and the record of icc itself answers; --data and ICC_DATA win over both. The checksum guards against
    accidents, not against malice: take records only from whom you trust.

    \b
    icc data update rome-statute/icc.db
    icc data update --undo
    """
    from icc_cli.database import updated

    if undo == (place is not None):
        raise UsageError(
            "name one thing to do", "as in: icc data update rome-statute/icc.db, or icc data update --undo"
        )
    if not os.path.exists(opening.PACKAGED):
        raise UsageError(
            "this icc reads the data of its own checkout", "update the checkout, or name others with --data"
        )
    path = opening.updated_path()
    if path is None:
        raise UsageError("there is no home to keep a record in", "set XDG_DATA_HOME")
    if place is None:
        gone = updated.undo(path)
        write("The record of icc itself is used again.\n" if gone else "The record of icc itself is used already.\n")
        return 0
    content, checksum, name = _record(place)
    taken = updated.update(content, checksum, name, opening.PACKAGED, path, force=force)
    how = "is used from now on" if taken.changed else "is used already; nothing was changed"
    write(f"Dataset {taken.version}, checked through {taken.checked}, {how}.\n")
    return 0


def _record(place: str) -> tuple[bytes, bytes, str]:
    """Read a database and the file with its checksum; return both, and what messages call the first."""
    from icc_cli.depositary.fetch import fetch

    if place == "-":
        raise UsageError("a record is not read from stdin", "name a file, with its .sha256 beside it")
    address, mark, query = place.partition("?") if "://" in place else (place, "", "")
    if "://" in place and not place.lower().startswith("https://"):
        raise UsageError("a record is read from https alone", "give an address with https, or a file")
    document = fetch(place)
    return document.content, fetch(f"{address}.sha256{mark}{query}").content, document.name
