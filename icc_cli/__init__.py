"""Any State's standing under the Rome Statute of the International Criminal Court, on any day, with its documents.

    >>> import icc_cli
    >>> from datetime import date
    >>> with icc_cli.open_dataset() as dataset:
    ...     dataset.status("russia", on=date(2016, 12, 1)).status
    <Status.SIGNATORY_NO_INTENT: 'signatory-no-intent'>

Nothing here prints or keeps state between calls. The clock is read, once, by a call that is given no day (`on`).
"""

from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from icc_cli.api import IccDataset, as_json, open_dataset
    from icc_cli.cooperation.answer import CooperationAnswer
    from icc_cli.cooperation.trace import DutyStep
    from icc_cli.errors import AmbiguousName, DatasetError, IccError, NotYet, UnknownName, UsageError
    from icc_cli.export.panels import StateYear
    from icc_cli.jurisdiction.answer import Jurisdiction
    from icc_cli.jurisdiction.trace import Step, Verdict
    from icc_cli.queries.acts import Act, Disputed, Source
    from icc_cli.queries.agreement import AgreementParty
    from icc_cli.queries.agreements import CooperationAgreement
    from icc_cli.queries.amendments import (
        Amendment,
        AmendmentParty,
        AmendmentStatus,
        AmendmentWithParties,
        StateAmendment,
    )
    from icc_cli.queries.cases import PersonCase, PersonInFull, WarrantCounts
    from icc_cli.queries.columns import Found
    from icc_cli.queries.completeness import Completeness, Published
    from icc_cli.queries.declarations import Declaration
    from icc_cli.queries.info import Info
    from icc_cli.queries.links import Link
    from icc_cli.queries.noncompliance import CooperationDecision
    from icc_cli.queries.practice import CooperationLaw, ReportedVisit
    from icc_cli.queries.search import SearchResult
    from icc_cli.queries.show import Correction, Document, Proof, Record, SituationInFull
    from icc_cli.queries.situations import Situation
    from icc_cli.queries.spellings import FormerState, NoState
    from icc_cli.queries.status import NoRecord, StateStanding, StateStatus
    from icc_cli.queries.withdrawals import Withdrawal, WithdrawalOutcome
    from icc_cli.treaty.dates import PartialDate
    from icc_cli.treaty.supposing import SupposedAct
    from icc_cli.treaty.vocabulary import Confidence, Status
    from icc_cli.views.citations import Citation

__all__ = [
    "Act",
    "AgreementParty",
    "AmbiguousName",
    "Amendment",
    "AmendmentParty",
    "AmendmentStatus",
    "AmendmentWithParties",
    "Citation",
    "Completeness",
    "Confidence",
    "CooperationAgreement",
    "CooperationAnswer",
    "CooperationDecision",
    "CooperationLaw",
    "Correction",
    "DatasetError",
    "Declaration",
    "Disputed",
    "Document",
    "DutyStep",
    "FormerState",
    "Found",
    "IccDataset",
    "IccError",
    "Info",
    "Jurisdiction",
    "Link",
    "NoRecord",
    "NoState",
    "NotYet",
    "PartialDate",
    "PersonCase",
    "PersonInFull",
    "Proof",
    "Published",
    "Record",
    "ReportedVisit",
    "SearchResult",
    "Situation",
    "SituationInFull",
    "Source",
    "StateAmendment",
    "StateStanding",
    "StateStatus",
    "StateYear",
    "Status",
    "Step",
    "SupposedAct",
    "UnknownName",
    "UsageError",
    "Verdict",
    "WarrantCounts",
    "Withdrawal",
    "WithdrawalOutcome",
    "__version__",
    "as_json",
    "open_dataset",
]

_HOMES = {
    "api": ("IccDataset", "as_json", "open_dataset"),
    "treaty.dates": ("PartialDate",),
    "cooperation.answer": ("CooperationAnswer",),
    "cooperation.trace": ("DutyStep",),
    "errors": ("AmbiguousName", "DatasetError", "IccError", "NotYet", "UnknownName", "UsageError"),
    "export.panels": ("StateYear",),
    "jurisdiction.answer": ("Jurisdiction",),
    "jurisdiction.trace": ("Step", "Verdict"),
    "treaty.supposing": ("SupposedAct",),
    "treaty.vocabulary": ("Confidence", "Status"),
    "queries.acts": ("Act", "Disputed", "Source"),
    "queries.agreement": ("AgreementParty",),
    "queries.agreements": ("CooperationAgreement",),
    "queries.amendments": ("Amendment", "AmendmentParty", "AmendmentWithParties", "StateAmendment", "AmendmentStatus"),
    "queries.columns": ("Found",),
    "queries.completeness": ("Completeness", "Published"),
    "queries.cases": ("PersonCase", "PersonInFull", "WarrantCounts"),
    "queries.declarations": ("Declaration",),
    "queries.info": ("Info",),
    "queries.links": ("Link",),
    "queries.noncompliance": ("CooperationDecision",),
    "queries.practice": ("CooperationLaw", "ReportedVisit"),
    "queries.search": ("SearchResult",),
    "queries.show": ("Correction", "Document", "Proof", "Record", "SituationInFull"),
    "queries.situations": ("Situation",),
    "queries.spellings": ("FormerState", "NoState"),
    "queries.status": ("NoRecord", "StateStanding", "StateStatus"),
    "queries.withdrawals": ("WithdrawalOutcome", "Withdrawal"),
    "views.citations": ("Citation",),
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first used: the command line must not wait for what it does not need."""
    from importlib import import_module

    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"icc_cli.{home}"), name)
    raise AttributeError(f"module 'icc_cli' has no attribute '{name}'")
