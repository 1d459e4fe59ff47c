"""`--format html`: a whole page, which fetches nothing."""

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from tests.support.questions import ASKED

Run = Callable[..., tuple[int, str, str]]


class Page(HTMLParser):
    """Collects the text of a page, what it would fetch unasked, and whether each tag is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        followed = [value or "" for name, value in attrs if (tag, name) == ("a", "href")]
        assert all(address.startswith(("https://", "http://")) for address in followed)
        self.links += [value or "" for name, value in attrs if name in ("src", "href") and tag != "a"]
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


@pytest.mark.usefixtures("table")
def test_html_is_a_whole_page_that_fetches_nothing(icc: Run) -> None:
    for question in ASKED:
        out = icc(*question, "--format", "html")[1]
        page = Page()
        page.feed(out)
        assert page.open == []
        assert page.links == []
        assert not re.search(r"url\((?!#)", out)
    page = Page()
    page.feed(icc("withdrawals", "--since", "2016", "--on", "2026-11-23", "--format", "html")[1])
    assert {"Burundi", "left 27 Oct 2017", "°"} <= set(page.texts)
