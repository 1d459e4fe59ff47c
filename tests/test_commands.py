"""The command line: questions, filters, wrong questions, and streams that end."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from icc_cli import __version__
from icc_cli.cli.commands import COMMANDS
from icc_cli.cli.main import run
from icc_cli.database.opening import CHECKOUT
from icc_cli.export import Exported

Run = Callable[..., tuple[int, str, str]]
Json = Callable[..., Any]


def process(*arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "icc_cli", *arguments], capture_output=True, text=True, encoding="utf-8", **options
    )


def test_icc_alone_prints_a_short_help_with_real_examples(icc: Run) -> None:
    code, out, err = icc()
    assert (code, err) == (0, "")
    assert all(f"  {name} " in out for name in COMMANDS)
    assert len(out.splitlines()) <= 30
    for line in out.splitlines():
        if line.startswith("  icc "):
            assert icc(*line.split()[1:])[0] == 0, line


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_whose_examples_work(
    command: str, icc: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import shlex

    monkeypatch.chdir(tmp_path)
    code, out, err = icc(command, "--help")
    assert (code, err) == (0, "")
    examples = [line.strip() for line in out.splitlines() if line.startswith("  icc ")]
    for example in examples:
        assert icc(*shlex.split(example.replace("data/", CHECKOUT))[1:])[0] == 0, example


def test_version_tells_tool_dataset_checked_date_and_python(icc: Run) -> None:
    code, out, _ = icc("--version")
    assert code == 0
    for part in (f"icc {__version__}", "dataset 2026.10.0", "checked through 2026-10-02", "Python 3."):
        assert part in out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("status", "congo"), 2, "say which: Congo or Democratic Republic of the Congo"),
        (("status", "kenxa"), 2, "did you mean Kenya?"),
        (("status", "xyzzyx"), 2, "try an English name or an ISO code"),
        (("status",), 2, "Missing argument 'STATE...'"),
        (("status", "russia", "--on", "2016-02-30"), 2, "Feb 2016 has no day 30"),
        (("status", "russia", "--on", "30 Nov 2016"), 2, "write it as 2016-11-30, 2016-11 or 2016"),
        (("status", "russia", "--known-by", "soon"), 2, "--known-by: 'soon' is no date"),
        (("status", "russia", "--format", "tabel"), 2, "did you mean 'table'?"),
        (("status", "russia", "--json", "--format", "plain"), 2, "contradict each other"),
        (("status", "russia", "--color", "blue"), 2, "one of: auto, always, never"),
        (("parties", "--status", "signatry"), 2, "did you mean 'signatory'?"),
        (("parties", "--region", "atlantis"), 2, "one of: african, asia-pacific"),
        (("events", "--kind", "reservation"), 2, "there is no 'reservation'"),
        (("events", "--body", "Senate"), 2, "one of: "),
        (("situations", "--trigger", "proprio"), 2, "did you mean 'proprio-motu'?"),
        (("withdrawals", "--outcome", "gone"), 2, "one of: left, rescinded"),
        (("stauts", "russia"), 2, "did you mean 'icc status'?"),
        (("russia",), 2, "try 'icc status russia'"),
        (("--nope",), 2, "see 'icc --help'"),
        (("status", "russia", "--nope"), 2, "see 'icc status --help'"),
        (("status", "russia", "--data", "no-such-directory"), 3, "a data directory holds dataset.yaml"),
        (("withdrawals", "--since", "2030"), 1, "nothing matched"),
        (("parties", "--on", "1999"), 1, "nothing matched"),
    ],
)
def test_a_wrong_question_gets_one_clear_line_and_the_right_exit_code(
    arguments: tuple[str, ...], code: int, said: str, icc: Run
) -> None:
    found, out, err = icc(*arguments)
    assert found == code
    assert out == ""
    assert err.startswith("icc: ")
    assert err.count("\n") == 1
    assert said in err


def test_a_year_or_month_stands_for_its_first_or_last_day(icc_json: Json) -> None:
    def states(*options: str) -> list[str]:
        return [row["iso3"] for row in icc_json("withdrawals", "--on", "2026-11-23", *options)]

    assert states("--since", "2016-11-10", "--until", "2016-11") == ["GMB", "RUS"]
    assert states("--since", "2019") == states("--since", "2019-01-01")
    assert states("--until", "2002") == states("--until", "2002-12-31") == ["USA", "ISR"]


def test_a_period_holds_what_was_notified_or_decided_in_it(icc_json: Json) -> None:
    found = icc_json("withdrawals", "--since", "2017-01-01", "--until", "2017-12-31", "--on", "2026-11-23")
    assert [row["iso3"] for row in found] == ["ZAF", "BDI", "GMB"]


def test_filters_combine(icc_json: Json) -> None:
    found = icc_json("parties", "--region", "africa", "--status", "state-party-withdrawing", "--on", "2016-11-16")
    assert [row["iso3"] for row in found] == ["BDI", "GMB", "ZAF"]
    assert [row["iso3"] for row in icc_json("parties", "--since", "2024", "--on", "2026-11-23") if "ARM" in row["iso3"]]
    signals = icc_json("events", "kenya", "--kind", "signal", "--since", "2010", "--until", "2013")
    assert [act["done"] for act in signals] == ["2010-12-22", "2013-09-05", "2013-09-10"]
    council = icc_json("events", "--body", "security council", "--kind", "referral")
    assert [act["done"] for act in council] == ["2005-03-31", "2011-02-26"]
    ours = icc_json("situations", "--trigger", "unsc-referral", "--kind", "situation")
    assert [one["id"] for one in ours] == ["darfur", "libya"]


def test_states_are_named_once_and_in_the_order_asked(icc_json: Json) -> None:
    found = icc_json("status", "russia", "GMB", "Russian Federation", "кения")
    assert [row["iso3"] for row in found] == ["RUS", "GMB", "KEN"]


def test_a_day_before_the_statute_is_answered_with_a_note(icc: Run) -> None:
    code, out, err = icc("status", "russia", "--on", "1990")
    assert code == 0
    assert "Has neither signed nor joined" in out
    assert err == "icc: note: the Rome Statute was adopted only on 1998-07-17\n"


def test_on_a_later_day_an_act_not_yet_done_does_not_show(icc_json: Json) -> None:
    days = [act["done"] for act in icc_json("events", "--on", "2016-11-16") if act["done"]]
    assert max(days) == "2016-11-16"


def test_the_examination_of_palestine_was_not_yet_closed_in_2016(icc_json: Json) -> None:
    found = {one["id"]: one for one in icc_json("situations", "--on", "2016-11-16")}
    examination = found["pe-palestine"]
    assert examination["open"]
    assert examination["closed"] is examination["outcome"] is examination["later_trigger"] is None
    assert found["pe-korea"]["closed"] == "2014-06-23"
    assert "pe-philippines" not in found


def test_the_day_of_a_closing_counts_as_closed(icc_json: Json) -> None:
    def is_open(day: str) -> bool:
        return bool(next(one["open"] for one in icc_json("situations", "--on", day) if one["id"] == "georgia"))

    assert is_open("2022-12-15")
    assert not is_open("2022-12-16")


def test_a_closed_pipe_is_silent_success() -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as gone:
        done = subprocess.run(
            [sys.executable, "-m", "icc_cli", "events", "--json"], stdout=gone, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 0
    assert done.stderr == b""


def test_closed_streams_and_a_poor_locale_do_no_harm() -> None:
    closed = subprocess.run(f"{sys.executable} -m icc_cli status russia >&- 2>&-", shell=True, check=False)
    assert closed.returncode == 0
    poor = process("status", "cote d'ivoire", env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert poor.returncode == 0
    assert "C?te d'Ivoire" in poor.stdout
    as_json = process("status", "CIV", "--json", env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert "C\\u00f4te d'Ivoire" in as_json.stdout


def test_piped_output_is_not_wrapped_whatever_the_environment_says() -> None:
    narrow = process("status", "ukraine", env={**os.environ, "COLUMNS": "20"})
    assert max(map(len, narrow.stdout.splitlines())) > 100
    table = process("status", "ukraine", "--format", "table", env={**os.environ, "COLUMNS": "20"})
    assert max(map(len, table.stdout.splitlines())) > 100


def test_the_environment_names_a_data_directory_and_the_option_wins(tmp_path: Path) -> None:
    wrong = process("status", "russia", env={**os.environ, "ICC_DATA": str(tmp_path / "none")})
    assert wrong.returncode == 3
    right = process("status", "russia", "--data", CHECKOUT, env={**os.environ, "ICC_DATA": str(tmp_path / "none")})
    assert right.returncode == 0


WORDS = st.sampled_from(
    [*COMMANDS, "russia", "congo", "--on", "2016-11", "--since", "--status", "all", "--json", "--format", "--region"]
) | st.text(max_size=12)


@given(st.lists(WORDS, max_size=6))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_command_line_ends_in_a_traceback(monkeypatch: pytest.MonkeyPatch, words: list[str]) -> None:
    monkeypatch.setattr("icc_cli.export.export", lambda *_, **__: Exported(0, 0, 0))  # it would write anywhere
    assert run([word.replace("\x00", "") for word in words]) in (0, 1, 2, 3)


@pytest.mark.parametrize(
    ("shown", "meant"),
    [
        (("withdrawals", "--outcome", "taken back"), ("withdrawals", "--outcome", "rescinded")),
        (("withdrawals", "--outcome", "withdrawn"), ("withdrawals", "--outcome", "left")),
        (("situations", "--kind", "investigation"), ("situations", "--kind", "situation")),
    ],
    ids=" ".join,
)
def test_a_list_is_asked_by_the_words_that_it_shows_too(
    shown: tuple[str, ...], meant: tuple[str, ...], icc: Callable[..., tuple[int, str, str]]
) -> None:
    assert icc(*shown) == icc(*meant)
