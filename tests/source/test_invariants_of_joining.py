"""Invariants of signing and joining: what Articles 125 and 126 say of the days, and who may do what."""

import pytest

from tests.support.datadir import act
from tests.support.graustark import ACCEDED, BORN, GRAUSTARK, RATIFIED, SIGNED, Judge, line

# Signature, and how a State joins


def test_a_signature_before_the_statute_was_adopted_is_refused(judge: Judge) -> None:
    assert judge(act("signature", "1998-07-17")) == []
    assert judge(act("signature", "1998-07-16")) == [line(1) + "signed outside 1998-07-17 to 2000-12-31 (Art. 125(1))"]


def test_a_signature_after_the_last_day_of_2000_is_refused(judge: Judge) -> None:
    assert judge(act("signature", "2000-12-31")) == []
    assert judge(act("signature", "2001-01-01")) == [line(1) + "signed outside 1998-07-17 to 2000-12-31 (Art. 125(1))"]


@pytest.mark.parametrize("kind", ["ratification", "acceptance", "approval"])
def test_only_a_signatory_ratifies_accepts_or_approves(judge: Judge, kind: str) -> None:
    joined = act(kind, "2004-09-21", effect="2004-12-01")
    assert judge(SIGNED, joined) == []
    assert judge(joined) == [line(1) + f"{kind} without a signature (Art. 125(2)); a State that did not sign accedes"]


def test_a_state_that_has_signed_does_not_accede(judge: Judge) -> None:
    assert judge(SIGNED, ACCEDED) == [
        line(2) + "accession of a State that has signed; a signatory ratifies (Art. 125(2))"
    ]


@pytest.mark.parametrize("kind", ["ratification", "acceptance", "approval", "accession"])
def test_the_statute_enters_into_force_on_the_first_of_the_month_after_the_sixtieth_day(
    judge: Judge, kind: str
) -> None:
    signed = [] if kind == "accession" else [SIGNED]
    for done, effect in (("2004-09-21", "2004-12-01"), ("2003-07-02", "2003-09-01"), ("2003-07-03", "2003-10-01")):
        assert judge(*signed, act(kind, done, effect=effect)) == []
    place = line(len(signed) + 1)
    assert judge(*signed, act(kind, "2004-09-21", effect="2004-11-20")) == [
        place + "takes effect 2004-11-20, but Art. 126 gives 2004-12-01"
    ]
    assert judge(*signed, act(kind, "2004-09-21")) == [place + "takes effect on no day, but Art. 126 gives 2004-12-01"]


def test_the_statute_enters_into_force_on_1_july_2002_for_all_who_deposited_by_11_april(judge: Judge) -> None:
    for done in ("1999-02-02", "2002-04-11"):
        assert judge(SIGNED, act("ratification", done, effect="2002-07-01")) == []
    assert judge(SIGNED, act("ratification", "1999-02-02", effect="1999-05-01")) == [
        line(2) + "takes effect 1999-05-01, but Art. 126 gives 2002-07-01"
    ]
    assert judge(SIGNED, act("ratification", "2002-05-03", effect="2002-08-01")) == []


def test_an_effect_other_than_the_statute_gives_stands_with_its_reason_and_a_note_excuses_none(judge: Judge) -> None:
    given = {"effect": "2004-11-20", "note": "So the depositary."}
    message = "takes effect 2004-11-20, but Art. 126 gives 2004-12-01"
    assert judge(SIGNED, act("ratification", "2004-09-21", "GRA", **given)) == [line(2) + message]
    assert judge(SIGNED, act("ratification", "2004-09-21", "GRA", effect_differs="So the depositary.", **given)) == []


def test_a_reason_for_another_effect_stands_only_where_the_effect_is_another(judge: Judge) -> None:
    same = act("ratification", "2004-09-21", effect="2004-12-01", effect_differs="So the depositary.")
    message = "'effect-differs' says why it takes effect on another day than Art. 126 gives, but it does not"
    assert judge(SIGNED, same) == [line(2) + message]
    message = "the treaty reckons no effect of a signature; 'effect-differs' has nothing to excuse"
    assert judge(act("signature", "1999-01-13", effect_differs="So the State.")) == [line(1) + message]


def test_an_accession_withdrawn_before_it_took_effect_undoes_it(judge: Judge) -> None:
    taken_back = {"undoes": "GRA-2019-03-04-accession"}
    assert judge(ACCEDED, act("instrument-withdrawn", "2019-04-29", **taken_back)) == []
    assert judge(ACCEDED, act("instrument-withdrawn", "2019-05-31", **taken_back)) == []
    assert judge(ACCEDED, act("instrument-withdrawn", "2019-06-01", **taken_back)) == [
        line(2) + "comes too late: 'GRA-2019-03-04-accession' took effect on 2019-06-01"
    ]


def test_no_state_signs_or_joins_twice(judge: Judge) -> None:
    again = "by a State that has already done so; take back or withdraw the first"
    assert judge(SIGNED, act("signature", "2000-01-01")) == [line(2) + f"signature {again}"]
    second = act("ratification", "2005-01-10", effect="2005-04-01")
    assert judge(SIGNED, RATIFIED, second) == [line(3) + f"ratification {again}"]


def test_a_former_party_that_once_signed_may_accede(judge: Judge) -> None:
    notice = act("withdrawal-notice", "2006-01-02", effect="2007-01-02")
    assert judge(SIGNED, RATIFIED, notice, act("accession", "2010-01-11", effect="2010-04-01")) == []


# Succession and independence


def test_a_succession_takes_effect_on_the_day_of_independence(judge: Judge) -> None:
    assert judge(act("succession", "2006-10-23", effect="2006-06-03", note="Succeeds."), independence=BORN) == []
    assert judge(act("succession", "2006-10-23", effect="2006-06-04", note="Succeeds."), independence=BORN) == [
        line(1) + "a succession takes effect on the day of independence"
    ]


def test_only_a_state_of_which_the_independence_is_given_succeeds(judge: Judge) -> None:
    message = "a succession by a State of which no 'independence' is given (Art. 126 would apply)"
    assert judge(act("succession", "2006-10-23", effect="2006-06-03", note="Succeeds.")) == [line(1) + message]


@pytest.mark.parametrize("keys", [{"effect": "2006-06-03"}, {"note": "Succeeds."}])
def test_a_succession_says_from_when_and_why(judge: Judge, keys: dict[str, str]) -> None:
    assert judge(act("succession", "2006-10-23", "GRA", **keys), independence=BORN) == [
        line(1) + "a succession needs 'effect', the day of independence, and a note"
    ]


def test_no_state_acts_before_its_independence(judge: Judge) -> None:
    step = act("joining-step", "2006-06-03", title="Parliament agrees")
    assert judge(step, independence=BORN) == []
    step = act("joining-step", "2006-06-02", title="Parliament agrees")
    assert judge(step, independence=BORN) == [line(1) + "done before independence on 2006-06-03"]
    assert judge(act("accession", "2006-06-01", effect="2006-08-01"), independence=BORN) == [
        line(1) + "done before independence on 2006-06-03"
    ]


@pytest.mark.parametrize("partial", ["2006-05", "2005"])
def test_a_month_or_year_wholly_before_independence_is_refused_too(judge: Judge, partial: str) -> None:
    assert judge(act("joining-step", partial, title="Parliament agrees"), independence=BORN) == [
        line(1) + "done before independence on 2006-06-03"
    ]


def test_no_act_takes_effect_before_independence(judge: Judge) -> None:
    early = act("territorial-application", "2007-01-01", effect="2006-01-01", title="An island")
    assert judge(early, independence=BORN) == [line(1) + "done before independence on 2006-06-03"]


def test_independence_has_a_known_document(judge: Judge) -> None:
    problems = judge(ACCEDED, independence="{day: 2006-06-03, sources: [almanac]}")
    assert problems == [f"{GRAUSTARK}:1: document 'almanac' is not in documents.yaml"]
