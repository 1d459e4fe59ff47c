"""The worked examples of docs/export.md run on a fresh export; their figures are those of the commands."""

import csv
import gzip
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from io import StringIO
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from icc_cli.database.store import Store
from icc_cli.export import export
from tests.support.places import ROOT, TODAY

EXAMPLES = ROOT / "docs" / "examples"
ON = str(TODAY)

Json = Callable[..., Any]


def output(*arguments: str | Path, **options: Any) -> str:
    done: subprocess.CompletedProcess[str] = subprocess.run(
        arguments, capture_output=True, text=True, encoding="utf-8", check=False, **options
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text)))


def needs(module: str) -> None:
    pytest.importorskip(module, reason=f"{module} is not installed; it comes with the extra 'examples'")


def test_pandas_counts_parties_by_region_and_year_and_merges_by_code(package: Path, icc_json: Json) -> None:
    needs("pandas")
    text = output(sys.executable, EXAMPLES / "with_pandas.py", package)
    first, second = text.split("cow,", 1)
    counts = {row["year"]: row for row in rows(first)}
    assert list(counts) == [str(year) for year in range(1998, 2026)]
    for year in ("2002", "2016", "2025"):
        regions = [one["region"] for one in icc_json("parties", "--on", f"{year}-12-31")]
        assert int(counts[year]["all"]) == len(regions)
        for region in set(regions):
            assert int(counts[year][region]) == regions.count(region)
    for row, state in zip(rows("cow," + second), ("burundi", "gambia", "russia", "russia"), strict=True):
        (answer,) = icc_json("status", state, "--on", f"{row['year']}-12-31")
        assert (row["name"], row["status"]) == (answer["name"], answer["status"])


def test_polars_counts_the_days_from_signature_to_deposit(package: Path, icc_json: Json) -> None:
    needs("polars")
    found = {row["region"]: row for row in rows(output(sys.executable, EXAMPLES / "with_polars.py", package))}
    days: dict[str, list[int]] = {}
    for one in icc_json("parties", "--status", "all", "--on", ON):
        if one["signed"] and one["deposited"]:
            taken = date.fromisoformat(one["deposited"]) - date.fromisoformat(one["signed"])
            days.setdefault(one["region"], []).append(taken.days)
    assert {
        region: (int(row["states"]), float(row["median"]), int(row["longest"])) for region, row in found.items()
    } == {region: (len(taken), median(taken), max(taken)) for region, taken in days.items()}


def test_duckdb_joins_notices_with_their_documents(package: Path, icc_json: Json) -> None:
    needs("duckdb")
    code = "import duckdb, sys; duckdb.sql(sys.stdin.read()).write_csv('/dev/stdout')"
    query = (EXAMPLES / "with_duckdb.sql").read_text(encoding="utf-8")
    found = rows(output(sys.executable, "-c", code, input=query, cwd=package))
    notices = [one for one in icc_json("withdrawals", "--on", ON) if one["act"] == "withdrawal-notice"]
    assert [(row["iso3"], row["notified"], row["outcome"], row["documents"]) for row in found] == [
        (
            one["iso3"], one["notified"], one["outcome"],
            "; ".join(source["symbol"] or source["title"] for source in one["sources"]),
        )
        for one in notices
    ]  # fmt: skip
    assert next(row["days_in_force"] for row in found if row["iso3"] == "BDI") == "4348"


@pytest.fixture(scope="module")
def daily(small: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an export by day, in Parquet, too."""
    needs("pyarrow")
    folder = tmp_path_factory.mktemp("daily") / "new"
    export(small, folder, TODAY, parquet=True, daily=True)
    return folder


def averages(daily: Path) -> list[tuple[str, str, float]]:
    """Return the years of the daily examples, their days, and the States Parties on an average one, from the CSV."""
    found: dict[str, dict[str, int]] = {}
    with gzip.open(daily / "csv" / "panel-state-day.csv.gz", "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            parties = found.setdefault(row["date"][:4], {})
            parties[row["date"]] = parties.get(row["date"], 0) + int(row["state_party"])
    return [(year, str(len(found[year])), round(sum(found[year].values()) / len(found[year]), 2))
            for year in ("2016", "2017", "2018")]  # fmt: skip


def told(text: str) -> list[tuple[str, str, float]]:
    return [(row["year"], row["days"], float(row["state_parties"])) for row in rows(text)]


def test_duckdb_reads_the_days_of_the_years_that_are_asked_for(daily: Path) -> None:
    needs("duckdb")
    code = "import duckdb, sys; duckdb.sql(sys.stdin.read()).write_csv('/dev/stdout')"
    query = (EXAMPLES / "daily_duckdb.sql").read_text(encoding="utf-8")
    assert told(output(sys.executable, "-c", code, input=query, cwd=daily)) == averages(daily)
    code = "import duckdb, sys; print(duckdb.sql('EXPLAIN ANALYZE ' + sys.stdin.read()).fetchall()[0][1])"
    plan = output(sys.executable, "-c", code, input=query, cwd=daily)
    assert f"Scanning Files: 3/{len(list(daily.rglob('year=*')))}" in plan


def test_spark_says_of_the_days_what_duckdb_says(daily: Path) -> None:
    needs("pyspark")
    if not shutil.which("java"):
        pytest.skip("Spark needs Java")
    assert told(output(sys.executable, EXAMPLES / "daily_spark.py", daily)) == averages(daily)


def test_r_sums_the_panel_by_year(package: Path, icc_json: Json) -> None:
    if not shutil.which("Rscript"):
        pytest.skip("R is not installed (Debian: r-base-core)")
    text = output("Rscript", EXAMPLES / "panel.R", package)
    table, remark = text.split("# ")
    found = {row["year"]: row for row in rows(table)}
    for year in ("2002", "2017", "2025"):
        assert int(found[year]["state_party"]) == len(icc_json("parties", "--on", f"{year}-12-31"))
    for column, act in (("notified_in_year", "withdrawal-notice"), ("rescinded_in_year", "withdrawal-rescinded")):
        done = [one["done"][:4] for one in icc_json("events", "--kind", act, "--until", "2025")]
        assert {year: int(row[column]) for year, row in found.items() if row[column] != "0"} == {
            year: done.count(year) for year in done
        }
    assert "odds ratio" in remark


def test_r_follows_signatories_to_their_deposit(package: Path, icc_json: Json) -> None:
    installed = "quit(status = !requireNamespace('survival', quietly = TRUE))"
    if not shutil.which("Rscript") or subprocess.run(["Rscript", "-e", installed], check=False).returncode:
        pytest.skip("R or its package survival is not installed (Debian: r-recommended)")
    curve, remark = output("Rscript", EXAMPLES / "spells.R", package).split("# ", 1)
    (checked,) = icc_json("sql", "SELECT value FROM meta WHERE key = 'checked'")
    waits = []
    for one in icc_json("parties", "--status", "all", "--on", checked["value"]):
        if one["signed"] and one["signed"] != one["deposited"]:
            until = date.fromisoformat(one["deposited"] or checked["value"])
            waits.append(((until - date.fromisoformat(one["signed"])).days, one["deposited"] is not None))
    for row in rows(curve):
        days = round(int(row["years"]) * 365.25)
        assert int(row["at_risk"]) == sum(1 for taken, _ in waits if taken >= days)
        share = 1.0  # Kaplan and Meier
        for day in sorted({taken for taken, deposited in waits if deposited and taken <= days}):
            share *= 1 - waits.count((day, True)) / sum(1 for taken, _ in waits if taken >= day)
        assert float(row["not_deposited"]) == pytest.approx(share, abs=0.0001)
    assert f"{len(waits)} signatories, {sum(deposited for _, deposited in waits)} deposits" in remark


def test_pandas_counts_what_ended_each_status(package: Path, icc_json: Json) -> None:
    needs("pandas")
    found = {
        (row["status"], row["event"]): row for row in rows(output(sys.executable, EXAMPLES / "with_spells.py", package))
    }
    (checked,) = icc_json("sql", "SELECT value FROM meta WHERE key = 'checked'")
    ways = icc_json("withdrawals", "--on", checked["value"])
    for key, outcomes in (
        (("state-party-withdrawing", "left"), {"left"}),
        (("state-party-withdrawing", "rescinded"), {"rescinded"}),
        (("state-party", "notified"), {"left", "rescinded", "pending"}),
        (("contracting-state", "deposit-undone"), {"accession-withdrawn"}),
    ):
        assert int(found[key]["events"]) == sum(1 for one in ways if one["outcome"] in outcomes)
    (held,) = icc_json(
        "sql",
        "SELECT sum(julianday(min(coalesce(until, '9999-12-31'), m.value)) - julianday(since)) AS days "
        "FROM span, meta m WHERE m.key = 'checked' AND status = 'state-party' AND since <= m.value",
    )
    row = found["state-party", "notified"]
    assert float(row["years"]) == pytest.approx(held["days"] / 365.25, abs=0.1)
    assert float(row["per_100_years"]) == pytest.approx(100 * int(row["events"]) / float(row["years"]), abs=0.001)


def test_jq_groups_referrals_and_joins_sources(package: Path, icc_json: Json) -> None:
    if not shutil.which("jq"):
        pytest.skip("jq is not installed")
    referrals, leaving = output("sh", EXAMPLES / "jq.sh", package).split("# leaving, with the documents\n")
    made = [one["details"]["situation"] for one in icc_json("events", "--kind", "referral") if one["iso3"]]
    assert dict(line.split("\t") for line in referrals.splitlines()[1:]) == {
        situation: str(made.count(situation)) for situation in made
    }
    assert [line.split("\t") for line in leaving.splitlines()] == [
        [one["iso3"], one["effect"], " ".join(source["key"] for source in one["sources"])]
        for one in icc_json("withdrawals", "--outcome", "pending", "--on", ON)
    ]


def test_datasette_serves_the_database_with_its_description(package: Path, icc_json: Json) -> None:
    needs("datasette")

    def get(path: str) -> str:
        program = [sys.executable, "-m", "datasette", "icc.db", "--metadata", "datasette.json", "--get", path]
        return output(*program, cwd=package)

    page = get("/icc")
    assert "Who is leaving, and when?" in page
    assert "parties_today" in page
    found = json.loads(get("/icc/acts.json?_shape=array&act=withdrawal-notice&_size=max"))
    assert [one["id"] for one in found] == [one["id"] for one in icc_json("events", "--kind", "withdrawal-notice")]


def test_every_question_that_datasette_offers_has_an_answer(package: Path, icc_json: Json) -> None:
    described = json.loads((package / "datasette.json").read_text(encoding="utf-8"))["databases"]["icc"]
    known = {row["name"] for row in icc_json("sql", "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")}
    assert set(described["tables"]) == known
    for question in described["queries"].values():
        assert icc_json("sql", question["sql"]), question["title"]


def test_every_example_is_told_of_in_the_guide() -> None:
    guide = (EXAMPLES.parent / "export.md").read_text(encoding="utf-8")
    for path in EXAMPLES.iterdir():
        assert f"examples/{path.name}" in guide
