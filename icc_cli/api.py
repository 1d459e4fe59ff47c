"""The public Python API: the same questions and answers as on the command line, typed."""

import os
from collections.abc import Iterable, Mapping
from datetime import date
from types import TracebackType
from typing import TYPE_CHECKING, Any

from icc_cli.database.opening import open_store
from icc_cli.database.store import Store
from icc_cli.queries import acts as acts_query
from icc_cli.queries import agreement as agreement_query
from icc_cli.queries import amendments as amendments_query
from icc_cli.queries import cite as cite_query
from icc_cli.queries import declarations as declarations_query
from icc_cli.queries import show as show_query
from icc_cli.queries import situations as situations_query
from icc_cli.queries import status as status_query
from icc_cli.queries import withdrawals as withdrawals_query
from icc_cli.queries.acts import Act
from icc_cli.queries.agreement import AgreementParty
from icc_cli.queries.amendments import Amendment, AmendmentWithParties, StateAmendment
from icc_cli.queries.declarations import Declaration
from icc_cli.queries.info import Info, info
from icc_cli.queries.names import find
from icc_cli.queries.show import Record
from icc_cli.queries.situations import Situation
from icc_cli.queries.status import NoRecord, StateStanding, StateStatus
from icc_cli.queries.withdrawals import Withdrawal
from icc_cli.treaty.vocabulary import PARTY
from icc_cli.views import citations as citations_view
from icc_cli.views.citations import Citation

if TYPE_CHECKING:
    from icc_cli.export import Exported
    from icc_cli.export.panels import StateYear
    from icc_cli.jurisdiction.answer import Jurisdiction


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
    ) -> list[StateStanding]:
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

    def show(self, identifier: str, *, on: date) -> Record:
        """Return what is on record by a day about the act, document, situation or amendment of an id.

        Raises UnknownName, UsageError where records of two kinds share the id, and NotYet where it came later.
        """
        return show_query.show(self._store, identifier, on)

    def cite(self, *things: str, on: date) -> list[Citation]:
        """Return citations of facts, each named by its State or its id, as they stood on a day; last, the dataset's.

        Raises what `find` and `show` raise.
        """
        return citations_view.citations(cite_query.cite(self._store, things, on))

    def amendments(self, *, on: date) -> list[Amendment]:
        """Return the amendments adopted, and the proposals made, by a day, with how many States are bound."""
        return amendments_query.amendments(self._store, on)

    def amendment(self, name: str, *, on: date) -> AmendmentWithParties | None:
        """Return an amendment with its States on a day; None if it had not been adopted or proposed by then.

        It is named as on the command line; UnknownName is raised if the name does not settle on one.
        """
        return amendments_query.amendment(self._store, amendments_query.find_amendment(self._store, name), on)

    def state_amendments(self, *states: str, on: date) -> list[StateAmendment]:
        """Return how these States stand to each amendment on a day; nothing where they have no tie to it."""
        return amendments_query.states_amendments(self._store, on, self._codes(states))

    def declarations(
        self,
        *,
        on: date,
        states: Iterable[str] = (),
        kinds: Iterable[str] = (),
        since: date | None = None,
        until: date | None = None,
    ) -> list[Declaration]:
        """Return declarations, objections, territorial notices, acceptances and opt-outs made by a day, oldest first.

        States select what they made and what was made against them.
        """
        return declarations_query.declarations(
            self._store, on, states=self._codes(states), kinds=tuple(kinds), since=since, until=until
        )

    def agreement(self, *, on: date, states: Iterable[str] = (), status: str = "party") -> list[AgreementParty]:
        """Return the parties to the Agreement on the Privileges and Immunities of the Court on a day, by name.

        `status` may be `party`, `signatory` (signed and no party) or `all`.
        """
        return agreement_query.agreement(self._store, on, states=self._codes(states), status=status)

    def jurisdiction(
        self,
        *,
        crime: str,
        day: date,
        on: date,
        until: date | None = None,
        territory: str | None = None,
        nationals: Iterable[str] = (),
        special: Iterable[str] = (),
        unsc: Iterable[str] = (),
    ) -> "Jurisdiction":
        """Return whether the Court, acting on `on`, could have jurisdiction over conduct of a day (or through `until`).

        `special` and `unsc` hold tokens such as `territory:crimea`, `vessel:COM`, `referral:1593`. Raises
        UsageError for a question that contradicts itself or cannot be.
        """
        from icc_cli.jurisdiction.ask import ask

        (found,) = ask(
            self._store,
            crimes=[crime],
            day=day,
            until=until,
            today=on,
            on=on,
            territory=territory,
            nationals=nationals,
            special=special,
            unsc=unsc,
        )
        return found.answer

    def sql(self, query: str, *, seconds: float = 10.0) -> list[Mapping[str, Any]]:
        """Return the rows of one SELECT over the tables and views that `icc sql --schema` tells.

        Raises UsageError if it is no SELECT, has a fault, or takes longer than `seconds`.
        """
        from icc_cli.queries.sql import query as ask

        return ask(self._store, query, seconds).rows

    def panel(self) -> "list[StateYear]":
        """Return every State in every year since 1998, as it stood on 31 December; the last year is projected."""
        from icc_cli.export.panels import Panel

        return list(Panel(self._store).state_years())

    def export(
        self, folder: str | os.PathLike[str], *, on: date, parquet: bool = False, daily: bool = False
    ) -> "Exported":
        """Write the whole dataset into a directory as a data package, with tables of answers as of a day.

        Raises UsageError where the directory holds anything but an earlier export, or cannot be written.
        """
        from pathlib import Path

        from icc_cli.export import export

        return export(self._store, Path(folder), on, parquet=parquet, daily=daily)

    def _codes(self, states: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.find(state) for state in states)
