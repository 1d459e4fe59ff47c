"""The questions of the Python API that are answered by a list, chosen by State, kind, region and period."""

from icc_cli.api import given
from icc_cli.api.given import Day, Words
from icc_cli.database.store import Store
from icc_cli.queries import acts as acts_query
from icc_cli.queries import agreement as agreement_query
from icc_cli.queries import cases as cases_query
from icc_cli.queries import completeness as completeness_query
from icc_cli.queries import declarations as declarations_query
from icc_cli.queries import situations as situations_query
from icc_cli.queries import status as status_query
from icc_cli.queries import withdrawals as withdrawals_query
from icc_cli.queries.acts import Act
from icc_cli.queries.agreement import AgreementParty
from icc_cli.queries.cases import PersonCase, WarrantCounts
from icc_cli.queries.completeness import Completeness
from icc_cli.queries.declarations import Declaration
from icc_cli.queries.names import find
from icc_cli.queries.persons import choose, find_person
from icc_cli.queries.situations import Situation
from icc_cli.queries.status import StateStanding
from icc_cli.queries.withdrawals import Withdrawal, WithdrawalOutcome
from icc_cli.treaty import synonyms
from icc_cli.treaty.details import ProceedingKind, Region, SituationKind, Trigger
from icc_cli.treaty.proceedings import Stage, WarrantOutcome
from icc_cli.treaty.vocabulary import PARTY, ActKind, Status

_LISTS = ("parties", "events", "situations", "declarations", "agreement")


class Lists:
    """The dataset, open for questions that a list answers."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def parties(
        self,
        *,
        on: Day,
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
        day, groups, period = given.last(on, "on"), _regions(regions), given.period(since, until)
        return status_query.parties(self._store, day, statuses=wanted, regions=groups, **period)

    def withdrawals(
        self,
        *,
        on: Day,
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
        return withdrawals_query.withdrawals(
            self._store,
            given.last(on, "on"),
            states=self._codes(states),
            regions=_regions(regions),
            outcomes=given.words(outcomes, "outcomes", WithdrawalOutcome, synonyms.OUTCOME),
            **given.period(since, until),
        )

    def events(
        self,
        *,
        on: Day,
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
        return acts_query.events(
            self._store,
            given.last(on, "on"),
            states=self._codes(states),
            kinds=given.words(kinds, "kinds", (*ActKind, *ProceedingKind)),
            body=None if body is None else given.word(body, "body", self._bodies()),
            persons=[find_person(self._store, name) for name in given.several(persons, "persons")],
            regions=_regions(regions),
            **given.period(since, until),
        )

    def situations(
        self,
        *,
        on: Day,
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
        return situations_query.situations(
            self._store,
            given.last(on, "on"),
            kinds=given.words(kinds, "kinds", SituationKind, synonyms.SITUATION_KIND),
            triggers=given.words(triggers, "triggers", Trigger),
            regions=_regions(regions),
            states=self._codes(states),
            only_open=only_open,
            **given.period(since, until),
        )

    def declarations(
        self,
        *,
        on: Day,
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
        return declarations_query.declarations(
            self._store,
            given.last(on, "on"),
            states=self._codes(states),
            kinds=given.words(kinds, "kinds", declarations_query.KINDS),
            **given.period(since, until),
        )

    def agreement(self, *, on: Day, states: Words = (), status: str = "party") -> list[AgreementParty]:
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
        return agreement_query.agreement(
            self._store,
            given.last(on, "on"),
            states=self._codes(states),
            status=given.word(status, "status", agreement_query.STATUSES),
        )

    def completeness(self, name: str, *, on: Day) -> Completeness | None:
        """Return how complete a whole list is: what is published of it, and what is known to be missing.

        Args:
            name: The method that returns the list: `parties`, `events`, `situations`, `declarations`, `agreement`.
            on: The day asked about.

        Returns:
            What is known; None if nothing is. An amendment says it of itself.

        Raises:
            UsageError: For a word or a day that is none.

        >>> dataset.completeness("agreement", on="2026-10-10").incomplete
        True
        """
        return completeness_query.completeness(self._store, given.word(name, "name", _LISTS), given.last(on, "on"))

    def cases(
        self,
        *,
        on: Day,
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
        return cases_query.cases(
            self._store,
            given.last(on, "on"),
            **choose(self._store, given.several(names, "names")),
            stages=given.words(stages, "stages", Stage),
            regions=_regions(regions),
            **given.period(since, until),
        )

    def warrants(
        self, *, on: Day, names: Words = (), at_large: bool = False, since: Day | None = None, until: Day | None = None
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
        chosen = choose(self._store, given.several(names, "names"))
        found = cases_query.cases(self._store, given.last(on, "on"), **chosen, **given.period(since, until))
        return [one for one in found if one.outcome == WarrantOutcome.AT_LARGE or not at_large]

    def warrant_counts(self, *, on: Day) -> WarrantCounts:
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
        return cases_query.counts(self._store, given.last(on, "on"))

    def _codes(self, states: Words) -> tuple[str, ...]:
        return tuple(dict.fromkeys(find(self._store, name) for name in given.several(states, "states")))

    def _bodies(self) -> list[str]:
        rows = self._store.rows("SELECT DISTINCT body FROM act WHERE body IS NOT NULL ORDER BY body")
        return [row["body"] for row in rows]


def _regions(regions: Words) -> tuple[str, ...]:
    return given.words(regions, "regions", Region, synonyms.REGION)
