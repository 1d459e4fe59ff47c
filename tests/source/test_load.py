"""`icc data check`: all that is wrong at once, one line each; and what other commands say of a spoilt dataset."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from icc_cli.source import load
from tests.support.datadir import SMALL, DataDir, act, real_data
from tests.support.graustark import RURITANIA

Icc = Callable[..., tuple[int, str, str]]


def one_line(err: str) -> str:
    """Return what stderr says, which is one line from icc and no traceback."""
    assert err.startswith("icc: ")
    assert err.endswith("\n")
    assert err.count("\n") == 1
    return err


def test_a_sound_directory_is_counted(icc: Icc, data: DataDir) -> None:
    assert icc("data", "check", str(data.path)) == (
        0,
        "2 States and entries, 7 acts, 0 persons, 2 documents: no problem found\n",
        "",
    )


def test_the_directory_may_come_from_the_environment(icc: Icc, data: DataDir, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ICC_DATA", str(data.path))
    assert icc("data", "check")[1].startswith("2 States and entries")


def test_all_errors_of_all_files_are_told_at_once_by_file_and_line(icc: Icc, data: DataDir) -> None:
    data.edit(RURITANIA, "everyday: Ruritania", "everyady: Ruritania")
    data.edit(RURITANIA, "done: 2016-11-10", "done: 2016-11-31")
    data.edit("situations/strelsau.yaml", "trigger: self-referral", "trigger: self referral")
    data.edit("documents.yaml", "  kind: state\n", "")
    data.edit("dataset.yaml", "checked: 2026-01-01", "checked: 2026-01")
    data.write("states/GRA.yaml", "iso3: &x GRA\n")
    code, out, err = icc("data", "check", str(data.path))
    assert code == 3
    assert out.splitlines() == [
        "dataset.yaml:3: '2026-01' needs a day: this date has legal effect",
        "documents.yaml:9: 'kind' is missing",
        "situations/strelsau.yaml:5: unknown word 'self referral'; did you mean 'self-referral'?",
        "states/GRA.yaml:1: anchors and aliases (& and *) are not allowed: write the value out",
        "states/RUR.yaml:1: 'everyday' is missing",
        "states/RUR.yaml:5: unknown key 'everyady'; did you mean 'everyday'?",
        data.place(RURITANIA, "2016-11-31") + "'2016-11-31' is no date: Nov 2016 has no day 31",
    ]
    assert err == f"icc: 7 problems in {data.path}\n"


def test_all_breaches_of_law_in_all_files_are_told_at_once(icc: Icc, data: DataDir) -> None:
    data.edit(RURITANIA, "effect: 2017-11-10", "effect: 2017-11-11")
    data.edit("situations/strelsau.yaml", "states: [RUR]", "states: [RUR, SYL]")
    data.edit("context.yaml", "done: 2016-12-31\n  id: UNSC-2016", "done: 2026-12-31\n  id: UNSC-2026")
    data.append("states/GRA.yaml", f"acts:\n  - {act('signature', '2001-01-01')}\n")
    code, out, err = icc("data", "check", str(data.path))
    assert code == 3
    assert out.splitlines() == [
        "context.yaml:1: done after the record was checked (2026-01-01)",
        "situations/strelsau.yaml:1: 'SYL' is no State of this dataset",
        "states/GRA.yaml:7: signed outside 1998-07-17 to 2000-12-31 (Art. 125(1))",
        data.place(RURITANIA, "act: withdrawal-notice") + "takes effect 2017-11-11, but Art. 127(1) gives 2017-11-10",
    ]
    assert err == f"icc: 4 problems in {data.path}\n"


def test_lines_are_sorted_as_numbers(icc: Icc, data: DataDir) -> None:
    data.write("states/GRA.yaml", SMALL["states/GRA.yaml"] + "".join(f"x{n}: y\n" for n in range(6, 12)))
    lines = [int(line.split(":")[1]) for line in icc("data", "check", str(data.path))[1].splitlines()]
    assert lines == [6, 7, 8, 9, 10, 11]


def test_a_single_problem_is_counted_as_one(icc: Icc, data: DataDir) -> None:
    data.edit(RURITANIA, "iso2: RU", "iso2: ru")
    code, out, err = icc("data", "check", str(data.path))
    assert (code, out) == (3, "states/RUR.yaml:2: 'ru' is not an ISO 3166 alpha-2 code\n")
    assert err == f"icc: 1 problem in {data.path}\n"


@pytest.mark.parametrize("key", [r"a\nb", r"a\r\nb", r"a\u2028b", r"a\x85b", r"a\tb"])
def test_a_problem_is_one_line_whatever_the_file_holds(icc: Icc, data: DataDir, key: str) -> None:
    data.append("states/GRA.yaml", f'"{key}": c\n')
    code, out, err = icc("data", "check", str(data.path))
    assert (code, err.count("\n")) == (3, 1)
    assert len(out.splitlines()) == 1
    assert out.startswith("states/GRA.yaml:6: unknown key 'a")


@pytest.mark.parametrize("key", [r"\e[31m", r"\x9b31m", r"\u202e", r"\a"])
def test_control_characters_of_a_file_never_reach_the_terminal(icc: Icc, data: DataDir, key: str) -> None:
    data.append("states/GRA.yaml", f'"{key}": c\n')
    code, out, _ = icc("data", "check", str(data.path))
    assert code == 3
    assert not set(out) & set("\x1b\x9b\u202e\x07")
    code, out, err = icc("status", "graustark", "--data", str(data.path))
    assert (code, out) == (3, "")
    assert not set(one_line(err)) & set("\x1b\x9b\u202e\x07")


# Files and directories


def test_a_directory_that_is_not_there_is_told_in_one_line(icc: Icc, tmp_path: Path) -> None:
    code, out, err = icc("data", "check", str(tmp_path / "none"))
    assert (code, out) == (3, "")
    assert "none: No such file or directory; a data directory holds" in one_line(err)


def test_a_file_in_place_of_the_directory_is_told_in_one_line(icc: Icc, tmp_path: Path) -> None:
    (tmp_path / "data.yaml").write_text("a: b\n")
    code, out, err = icc("data", "check", str(tmp_path / "data.yaml"))
    assert (code, out) == (3, "")
    assert "data.yaml" in one_line(err)


def test_a_directory_that_holds_no_dataset_is_told(icc: Icc, tmp_path: Path) -> None:
    code, out, err = icc("data", "check", str(tmp_path))
    assert (code, out) == (3, "")
    assert "states: No such file or directory" in one_line(err)


@pytest.mark.parametrize(
    "name", ["dataset.yaml", "documents.yaml", "amendments.yaml", "context.yaml", "corrections.yaml"]
)
def test_a_missing_file_is_told(icc: Icc, data: DataDir, name: str) -> None:
    data.remove(name)
    code, out, err = icc("data", "check", str(data.path))
    assert (code, out) == (3, f"{name}: missing file\n")
    one_line(err)


@pytest.mark.parametrize("name", ["situations", "states"])
def test_a_missing_folder_is_told_in_one_line(icc: Icc, data: DataDir, name: str) -> None:
    (data.path / name).rename(data.path / "elsewhere")
    code, out, err = icc("data", "check", str(data.path))
    assert (code, out) == (3, "")
    assert f"{name}: No such file or directory" in one_line(err)


def test_an_unknown_file_is_told(icc: Icc, data: DataDir) -> None:
    data.write("treaties.yaml", "a: b\n")
    code, out, err = icc("data", "check", str(data.path))
    assert (code, out) == (3, "treaties.yaml: unknown file\n")
    one_line(err)


def test_unknown_and_missing_files_are_told_in_the_order_of_their_names(icc: Icc, data: DataDir) -> None:
    data.write("zenda.yaml", "a: b\n")
    data.remove("amendments.yaml")
    data.remove("documents.yaml")
    code, out, _ = icc("data", "check", str(data.path))
    assert (code, out.splitlines()) == (
        3,
        ["amendments.yaml: missing file", "documents.yaml: missing file", "zenda.yaml: unknown file"],
    )


def test_files_that_are_no_yaml_are_left_alone(icc: Icc, data: DataDir) -> None:
    for name in ("LICENSE", "README.md", "states/notes.txt", "map/world.json"):
        data.write(name, b"\xff\xfe")
    assert icc("data", "check", str(data.path))[0] == 0


def test_a_dataset_may_lack_situations_acts_of_bodies_and_corrections(icc: Icc, data: DataDir) -> None:
    for name in ("strelsau", "pe-strelsau"):
        data.remove(f"situations/{name}.yaml")
    for name in ("context", "corrections"):
        data.write(f"{name}.yaml", "[]\n")
    assert icc("data", "check", str(data.path))[0] == 0
    assert icc("status", "ruritania", "--data", str(data.path))[0] == 0


@pytest.mark.parametrize("name", ["dataset.yaml", "corrections.yaml", "states/GRA.yaml", "situations/strelsau.yaml"])
def test_an_empty_file_is_told(icc: Icc, data: DataDir, name: str) -> None:
    data.write(name, "")
    code, out, _ = icc("data", "check", str(data.path))
    assert (code, out) == (3, f"{name}: empty file\n")


def test_a_directory_in_place_of_a_file_is_told(icc: Icc, data: DataDir) -> None:
    (data.path / "states" / "SYL.yaml").mkdir()
    assert icc("data", "check", str(data.path))[:2] == (3, "states/SYL.yaml: not a file of this directory\n")


def test_a_link_that_leads_out_of_the_directory_or_nowhere_is_told(icc: Icc, data: DataDir, tmp_path: Path) -> None:
    (tmp_path / "outside.yaml").write_text(SMALL["states/GRA.yaml"])
    (data.path / "states" / "LNK.yaml").symlink_to(tmp_path / "outside.yaml")
    (data.path / "states" / "NOW.yaml").symlink_to(tmp_path / "nowhere.yaml")
    (data.path / "states" / "SLF.yaml").symlink_to(data.path / "states" / "SLF.yaml")
    assert icc("data", "check", str(data.path))[:2] == (
        3,
        "".join(f"states/{name}.yaml: not a file of this directory\n" for name in ("LNK", "NOW", "SLF")),
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this platform has no named pipes")
def test_a_pipe_in_place_of_a_file_is_told_and_not_waited_for(icc: Icc, data: DataDir) -> None:
    os.mkfifo(data.path / "states" / "SYL.yaml")
    assert icc("data", "check", str(data.path))[:2] == (3, "states/SYL.yaml: not a file of this directory\n")


def test_a_directory_of_a_great_many_files_is_refused_unread(
    icc: Icc, data: DataDir, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(load, "MAX_FILES", 8)
    code, out, err = icc("data", "check", str(data.path))
    assert (code, out) == (3, "")
    assert "holds 9 YAML files; at most 8 are read" in one_line(err)
    monkeypatch.setattr(load, "MAX_FILES", 9)
    assert icc("data", "check", str(data.path))[0] == 0


def test_a_huge_file_is_told(icc: Icc, data: DataDir) -> None:
    with (data.path / "states" / "GRA.yaml").open("ab") as file:
        file.truncate(3_000_000)
    assert icc("data", "check", str(data.path))[:2] == (
        3,
        "states/GRA.yaml: larger than 2,000,000 bytes: this is no hand-kept record\n",
    )


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names are Unicode there")
def test_a_file_name_that_is_no_text_is_told_in_one_line(icc: Icc, data: DataDir) -> None:
    name = os.fsdecode(b"states/\xff\x1b[31m\n.yaml")
    (data.path / "states/GRA.yaml").rename(data.path / name)
    code, out, _ = icc("data", "check", str(data.path))
    assert code == 3
    assert "\x1b" not in out
    assert len(out.splitlines()) == 1
    assert out.endswith(":1: the file of GRA should be states/GRA.yaml\n")


# Other commands over a spoilt dataset


def test_a_question_to_a_spoilt_dataset_is_answered_by_one_line(icc: Icc, tmp_path: Path) -> None:
    data = real_data(tmp_path / "data")
    data.edit("states/RUS.yaml", "iso2: RU", "iso2: ru")
    data.edit("states/GMB.yaml", "effect: '2017-11-10'", "effect: '2017-11'")
    code, out, err = icc("status", "russia", "--data", str(data.path))
    assert (code, out) == (3, "")
    place = data.place("states/GMB.yaml", "effect: '2017-11'")
    assert f"the dataset is not valid: {place}" in one_line(err)
    assert f"(and 1 more); run: icc data check {data.path}" in err


COMMANDS = [["status", "russia"], ["parties"], ["withdrawals"], ["events"], ["situations"], ["data", "info"]]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("asked", [[], ["--json"]], ids=["plain", "json"])
def test_no_command_answers_from_a_spoilt_dataset(
    icc: Icc, data: DataDir, command: list[str], asked: list[str]
) -> None:
    data.edit(RURITANIA, "effect: 2017-11-10", "effect: 2017-11-11")
    code, out, err = icc(*command, *asked, "--data", str(data.path))
    assert (code, out) == (3, "")
    told = "takes effect 2017-11-11, but Art. 127(1) gives 2017-11-10; run: icc data check"
    assert told in one_line(err)


@pytest.mark.parametrize("command", [["status", "russia"], ["parties"], ["--version"]], ids=" ".join)
def test_no_command_answers_from_a_directory_that_is_not_there(
    icc: Icc, command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ICC_DATA", str(tmp_path / "none"))
    code, out, err = icc(*command)
    assert (code, out) == (3, "")
    assert "No such file or directory" in one_line(err)


def test_an_invalid_dataset_carries_all_its_problems(data: DataDir) -> None:
    data.edit(RURITANIA, "effect: 2017-11-10", "effect: 2017-11-11")
    data.edit("situations/strelsau.yaml", "states: [RUR]", "states: [RUR, SYL]")
    with pytest.raises(load.InvalidDataset) as caught:
        load.load(data.path)
    assert [str(problem) for problem in caught.value.problems] == data.problems()
    assert len(caught.value.problems) == 2
    assert caught.value.exit_code == 3


@pytest.mark.parametrize("name", ["a\0b", "\ud800"])
@pytest.mark.parametrize("question", [("data", "check"), ("status", "graustark", "--data")], ids=["check", "status"])
def test_a_name_that_no_directory_can_have_is_told_in_one_line(icc: Icc, question: tuple[str, ...], name: str) -> None:
    code, out, err = icc(*question, name)
    assert (code, out) == (3, "")
    assert one_line(err).endswith(": no directory can have this name\n")


def test_no_more_problems_are_told_than_anybody_reads(icc: Icc, data: DataDir) -> None:
    data.append("documents.yaml", "- a\n" * 5_000)
    code, out, err = icc("data", "check", str(data.path))
    assert (code, out.count("\n")) == (3, load.MAX_PROBLEMS)
    assert one_line(err) == f"icc: 1,000 problems in {data.path}; there may be more\n"


def test_no_more_breaches_of_law_are_told_than_anybody_reads(icc: Icc, data: DataDir) -> None:
    said = "act: context, done: 2016-12-31, body: Council, title: x, sources: [nowhere]"
    acts = [f"- {{id: UNSC-2016-12-31-context-{number}, {said}}}\n" for number in range(load.MAX_PROBLEMS + 1)]
    data.append("context.yaml", "".join(acts))
    code, out, err = icc("data", "check", str(data.path))
    assert (code, out.count("\n")) == (3, load.MAX_PROBLEMS)
    assert one_line(err) == f"icc: 1,000 problems in {data.path}; there may be more\n"


def test_no_more_unknown_files_are_told_than_anybody_reads(icc: Icc, data: DataDir) -> None:
    for number in range(load.MAX_PROBLEMS + 1):
        data.write(f"{number}.yaml", "")
    code, out, err = icc("data", "check", str(data.path))
    assert (code, out.count("\n")) == (3, load.MAX_PROBLEMS)
    assert one_line(err) == f"icc: 1,000 problems in {data.path}; there may be more\n"


@pytest.mark.parametrize("ending", ["yml", "YAML", "Yml"])
def test_a_file_is_not_passed_over_for_how_its_ending_is_written(icc: Icc, data: DataDir, ending: str) -> None:
    data.write(f"states/SYL.{ending}", SMALL["states/GRA.yaml"].replace("GRA", "SYL").replace("GK", "SY"))
    code, out, _ = icc("data", "check", str(data.path))
    assert code == 3
    assert f"states/SYL.{ending}:1: the file of SYL should be states/SYL.yaml\n" in out
    data.write(f"treaties.{ending}", "a: b\n")
    assert f"treaties.{ending}: unknown file\n" in icc("data", "check", str(data.path))[1]
