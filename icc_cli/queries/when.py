"""The treaty's own arithmetic, step by step: when an act of a day would take effect. `icc when`."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from icc_cli.errors import UsageError
from icc_cli.treaty import dates
from icc_cli.treaty.dates import spell
from icc_cli.treaty.fields import Fields

_FIRST_AMENDMENT = date(2010, 6, 10)
"""The day on which the first amendments of crimes were adopted, at Kampala (resolution RC/Res.5)."""


class Reckoning(StrEnum):
    """What is reckoned."""

    JOINING = "joining"
    """The Statute enters into force for a State that joins (Art. 126)."""
    WITHDRAWAL = "withdrawal"
    """A withdrawal takes effect (Art. 127(1))."""
    AMENDMENT = "amendment"
    """An amendment of crimes binds a Party that consents to it (Art. 121(5))."""


class WhenStep(Fields):
    """A step of the reckoning: a day, and what it is."""

    day: date
    """The day."""
    says: str
    """What the day is."""
    article: str
    """The provision."""


class When(Fields):
    """When an act of a day takes effect, and by which steps."""

    what: Reckoning
    """What is reckoned."""
    day: date
    """The day of the act: of the deposit, or of the receipt of a notice."""
    effect: date
    """The day on which it takes effect."""
    article: str
    """The provision that says so."""
    days: int
    """Days from the act until its effect."""
    steps: tuple[WhenStep, ...]
    """The days that lead there, the act's own first."""


def when(what: Reckoning, day: date) -> When:
    """Return when an act of a day takes effect.

    Raises UsageError, with the article, for a day on which there could be none.
    """
    steps = {Reckoning.JOINING: _joining, Reckoning.WITHDRAWAL: _withdrawal, Reckoning.AMENDMENT: _amendment}[what](day)
    last = steps[-1]
    return When(
        what=what, day=day, effect=last.day, article=last.article, days=(last.day - day).days, steps=tuple(steps)
    )


def _joining(day: date) -> list[WhenStep]:
    if day < dates.ADOPTED:
        raise UsageError(f"nobody could join before the Statute was adopted on {dates.ADOPTED} (Art. 125)")
    begin = max(day, dates.SIXTIETH_DEPOSIT)
    article = "Art. 126(1)" if day <= dates.SIXTIETH_DEPOSIT else "Art. 126(2)"
    steps = [
        WhenStep(
            day=day, says="instrument of ratification, acceptance, approval or accession deposited", article="Art. 125"
        )
    ]
    if day < begin:
        steps.append(WhenStep(day=begin, says="the sixtieth instrument is deposited", article="Art. 126(1)"))
    return [
        *steps,
        WhenStep(day=dates.days_after(begin, 60), says="the 60th day following the deposit", article=article),
        WhenStep(
            day=dates.entry_into_force(day),
            says="the first day of the month after the 60th day: in force for the State",
            article=article,
        ),
    ]


def _withdrawal(day: date) -> list[WhenStep]:
    in_force = dates.entry_into_force(dates.SIXTIETH_DEPOSIT)
    if day < in_force:
        raise UsageError(f"there were no Parties to withdraw before {in_force} (Art. 126(1), 127(1))")
    return [
        WhenStep(day=day, says="written notification received by the Secretary-General", article="Art. 127(1)"),
        WhenStep(
            day=dates.one_year_after(day),
            says=_year("no longer a State Party, unless the notice names a later day", day),
            article="Art. 127(1)",
        ),
    ]


def _amendment(day: date) -> list[WhenStep]:
    if day < _FIRST_AMENDMENT:
        raise UsageError(f"no amendment of crimes was adopted before {_FIRST_AMENDMENT} (Art. 121(5))")
    return [
        WhenStep(
            day=day, says="instrument of ratification or acceptance of the amendment deposited", article="Art. 121(5)"
        ),
        WhenStep(day=dates.one_year_after(day), says=_year("binds the State", day), article="Art. 121(5)"),
    ]


def _year(effect: str, day: date) -> str:
    """Return as text what a day a year on is; there is no 29 February in most years."""
    other = (
        f"; {spell(day.replace(day=28)).rpartition(' ')[0]} where the year has no 29 Feb"
        if (day.month, day.day) == (2, 29)
        else ""
    )
    return f"one year after: {effect}{other}"
