"""What programs read first: `api/1/openapi.json` describes every file under `api/1/`, `llms.txt` the site in brief."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any

from icc_cli.database.store import Store
from icc_cli.queries.brief import brief
from icc_cli.site import api, feed
from icc_cli.site.task import Task
from icc_cli.treaty.dates import spell

OPENAPI, LLMS = f"{api.ROOT}/openapi.json", "llms.txt"
_SCHEMAS = {"spans.json": "sql", "dataset.json": "data-info"}
"""The schemas of files that are not called as theirs."""
_PAGES = {
    "index.html": "the map of any day, what is pending, the newest acts",
    "states/index.html": "every State, each with a page of its acts and their documents",
    "withdrawals.html": "every withdrawal and what became of it",
    "situations/index.html": "investigations and preliminary examinations",
    "warrants.html": "public warrants and summonses, which are allegations",
    "cooperation.html": "the duty to cooperate: rules, decisions, agreements",
    "amendments/index.html": "amendments and who is bound by each",
    "acts.html": "all acts in order of time",
    "jurisdiction.html": "the rules of jurisdiction, with worked cases",
    "data.html": "downloads and files for programs",
}


def tasks(store: Store, on: date, url: str) -> Iterator[Task]:
    """Yield each path with the function that renders it."""
    yield OPENAPI, partial(_openapi, store, on, url)
    yield LLMS, partial(_llms, store, on, url)


def _openapi(store: Store, on: date, url: str) -> str:
    paths: dict[str, Any] = {}
    for name, command in api.FILES.items():
        if name.startswith("states/"):
            continue
        schema = _SCHEMAS.get(name, name.removesuffix(".json"))
        paths[f"/{name}"] = _get(name, f"What '{command} --json --on {on}' prints.", {"$ref": f"{schema}.schema.json"})
    codes = [row["iso3"] for row in store.rows("SELECT iso3 FROM state ORDER BY iso3")]
    state = _get(
        "states/{iso3}.json", f"What 'icc status ISO3 --json --on {on}' prints.", {"$ref": "status.schema.json"}
    )
    said = "The code of a State or entry (ISO 3166-1 alpha-3)."
    code = {"type": "string", "enum": codes}
    state["get"]["parameters"] = [
        {"name": "iso3", "in": "path", "required": True, "description": said, "schema": code},
    ]
    state["get"]["responses"]["404"] = {"description": "No State or entry has this code."}
    paths["/states/{iso3}.json"] = state
    for name in api.SCHEMAS:
        paths[f"/{name}.schema.json"] = _get(
            f"{name}.schema.json", f"The JSON Schema of icc/{name}/1.", {"type": "object"}
        )
    whole = {
        "openapi": "3.1.0",
        "info": {
            "title": "States and the Rome Statute",
            "version": store.meta["version"],
            "description": f"Where every State stands on {on}. Checked through {store.meta['checked']}; what lies "
            "after it is expected, not known. Static files: keys are only ever added within api/1.",
            "license": {"name": store.meta["licence"]},
        },
        "servers": [{"url": f"{url}{api.ROOT}" if url else "."}],
        "paths": paths,
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _get(name: str, summary: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    told = name.replace("{", "").replace("}", "").removesuffix(".json")
    operation = "".join(part.capitalize() for part in told.replace("/", "-").replace(".", "-").split("-"))
    answer = {"description": "The file.", "content": {"application/json": {"schema": schema}}}
    return {"get": {"operationId": f"get{operation}", "summary": summary, "responses": {"200": answer}}}


def _llms(store: Store, on: date, url: str) -> str:
    """Write what a language model should know of the site, as https://llmstxt.org has it."""
    found = brief(store, on)
    expected = " expected" if found.projected else ""
    notes = [store.meta[key] for key in ("notice:boundaries", "notice:allegations") if key in store.meta]
    told = [
        "# States and the Rome Statute",
        "",
        f"> Where every State stands under the Rome Statute of the International Criminal Court, on any day, why, and "
        f"by which documents. On {spell(on)}: {found.parties.number} States Parties{expected}, "
        f"{len(found.pending)} notices of withdrawal pending. Checked through {spell(store.checked)}.",
        "",
        "Every act has its documents: name them, and say through which day the record was checked. What lies after "
        "that day is expected, not known: a notice can be withdrawn until it takes effect.",
        *notes,
        "",
        "## Pages",
        "",
        *(f"- [{path}]({url}{path}): {what}" for path, what in _PAGES.items()),
        "",
        "## Files for programs",
        "",
        f"- [openapi.json]({url}{OPENAPI}): describes all of them",
        *(f"- [{name}]({url}{api.ROOT}/{name}): {command}" for name, command in api.FILES.items()),
        f"- [Data package]({url}data/datapackage.json): every table, as CSV, JSON and SQLite",
        f"- [Feed]({url}{feed.FEED}): the newest acts",
        f"- [Calendar]({url}{feed.CALENDAR}): the days ahead",
    ]
    return "\n".join(told) + "\n"
