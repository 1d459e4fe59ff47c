"""Questions put to the rules of jurisdiction, and what the answers say."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest

from icc_cli.database.opening import open_store
from icc_cli.database.store import Store
from icc_cli.jurisdiction import ask as asking
from icc_cli.jurisdiction.answer import Answered, Jurisdiction
from icc_cli.jurisdiction.trace import Step
from tests.support.datadir import DataDir
from tests.support.evidence import Row
from tests.support.places import TODAY

CAH = "crimes-against-humanity"
AGGRESSION = {"crime": "aggression"}
STARVING = {"special": ["amended:8-2-e-xix"]}

Turn = tuple[str, tuple[str, str], tuple[str, str], dict[str, Any], tuple[str, str]]
"""What it is called; two days; the place and the nationality; what else is asked; the answer on each day."""


def examined(store: Store, **given: Any) -> Answered:
    """Answer one question, with the grounds examined; it is asked on the day of the tests unless told."""
    crime = given.pop("crime", "war-crimes")
    given.setdefault("today", TODAY)
    return asking.ask(store, crimes=[crime], **given)[0]


def answered(store: Store, **given: Any) -> Jurisdiction:
    """Answer one question, without the grounds."""
    return examined(store, **given).answer


def ask(store: Store, day: str, territory: str | None, *nationals: str, **more: Any) -> Jurisdiction:
    """Answer a question about war crimes, unless told, of a day, a place and nationalities."""
    on = more.pop("on", None)
    return answered(
        store,
        day=date.fromisoformat(day),
        territory=territory,
        nationals=nationals,
        on=date.fromisoformat(on) if on else None,
        **more,
    )


def ask_case(store: Store, row: Row) -> Jurisdiction:
    """Answer a row of the collected cases."""
    first, _, last = row["date"].partition("..")
    return answered(
        store,
        crime=row["crime"],
        day=date.fromisoformat(first),
        until=date.fromisoformat(last) if last else None,
        on=date.fromisoformat(row["as_of"]),
        territory=row["territory_iso3"] or None,
        nationals=[row["national_iso3"]],
        special=[row["special"]],
        unsc=[row["unsc"]],
    )


def each_turn(turns: Sequence[Turn]) -> pytest.MarkDecorator:
    """Run a test for each turn, by its name."""
    values, names = [turn[1:] for turn in turns], [turn[0] for turn in turns]
    return pytest.mark.parametrize(("days", "states", "more", "verdicts"), values, ids=names)


def verdicts_on(store: Store, days: tuple[str, str], states: tuple[str, str], more: dict[str, Any]) -> tuple[str, ...]:
    """Answer the question of a turn on each of its days."""
    return tuple(ask(store, day, states[0], states[1], **more).verdict for day in days)


def step_of(found: Jurisdiction, rule: str, state: str = "") -> Step:
    """Return the one step of a rule that names a State."""
    [step] = [step for step in found.steps if step.rule == rule and step.says.startswith(state)]
    return step


@contextmanager
def opened(data: DataDir) -> Iterator[Store]:
    """Open a data directory that a test has edited."""
    store = open_store(data.path)
    try:
        yield store
    finally:
        store.close()
