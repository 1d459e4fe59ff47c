"""What the dataset says of persons before the Court and of cooperation: `data/persons/` and `data/cooperation.yaml`.

Warrants and charges are allegations. A person's roles and acts are said in neutral words; no picture of anyone.
"""

from datetime import date

from icc_cli.treaty.dates import AnyDate
from icc_cli.treaty.details import Charge, Forum, HeadOf, PactKind, ProceedingKind, Provision, Ruling, VisitKind
from icc_cli.treaty.facts import DisputedFact, Fact
from icc_cli.treaty.fields import Fields, key
from icc_cli.treaty.forms import CaseNumber, Iso3, Slug

MAX_PROCEEDINGS = 60
"""Proceedings of one person, three times what any has."""


class Proceeding(DisputedFact):
    """One dated step in a person's case: a warrant, an arrest, a judgment."""

    id: Slug
    """Person, day, kind, and more if needed; never renamed."""
    kind: ProceedingKind
    """What kind of step it is."""
    done: AnyDate | None = None
    """Its day; left out where none is proved."""
    not_after: date | None = None
    """Where no day is proved, the last day by which it had happened; of a warrant or summons, a day by which its
    existence was public."""
    made_public: date | None = None
    """Day on which it was made public, where that is later than its own day; until then no answer knows of it."""
    case_number: CaseNumber | None = key(default=None, yaml="case")
    """The Court's number of the case; given where the person has more than one."""
    state: Iso3 | None = None
    """The State that arrested, surrendered or received the person."""
    due: date | None = None
    """The day for which a trial is planned, where it sets one."""
    crimes: tuple[Charge, ...] = ()
    """The crimes alleged in it."""
    detail: str = ""
    """What the kind does not say, in own words: the chamber, the length of a sentence."""


class Person(Fact):
    """A person before the Court: sought under a warrant, summoned, or in its cases. The documents prove who it is."""

    id: Slug
    """Small letters, digits, hyphens; never renamed."""
    name: str
    """The person's name as the Court writes it."""
    also: tuple[str, ...] = ()
    """Other spellings people type."""
    nationality: Iso3 | None = None
    """The State whose national the person is; left out where no document proves it."""
    role: str = ""
    """What the person was when sought or summoned, in own words."""
    head_of: HeadOf | None = None
    """Whether the person was then head of the State of that nationality, or of its government."""
    head_until: date | None = None
    """The first day out of that office, if it has ended and a document proves the day."""
    situation: Slug
    """Id of the situation of the person's cases."""
    cases: tuple[CaseNumber, ...] = ()
    """The Court's numbers of the person's cases; left out where none has been seen."""
    proceedings: tuple[Proceeding, ...] = key(most=MAX_PROCEEDINGS)
    """The steps in the person's cases, oldest first."""


class Decision(DisputedFact):
    """A decision of the Court on a State's cooperation (Art. 87(7))."""

    id: Slug
    """State, day, ruling, and more if needed; never renamed."""
    state: Iso3
    """The State whose cooperation it is about."""
    ruling: Ruling
    """What was decided."""
    done: AnyDate | None = None
    """Its day; left out where none is proved."""
    not_after: date | None = None
    """Where no day is proved, the last day by which it had been made."""
    symbol: str = ""
    """The decision's number at the Court; left out where it has not been seen."""
    chamber: str
    """The chamber that decided."""
    persons: tuple[Slug, ...] = ()
    """Ids of the persons whose arrest or case it is about."""
    about: str = ""
    """What the State was asked for or did, in own words."""
    visits: tuple[Slug, ...] = ()
    """Ids of the visits that it is about."""
    of: Slug | None = None
    """Id of the earlier decision that it upholds, sets aside or follows up."""
    referred_to: tuple[Forum, ...] = ()
    """To whom the Court referred the matter or gave notice of it."""


class Pact(Fact):
    """An agreement of a State with the Court, or with another State about surrender to it (Art. 98(2), 103, 107)."""

    id: Slug
    """State, kind, and more if needed; never renamed."""
    state: Iso3
    """The State."""
    kind: PactKind
    """What it is about."""
    with_: Iso3 | None = key(default=None, yaml="with")
    """The other State, where it is not the Court."""
    signed: AnyDate | None = None
    """Day of its signature; left out where none is proved."""
    known_by: date | None = None
    """A day by which a document has it; it counts from its signature, where the day of that is proved and earlier."""
    in_force: date | None = None
    """First day in force; left out where none is proved."""
    person: Slug | None = None
    """Id of the person for whom alone it was made."""


class Visit(Fact):
    """A reported stay in a State, or flight over it, of a person under a public warrant. No judgment on the State."""

    id: Slug
    """Person, State, day; never renamed."""
    person: Slug
    """Id of the person."""
    state: Iso3
    """The State."""
    kind: VisitKind
    """A stay or a flight."""
    from_: AnyDate | None = key(default=None, yaml="from")
    """Its first day; left out where none is proved."""
    to: AnyDate | None = None
    """Its last day, where it is another and proved."""
    not_after: date | None = None
    """Where no day is proved, the last day by which it had happened."""
    outcome: str = ""
    """What followed there, in own words."""


class Law(Fact):
    """Whether a State has a law on cooperation with the Court (Art. 88)."""

    id: Slug
    """State and `law`; never renamed."""
    state: Iso3
    """The State."""
    provision: Provision
    """Whether its law provides for cooperation."""
    title: str = ""
    """The law's title."""
    known_by: date | None = None
    """A day by which it was so; where it is left out, it is known from the day the record was checked."""


class Cooperation(Fields):
    """Decisions, agreements, visits and laws that bear on cooperation with the Court (Part 9); may be left out."""

    decisions: tuple[Decision, ...] = ()
    """The Court's decisions on the cooperation of States."""
    agreements: tuple[Pact, ...] = ()
    """Agreements of States with the Court."""
    non_surrender: tuple[Pact, ...] = ()
    """Agreements between States not to surrender persons (Art. 98(2))."""
    visits: tuple[Visit, ...] = ()
    """Reported visits and overflights of persons under a public warrant."""
    laws: tuple[Law, ...] = ()
    """Laws on cooperation."""
