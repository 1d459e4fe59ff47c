"""The law of the data: each rule refuses what breaks it, with file and line, and nothing else."""

from collections.abc import Callable
from pathlib import Path
from random import Random
from re import finditer, fullmatch

import pytest

from icc_cli.database.build import build
from icc_cli.source.load import check
from icc_cli.treaty.vocabulary import ActKind
from tests.datadir import SMALL, DataDir, act, real_data, small_data

GRAUSTARK = "states/GRA.yaml"
RURITANIA = "states/RUR.yaml"
STRELSAU = "situations/strelsau.yaml"
EXAMINATION = "situations/pe-strelsau.yaml"
HEAD = SMALL[GRAUSTARK].count("\n") + 1

SIGNED = act("signature", "1999-01-13")
RATIFIED = act("ratification", "2004-09-21", effect="2004-12-01")
NOTICE = act("withdrawal-notice", "2016-10-27", effect="2017-10-27")
RESCINDED = act("withdrawal-rescinded", "2017-02-10", undoes="GRA-2016-10-27-withdrawal-notice")
ACCEDED = act("accession", "2019-03-04", effect="2019-06-01")

Judge = Callable[..., list[str]]


@pytest.fixture
def data(tmp_path: Path) -> DataDir:
    return small_data(tmp_path / "data")


@pytest.fixture
def judge(data: DataDir) -> Judge:
    """Give Graustark these acts, one a line, and further keys; returns what is wrong."""

    def wrong(*acts: str, **keys: str) -> list[str]:
        head = "".join(f"{key.replace('_', '-')}: {value}\n" for key, value in keys.items())
        lines = "".join(f"  - {line}\n" for line in acts)
        data.write(GRAUSTARK, SMALL[GRAUSTARK] + "acts:\n" + lines + head)
        return data.problems()

    return wrong


def line(number: int) -> str:
    """Return where Graustark's first, second, … act is written, as problems begin."""
    return f"{GRAUSTARK}:{HEAD + number}: "


def test_the_usual_course_of_a_treaty_breaks_no_law(judge: Judge) -> None:
    assert judge() == [f"{GRAUSTARK}:{HEAD}: expected a list"]
    assert judge(SIGNED, RATIFIED, NOTICE, RESCINDED) == []
    assert judge(ACCEDED) == []


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
        line(2) + "accession of a State that has signed (Art. 125(3)); a signatory ratifies"
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


def test_an_effect_other_than_the_statute_gives_stands_with_a_note_that_says_why(judge: Judge) -> None:
    odd = act("ratification", "2004-09-21", effect="2004-11-20", note="So the depositary.")
    assert judge(SIGNED, odd) == []


def test_an_accession_withdrawn_before_it_took_effect_undoes_it(judge: Judge) -> None:
    taken_back = {"undoes": "GRA-2019-03-04-accession"}
    assert judge(ACCEDED, act("instrument-withdrawn", "2019-04-29", **taken_back)) == []
    assert judge(ACCEDED, act("instrument-withdrawn", "2019-05-31", **taken_back)) == []
    assert judge(ACCEDED, act("instrument-withdrawn", "2019-06-01", **taken_back)) == [
        line(2) + "comes too late: 'GRA-2019-03-04-accession' took effect on 2019-06-01"
    ]


# Succession and independence

BORN = "{day: 2006-06-03, sources: [gazette]}"


def test_a_succession_takes_effect_on_the_day_of_independence(judge: Judge) -> None:
    assert judge(act("succession", "2006-10-23", effect="2006-06-03", note="Succeeds."), independence=BORN) == []
    assert judge(act("succession", "2006-10-23", effect="2006-06-04", note="Succeeds."), independence=BORN) == [
        line(1) + "a succession takes effect on the day of independence"
    ]


def test_a_state_of_which_no_independence_is_given_may_succeed(judge: Judge) -> None:
    assert judge(act("succession", "2006-10-23", effect="2006-06-03", note="Succeeds.")) == []


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


# Withdrawal


def test_a_notice_of_withdrawal_takes_effect_one_year_after_receipt(judge: Judge) -> None:
    for effect in ("2017-10-26", "2017-10-28"):
        assert judge(SIGNED, RATIFIED, act("withdrawal-notice", "2016-10-27", effect=effect)) == [
            line(3) + f"takes effect {effect}, but Art. 127(1) gives 2017-10-27"
        ]


def test_a_notice_may_name_a_later_day_with_a_note(judge: Judge) -> None:
    later = act("withdrawal-notice", "2016-10-27", effect="2018-01-01", note="The notice names this day.")
    assert judge(SIGNED, RATIFIED, later) == []


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


# Unsigning


def test_only_a_signatory_can_declare_that_it_will_not_join(judge: Judge) -> None:
    unsigned = act("no-intent-declaration", "2005-01-01")
    message = "only a signatory that has not joined can declare that it will not become a party"
    assert judge(SIGNED, unsigned) == []
    assert judge(unsigned) == [line(1) + message]
    assert judge(SIGNED, RATIFIED, unsigned) == [line(3) + message]


# Undoing


def test_an_act_undoes_one_of_the_same_state(judge: Judge) -> None:
    foreign = "RUR-2016-11-10-withdrawal-notice"
    assert judge(SIGNED, RATIFIED, NOTICE, act("withdrawal-rescinded", "2017-02-10", undoes=foreign)) == [
        line(4) + f"undoes '{foreign}', which is no act of this State"
    ]


def test_an_act_undoes_only_what_its_kind_can_undo(judge: Judge) -> None:
    rescinded = act("withdrawal-rescinded", "2004-10-01", undoes="GRA-2004-09-21-ratification")
    assert judge(SIGNED, RATIFIED, rescinded) == [line(3) + "a withdrawal-rescinded cannot undo a ratification"]
    ruling = act("court-ruling", "2017-02-22", title="Ruling", undoes="GRA-2016-10-27-withdrawal-notice")
    assert judge(SIGNED, RATIFIED, NOTICE, ruling) == [line(4) + "a court-ruling cannot undo a withdrawal-notice"]


def test_an_act_undoes_an_earlier_one(judge: Judge) -> None:
    late = act("withdrawal-rescinded", "2016-10-26", undoes="GRA-2016-10-27-withdrawal-notice")
    assert judge(SIGNED, RATIFIED, late, NOTICE) == [
        line(3) + "undoes 'GRA-2016-10-27-withdrawal-notice', which is not earlier"
    ]
    same_day = act("withdrawal-rescinded", "2016-10-27", undoes="GRA-2016-10-27-withdrawal-notice")
    assert judge(SIGNED, RATIFIED, NOTICE, same_day) == []


def declaration(name: str, undoes: str = "", done: str = "2005-01-01") -> str:
    undone = f"GRA-{done}-declaration-{undoes}" if undoes else ""
    return act("declaration", done, id=f"GRA-{done}-declaration-{name}", kind="other", title="Words", undoes=undone)


def test_no_act_undoes_itself(judge: Judge) -> None:
    assert judge(declaration("a", undoes="a")) == [
        line(1) + "undoes 'GRA-2005-01-01-declaration-a', which is not earlier"
    ]


def test_two_acts_of_one_day_do_not_undo_each_other(judge: Judge) -> None:
    assert judge(declaration("a"), declaration("b", undoes="a")) == []
    assert line(1) + "undoes 'GRA-2005-01-01-declaration-b', which is not earlier" in judge(
        declaration("a", undoes="b"), declaration("b", undoes="a")
    )


def test_no_circle_of_acts_of_one_day_undoes_itself(judge: Judge) -> None:
    circle = [declaration("a", undoes="c"), declaration("b", undoes="a"), declaration("c", undoes="b")]
    assert any("GRA-2005-01-01-declaration-" in problem for problem in judge(*circle))


def test_an_act_may_undo_one_of_which_no_day_is_known(judge: Judge) -> None:
    undated = act("declaration", kind="other", title="Words", note="No day is known.")
    taken_back = act("declaration", "2005-01-01", kind="other", title="No more", undoes="GRA-undated-declaration")
    assert judge(taken_back, undated) == []


def test_an_act_of_which_no_day_or_only_the_month_is_known_may_undo_one_with_a_day(judge: Judge) -> None:
    stated = act("declaration", "2005-01-31", kind="other", title="Words")
    keys = {
        "kind": "other",
        "title": "No more",
        "note": "The day is not known.",
        "undoes": "GRA-2005-01-31-declaration",
    }
    for done in ("", "2005-01"):
        assert judge(stated, act("declaration", done, **keys)) == []


def test_no_act_without_a_day_undoes_itself(judge: Judge) -> None:
    keys = {"kind": "other", "title": "Words", "note": "No day is known.", "undoes": "GRA-undated-declaration"}
    assert judge(act("declaration", **keys)) == [line(1) + "undoes 'GRA-undated-declaration', which is not earlier"]


def test_no_act_is_undone_twice(judge: Judge) -> None:
    again = act("withdrawal-rescinded", "2017-03-01", undoes="GRA-2016-10-27-withdrawal-notice")
    message = "'GRA-2016-10-27-withdrawal-notice' is undone twice"
    assert judge(SIGNED, RATIFIED, NOTICE, RESCINDED, again) == [line(4) + message, line(5) + message]


def test_an_act_that_undoes_one_without_a_day_is_told_and_stops_nothing(judge: Judge) -> None:
    undated = act("declaration", kind="other", title="Words", note="No day is known.")
    rescinded = act("withdrawal-rescinded", "2017-02-10", undoes="GRA-undated-declaration")
    assert judge(SIGNED, RATIFIED, rescinded, undated) == [line(3) + "a withdrawal-rescinded cannot undo a declaration"]


# Days and documents of an act


@pytest.mark.parametrize("done", ["", "2016", "2016-10"])
@pytest.mark.parametrize(
    "kind",
    [
        "signature", "ratification", "acceptance", "approval", "accession", "succession", "instrument-withdrawn",
        "no-intent-declaration", "no-intent-reversed", "withdrawal-notice", "withdrawal-rescinded",
    ],
)  # fmt: skip
def test_an_act_that_moves_a_status_needs_its_day(judge: Judge, kind: str, done: str) -> None:
    problems = judge(act(kind, done, note="No day is known.", effect="2017-10-27", undoes="GRA-2004-01-01-x"))
    assert line(1) + f"a {kind} moves a status and needs its day" in problems


def test_an_act_without_a_day_says_why(judge: Judge) -> None:
    assert judge(act("apic-signature", note="The page gives no day.")) == []
    assert judge(act("apic-signature")) == [line(1) + "an act without 'done' needs a note that says why"]


def test_no_act_is_done_after_the_record_was_checked(judge: Judge) -> None:
    message = "done after the record was checked (2026-01-01)"
    for done, wrong in (("2026-01-01", 0), ("2026-01-02", 1), ("2026", 0), ("2026-01", 0), ("2026-02", 1), ("2027", 1)):
        assert judge(act("joining-step", done, title="A vote")) == [line(1) + message] * wrong, done


def test_what_was_done_on_the_day_of_the_check_is_judged_by_the_treaty(judge: Judge) -> None:
    assert judge(act("accession", "2026-01-01", effect="2026-03-01")) == [
        line(1) + "takes effect 2026-03-01, but Art. 126 gives 2026-04-01"
    ]
    assert judge(consent("2026-01-01", "2026-01-01")) == [
        line(1) + "takes effect 2026-01-01, but Art. 121(5) gives 2027-01-01"
    ]


@pytest.mark.parametrize("checked", ["2026-01-01", "9999-12-31"])
def test_no_day_however_late_stops_the_check(data: DataDir, judge: Judge, checked: str) -> None:
    data.edit("dataset.yaml", "checked: 2026-01-01", f"checked: {checked}")
    late = "9999-12-31"
    for one in (
        act("accession", late, effect=late),
        act("withdrawal-notice", late, effect=late),
        act("apic-consent", late, effect=late, instrument="accession"),
        act("article-124-declaration", late, effect=late, until=late),
        consent(late, late),
    ):
        assert all(problem.startswith(line(1)) for problem in judge(one)), one


def test_nothing_is_circulated_before_it_was_done(judge: Judge) -> None:
    message = "circulated before it was done"
    for done, circulated, wrong in (
        ("2005-01-10", "2005-01-10", 0),
        ("2005-01-10", "2005-01-09", 1),
        ("2005-01", "2005-01-01", 0),
        ("2005-01", "2004-12-31", 1),
        ("2005", "2004-12-31", 1),
    ):
        step = act("joining-step", done, title="A vote", circulated=circulated)
        assert judge(step) == [line(1) + message] * wrong, (done, circulated)


def test_an_act_without_a_day_breaks_no_rule_about_days(judge: Judge) -> None:
    undated = {"note": "No day is known."}
    acts = [
        act("apic-signature", circulated="2005-01-01", **undated),
        act("amendment-consent", amendment="aggression-2010", instrument="acceptance", **undated),
    ]
    assert judge(*acts, independence=BORN) == []


def test_acts_stand_in_the_order_of_their_days(judge: Judge) -> None:
    message = "acts are listed by the day they were done, oldest first"
    early, late = (
        act("joining-step", "2005-01-10", title="A vote"),
        act("signal", "2005-01-31", title="x", leaning="leaving"),
    )
    undated = act("apic-signature", note="The page gives no day.")
    assert judge(early, late, undated) == []
    assert judge(late, early) == [line(2) + message]
    assert judge(undated, early) == [line(2) + message]
    month = act("court-ruling", "2005-01", title="A ruling")
    assert judge(early, month) == judge(early, late, month) == []
    assert judge(month, early) == [line(2) + message]


def test_an_act_without_a_document_is_refused(judge: Judge) -> None:
    assert judge(act("joining-step", "2005-01-10", title="A vote", sources=[])) == [line(1) + "'sources' is missing"]


def test_an_act_names_documents_that_are_listed(judge: Judge) -> None:
    assert judge(act("joining-step", "2005-01-10", title="A vote", sources=["status-page", "almanac"])) == [
        line(1) + "document 'almanac' is not in documents.yaml"
    ]


def test_a_disputed_value_names_documents_that_are_listed(data: DataDir) -> None:
    data.edit(RURITANIA, "        sources: [gazette]", "        sources: [almanac]")
    place = data.place(RURITANIA, "act: withdrawal-notice")
    assert data.problems() == [place + "document 'almanac' is not in documents.yaml"]


def test_an_id_is_made_of_the_state_the_day_and_the_kind(judge: Judge) -> None:
    for wrong in ("RUR-2005-01-10-joining-step", "GRA-2005-01-11-joining-step", "GRA-2005-01-10-signal"):
        assert judge(act("joining-step", "2005-01-10", title="A vote", id=wrong)) == [
            line(1) + f"id '{wrong}' should begin with 'GRA-2005-01-10-joining-step'"
        ]
    assert judge(act("joining-step", "2005-01-10", title="A vote", id="GRA-2005-01-10-joining-step-senate")) == []
    assert len(judge(act("joining-step", "2005-01-10", title="A vote", id="GRA-2005-01-10-joining-steps"))) == 1
    assert judge(act("joining-step", "2005-01", title="A vote", id="GRA-2005-01-joining-step")) == []
    assert judge(act("apic-signature", note="No day.", id="GRA-undated-apic-signature")) == []
    assert len(judge(act("apic-signature", note="No day.", id="GRA-2005-apic-signature"))) == 1


NEEDED = {
    "instrument-withdrawn": ["undoes"],
    "no-intent-reversed": ["undoes"],
    "withdrawal-notice": ["effect"],
    "withdrawal-rescinded": ["undoes"],
    "rescission-announced": ["title"],
    "withdrawal-announced": ["title"],
    "no-intent-announced": ["title"],
    "signal": ["title", "leaning"],
    "joining-step": ["title"],
    "court-ruling": ["title"],
    "declaration": ["kind", "title"],
    "objection": ["against", "title"],
    "territorial-application": ["title"],
    "territorial-exclusion": ["title"],
    "article-124-declaration": ["effect", "until"],
    "article-124-withdrawn": ["undoes"],
    "article-12-3-declaration": ["scope", "reception"],
    "amendment-consent": ["amendment", "instrument"],
    "apic-consent": ["instrument", "effect"],
    "hostile-measure": ["title"],
    "hostile-measure-lifted": ["title"],
    "name-change": ["was"],
    "context": ["title"],
}
"""What an act of each kind may not lack, written out again by hand; the other kinds need nothing more."""


@pytest.mark.parametrize("kind", list(ActKind))
def test_an_act_of_each_kind_says_what_it_must_and_no_more(judge: Judge, kind: str) -> None:
    asked = [problem for problem in judge(act(kind, "2005-01-10")) if fullmatch(r".* needs '[a-z]+'", problem)]
    assert asked == [line(1) + f"a {kind} needs '{key}'" for key in sorted(NEEDED.get(kind, []))]


def test_a_consent_that_names_no_amendment_is_told_once(judge: Judge) -> None:
    consent = act("amendment-consent", "2012-05-08", effect="2013-05-08", instrument="acceptance")
    assert judge(consent) == [line(1) + "a amendment-consent needs 'amendment'"]


def test_an_objection_is_against_a_known_state(judge: Judge) -> None:
    assert judge(act("objection", "2005-01-10", title="Objects", against="RUR")) == []
    assert judge(act("objection", "2005-01-10", title="Objects", against="SYL")) == [
        line(1) + "'SYL' is no State of this dataset"
    ]


def test_an_act_names_a_known_situation(judge: Judge) -> None:
    lodged = {"scope": "All", "reception": "received", "accepts_from": "2002-07-01"}
    assert judge(act("article-12-3-declaration", "2005-01-10", situation="strelsau", **lodged)) == []
    assert judge(act("article-12-3-declaration", "2005-01-10", situation="hentzau", **lodged)) == [
        line(1) + "'hentzau' is no situation of this dataset"
    ]


def test_an_article_12_3_declaration_says_from_when_it_accepts(judge: Judge) -> None:
    words = {"scope": "All"}
    message = "an Art. 12(3) declaration needs 'accepts-from'"
    assert judge(act("article-12-3-declaration", "2005-01-10", reception="received", **words)) == [line(1) + message]
    assert judge(act("article-12-3-declaration", "2005-01-10", reception="confirms-earlier", **words)) == []


def test_an_article_124_period_runs_seven_years(judge: Judge) -> None:
    for until, wrong in (("2011-11-30", 0), ("2011-11-29", 1), ("2011-12-01", 1), ("2011-11", 0), ("2011-12", 1)):
        opted = act("article-124-declaration", "2004-09-21", effect="2004-12-01", until=until)
        message = "an Art. 124 period runs seven years, through 2011-11-30"
        assert judge(SIGNED, RATIFIED, opted) == [line(3) + message] * wrong, until


@pytest.mark.parametrize(("given", "missing"), [("effect", "until"), ("until", "effect")])
def test_an_article_124_period_has_a_beginning_and_an_end(judge: Judge, given: str, missing: str) -> None:
    dates = {given: "2004-12-01"}
    assert judge(act("article-124-declaration", "2004-09-21", "GRA", **dates)) == [
        line(1) + f"a article-124-declaration needs '{missing}'"
    ]


def test_an_article_124_period_that_begins_on_a_leap_day_stops_no_check(judge: Judge) -> None:
    opted = act("article-124-declaration", "2004-02-01", effect="2004-02-29", until="2011-02-28")
    assert judge(opted) == []


# Amendments and the Agreement on Privileges and Immunities


def consent(done: str, effect: str = "", to: str = "aggression-2010", **keys: str) -> str:
    return act("amendment-consent", done, effect=effect, amendment=to, instrument="acceptance", **keys)


def test_an_amendment_binds_one_year_after_the_consent(judge: Judge) -> None:
    assert judge(consent("2012-05-08", "2013-05-08")) == []
    assert judge(consent("2012-05-08", "2013-05-09")) == [
        line(1) + "takes effect 2013-05-09, but Art. 121(5) gives 2013-05-08"
    ]
    assert judge(consent("2012-05-08")) == [line(1) + "takes effect on no day, but Art. 121(5) gives 2013-05-08"]
    assert judge(consent("2012-02-29", "2013-02-28")) == []


def test_a_consent_under_article_121_4_has_no_effect_of_its_own(judge: Judge) -> None:
    assert judge(consent("2016-05-08", to="article-124-2015")) == []
    assert judge(consent("2016-05-08", "2017-05-08", to="article-124-2015")) == [
        line(1) + "takes effect 2017-05-08, but Art. 121(4) gives none"
    ]


def test_a_consent_names_a_known_amendment(judge: Judge) -> None:
    assert judge(consent("2012-05-08", "2013-05-08", to="aggression-2011")) == [
        line(1) + "'aggression-2011' is no amendment of this dataset"
    ]


def test_a_declaration_may_come_with_a_consent_to_a_known_amendment(judge: Judge) -> None:
    words = act("declaration", "2012-05-08", kind="other", title="Words", amendment="aggression-2010")
    assert judge(words) == []
    words = act("declaration", "2012-05-08", kind="other", title="Words", amendment="aggression-2011")
    assert judge(words) == [line(1) + "'aggression-2011' is no amendment of this dataset"]


def test_nobody_consents_to_an_amendment_before_its_adoption(judge: Judge) -> None:
    message = "consents to aggression-2010 before it was adopted"
    assert judge(consent("2010-06-11", "2011-06-11")) == []
    assert judge(consent("2010-06-10", "2011-06-10")) == [line(1) + message]
    assert judge(consent("2010-06", "2011-06-20")) == []
    assert judge(consent("2010-05", "2011-05-20")) == [line(1) + message]


def test_nobody_consents_to_a_proposal(judge: Judge) -> None:
    assert judge(consent("2025-05-08", to="proposal-2024")) == [
        line(1) + "consents to proposal-2024 before it was adopted"
    ]


def test_the_agreement_enters_into_force_on_the_thirtieth_day_after_deposit(judge: Judge) -> None:
    assert judge(act("apic-consent", "2005-01-01", effect="2005-01-31", instrument="accession")) == []
    assert judge(act("apic-consent", "2005-01-01", effect="2005-02-01", instrument="accession")) == [
        line(1) + "takes effect 2005-02-01, but Art. 35 of the Agreement gives 2005-01-31"
    ]


def test_the_agreement_entered_into_force_for_its_first_parties_on_22_july_2004(judge: Judge) -> None:
    assert judge(act("apic-consent", "2003-01-01", effect="2004-07-22", instrument="ratification")) == []
    assert judge(act("apic-consent", "2003-01-01", effect="2003-01-31", instrument="ratification")) == [
        line(1) + "takes effect 2003-01-31, but Art. 35 of the Agreement gives 2004-07-22"
    ]


def test_a_succession_to_the_agreement_takes_effect_with_independence(judge: Judge) -> None:
    succeeded = act("apic-consent", "2006-10-23", effect="2006-06-03", instrument="succession")
    assert judge(succeeded, independence=BORN) == []


# A State's file


def test_a_file_has_the_name_of_its_state(data: DataDir) -> None:
    for name in ("states/GRX.yaml", "states/GRA.yml", "states/gra.yaml"):
        data.write(name, SMALL[GRAUSTARK])
        data.remove(GRAUSTARK)
        assert data.problems() == [f"{name}:1: the file of GRA should be states/GRA.yaml"]
        data.write(GRAUSTARK, SMALL[GRAUSTARK])
        data.remove(name)


def test_an_entry_without_any_act_on_record_lists_none(judge: Judge) -> None:
    assert judge(SIGNED, no_act="Nothing is on record.") == [
        f"{GRAUSTARK}:1: says that no act is on record, but lists acts"
    ]


def test_an_entry_may_say_that_no_act_is_on_record(data: DataDir) -> None:
    data.append(GRAUSTARK, "no-act: Nothing is on record.\n")
    assert data.problems() == []


# Ids, keys and codes


def test_no_act_id_is_used_twice(judge: Judge) -> None:
    step = act("joining-step", "2005-01-10", title="A vote")
    assert judge(step, step) == [line(1) + "act id 'GRA-2005-01-10-joining-step' is used twice"]


def test_no_act_id_of_a_body_is_used_twice(data: DataDir) -> None:
    data.append("context.yaml", "\n" + SMALL["context.yaml"])
    assert data.problems() == ["context.yaml:1: act id 'UNSC-2016-12-31-context' is used twice"]


def test_no_document_is_listed_twice(data: DataDir) -> None:
    data.append("documents.yaml", "\n- key: gazette\n  title: Once more\n  kind: state\n")
    place = data.place("documents.yaml", "key: gazette")
    assert data.problems() == [place + "document key 'gazette' is used twice"]


def test_no_symbol_stands_for_two_documents(data: DataDir) -> None:
    data.edit("documents.yaml", "- key: gazette", "- key: gazette\n  symbol: C.N.1.2016")
    [problem] = data.problems()
    assert problem.endswith(": document symbol 'C.N.1.2016' is used twice")
    assert problem.startswith("documents.yaml:")


def test_no_situation_is_written_twice(data: DataDir) -> None:
    data.write("situations/zenda.yaml", SMALL[STRELSAU])
    assert f"{STRELSAU}:1: situation id 'strelsau' is used twice" in data.problems()


def test_no_amendment_is_written_twice(data: DataDir) -> None:
    data.edit("amendments.yaml", "id: proposal-2024", "id: article-124-2015")
    place = data.place("amendments.yaml", "id: article-124-2015")
    assert place + "amendment id 'article-124-2015' is used twice" in data.problems()


def test_no_two_states_share_a_code(data: DataDir) -> None:
    data.write("states/SYL.yaml", SMALL[GRAUSTARK].replace("GK", "SY").replace("Graustark", "Sylvania"))
    assert f"{GRAUSTARK}:1: code 'GRA' is used twice" in data.problems()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("iso2: RU", "iso2: GK", "alpha-2 code 'GK' is used twice"),
        ("\nname: Ruritania", "\nname: Graustark", "name 'Graustark' is used twice"),
    ],
)
def test_no_two_states_share_a_name_or_alpha_2_code_and_the_file_is_told(
    data: DataDir, old: str, new: str, message: str
) -> None:
    data.edit(RURITANIA, old, new)
    [problem] = data.problems()
    assert problem.endswith(": " + message)
    assert problem.startswith("states/")


def test_a_document_may_have_the_key_of_a_situation(data: DataDir) -> None:
    data.append("documents.yaml", "\n- key: strelsau\n  title: A page on Strelsau\n  kind: press\n")
    assert data.problems() == []


def test_an_amendment_has_not_the_id_of_a_situation(data: DataDir) -> None:
    data.edit("amendments.yaml", "id: proposal-2024", "id: strelsau")
    assert data.place("amendments.yaml", "strelsau") + "amendment id 'strelsau' is used twice" in data.problems()


# Situations and examinations


def test_a_situation_names_known_states_and_documents(data: DataDir) -> None:
    data.edit(STRELSAU, "states: [RUR]", "states: [RUR, SYL]")
    data.edit(STRELSAU, "scope-to: 2004-12-31\nsources: [status-page]", "scope-to: 2004-12-31\nsources: [almanac]")
    assert data.problems() == [
        f"{STRELSAU}:1: 'SYL' is no State of this dataset",
        f"{STRELSAU}:1: document 'almanac' is not in documents.yaml",
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
    data.edit(STRELSAU, old, new)
    assert data.problems() == [f"{STRELSAU}:1: dates out of order: authorised, opened, closed"]


def test_a_situation_may_be_authorised_opened_and_closed_on_one_day(data: DataDir) -> None:
    data.edit(STRELSAU, "authorised: 2005-01-10\nopened: 2005-02-01\nclosed: 2015-03", "opened: 2005-02-01")
    data.edit(STRELSAU, "opened: 2005-02-01", "authorised: 2005-02-01\nopened: 2005-02-01\nclosed: 2005-02-01")
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
    assert data.problems() == [f"{EXAMINATION}:1: {message}"]
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


def test_the_file_of_a_situation_has_its_name(data: DataDir) -> None:
    data.write("situations/zenda.yaml", SMALL[STRELSAU])
    data.remove(STRELSAU)
    assert data.problems() == ["situations/zenda.yaml:1: the file should be situations/strelsau.yaml"]


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
    assert data.problems() == [f"{STRELSAU}:1: 'HEN' is no State of this dataset"]
    data.edit(
        STRELSAU,
        "[GRA, HEN]\n    done: 2004-12-22\n    sources: [status-page]",
        "[GRA]\n    done: 2004-12-22\n    sources: [almanac]",
    )
    assert data.problems() == [f"{STRELSAU}:1: document 'almanac' is not in documents.yaml"]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (EXAMINATION, "leads-to: strelsau\n", "referrals:\n  - {by: [RUR], done: 2004-12-22, sources: [gazette]}\n"),
        (STRELSAU, "  - by: [RUR]\n", "  - {body: One, done: 2004-12-22, sources: [gazette]}\n  - body: Two\n"),
        (
            RURITANIA,
            "  - act: withdrawal-notice\n",
            f"  - {act('referral', '2004-12-22', id='RUR-2004-12-22-referral-strelsau')}\n  - act: withdrawal-notice\n",
        ),
    ],
    ids=["in the examination and in the situation", "by two bodies on one day", "as an act of the State besides"],
)
def test_a_referral_written_twice_is_told_before_the_database_is_built(
    data: DataDir, name: str, old: str, new: str
) -> None:
    data.edit(name, old, new)
    dataset, problems = check(data.path)
    if not problems:
        assert dataset is not None
        build(dataset)


# Acts of bodies


def test_only_signals_and_context_are_acts_of_bodies(data: DataDir) -> None:
    message = "context.yaml holds signals and context, with ids such as UNSC-2002-07-12-context"
    data.edit("context.yaml", "- act: context", "- act: court-ruling")
    assert data.problems() == [f"context.yaml:1: {message}"]
    data.edit("context.yaml", "- act: court-ruling", "- act: signal\n  leaning: leaving")
    assert data.problems() == []


def test_an_act_of_a_body_concerns_known_states(data: DataDir) -> None:
    data.edit("context.yaml", "concerns: [RUR]", "concerns: [RUR, SYL]")
    assert data.problems() == ["context.yaml:1: 'SYL' is no State of this dataset"]


def test_an_act_of_a_body_obeys_the_rules_for_all_acts(data: DataDir) -> None:
    data.edit("context.yaml", "  title: The Security Council takes note\n", "")
    data.edit("context.yaml", "done: 2016-12-31", "done: 2026-12-31")
    data.edit("context.yaml", "[status-page]", "[almanac]")
    assert data.problems() == [
        "context.yaml:1: a context needs 'title'",
        "context.yaml:1: document 'almanac' is not in documents.yaml",
        "context.yaml:1: done after the record was checked (2026-01-01)",
    ]


def test_an_act_of_a_body_undoes_none(data: DataDir) -> None:
    data.edit("context.yaml", "  title:", "  undoes: RUR-1998-12-04-signature\n  title:")
    assert [problem for problem in data.problems() if "undoes" in problem]


# Amendments and corrections

AGGRESSION = "amendments.yaml:1: "


def amended(data: DataDir, lines: str) -> list[str]:
    """Add lines to the amendment of 2010; returns what is wrong."""
    data.write(
        "amendments.yaml", SMALL["amendments.yaml"].replace("  articles: 8 bis\n", f"  articles: 8 bis\n{lines}")
    )
    return data.problems()


def test_an_amendment_names_documents_that_are_listed(data: DataDir) -> None:
    data.edit("amendments.yaml", "depositary-page: status-page", "depositary-page: almanac")
    assert data.problems() == [AGGRESSION + "document 'almanac' is not in documents.yaml"]
    data.write("amendments.yaml", SMALL["amendments.yaml"].replace("sources: [status-page]", "sources: [yearbook]", 1))
    assert data.problems() == [AGGRESSION + "document 'yearbook' is not in documents.yaml"]


def test_an_amendment_is_proposed_then_adopted_then_in_force(data: DataDir) -> None:
    message = AGGRESSION + "dates out of order: proposed, adopted, in-force"
    assert amended(data, "  proposed: 2010-06-11\n  in-force: 2010-06-11\n") == []
    assert amended(data, "  proposed: 2010-06-12\n") == [message]
    assert amended(data, "  in-force: 2010-06-10\n") == [message]


@pytest.mark.parametrize(
    "said",
    [
        "adopted-at: New York",
        "in-force: 2025-01-01",
        "complete-through: 2025-01-01",
        "published: {count: 1, day: 2025-01-01, sources: [gazette]}",
    ],
)
def test_a_proposal_is_not_said_to_be_adopted_or_in_force(data: DataDir, said: str) -> None:
    data.append("amendments.yaml", f"  {said}\n")
    message = "a proposal has no 'adopted-at', 'in-force', 'published' or 'complete-through'"
    assert data.problems() == [data.place("amendments.yaml", "id: proposal-2024") + message]


def test_an_amendment_is_in_force_no_later_than_it_binds_its_first_party(data: DataDir, judge: Judge) -> None:
    assert judge(consent("2012-05-08", "2013-05-08")) == []
    assert amended(data, "  in-force: 2013-05-08\n") == []
    assert amended(data, "  in-force: 2013-05-09\n") == [
        AGGRESSION + "in force from 2013-05-09, but a consent takes effect on 2013-05-08"
    ]


def test_a_published_count_is_not_lower_than_what_is_on_record_by_its_day(data: DataDir, judge: Judge) -> None:
    assert judge(consent("2012-05-08", "2013-05-08")) == []
    count = "  published: {{count: {}, {}: {}, sources: [gazette]}}\n"
    assert amended(data, count.format(0, "day", "2012-05-07")) == []
    assert amended(data, count.format(1, "day", "2012-05-08")) == []
    assert amended(data, count.format(0, "before", "2012-05-08")) == []
    message = AGGRESSION + "0 are published, but 1 are on record by then"
    assert amended(data, count.format(0, "day", "2012-05-08")) == [message]
    assert amended(data, count.format(0, "before", "2012-05-09")) == [message]


def test_only_consents_to_an_amendment_count_for_it(data: DataDir, judge: Judge) -> None:
    words = act("declaration", "2012-05-08", kind="other", title="Words", amendment="aggression-2010")
    assert judge(words, consent("2016-01-01", to="article-124-2015")) == []
    assert amended(data, "  published: {count: 0, day: 2020-01-01, sources: [gazette]}\n") == []


@pytest.mark.parametrize("when", ["", ", day: 2012-05-08, before: 2012-05-09"])
def test_a_published_count_has_one_day(data: DataDir, when: str) -> None:
    assert amended(data, f"  published: {{count: 1, sources: [gazette]{when}}}\n") == [
        AGGRESSION + "a published count has either 'day' or 'before'"
    ]


def test_a_published_count_has_a_known_document_and_is_not_younger_than_the_record(data: DataDir) -> None:
    assert amended(data, "  published: {count: 1, day: 2026-01-02, sources: [almanac]}\n") == [
        AGGRESSION + "a count published after the record was checked (2026-01-01)",
        AGGRESSION + "document 'almanac' is not in documents.yaml",
    ]
    assert amended(data, "  published: {count: 1, before: 2026-02-01, sources: [gazette]}\n") == [
        AGGRESSION + "a count published after the record was checked (2026-01-01)"
    ]
    assert amended(data, "  published: {count: 1, day: 2026-01-01, sources: [gazette]}\n") == []


def test_a_count_of_parties_to_the_agreement_is_held_against_the_record(data: DataDir, judge: Judge) -> None:
    assert judge(act("apic-consent", "2005-01-01", effect="2005-01-31", instrument="accession")) == []
    data.append("dataset.yaml", "agreement:\n  published: {count: 0, day: 2005-01-01, sources: [gazette]}\n")
    assert data.problems() == ["dataset.yaml: 0 are published, but 1 are on record by then"]
    data.edit("dataset.yaml", "count: 0", "count: 1")
    assert data.problems() == []


def test_a_correction_names_documents_that_are_listed(data: DataDir) -> None:
    data.edit("corrections.yaml", "sources: [gazette]", "sources: [almanac]")
    [problem] = data.problems()
    assert problem.startswith("corrections.yaml")
    assert problem.endswith(": document 'almanac' is not in documents.yaml")


def test_the_grounds_of_jurisdiction_name_known_states(data: DataDir) -> None:
    entry = "predecessors:\n  - {state: GRA, of: SYL, sources: [gazette]}\n"
    data.write("jurisdiction.yaml", entry)
    [problem] = data.problems()
    assert problem.startswith("jurisdiction.yaml")
    assert problem.endswith(": 'SYL' is no State of this dataset")
    data.write("jurisdiction.yaml", entry.replace("SYL", "RUR"))
    assert data.problems() == []


# The real record


def test_a_slip_in_the_real_record_is_told_with_file_and_line(tmp_path: Path) -> None:
    data = real_data(tmp_path / "data")
    assert data.problems() == []
    data.edit("states/GMB.yaml", "effect: 2017-11-10", "effect: 2017-11-11")
    data.edit("states/BDI.yaml", "BDI-2016-10-27-withdrawal-notice", "BDI-2016-10-26-withdrawal-notice")
    assert data.problems() == [
        data.place("states/BDI.yaml", "act: withdrawal-notice")
        + "id 'BDI-2016-10-26-withdrawal-notice' should begin with 'BDI-2016-10-27-withdrawal-notice'",
        data.place("states/GMB.yaml", "act: withdrawal-notice")
        + "takes effect 2017-11-11, but Art. 127(1) gives 2017-11-10",
    ]


RICH = SMALL | {
    GRAUSTARK: SMALL[GRAUSTARK] + "acts:\n" + "".join(f"  - {one}\n" for one in (
        SIGNED, RATIFIED,
        act("article-124-declaration", "2004-09-21", effect="2004-12-01", until="2011-11-30"),
        act("apic-consent", "2005-01-01", effect="2005-01-31", instrument="accession"),
        act("article-12-3-declaration", "2005-02-01", scope="All", reception="received", accepts_from="2002-07-01"),
        consent("2012-01-01", "2013-01-01"), NOTICE, RESCINDED,
        act("declaration", note="No day is known.", title="Words", kind="other"),
    ))
}  # fmt: skip
WORD = r"[^\s\[\]{},\"]+"
ODD = [
    "9999-12-31",
    "9999-01-01",
    "0001-01-01",
    "2004-02-29",
    "2016",
    "2016-11",
    "9" * 30,
    "~",
    "[]",
    "{}",
    '""',
    '"\\0"',
]


def test_no_slip_of_the_pen_stops_the_check_or_the_building(tmp_path: Path) -> None:
    """Put a word of the dataset, or an odd one, in place of another, over and over: told or harmless, never a crash."""
    data = DataDir(tmp_path)
    for name, text in RICH.items():
        data.write(name, text)
    assert data.problems() == []
    random = Random(1998)
    words = ODD + sorted({found.group() for text in RICH.values() for found in finditer(WORD, text)})
    names = [*RICH, GRAUSTARK, GRAUSTARK, GRAUSTARK, RURITANIA]
    for _ in range(250):
        name = random.choice(names)
        place = random.choice(list(finditer(WORD, RICH[name])))
        spoilt = RICH[name][: place.start()] + random.choice(words) + RICH[name][place.end() :]
        data.write(name, spoilt)
        dataset, problems = check(data.path)
        assert (dataset is None) <= bool(problems), spoilt
        if dataset and not problems:
            build(dataset)
        data.write(name, RICH[name])


# Acts done twice, and joining again


def test_no_state_signs_or_joins_twice(judge: Judge) -> None:
    again = "by a State that has already done so; take back or withdraw the first"
    assert judge(SIGNED, act("signature", "2000-01-01")) == [line(2) + f"a signature {again}"]
    second = act("ratification", "2005-01-10", effect="2005-04-01")
    assert judge(SIGNED, RATIFIED, second) == [line(3) + f"a ratification {again}"]


def test_a_former_party_that_once_signed_may_accede(judge: Judge) -> None:
    notice = act("withdrawal-notice", "2006-01-02", effect="2007-01-02")
    assert judge(SIGNED, RATIFIED, notice, act("accession", "2010-01-11", effect="2010-04-01")) == []


WORDS = {"kind": "other", "title": "Words", "note": "The day is not known."}


@pytest.mark.parametrize(
    "circle",
    [
        [("a", "", "b", ""), ("b", "", "a", "")],
        [("a", "2005-01-01", "b", ""), ("b", "", "a", "2005-01-01")],
        [("b", "2005-01-15", "a", "2005-01"), ("a", "2005-01", "b", "2005-01-15")],
        [("a", "", "c", ""), ("b", "", "a", ""), ("c", "", "b", "")],
    ],
    ids=["no days", "one day", "a month", "three"],
)
def test_no_circle_of_acts_whose_days_are_not_known_undoes_itself(
    judge: Judge, circle: list[tuple[str, str, str, str]]
) -> None:
    def named(name: str, done: str) -> str:
        return f"GRA-{done or 'undated'}-declaration-{name}"

    acts = [
        act("declaration", done, id=named(name, done), undoes=named(other, its_day), **WORDS)
        for name, done, other, its_day in circle
    ]
    assert judge(*acts) == [
        line(number) + f"undoes '{named(other, its_day)}', which leads back to this act"
        for number, (_, _, other, its_day) in enumerate(circle, 1)
    ]


def test_a_chain_of_acts_whose_days_are_not_known_leads_nowhere_twice(judge: Judge) -> None:
    chain = [
        act("declaration", id=f"GRA-undated-declaration-{name}", undoes=undone, **WORDS)
        for name, undone in (("a", ""), ("b", "GRA-undated-declaration-a"), ("c", "GRA-undated-declaration-b"))
    ]
    assert judge(*chain) == []


@pytest.mark.parametrize(
    ("kind", "undoing"), [("withdrawal-notice", "withdrawal-rescinded"), ("ratification", "instrument-withdrawn")]
)
def test_an_act_that_undoes_one_which_lacks_its_day_stops_nothing(judge: Judge, kind: str, undoing: str) -> None:
    undated = act(kind, note="No day is known.")
    undone = act(undoing, "2017-02-10", undoes=f"GRA-undated-{kind}")
    assert line(3) + f"a {kind} moves a status and needs its day" in judge(SIGNED, RATIFIED, undated, undone)
