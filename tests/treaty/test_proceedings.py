"""The derivation: dated proceedings and a day give the stage of a case, and what became of its warrant."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icc_cli.treaty.details import ProceedingKind as Kind
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.proceedings import CalledBy, Stage, Standing, WarrantOutcome, standing


class Step(Fields, kw_only=False):
    """A proceeding as the database has it."""

    id: str
    kind: Kind
    done: date | None
    not_after: date | None
    public: date
    public_by: str
    iso3: str | None


def step(kind: Kind, done: str, public: str = "", *, iso3: str | None = None) -> Step:
    day = date.fromisoformat(done)
    return Step(f"doe-{done}-{kind}", kind, day, None, max(day, date.fromisoformat(public or done)), "day", iso3)


SEALED_UNTIL = "2015-09-10"
ISSUED = step(Kind.WARRANT_ISSUED, "2015-03-10", SEALED_UNTIL)
UNSEALED = step(Kind.WARRANT_UNSEALED, SEALED_UNTIL)
ARRESTED = step(Kind.ARRESTED, "2015-07-30", SEALED_UNTIL, iso3="KEN")
SURRENDERED = step(Kind.SURRENDERED, "2020-11-03")
APPEARED = step(Kind.APPEARED, "2020-11-06")
CONFIRMED = step(Kind.CHARGES_CONFIRMED, "2021-07-15")
TRIAL = step(Kind.TRIAL_OPENED, "2022-02-15")
CONVICTED = step(Kind.CONVICTED, "2023-02-15")
HELD = [ISSUED, ARRESTED, UNSEALED, SURRENDERED, APPEARED, CONFIRMED, TRIAL, CONVICTED]

SUMMONS = step(Kind.SUMMONS, "2011-03-08")
OPEN = step(Kind.WARRANT_ISSUED, "2014-09-11")


def on(rows: list[Step], day: str) -> Standing:
    found = standing(rows, date.fromisoformat(day))
    assert found
    return found


def stage(rows: list[Step], day: str) -> tuple[Stage, str]:
    found = on(rows, day)
    return found.stage, str(found.stage_since)


def outcome(rows: list[Step], day: str = "2026-10-10") -> WarrantOutcome | None:
    return on(rows, day).outcome


def test_a_person_under_a_sealed_warrant_is_not_before_the_court_for_anybody() -> None:
    assert standing(HELD, date(2015, 9, 9)) is None
    assert on(HELD, "2015-09-10").public == date(2015, 9, 10)


def test_what_came_under_a_sealed_warrant_is_known_only_when_the_warrant_is_public() -> None:
    found = on(HELD, SEALED_UNTIL)
    assert (found.stage, found.issued) == (Stage.HELD_NATIONALLY, date(2015, 3, 10))


def test_arrest_by_a_state_executes_no_warrant() -> None:
    assert stage(HELD, "2015-09-10") == (Stage.HELD_NATIONALLY, "2015-07-30")
    assert on(HELD, "2015-09-10").held_by == "KEN"
    assert outcome(HELD, "2020-11-02") == WarrantOutcome.AT_LARGE
    assert outcome(HELD, "2020-11-03") == WarrantOutcome.EXECUTED


def test_a_person_whom_a_state_lets_go_is_at_large_again() -> None:
    rows = [ISSUED, ARRESTED, step(Kind.RELEASED, "2015-08-01", SEALED_UNTIL, iso3="KEN"), UNSEALED]
    assert stage(rows, "2015-09-10") == (Stage.AT_LARGE, "2015-08-01")
    assert on(rows, "2015-09-10").held_by is None


def test_whom_one_state_sends_to_another_is_held_by_the_other() -> None:
    sent = step(Kind.ARRESTED, "2015-09-05", SEALED_UNTIL, iso3="TZA")
    rows = [ISSUED, ARRESTED, sent, UNSEALED]
    assert (stage(rows, "2015-09-10"), on(rows, "2015-09-10").held_by) == (
        (Stage.HELD_NATIONALLY, "2015-09-05"),
        "TZA",
    )
    assert outcome(rows, "2015-09-10") == WarrantOutcome.AT_LARGE


def test_a_case_goes_from_stage_to_stage_on_the_days_of_its_steps() -> None:
    assert stage(HELD, "2021-07-15") == (Stage.IN_CUSTODY, "2020-11-03")
    assert stage(HELD, "2022-02-14") == (Stage.IN_CUSTODY, "2020-11-03")
    assert stage(HELD, "2022-02-15") == (Stage.ON_TRIAL, "2022-02-15")
    assert stage(HELD, "2023-02-15") == (Stage.CONVICTED, "2023-02-15")


RELEASED_UNTIL_TRIAL = step(Kind.INTERIM_RELEASE, "2021-02-01", iso3="KEN")
SENTENCED = step(Kind.SENTENCED, "2023-03-15")


def test_nobody_is_in_custody_while_on_interim_release() -> None:
    rows = [*HELD[:6], RELEASED_UNTIL_TRIAL]
    assert stage(rows, "2021-01-31") == (Stage.IN_CUSTODY, "2020-11-03")
    assert stage(rows, "2021-07-15") == (Stage.INTERIM_RELEASE, "2021-02-01")
    assert [on(rows, day).interim_release for day in ("2021-01-31", "2021-02-01")] == [False, True]
    assert on(rows, "2021-02-01").outcome == WarrantOutcome.EXECUTED


def test_an_interim_release_goes_on_when_the_trial_opens_and_ends_with_the_sentence() -> None:
    rows = [*HELD, RELEASED_UNTIL_TRIAL, SENTENCED]
    assert stage(rows, "2022-02-15") == (Stage.ON_TRIAL, "2022-02-15")
    free = [on(rows, day).interim_release for day in ("2022-02-15", "2023-02-15", "2023-03-15")]
    assert free == [True, True, False]
    assert RELEASED_UNTIL_TRIAL.id in on(rows, "2022-02-15").steps


def test_who_is_released_during_the_trial_is_on_trial_still() -> None:
    rows = [*HELD[:7], step(Kind.INTERIM_RELEASE, "2022-05-01")]
    assert stage(rows, "2022-05-01") == (Stage.ON_TRIAL, "2022-02-15")
    assert on(rows, "2022-05-01").interim_release


def test_who_is_surrendered_again_is_on_interim_release_no_more() -> None:
    rows = [*HELD[:6], RELEASED_UNTIL_TRIAL, step(Kind.SURRENDERED, "2021-09-01")]
    assert [on(rows, day).interim_release for day in ("2021-08-31", "2021-09-01")] == [True, False]
    assert stage(rows, "2021-09-01") == (Stage.IN_CUSTODY, "2021-09-01")


def test_a_sentence_is_served_in_the_state_that_received_the_person_until_release() -> None:
    rows = [*HELD, step(Kind.TRANSFERRED_TO_SERVE, "2024-01-10", iso3="NOR"), step(Kind.RELEASED, "2025-01-10")]
    assert on(rows, "2024-01-10").held_by == "NOR"
    assert stage(rows, "2024-01-10") == (Stage.CONVICTED, "2023-02-15")
    assert stage(rows, "2025-01-10") == (Stage.SERVED, "2025-01-10")
    assert on(rows, "2025-01-10").held_by is None


def test_a_sentence_is_served_though_a_state_goes_on_holding_the_person_for_itself() -> None:
    rows = [*HELD, step(Kind.TRANSFERRED_TO_SERVE, "2024-01-10", iso3="COD"), step(Kind.SENTENCE_SERVED, "2025-01-10")]
    assert stage(rows, "2025-01-10") == (Stage.SERVED, "2025-01-10")


def test_an_acquittal_on_appeal_ends_a_conviction() -> None:
    assert stage([*HELD, step(Kind.ACQUITTED, "2024-06-08")], "2024-06-08") == (Stage.ACQUITTED, "2024-06-08")


def test_who_appears_on_a_summons_stays_summoned_until_trial() -> None:
    rows = [SUMMONS, step(Kind.APPEARED, "2011-04-07"), step(Kind.TRIAL_OPENED, "2013-09-10")]
    assert stage(rows, "2011-04-07") == (Stage.SUMMONED, "2011-03-08")
    assert stage(rows, "2013-09-10") == (Stage.ON_TRIAL, "2013-09-10")
    assert outcome(rows) is None


def test_a_warrant_after_an_appearance_on_a_summons_is_not_executed_by_it() -> None:
    rows = [SUMMONS, step(Kind.APPEARED, "2011-04-07"), OPEN]
    found = on(rows, "2014-09-11")
    assert (found.stage, found.outcome) == (Stage.AT_LARGE, WarrantOutcome.AT_LARGE)
    assert (found.instrument, found.summoned) == (CalledBy.WARRANT, True)


def test_charges_confirmed_in_the_absence_of_a_person_leave_that_person_at_large() -> None:
    assert stage([OPEN, CONFIRMED], "2021-07-15") == (Stage.AT_LARGE, "2014-09-11")


@pytest.mark.parametrize(
    ("end", "reached", "became"),
    [
        (Kind.CASE_INADMISSIBLE, Stage.INADMISSIBLE, WarrantOutcome.INADMISSIBLE),
        (Kind.WARRANT_WITHDRAWN, Stage.WITHDRAWN, WarrantOutcome.WITHDRAWN),
        (Kind.PROCEEDINGS_TERMINATED, Stage.TERMINATED, WarrantOutcome.WITHDRAWN),
    ],
)
def test_a_case_that_ends_before_execution_ends_its_warrant(end: Kind, reached: Stage, became: WarrantOutcome) -> None:
    rows = [OPEN, step(end, "2016-04-05")]
    assert stage(rows, "2016-04-04") == (Stage.AT_LARGE, "2014-09-11")
    assert stage(rows, "2016-04-05") == (reached, "2016-04-05")
    assert outcome(rows) == became


def test_the_prosecutor_withdraws_charges_and_the_court_ends_the_case() -> None:
    notice, ended = step(Kind.CHARGES_WITHDRAWN, "2014-12-05"), step(Kind.PROCEEDINGS_TERMINATED, "2015-03-13")
    rows = [SUMMONS, step(Kind.APPEARED, "2011-04-08"), notice, ended]
    assert stage(rows, "2014-12-05") == (Stage.SUMMONED, "2011-03-08")
    assert stage(rows, "2015-03-13") == (Stage.TERMINATED, "2015-03-13")


def test_a_warrant_once_executed_stays_so_however_the_case_ends() -> None:
    ended = [
        *HELD[:6],
        Step("doe-died", Kind.DIED, None, date(2022, 10, 14), date(2022, 10, 14), "bound", None),
        step(Kind.PROCEEDINGS_TERMINATED, "2022-10-14"),
    ]
    assert stage(ended, "2022-10-14") == (Stage.DIED, "2022-10-14")
    assert outcome(ended) == WarrantOutcome.EXECUTED


def test_a_death_ends_a_case_only_when_the_court_ends_it() -> None:
    rows = [OPEN, step(Kind.DIED, "2015-10-27")]
    assert (on(rows, "2015-10-27").stage, str(on(rows, "2015-10-27").died)) == (Stage.AT_LARGE, "2015-10-27")
    ended = [*rows, step(Kind.PROCEEDINGS_TERMINATED, "2017-09-07")]
    assert stage(ended, "2017-09-07") == (Stage.DIED, "2017-09-07")
    assert outcome(ended) == WarrantOutcome.WITHDRAWN_ON_DEATH


def test_a_second_warrant_changes_neither_since_when_a_person_is_sought_nor_since_when_that_is_public() -> None:
    rows = [ISSUED, UNSEALED, step(Kind.WARRANT_ISSUED, "2018-07-04", "2018-07-05")]
    assert on(rows, "2018-07-05").public == date(2015, 9, 10)
    assert stage(rows, "2018-07-05") == (Stage.AT_LARGE, "2015-03-10")


@given(st.permutations(HELD), st.integers(0, 4000))
def test_the_order_in_which_steps_are_written_changes_no_answer(rows: list[Step], days: int) -> None:
    day = date(2015, 1, 1) + timedelta(days)
    assert standing(rows, day) == standing(HELD, day)


@given(st.integers(0, 4000))
def test_no_answer_of_a_day_uses_what_became_known_later(days: int) -> None:
    day = date(2015, 1, 1) + timedelta(days)
    assert standing(HELD, day) == standing([row for row in HELD if row.public <= day], day)
