"""What the dataset is made of: States, acts, situations, amendments, documents, and their closed vocabularies.

Dates are `datetime.date`, or `PartialDate` where only the month or year is known.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from icc_cli.dates import AnyDate
from icc_cli.grounds import Grounds


class Status(StrEnum):
    """Where a State stands on a day. Derived from acts by `icc_cli.status`, never stored in the YAML."""

    NOT_YET_A_STATE = "not-yet-a-state"
    NON_SIGNATORY = "non-signatory"
    SIGNATORY = "signatory"
    SIGNATORY_NO_INTENT = "signatory-no-intent"
    CONTRACTING_STATE = "contracting-state"
    STATE_PARTY = "state-party"
    STATE_PARTY_WITHDRAWING = "state-party-withdrawing"
    FORMER_PARTY = "former-party"


PARTY = (Status.STATE_PARTY, Status.STATE_PARTY_WITHDRAWING)
"""The two statuses that make a State Party: a State stays a party until its withdrawal takes effect (Art. 127(1))."""


class ActKind(StrEnum):
    """What an act is. Those of `STATUS_ACTS` move a State's status; the others never do."""

    SIGNATURE = "signature"
    RATIFICATION = "ratification"
    ACCEPTANCE = "acceptance"
    APPROVAL = "approval"
    ACCESSION = "accession"
    SUCCESSION = "succession"
    INSTRUMENT_WITHDRAWN = "instrument-withdrawn"
    NO_INTENT_DECLARATION = "no-intent-declaration"
    NO_INTENT_REVERSED = "no-intent-reversed"
    WITHDRAWAL_NOTICE = "withdrawal-notice"
    WITHDRAWAL_RESCINDED = "withdrawal-rescinded"
    WITHDRAWAL_ANNOUNCED = "withdrawal-announced"
    RESCISSION_ANNOUNCED = "rescission-announced"
    NO_INTENT_ANNOUNCED = "no-intent-announced"
    SIGNAL = "signal"
    JOINING_STEP = "joining-step"
    COURT_RULING = "court-ruling"
    DECLARATION = "declaration"
    OBJECTION = "objection"
    TERRITORIAL_APPLICATION = "territorial-application"
    TERRITORIAL_EXCLUSION = "territorial-exclusion"
    ARTICLE_124_DECLARATION = "article-124-declaration"
    ARTICLE_124_WITHDRAWN = "article-124-withdrawn"
    ARTICLE_12_3_DECLARATION = "article-12-3-declaration"
    AGGRESSION_OPT_OUT = "aggression-opt-out"
    AMENDMENT_CONSENT = "amendment-consent"
    APIC_SIGNATURE = "apic-signature"
    APIC_CONSENT = "apic-consent"
    REFERRAL = "referral"
    HOSTILE_MEASURE = "hostile-measure"
    HOSTILE_MEASURE_LIFTED = "hostile-measure-lifted"
    NAME_CHANGE = "name-change"
    CONTEXT = "context"


CONSENT_ACTS = (
    ActKind.RATIFICATION,
    ActKind.ACCEPTANCE,
    ActKind.APPROVAL,
    ActKind.ACCESSION,
    ActKind.SUCCESSION,
)
"""Acts by which a State consents to be bound (Art. 125(2), (3))."""

STATUS_ACTS = (
    ActKind.SIGNATURE,
    *CONSENT_ACTS,
    ActKind.INSTRUMENT_WITHDRAWN,
    ActKind.NO_INTENT_DECLARATION,
    ActKind.NO_INTENT_REVERSED,
    ActKind.WITHDRAWAL_NOTICE,
    ActKind.WITHDRAWAL_RESCINDED,
)

UNDOES: Mapping[ActKind, tuple[ActKind, ...]] = {
    ActKind.INSTRUMENT_WITHDRAWN: CONSENT_ACTS,
    ActKind.NO_INTENT_REVERSED: (ActKind.NO_INTENT_DECLARATION,),
    ActKind.WITHDRAWAL_RESCINDED: (ActKind.WITHDRAWAL_NOTICE,),
    ActKind.RESCISSION_ANNOUNCED: (ActKind.WITHDRAWAL_ANNOUNCED,),
    ActKind.ARTICLE_124_WITHDRAWN: (ActKind.ARTICLE_124_DECLARATION,),
    ActKind.TERRITORIAL_APPLICATION: (ActKind.TERRITORIAL_EXCLUSION,),
    ActKind.DECLARATION: (ActKind.DECLARATION,),
    ActKind.JOINING_STEP: (ActKind.JOINING_STEP,),
    ActKind.SIGNAL: (ActKind.SIGNAL, ActKind.JOINING_STEP),
    ActKind.HOSTILE_MEASURE_LIFTED: (ActKind.HOSTILE_MEASURE,),
    ActKind.HOSTILE_MEASURE: (ActKind.HOSTILE_MEASURE_LIFTED,),
}
"""Which kinds of act each kind can cancel. The first three and `article-124-withdrawn` must name the act."""

REFUSED_ACTS: Mapping[str, str] = {
    "reservation": "the Statute admits no reservation (Art. 120); record a declaration as 'declaration'",
    "denunciation": "the Statute speaks of withdrawal (Art. 127); use 'withdrawal-notice'",
    "definitive-signature": "every signature needs ratification, acceptance or approval (Art. 125(2)); use 'signature'",
    "formal-confirmation": "only States can join (Art. 125); use ratification, acceptance, approval or accession",
    "provisional-application": "the Statute knows no provisional application; record what the State filed",
}


class Standing(StrEnum):
    """How well a fact is proved."""

    CONFIRMED = "confirmed"
    """By an official document, or by two independent sources."""
    REPORTED = "reported"
    """By one source."""
    DISPUTED = "disputed"
    """Sources disagree, and the depositary has not settled it."""


class Region(StrEnum):
    """The regional groups in which States Parties sit in the Assembly of States Parties."""

    AFRICAN = "African"
    ASIA_PACIFIC = "Asia-Pacific"
    EASTERN_EUROPEAN = "Eastern European"
    GRULAC = "GRULAC"
    WEOG = "WEOG"


class UnitedNations(StrEnum):
    """How a State stands to the United Nations."""

    MEMBER = "member"
    OBSERVER = "observer"
    NONE = "none"


class Instrument(StrEnum):
    """The form of a consent to an amendment or to the Agreement on Privileges and Immunities."""

    RATIFICATION = "ratification"
    ACCEPTANCE = "acceptance"
    APPROVAL = "approval"
    ACCESSION = "accession"
    SUCCESSION = "succession"
    UNSPECIFIED = "unspecified"
    """The source does not tell which."""


class DeclarationKind(StrEnum):
    """What a `declaration` is about."""

    INTERPRETATIVE = "interpretative"
    ARTICLE_87 = "article-87"
    ARTICLE_87_CHANNEL = "article-87-channel"
    ARTICLE_87_LANGUAGE = "article-87-language"
    ARTICLE_103_SENTENCES = "article-103-sentences"
    NON_RECOGNITION = "understanding-on-non-recognition"
    TERRITORIAL = "territorial"
    OTHER = "other"


class Leaning(StrEnum):
    """Where a `signal` points."""

    LEAVING = "leaving"
    STAYING = "staying"


class Reception(StrEnum):
    """What the Court made of an Article 12(3) declaration."""

    ACTED_ON = "acted-on"
    CONFIRMS_EARLIER = "confirms-earlier"
    RECEIVED = "received"
    NOT_ACTED_ON = "not-acted-on"
    REJECTED = "rejected"


class SituationKind(StrEnum):
    """A situation under investigation (Art. 53), or a preliminary examination before one (Art. 15(2))."""

    SITUATION = "situation"
    EXAMINATION = "examination"


class Trigger(StrEnum):
    """How a matter came to the Prosecutor (Art. 13, Art. 15, Art. 12(3))."""

    SELF_REFERRAL = "self-referral"
    STATE_REFERRAL = "state-referral"
    UNSC_REFERRAL = "unsc-referral"
    PROPRIO_MOTU = "proprio-motu"
    COMMUNICATIONS = "communications"
    ARTICLE_12_3 = "article-12-3"


class Outcome(StrEnum):
    """How a preliminary examination ended."""

    INVESTIGATION = "investigation-opened"
    INADMISSIBLE = "closed-inadmissible"
    NO_BASIS = "closed-no-basis"
    ABSORBED = "absorbed"


class AmendmentRule(StrEnum):
    """The provision under which an amendment enters into force."""

    ARTICLE_121_4 = "121(4)"
    """For all Parties, one year after seven-eighths of them have consented."""
    ARTICLE_121_5 = "121(5)"
    """For each Party that consents, one year after its deposit."""
    ARTICLE_122 = "122"
    """For all Parties, six months after adoption (institutional provisions)."""
    UNSETTLED = "unsettled"
    """A proposal whose procedure is not settled."""


class DocumentKind(StrEnum):
    """Who speaks in a document."""

    DEPOSITARY = "depositary"
    UNITED_NATIONS = "united-nations"
    COURT = "court"
    PROSECUTOR = "prosecutor"
    COURT_INFORMATION = "court-information"
    ASSEMBLY = "assembly"
    STATE = "state"
    ORGANISATION = "organisation"
    PRESS = "press"
    CIVIL_SOCIETY = "civil-society"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Document:
    """A cited document. `symbol` and `url` are empty where none has been seen."""

    key: str
    title: str
    kind: DocumentKind
    symbol: str = ""
    url: str = ""
    date: AnyDate | None = None


@dataclass(frozen=True, slots=True)
class Disputed:
    """Another value that a source gives for a field; shown, never used."""

    field: str
    value: str
    sources: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
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


@dataclass(frozen=True, slots=True)
class Independence:
    """The first day on which a State existed; given for those younger than the Statute."""

    day: date
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """How many parties a page of the depositary counts.

    `day` is the day that the page is of or, where the copy seen bears none, that of the newest deposit it lists;
    `before` stands in its place where only a day is known by which the copy was made.
    """

    count: int
    sources: tuple[str, ...]
    day: date | None = None
    before: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
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


AGREEMENT = "agreement"
"""What the Agreement on the Privileges and Immunities of the Court goes by where amendments go by their ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How complete the record is of the parties to the Agreement on the Privileges and Immunities of the Court."""

    published: Published | None = None
    gaps: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A value that was wrong, here or in the evidence this dataset was made from."""

    fact: str
    field: str
    old: str
    new: str
    why: str
    since: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
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
    jurisdiction: Grounds = field(default_factory=Grounds)
