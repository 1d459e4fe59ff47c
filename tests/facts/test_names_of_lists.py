"""Names that other lists and languages have: each finds its State, or is refused in words; none finds another State."""

import csv
from collections import defaultdict

import pytest

from icc_cli.database.spellings import listed, meaning
from icc_cli.database.store import Store
from icc_cli.errors import UnknownName, UsageError
from icc_cli.queries.columns import find_all
from icc_cli.queries.names import find
from icc_cli.treaty.naming import fold
from icc_cli.treaty.spelling import code as code_of
from icc_cli.treaty.spelling import keys, repaired
from tests.support.evidence import evidence
from tests.support.places import DATA
from tools import names as maker

NAMES = DATA / "names"
SHARED = {"ambiguous", "former-state"}


def found(store: Store, name: str) -> str:
    """Return the State of a name, or a word for why there is none."""
    try:
        return find(store, name)
    except UsageError as error:
        return str(getattr(error, "problem", "unknown"))


@pytest.fixture(scope="module")
def un() -> list[dict[str, str]]:
    with (NAMES / "un.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_spellings_of_tables_find_their_state_or_are_refused(store: Store) -> None:
    wanted = {row["name"]: row["expected_iso3_or_refuse"] for row in evidence("names_wanted")}
    column = find_all(store, wanted)
    assert {name: one.iso3 or "refuse" for name, one in column.items()} == wanted
    singly = {name: code for name in wanted if len(code := found(store, name)) == 3}
    assert {name: code for name, code in wanted.items() if code != "refuse"} | {"NA": "NAM"} == singly


def test_every_name_in_the_languages_of_the_united_nations_finds_its_state(
    store: Store, un: list[dict[str, str]]
) -> None:
    unsettled = {"congo", "конго", "刚果", "الكونغو"}
    wrong = [
        (row["name"], row["iso3"], said)
        for row in un
        if (said := found(store, row["name"])) != row["iso3"]
        and not (said == "ambiguous" and unsettled & {*keys(row["name"]), row["name"].casefold()})
        and (row["iso3"], said) != ("COG", "ambiguous")
    ]
    assert wrong == []


def test_what_is_printed_as_a_name_is_read_back_in_a_column(store: Store) -> None:
    for own in ("name", "everyday"):
        rows = {row[own]: row["iso3"] for row in store.rows(f"SELECT iso3, {own} FROM state")}
        assert {name: one.iso3 for name, one in find_all(store, rows).items()} == rows


def test_no_key_joins_names_of_two_states_but_one_that_is_refused(store: Store, un: list[dict[str, str]]) -> None:
    named = [(row["name"], row["iso3"]) for row in un]
    named += [
        (row["name"], row["iso3"]) for row in store.rows("SELECT name, iso3 FROM state_name WHERE rank IN (1, 2)")
    ]
    states: dict[str, set[str]] = defaultdict(set)
    for name, iso3 in named:
        for key in keys(repaired(name)):
            states[key].add(iso3)
    for key, shared in states.items():
        if len(shared) > 1:
            listed_as = meaning(key)
            assert listed_as, key
            assert listed_as.problem in SHARED, (key, shared)


def test_names_in_any_language_of_cldr_find_their_state_or_none_but_never_another(
    store: Store, un: list[dict[str, str]]
) -> None:
    by_code = {row["iso2"]: row["iso3"] for row in store.rows("SELECT iso2, iso3 FROM state")}
    right = total = 0
    wrong = []
    every: dict[str, set[str]] = defaultdict(set)
    for code, name, _ in listed("cldr.tsv"):
        every[name].add(by_code.get(code, ""))
    six = {key for row in un for key in keys(row["name"])}
    for name, own in list(every.items())[::7]:
        if code_of(name) or six & {*keys(name)}:  # a code is one first, and the UN's languages go before others
            continue
        said = found(store, name)
        total += own != {""}
        right += said in own
        if len(said) == 3 and said not in own:
            wrong.append((name, own, said))
    assert wrong == []
    assert right > 0.98 * total


def test_the_list_of_keys_is_made_of_what_stands_beside_it() -> None:
    assert (NAMES / "keys.tsv").read_text(encoding="utf-8") == maker.table(), "run python -m tools.names"


def test_every_spelling_names_the_list_that_has_it() -> None:
    readme = (NAMES / "README.md").read_text(encoding="utf-8")
    with (NAMES / "others.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            assert row["source"].removeprefix("ISO ") in readme, row["name"]


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("Mỹ.", "USA"),
        ("MY", "MYS"),
        ("R.U.", "GBR"),
        ("RU", "RUS"),
        ("N.A.", "missing"),
        ("Kosovo (UNSCR 1244)", "XKX"),
        ("Republic of Korea and Japan", "unknown"),
        ("former Sudan", "former-state"),
        ("Ex-Yugoslavia", "former-state"),
        ("The former Yugoslav Republic of Macedonia", "MKD"),
        ("Kosovo (under UNSC Resolution 1244/99)", "XKX"),
        ("Chin", "ambiguous"),
        ("ኮንጎ", "ambiguous"),
        ("Coirea", "ambiguous"),
        ("Est", "unknown"),
        ("Ra", "unknown"),
        ("'Eua", "unknown"),
        ("E.U.A.", "USA"),
        ("Ba", "unknown"),
        ("Saint Lucia's", "unknown"),
        ("Zhongguo", "CHN"),
        ("Darfur", "territory"),
        ("Guinea, Equatorial", "GNQ"),
        ("Samoa, American", "territory"),
        ("Ireland, Northern", "part-of-state"),
        ("Southern Africa", "group"),
        ("香港", "territory"),
        ("HKG", "territory"),
        ("YUG", "former-state"),
        ("Hong Kong (China)", "territory"),
        ("Guinea / Guinea-Bissau", "ambiguous"),
        ("Georgia (US)", "ambiguous"),
        ("Congo (COD)", "COD"),
        ("Eswatini (formerly Swaziland)", "SWZ"),
        ("KE - Kenya", "KEN"),
        ("TÃ¼rkiye", "TUR"),
        ("🇰🇪", "KEN"),
        ("Biritaniya", "GBR"),
        ("Afrika Selatan", "ZAF"),
        ("T?rkiye", "unknown"),
        ("Pakistan, E.", "BGD"),
        ("Germany (E)", "former-state"),
        ("germany (e)", "former-state"),
        ("sudan (s)", "SSD"),
        ("yemen (s)", "former-state"),
        ("cyprus (n)", "territory"),
        ("samoa (a)", "unknown"),
        ("Brazilian I.", "unknown"),
        ("A. Samoa", "unknown"),
        ("East Azerbaijan", "unknown"),
        ("Del-Szudan", "SSD"),
        ("Do Thái", "unknown"),
        ("Mari El", "unknown"),
        ("Brasil (el)", "BRA"),
        ("Comores, les", "COM"),
        ("Gambie (République de la)", "GMB"),
        ("FR Germany", "DEU"),
        ("Somalia (Fr.)", "ambiguous"),
        ("Sudan (Fr.)", "MLI"),
        ("السويس", "unknown"),
        ("الجزيرة", "part-of-state"),
        ("مان", "unknown"),
        ("عمّان", "unknown"),
        ("عمان", "OMN"),
        ("البيرو", "PER"),
        ("People´s Republic of China", "CHN"),
        ("Almania", "ambiguous"),
        ("Lwanda", "ambiguous"),
        ("Poole", "ambiguous"),
        ("Uman", "ambiguous"),
        ("Republic of Korea (South)", "KOR"),
        ("Korea, Dem. People's Rep. of (North)", "PRK"),
        ("Korea, Dem. People's Rep. of (South)", "group"),
        ("Democratic Republic of the Congo (Kinshasa)", "COD"),
        ("Republic of the Congo (Kinshasa)", "unknown"),
        ("Former Yugoslav Republic of Macedonia (FYROM)", "MKD"),
        ("Macedonia (Skopje)", "MKD"),
        ("North Macedonia (former Yugoslav Republic of Macedonia)", "MKD"),
        ("الفيتنام", "VNM"),
        ("Georgia (country)", "GEO"),
        ("Myanmar (ex-Burma)", "MMR"),
        ("Congo (was Zaire)", "COD"),
        ("Eswatini, formerly Swaziland", "SWZ"),
        ("Swaziland, now Eswatini", "SWZ"),
        ("Serbia (former Yugoslavia)", "former-state"),
        ("Sudan (former)", "former-state"),
        ("ミャンマー", "MMR"),
        ("म्यांमार", "MMR"),
        ("Birmania", "MMR"),
        ("Laos (PDR)", "LAO"),
        ("Russian Fed.", "RUS"),
        ("Centr. Afr. Rep.", "CAF"),
        ("W. Samoa", "WSM"),
        ("Great Britain & N. Ireland", "GBR"),
        ("Tanzania, U. Rep. of", "TZA"),
        ("Venezuela, Boliv. Rep. of", "VEN"),
        ("Bolivia, Plur. State of", "BOL"),
        ("Taiwan Prov. of China", "TWN"),
        ("So. Africa", "ZAF"),
        ("RD Congo", "COD"),
        ("N. Zealand", "unknown"),
        ("Guiana", "ambiguous"),
        ("Panama Canal Zone", "part-of-state"),
        ("Virgin Islands", "territory"),
        ("Macao, China", "territory"),
        ("United States Minor Outlying Islands", "territory"),
        ("Wallis and Futuna Islands", "territory"),
        ("Hong Kong Special Administrative Region", "territory"),
        ("Tobago", "part-of-state"),
        ("Nevis", "part-of-state"),
        ("Barbuda", "part-of-state"),
        ("Trinidad", "TTO"),
        ("Iraq et al.", "unknown"),
        ("China and Taiwan", "ambiguous"),
        ("China/Taiwan", "ambiguous"),
        ("China;Taiwan", "ambiguous"),
        ("China & Taiwan", "ambiguous"),
        ("China, Taiwan", "TWN"),
        ("DE11", "unknown"),
        ("CA 35", "unknown"),
        ("12) Kenya", "KEN"),
        ("Congo (Repub", "cut"),
        ("Gambia (The", "cut"),
    ],
)
def test_kinds_of_spellings(name: str, problem: str, store: Store) -> None:
    assert found(store, name) == problem


@pytest.mark.parametrize("link", [" and ", "/", " & ", ";", " et "])
def test_no_two_names_of_states_joined_find_one(link: str, store: Store) -> None:
    names = [row["everyday"] for row in store.rows("SELECT everyday FROM state")]
    near = [(one, other) for one in names for other in names if fold(one)[:3] == fold(other)[:3] or one == "China"]
    for one, other in near:
        if one != other and {one, other} != {"DR Congo", "Congo (Brazzaville)"}:
            assert len(found(store, f"{one}{link}{other}")) > 3, (one, other)


DIRECTIONS = "East {}|{}, E.|{} E|{} (E)|{} (e)|E. {}|North {}|{} (n)|{}, N|S. {}|{} (s)|West {}|{} w|{} (w)"
OTHERS = {
    ("Pakistan", "BGD"),
    ("Samoa", "WSM"),
    ("Sudan", "SSD"),
    ("South Africa", "NAM"),
    ("South Korea", "KOR"),
    ("North Korea", "PRK"),
}
"""East Pakistan, Western Samoa, South Sudan, South West Africa; and whose direction is said twice."""


@pytest.mark.parametrize("pattern", DIRECTIONS.split("|"))
def test_no_name_of_a_state_with_a_direction_finds_that_state(pattern: str, store: Store) -> None:
    for row in store.rows("SELECT everyday FROM state"):
        said = found(store, pattern.format(row["everyday"]))
        assert len(said) > 3 or (row["everyday"], said) in OTHERS, (row["everyday"], said)


def test_no_code_of_a_state_finds_it_with_a_number_behind(store: Store) -> None:
    for row in store.rows("SELECT iso2, iso3 FROM state"):
        for code in (row["iso2"], row["iso3"]):
            assert {found(store, f"{code}{rest}") for rest in ("1", "11", " 35")} == {"unknown"}


@pytest.mark.parametrize("pattern", ["{} (Fr.)", "{} FR", "{} (Br.)", "{} I.", "{} A", "{}, A."])
def test_no_name_of_a_state_with_letters_that_say_whose_part_it_is_finds_that_state(pattern: str, store: Store) -> None:
    for row in store.rows("SELECT everyday, iso3, formal FROM state"):
        if not (row["formal"] or "").startswith("Federal Republic") and row["everyday"] not in (
            "Guinea",
            "France",
            "Cameroon",
        ):
            assert found(store, pattern.format(row["everyday"])) != row["iso3"]


ASTRAY = (
    "Greenlandia|Isle of Mann|Kingdom of Foo|Guinea Forest|Southern Chad region|North Dakota|Virginia|Sealand|Brittany"
    "|Davao del Sur|AALAND ISLANDS|Paracel Islands|EL|Ceilan|Guinea B|R. Guinea|North Borneo|South Arabia"
    "|West Timor|Bengal|Flanders|Liberland|Central African Federation|Saint Mark|Line Islands"
)


@pytest.mark.parametrize("name", ASTRAY.split("|"))
def test_none_is_suggested_where_another_state_would_be(name: str, store: Store) -> None:
    with pytest.raises(UsageError) as caught:
        find(store, name)
    assert "did you mean" not in (caught.value.hint or "")


EVERYDAY = {
    "ZAF": "ЮАР|南アフリカ共和国|남아프리카공화국|남아프리카 공화국|Suedafrika",
    "KOR": "Южная Корея|韓國|Suedkorea",
    "PRK": "Северная Корея",
    "BLR": "Белоруссия|روسيا البيضاء|بيلاروسيا|Weißrussland|Vitryssland",
    "GBR": "Соединенное Королевство|بريطانيا|Großbritannien|Gran Bretagna|Grande-Bretagne|Gran Bretaña|İngiltere",
    "USA": "米国|Vereinigte Staaten von Amerika|Stati Uniti d'America|Verenigde Staten van Amerika|Förenta staterna",
    "RUS": "ロシア連邦|Russische Föderation|Russische Foederation|Rusya Federasyonu|Federacja Rosyjska|Federación Rusa",
    "CAF": "ЦАР|Centrafrique",
    "ARE": "阿联酋|الإمارات",
    "SAU": "沙特|السعودية",
    "EGY": "Aegypten",
    "DNK": "Daenemark",
    "TUR": "터키|Tuerkei",
    "TWN": "臺灣|타이완",
    "COM": "Comoro Islands",
    "KAZ": "Kazakh SSR",
    "IRL": "Irish Free State",
    "LBY": "Libyan Arab Republic",
    "CMR": "Cameroon, United Republic of",
    "BIH": "BOSNIA AND HERZEGOWINA",
    "DEU": "German Federal Republic",
    "PSE": "West Bank and Gaza Strip|Palestinian National Authority|Palestinian Auth.",
    "XKX": "Kosovo (in accordance with UN Security Council resolution 1244 (1999))",
}


@pytest.mark.parametrize("iso3", EVERYDAY)
def test_everyday_and_earlier_names_in_large_languages_find_their_state(iso3: str, store: Store) -> None:
    for name in EVERYDAY[iso3].split("|"):
        assert found(store, name) == iso3, name


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Unit. Arab Emirates", "United Arab Emirates"),
        ("T?rkiye", "Türkiye"),
        ("C?te d'Ivoire", "Côte d'Ivoire"),
        ("Swazilnd", "Eswatini"),
        ("Saint Lucai", "Saint Lucia"),
        ("United Sates", "United States of America"),
        ("Marshal Islands", "Marshall Islands"),
    ],
)
def test_a_slip_or_a_word_cut_short_is_understood(name: str, first: str, store: Store) -> None:
    with pytest.raises(UnknownName) as caught:
        find(store, name)
    assert caught.value.suggestions[0] == first


def test_small_words_of_three_letters_are_words_but_among_codes(store: Store) -> None:
    assert {one.problem for one in find_all(store, ["and", "are", "can", "est", "per", "Kenya"]).values()} == {
        "unknown", None,
    }  # fmt: skip
    codes = ["and", "are", "bra", "deu", "fra", "ita", "ken", "nor"]
    assert all(one.iso3 == name.upper() for name, one in find_all(store, codes).items())
