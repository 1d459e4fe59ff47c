"""How the program begins, fails and ends: a wrong question's one line, an interrupt, the end of the process."""

import subprocess
import sys
from collections.abc import Callable

import pytest

from icc_cli import __version__
from icc_cli.database.store import Store
from tests.support.places import ROOT
from tests.support.process import one_line

Run = Callable[..., tuple[int, str, str]]


def test_version_tells_tool_dataset_checked_date_and_python(icc: Run, store: Store) -> None:
    code, out, _ = icc("--version")
    assert code == 0
    dataset = f"dataset {store.meta['version']}, checked through {store.meta['checked']}"
    for part in (f"icc {__version__}", dataset, "Python 3."):
        assert part in out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("status", "congo"), 2, "say which: Congo or Democratic Republic of the Congo"),
        (("status", "kenxa"), 2, "did you mean Kenya?"),
        (("status", "xyzzyx"), 2, "try an English name or an ISO code"),
        (("status",), 2, "Missing argument 'STATE...'"),
        (("status", "russia", "--on", "2016-02-30"), 2, "Feb 2016 has no day 30"),
        (("status", "russia", "--on", "30/11/2016"), 2, "write it as 2016-11-30, 2016-11 or 2016"),
        (("status", "russia", "--known-by", "soon"), 2, "--known-by: 'soon' is not a date"),
        (("status", "russia", "--format", "tabel"), 2, "did you mean 'table'?"),
        (("status", "russia", "--json", "--format", "plain"), 2, "contradict each other"),
        (("status", "russia", "--color", "blue"), 2, "one of: auto, always, never"),
        (("parties", "--status", "signatry"), 2, "did you mean 'signatory'?"),
        (("parties", "--region", "atlantis"), 2, "one of: african, asia-pacific"),
        (("events", "--kind", "reservation"), 2, "unknown word 'reservation'"),
        (("declarations", "--kind", "opt-out"), 2, "did you mean 'aggression-opt-out'?"),
        (("jurisdiction", "-t", "south", "africa"), 2, "put a name of several words in quotes; see"),
        (("events", "--body", "Senate"), 2, "one of: "),
        (("situations", "--trigger", "proprio"), 2, "did you mean 'proprio-motu'?"),
        (("withdrawals", "--outcome", "gone"), 2, "one of: left, rescinded"),
        (("stauts", "russia"), 2, "did you mean 'icc status'?"),
        (("russia",), 2, "try 'icc status russia'"),
        (("--nope",), 2, "see 'icc --help'"),
        (("status", "russia", "--nope"), 2, "see 'icc status --help'"),
        (("status", "russia", "--data", "no-such-directory"), 3, "a data directory holds dataset.yaml"),
        (("withdrawals", "--since", "2030"), 1, "nothing matched"),
        (("export", "-"), 2, "icc export writes a directory, and none goes to stdout; name one"),
        (("site", "-"), 2, "as in: icc site rome-statute"),
        (("parties", "--on", "1999"), 1, "nothing matched"),
    ],
)
def test_a_wrong_question_gets_one_clear_line_and_the_right_exit_code(
    arguments: tuple[str, ...], code: int, said: str, icc: Run
) -> None:
    found, out, err = icc(*arguments)
    assert found == code
    assert out == ""
    assert err.startswith("icc: ")
    assert err.count("\n") == 1
    assert said in err


@pytest.mark.parametrize("module", ["icc_cli.cli.main", "click", "icc_cli.cli.status", "icc_cli.output.plain"])
def test_an_interrupt_while_modules_are_imported_is_quiet(module: str) -> None:
    program = f"""
import sys
class Interrupting:
    def find_spec(self, name, *rest):
        if name == {module!r}:
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupting())
sys.argv = ["icc", "status", "russia"]
from icc_cli.__main__ import main
main()
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("import atexit; atexit.register(print, 'the end'); main()", b"the end"),
        ("import cProfile; cProfile.run('main()')", b"function calls"),
        ("sys.settrace(lambda *_: None)\ntry: main()\nfinally: print('unwound')", b"unwound"),
    ],
    ids=["registered", "profiler", "debugger"],
)
def test_who_waits_for_the_end_of_the_process_sees_it(program: str, said: bytes) -> None:
    before = "import sys; sys.argv = ['icc', 'status', 'xyzzyx']; from icc_cli.__main__ import main\n"
    done = subprocess.run([sys.executable, "-c", before + program], cwd=ROOT, capture_output=True, check=False)
    assert said in done.stdout
    assert one_line(done.stderr)
    assert done.returncode in (0, 2)  # cProfile.run() keeps the exit code to itself
