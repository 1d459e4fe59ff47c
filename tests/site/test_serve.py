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
from icc_cli.site.serve import server
from tests.support.places import TODAY


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
    with server(site, 0) as serving:
        thread = threading.Thread(target=serving.serve_forever)
        thread.start()
        with socket.create_connection(("127.0.0.1", serving.server_address[1])) as browser:
            browser.sendall(b"GET /%00 HTTP/1.0\r\n\r\n")  # no file has this name
            while browser.recv(1000):
                pass
        serving.shutdown()
        thread.join()
    assert capfd.readouterr() == ("", "")
