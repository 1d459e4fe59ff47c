"""What the jurisdiction rules need beside the acts of States: `data/jurisdiction.yaml`, checked for shape."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from icc_cli.treaty.fields import Fields, key

if TYPE_CHECKING:
    from datetime import date

    from icc_cli.treaty.forms import ActId, Iso3, Resolution, RuleId, Slug


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


class Entry(Fields):
    """What every entry of the file has."""

    note: str = ""
    """In own words, short and neutral."""
    fact: str = key(default="", yaml="-")
    """Its id in the database."""
    sources: tuple[Slug, ...]
    """Keys of documents.yaml; at least one."""


class TerritoryStanding(Entry):
    """How a territory is treated in a period; `until` and the effect of `until_act` are the first day after it."""

    treatment: Treatment
    """How the territory, or the claim, stands before the Court."""
    from_: date | None = key(default=None, yaml="from")
    """First day."""
    until: date | None = None
    """The first day after it."""
    from_act: ActId | None = None
    """The act whose effect sets the first day."""
    until_act: ActId | None = None
    """The act whose effect sets the first day after it."""
    ruled: date | None = None
    """Day of the ruling or report that the note names; the Court acts without it before."""


class Territory(Fields):
    """A named territory and the State whose acceptance counts there. `not_in`: consents that leave it out."""

    token: Slug
    """The territory's word, as --in takes it."""
    name: str
    """The territory's name."""
    also: tuple[Slug, ...] = ()
    """Other names people type."""
    code: Iso3 | None = None
    """The entry that stands for the territory."""
    state: Iso3
    """The State whose acceptance counts there."""
    not_in: tuple[ActId, ...] = ()
    """Consents that leave the territory out."""
    unclear_in: tuple[ActId, ...] = ()
    """Consents that leave out territories which no document seen names."""
    standings: tuple[TerritoryStanding, ...]
    """How the territory is treated, period by period."""

    def on(self, day: date) -> TerritoryStanding | None:
        """Return how the territory is treated on a day, where the standings have their days filled in."""
        return next((one for one in self.standings if _holds(one, day)), None)


class Mandate(Entry):
    """A referral by the Security Council (Art. 13(b))."""

    resolution: Resolution
    """Number of the resolution of the Security Council."""
    act: ActId
    """Id of the act."""
    situation: Slug
    """Id of the situation."""
    state: Iso3
    """The State."""
    territory: Slug | None = None
    """Token of the territory, if it is not all of the State."""
    plain_until: date | None = None
    """Last day on which its reach is beyond doubt."""


class NotAdopted(Entry):
    """A draft that referred nothing."""

    act: ActId
    """Id of the act."""
    state: Iso3
    """The State."""


class CarveOut(Entry):
    """Personnel left to their own State's jurisdiction."""

    resolution: Resolution
    """Number of the resolution of the Security Council."""
    paragraph: str
    """The paragraph that says so."""
    state: Iso3
    """The State."""
    from_: date = key(yaml="from")
    """First day."""


class Deferral(Entry):
    """A request under Art. 16."""

    resolution: Resolution
    """Number of the resolution of the Security Council."""
    from_: date = key(yaml="from")
    """First day."""
    until: date
    """Its last day."""


class RefusedLink(Entry):
    """A link across a border that the Prosecutor refused."""

    state: Iso3
    """The State."""
    with_: tuple[Iso3, ...] = key(yaml="with")
    """The States across whose border it was refused."""
    from_: date = key(yaml="from")
    """First day."""


class Challenge(Entry):
    """Jurisdiction that is disputed, or that nobody has decided on."""

    state: Iso3 | None = None
    """The State."""
    act: ActId | None = None
    """Id of the act."""
    treatment: Treatment
    """How the territory, or the claim, stands before the Court."""
    from_: date | None = key(default=None, yaml="from")
    """First day on which the Court acts under it."""
    until: date | None = None
    """The first day after it."""

    def on(self, day: date) -> bool:
        """Return whether it stands on a day on which the Court acts."""
        return _holds(self, day)


class Acceptance(Entry):
    """How a declaration under Art. 12(3) is worded."""

    act: ActId
    """Id of the act."""
    reach: Reach
    """Whom the declaration covers: territory or nationals."""
    crimes: tuple[Slug, ...] = ()
    """The crimes it is about."""
    answered: date | None = None
    """Day on which the Court refused it or said that it would not act on it; undecided before."""


class NeverLodged(Entry):
    """An acceptance decided and never lodged."""

    act: ActId
    """Id of the act."""


class Transitional(Entry):
    """What a declaration under Art. 124 leaves out."""

    act: ActId
    """Id of the act."""
    reach: Reach
    """Whom the declaration covers: territory or nationals."""


class Predecessor(Entry):
    """Whose territory and people they were before independence."""

    state: Iso3
    """The State."""
    of: Iso3
    """Whose territory or nationals they were or are."""


class SharedNationality(Entry):
    """Nationals of one State, or people of one territory, who are nationals of another State."""

    state: Iso3
    """The State."""
    of: Iso3
    """Whose territory or nationals they were or are."""
    treatment: Treatment = Treatment.PART
    """How sure it is: `part`, `caveat` or `contested`."""
    from_: date | None = key(default=None, yaml="from")
    """First day."""
    until: date | None = None
    """The first day after it."""

    def on(self, day: date) -> bool:
        """Return whether it holds on a day."""
        return _holds(self, day)


def _holds(one: TerritoryStanding | Challenge | SharedNationality, day: date) -> bool:
    """Return whether a day lies in the period of an entry."""
    return not (one.from_ and day < one.from_) and not (one.until and day >= one.until)


class MatterReach(Entry):
    """What a decision says of a situation's reach."""

    situation: Slug
    """Id of the situation."""
    earlier: str = ""
    """What the decision says of crimes that began before its time or went on after it."""
    abroad: Reach | None = None
    """How far the decision reaches beyond the State: territory or nationals."""
    linked: tuple[Iso3, ...] = ()
    """Other States in which it reaches crimes that are linked to the situation, by the Prosecutor's request."""
    linked_from: date | None = None
    """First day of such crimes."""
    crimes: tuple[Slug, ...] = ()
    """The crimes it is about."""


class OtherCrimes(Entry):
    """Crimes that people ask about and the Statute does not have."""

    crimes: tuple[Slug, ...]
    """The crimes it is about."""


class Authority(Entry):
    """The documents behind a rule."""

    rule: RuleId


class Grounds(Fields):
    """What the jurisdiction rules need beside the acts of States; may be left out."""

    territories: tuple[Territory, ...] = ()
    """Named places, and how each is treated."""
    mandates: tuple[Mandate, ...] = ()
    """Referrals by the Security Council (Art. 13(b))."""
    not_adopted: tuple[NotAdopted, ...] = ()
    """Drafts that referred nothing."""
    carve_outs: tuple[CarveOut, ...] = ()
    """Personnel left to their own State's jurisdiction."""
    deferrals: tuple[Deferral, ...] = ()
    """Requests under Art. 16."""
    refused_links: tuple[RefusedLink, ...] = ()
    """Links across a border that the Prosecutor refused."""
    challenges: tuple[Challenge, ...] = ()
    """Jurisdiction that is disputed, or that nobody has decided on."""
    acceptances: tuple[Acceptance, ...] = ()
    """How a declaration under Art. 12(3) is worded."""
    never_lodged: tuple[NeverLodged, ...] = ()
    """Acceptances decided and never lodged."""
    transitional: tuple[Transitional, ...] = ()
    """What a declaration under Art. 124 leaves out."""
    predecessors: tuple[Predecessor, ...] = ()
    """Whose territory and people they were before independence."""
    shared_nationality: tuple[SharedNationality, ...] = ()
    """Nationals of one State who are nationals of another."""
    matters: tuple[MatterReach, ...] = ()
    """What a decision says of a situation's reach."""
    other_crimes: tuple[OtherCrimes, ...] = ()
    """Crimes that people ask about and the Statute does not have."""
    authorities: tuple[Authority, ...] = ()
    """The documents behind each rule."""

    def lists(self) -> dict[str, tuple[Entry, ...]]:
        """Return every list but the territories, by name."""
        return {name: entries for name, entries in self._asdict().items() if name != "territories"}
