"""Invariants of leaving: who may give notice of withdrawal, when it takes effect, until when it may be taken back."""

import pytest

from tests.support.datadir import act
from tests.support.graustark import NOTICE, RATIFIED, RESCINDED, SIGNED, Judge, line


def test_a_notice_of_withdrawal_takes_effect_one_year_after_receipt(judge: Judge) -> None:
    for effect in ("2017-10-26", "2017-10-28"):
        assert judge(SIGNED, RATIFIED, act("withdrawal-notice", "2016-10-27", effect=effect)) == [
            line(3) + f"takes effect {effect}, but Art. 127(1) gives 2017-10-27"
        ]


def test_a_notice_may_name_a_later_day_with_the_reason_and_no_earlier_one(judge: Judge) -> None:
    names = {"effect_differs": "The notice names this day."}
    assert judge(SIGNED, RATIFIED, act("withdrawal-notice", "2016-10-27", effect="2018-01-01", **names)) == []
    message = "takes effect sooner than a year after receipt, which no notice can (Art. 127(1))"
    early = act("withdrawal-notice", "2016-10-27", effect="2017-01-01", **names)
    assert judge(SIGNED, RATIFIED, early) == [line(3) + message]


def test_no_notice_is_given_while_another_is_pending(judge: Judge) -> None:
    again = act("withdrawal-notice", "2017-01-02", effect="2018-01-02")
    message = "a notice of withdrawal while another is pending (Art. 127(1)); take back the first"
    assert judge(SIGNED, RATIFIED, NOTICE, again) == [line(4) + message]


def test_no_signature_is_disowned_twice(judge: Judge) -> None:
    message = "declares once more that it will not become a party (VCLT Art. 18); take back the first"
    disowned = [act("no-intent-declaration", day) for day in ("2005-01-01", "2006-01-01")]
    assert judge(SIGNED, *disowned) == [line(3) + message]


def test_a_notice_of_a_leap_day_takes_effect_on_the_last_of_february(judge: Judge) -> None:
    assert judge(SIGNED, RATIFIED, act("withdrawal-notice", "2016-02-29", effect="2017-02-28")) == []


@pytest.mark.parametrize(
    ("before", "standing"),
    [
        ([], "non-signatory"),
        ([SIGNED], "signatory"),
        ([SIGNED, act("ratification", "2016-10-01", effect="2016-12-01")], "contracting-state"),
        ([SIGNED, RATIFIED, act("withdrawal-notice", "2015-01-02", effect="2016-01-02")], "former-party"),
        ([SIGNED, act("no-intent-declaration", "2002-05-06")], "signatory-no-intent"),
    ],
)
def test_only_a_party_can_withdraw(judge: Judge, before: list[str], standing: str) -> None:
    assert judge(*before, NOTICE) == [
        line(len(before) + 1) + f"a notice of withdrawal by a {standing} (Art. 127(1) needs a State Party)"
    ]


def test_a_state_may_withdraw_on_the_day_it_becomes_a_party_but_not_on_the_eve(judge: Judge) -> None:
    assert judge(SIGNED, RATIFIED, act("withdrawal-notice", "2004-12-01", effect="2005-12-01")) == []
    assert len(judge(SIGNED, RATIFIED, act("withdrawal-notice", "2004-11-30", effect="2005-11-30"))) == 1


def test_a_party_may_give_notice_again_after_a_rescission(judge: Judge) -> None:
    again = act("withdrawal-notice", "2025-06-02", effect="2026-06-02")
    assert judge(SIGNED, RATIFIED, NOTICE, RESCINDED, again) == []


def test_a_rescission_after_the_effect_day_comes_too_late(judge: Judge) -> None:
    for day, wrong in (("2017-10-26", 0), ("2017-10-27", 1), ("2018-01-01", 1)):
        rescinded = act("withdrawal-rescinded", day, undoes="GRA-2016-10-27-withdrawal-notice")
        message = "comes too late: 'GRA-2016-10-27-withdrawal-notice' took effect on 2017-10-27"
        assert judge(SIGNED, RATIFIED, NOTICE, rescinded) == [line(4) + message] * wrong


def test_only_a_signatory_can_declare_that_it_will_not_join(judge: Judge) -> None:
    unsigned = act("no-intent-declaration", "2005-01-01")
    message = "only a signatory that has not joined can declare that it will not become a party"
    assert judge(SIGNED, unsigned) == []
    assert judge(unsigned) == [line(1) + message]
    assert judge(SIGNED, RATIFIED, unsigned) == [line(3) + message]
