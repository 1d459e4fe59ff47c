"""What the jurisdiction rules need beside the acts of States: `data/jurisdiction.yaml`, checked for shape."""

from datetime import date
from enum import StrEnum

from icc_cli.treaty.fields import Fields


class Treatment(StrEnum):
    """How a territory, or a claim to jurisdiction, stands before the Court."""

    PART = "part"
    """Treated as territory of the State it is listed under."""
    CAVEAT = "caveat"
    """Part of it by the same reasoning, but without a ruling or under a pending challenge."""
    CONTESTED = "contested"
    """States disagree, or no Chamber has decided."""
    EXCLUDED = "excluded"
    """Kept out by a declaration of the State, or not yet named in one."""
    NOT_TERRITORY = "not-territory"
    """Territory of no State that could accept jurisdiction."""


class Reach(StrEnum):
    """Whom a declaration covers."""

    TERRITORY = "territory"
    NATIONALS = "nationals"


class TerritoryStanding(Fields):
    """How a territory is treated in a period; `until` and the effect of `until_act` are the first day after it."""

    treatment: Treatment
    sources: tuple[str, ...]
    from_: date | None = None
    until: date | None = None
    from_act: str | None = None
    until_act: str | None = None
    note: str = ""


class Territory(Fields):
    """A named territory and the State whose acceptance counts there. `not_in`: consents that leave it out."""

    token: str
    name: str
    state: str
    standings: tuple[TerritoryStanding, ...]
    also: tuple[str, ...] = ()
    code: str | None = None
    not_in: tuple[str, ...] = ()


class Ground(Fields):
    """One entry of another list of the file. Which keys it has depends on the list."""

    sources: tuple[str, ...]
    resolution: str = ""
    paragraph: str = ""
    act: str | None = None
    situation: str | None = None
    state: str | None = None
    of: str | None = None
    with_: tuple[str, ...] = ()
    territory: str | None = None
    treatment: Treatment | None = None
    reach: Reach | None = None
    abroad: Reach | None = None
    crimes: tuple[str, ...] = ()
    rule: str = ""
    from_: date | None = None
    until: date | None = None
    plain_until: date | None = None
    note: str = ""


class Grounds(Fields):
    """The whole file."""

    territories: tuple[Territory, ...] = ()
    mandates: tuple[Ground, ...] = ()
    not_adopted: tuple[Ground, ...] = ()
    carve_outs: tuple[Ground, ...] = ()
    deferrals: tuple[Ground, ...] = ()
    refused_links: tuple[Ground, ...] = ()
    challenges: tuple[Ground, ...] = ()
    acceptances: tuple[Ground, ...] = ()
    never_lodged: tuple[Ground, ...] = ()
    transitional: tuple[Ground, ...] = ()
    predecessors: tuple[Ground, ...] = ()
    shared_nationality: tuple[Ground, ...] = ()
    matters: tuple[Ground, ...] = ()
    other_crimes: tuple[Ground, ...] = ()
    authorities: tuple[Ground, ...] = ()

    def lists(self) -> dict[str, tuple[Ground, ...]]:
        """Return every list but the territories, by name."""
        return {name: entries for name, entries in self._asdict().items() if name != "territories"}
