"""The question as typed, and the refusal of one that contradicts itself or cannot be."""

import re
from datetime import date
from typing import Any

import pytest

from icc_cli.database.store import Store
from icc_cli.errors import UsageError
from icc_cli.jurisdiction.crimes import NAMED, provisions
from icc_cli.jurisdiction.facts import Facts
from icc_cli.jurisdiction.inputs import read
from tests.support.golden import compare
from tests.support.jurisdiction import CAH, answered, ask
from tests.support.places import TODAY


@pytest.mark.parametrize(
    ("word", "crime"),
    [
        ("cah", "crimes-against-humanity"),
        ("Crime against humanity", "crimes-against-humanity"),
        ("war_crimes", "war-crimes"),
        ("WC", "war-crimes"),
        ("war crime", "war-crimes"),
        ("crime of aggression", "aggression"),
        ("Art-70", "administration-of-justice"),
        ("contempt", "administration-of-justice"),
    ],
)
def test_a_crime_may_be_named_by_the_words_people_use(word: str, crime: str, store: Store) -> None:
    assert ask(store, "2018-08-01", "FRA", "FRA", crime=word).crime == crime


def test_an_entry_without_acts_is_read_as_the_territory_it_is_listed_under(store: Store) -> None:
    kosovo = ask(store, "2004-03-17", "kosovo", "USA", crime=CAH)
    assert (kosovo.territory, kosovo.verdict) == ("SRB", "yes-with-caveat")


@pytest.mark.parametrize(
    ("typed", "place", "state"),
    [
        ("East Jerusalem", "east-jerusalem", "PSE"),
        ("gaza", "gaza", "PSE"),
        ("Гренландия", "greenland", "DNK"),
        ("Falkland Is.", "falklands", "GBR"),
    ],
)
def test_a_territory_may_be_named_where_a_state_is_asked_for(typed: str, place: str, state: str, store: Store) -> None:
    q = read(Facts(store), territory=typed, crime=CAH, day=date(2023, 6, 1), as_of=TODAY)
    assert (q.place, q.territory) == (place, state)


def test_two_territories_of_one_state_are_refused(store: Store) -> None:
    with pytest.raises(UsageError, match="two territories are given: taiwan and xinjiang"):
        ask(store, "2016-11-15", "taiwan", "CHN", special=["territory:xinjiang"])


@pytest.mark.parametrize("token", ["vessel:DEU", "aircraft:DEU", "cross-border:DEU", "Territory: EEZ_DEU"])
def test_any_place_is_place_enough(token: str, store: Store) -> None:
    assert ask(store, "2023-06-01", None, special=[token]).verdict in ("yes", "yes-with-caveat", "no")


def test_tokens_are_read_in_any_case_and_with_underscores(store: Store) -> None:
    given: dict[str, Any] = {"day": date(2023, 6, 1), "as_of": TODAY, "crime": CAH}
    q = read(Facts(store), special=["UN_Operation", "territory: Isle_of_Man", "age:130"], **given)
    assert (q.un_operation, q.place, q.zone, q.territory, q.age) == (True, "isle-of-man", None, "GBR", 130)
    assert read(Facts(store), territory="germany", **given).zone is None


def test_a_resolution_named_twice_counts_once(store: Store) -> None:
    darfur = {"special": ["territory:darfur"], "crime": CAH}
    once = ask(store, "2010-06-01", "SDN", "SDN", unsc=["referral:1593"], **darfur)
    assert ask(store, "2010-06-01", "SDN", "SDN", unsc=["referral:1593;Referral: 1593"], **darfur) == once


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"crime": "jaywalking"}, "there is no crime"),
    ({"territory": "atlantis"}, "no State is known"),
    ({"territory": None, "nationals": []}, "neither a place nor a nationality"),
    ({"day": date(2199, 1, 1)}, "lies too far ahead"),
    ({"day": date(2016, 1, 1), "on": date(2015, 12, 31)}, "before the conduct"),
    ({"special": ["territory:gaza"]}, "not listed under"),
    ({"special": ["territory:nowhere"]}, "no territory is known"),
    ({"special": ["territory:"]}, "lacks its value"),
    ({"special": ["territory:crimea", "territory:gaza"]}, "two territories"),
    ({"special": ["territory:eez-phl"]}, "not a zone of"),
    ({"special": ["hovercraft:COM"]}, "no token"),
    ({"special": ["un-operation:yes"]}, "no token"),
    ({"special": ["vessel:atlantis"]}, "no State is known"),
    ({"special": ["age:17;age:18"]}, "two ages"),
    ({"special": ["age:-1"]}, "is no age"),
    ({"special": ["age:17;legal-person"]}, "no age"),
    ({"special": ["cross-border:UKR"]}, "another State"),
    ({"special": ["amended:8-2-e-xix"], "crime": "genocide"}, "name war crimes"),
    ({"special": ["amended:8-2-e-i"]}, "no amendment added"),
    ({"special": ["amended:aggression-2010"]}, "no amendment added"),
    ({"unsc": ["referral:1422"]}, "no Council token"),
    ({"unsc": ["deferral:1593"]}, "no Council token"),
    ({"crime": "aggression", "territory": None, "nationals": ["RUS"]}, "State attacked"),
    ({"crime": "aggression", "special": ["cross-border:LTU"]}, "does not go with aggression"),
    ({"territory": "timor-leste", "day": date(2002, 5, 19)}, "was no State"),
    ({"until": date(2013, 1, 1)}, "no range of days"),
    ({"crime": "genocid"}, "there is no crime"),
    ({"territory": "Yugoslavia"}, "a State that is no more"),
    ({"special": ["territory:cayman-island"], "territory": None}, "no territory is known"),
    ({"special": ["legal-persn"]}, "no token"),
    ({"special": ["qqq"]}, "no token"),
    ({"special": ["legal-person:"]}, "no token"),
    ({"special": ["vessel"]}, "lacks its value"),
    ({"special": ["age:131"]}, "is no age"),
    ({"special": ["age:0018"]}, "is no age"),
    ({"special": ["amended:8-2-e-xx"]}, "no amendment added"),
    ({"special": ["amended:2-8"]}, "no amendment added"),
    ({"unsc": ["1593"]}, "no Council token"),
    ({"crime": "torture"}, r"within Art. 7\(1\)\(f\), 8\(2\)\(a\)\(ii\), 8\(2\)\(c\)\(i\)"),
    ({"crime": "apartheid-as-such"}, r"within Art. 7\(1\)\(j\)"),
    ({"crime": "Starvation"}, r"within Art. 8\(2\)\(b\)\(xxv\), 8\(2\)\(e\)\(xix\)"),
    ({"crime": "hostages"}, "within Art. 8"),
    ({"crime": "deportatio"}, "there is no crime"),
    ({"special": ["aggressor:RUS"]}, "does not go with war-crimes"),
    ({"crime": "aggression", "special": ["aggressor:RUS;aggressor:BLR"]}, "two aggressors"),
    ({"crime": "aggression", "special": ["aggressor:UKR"]}, "is the State attacked"),
    ({"special": ["continuing"]}, "a first and a last day"),
    ({"special": ["high-seas"]}, "no State's territory"),
    ({"nationals": ["stateless", "RUS"]}, "no nationality"),
    ({"special": ["amended:weapons"]}, "no amendment added"),
    ({"special": ["amended:"]}, "lacks its value"),
]


USUAL: dict[str, Any] = {"day": date(2014, 3, 1), "territory": "UKR", "nationals": ["RUS"]}


@pytest.mark.parametrize(("given", "message"), REFUSED, ids=lambda value: str(value)[:50])
def test_what_contradicts_itself_or_cannot_be_is_refused_in_one_line(
    given: dict[str, Any], message: str, store: Store
) -> None:
    with pytest.raises(UsageError, match=message) as refusal:
        answered(store, **{**USUAL, **given})
    assert "\n" not in f"{refusal.value.message} {refusal.value.hint}"


def test_every_refusal_says_what_to_try_as_it_was_last_read(store: Store, request: pytest.FixtureRequest) -> None:
    told = ""
    for given, _ in REFUSED:
        with pytest.raises(UsageError) as refusal:
            answered(store, **{**USUAL, **given})
        asked = "; ".join(f"{name} {value}" for name, value in given.items())
        told += f"{asked}\n  {refusal.value.message}; {refusal.value.hint}\n"
    compare("jurisdiction-refusals", told, request)


def test_every_word_for_a_crime_leads_to_provisions_of_articles_6_to_8() -> None:
    for word in NAMED:
        articles, within = provisions(word)
        assert re.fullmatch(r"([678]\([12]?[a-e]?\)(\([a-z]+\))*(, )?)+", articles), word
        assert {*within} <= {"genocide", "crimes-against-humanity", "war-crimes"}


@pytest.mark.parametrize(
    ("word", "tokens"),
    [
        ("starvation", {"8-2-e-xix"}),
        ("lasers", {"8-2-b-xxix", "8-2-e-xviii"}),
        ("Fragments", {"8-2-b-xxviii", "8-2-e-xvii"}),
        ("biological weapons", {"8-2-b-xxvii", "8-2-e-xvi"}),
        ("gas", {"8-2-e-xiii", "8-2-e-xiv", "8-2-e-xv"}),
        ("8(2)(e)(xix)", {"8-2-e-xix"}),
    ],
)
def test_a_crime_added_by_amendment_goes_by_a_word_too(word: str, tokens: set[str], store: Store) -> None:
    found = ask(store, "2024-06-01", "DEU", "DEU", special=[f"amended:{word}"])
    assert {f"amended:{one}" for one in tokens} == {*found.special}


def test_the_high_seas_are_a_place_and_the_stateless_have_no_nationality(store: Store) -> None:
    sea = ask(store, "2024-06-01", "high seas", "stateless")
    assert (sea.verdict, sea.territory, sea.nationals) == ("no", None, ())
    assert set(sea.special) == {"high-seas", "stateless"}
    assert not sea.depends_on_nationality
    assert ask(store, "2024-06-01", "High Seas", "stateless", special=["vessel:DEU"]).verdict == "yes"


@pytest.mark.parametrize("place", ["donetsk", "luhansk", "rafah", "hebron", "nagorno-karabakh", "new-caledonia"])
def test_a_region_is_examined_under_its_state_wherever_the_record_lists_it(place: str, store: Store) -> None:
    steps = ask(store, "2024-06-01", None, "RUS", special=[f"territory:{place}"]).steps
    assert [one.outcome for one in steps if one.rule == "J14" and "is treated as territory of" in one.says] == ["met"]


@pytest.mark.parametrize("place", ["jersey", "guernsey", "diego-garcia", "chagos", "south-georgia"])
def test_a_place_to_which_no_extension_is_on_record_is_contested_and_never_a_plain_yes(
    place: str, store: Store
) -> None:
    found = ask(store, "2024-06-01", "GBR", "USA", special=[f"territory:{place}"])
    assert (found.verdict, found.caveats[0].caveat) == ("contested", "contested-territory")


def test_nationalities_may_be_parted_by_commas_and_a_name_with_a_comma_is_one(store: Store) -> None:
    assert ask(store, "2016-06-01", "SYR", "USA, RUS", "DEU").nationals == ("USA", "RUS", "DEU")
    assert ask(store, "2016-06-01", "SYR", "Korea, Republic of").nationals == ("KOR",)
    with pytest.raises(UsageError, match="no State is known as"):
        ask(store, "2016-06-01", "SYR", "USA,atlantis")


@pytest.mark.parametrize(("token", "own"), [("vessel:bermuda", "United Kingdom"), ("cross-border:gaza", "Palestine")])
def test_where_a_state_is_asked_for_a_territory_is_refused_with_the_state_it_is_listed_under(
    token: str, own: str, store: Store
) -> None:
    with pytest.raises(UsageError, match="is a territory") as refused:
        ask(store, "2020-01-01", None, "USA", special=[token])
    assert refused.value.hint == f"the record lists it under {own}: give {own}; no position is implied"
