"""What `run.py` measures inside one process, with the Python that `icc` is installed in. Prints one line of JSON."""

import json
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

FIRST, END = date(1998, 1, 1), date(2031, 1, 1)
"""The days that are derived: from the first, up to but not on the second."""
SAMPLED = 61
"""Single calls are timed on every so-many-th day only: all of them would take minutes."""


def build(data: Path) -> dict[str, float]:
    """Time the way from YAML to database, the imports it needs included."""
    start = perf_counter()
    from icc_cli.database.build import build
    from icc_cli.source.load import load

    dataset = load(data)
    content = build(dataset, "bench")
    return {"seconds": perf_counter() - start, "states": len(dataset.states), "bytes": len(content)}


def derive(data: Path) -> dict[str, float]:
    """Time the answer for every State and every day by spans, and the mean single call of `status()`."""
    from icc_cli.source.load import load
    from icc_cli.treaty.status import spans, status
    from icc_cli.treaty.vocabulary import Status

    states = [
        (state.acts, state.independence.day if state.independence else None)
        for state in load(data).states
        if not state.no_act
    ]

    start = perf_counter()
    answers: list[list[Status]] = []
    for acts, independence in states:
        days: list[Status] = []
        for span in spans(acts, independence):
            begin, end = max(span.start or FIRST, FIRST), min(span.end or END, END)
            days += [span.status] * (end - begin).days
        answers.append(days)
    seconds = perf_counter() - start

    sample = range(0, (END - FIRST).days, SAMPLED)
    start = perf_counter()
    called = [
        [status(acts, FIRST + timedelta(number), independence=independence) for number in sample]
        for acts, independence in states
    ]
    call = (perf_counter() - start) / (len(states) * len(sample))
    if called != [days[::SAMPLED] for days in answers]:
        sys.exit("spans and status() disagree: what was timed is not the answer")
    return {"seconds": seconds, "answers": sum(map(len, answers)), "call": call}


TASKS: dict[str, Callable[[Path], dict[str, float]]] = {"build": build, "derive": derive}

if __name__ == "__main__":
    print(json.dumps(TASKS[sys.argv[1]](Path(sys.argv[2]))))
