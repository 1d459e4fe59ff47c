"""The shape and the law of `jurisdiction.yaml`: keys of each list, and that every name in it leads somewhere."""

from collections.abc import Iterable, Iterator

from icc_cli.source.keys import NOTE, SOURCES
from icc_cli.source.shape import (
    Key,
    Keys,
    act_id,
    iso3,
    list_of,
    matching,
    one_of,
    record,
    slug,
    text,
    whole_date,
)
from icc_cli.treaty.grounds import Ground, Grounds, Reach, Territory, TerritoryStanding, Treatment
from icc_cli.treaty.model import Dataset

_resolution = matching(r"\d{4}", "the number of a Security Council resolution")
_TREATMENT = Key(one_of(Treatment), required=True)
_ACT = Key(act_id, required=True)
_STATE = Key(iso3, required=True)
_RESOLUTION = Key(_resolution, required=True)
_FROM = Key(whole_date, required=True, attribute="from_")

STANDING_OF: Keys = {
    "treatment": _TREATMENT,
    "from": Key(whole_date, attribute="from_"),
    "until": Key(whole_date),
    "from-act": Key(act_id),
    "until-act": Key(act_id),
    "note": NOTE,
    "sources": SOURCES,
}
TERRITORY: Keys = {
    "token": Key(slug, required=True),
    "name": Key(text, required=True),
    "also": Key(list_of(slug)),
    "code": Key(iso3),
    "state": _STATE,
    "not-in": Key(list_of(act_id)),
    "standings": Key(list_of(record(TerritoryStanding, STANDING_OF)), required=True),
}
_REST: Keys = {"note": NOTE, "sources": SOURCES}
LISTS: dict[str, Keys] = {
    "mandates": {
        "resolution": _RESOLUTION,
        "act": _ACT,
        "situation": Key(slug, required=True),
        "state": _STATE,
        "territory": Key(slug),
        "plain-until": Key(whole_date),
        **_REST,
    },
    "not-adopted": {"act": _ACT, "state": _STATE, **_REST},
    "carve-outs": {
        "resolution": _RESOLUTION,
        "paragraph": Key(text, required=True),
        "state": _STATE,
        "from": _FROM,
        **_REST,
    },
    "deferrals": {"resolution": _RESOLUTION, "from": _FROM, "until": Key(whole_date, required=True), **_REST},
    "refused-links": {
        "state": _STATE,
        "with": Key(list_of(iso3), required=True, attribute="with_"),
        "from": _FROM,
        **_REST,
    },
    "challenges": {"state": Key(iso3), "act": Key(act_id), "treatment": _TREATMENT, **_REST},
    "acceptances": {
        "act": _ACT,
        "reach": Key(one_of(Reach), required=True),
        "crimes": Key(list_of(slug)),
        **_REST,
    },
    "never-lodged": {"act": _ACT, **_REST},
    "transitional": {"act": _ACT, "reach": Key(one_of(Reach), required=True), **_REST},
    "predecessors": {"state": _STATE, "of": _STATE, **_REST},
    "shared-nationality": {"state": _STATE, "of": _STATE, **_REST},
    "matters": {
        "situation": Key(slug, required=True),
        "abroad": Key(one_of(Reach)),
        "crimes": Key(list_of(slug)),
        **_REST,
    },
    "other-crimes": {"crimes": Key(list_of(slug), required=True), **_REST},
    "authorities": {"rule": Key(matching(r"J\d{1,2}", "a rule such as J13"), required=True), **_REST},
}
FILE: Keys = {
    "territories": Key(list_of(record(Territory, TERRITORY))),
    **{name: Key(list_of(record(Ground, keys))) for name, keys in LISTS.items()},
}
FIELDS: dict[str, Keys] = {
    "jurisdiction.yaml": FILE,
    "territories": TERRITORY,
    "standings of a territory": STANDING_OF,
    **LISTS,
}

jurisdiction = record(Grounds, FILE)


def check(dataset: Dataset) -> Iterator[str]:
    """Return what is wrong with the file against the rest of the dataset."""
    documents = {document.key for document in dataset.documents}
    states = {state.iso3 for state in dataset.states}
    situations = {situation.id for situation in dataset.situations}
    acts = {act.id for state in dataset.states for act in state.acts} | {act.id for act in dataset.context}
    acts |= {f"UNSC-{r.done}-referral-{s.id}" for s in dataset.situations for r in s.referrals if r.body}
    grounds = dataset.jurisdiction
    tokens: set[str] = set()
    for one in grounds.territories:
        for token in (one.token, *one.also):
            if token in tokens:
                yield f"territory '{token}' is listed twice"
            tokens.add(token)
        named = [*one.not_in, *(act for part in one.standings for act in (part.from_act, part.until_act))]
        yield from _unknown(named, acts, "act")
        yield from _unknown([source for part in one.standings for source in part.sources], documents, "document")
        yield from _unknown([one.state, one.code], states, "State")
    for name, entries in grounds.lists().items():
        for entry in entries:
            yield from _unknown(entry.sources, documents, "document")
            yield from _unknown([entry.act], acts, "act")
            yield from _unknown([entry.state, entry.of, *entry.with_], states, "State")
            yield from _unknown([entry.situation], situations, "situation")
            yield from _unknown([entry.territory], tokens, "territory")
            if name == "challenges" and bool(entry.act) == bool(entry.state):
                yield "a challenge is to a 'state' or to an 'act'"


def _unknown(names: Iterable[str | None], known: set[str], what: str) -> Iterator[str]:
    for name in names:
        if name and name not in known:
            yield f"'{name}' is no {what} of this dataset"
