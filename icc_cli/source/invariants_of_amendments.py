"""Invariants of amendments (Articles 121, 122, 15 bis), of consents to them, and of counts of parties."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from icc_cli.source.rules import Past, Record, acts, amendments, by, dataset
from icc_cli.treaty import dates
from icc_cli.treaty.details import AmendmentRule
from icc_cli.treaty.model import Act, Amendment, Published
from icc_cli.treaty.vocabulary import CONSENT_ACTS, PARTY, ActKind, Status

SEVEN_YEARS = date(2009, 7, 1)
"""The first day on which an amendment could be proposed: seven years after entry into force (Art. 121(1))."""
AGGRESSION_FROM = date(2017, 1, 1)
"""Jurisdiction over aggression is subject to a decision taken after this day (Art. 15 bis(3), 15 ter(3))."""
AGGRESSION_ADOPTED = date(2010, 6, 11)
"""The amendment on aggression is adopted, which brought Art. 15 bis (resolution RC/Res.6)."""

# Consents


@acts
def amendment_named(act: Act, owner: str, record: Record) -> Iterator[str]:
    """An act about an amendment names one, and follows its adoption."""
    if not act.amendment:
        return
    amendment = record.amendments.get(act.amendment)
    if not amendment:
        yield f"'{act.amendment}' is no amendment of this dataset"
    elif not amendment.adopted or (act.done and dates.last_day(act.done) < amendment.adopted):
        yield f"consents to {amendment.id} before it was adopted"


@by(ActKind.AMENDMENT_CONSENT)
def binds_a_year_later(past: Past) -> Iterator[str]:
    """A consent binds a year after its deposit (Art. 121(5)); under other provisions it has no effect of its own."""
    amendment = past.record.amendments.get(past.act.amendment or "")
    if amendment:
        expected = dates.one_year_after(past.done) if amendment.rule == AmendmentRule.ARTICLE_121_5 else None
        yield from past.same_day(expected, "Art. 121(5)" if expected else f"Art. {amendment.rule}")


@by(ActKind.AMENDMENT_CONSENT)
def parties_consent(past: Past) -> Iterator[str]:
    """States Parties consent to amendments, and those that have joined and soon will be (Art. 121(4), (5))."""
    if past.standing not in PARTY and past.standing != Status.CONTRACTING_STATE:
        yield f"consent to an amendment by a {past.standing} (Art. 121 needs a State Party)"


@by(ActKind.AMENDMENT_CONSENT)
def consents_once(past: Past) -> Iterator[str]:
    """No State consents twice to one amendment (Art. 121(5)), unless it has joined anew since."""
    since = past.consent.done if past.consent else None
    for one in past.earlier(ActKind.AMENDMENT_CONSENT):
        if one.amendment == past.act.amendment and not (since and one.done and dates.last_day(one.done) < _day(since)):
            yield f"consents once more to {one.amendment} (Art. 121(5)); '{one.id}' did"


@by(ActKind.AGGRESSION_OPT_OUT)
def parties_opt_out(past: Past) -> Iterator[str]:
    """A State Party can declare that it does not accept jurisdiction over aggression (Art. 15 bis(4))."""
    if past.standing not in PARTY:
        yield f"opts out as a {past.standing} (Art. 15 bis(4) needs a State Party)"
    if past.done < AGGRESSION_ADOPTED:
        yield f"opts out before Art. 15 bis(4) was adopted on {AGGRESSION_ADOPTED}"


# Amendments


@amendments
def days_in_order(one: Amendment, record: Record) -> Iterator[str]:
    """An amendment is proposed, adopted, in force, in this order, and none of it after the record was checked."""
    order = [day for day in (one.proposed, one.adopted, one.in_force) if day]
    if order != sorted(order):
        yield "dates out of order: proposed, adopted, in-force"
    said = (one.adopted_at, one.in_force, one.published, one.complete_through)
    if not one.adopted and any(said):
        yield "a proposal has no 'adopted-at', 'in-force', 'published' or 'complete-through'"
    if any(day and day > record.checked for day in (one.proposed, one.adopted)):
        yield f"proposed or adopted after the record was checked ({record.checked})"
    through = one.complete_through and dates.last_day(one.complete_through)
    if through and one.adopted and not one.adopted <= through <= max(record.checked, one.adopted):
        yield f"'complete-through' lies before adoption or after the record was checked ({record.checked})"


@amendments
def seven_years_after(one: Amendment, record: Record) -> Iterator[str]:
    """Only institutional provisions can be amended in the Statute's first seven years (Art. 121(1), 122(1))."""
    early = any(day and day < SEVEN_YEARS for day in (one.proposed, one.adopted))
    if early and one.rule != AmendmentRule.ARTICLE_122:
        yield f"proposed or adopted before {SEVEN_YEARS} (Art. 121(1))"


@amendments
def in_force_with_its_first_consent(one: Amendment, record: Record) -> Iterator[str]:
    """An amendment of crimes is in force from the day on which it binds the first of those that consented."""
    first = min((act.effect for act in record.consents[one.id] if act.effect), default=None)
    if one.in_force and first and first < one.in_force:
        yield f"in force from {one.in_force}, but a consent takes effect on {first}"
    elif one.rule != AmendmentRule.ARTICLE_121_5 or not record.whole or (one.gaps and not one.complete_through):
        return
    elif first and not one.in_force and first <= record.checked:
        yield f"'in-force' is missing: a consent took effect on {first} (Art. 121(5))"
    elif one.in_force and one.in_force != first:
        yield f"in force from {one.in_force}, but the first consent takes effect {first or 'on no day'} (Art. 121(5))"


@amendments
def seven_eighths(one: Amendment, record: Record) -> Iterator[str]:
    """Other amendments are in force for all a year after seven-eighths of the Parties have consented (Art. 121(4))."""
    if one.rule != AmendmentRule.ARTICLE_121_4 or not one.in_force or not record.whole:
        return
    day = dates.days_before(one.in_force, 365)
    count, parties = sum(1 for act in record.consents[one.id] if _day(act.done) <= day), record.parties(day)
    if count * 8 < parties * 7:
        yield f"in force from {one.in_force} with {count} consents of {parties} Parties (Art. 121(4): seven-eighths)"


@amendments
def six_months_after(one: Amendment, record: Record) -> Iterator[str]:
    """Institutional amendments are in force for all six months after their adoption (Art. 122(2))."""
    if one.rule == AmendmentRule.ARTICLE_122 and one.adopted and one.in_force:
        month = one.adopted.month + 6
        expected = (one.adopted.year + (month > 12), (month - 1) % 12 + 1)
        if (one.in_force.year, one.in_force.month) != expected or one.in_force.day < min(one.adopted.day, 28):
            yield f"in force from {one.in_force}, not six months after {one.adopted} (Art. 122(2))"


@amendments
def jurisdiction_over_aggression(one: Amendment, record: Record) -> Iterator[str]:
    """Jurisdiction over aggression begins after 1 January 2017, and a year after thirty consents (Art. 15 bis)."""
    begins = one.jurisdiction_from
    if not begins:
        return
    if begins <= AGGRESSION_FROM:
        yield f"'jurisdiction-from' is not after {AGGRESSION_FROM} (Art. 15 bis(3))"
    if one.in_force and begins < one.in_force:
        yield "'jurisdiction-from' lies before the amendment is in force"
    bound = sum(1 for act in record.consents[one.id] if act.effect and act.effect <= begins)
    if record.whole and bound < 30:
        yield f"'jurisdiction-from' is a year after {bound} consents; Art. 15 bis(2) needs thirty"


# Counts


@amendments
def count_of_consents(one: Amendment, record: Record) -> Iterator[str]:
    """A published count of consents is that on record where the list is complete, and never above that of Parties."""
    if not one.published:
        return
    day = one.published.day
    through = one.complete_through and dates.last_day(one.complete_through)
    complete = bool(record.whole and day and through and day <= through)
    yield from published(one.published, record.consents[one.id], record, complete)
    most = record.joined(day or record.checked) if record.whole else one.published.count
    if one.published.count > most:
        yield f"{one.published.count} consents are published, but there were {most} Parties (Art. 121)"


@dataset
def count_of_the_agreement(record: Record) -> Iterator[str]:
    """A published count of parties to the Agreement on Privileges and Immunities is not below those on record."""
    agreement = record.dataset.lists.agreement
    if agreement and agreement.published:
        denounced = record.of_kind[ActKind.APIC_DENUNCIATION]
        undone = {act.undoes for act in record.of_kind[ActKind.APIC_DENUNCIATION_WITHDRAWN]}
        left = [act.effect for act in denounced if act.effect and act.id not in undone]
        yield from published(agreement.published, record.of_kind[ActKind.APIC_CONSENT], record, left=left)


@dataset
def count_of_parties(record: Record) -> Iterator[str]:
    """As many States Parties are on record on a day as a document counts: none is missing, none too many (Art. 126)."""
    parties = record.dataset.lists.parties
    if not parties or not parties.published:
        return
    count = parties.published
    yield from one_day(count, record)
    day = count.day or (dates.days_before(count.before, 1) if count.before else None)
    if day and count.count != (found := record.parties(day)):
        yield f"{count.count} States Parties are published, but {found} are on record on {day} (Art. 126, 127)"


@dataset
def complete_by_the_check(record: Record) -> Iterator[str]:
    """No list is known to be complete through a day after the record was checked."""
    for name, kept in record.dataset.lists._asdict().items():
        if kept and kept.complete_through and dates.last_day(kept.complete_through) > record.checked:
            yield f"'complete-through' of {name} lies after the record was checked ({record.checked})"


@dataset
def sixty_deposits(record: Record) -> Iterator[str]:
    """The sixtieth instrument was deposited on 11 April 2002, which set the entry into force (Art. 126(1))."""
    if not record.whole:
        return
    deposits = [act for kind in CONSENT_ACTS for act in record.of_kind[kind] if act.done]
    through = sum(1 for act in deposits if _day(act.done) <= dates.SIXTIETH_DEPOSIT)
    before = sum(1 for act in deposits if _day(act.done) < dates.SIXTIETH_DEPOSIT)
    if before >= 60 or through < 60:
        yield (
            f"the sixtieth deposit was on {dates.SIXTIETH_DEPOSIT} (Art. 126(1)), "
            f"but {through} are on record through that day, {before} before it"
        )


def one_day(count: Published, record: Record) -> Iterator[str]:
    """A published count has one day, which the record has reached."""
    if bool(count.day) == bool(count.before):
        yield "a published count has either 'day' or 'before'"
    elif (count.day or count.before or date.min) > record.checked:
        yield f"a count published after the record was checked ({record.checked})"


def published(
    count: Published, consents: Iterable[Act], record: Record, complete: bool = False, left: Iterable[date] = ()
) -> Iterator[str]:
    """A published count is not lower than what is on record by its day; where the record is complete, it is that."""
    yield from one_day(count, record)
    if bool(count.day) == bool(count.before):
        return
    last = count.day or (count.before or date.max) - timedelta(min(1, (count.before or date.max).toordinal() - 1))
    found = sum(1 for act in consents if _day(act.done) <= last) - sum(1 for day in left if day <= last)
    if count.count < found or (complete and count.count != found):
        yield f"{count.count} are published, but {found} are on record by then"


def _day(done: dates.AnyDate | None) -> date:
    return dates.last_day(done) if done else date.max
