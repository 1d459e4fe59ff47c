"""J4 and J8: the whole procedure for one day, and offences that need no link."""

from icc_cli.database.store import Store
from tests.support.jurisdiction import ask


def test_offences_under_article_70_need_no_link_and_can_be_too_old(store: Store) -> None:
    given = {"crime": "administration-of-justice"}
    assert ask(store, "2015-03-01", "ETH", "ETH", on="2020-03-01", **given).verdict == "yes"
    assert ask(store, "2015-03-01", "ETH", "ETH", on="2020-03-02", **given).verdict == "yes-with-caveat"
    assert ask(store, "2002-06-30", "ETH", "ETH", **given).verdict == "no"
