"""Every name and code of the evidence, and names of today's world that are near to each other."""

import pytest

from icc_cli import AmbiguousName, IccDataset
from icc_cli.database.store import Store
from icc_cli.errors import UsageError
from icc_cli.queries.names import find
from icc_cli.treaty.naming import fold
from tests.support.evidence import evidence

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
NO_STATE = {
    "former-state": (
        "East Germany, Federal Republic of Yugoslavia, FRY, North Vietnam, North Yemen, Democratic Yemen, "
        "Serbia and Montenegro, South Vietnam, South Yemen, Soviet Union, Union of Soviet Socialist Republics, "
        "United Arab Republic, USSR, West Germany, Yugoslavia, Zanzibar"
    ),
    "part-of-state": "England, Northern Ireland, Papua, Scotland, Tobago, Wales",
    "group": "America, Central Africa",
}
"""Names that the evidence lists below a State and that are not its own, by what they name instead."""
REFUSED = {name: problem for problem, names in NO_STATE.items() for name in names.split(", ")}


@pytest.mark.parametrize("row", STATES, ids=lambda row: row["iso3"])
def test_every_name_and_code_of_the_evidence_finds_its_state(row: dict[str, str], store: Store) -> None:
    for column, name in names_of(row):
        if name.casefold() in SETTLE_NOTHING:
            with pytest.raises(AmbiguousName):
                find(store, name)
        elif name in REFUSED:
            with pytest.raises(UsageError) as caught:
                find(store, name)
            assert getattr(caught.value, "problem", None) == REFUSED[name]
        else:
            assert find(store, name) == row["iso3"], (column, name)
    if row["m49"] and row["iso3"] not in ("TWN", "XKX"):
        assert find(store, row["m49"]) == row["iso3"]
        assert find(store, row["m49"].lstrip("0")) == row["iso3"]


def test_case_and_spacing_do_not_matter_in_any_name_of_the_evidence() -> None:
    for row in STATES:
        for _, name in names_of(row):
            assert fold(f"  {name.upper()} ") == fold(name)
            assert fold(name.replace(" ", "  ")) == fold(name)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("dominica", "DMA"),
        ("guinea", "GIN"),
        ("ireland", "IRL"),
        ("samoa", "WSM"),
        ("St. Lucia", "LCA"),
        ("saint-lucia", "LCA"),
        ("Trinidad & Tobago", "TTO"),
        ("las Bahamas", "BHS"),
    ],
)
def test_the_name_of_one_state_finds_it_though_others_are_near(typed: str, code: str, dataset: IccDataset) -> None:
    assert dataset.find(typed) == code


def test_dominican_may_be_dominica_or_the_dominican_republic(dataset: IccDataset) -> None:
    with pytest.raises(AmbiguousName) as caught:
        dataset.find("dominican")
    assert caught.value.candidates == ("Dominica", "Dominican Republic")
