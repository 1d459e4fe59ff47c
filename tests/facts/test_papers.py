"""The documents behind the facts: what can be opened, and the paper itself beside the release about it."""

import pytest

from icc_cli import Situation
from icc_cli.treaty.model import Dataset
from tests.support.claims import ActsOnRecord

PAPERS = {
    "UKR-2014-04-17-article-12-3-declaration": "ukraine-declaration-2014-04-09",
    "UKR-2015-09-08-article-12-3-declaration": "ukraine-declaration-2015-09-08",
    "PSE-2015-01-01-article-12-3-declaration": "unispal-declaration-2014-12-31",
    "COM-2013-05-14-referral-comoros-vessels": "comoros-referral-letter-2013",
    "MLI-2012-07-18-referral-mali": "mali-referral-letter-2012-07-13",
    "CAF-2014-05-30-referral-car-ii": "car-referral-letter-2014-05-30",
    "JPN-2022-03-11-referral-ukraine": "japan-referral-letter-2022",
    "MKD-2022-03-11-referral-ukraine": "north-macedonia-referral-letter-2022",
}


@pytest.mark.parametrize("fact", PAPERS)
def test_the_states_own_paper_stands_beside_the_release_about_it(fact: str, acts: ActsOnRecord) -> None:
    sources = {source.key: source for source in acts.by_id[fact].sources}
    assert sources[PAPERS[fact]].url
    assert len(sources) > 1


def test_three_documents_in_four_and_nineteen_acts_in_twenty_have_an_address(
    files: Dataset, acts: ActsOnRecord
) -> None:
    opened = [one for one in files.documents if one.url]
    assert len(opened) / len(files.documents) >= 3 / 4
    told = [act for act in acts.by_id.values() if any(source.url for source in act.sources)]
    assert len(told) / len(acts.by_id) >= 19 / 20


def test_a_fact_does_not_rest_twice_on_one_page(
    files: Dataset, acts: ActsOnRecord, situations: dict[str, Situation]
) -> None:
    addresses = {one.key: one.url for one in files.documents}
    rests_on = {one.id: one.sources for one in situations.values()} | {
        id_: act.sources for id_, act in acts.by_id.items()
    }
    for id_, sources in rests_on.items():
        found = [addresses[source.key] for source in sources if addresses[source.key]]
        assert len(found) == len(set(found)), id_


def test_the_letters_of_9_february_2006_on_iraq_and_on_venezuela_are_two_documents(
    situations: dict[str, Situation],
) -> None:
    iraq, venezuela = (situations[f"pe-{state}-2006"].sources for state in ("iraq", "venezuela"))
    assert ([one.key for one in iraq], [one.key for one in venezuela]) == (
        ["otp-letter-2006-02-09", "icc-page-iraq"],
        ["otp-letter-2006-02-09-venezuela"],
    )
