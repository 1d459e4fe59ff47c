"""Each rule in plain words."""

from icc_cli.database.store import Store
from icc_cli.jurisdiction.facts import Facts
from icc_cli.jurisdiction.rules import RULES


def test_every_rule_is_told_in_words_and_has_its_documents(store: Store) -> None:
    facts = Facts(store)
    assert list(RULES) == [f"J{number}" for number in range(1, 31)]
    for rule in RULES.values():
        assert rule.says.endswith(".")
        assert facts.authority(rule.rule), rule.rule


def test_a_withdrawal_takes_effect_a_year_after_receipt_or_on_a_later_day_that_the_notice_names() -> None:
    assert "one year after the Secretary-General receives the notice, or on a later day" in RULES["J12"].says


def test_no_finding_of_aggression_binds_the_court_whether_the_council_referred_it_or_not() -> None:
    assert RULES["J26"].articles == "Art. 15 bis(6)-(9), 15 ter(4)"
    assert "No finding of another body binds the Court" in RULES["J26"].says


def test_article_15_bis_asks_for_an_aggressor_that_is_a_party_in_paragraph_4_and_bars_others_in_paragraph_5() -> None:
    assert RULES["J23"].articles == "Art. 15 bis(4)-(5)"
