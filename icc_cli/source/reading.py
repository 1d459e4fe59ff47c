"""YAML text -> a tree of plain nodes that know their lines.

Only the part of YAML that a hand-kept record needs: mappings, lists and text. Anchors, aliases, tags,
duplicate keys and second documents are refused, and every scalar stays the text that was written, so
that `NO` is Norway's code, `2016-11` a month, and no file can mean more than it shows.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from icc_cli.errors import shortened
from icc_cli.treaty.fields import Fields

MAX_BYTES = 2_000_000
MAX_DEPTH = 12
MAX_NODES = 100_000
"""Pieces of one file: sixty times what the largest holds, and still read within seconds."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]")
"""Control characters, line breaks that editors do not show, and what is no character at all."""

_DIRECTIVE = re.compile("(?:\\A|[\r\n])\ufeff*%")
"""What a record has no use for, and some parsers need hours to compare with each other."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Problem(Fields, kw_only=False):
    """What is wrong with the dataset, and where. `line` 0 means the file as a whole."""

    file: str
    line: int
    message: str

    def __lt__(self, other: "Problem") -> bool:
        return tuple(self) < tuple(other)

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return shortened(" ".join(f"{place}: {self.message}".split()))


@dataclass(slots=True)
class Node:
    """A piece of YAML: text, a list of nodes, or nodes by key (with the line of each key)."""

    line: int
    text: str | None = None
    items: list["Node"] | None = None
    keys: dict[str, "Node"] | None = None
    key_lines: dict[str, int] = field(default_factory=dict)


class Unreadable(Exception):
    """A file cannot be read as this dataset's kind of YAML."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


TOO_DEEP = "nested too deeply"
TOO_LARGE = f"larger than {MAX_BYTES:,} bytes: this is no hand-kept record"


def read(path: Path) -> Node:
    """Read one file. Raises Unreadable, with the line where there is one."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise Unreadable(TOO_LARGE)
        raw = path.read_bytes()
    except OSError as error:
        raise Unreadable(f"cannot be read: {error.strerror}") from None
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable("not UTF-8 text", _lines(raw[: error.start].decode("latin-1"))) from None
    return read_text(text.removeprefix("\ufeff"))


def read_text(text: str) -> Node:
    """Read YAML text. Raises Unreadable."""
    bad = _FORBIDDEN.search(text)
    if bad:
        line = _lines(text[: bad.start()])
        raise Unreadable(f"character U+{ord(bad.group()):04X} is not allowed", line)
    directive = _DIRECTIVE.search(text)
    if directive:
        line = _lines(text[: directive.end()])
        raise Unreadable("not valid YAML: a line that begins with %", line)
    loader = _LOADER(text)
    try:
        return _document(_Events(loader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = error.problem or error.context or ""
        message = TOO_DEEP if "nesting depth" in problem else f"not valid YAML: {problem}"  # libyaml 0.2.6 counts, too
        raise Unreadable(message, mark.line + 1 if mark else 0) from None
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # the last two: an escape that names no character
        line = getattr(loader, "line", -1) + 1
        raise Unreadable(f"not valid YAML: {' '.join(str(error).split())}", line) from None
    finally:
        loader.dispose()


def _lines(before: str) -> int:
    """Return the line on which a text goes on; lines end as YAML has them end, so that a lone CR counts."""
    return before.count("\n") + before.count("\r") - before.count("\r\n") + 1


class _Events:
    """What a parser finds in a text, one after the other; a text that holds too much is refused."""

    def __init__(self, loader: Any) -> None:
        self.loader = loader
        self.left = 2 * MAX_NODES  # lists and mappings begin and end

    def next(self) -> Any:
        event = self.loader.get_event()
        self.left -= 1
        if self.left < 0:
            raise Unreadable(f"holds more than {MAX_NODES:,} pieces: this is no hand-kept record", _line(event))
        return event

    def end(self) -> bool:
        return bool(self.loader.check_event(yaml.StreamEndEvent))


def _line(event: Any) -> int:
    line: int = event.start_mark.line + 1
    return line


def _document(events: "_Events") -> Node:
    events.next()  # stream start
    if events.end():
        raise Unreadable("empty file")
    events.next()  # document start
    node = _node(events, events.next(), 1)
    events.next()  # document end
    if not events.end():
        raise Unreadable("holds more than one YAML document", _line(events.next()))
    return node


def _node(events: "_Events", event: Any, depth: int) -> Node:
    line = _line(event)
    if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
        raise Unreadable("anchors and aliases (& and *) are not allowed: write the value out", line)
    if event.tag is not None and event.tag != "!":
        raise Unreadable(f"tags are not allowed: {event.tag}", line)
    if depth > MAX_DEPTH:
        raise Unreadable(TOO_DEEP, line)
    if isinstance(event, yaml.ScalarEvent):
        return Node(line, text=event.value)
    if isinstance(event, yaml.SequenceStartEvent):
        items = []
        while not isinstance(following := events.next(), yaml.SequenceEndEvent):
            items.append(_node(events, following, depth + 1))
        return Node(line, items=items)
    node = Node(line, keys={})
    assert node.keys is not None
    while not isinstance(following := events.next(), yaml.MappingEndEvent):
        key = _node(events, following, depth + 1)
        if key.text is None:
            raise Unreadable("a key must be a word", key.line)
        if key.text in node.keys:
            raise Unreadable(f"key '{key.text}' is given twice", key.line)
        node.key_lines[key.text] = key.line
        node.keys[key.text] = _node(events, events.next(), depth + 1)
    return node
