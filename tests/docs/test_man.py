"""The manual pages: one for the program and one for each command, with all that the program says of itself."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from icc_cli.cli.main import icc
from icc_cli.cli.topics import EXIT_CODES, TOPICS
from tools import man

CHECKED = "2026-10-02"
PAGES = man.pages(CHECKED)


def commands(context: click.Context) -> Iterator[click.Context]:
    """Give every command that is no group."""
    if not isinstance(context.command, click.Group):
        yield context
        return
    for name in context.command.list_commands(context):
        inner = context.command.get_command(context, name)
        assert inner
        yield from commands(click.Context(inner, parent=context, info_name=name))


CONTEXTS = list(commands(icc.make_context("icc", [], resilient_parsing=True)))


@pytest.mark.parametrize("context", CONTEXTS, ids=lambda context: context.command_path)
def test_every_command_has_a_page_with_each_option_and_example(context: click.Context) -> None:
    name = context.command_path.replace(" ", "-")
    page = plain(PAGES[f"{name}.1"])
    assert f"\n.BR {name} (1)\n" in plain(PAGES["icc.1"])
    for option in context.command.get_params(context):
        for spelled in option.opts if isinstance(option, click.Option) and not option.hidden else ():
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
    assert man.pages(CHECKED) == PAGES


def test_letters_that_roff_takes_for_its_own_are_printed_as_they_are(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    letters = ".SH 'a' -b \\n `c` ~ ^"
    monkeypatch.setitem(EXIT_CODES, 99, letters)
    (page,) = (path for path in man.write(tmp_path, CHECKED) if path.name == "icc.1")
    assert ".B 99\n" + r"\&.SH \(aqa\(aq \-b \en \(gac\(ga \(ti \(ha" in page.read_text(encoding="utf-8")
    if shutil.which("groff"):
        shown = subprocess.run(["groff", "-man", "-Kutf8", "-Tutf8", "-P-c", page], capture_output=True, check=True)
        assert letters in shown.stdout.decode()


@pytest.mark.parametrize("name", PAGES)
def test_groff_and_mandoc_have_nothing_to_say_against_a_page(name: str, tmp_path: Path) -> None:
    judges = [["groff", "-man", "-Kutf8", "-Tutf8", "-ww"], ["mandoc", "-Tlint", "-Wwarning"]]
    judges = [judge for judge in judges if shutil.which(judge[0])]
    if not judges:
        pytest.skip("neither groff nor mandoc is installed")
    for path in man.write(tmp_path, CHECKED):
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
