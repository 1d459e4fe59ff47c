"""The schemas of the data files: they refuse what the check refuses, and take what it takes."""

import re
from pathlib import Path

import pytest

from icc_cli.source.load import files
from tests.support.datadir import DataDir, small_data
from tests.support.places import RECORD, ROOT
from tests.support.schemas import faults
from tools.docs.schemas import FOLDER


def test_every_file_of_the_record_is_as_its_schema_says() -> None:
    paths = list(RECORD.rglob("*.yaml"))
    assert {*paths} == {*files(RECORD)}
    for path in paths:
        assert faults(path.relative_to(RECORD).as_posix(), path.read_text(encoding="utf-8")) == [], path.name


@pytest.fixture
def data(tmp_path: Path) -> DataDir:
    return small_data(tmp_path / "data")


RURITANIA = "states/RUR.yaml"


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (RURITANIA, "everyday: Rur", "everyady: Rur"),
        (RURITANIA, "      - field: done", "      - feild: done"),
        (RURITANIA, "iso3: RUR", "iso3: rur"),
        (RURITANIA, "iso2: RU\n", ""),
        (RURITANIA, "group: Eastern European", "group: Europe"),
        (RURITANIA, "- act: ratification", "- act: ratified"),
        (RURITANIA, "- act: declaration", "- act: reservation"),
        (RURITANIA, "effect: 2017-11-10", "effect: 2017-11"),
        (RURITANIA, "effect: 2017-11-10", "effect: 2017"),
        (RURITANIA, "circulated: 2016-11-11", "circulated: 2016-11-31"),
        (RURITANIA, "    done: 2016-11-10", "    done: 10 Nov 2016"),
        (RURITANIA, "    id: RUR-2016-11-10-withdrawal-notice", "    id: notice"),
        (RURITANIA, "sources: [status-page, gazette]", "sources: []"),
        (RURITANIA, "sources: [status-page, gazette]", "sources: [gazette, gazette]"),
        (RURITANIA, "also: [Ruritanien]", "also: Ruritanien"),
        (RURITANIA, "cow: 998", "cow: nine"),
        (RURITANIA, "cow: 998", "cow: -9"),
        (RURITANIA, "  fr: Ruritanie", "  de: Ruritanien"),
        (RURITANIA, "note: The new", "notes: The new"),
        ("dataset.yaml", 'version: "2026.1.0"', "version: 2026"),
        ("dataset.yaml", "checked: 2026-01-01", "checked: 2026-01"),
        ("dataset.yaml", "  names: No such States exist.", "  names: [a]"),
        ("documents.yaml", "https://example.org/status", "example.org"),
        ("documents.yaml", "kind: depositary", "kind: depository"),
        ("amendments.yaml", "  rule: 121(4)", "  rule: 121"),
        ("context.yaml", "  body: Security Council\n", ""),
        ("context.yaml", "concerns: [RUR]", "concerns: [Ruritania]"),
        ("corrections.yaml", "  why: The gazette has the day after.\n", ""),
        ("situations/strelsau.yaml", "trigger: self-referral", "trigger: referral"),
        ("situations/strelsau.yaml", "  - by: [RUR]", "  - bye: [RUR]"),
    ],
)
def test_what_the_schema_of_a_file_refuses_the_check_refuses_too(name: str, old: str, new: str, data: DataDir) -> None:
    assert faults(name, data.read(name)) == []
    data.edit(name, old, new)
    assert faults(name, data.read(name))
    assert data.problems()


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (RURITANIA, 'm49: "998"', "m49: 998"),
        (RURITANIA, "cow: 998", 'cow: "998"'),
        (RURITANIA, "note: The new government stays.", "note: 2017"),
        (RURITANIA, "formal: Kingdom of Ruritania", "formal: no"),
        (RURITANIA, "        value: 2016-11-09", "        value: 2016"),
        ("documents.yaml", "date: 2026-01", "date: 2026"),
        ("documents.yaml", "symbol: C.N.1.2016", "symbol: 1.5"),
        ("situations/strelsau.yaml", "closed: 2015-03", "closed: 2015"),
        ("amendments.yaml", "articles: 124 deleted", "articles: 124"),
    ],
)
def test_what_an_editor_reads_as_a_number_is_taken_where_the_check_takes_it(
    name: str, old: str, new: str, data: DataDir
) -> None:
    data.edit(name, old, new)
    assert data.problems() == []
    assert faults(name, data.read(name)) == []


def test_the_guide_for_contributors_names_schemas_that_are_there() -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = set(re.findall(r"docs/schema/(data/\w+\.schema\.json)", guide))
    assert named
    assert all((FOLDER / name).is_file() for name in named)
    assert "# yaml-language-server: $schema=../../docs/schema/data/state.schema.json" in guide
