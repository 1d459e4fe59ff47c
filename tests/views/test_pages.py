"""What people see, kept as files. `pytest --update-golden` writes them anew: read the difference before you commit."""

import re
import shlex
from collections.abc import Callable

import pytest

from tests.support.golden import compare

PAGES = {
    "status-russia": "icc status russia --on 2026-11-23",
    "status-gambia-2016-11-16": "icc status gambia --on 2016-11-16",
    "status-gambia": "icc status gambia --on 2026-11-23",
    "status-niger-projected": "icc status niger --on 2027-06-18",
    "status-ukraine": "icc status ukraine --on 2026-11-23",
    "status-germany": "icc status germany --on 2026-11-23",
    "status-malaysia": "icc status malaysia --on 2026-11-23",
    "status-montenegro-known-by": "icc status montenegro --on 2006-07-01 --known-by 2006-07-01",
    "status-kosovo": "icc status kosovo --on 2026-11-23",
    "status-several": "icc status burundi gambia niger usa malaysia taiwan --on 2026-11-23",
    "withdrawals-2016": "icc withdrawals --since 2016 --on 2026-11-23",
    "withdrawals-2016-11-16": "icc withdrawals --on 2016-11-16",
    "parties-withdrawing": "icc parties --status state-party-withdrawing --on 2026-11-23",
    "parties-former-projected": "icc parties --status former-party --on 2027-09-23",
    "events-autumn-2016": "icc events --since 2016-10-01 --until 2016-11-30 --on 2026-11-23",
    "brief-2002-07-01": "icc brief --on 2002-07-01",
    "brief-2013-10-12": "icc brief --on 2013-10-12",
    "brief-2016-11-16": "icc brief --on 2016-11-16",
    "brief-2017-02-10": "icc brief --on 2017-02-10",
    "brief-today": "icc brief --on 2026-11-23",
    "diff-2016-2017": "icc diff 2016-10-01 2017-10-31",
    "upcoming": "icc upcoming --on 2026-11-23",
    "situations-2016-11-16": "icc situations --open --on 2016-11-16",
    "amendments": "icc amendments --on 2026-11-23",
    "amendments-aggression": "icc amendments aggression-2010 --on 2026-11-23",
    "amendments-germany": "icc amendments --state germany --on 2026-11-23",
    "declarations-uruguay": "icc declarations uruguay --on 2026-11-23",
    "declarations-article-124": "icc declarations --kind article-124 --on 2026-11-23",
    "agreement-2004-07-22": "icc agreement --on 2004-07-22",
    "timeline-eight": "icc timeline russia gambia burundi south-africa philippines hungary niger usa --on 2026-11-23",
    "timeline-2016-11-16": "icc timeline gambia montenegro south-sudan kosovo --on 2016-11-16",
    "chart-parties": "icc chart parties --on 2026-11-23",
    "chart-regions": "icc chart parties --region all --since 2010 --on 2026-11-23",
    "map-2016-11-16": "icc map --on 2016-11-16",
    "map-aggression": "icc map --colour-by amendment:aggression-2010 --on 2026-11-23",
    "search-gambia": "icc search gambia --on 2026-11-23",
    "search-notice-2016-11-16": "icc search notice withdrawal --kind act --limit 2 --on 2016-11-16",
    "cite-gambia": "icc cite gambia --on 2026-11-23",
    "cite-gambia-notice": "icc cite GMB-2016-11-10-withdrawal-notice --on 2026-11-23",
    "show-gambia-notice": "icc show GMB-2016-11-10-withdrawal-notice --on 2026-11-23",
    "show-cn-862-2016": "icc show cn-862-2016 --on 2026-11-23",
    "show-darfur": "icc show darfur --on 2026-11-23",
    "show-aggression-2010": "icc show aggression-2010 --on 2026-11-23",
    "show-al-bashir": "icc show al-bashir --on 2026-11-23",
    "cite-putin": "icc cite putin --on 2026-11-23",
    "cases": "icc cases --on 2026-11-23",
    "cases-kenya": "icc cases kenya --on 2013-12-31",
    "warrants": "icc warrants --on 2026-11-23",
    "warrants-at-large-2016-11-16": "icc warrants --at-large --on 2016-11-16",
    "events-njeem": "icc events --person njeem --on 2026-11-23",
}


RESHAPED = (
    "status-russia", "status-several", "withdrawals-2016", "brief-2016-11-16", "situations-2016-11-16", "amendments",
    "diff-2016-2017", "upcoming", "warrants", "timeline-eight", "chart-parties", "map-2016-11-16",
)  # fmt: skip
"""Pages that are laid out otherwise on a narrow and on a wide terminal, and are kept for these widths, too."""


@pytest.mark.parametrize(
    ("name", "width"), [(name, 80) for name in PAGES] + [(name, width) for name in RESHAPED for width in (60, 140)]
)
def test_the_page_looks_as_it_was_last_read(
    name: str, width: int, at_width: Callable[..., str], request: pytest.FixtureRequest
) -> None:
    compare(f"{name}.{width}", at_width(width, *shlex.split(PAGES[name])[1:]), request)


@pytest.mark.parametrize("width", [60, 80, 140])
@pytest.mark.parametrize("name", PAGES)
def test_no_line_of_a_page_is_wider_than_the_terminal(name: str, width: int, at_width: Callable[..., str]) -> None:
    """An address that does not fit stands alone on its line: a broken one could not be followed."""
    lines = at_width(width, *shlex.split(PAGES[name])[1:]).splitlines()
    assert [line for line in lines if len(line) > width and not re.fullmatch(r" *https://\S+", line)] == []


@pytest.mark.parametrize("name", PAGES)
def test_the_piped_page_is_as_it_was_last_read(
    name: str, icc: Callable[..., tuple[int, str, str]], request: pytest.FixtureRequest
) -> None:
    code, shown, err = icc(*shlex.split(PAGES[name])[1:])
    assert (code, err) == (0, "")
    compare(f"{name}.plain", shown, request)
