"""The public Python API: the same questions and answers as on the command line, typed."""

import os
from collections.abc import Iterable
from datetime import date
from types import TracebackType

from icc_cli.model import PARTY
from icc_cli.names import find
from icc_cli.queries import acts as acts_query
from icc_cli.queries import situations as situations_query
from icc_cli.queries import status as status_query
from icc_cli.queries import withdrawals as withdrawals_query
from icc_cli.queries.acts import Act
from icc_cli.queries.info import Info, info
from icc_cli.queries.situations import Situation
from icc_cli.queries.status import NoRecord, Standing, StateStatus
from icc_cli.queries.withdrawals import Withdrawal
from icc_cli.store import Store, open_store


def open_dataset(directory: str | os.PathLike[str] | None = None) -> "IccDataset":
    """Open the packaged dataset, or that of a directory of YAML files. Raises DatasetError.

    Use it as a context manager, or call `close()`.
    """
    return IccDataset(open_store(directory))


class IccDataset:
    """The dataset, open for questions. States are named as on the command line: by any name or code.

    Wherever a State is named, UnknownName or AmbiguousName is raised if the name does not settle on one.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def __enter__(self) -> "IccDataset":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the database."""
        self._store.close()

    @property
    def info(self) -> Info:
        """Version, day of the last check, licence, and counts."""
        return info(self._store)

    def find(self, name: str) -> str:
        """Return the alpha-3 code of the State that goes by this name."""
        return find(self._store, name)

    def status(self, state: str, *, on: date, known_by: date | None = None) -> StateStatus | NoRecord:
        """Return where a State stands on a day, as the record stood on `known_by` (None: as it stands now)."""
        return status_query.status(self._store, self.find(state), on, known_by)

    def parties(
        self,
        *,
        on: date,
        statuses: Iterable[str] = PARTY,
        regions: Iterable[str] = (),
        since: date | None = None,
        until: date | None = None,
    ) -> list[Standing]:
        """Return the States of these statuses on a day; the States Parties unless told otherwise, all for `()`."""
        return status_query.parties(
            self._store, on, statuses=tuple(statuses), regions=tuple(regions), since=since, until=until
        )

    def withdrawals(
        self,
        *,
        on: date,
        states: Iterable[str] = (),
        regions: Iterable[str] = (),
        outcomes: Iterable[str] = (),
        since: date | None = None,
        until: date | None = None,
    ) -> list[Withdrawal]:
        """Return every notice of withdrawal, unsigning and accession taken back by a day, with its outcome."""
        return withdrawals_query.withdrawals(
            self._store,
            on,
            states=self._codes(states),
            regions=tuple(regions),
            outcomes=tuple(outcomes),
            since=since,
            until=until,
        )

    def events(
        self,
        *,
        on: date,
        states: Iterable[str] = (),
        kinds: Iterable[str] = (),
        body: str | None = None,
        regions: Iterable[str] = (),
        since: date | None = None,
        until: date | None = None,
    ) -> list[Act]:
        """Return all acts by a day, of these States (or about them), kinds, body and period, oldest first."""
        return acts_query.events(
            self._store,
            on,
            states=self._codes(states),
            kinds=tuple(kinds),
            body=body,
            regions=tuple(regions),
            since=since,
            until=until,
        )

    def situations(
        self,
        *,
        on: date,
        kinds: Iterable[str] = (),
        triggers: Iterable[str] = (),
        regions: Iterable[str] = (),
        states: Iterable[str] = (),
        only_open: bool = False,
        since: date | None = None,
        until: date | None = None,
    ) -> list[Situation]:
        """Return the situations and examinations that had been opened by a day, as they stood on it."""
        return situations_query.situations(
            self._store,
            on,
            kinds=tuple(kinds),
            triggers=tuple(triggers),
            regions=tuple(regions),
            states=self._codes(states),
            only_open=only_open,
            since=since,
            until=until,
        )

    def _codes(self, states: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.find(state) for state in states)
