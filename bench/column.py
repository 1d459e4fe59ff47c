"""A column of names, as people have it in a spreadsheet: its time and memory beside those of one name, and of peers."""

import importlib.util
import os
import random
import subprocess
import sys
import time
from collections.abc import Sequence

from measure import Budget, Environment, Row

CELLS, DISTINCT = 50_000, 2_000
PATIENCE = 240
"""Seconds after which a column is given up; the row then says how long it had taken by then."""
TIME, MEMORY = Budget(25, 10), Budget(3, 1.5)
SPELLINGS = (
    "SELECT DISTINCT name FROM state_name WHERE length(name) BETWEEN 3 AND 16 AND name NOT LIKE '%\"%' ORDER BY 1"
)
PEER = """
import sys, pycountry
for name in sys.stdin.read().splitlines():
    try:
        print(pycountry.countries.lookup(name).alpha_3)
    except LookupError:
        print()
"""


def column(environment: Environment) -> list[Row]:
    """Time one name and the column, once: it takes long. A peer that only gives codes is timed on the same cells."""
    listed = "import sqlite3, sys; [print(*row) for row in sqlite3.connect(sys.argv[1]).execute(sys.argv[2])]"
    known = environment.run([environment.python, "-c", listed, environment.database, SPELLINGS]).splitlines()
    words = [name.swapcase() if turn else name for turn in range(4) for name in known][:DISTINCT]
    cells = "\n".join(random.Random(1).choices(words, k=CELLS))
    ask = [environment.icc, "status", "-", "--format", "csv"]
    measured(environment, ask, words[0])
    one_took, one_needed, _ = measured(environment, ask, words[0])
    took, needed, ended = measured(environment, ask, cells)
    peer = ""
    if importlib.util.find_spec("pycountry"):
        seconds, memory, _ = measured(environment, [sys.executable, "-c", PEER], cells)
        peer = f"; pycountry, codes alone: {seconds:.1f} s, {memory:.0f} MB"
    what = f"a column of {CELLS:,} cells, {len(words):,} distinct"
    details = f"{took:.1f} s : {one_took:.2f} s  one name{peer}{'' if ended else '; given up: it takes longer'}"
    time_row = Row(what, "x", TIME, took / one_took, (took / one_took,) * 2, details)
    grown = needed / one_needed
    return [
        time_row,
        Row(f"{what}: memory", "x", MEMORY, grown, (grown, grown), f"{needed:.0f} MB : {one_needed:.0f} MB"),
    ]


def measured(environment: Environment, command: Sequence[str], text: str) -> tuple[float, float, bool]:
    """Give a command text on stdin; return its seconds, the most memory it took (in MB), and whether it ended."""
    source, limit = environment.folder / "cells.txt", time.monotonic() + PATIENCE
    source.write_text(text + "\n", encoding="utf-8")
    with source.open("rb") as stdin, (environment.folder / "column.out").open("wb") as out:
        start = time.perf_counter()
        running = subprocess.Popen(
            command,
            stdin=stdin,
            stdout=out,
            stderr=subprocess.DEVNULL,
            env=environment.variables,
            cwd=environment.folder,
        )
        ended = True
        while not (done := os.wait4(running.pid, os.WNOHANG))[0]:
            if time.monotonic() > limit and ended:
                running.kill()
                ended = False
            time.sleep(0.002)
        seconds = time.perf_counter() - start
        running.returncode = done[1]
    most = done[2].ru_maxrss / (1_000_000 if sys.platform == "darwin" else 1_000)
    return seconds, most, ended
