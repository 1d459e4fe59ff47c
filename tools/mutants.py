"""Mutation testing of the derivation and of the jurisdiction rules: `python tools/mutants.py run`, most of an hour.

mutmut changes the code in one place at a time; a change that no test of `[tool.mutmut]` notices is printed as
survived, unless tools/mutants.yaml says why none can; `run` exits with 1 if one is left. `run '*.referral.*'` tries one
module; `run` again tries only what was not killed; `results` lists what survived and `show NAME` shows it. Left out are
changes of wording, which tests/golden/jurisdiction-*.txt keep word for word, of a call's arguments to fewer
or None, nearly all of which mypy refuses, and what mutmut passes over: constants outside functions, and properties.
Needs `pip install -e '.[dev,mutants]'` and a system that can fork.

mutmut makes the changes and keeps the results; its way of running the tests is replaced. Here the tests are imported
and collected once, and each change is tried in a fork, on the tests that reach the changed function, quickest first,
up to the first that fails.
"""

import json
import os
import re
import signal
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path

import click
import libcst
import pytest
import yaml
from mutmut.__main__ import cli, copy_also_copy_files, copy_src_dir, create_mutants, setup_source_paths
from mutmut.configuration import config
from mutmut.mutation import mutators
from mutmut.mutation.data import SourceFileMutationData
from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.mutation.trampoline import set_mutant_under_test
from mutmut.state import state
from mutmut.utils.file_utils import walk_mutatable_files
from mutmut.utils.format_utils import mangled_name_from_mutant_name

_LEFT_OUT = (mutators.operator_string, mutators.operator_arg_removal)
_SECONDS = 120
"""How long the tests of one mutant may keep the processor: four times what they all take on the code as it is."""
_EXPLAINED = Path(__file__).with_name("mutants.yaml")
_SURVIVED, _KILLED, _NO_TESTS, _TIMEOUT = 0, 1, 33, 36  # as mutmut writes them


def _string(node: libcst.SimpleString) -> Iterator[libcst.SimpleString]:
    """Spoil a word of a closed vocabulary, an article or a key; leave a sentence (three words or more) alone."""
    if re.match(r"[\"']\w", node.value) and node.value.count(" ") < 2:
        yield node.with_changes(value=f"{node.value[:-1]}XX{node.value[-1]}")


def _in_forks(jobs: Iterable[str], work: Callable[[str], int], processes: int) -> Iterator[tuple[str, int]]:
    """Do each job in a process of its own, some at a time; yield it with its exit code, negative if a signal ended it.

    Whatever the work raises is 1 as well: a change may break the program before any test can fail.
    """
    running: dict[int, str] = {}

    def ended() -> tuple[str, int]:
        pid, status = os.wait()
        return running.pop(pid), os.waitstatus_to_exitcode(status)

    for job in jobs:
        if len(running) == processes:
            yield ended()
        if pid := os.fork():
            running[pid] = job
            continue
        code = 1
        try:
            signal.setitimer(signal.ITIMER_PROF, _SECONDS)
            os.chdir("mutants")
            code = work(job)
        finally:
            os._exit(code)
    while running:
        yield ended()


def _changed(name: str) -> tuple[str, str]:
    """Return the function that a mutant changes, as `answer.turning_days`, and what the changed lines become."""
    module, _, function = mangled_name_from_mutant_name(name).rpartition(".")
    lines = get_diff_for_mutant(name).splitlines()[2:]
    place = f"{module.rpartition('.')[2]}.{function[2:].replace('ǁ', '.')}"  # x_function, xǁClassǁmethod
    return place, " ".join(line[1:].strip() for line in lines if line.startswith("+"))


class _Trial:
    """A pytest plugin that runs the collected tests on every mutant, and not just once."""

    def __init__(self, names: tuple[str, ...], processes: int) -> None:
        self.names = names
        self.processes = processes
        self.left = 0
        told = yaml.safe_load(_EXPLAINED.read_text(encoding="utf-8"))
        self.explained = {(one["in"], one["becomes"]) for one in told}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Find which tests reach which function, then try each mutant on those."""
        self.session = session
        with tempfile.NamedTemporaryFile() as self.told:
            if any(code for _, code in _in_forks(["the code as it is"], self._reach, 1)):
                raise click.ClickException("a test fails on the code as it is, before any change")
            reached: list[tuple[float, int, list[str]]] = json.load(self.told)
        self.tests: dict[str, list[pytest.Item]] = {}
        for _, number, functions in sorted(reached):
            for function in functions:
                self.tests.setdefault(function, []).append(session.items[number])
        for path in walk_mutatable_files():
            self._try(SourceFileMutationData(path=path))
        return True

    def _reach(self, _: str) -> int:
        """Run every test on the code as it is; write how long each took and which functions it reached."""
        signal.setitimer(signal.ITIMER_PROF, 0)
        set_mutant_under_test("stats")
        told = []
        started = time.perf_counter()
        for number, failed in enumerate(self._run(self.session.items)):
            if failed:
                return 1
            told.append((time.perf_counter() - started, number, sorted(state()._stats)))
            state()._stats.clear()
            started = time.perf_counter()
        Path(self.told.name).write_text(json.dumps(told))
        return 0

    def _mutant(self, name: str) -> int:
        """Run the tests that reach the changed function, up to the first that fails."""
        set_mutant_under_test(name)
        return any(self._run(self.tests[mangled_name_from_mutant_name(name)]))

    def _run(self, items: list[pytest.Item]) -> Iterator[bool]:
        """Run tests one by one; yield whether one has failed."""
        for item, after in zip(items, [*items[1:], None], strict=True):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
            yield self.session.testsfailed > 0

    def _try(self, data: SourceFileMutationData) -> None:
        """Try the mutants of one file that were not killed before; keep and print how each came out."""
        data.load()
        found: Counter[str] = Counter()
        todo = []
        for name, code in data.exit_code_by_key.items():
            if self.names and not any(fnmatch(name, pattern) for pattern in self.names):
                continue
            if mangled_name_from_mutant_name(name) not in self.tests:
                data.exit_code_by_key[name] = _NO_TESTS
                found["no tests"] += 1
            elif code == _KILLED:
                found["killed"] += 1
            else:
                todo.append(name)
        for name, code in _in_forks(todo, self._mutant, self.processes):
            outcome = {_SURVIVED: "survived", _KILLED: "killed"}.get(code, "timed out")
            place, becomes = ("", "") if outcome == "killed" else _changed(name)
            if outcome == "survived" and (place, becomes) in self.explained:
                outcome = "explained"
            data.exit_code_by_key[name] = code if code >= 0 else _TIMEOUT
            data.save()
            found[outcome] += 1
            if outcome in ("survived", "timed out"):
                self.left += 1
                click.echo(f"  {outcome}: {name}\n    in: {place}\n    becomes: {becomes}")
        self.left += found["no tests"]
        data.save()
        if found:
            click.echo(f"{data.path}: {', '.join(f'{number} {outcome}' for outcome, number in found.items())}")


@cli.command()  # type: ignore[untyped-decorator]
@click.argument("names", nargs=-1)
@click.option("--max-children", type=click.IntRange(min=1), default=2, show_default=True)
def run(names: tuple[str, ...], max_children: int) -> None:
    """Change the code and try the tests on each change, or on those that match NAMES."""
    Path("mutants").mkdir(exist_ok=True)
    copy_src_dir()
    copy_also_copy_files()
    setup_source_paths()
    create_mutants(max_children)
    told = config()
    tests = [f"mutants/{test}" for test in told.pytest_add_cli_args_test_selection]
    quiet = [
        "-s",
        "-o",
        "addopts=",
        "-p",
        "no:terminal",
        "-p",
        "no:cacheprovider",
        "-o",
        "tmp_path_retention_policy=none",
    ]
    where = ["-c", "mutants/pyproject.toml", "--rootdir", "mutants"]
    with tempfile.TemporaryDirectory() as folder:  # one database for thousands of short runs
        os.environ |= {"ICC_TEST_CACHE": folder, "PYTEST_DEBUG_TEMPROOT": folder}
        trial = _Trial(names, max_children)
        pytest.main([*quiet, *where, *told.pytest_add_cli_args, *tests], [trial])
    raise SystemExit(1 if trial.left else 0)


if __name__ == "__main__":
    kept = [(kind, change) for kind, change in mutators.mutation_operators if change not in _LEFT_OUT]
    mutators.mutation_operators[:] = [*kept, (libcst.SimpleString, _string)]
    cli()
