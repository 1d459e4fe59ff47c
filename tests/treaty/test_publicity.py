"""From which day a step is known: what was confidential at first, from the day on which it was made public."""

from datetime import date

from icc_cli.treaty.details import ProceedingKind as Kind
from icc_cli.treaty.details import PublicBy
from icc_cli.treaty.persons import Person, Proceeding
from icc_cli.treaty.publicity import Public, publicity, published


def step(kind: Kind, done: str, made_public: str = "") -> Proceeding:
    later = date.fromisoformat(made_public) if made_public else None
    return Proceeding(
        id=f"doe-{done}-{kind}", kind=kind, done=date.fromisoformat(done), made_public=later, sources=("paper",)
    )


def doe(*steps: Proceeding) -> Person:
    return Person(id="doe", name="Doe", situation="ruritania", proceedings=steps, sources=("paper",))


ISSUED = step(Kind.WARRANT_ISSUED, "2012-02-29")
UNSEALED = step(Kind.WARRANT_UNSEALED, "2012-11-22")


def test_a_decision_that_was_confidential_is_known_from_the_day_it_was_made_public() -> None:
    ended = step(Kind.WARRANT_WITHDRAWN, "2021-07-19", "2021-07-28")
    known = publicity(doe(ISSUED, UNSEALED, ended))
    assert known[ended.id] == Public(date(2021, 7, 28), PublicBy.DAY)
    assert known[ISSUED.id].day == date(2012, 11, 22)


def test_a_step_is_known_from_its_own_day_where_nothing_else_is_told() -> None:
    ended = step(Kind.WARRANT_WITHDRAWN, "2021-07-19")
    assert publicity(doe(ISSUED, UNSEALED, ended))[ended.id].day == date(2021, 7, 19)


def test_a_warrant_whose_unsealing_was_announced_the_day_after_is_public_from_then() -> None:
    announced = step(Kind.WARRANT_UNSEALED, "2012-11-22", "2012-11-23")
    assert published(doe(ISSUED, announced)) == {ISSUED.id: Public(date(2012, 11, 23), PublicBy.DAY)}
