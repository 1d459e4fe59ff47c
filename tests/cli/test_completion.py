"""Completion: what each shell is offered, how it is quoted, and that a prompt is never held up or disturbed."""

import os
import select
import shlex
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import click
import pytest
from click.shell_completion import CompletionItem

from icc_cli.cli.commands import COMMANDS
from icc_cli.cli.shells import SHELLS, Typed, answer, read, script
from icc_cli.database.checksum import with_checksum
from icc_cli.database.store import Store
from icc_cli.queries.names import find
from tests.support.datadir import small_data
from tests.support.process import installed

Run = Callable[..., tuple[int, str, str]]
Offer = Callable[..., list[str]]

BREAKS = " \t\n\"'@><=;|&(:"
"""What COMP_WORDBREAKS holds in a bash that nobody has changed."""


@pytest.fixture(scope="module")
def program(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a directory with a program `icc` that has its database beside it, as an installed one has."""
    place = tmp_path_factory.mktemp("bin")
    main = place / "main.py"
    main.write_text(
        "from icc_cli.database import opening\n"
        f"opening.PACKAGED = {store.origin!r}\n"
        "from icc_cli.__main__ import main\nmain()\n"
    )
    (place / "icc").write_text(f'#!/bin/sh\nexec "{sys.executable}" "{main}" "$@"\n')
    (place / "icc").chmod(0o755)
    return place


@pytest.fixture(scope="module")
def offer(program: Path) -> Offer:
    """Request, as a shell's script does, what can be typed next."""

    def call(line: str, shell: str = "zsh", **environment: str) -> list[str]:
        asked = {"_ICC_COMPLETE": shell, "_ICC_LINE": line, "_ICC_BREAKS": BREAKS if shell == "bash" else ""}
        done = subprocess.run(
            [sys.executable, program / "main.py"],
            env={**installed(), **asked, **environment},
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, b"")
        kind, *words = done.stdout.decode().splitlines()
        return words if kind == "plain" else [f"({kind})"]

    return call


def words(lines: Sequence[str]) -> list[str]:
    return [line.partition("\t")[0] for line in lines]


# What is offered


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("icc sta", ["status"]),
        ("icc data ", ["check", "compare", "info", "update"]),
        ("icc data i", ["info"]),
        ("icc withdrawals --out", ["--outcome", "--output"]),
        ("icc parties --status sig", ["signatory", "signatory-no-intent"]),
        ("icc parties --status=sig", ["--status=signatory", "--status=signatory-no-intent"]),
        ("icc parties --region Af", ["african"]),
        ("icc withdrawals --outcome l", ["left"]),
        ("icc events --kind withdrawal-r", ["withdrawal-rescinded"]),
        ("icc events --body sec", ["Security Council"]),
        ("icc cite --style b", ["bibtex"]),
        ("icc status kenya --format js", ["json", "jsonl"]),
        ("icc status kenya --on ", ["today"]),
        ("icc status kenya --on 2016-", []),
        ("icc status kenya --fields iso3,status_s", ["iso3,status_since"]),
        ("icc status kenya --fields asked,ask", []),
        ("icc sql --fields ", ["name", "kind"]),
        ("icc status kenya -o ", ["(file)"]),
        ("icc status kenya --data ", ["(dir)"]),
        ("icc data check ", ["(dir)"]),
        ("icc show gmb-2016-11-10", ["GMB-2016-11-10-withdrawal-notice"]),
        ("icc show situation:ken", ["situation:kenya"]),
        ("icc show act:ken-", None),
        ("icc show nothing:ken", []),
        ("icc cite situation:kenya", ["situation:kenya"]),
        ("icc cases putin", ["putin"]),
        ("icc cases bashir", ["al-bashir"]),
        ("icc events --person osama", ["njeem"]),
        ("icc warrants --situation dar", ["darfur"]),
        ("icc amendments AGGRESSION-2", ["aggression-2010"]),
        ("icc amendments --state ger", ["Germany"]),
        ("icc jurisdiction --crime w", ["war-crimes"]),
        ("icc jurisdiction --explain j13", ["J13"]),
        ("icc jurisdiction -n namib", ["Namibia"]),
        ("icc jurisdiction --in crim", ["crimea"]),
        ("icc help da", ["dates", "data"]),
        ("icc completion p", ["powershell"]),
        ("icc nonsense ", []),
        ("icc status --on nonsense namib", ["Namibia"]),
    ],
)
def test_what_fits_is_offered(line: str, offered: list[str] | None, offer: Offer) -> None:
    found = words(offer(line))
    if offered is None:
        assert found
        assert all(word.casefold().startswith("act:ken") for word in found)
    elif line.endswith("--fields "):
        assert found[: len(offered)] == offered
    else:
        assert found == offered


def test_every_command_is_offered_with_its_line(offer: Offer) -> None:
    assert offer("icc ") == [f"{name}\t{summary}" for name, summary in COMMANDS.items()]


def test_a_name_in_another_language_or_a_former_one_is_offered_with_the_everyday_one(offer: Offer) -> None:
    assert offer("icc status Ке") == ["Кения\tKenya"]
    assert offer("icc status naur") == ["Nauru\tNaoero"]


def test_a_name_in_any_language_is_offered_where_no_other_begins_so(offer: Offer) -> None:
    assert offer("icc status Elfenbeinküst") == ["Elfenbeinküste\tCôte d'Ivoire"]
    assert offer("icc status Grönl") == []


def test_a_name_is_found_without_its_accents_case_and_article(offer: Offer) -> None:
    for typed in ("cote", "CÔTE", "'cote d'", "\"côte d'"):
        assert offer(f"icc status {typed}") == ["Côte d'Ivoire"], typed
    assert offer("icc status st") == offer("icc status 'st. v") == ["Saint Vincent and the Grenadines"]
    assert offer("icc status 'the gam") == ["The Gambia"]


def test_every_name_that_is_offered_settles_on_a_state(offer: Offer, store: Store) -> None:
    everyday = words(offer("icc status "))
    assert len(everyday) == store.rows("SELECT count(*) FROM state")[0][0]
    foreign = [word for letter in "кдاสéزم中南" for word in words(offer(f"icc status {letter}"))]
    assert len(foreign) > 20
    for name in (*everyday, *foreign, *words(offer("icc status co")), *words(offer("icc status republic"))):
        find(store, name)


def test_names_come_from_the_dataset_that_the_line_or_the_environment_names(offer: Offer, tmp_path: Path) -> None:
    data = small_data(tmp_path / "data")
    assert offer(f"icc status --data {data.path} rur") == ["Ruritania"]
    assert offer("icc status rur", ICC_DATA=str(data.path)) == ["Ruritania"]
    assert offer("icc status rur") == []


def test_without_a_sound_dataset_nothing_is_offered_and_nothing_said(offer: Offer, tmp_path: Path) -> None:
    (tmp_path / "dataset.yaml").write_text("{")
    assert offer(f"icc status --data {tmp_path} ken") == []
    assert offer("icc show ken", ICC_DATA=str(tmp_path / "none")) == []
    assert offer("icc st", ICC_DATA=str(tmp_path / "none")) == [
        "status\twhere a State stands on a day, since when, and why"
    ]


def test_a_tampered_database_cannot_act_on_the_terminal(program: Path, store: Store, tmp_path: Path) -> None:
    tampered = tmp_path / "icc.db"
    shutil.copy(store.origin, tampered)
    with closing(sqlite3.connect(tampered)) as connection, connection:
        connection.execute("UPDATE situation SET name = 'Bad\x1b]0;x' WHERE id = 'kenya'")
    tampered.write_bytes(with_checksum(tampered.read_bytes()))
    code = (program / "main.py").read_text().replace(store.origin, str(tampered))
    asked = {**installed(), "_ICC_COMPLETE": "zsh", "_ICC_LINE": "icc show situation:k"}
    done = subprocess.run([sys.executable, "-c", code], env=asked, capture_output=True, text=True, check=True)
    assert done.stdout == "plain\n"


# What a shell hands over, and what it gets back


@pytest.mark.parametrize(
    ("line", "shell", "typed"),
    [
        ("icc status ke", "bash", Typed(["icc", "status"], "ke", "", 0)),
        ("icc status ", "bash", Typed(["icc", "status"], "", "", 0)),
        ("icc status ''", "bash", Typed(["icc", "status"], "", "", 0)),
        (r"icc status South\ A", "zsh", Typed(["icc", "status"], "South A", "", 0)),
        ("icc status 'South A", "bash", Typed(["icc", "status"], "South A", "'", 0)),
        ('icc status "South A', "fish", Typed(["icc", "status"], "South A", '"', 0)),
        ("icc status 'South Africa' ke", "bash", Typed(["icc", "status", "South Africa"], "ke", "", 0)),
        (r"icc status 'Côte d'\''I", "bash", Typed(["icc", "status"], "Côte d'I", "'", 7)),
        (r"icc status 'Côte d\'I", "fish", Typed(["icc", "status"], "Côte d'I", "'", 0)),
        ("icc status South` A", "powershell", Typed(["icc", "status"], "South A", "", 0)),
        (r"icc data check C:\data", "powershell", Typed(["icc", "data", "check"], r"C:\data", "", 0)),
        ("icc show situation:ken", "bash", Typed(["icc", "show"], "situation:ken", "", 10)),
        ("icc show situation:ken", "zsh", Typed(["icc", "show"], "situation:ken", "", 0)),
        ('icc parties --region="af', "bash", Typed(["icc", "parties"], "--region=af", '"', 9)),
        ("icc status a\\", "bash", Typed(["icc", "status"], "a", "", 0)),
        ("", "bash", Typed([], "", "", 0)),
    ],
)
def test_a_line_is_read_as_the_shell_reads_it(line: str, shell: str, typed: Typed) -> None:
    assert read(line, shell, BREAKS if shell == "bash" else "") == typed


@pytest.mark.parametrize("quote", ["", "'", '"'])
def test_bash_reads_each_name_as_it_was_meant_behind_any_quote(
    quote: str, store: Store, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    if not shutil.which("bash"):
        pytest.skip("bash is not installed")
    names = [row[0] for row in store.rows("SELECT name FROM state_name")] + [r"a\b", "$HOME", "`x`", 'say "x"', "(a;b)"]
    offered = click.Argument(["name"], shell_complete=lambda *_: [CompletionItem(name) for name in names])
    monkeypatch.setenv("_ICC_LINE", f"icc {quote}")
    assert answer(click.Command("icc", params=[offered]), "bash") == 0
    kind, *words = capsysbinary.readouterr().out.decode().splitlines()
    assert (kind, len(words)) == ("plain", len(names))
    done = subprocess.run(
        ["bash", "-c", "printf '%s\\n' " + " ".join(f"{quote}{word}{quote}" for word in words)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.splitlines() == names


def test_bash_gets_only_what_it_replaces(offer: Offer) -> None:
    assert offer("icc show situation:ken", "bash") == ["kenya"]
    assert offer("icc parties --status=signatory-", "bash") == ["signatory-no-intent"]
    assert offer("icc status South\\ A", "bash") == [r"South\ Africa"]
    assert offer('icc status "South A', "bash") == ["South Africa"]


def test_powershell_gets_names_in_its_own_quotes(offer: Offer) -> None:
    assert offer("icc status 'cote", "powershell") == ["'Côte d''Ivoire'"]
    assert offer("icc status namib", "powershell") == ["Namibia"]
    assert offer("icc status --fields iso3,status_s", "powershell") == ["'iso3,status_since'"]


def test_fish_gets_a_name_that_begins_as_typed(offer: Offer) -> None:
    assert offer("icc status côte", "fish") == ["Côte d'Ivoire"]
    assert offer("icc status cote", "fish") == ["cote divoire"]


# The shells themselves


@pytest.fixture
def session(program: Path, tmp_path: Path) -> Iterator[Callable[..., Callable[[str, str], None]]]:
    """Start an interactive shell that has read its script; returns a way to type a line and Tab, and read the words."""
    pty = pytest.importorskip("pty")
    started: list[tuple[int, int]] = []

    def start(shell: str, arguments: Sequence[str], loading: str) -> Callable[[str, str], None]:
        executable = shutil.which(shell)
        if not executable:
            pytest.skip(f"{shell} is not installed")
        environment = {
            **installed(),
            "PATH": f"{program}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(tmp_path),
            "TERM": "dumb",
            "LC_ALL": "C.UTF-8",
        }
        child, terminal = pty.fork()
        if not child:
            os.execve(executable, [shell, *arguments], environment)
        started.append((child, terminal))
        _await(terminal, f"{loading}\nprintf '%s' load''ed\n", "loaded")

        def complete(line: str, meant: str) -> None:
            # Tab, then to the beginning of the line, to print the words that it has become
            told = "".join(f"<{word}>" for word in shlex.split(meant))
            _await(terminal, f"{line}\t\x01printf '<%s>' \n", told)

        return complete

    yield start
    for child, terminal in started:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)


def _await(terminal: int, keys: str, said: str) -> None:
    """Type keys and read until something is said."""
    os.write(terminal, keys.encode())
    shown, until = b"", time.monotonic() + 30
    while said.encode() not in shown:
        assert time.monotonic() < until, shown.decode(errors="replace")
        if select.select([terminal], [], [], 0.5)[0]:
            shown += os.read(terminal, 65536)


LINES = {
    "icc sta": "icc status",
    "icc status South\\ A": "icc status 'South Africa'",
    'icc status "south a': "icc status 'South Africa'",
    "icc status 'Côte d": 'icc status "Côte d\'Ivoire"',
    "icc status Ке": "icc status Кения",
    "icc show situation:ken": "icc show situation:kenya",
    "icc parties --status=signatory-": "icc parties --status=signatory-no-intent",
    "icc events --body Sec": "icc events --body 'Security Council'",
}


def test_bash_completes_names_with_blanks_apostrophes_and_other_letters(
    session: Callable[..., Callable[[str, str], None]],
) -> None:
    complete = session("bash", ["--norc", "--noprofile", "-i"], 'eval "$(icc completion bash)"')
    for line, meant in LINES.items():
        complete(line, meant)
    complete("icc status cote", 'icc status "Côte d\'Ivoire"')
    complete("true; icc status namib", "true")


def test_zsh_completes_names_with_blanks_apostrophes_and_other_letters(
    session: Callable[..., Callable[[str, str], None]],
) -> None:
    complete = session("zsh", ["-f", "-i"], 'autoload -U compinit; compinit -u -D; eval "$(icc completion zsh)"')
    for line, meant in LINES.items():
        complete(line, meant)
    complete("icc status cote", 'icc status "Côte d\'Ivoire"')


def test_fish_completes_names_with_blanks_apostrophes_and_other_letters(
    session: Callable[..., Callable[[str, str], None]],
) -> None:
    complete = session("fish", ["--no-config", "-i"], "icc completion fish | source")
    for line, meant in LINES.items():
        complete(line, meant)
    complete("icc status cote", "icc status 'cote divoire'")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_is_sound_in_its_shell(shell: str) -> None:
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    subprocess.run([shell, "-n"], input=script(SHELLS[shell]), text=True, encoding="utf-8", check=True)


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_asks_as_it_is_answered_and_says_how_to_install_it(shell: str) -> None:
    text = script(SHELLS[shell])
    assert "_ICC_LINE" in text
    assert f"icc completion {shell}" in text
    assert f"_ICC_COMPLETE={shell}" in text.replace(" = ", "=").replace("'", "")


# The command


def test_completion_prints_the_script_of_the_shell_that_is_named_or_used(
    icc: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHELL", "/usr/bin/zsh")
    assert icc("completion") == (0, script("icc.zsh"), "")
    assert icc("completion", "PowerShell") == (0, script("icc.ps1"), "")
    for used in ("/bin/tcsh", ""):
        monkeypatch.setenv("SHELL", used)
        assert icc("completion") == (2, "", "icc: name the shell; one of: bash, zsh, fish, powershell\n")
    assert icc("completion", "tcsh")[0] == 2


def test_a_shell_that_does_not_listen_is_told_nothing(program: Path) -> None:
    asked = {**installed(), "_ICC_COMPLETE": "bash", "_ICC_LINE": "icc status ken"}
    done = subprocess.run(
        [sys.executable, program / "main.py"],
        env=asked,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: os.close(1),
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")


# -- What is left in the environment swallows no question


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell", "x", "bash_source", "1", ""])
def test_a_question_is_answered_whatever_the_environment_says(shell: str, program: Path) -> None:
    for left in ({"_ICC_COMPLETE": shell}, {"_ICC_COMPLETE": shell, "_ICC_LINE": "icc sta"}):
        done = subprocess.run(
            [sys.executable, program / "main.py", "status", "russia"],
            env={**installed(), **left},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith("Russian Federation")


@pytest.mark.parametrize("left", [{"_ICC_LINE": "icc sta", "_ICC_COMPLETE": "x"}, {"_ICC_COMPLETE": "bash"}], ids=str)
def test_where_no_shell_asks_the_program_says_what_it_is_for(left: dict[str, str], program: Path) -> None:
    for question in ([], ["--help"]):
        done = subprocess.run(
            [sys.executable, program / "main.py", *question],
            env={**installed(), **left},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0
        assert "Usage" in done.stdout
