"""Invariants of `jurisdiction.yaml`: every name in it leads somewhere."""

from collections.abc import Iterator

from icc_cli.treaty.fields import Fields
from icc_cli.treaty.model import Dataset
from icc_cli.treaty.referrals import referral_acts


def check(dataset: Dataset) -> Iterator[str]:
    """Return what is wrong with the file against the rest of the dataset."""
    documents = {document.key for document in dataset.documents}
    states = {state.iso3 for state in dataset.states}
    situations = {situation.id for situation in dataset.situations}
    acts = {act.id for state in dataset.states for act in state.acts} | {act.id for act in dataset.context}
    acts |= {act.id for one in dataset.situations for act, iso3 in referral_acts(one) if not iso3}
    tokens: set[str] = set()
    for place in dataset.jurisdiction.territories:
        for token in (place.token, *place.also):
            if token in tokens:
                yield f"territory '{token}' is listed twice"
            tokens.add(token)
    known = {
        "sources": (documents, "document"),
        **dict.fromkeys(("act", "from_act", "until_act", "not_in"), (acts, "act")),
        **dict.fromkeys(("state", "code", "of", "with_"), (states, "State")),
        "situation": (situations, "situation"),
        "territory": (tokens, "territory"),
    }
    for entry in _within(dataset.jurisdiction):
        for field, value in entry._asdict().items():
            among, what = known.get(field, (None, ""))
            for name in value if isinstance(value, tuple) else (value,):
                if among is not None and name and name not in among:
                    yield f"'{name}' is no {what} of this dataset"
    for one in dataset.jurisdiction.challenges:
        if bool(one.act) == bool(one.state):
            yield "a challenge is to a 'state' or to an 'act'"


def _within(record: Fields) -> Iterator[Fields]:
    """Return the records that a record holds in lists, and those within them."""
    for one in (one for value in record if isinstance(value, tuple) for one in value if isinstance(one, Fields)):
        yield one
        yield from _within(one)
