"""Invariants of States: their names and codes are their own, and their membership holds together."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from icc_cli.source.rules import Record, dataset, states
from icc_cli.treaty.details import UnitedNations
from icc_cli.treaty.model import State

CHARTER = date(1945, 10, 24)
"""The United Nations begin: nobody was a member before (Charter, Art. 110)."""


@states
def membership(state: State, record: Record) -> Iterator[str]:
    """A member of the United Nations has a first day, not before the Charter nor before it existed."""
    since = state.member_since
    if (state.united_nations == UnitedNations.MEMBER) != bool(since):
        yield "a member of the United Nations, and no other, has 'member-since'"
    if since and since < CHARTER:
        yield f"a member of the United Nations before the Charter was in force on {CHARTER}"
    if since and since > record.checked:
        yield f"a member of the United Nations after the record was checked ({record.checked})"
    if since and state.independence and since < state.independence.day:
        yield f"a member of the United Nations before independence on {state.independence.day}"
    if state.independence and state.independence.day < date(1998, 7, 17):
        yield "'independence' is given for States younger than the Statute only"


@states
def groups(state: State, record: Record) -> Iterator[str]:
    """A State sits in the Assembly in its group of the United Nations, where it has one there."""
    if state.group and state.assembly_group and state.group != state.assembly_group:
        yield f"in the group {state.group} at the United Nations, but {state.assembly_group} in the Assembly"
    if (state.united_nations == UnitedNations.MEMBER) < bool(state.group):
        yield "a regional group of the United Nations without being a member"


@states
def says_that_nothing_is_on_record(state: State, record: Record) -> Iterator[str]:
    """An entry that says why it has no act has none."""
    if state.no_act and state.acts:
        yield "says that no act is on record, but lists acts"


@dataset
def names_and_codes_are_one_states(record: Record) -> Iterator[str]:
    """No name by which a State is shown, and no code of a collection, is that of two States."""
    holders: dict[tuple[str, object], dict[str, None]] = defaultdict(dict)
    for one in record.dataset.states:
        shown = {one.everyday, one.formal, *one.also, *one.names.values(), *one.cldr.values()} - {""}
        for what, value in (
            *(("name", name) for name in shown | {one.name}),
            *(("M49 number", number) for number in (one.m49,) if number),
            *((f"number '{scheme}'", number) for scheme, number in one.codes.items()),
        ):
            holders[what, value][one.iso3] = None
    for (what, value), codes in holders.items():
        own = [one.name for one in record.dataset.states if one.iso3 in codes] if len(codes) > 1 else []
        if len(codes) > 1 and own.count(str(value)) < 2:  # two of one name are told as such
            yield f"{what} '{value}' is that of {' and '.join(codes)}"
