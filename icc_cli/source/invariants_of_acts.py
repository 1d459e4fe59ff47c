"""Invariants of an act by itself: its id, its days, what an act of its kind may not lack, and what it may have."""

import re
from collections.abc import Iterator
from datetime import date

from icc_cli.source.rules import Past, Record, acts, bodies, deeds
from icc_cli.treaty import dates
from icc_cli.treaty.described import described
from icc_cli.treaty.details import DeclarationKind
from icc_cli.treaty.model import Act, ActDetails
from icc_cli.treaty.vocabulary import CONSENT_ACTS, UNDOES, ActKind

NEEDS: dict[ActKind, tuple[str, ...]] = {
    ActKind.INSTRUMENT_WITHDRAWN: ("undoes",),
    ActKind.NO_INTENT_REVERSED: ("undoes",),
    ActKind.WITHDRAWAL_NOTICE: ("effect",),
    ActKind.WITHDRAWAL_RESCINDED: ("undoes",),
    ActKind.RESCISSION_ANNOUNCED: ("undoes", "title"),
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
    ActKind.APIC_DENUNCIATION: ("effect",),
    ActKind.APIC_DENUNCIATION_WITHDRAWN: ("undoes",),
    ActKind.HOSTILE_MEASURE: ("title",),
    ActKind.HOSTILE_MEASURE_LIFTED: ("undoes", "title"),
    ActKind.NAME_CHANGE: ("was",),
    ActKind.CONTEXT: ("title",),
}
"""What an act of a kind may not lack, beside what no act may."""

MAY: dict[ActKind, tuple[str, ...]] = {
    **dict.fromkeys(CONSENT_ACTS, ("effect",)),
    ActKind.RESCISSION_ANNOUNCED: ("effect",),
    ActKind.JOINING_STEP: ("effect", "due"),
    ActKind.COURT_RULING: ("due",),
    ActKind.DECLARATION: ("effect", "against", "amendment"),
    ActKind.OBJECTION: ("effect",),
    ActKind.TERRITORIAL_APPLICATION: ("effect",),
    ActKind.TERRITORIAL_EXCLUSION: ("effect",),
    ActKind.ARTICLE_124_WITHDRAWN: ("effect",),
    ActKind.ARTICLE_12_3_DECLARATION: ("dated", "accepts_from", "accepts_to", "situation"),
    ActKind.AMENDMENT_CONSENT: ("effect",),
    ActKind.AGGRESSION_OPT_OUT: ("amendment",),
    ActKind.SIGNAL: ("due",),
    ActKind.WITHDRAWAL_ANNOUNCED: ("due",),
    ActKind.NAME_CHANGE: ("effect",),
    ActKind.CONTEXT: ("effect", "due"),
}
"""What else an act of a kind may have, beside what it needs, what its kind can undo, and what every act may have."""

WRITTEN = {one.name: one.yaml for one in described(Act)}
"""The keys of an act by the names of its fields."""

_ANY = ("effect_differs", "proof")
"""The details that an act of any kind may have, as far as other rules allow."""
_LIMITED = ("effect", "undoes", *(one.name for one in described(ActDetails) if one.yaml and one.name not in _ANY))
"""The fields that only some kinds of act have."""

_RECKONED = {
    *CONSENT_ACTS,
    ActKind.WITHDRAWAL_NOTICE,
    ActKind.AMENDMENT_CONSENT,
    ActKind.APIC_CONSENT,
    ActKind.APIC_DENUNCIATION,
}
"""The kinds of act of which the treaty says when they take effect."""

_BODIES = {
    "ROME": "Rome Diplomatic Conference",
    "DEP": "Depositary",
    "UNSC": "Security Council",
    "AU": "African Union",
    "ASP": "Assembly of States Parties",
    "ICC": "International Criminal Court",
    "OTP": "Office of the Prosecutor",
}
"""What the ids of these bodies' acts begin with; who else acts is named by the record."""

_KNOWN_DAYS = {
    "The Rome Statute is adopted": (dates.ADOPTED, "Art. 125(1)"),
    "The sixtieth instrument is deposited": (dates.SIXTIETH_DEPOSIT, "Art. 126(1)"),
    "The Rome Statute enters into force": (dates.entry_into_force(dates.SIXTIETH_DEPOSIT), "Art. 126(1)"),
}
"""Days that the treaty's arithmetic rests on, by how the titles of the acts begin that tell of them."""


@acts
def written_elsewhere(act: Act, owner: str, record: Record) -> Iterator[str]:
    """Decisions on cooperation are written once, with the States that they are about."""
    if act.act == ActKind.COOPERATION_DECISION:
        yield f"a {act.act} is written in cooperation.yaml, and made an act from there"


@acts
def its_id(act: Act, owner: str, record: Record) -> Iterator[str]:
    """An act's id is made of who did it, the day and the kind; what follows is the amendment, or what it is about."""
    expected = f"{act.done.isoformat() if act.done else 'undated'}-{act.act}"
    code, _, rest = act.id.partition("-")
    begun = f"{rest}-".startswith(f"{expected}-")
    if owner and (code != owner or not begun):
        yield f"id '{act.id}' should begin with '{owner}-{expected}'"
    elif not begun:
        yield f"id '{act.id}' should go on with '{expected}'"
    if act.act not in (ActKind.AMENDMENT_CONSENT, ActKind.DECLARATION):
        return
    said = rest.removeprefix(expected).strip("-")
    if act.act == ActKind.AMENDMENT_CONSENT and said in record.amendments and said != act.amendment:
        yield f"its id says '{said}', but it consents to '{act.amendment}'"
    about = max((kind for kind in DeclarationKind if f"{said}-".startswith(f"{kind}-")), key=len, default=None)
    if about == DeclarationKind.UNSPECIFIED:
        about = None  # an id stays when more becomes known
    if act.act == ActKind.DECLARATION and about and about != act.declaration:
        yield f"its id says '{about}', but its kind is '{act.declaration}'"
    words = said.split("-") if act.act == ActKind.DECLARATION else []
    ends = ("-".join(words[place:]) for place in range(1, min(len(words), 20)))
    told = next((end for end in ends if end in record.amendments), act.amendment)
    if told != act.amendment:
        yield f"its id says '{told}', but its amendment is {act.amendment or 'not given'}"


@acts
def keys_of_its_kind(act: Act, owner: str, record: Record) -> Iterator[str]:
    """An act says what its kind needs, and nothing that its kind cannot have."""
    needs = NEEDS.get(act.act, ())
    for name in needs:
        if not getattr(act, name):
            yield f"a {act.act} needs '{WRITTEN[name]}'"
    may = {*needs, *MAY.get(act.act, ()), *(("undoes",) if act.act in UNDOES else ())}
    for name in _LIMITED:
        # that a kind can undo nothing is told where it undoes
        if getattr(act, name) and name not in may and name != "undoes":
            taking = "; it counts from the day it was done" if name == "effect" else ""
            yield f"a {act.act} has no '{WRITTEN[name]}'{taking}"


@acts
def its_days(act: Act, owner: str, record: Record) -> Iterator[str]:
    """An act lies within the record; its notification follows within a year; what it looks forward to lies ahead."""
    if act.done is None and not act.note:
        yield "an act without 'done' needs a note that says why"
    if act.done and dates.first_day(act.done) > record.checked:
        yield f"done after the record was checked ({record.checked})"
    if act.circulated and act.circulated > record.checked:
        yield f"circulated after the record was checked ({record.checked})"
    if not act.done:
        return
    if act.circulated and act.circulated < dates.first_day(act.done):
        yield "circulated before it was done"
    if act.circulated and act.circulated > dates.one_year_after(dates.last_day(act.done)):
        yield "circulated more than a year after it was done"
    start = max(dates.first_day(act.done), act.effect or date.min)
    for name, day in (("until", act.until), ("due", act.due)):
        if day and dates.last_day(day) < start:
            yield f"'{name}' lies before it began"
    if act.dated and dates.first_day(act.dated) > dates.last_day(act.done):
        yield "dated after it was received"


@acts
def situation_named(act: Act, owner: str, record: Record) -> Iterator[str]:
    """A situation that an act names is on record, and concerns who accepted jurisdiction over it (Art. 12(3))."""
    one = record.situations.get(act.situation or "")
    if act.situation and not one:
        yield f"'{act.situation}' is no situation of this dataset"
    elif one and act.act == ActKind.ARTICLE_12_3_DECLARATION and owner not in one.states:
        yield f"accepts jurisdiction over '{one.id}', which does not concern {owner} (Art. 12(3))"


@bodies
def acts_of_bodies(act: Act, record: Record) -> Iterator[str]:
    """Bodies send signals and give context; ids begin with the body; the treaty's own days are as it gives them."""
    if act.undoes:
        yield f"undoes '{act.undoes}', but an act of a body undoes none"
    code = act.id.partition("-")[0]
    if act.act not in (ActKind.CONTEXT, ActKind.SIGNAL) or not re.match(r"[A-Z]+-", act.id):
        yield "context.yaml holds signals and context, with ids such as UNSC-2002-07-12-context"
        return
    body = _BODIES.get(code)
    if (body or act.body) != act.body or (not body and act.body in _BODIES.values()):
        yield f"ids of acts of '{act.body}' do not begin with '{code}'"
    for title, (day, article) in _KNOWN_DAYS.items():
        if act.title.startswith(title) and act.done != day:
            yield f"'{title}' on {day} ({article})"
    if act.effect and isinstance(act.done, date) and act.effect != dates.entry_into_force(act.done):
        yield f"takes effect {act.effect}, but Art. 126(1) gives {dates.entry_into_force(act.done)}"


@acts
def after_independence(act: Act, owner: str, record: Record) -> Iterator[str]:
    """No State acts, and nothing that it did takes effect, before it exists."""
    born = record.states[owner].independence if owner in record.states else None
    days = [dates.last_day(act.done) if act.done else date.max, act.effect or date.max]
    if born and min(days) < born.day:
        yield f"done before independence on {born.day}"


@deeds
def excuses_only_arithmetic(past: Past) -> Iterator[str]:
    """Only an act whose effect the treaty reckons can say why it takes effect on another day."""
    if past.act.effect_differs and past.act.act not in _RECKONED:
        yield f"the treaty reckons no effect of a {past.act.act}; 'effect-differs' has nothing to excuse"
