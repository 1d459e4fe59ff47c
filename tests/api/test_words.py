"""A word of a closed list is taken as on the command line; one that is not on it is refused, never a shorter answer."""

from typing import Any

import pytest

from icc_cli import IccDataset, IccError, UnknownName, UsageError
from icc_cli.cli.situations import command as situations
from icc_cli.cli.types import REGION, Word
from icc_cli.cli.withdrawals import command as withdrawals
from icc_cli.treaty import synonyms
from icc_cli.treaty.details import Region
from icc_cli.treaty.vocabulary import PARTY, Status

ON = "2026-11-23"


@pytest.mark.parametrize(
    ("ask", "argument", "near", "meant"),
    [
        ("parties", "statuses", "state-partys", "state-party"),
        ("parties", "regions", "afrikan", "african"),
        ("withdrawals", "outcomes", "lefd", "left"),
        ("withdrawals", "regions", "weogg", "weog"),
        ("events", "kinds", "signatur", "signature"),
        ("events", "body", "security-counsel", "security-council"),
        ("situations", "kinds", "examinations", "examination"),
        ("situations", "triggers", "propio-motu", "proprio-motu"),
        ("declarations", "kinds", "article-142", "article-124"),
        ("agreement", "status", "partie", "party"),
    ],
)
def test_an_unknown_word_is_refused_and_another_suggested(
    dataset: IccDataset, ask: str, argument: str, near: str, meant: str
) -> None:
    question = getattr(dataset, ask)
    with pytest.raises(UsageError, match=f"^{argument}: unknown word '{near}'$") as refusal:
        question(on=ON, **{argument: near})
    assert refusal.value.hint == f"did you mean '{meant}'?"
    with pytest.raises(UsageError) as refusal:
        question(on=ON, **{argument: "zzzzzz"})
    assert refusal.value.hint.startswith("one of: ")
    assert meant in refusal.value.hint


@pytest.mark.parametrize(
    ("ask", "argument", "word"),
    [
        ("parties", "statuses", "former-party"),
        ("parties", "regions", "African"),
        ("withdrawals", "outcomes", "left"),
        ("withdrawals", "states", "burundi"),
        ("events", "kinds", "signature"),
        ("situations", "kinds", "situation"),
        ("situations", "triggers", "unsc-referral"),
        ("declarations", "kinds", "article-124"),
        ("agreement", "states", "canada"),
    ],
)
def test_a_bare_word_is_one_word(dataset: IccDataset, ask: str, argument: str, word: str) -> None:
    question = getattr(dataset, ask)
    bare = question(on=ON, **{argument: word})
    assert bare
    assert bare == question(on=ON, **{argument: [word]}) == question(on=ON, **{argument: (one for one in [word, word])})
    assert bare == question(on=ON, **{argument: word.upper().replace("-", " ")})


def test_a_bare_name_is_one_national(dataset: IccDataset) -> None:
    case: dict[str, Any] = {"crime": "genocide", "day": "2012-03-01", "on": ON}
    assert dataset.jurisdiction(nationals="kenya", **case) == dataset.jurisdiction(nationals=["kenya"], **case)
    vessel = dataset.jurisdiction(special="vessel:COM", **case)
    assert vessel == dataset.jurisdiction(special=["vessel:COM"], **case)
    assert vessel.special == ("vessel:COM",)


def test_statuses_may_be_asked_for_by_the_words_of_the_command_line(dataset: IccDataset) -> None:
    parties = dataset.parties(on=ON)
    assert dataset.parties(on=ON, statuses="parties") == dataset.parties(on=ON, statuses=PARTY) == parties
    every = dataset.parties(on=ON, statuses="all")
    assert every == dataset.parties(on=ON, statuses=()) == dataset.parties(on=ON, statuses=Status)
    assert len(every) > len(parties)


def test_every_word_that_the_command_line_takes_for_another_is_taken(dataset: IccDataset) -> None:
    assert REGION.also == synonyms.REGION
    for command, option, same in (
        (withdrawals, "outcomes", synonyms.OUTCOME),
        (situations, "kinds", synonyms.SITUATION_KIND),
    ):
        (word,) = [one.type for one in command.params if one.name == option]
        assert isinstance(word, Word)
        assert word.also == same
    assert list(REGION.words.values()) == list(Region)
    for word_, region in synonyms.REGION.items():
        assert dataset.parties(on=ON, regions=word_) == dataset.parties(on=ON, regions=region)
    for word_, outcome in synonyms.OUTCOME.items():
        assert dataset.withdrawals(on=ON, outcomes=word_) == dataset.withdrawals(on=ON, outcomes=outcome)
    assert dataset.situations(on=ON, kinds="investigation") == dataset.situations(on=ON, kinds="situation")


def test_a_body_is_named_as_the_record_has_it_in_any_case(dataset: IccDataset) -> None:
    found = dataset.events(on=ON, body="security council")
    assert {act.body for act in found} == {"Security Council"}


@pytest.mark.parametrize(
    ("ask", "arguments", "fault"),
    [
        ("find", {"name": 178}, "name: a value of type int is not text"),
        ("status", {"state": None, "on": ON}, "name: None is not text"),
        ("events", {"states": 5, "on": ON}, "states: a value of type int is not a list of texts"),
        ("events", {"states": [5], "on": ON}, "states: a value of type int is not text"),
        ("events", {"kinds": None, "on": ON}, "kinds: None is not a list of texts"),
        ("events", {"kinds": b"signature", "on": ON}, "kinds: a value of type int is not text"),
        ("agreement", {"status": ["party"], "on": ON}, "status: a value of type list is not text"),
        ("show", {"identifier": 5, "on": ON}, "identifier: a value of type int is not text"),
        ("amendment", {"name": 5, "on": ON}, "name: a value of type int is not text"),
        ("sql", {"query": None}, "query: None is not text"),
        ("sql", {"query": "SELECT 1", "seconds": "5"}, "seconds: not a number above 0"),
        ("sql", {"query": "SELECT 1", "seconds": float("nan")}, "seconds: not a number above 0"),
        ("sql", {"query": "SELECT 1", "seconds": 0}, "seconds: not a number above 0"),
        ("jurisdiction", {"crime": 5, "day": ON, "on": ON}, "crime: a value of type int is not text"),
        ("jurisdiction", {"crime": "theft", "day": ON, "on": ON}, "there is no crime 'theft'"),
        (
            "jurisdiction",
            {"crime": "genocide", "territory": 5, "day": ON, "on": ON},
            "territory: a value of type int is",
        ),
    ],
)
def test_what_is_no_text_is_refused_by_its_argument(
    dataset: IccDataset, ask: str, arguments: dict[str, object], fault: str
) -> None:
    with pytest.raises(IccError) as refusal:
        getattr(dataset, ask)(**arguments)
    assert isinstance(refusal.value, UsageError)
    assert refusal.value.message.startswith(fault)


def test_a_blank_is_not_the_name_of_a_state(dataset: IccDataset) -> None:
    with pytest.raises(UnknownName):
        dataset.jurisdiction(crime="genocide", day="2012-03-01", on=ON, territory=" ", nationals="kenya")


def test_a_query_may_be_given_more_time_than_there_is(dataset: IccDataset) -> None:
    assert dataset.sql("SELECT 1 AS one", seconds=10**400) == [{"one": 1}]


@pytest.mark.parametrize(
    ("own", "tokens"),
    [
        ({"place": "crimea"}, {"special": "territory:crimea"}),
        ({"vessel": "comoros", "aircraft": ["COM"]}, {"special": ["vessel:comoros", "aircraft:COM"]}),
        ({"cross_border": ["bangladesh", "kenya"]}, {"special": ["cross-border:bangladesh", "cross-border:kenya"]}),
        ({"amended": "starvation", "age": 17}, {"special": ["amended:starvation", "age:17"]}),
        ({"legal_person": True}, {"special": "legal-person"}),
        (
            {"un_operation": True, "unrelated_to_situation": True},
            {"special": ["un-operation", "unrelated-to-situation"]},
        ),
        ({"continuing": True, "until": "2016"}, {"special": "continuing", "until": "2016"}),
        ({"referral": "hypothetical"}, {"unsc": "referral:hypothetical"}),
        ({"deferral": ["1422"]}, {"unsc": "deferral:1422"}),
    ],
)
def test_what_is_special_to_a_case_has_arguments_of_its_own(
    dataset: IccDataset, own: dict[str, Any], tokens: dict[str, Any]
) -> None:
    case: dict[str, Any] = {"crime": "war-crimes", "day": "2015-03-01", "on": ON, "territory": "ukraine"}
    found = dataset.jurisdiction(**case, **own)
    assert found == dataset.jurisdiction(**case, **tokens)
    assert found.special or found.unsc


def test_the_aggressor_has_an_argument_of_its_own(dataset: IccDataset) -> None:
    case: dict[str, Any] = {"crime": "aggression", "day": "2022-06-01", "on": ON, "territory": "georgia"}
    found = dataset.jurisdiction(aggressor="germany", **case)
    assert found == dataset.jurisdiction(special="aggressor:germany", **case) != dataset.jurisdiction(**case)


@pytest.mark.parametrize(
    ("ask", "argument"), [("situations", "only_open"), ("warrants", "at_large"), ("jurisdiction", "legal_person")]
)
def test_what_is_neither_true_nor_false_is_refused(dataset: IccDataset, ask: str, argument: str) -> None:
    case = {"crime": "genocide", "day": "2012-03-01", "territory": "kenya"} if ask == "jurisdiction" else {}
    with pytest.raises(UsageError, match=f"^{argument}: a value of type str is neither True nor False$"):
        getattr(dataset, ask)(on=ON, **case, **{argument: "no"})
