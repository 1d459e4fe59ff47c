"""Shows a built site on this machine only, until it is interrupted."""

import threading
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from icc_cli.errors import UsageError
from icc_cli.site.task import MISSING

LOOPBACK = "127.0.0.1"
AT_ONCE = 64
"""Connections that are answered at the same time; further ones are closed."""
PATIENCE = 10.0
"""Seconds that a connection may say nothing."""


class _Quiet(SimpleHTTPRequestHandler):
    timeout = PATIENCE
    server: "_Server"
    extensions_map = {  # noqa: RUF012 - as the class above has it
        **SimpleHTTPRequestHandler.extensions_map,
        ".atom": "application/atom+xml",
        ".ics": "text/calendar",
        ".js": "text/javascript",
        ".svg": "image/svg+xml",
    }

    def version_string(self) -> str:
        """Name no versions."""
        return "icc"

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Answer with a file of the site, or with an error.

        A page from elsewhere whose own name was made to lead to this machine asks under that name, and gets nothing.
        """
        if self.headers.get_all("Host", []) not in self.server.names:
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
        elif not self._published(self.path):
            self.send_error(HTTPStatus.NOT_FOUND)
        else:
            return super().send_head()
        return None

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page of what is not there, if it has one; to other methods, with those allowed."""
        if code == HTTPStatus.NOT_IMPLEMENTED:
            self.send_response(HTTPStatus.METHOD_NOT_ALLOWED)
            self.send_header("Allow", "GET, HEAD")
            self.send_header("Content-Length", "0")
            return self.end_headers()
        if code != HTTPStatus.NOT_FOUND or not self._published(f"/{MISSING}"):
            return super().send_error(code, message, explain)
        page = Path(self.directory, MISSING).read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(page)
        return None

    def _published(self, path: str) -> bool:
        """Return whether a path leads to a file that lies in the directory, links followed, and is not hidden."""
        try:
            found = Path(self.translate_path(path)).resolve(strict=True)
            if found.is_dir():
                found = (found / "index.html").resolve(strict=True)
            inside = found.relative_to(Path(self.directory).resolve())
        except (OSError, RuntimeError, ValueError):  # there is none, links in a circle, not a name or not inside
            return False
        return found.is_file() and not any(name.startswith(".") for name in inside.parts)

    def log_message(self, format: str, *_: Any) -> None:  # noqa: A002 - as the class above has it
        """Keep the terminal for what the user should know."""


class _Server(ThreadingHTTPServer):
    def __init__(self, folder: Path, port: int) -> None:
        super().__init__((LOOPBACK, port), partial(_Quiet, directory=str(folder)))
        self.names = [[f"{name}:{self.server_port}"] for name in (LOOPBACK, "localhost")]
        if self.server_port == 80:  # the port that browsers do not name
            self.names += [[LOOPBACK], ["localhost"]]
        self._free = threading.BoundedSemaphore(AT_ONCE)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Answer in a thread of its own, as long as there are not too many."""
        if self._free.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Answer, and let another in."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._free.release()

    def handle_error(self, *_: Any) -> None:
        """Print nothing: a browser that goes away in the middle of a page is no failure."""


def server(folder: Path, port: int) -> ThreadingHTTPServer:
    """Return a server of a directory on loopback; port 0 is any free one. Raises UsageError if it cannot listen."""
    try:
        return _Server(folder, port)
    except (OSError, OverflowError) as error:
        raise UsageError(f"cannot listen on port {port}: {getattr(error, 'strerror', error)}", "try another") from None


def serve(folder: Path, port: int, tell: Callable[[str], None]) -> None:
    """Serve a directory until KeyboardInterrupt, and tell where."""
    with server(folder, port) as serving:
        tell(f"http://{LOOPBACK}:{serving.server_address[1]}/ (only on this machine; Ctrl-C ends it)")
        serving.serve_forever()
