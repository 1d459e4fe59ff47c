"""`icc help` and the manual pages: they tell what the program knows, and leave nothing out."""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest

from icc_cli import errors
from icc_cli.cli.commands import COMMANDS
from icc_cli.cli.main import icc
from icc_cli.cli.shells import SHELLS
from icc_cli.cli.topics import ENVIRONMENT, EXIT_CODES, TOPICS
from icc_cli.output import FORMATS
from tools import man

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
    assert len(out.splitlines()) <= 40


@pytest.mark.parametrize("words", [["status"], ["data"], ["data", "check"], ["help"]])
def test_help_with_a_command_is_the_help_of_that_command(words: list[str], icc: Run) -> None:
    assert icc("help", *words) == icc(*words, "--help")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["formts"], "there is no topic or command 'formts'; did you mean 'formats'?"),
        (["statu"], "did you mean 'status'?"),
        (["xyzzyx"], "'icc help' lists them"),
        (["data", "chek"], "did you mean 'check'?"),
        (["status", "russia"], "there is no topic or command 'russia'"),
        (["dates", "names"], "a topic stands alone; try 'icc help dates'"),
    ],
)
def test_help_about_nothing_known_says_what_comes_near(words: list[str], said: str, icc: Run) -> None:
    code, out, err = icc("help", *words)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert said in err


def test_the_topics_tell_every_format_exit_code_and_shell(icc: Run) -> None:
    assert all(f"  {name} " in icc("help", "formats")[1] for name in FORMATS)
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


@pytest.mark.parametrize("name", ["KEN", "KE", "404", "Кения", "肯尼亚", "كينيا", "Swaziland", "drc", "uk", "usa"])
def test_what_the_page_on_names_calls_a_name_is_one(name: str, icc: Run) -> None:
    assert name in icc("help", "names")[1]
    assert icc("status", name)[0] == 0


# Manual pages


def commands(context: click.Context) -> Iterator[click.Context]:
    """Give every command that is no group."""
    if not isinstance(context.command, click.Group):
        yield context
        return
    for name in context.command.list_commands(context):
        inner = context.command.get_command(context, name)
        assert inner
        yield from commands(click.Context(inner, parent=context, info_name=name))


PAGES = man.pages("2026-10-02")
CONTEXTS = list(commands(icc.make_context("icc", [], resilient_parsing=True)))


@pytest.mark.parametrize("context", CONTEXTS, ids=lambda context: context.command_path)
def test_every_command_has_a_page_with_each_option_and_example(context: click.Context) -> None:
    name = context.command_path.replace(" ", "-")
    page = plain(PAGES[f"{name}.1"])
    assert f"\n.BR {name} (1)\n" in plain(PAGES["icc.1"])
    for option in context.command.get_params(context):
        for spelled in option.opts if isinstance(option, click.Option) else ():
            assert f"\\fB{spelled}\\fR" in page, spelled
    for line in (context.command.help or "").partition("\b\n")[2].split("\n"):
        assert line.strip() in page


def test_the_page_of_the_program_holds_every_topic() -> None:
    for name, topic in TOPICS.items():
        if name != "exit-codes":
            assert topic.text() in plain(PAGES["icc.1"])
    assert all(f".B {code}\n" in PAGES["icc.1"] for code in EXIT_CODES)


def test_there_is_a_page_for_nothing_else() -> None:
    assert PAGES.keys() == {"icc.1"} | {f"{one.command_path.replace(' ', '-')}.1" for one in CONTEXTS}


def test_pages_do_not_depend_on_clock_or_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setattr("time.time", lambda: 0.0)
    assert man.pages("2026-10-02") == PAGES


def test_letters_that_roff_takes_for_its_own_are_printed_as_they_are() -> None:
    assert man._roff(".SH 'a' -b \\n `c` ~ ^") == r"\&.SH \(aqa\(aq \-b \en \(gac\(ga \(ti \(ha"


@pytest.mark.parametrize("name", PAGES)
def test_groff_and_mandoc_have_nothing_to_say_against_a_page(name: str, tmp_path: Path) -> None:
    judges = [["groff", "-man", "-Kutf8", "-Tutf8", "-ww"], ["mandoc", "-Tlint", "-Wwarning"]]
    judges = [judge for judge in judges if shutil.which(judge[0])]
    if not judges:
        pytest.skip("neither groff nor mandoc is installed")
    for path in man.write(tmp_path, "2026-10-02"):
        if path.name == name:
            for judge in judges:
                done = subprocess.run([*judge, path], capture_output=True, text=True, encoding="utf-8", check=False)
                said = done.stdout if judge[0] == "mandoc" else done.stderr
                assert (done.returncode, said) == (0, "")


def plain(page: str) -> str:
    """Read roff's letters back."""
    for written, letter in ((r"\-", "-"), (r"\(aq", "'"), (r"\(ga", "`"), (r"\(ti", "~"), (r"\&", ""), (r"\e", "\\")):
        page = page.replace(written, letter)
    return page
