"""The open dataset: questions about one State, fact, amendment or case; SQL; and the whole of it as files."""

import os
from collections.abc import Iterable, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, NoReturn, Self

from icc_cli.api import given
from icc_cli.api.answers import Answers
from icc_cli.api.frames import Frames
from icc_cli.api.given import Day, Words
from icc_cli.database.opening import open_store
from icc_cli.errors import UsageError
from icc_cli.queries import amendments as amendments_query
from icc_cli.queries import cite as cite_query
from icc_cli.queries import show as show_query
from icc_cli.queries import status as status_query
from icc_cli.queries.amendments import Amendment, AmendmentWithParties, StateAmendment
from icc_cli.queries.info import Info, info
from icc_cli.queries.names import find
from icc_cli.queries.show import Record
from icc_cli.queries.status import NoRecord, StateStatus
from icc_cli.views import citations as citations_view
from icc_cli.views.citations import Citation

if TYPE_CHECKING:
    from icc_cli.export import Exported
    from icc_cli.export.panels import StateYear
    from icc_cli.queries.columns import Found
    from icc_cli.queries.search import SearchResult


def open_dataset(directory: str | os.PathLike[str] | None = None, *, suppose: Words = ()) -> "IccDataset":
    """Open a dataset, as a context manager or until `close()`.

    Args:
        directory: A directory of YAML files; None for the packaged dataset, or a newer one that `icc data update` took.
        suppose: Acts that have not happened, as `icc --suppose` takes them: `argentina withdrawal-notice 2026-12-01`.

    Returns:
        The dataset, open for questions.

    Raises:
        DatasetError: If it is missing, damaged or invalid.
        UsageError: If what is given names no directory, or what is supposed the treaty rules out.

    >>> with icc_cli.open_dataset() as dataset:
    ...     print(dataset.status("russia", on="2016-12-01").status)
    signatory-no-intent
    """
    store = open_store(None if directory is None else given.path(directory, "directory"))
    acts = given.several(suppose, "suppose")
    if not acts:
        return IccDataset(store)
    from icc_cli.database.supposed import suppose as supposing
    from icc_cli.queries.supposing import read

    try:
        return IccDataset(supposing(store, [read(store, act) for act in acts]))
    finally:
        store.close()


def as_json(answer: object) -> Any:
    """Return an answer as what `json.dumps` takes: what stands in `data` where the command line prints JSON.

    Args:
        answer: A record, a list of records, or anything within one.

    Returns:
        Records and mappings as dictionaries, days as text (`2016-11-30`, `2016-11`), all else as it is.

    >>> icc_cli.as_json(dataset.agreement(on="2004-07-22", states="norway"))[0]["entered_into_force"]
    '2004-07-22'
    """
    from icc_cli.output.json import plain

    return plain(answer)


class IccDataset(Frames):
    """The dataset, open for questions; several threads may ask it at once. Each process opens its own.

    Day: a `date`; a `datetime`, a pandas Timestamp or a numpy datetime64, which stand for their own day; or text. Where
    `on` is left out, it is `today`, read from the clock once in that call. As on the command line, a month or year
    (`2016-11`, `2016`) stands for its first day after `since`, elsewhere for its last. States are named by any name or
    code; words may be in any case. Where several are meant, one may stand bare.

    Every failure is an IccError. Wherever a State is named, UnknownName or AmbiguousName is raised if the name does not
    settle on one; UsageError, of which these two are kinds, for what is no day, name or word, and after `close`;
    DatasetError if the file turns out to be damaged.
    """

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __reduce__(self) -> NoReturn:
        raise UsageError("an open dataset cannot be copied or sent to another process", "open it there once more")

    def close(self) -> None:
        """Close the database; whoever asks from then on is told so. A second time does nothing.

        >>> lent = icc_cli.open_dataset()
        >>> lent.close()
        >>> lent.find("gambia")
        Traceback (most recent call last):
        icc_cli.errors.UsageError: the dataset is closed
        """
        self._store.close()

    @property
    def info(self) -> Info:
        """Version, day of the last check, licence, and counts.

        >>> dataset.info.licence
        'CC0-1.0'
        """
        return info(self._store)

    def _only_the_record(self, what: str) -> None:
        if self._store.supposed:
            raise UsageError(f"nothing supposed is {what}", "open the dataset without 'suppose'")

    def find(self, name: str) -> str:
        """Return the alpha-3 code of a State.

        Args:
            name: Its name in any language on record, a former or everyday name, an ISO code, its M49 number as text, or
                a code with its scheme: "cow:710".

        Raises:
            UnknownName: If no State is known by it; with `suggestions`, and `problem` where it is known why.
            AmbiguousName: If several are; with `candidates`.

        >>> dataset.find("Кения")
        'KEN'
        >>> dataset.find("korea")
        Traceback (most recent call last):
        icc_cli.errors.AmbiguousName: 'korea' may mean several States
        """
        return find(self._store, given.text(name, "name"))

    def find_all(self, names: Iterable[str], *, codes: str | None = None) -> "list[Found]":
        """Return each name of a column with its State, or with why it settles on none.

        Args:
            names: The cells of the column.
            codes: The scheme of codes among them: "iso", "m49", "cow", "gw" or "vdem"; None for ISO and M49.

        Returns:
            As many as there are names, in their order: `iso3` and `name`, or `problem`, `candidates` and `hint`.

        Raises:
            UsageError: For another scheme.

        >>> found = dataset.find_all(["Gambia, The", "Kenya", "Yugoslavia", "Kenya"])
        >>> [one.iso3 or one.problem for one in found]
        ['GMB', 'KEN', 'former-state', 'KEN']
        """
        from icc_cli.queries.columns import find_all

        cells = given.several(names, "names")
        found = find_all(self._store, cells, None if codes is None else given.text(codes, "codes"))
        return Answers(found[cell] for cell in cells)

    def status(self, state: str, *, on: Day = "today", known_by: Day | None = None) -> StateStatus | NoRecord:
        """Return where a State stands on a day, with all it did by then.

        Args:
            state: A name or code.
            on: The day asked about.
            known_by: The day as whose record is asked: what was circulated or done by then; None for today's record.

        Returns:
            The status; or a NoRecord, which says why nothing is on record of an entry.

        Raises:
            UsageError: For what is no day, and (UnknownName, AmbiguousName) for no one State.

        >>> dataset.status("gambia", on="2016-11-16").withdrawal_effective
        datetime.date(2017, 11, 10)
        """
        by = None if known_by is None else given.last(known_by, "known_by")
        return status_query.status(self._store, self.find(state), self._day(on), by)

    def show(self, identifier: str, *, on: Day = "today") -> Record:
        """Return what is on record about an act, document, situation, amendment, article or person.

        Args:
            identifier: Its id in any case, or a document's symbol; `situation:kenya` where it needs its kind.
            on: The day asked about.

        Raises:
            UnknownName: If there is no such id; with `suggestions`.
            UsageError: If records of two kinds share it.
            NotYet: If it came later than the day.

        >>> dataset.show("darfur", on="2016-11-16").title
        'Darfur, Sudan'
        """
        return show_query.show(self._store, given.text(identifier, "identifier"), self._day(on))

    def search(
        self, words: str, *, on: Day = "today", kinds: Words = (), limit: int | None = None
    ) -> "list[SearchResult]":
        """Return the records in which all of these words stand, the best first, then the newest.

        Args:
            words: Words in any case; accents and endings do not count. A State's name in any spelling also finds what
                that State did.
            on: The day asked about: what was public by then.
            kinds: `act`, `situation`, `person`, `document`, `amendment`, `rule`, `state`; all if empty.
            limit: At most so many; None for all.

        Raises:
            UsageError: If there is no word, or a kind or a limit that is none.
            DatasetError: If the SQLite of this Python was built without FTS5.

        >>> [one.id for one in dataset.search("gambia notice", on="2016-11-16", kinds="act")]
        ['GMB-2016-11-10-withdrawal-notice']
        """
        from icc_cli.cooperation.rules import EVERY_RULE
        from icc_cli.queries.search import SearchKind, search

        if not (limit is None or (type(limit) is int and limit > 0)):
            raise UsageError("limit: not a whole number above 0", "give one, such as 20, or None for all")
        chosen = given.words(kinds, "kinds", SearchKind)
        found = search(self._store, given.text(words, "words"), self._day(on), EVERY_RULE, chosen)
        return Answers(found[:limit])

    def cite(self, *things: str, on: Day = "today") -> list[Citation]:
        """Return citations of facts as they stood on a day.

        Args:
            things: States by name or code; acts, documents, situations, amendments by id.
            on: The day asked about.

        Returns:
            A citation of each, once; last, that of the dataset itself.

        Raises:
            UnknownName, AmbiguousName, UsageError, NotYet: As `find` and `show` do.

        >>> [one.kind for one in dataset.cite("gambia", "darfur", on="2016-11-16")]
        ['state', <RecordKind.SITUATION: 'situation'>, 'dataset']
        """
        self._only_the_record("cited")
        names = given.several(things, "things")
        return Answers(citations_view.citations(cite_query.cite(self._store, names, self._day(on))))

    def amendments(self, *, on: Day = "today") -> list[Amendment]:
        """Return the amendments adopted, and the proposals made, by a day, with how many States are bound.

        Args:
            on: The day asked about.

        >>> [(one.id, one.bound) for one in dataset.amendments(on="2018-07-17") if one.in_force]
        [('war-crimes-niac-2010', 20), ('aggression-2010', 20)]
        """
        return Answers(amendments_query.amendments(self._store, self._day(on)))

    def amendment(self, name: str, *, on: Day = "today") -> AmendmentWithParties | None:
        """Return an amendment with its States.

        Args:
            name: Its id, its page at the depositary (`XVIII.10.b`), or words of its title.
            on: The day asked about.

        Returns:
            The amendment; None if it had been neither adopted nor proposed by the day.

        Raises:
            UnknownName: If the name does not settle on one; with `suggestions`.

        >>> dataset.amendment("aggression", on="2018-07-17").jurisdiction_from
        datetime.date(2018, 7, 17)
        """
        key = amendments_query.find_amendment(self._store, given.text(name, "name"))
        return amendments_query.amendment(self._store, key, self._day(on))

    def state_amendments(self, *states: str, on: Day = "today") -> list[StateAmendment]:
        """Return how States stand to each amendment.

        Args:
            states: Names or codes.
            on: The day asked about.

        Returns:
            An entry for each State and amendment that have to do with each other, in the order given.

        Raises:
            UsageError: For what is no day, and (UnknownName, AmbiguousName) for no one State.

        >>> [(one.amendment, one.state.value) for one in dataset.state_amendments("norway", on="2018-07-17")]
        [('war-crimes-niac-2010', 'bound'), ('article-124-2015', 'waiting')]
        """
        return Answers(amendments_query.states_amendments(self._store, self._day(on), self._codes(states)))

    def sql(self, query: str, *, seconds: float = 10.0) -> list[Mapping[str, Any]]:
        """Return the rows of a SELECT over the tables and views that `icc sql --schema` lists.

        Args:
            query: One SELECT of SQLite.
            seconds: The longest it may take. It runs in a process of its own, which is ended then; at most a million
                rows, 5 MB a value and 100 MB in all.

        Returns:
            A mapping for each row: text, numbers and None by the names of their columns.

        Raises:
            UsageError: If it is no SELECT, has a fault, or takes longer.

        >>> dataset.sql("SELECT iso3 FROM state WHERE everyday = 'Gambia' OR everyday = 'The Gambia'")
        [{'iso3': 'GMB'}]
        """
        self._only_the_record("asked in SQL")
        from icc_cli.queries.sql import query as ask

        return Answers(ask(self._store, given.text(query, "query"), given.seconds(seconds, "seconds")).rows)

    def panel(self) -> "list[StateYear]":
        """Return every State in every year since 1998, as it stood on 31 December; the last year is projected.

        >>> [row.status.value for row in dataset.panel() if row.iso3 == "GMB" and row.year in (2016, 2017)]
        ['state-party-withdrawing', 'state-party']
        """
        from icc_cli.export.panels import Panel

        return Answers(Panel(self._store).state_years())

    def export(
        self,
        folder: str | os.PathLike[str],
        *,
        on: Day = "today",
        parquet: bool = False,
        xlsx: bool = False,
        daily: bool = False,
    ) -> "Exported":
        """Write the whole dataset into a directory as a data package, whole or not at all.

        Args:
            folder: A directory that is new, empty or an earlier export, which is then replaced.
            on: The day of the tables of answers.
            parquet: Whether to write Parquet beside CSV and JSON; needs the extra `parquet`.
            xlsx: Whether to write a workbook with a sheet for each table; needs the extra `xlsx`.
            daily: Whether to write the table of every State on every day: two million rows.

        Returns:
            How many tables, rows and files were written.

        Raises:
            UsageError: If the directory holds anything else or cannot be written.

        >>> dataset.export("rome-statute", on="2016-11-16").rows > 1_000
        True
        """
        self._only_the_record("exported")
        from pathlib import Path

        from icc_cli.export import export

        target = Path(given.path(folder, "folder"))
        return export(self._store, target, self._day(on), parquet=parquet, xlsx=xlsx, daily=daily)
