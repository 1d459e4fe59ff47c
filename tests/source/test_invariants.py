"""The invariants: each refuses what breaks it, with file and line, and nothing else."""

from pathlib import Path
from random import Random
from re import finditer

from icc_cli.database.build import build
from icc_cli.source.load import check
from tests.support.datadir import SMALL, DataDir, act, real_data
from tests.support.graustark import (
    ACCEDED,
    GRAUSTARK,
    NOTICE,
    RATIFIED,
    RESCINDED,
    RURITANIA,
    SIGNED,
    Judge,
    consent,
    line,
)


def test_the_usual_course_of_a_treaty_breaks_no_invariant(judge: Judge) -> None:
    assert judge() == [line(0) + "expected a list"]
    assert judge(SIGNED, RATIFIED, NOTICE, RESCINDED) == []
    assert judge(ACCEDED) == []


def test_an_entry_without_any_act_on_record_lists_none(judge: Judge) -> None:
    assert judge(SIGNED, no_act="Nothing is on record.") == [
        f"{GRAUSTARK}:1: says that no act is on record, but lists acts"
    ]


def test_an_entry_may_say_that_no_act_is_on_record(data: DataDir) -> None:
    data.append(GRAUSTARK, "no-act: Nothing is on record.\n")
    assert data.problems() == []


def test_a_correction_names_documents_that_are_listed(data: DataDir) -> None:
    data.edit("corrections.yaml", "sources: [gazette]", "sources: [almanac]")
    [problem] = data.problems()
    assert problem.startswith("corrections.yaml")
    assert problem.endswith(": document 'almanac' is not in documents.yaml")


# Acts of bodies


def test_only_signals_and_context_are_acts_of_bodies(data: DataDir) -> None:
    message = "context.yaml holds signals and context, with ids such as UNSC-2002-07-12-context"
    data.edit("context.yaml", "- act: context", "- act: court-ruling")
    data.edit("context.yaml", "12-31-context", "12-31-court-ruling")
    assert data.problems() == [f"context.yaml:1: {message}"]
    data.edit("context.yaml", "- act: court-ruling", "- act: signal\n  leaning: leaving")
    data.edit("context.yaml", "12-31-court-ruling", "12-31-signal")
    assert data.problems() == []


def test_an_act_of_a_body_concerns_known_states(data: DataDir) -> None:
    data.edit("context.yaml", "concerns: [RUR]", "concerns: [RUR, SYL]")
    assert data.problems() == ["context.yaml:1: 'SYL' is no State of this dataset"]


def test_an_act_of_a_body_obeys_the_rules_for_all_acts(data: DataDir) -> None:
    data.edit("context.yaml", "  title: The Security Council takes note\n", "")
    data.edit("context.yaml", "done: 2016-12-31\n  id: UNSC-2016", "done: 2026-12-31\n  id: UNSC-2026")
    data.edit("context.yaml", "[status-page]", "[almanac]")
    assert data.problems() == [
        "context.yaml:1: a context needs 'title'",
        "context.yaml:1: document 'almanac' is not in documents.yaml",
        "context.yaml:1: done after the record was checked (2026-01-01)",
    ]


def test_an_act_of_a_body_undoes_none(data: DataDir) -> None:
    data.edit("context.yaml", "  title:", "  undoes: RUR-1998-12-04-signature\n  title:")
    assert [problem for problem in data.problems() if "undoes" in problem]


# Slips


def test_a_slip_in_a_record_of_real_states_is_told_with_file_and_line(tmp_path: Path) -> None:
    data = real_data(tmp_path / "data")
    assert data.problems() == []
    data.edit("states/GMB.yaml", "effect: '2017-11-10'", "effect: '2017-11-11'")
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
    "9999-12-31", "9999-01-01", "0001-01-01", "2004-02-29", "2016", "2016-11", "9" * 30, "~", "[]", "{}", '""', '"\\0"',
]  # fmt: skip


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
