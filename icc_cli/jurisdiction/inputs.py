"""The question, typed; and the refusal of one that contradicts itself or cannot be."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from icc_cli.errors import UsageError, either, suggest
from icc_cli.jurisdiction.crimes import ADDED_WORDS, NAMED, added_crimes, crime_tokens, provisions
from icc_cli.jurisdiction.facts import Facts
from icc_cli.queries.names import find
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.naming import to_token

YEARS_AHEAD = 20
"""Conduct later than this many years after the record was checked is no question for this record."""
OLDEST = 130
HYPOTHETICAL = "hypothetical"
"""An act of the Council that is assumed."""


class Crime(StrEnum):
    """The crimes of Art. 5, and the offences against the administration of justice (Art. 70)."""

    GENOCIDE = "genocide"
    CRIMES_AGAINST_HUMANITY = "crimes-against-humanity"
    WAR_CRIMES = "war-crimes"
    AGGRESSION = "aggression"
    ADMINISTRATION_OF_JUSTICE = "administration-of-justice"


CORE = (Crime.GENOCIDE, Crime.CRIMES_AGAINST_HUMANITY, Crime.WAR_CRIMES, Crime.AGGRESSION)
"""The crimes of Art. 5(1)."""

_SHORT = {
    "cah": Crime.CRIMES_AGAINST_HUMANITY,
    "crime-against-humanity": Crime.CRIMES_AGAINST_HUMANITY,
    "humanity": Crime.CRIMES_AGAINST_HUMANITY,
    "war": Crime.WAR_CRIMES,
    "wc": Crime.WAR_CRIMES,
    "war-crime": Crime.WAR_CRIMES,
    "crime-of-aggression": Crime.AGGRESSION,
    "article-70": Crime.ADMINISTRATION_OF_JUSTICE,
    "art-70": Crime.ADMINISTRATION_OF_JUSTICE,
    "contempt": Crime.ADMINISTRATION_OF_JUSTICE,
}
_HIGH_SEAS = (
    "high-seas",
    "the-high-seas",
    "international-waters",
)
_STATELESS = ("stateless", "no-nationality")
FLAGS = ("legal-person", "un-operation", "unrelated-to-situation", "continuing", "high-seas", "stateless")
VALUED = ("territory", "vessel", "aircraft", "cross-border", "amended", "aggressor", "age")


class Question(Fields):
    """One crime, one day. States by code; `place` is a named territory, `zone` whose economic zone it was in.

    `as_of` is the day on which the Court acts; `continuing`: a range is one crime that goes on. `first` is the first
    day of a range, on which the accused is of the `age` given. There is no field for victims: their nationality never
    counts.
    """

    crime: str
    day: date
    as_of: date
    territory: str | None = None
    place: str | None = None
    zone: str | None = None
    nationals: tuple[str, ...] = ()
    aggressor: str | None = None
    vessels: tuple[str, ...] = ()
    aircraft: tuple[str, ...] = ()
    cross_border: tuple[str, ...] = ()
    amended: tuple[str, ...] = ()
    age: int | None = None
    first: date | None = None
    legal_person: bool = False
    un_operation: bool = False
    unrelated: bool = False
    continuing: bool = False
    at_sea: bool = False
    stateless: bool = False
    referrals: tuple[str, ...] = ()
    deferrals: tuple[str, ...] = ()

    @property
    def states(self) -> tuple[str, ...]:
        """Every State the question names, each once."""
        ones = [one for one in (self.territory, self.aggressor) if one]
        return tuple(dict.fromkeys((*ones, *self.nationals, *self.vessels, *self.aircraft, *self.cross_border)))

    @property
    def attacked(self) -> tuple[str, ...]:
        """The State attacked, where aggression is asked about: by its territory, its ship or its aircraft."""
        return tuple(dict.fromkeys([*([self.territory] if self.territory else []), *self.vessels, *self.aircraft]))

    @property
    def special(self) -> tuple[str, ...]:
        """What is special about the conduct, as tokens of the input table."""
        place = self.place or (f"eez-{self.zone.lower()}" if self.zone else None)
        return (
            *([f"territory:{place}"] if place else []),
            *(f"vessel:{iso3}" for iso3 in self.vessels),
            *(f"aircraft:{iso3}" for iso3 in self.aircraft),
            *(f"cross-border:{iso3}" for iso3 in self.cross_border),
            *(f"amended:{token}" for token in self.amended),
            *([f"aggressor:{self.aggressor}"] if self.aggressor else []),
            *([f"age:{self.age}"] if self.age is not None else []),
            *(["legal-person"] if self.legal_person else []),
            *(["un-operation"] if self.un_operation else []),
            *(["unrelated-to-situation"] if self.unrelated else []),
            *(["continuing"] if self.continuing else []),
            *(["high-seas"] if self.at_sea else []),
            *(["stateless"] if self.stateless else []),
        )

    @property
    def unsc(self) -> tuple[str, ...]:
        """The acts of the Council that are supposed, as tokens of the input table."""
        return (*(f"referral:{one}" for one in self.referrals), *(f"deferral:{one}" for one in self.deferrals))

    def at(self, day: date, as_of: date) -> "Question":
        """Return the same question of another day."""
        return self._replace(day=day, as_of=as_of)


def read_crime(facts: Facts, word: str) -> str:
    """Return a crime's word; one that people ask about but the Statute does not have is answered too (J1)."""
    key = to_token(word)
    if key in _SHORT:
        return _SHORT[key]
    others = other_crimes(facts)
    if key in set(Crime) or key in others:
        return key
    articles, within = provisions(key)
    if articles:
        ways = either([f"--crime {one}" for one in within])
        added = [one for one in crime_tokens(articles) if one in facts.amendments]
        more = f"; what was added by amendment: --amended {added[-1]}" if added else ""
        raise UsageError(f"'{word}' is no crime apart from those of Art. 5: it is within Art. {articles}", ways + more)
    near = suggest(key, [*Crime, *others, *NAMED], f"one of: {either(CORE)}")
    raise UsageError(f"there is no crime '{word}'", near)


def other_crimes(facts: Facts) -> list[str]:
    """Return the crimes on record as not being in the Statute."""
    return [crime for one in facts.grounds.other_crimes for crime in one.crimes]


def read(
    facts: Facts,
    *,
    crime: str,
    day: date,
    as_of: date,
    territory: str | None = None,
    nationals: Iterable[str] = (),
    special: Iterable[str] = (),
    unsc: Iterable[str] = (),
) -> Question:
    """Read a question as typed, names and tokens. Raises UsageError where it cannot be answered."""
    words: dict[str, list[str]] = {}
    for token in _split(special):
        key, value = _token(token)
        words.setdefault(key, []).append(value)
    if territory and to_token(territory) in _HIGH_SEAS:
        territory, words["high-seas"] = None, [""]
    named = _split(nationals)
    belonging = [name for name in named if to_token(name) not in _STATELESS]
    if len(belonging) < len(named):
        words["stateless"] = [""]
    place, iso3 = _somewhere(facts, territory) if territory else (None, None)
    if "territory" in words:
        place, zone, iso3 = _territory(facts, words["territory"], iso3, place)
    else:
        zone = None
    ages = {_age(value) for value in words.get("age", [])}
    if len(ages) > 1:
        raise UsageError("two ages are given for one person", "ask about one person at a time")
    attackers = _codes(facts, words.get("aggressor", []))
    if len(attackers) > 1:
        raise UsageError(f"two aggressors are given: {either(attackers)}", "ask about one at a time")
    referrals, deferrals = _council(facts, _split(unsc))
    question = Question(
        crime=read_crime(facts, crime),
        day=day,
        as_of=as_of,
        territory=iso3,
        place=place,
        zone=zone,
        nationals=_codes(facts, belonging),
        aggressor=next(iter(attackers), None),
        vessels=_codes(facts, words.get("vessel", [])),
        aircraft=_codes(facts, words.get("aircraft", [])),
        cross_border=_codes(facts, words.get("cross-border", [])),
        amended=tuple(dict.fromkeys(token for value in words.get("amended", []) for token in _amended(facts, value))),
        age=next(iter(ages), None),
        legal_person="legal-person" in words,
        un_operation="un-operation" in words,
        unrelated="unrelated-to-situation" in words,
        continuing="continuing" in words,
        at_sea="high-seas" in words,
        stateless="stateless" in words,
        referrals=referrals,
        deferrals=deferrals,
    )
    consistent(facts, question)
    return question


def consistent(facts: Facts, q: Question) -> None:
    """Refuse what contradicts itself, or cannot have been."""
    somewhere = q.territory or q.zone or q.vessels or q.aircraft or q.cross_border or q.at_sea
    if not somewhere and not q.nationals and q.crime != Crime.ADMINISTRATION_OF_JUSTICE:
        raise UsageError("neither a place nor a nationality is given", "add --territory STATE or --national STATE")
    if q.crime == Crime.AGGRESSION and not q.attacked:
        raise UsageError("aggression needs the State attacked", "add --territory STATE")
    if q.crime == Crime.AGGRESSION and len(q.attacked) > 1:
        told = "name one State, by its territory, ship or aircraft; other crimes: --crime war-crimes"
        raise UsageError(f"two attacked States are given: {either(q.attacked)}", told)
    if q.crime == Crime.AGGRESSION and q.cross_border:
        raise UsageError("a cross-border element does not go with aggression", "leave it out")
    if q.at_sea and (q.territory or q.zone):
        raise UsageError("the high seas are no State's territory", "name a territory, or the high seas")
    if q.stateless and q.nationals:
        raise UsageError("a stateless person has no nationality", "leave out the one or the other")
    if q.aggressor and q.crime != Crime.AGGRESSION:
        raise UsageError(f"an aggressor does not go with {q.crime}", "use --crime aggression, or --national STATE")
    if q.aggressor and q.aggressor in q.attacked:
        raise UsageError("the aggressor is the State attacked", "name two States")
    if q.amended and q.crime != Crime.WAR_CRIMES:
        raise UsageError(f"'amended:' tokens name war crimes, not {q.crime}", "use --crime war-crimes")
    if q.legal_person and q.age is not None:
        raise UsageError("a legal person has no age", "leave out the one or the other")
    if q.territory and q.territory in q.cross_border:
        raise UsageError("a cross-border element lies in another State than the conduct", "leave it out")
    if q.as_of < q.day:
        raise UsageError(f"the Court cannot act on {q.as_of}, before the conduct of {q.day}", "choose a later --on")
    last = horizon(facts)
    if q.as_of >= last:
        raise UsageError(f"{q.as_of} lies too far ahead", f"this record can tell of days before {last}")
    for iso3 in q.states:
        record = facts.state(iso3)
        if record.independence and q.day < record.independence and facts.actual(iso3, q.day) == iso3:
            raise UsageError(f"{record.name} was no State on {q.day}", f"it is one since {record.independence}")


def horizon(facts: Facts) -> date:
    """Return the day from which on this record can tell nothing."""
    return facts.checked.replace(year=min(facts.checked.year + YEARS_AHEAD, date.max.year), day=1)


def _split(tokens: Iterable[str]) -> list[str]:
    """Split what may be joined by semicolons, as the case files have it."""
    return [part.strip() for token in tokens for part in token.split(";") if part.strip()]


def _token(token: str) -> tuple[str, str]:
    key, _, value = token.partition(":")
    key, value = to_token(key), value.strip()
    if key in FLAGS and not value and ":" not in token:
        return key, ""
    if key in VALUED and value:
        return key, value
    if key in VALUED:
        raise UsageError(f"the token '{token}' lacks its value", f"write {key}:…")
    hint = suggest(key, (*FLAGS, *VALUED), "one of: " + ", ".join((*VALUED, *FLAGS)))
    raise UsageError(f"there is no token '{token}'", hint)


def _somewhere(facts: Facts, name: str) -> tuple[str | None, str]:
    """Return the named territory, if it is one, and the State.

    An entry without acts of its own is read as the territory under which the record lists it.
    """
    try:
        iso3 = find(facts.store, name)
    except UsageError as error:
        place = facts.place(to_token(name)) or facts.place(getattr(error, "place", None) or "")
        if not place:
            raise
        return place.token, place.state
    listed = facts.listed(iso3)
    return (listed.token, listed.state) if listed else (None, iso3)


def _territory(
    facts: Facts, values: list[str], iso3: str | None, place: str | None
) -> tuple[str | None, str | None, str | None]:
    """Return the named territory, or whose economic zone, and the State; the token must belong to the State."""
    if len(values) > 1:
        raise UsageError(f"two territories are given: {either(values)}", "ask about one at a time")
    word = to_token(values[0])
    if word.startswith("eez-"):
        zone = find(facts.store, word.removeprefix("eez-"))
        if iso3 and zone != iso3:
            raise UsageError(f"'{values[0]}' is not a zone of {facts.state(iso3).name}", "name one State")
        return None, zone, None
    found = facts.place(word)
    if not found:
        from difflib import get_close_matches  # only where a place was not found: importing it costs time

        near = get_close_matches(word, facts.places, 3)
        listed = "the record does not know it, and gives no answer for it; places it knows: icc help jurisdiction"
        hint = f"did you mean {either(near)}?" if near else listed
        raise UsageError(f"no territory is known as '{values[0]}'", hint)
    if iso3 and found.state != iso3:
        named, own = facts.state(iso3).name, facts.state(found.state).name
        raise UsageError(f"{found.name} is not listed under {named}", f"it is under {own}; no position is implied")
    if place and place != found.token:
        raise UsageError(f"two territories are given: {place} and {found.token}", "ask about one at a time")
    return found.token, None, found.state


def _codes(facts: Facts, names: Iterable[str]) -> tuple[str, ...]:
    found: list[str] = []  # several may stand in one name, parted by commas, if it is none as a whole
    for name in names:
        try:
            found.append(find(facts.store, name))
        except UsageError as error:
            place = facts.place(to_token(name)) or facts.place(getattr(error, "place", None) or "")
            if place:
                own = facts.state(place.state).name
                hint = f"the record lists it under {own}: give {own}; no position is implied"
                raise UsageError(f"'{name}' is a territory, and a State is asked for", hint) from error
            if "," not in name:
                raise
            found += [find(facts.store, part) for part in name.split(",") if part.strip()]
    return tuple(dict.fromkeys(found))


def _age(value: str) -> int:
    if not (value.isascii() and value.isdigit() and len(value) <= 3 and int(value) <= OLDEST):
        raise UsageError(f"'{value}' is no age", "write age:25")
    return int(value)


def _amended(facts: Facts, value: str) -> list[str]:
    known = {token: f"{one.id} {one.title}" for token, one in facts.amendments.items() if token.startswith("8-")}
    found = added_crimes(value, known)
    if not found:
        hint = suggest(value.casefold(), known, "one of: " + ", ".join([*ADDED_WORDS, *sorted(known)]))
        raise UsageError(f"no amendment added a crime '{value}'", hint)
    return found


def _council(facts: Facts, tokens: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the referrals and deferrals named: by resolution number, or `hypothetical`."""
    known = {
        "referral": [*(one.resolution for one in facts.grounds.mandates), HYPOTHETICAL],
        "deferral": [*(one.resolution for one in facts.grounds.deferrals), HYPOTHETICAL],
    }
    found: dict[str, list[str]] = {"referral": [], "deferral": []}
    for token in tokens:
        kind, _, value = token.casefold().replace(" ", "").partition(":")
        if kind not in known or value not in known[kind]:
            every = [f"{kind}:{value}" for kind, values in known.items() for value in values]
            raise UsageError(f"there is no Council token '{token}'", "one of: " + ", ".join(every))
        if value not in found[kind]:
            found[kind].append(value)
    return tuple(found["referral"]), tuple(found["deferral"])
