"""What a command is asked with: the day, and States on the command line or on stdin."""

import io
import json
import sys
from collections.abc import Callable
from typing import Any

import pytest

from icc_cli.output import FORMATS

Run = Callable[..., tuple[int, str, str]]
Json = Callable[..., Any]


# -- The day


def test_a_day_before_the_statute_is_answered_with_a_note(icc: Run) -> None:
    code, out, err = icc("status", "russia", "--on", "1990")
    assert code == 0
    assert "Has neither signed nor joined" in out
    assert err == "icc: note: the Rome Statute was adopted only on 1998-07-17\n"


def test_known_by_stands_beside_on(icc: Run) -> None:
    _, out, _ = icc("status", "gambia", "--known-by", "2016-11-10", "--json")
    envelope = json.loads(out)
    assert (envelope["on"], envelope["known_by"]) == ("2016-11-10", "2016-11-10")
    assert envelope["data"][0]["status"] == "state-party"
    assert [act["act"] for act in envelope["data"][0]["acts"]][-1] == "withdrawal-announced"


# -- States on the command line


def test_states_are_named_once_and_in_the_order_asked(icc_json: Json) -> None:
    found = icc_json("status", "russia", "GMB", "Russian Federation", "кения")
    assert [row["iso3"] for row in found] == ["RUS", "GMB", "KEN"]


def test_a_state_on_the_command_line_counts_once_by_the_name_given_first(icc: Run) -> None:
    out = icc("status", "russia", "RUS", "niger", "niger", "--format", "jsonl", "--fields", "asked")[1]
    assert [json.loads(line)["asked"] for line in out.splitlines()] == ["russia", "niger"]


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


def test_a_stdin_that_is_no_utf8_is_read_as_far_as_it_is(icc: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Stdin(b"kenya\n\xff\xfe\n"))
    code, out, err = icc("status", "-", "--format", "csv", "--fields", "asked,iso3")
    assert (code, out) == (2, "asked,iso3\nkenya,KEN\n\ufffd\ufffd,\n")
    assert err.startswith("icc: line 2: no State is known as")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_stdin_in_utf16_is_read_as_it_is_marked(encoding: str, icc: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Stdin("\ufeffkenya\r\nCôte d'Ivoire\r\n".encode(encoding)))
    code, out, err = icc("status", "-", "--format", "csv", "--fields", "asked,iso3")
    assert (code, out, err) == (0, "asked,iso3\nkenya,KEN\nCôte d'Ivoire,CIV\n", "")
    monkeypatch.setattr(sys, "stdin", Stdin("\ufeffSELECT 'é' AS e\r\n".encode(encoding)))
    assert icc("sql", "-", "--format", "csv") == (0, "e\né\n", "")


def test_what_no_format_may_show_as_it_is_no_json_shows_either(icc: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in FORMATS:
        monkeypatch.setattr(sys, "stdin", Stdin("x\ufeffy\u061cz\n".encode()))
        _, out, err = icc("status", "-", "--format", name)
        assert not {"\ufeff", "\u061c"} & {*out, *err}, name


# -- A table on stdin

TABLE = 'id,Country\r\n1,"Guinea, French"\r\n2,"China, Hong Kong SAR"\r\n3,Kenya\r\n4,Kenya\r\n5\r\n'


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_column_of_a_table_is_read_with_its_quotes(delimiter: str, icc: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    table = TABLE.replace(", ", "@ ").replace(",", delimiter).replace("@ ", ", ")
    monkeypatch.setattr(sys, "stdin", Stdin(table.encode()))
    code, out, err = icc("status", "-", "--column", "country", "--format", "csv", "--fields", "asked,iso3,problem")
    assert (code, out.splitlines()[1:]) == (
        2,
        ['"Guinea, French",GIN,', '"China, Hong Kong SAR",,territory', "Kenya,KEN,", "Kenya,KEN,", ",,missing"],
    )
    assert err.startswith("icc: line 3: 'China, Hong Kong SAR' is a territory (Hong Kong), not a State; ask with")


def test_a_column_that_is_not_there_is_told_with_those_that_are(icc: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Stdin(TABLE.encode()))
    code, _, err = icc("status", "-", "--column", "state")
    assert (code, err) == (2, "icc: --column: the table has no column 'state'; one of: id, Country\n")
    assert icc("status", "kenya", "--column", "country")[2].startswith("icc: --column reads a table from stdin")


def test_a_lone_quote_proves_a_cell_that_was_cut(icc: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Stdin(b'"Guinea\n"Kenya"\n'))
    out = icc("status", "-", "--format", "csv", "--fields", "asked,iso3,problem")[1]
    assert out.splitlines()[1:] == ['"""Guinea",,cut', "Kenya,KEN,"]


@pytest.mark.parametrize(
    ("column", "codes", "china"),
    [("cow", "cow", 710), ("GWno", "gw", 710), ("COW code", "cow", 710), ("v-dem", "vdem", 110)],
)
def test_a_column_named_for_codes_is_not_read_without_their_scheme(
    column: str, codes: str, china: int, icc: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """710 is China for the Correlates of War, and South Africa for the United Nations."""
    monkeypatch.setattr(sys, "stdin", Stdin(f"{column}\n{china}\n".encode()))
    code, out, err = icc("status", "-", "--column", column)
    assert (code, out, err) == (2, "", f"icc: --column: '{column}' holds codes; say of which scheme: --codes {codes}\n")
    monkeypatch.setattr(sys, "stdin", Stdin(f"{column}\n{china}\n".encode()))
    assert "China" in icc("status", "-", "--column", column, "--codes", codes)[1]


@pytest.mark.parametrize("command", ["show", "cite"])
def test_a_name_of_several_words_needs_no_quotes_beside_ids_either(command: str, icc: Run) -> None:
    code, out, _ = icc(command, "south", "africa", "aggression-2010")
    assert code == 0
    assert "South Africa" in out
    assert "The crime of aggression" in out


def test_a_name_of_several_words_needs_no_quotes(icc_json: Json) -> None:
    def asked(*words: str) -> list[tuple[str, str]]:
        return [(row["asked"], row["iso3"]) for row in icc_json("status", *words)]

    assert asked("new", "zealand", "niger") == [("new zealand", "NZL"), ("niger", "NER")]
    assert asked("papua", "new", "guinea", "guinea") == [("papua new guinea", "PNG"), ("guinea", "GIN")]
    assert asked("niger", "nigeria") == [("niger", "NER"), ("nigeria", "NGA")]
    assert asked("congo", "brazzaville") == [("congo brazzaville", "COG")]


def test_a_territory_of_two_words_is_not_two_states(icc: Run) -> None:
    code, out, err = icc("status", "american", "samoa")
    assert (code, out) == (2, "")
    assert err.startswith("icc: 'american samoa' is a territory, not a State")


def test_codes_are_read_by_the_scheme_that_is_named(icc: Run) -> None:
    assert icc("status", "710", "--codes", "cow", "--fields", "iso3", "--format", "tsv")[1] == "iso3\nCHN\n"
    assert icc("status", "cow:710", "m49:710", "--fields", "iso3", "--format", "tsv")[1] == "iso3\nCHN\nZAF\n"
    assert icc("status", "cow:9999")[2].startswith("icc: no State has the cow code '9999'; codes are iso or m49")


def test_every_distinct_name_is_looked_up_once_and_told_once(icc: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Stdin(b"atlantis\nkenya\n" * 3))
    code, out, err = icc("status", "-", "--format", "tsv", "--fields", "asked")
    assert (code, out.split()) == (2, ["asked", *["atlantis", "kenya"] * 3])
    assert err.startswith("icc: line 1 and 2 more: no State is known as 'atlantis'")
    assert len(err.splitlines()) == 1
