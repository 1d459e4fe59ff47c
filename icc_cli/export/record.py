"""The tables of the record: all that is on record, whatever the day."""

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
    words,
)
from icc_cli.queries.acts import Disputed, acts, whole
from icc_cli.queries.situations import situations
from icc_cli.treaty.details import (
    DeclarationKind,
    DocumentKind,
    Instrument,
    Leaning,
    Outcome,
    Reception,
    Region,
    SituationKind,
    Trigger,
)
from icc_cli.treaty.vocabulary import ActKind, Status

_SHARED = (
    word("id", "Id of the act; never renamed.", required=True),
    word("act", "What kind of act it is.", ActKind, required=True),
    word("iso3", "ISO 3166-1 alpha-3 code of the State whose act it is; empty for the act of a body."),
    text("body", "The body whose act it is, where it is no State's."),
    partial("done", "Day on which it was signed, deposited, received by the depositary, or said, if known."),
    day("effect", "Day of its legal effect, where that is another day."),
    day("circulated", "Day of the depositary's notification, if known."),
    text("title", "What it is, in a few words.", required=True),
    text("note", "What a reader should know about it."),
    STANDING,
    word("undoes", "Id of the act that this one cancels."),
    word("undone_by", "Id of the act that cancels this one."),
    word("region", "Regional group of the State.", Region),
    words("concerns", "Codes of the States that the act of a body, a referral or an objection is about."),
)
"""What acts of every kind have."""
_DETAILS = (
    word("amendment", "The amendment that a consent or declaration belongs to."),
    word("instrument", "Form of a consent to an amendment or to the privileges agreement.", Instrument),
    word("declaration", "What a declaration is about.", DeclarationKind),
    word("against", "Code of the State against which an objection is made."),
    partial("until", "Last day of an act that ends."),
    word("leaning", "Where a signal points.", Leaning),
    partial("dated", "Date that an acceptance under Art. 12(3) bears, where it was received on another day."),
    partial("accepts_from", "First day of the period over which jurisdiction is accepted under Art. 12(3)."),
    partial("accepts_to", "Last day of that period; empty where it has no end."),
    text("scope", "What the acceptance is limited to, in words."),
    word("reception", "What the Court made of the acceptance.", Reception),
    word("situation", "The situation that a referral or acceptance belongs to."),
    text("was", "The State's name until a change of name."),
    partial("due", "Day that the act set for a later step."),
    partial("announced", "Day on which a referral was made public, where another day."),
    number("votes_for", "Votes in favour of a resolution of the Security Council."),
    number("votes_against", "Votes against it."),
    number("votes_abstaining", "Abstentions."),
    words("abstaining", "Codes of the States that abstained."),
)  # fmt: skip
"""What only some kinds have."""


def _acts(store: Store, on: date) -> Iterator[Row]:
    for act in acts(store, date.max):
        votes = {f"votes_{how}": count for how, count in act.details.get("votes", {}).items()}
        own = {**act.details, **votes}
        yield [*(getattr(act, field.name) for field in _SHARED), *(own.get(field.name) for field in _DETAILS)]


ACTS = Table(
    "acts",
    "Acts of States and bodies",
    "One row for each dated thing that a State or a body did: signatures, deposits, notices, declarations, consents, "
    "referrals, signals. The last columns are filled only for the kinds of act that have them.",
    (*_SHARED, *_DETAILS),
    ("id",),
    (
        TO_STATE,
        Reference(("undoes",), None, ("id",)),
        Reference(("undone_by",), None, ("id",)),
        Reference(("amendment",), "amendments", ("id",)),
        Reference(("against",), "states", ("iso3",)),
        Reference(("situation",), "situations", ("id",)),
    ),
    _acts,
)

_PROOF = """
WITH fact_of AS (
  SELECT id AS fact, 'act' AS kind FROM act
  UNION ALL SELECT id, 'situation' FROM situation
  UNION ALL SELECT id, 'amendment' FROM amendment
  UNION ALL SELECT iso3, 'state' FROM state
  UNION ALL SELECT fact || ':published', 'published-count' FROM completeness
  UNION ALL SELECT 'correction-' || position, 'correction' FROM correction
)
SELECT fact, kind, position, document FROM source JOIN fact_of USING (fact) ORDER BY fact, position
"""

SOURCES = Table(
    "sources",
    "Which document proves which fact",
    "One row for each document of each fact.",
    (
        word("fact", "Id of the fact: an act, a situation, an amendment, a correction; a State's code, for its "
             "independence; or ID:published, for how many parties the depositary counts.", required=True),
        word("kind", "What the fact is.",
             ("act", "situation", "amendment", "state", "published-count", "correction"), required=True),
        number("position", "Place among the documents of the fact, from 0.", required=True),
        word("document", "Key of the document.", required=True),
    ),
    ("fact", "position"),
    (Reference(("document",), "documents", ("key",)),),
    lambda store, on: map(tuple, store.rows(_PROOF)),
)  # fmt: skip

DOCUMENTS = Table(
    "documents",
    "Documents",
    "Every document that a fact rests on.",
    (
        word("key", "Key of the document in this dataset.", required=True),
        text("symbol", "Its symbol (C.N.862.2016, ICC-01/04); empty where none has been seen."),
        text("title", "Its title; begins with whose document it is.", required=True),
        text("url", "Its address; empty where none has been seen."),
        word("kind", "Who speaks in it.", DocumentKind, required=True),
        partial("date", "Its date."),
    ),
    ("key",),
    (),
    lambda store, on: map(tuple, store.rows("SELECT key, symbol, title, url, kind, date FROM document ORDER BY key")),
)


def _spans(store: Store, on: date) -> Iterator[Row]:
    number, before = 0, None
    for row in store.rows("SELECT * FROM span ORDER BY iso3, since"):
        number = number + 1 if row["iso3"] == before else 1
        before = row["iso3"]
        since = whole(row["since"])
        yield (
            row["iso3"], number, None if since == date.min else since, whole(row["until"]), row["status"],
            row["act_id"], bool(row["projected"]),
        )  # fmt: skip


SPANS = Table(
    "spans",
    "Status of each State, as spans of time",
    "One row for each status that a State has held, derived from its acts; the spans of a State follow each other "
    "without gap. A day from which an act takes effect belongs to the new status.",
    (
        ISO3,
        number("number", "The State's spans in order, from 1.", required=True),
        day("since", "First day of the span; empty for the first one, which has no beginning."),
        day("until", "First day after the span; empty for the last one, which has no end."),
        word("status", "The status.", Status, required=True),
        word("act", "Id of the act that the status rests on; empty where it rests on the absence of any."),
        flag("projected", "Whether the span begins after the day through which the record was checked."),
    ),
    ("iso3", "number"),
    (TO_STATE, Reference(("act",), "acts", ("id",))),
    _spans,
)

_SITUATION_FIELDS = (
    word("id", "Id of the situation or examination; that of an examination begins with pe-.", required=True),
    word("kind", "A situation under investigation, or an examination before one.", SituationKind, required=True),
    text("name", "Its name.", required=True),
    text("reference", "The Court's reference (ICC-01/04)."),
    word("region", "Regional group of the State named first.", Region),
    word("trigger", "How it came to the Prosecutor.", Trigger, required=True),
    word("later_trigger", "How its ground changed before its end.", Trigger),
    day("authorised", "Day on which a Chamber authorised the investigation."),
    text("authorised_by", "The Chamber."),
    partial("opened", "Day on which it was opened; empty where not known."),
    partial("closed", "Day on which it was closed, which counts as closed; empty while it is open."),
    partial("scope_from", "First day of conduct within its scope."),
    partial("scope_to", "Last day of conduct within its scope."),
    word("outcome", "How an examination ended.", Outcome),
    word("leads_to", "Id of the situation that an examination led to."),
    text("note", "What a reader should know about it."),
    STANDING,
)  # fmt: skip

SITUATIONS = Table(
    "situations",
    "Situations and preliminary examinations",
    "One row for each. Warrants and charges in them are allegations.",
    _SITUATION_FIELDS,
    ("id",),
    (Reference(("leads_to",), None, ("id",)),),
    lambda store, on: picked(_SITUATION_FIELDS, situations(store, date.max)),
)


def _situation_states(store: Store, on: date) -> Iterator[Row]:
    for one in situations(store, date.max):
        yield from ((one.id, position, iso3) for position, iso3 in enumerate(one.states))


SITUATION_STATES = Table(
    "situation-states",
    "Which States a situation concerns",
    "One row for each State of each situation or examination.",
    (
        word("situation", "Id of the situation or examination.", required=True),
        number("position", "Place among its States, from 0.", required=True),
        ISO3,
    ),
    ("situation", "iso3"),
    (Reference(("situation",), "situations", ("id",)), TO_STATE),
    _situation_states,
)

CORRECTIONS = Table(
    "corrections",
    "What was once wrong in this dataset",
    "One row for each published value that was corrected.",
    (
        word("id", "Id of the correction, by which sources name it.", required=True),
        word("fact", "Id of the fact that was wrong.", required=True),
        word("field", "What of it was wrong.", required=True),
        text("old", "What was published.", required=True),
        text("new", "What is right.", required=True),
        text("why", "How that is known.", required=True),
        word("since", "Version of the dataset since which it is right.", required=True),
    ),
    ("id",),
    (),
    lambda store, on: (
        ("correction-" + str(row["position"]), *tuple(row)[1:])
        for row in store.rows("SELECT position, fact, field, old, new, why, since FROM correction ORDER BY position")
    ),
)

DISPUTED = Table(
    "disputed",
    "Values that other sources give",
    "One row for each value that a source gives and this dataset does not follow; shown, never used.",
    (
        word("fact", "Id of the act, situation or amendment.", required=True),
        number("position", "Place among the disputed values of the fact, from 0.", required=True),
        word("field", "What of it is disputed.", required=True),
        text("value", "What the other source gives.", required=True),
        text("note", "Which source, and why it is not followed."),
        words("documents", "Keys of the documents that give it."),
    ),
    ("fact", "position"),
    (),
    lambda store, on: (
        (row["fact"], row["position"], *Disputed(row["field"], row["value"], row["note"], _keys(row["documents"])))
        for row in store.rows("SELECT * FROM disputed ORDER BY fact, position")
    ),
)


def _keys(documents: str | None) -> tuple[str, ...]:
    return tuple((documents or "").split())
