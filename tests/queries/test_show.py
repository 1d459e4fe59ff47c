"""`icc show`: anything on record by its id, as of a day."""

import json
import webbrowser
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from icc_cli import NotYet, UnknownName, UsageError, contract
from icc_cli.api import IccDataset
from icc_cli.database.opening import open_store
from icc_cli.database.store import Store
from icc_cli.queries.acts import Act, Source
from icc_cli.queries.amendments import AmendmentWithParties
from icc_cli.queries.links import Link
from icc_cli.queries.show import Article, Correction, Document, Proof, Record, SituationInFull, identify, show_all
from icc_cli.views import words
from tests.support.datadir import act, small_data
from tests.support.graustark import GRAUSTARK, RATIFIED, SIGNED, doing
from tests.support.places import DATA, TODAY

Run = Callable[..., tuple[int, str, str]]

NOTICE = "GMB-2016-11-10-withdrawal-notice"
RESCISSION = "GMB-2017-02-10-withdrawal-rescinded"
INSIDE = {"act": Act, "document": Document, "situation": SituationInFull, "amendment": AmendmentWithParties}


def test_an_act_shows_what_undid_it_from_the_day_it_was_undone(dataset: IccDataset) -> None:
    assert dataset.show(NOTICE, on=date(2017, 2, 9)).undone_by is None
    undone_by = dataset.show(NOTICE, on=date(2017, 2, 10)).undone_by
    assert undone_by is not None
    assert (undone_by.id, undone_by.day) == (RESCISSION, date(2017, 2, 10))
    undoes = dataset.show(RESCISSION, on=TODAY).undoes
    assert undoes is not None
    assert (undoes.id, undoes.name, undoes.title) == (NOTICE, "The Gambia", "Notice of withdrawal")


def test_the_page_of_an_undone_notice_says_that_its_effect_did_not_come(icc: Run) -> None:
    assert "10 Nov 2017  never took effect" in icc("show", NOTICE, "--on", "2017-02-10")[1]
    assert "10 Nov 2017  unless its notice is withdrawn" in icc("show", NOTICE, "--on", "2016-11-16")[1]
    assert "C.N.862.2016.TREATIES-XVIII.10" in icc("show", NOTICE)[1]
    assert "another" not in icc("show", NOTICE)[1]
    assert "Other value  done 10 Jan 2017  (A local paper" in icc("show", RESCISSION)[1]


@pytest.mark.parametrize("typed", [NOTICE, NOTICE.lower(), f" {NOTICE.upper()} ", f"act:{NOTICE}", f"ACT:{NOTICE}"])
def test_an_id_is_known_in_any_case_and_with_its_kind(typed: str, dataset: IccDataset) -> None:
    assert dataset.show(typed, on=TODAY).id == NOTICE


def test_a_document_shows_every_fact_it_proves_by_the_day(dataset: IccDataset) -> None:
    record = dataset.show("cn-862-2016", on=TODAY)
    assert [(one.id, one.title, one.disputes) for one in record.proves] == [(NOTICE, "Notice of withdrawal", None)]
    status_page = dataset.show("untc-xviii-10", on=date(1998, 7, 18)).proves
    assert {one.id for one in status_page} >= {"ITA-1998-07-18-signature"}
    assert max(one.day for one in status_page if isinstance(one.day, date)) <= date(1998, 7, 18)


def test_a_document_says_how_its_address_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, icc: Run) -> None:
    data = small_data(tmp_path)
    monkeypatch.setenv("ICC_DATA", str(data.path))
    said = {
        "seen": "from a source that prints it",
        "pattern": "built from the symbol, not seen",
        "copy": "as that of a copy",
    }
    known = "seen"
    for word, meaning in said.items():
        data.edit("documents.yaml", f"url-known: {known}", f"url-known: {word}")
        known = word
        page = icc("show", "status-page")[1]
        assert f"Address  {meaning}" in page
        assert "\n  https://example.org/status\n" in page
        shown = json.loads(icc("show", "status-page", "--json")[1])["data"][0]["record"]
        assert (shown["url"], shown["url_known"]) == ("https://example.org/status", word)
        assert word not in icc("cite", "status-page", "--style", "bibtex")[1]
    none = icc("show", "gazette")[1]
    assert "Address  none known" in none


def test_an_act_tells_why_its_effect_differs_and_why_its_document_is_enough(tmp_path: Path, icc: Run) -> None:
    data = small_data(tmp_path)
    why = {"effect_differs": "The notice names this day.", "proof": "It quotes the notice."}
    notice = act("withdrawal-notice", "2016-10-27", effect="2018-01-01", **why)
    data.write(GRAUSTARK, doing(SIGNED, RATIFIED, notice))
    assert data.problems() == []
    asked = ("show", "GRA-2016-10-27-withdrawal-notice", "--data", str(data.path))
    out = " ".join(icc(*asked)[1].split())
    assert "Why on that day The notice names this day." in out
    assert "Why this proves it It quotes the notice." in out
    assert json.loads(icc(*asked, "--json")[1])["data"][0]["record"]["details"] == why
    (event,) = json.loads(icc("events", "--kind", "withdrawal-notice", "graustark", *asked[2:], "--json")[1])["data"]
    assert list(event["details"].items()) == list(why.items())


def test_a_document_that_gives_another_value_proves_no_fact(dataset: IccDataset, icc: Run) -> None:
    (proof,) = dataset.show("fidh-cote-divoire-2006", on=TODAY).proves
    assert (proof.id, proof.disputes) == ("CIV-2003-10-01-article-12-3-declaration", "done")
    assert "Proves no fact" in icc("show", "fidh-cote-divoire-2006")[1]


def test_no_document_is_without_use_and_every_source_is_shown(dataset: IccDataset, store: Store) -> None:
    shown = {
        (row["key"], proof.id)
        for row in store.rows("SELECT key FROM document")
        for proof in dataset.show(f"document:{row['key']}", on=TODAY).proves
    }
    for row in store.rows("SELECT fact, document FROM source"):
        fact = row["fact"].removesuffix(":published")
        if fact.startswith("correction-"):
            fact = store.rows("SELECT fact FROM correction WHERE position = ?", fact.split("-")[1])[0]["fact"]
        assert (row["document"], fact) in shown
    assert {key for key, _ in shown} == {row["key"] for row in store.rows("SELECT key FROM document")}


def test_a_situation_shows_its_referrals_and_its_examination(dataset: IccDataset) -> None:
    darfur = dataset.show("darfur", on=TODAY).record
    assert isinstance(darfur, SituationInFull)
    assert [act.id for act in darfur.referrals] == ["UNSC-2005-03-31-referral-darfur"]
    assert [one.id for one in darfur.related] == ["pe-darfur"]
    examination = dataset.show("pe-darfur", on=TODAY).record
    assert isinstance(examination, SituationInFull)
    assert [one.id for one in examination.related] == ["darfur"]
    before = dataset.show("pe-darfur", on=date(2005, 5, 1)).record
    assert isinstance(before, SituationInFull)
    assert (before.related, before.closed, before.open) == ((), None, True)


def test_an_amendment_shows_its_articles_and_rule_as_of_the_day(dataset: IccDataset) -> None:
    amendment = dataset.show("aggression-2010", on=date(2012, 1, 1)).record
    assert isinstance(amendment, AmendmentWithParties)
    assert "8 bis" in amendment.articles
    assert (amendment.rule, amendment.adopted, amendment.in_force) == ("121(5)", date(2010, 6, 11), None)


def test_corrections_that_name_a_record_stand_with_it(dataset: IccDataset) -> None:
    (correction,) = dataset.show("libya", on=TODAY).corrections
    assert (correction.field, correction.since) == ("note", "2026.10.0")
    assert [source.key for source in correction.sources] == ["lfjl-2025-05-16-libya"]
    assert dataset.show(NOTICE, on=TODAY).corrections == ()


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((NOTICE, "--on", "2016-11-09"), 1, f"icc: {NOTICE} was only done on 2016-11-10\n"),
        (("cn-862-2016", "--on", "2016-11-10"), 1, "cn-862-2016 was only issued on 2016-11-11"),
        (("icc-asp-15", "--on", "2016-11-29"), 1, "icc-asp-15 was only issued in 2016-11"),
        (("darfur", "--on", "2005-05-31"), 1, "darfur was only opened on 2005-06-01"),
        (("aggression-2010", "--on", "2010-06-10"), 1, "aggression-2010 was only adopted on 2010-06-11"),
        (("aggression-jurisdiction-proposal-2025", "--on", "2025"), 0, ""),
        (("aggression-jurisdiction-proposal-2025", "--on", "2024"), 1, "was only proposed on 2025-04-07"),
        (("SRB-undated-declaration-article-87-channel", "--on", "2020"), 1, "bears no day and counts only from"),
        (("cn-862-2017",), 2, "did you mean cn-862-2016"),
        (("situation:darfu",), 2, "is known as 'situation:darfu'"),
        (("document:darfur",), 2, "is known as 'document:darfur'"),
        (
            ("nowhere-at-all",),
            2,
            "amendment, person, article or State is known as 'nowhere-at-all'; 'icc show NAME' lists the",
        ),
        (("\x1b]0;x\x07",), 2, "\\x1b]0;x\\x07"),
        (("\udcff\u202e",), 2, "\\u202e"),
        ((":",), 2, "is known as ':'"),
        ((), 2, "Missing argument 'ID...'"),
    ],
)
def test_what_is_unknown_or_came_later_gets_one_line(
    arguments: tuple[str, ...], code: int, said: str, icc: Run
) -> None:
    found, out, err = icc("show", *arguments)
    assert found == code
    assert (out == "") == (code != 0)
    assert err.count("\n") == (code != 0)
    assert said in err
    assert "\x1b" not in err


def test_a_succession_shows_from_the_day_it_counts(dataset: IccDataset) -> None:
    montenegro = "MNE-2006-10-23-succession"
    assert dataset.show(montenegro, on=date(2006, 6, 3)).id == montenegro
    with pytest.raises(NotYet, match="was only done on 2006-10-23"):
        dataset.show(montenegro, on=date(2006, 6, 2))


def test_suggestions_are_at_most_three_ids(dataset: IccDataset) -> None:
    with pytest.raises(UnknownName) as unknown:
        dataset.show("GMB-2016-11-10-withdrawal-notic", on=TODAY)
    assert unknown.value.suggestions[0] == NOTICE
    assert len(unknown.value.suggestions) == 3


def test_an_id_of_two_records_asks_which(tmp_path: Path) -> None:
    data = small_data(tmp_path)
    data.append("documents.yaml", "\n- key: aggression-2010\n  title: A paper on the amendment\n  kind: other\n")
    data.append("amendments.yaml", "  note: x\n")
    data.edit("amendments.yaml", "sources: [status-page]\n  note: x", "sources: [status-page, aggression-2010]")
    store = open_store(tmp_path)
    with pytest.raises(UsageError) as ambiguous:
        identify(store, "Aggression-2010")
    assert ambiguous.value.hint == "say which: document:aggression-2010 or amendment:aggression-2010"
    assert identify(store, "document:Aggression-2010") == ("document", "aggression-2010")
    store.close()


def test_a_record_shows_what_its_kind_has(icc_json: Callable[..., Any]) -> None:
    def keys(kind: type) -> list[str]:
        return list(contract.fields_of(kind))

    ids = (NOTICE, RESCISSION, "cn-862-2016", "untc-xviii-10", "libya", "pe-libya", "aggression-2010")
    found = icc_json("show", *ids, "--on", "2026")
    assert [one["kind"] for one in found] == [
        "act", "act", "document", "document", "situation", "situation", "amendment",
    ]  # fmt: skip
    for one in found:
        assert list(one) == keys(Record)
        assert list(one["record"]) == keys(INSIDE[one["kind"]])
        for link in filter(None, (one["undoes"], one["undone_by"])):
            assert list(link) == keys(Link)
        assert all(list(proof) == keys(Proof) for proof in one["proves"])
        for correction in one["corrections"]:
            assert list(correction) == keys(Correction)
            assert all(list(source) == keys(Source) for source in correction["sources"])


def test_an_id_given_twice_is_shown_once_as_of_the_day(icc: Run) -> None:
    envelope = json.loads(icc("show", "darfur", "darfur", "--json", "--on", "2016-11-16")[1])
    assert (envelope["on"], [one["id"] for one in envelope["data"]]) == ("2016-11-16", ["darfur"])


def test_every_record_has_a_page_at_every_width(at_width: Callable[..., str], store: Store) -> None:
    ids = [
        f"{kind}:{row[0]}"
        for kind, column in (("act", "id"), ("situation", "id"), ("amendment", "id"), ("document", "key"))
        for row in store.rows(f"SELECT {column} FROM {kind}")
    ]
    shown = at_width(80, "show", *ids[::4]).splitlines()
    assert max(len(line) for line in shown if not line.lstrip().startswith("http")) <= 80
    for width in (10, 40, 60, 200):
        assert at_width(width, "show", "ukraine", "cn-862-2016", "aggression-2010", NOTICE)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("C.N.862.2016", "cn-862-2016"),
        ("c.n.862.2016.treaties-xviii.10", "cn-862-2016"),
        ("document:C.N.862.2016", "cn-862-2016"),
        ("UNTC XVIII.10", "untc-xviii-10"),
        ("icc-01/09-3", "icc-01-09-3"),
        ("Aviso n.º 71/2018", "aviso-71-2018"),
    ],
)
def test_a_document_is_known_by_the_symbol_that_answers_print(typed: str, key: str, dataset: IccDataset) -> None:
    assert (dataset.show(typed, on=TODAY).kind, dataset.show(typed, on=TODAY).id) == ("document", key)


def test_every_symbol_on_record_leads_to_its_document(store: Store) -> None:
    for row in store.rows("SELECT key, symbol FROM document WHERE symbol IS NOT NULL"):
        assert identify(store, words.document(Source(**row, title="", url=None))) == ("document", row["key"])


def test_a_state_by_its_name_lists_its_acts_with_their_ids(icc: Run, icc_json: Callable[..., Any]) -> None:
    page = icc("show", "niger")[1]
    acts = [one["id"] for one in icc_json("show", "niger")]
    assert acts[-1] == "NER-2026-06-18-withdrawal-notice"
    assert "Acts of Niger" in page
    assert all(one in page for one in acts)
    (notice,) = [one for one in icc_json("show", "gambia") if one["id"] == NOTICE]
    assert notice["undone_by"]["id"] == RESCISSION


def test_an_id_wins_over_the_name_of_a_state_that_reads_the_same(store: Store) -> None:
    assert [one.kind for one in show_all(store, "kenya", TODAY)[1]] == ["situation"]
    iso3, acts = show_all(store, "state:kenya", TODAY)
    assert iso3 == "KEN"
    assert {one.kind for one in acts} == {"act"}


def test_the_page_of_a_state_says_where_the_ids_of_its_acts_are(icc: Run) -> None:
    assert "Ids: icc show GMB" in icc("status", "gambia")[1]
    assert NOTICE in icc("show", "GMB")[1]


def test_an_article_is_told_in_our_words_with_the_address_of_its_text(icc: Run, dataset: IccDataset) -> None:
    page = icc("show", "article-127", "--data", str(DATA))[1]
    assert "Rome Statute, Article 127: Withdrawal" in page
    assert "https://legal.un.org/icc/statute/99_corr/cstatute.htm" in page
    assert "Rome Statute, Art. 127 (Withdrawal)." in icc("cite", "Art. 127")[1]
    inserted = dataset.show("Art. 15 bis", on=TODAY).record
    assert isinstance(inserted, Article)
    assert [source.key for source in inserted.sources] == ["cn-651-2010"]
    assert [one.id for one in inserted.amended_by] == ["aggression-2010"]


def test_an_article_is_amended_from_the_day_the_amendment_was_adopted(dataset: IccDataset) -> None:
    for day, amended in (("2015-11-25", ()), ("2015-11-26", ("article-124-2015",))):
        record = dataset.show("article-124", on=day).record
        assert isinstance(record, Article)
        assert tuple(one.id for one in record.amended_by) == amended


@pytest.mark.parametrize(("number", "hint"), [("3", "its text: https://legal.un.org/"), ("129", "are 1 to 128")])
def test_an_article_without_words_leads_to_its_text(number: str, hint: str, icc: Run) -> None:
    code, out, err = icc("show", f"article-{number}", "--data", str(DATA))
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert hint in err


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect what a browser is asked to open."""
    addresses: list[str] = []

    def browse(address: str) -> bool:
        addresses.append(address)
        return True

    monkeypatch.setattr(webbrowser, "open", browse)
    return addresses


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("C.N.862.2016", "https://treaties.un.org/doc/Publication/CN/2016/CN.862.2016-Eng.pdf"),
        (NOTICE, "https://treaties.un.org/doc/Publication/CN/2016/CN.862.2016-Eng.pdf"),
    ],
)
def test_a_document_opens_in_the_browser(typed: str, address: str, icc: Run, opened: list[str]) -> None:
    assert icc("show", typed, "--open")[0] == 0
    assert opened == [address]


def test_nothing_is_opened_unasked_or_without_an_address(
    icc: Run, opened: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    icc("show", NOTICE)
    code, _, err = icc("show", "niger", "--open")
    assert (code, "--open opens one document; give one id" in err) == (2, True)
    data = small_data(tmp_path)
    monkeypatch.setenv("ICC_DATA", str(data.path))
    code, out, err = icc("show", "gazette", "--open")
    assert (code, out) == (1, "")
    assert err == "icc: no address of a document of gazette is on record; leave out --open to read about it\n"
    data.edit("documents.yaml", "https://example.org/status", "file:///etc/passwd")
    assert icc("show", "status-page", "--open")[0] != 0
    assert opened == []


def test_where_no_browser_opens_the_address_is_said(icc: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda _address: False)
    code, out, err = icc("show", "cn-862-2016", "--open")
    assert (code, out) == (1, "")
    assert "no browser could be opened; the address is https://treaties.un.org/" in err
