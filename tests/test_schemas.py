"""docs/schema is what the program writes; every answer and every data file is what its schema says."""

import copy
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator, Draft202012Validator

from icc_cli import contract
from icc_cli.api import IccDataset
from icc_cli.database.opening import CHECKOUT
from icc_cli.database.store import Store
from tests import untc
from tests.conftest import evidence
from tests.datadir import DataDir, small_data
from tests.test_formats import QUESTIONS
from tools.schemas import FOLDER, pages, schemas
from tools.schemas.words import FIELDS, IN_FILES

Run = Callable[..., tuple[int, str, str]]
DAYS = ("1998-07-17", "2002-07-01", "2016-11-16", "2027-12-31")
PUBLISHED = {path.relative_to(FOLDER).as_posix(): path for path in FOLDER.rglob("*.json")}


def test_the_published_schemas_are_those_that_the_program_writes() -> None:
    written = pages()
    assert set(PUBLISHED) == set(written), "run: python -m tools.schemas"
    for name, text in written.items():
        assert PUBLISHED[name].read_text(encoding="utf-8") == text, "run: python -m tools.schemas"


def test_every_schema_is_one_of_its_draft_and_has_a_name_of_its_own() -> None:
    names = set()
    for name, one in schemas().items():
        draft = Draft7Validator if name.startswith("data/") else Draft202012Validator
        assert one["$schema"] == draft.META_SCHEMA["$id"]
        draft.check_schema(one)
        names.add(one["$id"])
    assert len(names) == len(PUBLISHED)
    assert "urn:icc-cli:schema:status:1" in names


def test_every_field_says_what_it_means_and_every_meaning_is_said_of_a_field() -> None:
    said = set()
    for name, one in schemas().items():
        for record in _objects(one):
            for key, field in record["properties"].items():
                assert field.get("description"), f"{name}: {key}"
                said.add(field["description"])
            said.add(record.get("description", ""))
    for meaning in (*FIELDS.values(), *IN_FILES.values()):
        assert any(text.startswith(meaning) for text in said), meaning


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
    return {name: Draft202012Validator(closed(published(name)), format_checker=check) for name in contract.RECORDS}


@pytest.fixture
def told(icc: Run, strict: dict[str, Draft202012Validator]) -> Callable[..., dict[str, Any]]:
    """Ask a question with --json, check the answer against its schema to the last key, and return it."""

    def ask(*question: str) -> dict[str, Any]:
        code, out, err = icc(*question, "--json")
        assert code in (0, 1), err
        answer: dict[str, Any] = json.loads(out)
        strict[answer["schema"]].validate(answer)
        return answer

    return ask


Told = Callable[..., dict[str, Any]]


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_every_command_answers_as_its_schema_says(question: tuple[str, ...], told: Told) -> None:
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
        ("standing", "sure"),
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


# -- Data files


class AsEditorsRead(yaml.SafeLoader):
    """Reads YAML 1.2 as editors do: dates are text, and so are `no` and `on`; numbers are numbers."""

    yaml_implicit_resolvers: Any = {}  # noqa: RUF012 -- as its base has it


for tag, form in {
    "null": r"~|null|Null|NULL|",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+",
    "float": r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?",
}.items():
    AsEditorsRead.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"(?:{form})$"), None)


def of_file(name: str) -> Draft7Validator:
    """Return what checks a data file, by its name."""
    folder, _, _ = name.partition("/")
    what = {"states": "state", "situations": "situation"}.get(folder, folder.removesuffix(".yaml"))
    schema = json.loads((FOLDER / "data" / f"{what}.schema.json").read_text(encoding="utf-8"))
    return Draft7Validator(schema, format_checker=Draft7Validator.FORMAT_CHECKER)


def faults(name: str, text: str) -> list[str]:
    return [error.message for error in of_file(name).iter_errors(yaml.load(text, AsEditorsRead))]


def test_every_file_of_the_dataset_is_as_its_schema_says() -> None:
    paths = list(Path(CHECKOUT).rglob("*.yaml"))
    assert len(paths) > 200
    for path in paths:
        assert faults(path.relative_to(CHECKOUT).as_posix(), path.read_text(encoding="utf-8")) == [], path.name


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
        ("documents.yaml", "date: 2016-11", "date: 2016"),
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
    guide = (FOLDER.parent.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = set(re.findall(r"docs/schema/(data/\w+\.schema\.json)", guide))
    assert named
    assert named <= set(PUBLISHED)
    assert "# yaml-language-server: $schema=../../docs/schema/data/state.schema.json" in guide


def test_the_promise_names_every_schema() -> None:
    promise = (FOLDER.parent / "contract.md").read_text(encoding="utf-8")
    assert set(re.findall(r"\| `(icc/[a-z-]+/\d+)` \|", promise)) == set(contract.RECORDS)
    linked = {name for name in PUBLISHED if f"(schema/{name})" in promise}
    assert linked == {name for name in PUBLISHED if not name.startswith("data/")}
