"""The formats for programs: all tell the same records."""

import csv
import io
import json
from collections.abc import Callable

import pytest
import yaml

from icc_cli.output.fields import cell
from icc_cli.page.text import escape_formula
from tests.support.questions import ASKED

Run = Callable[..., tuple[int, str, str]]


@pytest.mark.usefixtures("table")
@pytest.mark.parametrize("question", ASKED, ids=" ".join)
def test_every_format_for_programs_tells_the_same_records(question: tuple[str, ...], icc: Run) -> None:
    data = json.loads(icc(*question, "--json")[1])["data"]
    records = data if isinstance(data, list) else data.get("crimes") or [data]
    assert yaml.safe_load(icc(*question, "--format", "yaml")[1])["data"] == data
    assert [json.loads(line) for line in icc(*question, "--format", "jsonl")[1].splitlines()] == records
    if question[:2] == ("amendments", "aggression-2010"):
        records = data[0]["parties"]  # a table of one amendment lists its States
    rows = list(csv.DictReader(io.StringIO(icc(*question, "--format", "csv")[1])))
    assert [{name: escape_formula(cell(record.get(name))) for name in rows[0]} for record in records] == rows
    lines = icc(*question, "--format", "tsv")[1].splitlines()
    assert [len(line.split("\t")) for line in lines] == [len(rows[0])] * (len(records) + 1)


def test_a_list_of_none_still_has_its_header(icc: Run) -> None:
    code, out, err = icc("withdrawals", "--since", "2030", "--format", "csv")
    assert (code, err) == (1, "icc: nothing matched\n")
    assert out.startswith("id,iso3,name,everyday,region,act,notified,")
    assert out.count("\n") == 1
