"""What people type -> a State, the candidates, or suggestions."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icc_cli import AmbiguousName, IccDataset, UnknownName
from icc_cli.database.store import Store
from icc_cli.queries.names import find
from icc_cli.treaty.naming import fold
from tests.conftest import evidence

STATES = evidence("states")
LANGUAGES = ("fr", "es", "ar", "ru", "zh")


def names_of(row: dict[str, str]) -> list[tuple[str, str]]:
    own = ["iso3", "iso2", "name_short", "name_everyday", "name_formal", *(f"name_{lang}" for lang in LANGUAGES)]
    own += [f"cldr_{lang}" for lang in ("en", *LANGUAGES)]
    lists = ("aliases", "former_names", "abbreviations")
    return [(column, row[column]) for column in own if row[column]] + [
        (column, name.strip()) for column in lists for name in row[column].split(";") if name.strip()
    ]


SETTLE_NOTHING = {"congo", "конго", "刚果", "الكونغو", "korea", "czechoslovakia", "roc"}
"""Names that several States share, or that are nobody's alone."""


@pytest.mark.parametrize("row", STATES, ids=lambda row: row["iso3"])
def test_every_name_and_code_of_the_evidence_finds_its_state(row: dict[str, str], store: Store) -> None:
    for column, name in names_of(row):
        if name.casefold() in SETTLE_NOTHING:
            with pytest.raises(AmbiguousName):
                find(store, name)
        else:
            assert find(store, name) == row["iso3"], (column, name)
    if row["m49"] and row["iso3"] not in ("TWN", "XKX"):
        assert find(store, row["m49"]) == row["iso3"]
        assert find(store, row["m49"].lstrip("0")) == row["iso3"]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("guinea", "GIN"),
        ("niger", "NER"),
        ("dominica", "DMA"),
        ("georgia", "GEO"),
        ("ireland", "IRL"),
        ("samoa", "WSM"),
        ("sudan", "SDN"),
        ("drc", "COD"),
        ("UK", "GBR"),
        ("u.s.a.", "USA"),
        ("The Gambia", "GMB"),
        ("gambia (the)", "GMB"),
        ("COTE D'IVOIRE", "CIV"),
        ("Côte d’Ivoire", "CIV"),
        ("cote-divoire", "CIV"),
        ("ivory coast", "CIV"),
        ("St. Lucia", "LCA"),
        ("saint-lucia", "LCA"),
        ("Trinidad & Tobago", "TTO"),
        ("Turkey", "TUR"),
        ("Türkiye", "TUR"),
        ("  kenya  ", "KEN"),
        ("Кения", "KEN"),
        ("俄罗斯联邦", "RUS"),
        ("las Bahamas", "BHS"),
        ("Nauru", "NRU"),
        ("Naoero", "NRU"),
        ("Zaire", "COD"),
        ("swiss", "CHE"),
    ],
)
def test_people_write_names_in_many_ways(typed: str, code: str, dataset: IccDataset) -> None:
    assert dataset.find(typed) == code


@pytest.mark.parametrize(
    ("typed", "candidates"),
    [
        ("congo", ("Congo", "Democratic Republic of the Congo")),
        ("Конго", ("Congo", "Democratic Republic of the Congo")),
        ("korea", ("Democratic People's Republic of Korea", "Republic of Korea")),
        ("dominican", ("Dominica", "Dominican Republic")),
        ("congolese", ("Congo", "Democratic Republic of the Congo")),
        ("czechoslovakia", ("Czechia", "Slovakia")),
        ("republic", ()),
    ],
)
def test_a_word_that_several_states_share_lists_them(
    typed: str, candidates: tuple[str, ...], dataset: IccDataset
) -> None:
    with pytest.raises(AmbiguousName) as caught:
        dataset.find(typed)
    assert caught.value.candidates == candidates


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("kenxa", "Kenya"),
        ("Philipines", "Philippines"),
        ("burundy", "Burundi"),
        ("herzegovina", "Bosnia and Herzegovina"),
    ],
)
def test_a_misspelt_name_gets_at_most_three_suggestions_the_likeliest_first(
    typed: str, first: str, dataset: IccDataset
) -> None:
    with pytest.raises(UnknownName) as caught:
        dataset.find(typed)
    assert caught.value.suggestions[0] == first
    assert len(caught.value.suggestions) <= 3
    with pytest.raises(UnknownName) as again:
        dataset.find(typed)
    assert again.value.suggestions == caught.value.suggestions


@pytest.mark.parametrize("typed", ["", " ", "xyzzyx", "%", "_", "' OR 1=1 --", "999", "🏳", "\x00", "a" * 5000])
def test_what_is_no_name_is_unknown(typed: str, dataset: IccDataset) -> None:
    with pytest.raises(UnknownName):
        dataset.find(typed)


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(st.sampled_from([name for row in STATES for _, name in names_of(row)]), st.randoms())
def test_case_and_spacing_do_not_matter(name: str, random: object) -> None:
    assert fold(f"  {name.upper()} ") == fold(name)
    assert fold(name.replace(" ", "  ")) == fold(name)


@given(st.text(max_size=30))
def test_any_text_finds_a_state_or_is_refused_in_words(store: Store, name: str) -> None:
    with suppress(UnknownName, AmbiguousName):
        assert len(find(store, name)) == 3
