"""Slips in documents, names and codes, in jurisdiction.yaml; and those that only a document can show."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from icc_cli.treaty import dates
from icc_cli.treaty.model import Dataset, State
from tools.slip_editing import (
    CONSENTS,
    YEAR,
    Edits,
    act_with,
    acts,
    any_one,
    ground,
    grounds,
    listed,
    on,
    situation,
    swap,
    with_acts,
    without,
)


def _press(data: Dataset) -> str:
    return next(one.key for one in data.documents if one.kind == "press")


def _shifted(text: str) -> str:
    """Return text with its last digit changed."""
    place = max(i for i, letter in enumerate(text) if letter.isdigit())
    return text[:place] + str((int(text[place]) + 1) % 10) + text[place + 1 :]


def proved_by(data: Dataset, *kinds: str) -> Edits:
    """Let acts of these kinds rest on one press report alone."""
    for state, act in acts(data, *kinds):
        alone = {"sources": (_press(data),), "confidence": "confirmed"}
        yield lambda state=state, act=act, alone=alone: act_with(data, state, act, **alone)  # type: ignore[misc]


def states_with(change: Callable[[State, State], dict[str, Any]], where: Callable[[State], object]) -> Any:
    """Return what gives States something of the State before them."""

    def plant(data: Dataset) -> Edits:
        those = [one for one in data.states if where(one)]
        for other, one in pairwise(those):
            yield lambda one=one, other=other: data._replace(  # type: ignore[misc]
                states=swap(data.states, one, one._replace(**change(one, other)))
            )

    return plant


def document(change: Callable[[Any], dict[str, Any]], where: Callable[[Any], object]) -> Callable[[Dataset], Edits]:
    """Return what changes each document for which `where` holds."""
    return listed("documents", change, where)


CN = lambda one: one.key.startswith("cn-")  # noqa: E731
DOCUMENTS = {
    "confirmed on one press report": lambda data: proved_by(data, *CONSENTS, "withdrawal-notice", "signal"),
    "a report alone called confirmed": lambda data: (
        lambda state=state, act=act: act_with(data, state, act, confidence="confirmed")
        for state, act in acts(data)
        if act.confidence == "reported"
        and len(act.sources) == 1
        and next(d.kind for d in data.documents if d.key == act.sources[0]) in ("press", "civil-society", "other")
    ),
    "disputed with nothing disputed": on(where=lambda act: not act.disputed, confidence=lambda act: "disputed"),
    "a disputed value equal to its own": on(
        where=lambda act: act.disputed,
        disputed=lambda act: (act.disputed[0]._replace(value=str(getattr(act, act.disputed[0].field))),),
    ),
    "a disputed value of no field": on(
        where=lambda act: act.disputed, disputed=lambda act: (act.disputed[0]._replace(field="dome"),)
    ),
    "all documents older than the act": lambda data: (
        lambda state=state, act=act: act_with(data, state, act, sources=("a-conf-183-9-old",))._replace(
            documents=(
                *data.documents,
                data.documents[0]._replace(
                    key="a-conf-183-9-old", symbol="", url=None, url_known=None, date=date(1998, 7, 17)
                ),
            )
        )
        for state, act in acts(data, *CONSENTS, "withdrawal-notice", "apic-consent")
    ),
    "a notification of another year": lambda data: (
        lambda state=state, act=act: act_with(data, state, act, sources=("cn-2-1999",))._replace(
            documents=(
                *data.documents,
                data.documents[0]._replace(
                    key="cn-2-1999", symbol="C.N.2.1999.TREATIES-1", url=None, url_known=None, date=None
                ),
            )
        )
        for state, act in acts(data, "withdrawal-notice", "accession")
        if act.done > date(2001, 1, 1)
    ),
    "the symbol of another notification": document(
        lambda one: {"symbol": one.symbol.replace("C.N.", "C.N.9")}, lambda one: CN(one) and one.symbol
    ),
    "the symbol of another document": document(
        lambda one: {"symbol": _shifted(one.symbol)},
        lambda one: not CN(one) and one.symbol and any(c.isdigit() for c in one.key),
    ),
    "the address of another notification": document(
        lambda one: {"url": one.url.replace("/CN.", "/CN.9")}, lambda one: CN(one) and one.url and "/CN." in one.url
    ),
    "a notification dated in another year": document(lambda one: {"date": date(int(one.key[-4:]) - 3, 5, 5)}, CN),
    "a date other than the key's": document(
        lambda one: {"date": one.date + timedelta(400)},
        lambda one: isinstance(one.date, date) and one.date.isoformat() in one.key and one.date.year < 2024,
    ),
    "a document of after the check": document(lambda one: {"date": date(2031, 1, 1)}, any_one),
    "a document that nothing cites": lambda data: iter(
        [
            lambda: data._replace(
                documents=(
                    *data.documents,
                    data.documents[0]._replace(key="extra", symbol="", url=None, url_known=None),
                )
            )
        ]
    ),
    "the M49 number of another State": states_with(lambda one, other: {"m49": other.m49}, lambda one: one.m49),
    "the Correlates of War number of another State": states_with(
        lambda one, other: {"codes": {**one.codes, "cow": other.codes["cow"]}}, lambda one: "cow" in one.codes
    ),
    "the Gleditsch-Ward number of another State": states_with(
        lambda one, other: {"codes": {**one.codes, "gw": other.codes["gw"]}}, lambda one: "gw" in one.codes
    ),
    "the V-Dem number of another State": states_with(
        lambda one, other: {"codes": {**one.codes, "vdem": other.codes["vdem"]}}, lambda one: "vdem" in one.codes
    ),
    "the everyday name of another State": states_with(lambda one, other: {"everyday": other.everyday}, any_one),
    "the French name of another State": states_with(
        lambda one, other: {"names": {**one.names, "fr": other.names["fr"]}}, lambda one: "fr" in one.names
    ),
    "another State's name among its own": states_with(lambda one, other: {"also": (*one.also, other.name)}, any_one),
    "a member without a day": listed("states", lambda one: {"member_since": None}, lambda one: one.member_since),
    "a day without membership": listed(
        "states", lambda one: {"united_nations": "observer"}, lambda one: one.member_since
    ),
    "a member before the Charter": listed(
        "states", lambda one: {"member_since": date(1944, 10, 24)}, lambda one: one.member_since
    ),
    "a member before independence": listed(
        "states", lambda one: {"member_since": one.independence.day - YEAR}, lambda one: one.independence
    ),
    "groups at odds": listed(
        "states", lambda one: {"assembly_group": "WEOG" if one.group != "WEOG" else "African"}, lambda one: one.group
    ),
    "a correction of no fact": listed("corrections", lambda one: {"fact": one.fact + "-x"}, any_one),
    "a proof left out": listed("context", lambda act: {"proof": ""}, lambda act: act.proof),
    "confidence left out of a report": on(
        where=lambda act: act.confidence == "reported", confidence=lambda act: "confirmed"
    ),
}


def standings(change: Callable[[Any], tuple[Any, ...]], where: Callable[[Any], object]) -> Callable[[Dataset], Edits]:
    """Return what changes the standings of territories."""
    found: Callable[[Dataset], Edits] = ground("territories", where, lambda one: {"standings": change(one.standings)})
    return found


JURISDICTION = {
    "a standing that ends before it begins": standings(
        lambda every: (every[0]._replace(from_=date(2010, 1, 1), until=date(2009, 1, 1), from_act=None), *every[1:]),
        lambda one: len(one.standings) == 1 and not one.standings[0].from_act,
    ),
    "standings that overlap": standings(
        lambda every: (every[0]._replace(until=None, until_act=None), *every[1:]), lambda one: len(one.standings) > 1
    ),
    "standings with a gap": standings(
        lambda every: (*every[:-1], every[-1]._replace(from_=date(2024, 1, 1), from_act=None)),
        lambda one: len(one.standings) > 1,
    ),
    "from-act of another State": standings(
        lambda every: (*every[:-1], every[-1]._replace(from_act="NLD-2001-07-17-territorial-application")),
        lambda one: one.standings[-1].from_act and one.state != "NLD",
    ),
    "from-act of another kind": standings(
        lambda every: (*every[:-1], every[-1]._replace(from_act="GBR-2001-10-04-ratification")),
        lambda one: one.standings[-1].from_act and one.state == "GBR",
    ),
    "not-in of another State": ground(
        "territories",
        lambda one: one.not_in,
        lambda one: {"not_in": (*one.not_in, "UKR-2024-10-25-amendment-consent-aggression-2010")},
    ),
    "a deferral of other than twelve months": ground(
        "deferrals", any_one, lambda one: {"until": one.until + timedelta(31)}
    ),
    "a mandate of another State": ground("mandates", any_one, lambda one: {"state": "RUS", "territory": None}),
    "a mandate with an act that is no referral": ground(
        "mandates", any_one, lambda one: {"act": "UNSC-2002-07-12-context"}
    ),
    "mandates exchanged": grounds(
        mandates=lambda every: (
            every[0]._replace(situation=every[1].situation),
            every[1]._replace(situation=every[0].situation),
        )
    ),
    "a mandate without its resolution": ground("mandates", any_one, lambda one: {"sources": ("a-conf-183-9",)}),
    "a mandate of another resolution": ground("mandates", any_one, lambda one: {"resolution": "1234"}),
    "a referral by the Council without a mandate": grounds(mandates=lambda every: every[1:]),
    "an acceptance that is no Art. 12(3) declaration": ground(
        "acceptances", any_one, lambda one: {"act": "UKR-2024-10-25-ratification"}
    ),
    "an acceptance listed twice": grounds(acceptances=lambda every: (*every, every[0])),
    "a transitional entry that is no Art. 124 declaration": ground(
        "transitional", any_one, lambda one: {"act": "UKR-2024-10-25-ratification"}
    ),
    "a State its own predecessor": ground("predecessors", any_one, lambda one: {"of": one.state}),
    "an unknown crime": ground("acceptances", lambda one: one.crimes, lambda one: {"crimes": ("war-crime",)}),
    "a rule that there is not": ground("authorities", any_one, lambda one: {"rule": "J99"}),
    "a territory called like a State": ground("territories", any_one, lambda one: {"also": (*one.also, "france")}),
}

UNTRUE = {
    "a signature a week later": on(
        "signature", where=lambda act: act.done < date(2000, 12, 1), done=lambda act: act.done + timedelta(7)
    ),
    "a deposit a day later, within its month": on(
        *CONSENTS,
        where=lambda act: (
            dates.entry_into_force(act.done) == dates.entry_into_force(act.done + timedelta(1))
            and act.done > date(2003, 1, 1)
        ),
        done=lambda act: act.done + timedelta(1),
    ),
    "a notice and its effect a day later": on(
        "withdrawal-notice",
        done=lambda act: act.done + timedelta(1),
        effect=lambda act: dates.one_year_after(act.done + timedelta(1)),
    ),
    "a signal of another day": on(
        "signal", where=lambda act: act.done < date(2026, 1, 1), done=lambda act: act.done + timedelta(3)
    ),
    "a signal that leans the other way": on(
        "signal", leaning=lambda act: "staying" if act.leaning == "leaving" else "leaving"
    ),
    "a declaration left out": without("declaration"),
    "a signal left out": without("signal"),
    "a signature of no party left out": lambda data: (
        lambda state=state, act=act: with_acts(data, state, (one for one in state.acts if one is not act))
        for state, act in acts(data, "signature")
        if not any(one.act in CONSENTS or one.act == "no-intent-declaration" for one in state.acts)
    ),
    "circulated a day later": on(
        where=lambda act: act.circulated, circulated=lambda act: act.circulated + timedelta(1)
    ),
    "another document of the same kind": on(
        "declaration", where=lambda act: "untc-xviii-10" in act.sources, sources=lambda act: ("untc-xviii-13",)
    ),
    "a year of the Correlates number": states_with(
        lambda one, other: {"codes": {**one.codes, "cow": 1}}, lambda one: "cow" in one.codes
    ),
    "a scope that ends later": situation(
        lambda one: {"scope_to": one.scope_to - timedelta(9)}, lambda one: one.scope_to
    ),
}
