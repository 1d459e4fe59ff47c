"""Where a table is read from: a file, stdin, or an address, and nothing else."""

import gzip
import socket
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from io import BytesIO, TextIOWrapper
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request

import pytest

from icc_cli.depositary import fetch
from tests.support.loopback import send, serving
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
            case "/user":
                send(handler, 302, Location="http://bob:hunter2@127.0.0.1/x?token=hunter2")
            case "/round":
                send(handler, 302, Location="/round")
            case "/brotli":
                send(handler, 200, b"x", **{"Content-Encoding": "br"})
            case "/cut-gzip":
                send(handler, 200, gzip.compress(b"<Treaty/>" * 99)[:-9], **{"Content-Encoding": "gzip"})
            case "/no-gzip":
                send(handler, 200, b"\x1f\x8b nothing", **{"Content-Encoding": "gzip"})
            case "/bomb":
                send(handler, 200, gzip.compress(b" " * (fetch.LIMIT + 1)), **{"Content-Encoding": "gzip"})
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
            (f"{address}/none", "the server answers 404 Not Found"),
            (f"{address}/away", "leads on to ftp://127.0.0.1/x, which is not followed"),
            (f"{address}/file", "leads on to file:///etc/passwd, which is not followed"),
            (f"{address}/user", "leads on to http://...@127.0.0.1/x?..., which is not followed"),
            (f"{address}/round", "the server answers 302 (it leads on without end) Found"),
            (f"{address}/brotli", "the server sends it packed as 'br', which is not read here"),
            (f"{address}/cut-gzip", "is packed with gzip, and cut off"),
            (f"{address}/no-gzip", "is packed with gzip, and damaged"),
            (f"{address}/bomb", "is larger than 10 MB"),
            (f"{address}/large", "is larger than 10 MB"),
            (f"{address}/cut", "cannot read"),
            (nobody, "Connection refused"),
            ("http://127.0.0.1:99999/", "cannot read"),
            ("http:///x", "cannot read"),
            ("http://a b/", "cannot read"),
            (f"http://{'ö' * 70}.example/", "its host is not a name that can be looked up"),
        ):
            code, out, err = icc("data", "compare", url)
            assert (code, out, err.count("\n")) == (3, "", 1), url
            assert said in err, url
            assert "hunter2" not in err
        monkeypatch.setattr(fetch, "SECONDS", 0.3)
        code, _, err = icc("data", "compare", f"{address}/slow")
        waiting.set()
        assert (code, err) == (
            3,
            f"icc: cannot read {address}/slow: no answer within 0.3 seconds; "
            "fetch it with a browser, and give the file\n",
        )


@pytest.mark.usefixtures("direct")
def test_a_table_packed_with_gzip_is_read_from_an_address_and_from_a_file(made: Made, icc: Run, tmp_path: Path) -> None:
    packed = gzip.compress(made.xml())
    (tmp_path / "table.xml.gz").write_bytes(packed)
    with serving(lambda handler: send(handler, 200, packed, **{"Content-Encoding": "gzip"})) as address:
        for place in (f"{address}/x", str(tmp_path / "table.xml.gz")):
            code, out, err = icc("data", "compare", place, *ON)
            assert (code, err) == (0, "")
            assert "Nothing differs" in out


@pytest.mark.usefixtures("direct")
def test_an_address_may_have_letters_that_are_not_ascii(made: Made, icc: Run) -> None:
    asked: list[str] = []

    def answer(handler: BaseHTTPRequestHandler) -> None:
        asked.append(handler.path)
        send(handler, 200, made.xml())

    with serving(answer) as address:
        assert icc("data", "compare", f"{address}/traité%20de Rome?clé=é", *ON)[::2] == (0, "")
    assert asked == ["/trait%C3%A9%20de%20Rome?cl%C3%A9=%C3%A9"]
    assert fetch._ascii("https://é.example:81/é") == "https://xn--9ca.example:81/%C3%A9"


@pytest.mark.parametrize(
    "url",
    [
        "http://bob:hunter2@127.0.0.1:1/x.xml",
        "https://hunter2@[::1/",
        "ftp://bob:hunter2@127.0.0.1/",
        "http://hunter2＠x/",
    ],
)
def test_an_address_with_a_user_or_a_password_is_refused_and_neither_is_printed(url: str, icc: Run) -> None:
    code, out, err = icc("data", "compare", url)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "holds a user or a password" in err
    assert not any(word in err for word in ("bob", "hunter2"))


@pytest.mark.parametrize(
    ("url", "printed"),
    [
        ("https://example.org/x.xml", "https://example.org/x.xml"),
        ("https://example.org/x?token=hunter2#hunter2", "https://example.org/x?..."),
        ("https://example.org/x?hunter2", "https://example.org/x?..."),
        ("https://example.org/x?a=1&mtdsg_no=XVIII-10-b&b=2", "https://example.org/x?mtdsg_no=XVIII-10-b&..."),
        ("https://example.org/@x?u=https://bob:hunter2@y/", "https://example.org/@x?..."),
    ],
)
def test_of_a_query_only_what_tells_the_treaty_is_printed(url: str, printed: str) -> None:
    assert fetch.shown(url) == printed


@pytest.mark.parametrize(
    "url", ["ftp://127.0.0.1/x", "file:///etc/passwd", "data://x", "://", "http://[::1", "https://]"]
)
def test_only_http_and_https_are_addresses(url: str, icc: Run) -> None:
    code, _, err = icc("data", "compare", url)
    assert (code, err.count("\n")) == (2, 1)
    assert "with https or http" in err


def test_a_redirect_never_leads_from_https_to_http_nor_to_a_password() -> None:
    redirects = fetch._Redirects()
    secure, plain = Request("https://example.org/"), Request("http://example.org/")

    def follow(request: Request, new: str) -> Request | None:
        return redirects.redirect_request(request, BytesIO(), 302, "Found", None, new)  # type: ignore[arg-type]

    assert follow(secure, "https://example.net/")
    assert follow(plain, "https://example.net/")
    assert follow(plain, "http://example.net/")
    for new in ("http://example.net/", "https://bob:hunter2@example.net/"):
        with pytest.raises(HTTPError, match="not followed") as refused:
            follow(secure, new)
        refused.value.close()
        assert "hunter2" not in str(refused.value)
