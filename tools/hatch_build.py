"""Builds `icc.db` from the YAML while a wheel is built, so that nobody parses YAML to ask a question."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class DatasetHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds the database and its licence to a wheel; an editable install reads the checkout's own data instead."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Check the data and build the database. A dataset that breaks its rules stops the build."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from icc_cli.build import build
        from icc_cli.source.load import load

        database = Path(tempfile.mkdtemp(prefix="icc-")) / "icc.db"
        database.write_bytes(build(load(Path(self.root, "data"))))
        build_data["force_include"][str(database)] = "icc_cli/icc.db"
        build_data["force_include"][str(Path(self.root, "data", "LICENSE"))] = "icc_cli/LICENSE"
