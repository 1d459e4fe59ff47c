"""The words in which an amendment names its crimes."""

from icc_cli.jurisdiction.crimes import crime_tokens


def test_the_crimes_of_an_amendment_are_read_off_its_articles() -> None:
    assert crime_tokens("8(2)(e)(xiii)-(xv)") == ["8-2-e-xiii", "8-2-e-xiv", "8-2-e-xv"]
    assert crime_tokens("8(2)(b)(xxix), 8(2)(e)(xviii)") == ["8-2-b-xxix", "8-2-e-xviii"]
    assert crime_tokens("124 deleted") == []


def test_the_crimes_of_an_amendment_are_numbered_as_romans_did() -> None:
    assert crime_tokens("8(2)(b)(xxxix)-(xli)") == ["8-2-b-xxxix", "8-2-b-xl", "8-2-b-xli"]
