"""A column of names: what stands beside a name says what it means."""

import pytest

from icc_cli.database.store import Store
from icc_cli.errors import UsageError
from icc_cli.queries.columns import find_all


def test_congo_is_the_state_of_that_name_unless_it_stands_there_by_another(store: Store) -> None:
    alone = find_all(store, ["Congo", "Congo, Dem. Rep.", "Kenya"])
    assert alone["Congo"].iso3 == "COG"
    beside = find_all(store, ["Congo", "Congo, Rep.", "Kenya"])
    assert (beside["Congo"].iso3, beside["Congo"].problem) == (None, "ambiguous")
    assert beside["Congo"].candidates == ("Congo", "Democratic Republic of the Congo")


def test_na_is_a_missing_value_in_a_column_and_small_words_are_words(store: Store) -> None:
    found = find_all(store, ["NA", "no", "NO", ""])
    assert {name: one.iso3 or one.problem for name, one in found.items()} == {
        "NA": "missing", "no": "unknown", "NO": "NOR", "": "missing",
    }  # fmt: skip
    assert find_all(store, ["NA", "no"], "iso")["NA"].iso3 == "NAM"


def test_codes_that_are_not_all_of_one_scheme_are_refused(store: Store) -> None:
    numbers = ["710", "404", "2", "731", "999"]
    found = find_all(store, numbers).values()
    assert {one.problem for one in found} == {"ambiguous", "unknown"}
    assert {one.hint for one in found} == {"say which codes they are: --codes iso, m49, cow, gw, vdem"}
    assert find_all(store, ["710", "501"], "cow")["710"].iso3 == "CHN"
    assert find_all(store, ["710", "404"], "m49")["710"].iso3 == "ZAF"
    assert find_all(store, ["710", "404", "4"])["4"].iso3 == "AFG"


def test_a_scheme_that_is_not_known_is_refused(store: Store) -> None:
    with pytest.raises(UsageError, match="no codes 'fips'"):
        find_all(store, ["CH"], "fips")


def test_candidates_and_hints_stand_beside_what_settles_on_no_state(store: Store) -> None:
    found = find_all(store, ["Kenya?", "kenxa", "hong kong", "Yugoslavia", '"Guinea'])
    assert [(one.problem, one.candidates) for one in found.values()] == [
        ("doubt", ("Kenya",)),
        ("unknown", ("Kenya",)),
        ("territory", ()),
        ("former-state", ("Bosnia and Herzegovina", "Montenegro", "Serbia")),
        ("cut", ()),
    ]
    assert found["hong kong"].hint == "ask with 'icc jurisdiction --all-crimes -d DAY --in hong-kong'"


def test_georgia_among_states_of_the_united_states_is_one_of_them(store: Store) -> None:
    found = find_all(store, ["Florida", "Georgia", "Hawaii", "GEO"])
    assert (found["Georgia"].problem, found["GEO"].iso3) == ("ambiguous", "GEO")
    assert found["Georgia"].candidates == ("Georgia", "United States of America")
    assert find_all(store, ["Florida", "Georgia", "Kenya"])["Georgia"].iso3 == "GEO"
