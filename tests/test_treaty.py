"""Amendments, declarations and the Agreement on Privileges and Immunities, on any day."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from icc_cli import IccDataset, UnknownName, open_dataset
from icc_cli.database.store import Store
from icc_cli.queries.amendments import find_amendment, seven_eighths
from tests.conftest import evidence
from tests.datadir import DataDir, act, real_data, small_data

TODAY = "2026-11-23"
Json = Callable[..., Any]
Run = Callable[..., tuple[int, str, str]]

AMENDMENT = {
    "id", "title", "articles", "rule", "proposed", "adopted", "adopted_at", "in_force", "jurisdiction_from",
    "consents", "bound", "waiting", "opted_out", "required", "missing", "published", "complete_through", "gaps",
    "incomplete", "note", "standing", "disputed", "sources",
}  # fmt: skip
PARTY = {
    "iso3", "name", "instrument", "deposited", "binding_from", "opted_out", "state", "projected", "standing", "sources",
}  # fmt: skip
DECLARATION = {
    "id", "iso3", "name", "kind", "done", "title", "against", "amendment", "in_force_from", "in_force_to", "withdrawn",
    "withdrawn_on", "note", "standing", "disputed", "sources",
}  # fmt: skip
AGREEMENT = {
    "iso3", "name", "region", "signed", "instrument", "deposited", "entered_into_force", "entry_into_force_expected",
    "party", "standing", "sources",
}  # fmt: skip


def proved(name: str) -> list[dict[str, str]]:
    """Return the rows of collected evidence that are no mere leads."""
    return [row for row in evidence(name) if row["confidence"] in ("high", "medium")]


def listed(icc_json: Json, on: str = TODAY) -> dict[str, Any]:
    return {one["id"]: one for one in icc_json("amendments", "--on", on)}


def tie(dataset: IccDataset, amendment: str, iso3: str, on: str) -> str | None:
    """Return how a State stands to an amendment on a day."""
    found = dataset.amendment(amendment, on=date.fromisoformat(on))
    assert found
    return next((one.state for one in found.parties if one.iso3 == iso3), None)


# Contract


@pytest.mark.parametrize(
    ("arguments", "keys"),
    [
        (("amendments",), AMENDMENT),
        (("amendments", "aggression-2010"), AMENDMENT | {"parties"}),
        (("amendments", "--state", "germany"), PARTY | {"amendment", "title"}),
        (("declarations",), DECLARATION),
        (("agreement", "--status", "all"), AGREEMENT),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, tuple) else "",
)
def test_every_record_has_exactly_the_keys_of_its_contract(
    arguments: tuple[str, ...], keys: set[str], icc_json: Json
) -> None:
    found = icc_json(*arguments, "--on", TODAY)
    assert found
    for record in found:
        assert set(record) == keys
        assert record["sources"]
        for party in record.get("parties", ()):
            assert set(party) == PARTY
            assert party["state"] in {"bound", "waiting", "opted-out", "left"}
            assert party["sources"]


# Amendments


def test_every_consent_of_the_evidence_is_on_record_with_its_days(icc_json: Json) -> None:
    found = {
        (key, party["iso3"]): party
        for key in listed(icc_json)
        for party in icc_json("amendments", key, "--on", TODAY)[0]["parties"]
        if party["deposited"]
    }
    rows = proved("amendment_parties")
    for row in rows:
        party = found[row["amendment_id"], row["iso3"]]
        assert party["deposited"] == row["deposit"]
        assert (party["binding_from"] or "") == row["entry_into_force"]
        assert party["instrument"] == (row["instrument"] or party["instrument"])
        assert party["standing"] == {"high": "confirmed", "medium": "reported"}[row["confidence"]]
    assert len(found) == len(rows)


@pytest.mark.parametrize("on", ["2019-07-01", "2022-03-31", TODAY])
def test_on_any_day_as_many_have_consented_and_are_bound_as_in_the_evidence(on: str, icc_json: Json) -> None:
    rows = proved("amendment_parties")
    for key, one in listed(icc_json, on).items():
        if one["rule"] == "122" or not one["adopted"]:
            continue
        of_it = [row for row in rows if row["amendment_id"] == key]
        assert one["consents"] == sum(1 for row in of_it if row["deposit"] <= on)
        assert one["bound"] == sum(1 for row in of_it if row["entry_into_force"] and row["entry_into_force"] <= on)
        assert one["waiting"] == one["consents"] - one["bound"]


def test_every_amendment_of_the_evidence_has_its_dates(icc_json: Json) -> None:
    found = listed(icc_json)
    rows = evidence("amendments")
    assert len(found) == len(rows)
    for row in rows:
        one = found[row["id"]]
        assert one["articles"].startswith(row["articles"][:5])
        for ours, theirs in (
            ("adopted", "adopted"),
            ("in_force", "entry_into_force_general"),
            ("jurisdiction_from", "jurisdiction_activated"),
        ):
            assert (one[ours] or "") == row[theirs], (row["id"], ours)


def test_a_consent_binds_from_the_day_one_year_after_its_deposit(dataset: IccDataset) -> None:
    assert tie(dataset, "aggression", "LIE", "2012-05-07") is None
    assert tie(dataset, "aggression", "LIE", "2012-05-08") == "waiting"
    assert tie(dataset, "aggression", "LIE", "2013-05-07") == "waiting"
    assert tie(dataset, "aggression", "LIE", "2013-05-08") == "bound"


def test_an_amendment_is_in_force_from_the_first_day_on_which_it_binds_a_state(icc_json: Json) -> None:
    assert listed(icc_json, "2013-05-07")["aggression-2010"]["in_force"] is None
    assert listed(icc_json, "2013-05-08")["aggression-2010"]["in_force"] == "2013-05-08"
    assert listed(icc_json, "2018-07-16")["aggression-2010"]["jurisdiction_from"] is None
    assert listed(icc_json, "2018-07-17")["aggression-2010"]["jurisdiction_from"] == "2018-07-17"


def test_ukraine_consented_before_the_statute_was_in_force_for_it_and_is_counted(icc_json: Json) -> None:
    before, after = (listed(icc_json, day)["starvation-2019"]["consents"] for day in ("2024-10-24", "2024-10-25"))
    assert after == before + 1


def test_a_state_that_left_is_no_longer_bound(dataset: IccDataset, icc_json: Json) -> None:
    assert tie(dataset, "aggression", "NER", "2027-06-17") == "bound"
    assert tie(dataset, "aggression", "NER", "2027-06-18") == "left"
    before, after = (listed(icc_json, day)["aggression-2010"] for day in ("2027-06-17", "2027-06-18"))
    assert (after["bound"], after["consents"]) == (before["bound"] - 1, before["consents"] - 1)
    (niger,) = icc_json("amendments", "aggression", "--state", "niger", "--on", "2027-06-18")
    assert niger["projected"]
    assert niger["deposited"] == "2023-04-14"


@pytest.mark.parametrize(
    ("on", "parties", "required"),
    [(TODAY, 125, 110), ("2024-12-31", 124, 109), ("2016-11-16", 124, 109), ("2019-07-01", 122, 107)],
)
def test_deleting_article_124_needs_seven_eighths_of_the_parties_of_the_day(
    on: str, parties: int, required: int, icc_json: Json, dataset: IccDataset
) -> None:
    assert len(dataset.parties(on=date.fromisoformat(on))) == parties
    one = listed(icc_json, on)["article-124-2015"]
    assert (one["required"], one["missing"]) == (required, required - one["consents"])
    assert one["bound"] == 0
    assert one["in_force"] is None


def test_seven_eighths_are_rounded_up() -> None:
    assert [seven_eighths(n) for n in (125, 124, 120, 8, 1)] == [110, 109, 105, 7, 1]


def test_under_article_121_4_all_are_bound_one_year_after_seven_eighths_have_consented(tmp_path: Path) -> None:
    data = small_data(tmp_path)
    consent = act("amendment-consent", "2016-01-10", "RUR", amendment="article-124-2015", instrument="acceptance")
    data.edit("states/RUR.yaml", "\n  - act: withdrawal-notice", f"\n  - {consent}\n\n  - act: withdrawal-notice")
    with open_dataset(tmp_path) as small:
        last, first = (small.amendment("124", on=day) for day in (date(2017, 1, 9), date(2017, 1, 10)))
    assert last
    assert first
    assert (last.in_force, last.bound, last.waiting, last.missing) == (None, 0, 1, 0)
    assert (first.in_force, first.bound, first.waiting) == (date(2017, 1, 10), 1, 0)


def test_the_institutional_amendment_binds_every_state_party_without_a_deposit(icc_json: Json) -> None:
    last, first = (icc_json("amendments", "article-39", "--on", day)[0] for day in ("2024-06-12", "2024-06-13"))
    assert (last["in_force"], last["bound"], last["waiting"], last["consents"]) == (None, 0, 124, 0)
    assert (first["in_force"], first["bound"], first["waiting"], first["consents"]) == ("2024-06-13", 124, 0, 0)
    assert first["required"] is first["missing"] is None
    (ukraine,) = (one for one in icc_json("amendments", "--state", "ukraine", "--on", TODAY) if not one["instrument"])
    assert (ukraine["amendment"], ukraine["binding_from"]) == ("article-39-2023", "2025-01-01")


def test_kenya_opted_out_of_aggression_without_consenting(icc_json: Json) -> None:
    (aggression,) = icc_json("amendments", "aggression", "--on", TODAY)
    (kenya,) = (one for one in aggression["parties"] if one["iso3"] == "KEN")
    assert (kenya["state"], kenya["opted_out"], kenya["deposited"]) == ("opted-out", "2015-11-30", None)
    assert aggression["opted_out"] == 1
    assert listed(icc_json, "2015-11-29")["aggression-2010"]["opted_out"] == 0


def test_an_amendment_shows_from_the_day_of_its_adoption_and_a_proposal_from_that_of_its_circulation(
    icc_json: Json, icc: Run
) -> None:
    assert "starvation-2019" not in listed(icc_json, "2019-12-05")
    assert "starvation-2019" in listed(icc_json, "2019-12-06")
    proposal = "aggression-jurisdiction-proposal-2025"
    assert proposal not in listed(icc_json, "2025-04-06")
    found = listed(icc_json, "2025-04-07")[proposal]
    assert (found["proposed"], found["adopted"], found["bound"]) == ("2025-04-07", None, 0)
    assert icc("amendments", "starvation", "--on", "2019-12-05")[0] == 1
    assert "A proposal, not adopted" in icc("amendments", "proposal", "--on", TODAY)[1]


def test_both_figures_are_told_where_a_list_is_known_to_be_incomplete(icc_json: Json, icc: Run) -> None:
    found = listed(icc_json)
    aggression = found["aggression-2010"]["published"]
    assert (aggression["count"], aggression["recorded"], aggression["day"]) == (49, 49, "2026-08-22")
    assert aggression["sources"]
    assert not found["aggression-2010"]["incomplete"]
    assert found["article-124-2015"]["incomplete"]
    assert found["article-124-2015"]["complete_through"] == "2022-03-21"
    assert found["undetectable-fragments-2017"]["incomplete"]
    assert not listed(icc_json, "2022-03-21")["article-124-2015"]["incomplete"]
    assert listed(icc_json, "2026-08-21")["aggression-2010"]["published"] is None
    _, out, _ = icc("amendments", "--on", TODAY)
    assert "49 of 49 published by 22 Aug 2026" in out
    assert "18 of 110 needed; some after 21 Mar 2022 may be missing" in out
    assert f"{found['undetectable-fragments-2017']['consents']}; the list is not complete" in out


def test_fewer_on_record_than_published_is_incomplete(tmp_path: Path) -> None:
    data = small_data(tmp_path)
    published = "published: {count: 3, day: 2015-01-01, sources: [status-page]}"
    data.edit("amendments.yaml", "  adopted: 2010-06-11\n", f"  adopted: 2010-06-11\n  {published}\n")
    assert data.problems() == []
    with open_dataset(tmp_path) as small:
        found = small.amendment("aggression", on=date(2016, 1, 1))
    assert found
    assert found.published
    assert (found.incomplete, found.published.count, found.published.recorded) == (True, 3, 0)


@pytest.mark.parametrize(
    ("key", "line", "said"),
    [
        ("aggression-2010", "published: {count: 48, day: 2026-08-22, sources: [untc-xviii-10-b]}", "49 are on record"),
        ("aggression-2010", "published: {count: 49, sources: [untc-xviii-10-b]}", "either 'day' or 'before'"),
        ("aggression-2010", "published: {count: 49, day: 2026-10-03, sources: [untc-xviii-10-b]}", "after the record"),
        ("aggression-2010", "published: {count: 49, day: 2026-08-22, sources: [nowhere]}", "not in documents.yaml"),
        ("aggression-2010", "published: {count: 49, day: 2026-08-22}", "'sources' is missing"),
        ("aggression-jurisdiction-proposal-2025", "complete-through: 2026", "a proposal has no"),
        ("aggression-jurisdiction-proposal-2025", "adopted-at: Nowhere", "a proposal has no"),
        ("starvation-2019", "proposed: 2020-01-01", "dates out of order"),
    ],
)
def test_what_is_said_of_completeness_must_be_sound(key: str, line: str, said: str, tmp_path: Path) -> None:
    data: DataDir = real_data(tmp_path / "data")
    block = "  published:\n    count: 49\n    day: 2026-08-22\n    sources: [untc-xviii-10-b]\n"
    if line.startswith("published"):
        data.edit("amendments.yaml", block, "")
    data.edit("amendments.yaml", f"- id: {key}\n", f"- id: {key}\n  {line}\n")
    assert [problem for problem in data.problems() if said in problem]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("aggression-2010", "aggression-2010"),
        ("aggression", "aggression-2010"),
        ("Aggression 2010", "aggression-2010"),
        ("xviii-10-b", "aggression-2010"),
        ("UNTC XVIII.10.b", "aggression-2010"),
        ("10.b", "aggression-2010"),
        ("10g", "starvation-2019"),
        ("poison", "war-crimes-niac-2010"),
        ("lasers", "blinding-lasers-2017"),
        ("124", "article-124-2015"),
        ("article 39", "article-39-2023"),
        ("proposal", "aggression-jurisdiction-proposal-2025"),
    ],
)
def test_an_amendment_may_be_named_loosely(name: str, key: str, store: Store) -> None:
    assert find_amendment(store, name) == key


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("agression", "did you mean aggression-2010?"),
        ("weapons", "did you mean biological-weapons-2017 or blinding-lasers-2017?"),
        ("xyzzy", "one of: war-crimes-niac-2010, "),
        ("10", "one of: "),
        ("", "one of: "),
    ],
)
def test_an_unknown_amendment_gets_suggestions(name: str, said: str, store: Store, icc: Run) -> None:
    with pytest.raises(UnknownName, match="no amendment is known as"):
        find_amendment(store, name)
    code, out, err = icc("amendments", name)
    assert (code, out) == (2, "")
    assert said in err


def test_amendments_can_be_asked_state_by_state(icc_json: Json, icc: Run) -> None:
    found = icc_json("amendments", "--state", "niger", "--state", "germany", "--on", TODAY)
    assert list(dict.fromkeys(one["iso3"] for one in found)) == ["NER", "DEU"]
    assert [one["amendment"] for one in found if one["iso3"] == "NER"] == ["aggression-2010", "article-39-2023"]
    assert icc("amendments", "--state", "russia", "--on", TODAY)[0] == 1
    assert "No consent on record: article-124-2015" in icc("amendments", "--state", "germany", "--on", TODAY)[1]


# Declarations

_NOTICES = {("BDI", "2016-10-27"), ("GMB", "2016-11-10"), ("MNE", "2006-10-23")}
"""Rows of kind `other` that are the notice of withdrawal, or the succession, itself."""
_EXCLUSIONS = {("DNK", "2001-06-21"), ("NZL", "2000-09-07")}
"""Rows of kind `territorial-application` by which the Statute does not extend to a territory."""


def test_every_declaration_of_the_evidence_is_on_record(icc_json: Json) -> None:
    found = icc_json("declarations", "--on", TODAY)
    fields = ("iso3", "kind", "done", "against", "in_force_from", "in_force_to")
    ours = [tuple(one[field] or "" for field in fields) for one in found]
    for row in proved("declarations"):
        key = row["iso3"], row["date"]
        if row["kind"] == "other" and key in _NOTICES:
            continue
        excludes = row["kind"] == "territorial-application" and key in _EXCLUSIONS
        kind = "territorial-exclusion" if excludes else row["kind"]
        theirs = (row["iso3"], kind, row["date"], row["against"], row["in_force_from"], row["in_force_to"])
        assert theirs in ours


def test_every_article_12_3_declaration_and_opt_out_of_the_evidence_is_on_record(icc_json: Json) -> None:
    found = icc_json("declarations", "--kind", "article-12-3", "--kind", "aggression-opt-out", "--on", TODAY)
    ours = {(one["iso3"], one["done"], one["in_force_from"] or "", one["in_force_to"] or "") for one in found}
    for row in proved("article_12_3"):
        if row["lodged"]:
            assert (row["iso3"], row["lodged"], row["accepts_from"], row["accepts_to"]) in ours
    for row in proved("amendment_opt_outs"):
        assert (row["iso3"], row["declared"], "", "") in ours


def test_uruguay_s_declaration_was_withdrawn_on_26_february_2008(icc_json: Json) -> None:
    def first(on: str) -> Any:
        return icc_json("declarations", "uruguay", "--kind", "interpretative", "--on", on)[0]

    assert (first("2008-02-25")["withdrawn"], first("2008-02-25")["in_force_to"]) == (False, None)
    withdrawn = first("2008-02-26")
    assert (withdrawn["withdrawn"], withdrawn["withdrawn_on"]) == (True, "2008-02-26")
    assert withdrawn["in_force_to"] == "2008-02-26"


def test_france_withdrew_its_article_124_declaration_with_effect_on_an_earlier_day(icc_json: Json) -> None:
    (later,) = icc_json("declarations", "france", "--kind", "article-124", "--on", "2008-08-13")
    assert (later["in_force_to"], later["withdrawn_on"]) == ("2008-06-15", "2008-08-13")
    (before,) = icc_json("declarations", "france", "--kind", "article-124", "--on", "2008-08-12")
    assert (before["in_force_from"], before["in_force_to"], before["withdrawn"]) == ("2002-07-01", "2009-06-30", False)


def test_an_acceptance_of_jurisdiction_holds_for_the_time_it_names(icc_json: Json) -> None:
    found = icc_json("declarations", "ukraine", "--kind", "article-12-3", "--on", TODAY)
    assert [(one["in_force_from"], one["in_force_to"]) for one in found] == [
        ("2013-11-21", "2014-02-22"),
        ("2014-02-20", None),
    ]


def test_declarations_against_a_state_show_on_its_page(icc_json: Json, icc: Run) -> None:
    against = [one["iso3"] for one in icc_json("declarations", "uruguay", "--on", TODAY) if one["against"] == "URY"]
    assert against == ["SWE", "NOR"]
    _, out, _ = icc("declarations", "uruguay", "--on", TODAY)
    assert "withdrawn 26 Feb 2008" in out
    assert "against Uruguay" in out


def test_declarations_without_a_day_say_so_and_a_period_leaves_them_out(icc_json: Json, icc: Run) -> None:
    assert "no day" in icc("declarations", "serbia", "--on", TODAY)[1]
    found = icc_json("declarations", "--since", "2024-10", "--until", "2024-10", "--on", TODAY)
    assert {one["iso3"] for one in found} == {"UKR"}
    assert len(found) == 3


# The Agreement on the Privileges and Immunities of the Court


def test_every_party_and_signatory_of_the_evidence_has_its_days(icc_json: Json) -> None:
    found = {one["iso3"]: one for one in icc_json("agreement", "--status", "all", "--on", TODAY)}
    for row in proved("apic"):
        one = found[row["iso3"]]
        for ours, theirs in (
            ("signed", "signature"),
            ("instrument", "instrument"),
            ("deposited", "deposit"),
            ("entered_into_force", "entry_into_force"),
        ):
            assert (one[ours] or "") == row[theirs], (row["iso3"], ours)
        assert one["party"] == bool(row["entry_into_force"])


def test_the_agreement_was_in_force_for_ten_from_22_july_2004(icc_json: Json) -> None:
    assert icc_json("agreement", "--on", "2004-07-21") == []
    assert len(icc_json("agreement", "--on", "2004-07-22")) == 10
    (canada,) = icc_json("agreement", "canada", "--on", "2004-07-21")
    assert (canada["party"], canada["entered_into_force"]) == (False, None)
    assert canada["entry_into_force_expected"] == "2004-07-22"


def test_the_agreement_binds_from_the_thirtieth_day_after_the_deposit(dataset: IccDataset) -> None:
    for one in dataset.agreement(on=date.fromisoformat(TODAY)):
        assert isinstance(one.deposited, date)
        assert one.entered_into_force
        if one.instrument != "succession":
            assert one.entered_into_force == max(one.deposited + timedelta(days=30), date(2004, 7, 22))


def test_a_signatory_has_signed_and_is_no_party(icc_json: Json) -> None:
    signatories = icc_json("agreement", "--status", "signatory", "--on", TODAY)
    parties = icc_json("agreement", "--on", TODAY)
    every = icc_json("agreement", "--status", "all", "--on", TODAY)
    assert all(one["signed"] and not one["party"] for one in signatories)
    assert len(signatories) + len(parties) == len(every)
    assert [one["iso3"] for one in icc_json("agreement", "usa", "ukraine", "--on", TODAY)] == ["UKR"]


def test_the_agreement_s_page_tells_parties_here_and_parties_published(icc: Run, icc_json: Json) -> None:
    _, out, _ = icc("agreement", "--on", TODAY)
    here = len(icc_json("agreement", "--on", TODAY))
    assert f"{here} parties on record · 79 published before 30 May 2025, 77 of them on record" in out
    assert "San Marino" in out
    assert "published" not in icc("agreement", "--on", "2004-07-22")[1]


def test_how_complete_the_agreement_s_list_is_stands_beside_its_rows(icc: Run) -> None:
    envelope = json.loads(icc("agreement", "--on", TODAY, "--json")[1])
    assert list(envelope) == ["schema", "dataset", "on", "completeness", "data"]
    found = envelope["completeness"]
    assert set(found) == {"published", "complete_through", "gaps", "incomplete"}
    assert set(found["published"]) == {"count", "recorded", "day", "before", "sources"}
    assert found["incomplete"]


# Wrong questions


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("amendments", "--state", "kenxa"), 2, "did you mean Kenya?"),
        (("amendments", "aggression", "starvation"), 2, "see 'icc amendments --help'"),
        (("amendments", "--on", "2009"), 1, "nothing matched"),
        (("declarations", "--kind", "reservation"), 2, "there is no 'reservation'"),
        (("declarations", "--kind", "artikel-124"), 2, "did you mean 'article-124'?"),
        (("declarations", "--since", "2030"), 1, "nothing matched"),
        (("agreement", "--status", "partie"), 2, "did you mean 'party'?"),
        (("agreement", "atlantis"), 2, "no State is known as 'atlantis'"),
        (("agreement", "--on", "2004-07-21"), 1, "nothing matched"),
    ],
)
def test_a_wrong_question_gets_one_clear_line_and_the_right_exit_code(
    arguments: tuple[str, ...], code: int, said: str, icc: Run
) -> None:
    found, out, err = icc(*arguments)
    assert (found, out) == (code, "")
    assert err.count("\n") == 1
    assert said in err
