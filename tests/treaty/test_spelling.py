"""Spellings of a name share a key; what is written as a code is told apart from what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icc_cli.treaty.spelling import code, is_doubtful, is_missing, keys, parts, repaired


@pytest.mark.parametrize(
    "spellings",
    [
        ("Korea, Rep.", "Republic of Korea", "Korea (the Republic of)", "KOREA, REPUBLIC OF", "Rep. of Korea"),
        ("Côte d'Ivoire", "Cote d Ivoire", "CÔTE D’ IVOIRE", "cote-d-ivoire"),
        ("Lao People's Dem. Rep.", "Lao Peoples Democratic Republic", "Lao People s Democratic Republic"),
        ("Micronesia, Fed. Sts.", "Federated States of Micronesia"),
        ("Iran, I.R.", "Islamic Republic of Iran"),
        ("Comores (les)", "les Comores", "Comores"),
        ("جمهورية مصر العربية", "جمهوريه مصر العربيه"),
        ("Viet Nam", "Vietnam", "Viet-Nam"),
    ],
)
def test_spellings_of_a_name_share_a_key(spellings: tuple[str, ...]) -> None:
    first, *others = [{*keys(name)} for name in spellings]
    for other in others:
        assert first & other


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dél-Korea", "Korea"),
        ("South Africa", "Southern Africa"),
        ("Guinea", "Equatorial Guinea"),
        ("Guinea Guinea", "Guinea"),
        ("ガボン", "カボン"),
        ("کینیا", "گینیا"),
        ("Niger", "Nigeria"),
        ("R.A.", "Ra"),
        ("Saint Lucia's", "Saint Lucia"),
    ],
)
def test_other_names_have_other_keys(one: str, other: str) -> None:
    assert not {*keys(one)} & {*keys(other)}


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Serbia<superscript>6,18</superscript>", "Serbia"),
        ("Kenya [1]", "Kenya"),
        ("Kenya (a)", "Kenya"),
        ("Gabon1", "Gabon"),
        ("Yemen²,³", "Yemen"),
        ("Kenya *†", "Kenya"),
        ("C&#244;te d&#39;Ivoire", "Côte d'Ivoire"),
        ("CÃ´te d'Ivoire", "Côte d'Ivoire"),
        ("São Tomé", "São Tomé"),
        ("CÃ´te d’Ivoire", "Côte d’Ivoire"),
        ("CÃƒÂ´te d'Ivoire", "Côte d'Ivoire"),
        ("C√¥te d'Ivoire", "Côte d'Ivoire"),
        ("Kenya%20", "Kenya"),
        ("Kenya 1/", "Kenya"),
        ("Kenya /1", "Kenya"),
        ("1. Kenya", "Kenya"),
        ("Sudan (s)", "Sudan (s)"),
        ("DE11", "DE11"),
    ],
)
def test_mark_up_footnotes_and_broken_letters_are_mended(cell: str, name: str) -> None:
    assert repaired(cell) == name


@pytest.mark.parametrize(
    ("cell", "is_one"),
    [
        ("KEN", "KEN"),
        ("ke", "KE"),
        ("404", "404"),
        ("🇰🇪", "KE"),
        ("K.E.", ""),
        ("Mỹ", ""),
        ("４０４", ""),
        ("Mali", ""),
    ],
)
def test_codes_are_two_or_three_bare_letters_or_digits(cell: str, is_one: str) -> None:
    assert code(cell) == is_one


def test_cells_say_that_they_hold_nothing_or_doubt_themselves() -> None:
    assert all(map(is_missing, ("NA", "n/a", "N.A.", "-", "(unknown)", "not  available")))
    assert not is_missing("Nauru")
    assert all(map(is_doubtful, ("Guinea?", "Armenia (?)", "?Kenya", "Kenya？")))
    assert not is_doubtful("T?rkiye")


def test_a_cell_is_parted_where_names_are() -> None:
    assert parts("Croatia (local name: Hrvatska)") == ["Croatia", "Hrvatska"]
    assert parts("Burma/Myanmar") == ["Burma", "Myanmar"]
    assert parts("Guinea-Bissau") == []


@given(st.text(max_size=40))
def test_any_text_has_keys_or_none(text: str) -> None:
    for key in keys(repaired(text)):
        assert "\t" not in key
        assert "\n" not in key
