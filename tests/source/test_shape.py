"""The shape of each value: text, numbers, dates, words and lists. Every error names the file and the line."""

from enum import StrEnum

import pytest

from icc_cli.source import shape
from icc_cli.source.load import load
from icc_cli.source.reading import read_text
from icc_cli.treaty import details, grounds, vocabulary
from icc_cli.treaty.vocabulary import Confidence
from tests.support.datadir import DataDir
from tests.support.graustark import RURITANIA, STRELSAU

# Kinds of value

A_KEY = "a key of small letters, digits and single hyphens"
AN_ID = "an act id such as GMB-2016-11-10-withdrawal-notice"
A_VERSION = "a dataset version such as 2026.10.0"
A_NUMBER = "a situation number such as ICC-01/04"


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        (RURITANIA, "name: Ruritania\ne", "name: [Ruritania]\ne", "expected text"),
        (RURITANIA, "name: Ruritania\ne", "name: {en: Ruritania}\ne", "expected text"),
        (RURITANIA, "name: Ruritania\ne", "name:\ne", "expected text, found nothing"),
        (RURITANIA, "name: Ruritania\ne", 'name: " "\ne', "expected text, found nothing"),
        (RURITANIA, "also: [Ruritanien]", "also: Ruritanien", "expected a list"),
        (RURITANIA, "also: [Ruritanien]", "also: {a: b}", "expected a list"),
        (RURITANIA, "also: [Ruritanien]", "also: []", "an empty list: leave the key out"),
        (RURITANIA, "also: [Ruritanien]", "also: [[Ruritanien]]", "expected text"),
        (RURITANIA, "sources: [status-page, gazette]", "sources: []", "an empty list: leave the key out"),
        (RURITANIA, "  fr: Ruritanie", "  - Ruritanie", "expected keys and values"),
        (RURITANIA, "  cow: 998", "  cow: nine", "'nine' is not a whole number"),
        (RURITANIA, "  cow: 998", "  cow: -9", "'-9' is not a whole number"),
        (RURITANIA, "  cow: 998", "  cow: 9.5", "'9.5' is not a whole number"),
        (RURITANIA, "  cow: 998", "  cow: ٣", "'٣' is not a whole number"),
        (RURITANIA, "  cow: 998", "  cow: ²", "'²' is not a whole number"),
        (RURITANIA, "iso3: RUR", "iso3: rur", "'rur' is not an ISO 3166 alpha-3 code such as RUS"),
        (RURITANIA, "iso2: RU", "iso2: RUR", "'RUR' is not an ISO 3166 alpha-2 code"),
        (RURITANIA, 'm49: "998"', "m49: 98", "'98' is not a three-digit M49 number"),
        (RURITANIA, 'm49: "998"', "m49: ٩٩٨", "'٩٩٨' is not a three-digit M49 number"),
        (RURITANIA, "[status-page, gazette]", "[Status_Page]", f"'Status_Page' is not {A_KEY}"),
        (RURITANIA, "    id: RUR-2016-11-10-withdrawal-notice", "    id: notice", f"'notice' is not {AN_ID}"),
        (RURITANIA, "    undoes: RUR-2016-11-10-withdrawal-notice", "    undoes: it", f"'it' is not {AN_ID}"),
        ("documents.yaml", "https://example.org/status", "javascript:x", "'javascript:x' is not a web address"),
        ("documents.yaml", "https://example.org/status", "https://x/<b>", "'https://x/<b>' is not a web address"),
        ("corrections.yaml", 'since: "2026.1.0"', "since: 2026", f"'2026' is not {A_VERSION}"),
        ("dataset.yaml", 'version: "2026.1.0"', "version: v1", f"'v1' is not {A_VERSION}"),
        ("dataset.yaml", "  names: No such States exist.", "  names: [a]", "expected text"),
        (STRELSAU, "trigger: self", "reference: ICC-1/1\ntrigger: self", f"'ICC-1/1' is not {A_NUMBER}"),
        (STRELSAU, "    done: 2004", "    votes: {for: all}\n    done: 2004", "'all' is not a whole number"),
    ],
)
def test_a_value_of_the_wrong_kind_is_told_where_it_stands(
    data: DataDir, name: str, old: str, new: str, message: str
) -> None:
    before = data.read(name).split("\n")
    data.edit(name, old, new)
    after = data.read(name).split("\n")
    line = next(n for n, (was, now) in enumerate(zip(before, after, strict=False), 1) if was != now)
    assert data.problems() == [f"{name}:{line}: {message}"]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("dataset.yaml", "- a\n", "expected keys and values"),
        ("states/GRA.yaml", "Graustark\n", "expected keys and values"),
        ("situations/strelsau.yaml", "- id: strelsau\n", "expected keys and values"),
        ("documents.yaml", "key: gazette\n", "expected a list"),
        ("amendments.yaml", "none\n", "expected a list"),
        ("context.yaml", "- a\n", "expected keys and values"),
    ],
)
def test_a_file_that_is_a_list_where_keys_are_due_or_the_reverse_is_refused(
    data: DataDir, name: str, text: str, message: str
) -> None:
    data.write(name, text)
    assert f"{name}:1: {message}" in data.problems()


def test_a_whole_number_has_no_more_digits_than_any_code_or_count(data: DataDir) -> None:
    for digits in (30, 5000):
        data.edit(RURITANIA, "  cow: 998", f"  cow: {'9' * digits}")
        [problem] = data.problems()
        assert problem.startswith(data.place(RURITANIA, "cow:"))
        data.edit(RURITANIA, f"  cow: {'9' * digits}", "  cow: 998")


def test_text_is_one_line_without_spare_blanks(data: DataDir) -> None:
    data.edit(RURITANIA, "The new government stays.", ">\n      The new\n      government\n\n      stays. ")
    assert load(data.path).states[1].acts[-1].note == "The new government stays."


# Dates


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("2016-02-30", "Feb 2016 has no day 30"),
        ("2015-02-29", "Feb 2015 has no day 29"),
        ("2016-13-01", "there is no month 13"),
        ("2016-13", "there is no month 13"),
        ("2016-00-10", "there is no month 00"),
        ("2016-11-00", "Nov 2016 has no day 00"),
        ("0000", "there is no year 0"),
        ("10 Nov 2016", "write it as 2016-11-30, 2016-11 or 2016"),
        ("11/10/2016", "write it as 2016-11-30, 2016-11 or 2016"),
        ("2016-11-10T12:00:00", "write it as 2016-11-30, 2016-11 or 2016"),
        ("2016-1-1", "write it as 2016-11-30, 2016-11 or 2016"),
        ("20161110", "write it as 2016-11-30, 2016-11 or 2016"),
        ("16-11-10", "write it as 2016-11-30, 2016-11 or 2016"),
        ("٢٠١٦", "write it as 2016-11-30, 2016-11 or 2016"),
        ("~", "write it as 2016-11-30, 2016-11 or 2016"),
    ],
)
def test_a_day_that_no_calendar_has_is_refused_with_the_reason(data: DataDir, written: str, reason: str) -> None:
    for key, value in (("done", "2016-11-10"), ("effect", "2017-11-10"), ("circulated", "2016-11-11")):
        data.edit(RURITANIA, f"    {key}: {value}", f"    {key}: {written}")
        assert data.problems() == [f"{data.place(RURITANIA, f'{key}: {written}')}'{written}' is no date: {reason}"]
        data.edit(RURITANIA, f"    {key}: {written}", f"    {key}: {value}")


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("done: 2002-06-28\n    effect", "done: {}\n    effect"),
        ("effect: 2002-09-01", "effect: {}"),
        ("done: 2016-11-10", "done: {}"),
        ("effect: 2017-11-10", "effect: {}"),
        ("done: 2017-02-10", "done: {}"),
    ],
)
def test_a_date_at_the_end_of_the_calendar_stops_no_check(data: DataDir, old: str, new: str, day: str) -> None:
    data.edit(RURITANIA, old, new.format(day))
    problems = data.problems()
    assert all(problem.startswith((f"{RURITANIA}:", f"{STRELSAU}:")) for problem in problems)
    assert any(problem.startswith(f"{RURITANIA}:") for problem in problems)


# Vocabularies


@pytest.mark.parametrize(
    ("name", "old", "new", "near"),
    [
        (RURITANIA, "act: withdrawal-notice", "act: withdrawl-notice", "withdrawal-notice"),
        (RURITANIA, "act: ratification", "act: ratified", "ratification"),
        (RURITANIA, "kind: article-87-channel", "kind: article-87-chanel", "article-87-channel"),
        (RURITANIA, "confidence: confirmed", "confidence: Confirmed", "confirmed"),
        (RURITANIA, "group: Eastern European", "group: Eastern Europe", "Eastern European"),
        (RURITANIA, "united-nations: member", "united-nations: members", "member"),
        (STRELSAU, "trigger: self-referral", "trigger: self referral", "self-referral"),
        (
            "situations/pe-strelsau.yaml",
            "outcome: investigation-opened",
            "outcome: investigation-open",
            "investigation-opened",
        ),
        ("documents.yaml", "kind: depositary", "kind: depository", "depositary"),
        ("amendments.yaml", "rule: 121(4)", "rule: 121.4", "121(4)"),
    ],
)
def test_a_near_miss_is_told_with_the_word_that_was_meant(
    data: DataDir, name: str, old: str, new: str, near: str
) -> None:
    data.edit(name, old, new)
    word = new.partition(": ")[2]
    assert data.problems() == [f"{data.place(name, new)}unknown word '{word}'; did you mean '{near}'?"]


def test_a_word_like_no_other_is_told_with_all_that_are_known(data: DataDir) -> None:
    data.edit(RURITANIA, "confidence: confirmed", "confidence: true")
    message = "unknown word 'true'; one of: confirmed, reported, disputed"
    assert data.problems() == [data.place(RURITANIA, "confidence: true") + message]


VOCABULARIES = [
    kind
    for module in (details, grounds, vocabulary)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
]


@pytest.mark.parametrize("words", VOCABULARIES, ids=lambda words: str(words.__name__))
def test_each_word_of_a_vocabulary_is_read_as_itself(words: type[StrEnum]) -> None:
    parse = shape.one_of(words)
    for word in words:
        if word is Confidence.SUPPOSED:  # no fact on record is
            continue
        assert shape.read_with(parse, read_text(f'"{word}"'), lambda *_: None) is word


# Repetition and hidden characters


@pytest.mark.parametrize(
    ("name", "old", "new", "word"),
    [
        (RURITANIA, "[status-page, gazette]", "[gazette, status-page, gazette]", "gazette"),
        (RURITANIA, "also: [Ruritanien]", "also: [Ruritanien, R, Ruritanien]", "Ruritanien"),
        (STRELSAU, "states: [RUR]", "states: [RUR, GRA, RUR]", "RUR"),
        (STRELSAU, "by: [RUR]", "by: [RUR, RUR]", "RUR"),
        ("context.yaml", "concerns: [RUR]", "concerns: [RUR, RUR]", "RUR"),
    ],
)
def test_a_word_listed_twice_is_told(data: DataDir, name: str, old: str, new: str, word: str) -> None:
    data.edit(name, old, new)
    assert data.problems() == [f"{data.place(name, new)}'{word}' is listed twice"]


def test_a_word_listed_twice_is_told_on_its_own_line(data: DataDir) -> None:
    data.edit(RURITANIA, "also: [Ruritanien]", "also:\n  - One\n  - Two\n  - One")
    assert data.problems() == [f"{RURITANIA}:12: 'One' is listed twice"]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("\u202e", "U+202E"),
        ("\u200b", "U+200B"),
        ("\ufeff", "U+FEFF"),
        ("\u00ad", "U+00AD"),
        ('"Ruri\\u001b[31mtania"', "U+001B"),
        ('"Ruri\\0tania"', "U+0000"),
        ('"Ruri\\u0007tania"', "U+0007"),
        ('"Ruri\\u2066tania"', "U+2066"),
    ],
)
def test_a_character_that_does_not_show_is_refused(data: DataDir, written: str, code: str) -> None:
    name = written if written.startswith('"') else f"Ruri{written}tania"
    data.edit(RURITANIA, "name: Ruritania\ne", f"name: {name}\ne")
    assert data.problems() == [f"{RURITANIA}:4: holds the unprintable character {code}"]


def test_names_in_every_script_of_the_united_nations_are_taken(data: DataDir) -> None:
    data.edit(RURITANIA, "  fr: Ruritanie", "  ar: روريتانيا\n  ru: Руритания\n  zh: 卢里塔尼亚\n  es: Ruritaña")
    assert data.problems() == []


def test_all_that_is_wrong_with_a_file_is_told_at_once(data: DataDir) -> None:
    data.edit(RURITANIA, "everyday: Ruritania", "everyady: Ruritania")
    data.edit(RURITANIA, "iso2: RU", "iso2: ru")
    data.edit(RURITANIA, "done: 2016-11-10", "done: 2016-11-31")
    data.edit(RURITANIA, "act: ratification", "act: ratified")
    places = [data.place(RURITANIA, text) for text in ("iso3", "iso2: ru", "everyady", "ratified", "2016-11-31")]
    assert [problem.split(": ")[0] + ": " for problem in data.problems()] == places
