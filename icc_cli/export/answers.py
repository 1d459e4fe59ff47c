"""The tables of answers: what the commands answer for a day."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated

from icc_cli.database.store import Store
from icc_cli.export.days import IDENTITY, STANDING, StateDay
from icc_cli.export.schema import Table, columns
from icc_cli.queries.agreement import AgreementParty, agreement
from icc_cli.queries.amendments import Amendment, AmendmentParty, amendment, amendments
from icc_cli.queries.status import StateStatus, parties
from icc_cli.queries.withdrawals import Withdrawal, withdrawals
from icc_cli.treaty import model
from icc_cli.treaty.details import Region
from icc_cli.treaty.forms import ActId, Slug
from icc_cli.treaty.vocabulary import ActKind, Status


def _states(store: Store, on: date) -> Iterator[Mapping[str, object]]:
    standings = {one.iso3: one for one in parties(store, on, statuses=())}
    for row in store.rows("SELECT * FROM state ORDER BY iso3"):
        one = standings.get(row["iso3"])
        standing = {name: getattr(one, source, None) for name, source in STANDING.items()}
        yield {**row, **standing, "projected": one and one.projected}


STATES = Table(
    "states",
    "States, and where each stands on the day of the package",
    "One row for each State; and for each entry without any act on record, whose status is empty. Listing implies no "
    "position on the status of any territory.",
    columns(
        f"{IDENTITY} everyday formal united_nations_group united_nations member_since independence status status_since "
        "projected signature_date no_intent_date instrument deposit_date entry_into_force_date notice_date "
        "rescission_date withdrawal_effective_date note no_act",
        StateDay,
        StateStatus,
        model.State,
        united_nations_group=(Region | None, "Regional group at the United Nations."),
        status=(Status | None, "Its status on the day of the package."),
        projected=(bool | None, "Whether that status rests on a day after the record was checked."),
        no_act="Why no act is on record.",
    ),
    ("iso3",),
    {},
    _states,
)

_COUNTS = [
    column._replace(required=False)
    for column in columns(
        "consents bound waiting opted_out required missing incomplete gaps",
        Amendment,
        opted_out="How many States opted out of the jurisdiction it brings (Art. 15 bis(4)).",
        gaps="What is known to be missing from the consents on record.",
        incomplete="Whether the consents on record lack some, or are not known to be all.",
    )
]
"""How an amendment stands; empty for what came later."""


def _amendments(store: Store, on: date) -> Iterator[Mapping[str, object]]:
    known = {one.id: one for one in amendments(store, on)}
    for row in store.rows("SELECT * FROM amendment ORDER BY position"):
        yield {**row, **{field.name: getattr(known.get(row["id"]), field.name, None) for field in _COUNTS}}


AMENDMENTS = Table(
    "amendments",
    "Amendments to the Statute",
    "One row for each amendment and each proposal on record. The counts are those of the day of the package, and empty "
    "for what came later.",
    (
        *columns(
            "id title articles rule depositary_page proposed adopted adopted_at in_force jurisdiction_from note "
            "confidence",
            Amendment,
            model.Amendment,
            id=(Slug, "Id of the amendment."),
            depositary_page="Key of the depositary's page.",
            adopted="Day of adoption; empty for a proposal.",
            adopted_at="Where it was adopted, and the resolution.",
        ),
        *_COUNTS,
    ),
    ("id",),
    {"depositary_page": "documents.key"},
    _amendments,
)


def _amendment_parties(store: Store, on: date) -> Iterator[Mapping[str, object]]:
    for row in store.rows("SELECT id FROM amendment ORDER BY position"):
        one = amendment(store, row["id"], on)
        yield from ({"amendment": row["id"], **party._asdict()} for party in (one.parties if one else ()))


AMENDMENT_PARTIES = Table(
    "amendment-parties",
    "Who is bound by which amendment on the day of the package",
    "One row for each State that consented to an amendment, is bound by it without that, or opted out.",
    columns(
        "amendment iso3 instrument deposited binding_from opted_out state projected confidence",
        AmendmentParty,
        amendment=(Slug, "Id of the amendment."),
        instrument="The form of its consent; empty for a State bound without one.",
    ),
    ("amendment", "iso3"),
    {"amendment": "amendments.id", "iso3": "states.iso3"},
    _amendment_parties,
)

AGREEMENT_PARTIES = Table(
    "agreement-parties",
    "Parties to the privileges agreement on the day of the package",
    "One row for each State that signed or joined the Agreement on the Privileges and Immunities of the Court.",
    columns(
        "iso3 signed instrument deposited entered_into_force entry_into_force_expected party confidence "
        "denunciation_notified denunciation_effective denunciation_withdrawn",
        AgreementParty,
    ),
    ("iso3",),
    {"iso3": "states.iso3"},
    lambda store, on: agreement(store, on, status="all"),
)

_WAYS = (ActKind.WITHDRAWAL_NOTICE, ActKind.NO_INTENT_DECLARATION, ActKind.INSTRUMENT_WITHDRAWN)

WITHDRAWALS = Table(
    "withdrawals",
    "Ways out, and what had become of them by the day of the package",
    "One row for each notice of withdrawal, notice of no intent, and instrument taken back before entry into force.",
    columns(
        "id iso3 act notified circulated effect outcome outcome_date days_left projected confidence",
        Withdrawal,
        id=(ActId, "Id of the notice or declaration."),
        act=(Annotated[ActKind, _WAYS], "What kind of act began it."),
    ),
    ("id",),
    {"id": "acts.id", "iso3": "states.iso3"},
    lambda store, on: withdrawals(store, on),
)
