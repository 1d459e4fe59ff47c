"""Which keys each YAML file has, of what kind, and which are required.

`FIELDS` is the data format. CONTRIBUTING.md tells it in words; a test keeps the two in step.
"""

from icc_cli.source.shape import (
    Field,
    Fields,
    act_id,
    any_date,
    iso3,
    list_of,
    matching,
    number,
    one_of,
    record,
    slug,
    text,
    url,
    whole_date,
    words_by,
)
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
from icc_cli.treaty.model import (
    Act,
    Agreement,
    Amendment,
    Correction,
    Disputed,
    Document,
    Independence,
    Published,
    Referral,
    Situation,
    State,
)
from icc_cli.treaty.vocabulary import REFUSED_ACTS, ActKind, Standing

MAX_ACTS = 200
"""Acts of one State, ten times what any has done: their laws compare each with all others."""

SOURCES = Field(list_of(slug), required=True)
STANDING = Field(one_of(Standing))
NOTE = Field(text)

DISPUTED = record(
    Disputed,
    {
        "field": Field(slug, required=True),
        "value": Field(text, required=True),
        "sources": Field(list_of(slug)),
        "note": NOTE,
    },
)

ACT: Fields = {
    "act": Field(one_of(ActKind, dict(REFUSED_ACTS)), required=True),
    "done": Field(any_date),
    "effect": Field(whole_date),
    "circulated": Field(whole_date),
    "id": Field(act_id, required=True),
    "undoes": Field(act_id),
    "title": Field(text),
    "note": NOTE,
    "amendment": Field(slug),
    "instrument": Field(one_of(Instrument)),
    "kind": Field(one_of(DeclarationKind), attribute="declaration"),
    "against": Field(iso3),
    "until": Field(any_date),
    "leaning": Field(one_of(Leaning)),
    "dated": Field(any_date),
    "accepts-from": Field(any_date),
    "accepts-to": Field(any_date),
    "scope": Field(text),
    "reception": Field(one_of(Reception)),
    "situation": Field(slug),
    "was": Field(text),
    "due": Field(any_date),
    "standing": STANDING,
    "disputed": Field(list_of(DISPUTED)),
    "sources": SOURCES,
}

CONTEXT_ACT: Fields = {**ACT, "body": Field(text, required=True), "concerns": Field(list_of(iso3))}

LANGUAGES = ("fr", "es", "ar", "ru", "zh")

STATE: Fields = {
    "iso3": Field(iso3, required=True),
    "iso2": Field(matching(r"[A-Z]{2}", "an ISO 3166 alpha-2 code"), required=True),
    "m49": Field(matching(r"\d{3}", "a three-digit M49 number")),
    "name": Field(text, required=True),
    "everyday": Field(text, required=True),
    "formal": Field(text),
    "names": Field(words_by(LANGUAGES, text)),
    "cldr": Field(words_by(("en", *LANGUAGES), text)),
    "also": Field(list_of(text)),
    "former": Field(list_of(text)),
    "abbreviations": Field(list_of(text)),
    "demonyms": Field(list_of(text)),
    "ambiguous": Field(list_of(text)),
    "group": Field(one_of(Region)),
    "assembly-group": Field(one_of(Region)),
    "united-nations": Field(one_of(UnitedNations), required=True),
    "member-since": Field(whole_date),
    "codes": Field(words_by(("cow", "gw", "vdem"), number)),
    "independence": Field(record(Independence, {"day": Field(whole_date, required=True), "sources": SOURCES})),
    "note": NOTE,
    "no-act": Field(text),
    "acts": Field(list_of(record(Act, ACT), most=MAX_ACTS)),
}

REFERRAL: Fields = {
    "by": Field(list_of(iso3)),
    "body": Field(text),
    "done": Field(any_date, required=True),
    "announced": Field(any_date),
    "votes": Field(words_by(("for", "against", "abstaining"), number)),
    "abstaining": Field(list_of(iso3)),
    "note": NOTE,
    "standing": STANDING,
    "sources": SOURCES,
}

SITUATION: Fields = {
    "id": Field(slug, required=True),
    "kind": Field(one_of(SituationKind), required=True),
    "name": Field(text, required=True),
    "states": Field(list_of(iso3), required=True),
    "reference": Field(matching(r"ICC-\d\d/\d\d", "a situation number such as ICC-01/04")),
    "trigger": Field(one_of(Trigger), required=True),
    "later-trigger": Field(one_of(Trigger)),
    "authorised": Field(whole_date),
    "authorised-by": Field(text),
    "opened": Field(any_date),
    "closed": Field(any_date),
    "outcome": Field(one_of(Outcome)),
    "leads-to": Field(slug),
    "scope-from": Field(any_date),
    "scope-to": Field(any_date),
    "note": NOTE,
    "standing": STANDING,
    "disputed": Field(list_of(DISPUTED)),
    "sources": SOURCES,
    "referrals": Field(list_of(record(Referral, REFERRAL, {"votes": {}}))),
}

PUBLISHED: Fields = {
    "count": Field(number, required=True),
    "day": Field(whole_date),
    "before": Field(whole_date),
    "sources": SOURCES,
}

AMENDMENT: Fields = {
    "id": Field(slug, required=True),
    "title": Field(text, required=True),
    "articles": Field(text, required=True),
    "rule": Field(one_of(AmendmentRule), required=True),
    "depositary-page": Field(slug),
    "proposed": Field(whole_date),
    "adopted": Field(whole_date),
    "adopted-at": Field(text),
    "in-force": Field(whole_date),
    "jurisdiction-from": Field(whole_date),
    "published": Field(record(Published, PUBLISHED)),
    "complete-through": Field(any_date),
    "gaps": Field(text),
    "note": NOTE,
    "standing": STANDING,
    "disputed": Field(list_of(DISPUTED)),
    "sources": SOURCES,
}

DOCUMENT: Fields = {
    "key": Field(slug, required=True),
    "symbol": Field(text),
    "title": Field(text, required=True),
    "url": Field(url),
    "kind": Field(one_of(DocumentKind), required=True),
    "date": Field(any_date),
}

CORRECTION: Fields = {
    "fact": Field(text, required=True),
    "field": Field(slug, required=True),
    "old": Field(text, required=True),
    "new": Field(text, required=True),
    "why": Field(text, required=True),
    "since": Field(matching(r"\d{4}\.\d+\.\d+", "a dataset version such as 2026.10.0"), required=True),
    "sources": SOURCES,
}

AGREEMENT: Fields = {
    "published": Field(record(Published, PUBLISHED)),
    "gaps": Field(text),
}

DATASET: Fields = {
    "title": Field(text, required=True),
    "version": Field(matching(r"\d{4}\.\d+\.\d+", "a dataset version such as 2026.10.0"), required=True),
    "checked": Field(whole_date, required=True),
    "licence": Field(text, required=True),
    "notices": Field(words_by((), text), required=True),
    "agreement": Field(record(Agreement, AGREEMENT)),
}

FIELDS: dict[str, Fields] = {
    "dataset.yaml": DATASET,
    "states/*.yaml": STATE,
    "acts of a State": ACT,
    "context.yaml": CONTEXT_ACT,
    "situations/*.yaml": SITUATION,
    "referrals": REFERRAL,
    "amendments.yaml": AMENDMENT,
    "published": PUBLISHED,
    "agreement": AGREEMENT,
    "documents.yaml": DOCUMENT,
    "corrections.yaml": CORRECTION,
}

state = record(State, STATE, {"names": {}, "cldr": {}, "codes": {}})
context = list_of(record(Act, CONTEXT_ACT), may_be_empty=True)
situation = record(Situation, SITUATION)
amendments = list_of(record(Amendment, AMENDMENT), may_be_empty=True)
documents = list_of(record(Document, DOCUMENT), may_be_empty=True)
corrections = list_of(record(Correction, CORRECTION), may_be_empty=True)
