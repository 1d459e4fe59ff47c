"""YAML text to plain nodes: what is read, what is refused, and on which line."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from icc_cli.source import reading
from icc_cli.source.reading import MAX_BYTES, MAX_DEPTH, Node, Problem, Unreadable, read, read_text

LOADERS = [name for name in ("CSafeLoader", "SafeLoader") if hasattr(yaml, name)]
"""PyYAML's two parsers: with libyaml, and the one in Python for platforms without it."""


@pytest.fixture(params=LOADERS, autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Read with each of the two parsers in turn."""
    name: str = request.param
    monkeypatch.setattr(reading, "_LOADER", getattr(yaml, name))
    return name


def plain(node: Node) -> object:
    """Return a tree without its lines."""
    if node.keys is not None:
        return {key: plain(child) for key, child in node.keys.items()}
    return [plain(item) for item in node.items] if node.items is not None else node.text


def refusal(text: str) -> tuple[str, int]:
    """Return why a text is refused, and the line."""
    with pytest.raises(Unreadable) as caught:
        read_text(text)
    return caught.value.message, caught.value.line


def of_file(path: Path, content: bytes) -> tuple[str, int]:
    path.write_bytes(content)
    with pytest.raises(Unreadable) as caught:
        read(path)
    return caught.value.message, caught.value.line


def test_mappings_lists_and_text_are_read_with_their_lines() -> None:
    node = read_text("# Norway\niso3: NOR\n\nacts:\n  - act: signature\n    done: 1998-08-28\n")
    assert plain(node) == {"iso3": "NOR", "acts": [{"act": "signature", "done": "1998-08-28"}]}
    assert node.keys is not None
    acts = node.keys["acts"].items
    assert acts is not None
    assert (node.line, node.key_lines, acts[0].line) == (2, {"iso3": 2, "acts": 4}, 5)
    assert acts[0].key_lines == {"act": 5, "done": 6}


WORDS = ["NO", "no", "on", "off", "yes", "true", "null", "~", "2016", "2016-11", "2016-11-10", "010", "0x1F", "1_000"]
WORDS += ["1e3", ".inf", "12:30:45", "=", "<<"]


@pytest.mark.parametrize("word", WORDS)
def test_every_scalar_stays_the_text_that_was_written(word: str) -> None:
    assert plain(read_text(f"key: {word}\n")) == {"key": word}
    assert plain(read_text(f"- {word}\n")) == [word]
    assert plain(read_text(f"{word}: key\n")) == {word: "key"}


def test_quotes_are_taken_off_and_folded_lines_joined() -> None:
    assert plain(read_text("""a: "2016"\nb: 'it''s'\nc: one\n  two\nd: >\n  three\n  four\n""")) == {
        "a": "2016",
        "b": "it's",
        "c": "one two",
        "d": "three four\n",
    }


def test_a_value_left_out_is_empty_text() -> None:
    assert plain(read_text('a:\nb: ""\n')) == {"a": "", "b": ""}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: &x 1\n", 1),
        ("a: 1\nb: *x\n", 2),
        ("a: 1\nb: &x [1]\nc: *x\n", 2),
        ("a:\n  - &x {b: 1}\n", 2),
        ("&x a: 1\n", 1),
        ("a: 1\n*x : 2\n", 2),
        ("a: &x 1\nb:\n  <<: *x\n", 1),
    ],
)
def test_anchors_and_aliases_are_refused(text: str, line: int) -> None:
    assert refusal(text) == ("anchors and aliases (& and *) are not allowed: write the value out", line)


def test_a_billion_laughs_are_refused_at_the_first() -> None:
    laughs = "a: &a [x, x]\n" + "".join(
        f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert refusal(laughs)[1] == 1


@pytest.mark.parametrize("tag", ["!!str", "!!binary", "!!python/object/apply:os.system", "!own", "!<tag:x,2016:y>"])
def test_tags_are_refused(tag: str) -> None:
    for text in (f"a: 1\nb: {tag} c\n", f"a: 1\nb: {tag} [c]\n", f"a: 1\nb: {tag} {{c: d}}\n", f"a: 1\n{tag} b: c\n"):
        message, line = refusal(text)
        assert message.startswith("tags are not allowed: ")
        assert line == 2


def test_a_lone_exclamation_mark_is_no_tag() -> None:
    assert plain(read_text("a: ! b\n")) == {"a": "b"}


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ("done: 1998-12-04\nact: signature\ndone: 1998-12-05\n", "done", 3),
        ("- a: 1\n- b: 1\n  b: 2\n", "b", 3),
        ('a: 1\n"a": 2\n', "a", 2),
        ("{a: 1, a: 2}\n", "a", 1),
    ],
)
def test_a_key_given_twice_is_refused_where_it_stands_again(text: str, key: str, line: int) -> None:
    assert refusal(text) == (f"key '{key}' is given twice", line)


def test_the_same_key_may_stand_in_two_mappings() -> None:
    assert plain(read_text("- done: 1\n- done: 2\n")) == [{"done": "1"}, {"done": "2"}]


@pytest.mark.parametrize("text", ["? [a]\n: b\n", "? {a: b}\n: c\n", "{[a]: b}\n"])
def test_a_key_that_is_no_word_is_refused(text: str) -> None:
    assert refusal(text) == ("a key must be a word", 1)


def test_a_second_document_is_refused() -> None:
    assert refusal("a: 1\n---\nb: 2\n") == ("holds more than one YAML document", 2)
    assert plain(read_text("---\na: 1\n...\n")) == {"a": "1"}


@pytest.mark.parametrize("text", ["", "\n\n", "   \n", "# nothing yet\n", "\ufeff"])
def test_an_empty_file_is_refused(text: str, tmp_path: Path) -> None:
    assert of_file(tmp_path / "empty.yaml", text.encode()) == ("empty file", 0)


def test_a_tab_that_indents_is_refused_with_its_line() -> None:
    message, line = refusal("acts:\n\t- act: signature\n")
    assert message.startswith("not valid YAML: ")
    assert line == 2


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('a: "b\nc: d\n', 3),
        ("a: b\nc: d: e\n", 2),
        ("a: [b\nc: d\n", 2),
        ("%YAML 9.9\n---\na: b\n", 1),
    ],
)
def test_what_is_no_yaml_is_refused_with_its_line(text: str, line: int) -> None:
    message, told = refusal(text)
    assert message.startswith("not valid YAML: ")
    assert "\n" not in message
    assert told == line


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "bom.yaml"
    path.write_bytes(b"\xef\xbb\xbfiso3: NOR\n")
    assert plain(read(path)) == {"iso3": "NOR"}


def test_line_ends_of_any_platform_are_read_alike(tmp_path: Path) -> None:
    path = tmp_path / "lines.yaml"
    trees = []
    for end in (b"\n", b"\r\n", b"\r"):
        path.write_bytes(
            b"iso3: NOR" + end + b"note: one" + end + b"  two" + end + b"acts:" + end + b"- act: signature" + end
        )
        trees.append(read(path))
    assert trees[0] == trees[1] == trees[2]
    assert trees[0].key_lines == {"iso3": 1, "note": 2, "acts": 4}


@pytest.mark.parametrize(
    ("content", "line"),
    [(b"a: 1\nb: caf\xe9\n", 2), (b"\xff\xfea\x00", 1), (b"a: 1\n\nb: \xed\xa0\x80\n", 3), (b"a: \xc3", 1)],
)
def test_bytes_that_are_no_utf_8_are_refused_with_their_line(content: bytes, line: int, tmp_path: Path) -> None:
    assert of_file(tmp_path / "latin.yaml", content) == ("not UTF-8 text", line)


@pytest.mark.parametrize("character", ["\x00", "\x01", "\x07", "\x1b", "\x7f", "\x9b", "\ufffe"])
def test_control_characters_are_refused_with_their_line(character: str) -> None:
    message, line = refusal(f"a: 1\nb: x{character}y\nc: 2\nd: 3\n")
    assert message.startswith("character ")
    assert message.endswith(" is not allowed")
    assert line == 2


def test_the_line_of_a_control_character_counts_characters_not_bytes() -> None:
    text = "ar: غامبيا غامبيا غامبيا\nru: Гамбия\nzh: 冈比亚\nnote: \x07\n" + "x: y\n" * 3
    assert refusal(text)[1] == 4


@pytest.mark.parametrize("line_break", ["\x85", "\u2028", "\u2029"])
def test_a_line_break_that_editors_do_not_show_starts_no_key(line_break: str) -> None:
    found = outcome(lambda: read_text(f"title: Notice{line_break}effect: 2017-11-10\n"))
    assert isinstance(found, Unreadable) or plain(found) != {"title": "Notice", "effect": "2017-11-10"}


@pytest.mark.parametrize("escape", [r"\UFFFFFFFF", r"\U00110000", r"\xZZ", r"\q"])
def test_an_escape_that_names_no_character_is_refused(escape: str) -> None:
    message, line = refusal(f'a: 1\nb: "{escape}"\n')
    assert message.startswith("not valid YAML: ")
    assert line == 2


def test_a_record_may_nest_as_deep_as_the_limit_and_no_deeper() -> None:
    deepest = "[" * (MAX_DEPTH - 1) + "x" + "]" * (MAX_DEPTH - 1)
    read_text(deepest)
    assert refusal(f"[{deepest}]") == ("nested too deeply", 1)


@pytest.mark.parametrize("piece", ["[", "{", "- ", "? ", "{? ", "[a: ", "{a: ", "- - "])
def test_a_hundred_thousand_brackets_are_refused_at_once(piece: str) -> None:
    began = time.perf_counter()
    assert refusal("a: 1\nb:\n  " + piece * 100_000)[0] == "nested too deeply"
    assert time.perf_counter() - began < 2


def test_steps_of_indentation_are_refused_at_once() -> None:
    assert refusal("".join(" " * depth + "a:\n" for depth in range(1000)))[0] == "nested too deeply"


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.yaml"
    with path.open("wb") as file:
        file.truncate(50 * MAX_BYTES)  # sparse: takes no room
    with pytest.raises(Unreadable, match="larger than 2,000,000 bytes: this is no hand-kept record"):
        read(path)


def test_a_file_of_just_the_greatest_size_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_bytes(b"a: " + b"x" * (MAX_BYTES - 3))
    assert len(str(plain(read(path)))) > MAX_BYTES - 10
    assert "larger than" in of_file(path, b"a: " + b"x" * (MAX_BYTES - 2))[0]


def test_a_file_that_is_not_there_or_is_a_directory_is_refused_with_the_reason(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"^cannot be read: No such file or directory$"):
        read(tmp_path / "none.yaml")
    with pytest.raises(Unreadable, match=r"^cannot be read: "):
        read(tmp_path)


def test_a_problem_says_where_it_is() -> None:
    assert str(Problem("states/GMB.yaml", 12, "wrong")) == "states/GMB.yaml:12: wrong"
    assert str(Problem("states/GMB.yaml", 0, "empty file")) == "states/GMB.yaml: empty file"


def outcome(read_one: Callable[[], Node]) -> Node | Unreadable:
    """Read; any exception but Unreadable fails the test."""
    try:
        return read_one()
    except Unreadable as error:
        return error


def nodes(node: Node) -> Iterator[Node]:
    yield node
    for child in [*(node.items or []), *(node.keys or {}).values()]:
        yield from nodes(child)


YAML_LIKE = st.text(
    st.sampled_from("[]{}:,-?&*!|>'\"%@`#~=<. \n\t\r\\abUux019\x00\x01\x85\u2028\ufeffé😀"), max_size=60
)


@settings(max_examples=150, deadline=None, database=None)
@given(text=st.text() | YAML_LIKE)
@example(text="a: \x01")
@example(text='"\\UFFFFFFFF"')
@example(text="é" * 50 + "\x01")
@example(text="a: \ud800")
def test_any_text_either_reads_or_is_refused(text: str) -> None:
    found = outcome(lambda: read_text(text))
    if isinstance(found, Unreadable):
        assert found.message
        assert "\n" not in found.message
        assert 0 <= found.line <= len(text.splitlines()) + 1
    else:
        assert all(one.line >= 1 for one in nodes(found))
        assert all((one.text is None) + (one.items is None) + (one.keys is None) == 2 for one in nodes(found))


@settings(max_examples=100, deadline=None, database=None)
@given(content=st.binary(max_size=80))
@example(content=b"\x00")
@example(content=b"\xef\xbb\xbf")
def test_any_bytes_either_read_or_are_refused(content: bytes) -> None:
    handle, name = tempfile.mkstemp(suffix=".yaml")
    path = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        found = outcome(lambda: read(path))
    finally:
        path.unlink()
    assert isinstance(found, Node) or found.message


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
@pytest.mark.parametrize("spoilt", [b"b: caf\xe9", b"b: \x07", b"%b: c"])
def test_what_is_refused_before_it_is_parsed_is_told_with_its_line_on_any_platform(
    spoilt: bytes, end: bytes, tmp_path: Path
) -> None:
    assert of_file(tmp_path / "lines.yaml", end.join([b"a: 1", b"", spoilt, b"d: e"]))[1] == 3
