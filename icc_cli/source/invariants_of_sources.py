"""Invariants of what proves a fact: documents, confidence, disputed values, corrections, the record's own days."""

import re
from collections.abc import Iterator
from functools import cache

from icc_cli.source.rules import Record, acts, amendments, dataset, documents, referrals, situations
from icc_cli.treaty import dates
from icc_cli.treaty.described import described, remembered
from icc_cli.treaty.details import DocumentKind, UrlKnown
from icc_cli.treaty.facts import Disputed, DisputedFact, Document, Fact
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.model import Act, Amendment, Referral, Situation
from icc_cli.treaty.vocabulary import Confidence

_UNOFFICIAL = (DocumentKind.PRESS, DocumentKind.CIVIL_SOCIETY, DocumentKind.OTHER)
_NOTIFICATION = re.compile(r"cn-(\d+)-(\d{4})")
_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?(?!\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")

# Documents


@documents
def address(one: Document, record: Record) -> Iterator[str]:
    """An address and how it is known go together; one built from a symbol needs the symbol."""
    if bool(one.url) != bool(one.url_known):
        yield f"'{one.key}' needs 'url' and 'url-known' ({', '.join(UrlKnown)}), or neither"
    if one.url_known == UrlKnown.PATTERN and not one.symbol:
        yield f"'{one.key}' has an address built from its symbol, but no symbol"


@documents
def one_document(one: Document, record: Record) -> Iterator[str]:
    """Key, symbol, address and date of a document agree."""
    if found := _NOTIFICATION.fullmatch(one.key):
        number, year = found.groups()
        if one.symbol and not one.symbol.startswith(f"C.N.{number}.{year}."):
            yield f"'{one.key}' has the symbol '{one.symbol}'"
        if one.url and "treaties.un.org" in one.url and f"/CN/{year}/CN.{number}.{year}" not in one.url:
            yield f"'{one.key}' has the address of another notification: {one.url}"
        if one.date and one.date.year - int(year) not in (0, 1):
            yield f"'{one.key}' is dated {one.date}"
        return
    if one.symbol:
        own = {int(digits) for digits in re.findall(r"\d+", one.symbol)}
        years = bool(_YEAR.search(one.symbol))
        named = [int(digits) for digits in re.findall(r"\d+", _DATE.sub("", one.key))]
        odd = [digits for digits in named if digits not in own and (years or not 1900 <= digits < 2100)]
        if odd and own:
            yield f"'{one.key}' has the symbol '{one.symbol}'"
    if one.date and (said := _DATE.search(one.key)):
        given = one.date.isoformat()
        if not given.startswith(said[0]) and not said[0].startswith(given):
            yield f"'{one.key}' is dated {given}"


@documents
def not_younger_than_the_record(one: Document, record: Record) -> Iterator[str]:
    """No document is younger than the record that cites it."""
    if one.date and dates.first_day(one.date) > record.checked:
        yield f"'{one.key}' is dated after the record was checked ({record.checked})"


@dataset
def every_document_is_cited(record: Record) -> Iterator[str]:
    """`documents.yaml` lists what is cited, and nothing else."""
    cited = {key for one in record.dataset if isinstance(one, tuple | Fields) for key in _cited(one)}
    for key in sorted(record.documents.keys() - cited):
        yield f"document '{key}' is cited by nothing"


def _cited(held: Fields | tuple[object, ...]) -> Iterator[str]:
    """Return the keys of documents that records name, and what they hold."""
    if isinstance(held, Fields):
        own = held._asdict()
        yield from own.pop("sources", ())
        yield from filter(None, (own.get("depositary_page"),))
        held = tuple(own.values())
    for one in held:
        if one and isinstance(one, tuple | Fields):
            yield from _cited(one)


# Proof


def proved(fact: Fact, record: Record, excused: bool) -> Iterator[str]:
    """What is confirmed rests on an official document or on two; what is disputed has another value."""
    alone = [record.documents[key].kind for key in {*fact.sources} if key in record.documents]
    if fact.confidence == Confidence.CONFIRMED and len(alone) == 1 and alone[0] in _UNOFFICIAL and not excused:
        yield f"confirmed by one document of '{alone[0]}' alone: reported, or 'proof' says why it is enough"
    if isinstance(fact, DisputedFact):
        if fact.confidence == Confidence.DISPUTED and not fact.disputed:
            yield "disputed, but no other value is given under 'disputed'"
        for one in fact.disputed:
            yield from disputed(one, fact)


def disputed(one: Disputed, fact: DisputedFact) -> Iterator[str]:
    """A disputed value is another one of a field that the fact has."""
    name = _names(type(fact)).get(one.field)
    if one.field == "referral" and isinstance(fact, Situation):
        values = {str(referral.done) for referral in fact.referrals}
        other = record_of(fact, values)
    elif name is None:
        yield f"disputes '{one.field}', which is no key of this fact"
        return
    else:
        values = {str(getattr(fact, name))}
        other = True
    if other and one.value in values:
        yield f"the disputed '{one.field}' is the value that the fact has: {one.value}"


def record_of(fact: Situation, values: set[str]) -> bool:
    """Return whether a situation has referrals whose days can be disputed."""
    return bool(fact.referrals and values)


@remembered
def _names(kind: type[Fields]) -> dict[str, str]:
    """Return the names of a class's fields by their keys."""
    return {one.yaml: one.name for one in described(kind) if one.yaml}


@acts
def act_proved(act: Act, owner: str, record: Record) -> Iterator[str]:
    """An act is proved by its documents, of which one at least is not older than it."""
    needed = list(proved(act, record, bool(act.proof)))
    known = [record.documents[key].date for key in act.sources if key in record.documents]
    old = [day for day in known if day and act.done and dates.last_day(day) < dates.first_day(act.done)]
    sure = act.confidence == Confidence.CONFIRMED and act.done and dates.first_day(act.done) <= record.checked
    if known and len(old) == len(known) and sure and not act.proof:
        needed.append("its documents are all older than the act: reported, or 'proof' says why they are enough")
    yield from needed


@acts
def notified_when_done(act: Act, owner: str, record: Record) -> Iterator[str]:
    """A depositary notification is of the year of what it notifies, or of the next."""
    if not act.done:
        return
    for key in act.sources:
        found = _NOTIFICATION.fullmatch(key)
        document = record.documents.get(key)
        if found and document:
            year = document.date.year if document.date else int(found[2])
            if not act.done.year <= year <= dates.last_day(act.done).year + 1:
                yield f"'{key}' is a notification of {year}, but the act is of {act.done.year}"


@situations
def situation_proved(one: Situation, record: Record) -> Iterator[str]:
    """A situation is proved by its documents."""
    yield from proved(one, record, False)


@referrals
def referral_proved(one: Referral, situation: Situation, record: Record) -> Iterator[str]:
    """A referral is proved by its documents."""
    yield from proved(one, record, False)


@amendments
def amendment_proved(one: Amendment, record: Record) -> Iterator[str]:
    """An amendment is proved by its documents; its page is listed."""
    yield from proved(one, record, False)
    if one.depositary_page and one.depositary_page not in record.documents:
        yield f"document '{one.depositary_page}' is not in documents.yaml"


# The record itself


@dataset
def corrections(record: Record) -> Iterator[str]:
    """A correction is of a fact on record, in a version that there is."""
    known = {*record.by_id, *record.council, *record.situations, *record.amendments, *record.states, *record.documents}
    known |= {*record.persons, *(step.id for person in record.dataset.persons for step in person.proceedings)}
    known |= {one.id for held in record.dataset.cooperation for one in held}
    version = _version(record.dataset.version)
    for one in record.dataset.corrections:
        if one.fact not in known:
            yield f"corrections.yaml: '{one.fact}' is no fact of this dataset"
        if _version(one.since) > version:
            yield f"corrections.yaml: '{one.fact}' is corrected since {one.since}, but this is {record.dataset.version}"


@dataset
def checked_within_its_version(record: Record) -> Iterator[str]:
    """A version is named for its month, YEAR.MONTH.N: no record of it was checked in a later one."""
    year, month, _ = _version(record.dataset.version)
    if (record.checked.year, record.checked.month) > (year, month) and 1 <= month <= 12:
        yield f"checked on {record.checked}, after the month of version {record.dataset.version}"


@cache
def _version(text: str) -> tuple[int, int, int]:
    """Return a version's numbers, those with more digits than any has cut short."""
    year, month, number = (int(part[:9]) for part in text.split("."))
    return year, month, number
