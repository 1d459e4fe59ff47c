"""The questions of the Python API about cooperation: duties of States, decisions on them, agreements."""

from typing import TYPE_CHECKING

from icc_cli.api import given
from icc_cli.api.answers import Answers
from icc_cli.api.cases import Cases
from icc_cli.api.given import Day, Words
from icc_cli.queries import agreements as agreements_query
from icc_cli.queries import noncompliance as noncompliance_query
from icc_cli.queries.agreements import AgreementKind, CooperationAgreement
from icc_cli.queries.noncompliance import CooperationDecision
from icc_cli.queries.persons import find_person
from icc_cli.treaty.details import Ruling

if TYPE_CHECKING:
    from icc_cli.cooperation.answer import CooperationAnswer


class Duties(Cases):
    """The dataset, open for questions about cooperation, and those about persons and lists."""

    def cooperation(
        self, *, on: Day = "today", states: Words = (), person: str | None = None
    ) -> "list[CooperationAnswer]":
        """Return what States owe the Court, why, and whether they must arrest and surrender a person.

        Args:
            on: The day asked about: nothing is used that became known later.
            states: Names or codes of States; all that have an act on record if empty.
            person: Whether they must arrest and surrender this person: an id or a name.

        Returns:
            An answer for each State, in the order given, else by name; its `verdict` is None without a person.

        Raises:
            UsageError: For what is no day, and (UnknownName, AmbiguousName) for no one State or person.

        >>> (found,) = dataset.cooperation(on="2017-03-29", states="jordan", person="al-bashir")
        >>> (found.verdict.value, found.articles)
        ('must', ('86', '59(1)', '89(1)'))
        """
        from icc_cli.cooperation.answer import cooperation

        who = None if person is None else find_person(self._store, given.text(person, "person"))
        return Answers(cooperation(self._store, self._day(on), states=self._codes(states), person=who))

    def noncompliance(
        self,
        *,
        on: Day = "today",
        states: Words = (),
        persons: Words = (),
        outcomes: Words = (),
        since: Day | None = None,
        until: Day | None = None,
    ) -> list[CooperationDecision]:
        """Return the Court's decisions on the cooperation of States (Art. 87(7)), and what stood of them.

        Args:
            on: The day asked about: those made by then.
            states: Names or codes of States; all if empty.
            persons: Ids or names of persons whom they are about; all if empty.
            outcomes: `found`, `not-found`, `shortfall`, `informed`, `referred`, `set-aside`, `upheld`; all if empty.
            since: First day of the period in which they were made.
            until: Last day of it.

        Returns:
            The decisions, oldest first.

        Raises:
            UsageError: For a word, a name or a day that is none, or a period that ends before it begins.

        >>> [one.referred_to for one in dataset.noncompliance(on="2019-05-06", states="jordan", outcomes="found")]
        [()]
        """
        return Answers(
            noncompliance_query.noncompliance(
                self._store,
                self._day(on),
                states=self._codes(states),
                persons=[find_person(self._store, name) for name in given.several(persons, "persons")],
                outcomes=given.words(outcomes, "outcomes", Ruling),
                **given.period(since, until),
            )
        )

    def agreements(
        self, *, on: Day = "today", kinds: Words = (), states: Words = (), status: str = "in-force"
    ) -> list[CooperationAgreement]:
        """Return agreements on cooperation: with the Court, and not to surrender persons to it.

        Args:
            on: The day asked about.
            kinds: `privileges`, `sentences`, `interim-release`, `release`, `non-surrender`; all if empty.
            states: Names or codes of States; all if empty.
            status: `in-force`, `signed` (and not in force by what is proved) or `all` (of both).

        Returns:
            The agreements, by kind, then by the State's name.

        Raises:
            UsageError: For a word, a name or a day that is none.

        >>> [one.iso3 for one in dataset.agreements(on="2016-11-16", kinds="sentences", states=["norway", "belgium"])]
        ['BEL', 'NOR']
        """
        return Answers(
            agreements_query.agreements(
                self._store,
                self._day(on),
                kinds=given.words(kinds, "kinds", AgreementKind),
                states=self._codes(states),
                status=given.word(status, "status", agreements_query.STATUSES),
            )
        )
