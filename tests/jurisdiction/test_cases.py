"""The collected cases and some corners, on the frozen record: the steps they rest on and the words they say."""

from datetime import date

import pytest

from icc_cli.database.store import Store
from icc_cli.jurisdiction.answer import Answered, Jurisdiction, Stretch
from icc_cli.jurisdiction.inputs import FLAGS
from tests.support.evidence import Row, evidence
from tests.support.golden import compare
from tests.support.jurisdiction import ask_case, examined

CASES = evidence("jurisdiction_cases")


@pytest.mark.parametrize("row", CASES, ids=lambda row: row["id"])
def test_every_step_names_its_articles_and_documents_and_every_lesser_answer_its_caveat(row: Row, store: Store) -> None:
    found = ask_case(store, row)
    for step in (*found.steps, *(step for change in found.changes for step in change.steps)):
        assert step.articles
        assert step.says
        assert step.sources, step
    if found.verdict in ("yes-with-caveat", "contested"):
        assert found.caveats
    elif found.verdict == "yes" and not found.changes:
        assert not found.caveats


def told(found: Jurisdiction) -> str:
    """Write the whole of an answer in a few lines: what it rests on, which rules ran, what would change it."""
    stretches: dict[date, Stretch | Jurisdiction] = {one.from_: one for one in found.changes} or {found.date: found}
    lines = [
        f"  {day}: {one.verdict}; {', '.join(one.bases)}; {' '.join(caveat.caveat for caveat in one.caveats)}\n"
        f"    {' '.join(step.rule for step in one.steps)}\n"
        for day, one in stretches.items()
    ]
    lines += [f"  trigger {one.article} {one.situation}\n" for one in found.triggers]
    lines += [f"  for {one.nationality} {one.iso3 or ''}: {one.verdict}\n" for one in found.depends_on_nationality]
    if change := found.would_change:
        lines += [f"  but {one.verdict} on {one.day}\n" for one in (change.earlier, change.later) if one]
        lines += [f"  lacks {one.article} {one.iso3 or ''}\n" for one in change.missing]
    return "".join(lines)


def worded(found: Jurisdiction) -> list[str]:
    """Write each step of an answer with its words, its fact, its caveat and its documents."""
    return [
        f"{step.rule:3} {step.outcome}: {', '.join(step.articles)}: {step.says} "
        f"[{step.fact}] [{step.caveat}] [{' '.join(source.key for source in step.sources)}]\n"
        for step in (*found.steps, *(step for change in found.changes for step in change.steps))
    ]


def test_every_case_rests_on_the_steps_and_says_the_words_that_were_last_read(
    store: Store, request: pytest.FixtureRequest
) -> None:
    cases, words = "", set()
    for row in CASES:
        found = ask_case(store, row)
        cases += f"{row['id']} until {found.until}, as of {found.as_of}{', projected' * found.projected}\n{told(found)}"
        words |= set(worded(found))
    compare("jurisdiction-cases", f"{cases}\n{''.join(sorted(words))}", request)


CORNERS = """\
aggression 2018-07-16 LUX BEL: the eve of its activation
aggression 2024-01-01 SDN TCD territory:darfur: an earlier referral
aggression 2024-01-01 SDN TCD referral:hypothetical: a new referral
aggression 2023-06-01 UKR DEU: the attacked State is no Party
aggression 2023-06-01 DEU RUS: the aggressor is no Party, and said so
aggression 2023-06-01 DEU USA: the aggressor is no Party
aggression 2023-06-01 DEU: the aggressor is not known
aggression 2024-12-30 DEU BEL: both accepted
aggression 2024-12-30 - BEL vessel:DEU: a ship is attacked
aggression 2024-12-30 NZL BEL territory:tokelau: a territory kept out is attacked
aggression 2026-01-01 DNK BEL territory:greenland: a territory that a consent leaves out is attacked
aggression 2026-01-01 DNK BEL: the rest of that State is attacked
aggression 2025-06-01 ARM DEU: one joined later
aggression 2025-06-01 DEU ARM: the aggressor joined later
aggression 2024-06-01 DEU GBR: the aggressor has not accepted
aggression 2024-06-01 GBR NGA: neither has accepted
aggression 2018-08-01 PHL BEL: the attacked State has left since
aggression 2018-08-01 BEL PHL: the aggressor has left since
aggression 2022-06-01 PSE BEL: the attacked State is under challenge
aggression 2022-06-01 BEL PSE: the aggressor is under challenge
war-crimes 2011-06-01 LBY USA GBR un-operation: personnel left to their State, and a national of a Party
war-crimes 2011-06-01 LBY USA un-operation: personnel left to their State
war-crimes 2005-01-01 LBR CIV un-operation: personnel of a State that accepts jurisdiction over its territory
war-crimes 2022-06-01 LBR ARM un-operation: personnel of a State that accepts jurisdiction over its nationals
war-crimes 2023-06-01 DEU RUS deferral:hypothetical: a deferral that is assumed
war-crimes 2003-01-15 BIH USA un-operation deferral:1487 on:2003-07-01: a deferral that runs
war-crimes 2003-01-15 BIH USA un-operation deferral:1487 on:2004-07-01: a deferral that ran
war-crimes 2014-06-01 LBY LBY on:2020-01-01: a later conflict where the Council referred
war-crimes 2012-01-01 LBY LBY unrelated-to-situation on:2020-01-01: what has no link to what the Council referred
war-crimes 2010-06-01 SDN SDN territory:darfur unrelated-to-situation: the same, elsewhere
administration-of-justice 2015-03-01 ETH ETH on:2020-03-01: an offence on the last day of its time
administration-of-justice 2015-03-01 ETH ETH on:2020-03-02: an offence that is too old
war-crimes 2022-06-01 - SYR amended:8-2-e-xix: an amendment, on a national of no Party
war-crimes 2022-06-01 - NZL amended:8-2-e-xix: an amendment, on a national of a Party that accepted it
war-crimes 2022-06-01 SYR SYR amended:8-2-e-xix: an amendment, and no Party
war-crimes 2022-06-01 SYR SYR amended:8-2-e-xix referral:hypothetical: an amendment, and a referral
war-crimes 2022-06-01 NZL SYR amended:8-2-e-xix: an amendment, and one no Party
war-crimes 2021-10-13 NZL NZL amended:8-2-e-xix: an amendment in force for nobody
war-crimes 2024-06-01 ARM NZL amended:8-2-e-xix: an amendment, and a later Party
war-crimes 2024-06-01 NZL NIU amended:8-2-e-xix: an amendment, and a nationality that is shared
war-crimes 2016-06-01 DEU NIU amended:8-2-e-xiii: an amendment that the sharing State has not accepted
war-crimes 2024-06-01 NLD NLD amended:8-2-e-xix territory:curacao: an amendment, and a territory left out
war-crimes 2026-06-01 NZL SYR amended:8-2-e-xix: an amendment that the Party has accepted, and a national of no Party
war-crimes 2025-10-16 GBR SYR amended:8-2-e-xix: an amendment that the Party had not accepted
war-crimes 2015-06-01 - RUS vessel:UKR: a ship, and a declaration worded for territory
war-crimes 2015-06-01 - RUS high-seas: the high seas, and no ship
war-crimes 2015-06-01 RUS stateless: no State of nationality
aggression 2024-06-01 DEU GBR BEL: two nationalities, and it is not said which State attacked
war-crimes 2008-01-01 DEU RUS referral:1593: a referral that does not fit
crimes-against-humanity 2006-04-01 TCD SDN: a national of the State whose situation was referred, abroad
war-crimes 2023-06-01 GEO RUS: conduct after an investigation was closed
war-crimes 2005-06-01 KEN KEN: conduct before one that was closed
war-crimes 2003-06-01 POL USA: conduct that an investigation elsewhere reaches
"""
"""Questions that no collected case asks: the crime, the day, the place, the nationalities, then tokens."""


def corner(store: Store, line: str) -> Answered:
    """Answer a line of `CORNERS`."""
    question, _, _ = line.rpartition(": ")
    crime, day, place, *more = question.split()
    tokens = [word for word in more if ":" in word or word in FLAGS]
    on = next((word[3:] for word in tokens if word.startswith("on:")), "2026-11-23")
    return examined(
        store,
        crime=crime,
        day=date.fromisoformat(day),
        on=date.fromisoformat(on),
        territory=None if place == "-" else place,
        nationals=[word for word in more if word not in tokens],
        special=[word for word in tokens if not word.startswith(("referral:", "deferral:", "on:"))],
        unsc=[word for word in tokens if word.startswith(("referral:", "deferral:"))],
    )


def test_every_corner_rests_on_the_grounds_and_says_the_words_that_were_last_read(
    store: Store, request: pytest.FixtureRequest
) -> None:
    corners = ""
    for line in CORNERS.splitlines():
        found = corner(store, line)
        corners += f"{line}\n{told(found.answer)}"
        said = [words for words in worded(found.answer) if not words.startswith(("J1  met: 5", "J3 ", "J29", "J30"))]
        corners += "".join(f"    {words}" for words in said)
        for one in found.grounds:
            corners += f"  ground {one.link} {one.state}: {one.verdict}; {', '.join(one.bases)}; {one.why}\n"
    compare("jurisdiction-corners", corners, request)
