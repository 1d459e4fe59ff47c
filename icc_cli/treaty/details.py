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
