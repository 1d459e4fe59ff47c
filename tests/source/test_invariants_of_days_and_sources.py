"""Invariants of every act: its days, their order, its documents, its id, and what an act of its kind may not lack."""

from re import fullmatch

import pytest

from icc_cli.treaty.vocabulary import ActKind
from tests.support.datadir import DataDir, act
from tests.support.graustark import BORN, RATIFIED, RURITANIA, SIGNED, Judge, consent, line

# Days


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
    assert judge(SIGNED, RATIFIED, consent("2026-01-01", "2026-01-01")) == [
        line(3) + "takes effect 2026-01-01, but Art. 121(5) gives 2027-01-01"
    ]


@pytest.mark.parametrize("checked", ["2026-01-01", "9999-12-31"])
def test_no_day_however_late_stops_the_check(data: DataDir, judge: Judge, checked: str) -> None:
    data.edit("dataset.yaml", "checked: 2026-01-01", f"checked: {checked}")
    data.edit("dataset.yaml", '"2026.1.0"', f'"{checked[:4]}.12.0"')
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


# Documents and ids


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


def test_an_address_and_how_it_is_known_stand_together(data: DataDir) -> None:
    data.edit("documents.yaml", "  url-known: seen\n", "")
    place = data.place("documents.yaml", "key: status-page")
    needs = "'status-page' needs 'url' and 'url-known' (seen, pattern, copy), or neither"
    assert data.problems() == [place + needs]
    data.edit("documents.yaml", "  url: https://example.org/status\n", "  url-known: copy\n")
    assert data.problems() == [place + needs]


def test_an_address_is_built_from_a_symbol_only_where_there_is_one(data: DataDir) -> None:
    data.edit("documents.yaml", "url-known: seen", "url-known: pattern")
    assert data.problems() == []
    data.edit("documents.yaml", "  symbol: C.N.1.2016\n", "")
    place = data.place("documents.yaml", "key: status-page")
    assert data.problems() == [place + "'status-page' has an address built from its symbol, but no symbol"]


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


def test_an_id_that_says_the_kind_is_not_known_stays_when_it_becomes_known(data: DataDir) -> None:
    data.edit(RURITANIA, "id: RUR-2002-06-28-declaration", "id: RUR-2002-06-28-declaration-unspecified")
    assert data.problems() == []
    data.edit(RURITANIA, "declaration-unspecified", "declaration-territorial")
    assert ["its id says 'territorial', but its kind is 'article-87-channel'" in one for one in data.problems()] == [
        True
    ]


# What an act of a kind may not lack


NEEDED = {
    "instrument-withdrawn": ["undoes"],
    "no-intent-reversed": ["undoes"],
    "withdrawal-notice": ["effect"],
    "withdrawal-rescinded": ["undoes"],
    "rescission-announced": ["title", "undoes"],
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
    "apic-denunciation": ["effect"],
    "apic-denunciation-withdrawn": ["undoes"],
    "hostile-measure": ["title"],
    "hostile-measure-lifted": ["title", "undoes"],
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
    assert judge(SIGNED, RATIFIED, consent) == [line(3) + "a amendment-consent needs 'amendment'"]


def test_an_objection_is_against_a_known_state(judge: Judge) -> None:
    assert judge(act("objection", "2005-01-10", title="Objects", against="RUR")) == []
    assert judge(act("objection", "2005-01-10", title="Objects", against="SYL")) == [
        line(1) + "'SYL' is no State of this dataset"
    ]


def test_an_act_names_a_known_situation(data: DataDir, judge: Judge) -> None:
    data.edit("situations/strelsau.yaml", "states: [RUR]", "states: [RUR, GRA]")
    lodged = {"scope": "All", "reception": "received", "accepts_from": "2002-07-01"}
    assert judge(act("article-12-3-declaration", "2005-01-10", situation="strelsau", **lodged)) == []
    assert judge(act("article-12-3-declaration", "2005-01-10", situation="hentzau", **lodged)) == [
        line(1) + "'hentzau' is no situation of this dataset"
    ]


def test_an_article_12_3_declaration_says_from_when_it_accepts(judge: Judge) -> None:
    words = {"scope": "All"}
    message = "an Art. 12(3) declaration needs 'accepts-from'"
    assert judge(act("article-12-3-declaration", "2005-01-10", reception="received", **words)) == [line(1) + message]
    earlier = act("article-12-3-declaration", "2004-01-10", reception="received", accepts_from="2003-01-01", **words)
    confirming = act("article-12-3-declaration", "2005-01-10", reception="confirms-earlier", **words)
    assert judge(earlier, confirming) == []
    message = "confirms an earlier Art. 12(3) declaration, but none is on record"
    assert judge(confirming) == [line(1) + message]


def test_an_article_124_period_runs_seven_years(judge: Judge) -> None:
    for until, wrong in (("2011-11-30", 0), ("2011-11-29", 1), ("2011-12-01", 1), ("2011-11", 0), ("2011-12", 1)):
        opted = act("article-124-declaration", "2004-09-21", effect="2004-12-01", until=until)
        message = "an Art. 124 period runs seven years, through 2011-11-30"
        assert judge(SIGNED, RATIFIED, opted) == [line(3) + message] * wrong, until


@pytest.mark.parametrize(("given", "missing"), [("effect", "until"), ("until", "effect")])
def test_an_article_124_period_has_a_beginning_and_an_end(judge: Judge, given: str, missing: str) -> None:
    dates = {given: "2004-12-01"}
    assert judge(SIGNED, RATIFIED, act("article-124-declaration", "2004-09-21", "GRA", **dates)) == [
        line(3) + f"a article-124-declaration needs '{missing}'"
    ]


def test_an_article_124_period_that_begins_on_a_leap_day_stops_no_check(judge: Judge) -> None:
    opted = act("article-124-declaration", "2004-09-21", effect="2004-02-29", until="2011-02-28")
    message = "an Art. 124 period begins on 2004-12-01, with the Statute's force for the State"
    assert judge(SIGNED, RATIFIED, opted) == [line(3) + message]
