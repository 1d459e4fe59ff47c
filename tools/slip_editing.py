"""How slips are made: one record of the dataset changed, with what a careful editor would change along with it."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from icc_cli.treaty import dates
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.model import Act, Dataset, State

Edits = Iterator[Callable[[], Dataset]]
Plant = Callable[[Dataset], Edits]
YEAR = timedelta(365)

# Editing


def swap(whole: tuple[Any, ...], old: Any, *new: Any) -> tuple[Any, ...]:
    """Return a tuple with one of its members, itself, replaced by others."""
    return tuple(other for one in whole for other in (new if one is old else (one,)))


def renamed(value: Any, old: str, new: str) -> Any:
    """Return a value with an id, wherever it stands, changed."""
    if isinstance(value, Fields):
        own = {name: renamed(one, old, new) for name, one in value._asdict().items()}
        changed = {name: one for name, one in own.items() if one is not getattr(value, name)}
        return value._replace(**changed) if changed else value
    if isinstance(value, tuple) and not isinstance(value, dates.PartialDate):
        parts = [renamed(one, old, new) for one in value]
        return tuple(parts) if any(a is not b for a, b in zip(parts, value, strict=True)) else value
    return new if isinstance(value, str) and value == old else value


def with_acts(data: Dataset, state: State, acts: Iterable[Act]) -> Dataset:
    """Give a State these acts, in the order of their days."""
    ordered = sorted(acts, key=lambda act: dates.last_day(act.done) if act.done else date.max)
    return data._replace(states=swap(data.states, state, state._replace(acts=tuple(ordered))))


def act_with(data: Dataset, state: State, act: Act, /, **changes: Any) -> Dataset:
    """Change an act; its id, and what names it, follow its day."""
    new = act._replace(**changes)
    changed = with_acts(data, state, swap(state.acts, act, new))
    if "done" not in changes and "act" not in changes:
        return changed
    before = f"{state.iso3}-{act.done.isoformat() if act.done else 'undated'}-{act.act}"
    after = f"{state.iso3}-{new.done.isoformat() if new.done else 'undated'}-{new.act}"
    edited: Dataset = renamed(changed, act.id, act.id.replace(before, after, 1))
    return edited


def acts(data: Dataset, *kinds: str) -> Iterator[tuple[State, Act]]:
    """Return the acts of States of some kinds that have their day."""
    for state in data.states:
        for act in state.acts:
            if (not kinds or act.act in kinds) and isinstance(act.done, date):
                yield state, act


def of(data: Dataset, name: str, where: Callable[[Any], object], change: Callable[[Any], dict[str, Any]]) -> Edits:
    """Change each record of a list of the dataset for which `where` holds."""
    for one in getattr(data, name):
        if where(one):

            def edit(one: Any = one) -> Dataset:
                return data._replace(**{name: swap(getattr(data, name), one, one._replace(**change(one)))})

            yield edit


def on(*kinds: str, where: Callable[[Act], object] = lambda act: True, **changes: Callable[[Act], Any]) -> Plant:
    """Return what changes some keys of acts of these kinds, each by a function of the act."""

    def plant(data: Dataset) -> Edits:
        for state, act in acts(data, *kinds):
            if where(act):
                yield lambda state=state, act=act: act_with(  # type: ignore[misc]
                    data, state, act, **{key: value(act) for key, value in changes.items()}
                )

    return plant


def twice(*kinds: str, later: timedelta, **changes: Callable[[Act], Any]) -> Plant:
    """Return what writes acts of these kinds once more, some days later, with other changes."""

    def plant(data: Dataset) -> Edits:
        for state, act in acts(data, *kinds):
            assert isinstance(act.done, date)
            day = act.done + later
            new = act._replace(done=day, id=act.id.replace(act.done.isoformat(), day.isoformat(), 1))
            new = new._replace(**{key: value(new) for key, value in changes.items()})
            if day <= data.checked:
                yield lambda state=state, new=new: with_acts(data, state, (*state.acts, new))  # type: ignore[misc]

    return plant


def without(*kinds: str) -> Plant:
    """Return what strikes out acts of these kinds that nothing names."""

    def plant(data: Dataset) -> Edits:
        for state, act in acts(data, *kinds):
            if not any(other.undoes == act.id for other in state.acts):
                yield lambda state=state, act=act: with_acts(  # type: ignore[misc]
                    data, state, (one for one in state.acts if one is not act)
                )

    return plant


def a_day_later(act: Act) -> date:
    """Return the day after an act's effect."""
    assert act.effect
    return act.effect + timedelta(1)


def ground(name: str, where: Callable[[Any], object], change: Callable[[Any], dict[str, Any]]) -> Any:
    """Return what changes each entry of a list of jurisdiction.yaml for which `where` holds."""

    def plant(data: Dataset) -> Edits:
        for edit in of(data.jurisdiction, name, where, change):  # type: ignore[arg-type]
            yield lambda edit=edit: data._replace(jurisdiction=edit())  # type: ignore[misc]

    return plant


def grounds(**changes: Callable[[Any], tuple[Any, ...]]) -> Plant:
    """Return what changes whole lists of jurisdiction.yaml."""

    def plant(data: Dataset) -> Edits:
        own = data.jurisdiction
        new = {name: change(getattr(own, name)) for name, change in changes.items()}
        yield lambda: data._replace(jurisdiction=own._replace(**new))

    return plant


def listed(name: str, change: Callable[[Any], dict[str, Any]], where: Callable[[Any], object] = bool) -> Any:
    """Return what changes each record of a list of the dataset for which `where` holds."""
    return lambda data: of(data, name, where, change)


def any_one(one: Any) -> bool:
    """Return that any record will do."""
    return True


def referral(change: Callable[[Any], dict[str, Any]], where: Callable[[Any], object]) -> Plant:
    """Return what changes each referral for which `where` holds."""

    def plant(data: Dataset) -> Edits:
        for one in data.situations:
            for each in one.referrals:
                if where(each):
                    new = one._replace(referrals=swap(one.referrals, each, each._replace(**change(each))))
                    yield lambda one=one, new=new: data._replace(situations=swap(data.situations, one, new))  # type: ignore[misc]

    return plant


CONSENTS = ("ratification", "acceptance", "approval", "accession")
NOTED = {"note": lambda act: "A note."}


def situation(change: Callable[[Any], dict[str, Any]], where: Callable[[Any], object]) -> Plant:
    """Return what changes each situation for which `where` holds."""
    return listed("situations", change, where)
