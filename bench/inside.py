"""What `run.py` measures inside one process, with the Python that `icc` is installed in. Prints one line of JSON."""

import json
import sys
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

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


def site(data: Path) -> dict[str, float]:
    """Time the whole site, beside the building of the database that it shows."""
    from tempfile import TemporaryDirectory

    from icc_cli.database.build import build
    from icc_cli.database.store import open_bytes
    from icc_cli.site import build as build_site
    from icc_cli.source.load import load

    start = perf_counter()
    content = build(load(data), "bench")
    building = perf_counter() - start
    store = open_bytes(content, "bench")
    with TemporaryDirectory() as folder:
        start = perf_counter()
        build_site(store, Path(folder) / "site", store.checked)
        seconds = perf_counter() - start
        files = sum(path.is_file() for path in Path(folder).rglob("*"))
    return {"seconds": seconds, "building": building, "files": files}


QUESTIONS: tuple[dict[str, Any], ...] = (
    {"crime": "war-crimes", "day": date(2014, 3, 1), "special": ["territory:crimea"], "nationals": ["russia"]},
    {"crime": "genocide", "day": date(2003, 5, 1), "territory": "sudan"},
    {"crime": "war-crimes", "day": date(2015, 5, 1), "territory": "afghanistan", "nationals": ["usa"]},
    {"crime": "aggression", "day": date(2022, 2, 24), "territory": "ukraine", "nationals": ["russia"]},
    {"crime": "war-crimes", "day": date(2024, 1, 1), "territory": "france", "nationals": ["germany"]},
)
"""Questions that take many rules and days: disputed ground, a referral, a departure, an amendment, two Parties."""


def jurisdiction(_data: Path) -> dict[str, float]:
    """Time the mean answer of `dataset.jurisdiction` to all questions in turn, once its facts are read."""
    import icc_cli

    turns = 10
    with icc_cli.open_dataset() as dataset:
        asking = [partial(dataset.jurisdiction, on=date(2026, 11, 1), **question) for question in QUESTIONS]
        for ask in asking:
            ask()
        start = perf_counter()
        for ask in asking * turns:
            ask()
        return {"seconds": (perf_counter() - start) / (turns * len(asking))}


TASKS: dict[str, Callable[[Path], dict[str, float]]] = {
    "build": build,
    "derive": derive,
    "site": site,
    "jurisdiction": jurisdiction,
}

if __name__ == "__main__":
    print(json.dumps(TASKS[sys.argv[1]](Path(sys.argv[2]))))
