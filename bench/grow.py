"""Makes datasets many times as large as ours, out of copies of it, and builds their databases. Prints JSON.

A copy has its own States, acts, situations and documents. Its codes and names end in the number of the copy, since
alpha-3 codes would run out at 17,576: so copies are made of checked objects, not as YAML, whose check would refuse
them. Amendments stay the same, and gain parties with every copy; what is told of how complete they are is left out.
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from time import perf_counter

from icc_cli.database.build import build
from icc_cli.source.invariants import check
from icc_cli.source.load import load
from icc_cli.treaty.facts import Document
from icc_cli.treaty.model import Act, BodyAct, Dataset, Referral, Situation, State


class Copy:
    """One more copy of a dataset."""

    def __init__(self, dataset: Dataset, number: int) -> None:
        self.dataset = dataset
        self.suffix = f"{number:02d}"

    def __call__(self, key: str) -> str:
        """Return what a code, id, key or name is called in the copy; nothing stays nothing."""
        return key and key + self.suffix

    def all(self, keys: Iterable[str]) -> tuple[str, ...]:
        return tuple(map(self, keys))

    def act_id(self, key: str, owner: str | None) -> str:
        """Return the id of an act in the copy: a State's begins with the State's code."""
        return self(owner) + key.removeprefix(owner) if owner else self(key)

    def maybe(self, key: str | None) -> str | None:
        return None if key is None else self(key)

    def document(self, one: Document) -> Document:
        return one._replace(key=self(one.key), symbol=self(one.symbol))

    def act(self, one: Act, owner: str | None = None) -> Act:
        return one._replace(
            id=self.act_id(one.id, owner),
            undoes=one.undoes and self.act_id(one.undoes, owner),
            against=self.maybe(one.against),
            situation=self.maybe(one.situation),
            concerns=self.all(one.concerns),
            sources=self.all(one.sources),
            disputed=tuple(other._replace(sources=self.all(other.sources)) for other in one.disputed),
        )

    def of_body(self, one: BodyAct) -> BodyAct:
        return BodyAct(**self.act(one)._asdict())

    def state(self, one: State) -> State:
        born = one.independence and one.independence._replace(sources=self.all(one.independence.sources))
        return one._replace(
            iso3=self(one.iso3),
            iso2=self(one.iso2),
            m49=self.maybe(one.m49),
            name=self(one.name),
            everyday=self(one.everyday),
            formal=self(one.formal),
            names={language: self(name) for language, name in one.names.items()},
            cldr={language: self(name) for language, name in one.cldr.items()},
            also=self.all(one.also),
            former=self.all(one.former),
            abbreviations=self.all(one.abbreviations),
            demonyms=self.all(one.demonyms),
            ambiguous=self.all(one.ambiguous),
            independence=born,
            acts=tuple(self.act(act, one.iso3) for act in one.acts),
        )

    def situation(self, one: Situation) -> Situation:
        return one._replace(
            id=self(one.id),
            name=self(one.name),
            states=self.all(one.states),
            leads_to=self.maybe(one.leads_to),
            sources=self.all(one.sources),
            disputed=tuple(other._replace(sources=self.all(other.sources)) for other in one.disputed),
            referrals=tuple(map(self.referral, one.referrals)),
        )

    def referral(self, one: Referral) -> Referral:
        return one._replace(by=self.all(one.by), sources=self.all(one.sources))


def grown(dataset: Dataset, times: int) -> Dataset:
    """Return a dataset so many times as large; its first copy is the dataset itself."""
    copies = [Copy(dataset, number) for number in range(1, times)]
    return dataset._replace(
        states=(*dataset.states, *(copy.state(one) for copy in copies for one in dataset.states)),
        context=(*dataset.context, *(copy.of_body(one) for copy in copies for one in dataset.context)),
        amendments=tuple(one._replace(published=None) for one in dataset.amendments),  # counts of one copy's parties
        agreement=None,
        situations=(*dataset.situations, *(copy.situation(one) for copy in copies for one in dataset.situations)),
        documents=(*dataset.documents, *(copy.document(one) for copy in copies for one in dataset.documents)),
    )


def main(data: Path, folder: Path, sizes: Iterable[int]) -> None:
    """Write the database of each size to a folder; say how long the check of the law and the building took."""
    dataset = load(data)
    reports = []
    for times in sizes:
        large = grown(dataset, times)
        start = perf_counter()
        for problem in check(large, {}):
            sys.exit(f"a dataset {times} times as large breaks a law: {problem}")
        checking = perf_counter() - start
        start = perf_counter()
        content = build(large)
        seconds = perf_counter() - start
        (folder / f"{times}.db").write_bytes(content)
        acts = sum(len(state.acts) for state in large.states) + len(large.context)
        reports.append(
            {"times": times, "checking": checking, "seconds": seconds, "states": len(large.states), "acts": acts}
        )
    print(json.dumps(reports))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), map(int, sys.argv[3:]))
