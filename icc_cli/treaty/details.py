"""The closed vocabularies of what facts say beside their kind; apart from `vocabulary`, as few questions need them.

Each costs a short answer a hundredth of its time.
"""

from enum import StrEnum


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
    UNSPECIFIED = "unspecified"
    """That it exists is known, but not what it is about."""


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


class UrlKnown(StrEnum):
    """How a document's address is known."""

    SEEN = "seen"
    """A source prints it."""
    PATTERN = "pattern"
    """Built from the document's symbol, as seen addresses of its kind are; not seen itself."""
    COPY = "copy"
    """Seen, but of a copy: on a site that is not the issuer's, nor that of whom the document was addressed to."""


class ProceedingKind(StrEnum):
    """What a step in a person's case is. Each is also a kind of act: the builder makes an act of every step."""

    WARRANT_ISSUED = "warrant-issued"
    WARRANT_UNSEALED = "warrant-unsealed"
    WARRANT_AMENDED = "warrant-amended"
    WARRANT_WITHDRAWN = "warrant-withdrawn"
    WARRANT_CANCELLED = "warrant-cancelled"
    SUMMONS = "summons"
    SUMMONS_UNSEALED = "summons-unsealed"
    ARREST_ATTEMPTED = "arrest-attempted"
    ARRESTED = "arrested"
    """By a State, on a warrant or in its own proceedings: not yet surrender to the Court."""
    SURRENDERED = "surrendered"
    APPEARED = "appeared"
    CASE_SEVERED = "case-severed"
    CASE_ADMISSIBLE = "case-admissible"
    CASE_INADMISSIBLE = "case-inadmissible"
    HEARING_POSTPONED = "hearing-postponed"
    FOUND_FIT = "found-fit"
    CONFIRMATION_HEARING = "confirmation-hearing"
    CHARGES_CONFIRMED = "charges-confirmed"
    CHARGES_NOT_CONFIRMED = "charges-not-confirmed"
    CHARGES_WITHDRAWN = "charges-withdrawn"
    STATUS_CONFERENCE = "status-conference"
    TRIAL_DATE_SET = "trial-date-set"
    DIRECTIONS = "directions"
    TRIAL_OPENED = "trial-opened"
    DELIBERATIONS = "deliberations"
    CONVICTED = "convicted"
    ACQUITTED = "acquitted"
    SENTENCED = "sentenced"
    SENTENCE_REDUCED = "sentence-reduced"
    APPEAL_FILED = "appeal-filed"
    APPEAL_REFUSED = "appeal-refused"
    APPEAL_JUDGMENT = "appeal-judgment"
    APPEALS_DISCONTINUED = "appeals-discontinued"
    INTERIM_RELEASE = "interim-release"
    INTERIM_RELEASE_REFUSED = "interim-release-refused"
    TRANSFERRED_TO_SERVE = "transferred-to-serve"
    SENTENCE_SERVED = "sentence-served"
    """The sentence of the Court was complete; whether the person was let go is another question."""
    RELEASED = "released"
    PROCEEDINGS_TERMINATED = "proceedings-terminated"
    DIED = "died"


class PublicBy(StrEnum):
    """How the day is known from which a step in a person's case was public."""

    DAY = "day"
    BOUND = "bound"
    """It was public by then; no day is proved."""


class HeadOf(StrEnum):
    """An office for which immunity from arrest is argued (Art. 27, 98(1))."""

    STATE = "state"
    GOVERNMENT = "government"


class Charge(StrEnum):
    """The crimes that persons are charged with (Art. 5, 70)."""

    GENOCIDE = "genocide"
    CRIMES_AGAINST_HUMANITY = "crimes-against-humanity"
    WAR_CRIMES = "war-crimes"
    AGGRESSION = "aggression"
    ADMINISTRATION_OF_JUSTICE = "administration-of-justice"
    """Offences against the administration of justice (Art. 70)."""


class Ruling(StrEnum):
    """What a decision on a State's cooperation says."""

    FOUND = "found"
    """The State failed to comply with a request (Art. 87(7))."""
    NOT_FOUND = "not-found"
    """It did not fail to comply."""
    SHORTFALL = "shortfall"
    """Its conduct fell short, without a finding under Art. 87(7)."""
    INFORMED = "informed"
    """The Council or the Assembly was informed, without a finding under Art. 87(7)."""
    REFERRED = "referred"
    """An earlier finding was referred."""
    SET_ASIDE = "set-aside"
    """An earlier decision was set aside on appeal."""
    UPHELD = "upheld"
    """An earlier decision was upheld on appeal."""


class Forum(StrEnum):
    """To whom the Court refers a failure to cooperate (Art. 87(5), 87(7))."""

    ASSEMBLY = "assembly"
    COUNCIL = "council"


class PactKind(StrEnum):
    """What an agreement on cooperation is about."""

    SENTENCES = "sentences"
    """Enforcing sentences (Art. 103)."""
    INTERIM_RELEASE = "interim-release"
    """Receiving persons on interim release."""
    RELEASE = "release"
    """Receiving persons who are released."""
    NON_SURRENDER = "non-surrender"
    """Not surrendering persons of the other State to the Court (Art. 98(2))."""


class VisitKind(StrEnum):
    """How a person came to a State."""

    VISIT = "visit"
    OVERFLIGHT = "overflight"


class Provision(StrEnum):
    """Whether a State's law provides for cooperation (Art. 88)."""

    YES = "yes"
    NO = "no"


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
