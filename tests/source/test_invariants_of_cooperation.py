"""Decisions on cooperation, visits, agreements and laws: each about a State, a person and a day that fit."""

import pytest

from tests.support.court import COOPERATION, PERSON
from tests.support.datadir import DataDir


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("    done: 2005-06-01\n", "", "has neither 'done' nor 'not-after'"),
        ("done: 2005-06-01", "done: 2005-06-02", "should begin with rur-2005-06-02-found"),
        ("done: 2005-06-01", "done: 2001-06-01", "a decision before the Statute was in force on 2002-07-01"),
        ("done: 2006-06-01", "done: 2026-06-01", "a decision after the record was checked (2026-01-01)"),
        ("persons: [hentzau]", "persons: [rassendyll]", "'rassendyll' is no person of this dataset"),
        ("done: 2005-06-01", "done: 2005-01-01", "before the Court sought 'hentzau' (Art. 58, 87)"),
        ("symbol: ICC-01/99-7", "symbol: ICC-01/98-7", "'ICC-01/98-7' is not of situation ICC-01/99"),
        ("visits: [hentzau-rur-2005-03-05]", "visits: [lost]", "'lost' is no visit of this dataset"),
        ("    person: hentzau\n    state: RUR", "    person: hentzau\n    state: SYL", "or to another State"),
        (
            "from: 2005-03-05\n    to: 2005-03-06",
            "from: 2005-07-05",
            "before 'hentzau-rur-2005-03-05'",
        ),
        ("    of: rur-2005-06-01-found\n", "", "'upheld' needs 'of', the decision that it is about"),
        ("chamber: Appeals Chamber", "chamber: Trial Chamber I", "'upheld' is for the Appeals Chamber (Art. 82)"),
        (
            "of: rur-2005-06-01-found",
            "of: rur-2005-06-02-found",
            "'rur-2005-06-02-found' is no decision",
        ),
        ("done: 2006-06-01", "done: 2005-06-01", "not after 'rur-2005-06-01-found', which it is about"),
        (
            "state: RUR\n    ruling: upheld",
            "state: GRA\n    ruling: upheld",
            "is about another State",
        ),
        (
            "state: RUR\n    ruling: found",
            "state: GRA\n    ruling: found",
            "GRA owed the Court no cooperation",
        ),
        ("referred-to: [assembly]", "referred-to: [council]", "which had not referred the situation (Art. 87(7))"),
        ("ruling: upheld", "ruling: referred", "'referred' needs 'referred-to' (Art. 87(7))"),
        ("ruling: found", "ruling: not-found", "nothing was found that could be referred (Art. 87(7))"),
        ("    from: 2005-03-05\n    to: 2005-03-06\n", "", "has neither 'from' nor 'not-after'"),
        ("to: 2005-03-06", "to: 2005-03-04", "'to' is before 'from', or without it"),
        ("from: 2005-03-05\n    to: 2005-03-06", "from: 2005-01-05", "before the Court sought 'hentzau' (Art. 58)"),
        ("from: 2005-03-05\n    to: 2005-03-06", "from: 2005-05-05", "'hentzau' was in the Court's custody (Art. 89)"),
        (
            "person: hentzau\n    state: RUR",
            "person: hentzau\n    state: GRA",
            "a national of GRA: no visit",
        ),
        ("person: hentzau\n", "person: rassendyll\n", "'rassendyll' is no person of this dataset"),
        ("    signed: 2008-05-01\n    in-force: 2008-06-01\n", "", "has none of 'signed', 'known-by' and 'in-force'"),
        ("in-force: 2008-06-01", "in-force: 2008-04-01", "in force before it was signed"),
        ("in-force: 2008-06-01", "known-by: 2008-04-01", "known before it was signed"),
        ("    with: RUR\n", "", "'with' is for agreements not to surrender, and these need it (Art. 98(2))"),
        ("with: RUR", "with: GRA", "GRA has no agreement with itself"),
        ("kind: sentences", "kind: non-surrender\n    with: GRA", "a 'non-surrender' is in the other list"),
        ("with: RUR", "with: XYZ", "'XYZ' is no State of this dataset"),
        ("known-by: 2004-01-01", "known-by: 2027-01-01", "a law after the record was checked (2026-01-01)"),
        ("provision: yes", "provision: maybe", "unknown word 'maybe'; one of: yes, no"),
    ],
)
def test_a_slip_in_cooperation_is_told_where_it_stands(
    court: DataDir,
    old: str,
    new: str,
    message: str,
) -> None:
    text = court.read(COOPERATION)
    court.write(COOPERATION, text.replace(old, new, 1))
    assert text != court.read(COOPERATION)
    problems = [problem for problem in court.problems() if message in problem]
    assert problems, court.problems()
    assert all(problem.startswith("cooperation.yaml:") for problem in problems)


def test_no_agreement_and_no_law_is_listed_twice(court: DataDir) -> None:
    text = court.read(COOPERATION)
    court.write(
        COOPERATION, text + "\n  - id: rur-law-2\n    state: RUR\n    provision: no\n    sources: [status-page]\n"
    )
    assert [one for one in court.problems() if "cooperation.yaml: RUR is listed twice" in one]


def test_a_state_owes_after_it_left_what_had_begun(court: DataDir) -> None:
    late = (
        court.read(COOPERATION)
        .replace("rur-2006-06-01-upheld", "rur-2018-06-01-upheld")
        .replace("2006-06-01", "2018-06-01")
    )
    court.write(COOPERATION, late)
    rescinded = court.read("states/RUR.yaml").partition("  - act: withdrawal-rescinded")[0]
    court.write("states/RUR.yaml", rescinded)
    assert court.problems() == []


def test_a_visit_after_release_is_no_slip(court: DataDir) -> None:
    freed = "\n  - id: hentzau-2015-01-01-released\n    kind: released\n    done: 2015-01-01\n"
    court.append(PERSON, f"{freed}    sources: [status-page]\n")
    court.edit(COOPERATION, "from: 2005-03-05\n    to: 2005-03-06", "from: 2016-05-05")
    assert not [one for one in court.problems() if "custody" in one]
