"""Whole command lines, for hypothesis: right ones, nearly right ones, and hostile ones.

The commands, their options and the words these take are read off the program itself, so that a new option is
tried as soon as it exists. No word names a path outside the working directory: options that write may come.
"""

import re
import unicodedata
from functools import cache
from importlib import import_module
from typing import Literal

import click
from hypothesis import strategies as st

from icc_cli.cli.commands import COMMANDS
from icc_cli.cli.types import Word
from icc_cli.database.opening import open_store
from icc_cli.jurisdiction.inputs import Crime
from icc_cli.jurisdiction.rules import RULES
from tests.support.evidence import evidence
from tests.support.places import RECORD

HOSTILE = [
    "\x1b[31m", "\x07", "\r", "\n", "\t", "\x7f", "\x9b", "\u202e", "\u200f", "\u2066", "\u200d", "\ufeff", "\u2028",
    "\u0301", "\u0489", "\udc80", "\ud83d", "😀", "👩‍👩‍👧", "𝔊", "ﷺ", "İ", "ß", "ﬃ", "٣", "²", "[red]", "[/]", "%s",
    "{0}", "'", '"', "`", "*", "|", "<b>", "&", "$(", ";", ",", "=", "#", "?", "%00", " ", "\xa0", "-",
]  # fmt: skip
"""What may act on a terminal, on markup or on a query, or has no plain place in text."""

DATES = [
    "2016", "2016-11", "2016-11-10", "2016-11-16", "1998-07-17", "2002-07-01", "2000-12-31", "1990", "0001",
    "0001-01-01", "2014-03-01", "2017-10-27", "2022-02-24", "2026-11-23", "2030", "today", "9999", "9999-12-31",
]  # fmt: skip

QUERIES = [
    'select 1 as "\x1b[31m=\u202e", 2 as "a\nb"',
    "select * from state", "SELECT iso3, count(*) FROM act GROUP BY 1", "select x'00ff', null, 1.5, char(27)",
    "with recursive n(i) as (select 1 union all select i+1 from n) select i from n limit 3",
]  # fmt: skip

WRONG = {
    "date": [
        "2016-02-30", "2016-13", "0000", "2015-02-29", "16-11-10", "2016-1-1", "20161110", "٢٠١٦", "2016-11-10T00:00",
        "+2016", "-2016", "99999", "tomorrow", "2003..2016", "2003-01..", "..2016", "2016-11-10..2003", "0001..9999",
    ],
    "number": ["-1", "131", "1e3", "1.5", "0x11", "٣", "1_000", "9" * 12, "9" * 5000, "nan"],
    "crime": ["piracy", "8-2-e-xix", "8-2-b-xxvii"],
    "rule": ["J0", "J31", "13"],
    "resolution": ["2024", "1497"],
    "token": [":", "territory:", "vessel:atlantis", "age:-1", f"age:{'9' * 5000}", "hovercraft:COM"],
    "id": ["situation:", "state:RUS", "act:x", ":"],
    "body": ["senate"],
    "query": ["select", "drop table state", "pragma x", "select 1; select 2", "attach 'x' as y"],
    "directory": ["spoilt", "red\x1b[31m\nline", "file", "empty", "nowhere", ".", "", "small/states", "ICC-01/04"],
    "file": ["small", "nowhere/answer", "file/answer", "\ud83d.csv", "red\x1b[31m.txt", "", "x" * 300, "http://[::1"],
    "fields": [",", "nope", "iso3,iso3", "\ud83d", "*"],
}  # fmt: skip
"""Values of each kind that are refused, or nearly right. The test makes some of the directories."""

KINDS = {
    "STATE": "state", "NAME": "place", "BODY": "body", "DATE": "date", "DAY": "date", "FROM": "date", "TO": "date",
    "ID": "id", "N": "number", "DAYS": "number", "SECONDS": "number", "CRIME": "crime", "RULE": "rule",
    "RES": "resolution", "TOKEN": "token", "DIR": "directory", "FILE": "file", "QUERY": "query", "A": "fields",
    "WORD": "state",
}  # fmt: skip
"""What kind of value a metavar of the program's help stands for."""


@cache
def pools() -> dict[str, list[str]]:
    """Return the words that each kind of value is drawn from: the dataset's own, and a few that are nobody's."""
    store = open_store(RECORD)

    def column(query: str) -> list[str]:
        return [row[0] for row in store.rows(query)]

    names = column("SELECT DISTINCT name FROM state_name ORDER BY name")
    cases = evidence("jurisdiction_cases")
    tokens = {token.strip() for case in cases for token in f"{case['special']};{case['unsc']}".split(";")}
    ids = " UNION ".join(f"SELECT id FROM {table}" for table in ("act", "situation", "amendment"))
    found = {
        "state": names,
        "place": [*column("SELECT token FROM territory ORDER BY token"), "eez-phl"],
        "body": column("SELECT DISTINCT body FROM act WHERE body IS NOT NULL ORDER BY body"),
        "id": [*column(f"{ids} UNION SELECT key FROM document ORDER BY 1"), "situation:kenya", "document:cn-862-2016"],
        "date": DATES,
        "number": ["0", "1", "17", "18", "60"],
        "crime": [*Crime, "cah", "wc"],
        "rule": list(RULES),
        "resolution": ["1593", "1970", "1422", "1487", "hypothetical"],
        "token": sorted(tokens),
        "directory": ["small"],
        "file": ["answer.csv", "answer.json", "answer.html", "answer", "-"],
        "fields": ["", "iso3", "iso3,name", "id", "sources", "sources.symbol", "act,id", "data"],
        "query": QUERIES,
    }
    store.close()
    return found


WRITERS = ("export", "site")
"""Commands that write a whole directory each time, whichever the next word names."""


def commands() -> list[tuple[tuple[str, ...], click.Command]]:
    """Return every command with the words that call it, but for those that write a directory."""
    found: list[tuple[tuple[str, ...], click.Command]] = []
    for name in (one for one in COMMANDS if one not in WRITERS):
        command: click.Command = import_module(f"icc_cli.cli.{name}").command
        if isinstance(command, click.Group):
            found += [((name, under), one) for under, one in command.commands.items()]
        else:
            found.append(((name,), command))
    return found


def command_lines() -> st.SearchStrategy[list[str]]:
    """Return the strategy: words as a shell hands them over; half of the lines careful, half not."""
    return st.sampled_from(commands()).flatmap(
        lambda pair: st.booleans().flatmap(lambda careful: _line(*pair, careful))
    )


@st.composite
def _line(draw: st.DrawFn, called: tuple[str, ...], command: click.Command, careful: bool) -> list[str]:
    options = [parameter for parameter in command.params if isinstance(parameter, click.Option)]
    parts: list[list[str]] = []
    for argument in command.params:
        if isinstance(argument, click.Argument):
            least = 1 if argument.required and (careful or draw(st.integers(0, 9))) else 0
            most = 1 if argument.nargs == 1 else 3
            parts += [[draw(_value(argument, careful))] for _ in range(draw(st.integers(least, most)))]
    chosen = draw(st.lists(st.sampled_from(options), max_size=4)) if options else []
    if careful:
        chosen += [option for option in options if {*option.opts} & {*MEANT_TO_BE_GIVEN}]
    parts += [draw(_given(option, careful)) for option in chosen]
    if not careful and not draw(st.integers(0, 5)):
        parts = draw(st.permutations([*parts, [draw(STRAY)]]))
    start = [*called] if careful or draw(st.integers(0, 19)) else [draw(mangled(one)) for one in called]
    # First, where no other option can take it for its value.
    asks_json = ["--json"] if any("--json" in option.opts for option in options) and draw(st.booleans()) else []
    return [harmless(word) for word in (*start, *asks_json, *(word for part in parts for word in part))]


MEANT_TO_BE_GIVEN = ("--crime", "--date", "--territory")
"""What `icc jurisdiction` can do nothing without."""

STRAY = st.sampled_from(
    ["--", "-", "--nope", "-x", "-h", "--help", "--version", "", "help", "--on", "--on=", "--json=1", "--no-json", "-V"]
)


@st.composite
def _given(draw: st.DrawFn, option: click.Option, careful: bool) -> list[str]:
    """Give an option as people do: apart, joined, without its value, or with one that it does not take."""
    name = draw(st.sampled_from([*option.opts, *option.secondary_opts]))
    how = draw(st.integers(1 if careful else 0, 19))
    if option.is_flag:
        return [name] if how else [f"{name}=1"]
    if how == 0:
        return [name]
    word = draw(_value(option, careful))
    return [name, word] if how < 12 else [f"{name}={word}" if name.startswith("--") else f"{name}{word}"]


@st.composite
def _value(draw: st.DrawFn, parameter: click.Parameter, careful: bool) -> str:
    """Return a value of an option or argument; careless ones may be mangled, of another kind, or just text."""
    how = 0 if careful else draw(st.integers(0, 15))
    if how < 8:
        return draw(st.sampled_from(_words(parameter)))
    if how < 12:
        return draw(mangled(draw(st.sampled_from(_words(parameter)))))
    if how < 15:
        kind = draw(st.sampled_from(sorted(pools())))
        return draw(st.sampled_from([*WRONG.get(kind, []), *pools()[kind]]))
    return draw(TEXT)


TEXT: st.SearchStrategy[str] = st.text(max_size=12) | st.text(
    st.characters(categories=["Cs", "Co", "Cf", "Mn", "Lo"]), max_size=6
)


def _words(parameter: click.Parameter) -> list[str]:
    if isinstance(parameter.type, Word):
        return [*parameter.type.words.values(), *parameter.type.also]
    if isinstance(parameter.type, click.Choice):
        return [str(choice) for choice in parameter.type.choices]
    kinds = _kinds(parameter)
    return [word for kind in kinds for word in pools()[kind]]


def _kinds(parameter: click.Parameter) -> list[str]:
    """Return the kinds of a parameter's values, by its metavar; of every kind if that says nothing known."""
    if parameter.name == "body":
        return ["body"]
    if "--territory" in parameter.opts:
        return ["state"]
    marks = re.findall(r"[A-Z]+", parameter.metavar or "")
    return list(dict.fromkeys(KINDS[mark] for mark in marks if mark in KINDS)) or sorted(pools())


@st.composite
def mangled(draw: st.DrawFn, word: str) -> str:
    """Return a word with a slip in it, in another form of writing, spliced with something hostile, or very long."""
    at = draw(st.integers(0, len(word)))
    how = draw(st.integers(0, 9))
    if how < 2:
        return word[:at] + word[at + 1 :]
    if how < 4:
        return word[: max(at - 1, 0)] + word[at : at + 1] + word[max(at - 1, 0) : at] + word[at + 1 :]
    if how < 7:
        return word[:at] + draw(st.sampled_from(HOSTILE)) + word[at:]
    if how == 7:
        form: Literal["NFC", "NFD", "NFKC", "NFKD"] = draw(st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
        return unicodedata.normalize(form, draw(st.sampled_from([word.upper(), word.title(), word.swapcase()])))
    if how == 8:
        wide = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
        return word.translate(wide) if draw(st.booleans()) else word[::-1]
    return (word + " ") * draw(st.sampled_from([2, 30, 1000, 9000]))


def harmless(word: str) -> str:
    """Leave out what no shell can pass, and what would name a path outside the working directory or the network."""
    return word.replace("\0", "") if word in SLASHED else word.translate(_UNPASSABLE)


SLASHED = frozenset(word for word in WRONG["directory"] + WRONG["file"] if "/" in word)
_UNPASSABLE = dict.fromkeys(map(ord, "\0/\\"))
