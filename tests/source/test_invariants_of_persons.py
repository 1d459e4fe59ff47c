"""Persons before the Court: no step before its warrant, no surrender before an arrest, nothing after the end."""

import pytest

from tests.support.court import COOPERATION, HENTZAU, PERSON
from tests.support.datadir import DataDir


def step(kind: str, done: str, more: str = "", name: str = "") -> str:
    """Write a step of Hentzau's case."""
    key = f"    {more}\n" if more else ""
    return (
        f"\n  - id: {name or f'hentzau-{done}-{kind}'}\n    kind: {kind}\n    done: {done}\n{key}"
        "    sources: [status-page]\n"
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("situation: strelsau", "situation: zenda", "'zenda' is no situation of this dataset"),
        ("situation: strelsau", "situation: pe-strelsau", "is an examination; cases are in an investigation"),
        ("[ICC-01/99-01/05]", "[ICC-01/98-01/05]", "case ICC-01/98-01/05 is not of situation ICC-01/99"),
        ("nationality: GRA", "nationality: XYZ", "'XYZ' is no State of this dataset"),
        ("nationality: GRA", "head-of: state", "'head-of' needs 'nationality'"),
        ("nationality: GRA", "nationality: GRA\nhead-until: 2009-01-01", "'head-until' without 'head-of'"),
        ("sources: [status-page]\n\nproc", "sources: [lost]\n\nproc", "document 'lost' is not in documents.yaml"),
        ("id: hentzau\n", "id: rupert\n", "the file should be persons/rupert.yaml"),
        ("    done: 2005-03-10\n", "", "has neither 'done' nor 'not-after'"),
        (
            "id: hentzau-2006-01-01-charges-confirmed",
            "id: hentzau-2006-01-02-charges-confirmed",
            "should begin with hentzau-2006-01-01-charges-confirmed",
        ),
        ("done: 2008-02-01", "done: 2027-02-01", "after the record was checked (2026-01-01)"),
        ("done: 2005-03-10\n", "done: 2005-03-10\n    not-after: 2005-03-11\n", "'not-after' says nothing more"),
        ("done: 2005-03-01\n", "done: 2005-03-01\n    not-after: 2005-02-01\n", "public on 2005-02-01, before it was"),
        (
            "done: 2005-03-10\n",
            "done: 2005-03-10\n    made-public: 2005-03-10\n",
            "not after it was done",
        ),
        ("done: 2005-03-10\n", "done: 2005-03-10\n    made-public: 2027-03-10\n", "'made-public' is after the record"),
        ("done: 2005-03-01\n", "done: 2005-03-01\n    made-public: 2005-03-02\n", "is made public by an unsealing"),
        ("done: 2005-04-01", "done: 2005-02-01", "unseals no warrant-issued of the case that was issued before it"),
        ("done: 2005-04-01", "done: 2005-02-01", "a warrant-issued needs a day by which it was public"),
        (
            "done: 2005-03-10",
            "done: 2005-02-10",
            "before the first warrant or summons of its case, of 2005-03-01",
        ),
        ("done: 2005-04-02", "done: 2005-03-09", "before the person was arrested (Art. 59(7))"),
        ("done: 2005-04-05", "done: 2005-04-01", "before the person was surrendered (Art. 60(1))"),
        ("done: 2006-01-01", "done: 2007-06-01", "is listed after what came later"),
        ("kind: charges-confirmed", "kind: appeal-filed", "no charges-confirmed before it (Art. 61(11))"),
        ("kind: trial-opened", "kind: appeal-filed", "no trial-opened before it (Art. 74)"),
        ("kind: convicted", "kind: appeal-filed", "no convicted before it (Art. 76(1))"),
        ("kind: sentenced", "kind: appeal-filed", "no sentenced before it (Art. 103(1))"),
        ("kind: charges-confirmed", "kind: charges-not-confirmed", "after the case had ended: 'hentzau-2006-01-01"),
        ("kind: charges-confirmed", "kind: died", "after the person had died: 'hentzau-2006-01-01-charges-confirmed'"),
        ("    crimes: [war-crimes]", "    due: 2006-01-01", "'due' is the day of a trial"),
        ("kind: convicted", "kind: trial-date-set\n    due: 2007-01-01", "'due' does not lie ahead"),
        ("    crimes: [war-crimes]", "    state: RUR", "a warrant-issued is no act of a State"),
        ("    crimes: [war-crimes]", "    case: ICC-01/99-02/05", "case ICC-01/99-02/05 is not among the person's"),
        ("[ICC-01/99-01/05]", "[ICC-01/99-01/05, ICC-01/99-02/05]", "'case' is missing: the person has more than one"),
    ],
)
def test_a_slip_in_a_person_is_told_where_it_stands(court: DataDir, old: str, new: str, message: str) -> None:
    text = court.read(PERSON)
    court.write(PERSON, text.replace(old, new, 1))
    assert text != court.read(PERSON)
    problems = [problem for problem in court.problems() if message in problem]
    assert problems, court.problems()
    assert all(problem.startswith("persons/hentzau.yaml:") for problem in problems)


def test_a_step_of_before_the_court_is_refused(court: DataDir) -> None:
    court.edit(PERSON, "done: 2005-03-10", "done: 2001-03-10")
    assert [one for one in court.problems() if "before the Statute was in force on 2002-07-01" in one]


def test_a_person_without_warrant_or_summons_is_refused(court: DataDir) -> None:
    court.remove(COOPERATION)
    court.write(PERSON, HENTZAU.partition("proceedings:")[0] + "proceedings:" + step("appeared", "2005-04-05"))
    told = [one.partition(": ")[2] for one in court.problems()]
    assert told == [
        "has neither a warrant nor a summons (Art. 58)",
        "is of a case without a warrant or a summons (Art. 58)",
    ]


def test_nobody_is_tried_in_absence(court: DataDir) -> None:
    court.edit(PERSON, "kind: surrendered", "kind: arrested")
    court.edit(PERSON, "kind: appeared", "kind: case-admissible")
    assert [one for one in court.problems() if "tried without having been surrendered" in one]


def test_charges_may_be_confirmed_in_absence(court: DataDir) -> None:
    court.remove(COOPERATION)
    court.write(PERSON, HENTZAU.partition("\n  - id: hentzau-2005-04-02")[0] + step("charges-confirmed", "2006-01-01"))
    assert court.problems() == []


def test_an_appeal_a_release_and_a_further_end_may_follow_the_end(court: DataDir) -> None:
    ended = HENTZAU.partition("\n  - id: hentzau-2006-01-01")[0] + step("charges-not-confirmed", "2006-01-01")
    for kind in ("released", "appeal-judgment", "died", "proceedings-terminated"):
        court.write(PERSON, ended + step(kind, "2006-02-01"))
        assert court.problems() == []


def test_a_trial_may_follow_an_acquittal_only_where_an_appeal_reopened_it(court: DataDir) -> None:
    tried = HENTZAU.partition("\n  - id: hentzau-2008-01-01-convicted")[0] + step("acquitted", "2008-01-01")
    anew = step("trial-opened", "2010-01-01")
    court.write(PERSON, tried + anew)
    assert [one for one in court.problems() if "after the case had ended: 'hentzau-2008-01-01-acquitted'" in one]
    court.write(PERSON, tried + step("appeal-judgment", "2009-01-01") + anew)
    assert court.problems() == []


def test_a_new_warrant_may_follow_charges_that_were_not_confirmed(court: DataDir) -> None:
    ended = HENTZAU.partition("\n  - id: hentzau-2006-01-01")[0] + step("charges-not-confirmed", "2006-01-01")
    court.write(PERSON, ended + step("warrant-issued", "2007-01-01", "not-after: 2007-01-01"))
    assert court.problems() == []


def test_a_person_dies_once(court: DataDir) -> None:
    court.append(PERSON, step("died", "2010-01-01") + step("died", "2010-01-02"))
    assert [one for one in court.problems() if one.endswith("died more than once")]


def test_a_sentence_is_served_where_the_state_has_agreed_to_it(court: DataDir) -> None:
    court.edit(COOPERATION, "in-force: 2008-06-01", "in-force: 2009-06-01")
    [problem] = court.problems()
    assert problem.endswith("no agreement of RUR on the enforcement of sentences by then (Art. 103(1))")


def test_two_persons_have_two_names_and_two_ids(court: DataDir) -> None:
    court.write("persons/rupert.yaml", HENTZAU.replace("id: hentzau", "id: rupert"))
    assert [one for one in court.problems() if "'hentzau' and 'rupert' have one name: Rupert of Hentzau" in one]
    court.write("persons/rupert.yaml", HENTZAU)
    told = court.problems()
    assert [one for one in told if "person id 'hentzau' is used twice" in one]
    assert [one for one in told if "act id 'hentzau-2005-03-01-warrant-issued' is used twice" in one]


def test_a_single_press_report_is_reported_not_confirmed(court: DataDir) -> None:
    court.append("documents.yaml", "\n- key: daily\n  title: Daily News\n  kind: press\n")
    court.write(PERSON, HENTZAU.replace("sources: [status-page]", "sources: [daily]"))
    assert all("confirmed by one document of 'press' alone" in one for one in court.problems())
    assert len(court.problems()) == HENTZAU.count("sources:")


def test_a_step_in_a_case_stands_in_the_file_of_its_person_and_nowhere_else(court: DataDir) -> None:
    for kind, file in (("cooperation-decision", "cooperation.yaml"), ("warrant-issued", "persons/")):
        named = f"- act: {kind}\n  done: 2005-03-01\n  id: ICC-2005-03-01-{kind}\n"
        court.append("context.yaml", f"\n{named}  body: Court\n  sources: [status-page]\n")
        told = [one for one in court.problems() if "made an act from there" in one]
        assert [f"is written in {file}, and made an act from there" in one for one in told] == [True]


def test_persons_and_cooperation_may_be_left_out(data: DataDir) -> None:
    assert data.problems() == []
    data.write(COOPERATION, "laws:\n  - id: rur-law\n    state: RUR\n    provision: no\n    sources: [status-page]\n")
    assert data.problems() == []


def test_a_correction_may_be_of_a_person_a_step_or_what_bears_on_cooperation(court: DataDir) -> None:
    entry = '\n- fact: {}\n  field: day\n  old: x\n  new: y\n  why: z\n  since: "2026.1.0"\n  sources: [status-page]\n'
    for fact in ("hentzau", "hentzau-2005-03-10-arrested", "rur-law", "zenda"):
        court.append("corrections.yaml", entry.format(fact))
    (problem,) = court.problems()
    assert problem.endswith("corrections.yaml: 'zenda' is no fact of this dataset")
