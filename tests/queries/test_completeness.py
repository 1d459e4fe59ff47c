"""How complete a list is: what was published of it, what is on record, what is known to be missing."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from icc_cli import UsageError, as_json, open_dataset
from icc_cli.api import IccDataset, lists
from icc_cli.treaty.model import Lists
from icc_cli.views import words
from tests.support.datadir import DataDir, act, small_data
from tests.support.places import TODAY

Json = Callable[..., Any]
Run = Callable[..., tuple[int, str, str]]
ON = str(TODAY)


def listed(icc_json: Json, on: str = ON) -> dict[str, Any]:
    return {one["id"]: one for one in icc_json("amendments", "--on", on)}


def small_data_with_a_consent(path: Path) -> DataDir:
    """Write the small dataset, where Ruritania has consented to the amendment on aggression."""
    data = small_data(path)
    about = {"amendment": "aggression-2010", "instrument": "acceptance", "effect": "2013-01-10"}
    consent = act("amendment-consent", "2012-01-10", "RUR", **about)
    data.edit("states/RUR.yaml", "\n  - act: withdrawal-notice", f"\n  - {consent}\n\n  - act: withdrawal-notice")
    assert data.problems() == []
    return data


def test_both_figures_are_told_where_a_count_was_published(
    icc_json: Json, icc: Run, acts_on_file: list[dict[str, Any]]
) -> None:
    consents = [act for act in acts_on_file if act["act"] == "amendment-consent"]
    recorded = sum(1 for act in consents if act["amendment"] == "aggression-2010" and act["done"] <= "2026-08-22")
    found = listed(icc_json)
    aggression = found["aggression-2010"]["published"]
    assert (aggression["count"], aggression["recorded"], aggression["day"]) == (49, recorded, "2026-08-22")
    assert aggression["sources"]
    assert listed(icc_json, "2026-08-21")["aggression-2010"]["published"] is None
    _, out, _ = icc("amendments", "--on", ON)
    assert f"{recorded} of 49 published by 22 Aug 2026" in out
    deletion = found["article-124-2015"]
    assert f"{deletion['consents']} of {deletion['required']} needed; " in out
    assert f"{found['undetectable-fragments-2017']['consents']}; the list is not complete" in out


def test_after_the_day_through_which_a_list_is_whole_some_may_be_missing(icc_json: Json, icc: Run) -> None:
    last, first = (listed(icc_json, day)["biological-weapons-2017"] for day in ("2024-06-25", "2024-06-26"))
    assert (last["complete_through"], last["incomplete"]) == ("2024-06-25", False)
    assert (first["complete_through"], first["incomplete"]) == ("2024-06-25", True)
    assert f"{first['consents']}; some after 25 Jun 2024 may be missing" in icc("amendments", "--on", "2024-06-26")[1]
    assert "some after 25 Jun 2024" not in icc("amendments", "--on", "2024-06-25")[1]


def test_a_list_with_known_gaps_is_incomplete_and_one_of_which_nothing_is_said_is_not(icc_json: Json) -> None:
    found = listed(icc_json)
    assert found["undetectable-fragments-2017"]["gaps"]
    assert found["undetectable-fragments-2017"]["incomplete"]
    assert not found["starvation-2019"]["incomplete"]


@pytest.mark.parametrize(("count", "incomplete"), [(3, True), (2, True), (1, False)])
def test_fewer_on_record_than_published_is_incomplete(count: int, incomplete: bool, tmp_path: Path) -> None:
    data = small_data_with_a_consent(tmp_path)
    published = f"published: {{count: {count}, day: 2012-01-10, sources: [status-page]}}"
    data.edit("amendments.yaml", "  adopted: 2010-06-11\n", f"  adopted: 2010-06-11\n  {published}\n")
    assert data.problems() == []
    with open_dataset(tmp_path) as small:
        found = small.amendment("aggression", on=date(2016, 1, 1))
    assert found
    assert found.published
    assert (found.incomplete, found.published.count, found.published.recorded) == (incomplete, count, 1)


def test_the_agreement_s_page_tells_parties_here_and_parties_published(
    icc: Run, icc_json: Json, acts_on_file: list[dict[str, Any]]
) -> None:
    _, out, _ = icc("agreement", "--on", ON)
    consents = [act["done"] for act in acts_on_file if act["act"] == "apic-consent"]
    recorded = sum(1 for done in consents if done < "2025-05-30")
    here = len(icc_json("agreement", "--on", ON))
    assert f"{here} parties on record · 79 published before 30 May 2025, {recorded} of them on record" in out
    assert "San Marino" in out
    assert "79 published" not in icc("agreement", "--on", "2004-07-22")[1]


def test_how_complete_the_agreement_s_list_is_stands_beside_its_rows(
    icc: Run, acts_on_file: list[dict[str, Any]]
) -> None:
    found = json.loads(icc("agreement", "--on", ON, "--json")[1])["completeness"]
    published = found["published"]
    consents = [act["done"] for act in acts_on_file if act["act"] == "apic-consent"]
    assert (published["count"], published["recorded"]) == (79, sum(1 for done in consents if done < "2025-05-30"))
    assert (published["day"], published["before"]) == (None, "2025-05-30")
    assert published["sources"]
    assert found["complete_through"] is None
    assert "San Marino" in found["gaps"]
    assert found["incomplete"]


@pytest.mark.parametrize(
    ("key", "line", "said"),
    [
        ("aggression-2010", "published: {count: 0, day: 2015-01-01, sources: [status-page]}", "1 are on record"),
        ("aggression-2010", "published: {count: 1, sources: [status-page]}", "either 'day' or 'before'"),
        ("aggression-2010", "published: {count: 1, day: 2026-01-02, sources: [status-page]}", "after the record"),
        ("aggression-2010", "published: {count: 1, day: 2015-01-01, sources: [nowhere]}", "not in documents.yaml"),
        ("aggression-2010", "published: {count: 1, day: 2015-01-01}", "'sources' is missing"),
        ("proposal-2024", "complete-through: 2025", "a proposal has no"),
        ("proposal-2024", "adopted-at: Nowhere", "a proposal has no"),
        ("article-124-2015", "proposed: 2016-01-01", "dates out of order"),
    ],
)
def test_what_is_said_of_completeness_must_be_sound(key: str, line: str, said: str, tmp_path: Path) -> None:
    data = small_data_with_a_consent(tmp_path)
    data.edit("amendments.yaml", f"- id: {key}\n", f"- id: {key}\n  {line}\n")
    assert [problem for problem in data.problems() if said in problem]


LISTED = ("events", "declarations", "agreement", "cases", "warrants", "agreements")
"""The commands of whose lists the frozen record has gaps."""


@pytest.mark.parametrize("command", LISTED)
def test_every_list_with_known_gaps_tells_them_beside_its_rows_and_at_the_foot(
    command: str, icc: Run, dataset: IccDataset
) -> None:
    found = json.loads(icc(command, "--on", ON, "--json")[1])["completeness"]
    assert found["incomplete"]
    assert f"  Known gaps: {found['gaps']}\n" in icc(command, "--on", ON, "--format", "plain")[1]
    assert as_json(dataset.completeness(command, on=TODAY)) == found


def test_a_list_of_which_nothing_is_known_says_nothing_of_it(icc: Run, dataset: IccDataset) -> None:
    assert "completeness" not in json.loads(icc("withdrawals", "--on", ON, "--json")[1])
    assert "completeness" not in json.loads(icc("parties", "--on", ON, "--json")[1])
    assert dataset.completeness("parties", on=TODAY) is None
    with pytest.raises(UsageError, match="unknown word 'amendments'"):
        dataset.completeness("amendments", on=TODAY)


def test_completeness_can_be_asked_for_every_list_of_which_the_data_can_say_it() -> None:
    assert Lists._fields == lists._LISTS


@pytest.mark.parametrize(
    "question",
    ["declarations niger --kind objection", "agreement niger", "events niger --since 2026-11-22"],
)
def test_nothing_found_in_a_list_that_may_lack_some_says_so(question: str, icc: Run, dataset: IccDataset) -> None:
    code, out, err = icc(*question.split(), "--on", ON)
    known = dataset.completeness(question.split()[0], on=TODAY)
    assert known
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert err.startswith("icc: nothing matched, and this list is not known to be whole. ")
    assert f"Known gaps: {known.gaps}" in err


def test_nothing_found_in_a_list_without_known_gaps_is_nothing(icc: Run) -> None:
    assert icc("withdrawals", "germany", "--on", ON) == (1, "", "icc: nothing matched\n")
    assert icc("amendments", "starvation", "--state", "usa", "--on", ON) == (1, "", "icc: nothing matched\n")


def test_no_consent_found_in_a_list_of_consents_that_has_gaps_says_so(icc: Run) -> None:
    assert (
        "not known to be whole. Known gaps: The depositary's page"
        in icc("amendments", "fragments", "--state", "usa", "--on", ON)[2]
    )
    _, out, err = icc("amendments", "--state", "usa", "--on", ON, "--json")
    assert "Lists that may lack consents: " in json.loads(out)["completeness"]["gaps"]
    assert "undetectable-fragments-2017" in err
    assert "starvation-2019" not in err


def test_beside_the_consents_of_states_stands_how_complete_that_amendment_s_list_is(icc: Run, icc_json: Json) -> None:
    arguments = ("amendments", "aggression", "--state", "germany", "--on", ON)
    found = json.loads(icc(*arguments, "--json")[1])["completeness"]
    assert found == {name: listed(icc_json)["aggression-2010"][name] for name in found}
    assert f"49 published by 22 Aug 2026, {found['published']['recorded']} of them on record" in icc(*arguments)[1]


def test_a_gap_that_was_closed_is_told_only_of_days_before(icc: Run, dataset: IccDataset) -> None:
    before, since = ("situations", "niger", "--on", "2006-02-08"), ("situations", "niger", "--on", "2006-02-09")
    assert "Known gaps: Of the first examinations of Iraq and Venezuela" in icc(*before)[2]
    assert icc(*since)[2] == "icc: nothing matched\n"
    known = dataset.completeness("situations", on="2006-02-09")
    assert known
    assert (known.gaps, known.incomplete) == (None, False)


def test_a_list_whole_through_a_day_may_lack_what_came_later(tmp_path: Path) -> None:
    data = small_data(tmp_path)
    data.append("dataset.yaml", "lists:\n  situations: {complete-through: 2010-01-01}\n")
    with open_dataset(tmp_path) as small:
        found = [small.completeness("situations", on=day) for day in ("2010-01-01", "2010-01-02")]
    assert [(one.incomplete, words.complete(one)[1]) for one in found if one] == [
        (False, ""),
        (True, "Some after 1 Jan 2010 may be missing."),
    ]
    assert words.nothing(found[0]) == "nothing matched"
