"""What every fact has: documents, confidence, disputed values. The classes of `model` and `persons` extend these."""

from icc_cli.treaty.dates import AnyDate
from icc_cli.treaty.details import DocumentKind, UrlKnown
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.forms import Slug, Url
from icc_cli.treaty.vocabulary import Confidence


class Document(Fields):
    """A cited document."""

    key: Slug
    """Small letters, digits, hyphens; never renamed."""
    symbol: str = ""
    """The document's symbol; left out if you have not seen it."""
    title: str
    """Its title; begins with whose document it is."""
    url: Url | None = None
    """The document's address; left out if none is known."""
    url_known: UrlKnown | None = None
    """How the address is known; given exactly where there is one."""
    kind: DocumentKind
    """Who speaks in it."""
    date: AnyDate | None = None
    """The date it bears."""


class Disputed(Fields):
    """Another value that a source gives for a field; shown, never used."""

    field: Slug
    value: str
    """The other value."""
    sources: tuple[Slug, ...] = ()
    """Keys of the documents that give the other value."""
    note: str = ""
    """In own words, short and neutral."""


class Sourced(Fields):
    """What rests on documents."""

    sources: tuple[Slug, ...]
    """Keys of documents.yaml; at least one."""


class Fact(Sourced):
    """A fact: what a reader must know of it, and how well it is proved."""

    note: str = ""
    """In own words, short and neutral."""
    confidence: Confidence = Confidence.CONFIRMED
    """How well it is proved; confirmed if left out."""


class DisputedFact(Fact):
    """A fact of which sources may give other values."""

    disputed: tuple[Disputed, ...] = ()
