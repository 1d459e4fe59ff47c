"""What people type -> a State, the candidates, or suggestions."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icc_cli import AmbiguousName, IccDataset, UnknownName
from icc_cli.database.store import Store
from icc_cli.queries.names import find


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("guinea", "GIN"),
        ("niger", "NER"),
        ("georgia", "GEO"),
        ("ireland", "IRL"),
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
        ("St. Vincent and the Grenadines", "VCT"),
        ("saint-vincent-and-the-grenadines", "VCT"),
        ("St-Vincent-et-les Grenadines", "VCT"),
        ("Bosnia & Herzegovina", "BIH"),
        ("Turkey", "TUR"),
        ("Türkiye", "TUR"),
        ("  kenya  ", "KEN"),
        ("Кения", "KEN"),
        ("俄罗斯联邦", "RUS"),
        ("las Comoras", "COM"),
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


@given(st.text(max_size=30))
def test_any_text_finds_a_state_or_is_refused_in_words(store: Store, name: str) -> None:
    with suppress(UnknownName, AmbiguousName):
        assert len(find(store, name)) == 3
