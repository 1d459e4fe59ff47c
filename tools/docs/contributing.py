"""The format of the data files for CONTRIBUTING.md: every file, its keys, and the kinds of act."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, get_args, get_origin

from icc_cli.source.files import FOLDERS, HELD, JURISDICTION, LISTS, records
from icc_cli.source.invariants import NEEDS, WRITTEN
from icc_cli.treaty import labels
from icc_cli.treaty.dates import PartialDate
from icc_cli.treaty.described import Described, described, form, item, meanings, parts, summary
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.vocabulary import STATUS_ACTS, UNDOES, ActKind

PAGE = Path(__file__).parents[2] / "CONTRIBUTING.md"
_PLAIN = {str: "text", int: "number", date: "day"}


def formats() -> str:
    """Return a part for each file: what it holds, and a table of the keys of each kind of record in it."""
    told: list[type[Fields]] = []
    lines: list[str] = []
    for file, kind in HELD.items():
        within = [one for one in records(kind) if one not in told]
        told += within
        what = "A list. Each entry: " if file in LISTS else "A file each. " if file.partition("/")[0] in FOLDERS else ""
        lines += ["", f"### `{file}`", "", f"{what}{summary(kind)}", ""]
        if file == JURISDICTION:
            lines += [*_lists(kind), "", *_shared(within[1:])]
            continue
        for one in within:
            known = [key for base in one.__bases__ if base in told for key in described(base) if key.yaml]
            lines += ["", f"**{one.__name__}**: {summary(one)}", ""] if one is not kind else []
            lines += [f"It has the keys of {one.__bases__[0].__name__}, and:", ""] if known else []
            lines += _keys(key for key in described(one) if key not in known)
    return "\n".join([*lines, "", ""])


def acts() -> str:
    """Return a table of the kinds of act: which move a State's status, what each needs and what it can undo.

    Acts of the Court are not among them: they are made from the files of persons and of cooperation.
    """
    lines = ["", "| kind | what it is | moves a status | needs | can undo |", "|---|---|---|---|---|"]
    for kind in (one for one in ActKind if one != ActKind.COOPERATION_DECISION):
        needs = _words(WRITTEN[name] for name in NEEDS.get(kind, ()))
        moves = "yes" if kind in STATUS_ACTS else ""
        lines.append(f"| `{kind}` | {labels.ACT[kind]} | {moves} | {needs} | {_words(UNDOES.get(kind, ()))} |")
    return "\n".join([*lines, "", ""])


def _keys(fields: Iterable[Described]) -> Iterator[str]:
    yield from ("| key | holds | meaning |", "|---|---|---|")
    yield from (f"| {_key(one)} | {_holds(one.kind)} | {one.meaning} |" for one in fields if one.yaml)


def _lists(kind: type[Fields]) -> Iterator[str]:
    yield from ("| list | holds | keys of an entry |", "|---|---|---|")
    for one in described(kind):
        keys = ", ".join(_key(inner) for inner in described(item(one.kind)) if inner.yaml)
        yield f"| `{one.yaml}` | {one.meaning} | {keys} |"


def _shared(kinds: Iterable[type[Fields]]) -> Iterator[str]:
    """Return one table of the keys of several kinds of record; those of the same meaning share a line."""
    keys = [one for kind in kinds for one in described(kind) if one.yaml]
    yield from ("| key | holds | meaning |", "|---|---|---|")
    yield from sorted({f"| `{one.yaml}` | {_holds(one.kind)} | {one.meaning} |" for one in keys})


def _key(one: Described) -> str:
    return f"**`{one.yaml}`**" if one.required else f"`{one.yaml}`"


def _holds(kind: Any) -> str:
    """Return in words what values of a kind are."""
    within = parts(kind)
    if set(within) == {date, PartialDate}:
        return "day, month or year"
    (kind,) = within
    if text := form(kind):
        return text.what
    if inner := item(kind):
        return f"list: {_holds(inner)}"
    if get_origin(kind) is Mapping:
        keys, values = get_args(kind)
        return f"{_holds(values)} by {'name' if keys is str else _words(keys)}"
    if kind in _PLAIN:
        return _PLAIN[kind]
    if issubclass(kind, Fields):
        return f"`{kind.__name__}`"
    said = meanings(kind)
    words = (f"`{word}` ({said[word].rstrip('.')})" if word in said else f"`{word}`" for word in kind)
    return "a kind of act" if kind is ActKind else ", ".join(words)


def _words(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)
