"""The keys of each file: which there are, which no entry may lack, and which words and dates they take."""

from datetime import date

import pytest

from icc_cli.source import shape
from icc_cli.source.files import records
from icc_cli.source.load import load
from icc_cli.source.reading import read_text
from icc_cli.treaty.dates import PartialDate
from icc_cli.treaty.details import UnitedNations
from icc_cli.treaty.model import Dataset
from icc_cli.treaty.vocabulary import ActKind, Confidence
from tests.support.datadir import DataDir
from tests.support.graustark import RURITANIA, STRELSAU


def told(parse: shape.Parser, text: str) -> list[tuple[int, str]]:
    """Return what a parser reports of a text, with the lines."""
    found: list[tuple[int, str]] = []
    shape.read_with(parse, read_text(text), lambda line, message: found.append((line, message)))
    return found


def test_what_is_read_is_what_is_written(data: DataDir) -> None:
    dataset: Dataset = load(data.path)
    assert [state.iso3 for state in dataset.states] == ["GRA", "RUR"]
    graustark, ruritania = dataset.states
    assert (graustark.acts, graustark.names, graustark.codes, graustark.m49) == ((), {}, {}, None)
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
    assert (notice.confidence, notice.sources) == (Confidence.CONFIRMED, ("status-page", "gazette"))
    strelsau = next(one for one in dataset.situations if one.id == "strelsau")
    assert (strelsau.opened, strelsau.closed) == (date(2005, 2, 1), PartialDate(2015, 3))
    assert [document.date for document in dataset.documents] == [None, PartialDate(2026, 1)]


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
    "Particulars": ("title", "version", "checked", "licence", "notices"),
    "State": ("iso3", "iso2", "name", "everyday", "united-nations"),
    "Act": ("act", "id", "sources"),
    "BodyAct": ("act", "id", "body", "sources"),
    "Situation": ("id", "kind", "name", "states", "trigger", "sources"),
    "Referral": ("done", "sources"),
    "Amendment": ("id", "title", "articles", "rule", "sources"),
    "Published": ("count", "sources"),
    "Document": ("key", "title", "kind"),
    "Correction": ("fact", "field", "old", "new", "why", "since", "sources"),
    "Disputed": ("field", "value"),
    "Independence": ("day", "sources"),
    "Territory": ("token", "name", "state", "standings"),
    "TerritoryStanding": ("treatment", "sources"),
    "Mandate": ("resolution", "act", "situation", "state", "sources"),
    "NotAdopted": ("act", "state", "sources"),
    "CarveOut": ("resolution", "paragraph", "state", "from", "sources"),
    "Deferral": ("resolution", "from", "until", "sources"),
    "RefusedLink": ("state", "with", "from", "sources"),
    "Challenge": ("treatment", "sources"),
    "Acceptance": ("act", "reach", "sources"),
    "NeverLodged": ("act", "sources"),
    "Transitional": ("act", "reach", "sources"),
    "Predecessor": ("state", "of", "sources"),
    "SharedNationality": ("state", "of", "sources"),
    "MatterReach": ("situation", "sources"),
    "OtherCrimes": ("crimes", "sources"),
    "Authority": ("rule", "sources"),
    "Person": ("id", "name", "situation", "proceedings", "sources"),
    "Proceeding": ("id", "kind", "sources"),
    "Decision": ("id", "state", "ruling", "chamber", "sources"),
    "Pact": ("id", "state", "kind", "sources"),
    "Visit": ("id", "person", "state", "kind", "sources"),
    "Law": ("id", "state", "provision", "sources"),
}
"""What no entry may lack, written out again by hand."""


def test_what_no_entry_may_lack_is_written_out_for_every_kind_of_entry() -> None:
    asking = {one.__name__ for one in records() if any(key.required for key in shape.keys(one).values())}
    assert set(REQUIRED) == asking


@pytest.mark.parametrize(("what", "keys"), REQUIRED.items())
def test_each_key_that_an_entry_may_not_lack_is_asked_for(what: str, keys: tuple[str, ...]) -> None:
    (kind,) = (one for one in records() if one.__name__ == what)
    reported = told(shape.record(kind), "\n\nnothing: here\n")
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


@pytest.mark.parametrize("partial", ["2017", "2017-11"])
@pytest.mark.parametrize(
    ("name", "key", "value"),
    [
        (RURITANIA, "    effect", "2017-11-10"),
        (RURITANIA, "    circulated", "2016-11-11"),
        ("dataset.yaml", "checked", "2026-01-01"),
        ("amendments.yaml", "  adopted", "2010-06-11"),
        ("amendments.yaml", "  proposed", "2024-04-07"),
    ],
)
def test_a_date_with_legal_effect_needs_its_day(data: DataDir, name: str, key: str, value: str, partial: str) -> None:
    data.edit(name, f"{key}: {value}", f"{key}: {partial}")
    message = f"'{partial}' needs a day: this date has legal effect"
    assert data.problems() == [data.place(name, f"{key}: {partial}") + message]


def test_a_month_or_year_stays_partial_where_no_day_is_known(data: DataDir) -> None:
    data.edit(STRELSAU, "closed: 2015-03", "closed: 2015")
    assert load(data.path).situations[1].closed == PartialDate(2015)


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("reservation", "the Statute admits no reservation (Art. 120); record a declaration as 'declaration'"),
        (
            "denunciation",
            "the Statute speaks of withdrawal (Art. 127); use 'withdrawal-notice'; "
            "of the Agreement on Privileges and Immunities (its Art. 37), 'apic-denunciation'",
        ),
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
