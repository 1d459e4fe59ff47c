"""`icc site`: the dataset as a static site."""

from contextlib import ExitStack, closing
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import click

from icc_cli.cli import options, request
from icc_cli.cli.types import LAST, Folder, completing
from icc_cli.cli.writing import warn, write
from icc_cli.database.opening import open_store
from icc_cli.errors import UsageError
from icc_cli.page.text import clean


class Address(click.ParamType):  # type: ignore[type-arg] # generic only since click 8.4
    """The address of a site, with a slash at its end."""

    name = "address"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the address, or refuse it."""
        try:
            parts = urlsplit(value)
            good = parts.scheme in ("http", "https") and parts.hostname and not (parts.query or parts.fragment)
        except ValueError:
            good = False
        if not good or clean(value) != value or any(sign in value for sign in ' "<>@'):
            raise UsageError(f"'{clean(value)}' is not the address of a site", "as in: --url https://example.org/rome/")
        return value.rstrip("/") + "/"


@click.command("site")
@click.argument("folder", metavar="[DIR]", required=False, shell_complete=completing("directories"), type=Folder())
@click.option("--on", "--as-of", type=LAST, metavar="DATE", help="The site's day; today if not given.")
@click.option(
    "--serve", "port", is_flag=False, flag_value=0, type=click.IntRange(0, 65535), metavar="[PORT]",
    help="Show it on this machine until Ctrl-C; without DIR, leave nothing behind.",
)  # fmt: skip
@click.option(
    "--url", type=Address(), metavar="ADDRESS",
    help="Where it will be published: for absolute links in the feed, previews of its pages and the page of errors.",
)  # fmt: skip
@options.data
def command(folder: Path | None, on: date | None, port: int | None, url: str | None, data: str | None) -> None:
    """Write the dataset as a site for any web host: pages, files for programs, a feed, a calendar, downloads.

    DIR is new, empty, or an earlier site, which is then replaced. It is written whole or not at all.
    Needs the extra 'site'. To look at it, try --serve alone.

    \b
    icc site public --on 2016-11-16
    icc site public --url https://example.org/rome-statute/
    """
    if folder is None and port is None:
        raise UsageError("there is no directory to write to", "name one, as in: icc site public; or add --serve")
    from icc_cli.cli.progress import progress
    from icc_cli.site import build
    from icc_cli.site.serve import serve
    from icc_cli.system.folders import temporary

    with ExitStack() as stack:
        if folder is None:
            folder = stack.enter_context(temporary("icc-site-")) / "site"
        with closing(open_store(data)) as store, progress() as show:
            done = build(store, folder, on or request.clock(), url=url or "", progress=show)
        if done.lacks:
            warn(f"there is no preview picture: {done.lacks}")
        if port is None:
            write(clean(f"{folder}: {done.pages} pages, {done.files} files, {done.size / 1e6:.1f} MB") + "\n")
        else:
            serve(folder, port, warn)
