"""A question as typed -> its answers: one, or one for each crime."""

from collections.abc import Iterable, Sequence
from datetime import date

from icc_cli.database.store import Store
from icc_cli.errors import UsageError
from icc_cli.jurisdiction.answer import Answered, acting, answer
from icc_cli.jurisdiction.facts import Facts, facts_of
from icc_cli.jurisdiction.inputs import CORE, Question, consistent, read


def ask(
    store: Store,
    *,
    crimes: Sequence[str],
    day: date,
    today: date,
    until: date | None = None,
    on: date | None = None,
    territory: str | None = None,
    nationals: Iterable[str] = (),
    special: Iterable[str] = (),
    unsc: Iterable[str] = (),
) -> list[Answered]:
    """Answer a question for each crime named; for none, for the four of Art. 5.

    `on` is the day on which the Court acts; None: the later of `today` and the day asked about. Raises
    UsageError for what contradicts itself or cannot be.
    """
    facts = facts_of(store)
    when = acting(on, today)
    found = []
    for crime in crimes or CORE:
        q = read(
            facts,
            crime=crime,
            day=day,
            as_of=on or when(day),
            territory=territory,
            nationals=nationals,
            special=special,
            unsc=unsc,
        )
        if q.continuing and until is None:
            raise UsageError("a crime that goes on has a first and a last day", "add --date 2016-01-01..2016-11-30")
        if until is not None:
            read_last(facts, q, until, on)
        found.append(answer(q, facts, when, until))
    return found


def tokens(
    *,
    place: str | None = None,
    aggressor: str | None = None,
    vessel: Iterable[str] = (),
    aircraft: Iterable[str] = (),
    cross_border: Iterable[str] = (),
    amended: Iterable[str] = (),
    age: int | None = None,
    **flags: bool,
) -> list[str]:
    """Return what is special to a case as the tokens that `special` takes; a flag is a token of its own name."""
    listed = {"vessel": vessel, "aircraft": aircraft, "cross-border": cross_border, "amended": amended}
    return [
        *([] if place is None else [f"territory:{place}"]),
        *([] if aggressor is None else [f"aggressor:{aggressor}"]),
        *(f"{word}:{one}" for word, named in listed.items() for one in named),
        *([] if age is None else [f"age:{age}"]),
        *(name.replace("_", "-") for name, set_ in flags.items() if set_),
    ]


def read_last(facts: Facts, q: Question, until: date, on: date | None) -> None:
    """Refuse a range whose last day cannot be asked about."""
    consistent(facts, q.at(until, max(on or until, until)))
