"""Invariants of situations, examinations and referrals."""

import pytest

from tests.support.datadir import SMALL, DataDir
from tests.support.graustark import EXAMINATION, STRELSAU


def test_a_situation_names_known_states_and_documents(data: DataDir) -> None:
    data.edit(STRELSAU, "states: [RUR]", "states: [RUR, SYL]")
    data.edit(STRELSAU, "scope-to: 2004-12-31\nsources: [status-page]", "scope-to: 2004-12-31\nsources: [almanac]")
    assert data.problems() == [
        f"{STRELSAU}:1: 'SYL' is no State of this dataset",
        f"{STRELSAU}:1: document 'almanac' is not in documents.yaml",
    ]


def test_a_state_tied_by_flag_or_by_nationals_is_among_the_states_and_tied_in_one_way(data: DataDir) -> None:
    data.edit(STRELSAU, "states: [RUR]", "states: [RUR]\nby-flag: [RUR]")
    assert data.problems() == []
    data.edit(STRELSAU, "by-flag: [RUR]", "by-flag: [RUR]\nby-nationals: [RUR, GRA]")
    assert data.problems() == [
        f"{STRELSAU}:1: 'by-nationals' names GRA, which is not among its 'states'",
        f"{STRELSAU}:1: RUR is both in 'by-flag' and in 'by-nationals'",
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("authorised: 2005-01-10", "authorised: 2005-02-02"),
        ("closed: 2015-03", "closed: 2005-01-31"),
        ("closed: 2015-03", "closed: 2004"),
        ("opened: 2005-02-01", "opened: 2005-01-09"),
    ],
)
def test_a_situation_is_authorised_then_opened_then_closed(data: DataDir, old: str, new: str) -> None:
    data.remove(EXAMINATION)
    data.edit(STRELSAU, "trigger: self-referral", "trigger: proprio-motu\nauthorised: 2005-01-10")
    assert data.problems() == []
    data.edit(STRELSAU, old, new)
    assert data.problems() == [f"{STRELSAU}:1: dates out of order: authorised, opened, concluded, closed"]


def test_a_situation_may_be_authorised_opened_and_closed_on_one_day(data: DataDir) -> None:
    data.edit(STRELSAU, "trigger: self-referral", "trigger: proprio-motu\nauthorised: 2005-02-01")
    data.edit(STRELSAU, "closed: 2015-03", "closed: 2005-02-01")
    assert data.problems() == []


def test_a_scope_does_not_end_before_it_begins(data: DataDir) -> None:
    data.edit(STRELSAU, "scope-to: 2004-12-31", "scope-to: 2002-08-31")
    assert data.problems() == [f"{STRELSAU}:1: the scope ends before it begins"]
    for scope in ("scope-to: 2002", "scope-to: 2002-09-01", "note: Without an end."):
        data.write(STRELSAU, SMALL[STRELSAU].replace("scope-to: 2004-12-31", scope))
        assert data.problems() == []
    data.write(STRELSAU, SMALL[STRELSAU].replace("scope-from: 2002-09-01\n", ""))
    assert data.problems() == []


@pytest.mark.parametrize("led_to", ["zenda", "pe-strelsau"], ids=["unknown", "itself"])
def test_an_examination_leads_to_a_known_situation(led_to: str, data: DataDir) -> None:
    data.edit(EXAMINATION, "leads-to: strelsau", f"leads-to: {led_to}")
    assert data.problems() == [f"{EXAMINATION}:1: '{led_to}' is no situation of this dataset"]


def test_the_id_of_an_examination_and_of_no_other_begins_with_pe(data: DataDir) -> None:
    message = "ids of examinations, and of no others, begin with 'pe-'"
    data.edit(EXAMINATION, "kind: examination", "kind: situation")
    data.edit(EXAMINATION, "outcome: investigation-opened\n", "")
    assert f"{EXAMINATION}:1: {message}" in data.problems()
    data.write(EXAMINATION, SMALL[EXAMINATION])
    data.edit(STRELSAU, "kind: situation", "kind: examination")
    data.edit(STRELSAU, "closed: 2015-03\n", "")
    assert data.problems() == [f"{STRELSAU}:1: {message}"]


def test_an_examination_has_an_outcome_exactly_when_it_is_closed(data: DataDir) -> None:
    message = "an examination has an outcome exactly when it is closed; a situation has none"
    data.edit(EXAMINATION, "outcome: investigation-opened\n", "")
    assert data.problems() == [f"{EXAMINATION}:1: {message}"]
    data.edit(EXAMINATION, "closed: 2005-02-01\n", "")
    assert data.problems() == []
    data.edit(EXAMINATION, "leads-to: strelsau", "outcome: closed-no-basis")
    assert data.problems() == [f"{EXAMINATION}:1: {message}"]


def test_only_an_examination_is_concluded_and_not_after_it_was_closed(data: DataDir) -> None:
    data.edit(EXAMINATION, "closed: 2005-02-01\n", "concluded: 2005-01-20\nclosed: 2005-02-01\n")
    assert data.problems() == []
    data.edit(EXAMINATION, "concluded: 2005-01-20", "concluded: 2005-02-02")
    assert data.problems() == [f"{EXAMINATION}:1: dates out of order: authorised, opened, concluded, closed"]
    data.write(EXAMINATION, SMALL[EXAMINATION])
    data.append(STRELSAU, "concluded: 2006\n")
    assert data.problems() == [f"{STRELSAU}:1: only an examination is 'concluded'; an investigation is closed"]


def test_a_situation_under_investigation_has_no_outcome(data: DataDir) -> None:
    data.append(STRELSAU, "outcome: closed-inadmissible\n")
    message = "an examination has an outcome exactly when it is closed; a situation has none"
    assert data.problems() == [f"{STRELSAU}:1: {message}"]


def test_a_situation_says_when_it_was_opened(data: DataDir) -> None:
    message = "'opened' is missing; only an examination may lack it, with a note"
    data.edit(STRELSAU, "opened: 2005-02-01", "note: No day is known.")
    assert data.problems() == [f"{STRELSAU}:1: {message}"]


def test_an_examination_may_lack_its_opening_day_with_a_note(data: DataDir) -> None:
    message = "'opened' is missing; only an examination may lack it, with a note"
    data.edit(EXAMINATION, "opened: 2004-10-01\n", "")
    assert data.problems() == [f"{EXAMINATION}:1: {message}"]
    data.append(EXAMINATION, "note: No day is known.\n")
    assert data.problems() == []


def test_a_referral_by_nobody_is_refused(data: DataDir) -> None:
    data.edit(STRELSAU, "  - by: [RUR]\n    done", "  - done")
    assert data.problems() == [f"{STRELSAU}:1: a referral is 'by' States or by a 'body'"]


def test_a_referral_by_a_state_and_a_body_at_once_is_refused(data: DataDir) -> None:
    data.edit(STRELSAU, "  - by: [RUR]", "  - by: [RUR]\n    body: Security Council")
    assert data.problems() == [f"{STRELSAU}:1: a referral is 'by' States or by a 'body'"]


def test_a_referral_names_known_states_and_documents(data: DataDir) -> None:
    data.edit(STRELSAU, "  - by: [RUR]", "  - by: [RUR, SYL]")
    assert data.problems() == [f"{STRELSAU}:1: 'SYL' is no State of this dataset"]
    data.edit(STRELSAU, "  - by: [RUR, SYL]", "  - body: Security Council\n    abstaining: [GRA, HEN]")
    data.edit(STRELSAU, "trigger: self-referral", "trigger: unsc-referral")
    assert data.problems() == [f"{STRELSAU}:1: 'HEN' is no State of this dataset"]
    data.edit(
        STRELSAU,
        "[GRA, HEN]\n    done: 2004-12-22\n    sources: [status-page]",
        "[GRA]\n    done: 2004-12-22\n    sources: [almanac]",
    )
    assert data.problems() == [f"{STRELSAU}:1: document 'almanac' is not in documents.yaml"]
