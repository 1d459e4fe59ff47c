"""The question of the Python API whether the Court could have jurisdiction over conduct."""

from typing import TYPE_CHECKING

from icc_cli.api import given
from icc_cli.api.duties import Duties
from icc_cli.api.given import Day, Words
from icc_cli.errors import UnknownName
from icc_cli.treaty.dates import first_day, last_day

if TYPE_CHECKING:
    from icc_cli.jurisdiction.answer import Jurisdiction


class Hearing(Duties):
    """The dataset, open for questions about jurisdiction, about cooperation, and those that a list answers."""

    def jurisdiction(
        self,
        *,
        crime: str,
        day: Day,
        on: Day = "today",
        until: Day | None = None,
        territory: str | None = None,
        place: str | None = None,
        nationals: Words = (),
        aggressor: str | None = None,
        vessel: Words = (),
        aircraft: Words = (),
        cross_border: Words = (),
        amended: Words = (),
        age: int | None = None,
        legal_person: bool = False,
        un_operation: bool = False,
        continuing: bool = False,
        unrelated_to_situation: bool = False,
        referral: Words = (),
        deferral: Words = (),
        special: Words = (),
        unsc: Words = (),
    ) -> "Jurisdiction":
        """Return whether the Court could have jurisdiction over conduct, on what basis, and by which steps.

        Args:
            crime: `genocide`, `crimes-against-humanity`, `war-crimes`, `aggression`, `administration-of-justice`.
            day: The day of the conduct, or the first of several; a month or a year stands for all its days.
            on: The day on which the Court acts; for `today`, the day of the conduct where that is later.
            until: The last day of the conduct, where it lasted.
            territory: The State where it happened, or `high seas`; for aggression, the State attacked.
            place: A named territory, such as `crimea`, `gaza`, `greenland`.
            nationals: The States of which the accused are nationals, or `stateless`.
            aggressor: For aggression, the State that attacked; that of nationality if not given.
            vessel: States in which ships are registered on board of which it happened.
            aircraft: The same of aircraft.
            cross_border: States where an element of the crime happened.
            amended: War crimes added by amendment: `starvation`, `gas`, `8-2-e-xix`.
            age: Age of the accused on the day, in years.
            legal_person: Whether the accused is a company or the like.
            un_operation: Whether the accused belong to an operation that the Council or the African Union authorised.
            continuing: Whether it is one crime that goes on, such as detention; with `until`.
            unrelated_to_situation: Whether it has no link to a situation before the Court.
            referral: Resolutions of referral to suppose, by number: `1593`; or `hypothetical`.
            deferral: Resolutions of deferral to suppose, by number: `1422`; or `hypothetical`.
            special: Tokens that say the same as arguments above: `territory:crimea`, `vessel:COM`, `age:17`;
                `high-seas`, `stateless`.
            unsc: Tokens that say the same as `referral` and `deferral`: `referral:1593`, `deferral:1422`.

        Returns:
            The verdict with its legal bases, caveats and steps; for several days, each stretch with one answer.

        Raises:
            UsageError: For a question that contradicts itself or cannot be.

        >>> found = dataset.jurisdiction(
        ...     crime="war-crimes", day="2014-03-01", on="2024-01-01", territory="ukraine", nationals="russia"
        ... )
        >>> (found.verdict.value, found.bases)
        ('yes', ('12(2)(a)', '12(3)'))
        """
        from icc_cli.jurisdiction.ask import ask, tokens

        start, end = given.day(day, "day"), until
        if end is None and last_day(start) != first_day(start):
            end = last_day(start)
        if territory is not None and not given.text(territory, "territory").strip():
            raise UnknownName(territory)
        acting = self._day(on)
        (found,) = ask(
            self._store,
            crimes=[given.text(crime, "crime")],
            day=first_day(start),
            until=None if end is None else given.last(end, "until"),
            today=acting,
            on=None if on == "today" else acting,
            territory=territory,
            nationals=given.several(nationals, "nationals"),
            special=[
                *given.several(special, "special"),
                *tokens(
                    place=None if place is None else given.text(place, "place"),
                    aggressor=None if aggressor is None else given.text(aggressor, "aggressor"),
                    vessel=given.several(vessel, "vessel"),
                    aircraft=given.several(aircraft, "aircraft"),
                    cross_border=given.several(cross_border, "cross_border"),
                    amended=given.several(amended, "amended"),
                    age=age,
                    legal_person=given.flag(legal_person, "legal_person"),
                    un_operation=given.flag(un_operation, "un_operation"),
                    continuing=given.flag(continuing, "continuing"),
                    unrelated_to_situation=given.flag(unrelated_to_situation, "unrelated_to_situation"),
                ),
            ],
            unsc=[
                *given.several(unsc, "unsc"),
                *(f"referral:{one}" for one in given.several(referral, "referral")),
                *(f"deferral:{one}" for one in given.several(deferral, "deferral")),
            ],
        )
        return found.answer
