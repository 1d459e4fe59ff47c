"""The preview: on this machine only, quiet, and gone without a trace when it ends."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
from functools import partial
from pathlib import Path

import pytest

from icc_cli.errors import UsageError
from icc_cli.site import serve
from icc_cli.site.serve import server
from tests.support.places import TODAY
from tests.support.site import served


def answer(port: int, path: str, *hosts: str) -> bytes:
    """Return all that is answered to a request, header and all; without a name of a host, of this one's own."""
    names = "".join(f"Host: {name}\r\n" for name in hosts or (f"127.0.0.1:{port}",) if name)
    with socket.create_connection(("127.0.0.1", port)) as browser:
        browser.sendall(f"GET {path} HTTP/1.1\r\n{names}\r\n".encode())
        return b"".join(iter(lambda: browser.recv(10_000), b""))


def code(given: bytes) -> int:
    return int(given.split()[1])


def test_the_site_is_served_on_loopback_only(site: Path) -> None:
    serving = server(site, 0)
    assert serving.server_address[0] == "127.0.0.1"
    thread = threading.Thread(target=serving.serve_forever)
    thread.start()
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{serving.server_address[1]}/feed.atom", timeout=10) as answer:
            assert answer.headers["Content-Type"] == "application/atom+xml"
        with pytest.raises(UsageError, match="cannot listen on port"):
            server(site, serving.server_address[1])
    finally:
        serving.shutdown()
        thread.join()
        serving.server_close()


def test_a_preview_tells_its_address_ends_with_ctrl_c_and_leaves_nothing_behind(tmp_path: Path) -> None:
    serving = subprocess.Popen(
        [sys.executable, "-m", "icc_cli", "site", "--serve", "--on", str(TODAY)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # heard in a background job, too
    )
    guard = threading.Timer(120, serving.kill)
    guard.start()
    try:
        assert serving.stderr is not None
        found = re.search(r"http://127\.0\.0\.1:\d+/", serving.stderr.readline())
        assert found
        with urllib.request.urlopen(f"{found[0]}states/KEN.html", timeout=30) as answer:
            assert b"Kenya" in answer.read()
        serving.send_signal(signal.SIGINT)
        out, err = serving.communicate(timeout=30)
    finally:
        guard.cancel()
        serving.kill()
        serving.wait()
    assert (serving.returncode, out, err) == (130, "", "")
    assert list(tmp_path.iterdir()) == []


def test_a_request_that_fails_is_no_noise_beside_the_preview(site: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with served(site) as port:
        for path in ("/%00", "/%00/", "/%ed%a0%80", f"/{'a' * 5000}", "/%", "/none.html", "/index.html/"):
            assert code(answer(port, path)) == 404, path
    assert capfd.readouterr() == ("", "")


def test_only_who_asks_for_this_machine_by_its_name_is_answered(site: Path) -> None:
    with served(site) as port:
        for host in (f"127.0.0.1:{port}", f"localhost:{port}"):
            assert code(answer(port, "/", host)) == 200
        for host in ("", "127.0.0.1", "localhost", f"evil.example:{port}", f"127.0.0.1:{port + 1}", f"127.1:{port}"):
            refused = answer(port, "/", host)
            assert code(refused) == 421, host
            assert b"Rome Statute" not in refused
        assert code(answer(port, "/", f"localhost:{port}", "evil.example")) == 421


def test_nothing_is_served_but_the_files_of_the_site(tmp_path: Path) -> None:
    folder, outside = tmp_path / "site", tmp_path / "outside"
    for place in (folder / ".git", folder / "data", folder / "states", outside):
        place.mkdir(parents=True)
    for file in (folder / ".git" / "config", folder / ".env", folder / "data" / "a.csv", outside / "secret.html"):
        file.write_text("public" if file.suffix == ".csv" else "hidden")
    (folder / "states" / "index.html").write_text("public")
    (folder / "link.html").symlink_to(outside / "secret.html")
    (folder / "linked").symlink_to(outside)
    (folder / "git.txt").symlink_to(folder / ".git" / "config")
    (folder / "same.csv").symlink_to(folder / "data" / "a.csv")
    (folder / "circle").symlink_to(folder / "circle")
    os.mkfifo(folder / "pipe")
    with served(folder) as port:
        for path in ("/data/a.csv", "/states/", "/same.csv", "/states/index.html?x=1"):
            assert answer(port, path).endswith(b"public"), path
        assert b"Location: /states/\r\n" in answer(port, "/states")
        for path in (
            "/", "/data", "/data/", "/.env", "/.git", "/.git/", "/.git/config", "/%2egit/config", "/data/../.env",
            "/link.html", "/linked", "/linked/", "/linked/secret.html", "/git.txt", "/circle", "/pipe",
            "/../outside/secret.html", "/%2e%2e/outside/secret.html", "//outside/secret.html",
        ):  # fmt: skip
            found = answer(port, path)
            assert code(found) == 404, path
            assert not {b"hidden", b"a.csv"} & {*found.split()}, path


def test_a_method_that_files_have_not_is_answered_with_those_they_have(site: Path) -> None:
    with served(site) as port, socket.create_connection(("127.0.0.1", port)) as browser:
        browser.sendall(f"POST /index.html HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
        refused = b"".join(iter(lambda: browser.recv(10_000), b""))
    assert code(refused) == 405
    assert b"\r\nAllow: GET, HEAD\r\n" in refused


def test_an_answer_names_no_version_of_what_runs_here(site: Path) -> None:
    with served(site) as port:
        for path in ("/", "/none"):
            assert b"\r\nServer: icc\r\n" in answer(port, path)


def test_connections_are_answered_only_so_many_at_once(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve, "AT_ONCE", 2)
    with served(site) as port:
        idle = [socket.create_connection(("127.0.0.1", port)) for _ in range(2)]
        with socket.create_connection(("127.0.0.1", port)) as third:
            assert third.recv(1) == b""
        for one in idle:
            one.close()
        found = b""
        while not found:  # as soon as it has seen that they are gone
            found = _answer_or_nothing(port)
        assert code(found) == 200


def _answer_or_nothing(port: int) -> bytes:
    try:
        return answer(port, "/")
    except ConnectionError:
        return b""


def test_a_connection_that_says_nothing_is_closed(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert serve._Quiet.timeout == serve.PATIENCE
    monkeypatch.setattr(serve._Quiet, "timeout", 0.1)
    with served(site) as port, socket.create_connection(("127.0.0.1", port), 60) as browser:
        browser.sendall(b"GET / HT")
        assert browser.recv(1) == b""
