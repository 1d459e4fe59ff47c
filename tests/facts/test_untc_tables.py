"""The rows of three real tables of the depositary (`tests/evidence/untc_tables.csv`) are on record as they stand there.

Their markup is not at hand: the files are made anew, as XML and as a web page, in the order that their text is known to
have. Number and letter stand before the title, apart from it and without a period, and the head gives no counts.
"""

from collections.abc import Callable
from datetime import date
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from icc_cli.api import IccDataset
from tests.support import untc
from tests.support.loopback import send, serving
from tests.support.places import TODAY
from tests.support.untc import Made

Run = Callable[..., tuple[int, str, str]]
COURT = "Rome Statute of the International Criminal Court"
REAL = {
    "XVIII-10-c": (f"Amendment to article 124 of the {COURT}", ["Participant", "Acceptance(A), Ratification"], 18),
    "XVIII-10-d": (
        f"Amendment to article 8 of the {COURT} (Weapons which use microbial or other biological agents, or toxins)",
        ["Participant", "Acceptance(A), Ratification"],
        20,
    ),
    "XVIII-13": (
        "Agreement on the Privileges and Immunities of the International Criminal Court",
        ["Participant", "Signature", "Ratification, Acceptance(A), Approval(AA), Accession(a)"],
        23,
    ),
}


def completed(page: str, dataset: IccDataset) -> tuple[Made, date]:
    """Return a table; that of the Agreement, of which only the first rows are at hand, with others of the record."""
    title, columns, _ = REAL[page]
    made, on = untc.collected(page, title, columns)
    if page == "XVIII-13":
        whole, last = untc.agreement(dataset, on).rows, made.rows[-1][0]
        assert sum(cells[0] <= last for cells in whole) == len(made.rows)
        made.rows += [cells for cells in whole if cells[0] > last]
    return made, on


@pytest.mark.parametrize("form", ["xml", "page"])
@pytest.mark.parametrize("page", REAL)
def test_nothing_differs_from_a_real_table_in_either_form_wherever_it_is_read(
    page: str, form: str, dataset: IccDataset, icc: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, on = completed(page, dataset)
    content: bytes = getattr(made, form)()
    (tmp_path / "table").write_bytes(content)
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(content)))
    with serving(lambda handler: send(handler, 200, content)) as address:
        for place in (str(tmp_path / "table"), f"{address}/table", "-"):
            code, out, err = icc("data", "compare", place, "--on", str(on))
            assert (code, err) == (0, ""), out
            assert "Nothing differs" in out


@pytest.mark.parametrize("page", REAL)
def test_a_real_table_holds_as_many_rows_as_were_collected(page: str) -> None:
    title, columns, number = REAL[page]
    made, _ = untc.collected(page, title, columns)
    assert len(made.rows) == number


@pytest.mark.parametrize("form", ["xml", "page"])
def test_nothing_differs_from_the_whole_record_in_either_form(
    form: str, dataset: IccDataset, icc: Run, tmp_path: Path
) -> None:
    (tmp_path / "table").write_bytes(getattr(untc.statute(dataset), form)())
    code, out, err = icc("data", "compare", str(tmp_path / "table"), "--on", str(TODAY))
    assert (code, err) == (0, "")
    assert "125 parties, 139 signatories compared; 2 withdrawn, in brackets." in out
