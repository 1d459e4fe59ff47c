"""FILE, URL or `-` -> bytes. Nothing else here uses the network, and this only for an address given to it."""

import sys
from http.client import HTTPException, HTTPMessage
from threading import Thread
from typing import IO
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from icc_cli import __version__
from icc_cli.errors import DocumentError, UsageError
from icc_cli.treaty.fields import Fields

LIMIT = 10_000_000
"""Bytes. The longest of these tables, with all declarations and objections, has a tenth of that."""
SECONDS = 60.0
"""After so long a fetch is given up, whatever it waits for."""


class Document(Fields, kw_only=False):
    """What was read, and what messages call it."""

    name: str
    content: bytes


def fetch(place: str) -> Document:
    """Read a file, an address or (`-`) stdin. Raises UsageError for an address of another kind, or DocumentError."""
    if "://" in place:
        return Document(place, _limited(place, _within_time(place)))
    name = "stdin" if place == "-" else place
    try:
        if place != "-":
            with open(place, "rb") as file:
                return Document(name, _limited(name, file.read(LIMIT + 1)))
        if sys.stdin is None:
            raise UsageError("there is no stdin to read from", "name a file instead of '-'")
        return Document(name, _limited(name, sys.stdin.buffer.read(LIMIT + 1)))
    except (OSError, ValueError) as error:  # ValueError: a path with a null character
        raise DocumentError(f"cannot read {name}: {getattr(error, 'strerror', None) or error}") from None


def _limited(name: str, content: bytes) -> bytes:
    if len(content) > LIMIT:
        raise DocumentError(f"{name} is larger than {LIMIT // 1_000_000} MB", "no table of the depositary is")
    return content


def _within_time(url: str) -> bytes:
    """Download in a thread that is left behind when time is up: looking up a name, too, can wait for ever."""
    try:
        scheme = urlsplit(url).scheme.lower()
    except ValueError:  # a bracket that is never closed
        scheme = ""
    if scheme not in ("http", "https"):
        raise UsageError(f"'{url}' is no address to read from", "give a file, or an address with https or http")
    outcome: list[bytes | Exception] = []

    def download() -> None:
        try:
            outcome.append(_download(url))
        except Exception as error:
            outcome.append(error)

    worker = Thread(target=download, daemon=True)
    worker.start()
    worker.join(SECONDS)
    hint = "fetch it with a browser, and give the file"
    match outcome[0] if outcome else TimeoutError(f"no answer within {SECONDS:g} seconds"):
        case bytes() as content:
            return content
        case OSError() | ValueError() | HTTPException() as error:
            reason = getattr(error, "reason", None) or error
            raise DocumentError(f"cannot read {url}: {getattr(reason, 'strerror', None) or reason}", hint) from None
        case error:
            raise error


def _download(url: str) -> bytes:
    request = Request(url, headers={"User-Agent": f"icc/{__version__}", "Accept": "application/xml, text/xml"})
    try:
        with build_opener(_Redirects).open(request, timeout=SECONDS) as response:
            content: bytes = response.read(LIMIT + 1)
            return content
    except HTTPError as error:
        error.close()
        raise


class _Redirects(HTTPRedirectHandler):
    """Follows a redirect to another web address, but never from https to anything else."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        allowed = ("https",) if req.type == "https" else ("https", "http")
        if urlsplit(newurl).scheme.lower() not in allowed:
            raise HTTPError(newurl, code, f"it leads on to {newurl}, which is not followed", headers, fp)
        return super().redirect_request(req, fp, code, msg, headers, newurl)
