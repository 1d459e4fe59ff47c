"""The questions of the Python API about persons before the Court."""

from icc_cli.api import given
from icc_cli.api.answers import Answers
from icc_cli.api.given import Day, Words
from icc_cli.api.lists import Lists, regions_of
from icc_cli.queries import cases as cases_query
from icc_cli.queries.cases import PersonCase, WarrantCounts
from icc_cli.queries.persons import choose
from icc_cli.treaty.proceedings import Stage, WarrantOutcome


class Cases(Lists):
    """The dataset, open for questions about persons before the Court, and those that a list answers."""

    def cases(
        self,
        *,
        on: Day = "today",
        names: Words = (),
        stages: Words = (),
        regions: Words = (),
        since: Day | None = None,
        until: Day | None = None,
    ) -> list[PersonCase]:
        """Return the cases of persons whom the Court had publicly sought or summoned. Charges are allegations.

        Args:
            on: The day asked about: nothing is known that was not yet public.
            names: Ids or names of persons, of situations, or of States whose nationals they are or whom the situation
                concerns; all if empty.
            stages: How far the cases had come: `at-large`, `in-custody`, `on-trial`, `convicted`, …; all if empty.
            regions: Regional groups of the situations, as for `parties`; all if empty.
            since: First day of the period in which the warrant or summons became public, or the stage was reached.
            until: Last day of it.

        Returns:
            The cases, by the day from which they were public.

        Raises:
            UsageError: For a word, a name or a day that is none, or a period that ends before it begins.

        >>> [(case.name, case.stage.value) for case in dataset.cases(on="2016-11-16", names="al-bashir")]
        [('Omar Hassan Ahmad Al Bashir', 'at-large')]
        """
        return Answers(
            cases_query.cases(
                self._store,
                self._day(on),
                **choose(self._store, given.several(names, "names")),
                stages=given.words(stages, "stages", Stage),
                regions=regions_of(regions),
                **given.period(since, until),
            )
        )

    def warrants(
        self,
        *,
        on: Day = "today",
        names: Words = (),
        at_large: bool = False,
        since: Day | None = None,
        until: Day | None = None,
    ) -> list[PersonCase]:
        """Return the cases with a public warrant or summons, and what had become of it (`outcome`).

        Args:
            on: The day asked about.
            names: Persons, situations or States, as for `cases`; all if empty.
            at_large: Whether to leave out who was no longer sought.
            since: First day of the period, as for `cases`.
            until: Last day of it.

        Returns:
            The cases, by the day from which they were public.

        Raises:
            UsageError: For a name or a day that is none, or a period that ends before it begins.

        >>> [case.person for case in dataset.warrants(on="2016-11-16", names="darfur", at_large=True)][0]
        'al-bashir'
        """
        everyone = not given.flag(at_large, "at_large")
        chosen = choose(self._store, given.several(names, "names"))
        found = cases_query.cases(self._store, self._day(on), **chosen, **given.period(since, until))
        return Answers(one for one in found if one.outcome == WarrantOutcome.AT_LARGE or everyone)

    def warrant_counts(self, *, on: Day = "today") -> WarrantCounts:
        """Return how many persons had been under a public warrant by a day and what had become of those.

        Args:
            on: The day asked about.

        Returns:
            The counts of persons, as the Court counts.

        Raises:
            UsageError: For what is no day.

        >>> counts = dataset.warrant_counts(on="2016-11-16")
        >>> counts.persons > counts.at_large > counts.withdrawn_on_death
        True
        """
        return cases_query.counts(self._store, self._day(on))
