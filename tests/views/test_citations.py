"""`icc cite`: a sentence for every fact, with its documents and the dataset, in each style."""

import json
import re
from collections.abc import Callable
from datetime import date

import pytest

from icc_cli import NotYet, UnknownName, UsageError
from icc_cli.api import IccDataset
from icc_cli.database.store import Store
from icc_cli.treaty.dates import spell
from icc_cli.treaty.details import ProceedingKind
from icc_cli.treaty.vocabulary import ActKind
from icc_cli.views import citations
from tests.support.places import TODAY
from tests.support.references import entries, rendered

Run = Callable[..., tuple[int, str, str]]

NOTICE = "GMB-2016-11-10-withdrawal-notice"


def everything(store: Store) -> list[str]:
    return [
        f"{kind}:{row[0]}"
        for kind, column in (("act", "id"), ("situation", "id"), ("amendment", "id"), ("document", "key"))
        for row in store.rows(f"SELECT {column} FROM {kind}")
    ]


def test_an_act_is_cited_in_a_sentence_with_its_documents_and_the_dataset(icc: Run, store: Store) -> None:
    code, out, err = icc("cite", NOTICE, "--on", "2016-11-16")
    assert (code, err) == (0, "")
    fact, notification, notice, gap, dataset = out.splitlines()
    assert fact == "Gambia: notice of withdrawal, 10 Nov 2016 (effect 10 Nov 2017, unless its notice is withdrawn)."
    assert notification == (
        "  Depositary notification: Gambia's notice of withdrawal. United Nations, C.N.862.2016.TREATIES-XVIII.10,"
        " 11 Nov 2016. https://treaties.un.org/doc/Publication/CN/2016/CN.862.2016-Eng.pdf"
    )
    assert notice.startswith("  Portugal, treaty notice: Gambia's notice of withdrawal. Aviso")
    assert gap == ""
    assert dataset == (
        f"States and the Rome Statute of the International Criminal Court, version {store.meta['version']}."
        f" Checked through {spell(date.fromisoformat(store.meta['checked']))}. Licence: CC0-1.0."
        " Answer for 16 Nov 2016."
    )


def test_without_anything_named_only_the_dataset_is_cited(icc: Run, store: Store) -> None:
    code, out, _ = icc("cite")
    assert (code, len(out.splitlines())) == (0, 1)
    for key in ("title", "version", "licence"):
        assert store.meta[key] in out


def test_an_act_undone_says_so_only_from_the_day_it_was_undone(dataset: IccDataset) -> None:
    def sentence(day: date) -> str:
        return dataset.cite(NOTICE, on=day)[0].text.splitlines()[0]

    assert sentence(date(2017, 2, 9)).endswith("10 Nov 2016 (effect 10 Nov 2017, unless its notice is withdrawn).")
    assert sentence(date(2017, 2, 10)).endswith("10 Nov 2016 (undone on 10 Feb 2017).")


def test_an_effect_after_the_record_was_checked_is_only_expected(dataset: IccDataset) -> None:
    niger = "NER-2026-06-18-withdrawal-notice"
    for day in (TODAY, date(2028, 1, 1)):
        assert "(effect 18 Jun 2027, unless its notice is withdrawn)." in dataset.cite(niger, on=day)[0].text
    burundi = dataset.cite("BDI-2016-10-27-withdrawal-notice", on=TODAY)[0]
    assert "(effect 27 Oct 2017)." in burundi.text


def test_a_state_is_cited_as_its_standing_on_the_day_with_the_documents_it_rests_on(dataset: IccDataset) -> None:
    before, _ = dataset.cite("the gambia", on=date(2016, 11, 9))
    after, _ = dataset.cite("the gambia", on=date(2016, 11, 16))
    assert before.text.startswith("Gambia on 9 Nov 2016: State Party since 1 Sep 2002.\n")
    assert [one.key for one in before.documents] == ["untc-xviii-10"]
    assert "withdrawing: leaves on 10 Nov 2017" in after.text
    assert "cn-862-2016" in [one.key for one in after.documents]


def test_doubts_stand_in_words_in_a_citation_not_as_marks(dataset: IccDataset) -> None:
    russia, gambia, darfur, _ = dataset.cite("russia", "gambia", "darfur", on=TODAY)
    assert "30 Nov 2016: reported by one source." in russia.text
    assert gambia.text.endswith(
        "\nNote: Notice withdrawn, 10 Feb 2017: another source gives 10 Jan 2017 as the day it was done."
    )
    assert "Another source gives 6 Jun 2005 (opened)." in darfur.text
    assert not set("°†") & set(russia.text + gambia.text + darfur.text)


def test_an_entry_without_an_act_on_record_is_cited_with_its_sentence(dataset: IccDataset) -> None:
    kosovo, _ = dataset.cite("kosovo", on=TODAY)
    assert kosovo.text.startswith("Kosovo: No act of Kosovo")
    assert (kosovo.documents, kosovo.bibtex, kosovo.csl) == ((), "", ())


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("darfur", "Darfur, Sudan (ICC-02/05): investigation opened 1 Jun 2005."),
        (
            "pe-darfur",
            "Darfur, Sudan (ICC-02/05): preliminary examination opened 1 Apr 2005,"
            " closed 1 Jun 2005 (investigation opened).",
        ),
        (
            "aggression-2010",
            "Amendment to the Rome Statute: The crime of aggression, adopted 11 Jun 2010, first in force 8 May 2013.",
        ),
        (
            "aggression-jurisdiction-proposal-2025",
            "Proposed amendment to the Rome Statute: for aggression the same jurisdiction rules"
            " as for the other crimes, circulated 7 Apr 2025.",
        ),
        (
            "GMB-2002-06-28-declaration-article-87-language",
            "Gambia: declaration (Art. 87 language): English, 28 Jun 2002.",
        ),
        ("GMB-2016-10-25-withdrawal-announced", "Gambia: Government announces that it will leave, 25 Oct 2016."),
        ("UNSC-2005-03-31-referral-darfur", "Security Council: referral to the Prosecutor: Darfur, Sudan, 31 Mar 2005"),
    ],
)
def test_each_kind_of_fact_has_its_sentence(name: str, sentence: str, dataset: IccDataset) -> None:
    assert dataset.cite(name, on=TODAY)[0].text.startswith(sentence)


def test_a_states_name_wins_over_an_id_and_the_kind_before_a_colon_settles_it(dataset: IccDataset) -> None:
    assert [one.kind for one in dataset.cite("kenya", "situation:kenya", "Situation:KENYA", on=TODAY)] == [
        "state", "situation", "dataset",
    ]  # fmt: skip


def test_what_had_not_happened_cannot_be_cited(dataset: IccDataset) -> None:
    with pytest.raises(NotYet, match="was only done on 2016-11-10"):
        dataset.cite(NOTICE, on=date(2016, 11, 9))
    assert dataset.cite("south sudan", on=date(2000, 1, 1))[0].text.startswith("South Sudan on 1 Jan 2000: Not yet")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((NOTICE, "--on", "2016-11-09"), 1, f"{NOTICE} was only done on 2016-11-10"),
        (("korea",), 2, "say which: "),
        (("gambai",), 2, "did you mean Gambia?"),
        (("darfu",), 2, "article or State is known as 'darfu'; did you mean darfur or"),
        (("gambia", "nothing-like-it"), 2, "is known as 'nothing-like-it'"),
        (("gambia", "--style", "bibtx"), 2, "did you mean 'bibtex'?"),
        (("\x1b[31m\udcff",), 2, "\\x1b[31m\\udcff"),
        (("",), 2, "is known as ''"),
    ],
)
def test_a_wrong_question_gets_one_line(arguments: tuple[str, ...], code: int, said: str, icc: Run) -> None:
    found, out, err = icc("cite", *arguments)
    assert (found, out, err.count("\n")) == (code, "", 1)
    assert said in err
    assert "\x1b" not in err


def test_every_fact_of_every_kind_has_citations_in_all_three_styles(dataset: IccDataset, store: Store) -> None:
    kinds = {row["act"]: row["id"] for row in store.rows("SELECT act, id FROM act")}
    assert set(kinds) <= {*ActKind, *ProceedingKind}
    for name in kinds.values():
        fact, itself = found = dataset.cite(name, on=TODAY)
        assert re.match(r"[A-ZÀ-Ý].*[.)]$", fact.text.splitlines()[0]), fact.text
        assert fact.documents
        assert list(entries(citations.bibtex(found))) == [*(one.key for one in fact.documents), itself.id]
        assert len(rendered(citations.csl(found))) == len(fact.documents) + 1  # type: ignore[arg-type]


def test_every_record_and_every_state_can_be_cited(dataset: IccDataset, store: Store) -> None:
    states = [row["iso3"] for row in store.rows("SELECT iso3 FROM state")]
    found = dataset.cite(*states, on=TODAY)
    assert len(found) == len(states) + 1
    assert all("  " not in one.text and one.text.strip() == one.text for one in found)
    for name in everything(store)[::9]:
        assert dataset.cite(name, on=TODAY)[0].text


def test_several_facts_share_a_document_that_is_listed_once(icc: Run) -> None:
    _, out, _ = icc("cite", "gambia", NOTICE, "--style", "bibtex")
    assert out.count("@misc{cn-862-2016,") == 1
    _, out, _ = icc("cite", "gambia", NOTICE, "--style", "csl")
    assert [item["id"] for item in json.loads(out)].count("cn-862-2016") == 1


def test_a_style_prints_a_bare_file_also_on_a_terminal(icc: Run, at_width: Callable[..., str], store: Store) -> None:
    _, piped, _ = icc("cite", NOTICE, "--style", "bibtex", "--on", "2016-11-16")
    assert piped.startswith("@misc{cn-862-2016,\n")
    assert at_width(40, "cite", NOTICE, "--style", "bibtex", "--on", "2016-11-16") == piped
    _, items, _ = icc("cite", NOTICE, "--style", "CSL", "--format", "markdown")
    assert [item["id"] for item in json.loads(items)] == [
        "cn-862-2016", "aviso-31-2018", f"icc-dataset-{store.meta['version']}",
    ]  # fmt: skip


@pytest.mark.parametrize("style", ["plain", "bibtex", "csl"])
def test_json_is_the_contract_whatever_the_style(style: str, icc: Run) -> None:
    question = ("cite", "darfur", NOTICE, "--json", "--on", "2016-11-16")
    out = icc(*question, "--style", style)[1]
    assert out == icc(*question)[1]
    records = json.loads(out)["data"]
    assert [one["kind"] for one in records] == ["situation", "act", "dataset"]
    for record in records:
        assert [item["id"] for item in record["csl"]] == list(entries(record["bibtex"]))


def test_the_api_raises_what_the_command_line_tells(dataset: IccDataset) -> None:
    with pytest.raises(UnknownName) as unknown:
        dataset.cite("GMB-2016-11-10-withdrawal-notise", on=TODAY)
    assert NOTICE in unknown.value.suggestions
    assert isinstance(unknown.value, UsageError)
    assert len(unknown.value.suggestions) <= 3
