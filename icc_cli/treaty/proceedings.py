"""What becomes of a person's case: dated proceedings and a day give a stage. Pure; no clock, no file, no dataset.

Nothing that was not yet public counts: no sealed warrant, and no arrest or surrender under one.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Protocol

from icc_cli.treaty.dates import AnyDate, last_day
from icc_cli.treaty.details import ProceedingKind as Kind
from icc_cli.treaty.fields import Fields


class Proceeding(Protocol):
    """What the derivation needs to know of a proceeding; `public` is the day from which it is known."""

    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def done(self) -> AnyDate | None: ...
    @property
    def not_after(self) -> date | None: ...
    @property
    def public(self) -> date: ...
    @property
    def public_by(self) -> str: ...
    @property
    def iso3(self) -> str | None: ...


class CalledBy(StrEnum):
    """By what a person is called before the Court (Art. 58)."""

    WARRANT = "warrant"
    SUMMONS = "summons"


class Stage(StrEnum):
    """How far a case has come."""

    SUMMONED = "summoned"
    AT_LARGE = "at-large"
    HELD_NATIONALLY = "held-nationally"
    """Arrested by a State, and neither released nor surrendered since, by what is on record."""
    IN_CUSTODY = "in-custody"
    """Surrendered to the Court, or come before it under a warrant."""
    INTERIM_RELEASE = "interim-release"
    """Released by the Court until the trial (Art. 60); whose trial has opened is on trial, released or not."""
    ON_TRIAL = "on-trial"
    CONVICTED = "convicted"
    ACQUITTED = "acquitted"
    SERVED = "served"
    CHARGES_NOT_CONFIRMED = "charges-not-confirmed"
    TERMINATED = "terminated"
    INADMISSIBLE = "inadmissible"
    WITHDRAWN = "withdrawn"
    DIED = "died"
    """Ended by the Court on the person's death; a reported death alone ends no case."""


class WarrantOutcome(StrEnum):
    """What became of a warrant."""

    AT_LARGE = "at-large"
    """Neither executed nor ended; also where a State holds the person, as arrest alone is no surrender."""
    EXECUTED = "executed"
    """The person was surrendered, or appeared."""
    WITHDRAWN_ON_DEATH = "withdrawn-on-death"
    """The case was ended on the person's death before that."""
    WITHDRAWN = "withdrawn"
    """It was ended otherwise before that."""
    INADMISSIBLE = "inadmissible"
    """The case was found inadmissible (Art. 17) before that."""


class Standing(Fields):
    """How a case stands on a day: by what it began, what it has come to, and since when."""

    instrument: CalledBy
    """Warrant or summons: a warrant, once there is one that is public."""
    issued: AnyDate | None
    """Day the first of its kind was issued."""
    public: date
    """Day from which that was public, or by which it was."""
    public_by: str
    """Whether that is its day or the last day by which it had come."""
    stage: Stage
    stage_since: AnyDate | None
    """Day on which that stage was reached; null where only a last day for it is proved."""
    held_by: str | None
    """The State that arrested the person, or where the sentence is served."""
    outcome: WarrantOutcome | None
    """What became of the warrant; null for a summons."""
    died: AnyDate | None
    """Day of the person's death by what is on record, whether or not the Court has ended the case."""
    summoned: bool
    """Whether a summons was ever public."""
    interim_release: bool
    """Whether the person was on interim release (Art. 60), by what is on record."""
    steps: tuple[str, ...]
    """Ids of the proceedings that all this rests on: the instrument, its unsealing, a release, the stage."""


_ISSUED: Mapping[str, CalledBy] = {Kind.WARRANT_ISSUED: CalledBy.WARRANT, Kind.SUMMONS: CalledBy.SUMMONS}
_UNSEALED = (Kind.WARRANT_UNSEALED, Kind.SUMMONS_UNSEALED)
_ENDS: Mapping[str, Stage] = {
    Kind.CHARGES_NOT_CONFIRMED: Stage.CHARGES_NOT_CONFIRMED,
    Kind.PROCEEDINGS_TERMINATED: Stage.TERMINATED,
    Kind.CASE_INADMISSIBLE: Stage.INADMISSIBLE,
    Kind.WARRANT_WITHDRAWN: Stage.WITHDRAWN,
    Kind.WARRANT_CANCELLED: Stage.WITHDRAWN,
}
"""What ends a case before a judgment, each with the stage that it leads to.

That the Prosecutor withdraws the charges (Art. 61(4), 61(9)) is not among them: a case ends when the Court ends it.
"""
OVER = frozenset({*_ENDS.values(), Stage.DIED, Stage.ACQUITTED, Stage.SERVED})
"""The stages of a case that is over."""
_SOUGHT = (Stage.AT_LARGE, Stage.HELD_NATIONALLY)


def happened(one: Proceeding) -> date:
    """Return the day by which a proceeding had surely come."""
    return last_day(one.done) if one.done else one.not_after or one.public


_PLACE: Mapping[str, int] = {kind: place for place, kind in enumerate(Kind)}
"""Which of two steps of one day comes first: that which stands first in the vocabulary."""


def _order(one: Proceeding) -> tuple[date, int]:
    return happened(one), _PLACE[one.kind]


def standing(case: Sequence[Proceeding], on: date) -> Standing | None:
    """Return how a case stands on a day by what was known then; None before its first warrant or summons is public."""
    shown = sorted((row for row in case if row.public <= on), key=_order)
    instruments = [row for row in shown if row.kind in _ISSUED]
    if not instruments:
        return None
    kinds = {_ISSUED[row.kind] for row in instruments}
    kind = CalledBy.WARRANT if CalledBy.WARRANT in kinds else CalledBy.SUMMONS
    first = min((row for row in instruments if _ISSUED[row.kind] == kind), key=lambda row: row.public)
    stage, led, held_by = _stage(shown)
    unsealed = [row for row in shown if row.kind in _UNSEALED and row.public == first.public]
    let_go = _let_go(shown) if stage not in OVER else None
    return Standing(
        instrument=kind,
        issued=first.done,
        public=first.public,
        public_by=first.public_by,
        stage=stage,
        stage_since=led.done,
        held_by=held_by,
        outcome=_outcome(shown, stage) if kind == CalledBy.WARRANT else None,
        died=next((row.done for row in shown if row.kind == Kind.DIED), None),
        summoned=CalledBy.SUMMONS in kinds,
        interim_release=let_go is not None,
        steps=tuple(dict.fromkeys(row.id for row in (first, *unsealed, *([let_go] if let_go else ()), led))),
    )


def _stage(shown: Sequence[Proceeding]) -> tuple[Stage, Proceeding, str | None]:
    """Return the stage that proceedings, oldest first, have led to, the one that did, and the State that holds."""
    stage: Stage | None = None
    led, held_by = shown[0], None
    deaths = [happened(row) for row in shown if row.kind == Kind.DIED]
    for row in shown:
        after = _after(row.kind, stage)
        if after == Stage.TERMINATED and any(day <= happened(row) for day in deaths):
            after = Stage.DIED
        handed_on = after == Stage.HELD_NATIONALLY and row.iso3 != held_by
        if after and (after != stage or handed_on):
            stage, led = after, row
            held_by = row.iso3 if after == Stage.HELD_NATIONALLY else None
        elif row.kind == Kind.TRANSFERRED_TO_SERVE:
            held_by = row.iso3
    assert stage  # a warrant or summons is among them
    return stage, led, held_by


def _after(kind: str, stage: Stage | None) -> Stage | None:
    """Return the stage that a proceeding leads to from another; None where it leaves it as it is."""
    sought = stage in _SOUGHT
    match kind:
        case Kind.SUMMONS if stage is None:
            return Stage.SUMMONED
        case Kind.WARRANT_ISSUED if stage in (None, Stage.SUMMONED):
            return Stage.AT_LARGE
        case Kind.ARRESTED if sought:
            return Stage.HELD_NATIONALLY
        case Kind.RELEASED if stage == Stage.HELD_NATIONALLY:
            return Stage.AT_LARGE
        case Kind.RELEASED | Kind.SENTENCE_SERVED if stage == Stage.CONVICTED:
            return Stage.SERVED
        case Kind.SURRENDERED if stage == Stage.INTERIM_RELEASE:
            return Stage.IN_CUSTODY
        case Kind.SURRENDERED | Kind.APPEARED if sought:
            return Stage.IN_CUSTODY
        case Kind.INTERIM_RELEASE if stage == Stage.IN_CUSTODY:
            return Stage.INTERIM_RELEASE
        case Kind.TRIAL_OPENED if not sought:
            return Stage.ON_TRIAL
        case Kind.CONVICTED:
            return Stage.CONVICTED
        case Kind.ACQUITTED:
            return Stage.ACQUITTED
    return _ENDS.get(kind) if stage not in OVER else None


def _let_go(shown: Sequence[Proceeding]) -> Proceeding | None:
    """Return the interim release that still holds: until a sentence, release for good or new surrender (Art. 60)."""
    turns = (Kind.INTERIM_RELEASE, Kind.SURRENDERED, Kind.SENTENCED, Kind.RELEASED)
    last = next((row for row in reversed(shown) if row.kind in turns), None)
    return last if last and last.kind == Kind.INTERIM_RELEASE else None


def _outcome(shown: Sequence[Proceeding], stage: Stage) -> WarrantOutcome:
    """Return what became of the warrants of a case: as the Court counts, arrest by a State executes none."""
    issued = next(row for row in shown if row.kind == Kind.WARRANT_ISSUED)
    if any(row.kind in (Kind.SURRENDERED, Kind.APPEARED) and happened(row) >= happened(issued) for row in shown):
        return WarrantOutcome.EXECUTED
    ended = {Stage.DIED: WarrantOutcome.WITHDRAWN_ON_DEATH, Stage.INADMISSIBLE: WarrantOutcome.INADMISSIBLE}
    return WarrantOutcome.AT_LARGE if stage in _SOUGHT else ended.get(stage, WarrantOutcome.WITHDRAWN)
