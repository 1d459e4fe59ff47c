"""The tables of persons before the Court: who they are, what was done in their cases, and how these stood on a day."""

from collections.abc import Iterator, Mapping
from datetime import date

from icc_cli.database.store import Store
from icc_cli.export.schema import Table, columns
from icc_cli.queries.cases import PersonCase, PersonInFull, cases
from icc_cli.treaty import persons
from icc_cli.treaty.details import ProceedingKind, PublicBy
from icc_cli.treaty.forms import CaseNumber, Iso3, Slug

_ALLEGED = "Warrants and charges are allegations."


def _listed(store: Store, query: str, *lists: str) -> Iterator[Mapping[str, object]]:
    for row in store.rows(query):
        yield {**row, **{name: tuple((row[name] or "").split()) for name in lists}}


PERSONS = Table(
    "persons",
    "Persons before the Court",
    f"One row for each person publicly sought or summoned. {_ALLEGED}",
    columns(
        "id name nationality role situation cases public note confidence",
        persons.Person,
        PersonInFull,
        id=(Slug, "Id of the person."),
        nationality=(Iso3 | None, "Code of the State whose national the person is; empty where no document proves it."),
        public=(date, "Day from which the first warrant or summons was public, or by which it was."),
    ),
    ("id",),
    {"nationality": "states.iso3", "situation": "situations.id"},
    lambda store, on: _listed(store, "SELECT * FROM person ORDER BY public, id", "cases"),
)

PROCEEDINGS = Table(
    "proceedings",
    "Steps in the cases of persons",
    f"One row for each: warrants, arrests, judgments. {_ALLEGED} Each is also one of the acts, under the same id.",
    columns(
        "id person situation kind done not_after public public_by case_number iso3 crimes detail note confidence",
        persons.Proceeding,
        id=(Slug, "Id of the step."),
        person=(Slug, "Id of the person."),
        situation=(Slug, "Id of the situation."),
        kind=(ProceedingKind, "What kind of step it is."),
        public=(date, "Day from which it was publicly known: never before the warrant or summons was."),
        public_by=(PublicBy, "Whether that day is proved, or only that it had come by then."),
        case_number="The Court's number of the case; empty where none has been seen.",
        iso3=(Iso3 | None, "Code of the State that arrested, surrendered or received the person."),
    ),
    ("id",),
    {"id": "acts.id", "person": "persons.id", "situation": "situations.id", "iso3": "states.iso3"},
    lambda store, on: _listed(store, "SELECT * FROM proceeding ORDER BY position", "crimes"),
)


def _cases(store: Store, on: date) -> Iterator[Mapping[str, object]]:
    for one in cases(store, on):
        yield one._asdict() | {"case_number": one.case}


CASES = Table(
    "cases",
    "Cases of persons, as they stood on the day of the package",
    f"One row for each case of a person who was publicly sought or summoned by then. {_ALLEGED}",
    columns(
        "person case_number nationality situation instrument issued public public_by stage stage_since held_by outcome "
        "summoned died crimes interim_release confidence",
        PersonCase,
        case_number=(CaseNumber | None, "The Court's number of the case; empty where none has been seen."),
        public_by=(PublicBy, "Whether the day of `public` is proved, or only that it had come by then."),
    ),
    ("person", "instrument", "public"),
    {"person": "persons.id", "nationality": "states.iso3", "situation": "situations.id", "held_by": "states.iso3"},
    _cases,
)
