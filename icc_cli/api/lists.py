"""The questions of the Python API that are answered by a list, chosen by State, kind, region and period."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from icc_cli.api import given
from icc_cli.api.answers import Answers
from icc_cli.api.given import Day, Words
from icc_cli.database.store import Store
from icc_cli.queries import acts as acts_query
from icc_cli.queries import agreement as agreement_query
from icc_cli.queries import completeness as completeness_query
from icc_cli.queries import declarations as declarations_query
from icc_cli.queries import situations as situations_query
from icc_cli.queries import status as status_query
from icc_cli.queries import withdrawals as withdrawals_query
from icc_cli.queries.acts import Act
from icc_cli.queries.agreement import AgreementParty
from icc_cli.queries.completeness import Completeness
from icc_cli.queries.declarations import Declaration
from icc_cli.queries.names import find
from icc_cli.queries.persons import find_person
from icc_cli.queries.situations import Situation
from icc_cli.queries.status import StateStanding
from icc_cli.queries.withdrawals import Withdrawal, WithdrawalOutcome
from icc_cli.treaty import synonyms
from icc_cli.treaty.details import ProceedingKind, Region, SituationKind, Trigger
from icc_cli.treaty.vocabulary import PARTY, ActKind, Status

if TYPE_CHECKING:
    from icc_cli.treaty.supposing import SupposedAct

_LISTS = ("parties", "events", "situations", "declarations", "agreement", "cases", "warrants", "agreements")


class Lists:
    """The dataset, open for questions that a list answers."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def parties(
        self,
        *,
        on: Day = "today",
        statuses: Words = PARTY,
        regions: Words = (),
        since: Day | None = None,
        until: Day | None = None,
    ) -> list[StateStanding]:
        """Return States by status, region, and since when they have been States Parties or had their status.

        Args:
            on: The day asked about.
            statuses: Words of `Status`, `parties` (both kinds of State Party, as if left out) or `all` (as if empty).
            regions: `African`, `Asia-Pacific`, `Eastern European`, `GRULAC`, `WEOG`; all if empty.
            since: First day of the period in which a State became a State Party or, for others, its status began.
            until: Last day of it.

        Returns:
            The States, by name.

        Raises:
            UsageError: For a word or a day that is none, or a period that ends before it begins.

        >>> leaving = dataset.parties(on="2016-11-16", statuses="state-party-withdrawing", regions="african")
        >>> [state.everyday for state in leaving]
        ['Burundi', 'The Gambia', 'South Africa']
        """
        wanted: list[str] = []
        for one in given.words(statuses, "statuses", (*Status, "parties", "all")):
            wanted += {"parties": list(PARTY), "all": list(Status)}.get(one, [one])
        day, groups, period = self._day(on), regions_of(regions), given.period(since, until)
        return Answers(status_query.parties(self._store, day, statuses=wanted, regions=groups, **period))

    def withdrawals(
        self,
        *,
        on: Day = "today",
        states: Words = (),
        regions: Words = (),
        outcomes: Words = (),
        since: Day | None = None,
        until: Day | None = None,
    ) -> list[Withdrawal]:
        """Return every notice of withdrawal (Art. 127), unsigning and accession taken back, with its outcome.

        Args:
            on: The day asked about: what had come by then, and what had become of it.
            states: Names or codes of States; all if empty.
            regions: Regional groups, as for `parties`; all if empty.
            outcomes: `left`, `rescinded`, `pending`, `unsigned`, `accession-withdrawn`; all if empty.
            since: First day of the period within which the notice or the outcome fell.
            until: Last day of it.

        Returns:
            The ways out, oldest first; `days_left` in days.

        Raises:
            UsageError: For a word, a name or a day that is none, or a period that ends before it begins.

        >>> [(notice.iso3, notice.days_left) for notice in dataset.withdrawals(on="2016-11-16", outcomes="pending")]
        [('ZAF', 337), ('BDI', 345), ('GMB', 359)]
        """
        return Answers(
            withdrawals_query.withdrawals(
                self._store,
                self._day(on),
                states=self._codes(states),
                regions=regions_of(regions),
                outcomes=given.words(outcomes, "outcomes", WithdrawalOutcome, synonyms.OUTCOME),
                **given.period(since, until),
            )
        )

    def events(
        self,
        *,
        on: Day = "today",
        states: Words = (),
        kinds: Words = (),
        body: str | None = None,
        persons: Words = (),
        regions: Words = (),
        since: Day | None = None,
        until: Day | None = None,
    ) -> list[Act]:
        """Return acts of States and bodies.

        Args:
            on: The day asked about: what was done by then.
            states: Names or codes of States that acted, or that an act is about; all if empty.
            kinds: Kinds of act, such as `signature`, `ratification`, `withdrawal-notice`, `referral`; all if empty.
            body: A body that acted, such as `Security Council`; None for States and bodies alike.
            persons: Ids or names of persons before the Court whom an act is about; all if empty.
            regions: Regional groups of those who acted, as for `parties`; all if empty.
            since: First day of the period in which it was done.
            until: Last day of it. A month or year in the record counts if any of its days is within.

        Returns:
            The acts, oldest first.

        Raises:
            UsageError: For a word, a name or a day that is none, or a period that ends before it begins.

        >>> [str(act.done) for act in dataset.events(on="2016-12-01", states="russia", kinds="signature")]
        ['2000-09-13']
        """
        return Answers(
            acts_query.events(
                self._store,
                self._day(on),
                states=self._codes(states),
                kinds=given.words(kinds, "kinds", (*ActKind, *ProceedingKind)),
                body=None if body is None else given.word(body, "body", self._bodies()),
                persons=[find_person(self._store, name) for name in given.several(persons, "persons")],
                regions=regions_of(regions),
                **given.period(since, until),
            )
        )

    def situations(
        self,
        *,
        on: Day = "today",
        kinds: Words = (),
        triggers: Words = (),
        regions: Words = (),
        states: Words = (),
        only_open: bool = False,
        since: Day | None = None,
        until: Day | None = None,
    ) -> list[Situation]:
        """Return situations under investigation and preliminary examinations, as they stood on a day.

        Args:
            on: The day asked about: those that had been opened by then.
            kinds: `situation` or `examination`; both if empty.
            triggers: `self-referral`, `state-referral`, `unsc-referral`, `proprio-motu`, `communications`,
                `article-12-3`; all if empty.
            regions: Regional groups of the first State named, as for `parties`; all if empty.
            states: Names or codes of States that they concern; all if empty.
            only_open: Whether to leave out those that were closed by the day.
            since: First day of the period in which they were opened or closed.
            until: Last day of it.

        Returns:
            The situations, then the examinations, each oldest first.

        Raises:
            UsageError: For a word, a name or a day that is none, or a period that ends before it begins.

        >>> [one.id for one in dataset.situations(on="2016-11-16", triggers="unsc-referral", only_open=True)]
        ['darfur', 'libya']
        """
        return Answers(
            situations_query.situations(
                self._store,
                self._day(on),
                kinds=given.words(kinds, "kinds", SituationKind, synonyms.SITUATION_KIND),
                triggers=given.words(triggers, "triggers", Trigger),
                regions=regions_of(regions),
                states=self._codes(states),
                only_open=given.flag(only_open, "only_open"),
                **given.period(since, until),
            )
        )

    def declarations(
        self,
        *,
        on: Day = "today",
        states: Words = (),
        kinds: Words = (),
        since: Day | None = None,
        until: Day | None = None,
    ) -> list[Declaration]:
        """Return declarations, objections, territorial notices, acceptances (Art. 12(3)) and opt-outs.

        Args:
            on: The day asked about: those made by then.
            states: Names or codes of States that made them, or against which they were made; all if empty.
            kinds: Kinds such as `article-124`, `article-12-3`, `objection`, `interpretative`; all if empty.
            since: First day of the period in which they were made.
            until: Last day of it. A month or year in the record counts if any of its days is within.

        Returns:
            The declarations, oldest first.

        Raises:
            UsageError: For a word, a name or a day that is none, or a period that ends before it begins.

        >>> [one.iso3 for one in dataset.declarations(on="2016-11-16", kinds="article-124")]
        ['FRA', 'COL']
        """
        return Answers(
            declarations_query.declarations(
                self._store,
                self._day(on),
                states=self._codes(states),
                kinds=given.words(kinds, "kinds", declarations_query.KINDS),
                **given.period(since, until),
            )
        )

    def agreement(self, *, on: Day = "today", states: Words = (), status: str = "party") -> list[AgreementParty]:
        """Return the parties to the Agreement on the Privileges and Immunities of the Court.

        Args:
            on: The day asked about.
            states: Names or codes of States; all if empty.
            status: `party`, `denouncing` (those of them that are to leave), `former-party`, `signatory` (signed, and
                never a party) or `all`.

        Returns:
            The States, by name.

        Raises:
            UsageError: For a word, a name or a day that is none.

        >>> [state.iso3 for state in dataset.agreement(on="2004-07-22", states=["canada", "usa", "norway"])]
        ['CAN', 'NOR']
        """
        return Answers(
            agreement_query.agreement(
                self._store,
                self._day(on),
                states=self._codes(states),
                status=given.word(status, "status", agreement_query.STATUSES),
            )
        )

    def completeness(self, name: str, *, on: Day = "today") -> Completeness | None:
        """Return how complete a whole list is: what is published of it, and what is known to be missing.

        Args:
            name: The method that returns the list: `parties`, `events`, `situations`, `declarations`, `agreement`,
                `cases`, `warrants`, `agreements`.
            on: The day asked about.

        Returns:
            What is known; None if nothing is. An amendment says it of itself.

        Raises:
            UsageError: For a word or a day that is none.

        >>> dataset.completeness("agreement", on="2026-10-10").incomplete
        True
        """
        return completeness_query.completeness(self._store, given.word(name, "name", _LISTS), self._day(on))

    @property
    def supposed(self) -> "Sequence[SupposedAct]":
        """The acts in it that have not happened, as `open_dataset(suppose=...)` was asked to suppose.

        >>> with icc_cli.open_dataset(suppose="norway withdrawal-notice 2028-02-29") as supposing:
        ...     (supposing.supposed[0].effect, supposing.status("norway", on="2029-02-28").status.value)
        (datetime.date(2029, 2, 28), 'former-party')
        """
        return self._store.supposed

    def _day(self, on: Day) -> date:
        """Return the last day that is meant; today is never before the acts that are supposed."""
        acts = self.supposed if isinstance(on, str) and on == "today" else ()
        return max([given.last(on, "on"), *(one.done for one in acts)])

    def _codes(self, states: Words) -> tuple[str, ...]:
        return tuple(dict.fromkeys(find(self._store, name) for name in given.several(states, "states")))

    def _bodies(self) -> list[str]:
        rows = self._store.rows("SELECT DISTINCT body FROM act WHERE body IS NOT NULL ORDER BY body")
        return [row["body"] for row in rows]


def regions_of(regions: Words) -> tuple[str, ...]:
    """Return the regional groups that are meant."""
    return given.words(regions, "regions", Region, synonyms.REGION)
