"""What `icc` and other programs make of the names in public lists: right, refused, wrong.

python bench/names.py --i18n path/to/i18n-iso-countries --most 2000

Run it where `icc` and the peers are installed: `pip install -e . countrynames country_converter pycountry`.
The lists are those that come with them, and the npm package i18n-iso-countries. What is not installed is left out.
"""

import argparse
import json
import logging
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar

from icc_cli import open_dataset

Answer = Callable[[str], str | None]
Named = list[tuple[str, str]]
"""Names, each with the alpha-3 code of what it is the name of."""
N = TypeVar("N")


def peers() -> dict[str, Answer]:
    """Return how each program that is installed answers a name with an alpha-3 code, or None."""
    found: dict[str, Answer] = {}
    dataset = open_dataset()

    def ours(name: str) -> str | None:
        from icc_cli import IccError

        with suppress(IccError):
            return dataset.find(name)
        return None

    found["icc"] = ours
    if find_spec("country_converter"):
        import country_converter

        logging.disable(logging.WARNING)
        converter = country_converter.CountryConverter()

        def converted(name: str) -> str | None:
            code = converter.convert(name or "-", to="ISO3", not_found="none")
            return code if isinstance(code, str) and code != "none" else None

        found["country_converter"] = converted
    if find_spec("countrynames"):
        import countrynames

        def known(name: str) -> str | None:
            with suppress(KeyError):  # of codes that it knows, and has no longer one for
                return countrynames.to_code_3(name)  # type: ignore[no-any-return]
            return None

        found["countrynames"] = known
    if find_spec("pycountry"):
        import pycountry

        def looked_up(name: str) -> str | None:
            with suppress(LookupError):
                return str(pycountry.countries.lookup(name).alpha_3)
            return None

        found["pycountry"] = looked_up
    if find_spec("countryguess"):
        import countryguess

        def guessed(name: str) -> str | None:
            return (countryguess.guess_country(name) or {}).get("iso3")

        found["countryguess"] = guessed
    return found


def lists(i18n: Path | None) -> Iterator[tuple[str, Named]]:
    """Return the public lists."""
    import pycountry

    alpha3 = {one.alpha_2: one.alpha_3 for one in pycountry.countries} | {"XK": "XKX"}
    own: Named = []
    for one in pycountry.countries:
        own += [
            (getattr(one, key), one.alpha_3) for key in ("name", "official_name", "common_name") if hasattr(one, key)
        ]
    yield "pycountry (ISO 3166-1): name, official, common", own
    if find_spec("country_converter"):
        import country_converter

        data = country_converter.CountryConverter().data
        rows = data[["ISO3", "name_short", "name_official"]].to_dict("records")
        yield (
            "country_converter: short and official",
            [
                (row[key], row["ISO3"])
                for row in rows
                for key in ("name_short", "name_official")
                if row[key] == row[key]
            ],
        )
    if find_spec("countrynames"):
        import countrynames
        import yaml

        text = (Path(countrynames.__file__).parent / "data.yaml").read_text(encoding="utf-8")
        names = [
            (name, alpha3[code]) for code, every in yaml.safe_load(text).items() if code in alpha3 for name in every
        ]
        yield "countrynames: all its names", [(str(name), code) for name, code in names]
    if i18n:
        found: dict[tuple[str, str], None] = {}
        for path in sorted((i18n / "langs").glob("*.json")):
            for code, said in json.loads(path.read_text(encoding="utf-8"))["countries"].items():
                for name in [said] if isinstance(said, str) else said:
                    if code in alpha3:
                        found[name, alpha3[code]] = None
        yield "i18n-iso-countries: 78 languages", list(found)


def no_states(i18n: Path | None, states: frozenset[str]) -> Iterator[tuple[str, list[str]]]:
    """Return lists of names that are no State's: territories, parts of States, States that are no more."""
    import pycountry

    from icc_cli.treaty.naming import fold

    known: set[str] = set()
    for title, named in lists(i18n):
        known |= {fold(name) for name, code in named if code in states}
        yield f"territories in {title.partition(':')[0]}", [name for name, code in named if code not in states]
    parts = {one.name for one in pycountry.subdivisions if fold(one.name) not in known}
    yield "pycountry (ISO 3166-2): parts of States, homonyms left out", sorted(parts)
    renamed = {"BUR", "BYS", "DHY", "HVO", "NHB", "RHO", "TMP", "ZAR", "AFI", "CTE", "GEL", "FXX"}
    former = [one.name for one in pycountry.historic_countries if one.alpha_3 not in renamed]
    yield "pycountry (ISO 3166-3): States and territories that are no more", former


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--i18n", type=Path)
    parser.add_argument("--wrong", action="store_true", help="print what icc has wrong, and what it refuses")
    parser.add_argument("--most", type=int, default=10**9, help="of a longer list, ask every nth name only")
    parser.add_argument("--only", nargs="*", help="ask these programs only")
    options = parser.parse_args()
    with open_dataset() as dataset:
        states = frozenset(row["iso3"] for row in dataset.sql("SELECT iso3 FROM state"))
    asked = {name: answer for name, answer in peers().items() if not options.only or name in options.only}
    print(_row(["list", "names", *asked]) + "\n" + _row(["---"] * (len(asked) + 2)))
    for title, named in lists(options.i18n):
        pairs = _some([pair for pair in dict.fromkeys(named) if pair[1] in states], options.most)
        cells = []
        for peer, answer in asked.items():
            told = [(name, code, answer(name)) for name, code in pairs]
            right = sum(found == code for _, code, found in told)
            wrong = [one for one in told if one[2] is not None and one[2] != one[1]]
            cells.append(f"{right} / {len(pairs) - right - len(wrong)} / {len(wrong)}")
            if options.wrong and peer == "icc":
                print("wrong:", wrong, "refused:", [one[:2] for one in told if one[2] is None][:4000])
        print(_row([title, len(pairs), *cells]))
    print("\n" + _row(["list of what is no State", "names", *asked]) + "\n" + _row(["---"] * (len(asked) + 2)))
    for title, names in no_states(options.i18n, states):
        names = _some(list(dict.fromkeys(names)), options.most)
        cells = []
        for peer, answer in asked.items():
            taken = [(name, found) for name in names if (found := answer(name)) in states]
            cells.append(str(len(taken)))
            if options.wrong and peer == "icc":
                print("taken:", taken)
        print(_row([title, len(names), *cells]))


def _some(names: list[N], most: int) -> list[N]:
    """Return every nth of a list that is longer than this."""
    return names[:: -(-len(names) // most)] if names else names


def _row(cells: list[Any]) -> str:
    return f"| {' | '.join(map(str, cells))} |"


if __name__ == "__main__":
    main()
