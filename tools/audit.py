"""Asks pip-audit for known vulnerabilities of what a user installs; says plainly where it could not look.

python -m tools.audit SITE_PACKAGES

Exit code 1 if there is a known vulnerability. A service that cannot be reached, or does not know a package, is told
and is no failure: then nothing has been checked.
"""

import json
import subprocess
import sys

OURS = {"icc-cli", "pip", "setuptools"}
"""What lies beside the dependencies: this package itself, and what put it there."""


def main(site_packages: str) -> int:
    """Audit the packages of a directory; returns the exit code."""
    command = [sys.executable, "-m", "pip_audit", "--path", site_packages, "--format", "json", "--progress-spinner=off"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    try:
        told = [one for one in json.loads(done.stdout)["dependencies"] if one["name"] not in OURS]
    except (ValueError, KeyError):
        print("pip-audit could not reach its service: nothing checked", *done.stderr.splitlines()[-1:])
        return 0
    skipped = [one["name"] for one in told if "skip_reason" in one]
    checked = [f"{one['name']} {one['version']}" for one in told if "skip_reason" not in one]
    found = [(one["name"], one["version"], each["id"]) for one in told for each in one.get("vulns", ())]
    for name, version, vulnerability in found:
        print(f"{name} {version} has a known vulnerability: {vulnerability}")
    if skipped:
        print(f"pip-audit's service knows nothing of these, so they are not checked: {', '.join(skipped)}")
    if checked and not found:
        print(f"no known vulnerability: {', '.join(checked)}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
