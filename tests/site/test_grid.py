"""Tables of the site, with links."""

from icc_cli.queries.acts import Source
from icc_cli.site.grid import linked


def test_no_page_leads_to_an_address_that_is_not_of_the_web() -> None:
    told = linked([Source("key", None, 'A <b> "title"', "javascript:alert(1)")])
    assert "javascript" not in told
    assert "<b>" not in told
