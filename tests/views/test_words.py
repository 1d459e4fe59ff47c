"""The words that pages share: marks, days ahead, the names of documents."""

from icc_cli.queries.acts import Source
from icc_cli.views.words import document, in_days, legend, mark


def test_marks_are_explained_where_they_appear() -> None:
    assert mark("confirmed") == ""
    assert mark("reported") == "°"
    assert legend("") == []
    assert "reported, not confirmed" in str(legend("°"))
    assert "another value" not in str(legend("°"))


def test_days_ahead_read_as_words() -> None:
    assert [in_days(days) for days in (0, 1, 2, 1000)] == ["today", "tomorrow", "in 2 days", "in 1,000 days"]


def test_a_document_is_named_by_its_symbol_or_the_beginning_of_its_title() -> None:
    assert document(Source("k", "C.N.862.2016.TREATIES-XVIII.10", "t", None)) == "C.N.862.2016"
    assert document(Source("k", None, "Jurist, October 2016: Burundi to leave", None)) == "Jurist, October 2016"
    assert document(Source("k", None, "x" * 90, None)) == "x" * 90  # never cut: a pipe gets all of it
