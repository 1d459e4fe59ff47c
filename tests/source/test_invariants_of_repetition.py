"""Invariants of names: a file is named for what it holds, and no id, key, code or name is used twice."""

import pytest

from tests.support.datadir import SMALL, DataDir, act
from tests.support.graustark import EXAMINATION, GRAUSTARK, RURITANIA, STRELSAU, Judge, line

# Files


def test_a_file_has_the_name_of_its_state(data: DataDir) -> None:
    for name in ("states/GRX.yaml", "states/GRA.yml", "states/gra.yaml"):
        data.write(name, SMALL[GRAUSTARK])
        data.remove(GRAUSTARK)
        assert data.problems() == [f"{name}:1: the file of GRA should be states/GRA.yaml"]
        data.write(GRAUSTARK, SMALL[GRAUSTARK])
        data.remove(name)


def test_the_file_of_a_situation_has_its_name(data: DataDir) -> None:
    data.write("situations/zenda.yaml", SMALL[STRELSAU])
    data.remove(STRELSAU)
    assert data.problems() == ["situations/zenda.yaml:1: the file should be situations/strelsau.yaml"]


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
    data.edit(STRELSAU, "    sources: [status-page]", "    sources: [status-page, strelsau]")
    assert data.problems() == []


def test_an_amendment_has_not_the_id_of_a_situation(data: DataDir) -> None:
    data.edit("amendments.yaml", "id: proposal-2024", "id: strelsau")
    assert data.place("amendments.yaml", "strelsau") + "amendment id 'strelsau' is used twice" in data.problems()


@pytest.mark.parametrize(
    ("name", "old", "new", "twice"),
    [
        (
            EXAMINATION,
            "leads-to: strelsau\n",
            "leads-to: strelsau\nreferrals:\n  - {by: [RUR], done: 2004-12-22, sources: [gazette]}\n",
            "RUR-2004-12-22-referral-strelsau",
        ),
        (
            STRELSAU,
            "  - by: [RUR]\n",
            "  - {by: [RUR], done: 2004-12-01, sources: [gazette]}\n"
            "  - {body: One, done: 2004-12-22, sources: [gazette]}\n  - body: Two\n",
            "BODY-2004-12-22-referral-strelsau",
        ),
        (
            RURITANIA,
            "  - act: withdrawal-notice\n",
            f"  - {act('referral', '2004-12-22', id='RUR-2004-12-22-referral-strelsau')}\n  - act: withdrawal-notice\n",
            "RUR-2004-12-22-referral-strelsau",
        ),
    ],
    ids=["in the examination and in the situation", "by two bodies on one day", "as an act of the State besides"],
)
def test_a_referral_written_twice_is_told(data: DataDir, name: str, old: str, new: str, twice: str) -> None:
    data.edit(name, old, new)
    assert data.problems() == [f"{STRELSAU}:1: act id '{twice}' is used twice"]
