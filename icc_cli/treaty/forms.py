"""The forms of text that facts are written in: codes, keys, ids, addresses; and the keys of the mappings among them."""

from enum import StrEnum
from typing import Annotated

from icc_cli.treaty.fields import Fields


class Form(Fields, kw_only=False):
    """What text of a kind must look like, as a pattern over ASCII, and what it is called where it does not."""

    pattern: str
    what: str


Iso3 = Annotated[str, Form(r"[A-Z]{3}", "an ISO 3166 alpha-3 code such as RUS")]
Iso2 = Annotated[str, Form(r"[A-Z]{2}", "an ISO 3166 alpha-2 code")]
M49 = Annotated[str, Form(r"\d{3}", "a three-digit M49 number")]
Slug = Annotated[str, Form(r"[a-z0-9]+(-[a-z0-9]+)*", "a key of small letters, digits and single hyphens")]
ActId = Annotated[
    str,
    Form(r"[A-Z]{2,}-(\d{4}(-\d{2}){0,2}|undated)-[a-z0-9-]+", "an act id such as GMB-2016-11-10-withdrawal-notice"),
]
Url = Annotated[str, Form(r"https?://[^\s<>\"]+", "a web address")]
SituationNumber = Annotated[str, Form(r"ICC-\d\d/\d\d", "a situation number such as ICC-01/04")]
CaseNumber = Annotated[str, Form(r"ICC-\d\d/\d\d-\d\d/\d\d", "a case number such as ICC-01/04-01/06")]
Version = Annotated[str, Form(r"\d{4}\.\d+\.\d+", "a dataset version such as 2026.10.0")]
Resolution = Annotated[str, Form(r"\d{4}", "the number of a Security Council resolution")]
RuleId = Annotated[str, Form(r"[CJ]\d{1,2}", "a rule such as J13 or C3")]
Word = Annotated[str, Form(r".+", "a word")]
"""An id or a word of a closed list that is not one of the above."""


class UnLanguage(StrEnum):
    """The languages of the United Nations besides English."""

    FR = "fr"
    """In French."""
    ES = "es"
    """In Spanish."""
    AR = "ar"
    """In Arabic."""
    RU = "ru"
    """In Russian."""
    ZH = "zh"
    """In Chinese."""


class Language(StrEnum):
    """All six."""

    EN = "en"
    """In English."""
    FR = "fr"
    """In French."""
    ES = "es"
    """In Spanish."""
    AR = "ar"
    """In Arabic."""
    RU = "ru"
    """In Russian."""
    ZH = "zh"
    """In Chinese."""


class CodeScheme(StrEnum):
    """Collections of data on States that number them."""

    COW = "cow"
    """Correlates of War number."""
    GW = "gw"
    """Gleditsch-Ward number."""
    VDEM = "vdem"
    """V-Dem number."""


class Vote(StrEnum):
    """How a member of the Security Council can vote."""

    FOR = "for"
    """Votes in favour."""
    AGAINST = "against"
    """Votes against."""
    ABSTAINING = "abstaining"
    """Abstentions."""
