"""Invariants of `jurisdiction.yaml`: every name in it leads somewhere, and to what its list is about."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from icc_cli.source.rules import IN_FORCE, Record, jurisdiction
from icc_cli.treaty import dates
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.grounds import Territory
from icc_cli.treaty.naming import to_token
from icc_cli.treaty.vocabulary import ActKind

_CRIMES = ("genocide", "crimes-against-humanity", "war-crimes", "aggression")
"""The crimes of Art. 5(1)."""
_RULES = {"C": 10, "J": 30}
"""How many rules there are: C1 to C10 of cooperation, J1 to J30 of jurisdiction."""
_TERRITORIAL = (ActKind.TERRITORIAL_APPLICATION, ActKind.TERRITORIAL_EXCLUSION)


@jurisdiction
def names(record: Record) -> Iterator[str]:
    """Every name leads to something on record."""
    grounds = record.dataset.jurisdiction
    acts = record.by_id.keys() | record.council.keys()
    tokens: set[str] = set()
    for place in grounds.territories:
        for token in (place.token, *place.also):
            if token in tokens:
                yield f"territory '{token}' is listed twice"
            tokens.add(token)
    known = {
        "sources": (record.documents.keys(), "document"),
        **dict.fromkeys(("act", "from_act", "until_act", "not_in", "unclear_in"), (acts, "act")),
        **dict.fromkeys(("state", "code", "of", "with_"), (record.states.keys(), "State")),
        "situation": (record.situations.keys(), "situation"),
        "territory": (tokens, "territory"),
    }
    for entry in _within(grounds):
        for field, value in entry._asdict().items():
            among, what = known.get(field, (None, ""))
            for name in value if isinstance(value, tuple) else (value,):
                if among is not None and name and name not in among:
                    yield f"'{name}' is no {what} of this dataset"
    for one in grounds.challenges:
        if bool(one.act) == bool(one.state):
            yield "a challenge is to a 'state' or to an 'act'"


# Territories


@jurisdiction
def territories(record: Record) -> Iterator[str]:
    """A territory is no State's name; what its standings rest on, and what leaves it out, are acts of its own State."""
    shown = {to_token(name): one.iso3 for one in record.dataset.states for name in (one.name, one.everyday)}
    for place in record.dataset.jurisdiction.territories:
        for token in (place.token, *place.also):
            if shown.get(token, place.code) != place.code:
                yield f"territory '{token}' has the name of a State, {shown[token]}"
        if place.code == place.state:
            yield f"territory '{place.token}' is listed under itself"
        for act_id in (*place.not_in, *place.unclear_in):
            yield from _act_of(record, act_id, place.state, (ActKind.AMENDMENT_CONSENT,), "Art. 121(5)")
        for standing in place.standings:
            for act_id in filter(None, (standing.from_act, standing.until_act)):
                yield from _act_of(record, act_id, place.state, _TERRITORIAL, "VCLT Art. 29")
        yield from _periods(place, record)


def _periods(place: Territory, record: Record) -> Iterator[str]:
    """The standings of a territory follow each other, without overlap or gap."""
    spans = [(_day(one.from_, one.from_act, record), _day(one.until, one.until_act, record)) for one in place.standings]
    for start, end in spans:
        if start and end and end <= start:
            yield f"a standing of '{place.token}' ends before it begins"
    for (_, end), (start, _) in pairwise(spans):
        if end is None or end != start:
            yield f"the standings of '{place.token}' overlap or leave a gap: one until {end}, the next from {start}"
    if spans and spans[-1][1]:
        yield f"the last standing of '{place.token}' ends on {spans[-1][1]}, and none follows"
    if any(bool(one.from_ and one.from_act) or bool(one.until and one.until_act) for one in place.standings):
        yield f"a standing of '{place.token}' begins or ends on a day or with an act, not with both"


def _day(day: date | None, act_id: str | None, record: Record) -> date | None:
    act, _ = record.by_id.get(act_id or "", (None, ""))
    return day or (act and (act.effect or (dates.last_day(act.done) if act.done else None))) or None


def _act_of(record: Record, act_id: str, iso3: str, kinds: tuple[ActKind, ...], article: str) -> Iterator[str]:
    """An act that an entry names is of this State, and of one of these kinds."""
    act, owner = record.by_id.get(act_id, (None, iso3))
    if act and owner != iso3 and iso3 in record.states:
        yield f"'{act_id}' is no act of {iso3} ({article})"
    elif act and act.act not in kinds:
        yield f"'{act_id}' is no {' or '.join(kinds)} ({article})"


# The Security Council


@jurisdiction
def mandates(record: Record) -> Iterator[str]:
    """Each referral by the Council has its mandate, of the State and the situation that it referred (Art. 13(b))."""
    grounds = record.dataset.jurisdiction
    places = {token: one.state for one in grounds.territories for token in (one.token, *one.also)}
    unknown = {*places.values()} - record.states.keys()
    for one in grounds.mandates:
        referred = record.council.get(one.act)
        if one.act in record.by_id:
            yield f"'{one.act}' is no referral by the Security Council (Art. 13(b))"
        elif referred and referred.id != one.situation:
            yield f"'{one.act}' referred '{referred.id}', not '{one.situation}' (Art. 13(b))"
        situation = record.situations.get(one.situation)
        if situation and one.state not in situation.states:
            yield f"a mandate over {one.state}, which '{one.situation}' does not concern (Art. 13(b))"
        if one.territory and places.get(one.territory, one.state) not in (one.state, *unknown):
            yield f"territory '{one.territory}' is not of {one.state}"
    if any(grounds) and all(one.act in record.council or one.act in record.by_id for one in grounds.mandates):
        for act_id in sorted(record.council.keys() - {one.act for one in grounds.mandates}):
            yield f"'{act_id}' has no mandate (Art. 13(b))"


@jurisdiction
def resolutions(record: Record) -> Iterator[str]:
    """What the Council did is proved by its resolution, which is listed once for each State."""
    grounds = record.dataset.jurisdiction
    for article, entries in (
        ("Art. 13(b)", grounds.mandates),
        ("Art. 13(b)", grounds.carve_outs),
        ("Art. 16", grounds.deferrals),
    ):
        seen: set[tuple[str, str]] = set()
        for one in entries:
            symbol = f"S/RES/{one.resolution} "
            cited = (record.documents[key].symbol for key in one.sources if key in record.documents)
            if not any(f"{text} ".startswith(symbol) for text in cited):
                yield f"resolution {one.resolution} is not among its documents ({article})"
            one_of = (one.resolution, getattr(one, "state", ""))
            if one_of in seen:
                yield f"resolution {one.resolution} is listed twice ({article})"
            seen.add(one_of)
    for carve_out in grounds.carve_outs:
        if carve_out.resolution not in carve_out.paragraph:
            yield f"'{carve_out.paragraph}' is no paragraph of resolution {carve_out.resolution}"
    for day in (*(one.from_ for one in grounds.carve_outs), *(one.from_ for one in grounds.deferrals)):
        if not IN_FORCE <= day <= record.checked:
            yield f"from {day}: outside the time of the Statute and of the record (Art. 11, 16)"


@jurisdiction
def deferrals(record: Record) -> Iterator[str]:
    """The Council can ask for twelve months at a time (Art. 16)."""
    for one in record.dataset.jurisdiction.deferrals:
        last = dates.one_year_after(one.from_) - timedelta(1)
        if one.until != last:
            yield f"a deferral runs twelve months, through {last}, not {one.until} (Art. 16)"


@jurisdiction
def drafts(record: Record) -> Iterator[str]:
    """A draft that was not adopted is an act of the Council that concerns its State (Art. 13(b))."""
    for one in record.dataset.jurisdiction.not_adopted:
        act, _ = record.by_id.get(one.act, (None, ""))
        if one.act in record.council:
            yield f"'{one.act}' was adopted (Art. 13(b))"
        elif act and (act.body != "Security Council" or one.state not in act.concerns):
            yield f"'{one.act}' is no draft of the Security Council that concerns {one.state} (Art. 13(b))"


# Declarations


@jurisdiction
def declarations(record: Record) -> Iterator[str]:
    """How a declaration is worded is said once, of one under Art. 12(3) or 124."""
    grounds = record.dataset.jurisdiction
    for kind, article, entries in (
        (ActKind.ARTICLE_12_3_DECLARATION, "Art. 12(3)", grounds.acceptances),
        (ActKind.ARTICLE_124_DECLARATION, "Art. 124", grounds.transitional),
    ):
        seen: set[str] = set()
        for one in entries:
            act, _ = record.by_id.get(one.act, (None, ""))
            if act and act.act != kind:
                yield f"'{one.act}' is no declaration under {article}"
            if one.act in seen:
                yield f"'{one.act}' is listed twice ({article})"
            seen.add(one.act)
    for never in grounds.never_lodged:
        act, _ = record.by_id.get(never.act, (None, ""))
        if act and act.act == ActKind.ARTICLE_12_3_DECLARATION:
            yield f"'{never.act}' was lodged (Art. 12(3))"


# What is listed


@jurisdiction
def other_states(record: Record) -> Iterator[str]:
    """Nobody is its own predecessor, has its own nationals in common, or a border with itself."""
    grounds = record.dataset.jurisdiction
    pairs = [(one.state, one.of) for one in grounds.predecessors]
    for iso3, other in (*pairs, *((one.state, one.of) for one in grounds.shared_nationality)):
        if iso3 == other:
            yield f"{iso3} is named as another State than itself"
    for link in grounds.refused_links:
        if link.state in link.with_:
            yield f"{link.state} has no border with itself (Art. 12(2))"
    for before in grounds.predecessors:
        state = record.states.get(before.state)
        if state and not state.independence and record.whole:
            yield f"{before.state} has a predecessor, but no 'independence'"


@jurisdiction
def crimes(record: Record) -> Iterator[str]:
    """Declarations and decisions are about crimes of the Statute (Art. 5); the others are those that it has not."""
    grounds = record.dataset.jurisdiction
    named = [crime for one in grounds.acceptances for crime in one.crimes]
    for crime in (*named, *(crime for one in grounds.matters for crime in one.crimes)):
        if crime not in _CRIMES:
            yield f"'{crime}' is no crime of the Statute (Art. 5); one of: {', '.join(_CRIMES)}"
    for crime in (crime for one in grounds.other_crimes for crime in one.crimes):
        if crime in _CRIMES:
            yield f"'{crime}' is a crime of the Statute (Art. 5)"


@jurisdiction
def rules(record: Record) -> Iterator[str]:
    """The rules are C1 to C10 of cooperation and J1 to J30 of jurisdiction; each has its documents in one place."""
    seen: set[str] = set()
    for one in record.dataset.jurisdiction.authorities:
        if not 1 <= int(one.rule[1:]) <= _RULES[one.rule[0]]:
            known = " and ".join(f"{kind}1 to {kind}{last}" for kind, last in _RULES.items())
            yield f"'{one.rule}' is no rule; they are {known}"
        if one.rule in seen:
            yield f"rule {one.rule} is listed twice"
        seen.add(one.rule)


def _within(record: Fields) -> Iterator[Fields]:
    """Return the records that a record holds in lists, and those within them."""
    for one in (one for value in record if isinstance(value, tuple) for one in value if isinstance(one, Fields)):
        yield one
        yield from _within(one)
