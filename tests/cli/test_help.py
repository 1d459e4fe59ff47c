"""`icc help`: it tells what the program knows, and leaves nothing out."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from icc_cli import errors
from icc_cli.cli.commands import COMMANDS
from icc_cli.cli.shells import SHELLS
from icc_cli.cli.topics import ENVIRONMENT, EXIT_CODES, TOPICS
from icc_cli.output import FORMATS, WORKBOOK

Run = Callable[..., tuple[int, str, str]]
CODE = Path(errors.__file__).parent


def test_help_alone_lists_the_commands_and_the_topics(icc: Run) -> None:
    code, out, err = icc("help")
    assert (code, err) == (0, "")
    assert all(f"  {name} " in out for name in (*COMMANDS, *TOPICS))


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_fits_on_a_screen(topic: str, icc: Run) -> None:
    code, out, err = icc("help", topic)
    assert (code, err) == (0, "")
    assert max(map(len, out.splitlines())) <= 73  # a manual page indents it by 7
    assert len(out.splitlines()) <= 40 or topic == "glossary"  # which is looked up, not read


@pytest.mark.parametrize("words", [["status"], ["data"], ["data", "check"], ["help"]])
def test_help_with_a_command_is_the_help_of_that_command(words: list[str], icc: Run) -> None:
    assert icc("help", *words) == icc(*words, "--help")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["formts"], "unknown topic or command 'formts'; did you mean 'formats'?"),
        (["statu"], "did you mean 'status'?"),
        (["xyzzyx"], "'icc help' lists them"),
        (["terms"], "did you mean 'icc help glossary'?"),
        (["data", "chek"], "did you mean 'check'?"),
        (["status", "russia"], "unknown topic or command 'russia'"),
        (["dates", "names"], "a topic stands alone; try 'icc help dates'"),
    ],
)
def test_help_about_nothing_known_says_what_comes_near(words: list[str], said: str, icc: Run) -> None:
    code, out, err = icc("help", *words)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert said in err


def test_the_topics_tell_every_format_exit_code_and_shell(icc: Run) -> None:
    assert all(f"  {name} " in icc("help", "formats")[1] for name in (*FORMATS, WORKBOOK))
    assert "ICC_FORMAT" in icc("help", "formats")[1]
    assert all(f"  {code} " in icc("help", "exit-codes")[1] for code in EXIT_CODES)
    for name in SHELLS:
        assert f"icc completion {name}" in icc("help", "completion")[1]


def test_every_exit_code_of_an_error_has_its_meaning() -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.IccError)]
    assert {kind.exit_code for kind in kinds} <= EXIT_CODES.keys()


def test_every_variable_that_the_code_reads_is_told() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in CODE.rglob("*.py"))
    read = set(re.findall(r"""(?:environ(?:\.get\(|\[)|envvar=)["'](\w+)["']""", text))
    assert len(read) > 6
    told = {name for name in read if not name.startswith("_ICC_")}
    assert told | {"HOME"} == ENVIRONMENT.keys()


@pytest.mark.parametrize("day", ["'2016-11-30'", "2016", "today"])
def test_what_the_page_on_dates_calls_a_date_is_one(day: str, icc: Run) -> None:
    assert day.strip("'") in icc("help", "dates")[1]
    assert icc("status", "kenya", "--on", day.strip("'"))[0] == 0


@pytest.mark.parametrize("name", ["KEN", "KE", "404", "Кения", "肯尼亚", "كينيا", "drc", "uk", "usa"])
def test_what_the_page_on_names_calls_a_name_is_one(name: str, icc: Run) -> None:
    assert name in icc("help", "names")[1]
    assert icc("status", name)[0] == 0
