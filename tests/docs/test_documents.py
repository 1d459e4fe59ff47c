"""README and CONTRIBUTING say what is so."""

import re
from pathlib import Path

from icc_cli.source.files import records
from icc_cli.source.load import check
from icc_cli.source.shape import keys
from icc_cli.treaty.vocabulary import ActKind
from tests.support.places import ROOT


def test_ci_runs_the_two_commands_of_the_readme() -> None:
    readme, ci = (ROOT / "README.md").read_text(encoding="utf-8"), (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    main_job, tests = re.findall(r"^    (.*&& .*)$", readme, re.MULTILINE)
    assert tests in ci
    assert main_job.split(" && ", 1)[1] in ci


def test_the_guide_names_every_key_of_every_file_and_every_kind_of_act() -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for record in records():
        for key in keys(record):
            assert re.search(rf"(`{key}`|\b{key}:)", guide), (record.__name__, key)
    for kind in ActKind:
        assert kind == "cooperation-decision" or f"`{kind}`" in guide


def test_the_template_of_a_state_file_is_valid(tmp_path: Path) -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (template,) = re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL)
    files = {
        "dataset.yaml": 'title: T\nversion: "2026.10.0"\nchecked: 2026-10-02\nlicence: CC0-1.0\nnotices:\n  a: b\n',
        "documents.yaml": "- key: untc-xviii-10\n  title: Status page\n  kind: depositary\n",
        "context.yaml": "[]\n",
        "amendments.yaml": "[]\n",
        "corrections.yaml": "[]\n",
        "states/XYZ.yaml": template,
    }
    for folder in ("states", "situations"):
        (tmp_path / folder).mkdir()
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    dataset, problems = check(tmp_path)
    assert [str(problem) for problem in problems] == []
    assert dataset is not None
