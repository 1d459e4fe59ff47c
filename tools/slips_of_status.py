"""Slips in what moves a status, and in amendments and consents to them."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from icc_cli.treaty import dates
from icc_cli.treaty.model import Act, Dataset, State
from icc_cli.treaty.vocabulary import ActKind
from tools.slip_editing import (
    CONSENTS,
    NOTED,
    YEAR,
    Edits,
    a_day_later,
    acts,
    listed,
    on,
    twice,
    with_acts,
    without,
)

STATUS = {
    "a consent in force on another day": on(*CONSENTS, effect=a_day_later),
    "a consent in force on another day, with a note": on(*CONSENTS, effect=a_day_later, **NOTED),
    "a consent without its entry into force": on(*CONSENTS, effect=lambda act: None),
    "a deposit months later, its effect left": on(
        *CONSENTS,
        done=lambda act: act.done + timedelta(100),
        where=lambda act: date(2002, 4, 11) < act.done < date(2025, 1, 1),
    ),
    "a ratification called an accession": on("ratification", act=lambda act: ActKind.ACCESSION),
    "an accession called a ratification": on("accession", act=lambda act: ActKind.RATIFICATION),
    "a consent without its signature": lambda data: (
        lambda state=state: with_acts(data, state, (one for one in state.acts if one.act != "signature"))
        for state, _ in acts(data, "ratification")
    ),
    "signed after 2000": on("signature", done=lambda act: date(2001, 1, 2)),
    "signed twice": twice("signature", later=timedelta(1)),
    "joined twice": twice(*CONSENTS, later=timedelta(400), effect=lambda act: dates.entry_into_force(act.done)),
    "a notice with another effect": on("withdrawal-notice", effect=a_day_later),
    "a notice with another effect, with a note": on("withdrawal-notice", effect=a_day_later, **NOTED),
    "a notice a year later than it says": on("withdrawal-notice", effect=lambda act: act.effect + YEAR, **NOTED),
    "a second notice while one is pending": twice(
        "withdrawal-notice", later=timedelta(20), effect=lambda act: dates.one_year_after(act.done)
    ),
    "a second declaration that it will not join": twice("no-intent-declaration", later=timedelta(90)),
    "an effect of a signature": on("signature", effect=lambda act: act.done - timedelta(3000)),
    "an effect of a rescission": on("withdrawal-rescinded", effect=lambda act: act.done + timedelta(5)),
    "an effect of an unsigning": on("no-intent-declaration", effect=lambda act: act.done + timedelta(5)),
    "an effect of an instrument taken back": on("instrument-withdrawn", effect=lambda act: act.done + timedelta(5)),
    "a rescission after the effect": on("withdrawal-rescinded", done=lambda act: act.done + 2 * YEAR),
    "a rescission of nothing": on("withdrawal-rescinded", undoes=lambda act: None),
    "circulated after the check": on(where=lambda act: act.circulated, circulated=lambda act: date(2099, 1, 1)),
    "circulated years later": on(where=lambda act: act.circulated, circulated=lambda act: act.circulated + 2 * YEAR),
    "circulated before it was done": on(
        where=lambda act: act.circulated, circulated=lambda act: act.done - timedelta(1)
    ),
    "a succession without independence": listed(
        "states", lambda one: {"independence": None}, lambda one: any(act.act == "succession" for act in one.acts)
    ),
    "fewer than sixty deposits": lambda data: iter(
        [lambda: data._replace(states=tuple(_without_deposits(data.states, 7)))]
    ),
    "checked in the future": lambda data: iter([lambda: data._replace(checked=date(2099, 1, 1))]),
    "a version older than a correction": lambda data: iter([lambda: data._replace(version="2026.9.0")]),
    "a missing deposit": without(*CONSENTS),
    "a State Party's deposit doubled in another State": lambda data: (
        lambda state=state: with_acts(data, state, [*state.acts, _acceding(state)])
        for state in data.states
        if not any(act.act in ("signature", *CONSENTS) for act in state.acts) and not state.no_act
    ),
}


def _without_deposits(states: Iterable[State], count: int) -> Iterator[State]:
    for state in states:
        early = [act for act in state.acts if act.act in CONSENTS and dates.last_day(act.done) <= date(2002, 4, 11)]  # type: ignore[arg-type]
        if early and count and not any(act.act == "withdrawal-notice" for act in state.acts):
            count -= 1
            yield state._replace(acts=tuple(act for act in state.acts if act.act == "signature"))
        else:
            yield state


def _acceding(state: State) -> Act:
    day = date(2012, 5, 8)
    return Act(
        act=ActKind.ACCESSION,
        done=day,
        effect=dates.entry_into_force(day),
        id=f"{state.iso3}-{day}-accession",
        sources=("untc-xviii-10",),
    )


def _consent(state: State, day: date) -> Act:
    return Act(
        act=ActKind.AMENDMENT_CONSENT,
        done=day,
        effect=dates.one_year_after(day),
        id=f"{state.iso3}-{day}-amendment-consent-aggression-2010",
        amendment="aggression-2010",
        instrument="acceptance",
        sources=("untc-xviii-10-b",),
    )  # type: ignore[arg-type]


def _denounced(data: Dataset, parties: bool, later: int) -> Edits:
    """Let a State denounce the Agreement in 2025, `later` days off the year: one that is a party to it, or one not."""
    day = date(2025, 3, 3)
    for state in data.states:
        joined = any(act.act == ActKind.APIC_CONSENT for act in state.acts)
        if joined == parties and not state.no_act and not state.independence:
            made = Act(
                act=ActKind.APIC_DENUNCIATION,
                done=day,
                effect=date(2026, 3, 3) + timedelta(later),
                id=f"{state.iso3}-{day}-apic-denunciation",
                sources=("untc-xviii-13",),
                confidence="reported",
            )  # type: ignore[arg-type]
            yield lambda state=state, made=made: with_acts(data, state, [*state.acts, made])  # type: ignore[misc]


def _outsider(state: State) -> bool:
    return not state.no_act and not any(act.act in ("signature", *CONSENTS, "succession") for act in state.acts)


def published(**changes: Callable[[Any], Any]) -> Callable[[Dataset], Edits]:
    """Return what changes the published counts of amendments whose list is complete."""
    return listed(
        "amendments",
        lambda one: {"published": one.published._replace(**{key: way(one) for key, way in changes.items()})},
        lambda one: one.published and one.complete_through,
    )


AMENDMENTS = {
    "a consent to an amendment with another effect": on(
        "amendment-consent", where=lambda act: act.effect, effect=a_day_later
    ),
    "a consent to an amendment with another effect, with a note": on(
        "amendment-consent", where=lambda act: act.effect, effect=a_day_later, **NOTED
    ),
    "a consent to an amendment by no Party": lambda data: (
        lambda state=state: with_acts(data, state, [*state.acts, _consent(state, date(2015, 3, 3))])
        for state in data.states
        if _outsider(state) and (not state.independence)
    ),
    "a consent to an amendment left when the State's own is gone": lambda data: (
        lambda state=state: with_acts(data, state, (one for one in state.acts if one.act not in CONSENTS))
        for state, _ in acts(data, "amendment-consent")
    ),
    "the same amendment consented to twice": twice(
        "amendment-consent",
        later=timedelta(30),
        effect=lambda act: dates.one_year_after(act.done) if act.effect else None,
    ),
    "the agreement denounced by a State that is not a party": lambda data: _denounced(data, False, 0),
    "a denunciation of the agreement with another effect": lambda data: _denounced(data, True, 1),
    "the agreement joined twice": twice(
        "apic-consent",
        later=timedelta(9000 // 10),
        effect=lambda act: max(act.done + timedelta(30), date(2004, 7, 22)),
    ),
    "an amendment other than the id says": on(
        "amendment-consent",
        where=lambda act: act.effect,
        amendment=lambda act: "aggression-2010" if act.amendment != "aggression-2010" else "war-crimes-niac-2010",
    ),
    "a consent to a counted amendment deleted": lambda data: (
        lambda state=state, act=act: with_acts(data, state, (one for one in state.acts if one is not act))
        for state, act in acts(data, "amendment-consent")
        if act.amendment in ("war-crimes-niac-2010", "article-124-2015")
        and act.done < date(2022, 1, 1)
        and not any(act.id in place.not_in for place in data.jurisdiction.territories)
    ),
    "a count of consents one too high": published(count=lambda one: one.published.count + 1),
    "a count of consents one too low": published(count=lambda one: one.published.count - 1),
    "a count of consents above that of Parties": listed(
        "amendments", lambda one: {"published": one.published._replace(count=190)}, lambda one: one.published
    ),
    "in force before the first consent takes effect": listed(
        "amendments",
        lambda one: {"in_force": one.in_force - timedelta(40)},
        lambda one: one.in_force and one.rule == "121(5)" and (one.complete_through or not one.gaps),
    ),
    "in force later than the first consent": listed(
        "amendments",
        lambda one: {"in_force": one.in_force + timedelta(40)},
        lambda one: one.in_force and one.rule == "121(5)",
    ),
    "in-force left out": listed(
        "amendments",
        lambda one: {"in_force": None},
        lambda one: one.in_force and one.rule == "121(5)" and (one.complete_through or not one.gaps),
    ),
    "the first consent deleted": lambda data: (
        lambda state=state, act=act: with_acts(data, state, (one for one in state.acts if one is not act))
        for state, act in acts(data, "amendment-consent")
        for one in data.amendments
        if act.amendment == one.id
        and one.in_force
        and act.effect == one.in_force
        and (one.complete_through or not one.gaps)
    ),
    "an amendment of Art. 121(4) in force with few consents": listed(
        "amendments", lambda one: {"in_force": date(2024, 1, 1)}, lambda one: one.rule == "121(4)"
    ),
    "an institutional amendment in force on another day": listed(
        "amendments", lambda one: {"in_force": one.in_force + YEAR}, lambda one: one.rule == "122"
    ),
    "an amendment adopted before 2009": listed(
        "amendments", lambda one: {"adopted": date(2008, 6, 1)}, lambda one: one.adopted and one.rule != "122"
    ),
    "jurisdiction over aggression before 2017": listed(
        "amendments", lambda one: {"jurisdiction_from": date(2016, 7, 17)}, lambda one: one.jurisdiction_from
    ),
    "complete-through after the check": listed(
        "amendments", lambda one: {"complete_through": date(2031, 1, 1)}, lambda one: one.complete_through
    ),
    "complete-through before adoption": listed(
        "amendments", lambda one: {"complete_through": one.adopted - YEAR}, lambda one: one.complete_through
    ),
    "an opt-out by no Party": lambda data: (
        lambda state=state: with_acts(data, state, [*state.acts, _opt_out(state, date(2015, 6, 30))])
        for state in data.states
        if _outsider(state)
    ),
    "an opt-out before the amendment": lambda data: (
        lambda state=state: with_acts(data, state, [*state.acts, _opt_out(state, date(2009, 6, 30))])
        for state, act in acts(data, "ratification")
        if act.done < date(2003, 1, 1)
    ),
}


def _opt_out(state: State, day: date) -> Act:
    return Act(
        act=ActKind.AGGRESSION_OPT_OUT,
        done=day,
        id=f"{state.iso3}-{day}-aggression-opt-out",
        sources=("untc-xviii-10",),
    )
