"""Agreements on cooperation, as they stood on a day."""

from datetime import date

from icc_cli.database.store import Store
from icc_cli.queries.agreement import agreement
from icc_cli.queries.agreements import AgreementKind, AgreementStatus, CooperationAgreement, agreements


def of(store: Store, iso3: str, kind: AgreementKind, on: str) -> CooperationAgreement | None:
    found = agreements(store, date.fromisoformat(on), states=[iso3], kinds=[kind], status="all")
    return found[0] if found else None


def test_an_agreement_is_signed_and_then_in_force_each_from_its_day(store: Store) -> None:
    days = ("2016-07-06", "2016-07-07", "2016-08-05", "2016-08-06")
    found = [of(store, "NOR", AgreementKind.SENTENCES, day) for day in days]
    signed, force = AgreementStatus.SIGNED, AgreementStatus.IN_FORCE
    assert [one and one.status for one in found] == [None, signed, signed, force]
    assert [one and one.in_force for one in found] == [None, None, None, date(2016, 8, 6)]


def test_those_in_force_are_listed_and_more_if_asked_for(store: Store) -> None:
    on = date(2016, 8, 5)
    force, signed, every = (agreements(store, on, status=status) for status in ("in-force", "signed", "all"))
    assert len(every) == len(force) + len(signed)
    assert all(one.in_force and one.in_force <= on for one in force)
    assert not any(one.in_force for one in signed)


def test_privileges_are_those_of_the_agreement_on_privileges_and_immunities(store: Store) -> None:
    on = date(2016, 11, 16)
    parties = {one.iso3: (one.signed, one.entered_into_force) for one in agreement(store, on)}
    found = agreements(store, on, kinds=[AgreementKind.PRIVILEGES])
    assert {one.iso3: (one.signed, one.in_force) for one in found} == parties
    assert {one.id for one in found} == {None}


def test_of_a_non_surrender_agreement_often_only_a_day_by_which_it_was_made_is_known(store: Store) -> None:
    assert of(store, "UGA", AgreementKind.NON_SURRENDER, "2003-06-11") is None
    found = of(store, "UGA", AgreementKind.NON_SURRENDER, "2003-06-12")
    assert found
    assert (found.signed, found.known_by, found.in_force, found.with_) == (None, date(2003, 6, 12), None, "USA")
    assert found.status == AgreementStatus.SIGNED


def test_an_agreement_counts_from_its_signature_though_the_document_that_has_it_is_younger(store: Store) -> None:
    assert of(store, "AFG", AgreementKind.NON_SURRENDER, "2002-09-19") is None
    found = of(store, "AFG", AgreementKind.NON_SURRENDER, "2002-09-20")
    assert found
    assert found.signed == date(2002, 9, 20)


def test_an_agreement_between_two_states_is_listed_under_either(store: Store) -> None:
    on = date(2026, 11, 23)
    under = agreements(store, on, states=["USA"], kinds=[AgreementKind.NON_SURRENDER], status="all")
    assert under == agreements(store, on, kinds=[AgreementKind.NON_SURRENDER], status="all")


def test_they_stand_by_kind_and_then_by_the_name_of_the_state(store: Store) -> None:
    found = agreements(store, date(2026, 11, 23), status="all")
    kinds = [one.kind for one in found]
    assert kinds == sorted(kinds, key=list(AgreementKind).index)
    assert set(kinds) >= {AgreementKind.PRIVILEGES, AgreementKind.SENTENCES, AgreementKind.NON_SURRENDER}
    assert all(one.sources for one in found)
