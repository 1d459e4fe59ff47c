"""What lies ahead of a day, as far as it was known on that day: `icc upcoming`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from icc_cli.database.rows import Period, filled
from icc_cli.database.store import Store
from icc_cli.queries.acts import Act, Source, acts
from icc_cli.queries.names import everyday_names
from icc_cli.queries.practice import person_names
from icc_cli.treaty.dates import AnyDate, from_text, last_day
from icc_cli.treaty.details import ProceedingKind
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.vocabulary import CONSENT_ACTS, ActKind

if TYPE_CHECKING:
    from icc_cli.treaty.forms import Iso3
    from icc_cli.treaty.vocabulary import Confidence


class Ahead(StrEnum):
    """What kind of day lies ahead."""

    WITHDRAWAL = "withdrawal"
    ENTRY_INTO_FORCE = "entry-into-force"
    AMENDMENT = "amendment"
    AGREEMENT_END = "agreement-end"
    ARTICLE_124_END = "article-124-end"
    ACCEPTANCE_END = "acceptance-end"
    REVIEW = "review"
    TRIAL = "trial"


class Upcoming(Fields):
    """A day to come."""

    id: str
    """The act's id and what comes."""
    day: AnyDate
    """First day of the new state of things or, for a period that ends, its last day."""
    days_left: int | None
    """Days until it comes; null where no day is known."""
    kind: Ahead
    iso3: Iso3 | None
    name: str
    """The State's everyday name, or that of the body."""
    title: str
    conditional: bool
    """Whether it will not come if a notice is taken back."""
    act: str
    """Id of the act that set the day."""
    confidence: Confidence
    sources: tuple[Source, ...]


_MAY_LIE_AHEAD = "(effect > ? OR details LIKE '%until%' OR details LIKE '%accepts_to%' OR details LIKE '%due%')"
"""Acts with a day that `_ahead` looks at: reading all others would take most of the time of the answer."""


def upcoming(
    store: Store, on: date, *, until: date | None = None, kinds: Sequence[str] = (), states: Sequence[str] = ()
) -> list[Upcoming]:
    """Return every day known on `on` to lie ahead of it, through `until`, soonest first."""
    names, persons = everyday_names(store), person_names(store)
    period = Period(None, until)
    found = [
        one
        for act in acts(store, on, _MAY_LIE_AHEAD, str(on))
        if not act.undone_by
        for one in _ahead(act, names.get(act.iso3 or "", act.body or ""), persons, on)
    ]
    chosen = [
        one
        for one in found
        if last_day(one.day) > on
        and period.meets(one.day)
        and (not kinds or one.kind in kinds)
        and (not states or one.iso3 in states)
    ]
    return sorted(chosen, key=lambda one: (last_day(one.day), one.kind, one.name, one.id))


def _ahead(act: Act, name: str, persons: Mapping[str, str], on: date) -> list[Upcoming]:
    """Return the days that an act set, whether ahead of `on` or not."""

    def one(kind: Ahead, day: AnyDate, title: str, conditional: bool = False) -> Upcoming:
        return filled(
            Upcoming,
            vars(act),
            id=f"{act.id}-{kind}" if kind != Ahead.WITHDRAWAL else f"{act.id}-effect",
            day=day,
            days_left=(day - on).days if isinstance(day, date) else None,
            kind=kind,
            name=name,
            title=title,
            conditional=conditional,
            act=act.id,
        )

    found = []
    if act.effect and act.act == ActKind.WITHDRAWAL_NOTICE:
        found.append(one(Ahead.WITHDRAWAL, act.effect, f"{name} leaves the Rome Statute", conditional=True))
    if act.effect and act.act in CONSENT_ACTS:
        found.append(one(Ahead.ENTRY_INTO_FORCE, act.effect, f"The Rome Statute enters into force for {name}"))
    if act.effect and act.act == ActKind.AMENDMENT_CONSENT:
        what = act.title.removeprefix("Consent to an amendment: ")
        found.append(one(Ahead.AMENDMENT, act.effect, f"{name} is bound by the amendment: {what}"))
    if act.effect and act.act == ActKind.APIC_DENUNCIATION:
        title = f"{name} leaves the Agreement on the Privileges and Immunities of the Court"
        found.append(one(Ahead.AGREEMENT_END, act.effect, title, conditional=True))
    ends = from_text(act.details.get("until"))
    if ends and act.act == ActKind.ARTICLE_124_DECLARATION:
        found.append(one(Ahead.ARTICLE_124_END, ends, f"The Article 124 period of {name} ends"))
    ends = from_text(act.details.get("accepts_to"))
    if ends and act.act == ActKind.ARTICLE_12_3_DECLARATION:
        found.append(one(Ahead.ACCEPTANCE_END, ends, f"The jurisdiction accepted by {name} (Art. 12(3)) ends"))
    due = from_text(act.details.get("due"))
    if due and act.act == ProceedingKind.TRIAL_DATE_SET:
        whose = " and ".join(persons[key] for key in act.details["persons"])
        found.append(one(Ahead.TRIAL, due, f"The trial of {whose} is planned to open"))
    elif due:
        found.append(one(Ahead.REVIEW, due, act.title))
    return found
