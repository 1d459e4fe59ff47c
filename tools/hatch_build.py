"""Builds what a wheel holds beside the code.

That is `icc.db`, so that nobody parses YAML to ask a question, the outlines of the map, the names of
States, the schemas of answers, and the manual pages.
"""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class DatasetHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds database, licence, map, schemas and pages to a wheel; an editable install reads the checkout itself."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Check the data and build the database. A dataset that breaks its rules stops the build."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from icc_cli.database.build import build
        from icc_cli.source.load import load
        from tools import man

        dataset = load(Path(self.root, "data"))
        drafts = Path(tempfile.mkdtemp(prefix="icc-"))
        database = drafts / "icc.db"
        database.write_bytes(build(dataset))
        build_data["force_include"][str(database)] = "icc_cli/icc.db"
        build_data["force_include"][str(Path(self.root, "data", "LICENSE"))] = "icc_cli/LICENSE"
        for path in Path(self.root, "data", "map").glob("*.json"):
            build_data["force_include"][str(path)] = f"icc_cli/map/{path.name}"
        for path in Path(self.root, "data", "names").iterdir():
            build_data["force_include"][str(path)] = f"icc_cli/names/{path.name}"
        for path in Path(self.root, "docs", "schema").glob("*.json"):
            build_data["force_include"][str(path)] = f"icc_cli/schema/{path.name}"
        for page in man.write(drafts, str(dataset.checked)):
            build_data["shared_data"][str(page)] = f"share/man/man1/{page.name}"
        self.drafts = drafts

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what stands in the wheel by now."""
        if version != "editable":
            shutil.rmtree(self.drafts)
