"""What a user would take instead of `icc`, timed beside it in one run. What is not installed here is left out."""

import importlib.util
import shutil
import statistics
import sys
import sysconfig
from dataclasses import dataclass

from measure import WARMING, Environment, quartiles

QUERY = (
    "SELECT s.name, p.status, p.since FROM state s JOIN span p USING (iso3) WHERE s.iso3 = 'RUS' "
    "AND p.since <= date('now') AND (p.until > date('now') OR p.until IS NULL)"
)
OURS = "status russia --json"


@dataclass(frozen=True, slots=True)
class Rival:
    """Another way to an answer: what it tells, and the command, None where its tool is not installed."""

    name: str
    tells: str
    command: list[str] | None


def rivals(environment: Environment) -> list[Rival]:
    """Return the rivals, with the database and the JSON that they read."""
    listed = (
        "import sqlite3, sys; [print(*row) for row in sqlite3.connect(sys.argv[1]).execute('SELECT iso3 FROM state')]"
    )
    codes = environment.run([environment.python, "-c", listed, environment.database]).split()
    export = environment.folder / "states.json"
    export.write_text(environment.run([environment.icc, "status", *codes, "--json"]), encoding="utf-8")
    scripts = sysconfig.get_path("scripts")

    def tool(name: str, *arguments: str) -> list[str] | None:
        found = shutil.which(name, path=scripts) or shutil.which(name)
        return [found, *arguments] if found else None

    def module(name: str, program: str) -> list[str] | None:
        return [sys.executable, "-c", program] if importlib.util.find_spec(name) else None

    look_up = "import pycountry; print(pycountry.countries.lookup('russian federation'))"
    return [
        Rival("sqlite3 icc.db SELECT", "the status", tool("sqlite3", environment.database, QUERY)),
        Rival("jq on icc's JSON", "all that icc tells", tool("jq", '.data[] | select(.iso3 == "RUS")', str(export))),
        Rival("sqlite-utils query icc.db", "the status", tool("sqlite-utils", "query", environment.database, QUERY)),
        Rival("pycountry lookup", "a country's codes", module("pycountry", look_up)),
        Rival("norwegianblue --version", "its version: it only starts", tool("norwegianblue", "--version")),
    ]


def comparison(environment: Environment, rounds: int) -> list[list[str]]:
    """Time `icc` and each rival in turn; return rows of a table."""
    every = rivals(environment)
    timed: dict[str, list[tuple[float, float]]] = {rival.name: [] for rival in every if rival.command}
    for turn in range(WARMING + rounds):
        for rival in every:
            if rival.command:
                pair = environment.seconds([environment.icc, *OURS.split()]), environment.seconds(rival.command)
                if turn >= WARMING:
                    timed[rival.name].append(pair)
    rows = [["instead of icc " + OURS, "tells", "its time : ours", "quartiles", "medians"]]
    for rival in every:
        if rival.name not in timed:
            rows.append([rival.name, rival.tells, "not installed", "", ""])
            continue
        pairs = timed[rival.name]
        ours, theirs = (statistics.median(side) for side in zip(*pairs, strict=True))
        low, high = quartiles([other / one for one, other in pairs])
        medians = f"{theirs * 1000:.0f} ms : {ours * 1000:.0f} ms"
        rows.append([rival.name, rival.tells, f"{theirs / ours:.2f}x", f"{low:.2f} to {high:.2f}", medians])
    return rows
