"""Slips in persons and the steps of their cases, and in what bears on cooperation."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from icc_cli.treaty.model import Dataset
from icc_cli.treaty.persons import Person, Proceeding
from tools.slip_editing import YEAR, Edits, Plant, any_one, listed, swap

BEFORE, AHEAD = date(2001, 5, 7), date(2030, 1, 8)
"""A day before the Statute was in force, and one after every check of the record."""

# Editing


def _moved(person: Person, step: Proceeding, new: Proceeding) -> tuple[Proceeding, ...]:
    """Return a person's steps with one changed: its id, and its place, follow its day."""
    id_ = f"{person.id}-{new.done or new.not_after}-{new.kind}"
    others = [one for one in person.proceedings if one is not step]
    day = str(new.done or new.not_after)
    place = next((i for i, one in enumerate(others) if str(one.done or one.not_after) > day), len(others))
    return (*others[:place], new._replace(id=id_), *others[place:])


def _steps(data: Dataset, *kinds: str) -> Iterator[tuple[Person, Proceeding]]:
    """Return the steps of these kinds that have their day."""
    for person in data.persons:
        for step in person.proceedings:
            if (not kinds or step.kind in kinds) and isinstance(step.done, date):
                yield person, step


def _with(data: Dataset, person: Person, steps: tuple[Proceeding, ...]) -> Dataset:
    return data._replace(persons=swap(data.persons, person, person._replace(proceedings=steps)))


def step(
    *kinds: str, where: Callable[[Person, Proceeding], object] = lambda person, one: True, **changes: Any
) -> Plant:
    """Return what changes some keys of steps of these kinds, each by a function of the step."""

    def plant(data: Dataset) -> Edits:
        for person, one in _steps(data, *kinds):
            if where(person, one):

                def edit(person: Person = person, one: Proceeding = one) -> Dataset:
                    new = one._replace(**{key: change(one) for key, change in changes.items()})
                    return _with(data, person, _moved(person, one, new))

                yield edit

    return plant


def gone(*kinds: str, where: Callable[[Person], object]) -> Plant:
    """Return what strikes out every step of these kinds of a person."""

    def plant(data: Dataset) -> Edits:
        for person in data.persons:
            kept = tuple(one for one in person.proceedings if one.kind not in kinds)
            if kept != person.proceedings and where(person):
                yield lambda person=person, kept=kept: _with(data, person, kept)  # type: ignore[misc]

    return plant


def court(name: str, change: Callable[[Any], dict[str, Any]], where: Callable[[Any], object] = any_one) -> Plant:
    """Return what changes each entry of a list of cooperation.yaml for which `where` holds."""

    def plant(data: Dataset) -> Edits:
        own = data.cooperation
        for one in getattr(own, name):
            if where(one):

                def edit(one: Any = one) -> Dataset:
                    entries = swap(getattr(own, name), one, one._replace(**change(one)))
                    return data._replace(cooperation=own._replace(**{name: entries}))

                yield edit

    return plant


def _has(person: Person, *kinds: str) -> bool:
    return any(one.kind in kinds for one in person.proceedings)


def _alone(person: Person) -> bool:
    """Return whether a person has one case, and one warrant or summons in it."""
    return len(person.cases) < 2 and sum(one.kind in ("warrant-issued", "summons") for one in person.proceedings) == 1


def _press(data: Dataset) -> str:
    return next(one.key for one in data.documents if one.kind == "press")


def _decided(one: Any, day: date) -> dict[str, Any]:
    """Return a decision's day changed, and its id with it."""
    return {"done": day, "not_after": None, "id": f"{one.state.lower()}-{day}-{one.ruling}"}


def _on_one_report(data: Dataset) -> Edits:
    """Let confirmed steps rest on one press report alone."""
    for person, one in _steps(data):
        if one.confidence == "confirmed":

            def edit(person: Person = person, one: Proceeding = one) -> Dataset:
                new = one._replace(sources=(_press(data),))
                return _with(data, person, swap(person.proceedings, one, new))

            yield edit


# Kinds

_BY_WARRANT = {"where": lambda person, one: _alone(person) and _has(person, "warrant-issued")}

PERSONS: dict[str, Plant] = {
    "a person in an examination": listed(
        "persons", lambda one: {"situation": "colombia"}, lambda one: one.situation != "colombia"
    ),
    "a person in another situation than the number of the case": listed(
        "persons",
        lambda one: {"situation": "mali" if one.situation != "mali" else "georgia"},
        lambda one: any(number.count("-") > 1 for number in one.cases),
    ),
    "two persons of one name": listed(
        "persons", lambda one: {"name": "Joseph Kony"}, lambda one: one.name != "Joseph Kony"
    ),
    "a person without warrant and summons": gone(
        "warrant-issued", "warrant-unsealed", "summons", "summons-unsealed", where=any_one
    ),
    "a warrant from before the Statute": step("warrant-issued", done=lambda one: BEFORE, not_after=lambda one: None),
    "a step that is only planned": step("appeared", "surrendered", "sentenced", done=lambda one: AHEAD),
    "a step made public before it was done": step(
        "charges-confirmed", "surrendered", made_public=lambda one: one.done - timedelta(1)
    ),
    "a step of another day than its id": lambda data: (
        lambda person=person, one=one: _with(
            data, person, swap(person.proceedings, one, one._replace(done=one.done + timedelta(1)))
        )
        for person, one in _steps(data)
    ),
    "a step listed before an earlier one": lambda data: (
        lambda person=person: _with(data, person, (*person.proceedings[1:], person.proceedings[0]))
        for person in data.persons
        if len({str(one.done or one.not_after) for one in person.proceedings}) > 1
        and str(person.proceedings[0].done) < str(person.proceedings[-1].done or person.proceedings[-1].not_after)
        and isinstance(person.proceedings[0].done, date)
    ),
    "a warrant without a day on which it was public": lambda data: (
        lambda person=person: _with(
            data,
            person,
            tuple(one._replace(not_after=None) for one in person.proceedings if one.kind != "warrant-unsealed"),
        )
        for person in data.persons
        if _alone(person) and _has(person, "warrant-issued")
    ),
    "a warrant public before it was issued": step(
        "warrant-issued",
        where=lambda person, one: _alone(person) and not _has(person, "warrant-unsealed"),
        not_after=lambda one: one.done - timedelta(9),
    ),
    "an unsealing before the warrant": step(
        "warrant-unsealed",
        where=lambda person, one: _alone(person),
        done=lambda one: date(2002, 8, 5),
    ),
    "surrendered before the warrant": step("surrendered", **_BY_WARRANT, done=lambda one: date(2003, 3, 3)),
    "arrested before the warrant": step("arrested", **_BY_WARRANT, done=lambda one: date(2003, 3, 3)),
    "surrendered before the arrest": step(
        "arrested",
        where=lambda person, one: (
            _alone(person)
            and any(other.kind == "surrendered" and isinstance(other.done, date) for other in person.proceedings)
            and sum(other.kind == "arrested" for other in person.proceedings) == 1
        ),
        done=lambda one: date(2026, 9, 1),
    ),
    "a trial without charges confirmed": gone(
        "charges-confirmed", where=lambda person: len(person.cases) < 2 and _has(person, "trial-opened")
    ),
    "a conviction without a trial": gone(
        "trial-opened", where=lambda person: len(person.cases) < 2 and _has(person, "convicted")
    ),
    "a sentence without a conviction": gone(
        "convicted", where=lambda person: len(person.cases) < 2 and _has(person, "sentenced")
    ),
    "tried in absence": gone(
        "surrendered", "appeared", where=lambda person: len(person.cases) < 2 and _has(person, "trial-opened")
    ),
    "a step after the case had ended": step(
        "surrendered",
        "appeared",
        "trial-opened",
        where=lambda person, one: _alone(person) and _has(person, "proceedings-terminated"),
        done=lambda one: date(2026, 9, 1),
    ),
    "a State in an act of the Court": step(
        "charges-confirmed", "convicted", "sentenced", "trial-opened", state=lambda one: "FRA"
    ),
    "a sentence served where nothing was agreed": step("transferred-to-serve", state=lambda one: "CHN"),
    "a case that is not the person's": step(
        "warrant-issued",
        "surrendered",
        where=lambda person, one: bool(person.cases),
        case_number=lambda one: "ICC-09/99-01/99",
    ),
    "no case where there are two": step(
        "convicted",
        "sentenced",
        "surrendered",
        where=lambda person, one: len(person.cases) > 1,
        case_number=lambda one: None,
    ),
    "a step that rests on one report": _on_one_report,
}

COOPERATION: dict[str, Plant] = {
    "a decision of another day than its id": court(
        "decisions", lambda one: {"done": one.done - timedelta(1)}, lambda one: one.done
    ),
    "a decision that lies ahead": court("decisions", lambda one: _decided(one, AHEAD)),
    "a decision before the person was sought": court(
        "decisions", lambda one: _decided(one, date(2004, 5, 5)), lambda one: one.persons
    ),
    "a decision on nobody who is on record": court("decisions", lambda one: {"persons": ("rupert",)}),
    "a decision of another situation's number": court(
        "decisions", lambda one: {"symbol": "ICC-01/12-99"}, lambda one: one.symbol and one.persons
    ),
    "a decision on a visit to another State": court(
        "decisions", lambda one: {"visits": ("putin-mng-2024-09-03",)}, lambda one: one.state != "MNG"
    ),
    "a decision before the visit": court(
        "decisions",
        lambda one: _decided(one, date(2009, 4, 1)),
        lambda one: one.visits and "al-bashir" in one.persons,
    ),
    "a decision on appeal by another chamber": court(
        "decisions", lambda one: {"chamber": "Trial Chamber I"}, lambda one: one.chamber == "Appeals Chamber"
    ),
    "a decision on appeal of nothing": court(
        "decisions", lambda one: {"of": None}, lambda one: one.ruling in ("upheld", "set-aside", "referred")
    ),
    "a decision about one on another State": court(
        "decisions", lambda one: {"of": "mng-2024-10-24-found"}, lambda one: one.of and one.state != "MNG"
    ),
    "a finding on a State that owed nothing": court(
        "decisions",
        lambda one: {"state": "CHN", "visits": (), "of": None, "id": f"chn-{one.done}-{one.ruling}"},
        lambda one: one.ruling == "found",
    ),
    "referred to the Council, which had referred nothing": court(
        "decisions",
        lambda one: {"referred_to": ("council",)},
        lambda one: {*one.persons} & {"kenyatta", "putin", "netanyahu"} and one.ruling != "not-found",
    ),
    "nothing found, yet referred": court(
        "decisions", lambda one: {"referred_to": ("assembly",)}, lambda one: one.ruling == "not-found"
    ),
    "referred to nobody": court("decisions", lambda one: {"referred_to": ()}, lambda one: one.ruling == "referred"),
    "a visit before the person was sought": court(
        "visits", lambda one: {"from_": date(2004, 3, 3), "to": None, "not_after": None}
    ),
    "a visit that ends before it begins": court(
        "visits", lambda one: {"to": one.from_ - timedelta(3)}, lambda one: isinstance(one.from_, date)
    ),
    "a visit that lies ahead": court("visits", lambda one: {"from_": AHEAD, "to": None}),
    "a visit to one's own State": court(
        "visits",
        lambda one: {"state": {"al-bashir": "SDN", "putin": "RUS", "netanyahu": "ISR"}[one.person]},
        lambda one: one.person in ("al-bashir", "putin", "netanyahu"),
    ),
    "a visit of a person in custody": court(
        "visits", lambda one: {"person": "duterte", "from_": date(2026, 2, 2), "to": None}
    ),
    "an agreement in force before it was signed": court(
        "agreements", lambda one: {"in_force": one.signed - YEAR}, lambda one: isinstance(one.signed, date)
    ),
    "an agreement that lies ahead": court("agreements", lambda one: {"signed": AHEAD, "in_force": None}),
    "an agreement with the Court among those not to surrender": court(
        "non_surrender", lambda one: {"kind": "sentences", "with_": None}
    ),
    "an agreement not to surrender with oneself": court("non_surrender", lambda one: {"with_": one.state}),
    "an agreement not to surrender with nobody": court("non_surrender", lambda one: {"with_": None}),
    "two agreements of one kind": court(
        "agreements",
        lambda one: {"state": "BEL", "person": None},
        lambda one: one.kind == "sentences" and one.state != "BEL",
    ),
    "a law known before the Statute": court("laws", lambda one: {"known_by": BEFORE}),
    "two laws of one State": court("laws", lambda one: {"state": "AUS"}, lambda one: one.state != "AUS"),
}

UNTRUE_OF_PERSONS: dict[str, Plant] = {
    "a warrant of another day": step("warrant-issued", done=lambda one: one.done - timedelta(2)),
    "another nationality": listed("persons", lambda one: {"nationality": "FRA"}, lambda one: one.nationality != "FRA"),
    "a decision on another request": court("decisions", lambda one: {"about": "another request"}),
    "a visit of another day": court(
        "visits", lambda one: {"from_": one.from_ - timedelta(1)}, lambda one: isinstance(one.from_, date)
    ),
}
