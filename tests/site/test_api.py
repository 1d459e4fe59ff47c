"""The files for programs: what the command line prints, byte for byte, with their schemas beside them."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from icc_cli.database.store import Store
from icc_cli.site import api
from tests.support.places import TODAY

Run = Callable[..., tuple[int, str, str]]


def test_the_files_for_programs_are_what_the_command_line_prints_byte_for_byte(site: Path, icc: Run) -> None:
    for name, command in api.FILES.items():
        if name == "dataset.json":
            continue
        words = ["sql", api.SPANS] if name == "spans.json" else command.split()[1:]
        given = [] if name == "spans.json" else ["--on", str(TODAY)]
        code, out, _ = icc(*words, "--json", *given)
        assert code == 0
        found = (site / api.ROOT / name).read_text(encoding="utf-8")
        if name == "spans.json":  # a query is asked today
            assert json.loads(found)["data"] == json.loads(out)["data"]
        else:
            assert found == out, name


def test_every_state_has_the_file_that_the_command_line_prints(site: Path, store: Store, icc: Run) -> None:
    found = sorted((site / api.ROOT / "states").iterdir())
    assert [path.stem for path in found] == [row["iso3"] for row in store.rows("SELECT iso3 FROM state ORDER BY iso3")]
    for path in found:
        assert path.read_text(encoding="utf-8") == icc("status", path.stem, "--json", "--on", str(TODAY))[1], path.name


def test_the_dataset_is_described_as_on_the_command_line_but_for_where_it_lies(site: Path, icc_json: Any) -> None:
    found = json.loads((site / api.ROOT / "dataset.json").read_text(encoding="utf-8"))["data"]
    assert (site / found[0].pop("origin")).is_file()
    (said,) = icc_json("data", "info")
    said.pop("origin")
    assert found == [said]


def test_every_file_for_programs_keeps_to_the_schema_beside_it(site: Path) -> None:
    folder = site / api.ROOT
    for path in (*folder.glob("*[!a].json"), *(folder / "states").glob("*.json")):
        if path.name.endswith((".schema.json", "openapi.json")):
            continue
        answer = json.loads(path.read_text(encoding="utf-8"))
        name = answer["schema"].split("/")[1]
        schema = json.loads((folder / f"{name}.schema.json").read_text(encoding="utf-8"))
        Draft202012Validator(schema).validate(answer)


def test_openapi_describes_every_file_for_programs_and_no_other(site: Path) -> None:
    folder = site / api.ROOT
    told = json.loads((folder / "openapi.json").read_text(encoding="utf-8"))
    assert told["openapi"] == "3.1.0"
    assert {"title", "version"} <= told["info"].keys()
    assert told["servers"] == [{"url": "."}]
    paths = told["paths"]
    (code,) = paths["/states/{iso3}.json"]["get"]["parameters"]
    assert (code["name"], code["in"], code["required"]) == ("iso3", "path", True)
    meant = {path[1:] for path in paths if "{" not in path} | {f"states/{one}.json" for one in code["schema"]["enum"]}
    assert meant == {path.relative_to(folder).as_posix() for path in folder.rglob("*.json")} - {"openapi.json"}
    names = [one["get"]["operationId"] for one in paths.values()]
    assert len(set(names)) == len(names)
    assert all(name.isalnum() for name in names)


def test_every_file_keeps_to_the_schema_by_which_openapi_describes_it(site: Path) -> None:
    folder = site / api.ROOT
    paths = json.loads((folder / "openapi.json").read_text(encoding="utf-8"))["paths"]
    for path, one in paths.items():
        content = one["get"]["responses"]["200"]["content"]["application/json"]
        answer = json.loads((folder / path[1:].replace("{iso3}", "KEN")).read_text(encoding="utf-8"))
        if path.endswith(".schema.json"):
            Draft202012Validator.check_schema(answer)
        else:
            schema = json.loads((folder / content["schema"]["$ref"]).read_text(encoding="utf-8"))
            Draft202012Validator(schema).validate(answer)


def test_the_site_in_brief_counts_as_the_front_page_and_leads_to_what_is_there(site: Path, icc_json: Any) -> None:
    text = (site / "llms.txt").read_text(encoding="utf-8")
    assert text.startswith("# States and the Rome Statute\n\n> ")
    (found,) = icc_json("brief", "--on", str(TODAY))
    assert f"{found['parties']['number']} States Parties" in text
    links = re.findall(r"\]\(([^)]*)\)", text)
    assert len(links) > 20
    assert [link for link in links if not (site / link).is_file()] == []
