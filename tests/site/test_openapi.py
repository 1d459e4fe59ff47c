"""Schemathesis asks what `api/1/openapi.json` describes, rightly and wrongly, and holds each answer against it."""

import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from icc_cli.site.machines import OPENAPI
from tests.support.site import served

SCHEMATHESIS = shutil.which("schemathesis", path=sysconfig.get_path("scripts"))


@pytest.mark.skipif(not SCHEMATHESIS, reason="schemathesis is not installed: pip install -e '.[examples]'")
def test_what_is_served_answers_as_openapi_describes_it(site: Path, tmp_path: Path) -> None:
    with served(site) as port:
        address = f"http://127.0.0.1:{port}/{OPENAPI}"
        done = subprocess.run(
            [
                sys.executable, str(SCHEMATHESIS), "run", address, "--url", address.rpartition("/")[0],
                "--checks=all", "--mode=all", "--max-examples=3", "--generation-deterministic", "--no-color",
            ],
            cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120,
        )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"Tested: {len(list((site / OPENAPI).parent.glob('*.json')))}\n" in done.stdout
