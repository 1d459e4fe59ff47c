"""What may be supposed: acts that have not happened, as people type them and as answers name them."""

from datetime import date

from icc_cli.treaty.dates import AnyDate
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.forms import Iso3
from icc_cli.treaty.vocabulary import STATUS_ACTS, ActKind

SUPPOSABLE = (
    *STATUS_ACTS,
    ActKind.ARTICLE_12_3_DECLARATION,
    ActKind.ARTICLE_124_DECLARATION,
    ActKind.AMENDMENT_CONSENT,
)
"""The kinds of act that change an answer: those that move a status, and what a State accepts beside."""


class Supposition(Fields, kw_only=False):
    """An act as somebody supposes it: `text` as it was typed; `accepts_from` of an Art. 12(3) declaration."""

    text: str
    iso3: str
    act: ActKind
    done: date
    amendment: str = ""
    accepts_from: date | None = None


class SupposedAct(Fields):
    """An act that an answer supposes: it has not happened, and no document proves it."""

    id: str
    """Begins with `supposed-`."""
    iso3: Iso3
    act: ActKind
    """What kind of act it is."""
    done: date
    """The day supposed."""
    effect: date | None
    """Day of legal effect that the treaty gives it."""
    undoes: str | None
    """Id of the act that it would cancel."""
    amendment: str | None
    """Id of the amendment that it would consent to."""
    accepts_from: AnyDate | None
    """First day for which an Art. 12(3) declaration accepts jurisdiction."""
    article: str
    """The provision from which its effect follows."""
