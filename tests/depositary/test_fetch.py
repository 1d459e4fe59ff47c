"""Where a table is read from: a file, stdin, or an address, and nothing else."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request

import pytest

from icc_cli.depositary import fetch
from tests.support.places import TODAY
from tests.support.untc import Made

Run = Callable[..., tuple[int, str, str]]
ON = ("--on", TODAY.isoformat())


def test_a_missing_file_and_a_directory_are_told_in_one_line(icc: Run, tmp_path: Path) -> None:
    assert icc("data", "compare", str(tmp_path / "none.xml"))[::2] == (
        3,
        f"icc: cannot read {tmp_path / 'none.xml'}: No such file or directory\n",
    )
    code, _, err = icc("data", "compare", str(tmp_path))
    assert (code, err.count("\n")) == (3, 1)


def test_a_dash_reads_stdin(made: Made, icc: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(made.xml())))
    code, out, _ = icc("data", "compare", "-", *ON)
    assert code == 0
    assert "Nothing differs" in out


@contextmanager
def serving(answer: Callable[[BaseHTTPRequestHandler], None]) -> Iterator[str]:
    """Serve on this machine alone."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer(self)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def send(handler: BaseHTTPRequestHandler, code: int, content: bytes = b"", **headers: str) -> None:
    handler.send_response(code)
    for name, value in {"Content-Length": str(len(content)), **headers}.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(content)


@pytest.fixture
def direct(monkeypatch: pytest.MonkeyPatch) -> None:
    """Go to this machine itself, whatever proxy the environment names."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")


@pytest.mark.usefixtures("direct")
def test_an_address_is_read_and_a_redirect_followed(made: Made, icc: Run) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        if handler.path == "/XVIII-10.en.xml":
            send(handler, 200, made.xml())
        else:
            send(handler, 302, Location="/XVIII-10.en.xml")

    with serving(answer) as address:
        for path in ("XVIII-10.en.xml", "elsewhere"):
            code, out, err = icc("data", "compare", f"{address}/{path}", *ON)
            assert (code, err) == (0, "")
            assert "Nothing differs" in out


@pytest.mark.usefixtures("direct")
def test_an_address_that_fails_is_told_in_one_line(icc: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        match handler.path:
            case "/none":
                send(handler, 404)
            case "/away":
                send(handler, 302, Location="ftp://127.0.0.1/x")
            case "/file":
                send(handler, 302, Location="file:///etc/passwd")
            case "/large":
                send(handler, 200, b" " * (fetch.LIMIT + 1))
            case "/cut":
                handler.wfile.write(b"HTTP/1.0 nonsense\r\n\r\n")
            case _:  # a byte now and then, so that no single wait is long
                while not waiting.wait(0.1):
                    handler.wfile.write(b"H")
                    handler.wfile.flush()

    waiting = threading.Event()
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{unused.getsockname()[1]}/x"
    with serving(answer) as address:
        for url, said in (
            (f"{address}/none", "Not Found"),
            (f"{address}/away", "leads on to ftp://127.0.0.1/x, which is not followed"),
            (f"{address}/file", "'file:///etc/passwd' is not allowed"),
            (f"{address}/large", "is larger than 10 MB"),
            (f"{address}/cut", "cannot read"),
            (nobody, "Connection refused"),
            ("http://127.0.0.1:99999/", "cannot read"),
            ("http:///x", "cannot read"),
            ("http://a b/", "cannot read"),
        ):
            code, out, err = icc("data", "compare", url)
            assert (code, out, err.count("\n")) == (3, "", 1), url
            assert said in err, url
        monkeypatch.setattr(fetch, "SECONDS", 0.3)
        code, _, err = icc("data", "compare", f"{address}/slow")
        waiting.set()
        assert (code, err) == (
            3,
            f"icc: cannot read {address}/slow: no answer within 0.3 seconds; "
            "fetch it with a browser, and give the file\n",
        )


@pytest.mark.parametrize(
    "url", ["ftp://127.0.0.1/x", "file:///etc/passwd", "data://x", "://", "http://[::1", "https://]"]
)
def test_only_http_and_https_are_addresses(url: str, icc: Run) -> None:
    code, _, err = icc("data", "compare", url)
    assert (code, err.count("\n")) == (2, 1)
    assert "with https or http" in err


def test_a_redirect_never_leads_from_https_to_http() -> None:
    redirects = fetch._Redirects()
    secure, plain = Request("https://example.org/"), Request("http://example.org/")

    def follow(request: Request, new: str) -> Request | None:
        return redirects.redirect_request(request, BytesIO(), 302, "Found", None, new)  # type: ignore[arg-type]

    assert follow(secure, "https://example.net/")
    assert follow(plain, "https://example.net/")
    assert follow(plain, "http://example.net/")
    with pytest.raises(HTTPError, match="not followed") as refused:
        follow(secure, "http://example.net/")
    refused.value.close()
