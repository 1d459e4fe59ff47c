"""How `icc` grows: the same questions, asked of datasets 10 and 100 times as large (made by `grow.py`)."""

import json
import statistics
import sys
from pathlib import Path

from measure import CHECKOUT, Budget, Environment, Row, quartiles

SIZES = (1, 10, 100)
FEW = 3
"""Rounds of what takes seconds."""
ASK = """
import gc, sys
gc.disable()  # as icc itself does, first of all
import icc_cli.database.opening
icc_cli.database.opening.PACKAGED = sys.argv.pop(1)
from icc_cli.__main__ import main
main()
"""
"""Runs `icc` on the database of another size. It is named as the packaged one is: what is timed is the usual way."""

ONE, LINEAR = Budget(1.25, 1.10), Budget(12.5, 10.0)
"""One State: the time of size 1. Listings: ten times the data take ten times as long, and a quarter more for noise."""

ONE_FACT = (
    "status russia --json",
    "status russia --known-by 2016-11-30 --json",
    "events russia --json",
    "cite russia",
    "cite gambia --json",
    "show darfur --json",
    "show RUS-2016-11-30-no-intent-declaration --json",
    "jurisdiction -c war-crimes -d 2014-03-01 -t ukraine --in crimea -n russia --json",
)
LISTINGS = (
    "parties --json",
    "parties",
    "withdrawals --json",
    "events --json",
    "situations --json",
    "brief --json",
    "diff 2016-01-01 2017-12-31 --json",
    "upcoming --json",
    "amendments --json",
    "amendments aggression-2010 --json",
    "declarations --json",
    "agreement --json",
    "data info --json",
)


def growth(environment: Environment, rounds: int) -> list[Row]:
    """Build the databases, ask each of them, and return how the answers' times grow."""
    grow = Path(__file__).with_name("grow.py")
    command = [environment.python, str(grow), str(CHECKOUT / "data"), str(environment.folder), *map(str, SIZES)]
    built = json.loads(environment.run(command))
    return [
        *(one_fact(environment, question, rounds) for question in ONE_FACT),
        *(listing(environment, question, min(rounds, FEW)) for question in LISTINGS),
        working("check the law of the data", "checking", built),
        working("build icc.db", "seconds", built),
    ]


def asked(environment: Environment, question: str, times: int) -> list[str]:
    """Return the command that asks the dataset of a size."""
    return [environment.python, "-c", ASK, str(environment.folder / f"{times}.db"), *question.split()]


def one_fact(environment: Environment, question: str, rounds: int) -> Row:
    """Time a question about one fact, and make sure that a larger dataset gives the same answer."""
    commands = [asked(environment, question, times) for times in SIZES]
    if len({environment.run(command) for command in commands}) != 1:
        sys.exit(f"icc {question} answers otherwise on a larger dataset")
    turns = [[environment.seconds(command) for command in commands] for _ in range(rounds)]
    small, ten, hundred = map(statistics.median, zip(*turns, strict=True))
    return Row(
        what=f"icc {question}: x100",
        unit="x",
        budget=ONE,
        value=hundred / small,
        quartiles=quartiles([turn[2] / turn[0] for turn in turns]),
        details=f"x10: {ten / small:.2f}x; {small * 1000:.0f} ms at size 1",
    )


def listing(environment: Environment, question: str, rounds: int) -> Row:
    """Time a listing; what any process of `icc` takes to start is no part of its growth."""
    start = asked(environment, "--version", SIZES[0])
    commands = [asked(environment, question, times) for times in SIZES]
    for command in commands:
        environment.run(command)
    turns = [[environment.seconds(command) for command in (start, *commands)] for _ in range(rounds)]
    none, *times = map(statistics.median, zip(*turns, strict=True))
    _, ten, hundred = (max(one - none, 0.001) for one in times)
    return Row(
        what=f"icc {question}: x10 -> x100",
        unit="x",
        budget=LINEAR,
        value=hundred / ten,
        quartiles=quartiles([max(turn[3] - turn[0], 0.001) / max(turn[2] - turn[0], 0.001) for turn in turns]),
        details=", ".join(f"{one:.2f} s" for one in times) + " at sizes 1, 10, 100",
    )


def working(what: str, key: str, built: list[dict[str, float]]) -> Row:
    """Return how work on the whole dataset grows; reading the YAML, file by file, is no part of it."""
    value = built[2][key] / built[1][key]
    details = ", ".join(f"{one[key]:.1f} s for {one['states']:,} States and {one['acts']:,} acts" for one in built)
    return Row(f"{what}: x10 -> x100", "x", LINEAR, value, (value, value), details)
