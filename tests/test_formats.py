"""The formats for programs, chosen fields, answers in files, and States read from stdin."""

import csv
import io
import json
import os
import stat
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

from icc_cli import contract
from icc_cli.cli.commands import COMMANDS
from icc_cli.output import FORMATS
from icc_cli.output.fields import cell, pick
from icc_cli.page.text import harmless

Run = Callable[..., tuple[int, str, str]]

QUESTIONS = [
    ("status", "niger", "kosovo"),
    ("parties",),
    ("withdrawals",),
    ("events", "kenya"),
    ("situations",),
    ("brief",),
    ("diff", "2015", "2016"),
    ("upcoming", "--on", "2026-11-23"),
    ("amendments",),
    ("amendments", "aggression-2010"),
    ("amendments", "--state", "niger"),
    ("declarations", "uruguay"),
    ("agreement",),
    ("jurisdiction", "--all-crimes", "-d", "2022-02-24", "-t", "ukraine"),
    ("jurisdiction", "--explain", "J1"),
    ("show", "darfur"),
    ("cite", "niger"),
    ("data", "info"),
]


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_every_format_for_programs_tells_the_same_records(question: tuple[str, ...], icc: Run) -> None:
    data = json.loads(icc(*question, "--json")[1])["data"]
    records = data if isinstance(data, list) else data.get("crimes") or [data]
    assert yaml.safe_load(icc(*question, "--format", "yaml")[1])["data"] == data
    assert [json.loads(line) for line in icc(*question, "--format", "jsonl")[1].splitlines()] == records
    rows = list(csv.DictReader(io.StringIO(icc(*question, "--format", "csv")[1])))
    assert [{name: harmless(cell(record.get(name))) for name in rows[0]} for record in records] == rows
    lines = icc(*question, "--format", "tsv")[1].splitlines()
    assert [len(line.split("\t")) for line in lines] == [len(rows[0])] * (len(records) + 1)


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_the_fields_listed_are_those_of_the_answer(question: tuple[str, ...], icc: Run) -> None:
    envelope = json.loads(icc(*question, "--json")[1])
    data = envelope["data"]
    records = data if isinstance(data, list) else data.get("crimes") or [data]
    known = [list(contract.fields_of(one)) for one in contract.classes(envelope["schema"])]
    for record in records:
        assert list(record) in known


def test_a_list_of_none_still_has_its_header(icc: Run) -> None:
    code, out, err = icc("withdrawals", "--since", "2030", "--format", "csv")
    assert (code, err) == (1, "icc: nothing matched\n")
    assert out.startswith("id,iso3,name,everyday,region,act,notified,")
    assert out.count("\n") == 1


def test_fields_are_chosen_in_order_and_reach_into_parts(icc: Run) -> None:
    chosen = ("withdrawals", "gambia", "--on", "2026-11-23", "--fields", "outcome,iso3,sources.key")
    (record,) = json.loads(icc(*chosen, "--json")[1])["data"]
    assert list(record) == ["outcome", "iso3", "sources.key"]
    assert icc(*chosen)[1].split()[:6] == ["outcome", "iso3", "sources.key", "rescinded", "GMB", "cn-862-2016;"]


def test_fields_alone_lists_what_there_is_even_without_a_question(icc: Run) -> None:
    code, out, err = icc("status", "--fields")
    assert (code, err) == (0, "")
    assert {"iso3", "status", "sources.symbol", "acts.id", "asked"} <= set(out.splitlines())
    assert "# icc/amendment/1" in icc("amendments", "--fields")[1].splitlines()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("outcom", "there is no field 'outcom'; did you mean 'outcome'?"),
        ("sources.symbl", "there is no field 'sources.symbl'; did you mean 'sources.symbol'?"),
        ("iso3.x", "there is no field 'iso3.x'; --fields alone, at the end, lists them"),
    ],
)
def test_a_field_that_is_not_there_is_refused_with_the_nearest(fields: str, said: str, icc: Run) -> None:
    assert icc("withdrawals", "--fields", fields) == (2, "", f"icc: --fields: {said}\n")


def test_a_mapping_has_whatever_keys_its_record_has(icc: Run) -> None:
    out = icc("events", "niger", "--kind", "amendment-consent", "--fields", "details.amendment", "--format", "tsv")[1]
    assert out == "details.amendment\naggression-2010\n"


def test_a_calendar_has_no_chosen_fields(icc: Run) -> None:
    assert icc("upcoming", "--fields", "day", "--format", "ics") == (
        2, "", "icc: a calendar has fields of its own; leave out --fields\n",
    )  # fmt: skip


def test_paths_go_through_lists_and_stop_where_there_is_nothing() -> None:
    act = {"sources": [{"key": "a", "parts": [1, 2]}, {"key": "b", "parts": [3]}], "note": None}
    assert pick(act, "sources.key") == ["a", "b"]
    assert pick(act, "sources.parts") == [1, 2, 3]
    assert pick(act, "note.text") is None


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "true"),
        (-3, "-3"),
        ([1, None, "a"], "1; a"),
        ({"symbol": None, "title": "T"}, "T"),
        ({"field": "done"}, '{"field":"done"}'),
        ({}, ""),
    ],
)
def test_a_cell_holds_any_value(value: object, text: str) -> None:
    assert cell(value) == text


@pytest.mark.parametrize(
    "text", ["=1+1", "+A1", "-A1", "@SUM(A1)", "-", "+", "＝1", "＋1", "－1", "＠A1", " =1", "\u3000＝1", "\t1", "\n1"]
)
def test_no_cell_starts_a_formula(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-3", "+2.5", "2016-11-30", "plain = text", ""])
def test_numbers_dates_and_words_stay_as_they_are_in_a_cell(text: str) -> None:
    assert harmless(text) == text


class Page(HTMLParser):
    """Collects the text of a page, what it would fetch, and whether each tag is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links += [value or "" for name, value in attrs if name in ("src", "href")]
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_html_is_a_whole_page_that_fetches_nothing(icc: Run) -> None:
    for question in QUESTIONS:
        out = icc(*question, "--format", "html")[1]
        page = Page()
        page.feed(out)
        assert page.open == []
        assert page.links == []
        assert "url(" not in out
    page = Page()
    page.feed(icc("withdrawals", "--since", "2016", "--on", "2026-11-23", "--format", "html")[1])
    assert {"Burundi", "left 27 Oct 2017", "°"} <= set(page.texts)


# -- Answers in files


def test_an_answer_goes_to_a_file_in_the_format_of_its_name(icc: Run, tmp_path: Path) -> None:
    for name, chosen in [("a.csv", "csv"), ("a.yml", "yaml"), ("a.md", "markdown"), ("a.TSV", "tsv"), ("a", "plain")]:
        path = tmp_path / name
        assert icc("withdrawals", "-o", str(path), "--on", "2026-11-23") == (0, "", "")
        expected = icc("withdrawals", "--format", chosen, "--on", "2026-11-23")[1]
        assert path.read_text(encoding="utf-8") == expected
    icc("withdrawals", "--json", "-o", str(tmp_path / "a.csv"))
    assert json.loads((tmp_path / "a.csv").read_text(encoding="utf-8"))["schema"] == "icc/withdrawals/1"


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


# -- States from stdin


class Stdin:
    """Standard input that holds these bytes."""

    def __init__(self, content: bytes) -> None:
        self.buffer = io.BytesIO(content)


def test_each_line_of_stdin_gets_its_row_and_unknown_ones_are_named(icc: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    names = '\ufeffkenya\r\n"Côte d\'Ivoire"\r\nAtlantis\r\n\r\nkenya\r\ncongo\r\n'.encode()
    monkeypatch.setattr(sys, "stdin", Stdin(names))
    code, out, err = icc("status", "-", "--format", "csv", "--fields", "asked,iso3,status")
    assert out.splitlines() == [
        "asked,iso3,status",
        "kenya,KEN,state-party",
        "Côte d'Ivoire,CIV,state-party",
        "Atlantis,,",
        ",,",
        "kenya,KEN,state-party",
        "congo,,",
    ]
    assert code == 2
    assert [line.split(";")[0] for line in err.splitlines()] == [
        "icc: line 3: no State is known as 'Atlantis'",
        "icc: line 4: there is no name",
        "icc: line 6: 'congo' may mean several States",
    ]


def test_states_from_stdin_stand_side_by_side_for_people(icc: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Stdin(b"niger\natlantis\n"))
    code, out, _ = icc("status", "-", "--on", "2026-11-23")
    assert code == 2
    assert any(line.split() == ["atlantis", "unknown", "name"] for line in out.splitlines())


def test_other_commands_take_their_states_from_stdin_too(icc: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Stdin(b"gambia\nkenya\n"))
    assert icc("withdrawals", "-", "--format", "csv") == icc("withdrawals", "gambia", "kenya", "--format", "csv")


@pytest.mark.parametrize(
    ("content", "names", "said"),
    [
        (b"", ("-",), "stdin holds no name; write one name a line"),
        (b"kenya\n", ("-", "niger"), "'-' reads the names from stdin, and stands alone; leave out the other names"),
        (None, ("-",), "there is no stdin to read names from; name the States instead of '-'"),
    ],
)
def test_a_stdin_that_names_nothing_is_told(
    content: bytes | None, names: tuple[str, ...], said: str, icc: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", None if content is None else Stdin(content))
    assert icc("status", *names) == (2, "", f"icc: {said}\n")


def test_a_state_on_the_command_line_counts_once_by_the_name_given_first(icc: Run) -> None:
    out = icc("status", "russia", "RUS", "niger", "niger", "--format", "jsonl", "--fields", "asked")[1]
    assert [json.loads(line)["asked"] for line in out.splitlines()] == ["russia", "niger"]


def test_every_command_that_answers_has_its_contract() -> None:
    answering = {name.split()[0] for name in contract.COMMANDS}
    assert answering | {"data"} <= set(COMMANDS)
    assert {schema for schemas in contract.COMMANDS.values() for schema in schemas} == set(contract.RECORDS)
    assert "csv" in FORMATS


def test_what_no_format_may_show_as_it_is_no_json_shows_either(icc: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in FORMATS:
        monkeypatch.setattr(sys, "stdin", Stdin("x\ufeffy\u061cz\n".encode()))
        _, out, err = icc("status", "-", "--format", name)
        assert not {"\ufeff", "\u061c"} & {*out, *err}, name


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


def test_a_stdin_that_is_no_utf8_is_read_as_far_as_it_is(icc: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Stdin(b"kenya\n\xff\xfe\n"))
    code, out, err = icc("status", "-", "--format", "csv", "--fields", "asked,iso3")
    assert (code, out) == (2, "asked,iso3\nkenya,KEN\n\ufffd\ufffd,\n")
    assert err.startswith("icc: line 2: no State is known as")


@pytest.mark.parametrize(("name", "fault"), [("w.xlsx", ".xlsx"), ("w.SVG", ".svg"), ("w.plain.bibtex", ".bibtex")])
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
