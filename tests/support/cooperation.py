"""Persons made up for questions of cooperation: sought in a situation on record."""

from datetime import date

from icc_cli.cooperation.facts import Facts, PersonFacts
from icc_cli.database.store import Store
from icc_cli.queries.cases import PersonCase
from icc_cli.treaty.details import PublicBy
from icc_cli.treaty.proceedings import CalledBy, Stage, WarrantOutcome
from icc_cli.treaty.vocabulary import Confidence


def sought(
    store: Store,
    situation: str,
    on: str,
    *,
    nationality: str | None = None,
    heads: bool = False,
    stage: Stage = Stage.AT_LARGE,
    outcome: WarrantOutcome | None = WarrantOutcome.AT_LARGE,
    died: str = "",
) -> tuple[PersonFacts, Facts]:
    """Return somebody under a warrant public on a day (without an outcome: summoned), and the facts of that day."""
    facts = Facts(store, date.fromisoformat(on))
    case = PersonCase(
        person="doe",
        name="Jo Doe",
        nationality=nationality,
        role=None,
        situation=situation,
        case=None,
        instrument=CalledBy.WARRANT if outcome else CalledBy.SUMMONS,
        issued=facts.on,
        public=facts.on,
        public_by=PublicBy.DAY,
        stage=stage,
        stage_since=facts.on,
        held_by=None,
        sources=facts.authority("C1"),
        outcome=outcome,
        summoned=not outcome,
        died=date.fromisoformat(died) if died else None,
        crimes=(),
        interim_release=False,
        confidence=Confidence.CONFIRMED,
        disputed=(),
    )
    matter = facts.matters[situation]
    return PersonFacts(
        id="doe", name="Jo Doe", nationality=nationality, heads=heads, matter=matter, cases=[case]
    ), facts


def unknown(store: Store, situation: str, on: str) -> tuple[PersonFacts, Facts]:
    """Return somebody of whom no case is public on a day, and the facts of that day."""
    person, facts = sought(store, situation, on)
    return person._replace(cases=[]), facts
