"""The front page's map: every outline with its status on the site's day, and all spans for the slider."""

import json
from collections import Counter
from datetime import date

from icc_cli.database.store import Store
from icc_cli.pictures.map import BOUNDARIES, label, land, off_the_map, told
from icc_cli.pictures.world import world
from icc_cli.queries.map import STATUS_ORDER, world_map
from icc_cli.treaty.dates import ADOPTED, SIXTIETH_DEPOSIT, entry_into_force, spell
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.vocabulary import PARTY, Status

NONE = "none"
"""Stands for the status of an entry without an act on record."""
ENTRY_INTO_FORCE = entry_into_force(SIXTIETH_DEPOSIT)
"""The Statute enters into force (Art. 126(1))."""


class Outline(Fields, kw_only=False):
    """A State on the map; `dot` is where a small one is shown."""

    iso3: str
    path: str
    dot: tuple[float, float] | None
    status: str
    title: str
    projected: bool


class Entry(Fields, kw_only=False):
    """A line of the legend."""

    status: str
    label: str
    plural: str
    number: int


class World:
    """The map of a day, and what the slider needs to show any other."""

    boundaries = BOUNDARIES

    def __init__(self, store: Store, on: date) -> None:
        found = world_map(store, on)
        atlas = world()
        self.width, self.height, shapes = atlas["width"], atlas["height"], atlas["states"]
        self.parties = found.parties
        self.outlines = [
            Outline(
                one.iso3,
                shapes[one.iso3]["path"],
                shapes[one.iso3].get("dot"),
                one.value or NONE,
                told(found, one),
                one.projected,
            )
            for one in found.states
            if one.iso3 in shapes
        ]
        self.others = land(found, atlas)
        counts = Counter(one.value for one in found.states)
        self.withdrawing = counts[Status.STATE_PARTY_WITHDRAWING]
        counts[Status.STATE_PARTY] = found.parties  # all of them: those withdrawing stand below it
        self.legend = [
            Entry(one or NONE, label(found, one), label(found, one, 0), counts[one]) for one in (*STATUS_ORDER, None)
        ]
        self.expected = sum(one.projected for one in found.states)
        self.projected = found.projected
        self.off_the_map = off_the_map(found)
        spans = store.rows("SELECT * FROM span ORDER BY iso3, since")
        last = max([on, *(date.fromisoformat(row["since"]) for row in spans)])
        self.first, self.last, self.on = ADOPTED, last, on
        self.days = [(day, told) for day, told in _moments(store, on, last) if ADOPTED <= day <= last]
        self.years = [(f"{_place(date(year, 1, 1), last):.2f}%", year) for year in range(2000, last.year, 5)]
        self.ticks = [
            (f"{_place(day, last):.2f}%", status, f"{spell(day)}: {told}")
            for day, status, told in _turns(store)
            if ADOPTED <= day <= last
        ]
        order: list[str] = [*STATUS_ORDER]
        courses: dict[str, list[int]] = {}
        for row in spans:
            day = max(date.fromisoformat(row["since"]), ADOPTED).toordinal() - ADOPTED.toordinal()
            courses.setdefault(row["iso3"], []).extend((day, order.index(row["status"])))
        self.data = json.dumps(
            {
                "first": str(ADOPTED),
                "checked": store.meta["checked"],
                "statuses": order,
                "labels": {entry.status: entry.label for entry in self.legend},
                "plurals": {entry.status: entry.plural for entry in self.legend},
                "parties": [*PARTY],
                "names": {one.iso3: one.everyday for one in found.states},
                "spans": courses,
            },
            ensure_ascii=False,
            separators=(",", ":"),
        ).replace("<", "\\u003c")


def _place(day: date, last: date) -> float:
    """Return where on the slider a day is, in hundredths."""
    return 100 * (day - ADOPTED).days / max((last - ADOPTED).days, 1)


def _turns(store: Store) -> list[tuple[date, str, str]]:
    """Return the days on which a State became one that withdraws, or left, with what it became and who it was."""
    found: dict[tuple[date, str], list[str]] = {}
    turns = (Status.STATE_PARTY_WITHDRAWING, Status.FORMER_PARTY)
    for row in store.rows(
        "SELECT p.since, p.status, s.everyday FROM span p JOIN state s USING (iso3) WHERE p.status IN (?, ?) "
        "ORDER BY p.since, s.folded",
        *turns,
    ):
        found.setdefault((date.fromisoformat(row["since"]), row["status"]), []).append(row["everyday"])
    verbs = dict(zip(turns, (("gives notice", "give notice"), ("leaves", "leave")), strict=True))
    return [
        (day, status, f"{', '.join(who)} {verbs[Status(status)][len(who) > 1]}") for (day, status), who in found.items()
    ]


def _moments(store: Store, on: date, last: date) -> list[tuple[date, str]]:
    """Return the days that the page offers: the beginning, each day on which a State left, today and the last."""
    days = {
        ENTRY_INTO_FORCE: "in force",
        **{day: told for day, status, told in _turns(store) if status == Status.FORMER_PARTY and day <= on},
    }
    if last > on:
        days[last] = "if no notice is withdrawn"
    days[on] = " · ".join(filter(None, ["this page", days.get(on)]))
    return [(day, f"{spell(day)}: {told}") for day, told in sorted(days.items())]
