"""What is checked, one session a subject: `nox -l` lists them, `nox -s lint types` runs two, `.ci/run` runs them all.

Sessions without an environment of their own run in the one that nox runs in, made by `pip install -e '.[dev]'`.
"""

import os
import platform
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import nox

nox.options.sessions = ["tests", "lint", "types", "data", "docs"]
nox.options.reuse_venv = "yes"
nox.needs_version = ">=2024.10"

VERSIONS = ("3.11", "3.12", "3.13", "3.14", "3.15")
"""Pythons that the core is tested with, where the machine has them."""
SHOWN = "import platform; print(platform.python_version())"
CORE = ("tests/treaty", "tests/source", "tests/database", "tests/queries", "tests/jurisdiction")
"""What must hold in every Python: the law, the data, the database, the questions."""
DERIVATION = ("tests/treaty", "tests/jurisdiction", "tests/cooperation")
"""Tests that run every branch of the derivation and of the rules; the README's command has run the others."""
EXTRAS = (
    "tests/export",
    "tests/api/test_tables.py",
    "tests/facts/test_notebook.py",
    "tests/facts/test_parties_in_tables.py",
    "tests/site/test_browser.py",
    "tests/site/test_openapi.py",
)
"""Tests that need what is heavy: R, a browser, data frames, a notebook's kernel, schemathesis."""


@cache
def interpreter(version: str) -> str | None:
    """Return where this Python is, if it runs: on the PATH, or among those of pyenv."""
    homes = sorted(Path(os.environ.get("PYENV_ROOT", "~/.pyenv")).expanduser().glob(f"versions/{version}.*/bin/python"))
    for path in (shutil.which(f"python{version}"), *map(str, reversed(homes))):
        asked = [path or "", "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
        if path and subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip() == version:
            return path
    return None


@nox.session(python=False)
def tests(session: nox.Session) -> None:
    """Run the tests on every core: `nox -s tests -- tests/queries -k withdrawals`."""
    session.run("pytest", "-n", "auto", *session.posargs)


@nox.session(python=False)
def lint(session: nox.Session) -> None:
    """Check form, style, the layers of the rooms, and that no modules import each other."""
    session.run("ruff", "format", "--check", ".")
    session.run("ruff", "check", ".")
    session.run("lint-imports", "--no-cache")
    session.run("python", "-m", "tools.circles")


@nox.session(python=False)
def types(session: nox.Session) -> None:
    """Check the types of program, tests and tools."""
    session.run("mypy")


@nox.session(python=False)
def data(session: nox.Session) -> None:
    """Check the data: shape and law."""
    session.run("icc", "data", "check", "data")


@nox.session(python=False)
def docs(session: nox.Session) -> None:
    """Check that every generated page is what the program writes now."""
    session.run("python", "-m", "tools.docs", "--check")


def core(session: nox.Session) -> None:
    """Test the core with one of the Pythons that this machine has; `nox -t pythons` runs all of them.

    In the one that runs nox, only that the tests of the derivation and of the rules run every branch of them.
    """
    session.install("-e", ".[ics]", "pytest>=8", "pytest-cov>=6", "pytest-xdist>=3.6", "hypothesis>=6.100")
    version = str(session.run("python", "-c", SHOWN, silent=True)).strip()
    session.log(f"Python {version}")
    own = version == platform.python_version()
    tests = ["--cov", "--cov-report=term", *DERIVATION] if own else CORE
    session.run("pytest", "-n", "auto", *tests, "-k", "not on_every_day")


for _version in VERSIONS:
    if _path := interpreter(_version):
        nox.session(core, python=_path, name=f"python-{_version}", tags=["pythons"])


@nox.session
def extras(session: nox.Session) -> None:
    """Run the worked examples of docs/export.md, the site in a browser and against its OpenAPI, and build the docs."""
    session.install("-e", ".[dev,examples,browser,docs]")
    session.run("pytest", "-n", "auto", "-rs", *EXTRAS)
    session.run("sphinx-build", "--quiet", "--fail-on-warning", "--keep-going", "-b", "html", "docs", "build/docs")


@nox.session
def wheel(session: nox.Session) -> None:
    """Build the wheel, answer from it, and build the same bytes from another directory, at another hour."""
    session.install("build", "hatchling>=1.26", "click>=8.1.7", "rich>=13.7", "PyYAML>=6.0.1")
    shutil.rmtree("dist", ignore_errors=True)
    session.run("python", "-m", "build", "--outdir", "dist", ".", silent=True)
    (package,), (source,) = Path("dist").glob("*.whl"), Path("dist").glob("*.tar.gz")
    place = Path(tempfile.mkdtemp())
    elsewhere = place / "else where"
    shutil.unpack_archive(source, elsewhere, filter="data")
    (unpacked,) = elsewhere.iterdir()
    old = os.umask(0o077)
    try:
        with session.chdir(unpacked):
            other = {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "2", "LC_ALL": "C"}
            session.run("python", "-m", "hatchling", "build", "-d", str(place / "again"), env=other, silent=True)
    finally:
        os.umask(old)
    for built in (package, source):
        if built.read_bytes() != (place / "again" / built.name).read_bytes():
            session.error(f"{built.name} has other bytes when it is built elsewhere")
    session.run("pip", "uninstall", "--quiet", "--yes", "click", "rich", "PyYAML", silent=True)
    session.run("pip", "install", "--quiet", "--force-reinstall", str(package.resolve()))
    with session.chdir(place):
        cache_folder = {"XDG_CACHE_HOME": str(place / "cache")}
        session.run("icc", "--version", env=cache_folder)
        answer = session.run("icc", "status", "russia", "--json", env=cache_folder, silent=True)
        if '"status": "signatory-no-intent"' not in str(answer):
            session.error("the wheel does not answer")
    if not list(Path(session.virtualenv.location).glob("share/man/man1/icc-status.1")):
        session.error("the wheel brings no manual page")
    if (place / "cache").exists():
        session.error("the wheel builds a database of its own")
    shutil.rmtree(place)


@nox.session
def oldest(session: nox.Session) -> None:
    """Test with the oldest versions of what the program needs."""
    session.install("-c", "tests/minimum.txt", ".[ics,site]", "pytest", "hypothesis")
    # Since 14.3, rich lays tables out two columns wider: the pages kept for a width are those of newer ones.
    paths = (
        "tests/cli/test_commands.py",
        "tests/cli/test_main.py",
        "tests/test_contract.py",
        "tests/views/test_pages.py",
        "tests/output",
    )
    session.run("python", "-m", "pytest", *paths, "-k", "not looks_as_it_was_last_read")


@nox.session
def audit(session: nox.Session) -> None:
    """Look for known vulnerabilities of what a user installs."""
    session.install("pip-audit", ".")
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    folder = str(session.run("python", "-c", where, silent=True)).strip()
    session.run("python", "-m", "tools.audit", folder)


@nox.session(python=False)
def bench(session: nox.Session) -> None:
    """Measure what answers cost, beside their budgets. It informs, and never fails."""
    session.run("python", "bench/run.py", "--rounds", "2", *session.posargs, success_codes=[0, 1])
