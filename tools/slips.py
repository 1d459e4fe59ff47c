"""Plants slips in the data, one at a time, and counts those that `icc data check` sees.

python -m tools.slips [--seed N] [--each N] [WORD ...]

Each slip is one wrong, well-formed edit, with what a careful editor would change along with it: ids follow days, acts
stay in order. Those of tier L contradict the treaty or another fact of the dataset; those of tier E are merely untrue,
and only a document can show it. WORD picks the kinds whose names hold it. Prints how many of each kind were caught, and
the share of each tier; docs/reliability.md says why some kinds are not.
"""

import sys
from argparse import ArgumentParser
from pathlib import Path
from random import Random

from icc_cli.database.opening import CHECKOUT
from icc_cli.source.invariants import check
from icc_cli.source.load import load
from icc_cli.treaty.model import Dataset
from tools.slip_editing import Plant
from tools.slips_of_persons import COOPERATION, PERSONS, UNTRUE_OF_PERSONS
from tools.slips_of_situations import DECLARATIONS, SITUATIONS
from tools.slips_of_sources import DOCUMENTS, JURISDICTION, UNTRUE
from tools.slips_of_status import AMENDMENTS, STATUS

TIERS: dict[str, dict[str, Plant]] = {
    "L": STATUS | AMENDMENTS | SITUATIONS | DECLARATIONS | DOCUMENTS | JURISDICTION | PERSONS | COOPERATION,
    "E": UNTRUE | UNTRUE_OF_PERSONS,
}
"""What plants each kind of slip, by tier."""


def caught(edited: Dataset) -> bool:
    """Return whether the check sees that something is wrong."""
    return any(True for _ in check(edited, {}))


def planted(data: Dataset, name: str, plant: Plant, seed: int, each: int) -> list[bool]:
    """Plant so many slips of a kind, chosen by the seed; return of each whether it was caught."""
    edits = list(plant(data))
    chosen = Random(f"{seed} {name}").sample(edits, min(each, len(edits)))
    return [caught(edit()) for edit in chosen]


def main(arguments: list[str]) -> None:
    """Print the counts of each kind, and the share of each tier."""
    parser = ArgumentParser(prog="python -m tools.slips")
    parser.add_argument("--seed", type=int, action="append")
    parser.add_argument("--each", type=int, default=6)
    parser.add_argument("words", nargs="*")
    given = parser.parse_args(arguments)
    data = load(Path(CHECKOUT))
    totals = {"L": [0, 0], "E": [0, 0]}
    for tier, name, plant in ((tier, *one) for tier, kinds in TIERS.items() for one in kinds.items()):
        if given.words and not any(word in name for word in given.words):
            continue
        found = [one for seed in given.seed or [2026, 7] for one in planted(data, name, plant, seed, given.each)]
        totals[tier][0] += sum(found)
        totals[tier][1] += len(found)
        print(f"{tier}  {sum(found):3} of {len(found):3}  {name}", flush=True)
    for tier, (seen, count) in totals.items():
        print(f"{tier}: {seen} of {count} caught ({seen / max(count, 1):.0%})")


if __name__ == "__main__":
    main(sys.argv[1:])
