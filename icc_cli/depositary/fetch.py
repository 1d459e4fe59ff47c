"""FILE, URL or `-` -> bytes. Nothing else of icc uses the network, and this only for an address given to it."""

import re
import string
import sys
import zlib
from http.client import HTTPException, HTTPMessage
from threading import Thread
from typing import IO
from urllib.error import HTTPError
from urllib.parse import quote, urljoin, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from icc_cli import __version__
from icc_cli.errors import DocumentError, UsageError
from icc_cli.treaty.fields import Fields

LIMIT = 10_000_000
"""Bytes. The longest of these tables, with all declarations and objections, has a tenth of that; a record a fifth."""
SECONDS = 60.0
"""After so long a fetch is given up, whatever it waits for."""
_HINT = "fetch it with a browser, and give the file"
_GZIP = b"\x1f\x8b"
_USER = re.compile(r"(?<=://)[^/?#]*[@\uFE6B\uFF20]")  # two more letters that Python takes for @


class Document(Fields, kw_only=False):
    """What was read, and what messages call it."""

    name: str
    content: bytes


def fetch(place: str) -> Document:
    """Read a file, an address or (`-`) stdin. Raises UsageError for an address of another kind, or DocumentError."""
    if "://" in place:
        return _read(shown(place), _within_time(place))
    name = "stdin" if place == "-" else place
    try:
        if place != "-":
            with open(place, "rb") as file:
                return _read(name, file.read(LIMIT + 1))
        if sys.stdin is None:
            raise UsageError("there is no stdin to read from", "name a file instead of '-'")
        return _read(name, sys.stdin.buffer.read(LIMIT + 1))
    except (OSError, ValueError) as error:  # ValueError: a path with a null character
        raise DocumentError(f"cannot read {name}: {getattr(error, 'strerror', None) or error}") from None


def shown(url: str) -> str:
    """Return an address as messages print it: without user and password; of a query only what tells the treaty."""
    address, mark, query = _USER.sub("...@", url.partition("#")[0]).partition("?")
    treaty = next((f"{part}&" for part in query.split("&") if part.startswith("mtdsg_no=")), "")
    return f"{address}?{treaty}..." if mark else address


def _read(name: str, content: bytes) -> Document:
    """Unpack what is packed with gzip, and refuse what is too large."""
    if content.startswith(_GZIP) and len(content) <= LIMIT:
        unpacked = zlib.decompressobj(wbits=31)
        try:
            content = unpacked.decompress(content, LIMIT + 1)
        except zlib.error:
            raise DocumentError(f"{name} is packed with gzip, and damaged") from None
        if not unpacked.eof and len(content) <= LIMIT:
            raise DocumentError(f"{name} is packed with gzip, and cut off")
    if len(content) > LIMIT:
        raise DocumentError(
            f"{name} is larger than {LIMIT // 1_000_000} MB", "neither a table of the depositary nor a record is"
        )
    return Document(name, content)


def _within_time(url: str) -> bytes:
    """Download in a thread that is left behind when time is up: looking up a name, too, can wait for ever."""
    if _USER.search(url):
        raise UsageError(
            f"{shown(url)} holds a user or a password; no address with one is read",
            _HINT,
        )
    try:
        scheme = urlsplit(url).scheme.lower()
    except ValueError:  # a bracket that is never closed
        scheme = ""
    if scheme not in ("http", "https"):
        raise UsageError(
            f"'{shown(url)}' is not an address to read from", "give a file, or an address with https or http"
        )
    outcome: list[bytes | Exception] = []

    def download() -> None:
        try:
            outcome.append(_download(url))
        except Exception as error:
            outcome.append(error)

    worker = Thread(target=download, daemon=True)
    worker.start()
    worker.join(SECONDS)
    match outcome[0] if outcome else TimeoutError(f"no answer within {SECONDS:g} seconds"):
        case bytes() as content:
            return content
        case OSError() | ValueError() | HTTPException() as error:
            raise DocumentError(f"cannot read {shown(url)}: {_reason(error)}", _HINT) from None
        case error:
            raise error


def _reason(error: Exception) -> str:
    """Return why an address could not be read; of an answer that says no, its number, too."""
    reason = getattr(error, "reason", None) or error
    said = getattr(reason, "strerror", None) or str(reason)
    if isinstance(error, HTTPError) and not isinstance(error, _NotFollowed):
        return f"the server answers {error.code} {error.reason or ''}".rstrip()
    return "its host is not a name that can be looked up" if isinstance(reason, UnicodeError) else said


def _download(url: str) -> bytes:
    request = Request(_ascii(url), headers={"User-Agent": f"icc/{__version__}", "Accept": _ACCEPT})
    try:
        with build_opener(_Redirects).open(request, timeout=SECONDS) as response:
            packed = response.headers.get("Content-Encoding", "identity").strip().lower()
            if packed not in ("", "identity", "gzip", "x-gzip"):
                raise ValueError(f"the server sends it packed as '{packed}', which is not read here")
            content: bytes = response.read(LIMIT + 1)
            return content
    except HTTPError as error:
        error.close()
        raise


_ACCEPT = "application/xml, text/xml, text/html;q=0.9, */*;q=0.1"


def _ascii(url: str) -> str:
    """Write an address in the letters that may be sent."""
    parts = urlsplit(url)
    if not parts.netloc.isascii():
        host, colon, port = parts.netloc.partition(":")
        parts = parts._replace(netloc=host.encode("idna").decode() + colon + port)
    return quote(parts.geturl(), safe=string.punctuation)


class _NotFollowed(HTTPError):
    """A redirect that leads where nothing is read."""


class _Redirects(HTTPRedirectHandler):
    """Follows a redirect to another web address, but never from https to anything else, nor with a password."""

    inf_msg = "(it leads on without end) "

    def http_error_302(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage
    ) -> IO[bytes] | None:
        target = headers.get("location") or headers.get("uri")
        if target:
            self._allow(req, fp, code, headers, urljoin(req.full_url, target))
        return super().http_error_302(req, fp, code, msg, headers)

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        self._allow(req, fp, code, headers, newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)

    def _allow(self, req: Request, fp: IO[bytes], code: int, headers: HTTPMessage, new: str) -> None:
        """Refuse to follow a redirect, before Python's own check, which has other words."""
        allowed = ("https",) if req.type == "https" else ("https", "http")
        if urlsplit(new).scheme.lower() not in allowed or _USER.search(new):
            raise _NotFollowed(new, code, f"it leads on to {shown(new)}, which is not followed", headers, fp)
