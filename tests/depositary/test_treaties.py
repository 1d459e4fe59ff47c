"""Which treaty a table is about: by its head, its file's name or the option; refused where that is not clear."""

from collections.abc import Callable
from pathlib import Path

import pytest

from icc_cli.database.store import Store
from icc_cli.depositary import xml
from icc_cli.depositary.treaties import recognise, treaties
from tests.support.untc import Made

Run = Callable[..., tuple[int, str, str]]


def test_the_treaty_is_told_by_the_head_the_file_s_name_or_the_option(made: Made, store: Store) -> None:
    def treaty(title: str, name: str = "table.xml", given: str | None = None, chapter: str = "CHAPTER XVIII") -> str:
        made.title, made.chapter = title, chapter
        return recognise(store, xml.read(made.xml(), name).header, name, given).id

    rome = "Rome Statute of the International Criminal Court"
    assert treaty(f"10. {rome}") == "statute"
    assert treaty(f"<b>10.</b> {rome}") == "statute"
    assert treaty(rome) == "statute"
    assert treaty(f"10.b Amendments to the {rome}") == "aggression-2010"
    assert treaty(f"10. (b) Amendments to the {rome}") == "aggression-2010"
    assert treaty(f"Amendments to the {rome}", "XVIII-10-b.en.xml") == "aggression-2010"
    assert treaty(f"Amendments to the {rome}", given="aggression") == "aggression-2010"
    assert treaty(f"Amendments to the {rome}", given="agreement") == "agreement"
    assert treaty("Agreement on the Privileges and Immunities of the International Criminal Court") == "agreement"
    assert treaty("", "https://example.org/XVIII-13.en.xml", chapter="") == "agreement"
    assert {one.number for one in treaties(store)} == {"10", *(f"10.{letter}" for letter in "abcdefg"), "13"}


def test_number_and_letter_may_stand_before_the_title_apart_and_without_a_period(made: Made, store: Store) -> None:
    def treaty(*apart: str, title: str = "Amendment to article 124 of the Rome Statute") -> str | None:
        made.apart, made.title = apart, title
        return xml.read(made.xml(), "stdin").header.number

    assert treaty("10", "c") == treaty("10 c") == treaty("10.", "(c)") == treaty("10.c") == "10.c"
    assert treaty("10", title="Rome Statute of the International Criminal Court") == "10"
    assert treaty("13", title="Agreement on the Privileges and Immunities of the International Criminal Court") == "13"
    assert treaty("c") is None
    assert treaty("17 July 1998") is None
    assert treaty("10", "", "c") == "10.c"
    assert treaty("10", "Rome, 17 July 1998", "c") is None
    assert treaty("10", "c", title="10. d Amendment to article 8 of the Rome Statute") is None


@pytest.mark.parametrize(
    ("changes", "arguments", "said"),
    [
        ({"title": "Amendments to the Rome Statute"}, (), "say it with --treaty: statute, agreement, war-crimes-niac"),
        ({"title": "Some treaty"}, (), "does not tell which treaty"),
        ({"chapter": "CHAPTER IV"}, (), "is about a treaty of the depositary's chapter IV"),
        ({}, ("--treaty", "agreement"), "is about 'statute', not 'agreement'"),
        ({"title": "10. h Amendments to the Rome Statute"}, (), "XVIII.10.h, of which nothing is on record"),
        ({"title": "x"}, ("--treaty", "article-39-2023"), "has no table for 'article-39-2023' on record"),
        ({"title": "x"}, ("--treaty", "kyoto"), "no treaty is known as 'kyoto'; one of: statute"),
    ],
)
def test_a_table_of_which_the_treaty_is_not_clear_is_refused_as_wrong_usage(
    changes: dict[str, str], arguments: tuple[str, ...], said: str, made: Made, icc: Run, tmp_path: Path
) -> None:
    for name, value in changes.items():
        setattr(made, name, value)
    (tmp_path / "table.xml").write_bytes(made.xml())
    code, out, err = icc("data", "compare", str(tmp_path / "table.xml"), *arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert said in err
