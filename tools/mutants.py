"""Mutation testing of the derivation and of the jurisdiction rules: `python tools/mutants.py run --max-children 2`.

mutmut changes the code in one place at a time and runs the tests that `[tool.mutmut]` names: a change that no test
notices is printed as survived. `results` lists them afterwards, `show NAME` shows one. Two kinds of change are left
out: of wording, which the tests keep word for word in tests/golden/jurisdiction-cases.txt, and of a call's arguments
to fewer or None, nearly all of which mypy refuses. Needs `pip install -e '.[dev,mutants]'`.
"""

import os
import re
import tempfile
from collections.abc import Iterator

import libcst
from mutmut.__main__ import cli
from mutmut.mutation import mutators

_LEFT_OUT = (mutators.operator_string, mutators.operator_arg_removal)


def _string(node: libcst.SimpleString) -> Iterator[libcst.SimpleString]:
    """Spoil a word of a closed vocabulary, an article or a key; leave a sentence (three words or more) alone."""
    if re.match(r"[\"']\w", node.value) and node.value.count(" ") < 2:
        yield node.with_changes(value=f"{node.value[:-1]}XX{node.value[-1]}")


if __name__ == "__main__":
    kept = [(kind, change) for kind, change in mutators.mutation_operators if change not in _LEFT_OUT]
    mutators.mutation_operators[:] = [*kept, (libcst.SimpleString, _string)]
    with tempfile.TemporaryDirectory() as os.environ["ICC_TEST_CACHE"]:  # one database for thousands of short runs
        cli()
