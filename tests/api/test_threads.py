"""One dataset serves several threads; when it is closed, and where it cannot go, it says so."""

import asyncio
import copy
import pickle
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from icc_cli import IccDataset, UsageError, open_dataset
from icc_cli.database.build import build
from icc_cli.database.store import open_bytes
from icc_cli.source.load import load
from tests.support.places import RECORD

ON = date(2016, 11, 16)

QUESTIONS: list[Callable[[IccDataset], object]] = [
    lambda dataset: dataset.info,
    lambda dataset: dataset.status("gambia", on=ON),
    lambda dataset: dataset.parties(on=ON),
    lambda dataset: dataset.withdrawals(on=ON),
    lambda dataset: dataset.events(on=ON, states="russia"),
    lambda dataset: dataset.situations(on=ON),
    lambda dataset: dataset.amendment("aggression", on=ON),
    lambda dataset: dataset.show("darfur", on=ON),
    lambda dataset: dataset.cite("gambia", on=ON),
    lambda dataset: dataset.jurisdiction(crime="genocide", territory="gambia", day="2012-03-01", on=ON),
    lambda dataset: dataset.sql("SELECT iso3 FROM state ORDER BY iso3"),
]


@pytest.fixture(params=["file", "memory"])
def own(request: pytest.FixtureRequest) -> IccDataset:
    """Open the record, from a file of the cache or where none can be written."""
    if request.param == "file":
        return open_dataset(RECORD)
    return IccDataset(open_bytes(build(load(RECORD)), "memory"))


def test_threads_that_ask_at_once_get_the_answers_that_one_gets(own: IccDataset) -> None:
    right = [ask(own) for ask in QUESTIONS]
    with own, ThreadPoolExecutor(8) as threads:
        for turn in range(8):
            asked = [*QUESTIONS[turn:], *QUESTIONS[:turn]]
            assert list(threads.map(lambda ask: ask(own), asked)) == [*right[turn:], *right[:turn]]


@pytest.mark.parametrize("ask", QUESTIONS)
def test_a_thread_waits_while_another_reads(ask: Callable[[IccDataset], object]) -> None:
    with open_dataset(RECORD) as own, ThreadPoolExecutor(1) as threads:
        with own._store.lock:
            answer = threads.submit(ask, own)
            with pytest.raises(TimeoutError):
                answer.result(timeout=0.1)
        assert answer.result() == ask(own)


def test_async_code_asks_in_a_thread() -> None:
    async def ask(own: IccDataset) -> list[object]:
        return list(await asyncio.gather(*(asyncio.to_thread(question, own) for question in QUESTIONS)))

    with open_dataset(RECORD) as own:
        assert asyncio.run(ask(own)) == [question(own) for question in QUESTIONS]


@pytest.mark.parametrize("ask", QUESTIONS)
def test_a_closed_dataset_says_that_it_is_closed(ask: Callable[[IccDataset], object]) -> None:
    with open_dataset(RECORD) as own:
        pass
    own.close()
    for _ in range(2):
        with pytest.raises(UsageError, match=r"^the dataset is closed$") as refusal:
            ask(own)
        assert "install" not in refusal.value.hint


def test_closing_waits_while_a_thread_reads() -> None:
    own = open_dataset(RECORD)
    with ThreadPoolExecutor(1) as threads:
        with own._store.lock:
            closing = threads.submit(own.close)
            with pytest.raises(TimeoutError):
                closing.result(timeout=0.1)
            assert own.find("gambia") == "GMB"
        closing.result()
    with pytest.raises(UsageError, match=r"^the dataset is closed$"):
        own.find("gambia")


@pytest.mark.parametrize("send", [pickle.dumps, copy.copy, copy.deepcopy])
def test_an_open_dataset_cannot_be_sent_elsewhere(dataset: IccDataset, send: Callable[[object], object]) -> None:
    with pytest.raises(UsageError, match="cannot be copied or sent to another process"):
        send(dataset)


def test_an_export_of_a_closed_dataset_writes_nothing(tmp_path: Path) -> None:
    own = open_dataset(RECORD)
    own.close()
    with pytest.raises(UsageError, match=r"^the dataset is closed$"):
        own.export(tmp_path / "package", on=ON)
    assert list(tmp_path.iterdir()) == []
