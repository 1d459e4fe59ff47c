"""Articles of the Statute: how they are typed, what they are about, and how many paragraphs they have."""

import re

import pytest

from icc_cli.cooperation import rules as duties
from icc_cli.jurisdiction import rules
from icc_cli.treaty.articles import ARTICLES, LAST, article, identifier, named


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("article-127", "127"),
        ("Article 127", "127"),
        ("Art. 12(3)", "12"),
        ("art.15bis", "15 bis"),
        ("ARTICLE 15 ter (2) (a)", "15 ter"),
        ("article-8-bis", "8 bis"),
        ("127", None),
        ("article-124-2015", None),
        ("article", None),
        ("partition 3", None),
    ],
)
def test_an_article_is_read_as_people_write_it(typed: str, number: str | None) -> None:
    assert article(typed) == number


def test_every_id_of_an_article_is_read_back() -> None:
    assert [article(identifier(number)) for number in ARTICLES] == list(ARTICLES)
    assert all(0 < int(number.split()[0]) <= LAST for number in ARTICLES)


def test_the_articles_of_an_amendment_are_those_it_names_outside_brackets() -> None:
    assert named("5(2) deleted; 8 bis, 15 ter inserted; 9(1), 25(3 bis) amended") == ["5", "8 bis", "15 ter", "9", "25"]
    assert named("8(2)(e)(xiii)-(xv)") == ["8"]


def test_every_article_that_a_rule_rests_on_has_its_words() -> None:
    for rule in [*rules.RULES.values(), *duties.RULES.values()]:
        for part in rule.articles.split(";"):
            cited = part.strip().removeprefix("Art. ")
            if cited[0].isdigit() and "Rule" not in part:
                assert set(named(cited)) <= ARTICLES.keys(), rule.rule


PARAGRAPHS = {
    "11": 2,
    "12": 3,
    "15 bis": 10,
    "15 ter": 5,
    "19": 11,
    "22": 3,
    "24": 2,
    "25": 4,
    "27": 2,
    "59": 7,
    "87": 7,
    "89": 4,
    "98": 2,
    "121": 7,
    "126": 2,
    "127": 2,
}
"""How many paragraphs an article has, of those that rules cite by paragraph; 25 has a (3 bis) beside its four."""


def test_a_rule_rests_on_paragraphs_that_the_article_has() -> None:
    for rule in [*rules.RULES.values(), *duties.RULES.values()]:
        statute = ", ".join(part for part in rule.articles.split("; ") if part.startswith("Art. "))
        for number, cited in re.findall(r"(\d+(?: bis| ter)?)((?:\(\d+(?: bis)?\)-?)+)", statute):
            assert all(0 < int(one) <= PARAGRAPHS[number] for one in re.findall(r"\d+", cited)), rule.rule


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("18", "Without a referral by the Security Council"),
        ("59", "whom the warrant means, not whether it was rightly issued"),
        ("98", "agreements by which a State that sent a person must consent to surrender"),
        ("121", "seven eighths of the Parties have accepted"),
    ],
)
def test_an_article_says_no_more_and_no_less_than_the_statute(number: str, words: str) -> None:
    assert words in ARTICLES[number][1]
