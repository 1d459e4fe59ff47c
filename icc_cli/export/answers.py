"""The tables of answers: what the commands answer for a day."""

from collections.abc import Iterator
from datetime import date

from icc_cli.database.store import Store
from icc_cli.export.schema import (
    ISO3,
    STANDING,
    TO_STATE,
    Reference,
    Row,
    Table,
    day,
    flag,
    number,
    partial,
    picked,
    text,
    word,
)
from icc_cli.queries.agreement import agreement
from icc_cli.queries.amendments import amendment, amendments
from icc_cli.queries.status import parties
from icc_cli.queries.withdrawals import WayOut, withdrawals
from icc_cli.treaty.details import AmendmentRule, Instrument, Region, UnitedNations
from icc_cli.treaty.vocabulary import CONSENT_ACTS, Status

IDENTITY = (
    ISO3,
    word("iso2", "ISO 3166-1 alpha-2 code. Namibia's is NA: tell your program that only an empty cell is missing."),
    word("m49", "M49 code of the United Nations: three digits, so read it as text."),
    text("name", "The United Nations' own short name, as it is today.", required=True),
    number("cow", "Country code of the Correlates of War project."),
    number("gw", "Gleditsch-Ward number."),
    number("vdem", "Country code of V-Dem; empty for States that V-Dem does not cover."),
    word("region", "Regional group, as it is today: in the Assembly of States Parties, or else at the United Nations.",
         Region),
)  # fmt: skip
"""What tells a State, and ties it to other data."""

STANDING_DAYS = (
    day("signature_date", "Day of signature."),
    day("no_intent_date", "Day of a notice to the depositary that the State does not intend to become a party."),
    word("instrument", "Form of its consent to be bound.", CONSENT_ACTS),
    day("deposit_date", "Day of deposit of its instrument, or of notice of its succession; empty for one taken back."),
    day("entry_into_force_date", "Day on which the Statute entered into force for it; stays for one that left."),
    day("notice_date", "Day on which the depositary received its newest notice of withdrawal, also of one taken back."),
    day("rescission_date", "Day on which that notice was taken back."),
    day("withdrawal_effective_date", "Day on which that notice takes or took effect; may lie ahead."),
)  # fmt: skip
"""The days that a standing rests on; of each only what had come by the day, but for the last."""

STANDING_DAYS_FROM = (
    "signed", "no_intent_declared", "instrument", "deposited", "entered_into_force", "withdrawal_notified",
    "withdrawal_rescinded", "withdrawal_effective",
)  # fmt: skip
"""The fields of a `StateStanding` that those columns show."""


_FACTS = (
    text("everyday", "Everyday name.", required=True),
    text("formal", "Formal name."),
    word("united_nations_group", "Regional group at the United Nations.", Region),
    word("united_nations", "How it stands to the United Nations.", UnitedNations, required=True),
    day("member_since", "Day since which it is a member of the United Nations."),
    day("independence", "First day of its existence, for States younger than the Statute."),
)


def _states(store: Store, on: date) -> Iterator[Row]:
    standings = {one.iso3: one for one in parties(store, on, statuses=())}
    facts = [field.name for field in (*IDENTITY, *_FACTS)]
    for row in store.rows("SELECT * FROM state ORDER BY iso3"):
        one = standings.get(row["iso3"])
        answer = (
            [one.status, one.status_since, one.projected, *(getattr(one, name) for name in STANDING_DAYS_FROM)]
            if one
            else [None] * (3 + len(STANDING_DAYS_FROM))
        )
        yield [*(row[name] for name in facts), *answer, row["note"], row["no_act"]]


STATES = Table(
    "states",
    "States, and where each stands on the day of the package",
    "One row for each State; and for each entry without any act on record, whose status is empty. Listing implies no "
    "position on the status of any territory.",
    (
        *IDENTITY,
        *_FACTS,
        word("status", "Its status on the day of the package.", Status),
        day("status_since", "Day since which it has that status; empty where it always had."),
        flag("projected", "Whether that status rests on a day after the record was checked.", required=False),
        *STANDING_DAYS,
        text("note", "What a reader should know about the entry."),
        text("no_act", "Why no act is on record."),
    ),
    ("iso3",),
    (),
    _states,
)


def _amendments(store: Store, on: date) -> Iterator[Row]:
    known = {one.id: one for one in amendments(store, on)}
    facts = [field.name for field in AMENDMENTS.fields if field.name not in _COUNTED]
    for row in store.rows("SELECT * FROM amendment ORDER BY position"):
        one = known.get(row["id"])
        yield [*(row[name] for name in facts), *(getattr(one, name) if one else None for name in _COUNTED)]


_COUNTED = ("consents", "bound", "waiting", "opted_out", "required", "missing", "incomplete", "gaps")

AMENDMENTS = Table(
    "amendments",
    "Amendments to the Statute",
    "One row for each amendment and each proposal on record. The counts are those of the day of the package, and empty "
    "for what came later.",
    (
        word("id", "Id of the amendment.", required=True),
        text("title", "What it is about.", required=True),
        text("articles", "The articles it changes.", required=True),
        word("rule", "Provision under which it enters into force.", AmendmentRule, required=True),
        word("depositary_page", "Key of the depositary's page."),
        day("proposed", "Day on which it was circulated as a proposal."),
        day("adopted", "Day of its adoption; empty for a proposal."),
        text("adopted_at", "Where it was adopted, and the resolution."),
        day("in_force", "First day in force for anyone."),
        day("jurisdiction_from", "Day from which the Court can exercise jurisdiction over the crime it adds."),
        text("note", "What a reader should know about it."),
        STANDING,
        number("consents", "States that deposited a consent, and are parties or are to become so."),
        number("bound", "States bound by it."),
        number("waiting", "States that consented and are not yet bound."),
        number("opted_out", "States that opted out of the jurisdiction it brings (Art. 15 bis(4))."),
        number("required", "Consents of States Parties needed, where seven-eighths are (Art. 121(4))."),
        number("missing", "Those of them still missing."),
        flag("incomplete", "Whether the consents on record lack some, or are not known to be all.", required=False),
        text("gaps", "What is known to be missing from the consents on record."),
    ),
    ("id",),
    (Reference(("depositary_page",), "documents", ("key",)),),
    _amendments,
)  # fmt: skip

_AMENDMENT_PARTY = (
    ISO3,
    word("instrument", "Form of its consent; empty for a State bound without one.", Instrument),
    partial("deposited", "Day of deposit of its consent."),
    day("binding_from", "Day from which it is bound; may lie ahead."),
    partial("opted_out", "Day on which it opted out (Art. 15 bis(4))."),
    word("state", "How the State stands to the amendment on the day of the package.",
         ("bound", "waiting", "opted-out", "left"), required=True),
    flag("projected", "Whether that rests on a day after the record was checked."),
    STANDING,
)  # fmt: skip


def _amendment_parties(store: Store, on: date) -> Iterator[Row]:
    for row in store.rows("SELECT id FROM amendment ORDER BY position"):
        one = amendment(store, row["id"], on)
        for values in picked(_AMENDMENT_PARTY, one.parties if one else ()):
            yield [row["id"], *values]


AMENDMENT_PARTIES = Table(
    "amendment-parties",
    "Who is bound by which amendment on the day of the package",
    "One row for each State that consented to an amendment, is bound by it without that, or opted out.",
    (word("amendment", "Id of the amendment.", required=True), *_AMENDMENT_PARTY),
    ("amendment", "iso3"),
    (Reference(("amendment",), "amendments", ("id",)), TO_STATE),
    _amendment_parties,
)

_AGREEMENT_PARTY = (
    ISO3,
    partial("signed", "Day of signature."),
    word("instrument", "Form of its consent.", Instrument),
    partial("deposited", "Day of deposit."),
    day("entered_into_force", "Day on which it entered into force for the State."),
    day("entry_into_force_expected", "That day, while it lies ahead."),
    flag("party", "Whether it is in force for the State."),
    STANDING,
)

AGREEMENT_PARTIES = Table(
    "agreement-parties",
    "Parties to the privileges agreement on the day of the package",
    "One row for each State that signed or joined the Agreement on the Privileges and Immunities of the Court.",
    _AGREEMENT_PARTY,
    ("iso3",),
    (TO_STATE,),
    lambda store, on: picked(_AGREEMENT_PARTY, agreement(store, on, status="all")),
)

_WITHDRAWAL = (
    word("id", "Id of the notice or declaration.", required=True),
    ISO3,
    word("act", "What kind of act it is.",
         ("withdrawal-notice", "no-intent-declaration", "instrument-withdrawn"), required=True),
    day("notified", "Day on which the depositary received it.", required=True),
    day("circulated", "Day of the depositary's notification."),
    day("effect", "Day on which it takes, took or would have taken effect."),
    word("outcome", "What had become of it by the day of the package.", WayOut, required=True),
    day("outcome_date", "Day of that outcome."),
    number("days_left", "Days until a pending notice takes effect."),
    flag("projected", "Whether the outcome rests on a day after the record was checked."),
    STANDING,
)  # fmt: skip

WITHDRAWALS = Table(
    "withdrawals",
    "Ways out, and what had become of them by the day of the package",
    "One row for each notice of withdrawal, notice of no intent, and instrument taken back before entry into force.",
    _WITHDRAWAL,
    ("id",),
    (Reference(("id",), "acts", ("id",)), TO_STATE),
    lambda store, on: picked(_WITHDRAWAL, withdrawals(store, on)),
)
