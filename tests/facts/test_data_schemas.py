"""Today's data files are as their schemas say."""

from icc_cli.source.load import files
from tests.support.places import DATA
from tests.support.schemas import faults


def test_every_file_of_the_dataset_is_as_its_schema_says() -> None:
    paths = list(DATA.rglob("*.yaml"))
    assert len(paths) > 200
    assert {*paths} == {*files(DATA)}
    for path in paths:
        assert faults(path.relative_to(DATA).as_posix(), path.read_text(encoding="utf-8")) == [], path.name
