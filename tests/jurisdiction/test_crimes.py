"""The words for crimes: where Arts. 6 to 8 have what people call a crime, and how amendments name theirs."""

import pytest

from icc_cli.jurisdiction.crimes import NAMED, crime_tokens, provisions

TEXT = {
    "6(a)": "killing",
    "6(e)": "forcible-transfer",
    "7(1)(a)": "killing murder",
    "7(1)(b)": "extermination",
    "7(1)(c)": "enslavement human-trafficking slavery",
    "7(1)(d)": "deportation forced-displacement forcible-transfer",
    "7(1)(e)": "imprisonment",
    "7(1)(f)": "torture",
    "7(1)(g)": "enforced-prostitution forced-pregnancy rape sexual-slavery sexual-violence",
    "7(1)(h)": "persecution",
    "7(1)(i)": "enforced-disappearance",
    "7(1)(j)": "apartheid",
    "7(1)(k)": "inhumane-acts",
    "7(2)(c)": "human-trafficking slavery",
    "8(2)(a)(i)": "killing wilful-killing",
    "8(2)(a)(ii)": "torture",
    "8(2)(a)(vii)": "deportation forced-displacement forcible-transfer",
    "8(2)(a)(viii)": "hostage-taking",
    "8(2)(b)(i)": "attacking-civilians",
    "8(2)(b)(viii)": "deportation forced-displacement forcible-transfer",
    "8(2)(b)(ix)": "attacking-hospitals",
    "8(2)(b)(x)": "mutilation",
    "8(2)(b)(xvi)": "pillage",
    "8(2)(b)(xvii)": "poison",
    "8(2)(b)(xviii)": "chemical-weapons",
    "8(2)(b)(xxi)": "outrages-upon-dignity",
    "8(2)(b)(xxii)": "enforced-prostitution forced-pregnancy rape sexual-slavery sexual-violence",
    "8(2)(b)(xxiii)": "human-shields",
    "8(2)(b)(xxv)": "starvation",
    "8(2)(b)(xxvi)": "child-soldiers",
    "8(2)(b)(xxvii)": "biological-weapons",
    "8(2)(c)(i)": "cruel-treatment killing murder mutilation torture",
    "8(2)(c)(ii)": "outrages-upon-dignity",
    "8(2)(c)(iii)": "hostage-taking",
    "8(2)(e)(i)": "attacking-civilians",
    "8(2)(e)(iv)": "attacking-hospitals",
    "8(2)(e)(v)": "pillage",
    "8(2)(e)(vi)": "enforced-prostitution forced-pregnancy rape sexual-slavery sexual-violence",
    "8(2)(e)(vii)": "child-soldiers",
    "8(2)(e)(viii)": "forced-displacement",
    "8(2)(e)(xi)": "mutilation",
    "8(2)(e)(xiii)": "poison",
    "8(2)(e)(xiv)": "chemical-weapons",
    "8(2)(e)(xvi)": "biological-weapons",
    "8(2)(e)(xix)": "starvation",
}
"""The words for what each provision has, read off the Statute and its amendments, provision by provision."""


def test_a_crime_is_told_to_be_in_every_provision_that_has_it_and_in_no_other() -> None:
    said = {word: set(provisions(word)[0].split(", ")) for word in NAMED}
    own = {word for words in TEXT.values() for word in words.split()}
    assert own <= said.keys()
    assert {word: said[word] for word in own} == {
        word: {provision for provision, words in TEXT.items() if word in words.split()} for word in own
    }
    assert all(found in [said[word] for word in own] for found in said.values()), "another word for one of these"


def test_wilful_killing_is_a_grave_breach_of_the_geneva_conventions_alone() -> None:
    assert provisions("wilful-killing") == ("8(2)(a)(i)", ["war-crimes"])


@pytest.mark.parametrize("word", ["deportation", "forcible-transfer", "forced-displacement"])
def test_moving_people_out_of_an_occupied_territory_is_a_war_crime(word: str) -> None:
    assert "8(2)(b)(viii)" in provisions(word)[0].split(", ")


def test_the_crimes_of_an_amendment_are_read_off_its_articles() -> None:
    assert crime_tokens("8(2)(e)(xiii)-(xv)") == ["8-2-e-xiii", "8-2-e-xiv", "8-2-e-xv"]
    assert crime_tokens("8(2)(b)(xxix), 8(2)(e)(xviii)") == ["8-2-b-xxix", "8-2-e-xviii"]
    assert crime_tokens("124 deleted") == []


def test_the_crimes_of_an_amendment_are_numbered_as_romans_did() -> None:
    assert crime_tokens("8(2)(b)(xxxix)-(xli)") == ["8-2-b-xxxix", "8-2-b-xl", "8-2-b-xli"]
