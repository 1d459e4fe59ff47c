"""What the dataset is made of: States, acts, situations, amendments. A field is said here, and only here.

The shape check, the database, the schemas of the YAML files and the guide's tables follow from these classes: a field's
kind from its annotation, its meaning from the text below it or, where many share it, from the glossary, what people see
before its value from its label. Dates are `datetime.date`, or `PartialDate` where only the month or year is known.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from icc_cli.treaty.dates import AnyDate
from icc_cli.treaty.details import (
    AmendmentRule,
    DeclarationKind,
    Instrument,
    Leaning,
    Outcome,
    Reception,
    Region,
    SituationKind,
    Trigger,
    UnitedNations,
)
from icc_cli.treaty.facts import DisputedFact, Document, Fact, Sourced
from icc_cli.treaty.fields import Fields, key
from icc_cli.treaty.forms import (
    M49,
    ActId,
    CodeScheme,
    Iso2,
    Iso3,
    Language,
    SituationNumber,
    Slug,
    UnLanguage,
    Version,
    Vote,
)
from icc_cli.treaty.grounds import Grounds
from icc_cli.treaty.persons import Cooperation, Person
from icc_cli.treaty.vocabulary import ActKind

MAX_ACTS = 200
"""Acts of one State, ten times what any has done: each is compared with all others."""
_NOTHING: Mapping[Any, Any] = MappingProxyType({})


class ActDetails(Fields):
    """What only some acts have; each key is there only where it has a value."""

    amendment: Slug | None = key(default=None, label="Amendment")
    instrument: Instrument | None = key(default=None, label="Form")
    declaration: DeclarationKind | None = key(default=None, yaml="kind", label="About")
    """What a declaration is about."""
    against: Iso3 | None = key(default=None, label="Against")
    until: AnyDate | None = key(default=None, label="Until")
    """Its last day."""
    leaning: Leaning | None = key(default=None, label="Points to")
    """Where a signal points."""
    dated: AnyDate | None = key(default=None, label="Dated")
    """The date that the declaration itself bears."""
    accepts_from: AnyDate | None = key(default=None, label="Accepts from")
    """First day for which jurisdiction is accepted."""
    accepts_to: AnyDate | None = key(default=None, label="Accepts to")
    """Last day for which jurisdiction is accepted."""
    scope: str = key(default="", label="Scope")
    """What a declaration under Art. 12(3) covers, in words."""
    reception: Reception | None = key(default=None, label="At the Court")
    """What the Court made of a declaration under Art. 12(3)."""
    situation: Slug | None = key(default=None, label="Situation")
    was: str = key(default="", label="Until then")
    """The name until then."""
    due: AnyDate | None = key(default=None, label="To follow by")
    """A day that it set for a later step, such as a review."""
    announced: AnyDate | None = key(default=None, yaml="-", label="Announced")
    votes: Mapping[Vote, int] = key(default=_NOTHING, yaml="-", label="Votes")
    abstaining: tuple[Iso3, ...] = key(default=(), yaml="-", label="Abstaining")
    effect_differs: str = key(default="", label="Why on that day")
    """Why it takes effect on another day than the treaty gives; a note alone excuses none."""
    proof: str = key(default="", label="Why this proves it")
    """Why its documents prove it, where one unofficial document stands alone or all are older than the act."""
    persons: tuple[Slug, ...] = key(default=(), yaml="-", label="Persons")
    """Ids of the persons before the Court whom it is about."""


class Act(ActDetails, DisputedFact):
    """One dated thing that a State or body did."""

    act: ActKind
    """What kind of act it is."""
    done: AnyDate | None = None
    """Day it was signed, deposited, received by the depositary or said; partial where no day is known."""
    effect: date | None = None
    """Day of legal effect, where it is another day."""
    circulated: date | None = None
    id: ActId
    """State (or body), day, kind, and more if needed; never renamed."""
    undoes: ActId | None = None
    """Id of the act that this one cancels."""
    title: str = ""
    """What it is, in words; left out where the kind says all."""
    body: str = key(default="", yaml="-")
    concerns: tuple[Iso3, ...] = key(default=(), yaml="-")
    """States that the act is about, beside the one that did it."""


class BodyAct(Act):
    """One dated thing that a body did: the Security Council, the African Union, the Prosecutor, the depositary."""

    body: str
    concerns: tuple[Iso3, ...] = ()


class Independence(Sourced):
    """The first day on which a State existed; given for those younger than the Statute."""

    day: date
    """Its first day as a State."""


class State(Fields):
    """A State, or an entry that only says why no act is on record."""

    iso3: Iso3
    """ISO 3166 alpha-3 code; the file is named by it."""
    iso2: Iso2
    """ISO 3166 alpha-2 code."""
    m49: M49 | None = None
    """United Nations M49 number, in quotes: three digits."""
    name: str
    """The United Nations' own short name; shown as the heading."""
    everyday: str
    """Everyday name, shown in lists."""
    formal: str = ""
    """The State's formal name."""
    names: Mapping[UnLanguage, str] = _NOTHING
    """The United Nations' names in its other languages."""
    cldr: Mapping[Language, str] = _NOTHING
    """Everyday names from Unicode CLDR, where they differ."""
    also: tuple[str, ...] = ()
    """Other names people type."""
    former: tuple[str, ...] = ()
    """Former names."""
    abbreviations: tuple[str, ...] = ()
    """Abbreviations people type."""
    demonyms: tuple[str, ...] = ()
    """Words for its people."""
    ambiguous: tuple[str, ...] = ()
    """Names that alone do not settle on this one."""
    group: Region | None = None
    """Its regional group at the United Nations."""
    assembly_group: Region | None = None
    """Its regional group in the Assembly of States Parties."""
    united_nations: UnitedNations
    """How it stands to the United Nations."""
    member_since: date | None = None
    """Day it became a member of the United Nations."""
    codes: Mapping[CodeScheme, int] = _NOTHING
    """Correlates of War, Gleditsch-Ward and V-Dem numbers."""
    independence: Independence | None = None
    """Only for States younger than the Statute."""
    note: str = ""
    """In own words, short and neutral."""
    no_act: str = ""
    """For an entry that has no act on record: why, in a sentence."""
    acts: tuple[Act, ...] = key(default=(), most=MAX_ACTS)
    """What the State did, oldest first."""

    @property
    def region(self) -> Region | None:
        """The group in the Assembly of States Parties, or else at the United Nations."""
        return self.assembly_group or self.group


class Referral(Fact):
    """A referral of a situation by States (Art. 13(a), 14) or by the Security Council (Art. 13(b))."""

    by: tuple[Iso3, ...] = ()
    """The States that made it."""
    body: str = ""
    done: AnyDate
    """Day of the referral."""
    announced: AnyDate | None = None
    votes: Mapping[Vote, int] = _NOTHING
    abstaining: tuple[Iso3, ...] = ()


class Situation(DisputedFact):
    """A situation under investigation, or a preliminary examination."""

    id: Slug
    """Small letters, digits, hyphens; never renamed."""
    kind: SituationKind
    name: str
    """Name of the situation."""
    states: tuple[Iso3, ...]
    """The States it concerns."""
    by_flag: tuple[Iso3, ...] = ()
    """Those among them that it concerns by the flag of vessels, not by conduct on their land."""
    by_nationals: tuple[Iso3, ...] = ()
    """Those among them that it concerns by what their nationals did elsewhere."""
    reference: SituationNumber | None = None
    """The Court's number of the situation."""
    trigger: Trigger
    """How the matter came to the Prosecutor."""
    later_trigger: Trigger | None = None
    """How an examination's ground changed before its end."""
    authorised: date | None = None
    """Day on which the judges authorised the investigation (Art. 15(4))."""
    authorised_by: str = ""
    """Which judges authorised it."""
    opened: AnyDate | None = None
    """Day the investigation opened, or the examination was made public."""
    closed: AnyDate | None = None
    """Day the Prosecutor ended it."""
    concluded: AnyDate | None = None
    """Day the Prosecutor found an examination complete, where it ended later or has not ended."""
    scope_from: AnyDate | None = None
    """First day that the Court may look at, where that is limited."""
    scope_to: AnyDate | None = None
    """Last day that the Court may look at, where that is limited."""
    outcome: Outcome | None = None
    """How it ended."""
    leads_to: Slug | None = None
    """Id of the investigation that the examination led to."""
    referrals: tuple[Referral, ...] = ()
    """Its referrals."""


class Published(Sourced):
    """How many parties a page of the depositary counts, on a day or before one."""

    count: int
    """How many parties the page counts."""
    day: date | None = None
    """The day the page is of or, where the copy seen bears none, that of the newest deposit it lists."""
    before: date | None = None
    """In place of `day`: the day by which the copy was made, where only that is known."""


class Amendment(DisputedFact):
    """An amendment to the Statute, adopted or only proposed."""

    id: Slug
    """Small letters, digits, hyphens; never renamed."""
    title: str
    articles: str
    """The articles that it changes or adds."""
    rule: AmendmentRule
    """The provision under which it enters into force."""
    depositary_page: Slug | None = None
    """The depositary's page, as a key: xviii-10-b."""
    proposed: date | None = None
    """Day on which the proposal was circulated."""
    adopted: date | None = None
    """Day of adoption."""
    adopted_at: str = ""
    """Where it was adopted."""
    in_force: date | None = None
    """First day in force, where it is the same for all Parties."""
    jurisdiction_from: date | None = None
    """First day from which the Court can exercise the jurisdiction it brings."""
    published: Published | None = None
    """How many parties a page of the depositary counts."""
    complete_through: AnyDate | None = None
    gaps: str = ""


class Kept(Fields):
    """How complete the record is of a list."""

    complete_through: AnyDate | None = None
    gaps: str = ""
    """What is known to be missing, in own words."""
    gaps_until: date | None = None
    """First day on which nothing of that is missing any more."""


class KeptParties(Kept):
    """How complete the record is of the parties to a treaty."""

    published: Published | None = None
    """How many parties a document of the depositary or the Court counts."""


class Lists(Fields):
    """How complete the lists are, each named as the command that prints it; left out where nothing is known of it."""

    parties: KeptParties | None = None
    """States Parties: with a published count, each of them must be on record."""
    events: Kept | None = None
    """All acts."""
    situations: Kept | None = None
    """Situations and preliminary examinations."""
    declarations: Kept | None = None
    """Declarations and acts like them."""
    agreement: KeptParties | None = None
    """Parties to the Agreement on the Privileges and Immunities of the Court."""
    cases: Kept | None = None
    """Persons before the Court, and the steps in their cases."""
    warrants: Kept | None = None
    """Warrants and summonses."""
    agreements: Kept | None = None
    """Agreements on cooperation with the Court."""


class Correction(Sourced):
    """A value that was wrong, here or in the evidence this dataset was made from."""

    fact: str
    """Id of the fact that was wrong."""
    field: Slug
    old: str
    """The value that was wrong."""
    new: str
    """The value that is right."""
    why: str
    """Why it was wrong."""
    since: Version
    """Version of the dataset that corrects it."""


class Particulars(Fields):
    """The dataset's own particulars: title, version, the day of its last check, licence, notices."""

    title: str
    version: Version
    """The dataset's version."""
    checked: date
    """Last day through which the record was checked; what lies after it is expected, not known."""
    licence: str
    """The dataset's licence."""
    notices: Mapping[str, str]
    """Notices that go with the dataset."""
    lists: Lists = Lists()
    """How complete its lists are."""


class Dataset(Particulars):
    """All facts, checked for shape. Each list is a file of its name, or a folder with a file for each record."""

    states: tuple[State, ...] = key(yaml="states/")
    context: tuple[BodyAct, ...]
    situations: tuple[Situation, ...] = key(yaml="situations/")
    amendments: tuple[Amendment, ...]
    documents: tuple[Document, ...]
    corrections: tuple[Correction, ...]
    jurisdiction: Grounds = Grounds()
    persons: tuple[Person, ...] = key(default=(), yaml="persons/")
    cooperation: Cooperation = Cooperation()
