"""How columns, rows and cells are read; what is not understood is told, and never skipped."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icc_cli.depositary.table import MARKS, Column, Field, Problem, column, row
from icc_cli.treaty.details import Instrument
from tests.support import untc
from tests.support.comparing import Against, told
from tests.support.untc import Edit, Made, change, gain


@pytest.mark.parametrize(
    ("title", "meaning"),
    [
        ("Participant", Column(None)),
        ("Participant<superscript>1,2</superscript>", Column(None)),
        (" Signature ", Column(Field.SIGNATURE)),
        (untc.CONSENT, Column(Field.DEPOSIT, Instrument.RATIFICATION)),
        ("Ratification,\n Acceptance (A)", Column(Field.DEPOSIT, Instrument.RATIFICATION)),
        ("Acceptance(A), Ratification", Column(Field.DEPOSIT, Instrument.RATIFICATION)),
        ("Ratification or Acceptance(A)", Column(Field.DEPOSIT, Instrument.RATIFICATION)),
        ("Acceptance", Column(Field.DEPOSIT, Instrument.ACCEPTANCE)),
        ("Acceptance, Approval", Column(Field.DEPOSIT, None)),
        ("Acceptance(a)", None),
        ("Entry into force", None),
        ("Unspecified", None),
        ("", None),
    ],
)
def test_the_title_decides_what_a_column_means(title: str, meaning: Column | None) -> None:
    assert column(title) == meaning


def test_a_day_without_a_mark_under_two_instruments_without_one_is_not_understood() -> None:
    columns = [Column(None), column("Acceptance, Approval")]
    _, unread = row(1, columns, ["Kenya", "15 Mar 2005"])
    assert [one.problem for one in unread] == [Problem.UNKNOWN_MARK]


@pytest.mark.parametrize("mark", ["", *MARKS])
def test_a_mark_tells_the_instrument(mark: str) -> None:
    for text in (f"10 Feb\t 2003 {mark}", f"10  February\u00a02003{mark}", f"10 Feb. 2003 {mark}"):
        found, unread = row(1, [Column(None), column(untc.CONSENT)], ["Kenya", text])
        assert not unread
        assert found
        assert found.entries[Field.DEPOSIT].instrument == MARKS.get(mark, Instrument.RATIFICATION)
        assert found.entries[Field.DEPOSIT].day == date(2003, 2, 10)


@given(data=st.data())
@settings(max_examples=200, deadline=None)
def test_no_text_put_into_a_cell_goes_unnoticed(data: st.DataObject) -> None:
    letters = st.characters(min_codepoint=0x20, max_codepoint=0xFF, exclude_categories=("Cc", "Zs"))
    cells = ["Kenya<superscript>6</superscript>", "11 Aug\t 1999", "[15 Mar\t 2005]"]
    columns = [column("Participant"), column("Signature"), column(untc.CONSENT)]
    index = data.draw(st.integers(0, 2))
    plain, _ = row(1, columns, cells)
    cells[index] += " x" + data.draw(st.text(letters, max_size=8))
    found, unread = row(1, columns, cells)
    assert plain
    assert unread or (found and found.participant != plain.participant)


UNREAD: list[tuple[Edit, list[tuple[str, ...]]]] = [
    (change("Kenya", deposit="soon"), [("unreadable-date", "soon")]),
    (change("Kenya", deposit="30 Feb 2005"), [("unreadable-date", "30 Feb 2005")]),
    (change("Kenya", deposit="15 Mar 2005, 3 May 2006"), [("unreadable-date", "15 Mar 2005, 3 May 2006")]),
    (change("Kenya", deposit="15 Ma 2005"), [("unreadable-date", "15 Ma 2005")]),
    (change("Kenya", deposit="15 Mar 2005 <i>a</i>"), [("unreadable-date", "15 Mar 2005 <i>a</i>")]),
    (
        change("Kenya", deposit="15 Mar 2005 <superscript>a</superscript>"),
        [("unreadable-date", "15 Mar 2005 <superscript>a</superscript>")],
    ),
    (change("Kenya", deposit="15 Mar 2005 c"), [("unknown-mark", "15 Mar 2005 c")]),
    (change("Kenya", signature="11 Aug 1999 s"), [("unknown-mark", "11 Aug 1999 s")]),
    (change("Kenya", deposit="[15 Mar 2005"), [("uneven-brackets", "[15 Mar 2005")]),
    (
        change("Kenya", signature="[11 Aug 1999]"),
        [("uneven-brackets", "Kenya | [11 Aug 1999] | 15 Mar 2005")],
    ),
    (gain("European Union", "11 Aug 1999", ""), [("unknown-participant", "European Union | signature: 1999-08-11")]),
    (gain("Korea", "11 Aug 1999", ""), [("unknown-participant", "Korea | signature: 1999-08-11")]),
    (
        gain("Kenya", "11 Aug 1999", "15 Mar 2006"),
        [("repeated-participant", "Kenya | signature: 1999-08-11 | deposit: 2006-03-15")],
    ),
    (gain("", "11 Aug 1999", ""), [("no-participant", "| 11 Aug 1999 |")]),
    (gain("China", "", ""), [("no-date", "China | |")]),
    (gain("China", "3 Mar 2026"), [("wrong-cells", "China | 3 Mar 2026")]),
    (lambda made: setattr(made, "parties", None), [("no-count", "parties")]),
    (lambda made: setattr(made, "signatories", "many"), [("unreadable-count", "Signatories: many")]),
    (lambda made: setattr(made, "parties", "125 or 126"), [("unreadable-count", "Parties: 125 or 126")]),
    (lambda made: setattr(made, "extra", "<TFoot>A remark</TFoot>"), [("unknown-element", "<TFoot>A remark</TFoot>")]),
    (lambda made: setattr(made, "extra", "Loose words"), [("unknown-element", "Loose words")]),
]


@pytest.mark.parametrize(("edit", "expected"), UNREAD)
def test_what_is_not_understood_is_told_word_for_word_and_never_skipped(
    edit: Edit, expected: list[tuple[str, ...]], made: Made, against: Against
) -> None:
    edit(made)
    found = [tuple(" ".join(part.split()) for part in one) for one in told(against(made))]
    assert found == [("not-understood", *one) for one in expected]


def test_an_unknown_column_is_told_and_so_is_the_one_that_is_missing_for_it(made: Made, against: Against) -> None:
    made.columns[1] = "Signature, Succession to signature(d)"
    assert told(against(made)) == [
        ("not-understood", "unknown-column", "Signature, Succession to signature(d)"),
        ("not-understood", "no-column", "signature"),
    ]


def test_a_second_column_of_the_same_meaning_is_not_understood(made: Made, against: Against) -> None:
    made.columns.append("Accession(a)")
    for cells in made.rows:
        cells.append("")
    assert told(against(made)) == [("not-understood", "unknown-column", "Accession(a)")]
