"""What must be true of the facts taken together: the Statute's invariants, and those of keeping a record."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from icc_cli.source import grounds
from icc_cli.source.files import DATASET, JURISDICTION
from icc_cli.source.reading import Problem
from icc_cli.treaty import dates
from icc_cli.treaty.described import described, item, parts, remembered
from icc_cli.treaty.details import AmendmentRule, Instrument, Reception, SituationKind, UrlKnown
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.forms import Iso3
from icc_cli.treaty.model import Act, Amendment, Dataset, Document, Published, Situation, State
from icc_cli.treaty.referrals import referral_acts
from icc_cli.treaty.status import live_acts, status, takes_effect
from icc_cli.treaty.vocabulary import CONSENT_ACTS, PARTY, STATUS_ACTS, UNDOES, ActKind, Status

Places = dict[str, tuple[str, int]]
"""Where each id, key or code is written: file and line."""

MAX_NAMED = 100_000
"""How often all referrals together name a State, a thousand times what the record needs."""

_AGREEMENT_IN_FORCE = date(2004, 7, 22)
"""Entry into force of the Agreement on Privileges and Immunities for its first ten parties (its Art. 35(1))."""

NEEDS: dict[ActKind, tuple[str, ...]] = {
    ActKind.INSTRUMENT_WITHDRAWN: ("undoes",),
    ActKind.NO_INTENT_REVERSED: ("undoes",),
    ActKind.WITHDRAWAL_NOTICE: ("effect",),
    ActKind.WITHDRAWAL_RESCINDED: ("undoes",),
    ActKind.RESCISSION_ANNOUNCED: ("title",),
    ActKind.WITHDRAWAL_ANNOUNCED: ("title",),
    ActKind.NO_INTENT_ANNOUNCED: ("title",),
    ActKind.SIGNAL: ("title", "leaning"),
    ActKind.JOINING_STEP: ("title",),
    ActKind.COURT_RULING: ("title",),
    ActKind.DECLARATION: ("declaration", "title"),
    ActKind.OBJECTION: ("against", "title"),
    ActKind.TERRITORIAL_APPLICATION: ("title",),
    ActKind.TERRITORIAL_EXCLUSION: ("title",),
    ActKind.ARTICLE_124_DECLARATION: ("effect", "until"),
    ActKind.ARTICLE_124_WITHDRAWN: ("undoes",),
    ActKind.ARTICLE_12_3_DECLARATION: ("scope", "reception"),
    ActKind.AMENDMENT_CONSENT: ("amendment", "instrument"),
    ActKind.APIC_CONSENT: ("instrument", "effect"),
    ActKind.HOSTILE_MEASURE: ("title",),
    ActKind.HOSTILE_MEASURE_LIFTED: ("title",),
    ActKind.NAME_CHANGE: ("was",),
    ActKind.CONTEXT: ("title",),
}
"""What an act of a kind may not lack, beside what no act may."""
WRITTEN = {one.name: one.yaml for one in described(Act)}
"""The keys of an act by the names of its fields."""


class _Invariants:
    """Checks one dataset; collects what is wrong, each with the place where the fact is written."""

    def __init__(self, dataset: Dataset, places: Places) -> None:
        self.dataset = dataset
        self.places = places
        self.problems: list[Problem] = []
        self.documents = {document.key for document in dataset.documents}
        self.codes = {state.iso3 for state in dataset.states}
        self.situations = {situation.id for situation in dataset.situations}
        self.amendments = {amendment.id: amendment for amendment in dataset.amendments}
        self.acts = [act for state in dataset.states for act in state.acts]
        self.consents: dict[str | None, list[Act]] = defaultdict(list)
        for act in self.acts:
            if act.act == ActKind.AMENDMENT_CONSENT:
                self.consents[act.amendment].append(act)

    def wrong(self, key: str, message: str) -> None:
        file, line = self.places.get(key, (DATASET, 0))
        self.problems.append(Problem(file, line, message))

    def too_many_referrals(self) -> bool:
        """Each State's referral becomes an act that names all States of its situation: few lines can mean millions."""
        named = 0
        for one in self.dataset.situations:
            named += len(one.states) * sum(max(len(referral.by), 1) for referral in one.referrals)
            if named > MAX_NAMED:
                self.wrong(one.id, f"referrals name States {named:,} times; at most {MAX_NAMED:,} are read")
                return True
        return False

    def no_repetition(self) -> None:
        """No id, key or code is used twice."""
        documents, states = self.dataset.documents, self.dataset.states
        acts = [(one.id, one.id) for one in (*self.acts, *self.dataset.context)]
        referrals = [(act.id, one.id) for one in self.dataset.situations for act, _ in referral_acts(one)]
        situations = [(one.id, one.id) for one in self.dataset.situations]
        # Each value with the key under which its place is known; situations and amendments share their ids' space.
        groups: tuple[tuple[str, Iterable[tuple[str, str]]], ...] = (
            ("act id", [*acts, *referrals]),
            ("document key", [(one.key, f"document:{one.key}") for one in documents]),
            ("document symbol", [(one.symbol, f"document:{one.key}") for one in documents if one.symbol]),
            ("situation id", situations),
            ("amendment id", [*situations, *((one.id, one.id) for one in self.dataset.amendments)]),
            ("code", [(one.iso3, one.iso3) for one in states]),
            ("alpha-2 code", [(one.iso2, one.iso3) for one in states]),
            ("name", [(one.name, one.iso3) for one in states]),
        )
        for what, values in groups:
            seen: set[str] = set()
            for value, key in values:
                if value in seen:
                    self.wrong(key, f"{what} '{value}' is used twice")
                seen.add(value)

    def names(self, record: Fields, key: str) -> None:
        """Documents and States that a record names, or what it holds, belong to this dataset."""
        key = str(getattr(record, "id", None) or getattr(record, "iso3", key))
        codes = _codes(type(record))
        for field, value in record._asdict().items():
            for one in value if isinstance(value, tuple) else (value,):
                if isinstance(one, Fields):
                    self.names(one, key)
                elif field == "sources" and one not in self.documents:
                    self.wrong(key, f"document '{one}' is not in documents.yaml")
                elif field in codes and one and one not in self.codes:
                    self.wrong(key, f"'{one}' is no State of this dataset")

    def document(self, document: Document) -> None:
        """An address and how it is known go together; one built from a symbol needs the symbol."""
        key = f"document:{document.key}"
        if bool(document.url) != bool(document.url_known):
            self.wrong(key, f"'{document.key}' needs 'url' and 'url-known' ({', '.join(UrlKnown)}), or neither")
        if document.url_known == UrlKnown.PATTERN and not document.symbol:
            self.wrong(key, f"'{document.key}' has an address built from its symbol, but no symbol")

    def act(self, act: Act, owner: str) -> None:
        """What must be true of an act by itself."""
        expected = f"{owner}-{act.done.isoformat() if act.done else 'undated'}-{act.act}"
        if owner and act.id != expected and not act.id.startswith(expected + "-"):
            self.wrong(act.id, f"id '{act.id}' should begin with '{expected}'")
        for name in NEEDS.get(act.act, ()):
            if not getattr(act, name):
                self.wrong(act.id, f"a {act.act} needs '{WRITTEN[name]}'")
        if act.situation and act.situation not in self.situations:
            self.wrong(act.id, f"'{act.situation}' is no situation of this dataset")
        if act.done is None and not act.note:
            self.wrong(act.id, "an act without 'done' needs a note that says why")
        if act.circulated and act.done and act.circulated < dates.first_day(act.done):
            self.wrong(act.id, "circulated before it was done")
        if act.done and dates.first_day(act.done) > self.dataset.checked:
            self.wrong(act.id, f"done after the record was checked ({self.dataset.checked})")
        if act.amendment:
            self.amendment_named(act)

    def amendment_named(self, act: Act) -> None:
        """A consent to an amendment names one, follows its adoption and binds a year later (Art. 121(5))."""
        amendment = self.amendments.get(act.amendment or "")
        if not amendment:
            self.wrong(act.id, f"'{act.amendment}' is no amendment of this dataset")
            return
        if not amendment.adopted or (act.done and dates.last_day(act.done) < amendment.adopted):
            self.wrong(act.id, f"consents to {amendment.id} before it was adopted")
        if act.act == ActKind.AMENDMENT_CONSENT and isinstance(act.done, date) and act.done <= self.dataset.checked:
            expected = dates.one_year_after(act.done) if amendment.rule == AmendmentRule.ARTICLE_121_5 else None
            self.same_day(act, expected, "Art. 121(5)" if expected else f"Art. {amendment.rule}")

    def same_day(self, act: Act, expected: date | None, rule: str) -> None:
        """The stated effect is the one that the rule gives; a difference needs a note."""
        if (act.effect != expected or expected == date.max) and not act.note:
            self.wrong(act.id, f"takes effect {act.effect or 'on no day'}, but {rule} gives {expected or 'none'}")

    def state(self, state: State) -> None:
        """What must be true of a State's acts together."""
        file = f"states/{state.iso3}.yaml"
        if self.places.get(state.iso3, (file, 0))[0] != file:
            self.wrong(state.iso3, f"the file of {state.iso3} should be {file}")
        if state.no_act and state.acts:
            self.wrong(state.iso3, "says that no act is on record, but lists acts")
        days = [dates.last_day(act.done) if act.done else date.max for act in state.acts]
        for earlier, later, act in zip(days, days[1:], state.acts[1:], strict=False):
            if later < earlier:
                self.wrong(act.id, "acts are listed by the day they were done, oldest first")
        by_id = {act.id: act for act in state.acts}
        sound = True
        for act in state.acts:
            self.act(act, state.iso3)
            self.undoing(act, by_id)
            if act.act in STATUS_ACTS and not isinstance(act.done, date):
                self.wrong(act.id, f"a {act.act} moves a status and needs its day")
                sound = False
        if sound:
            for act in state.acts:
                self.treaty(act, state, by_id)

    def undoing(self, act: Act, by_id: dict[str, Act]) -> None:
        """`undoes` points back, to an act of the same State that this kind of act can cancel."""
        if not act.undoes:
            return
        target = by_id.get(act.undoes)
        if not target:
            self.wrong(act.id, f"undoes '{act.undoes}', which is no act of this State")
        elif target.act not in UNDOES.get(act.act, ()):
            self.wrong(act.id, f"a {act.act} cannot undo a {target.act}")
        elif not _earlier(target, act, list(by_id)):
            self.wrong(act.id, f"undoes '{act.undoes}', which is not earlier")
        elif _in_circle(act, by_id):
            self.wrong(act.id, f"undoes '{act.undoes}', which leads back to this act")
        elif any(other.undoes == act.undoes and other is not act for other in by_id.values()):
            self.wrong(act.id, f"'{act.undoes}' is undone twice")

    def treaty(self, act: Act, state: State, by_id: dict[str, Act]) -> None:
        """What the Statute says of the day of an act and of who can do it."""
        if state.independence and _first(act) < state.independence.day:
            self.wrong(act.id, f"done before independence on {state.independence.day}")
        if not isinstance(act.done, date) or act.done > self.dataset.checked:
            return
        before = [other for other in state.acts if other is not act and other.done and other.act in STATUS_ACTS]
        standing = status(before, act.done)
        live = {other.act for other in live_acts(before, act.done)}
        joined = standing == Status.CONTRACTING_STATE or standing in PARTY
        if (act.act == ActKind.SIGNATURE and live & {act.act}) or (act.act in CONSENT_ACTS and joined):
            self.wrong(act.id, f"a {act.act} by a State that has already done so; take back or withdraw the first")
        match act.act:
            case ActKind.SIGNATURE:
                if not dates.ADOPTED <= act.done <= dates.SIGNATURE_CLOSED:
                    self.wrong(act.id, "signed outside 1998-07-17 to 2000-12-31 (Art. 125(1))")
            case ActKind.RATIFICATION | ActKind.ACCEPTANCE | ActKind.APPROVAL:
                self.same_day(act, dates.entry_into_force(act.done), "Art. 126")
                if ActKind.SIGNATURE not in live:
                    message = f"{act.act} without a signature (Art. 125(2)); a State that did not sign accedes"
                    self.wrong(act.id, message)
            case ActKind.ACCESSION:
                self.same_day(act, dates.entry_into_force(act.done), "Art. 126")
                if ActKind.SIGNATURE in live and not live.intersection(CONSENT_ACTS):
                    self.wrong(act.id, "accession of a State that has signed (Art. 125(3)); a signatory ratifies")
            case ActKind.SUCCESSION:
                if not act.effect or not act.note:
                    self.wrong(act.id, "a succession needs 'effect', the day of independence, and a note")
                elif state.independence and act.effect != state.independence.day:
                    self.wrong(act.id, "a succession takes effect on the day of independence")
            case ActKind.WITHDRAWAL_NOTICE:
                self.same_day(act, dates.one_year_after(act.done), "Art. 127(1)")
                if standing not in PARTY:
                    self.wrong(act.id, f"a notice of withdrawal by a {standing} (Art. 127(1) needs a State Party)")
            case ActKind.NO_INTENT_DECLARATION:
                if ActKind.SIGNATURE not in live or live.intersection(CONSENT_ACTS):
                    message = "only a signatory that has not joined can declare that it will not become a party"
                    self.wrong(act.id, message)
            case ActKind.WITHDRAWAL_RESCINDED | ActKind.INSTRUMENT_WITHDRAWN:
                target = by_id.get(act.undoes or "")
                if target and target.act in UNDOES[act.act] and act.done >= takes_effect(target):
                    self.wrong(act.id, f"comes too late: '{target.id}' took effect on {takes_effect(target)}")
            case ActKind.APIC_CONSENT:
                if act.instrument != Instrument.SUCCESSION:
                    expected = max(dates.days_after(act.done, 30), _AGREEMENT_IN_FORCE)
                    self.same_day(act, expected, "Art. 35 of the Agreement")
            case ActKind.ARTICLE_12_3_DECLARATION:
                if not act.accepts_from and act.reception != Reception.CONFIRMS_EARLIER:
                    self.wrong(act.id, "an Art. 12(3) declaration needs 'accepts-from'")
            case ActKind.ARTICLE_124_DECLARATION:
                if act.effect and act.until and dates.last_day(act.until) != _seven_years(act.effect):
                    self.wrong(act.id, f"an Art. 124 period runs seven years, through {_seven_years(act.effect)}")
            case _:
                pass

    def situation(self, situation: Situation) -> None:
        """Situations and examinations: dates in order, links that hold."""
        key = situation.id
        order = [day for day in (situation.authorised, situation.opened, situation.concluded, situation.closed) if day]
        firsts = [dates.first_day(day) for day in order]
        if firsts != sorted(firsts):
            self.wrong(key, "dates out of order: authorised, opened, concluded, closed")
        scope_from, scope_to = situation.scope_from, situation.scope_to
        if scope_from and scope_to and dates.first_day(scope_from) > dates.last_day(scope_to):
            self.wrong(key, "the scope ends before it begins")
        if situation.leads_to and (situation.leads_to not in self.situations or situation.leads_to.startswith("pe-")):
            self.wrong(key, f"'{situation.leads_to}' is no situation of this dataset")
        examination = situation.kind == SituationKind.EXAMINATION
        if examination != key.startswith("pe-"):
            self.wrong(key, "ids of examinations, and of no others, begin with 'pe-'")
        if bool(situation.outcome) != bool(examination and situation.closed):
            self.wrong(key, "an examination has an outcome exactly when it is closed; a situation has none")
        if situation.concluded and not examination:
            self.wrong(key, "only an examination is 'concluded'; an investigation is closed")
        if not situation.opened and not (examination and situation.note):
            self.wrong(key, "'opened' is missing; only an examination may lack it, with a note")
        for referral in situation.referrals:
            if bool(referral.by) == bool(referral.body):
                self.wrong(key, "a referral is 'by' States or by a 'body'")

    def amendment(self, amendment: Amendment) -> None:
        """Amendments: dates in order, first in force with its first consent (Art. 121(5)), a sound published count."""
        key = amendment.id
        if amendment.depositary_page and amendment.depositary_page not in self.documents:
            self.wrong(key, f"document '{amendment.depositary_page}' is not in documents.yaml")
        order = [day for day in (amendment.proposed, amendment.adopted, amendment.in_force) if day]
        if order != sorted(order):
            self.wrong(key, "dates out of order: proposed, adopted, in-force")
        said = (amendment.adopted_at, amendment.in_force, amendment.published, amendment.complete_through)
        if not amendment.adopted and any(said):
            self.wrong(key, "a proposal has no 'adopted-at', 'in-force', 'published' or 'complete-through'")
        consents = self.consents[key]
        first = min((act.effect for act in consents if act.effect), default=None)
        if amendment.in_force and first and first < amendment.in_force:
            self.wrong(key, f"in force from {amendment.in_force}, but a consent takes effect on {first}")
        self.published(key, amendment.published, consents)

    def published(self, key: str, published: Published | None, consents: Iterable[Act]) -> None:
        """A published count has one day, and is not lower than what is on record by that day."""
        if not published:
            return
        day, before = published.day, published.before
        if bool(day) == bool(before):
            self.wrong(key, "a published count has either 'day' or 'before'")
            return
        if (day or before or date.min) > self.dataset.checked:
            self.wrong(key, f"a count published after the record was checked ({self.dataset.checked})")
        days = [dates.last_day(act.done) for act in consents if act.done]
        found = sum(1 for done in days if (day and done <= day) or (before and done < before))
        if published.count < found:
            self.wrong(key, f"{published.count} are published, but {found} are on record by then")


def check(dataset: Dataset, places: Places) -> Iterator[Problem]:
    """Return all that is wrong with a dataset whose shape is sound."""
    of = _Invariants(dataset, places)
    if of.too_many_referrals():
        yield from of.problems
        return
    of.no_repetition()
    for name, held in dataset._asdict().items():
        for record in held if isinstance(held, tuple) else (held,):
            if isinstance(record, Fields) and record is not dataset.jurisdiction:
                of.names(record, f"{name}.yaml")
    for document in dataset.documents:
        of.document(document)
    for state in dataset.states:
        of.state(state)
    for act in dataset.context:
        of.act(act, "")
        if act.undoes:
            of.wrong(act.id, f"undoes '{act.undoes}', but an act of a body undoes none")
        if act.act not in (ActKind.CONTEXT, ActKind.SIGNAL) or not re.match(r"[A-Z]+-", act.id):
            of.wrong(act.id, "context.yaml holds signals and context, with ids such as UNSC-2002-07-12-context")
    for situation in dataset.situations:
        of.situation(situation)
        if places.get(situation.id, ("", 0))[0] not in ("", f"situations/{situation.id}.yaml"):
            of.wrong(situation.id, f"the file should be situations/{situation.id}.yaml")
    for amendment in dataset.amendments:
        of.amendment(amendment)
    if dataset.agreement:
        joined = [act for act in of.acts if act.act == ActKind.APIC_CONSENT]
        of.published(DATASET, dataset.agreement.published, joined)
    for message in grounds.check(dataset):
        of.wrong(JURISDICTION, message)
    yield from of.problems


@remembered
def _codes(kind: type[Fields]) -> set[str]:
    """Return the fields of a class that name States."""
    return {one.name for one in described(kind) if (item(one.kind) or parts(one.kind)[0]) == Iso3}


def _seven_years(start: date) -> date | None:
    """Return the last day of an Art. 124 period of seven years that begins on `start`; None past the calendar."""
    if start.year + 7 > date.max.year:
        return None
    leap = (start.month, start.day) == (2, 29)
    end = date(start.year + 7, 3, 1) if leap else start.replace(year=start.year + 7)
    return end - timedelta(days=1)


def _first(act: Act) -> date:
    """Return the last day on which an act can have begun to count; the end of time if nothing is known."""
    days = [dates.last_day(act.done)] if act.done else []
    return min([*days, act.effect] if act.effect else days, default=date.max)


def _earlier(target: Act, act: Act, order: list[str]) -> bool:
    """Return whether an act comes before another: by its day, or within a day by the order of the file."""
    if target is act:
        return False
    if not act.done or not target.done:
        return True
    if act.done == target.done:
        return order.index(target.id) < order.index(act.id)
    return dates.last_day(act.done) >= dates.first_day(target.done)


def _in_circle(act: Act, by_id: dict[str, Act]) -> bool:
    """Return whether what an act undoes, and what that undoes, leads back to it: days that are not known allow that."""
    seen: set[str] = set()
    at: Act | None = act
    while at and at.undoes and at.undoes not in seen:
        if at.undoes == act.id:
            return True
        seen.add(at.undoes)
        at = by_id.get(at.undoes)
    return False
