"""Answers in files: in the format of the file's name, whole or not at all."""

import json
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]


def test_an_answer_goes_to_a_file_in_the_format_of_its_name(icc: Run, tmp_path: Path) -> None:
    for name, chosen in [("a.csv", "csv"), ("a.yml", "yaml"), ("a.md", "markdown"), ("a.TSV", "tsv"), ("a", "plain")]:
        path = tmp_path / name
        assert icc("withdrawals", "-o", str(path), "--on", "2026-11-23") == (0, "", "")
        expected = icc("withdrawals", "--format", chosen, "--on", "2026-11-23")[1]
        assert path.read_text(encoding="utf-8") == expected
    icc("withdrawals", "--json", "-o", str(tmp_path / "a.csv"))
    assert json.loads((tmp_path / "a.csv").read_text(encoding="utf-8"))["schema"] == "icc/withdrawals/1"


@pytest.mark.parametrize(("name", "fault"), [("w.docx", ".docx"), ("w.SVG", ".svg"), ("w.plain.bibtex", ".bibtex")])
def test_a_file_whose_ending_stands_for_no_format_is_not_written(
    name: str, fault: str, icc: Run, tmp_path: Path
) -> None:
    code, out, err = icc("withdrawals", "-o", str(tmp_path / name))
    assert (code, out) == (2, "")
    assert err.startswith(f"icc: no format has the ending {fault}; use one of .csv, ")
    assert list(tmp_path.iterdir()) == []
    assert icc("withdrawals", "-o", str(tmp_path / name), "--format", "csv") == (0, "", "")


def test_what_is_ready_for_another_program_is_written_as_it_is_whatever_the_file_is_called(
    icc: Run, tmp_path: Path
) -> None:
    for style, name in (("bibtex", "refs.txt"), ("csl", "refs.json"), ("bibtex", "refs.bib")):
        path = tmp_path / name
        style_of = [] if name == "refs.bib" else ["--style", style]
        assert icc("cite", "burundi", *style_of, "-o", str(path)) == (0, "", "")
        assert path.read_text(encoding="utf-8") == icc("cite", "burundi", "--style", style)[1]


def test_a_file_is_replaced_whole_and_keeps_its_permissions(icc: Run, tmp_path: Path) -> None:
    path, link = tmp_path / "a.csv", tmp_path / "link.csv"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    link.symlink_to(path)
    assert icc("parties", "-o", str(link))[0] == 0
    assert link.is_symlink()
    assert path.read_text(encoding="utf-8").startswith("iso3,")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert sorted(os.listdir(tmp_path)) == ["a.csv", "link.csv"]


def test_a_new_file_has_the_permissions_that_files_have_here(icc: Run, tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    icc("parties", "-o", str(tmp_path / "a.csv"))
    assert (tmp_path / "a.csv").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_file_that_cannot_be_written_leaves_the_old_one(
    icc: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old", encoding="utf-8")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    assert icc("parties", "-o", str(path)) == (
        2, "", f"icc: cannot write {path}: No space left on device; name another file with --output\n",
    )  # fmt: skip
    assert path.read_text(encoding="utf-8") == "old"
    assert os.listdir(tmp_path) == ["a.csv"]


def test_a_wrong_question_leaves_the_old_file(icc: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old", encoding="utf-8")
    assert icc("status", "atlantis", "-o", str(path))[0] == 2
    assert path.read_text(encoding="utf-8") == "old"


def test_a_folder_that_is_not_there_is_told_in_one_line(icc: Run, tmp_path: Path) -> None:
    code, out, err = icc("parties", "-o", str(tmp_path / "no" / "a.csv"))
    assert (code, out) == (2, "")
    assert err.endswith("No such file or directory; name another file with --output\n")
    assert err.count("\n") == 1


def test_a_name_that_is_empty_is_no_file(icc: Run) -> None:
    assert icc("parties", "-o", "") == (2, "", "icc: --output names no file; write '-' for stdout\n")


def test_a_hyphen_stands_for_stdout(icc: Run) -> None:
    assert icc("parties", "-o", "-", "--format", "csv") == icc("parties", "--format", "csv")


@pytest.mark.skipif(not Path("/dev/fd").is_dir(), reason="this platform names no open streams")
def test_an_answer_goes_to_a_pipe_that_is_named_like_a_file(icc: Run) -> None:
    reader, writer = os.pipe()
    assert icc("status", "niger", "-o", f"/dev/fd/{writer}") == (0, "", "")
    os.close(writer)
    with os.fdopen(reader) as pipe:
        assert pipe.read() == icc("status", "niger")[1]
    reader, writer = os.pipe()
    os.close(reader)  # a reader that has seen enough is no failure here either
    assert icc("status", "niger", "-o", f"/dev/fd/{writer}") == (0, "", "")
    os.close(writer)
