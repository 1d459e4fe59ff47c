"""Kills processes that build the database, at random moments, and checks what they leave behind.

    python tools/kill_builds.py --times 300

After each kill the cache must hold no database but a whole one, and the next answer must be right.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent


def ask(data: Path, cache: Path) -> subprocess.Popen[bytes]:
    """Start a question whose answer needs the database."""
    command = [sys.executable, "-m", "icc_cli", "events", "--on", "2016-12-01", "--json", "--data", str(data)]
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def kill_builds(data: Path, times: int, how: signal.Signals, seed: int) -> dict[str, int]:
    """End so many builds: every other one at any moment, the rest as soon as a file that they write shows.

    Returns how many ended so, and what they left; stops at a wrong answer or a broken database.
    """
    from icc_cli.database.store import open_file

    chance = random.Random(seed)
    counts = {"killed": 0, "finished first": 0, "left a draft": 0, "left a database": 0}
    with tempfile.TemporaryDirectory() as place:
        began = time.perf_counter()
        right = ask(data, Path(place, "first")).communicate(timeout=120)
        whole = time.perf_counter() - began
        for number in range(times):
            cache = Path(place, str(number))
            process = ask(data, cache)
            moment = time.perf_counter() + chance.uniform(0, 1.2 * whole)
            writing = number % 2 == 1
            while process.poll() is None and (not list(cache.glob("*/*")) if writing else time.perf_counter() < moment):
                time.sleep(0.0002)
            process.send_signal(how)
            process.communicate(timeout=120)
            counts["finished first" if process.returncode == 0 else "killed"] += 1
            counts["left a draft"] += bool([*cache.glob("icc-cli/.draft-*")])
            for database in cache.glob("icc-cli/*.db"):
                open_file(database).close()  # raises DatasetError unless it is whole
                counts["left a database"] += 1
            answer = ask(data, cache).communicate(timeout=120)
            if answer != right:
                raise SystemExit(f"after kill {number} the answer was {answer!r}")
            for path in cache.glob("icc-cli/*"):
                path.unlink()
    return counts


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--times", type=int, default=300)
    arguments.add_argument("--signal", default="SIGKILL", help="or SIGINT, SIGTERM")
    arguments.add_argument("--data", type=Path, default=ROOT / "data")
    arguments.add_argument("--seed", type=int, default=0)
    chosen = arguments.parse_args()
    how = signal.Signals[chosen.signal]
    print(json.dumps(kill_builds(chosen.data.resolve(), chosen.times, how, chosen.seed)))
