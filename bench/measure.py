"""How anything is measured: whole processes in an environment, and rows of what they took beside their budgets."""

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
WARMING = 3
"""Rounds that are run but not counted: the first ones read from the disk."""


@dataclass(frozen=True, slots=True)
class Budget:
    """What a row may cost: a ratio, or seconds. `stretch` is what it should cost, where that is less."""

    most: float
    stretch: float | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured: a value against its budget, and between which quartiles it lay. `details` are for reading."""

    what: str
    unit: str
    budget: Budget
    value: float
    quartiles: tuple[float, float]
    details: str

    @property
    def verdict(self) -> str:
        """Return as text how the value stands to its budget."""
        if self.budget.stretch is not None and self.value <= self.budget.stretch:
            return "stretch met"
        return "within" if self.value <= self.budget.most else "MISSED"


class Environment:
    """A Python in which `icc` is installed. Commands run in `folder`, away from the checkout's own `icc_cli`."""

    def __init__(self, python: Path, folder: Path) -> None:
        self.python = str(python)
        self.folder = folder
        settings = ("PYTHON", "ICC_", "COLUMNS", "NO_COLOR", "FORCE_COLOR")
        self.variables = {name: value for name, value in os.environ.items() if not name.startswith(settings)}
        scripts = self.run([self.python, "-c", "import sysconfig; print(sysconfig.get_path('scripts'))"]).strip()
        found = shutil.which("icc", path=scripts)
        if found is None:
            sys.exit(f"there is no icc in {scripts}; install it there, or leave out --python")
        self.icc = found
        self.database = self.run([self.python, "-c", "import icc_cli.database.opening as s; print(s.PACKAGED)"]).strip()

    def run(self, command: Sequence[str]) -> str:
        """Run a command to its end and return what it wrote to a pipe."""
        done = subprocess.run(command, cwd=self.folder, env=self.variables, stdout=subprocess.PIPE, check=True)
        return done.stdout.decode()

    def instructions(self, command: Sequence[str]) -> float | None:
        """Return how many million instructions a process takes, the same whatever else runs; None without valgrind."""
        valgrind = shutil.which("valgrind")
        if valgrind is None:
            return None
        tool = [valgrind, "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
        variables = {**self.variables, "PYTHONHASHSEED": "0"}
        done = subprocess.run([*tool, *command], cwd=self.folder, env=variables, capture_output=True, check=False)
        found = re.search(rb"I\s+refs:\s+([\d,]+)", done.stderr)
        return int(found[1].replace(b",", b"")) / 1e6 if found else None

    def seconds(self, command: Sequence[str]) -> float:
        """Return how long a whole process takes, from its start until its pipe is closed."""
        start = time.perf_counter()
        self.run(command)
        return time.perf_counter() - start


@contextmanager
def prepared(python: str | None) -> Iterator[Environment]:
    """Return the environment of `python`, or a fresh one that holds the wheel of this checkout."""
    with tempfile.TemporaryDirectory(prefix="icc-bench-") as name:
        folder = Path(name)
        if python:
            yield Environment(Path(python).absolute(), folder)  # not resolved: an environment's python is a link
            return
        home = folder / "venv"
        venv.create(home, with_pip=True)
        inside = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        pip = [str(inside), "-m", "pip", "--disable-pip-version-check"]
        wheels = folder / "wheels"
        subprocess.run([*pip, "wheel", "--quiet", "--no-deps", "--wheel-dir", wheels, CHECKOUT], check=True)
        subprocess.run([*pip, "install", "--quiet", *(f"{one}[site]" for one in wheels.glob("*.whl"))], check=True)
        yield Environment(inside, folder)


def quartiles(values: Sequence[float]) -> tuple[float, float]:
    """Return the values between which the middle half lies."""
    if len(values) < 2:
        return values[0], values[0]
    low, _, high = statistics.quantiles(values, n=4, method="inclusive")
    return low, high


COLUMNS: dict[str, Callable[[Row], str]] = {
    "what": lambda row: row.what,
    "measured": lambda row: f"{row.value:.2f}{row.unit}",
    "quartiles": lambda row: "{:.2f} to {:.2f}".format(*row.quartiles),
    "budget": lambda row: f"{row.budget.most:.2f}",
    "stretch": lambda row: "" if row.budget.stretch is None else f"{row.budget.stretch:.2f}",
    "": lambda row: row.verdict,
    "medians": lambda row: row.details,
}


def table(lines: Sequence[Sequence[str]], markdown: bool = False) -> str:
    """Lay out lines of cells, the first of them a header, in aligned columns or as a Markdown table."""
    if markdown:
        head, *body = (f"| {' | '.join(line)} |" for line in lines)
        return "\n".join([head, "|---" * len(lines[0]) + "|", *body])
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip() for line in lines
    )
