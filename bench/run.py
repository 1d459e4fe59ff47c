"""Measures what `icc` costs, as ratios in one run with one interpreter, and prints it beside the budgets.

The wheel of this checkout is built and installed into a fresh virtual environment; each command is then timed
as a whole process, in turn with what it is compared to: A, B, A, B, …
"""

import argparse
import json
import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from column import column
from growth import growth
from measure import CHECKOUT, COLUMNS, WARMING, Budget, Environment, Row, prepared, quartiles, table
from rivals import comparison

INSIDE = Path(__file__).resolve().with_name("inside.py")
FEW = 5
"""Rounds of what is measured in seconds."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A command of `icc`, and the imports it is compared to."""

    arguments: str
    imports: str
    budget: Budget


CLICK = "click"
RICH = "click, rich.console, rich.table"
VERSION, ANSWER, TABLE = Budget(1.05, 0.95), Budget(1.15, 1.08), Budget(1.12, 1.05)
RECORD, BRIEF, EVENTS = Budget(1.8, 1.5), Budget(2.0), Budget(2.2)
WORK, SITE = Budget(2.0, 1.0), Budget(30, 15)
CASE = Budget(3.0, 1.5)
"""Milliseconds of an answer of `dataset.jurisdiction`."""

COMPARISONS = (
    Comparison("--version", CLICK, VERSION),
    Comparison("status russia --json", CLICK, ANSWER),
    Comparison("withdrawals --since 2016", CLICK, ANSWER),
    Comparison("show darfur --json", CLICK, RECORD),
    Comparison("cite gambia --json", CLICK, RECORD),
    Comparison("agreement --json", CLICK, RECORD),
    Comparison("agreements --json", CLICK, RECORD),
    Comparison("cooperation mongolia --person putin --on 2024-09-03 --json", CLICK, RECORD),
    Comparison("jurisdiction -c war-crimes -d 2014-03-01 -t ukraine --in crimea -n russia --json", CLICK, RECORD),
    Comparison("brief --json", CLICK, BRIEF),
    Comparison("events --json", CLICK, EVENTS),
    Comparison("status russia --format table --color always", RICH, TABLE),
    Comparison("withdrawals --since 2016 --format table --color always", RICH, TABLE),
)


def compare(environment: Environment, rounds: int) -> list[Row]:
    """Time each command and what it is compared to in turn, all of them in every round: a busy minute harms no row."""
    pairs: dict[Comparison, list[tuple[float, float]]] = {one: [] for one in COMPARISONS}
    for turn in range(WARMING + rounds):
        for one, timed in pairs.items():
            ours = environment.seconds([environment.icc, *one.arguments.split()])
            theirs = environment.seconds([environment.python, "-c", f"import {one.imports}"])
            if turn >= WARMING:
                timed.append((ours, theirs))
    imported = {
        one.imports: environment.instructions([environment.python, "-c", f"import {one.imports}"]) for one in pairs
    }
    counts = [
        (environment.instructions([environment.python, "-m", "icc_cli", *one.arguments.split()]), imported[one.imports])
        for one in pairs
    ]
    return [ratio(one, timed, *count) for (one, timed), count in zip(pairs.items(), counts, strict=True)]


def ratio(
    comparison: Comparison, pairs: Sequence[tuple[float, float]], own: float | None, imported: float | None
) -> Row:
    """Return the ratio of the medians, and the quartiles of the ratios of the pairs."""
    ours, theirs = (statistics.median(side) for side in zip(*pairs, strict=True))
    return Row(
        what=f"icc {comparison.arguments}",
        unit="x",
        budget=comparison.budget,
        value=ours / theirs,
        quartiles=quartiles([one / other for one, other in pairs]),
        details=f"{ours * 1000:.1f} ms : {theirs * 1000:.1f} ms  import {comparison.imports}"
        + (f"; {own:.0f} : {imported:.0f} M instructions, {own / imported:.2f}x" if own and imported else ""),
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


def jurisdiction(environment: Environment, data: Path, rounds: int) -> Row:
    """Time the answers of `dataset.jurisdiction` in one process."""
    reports = [
        json.loads(environment.run([environment.python, str(INSIDE), "jurisdiction", str(data)])) for _ in range(rounds)
    ]
    times = [report["seconds"] * 1000 for report in reports]
    what = "dataset.jurisdiction(...) in one process"
    return Row(
        what, " ms", CASE, statistics.median(times), quartiles(times), "the mean of five questions, ten times each"
    )


def site(environment: Environment, data: Path, rounds: int) -> Row:
    """Time the whole site, beside the building of the database."""
    reports = [json.loads(environment.run([environment.python, str(INSIDE), "site", str(data)])) for _ in range(rounds)]
    ratios = [report["seconds"] / report["building"] for report in reports]
    seconds, building = (statistics.median(report[key] for report in reports) for key in ("seconds", "building"))
    details = f"{seconds:.1f} s : {building:.2f} s  building icc.db; {reports[0]['files']} files"
    return Row("the whole site", "x", SITE, statistics.median(ratios), quartiles(ratios), details)


def main() -> None:
    """Measure and print; with `--check`, exit with 1 if a budget is missed."""
    parser = argparse.ArgumentParser(description="Measure what icc costs, beside its budgets.")
    parser.add_argument("--rounds", type=int, default=40, metavar="N", help="timed pairs of processes (default 40)")
    parser.add_argument("--python", metavar="PATH", help="the Python of an environment in which icc is installed")
    parser.add_argument("--growth", action="store_true", help="ask datasets 10 and 100 times as large, too (minutes)")
    parser.add_argument("--column", action="store_true", help="ask 50,000 names at once, too (minutes)")
    parser.add_argument("--rivals", action="store_true", help="time what one would take instead of icc, too")
    parser.add_argument("--markdown", action="store_true", help="print Markdown tables")
    parser.add_argument("--check", action="store_true", help="exit with 1 if a budget is missed")
    options = parser.parse_args()
    rounds = max(1, options.rounds)
    data = CHECKOUT / "data"
    with prepared(options.python) as environment:
        about = "import sys, click; from importlib.metadata import version as v; print(sys.version.split()[0], "
        about += "v('click'), v('rich'), v('icc-cli'))"
        python, click, rich, icc = environment.run([environment.python, "-c", about]).split()
        print(f"icc {icc} on Python {python}, click {click}, rich {rich}; {rounds} pairs each", flush=True)

        def show(lines: Sequence[Sequence[str]]) -> None:
            print(f"\n{table(lines, options.markdown)}", flush=True)

        def measured(rows: Sequence[Row]) -> int:
            show([list(COLUMNS), *([cell(row) for cell in COLUMNS.values()] for row in rows)])
            return sum(row.verdict == "MISSED" for row in rows)

        works = (work(environment, data, min(rounds, FEW)) for work in (jurisdiction, build, derive, site))
        missed = measured([*compare(environment, rounds), *works])
        if options.column:
            missed += measured(column(environment))
        if options.rivals:
            show(comparison(environment, rounds))
        if options.growth:
            missed += measured(growth(environment, rounds))
    print(f"\n{missed} budget{'s' if missed > 1 else ''} missed" if missed else "\nall within budget")
    sys.exit(1 if missed and options.check else 0)


if __name__ == "__main__":
    main()
