"""Invariants of `jurisdiction.yaml`: every name in it leads somewhere."""

import pytest

from tests.support.datadir import DataDir, act
from tests.support.graustark import RURITANIA, consent

STRELSAU = """\
territories:
  - token: strelsau
    name: Strelsau
    also: [old-strelsau]
    state: RUR
    not-in: [RUR-2012-05-08-amendment-consent]
    standings:
      - {treatment: contested, from-act: RUR-2010-05-08-territorial-application, sources: [gazette]}
matters:
  - {situation: strelsau, abroad: nationals, sources: [gazette]}
mandates:
  - {resolution: "1593", act: UNSC-2005-01-03-referral-strelsau, situation: strelsau, state: RUR,
     territory: strelsau, sources: [resolution]}
refused-links:
  - {state: RUR, with: [GRA], from: 2005-01-01, sources: [gazette]}
challenges:
  - {act: RUR-1998-12-04-signature, treatment: caveat, sources: [gazette]}
"""
"""A sound file, in which each name leads to something of the small dataset."""

ACTS = [
    act("territorial-application", "2010-05-08", "RUR", title="Strelsau"),
    consent("2012-05-08", "2013-05-08", id="RUR-2012-05-08-amendment-consent"),
]
REFERRAL = "  - {body: Security Council, done: 2005-01-03, sources: [resolution]}\n"
RESOLUTION = "\n- key: resolution\n  symbol: S/RES/1593 (2005)\n  title: A resolution\n  kind: united-nations\n"


@pytest.fixture
def data(data: DataDir) -> DataDir:
    """Give a dataset in which the Security Council referred Strelsau, with what the file names."""
    data.edit(
        RURITANIA,
        "  - act: withdrawal-notice\n",
        "".join(f"  - {one}\n" for one in ACTS) + "  - act: withdrawal-notice\n",
    )
    data.append("situations/strelsau.yaml", REFERRAL)
    data.edit("situations/strelsau.yaml", "trigger: self-referral", "trigger: unsc-referral")
    data.append("documents.yaml", RESOLUTION)
    data.write("jurisdiction.yaml", STRELSAU)
    return data


def test_the_grounds_of_jurisdiction_name_known_states(data: DataDir) -> None:
    entry = STRELSAU + "predecessors:\n  - {state: GRA, of: SYL, sources: [gazette]}\n"
    data.write("jurisdiction.yaml", entry)
    [problem] = data.problems()
    assert problem.startswith("jurisdiction.yaml")
    assert problem.endswith(": 'SYL' is no State of this dataset")
    data.write("jurisdiction.yaml", entry.replace("SYL", "RUR"))
    assert data.problems() == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("state: RUR\n", "state: SYL\n", "'SYL' is no State of this dataset"),
        ("    state: RUR\n", "    code: SYL\n    state: RUR\n", "'SYL' is no State of this dataset"),
        ("with: [GRA]", "with: [GRA, SYL]", "'SYL' is no State of this dataset"),
        (
            "[RUR-2012-05-08-amendment-consent]",
            "[RUR-2002-accession]",
            "'RUR-2002-accession' is no act of this dataset",
        ),
        (
            "from-act: RUR-2010-05-08-t",
            "from-act: RUR-2010-t",
            "'RUR-2010-territorial-application' is no act of this dataset",
        ),
        ("act: UNSC-2005-01-03-r", "act: UNSC-2005-r", "'UNSC-2005-referral-strelsau' is no act of this dataset"),
        ("- {situation: strelsau", "- {situation: zenda", "'zenda' is no situation of this dataset"),
        ("territory: strelsau", "territory: zenda", "'zenda' is no territory of this dataset"),
        (
            "application, sources: [gazette]",
            "application, sources: [almanac]",
            "'almanac' is no document of this dataset",
        ),
        ("nationals, sources: [gazette]", "nationals, sources: [almanac]", "'almanac' is no document of this dataset"),
        ("also: [old-strelsau]", "also: [strelsau]", "territory 'strelsau' is listed twice"),
        ("{act: RUR-1998-12-04-signature, ", "{", "a challenge is to a 'state' or to an 'act'"),
        ("{act: RUR-1998", "{state: RUR, act: RUR-1998", "a challenge is to a 'state' or to an 'act'"),
    ],
)
def test_a_ground_that_leads_nowhere_is_told(data: DataDir, old: str, new: str, message: str) -> None:
    data.write("jurisdiction.yaml", STRELSAU)
    assert data.problems() == []
    data.edit("jurisdiction.yaml", old, new)
    assert data.problems() == [f"jurisdiction.yaml: {message}"]


def test_a_territory_of_the_name_of_another_is_told(data: DataDir) -> None:
    data.write("jurisdiction.yaml", STRELSAU)
    again = "  - {token: old-strelsau, name: S, state: RUR, standings: [{treatment: part, sources: [gazette]}]}\n"
    data.edit("jurisdiction.yaml", "matters:\n", f"{again}matters:\n")
    assert data.problems() == ["jurisdiction.yaml: territory 'old-strelsau' is listed twice"]
