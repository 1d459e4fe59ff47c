"""Which keys each YAML file has, of what kind, and which are required.

`FIELDS` is the data format. CONTRIBUTING.md tells it in words; a test keeps the two in step.
"""

from icc_cli.source.shape import (
    Key,
    Keys,
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

SOURCES = Key(list_of(slug), required=True)
STANDING = Key(one_of(Standing))
NOTE = Key(text)

DISPUTED = record(
    Disputed,
    {
        "field": Key(slug, required=True),
        "value": Key(text, required=True),
        "sources": Key(list_of(slug)),
        "note": NOTE,
    },
)

ACT: Keys = {
    "act": Key(one_of(ActKind, dict(REFUSED_ACTS)), required=True),
    "done": Key(any_date),
    "effect": Key(whole_date),
    "circulated": Key(whole_date),
    "id": Key(act_id, required=True),
    "undoes": Key(act_id),
    "title": Key(text),
    "note": NOTE,
    "amendment": Key(slug),
    "instrument": Key(one_of(Instrument)),
    "kind": Key(one_of(DeclarationKind), attribute="declaration"),
    "against": Key(iso3),
    "until": Key(any_date),
    "leaning": Key(one_of(Leaning)),
    "dated": Key(any_date),
    "accepts-from": Key(any_date),
    "accepts-to": Key(any_date),
    "scope": Key(text),
    "reception": Key(one_of(Reception)),
    "situation": Key(slug),
    "was": Key(text),
    "due": Key(any_date),
    "standing": STANDING,
    "disputed": Key(list_of(DISPUTED)),
    "sources": SOURCES,
}

CONTEXT_ACT: Keys = {**ACT, "body": Key(text, required=True), "concerns": Key(list_of(iso3))}

LANGUAGES = ("fr", "es", "ar", "ru", "zh")

STATE: Keys = {
    "iso3": Key(iso3, required=True),
    "iso2": Key(matching(r"[A-Z]{2}", "an ISO 3166 alpha-2 code"), required=True),
    "m49": Key(matching(r"\d{3}", "a three-digit M49 number")),
    "name": Key(text, required=True),
    "everyday": Key(text, required=True),
    "formal": Key(text),
    "names": Key(words_by(LANGUAGES, text)),
    "cldr": Key(words_by(("en", *LANGUAGES), text)),
    "also": Key(list_of(text)),
    "former": Key(list_of(text)),
    "abbreviations": Key(list_of(text)),
    "demonyms": Key(list_of(text)),
    "ambiguous": Key(list_of(text)),
    "group": Key(one_of(Region)),
    "assembly-group": Key(one_of(Region)),
    "united-nations": Key(one_of(UnitedNations), required=True),
    "member-since": Key(whole_date),
    "codes": Key(words_by(("cow", "gw", "vdem"), number)),
    "independence": Key(record(Independence, {"day": Key(whole_date, required=True), "sources": SOURCES})),
    "note": NOTE,
    "no-act": Key(text),
    "acts": Key(list_of(record(Act, ACT), most=MAX_ACTS)),
}

REFERRAL: Keys = {
    "by": Key(list_of(iso3)),
    "body": Key(text),
    "done": Key(any_date, required=True),
    "announced": Key(any_date),
    "votes": Key(words_by(("for", "against", "abstaining"), number)),
    "abstaining": Key(list_of(iso3)),
    "note": NOTE,
    "standing": STANDING,
    "sources": SOURCES,
}

SITUATION: Keys = {
    "id": Key(slug, required=True),
    "kind": Key(one_of(SituationKind), required=True),
    "name": Key(text, required=True),
    "states": Key(list_of(iso3), required=True),
    "reference": Key(matching(r"ICC-\d\d/\d\d", "a situation number such as ICC-01/04")),
    "trigger": Key(one_of(Trigger), required=True),
    "later-trigger": Key(one_of(Trigger)),
    "authorised": Key(whole_date),
    "authorised-by": Key(text),
    "opened": Key(any_date),
    "closed": Key(any_date),
    "outcome": Key(one_of(Outcome)),
    "leads-to": Key(slug),
    "scope-from": Key(any_date),
    "scope-to": Key(any_date),
    "note": NOTE,
    "standing": STANDING,
    "disputed": Key(list_of(DISPUTED)),
    "sources": SOURCES,
    "referrals": Key(list_of(record(Referral, REFERRAL, {"votes": {}}))),
}

PUBLISHED: Keys = {
    "count": Key(number, required=True),
    "day": Key(whole_date),
    "before": Key(whole_date),
    "sources": SOURCES,
}

AMENDMENT: Keys = {
    "id": Key(slug, required=True),
    "title": Key(text, required=True),
    "articles": Key(text, required=True),
    "rule": Key(one_of(AmendmentRule), required=True),
    "depositary-page": Key(slug),
    "proposed": Key(whole_date),
    "adopted": Key(whole_date),
    "adopted-at": Key(text),
    "in-force": Key(whole_date),
    "jurisdiction-from": Key(whole_date),
    "published": Key(record(Published, PUBLISHED)),
    "complete-through": Key(any_date),
    "gaps": Key(text),
    "note": NOTE,
    "standing": STANDING,
    "disputed": Key(list_of(DISPUTED)),
    "sources": SOURCES,
}

DOCUMENT: Keys = {
    "key": Key(slug, required=True),
    "symbol": Key(text),
    "title": Key(text, required=True),
    "url": Key(url),
    "kind": Key(one_of(DocumentKind), required=True),
    "date": Key(any_date),
}

CORRECTION: Keys = {
    "fact": Key(text, required=True),
    "field": Key(slug, required=True),
    "old": Key(text, required=True),
    "new": Key(text, required=True),
    "why": Key(text, required=True),
    "since": Key(matching(r"\d{4}\.\d+\.\d+", "a dataset version such as 2026.10.0"), required=True),
    "sources": SOURCES,
}

AGREEMENT: Keys = {
    "published": Key(record(Published, PUBLISHED)),
    "gaps": Key(text),
}

DATASET: Keys = {
    "title": Key(text, required=True),
    "version": Key(matching(r"\d{4}\.\d+\.\d+", "a dataset version such as 2026.10.0"), required=True),
    "checked": Key(whole_date, required=True),
    "licence": Key(text, required=True),
    "notices": Key(words_by((), text), required=True),
    "agreement": Key(record(Agreement, AGREEMENT)),
}

FIELDS: dict[str, Keys] = {
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
