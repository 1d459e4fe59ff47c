"""Map, chart, brief, site, panel and the depositary's table tell the same numbers of States, and these ones."""

import json
import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

from icc_cli import pictures
from icc_cli.api import IccDataset
from icc_cli.database.store import Store
from icc_cli.depositary import xml
from icc_cli.depositary.compare import Compared, Comparison, Kind, compare
from icc_cli.depositary.treaties import recognise
from icc_cli.queries.map import world_map
from icc_cli.site.pages import Pages
from tests.support import untc
from tests.support.pictures import texts
from tests.support.places import TODAY
from tests.support.untc import Made

Run = Callable[..., tuple[int, str, str]]
Json = Callable[..., Any]
AUTUMN = date(2016, 11, 16)


def front_page(store: Store) -> str:
    """Return the front page of a site of that day."""
    return str(dict(Pages(store, AUTUMN).tasks())["index.html"]())


def test_map_chart_brief_and_front_page_count_124_parties_on_16_november_2016(
    icc: Run, icc_json: Json, store: Store
) -> None:
    day = ("--on", str(AUTUMN))
    _, out, _ = icc("map", *day)
    assert "124 States Parties" in out
    assert "124 States Parties, 3 of them withdrawing" in texts(fromstring(pictures.map.svg(world_map(store, AUTUMN))))
    assert [row["parties"] for row in icc_json("chart", *day) if not row["projected"]][-1] == 124
    assert "124 on 16 Nov 2016" in icc("chart", *day)[1]
    assert icc_json("brief", *day)[0]["parties"]["number"] == 124
    assert "124</span> States Parties" in front_page(store)


def test_map_brief_and_front_page_count_three_of_the_124_as_withdrawing(icc: Run, icc_json: Json, store: Store) -> None:
    day = ("--on", str(AUTUMN))
    assert "P States Parties 121   W States Parties, withdrawing 3" in icc("map", *day)[1]
    assert {"States Parties 121", "States Parties, withdrawing 3"} <= set(
        texts(fromstring(pictures.map.svg(world_map(store, AUTUMN))))
    )
    brief = {one["what"]: one["number"] for one in icc_json("brief", *day)[0]["statuses"]}
    found = re.findall(r'<li data-status="([\w-]+)".*?<b>(\d+)</b>', front_page(store))
    legend = {status: int(number) for status, number in found}
    assert (brief["state-party"], brief["state-party-withdrawing"]) == (121, 3)
    assert (legend["state-party"], legend["state-party-withdrawing"]) == (124, 3)  # "of them withdrawing"


def test_the_chart_rises_from_66_to_its_last_step_of_119(icc: Run, icc_json: Json) -> None:
    assert icc("chart", "--format", "csv")[1].startswith("day,region,parties,joined,left,projected\n2002-07-01,,66,")
    steps = {row["day"]: row["parties"] for row in icc_json("chart", "--on", str(TODAY))}
    assert steps["2027-09-23"] == 119
    period = ("chart", "--since", "2016", "--until", "2017")
    assert [(row["day"], row["parties"]) for row in icc_json(*period)] == [
        ("2016-01-01", 123), ("2016-06-01", 124), ("2017-10-27", 123),
    ]  # fmt: skip
    assert "123 on 31 Dec 2017" in icc(*period)[1]


def test_the_panel_has_197_states_each_year_and_139_signatures(dataset: IccDataset, store: Store) -> None:
    rows = dataset.panel()
    years = range(1998, date.fromisoformat(store.meta["checked"]).year + 1)
    assert Counter(row.year for row in rows) == dict.fromkeys(years, 197)
    assert not {"TWN", "XKX"} & {row.iso3 for row in rows}
    assert sum(row.signed_in_year for row in rows) == 139


def compared(store: Store, table: Made) -> Comparison:
    read = xml.read(table.xml(), "made.xml")
    return compare(store, read, recognise(store, read.header, "made.xml"), TODAY)


def numbers(found: Compared) -> tuple[int, int, int]:
    return found.parties, found.signatories, found.withdrawn


def test_the_depositary_s_table_of_the_statute_has_125_parties_and_139_signatories(
    dataset: IccDataset, icc: Run, tmp_path: Path
) -> None:
    (tmp_path / "table.xml").write_bytes(untc.statute(dataset).xml())
    code, out, err = icc("data", "compare", str(tmp_path / "table.xml"), "--on", str(TODAY))
    assert (code, err) == (0, "")
    assert "Nothing differs: 125 parties, 139 signatories compared; 2 withdrawn, in brackets." in out


def test_that_of_the_agreement_has_78_parties_and_62_signatories(dataset: IccDataset, store: Store) -> None:
    found = compared(store, untc.agreement(dataset))
    assert found.differences == ()
    assert numbers(found.table) == (78, 62, 0)


def test_of_16_consents_to_the_amendment_on_starvation_the_form_is_not_known(dataset: IccDataset, store: Store) -> None:
    found = compared(store, untc.amendment(dataset, "starvation-2019", "g"))
    assert [one.kind for one in found.differences] == [Kind.MORE_PRECISE] * 16


def test_the_list_of_parties_tells_the_count_that_the_court_published_and_that_all_are_on_record(icc: Run) -> None:
    known = json.loads(icc("parties", "--region", "african", "--on", "2026-10-10", "--json")[1])["completeness"]
    published = known["published"]
    assert (published["count"], published["recorded"], published["day"]) == (125, 125, "2026-10-09")
    assert published["sources"]
    assert not known["incomplete"]
    assert "  125 published by 9 Oct 2026, all of them on record\n" in icc("parties", "--on", "2026-10-10")[1]
    assert "published" not in icc("parties", "--on", "2026-10-08")[1]
    assert "Count of parties: Rome Statute" in icc("show", "icc-pr-2026-10-09", "--on", "2026-10-10")[1]
    assert "Count of parties: Rome Statute" not in icc("show", "icc-pr-2026-10-09", "--on", "2026-10-08")[1]
