"""Each rule in plain words."""

from datetime import date

from icc_cli.cooperation import duties, notes
from icc_cli.cooperation.facts import Facts
from icc_cli.cooperation.rules import RULES
from icc_cli.database.store import Store
from tests.support.places import TODAY


def test_every_rule_is_told_in_words_and_has_its_documents(store: Store) -> None:
    facts = Facts(store, TODAY)
    assert list(RULES) == [f"C{number}" for number in range(1, 11)]
    for rule in RULES.values():
        assert rule.says.endswith(".")
        assert facts.authority(rule.rule), rule.rule


def test_every_rule_is_a_function_that_names_an_article() -> None:
    functions = {name: one for room in (duties, notes) for name, one in vars(room).items() if name[:1] == "c"}
    for rule in RULES:
        [found] = [one for name, one in functions.items() if name.startswith(f"{rule.lower()}_")]
        assert "Art. " in (found.__doc__ or ""), rule


def test_a_rule_does_not_rest_on_a_document_that_came_later(store: Store) -> None:
    def symbols(on: date) -> set[str | None]:
        return {one.symbol for one in Facts(store, on).authority("C8")}

    assert "ICC-02/05-01/09-397" not in symbols(date(2019, 5, 5))
    assert "ICC-02/05-01/09-397" in symbols(date(2019, 5, 6))


def test_a_notice_of_withdrawal_changes_nothing_for_a_year_or_until_a_later_day_that_it_names() -> None:
    assert "one year after receipt or on a later day that it names" in RULES["C3"].says
