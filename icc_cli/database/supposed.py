"""The record with acts added that have not happened: a copy in memory, for one answer (`--suppose`).

An act gets the effect that the treaty gives it, is held against the invariants of the record, and moves statuses by
the derivation that the builder uses. Nothing is written.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from icc_cli.database.build import Writer
from icc_cli.database.store import Store
from icc_cli.errors import UsageError
from icc_cli.source import rules
from icc_cli.source.invariants_of_amendments import amendment_named
from icc_cli.source.invariants_of_declarations import accepts_a_period, seven_years
from icc_cli.source.invariants_of_joining import undoing
from icc_cli.treaty import dates, labels
from icc_cli.treaty.details import AmendmentRule, Instrument, Reception
from icc_cli.treaty.model import Act, Amendment, Dataset, Independence, State
from icc_cli.treaty.status import live_acts, newest
from icc_cli.treaty.supposing import SupposedAct, Supposition
from icc_cli.treaty.vocabulary import CONSENT_ACTS, UNDOES, ActKind, Confidence

_DATED = ("until", "accepts_from", "accepts_to", "dated")
_ARTICLES = {
    **dict.fromkeys(CONSENT_ACTS, "Art. 126(2)"),
    ActKind.INSTRUMENT_WITHDRAWN: "Art. 126(2)",
    ActKind.SIGNATURE: "Art. 125(1)",
    ActKind.NO_INTENT_DECLARATION: "VCLT Art. 18",
    ActKind.NO_INTENT_REVERSED: "VCLT Art. 18",
    ActKind.WITHDRAWAL_NOTICE: "Art. 127(1)",
    ActKind.WITHDRAWAL_RESCINDED: "Art. 127(1); VCLT Art. 68",
    ActKind.ARTICLE_12_3_DECLARATION: "Art. 12(3)",
    ActKind.ARTICLE_124_DECLARATION: "Art. 124",
}


def suppose(store: Store, suppositions: Iterable[Supposition]) -> Store:
    """Return the record of a store with acts added; the store itself stays open and as it is.

    Raises UsageError, with the article, for what the treaty rules out, and for a day in the past that is on record.
    """
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    with store.lock:
        store.connection.backup(connection)
    found = Store(connection, store.origin)
    try:
        found.supposed = _add(found, sorted(suppositions, key=lambda one: one.done))
    except UsageError:
        found.close()
        raise
    return found


def _add(store: Store, suppositions: Sequence[Supposition]) -> list[SupposedAct]:
    states = {iso3: _state(store, iso3) for iso3 in dict.fromkeys(one.iso3 for one in suppositions)}
    amendments = tuple(_amendment(row) for row in store.rows("SELECT * FROM amendment ORDER BY position"))
    added: list[tuple[Act, str]] = []
    for one in suppositions:
        state = states[one.iso3]
        _not_the_past(one, state, store.checked)
        act = _act(one, state, amendments)
        states[one.iso3] = state._replace(acts=(*state.acts, act))
        _lawful(one, act, states[one.iso3], amendments, store)
        added.append((act, one.iso3))
    writer = Writer(store.connection, _dataset(store, tuple(states.values()), amendments))
    (last,) = store.rows("SELECT max(position) FROM act")[0]
    for position, (act, iso3) in enumerate(added, (last or 0) + 1):
        writer.act(position, act, iso3)
    for state in states.values():
        store.connection.execute("DELETE FROM span WHERE iso3 = ?", (state.iso3,))
        writer.spans(state)
    return [_supposed(act, iso3, amendments) for act, iso3 in added]


def _not_the_past(one: Supposition, state: State, checked: date) -> None:
    """What is on record is not rewritten: a supposed day follows the day checked, and what the State has done."""
    if state.no_act:
        raise _refused(one, f"none can be supposed of {state.everyday}", state.no_act)
    if one.done < checked:
        raise _refused(one, f"the record is checked through {checked}", "suppose a day that is not before it")
    on_record = [dates.last_day(act.done) for act in state.acts if act.done and not act.id.startswith("supposed-")]
    if on_record and one.done <= max(on_record):
        raise _refused(one, f"{state.everyday} acted on {max(on_record)}", "suppose a later day")


def _act(one: Supposition, state: State, amendments: Sequence[Amendment]) -> Act:
    """Return the act that is supposed, with the effect that the treaty gives it."""
    amendment = next((known for known in amendments if known.id == one.amendment), None)
    details: dict[str, Any] = {"confidence": Confidence.SUPPOSED}
    effect: date | None = None
    if one.act == ActKind.SUCCESSION:
        effect, details["note"] = state.independence.day if state.independence else None, "Supposed."
    elif one.act in CONSENT_ACTS:
        effect = dates.entry_into_force(one.done)
    elif one.act == ActKind.WITHDRAWAL_NOTICE:
        effect = dates.one_year_after(one.done)
    elif one.act == ActKind.AMENDMENT_CONSENT:
        details |= {"amendment": one.amendment, "instrument": Instrument.UNSPECIFIED}
        if amendment and amendment.rule == AmendmentRule.ARTICLE_121_5:
            effect = dates.one_year_after(one.done)
    elif one.act == ActKind.ARTICLE_12_3_DECLARATION:
        details |= {"accepts_from": one.accepts_from or rules.IN_FORCE, "reception": Reception.RECEIVED}
    elif one.act == ActKind.ARTICLE_124_DECLARATION:
        consent = newest(live_acts((act for act in state.acts if act.done), one.done), *CONSENT_ACTS)
        effect = consent.effect if consent else None
        details["until"] = seven_years(effect) if effect else None
    undoes = _undone(one, state) if one.act in UNDOES else None
    name = f"supposed-{one.iso3}-{one.done}-{one.act}{f'-{one.amendment}' if one.amendment else ''}"
    return Act(act=one.act, done=one.done, effect=effect, undoes=undoes, id=name, sources=(), **details)


def _undone(one: Supposition, state: State) -> str:
    """Return the id of what the act takes back: the newest of its kind that still stands."""
    target = newest(live_acts((act for act in state.acts if act.done), one.done), *UNDOES[one.act])
    if not target:
        what = " or ".join(dict.fromkeys(labels.ACT[kind].lower() for kind in UNDOES[one.act]))
        raise _refused(one, f"{state.everyday} has no {what} to take back then ({_ARTICLES[one.act]})")
    return target.id


def _lawful(one: Supposition, act: Act, state: State, amendments: tuple[Amendment, ...], store: Store) -> None:
    """Hold an act against the invariants that the acts on record have passed."""
    record = rules.Record(_dataset(store, (state,), amendments))
    wrong = [
        *(message for fact, message in undoing(state) if fact == act.id),
        *accepts_a_period(act, one.iso3, record),
        *amendment_named(act, one.iso3, record),
        *rules.broken_by(rules.Past(act, state, record)),
    ]
    if wrong:
        raise _refused(one, wrong[0])


def _refused(one: Supposition, why: str, hint: str = "") -> UsageError:
    return UsageError(f"--suppose '{one.text}': {why}", hint)


def _supposed(act: Act, iso3: str, amendments: Sequence[Amendment]) -> SupposedAct:
    rule = next((f"Art. {known.rule}" for known in amendments if known.id == act.amendment), "")
    return SupposedAct(
        id=act.id,
        iso3=iso3,
        act=act.act,
        done=dates.last_day(act.done or date.max),
        effect=act.effect,
        undoes=act.undoes,
        amendment=act.amendment,
        accepts_from=act.accepts_from,
        article=rule or _ARTICLES[act.act],
    )


def _dataset(store: Store, states: tuple[State, ...], amendments: tuple[Amendment, ...]) -> Dataset:
    """Return as much of the record as the rules of an act look at. It does not claim to hold every party."""
    return Dataset(
        title="", version=store.meta["version"], checked=store.checked, licence="", notices={},
        states=states, context=(), situations=(), amendments=amendments, documents=(), corrections=(),
    )  # fmt: skip


def _state(store: Store, iso3: str) -> State:
    """Read a State with its acts back from the database, as far as statuses and rules need them."""
    row = store.rows("SELECT * FROM state WHERE iso3 = ?", iso3)[0]
    born = dates.whole(row["independence"])
    return State(
        iso3=iso3, iso2=row["iso2"], name=row["name"], everyday=row["everyday"], united_nations=row["united_nations"],
        assembly_group=row["region"], no_act=row["no_act"] or "",
        independence=Independence(day=born, sources=()) if born else None,
        acts=tuple(_read(act) for act in store.rows("SELECT * FROM act WHERE iso3 = ? ORDER BY position", iso3)),
    )  # fmt: skip


def _read(row: sqlite3.Row) -> Act:
    from json import loads

    details: dict[str, Any] = {
        name: dates.from_text(value) if name in _DATED else value
        for name, value in loads(row["details"]).items()
        if name in (*_DATED, "amendment", "instrument", "reception")
    }
    return Act(
        act=ActKind(row["act"]), done=dates.from_text(row["done"]), effect=dates.whole(row["effect"]),
        circulated=dates.whole(row["circulated"]), undoes=row["undoes"], id=row["id"], sources=(), **details,
    )  # fmt: skip


def _amendment(row: sqlite3.Row) -> Amendment:
    return Amendment(
        id=row["id"], title=row["title"], articles=row["articles"], rule=AmendmentRule(row["rule"]),
        adopted=dates.whole(row["adopted"]), sources=(),
    )  # fmt: skip
