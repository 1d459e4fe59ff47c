"""The words that pages share: marks, days ahead, the names of documents."""

from datetime import date

from icc_cli.page.blocks import Cell, Line, text_of
from icc_cli.queries.acts import Disputed, Source
from icc_cli.views.words import asked, counted, document, documents, in_days, legend, mark, named, other_values


def test_marks_are_explained_where_they_appear() -> None:
    assert mark("confirmed") == ""
    assert mark("reported") == "°"
    assert legend("") == []
    assert mark("disputed") == "†"
    assert [text_of(line.words) for line in legend("°†°") if isinstance(line, Line)] == [
        "° one source only · † sources differ"
    ]
    assert "sources differ" not in str(legend("°"))


def test_how_many_states_have_a_status_agrees_with_its_number() -> None:
    assert counted(1, "signatory") == "1 signatory"
    assert counted(25, "signatory") == "25 signatories"
    assert counted(8, "former-party") == "8 former parties"
    assert counted(0, "state-party-withdrawing") == "0 States Parties, withdrawing"


def test_a_title_says_the_period_and_each_filter() -> None:
    day = date(2016, 1, 1)
    assert asked("Acts", [], []) == "Acts"
    assert asked("Acts", ["Kenya", "Uganda"], [], ["African"], since=day) == (
        "Acts since 1 Jan 2016: Kenya, Uganda; African"
    )
    assert asked("Acts", since=day, until=day) == "Acts since 1 Jan 2016 until 1 Jan 2016"
    names = {str(number): f"State {number}" for number in range(9)}
    assert named(["1", "2"], names) == ["State 1", "State 2"]
    assert named(list(names), names) == ["9 States"]


def test_more_documents_than_one_are_counted_in_words_where_there_is_room() -> None:
    two = [Source("k", "C.N.1", "t", None), Source("l", None, "A paper", None)]
    assert documents([]) == Cell("")
    assert documents(two[:1]) == Cell("C.N.1")
    assert documents(two) == Cell("C.N.1 and 1 more", short="C.N.1 +1")


def test_days_ahead_read_as_words() -> None:
    assert [in_days(days) for days in (0, 1, 2, 1000)] == ["today", "tomorrow", "in 2 days", "in 1,000 days"]


def test_a_document_is_named_by_its_symbol_or_the_beginning_of_its_title() -> None:
    assert document(Source("k", "C.N.862.2016.TREATIES-XVIII.10", "t", None)) == "C.N.862.2016"
    assert document(Source("k", None, "Jurist, October 2016: Burundi to leave", None)) == "Jurist, October 2016"
    assert document(Source("k", None, "x" * 90, None)) == "x" * 90  # never cut: a pipe gets all of it


def test_an_other_value_is_said_with_who_gives_it() -> None:
    by_note = Disputed("done", "2017-01-10", "A local paper.", (), ())
    by_document = Disputed("effect", "2017-01", None, ("k",), ("A list",))
    assert other_values([by_note, by_document]) == [
        "† another source: 10 Jan 2017 (A local paper)",
        "† another source: effect Jan 2017 (A list)",
    ]
    assert other_values([by_note, by_document], "effect") == ["† another source: effect Jan 2017 (A list)"]
