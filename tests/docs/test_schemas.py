"""docs/schema is what the program writes; every answer and every data file is what its schema says."""

import copy
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator, Draft202012Validator

from icc_cli.api import IccDataset
from icc_cli.database.store import Store
from tests.support import untc
from tests.support.evidence import evidence
from tests.support.questions import ASKED, lay_table
from tools.docs.schemas import FOLDER, schemas
from tools.docs.schemas.answers import kinds

Run = Callable[..., tuple[int, str, str]]
DAYS = ("1998-07-17", "2002-07-01", "2016-11-16", "2027-12-31")
PUBLISHED = {path.relative_to(FOLDER).as_posix(): path for path in FOLDER.rglob("*.json")}


def test_every_schema_is_one_of_its_draft_and_has_a_name_of_its_own() -> None:
    names = set()
    for name, one in schemas().items():
        draft = Draft7Validator if name.startswith("data/") else Draft202012Validator
        assert one["$schema"] == draft.META_SCHEMA["$id"]
        draft.check_schema(one)
        names.add(one["$id"])
    assert len(names) == len(PUBLISHED)
    assert "urn:icc-cli:schema:status:1" in names


def test_every_field_says_what_it_means() -> None:
    for name, one in schemas().items():
        for record in _objects(one):
            for key, field in record["properties"].items():
                assert field.get("description"), f"{name}: {key}"


def _objects(schema: Any) -> Iterator[dict[str, Any]]:
    """Give every schema of an object with known keys within a schema."""
    if isinstance(schema, list):
        for one in schema:
            yield from _objects(one)
    if isinstance(schema, dict):
        if isinstance(schema.get("properties"), dict):
            yield schema
        for one in schema.values():
            yield from _objects(one)


# -- Answers


def closed(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema that, unlike the published one, takes no key it does not know."""
    strict = copy.deepcopy(schema)
    for record in _objects(strict):
        record["additionalProperties"] = False
    return strict


def published(name: str) -> dict[str, Any]:
    _, what, version = name.split("/")
    found: dict[str, Any] = json.loads((FOLDER / f"{what}-{version}.schema.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def strict() -> dict[str, Draft202012Validator]:
    check = Draft202012Validator.FORMAT_CHECKER
    assert "date" in check.checkers
    return {name: Draft202012Validator(closed(published(name)), format_checker=check) for name in kinds()}


@pytest.fixture
def told(icc: Run, strict: dict[str, Draft202012Validator]) -> Callable[..., dict[str, Any]]:
    """Request a question with --json, check the answer against its schema to the last key, and return it."""

    def ask(*question: str) -> dict[str, Any]:
        code, out, err = icc(*question, "--json")
        assert code in (0, 1), err
        answer: dict[str, Any] = json.loads(out)
        strict[answer["schema"]].validate(answer)
        return answer

    return ask


Told = Callable[..., dict[str, Any]]


@pytest.mark.parametrize("question", ASKED, ids=" ".join)
def test_every_command_answers_as_its_schema_says(
    question: tuple[str, ...], told: Told, dataset: IccDataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_table(dataset, tmp_path)
    monkeypatch.chdir(tmp_path)
    told(*question)


def test_a_comparison_with_a_table_is_told_as_its_schema_says(told: Told, dataset: IccDataset, tmp_path: Path) -> None:
    made = untc.statute(dataset)
    made.row("Kenya")[2] = "16 Mar 2005"
    made.row("Burundi")[0] = "Burundi"
    made.rows.append(["Atlantis", "32 Jan 1999", ""])
    (tmp_path / "table.xml").write_bytes(made.xml())
    assert len(told("data", "compare", str(tmp_path / "table.xml"), "--on", "2026-11-23")["data"]) > 1


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize(
    "question",
    [
        ("parties", "--status", "all"),
        ("withdrawals",),
        ("situations",),
        ("brief", "--window", "3660"),
        ("upcoming",),
        ("amendments",),
        ("amendments", "aggression-2010"),
        ("amendments", "--state", "germany", "--state", "burundi"),
        ("declarations",),
        ("agreement", "--status", "all"),
        ("status", "burundi", "gambia", "kosovo", "--known-by", "2016-11-10"),
    ],
    ids=" ".join,
)
def test_answers_of_other_days_are_as_their_schema_says(question: tuple[str, ...], day: str, told: Told) -> None:
    told(*question, "--on", day)


@pytest.mark.parametrize("day", DAYS)
def test_every_state_and_every_act_is_as_the_schemas_say(day: str, told: Told, store: Store) -> None:
    codes = [row["iso3"] for row in store.rows("SELECT iso3 FROM state")]
    answer = told("status", *codes, "--on", day)
    assert len(answer["data"]) == len(codes)
    told("events", "--on", day)


def test_every_amendment_situation_and_document_is_as_the_schema_of_show_says(told: Told, store: Store) -> None:
    ids = [
        f"{kind}:{row[0]}"
        for kind, query in {
            "amendment": "SELECT id FROM amendment",
            "situation": "SELECT id FROM situation",
            "document": "SELECT document FROM source GROUP BY document HAVING count(*) > 2 LIMIT 20",
            "act": "SELECT id FROM act WHERE undoes IS NOT NULL UNION SELECT undoes FROM act WHERE undoes IS NOT NULL",
        }.items()
        for row in store.rows(query)
    ]
    kinds = {record["kind"] for record in told("show", *ids)["data"]}
    assert kinds == {"amendment", "situation", "document", "act"}
    assert any(record["corrections"] for record in told("show", "libya", "pe-comoros-vessels")["data"])


@pytest.mark.parametrize("row", evidence("jurisdiction_cases")[::6], ids=lambda row: row["id"])
def test_collected_cases_are_answered_as_the_schema_says(row: dict[str, str], told: Told) -> None:
    words = {"--territory": "territory_iso3", "--national": "national_iso3", "--special": "special", "--unsc": "unsc"}
    given = [part for option, column in words.items() if row[column] for part in (option, row[column])]
    told("jurisdiction", "-c", row["crime"], "-d", row["date"], "--on", row["as_of"], *given)


@pytest.mark.parametrize(
    "question",
    [
        ("jurisdiction", "-c", "war-crimes", "-d", "2003..2016", "-t", "afghanistan", "-n", "usa"),
        ("jurisdiction", "--all-crimes", "-d", "2010..2020", "-t", "burundi"),
        ("jurisdiction", "-c", "aggression", "-d", "2022-02-24", "-t", "ukraine"),
        ("diff", "1998", "2027"),
        ("cite", "gambia", "kosovo", "darfur", "aggression-2010", "cn-862-2016", "GMB-2016-11-10-withdrawal-notice"),
        ("withdrawals", "--since", "2030"),
    ],
    ids=" ".join,
)
def test_ranges_lists_and_answers_of_nothing_are_as_their_schema_says(question: tuple[str, ...], told: Told) -> None:
    told(*question)


def test_a_schema_takes_keys_that_a_later_version_adds(icc_json: Callable[..., Any], told: Told) -> None:
    answer = told("withdrawals")
    answer["later"] = answer["data"][0]["later"] = answer["data"][0]["sources"][0]["later"] = 1
    Draft202012Validator(published("icc/withdrawals/1")).validate(answer)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("iso3", "bdi"),
        ("iso3", None),
        ("notified", "2016"),
        ("notified", "2016-10-32"),
        ("outcome", "gone"),
        ("confidence", "sure"),
        ("region", "Europe"),
        ("projected", "no"),
        ("days_left", "3"),
        ("sources", None),
        ("sources", [{"key": "cn-805-2016"}]),
        ("act", "withdrawn"),
        ("later", 1),
    ],
)
def test_a_wrong_value_is_refused(key: str, value: object, told: Told, strict: dict[str, Draft202012Validator]) -> None:
    answer = told("withdrawals", "burundi")
    answer["data"][0][key] = value
    assert not strict["icc/withdrawals/1"].is_valid(answer)


def test_a_missing_key_is_refused(told: Told) -> None:
    answer = told("status", "gambia")
    as_published = Draft202012Validator(published("icc/status/1"))
    for place in (answer, answer["dataset"], answer["data"][0], answer["data"][0]["acts"][0]):
        for key in list(place):
            value = place.pop(key)
            assert not as_published.is_valid(answer), key
            place[key] = value
    assert as_published.is_valid(answer)


def test_the_promise_names_every_schema() -> None:
    promise = (FOLDER.parent / "contract.md").read_text(encoding="utf-8")
    assert set(re.findall(r"\| `(icc/[a-z-]+/\d+)` \|", promise)) == set(kinds())
    linked = {name for name in PUBLISHED if f"(schema/{name})" in promise}
    assert linked == {name for name in PUBLISHED if not name.startswith("data/")}
