"""Calls the Python API at random, with good and odd arguments: each call must give an answer or an IccError.

    python tools/fuzz_api.py --calls 20000 --seed 1

An answer must also hash, be fit for JSON and survive pickling, and an error must survive that with all it says. The
same seed makes the same calls. The figures are printed; the exit code is 1 if anything else came of a call.
"""

import argparse
import copy
import inspect
import json
import math
import pickle
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import icc_cli
from icc_cli import IccDataset, IccError, PartialDate
from icc_cli.api.tables import LISTINGS
from icc_cli.jurisdiction.inputs import Crime
from icc_cli.queries.agreements import AgreementKind
from icc_cli.queries.declarations import KINDS
from icc_cli.queries.search import SearchKind
from icc_cli.queries.withdrawals import WithdrawalOutcome
from icc_cli.treaty.details import ProceedingKind, Region, SituationKind, Trigger
from icc_cli.treaty.proceedings import Stage
from icc_cli.treaty.vocabulary import ActKind, Status

STATES = (
    "russia",
    "GMB",
    "gm",
    "Кения",
    "178",
    "korea",
    "congo",
    "taiwan",
    "atlantis",
    "Ukraine",
    "philippines",
    "usa",
)
DAYS = (
    *(date(year, 11, 16) for year in (1998, 2002, 2012, 2016, 2019, 2026, 2030)),
    *("2016-11-16", "2016-11", "2016", "1995-02-28", "today", PartialDate(2017), PartialDate(2017, 2)),
    *(date.min, date.max, "0001", "9999", datetime(2016, 11, 16, 23, 59, tzinfo=UTC)),
)
ODD: Sequence[object] = (
    *(None, True, 0, 5, -1, 10**400, 3.5, math.nan, math.inf, b"gambia", object(), int, len),
    *("", " ", "-", "\0", "\ud800", "x" * 5000, "a\nb", "'; DROP TABLE act; --", "%", "*", "ﷺ", "²", "٢٠١٦-١١-١٦"),
    *("2016-13-01", "2017-02-29", "0000", "TODAY", "2016-11-16T00:00", "2016-11-16 ", "16.11.2016"),
    *((), [None], [[]], ["gambia", 5], {}, {"gambia": 1}, {"signature"}, range(3), PartialDate(2016, 13)),
    *(PartialDate(0), PartialDate(2016, 0), datetime.max, datetime.min),
)
GOOD: Mapping[str, Sequence[object]] = {
    "name": (*STATES, "aggression", "XVIII.10.b", "poison", "121"),
    "state": STATES,
    "territory": (*STATES, "crimea", "gaza"),
    "states": STATES,
    "nationals": STATES,
    "codes": ("iso", "m49", "cow", "gw", "vdem", "fips"),
    "things": (*STATES, "darfur", "kenya", "situation:kenya", "GMB-2016-11-10-withdrawal-notice", "aggression-2010"),
    "identifier": ("darfur", "situation:kenya", "GMB-2016-11-10-withdrawal-notice", "aggression-2010", "untc-xviii-10"),
    "names": (*STATES, "Congo, Dem. Rep.", "Yugoslavia", "NA", "Guinea?", "710", "putin", "darfur", "al"),
    **dict.fromkeys(("person", "persons"), ("putin", "omar al bashir", "al", "nobody")),
    "stages": (*Stage, "on trial"),
    "statuses": (*Status, "parties", "all", "Former Party"),
    "regions": (*Region, "african", "western_europe"),
    "outcomes": (*WithdrawalOutcome, "taken back"),
    "triggers": tuple(Trigger),
    "body": ("Security Council", "security-council", "Office of the Prosecutor"),
    "status": ("party", "signatory", "all"),
    "crime": (*Crime, "war", "theft"),
    "special": (
        *("territory:crimea", "vessel:COM", "aircraft:gambia", "cross-border:BGD", "amended:8-2-e-xix", "age:17"),
        *("legal-person", "un-operation", "unrelated-to-situation", "age:200", "territory:", "vessel:x"),
    ),
    "place": ("crimea", "gaza", "Greenland", "nowhere"),
    **dict.fromkeys(("aggressor", "vessel", "aircraft", "cross_border"), STATES),
    "amended": ("starvation", "8-2-e-xix", "theft"),
    "age": (17, 18, 200, 0),
    **dict.fromkeys(("legal_person", "un_operation", "continuing", "unrelated_to_situation"), (False, True)),
    **dict.fromkeys(("referral", "deferral"), ("1593", "1422", "hypothetical", "x")),
    "listing": tuple(LISTINGS),
    "question": (),
    "unsc": ("referral:1593", "referral:hypothetical", "deferral:1422", "deferral:x"),
    "query": (
        *("SELECT * FROM parties_today", "SELECT 1 AS a, 2 AS a", "SELECT x'00ff', 1e999, NULL", "DELETE FROM state"),
        *("SELECT", "SELECT 1; SELECT 2", "SELECT ?", "SELECT interrupted", "PRAGMA database_list", "-- nothing"),
    ),
    "seconds": (0.5, 10, 1e9),
    "words": ("gambia", "notice of withdrawal", "Гамбия", '"*^ NEAR(', "", "word " * 40),
    "limit": (1, 20, 10**9),
    **dict.fromkeys(("only_open", "at_large", "daily", "parquet", "xlsx"), (False,)),
    **dict.fromkeys(("on", "day", "since", "until", "known_by"), DAYS),
}
"""What is right for an argument, or at least of the right form, by the argument's name."""
KINDS_OF = {
    "events": (*ActKind, *ProceedingKind),
    "situations": (*SituationKind, "investigation"),
    "declarations": KINDS,
    "agreements": tuple(AgreementKind),
    "search": tuple(SearchKind),
}
RARE = {**dict.fromkeys(("to_pandas", "to_polars", "to_arrow"), 0.1), "panel": 0.02, "export": 0.004, "close": 0.0}
"""How often a method is called, where not as often as the others: these take long, or end it all."""


def methods() -> list[str]:
    """Return the public methods and properties of a dataset."""
    return [name for name, _ in inspect.getmembers(IccDataset) if not name.startswith("_")]


def odd_values() -> list[object]:
    """Return what no argument should be, or hardly any; with the days of numpy and pandas, where they are installed."""
    found = list(ODD)
    with suppress(ImportError):
        numpy: Any = import_module("numpy")
        found += [numpy.datetime64(text) for text in ("2016-11-16", "2016", "NaT", "2016-11-16T10:00:00.000000001")]
        found += [numpy.int64(3), numpy.array(5), numpy.array(["gambia"]), numpy.str_("gambia")]
    with suppress(ImportError):
        pandas: Any = import_module("pandas")
        found += [pandas.NaT, pandas.NA, pandas.Timestamp("2016-11-16T10:00Z"), pandas.Period("2016-11")]
    return found


class Caller:
    """Makes calls up, one after the other, and takes note of what comes of each."""

    def __init__(self, dataset: IccDataset, seed: int, folder: Path) -> None:
        self.dataset = dataset
        self.random = random.Random(seed)
        self.folder = folder
        self.odd = odd_values()
        self.names = methods()
        self.weights = [RARE.get(name, 1.0) for name in self.names]
        self.results: Counter[str] = Counter()
        self.broken: list[str] = []

    def call(self) -> None:
        """Make one call and judge it."""
        (name,) = self.random.choices(self.names, self.weights)
        ordered, named = self._arguments(name)
        shown = f"{name}({', '.join([*map(ascii, ordered), *(f'{key}={one!a}' for key, one in named.items())])})"
        try:
            self.results[self._judged(name, ordered, named)] += 1
        except Exception as error:
            self.results["broken"] += 1
            self.broken.append(f"{shown[:1000]}: {type(error).__name__}: {error}")

    def _judged(self, name: str, ordered: Sequence[object], named: Mapping[str, object]) -> str:
        try:
            answer = getattr(self.dataset, name)
            answer = answer(*ordered, **named) if callable(answer) else answer
        except IccError as refusal:
            error = refusal
        else:
            if name.startswith("to_"):
                return "answers"
            json.dumps(icc_cli.as_json(answer))
            assert pickle.loads(pickle.dumps(answer)) == answer
            for record in answer if isinstance(answer, list) else [answer]:
                assert name == "sql" or hash(record) == hash(copy.deepcopy(record))
            return "answers"
        again = pickle.loads(pickle.dumps(error))
        assert (type(again), str(again), vars(again)) == (type(error), str(error), vars(error))
        assert error.message
        return type(error).__name__

    def _arguments(self, method: str) -> tuple[list[object], dict[str, object]]:
        if method.startswith("to_"):
            listing = self._value(method, "listing")
            asked = listing if isinstance(listing, str) and listing in LISTINGS and listing != "panel" else "parties"
            unnamed, question = self._arguments(asked)
            return [listing, *unnamed], question
        member = getattr(IccDataset, method)
        ordered: list[object] = []
        named: dict[str, object] = {}
        for name, parameter in inspect.signature(member).parameters.items() if callable(member) else ():
            if name == "self" or (parameter.default is not parameter.empty and self.random.random() < 0.5):
                continue
            if parameter.kind is parameter.VAR_POSITIONAL:
                ordered += [self._value(method, name) for _ in range(self.random.randint(0, 3))]
            elif parameter.kind is parameter.POSITIONAL_OR_KEYWORD:
                ordered.append(self._value(method, name))
            else:
                named[name] = self._several(method, name) if _listed(parameter) else self._value(method, name)
        return ordered, named

    def _value(self, method: str, name: str) -> object:
        if self.random.random() < 0.1:
            return self.random.choice(self.odd)
        if name == "folder":
            return self.folder / "export"
        return self.random.choice(KINDS_OF[method] if name == "kinds" else GOOD[name])

    def _several(self, method: str, name: str) -> object:
        found = [self._value(method, name) for _ in range(self.random.randint(0, 3))]
        return self.random.choice(_SHAPES)(found)


def _listed(parameter: inspect.Parameter) -> bool:
    return "Iterable" in str(parameter.annotation)


def _yielded(found: Sequence[object]) -> Iterator[object]:
    yield from found


def _bare(found: Sequence[object]) -> object:
    return found[0] if found else ()


_SHAPES: Sequence[Callable[[Sequence[object]], object]] = (list, tuple, _yielded, _bare)


def main(arguments: Sequence[str] | None = None) -> int:
    """Make so many calls, print what came of them, and return 1 if anything broke."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--calls", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--data", help="a directory of YAML files; the packaged dataset if not given")
    asked = parser.parse_args(arguments)
    with icc_cli.open_dataset(asked.data) as dataset, tempfile.TemporaryDirectory() as folder:
        caller = Caller(dataset, asked.seed, Path(folder))
        for _ in range(asked.calls):
            caller.call()
    print(
        f"{asked.calls} calls, seed {asked.seed}: "
        + ", ".join(f"{n} {what}" for what, n in caller.results.most_common())
    )
    for line in caller.broken[:20]:
        print(ascii(line)[1:-1], file=sys.stderr)
    return 1 if caller.broken else 0


if __name__ == "__main__":
    sys.exit(main())
