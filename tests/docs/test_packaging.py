"""What the package promises its users: the oldest versions it works with are the ones that are tested."""

import tomllib

from tests.support.places import ROOT


def test_the_oldest_versions_promised_are_the_oldest_tested() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    promised = [*project["dependencies"], *project["optional-dependencies"]["site"]]
    tested = (ROOT / "tests" / "minimum.txt").read_text(encoding="utf-8").splitlines()
    assert [one.replace(">=", "==") for one in promised] == [line for line in tested if not line.startswith("#")]
