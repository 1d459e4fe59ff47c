"""What the dataset is made of: States, acts, situations, amendments, documents.

Dates are `datetime.date`, or `PartialDate` where only the month or year is known.
"""

from collections.abc import Mapping
from datetime import date

from icc_cli.treaty.dates import AnyDate
from icc_cli.treaty.details import (
    AmendmentRule,
    DeclarationKind,
    DocumentKind,
    Instrument,
    Leaning,
    Outcome,
    Reception,
    Region,
    SituationKind,
    Trigger,
    UnitedNations,
)
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.grounds import Grounds
from icc_cli.treaty.vocabulary import ActKind, Standing


class Document(Fields, kw_only=False):
    """A cited document. `symbol` and `url` are empty where none has been seen."""

    key: str
    title: str
    kind: DocumentKind
    symbol: str = ""
    url: str = ""
    date: AnyDate | None = None


class Disputed(Fields, kw_only=False):
    """Another value that a source gives for a field; shown, never used."""

    field: str
    value: str
    sources: tuple[str, ...] = ()
    note: str = ""


class Act(Fields):
    """One dated thing that a State or body did.

    `done` is the day it was signed, deposited, lodged or said (None: on record without a day);
    `effect` its day of legal effect where another day; `circulated` the day of the depositary's notification.
    `due` is a day that it set for a later step.
    """

    id: str
    act: ActKind
    done: AnyDate | None = None
    effect: date | None = None
    circulated: date | None = None
    undoes: str | None = None
    state: str | None = None
    body: str | None = None
    title: str = ""
    note: str = ""
    standing: Standing = Standing.CONFIRMED
    sources: tuple[str, ...] = ()
    disputed: tuple[Disputed, ...] = ()
    concerns: tuple[str, ...] = ()
    amendment: str | None = None
    instrument: Instrument | None = None
    declaration: DeclarationKind | None = None
    against: str | None = None
    until: AnyDate | None = None
    leaning: Leaning | None = None
    dated: AnyDate | None = None
    accepts_from: AnyDate | None = None
    accepts_to: AnyDate | None = None
    scope: str = ""
    reception: Reception | None = None
    situation: str | None = None
    was: str = ""
    due: AnyDate | None = None
    announced: AnyDate | None = None
    votes: Mapping[str, int] | None = None
    abstaining: tuple[str, ...] = ()


class Independence(Fields, kw_only=False):
    """The first day on which a State existed; given for those younger than the Statute."""

    day: date
    sources: tuple[str, ...]


class State(Fields):
    """A State, or an entry that only says why no act is on record (`no_act`)."""

    iso3: str
    iso2: str
    name: str
    everyday: str
    formal: str = ""
    m49: str = ""
    names: Mapping[str, str]
    cldr: Mapping[str, str]
    also: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    group: Region | None = None
    assembly_group: Region | None = None
    united_nations: UnitedNations = UnitedNations.MEMBER
    member_since: date | None = None
    codes: Mapping[str, int]
    independence: Independence | None = None
    note: str = ""
    no_act: str = ""
    acts: tuple[Act, ...] = ()

    @property
    def region(self) -> Region | None:
        """The group in the Assembly of States Parties, or else at the United Nations."""
        return self.assembly_group or self.group


class Referral(Fields):
    """A referral of a situation by States (Art. 13(a), 14) or by the Security Council (Art. 13(b))."""

    done: AnyDate
    sources: tuple[str, ...]
    by: tuple[str, ...] = ()
    body: str | None = None
    announced: AnyDate | None = None
    votes: Mapping[str, int]
    abstaining: tuple[str, ...] = ()
    note: str = ""
    standing: Standing = Standing.CONFIRMED


class Situation(Fields):
    """A situation under investigation, or a preliminary examination.

    `opened` is the day the investigation opened, or the examination was made public; `closed` the day
    the Prosecutor ended it. The scope is what the Court may look at, where that is limited in time.
    """

    id: str
    kind: SituationKind
    name: str
    states: tuple[str, ...]
    trigger: Trigger
    later_trigger: Trigger | None = None
    reference: str = ""
    opened: AnyDate | None = None
    closed: AnyDate | None = None
    authorised: date | None = None
    authorised_by: str = ""
    scope_from: AnyDate | None = None
    scope_to: AnyDate | None = None
    outcome: Outcome | None = None
    leads_to: str | None = None
    note: str = ""
    standing: Standing = Standing.CONFIRMED
    sources: tuple[str, ...] = ()
    disputed: tuple[Disputed, ...] = ()
    referrals: tuple[Referral, ...] = ()


class Published(Fields):
    """How many parties a page of the depositary counts.

    `day` is the day that the page is of or, where the copy seen bears none, that of the newest deposit it lists;
    `before` stands in its place where only a day is known by which the copy was made.
    """

    count: int
    sources: tuple[str, ...]
    day: date | None = None
    before: date | None = None


class Amendment(Fields):
    """An amendment to the Statute, adopted or (without `adopted`) proposed.

    `published`, `complete_through` and `gaps` say how complete the consents on record are.
    """

    id: str
    title: str
    articles: str
    rule: AmendmentRule
    sources: tuple[str, ...]
    depositary_page: str = ""
    proposed: date | None = None
    adopted: date | None = None
    adopted_at: str = ""
    in_force: date | None = None
    jurisdiction_from: date | None = None
    published: Published | None = None
    complete_through: AnyDate | None = None
    gaps: str = ""
    note: str = ""
    standing: Standing = Standing.CONFIRMED
    disputed: tuple[Disputed, ...] = ()


class Agreement(Fields):
    """How complete the record is of the parties to the Agreement on the Privileges and Immunities of the Court."""

    published: Published | None = None
    gaps: str = ""


class Correction(Fields):
    """A value that was wrong, here or in the evidence this dataset was made from."""

    fact: str
    field: str
    old: str
    new: str
    why: str
    since: str
    sources: tuple[str, ...]


class Dataset(Fields):
    """All facts, checked for shape. `checked` is the last day through which the record was checked."""

    title: str
    version: str
    checked: date
    licence: str
    notices: Mapping[str, str]
    states: tuple[State, ...]
    context: tuple[Act, ...]
    situations: tuple[Situation, ...]
    amendments: tuple[Amendment, ...]
    documents: tuple[Document, ...]
    corrections: tuple[Correction, ...]
    agreement: Agreement | None = None
    jurisdiction: Grounds = Grounds()
