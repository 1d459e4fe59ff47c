"""The shape of each file: which keys, of what kind. Every error names the file and the line of the key."""

from datetime import date
from enum import StrEnum
from pathlib import Path

import pytest

from icc_cli.source import shape
from icc_cli.source.keys import FIELDS
from icc_cli.source.load import load
from icc_cli.source.reading import read_text
from icc_cli.treaty import model
from icc_cli.treaty.dates import PartialDate
from icc_cli.treaty.details import UnitedNations
from icc_cli.treaty.model import Dataset
from icc_cli.treaty.vocabulary import ActKind, Standing
from tests.datadir import DataDir, small_data

RURITANIA = "states/RUR.yaml"
STRELSAU = "situations/strelsau.yaml"


@pytest.fixture
def data(tmp_path: Path) -> DataDir:
    return small_data(tmp_path / "data")


def told(parse: shape.Parser, text: str) -> list[tuple[int, str]]:
    """Return what a parser reports of a text, with the lines."""
    found: list[tuple[int, str]] = []
    shape.read_with(parse, read_text(text), lambda line, message: found.append((line, message)))
    return found


def test_the_small_dataset_is_sound(data: DataDir) -> None:
    assert data.problems() == []


def test_what_is_read_is_what_is_written(data: DataDir) -> None:
    dataset: Dataset = load(data.path)
    assert [state.iso3 for state in dataset.states] == ["GRA", "RUR"]
    graustark, ruritania = dataset.states
    assert (graustark.acts, graustark.names, graustark.codes, graustark.m49) == ((), {}, {}, "")
    assert (ruritania.names, ruritania.codes, ruritania.also) == ({"fr": "Ruritanie"}, {"cow": 998}, ("Ruritanien",))
    assert ruritania.united_nations is UnitedNations.MEMBER
    notice = ruritania.acts[3]
    assert (notice.act, notice.done, notice.effect, notice.circulated) == (
        ActKind.WITHDRAWAL_NOTICE,
        date(2016, 11, 10),
        date(2017, 11, 10),
        date(2016, 11, 11),
    )
    assert (notice.disputed[0].value, notice.disputed[0].sources) == ("2016-11-09", ("gazette",))
    assert (notice.standing, notice.sources) == (Standing.CONFIRMED, ("status-page", "gazette"))
    strelsau = next(one for one in dataset.situations if one.id == "strelsau")
    assert (strelsau.opened, strelsau.closed) == (date(2005, 2, 1), PartialDate(2015, 3))
    assert [document.date for document in dataset.documents] == [None, PartialDate(2016, 11)]


# Keys


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        (RURITANIA, "everyday: Rur", "everyady: Rur", "unknown key 'everyady'; did you mean 'everyday'?"),
        (RURITANIA, "    circulated:", "    circulatd:", "unknown key 'circulatd'; did you mean 'circulated'?"),
        (RURITANIA, "      - field: done", "      - feild: done", "unknown key 'feild'; did you mean 'field'?"),
        (STRELSAU, "scope-from", "scope_from", "unknown key 'scope_from'; did you mean 'scope-from'?"),
        (STRELSAU, "  - by:", "  - bye:", "unknown key 'bye'; did you mean 'by'?"),
        ("documents.yaml", "  url:", "  uri:", "unknown key 'uri'; did you mean 'url'?"),
        ("dataset.yaml", "checked:", "cheked:", "unknown key 'cheked'; did you mean 'checked'?"),
    ],
)
def test_an_unknown_key_is_told_where_it_stands_with_the_nearest_known_one(
    data: DataDir, name: str, old: str, new: str, message: str
) -> None:
    data.edit(name, old, new)
    assert data.place(name, new.split("-")[-1].strip()) + message in data.problems()


def test_an_unknown_key_like_no_other_is_told_with_all_that_are_known(data: DataDir) -> None:
    data.edit(RURITANIA, "  cow: 998", "  cow: 998\nzzz: 1")
    [problem] = data.problems()
    place = data.place(RURITANIA, "zzz")
    assert problem.startswith(f"{place}unknown key 'zzz'; known here: iso3, iso2, m49, name, everyday")


def test_the_data_hold_no_current_flags_no_counts_and_no_status(data: DataDir) -> None:
    for key in ("status", "current", "party", "acts-count"):
        data.edit(RURITANIA, "everyday: Ruritania\n", f"everyday: Ruritania\n{key}: state-party\n")
        assert [problem for problem in data.problems() if f"{RURITANIA}:6: unknown key '{key}'" in problem]
        data.edit(RURITANIA, f"{key}: state-party\n", "")


def test_names_are_of_known_languages_and_codes_of_known_collections(data: DataDir) -> None:
    data.edit(RURITANIA, "  fr: Ruritanie", "  de: Ruritanien")
    data.edit(RURITANIA, "  cow: 998", "  imf: 998")
    assert data.problems() == [
        data.place(RURITANIA, "de:") + "unknown key 'de'; one of: fr, es, ar, ru, zh",
        data.place(RURITANIA, "imf:") + "unknown key 'imf'; one of: cow, gw, vdem",
    ]


REQUIRED = {
    "dataset.yaml": ("title", "version", "checked", "licence", "notices"),
    "states/*.yaml": ("iso3", "iso2", "name", "everyday", "united-nations"),
    "acts of a State": ("act", "id", "sources"),
    "context.yaml": ("act", "id", "body", "sources"),
    "situations/*.yaml": ("id", "kind", "name", "states", "trigger", "sources"),
    "referrals": ("done", "sources"),
    "amendments.yaml": ("id", "title", "articles", "rule", "sources"),
    "published": ("count", "sources"),
    "documents.yaml": ("key", "title", "kind"),
    "corrections.yaml": ("fact", "field", "old", "new", "why", "since", "sources"),
}
"""What no entry may lack, written out again by hand."""


def test_what_no_entry_may_lack_is_written_out_for_every_kind_of_entry() -> None:
    asking = {name for name, fields in FIELDS.items() if any(field.required for field in fields.values())}
    assert set(REQUIRED) == asking


@pytest.mark.parametrize(("what", "keys"), REQUIRED.items())
def test_each_key_that_an_entry_may_not_lack_is_asked_for(what: str, keys: tuple[str, ...]) -> None:
    reported = told(shape.record(dict, FIELDS[what]), "\n\nnothing: here\n")
    assert sorted(message for _, message in reported[1:]) == sorted(f"'{key}' is missing" for key in keys)
    assert {line for line, _ in reported} == {3}


@pytest.mark.parametrize(
    ("name", "gone", "line", "key"),
    [
        (RURITANIA, "iso2: RU\n", "iso3: RUR", "iso2"),
        (RURITANIA, "    id: RUR-2016-11-10-withdrawal-notice\n", "act: withdrawal-notice", "id"),
        (RURITANIA, "    title: Diplomatic channel\n    sources: [status-page]\n", "act: declaration", "sources"),
        ("documents.yaml", "  kind: state\n", "key: gazette", "kind"),
        ("context.yaml", "  body: Security Council\n", "act: context", "body"),
        ("dataset.yaml", "licence: CC0-1.0\n", "title:", "licence"),
    ],
)
def test_a_missing_key_is_told_on_the_first_line_of_its_entry(
    data: DataDir, name: str, gone: str, line: str, key: str
) -> None:
    data.edit(name, gone, "")
    assert data.problems() == [f"{data.place(name, line)}'{key}' is missing"]


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


@pytest.mark.parametrize("partial", ["2017", "2017-11"])
@pytest.mark.parametrize(
    ("name", "key", "value"),
    [
        (RURITANIA, "    effect", "2017-11-10"),
        (RURITANIA, "    circulated", "2016-11-11"),
        ("dataset.yaml", "checked", "2026-01-01"),
        ("amendments.yaml", "  adopted", "2010-06-11"),
        (STRELSAU, "authorised", "2005-01-10"),
    ],
)
def test_a_date_with_legal_effect_needs_its_day(data: DataDir, name: str, key: str, value: str, partial: str) -> None:
    data.edit(name, f"{key}: {value}", f"{key}: {partial}")
    message = f"'{partial}' needs a day: this date has legal effect"
    assert data.problems() == [data.place(name, f"{key}: {partial}") + message]


def test_a_month_or_year_stays_partial_where_no_day_is_known(data: DataDir) -> None:
    data.edit(STRELSAU, "closed: 2015-03", "closed: 2015")
    assert load(data.path).situations[1].closed == PartialDate(2015)


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
    assert all(problem.startswith(f"{RURITANIA}:") for problem in data.problems())
    assert data.problems()


# Vocabularies


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("reservation", "the Statute admits no reservation (Art. 120); record a declaration as 'declaration'"),
        ("denunciation", "the Statute speaks of withdrawal (Art. 127); use 'withdrawal-notice'"),
        (
            "definitive-signature",
            "every signature needs ratification, acceptance or approval (Art. 125(2)); use 'signature'",
        ),
        (
            "formal-confirmation",
            "only States can join (Art. 125); use ratification, acceptance, approval or accession",
        ),
        ("provisional-application", "the Statute knows no provisional application; record what the State filed"),
    ],
)
def test_acts_that_the_statute_does_not_know_are_refused_with_the_reason(data: DataDir, word: str, reason: str) -> None:
    data.edit(RURITANIA, "- act: declaration", f"- act: {word}")
    assert data.problems() == [f"{data.place(RURITANIA, word)}'{word}' is refused: {reason}"]


def test_a_reservation_is_refused_with_article_120(data: DataDir) -> None:
    data.edit(RURITANIA, "- act: declaration", "- act: reservation")
    [problem] = data.problems()
    assert "'reservation' is refused" in problem
    assert "Art. 120" in problem


@pytest.mark.parametrize(
    ("name", "old", "new", "near"),
    [
        (RURITANIA, "act: withdrawal-notice", "act: withdrawl-notice", "withdrawal-notice"),
        (RURITANIA, "act: ratification", "act: ratified", "ratification"),
        (RURITANIA, "kind: article-87-channel", "kind: article-87-chanel", "article-87-channel"),
        (RURITANIA, "standing: confirmed", "standing: Confirmed", "confirmed"),
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
    data.edit(RURITANIA, "standing: confirmed", "standing: true")
    message = "unknown word 'true'; one of: confirmed, reported, disputed"
    assert data.problems() == [data.place(RURITANIA, "standing: true") + message]


VOCABULARIES = [kind for kind in vars(model).values() if isinstance(kind, type) and issubclass(kind, StrEnum)]


@pytest.mark.parametrize("words", VOCABULARIES, ids=lambda words: str(words.__name__))
def test_each_word_of_a_vocabulary_is_read_as_itself(words: type[StrEnum]) -> None:
    parse = shape.one_of(words)
    for word in words:
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
