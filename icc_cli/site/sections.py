"""Lists in sections: withdrawals by what became of them, situations by kind, acts by year, the newest first."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from icc_cli.queries.acts import Act
from icc_cli.queries.situations import Situation
from icc_cli.queries.withdrawals import Withdrawal, WithdrawalOutcome
from icc_cli.site.grid import Grid, grid
from icc_cli.site.parts import state_of
from icc_cli.treaty.dates import last_day
from icc_cli.treaty.details import SituationKind
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.vocabulary import AGREEMENT_ACTS, STATUS_ACTS, ActKind
from icc_cli.views import listings

_OUTCOMES = {
    WithdrawalOutcome.PENDING: "Leaving",
    WithdrawalOutcome.LEFT: "Left",
    WithdrawalOutcome.RESCINDED: "Notice withdrawn",
    WithdrawalOutcome.UNSIGNED: "Signature disowned",
    WithdrawalOutcome.ACCESSION_WITHDRAWN: "Accession withdrawn",
}
_KINDS = {
    SituationKind.SITUATION: "Investigations",
    SituationKind.EXAMINATION: "Preliminary examinations",
}
_ACTS = {
    "status": "Joining and leaving",
    "declarations": "Declarations",
    "amendments": "Amendments",
    "agreement": "Privileges agreement",
    "court": "Referrals and the Court",
    "politics": "Politics and names",
}
"""What acts can be chosen by, in the order of the choices."""
_GROUPS: Mapping[str, str] = {
    **dict.fromkeys(STATUS_ACTS, "status"),
    **dict.fromkeys(
        (ActKind.WITHDRAWAL_ANNOUNCED, ActKind.RESCISSION_ANNOUNCED, ActKind.NO_INTENT_ANNOUNCED), "status"
    ),
    **dict.fromkeys((ActKind.SIGNAL, ActKind.JOINING_STEP), "status"),
    **dict.fromkeys((ActKind.DECLARATION, ActKind.OBJECTION), "declarations"),
    **dict.fromkeys((ActKind.TERRITORIAL_APPLICATION, ActKind.TERRITORIAL_EXCLUSION), "declarations"),
    **dict.fromkeys((ActKind.ARTICLE_124_DECLARATION, ActKind.ARTICLE_124_WITHDRAWN), "declarations"),
    ActKind.ARTICLE_12_3_DECLARATION: "declarations",
    **dict.fromkeys((ActKind.AMENDMENT_CONSENT, ActKind.AGGRESSION_OPT_OUT), "amendments"),
    **dict.fromkeys(AGREEMENT_ACTS, "agreement"),
    **dict.fromkeys((ActKind.HOSTILE_MEASURE, ActKind.HOSTILE_MEASURE_LIFTED, ActKind.COURT_RULING), "politics"),
    **dict.fromkeys((ActKind.NAME_CHANGE, ActKind.CONTEXT), "politics"),
}
"""The group of each kind of act; all others are of the Court."""

Chip = tuple[str, str, int]
"""A choice of rows: their kind, what it is called, and how many there are."""


class Section(Fields, kw_only=False):
    """A part of a page: its anchor, its title, how many rows it has, and the rows."""

    anchor: str
    title: str
    number: int
    rows: Grid


def of_withdrawals(found: Sequence[Withdrawal], names: Mapping[str, str], on: date, checked: date) -> list[Section]:
    """Return withdrawals by their outcome."""
    sections = []
    for outcome, title in _OUTCOMES.items():
        some = [one for one in found if one.outcome == outcome]
        table = listings.withdrawals(some, names, on, checked)
        sections.append(Section(outcome, title, len(some), grid(table, some, {2: state_of}, 5)))
    return sections


def of_situations(found: Sequence[Situation], names: Mapping[str, str], on: date, checked: date) -> list[Section]:
    """Return investigations apart from examinations, the open ones first."""
    sections = []
    for kind, title in _KINDS.items():
        some = sorted((one for one in found if one.kind == kind), key=lambda one: not one.open)
        table = listings.situations(some, names, on, checked)
        links = {0: lambda one: f"situations/{one.id}.html"}
        sections.append(Section(kind, title, len(some), grid(table, some, links, 8)))
    return sections


def of_acts(found: Sequence[Act], names: Mapping[str, str], on: date, checked: date) -> list[Section]:
    """Return acts by their year, the newest first; at the end those of which no day is known."""
    years: dict[int, list[Act]] = {}
    for act in reversed(found):
        years.setdefault(last_day(act.done).year if act.done else 0, []).append(act)
    sections = []
    for year, some in sorted(years.items(), reverse=True):
        table = listings.events(some, names, on, checked)
        rows = grid(table, some, {2: state_of}, 4, anchored=True, kind=_group)
        sections.append(Section(f"y{year}" if year else "undated", str(year or "Undated"), len(some), rows))
    return sections


def chips_of_acts(found: Sequence[Act]) -> list[Chip]:
    """Return the groups that acts can be chosen by."""
    counts = Counter(map(_group, found))
    return [(group, title, counts[group]) for group, title in _ACTS.items() if counts[group]]


def _group(act: Act) -> str:
    return _GROUPS.get(act.act, "court")
