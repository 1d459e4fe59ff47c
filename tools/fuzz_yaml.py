"""Feeds the reader and the checker of data files with what libFuzzer makes up, led by the code that it reaches.

    pip install atheris
    python -m tools.fuzz_yaml -max_total_time=300

One file of a small dataset is replaced by the bytes tried, after a first byte that says which file, and which of
PyYAML's two parsers. Anything but a sound dataset or a list of problems is a crash. What follows is libFuzzer's own:
its options, and directories of inputs to begin with.
"""

import sys
import tempfile
from pathlib import Path

import atheris  # type: ignore[import-not-found, import-untyped, unused-ignore]

with atheris.instrument_imports(include=["icc_cli", "yaml"]):
    import yaml

    from icc_cli.database.build import build
    from icc_cli.database.store import open_bytes
    from icc_cli.queries.status import status
    from icc_cli.source import load, reading

from datetime import date
from unittest.mock import patch

from tests.support.datadir import SMALL, DataDir, small_data

NAMES = sorted(SMALL)
LOADERS = (yaml.SafeLoader, yaml.CSafeLoader)
ON = date(2016, 11, 16)


def attempt(data: DataDir, sound: dict[Path, reading.Node], tried: bytes) -> None:
    """Check the small dataset with one file replaced; build it and ask for each status if it passes."""
    which = tried[0] if tried else 0
    name = NAMES[which // 2 % len(NAMES)]
    reading._LOADER = LOADERS[which % 2]
    changed = data.path / name
    data.write(name, tried[1:])
    with patch.object(load, "read", lambda path: reading.read(path) if path == changed else sound[path]):
        dataset, problems = load.check(data.path)
    assert dataset or problems
    assert all(problem.file and problem.message for problem in problems)
    if dataset and not problems:
        store = open_bytes(build(dataset), "built")
        for state in dataset.states:
            status(store, state.iso3, ON)
        store.close()


def main() -> None:
    """Seed with the small dataset's own files, then try until libFuzzer is told to stop."""
    with tempfile.TemporaryDirectory() as folder:
        seeds = Path(folder, "seeds")
        seeds.mkdir()
        for number, name in enumerate(NAMES):
            for loader in range(len(LOADERS)):
                seed = bytes([2 * number + loader]) + SMALL[name].encode()
                (seeds / f"{name.replace('/', '-')}-{loader}").write_bytes(seed)
        data = small_data(Path(folder, "data"))
        sound = {path: reading.read(path) for path in load.files(data.path)}
        atheris.Setup([sys.argv[0], *sys.argv[1:], str(seeds)], lambda tried: attempt(data, sound, tried))
        atheris.Fuzz()


if __name__ == "__main__":
    main()
