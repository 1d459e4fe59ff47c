"""The panel of States by year: one row for each State and year, in the terms that statistics need.

Every figure is one that the commands give for the same day; tests compare them.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import Any

from icc_cli.database.rows import grouped
from icc_cli.database.store import Store
from icc_cli.export.days import StateDay, States
from icc_cli.export.schema import Field, Table, columns
from icc_cli.queries.agreement import agreement
from icc_cli.queries.amendments import AmendmentStatus, amendment, amendments
from icc_cli.queries.cases import cases
from icc_cli.queries.completeness import completeness
from icc_cli.queries.declarations import Declaration, declarations
from icc_cli.queries.noncompliance import noncompliance
from icc_cli.queries.situations import has_occurred
from icc_cli.treaty.dates import ADOPTED, AnyDate, first_day, last_day
from icc_cli.treaty.details import DeclarationKind, Reception, Ruling
from icc_cli.treaty.forms import Slug
from icc_cli.treaty.proceedings import WarrantOutcome
from icc_cli.treaty.vocabulary import PARTY, Status

_Date = date


class StateYear(StateDay, kw_only=False):
    """A State on 31 December of a year."""

    party_any_day: bool
    """Whether it was a State Party on any day of the year."""
    years_signed_without_deposit: int | None
    """Whole years since its signature; null where it has not signed, or an instrument is deposited."""
    agreement_in_force: bool
    """Whether the Agreement on the Privileges and Immunities of the Court is in force for it."""
    agreement_signature_date: AnyDate | None
    """Day on which it signed that Agreement."""
    agreement_deposit_date: AnyDate | None
    """Day on which it deposited its consent to that Agreement."""
    agreement_entry_into_force_date: _Date | None
    """Day on which that Agreement entered into force for it."""
    article_12_3: bool
    """Whether a declaration accepting jurisdiction (Art. 12(3)) stands, also for a time that has passed: not withdrawn,
    and neither rejected nor left without action by the Court, as that was known when the record was checked."""
    article_12_3_from: AnyDate | None
    """First day for which those that stand accept jurisdiction."""
    article_12_3_until: AnyDate | None
    """Last day for which they do; null where that has no end."""
    article_12_3_reception: tuple[Reception, ...]
    """What the Court made of each declaration under Art. 12(3) not withdrawn, oldest first."""
    article_124: bool
    """Whether a declaration under Art. 124 leaves war crimes out on the day."""
    article_124_from: AnyDate | None
    """First day of the period under Art. 124."""
    article_124_until: AnyDate | None
    """Last day of that period or, once the declaration is withdrawn, the day from which the withdrawal works."""
    declarations: int
    """Declarations made and not withdrawn; without objections, territorial applications and exclusions, and those
    under Art. 12(3), 15 bis and 124."""
    objections: int
    """Objections it made and did not withdraw."""
    objections_received: int
    """Objections that others made against it and did not withdraw."""
    amendments_opted_out: tuple[Slug, ...]
    """Ids of amendments out of whose jurisdiction it opted (Art. 15 bis(4)), as long as it has not left."""
    share_of_region: float | None
    """Share of the States of its region that are States Parties, itself included; of those that exist on the day."""
    share_of_all: float
    """Share of all States that are States Parties, itself included; of those that exist on the day."""
    examinations_concluded: int
    """Those of the examinations open that the Prosecutor had found complete."""
    amendments_incomplete: tuple[Slug, ...]
    """Ids of amendments whose consents on record lack some, or are not known to be all: not to be bound by one of them
    may mean that the consent is not on record."""
    agreement_incomplete: bool
    """Whether the same is so of the parties to the Agreement."""
    agreement_denunciation_effective_date: _Date | None
    """Day on which its denunciation of that Agreement takes effect, or took effect; null where it was withdrawn."""
    declarations_incomplete: bool
    """Whether the same is so of declarations, objections, territorial applications, and those under Art. 12(3), 15 bis
    and 124."""
    nationals_wanted: int
    """Its nationals ever under a public warrant by the day; those whose nationality is not proved are left out."""
    nationals_at_large: int
    """Those of them who were neither surrendered nor had appeared, and whose case was not ended."""
    findings: int
    """Findings by the Court that it failed to cooperate (Art. 87(7)), by the day, and not set aside by then."""
    findings_in_year: int
    """Those of them that were made within the year."""


class _Answers:
    """What the commands answer of all States on a day."""

    def __init__(self, store: Store, on: date) -> None:
        adopted = [one for one in amendments(store, on) if one.adopted]
        self.amendments_incomplete = tuple(one.id for one in adopted if one.incomplete)
        self.opted_out = grouped(
            (party.iso3, one.id)
            for one in adopted
            if one.opted_out and (found := amendment(store, one.id, on))
            for party in found.parties
            if party.opted_out and party.state != AmendmentStatus.LEFT
        )
        self.agreement = {one.iso3: one for one in agreement(store, on, status="all")}
        self.agreement_incomplete = _incomplete(store, "agreement", on)
        self.declarations_incomplete = _incomplete(store, "declarations", on)
        made = declarations(store, on)
        self.article_124 = {one.iso3: one for one in made if one.kind == "article-124"}
        standing = [one for one in made if not one.withdrawn]
        self.declarations = grouped((one.iso3, one) for one in standing)
        self.against = Counter(one.against for one in standing if one.kind == "objection")
        wanted = [one for one in cases(store, on) if one.outcome]
        self.wanted = grouped((one.nationality, one.person) for one in wanted)
        sought = [one for one in wanted if one.outcome == WarrantOutcome.AT_LARGE]
        self.at_large = grouped((one.nationality, one.person) for one in sought)
        failures = noncompliance(store, on, outcomes=[Ruling.FOUND])
        self.findings = grouped((one.iso3, one.decided) for one in failures if one.stands)


class Panel(States):
    """Every State in every year."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.store = store
        # An act that only withdraws a declaration declares nothing.
        self.withdrawing = {row["id"] for row in store.rows("SELECT id FROM act WHERE undoes IS NOT NULL")}

    def state_years(self) -> Iterator[StateYear]:
        """Return each State in each year, from that of the Statute to that of the last check, by code."""
        days = [date(year, 12, 31) for year in range(ADOPTED.year, self.checked.year + 1)]
        answers = {day: (_Answers(self.store, day), self._shares(day)) for day in days}
        for iso3 in self.states:
            for day in days:
                yield self._year(iso3, day, *answers[day])

    def _shares(self, on: date) -> dict[str | None, float]:
        """Return the share of States Parties among the States that exist on a day: of each region; of all, for None."""
        exist, joined = Counter[str | None](), Counter[str | None]()
        for iso3, state in self.states.items():
            status = self.standing(iso3, on).status
            if status != Status.NOT_YET_A_STATE:
                groups = {state["region"], None}
                exist.update(groups)
                joined.update(groups if status in PARTY else ())
        return {group: round(joined[group] / exist[group], 4) for group in exist}

    def _year(self, iso3: str, on: date, answers: _Answers, shares: Mapping[str | None, float]) -> StateYear:
        now, joined = self.on(iso3, on), answers.agreement.get(iso3)
        left_out = answers.article_124.get(iso3)
        said = [one for one in answers.declarations.get(iso3, ()) if one.id not in self.withdrawing]
        accepted = [one for one in said if one.kind == "article-12-3"]
        stand = [one for one in accepted if one.reception not in (Reception.REJECTED, Reception.NOT_ACTED_ON)]
        first, last = _accepted(stand)
        findings = answers.findings.get(iso3, [])
        return StateYear(
            **now._asdict(),
            party_any_day=self._party_within(iso3, date(on.year, 1, 1), on),
            years_signed_without_deposit=None if now.deposited else _whole_years(now.signature_date, on),
            agreement_in_force=joined is not None and joined.party,
            agreement_signature_date=joined.signed if joined else None,
            agreement_deposit_date=joined.deposited if joined else None,
            agreement_entry_into_force_date=joined.entered_into_force if joined else None,
            article_12_3=bool(stand),
            article_12_3_from=first,
            article_12_3_until=last,
            article_12_3_reception=tuple(one.reception for one in accepted if one.reception),
            article_124=left_out is not None and _works(left_out, on),
            article_124_from=left_out.in_force_from if left_out else None,
            article_124_until=left_out.in_force_to if left_out else None,
            declarations=sum(1 for one in said if one.kind in tuple(DeclarationKind)),
            objections=sum(1 for one in said if one.kind == "objection"),
            objections_received=answers.against[iso3],
            amendments_opted_out=tuple(answers.opted_out.get(iso3, ())),
            share_of_region=shares.get(now.region) if now.region else None,
            share_of_all=shares[None],
            examinations_concluded=sum(1 for one in self.concerned(iso3, on) if has_occurred(one.concluded, on)),
            amendments_incomplete=answers.amendments_incomplete,
            agreement_incomplete=answers.agreement_incomplete,
            agreement_denunciation_effective_date=joined.denunciation_effective if joined else None,
            declarations_incomplete=answers.declarations_incomplete,
            nationals_wanted=len(set(answers.wanted.get(iso3, ()))),
            nationals_at_large=len(set(answers.at_large.get(iso3, ()))),
            findings=len(findings),
            findings_in_year=sum(day is not None and day.year == on.year for day in findings),
        )

    def _party_within(self, iso3: str, first: date, last: date) -> bool:
        """Return whether a State was a State Party on any day of a period."""
        spans = [*self.spans[iso3], (date.max, None, None)]
        return any(
            status in PARTY and since <= last and first < after for (since, status, _), (after, _, _) in pairwise(spans)
        )


def _incomplete(store: Store, name: str, on: date) -> bool:
    known = completeness(store, name, on)
    return known is not None and known.incomplete


def _whole_years(since: date | None, on: date) -> int | None:
    return on.year - since.year - ((on.month, on.day) < (since.month, since.day)) if since else None


def _accepted(stand: list[Declaration]) -> tuple[AnyDate | None, AnyDate | None]:
    """Return the first and the last day for which declarations accept jurisdiction; one that only confirms has none."""
    own = [one for one in stand if one.in_force_from]
    starts = [one.in_force_from for one in own if one.in_force_from]
    ends = [one.in_force_to for one in own if one.in_force_to]
    return min(starts, key=first_day, default=None), (
        max(ends, key=last_day, default=None) if len(ends) == len(own) else None
    )


def _works(one: Declaration, on: date) -> bool:
    """Return whether a declaration works on a day: on its last, too, but not on that from which its withdrawal does."""
    since, until = one.in_force_from, one.in_force_to
    begun = since is not None and first_day(since) <= on
    return begun and (until is None or (on < first_day(until) if one.withdrawn else on <= last_day(until)))


def _by_amendment(store: Store) -> dict[str, tuple[str, str, str]]:
    """Return the columns of each amendment: the field in which to look, its id, and what the column means."""
    found = {}
    for one in amendments(store, date.max):
        if one.adopted:
            name, whole = one.id.replace("-", "_"), amendment(store, one.id, date.max)
            found[f"bound_{name}"] = ("amendments", one.id, f"Whether the amendment {one.id} binds it ({one.title}).")
            if whole and any(party.opted_out for party in whole.parties):
                meaning = f"Whether it opted out of the jurisdiction that {one.id} brings (Art. 15 bis(4))."
                found[f"opted_out_{name}"] = ("amendments_opted_out", one.id, meaning)
    return found


def _columns_by_amendment(store: Store) -> tuple[Field, ...]:
    said: dict[str, Any] = {name: (bool, meaning) for name, (_, _, meaning) in _by_amendment(store).items()}
    return columns(**said)


def _records(store: Store, on: date) -> Iterator[Mapping[str, object]]:
    wide = _by_amendment(store)
    for one in Panel(store).state_years():
        row: dict[str, Any] = one._asdict()
        yield row | {name: key in row[field] for name, (field, key, _) in wide.items()}


STATE_YEAR = Table(
    "panel-state-year",
    "Panel: States by year",
    "One row for each State and year, 1998 to the year of the last check, as the State stood on 31 December; every "
    "State in every year, also before it existed (not-yet-a-state). The last columns are those of each amendment "
    "adopted, by its id; opted_out where any State ever opted out. The same whatever the day of the package.",
    columns(" ".join(StateYear._fields), StateYear),
    ("iso3", "year"),
    {"iso3": "states.iso3", "status_act": "acts.id"},
    _records,
    _columns_by_amendment,
)
