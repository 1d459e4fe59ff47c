"""Invariants of amendments, of consents to them (Article 121), and of the Agreement on Privileges and Immunities."""

import pytest

from tests.support import graustark
from tests.support.datadir import SMALL, DataDir, act
from tests.support.graustark import BORN, GRAUSTARK, SIGNED, Judge, consent, doing

JOINED = (SIGNED, act("ratification", "2001-01-10", effect="2002-07-01"))


@pytest.fixture
def judge(judge: Judge) -> Judge:
    """Judge what Graustark does once it has joined the Statute, of which the first two acts tell."""
    return lambda *acts, **keys: judge(*JOINED, *acts, **keys)


def line(number: int) -> str:
    """Return where the first, second, … act is written that follows."""
    return graustark.line(len(JOINED) + number)


# Consents


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


# The Agreement on Privileges and Immunities


def test_the_agreement_enters_into_force_on_the_thirtieth_day_after_deposit(judge: Judge) -> None:
    assert judge(act("apic-consent", "2005-01-01", effect="2005-01-31", instrument="accession")) == []
    assert judge(act("apic-consent", "2005-01-01", effect="2005-02-01", instrument="accession")) == [
        line(1) + "takes effect 2005-02-01, but Art. 35 of the Agreement gives 2005-01-31"
    ]


def test_the_agreement_entered_into_force_for_its_first_parties_on_22_july_2004(judge: Judge) -> None:
    assert judge(act("apic-consent", "2003-01-01", effect="2004-07-22", instrument="accession")) == []
    assert judge(act("apic-consent", "2003-01-01", effect="2003-01-31", instrument="accession")) == [
        line(1) + "takes effect 2003-01-31, but Art. 35 of the Agreement gives 2004-07-22"
    ]


def test_a_succession_to_the_agreement_takes_effect_with_independence(data: DataDir) -> None:
    for effect, wrong in (("2006-06-03", 0), ("2006-11-22", 1)):
        succeeded = act("apic-consent", "2006-10-23", effect=effect, instrument="succession")
        data.write(GRAUSTARK, doing(succeeded, independence=BORN))
        message = f"takes effect {effect}, but succession to the Agreement gives 2006-06-03"
        assert data.problems() == [graustark.line(1) + message] * wrong


def test_a_count_of_parties_to_the_agreement_is_held_against_the_record(data: DataDir, judge: Judge) -> None:
    assert judge(act("apic-consent", "2005-01-01", effect="2005-01-31", instrument="accession")) == []
    data.append(
        "dataset.yaml", "lists:\n  agreement:\n    published: {count: 0, day: 2005-01-01, sources: [gazette]}\n"
    )
    assert data.problems() == ["dataset.yaml: 0 are published, but 1 are on record by then"]
    data.edit("dataset.yaml", "count: 0", "count: 1")
    assert data.problems() == []


PRIVILEGED = act("apic-consent", "2005-01-01", effect="2005-01-31", instrument="accession")
DENOUNCED = act("apic-denunciation", "2010-03-01", effect="2011-03-01")


def taken_back(day: str) -> str:
    """Write the withdrawal of the denunciation."""
    return act("apic-denunciation-withdrawn", day, undoes="GRA-2010-03-01-apic-denunciation")


def test_a_denunciation_of_the_agreement_takes_effect_one_year_after_receipt(judge: Judge) -> None:
    assert judge(PRIVILEGED, DENOUNCED) == []
    for effect in ("2011-02-28", "2011-03-02"):
        assert judge(PRIVILEGED, act("apic-denunciation", "2010-03-01", effect=effect)) == [
            line(2) + f"takes effect {effect}, but Art. 37(1) of the Agreement gives 2011-03-01"
        ]


def test_a_denunciation_may_name_a_later_day_with_the_reason_and_no_earlier_one(judge: Judge) -> None:
    why = {"effect_differs": "The notification names this day."}
    assert judge(PRIVILEGED, act("apic-denunciation", "2010-03-01", effect="2012-01-01", **why)) == []
    assert judge(PRIVILEGED, act("apic-denunciation", "2010-03-01", effect="2011-01-01", **why)) == [
        line(2) + "takes effect sooner than a year after receipt, which no notice can (Art. 37(1) of the Agreement)"
    ]


def test_only_a_party_denounces_the_agreement(judge: Judge) -> None:
    message = "denounces the Agreement, to which it is not a party (its Art. 37(1))"
    assert judge(DENOUNCED) == [line(1) + message]
    for day, effect, wrong in (("2005-01-30", "2006-01-30", 1), ("2005-01-31", "2006-01-31", 0)):
        assert judge(PRIVILEGED, act("apic-denunciation", day, effect=effect)) == [line(2) + message] * wrong
    after = act("apic-denunciation", "2011-03-01", effect="2012-03-01")
    assert judge(PRIVILEGED, DENOUNCED, after) == [line(3) + message]


def test_the_agreement_is_not_denounced_twice_at_a_time(judge: Judge) -> None:
    again = act("apic-denunciation", "2010-09-01", effect="2011-09-01")
    message = "denounces the Agreement while a denunciation is pending (its Art. 37(1)); take back the first"
    assert judge(PRIVILEGED, DENOUNCED, again) == [line(3) + message]
    assert judge(PRIVILEGED, DENOUNCED, taken_back("2010-06-01"), again) == []
    assert judge(PRIVILEGED, DENOUNCED, taken_back("2010-09-01"), again) == []
    assert judge(PRIVILEGED, DENOUNCED, again, taken_back("2010-09-01")) == [line(3) + message]


def test_a_denunciation_is_taken_back_before_it_takes_effect(judge: Judge) -> None:
    for day, wrong in (("2010-03-01", 0), ("2011-02-28", 0), ("2011-03-01", 1)):
        message = "comes too late: 'GRA-2010-03-01-apic-denunciation' took effect on 2011-03-01"
        assert judge(PRIVILEGED, DENOUNCED, taken_back(day)) == [line(3) + message] * wrong
    assert judge(PRIVILEGED, taken_back("2010-03-01"), DENOUNCED) == [
        line(2) + "undoes 'GRA-2010-03-01-apic-denunciation', which is not earlier"
    ]


def test_a_denunciation_and_its_withdrawal_have_their_days(judge: Judge) -> None:
    for kind, keys in (("apic-denunciation", {"effect": "2011-03-01"}), ("apic-denunciation-withdrawn", {})):
        given = act(kind, "2010-03", **keys)
        assert f"{line(2)}a {kind} needs its day (Art. 37(1) of the Agreement)" in judge(PRIVILEGED, given)


def test_a_state_joins_the_agreement_anew_only_after_it_has_left(judge: Judge) -> None:
    message = "joins the Agreement once more (its Art. 34)"
    for done, effect, wrong in (("2011-02-28", "2011-03-30", 1), ("2011-03-01", "2011-03-31", 0)):
        anew = act("apic-consent", done, effect=effect, instrument="accession")
        assert judge(PRIVILEGED, DENOUNCED, anew) == [line(3) + message] * wrong
    anew = act("apic-consent", "2012-01-01", effect="2012-01-31", instrument="accession")
    assert judge(PRIVILEGED, DENOUNCED, taken_back("2010-06-01"), anew) == [line(4) + message]
    again = act("apic-denunciation", "2013-01-01", effect="2014-01-01")
    assert judge(PRIVILEGED, DENOUNCED, anew, again) == []


def test_a_signatory_that_left_the_agreement_may_accede(judge: Judge) -> None:
    signed = act("apic-signature", "2003-01-01")
    ratified = act("apic-consent", "2005-01-01", effect="2005-01-31", instrument="ratification")
    anew = act("apic-consent", "2012-01-01", effect="2012-01-31", instrument="accession")
    assert judge(signed, ratified, DENOUNCED, anew) == []


def test_a_state_that_left_the_agreement_is_not_counted_among_its_parties(data: DataDir, judge: Judge) -> None:
    published = "lists:\n  agreement: {published: {count: 0, day: 2011-03-01, sources: [gazette]}}\n"
    data.append("dataset.yaml", published)
    assert judge(PRIVILEGED, DENOUNCED) == []
    assert judge(PRIVILEGED, DENOUNCED, taken_back("2010-06-01")) == [
        "dataset.yaml: 0 are published, but 1 are on record by then"
    ]
    data.edit("dataset.yaml", "2011-03-01", "2011-02-28")
    assert judge(PRIVILEGED, DENOUNCED) == ["dataset.yaml: 0 are published, but 1 are on record by then"]


def test_no_list_is_complete_through_a_day_after_the_check(data: DataDir) -> None:
    data.append("dataset.yaml", "lists:\n  situations: {complete-through: 2031}\n")
    said = "'complete-through' of situations lies after the record was checked"
    assert [one.startswith(f"dataset.yaml: {said}") for one in data.problems()] == [True]
    data.edit("dataset.yaml", "2031", "2009")
    assert data.problems() == []


# Amendments


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
