"""The law of `jurisdiction.yaml`: every name in it leads somewhere."""

from collections.abc import Iterable, Iterator

from icc_cli.treaty.model import Dataset


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
            given = entry._asdict()
            yield from _unknown(entry.sources, documents, "document")
            yield from _unknown([given.get("act")], acts, "act")
            yield from _unknown([given.get("state"), given.get("of"), *given.get("with_", ())], states, "State")
            yield from _unknown([given.get("situation")], situations, "situation")
            yield from _unknown([given.get("territory")], tokens, "territory")
            if name == "challenges" and bool(given["act"]) == bool(given["state"]):
                yield "a challenge is to a 'state' or to an 'act'"


def _unknown(names: Iterable[str | None], known: set[str], what: str) -> Iterator[str]:
    for name in names:
        if name and name not in known:
            yield f"'{name}' is no {what} of this dataset"
