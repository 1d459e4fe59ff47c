"""The JSON writer writes what Python's own would, without being it."""

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from icc_cli.output.json import dump
from icc_cli.system.terminal import Terminal

TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cf", "Zl", "Zp"])) | st.text('"\\/\b\f\n\r\t\0\x1fa')
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(TEXTS, inner, max_size=5),
)
when_busy = settings(suppress_health_check=[HealthCheck.too_slow])


@when_busy
@given(VALUES)
def test_indented_json_is_what_pythons_own_writer_gives(value: object) -> None:
    assert dump(value, Terminal()) == json.dumps(value, ensure_ascii=False, indent=2) + "\n"


@when_busy
@given(VALUES)
def test_indented_json_for_a_stream_without_unicode_is_what_pythons_own_writer_gives(value: object) -> None:
    assert dump(value, Terminal(unicode=False)) == json.dumps(value, indent=2) + "\n"


@given(st.recursive(st.text(), lambda inner: st.lists(inner)))
def test_whatever_a_text_holds_it_is_read_back_and_holds_no_control(value: object) -> None:
    written = dump(value, Terminal())
    assert json.loads(written) == value
    assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 for char in written.replace("\n", ""))
