"""What a citation rests on: a fact by its name or id, its documents, and the dataset. `icc cite`."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from icc_cli.database.store import Store
from icc_cli.errors import AmbiguousName, UnknownName
from icc_cli.queries import status as status_query
from icc_cli.queries.acts import Act, Source
from icc_cli.queries.amendments import AmendmentWithParties
from icc_cli.queries.cases import PersonInFull
from icc_cli.queries.links import RecordKind
from icc_cli.queries.names import find
from icc_cli.queries.show import WHAT, Article, Document, Record, SituationInFull, by_key, identify, near, show
from icc_cli.queries.status import NoRecord, StateStatus
from icc_cli.treaty.fields import Fields


class Dataset(Fields):
    """The dataset as a thing to cite; `on` is the day of the answer taken from it.

    `key` holds a full stop, as no document's does: the two are never taken for each other.
    """

    key: str
    title: str
    version: str
    checked: date
    licence: str
    on: date


class Cited(Fields):
    """A fact to cite, as it stood on a day, with its documents in full. `name` is the State or body whose act it is.

    `checked` is the last day through which the record was checked: what lies after it is expected, not known.
    """

    id: str
    kind: RecordKind | Literal["state", "dataset"]
    on: date
    checked: date
    name: str | None
    fact: StateStatus | NoRecord | Record | Dataset
    documents: tuple[Document, ...]


def cite(store: Store, names: Sequence[str], on: date) -> list[Cited]:
    """Return the facts that names or ids mean, as they stood on a day, each once; then, always, the dataset.

    A State's name wins over an id that reads the same. Raises UnknownName, AmbiguousName, UsageError, NotYet.
    """
    found = dict.fromkeys(_settle(store, name) for name in names)
    return [*(_cited(store, kind, identifier, on) for kind, identifier in found), _dataset(store, on)]


def _settle(store: Store, name: str) -> tuple[RecordKind | Literal["state"], str]:
    """Return what kind of thing a word means, and its code or id."""
    try:
        return "state", find(store, name)
    except (AmbiguousName, UnknownName) as unsettled:
        try:
            return identify(store, name)
        except UnknownName:
            if isinstance(unsettled, AmbiguousName):
                raise unsettled from None
            suggestions = [*unsettled.suggestions, *near(store, name)][:3]
            raise UnknownName(name, suggestions, WHAT) from None


def _cited(store: Store, kind: RecordKind | Literal["state"], identifier: str, on: date) -> Cited:
    checked = store.checked
    if kind == "state":
        state = status_query.status(store, identifier, on)
        proofs = state.sources if isinstance(state, StateStatus) else ()
        return Cited(
            id=identifier, kind=kind, on=on, checked=checked, name=None, fact=state, documents=by_key(store, proofs)
        )
    record = show(store, f"{kind}:{identifier}", on)
    fact = record.record
    own = (fact,) if isinstance(fact, Document) else by_key(store, _proofs(fact))
    name = _author(store, fact)
    return Cited(id=identifier, kind=kind, on=on, checked=checked, name=name, fact=record, documents=own)


def _proofs(fact: Act | SituationInFull | AmendmentWithParties | PersonInFull | Article) -> tuple[Source, ...]:
    """Return the documents of a fact; of a person, also those of the cases."""
    cases = fact.cases if isinstance(fact, PersonInFull) else ()
    return tuple(dict.fromkeys([*fact.sources, *(source for case in cases for source in case.sources)]))


def _author(store: Store, fact: object) -> str | None:
    if not isinstance(fact, Act):
        return None
    row = store.row("SELECT name FROM state WHERE iso3 = ?", fact.iso3)
    return row["name"] if row else fact.body


def _dataset(store: Store, on: date) -> Cited:
    meta = store.meta
    dataset = Dataset(
        key=f"icc-dataset-{meta['version']}",
        title=meta["title"],
        version=meta["version"],
        checked=store.checked,
        licence=meta["licence"],
        on=on,
    )
    return Cited(id=dataset.key, kind="dataset", on=on, checked=dataset.checked, name=None, fact=dataset, documents=())
