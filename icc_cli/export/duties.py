"""The tables of cooperation: the Court's decisions on it, agreements, reported visits, laws."""

from collections.abc import Iterator, Mapping
from datetime import date

from icc_cli.database.store import Store
from icc_cli.export.schema import Table, columns
from icc_cli.queries.noncompliance import CooperationDecision, noncompliance
from icc_cli.queries.practice import CooperationLaw, ReportedVisit, laws, visits
from icc_cli.treaty import persons
from icc_cli.treaty.forms import Iso3, Slug

DECISIONS = Table(
    "cooperation-decisions",
    "The Court's decisions on cooperation, and what stood of them on the day of the package",
    "One row for each decision (Art. 87(7)); one on appeal is a row of its own. Each is also one of the acts.",
    columns(
        "id iso3 person about decided not_after decision outcome chamber of stands referred_to referred_on party_then "
        "note confidence",
        CooperationDecision,
        stands=(bool, "Whether it had not been set aside by the day of the package."),
        referred_to="To whom the matter was referred, by what stood on the day of the package.",
    ),
    ("id",),
    {"id": "acts.id", "iso3": "states.iso3", "of": "cooperation-decisions.id"},
    lambda store, on: noncompliance(store, on),
)

VISITS = Table(
    "visits",
    "Reported visits and overflights of persons under a public warrant",
    "One row for each. None is a judgment on the State: only a decision finds a failure to cooperate.",
    columns("id person iso3 kind since until not_after outcome note confidence", ReportedVisit),
    ("id",),
    {"person": "persons.id", "iso3": "states.iso3"},
    lambda store, on: visits(store, date.max),
)


def _agreements(store: Store, on: date) -> Iterator[Mapping[str, object]]:
    for row in store.rows("SELECT * FROM pact ORDER BY position"):
        yield {**row, "with": row["with_state"]}


AGREEMENTS = Table(
    "cooperation-agreements",
    "Agreements on cooperation with the Court, and on not surrendering persons to it",
    "One row for each on record; of many non-surrender agreements (Art. 98(2)) only the signature is proved. Parties "
    "to the Agreement on Privileges and Immunities are a table of their own.",
    columns(
        "id iso3 kind with signed known_by in_force person note confidence",
        persons.Pact,
        id=(Slug, "Id of the agreement."),
        **{"with": (Iso3 | None, "Code of the other State, where the agreement is not one with the Court.")},
        signed="Day of its signature; empty where none is proved.",
        in_force="First day in force; empty where none is proved.",
    ),
    ("id",),
    {"iso3": "states.iso3", "with": "states.iso3", "person": "persons.id"},
    _agreements,
)

LAWS = Table(
    "cooperation-laws",
    "Whether States' laws provide for cooperation",
    "One row for each State of which that is known (Art. 88); of most it is not.",
    columns("id iso3 provision title known_by note confidence", CooperationLaw),
    ("id",),
    {"iso3": "states.iso3"},
    lambda store, on: laws(store, date.max),
)
