"""Records -> tables of pandas, polars, Arrow. Imported when the first is asked for."""

from collections.abc import Mapping, Sequence
from datetime import date
from importlib import import_module
from inspect import signature
from typing import Any

from icc_cli.api import given
from icc_cli.api.hearing import Hearing
from icc_cli.cooperation.answer import CooperationAnswer
from icc_cli.errors import UsageError
from icc_cli.export.panels import StateYear
from icc_cli.output.columns import columns
from icc_cli.output.json import plain
from icc_cli.queries.acts import Act
from icc_cli.queries.agreement import AgreementParty
from icc_cli.queries.agreements import CooperationAgreement
from icc_cli.queries.amendments import Amendment, StateAmendment
from icc_cli.queries.cases import PersonCase
from icc_cli.queries.columns import Found
from icc_cli.queries.declarations import Declaration
from icc_cli.queries.noncompliance import CooperationDecision
from icc_cli.queries.search import SearchResult
from icc_cli.queries.situations import Situation
from icc_cli.queries.status import StateStanding
from icc_cli.queries.withdrawals import Withdrawal
from icc_cli.treaty.fields import Fields
from icc_cli.views.citations import Citation

LISTINGS: Mapping[str, type[Fields]] = {
    "agreement": AgreementParty,
    "agreements": CooperationAgreement,
    "amendments": Amendment,
    "cases": PersonCase,
    "cite": Citation,
    "cooperation": CooperationAnswer,
    "declarations": Declaration,
    "events": Act,
    "find_all": Found,
    "noncompliance": CooperationDecision,
    "panel": StateYear,
    "parties": StateStanding,
    "search": SearchResult,
    "situations": Situation,
    "state_amendments": StateAmendment,
    "warrants": PersonCase,
    "withdrawals": Withdrawal,
}
"""The methods that return lists, and what they are lists of: an empty one has columns, too."""

Columns = Mapping[str, Sequence[Any]]


def columns_of(dataset: Hearing, listing: object, names: Sequence[Any], question: Mapping[str, Any]) -> Columns:
    """Return the columns of a list, by the names of its fields."""
    name = given.word(listing, "listing", LISTINGS)
    method = getattr(dataset, name)
    try:
        call = signature(method).bind(*names, **question)
    except TypeError as error:
        raise UsageError(f"{name}: {error}", f"help(icc_cli.IccDataset.{name}) lists what it takes") from None
    known, records = LISTINGS[name]._names, [plain(one) for one in method(*call.args, **call.kwargs)]
    if acts := [one.id for one in dataset.supposed]:
        return columns([*known, "supposed"], [record | {"supposed": acts} for record in records])
    return columns(known, records)


def pandas(table: Columns) -> Any:
    """Return columns as a DataFrame of pandas; what is missing leaves numbers whole, and days days."""
    library = _library("pandas", "pandas")
    days = {name: library.to_datetime(library.Series(values)) for name, values in table.items() if _is_of_days(values)}
    return library.DataFrame({**table, **days}).convert_dtypes()


def polars(table: Columns) -> Any:
    """Return columns as a DataFrame of polars."""
    library = _library("polars", "polars")
    return library.DataFrame(table, strict=False, infer_schema_length=None)


def arrow(table: Columns) -> Any:
    """Return columns as a Table of Arrow."""
    return _library("pyarrow", "parquet").table(dict(table))


def _is_of_days(values: Sequence[Any]) -> bool:
    return any(isinstance(value, date) for value in values)


def _library(name: str, extra: str) -> Any:
    try:
        return import_module(name)
    except ImportError:
        raise UsageError(f"tables of {name} need an extra", f"run: pip install 'icc-cli[{extra}]'") from None
