"""Shows a built site on this machine only, until it is interrupted."""

from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from icc_cli.errors import UsageError

LOOPBACK = "127.0.0.1"


class _Quiet(SimpleHTTPRequestHandler):
    extensions_map = {  # noqa: RUF012 - as the class above has it
        **SimpleHTTPRequestHandler.extensions_map,
        ".atom": "application/atom+xml",
        ".ics": "text/calendar",
        ".js": "text/javascript",
        ".svg": "image/svg+xml",
    }

    def log_message(self, format: str, *_: Any) -> None:  # noqa: A002 - as the class above has it
        """Keep the terminal for what the user should know."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: Any) -> None:
        """Print nothing: a browser that goes away in the middle of a page is no failure."""


def server(folder: Path, port: int) -> ThreadingHTTPServer:
    """Return a server of a directory on loopback; port 0 is any free one. Raises UsageError if it cannot listen."""
    try:
        return _Server((LOOPBACK, port), partial(_Quiet, directory=str(folder)))
    except (OSError, OverflowError) as error:
        raise UsageError(f"cannot listen on port {port}: {getattr(error, 'strerror', error)}", "try another") from None


def serve(folder: Path, port: int, tell: Callable[[str], None]) -> None:
    """Serve a directory until KeyboardInterrupt, and tell where."""
    with server(folder, port) as serving:
        tell(f"http://{LOOPBACK}:{serving.server_address[1]}/ (only on this machine; Ctrl-C ends it)")
        serving.serve_forever()
