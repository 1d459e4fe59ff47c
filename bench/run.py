"""Measures what `icc` costs, as ratios in one run with one interpreter, and prints it beside the budgets.

The wheel of this checkout is built and installed into a fresh virtual environment; each command is then timed
as a whole process, in turn with what it is compared to: A, B, A, B, …
"""

import argparse
import json
import os
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
INSIDE = Path(__file__).resolve().with_name("inside.py")
WARMING = 3
"""Rounds that are run but not counted: the first ones read from the disk."""
FEW = 5
"""Rounds of what is measured in seconds."""


@dataclass(frozen=True, slots=True)
class Budget:
    """What a row may cost: a ratio, or seconds. `stretch` is what it should cost."""

    most: float
    stretch: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """A command of `icc`, and the imports it is compared to."""

    arguments: str
    imports: str
    budget: Budget


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
        """Say how the value stands to its budget."""
        if self.value <= self.budget.stretch:
            return "stretch met"
        return "within" if self.value <= self.budget.most else "MISSED"


CLICK = "click"
RICH = "click, rich.console, rich.table"
VERSION, ANSWER, TABLE = Budget(1.10, 1.05), Budget(1.25, 1.15), Budget(1.20, 1.12)
WORK = Budget(2.0, 1.0)

COMPARISONS = (
    Comparison("--version", CLICK, VERSION),
    Comparison("status russia --json", CLICK, ANSWER),
    Comparison("withdrawals --since 2016", CLICK, ANSWER),
    Comparison("status russia --format table --color always", RICH, TABLE),
    Comparison("withdrawals --since 2016 --format table --color always", RICH, TABLE),
)


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

    def run(self, command: Sequence[str]) -> str:
        """Run a command to its end and return what it wrote to a pipe."""
        done = subprocess.run(command, cwd=self.folder, env=self.variables, stdout=subprocess.PIPE, check=True)
        return done.stdout.decode()

    def seconds(self, command: Sequence[str]) -> float:
        """Return how long a whole process takes, from its start until its pipe is closed."""
        start = time.perf_counter()
        self.run(command)
        return time.perf_counter() - start


@contextmanager
def prepared(python: str | None) -> Iterator[Environment]:
    """Give the environment of `python`, or a fresh one that holds the wheel of this checkout."""
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
        subprocess.run([*pip, "install", "--quiet", *wheels.glob("*.whl")], check=True)
        yield Environment(inside, folder)


def compare(environment: Environment, rounds: int) -> list[Row]:
    """Time each command and what it is compared to in turn, all of them in every round: a busy minute harms no row."""
    pairs: dict[Comparison, list[tuple[float, float]]] = {comparison: [] for comparison in COMPARISONS}
    for turn in range(WARMING + rounds):
        for comparison, timed in pairs.items():
            ours = environment.seconds([environment.icc, *comparison.arguments.split()])
            theirs = environment.seconds([environment.python, "-c", f"import {comparison.imports}"])
            if turn >= WARMING:
                timed.append((ours, theirs))
    return [ratio(comparison, timed) for comparison, timed in pairs.items()]


def ratio(comparison: Comparison, pairs: Sequence[tuple[float, float]]) -> Row:
    """Return the ratio of the medians, and the quartiles of the ratios of the pairs."""
    ours, theirs = (statistics.median(side) for side in zip(*pairs, strict=True))
    return Row(
        what=f"icc {comparison.arguments}",
        unit="x",
        budget=comparison.budget,
        value=ours / theirs,
        quartiles=quartiles([one / other for one, other in pairs]),
        details=f"{ours * 1000:.1f} ms : {theirs * 1000:.1f} ms  import {comparison.imports}",
    )


def build(environment: Environment, data: Path, rounds: int) -> Row:
    """Time how long the YAML takes to become a database, reading and checking included."""
    reports = [
        json.loads(environment.run([environment.python, str(INSIDE), "build", str(data)])) for _ in range(rounds)
    ]
    times = [report["seconds"] for report in reports]
    details = f"{reports[0]['states']} States and entries -> {reports[0]['bytes']:,} bytes"
    return Row("build icc.db from the YAML", " s", WORK, statistics.median(times), quartiles(times), details)


def derive(environment: Environment, data: Path, rounds: int) -> Row:
    """Time the derivation of every State's status on every day, by spans; and of single calls beside it."""
    reports = [
        json.loads(environment.run([environment.python, str(INSIDE), "derive", str(data)])) for _ in range(rounds)
    ]
    times = [report["seconds"] for report in reports]
    call = statistics.median(report["call"] for report in reports)
    answers = reports[0]["answers"]
    details = f"{answers:,} answers by spans; one call of status(): {call * 1e6:.1f} µs, all so: {call * answers:.0f} s"
    return Row(
        "derive every State x every day 1998-2030", " s", WORK, statistics.median(times), quartiles(times), details
    )


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
    "stretch": lambda row: f"{row.budget.stretch:.2f}",
    "": lambda row: row.verdict,
    "medians": lambda row: row.details,
}


def table(rows: Sequence[Row]) -> str:
    """Lay out the rows in aligned columns."""
    lines = [list(COLUMNS), *([cell(row) for cell in COLUMNS.values()] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip() for line in lines
    )


def main() -> None:
    """Measure and print; with `--check`, exit with 1 if a budget is missed."""
    parser = argparse.ArgumentParser(description="Measure what icc costs, beside its budgets.")
    parser.add_argument("--rounds", type=int, default=40, metavar="N", help="timed pairs of processes (default 40)")
    parser.add_argument("--python", metavar="PATH", help="the Python of an environment in which icc is installed")
    parser.add_argument("--check", action="store_true", help="exit with 1 if a budget is missed")
    options = parser.parse_args()
    rounds = max(1, options.rounds)
    data = CHECKOUT / "data"
    with prepared(options.python) as environment:
        rows = compare(environment, rounds)
        rows += [work(environment, data, min(rounds, FEW)) for work in (build, derive)]
        about = "import sys, click; from importlib.metadata import version as v; print(sys.version.split()[0], "
        about += "v('click'), v('rich'), v('icc-cli'))"
        python, click, rich, icc = environment.run([environment.python, "-c", about]).split()
    print(f"icc {icc} on Python {python}, click {click}, rich {rich}; {rounds} pairs each\n")
    print(table(rows))
    missed = sum(row.verdict == "MISSED" for row in rows)
    print(f"\n{missed} of {len(rows)} budgets missed" if missed else "\nall within budget")
    sys.exit(1 if missed and options.check else 0)


if __name__ == "__main__":
    main()
