"""`icc jurisdiction` on the command line: pages as last read, exit codes, the JSON contract, the documents."""

import json
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from datetime import date

import pytest

from icc_cli import Verdict, open_dataset
from icc_cli.cli import command
from icc_cli.system.terminal import Terminal
from tests.support.golden import compare
from tests.support.places import RECORD, ROOT, TODAY

Run = Callable[..., tuple[int, str, str]]

PAGES = {
    "crimea-2014": (0, "-c war-crimes -d 2014-03-01 -t ukraine --in crimea -n russia"),
    "syria-2016": (1, "-c war-crimes -d 2016-11-15 -t syria -n russia"),
    "georgia-2008": (0, "-c war-crimes -d 2008-08-10 -t georgia --in south-ossetia -n russia"),
    "afghanistan-2003-2016": (0, "-c war-crimes -d 2003..2016 -t afghanistan -n usa"),
    "philippines-2016": (0, "-c crimes-against-humanity -d 2016-08-01 -t philippines -n philippines"),
    "ukraine-article-124": (0, "-c war-crimes -d 2025-03-01 -t ukraine -n ukraine"),
    "aggression-2022": (1, "-c aggression -d 2022-02-24 -t ukraine -n russia"),
    "all-crimes-2022": (0, "--all-crimes -d 2022-02-24 -t ukraine -n russia"),
    "syria-any-nationality": (1, "-c war-crimes -d 2016-11-15 -t syria"),
}


@pytest.mark.parametrize("width", [60, 80, 140])
@pytest.mark.parametrize("name", PAGES)
def test_the_page_looks_as_it_was_last_read(
    name: str, width: int, icc: Run, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    code, question = PAGES[name]
    monkeypatch.setattr(command, "detect", lambda *_: Terminal(interactive=True, width=width))
    found, shown, err = icc("jurisdiction", *shlex.split(question), "--on", "2026-11-23")
    assert (found, err) == (code, "")
    assert max(map(len, shown.splitlines())) <= width
    if width == 80 or name == "crimea-2014":  # the steps of all are laid out alike
        compare(f"jurisdiction-{name}.{width}", shown, request)


@pytest.mark.parametrize("name", PAGES)
def test_the_piped_page_is_as_it_was_last_read(name: str, icc: Run, request: pytest.FixtureRequest) -> None:
    code, question = PAGES[name]
    found, shown, err = icc("jurisdiction", *shlex.split(question), "--on", "2026-11-23")
    assert (found, err) == (code, "")
    assert "not admissibility, guilt or likelihood. Not legal advice." in shown
    compare(f"jurisdiction-{name}.plain", shown, request)


ANSWER = {
    "crime", "date", "until", "as_of", "territory", "nationals", "special", "unsc", "verdict", "bases", "caveats",
    "triggers", "steps", "changes", "would_change", "depends_on_nationality", "projected", "limits", "rests_on",
    "limited_by", "weaker", "next",
}  # fmt: skip


def test_the_answer_has_exactly_the_keys_of_its_contract(icc: Run) -> None:
    code, out, _ = icc(
        "jurisdiction", "-c", "war-crimes", "-d", "2024-12-30..2025-01-02", "-t", "ukraine", "-n", "ukraine",
        "--on", "2026-11-23", "--json",
    )  # fmt: skip
    envelope = json.loads(out)
    data = envelope["data"]
    assert code == 0
    assert list(envelope) == ["schema", "dataset", "on", "data"]
    assert (envelope["schema"], envelope["on"]) == ("icc/jurisdiction/1", "2026-11-23")
    assert set(data) == ANSWER
    assert [(one["from"], one["verdict"]) for one in data["changes"]] == [
        ("2024-12-30", "yes"),
        ("2025-01-01", "contested"),
    ]
    for change in data["changes"]:
        assert set(change) == {"from", "verdict", "bases", "caveats", "steps"}
    for step in data["steps"]:
        assert set(step) == {"rule", "articles", "outcome", "fact", "says", "sources", "caveat"}
        assert re.fullmatch(r"J\d{1,2}", step["rule"])
        assert step["outcome"] in {"met", "basis", "caveat", "contested", "refused", "barred", "note"}
        for source in step["sources"]:
            assert set(source) == {"key", "symbol", "title", "url"}
    for caveat in data["caveats"]:
        assert set(caveat) == {"caveat", "rule", "articles"}


def test_what_would_change_and_the_cases_have_their_keys(icc: Run) -> None:
    code, out, _ = icc("jurisdiction", "-c", "wc", "-d", "2016-11-15", "-t", "SYR", "--on", "2026-11-23", "--json")
    data = json.loads(out)["data"]
    assert code == 1
    assert set(data["would_change"]) == {"earlier", "later", "missing"}
    assert data["would_change"]["missing"] == [
        {"iso3": "SYR", "article": "12(3)"},
        {"iso3": None, "article": "13(b)"},
    ]
    assert {tuple(case) for case in data["depends_on_nationality"]} == {("nationality", "iso3", "verdict")}
    _, out, _ = icc("jurisdiction", "--all-crimes", "-d", "2016-11-15", "-t", "SYR", "-n", "USA", "--json")
    assert [set(one) for one in json.loads(out)["data"]["crimes"]] == [ANSWER] * 4


def test_a_rule_can_be_asked_for(icc: Run) -> None:
    code, out, _ = icc("jurisdiction", "--explain", "j13", "--json")
    assert code == 0
    assert set(json.loads(out)["data"]) == {"rule", "title", "articles", "says", "sources"}
    code, out, _ = icc("jurisdiction", "--explain", "J13")
    assert "Art. 127(2)" in out
    assert icc("jurisdiction", "--explain", "J31")[::2] == (
        2, "icc: unknown rule 'J31'; they run from J1 to J30\n",
    )  # fmt: skip


@pytest.mark.parametrize(
    "question",
    [
        "",
        "-c war-crimes",
        "-c war-crimes -d 2016-11-15",
        "-c nonsense -d 2016-11-15 -t syria",
        "-c war-crimes -d 2016-13 -t syria",
        "-c war-crimes -d 2016..2015 -t syria",
        "-c war-crimes -d 2100-01-01 -t syria",
        "-c war-crimes --all-crimes -d 2016-11-15 -t syria",
        "-c war-crimes -d 2016-11-15 -t syria --special age:x",
        "-c war-crimes -d 2016-11-15 -t syria --referral 1559",
    ],
)
def test_a_question_put_wrongly_is_refused_in_one_line(question: str, icc: Run) -> None:
    code, out, err = icc("jurisdiction", *shlex.split(question))
    assert (code, out) == (2, "")
    assert err.count("\n") == 1


def test_options_and_tokens_mean_the_same(icc: Run) -> None:
    base = ("jurisdiction", "-c", "war-crimes", "-d", "2010-05-31", "-n", "israel", "--on", "2026-11-23", "--json")
    assert icc(*base, "--vessel", "comoros") == icc(*base, "--special", "vessel:COM")
    darfur = ("jurisdiction", "-c", "cah", "-d", "2008-05-01", "-t", "sudan", "--on", "2026-11-23", "--json")
    one = icc(*darfur, "--in", "darfur", "--age", "17", "--referral", "1593")
    assert one == icc(*darfur, "--special", "territory:darfur;age:17", "--unsc", "referral:1593")
    assert one[0] == 1


def test_the_rules_know_no_command_line_no_terminal_and_no_clock() -> None:
    for path in (ROOT / "icc_cli" / "jurisdiction").glob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"^\s*(import|from) (click|rich|yaml|icc_cli\.(cli|views|output))", text, re.MULTILINE), (
            path
        )
        assert "today()" not in text
    code = "import sys, icc_cli.jurisdiction.ask\nassert not {'click', 'rich', 'yaml'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_script_gets_a_typed_answer() -> None:
    with open_dataset(RECORD) as dataset:
        found = dataset.jurisdiction(
            crime="war-crimes", day=date(2014, 3, 1), on=TODAY, territory="ukraine", nationals=["russia"]
        )
    assert found.verdict is Verdict.YES
    assert "12(3)" in found.bases


def test_a_ship_carries_by_its_registration_and_not_by_territory(icc: Run) -> None:
    question = (
        "jurisdiction",
        "-c",
        "wc",
        "-d",
        "2010-05-31",
        "-t",
        "high seas",
        "--vessel",
        "comoros",
        "-n",
        "israel",
    )
    code, out, _ = icc(*question)
    assert code == 0
    assert out.startswith("YES  by registration: Comoros, State Party since 1 Nov 2006 (Art. 12(2)(a))")
    assert "place: the high seas; vessel: Comoros" in out


def test_the_next_questions_stand_once_below_an_answer_and_not_below_a_no(icc: Run) -> None:
    _, out, _ = icc("jurisdiction", "-c", "wc", "-d", "2014-03-01", "-t", "ukraine", "-n", "russia")
    assert out.count("Next questions") == 1
    assert "icc cooperation STATE" in out
    _, out, _ = icc("jurisdiction", "-c", "wc", "-d", "2016-11-15", "-t", "syria", "-n", "syria")
    assert "Next questions" not in out


@pytest.mark.parametrize(
    "option",
    ["-t FRA -t DEU", "-d 2015 -d 2016", "-c wc", "--in crimea --in gaza", "--age 17 --age 30", "--on 2020 --on 2021"],
)
def test_an_option_that_takes_one_value_is_refused_when_it_is_given_twice(option: str, icc: Run) -> None:
    code, out, err = icc("jurisdiction", "-c", "war-crimes", "-n", "russia", *option.split())
    assert (code, out) == (2, "")
    assert "is given twice" in err


def test_options_that_may_repeat_still_do(icc: Run) -> None:
    question = (
        "jurisdiction",
        "-c",
        "wc",
        "-d",
        "2014-03-01",
        "--vessel",
        "DEU",
        "--vessel",
        "FRA",
        "-n",
        "USA",
        "-n",
        "RUS",
    )
    assert icc(*question, "--json", "--json")[0] == 0
