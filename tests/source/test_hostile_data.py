"""Hostile data: bounded in time and memory, refused by file and line, and never acting."""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from icc_cli.errors import DatasetError
from icc_cli.output import FORMATS
from icc_cli.source import load
from icc_cli.source.shape import MAX_TEXT
from icc_cli.treaty.model import MAX_ACTS
from tests.support.datadir import SMALL, DataDir, act, small_data
from tests.support.graustark import GRAUSTARK, RURITANIA, STRELSAU
from tests.support.hostile import PRINTABLE, harmless_in
from tests.support.places import ROOT

Icc = Callable[..., tuple[int, str, str]]


def bounded(data: DataDir, *arguments: str) -> tuple[int, str, str]:
    """Request about a dataset with 300 MB of memory and 20 seconds of the processor, of which it needs a few."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (300 << 20, 300 << 20))
        resource.setrlimit(resource.RLIMIT_CPU, (20, 20))

    done = subprocess.run(
        [sys.executable, "-m", "icc_cli", *arguments, str(data.path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        preexec_fn=limit,
        timeout=300,  # other work may have the processor meanwhile
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def append(text: str) -> Callable[[DataDir], None]:
    return lambda data: data.append(GRAUSTARK, text)


LAUGHS = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [{', '.join(['*' + a] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
MUCH = 1_900_000
HUGE: dict[str, tuple[Callable[[DataDir], None], str]] = {
    "alias bomb": (append(LAUGHS), "GRA.yaml:6: anchors and aliases (& and *) are not allowed"),
    "directives": (append("".join(f"%TAG !{n}! b\n" for n in range(100_000))), "GRA.yaml:6: not valid YAML: a line"),
    "scalar": (append(f"note: {'x' * MUCH}\n"), "GRA.yaml:6: holds 1,900,000 characters; at most 5,000 are read"),
    "key": (append(f'? "{"k" * MUCH}"\n: v\n'), "GRA.yaml:6: unknown key 'kkk"),
    "tag": (append(f"note: !{'t' * MUCH} x\n"), "GRA.yaml:6: tags are not allowed: !ttt"),
    "line": (append(f"also: [{'a,' * (MUCH // 2)}]\n"), "GRA.yaml:6: holds more than 100,000 pieces"),
    "mappings": (lambda data: data.write("documents.yaml", f"[{'{},' * (MUCH // 3)}]"), "documents.yaml:1: holds more"),
    "nesting": (append(f"also: {'[' * MUCH}\n"), "GRA.yaml:6: nested too deeply"),
    "sparse": (lambda data: os.truncate(data.path / GRAUSTARK, 10**11), "GRA.yaml: larger than 2,000,000 bytes"),
    "acts": (
        append("acts:\n" + "".join(f"  - {act('signal', '2005-01-01', id=f'GRA-{n}')}\n" for n in range(8_000))),
        "GRA.yaml:7: lists 8,000 entries; at most 200 are read",
    ),
}


@pytest.mark.parametrize(("spoil", "told"), HUGE.values(), ids=HUGE)
@pytest.mark.parametrize("question", [("data", "check"), ("status", "graustark", "--data")], ids=["check", "status"])
def test_huge_data_are_refused_by_file_and_line_within_fixed_time_and_memory(
    data: DataDir, spoil: Callable[[DataDir], None], told: str, question: tuple[str, ...]
) -> None:
    spoil(data)
    code, out, err = bounded(data, *question)
    assert code == 3
    assert err.startswith("icc: ")
    assert err.count("\n") == 1
    assert told in out + err
    assert len(out + err) < 2_000


def test_a_directory_of_twenty_thousand_files_is_refused_at_once(data: DataDir) -> None:
    for number in range(20_000):
        os.close(os.open(data.path / "states" / f"{number}.yaml", os.O_CREAT | os.O_WRONLY))
    began = time.perf_counter()
    code, out, err = bounded(data, "data", "check")
    assert (code, out) == (3, "")
    assert "holds 20,009 YAML files; at most 5,000 are read" in err
    assert time.perf_counter() - began < 10
    shutil.rmtree(data.path)


def test_many_large_files_are_refused_unread(data: DataDir, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "MAX_TOTAL", sum(len(text.encode()) for text in SMALL.values()))
    assert data.problems() == []
    data.append(GRAUSTARK, "#")
    with pytest.raises(DatasetError, match=r"bytes of YAML; at most [\d,]+ are read"):
        load.check(data.path)


def test_files_that_are_too_large_only_together_are_refused_within_fixed_memory(data: DataDir) -> None:
    for name in ("documents.yaml", "context.yaml", "corrections.yaml"):
        data.append(name, "#" * 1_500_000)
    code, out, err = bounded(data, "data", "check")
    assert (code, out) == (3, "")
    assert "bytes of YAML; at most 4,000,000 are read" in err


def codes(count: int) -> list[str]:
    return [f"{chr(65 + n // 26)}{chr(65 + n % 26)}X" for n in range(count)]


def populate(data: DataDir, count: int) -> str:
    """Add as many States; returns their codes, as a list of a file names them."""
    data.edit(GRAUSTARK, "iso2: GK", "iso2: ZY")
    data.edit(RURITANIA, "iso2: RU", "iso2: ZZ")
    for code in codes(count):
        named = f"name: {code}\neveryday: {code}\n"
        data.write(f"states/{code}.yaml", f"iso3: {code}\niso2: {code[:2]}\n{named}united-nations: none\n")
    return f"[{', '.join(codes(count))}]"


@pytest.mark.parametrize("question", [("data", "check"), ("status", "graustark", "--data")], ids=["check", "status"])
def test_a_few_lines_that_mean_millions_of_facts_are_refused(data: DataDir, question: tuple[str, ...]) -> None:
    every = populate(data, 500)
    data.edit(STRELSAU, "states: [RUR]", f"states: {every}")
    data.edit(STRELSAU, "trigger: self-referral", "trigger: state-referral")
    for day in range(1, 29):
        data.append(STRELSAU, f"  - {{by: {every}, done: 2004-01-{day:02}, sources: [gazette]}}\n")
    code, out, err = bounded(data, *question)
    assert code == 3
    told = f"{STRELSAU}:1: referrals name States 7,000,500 times; at most 100,000 are read"
    assert told in out + err


def test_many_amendments_and_many_acts_are_checked_within_fixed_time(data: DataDir) -> None:
    populate(data, 120)
    for state in codes(120):
        lines = [
            f"  - {{act: signal, done: 2005-01-01, id: {state}-2005-01-01-signal-{n}, title: x, leaning: leaving, "
            "sources: [gazette]}\n"
            for n in range(MAX_ACTS)
        ]
        data.append(f"states/{state}.yaml", "acts:\n" + "".join(lines))
    proposal = "title: x, articles: x, rule: unsettled, proposed: 2024-04-07, sources: [gazette]"
    data.append("amendments.yaml", "".join(f"- {{id: a{n}, {proposal}}}\n" for n in range(6_000)))
    code, out, err = bounded(data, "data", "check")
    assert (code, err) == (0, "")
    assert out.startswith("122 States and entries, 24007 acts")


def test_text_and_acts_up_to_the_limit_are_read(data: DataDir) -> None:
    data.append(GRAUSTARK, f"note: {'x' * MAX_TEXT}\nacts:\n")
    for number in range(MAX_ACTS):
        line = act("signal", "2005-01-01", id=f"GRA-2005-01-01-signal-{number:03}", leaning="leaving", title="x")
        data.append(GRAUSTARK, f"  - {line}\n")
    assert data.problems() == []
    data.edit(GRAUSTARK, "note: x", "note: xx")
    assert data.problems() == [f"{GRAUSTARK}:6: holds 5,001 characters; at most 5,000 are read"]


# Text that misleads


@pytest.mark.parametrize("prefix", ["%TAG ! x\n---\n", "\ufeff%TAG ! x\n---\n", "#\r%TAG ! x\r---\r"])
def test_a_directive_is_refused_however_it_begins(data: DataDir, prefix: str) -> None:
    data.write(GRAUSTARK, prefix + SMALL[GRAUSTARK])
    line = 2 if prefix.startswith("#") else 1
    assert data.problems() == [f"{GRAUSTARK}:{line}: not valid YAML: a line that begins with %"]


@pytest.mark.parametrize("text", ["%TAG ! x\n---\na: b\n", "\ufeff%TAG ! x\n---\na: b\n", "a: b\n\ufeff%TAG ! x\n"])
def test_a_mark_of_byte_order_hides_no_directive(data: DataDir, text: str) -> None:
    data.write(GRAUSTARK, "\ufeff" + text)
    line = 1 + text.partition("%")[0].count("\n")
    assert data.problems() == [f"{GRAUSTARK}:{line}: not valid YAML: a line that begins with %"]


@pytest.mark.parametrize(
    ("codec", "line"), [("utf-16", 1), ("utf-16-le", 3), ("utf-16-be", 3), ("utf-32", 1), ("latin-1", 3)]
)
def test_a_file_in_another_encoding_is_refused_with_its_line(data: DataDir, codec: str, line: int) -> None:
    data.write(GRAUSTARK, SMALL[GRAUSTARK].replace("Graustark", "Graustärk").encode(codec))
    assert data.problems() == [f"{GRAUSTARK}:{line}: not UTF-8 text"]


@pytest.mark.parametrize("format_name", [name for name in FORMATS if name != "ics"])
def test_printable_text_of_the_data_acts_in_no_format(format_name: str, icc: Icc, data: DataDir) -> None:
    acts = [
        "  - "
        + act("declaration", "2005-01-01", id=f"GRA-2005-01-01-declaration-{n}", kind="other", title=text, note=text)
        for n, text in enumerate(PRINTABLE)
    ]
    data.append(GRAUSTARK, "acts:\n" + "\n".join(acts) + "\n")
    for question in (("events", "GRA"), ("show", "GRA-2005-01-01-declaration-5")):
        code, out, err = icc(*question, "--format", format_name, "--data", str(data.path))
        assert (code, err) == (0, "")
        harmless_in(out, format_name)
        for text in PRINTABLE:
            if format_name in ("table", "plain") and question[0] == "events":
                assert text in out


# Files and users


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="this platform has no endless device")
def test_a_link_to_an_endless_device_is_refused_unread(data: DataDir) -> None:
    (data.path / "states" / "ZER.yaml").symlink_to("/dev/zero")
    assert bounded(data, "data", "check")[:2] == (3, "states/ZER.yaml: not a file of this directory\n")


AS_ANOTHER = """
import os, sys
from contextlib import redirect_stderr, redirect_stdout
from icc_cli.cli.main import run
with open(os.devnull, "w") as nowhere, redirect_stdout(nowhere), redirect_stderr(nowhere):
    run(sys.argv[1:])  # imports all that another user might not be allowed to
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
for name in ("HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
    os.environ.pop(name, None)
os.environ.update(dict(part.split("=") for part in os.environ.get("THEN", "").split()))
sys.exit(run(sys.argv[1:]))
"""


def as_nobody(arguments: list[str], tmp_path: Path, then: str = "") -> subprocess.CompletedProcess[str]:
    """Request as a user who is not root, may write nowhere, and whose home is what `then` says."""
    return subprocess.run(
        [sys.executable, "-c", AS_ANOTHER, *arguments],
        env={**os.environ, "THEN": then, "XDG_CACHE_HOME": str(tmp_path / "cache")},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def readable() -> Iterator[DataDir]:
    """Give a dataset where every user may come: pytest keeps its own folders to itself."""
    with tempfile.TemporaryDirectory() as place:
        os.chmod(place, 0o755)
        yield small_data(Path(place, "data"))


@pytest.mark.parametrize("spoilt", ["states/GRA.yaml", "states", "."])
@pytest.mark.parametrize("mode", [0o000, 0o444])
def test_what_may_not_be_read_is_told_in_one_line(readable: DataDir, spoilt: str, mode: int, tmp_path: Path) -> None:
    path = readable.path / spoilt
    path.chmod(mode)
    for question in (["data", "check"], ["status", "graustark", "--data"]):
        done = as_nobody([*question, str(readable.path)], tmp_path)
        if spoilt == "states/GRA.yaml" and mode == 0o444:
            assert done.returncode == 0
            continue
        assert done.returncode == 3
        assert "Permission denied" in done.stdout + done.stderr
        assert done.stderr.startswith("icc: ")
        assert done.stderr.count("\n") == 1
    path.chmod(0o755)


@pytest.mark.parametrize("home", ["", "HOME=/nonexistent", "HOME=/", "XDG_CACHE_HOME=/proc"])
def test_a_user_who_may_write_nowhere_gets_the_answer(readable: DataDir, home: str, tmp_path: Path) -> None:
    done = as_nobody(["status", "ruritania", "--on", "2016-12-01", "--data", str(readable.path)], tmp_path, home)
    assert (done.returncode, done.stdout[:9], done.stderr) == (0, "Ruritania", "")
