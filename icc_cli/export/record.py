"""The tables of the record: all that is on record, whatever the day."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated

from icc_cli.database.store import Store
from icc_cli.export.schema import Table, columns
from icc_cli.queries.acts import Act, acts
from icc_cli.queries.show import Document
from icc_cli.queries.situations import Situation, situations, tie
from icc_cli.treaty import facts, model
from icc_cli.treaty.described import meanings
from icc_cli.treaty.forms import ActId, Slug, Vote, Word
from icc_cli.treaty.vocabulary import Status

_SHARED = columns(
    "id act iso3 body done effect circulated title note confidence undoes undone_by region concerns",
    Act,
    id=(ActId, "Id of the act: State or body, day, kind; never renamed."),
    iso3="ISO 3166-1 alpha-3 code of the State whose act it is; empty for the act of a body.",
    undoes=(ActId | None, "Id of the act that this one cancels."),
    undone_by=(ActId | None, "Id of the act that cancels this one."),
    region="Regional group of the State.",
)
"""What acts of every kind have."""
_DETAILS = columns(
    "amendment instrument declaration against until leaning dated accepts_from accepts_to scope reception situation "
    "was due announced votes_for votes_against votes_abstaining abstaining effect_differs proof persons",
    model.ActDetails,
    instrument="Form of a consent to an amendment or to the privileges agreement.",
    against="Code of the State against which an objection is made.",
    until="Last day of an act that ends.",
    dated="Date that an acceptance under Art. 12(3) bears, where it was received on another day.",
    accepts_to="Last day for which jurisdiction is accepted; empty where it has no end.",
    situation="Id of the situation that a referral or acceptance belongs to.",
    was="The State's name until a change of name.",
    **{
        f"votes_{how}": (int | None, f"At the Security Council: {text.lower()}") for how, text in meanings(Vote).items()
    },
    abstaining="Codes of the States that abstained.",
)
"""What only some kinds have."""


def _acts(store: Store, on: date) -> Iterator[Mapping[str, object]]:
    nothing = dict.fromkeys(field.name for field in _DETAILS)
    for act in acts(store, date.max):
        votes = {f"votes_{how}": count for how, count in act.details.get("votes", {}).items()}
        yield {**act._asdict(), **nothing, **act.details, **votes}


ACTS = Table(
    "acts",
    "Acts of States and bodies",
    "One row for each dated thing that a State or a body did: signatures, deposits, notices, declarations, consents, "
    "referrals, signals. The last columns are filled only for the kinds of act that have them.",
    (*_SHARED, *_DETAILS),
    ("id",),
    {
        "iso3": "states.iso3",
        "undoes": "acts.id",
        "undone_by": "acts.id",
        "amendment": "amendments.id",
        "against": "states.iso3",
        "situation": "situations.id",
    },
    _acts,
)

_PROOF = """
WITH fact_of AS (
  SELECT id AS fact, 'act' AS kind FROM act
  UNION ALL SELECT id, 'situation' FROM situation
  UNION ALL SELECT id, 'amendment' FROM amendment
  UNION ALL SELECT id, 'person' FROM person
  UNION ALL SELECT id, 'agreement' FROM pact
  UNION ALL SELECT id, 'visit' FROM visit
  UNION ALL SELECT id, 'law' FROM law
  UNION ALL SELECT iso3, 'state' FROM state
  UNION ALL SELECT fact || ':published', 'published-count' FROM completeness
  UNION ALL SELECT 'correction-' || position, 'correction' FROM correction
)
SELECT fact, kind, position, document FROM source JOIN fact_of USING (fact) ORDER BY fact, position
"""

_FACTS = (
    "act",
    "situation",
    "amendment",
    "person",
    "agreement",
    "visit",
    "law",
    "state",
    "published-count",
    "correction",
)

SOURCES = Table(
    "sources",
    "Which document proves which fact",
    "One row for each document of each fact.",
    columns(
        fact=(
            Word,
            "Id of the fact: an act, a situation, an amendment, a person, a correction, …; a State's code, for its "
            "independence; or ID:published, for how many parties the depositary counts.",
        ),
        kind=(
            Annotated[str, _FACTS],
            "What the fact is.",
        ),
        position=(int, "Place among the documents of the fact, from 0."),
        document=(Slug, "Key of the document."),
    ),
    ("fact", "position"),
    {"document": "documents.key"},
    lambda store, on: store.rows(_PROOF),
)

DOCUMENTS = Table(
    "documents",
    "Documents",
    "Every document that a fact rests on.",
    columns("", Document, key=(Slug, "Key of the document; never renamed.")),
    ("key",),
    {},
    lambda store, on: store.rows("SELECT * FROM document ORDER BY key"),
)

SPANS = Table(
    "spans",
    "Status of each State, as spans of time",
    "One row for each status that a State has held, derived from its acts; the spans of a State follow each other "
    "without gap. A day from which an act takes effect belongs to the new status.",
    columns(
        "iso3 number since until status act projected",
        number=(int, "The State's spans in order, from 1."),
        since=(date | None, "First day of the span; empty for the first one, which has no beginning."),
        until=(date | None, "First day after the span; empty for the last one, which has no end."),
        status=(Status, "The status."),
        act=(ActId | None, "Id of the act that the status rests on; empty where it rests on the absence of any."),
        projected=(bool, "Whether the span begins after the day through which the record was checked."),
    ),
    ("iso3", "number"),
    {"iso3": "states.iso3", "act": "acts.id"},
    lambda store, on: store.rows(
        "SELECT iso3, row_number() OVER (PARTITION BY iso3 ORDER BY since) AS number, nullif(since, ?) AS since, "
        "until, status, act_id AS act, projected FROM span ORDER BY iso3, since",
        date.min.isoformat(),
    ),
)

SITUATIONS = Table(
    "situations",
    "Situations and preliminary examinations",
    "One row for each. Warrants and charges in them are allegations.",
    columns(
        "id kind name reference region trigger later_trigger authorised authorised_by opened closed scope_from "
        "scope_to outcome leads_to note confidence concluded",
        model.Situation,
        Situation,
        id="Id of the situation or examination; that of an examination begins with pe-.",
        kind="A situation under investigation, or an examination before one.",
        reference=(str | None, "The Court's reference (ICC-01/04)."),
        region="Regional group of the State named first.",
        closed="Day on which it was closed, which counts as closed; empty while it is open.",
    ),
    ("id",),
    {"leads_to": "situations.id"},
    lambda store, on: situations(store, date.max),
)

SITUATION_STATES = Table(
    "situation-states",
    "Which States a situation concerns",
    "One row for each State of each situation or examination.",
    columns(
        "situation position iso3 tie",
        situation=(Slug, "Id of the situation or examination."),
        position=(int, "Place among its States, from 0."),
        tie=(Word | None, "flag or nationals, where it concerns the State by these, not by conduct on its territory."),
    ),
    ("situation", "iso3"),
    {"situation": "situations.id", "iso3": "states.iso3"},
    lambda store, on: (
        {"situation": one.id, "position": position, "iso3": iso3, "tie": tie(one, iso3)}
        for one in situations(store, date.max)
        for position, iso3 in enumerate(one.states)
    ),
)

CORRECTIONS = Table(
    "corrections",
    "What was once wrong in this dataset",
    "One row for each published value that was corrected.",
    columns(
        "id fact field old new why since",
        model.Correction,
        id=(Word, "Id of the correction, by which sources name it."),
        fact=(Word, "Id of the fact that was wrong."),
        why="How that is known.",
    ),
    ("id",),
    {},
    lambda store, on: store.rows("SELECT 'correction-' || position AS id, * FROM correction ORDER BY position"),
)


def _disputed(store: Store, on: date) -> Iterator[Mapping[str, object]]:
    for row in store.rows("SELECT * FROM disputed ORDER BY fact, position"):
        yield {**row, "documents": tuple((row["documents"] or "").split())}


DISPUTED = Table(
    "disputed",
    "Values that other sources give",
    "One row for each value that a source gives and this dataset does not follow; shown, never used.",
    columns(
        "fact position field value note documents",
        facts.Disputed,
        fact=(Word, "Id of the act, situation or amendment."),
        position=(int, "Place among the disputed values of the fact, from 0."),
        note=(str | None, "Which source, and why it is not followed."),
        documents=(tuple[Slug, ...], "Keys of the documents that give it."),
    ),
    ("fact", "position"),
    {},
    _disputed,
)
