"""The notebook of the examples runs from its first cell to its last, and what it asserts of the record is so."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.places import ROOT

NOTEBOOK = ROOT / "docs" / "examples" / "notebook.ipynb"


def _run(code: str, folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=False, cwd=folder
    )
    assert done.returncode == 0, done.stderr


@pytest.fixture(autouse=True)
def _checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))


def test_its_cells_run_in_their_order(tmp_path: Path) -> None:
    pytest.importorskip("pandas")
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    code = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    assert code.count("assert ") >= 5
    _run(code, tmp_path)


def test_it_runs_in_a_kernel(tmp_path: Path) -> None:
    for module in ("pandas", "nbclient", "ipykernel"):
        pytest.importorskip(module, reason=f"{module} is not installed; it comes with the extra 'examples'")
    _run(
        "import nbclient, nbformat\n"
        f"notebook = nbformat.read({str(NOTEBOOK)!r}, 4)\n"
        "nbformat.validate(notebook)\n"
        "nbclient.NotebookClient(notebook, timeout=120, kernel_name='python3').execute()\n"
        "shown = [one for cell in notebook.cells for one in cell.get('outputs', ()) if 'text/html' in one['data']]\n"
        "assert any('<td>GMB</td>' in one['data']['text/html'] for one in shown)\n",
        tmp_path,
    )


def test_it_is_kept_without_what_it_printed() -> None:
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    assert not any(cell.get("outputs") or cell.get("execution_count") for cell in cells)
