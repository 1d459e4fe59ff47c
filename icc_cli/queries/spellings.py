"""A name that the record does not settle: other spellings and languages, or why it is refused.

A wrong State is the worst answer. A name counts only as a whole; of a cell that holds several, all must agree.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from weakref import WeakKeyDictionary

from icc_cli.database.spellings import Meaning, meaning
from icc_cli.database.store import Store, marks
from icc_cli.errors import AmbiguousName, UnknownName, either
from icc_cli.queries.recorded import on_record
from icc_cli.treaty import spelling
from icc_cli.treaty.forms import CodeScheme
from icc_cli.treaty.naming import Rank, fold, to_token

SCHEMES = ("iso", "m49", *CodeScheme)
"""The codes that can be named: `cow:710`."""

_MOST_CANDIDATES = 8


class NoState(UnknownName):
    """What goes by this name is no State: a territory, a region, a part of one; or no name stands there at all.

    `problem` is missing, doubt, cut, territory, group, part-of-state or code; `candidates` are States that it may be
    about; `place` is the word by which `icc jurisdiction` knows a territory.
    """

    place: str | None = None

    def __init__(self, name: str, problem: str, message: str, hint: str, candidates: Sequence[str] = ()) -> None:
        super().__init__(name)
        self.problem, self.message, self.hint = problem, message, hint
        self.args = (message,)
        self.candidates = tuple(candidates)


class FormerState(AmbiguousName):
    """A State that is no more goes by this name. `candidates` are those of today that stand where it stood."""

    problem = "former-state"

    def __init__(self, name: str, candidates: Sequence[str]) -> None:
        super().__init__(name, candidates)
        self.message = f"'{name}' is the name of a State that is no more"
        self.hint = f"name one of today: {either(candidates)}" if candidates else "name one of today"
        self.args = (self.message,)


def settled(store: Store, name: str) -> str:
    """Return the State of a name that the record alone does not settle. Raises what `names.find` raises."""
    scheme, colon, value = name.partition(":")
    if colon and scheme.strip().casefold() in SCHEMES:
        return coded(store, scheme.strip().casefold(), value.strip(), name)
    refuse_at_sight(store, name)
    found = _meaning(store, name)
    if found and not found.problem:
        return found.states[0]
    if found:
        raise refusal(store, name, found)
    shared = _sharing(store, fold(name))
    if len(shared) > 1:
        raise AmbiguousName(name, own_names(store, shared) if len(shared) <= _MOST_CANDIDATES else ())
    if len(shared) == 1:
        raise UnknownName(name, own_names(store, shared))
    raise UnknownName(name, near(store, name))


def is_known(store: Store, words: Sequence[str]) -> bool:
    """Return whether words, typed one after the other, are one name: a State's, or one refused with a reason."""
    name = " ".join(words)
    if on_record(store, name):
        return True
    keys = [fold(word) for word in words]
    known = store.rows(
        f"SELECT DISTINCT folded FROM state_name WHERE rank < ? AND folded IN ({marks(keys)})", Rank.DEMONYM, *keys
    )
    if {row["folded"] for row in known} >= {*keys}:  # each names a State: `niger nigeria`
        return False
    return _meaning(store, name, whole=False) is not None


def coded(store: Store, scheme: str, value: str, asked: str) -> str:
    """Return the State that bears a code of a scheme. Raises NoState if none does."""
    value = value.strip()
    if scheme == "iso":
        found = store.rows("SELECT iso3 FROM state WHERE ? IN (iso2, iso3)", value.upper())
    else:
        number = value.removesuffix(".0")
        plain = number.isascii() and number.isdigit()
        digits = number.zfill(3) if scheme == "m49" else number.lstrip("0")
        found = store.rows(f"SELECT iso3 FROM state WHERE {scheme} = ?", digits) if plain else []
    if len(found) == 1:
        return str(found[0]["iso3"])
    raise NoState(asked, "unknown", f"no State has the {scheme} code '{value}'", f"codes are {' or '.join(SCHEMES)}")


def refuse_at_sight(store: Store, name: str) -> None:
    """Raise NoState for what is no whole and certain name, whatever it says."""
    bare = name.strip()
    if bare.startswith('"') != bare.endswith('"') or spelling.is_cut(name):
        raise NoState(name, "cut", f"'{name}' is a cell that was cut", "read whole cells: --column NAME < FILE.csv")
    if spelling.is_doubtful(name) and name.strip(" ?？؟"):
        certain = on_record(store, name.replace("?", "").replace("？", "").replace("(", "").replace(")", ""))
        names = own_names(store, [certain]) if certain else []
        hint = f"leave out the question mark for {names[0]}" if names else "leave out the question mark"
        raise NoState(name, "doubt", f"'{name}' is in doubt", hint, names)
    if not name.strip() or (spelling.is_missing(name) and not spelling.code(name)):
        raise NoState(
            name, "missing", f"'{name}' names nothing" if name.strip() else "there is no name", "name a State"
        )


def refusal(store: Store, name: str, found: Meaning) -> UnknownName | AmbiguousName:
    """Return the error that says why a name settles on no State, and the way on."""
    states = own_names(store, found.states)
    called = f" ({found.called})" if found.called and fold(found.called) != fold(name) else ""
    match found.problem:
        case "former-state":
            return FormerState(name, states)
        case "territory":
            several = " or " in found.called  # `Virgin Islands`: no way leads on to both
            place = None if several else _place(store, name, found.called)
            hint = (
                f"ask with 'icc jurisdiction --all-crimes -d DAY --in {place}'"
                if place
                else "name the State that you mean"
            )
            error = NoState(name, "territory", f"'{name}' is a territory{called}, not a State", hint, states)
            error.place = place
            return error
        case "group":
            return NoState(name, "group", f"'{name}' is a region or group, not a State", "name its States")
        case "part-of-state":
            whole = states[0] if states else "a State"
            hint = f"name the State: {whole}" if states else "name the State"
            return NoState(name, "part-of-state", f"'{name}' is a part of a State", hint, states)
    return AmbiguousName(name, states)


def own_names(store: Store, codes: Iterable[str]) -> list[str]:
    """Return the States' own names by alphabet; those that the dataset does not hold are left out."""
    chosen = f"SELECT name FROM state WHERE iso3 IN ({marks(codes := list(codes))})"
    return sorted([row["name"] for row in store.rows(chosen, *codes)], key=fold)


def _meaning(store: Store, name: str, whole: bool = True) -> Meaning | None:
    """Return what a name means by the lists; of several names in a cell, what all agree on."""
    clean = spelling.repaired(name)
    if clean != name and (found := on_record(store, clean)):
        return Meaning("", (found,))
    if code := spelling.code(clean):
        return _of_code(store, code)
    for key in (f"={fold(clean)}", *spelling.keys(clean)):
        found_meaning = _held(store, meaning(key))
        if found_meaning:
            return found_meaning if found_meaning.problem else _several(store, clean) or found_meaning
    agreed = _agreed(store, clean) if whole else None
    if rest := spelling.without_former(clean):
        own = on_record(store, rest)
        former = Meaning("former-state", (own,)) if own else _meaning(store, rest, whole=False)
        return former if former or not agreed or agreed.problem else agreed
    return agreed


def _several(store: Store, name: str) -> Meaning | None:
    """Return that a cell names several States, though without the word that joins them it would be one's name."""
    found = {own for part in spelling.joined(name) if (own := on_record(store, part))}
    return Meaning("ambiguous", tuple(sorted(found))) if len(found) > 1 else None


def _of_code(store: Store, code: str) -> Meaning | None:
    """Return what a code, or letters that are as short as one, mean: other languages' names have no say in it."""
    own = store.rows("SELECT iso3 FROM state_name WHERE folded = ? AND rank = ?", code.casefold(), Rank.CODE)
    return Meaning("", (own[0]["iso3"],)) if own else _held(store, meaning(f":{code}"))


def _agreed(store: Store, name: str) -> Meaning | None:
    """Return what the parts of a cell mean together: the one State that each may mean and one surely does.

    `Sri Lanka (Ceylon)` is one; `Guinea / Guinea-Bissau` is not, nor is a territory with its State behind it.
    """
    common: set[str] | None = None
    every: set[str] = set()
    certain = False
    for part in spelling.parts(name):
        own = on_record(store, part)
        found = Meaning("", (own,)) if own else _meaning(store, part, whole=False)
        if not found or found.problem not in ("", "ambiguous"):
            return found
        certain |= not found.problem
        every |= {*found.states}
        common = {*found.states} if common is None else common & {*found.states}
    if common and certain and len(common) == 1:
        return Meaning("", tuple(common))
    return Meaning("ambiguous", tuple(sorted(every))) if every else None


def _held(store: Store, found: Meaning | None) -> Meaning | None:
    """Return a meaning if the dataset holds the State that it names."""
    if not found or found.problem:
        return found
    return found if store.row("SELECT 1 FROM state WHERE iso3 = ?", found.states[0]) else None


_TOKEN = "SELECT token FROM territory_name WHERE name = ? UNION SELECT token FROM territory WHERE name = ?"


def _place(store: Store, *names: str) -> str | None:
    """Return the word by which `icc jurisdiction --in` knows a territory."""
    for name in names:
        token = to_token(fold(name))
        for word in (token, token.replace("saint-", "st-"), token.removesuffix("-islands"), token.removesuffix("-bay")):
            row = store.row(_TOKEN, word, name)
            if row:
                return str(row["token"])
    return None


def _sharing(store: Store, key: str) -> list[str]:
    """Return the States one of whose names holds these words as whole words."""
    if len(key) < 4:  # an article, `El`, and letters that stand for anything
        return []
    return [
        row["iso3"]
        for row in store.rows(
            "SELECT DISTINCT iso3 FROM state_name WHERE rank IN (1, 2, 9) AND instr(' ' || folded || ' ', ?)",
            f" {key} ",
        )
    ]


class _Near:
    """The names of a dataset, by the pairs of letters in them."""

    def __init__(self, store: Store) -> None:
        self.names: list[tuple[str, str]] = []
        self.pairs: dict[str, list[int]] = defaultdict(list)
        self.whole: dict[str, set[str]] = defaultdict(set)
        for row in store.rows(
            "SELECT n.folded, s.name FROM state_name n JOIN state s USING (iso3) "
            "WHERE n.rank IN (1, 2) AND length(n.folded) > 3"
        ):
            for pair in set(_pairs(row["folded"])):
                self.pairs[pair].append(len(self.names))
            self.names.append((row["folded"], row["name"]))
            self.whole[row["folded"]].add(row["name"])

    def near(self, key: str) -> list[str]:
        """Return at most three names like the one typed, the likeliest first; none that would lead astray."""
        from difflib import SequenceMatcher

        shared = Counter(number for pair in set(_pairs(key)) for number in self.pairs.get(pair, ()))
        held = self._held(key)
        likeness: dict[str, float] = {}
        matcher = SequenceMatcher(b=key, autojunk=False)
        for number, count in shared.most_common(60):
            folded, name = self.names[number]
            if 2 * count < 0.4 * (len(folded) + len(key)) or (held and not held & {*folded.split()}):
                continue
            matcher.set_seq1(folded)
            ratio = matcher.ratio()
            least = 0.85 if held or folded[0] != key[0] else 0.8
            if ratio >= least and _alike(folded, key) and (ratio >= 0.88 or _resembles(name, key)):
                likeness[name] = max(likeness.get(name, 0), ratio)
        return [name for _, name in sorted((-ratio, name) for name, ratio in likeness.items())[:3]]

    def _held(self, key: str) -> set[str]:
        """Return the words of a longer text that are a State's whole name: no State of another name is meant."""
        words = key.split()
        return {word for word in words if word in self.whole} if len(words) > 1 else set()


_STYLES = "the of and republic kingdom state states democratic people islamic federal"
_STYLE = frozenset(_STYLES.split())
_DIRECTIONS = frozenset(["north", "south", "east", "west", "northern", "southern", "eastern", "western"])


def _alike(one: str, other: str) -> bool:
    """Return whether two names are alike in the words that they do not share; those say which State is meant.

    `North Dakota` shares a word with `North Korea`, and no more. A word of one or two letters is no slip of a longer.
    """
    first, second = one.split(), other.split()
    rest = [word for word in first if word not in second]
    typed = [word for word in second if word not in first]
    if len(rest) == len(typed) and all(whole.startswith(cut) for whole, cut in zip(rest, typed, strict=True)):
        return True  # words cut short: `United Arab Em.`
    if {*rest, *typed} & _DIRECTIONS or any(len(word) < 3 for word in typed):
        return False
    if not rest or not typed:
        return _STYLE.issuperset(rest + typed)
    return _ratio(" ".join(rest), " ".join(typed)) >= 0.72


def _resembles(name: str, key: str) -> bool:
    """Return whether the name by which a State is shown is like what was typed: another of its names was nearer."""
    shown = fold(name)
    return _ratio(shown, key) >= 0.6 or any(_ratio(word, key) >= 0.75 for word in shown.split())


def _ratio(one: str, other: str) -> float:
    from difflib import SequenceMatcher  # only where a name was not found: importing it costs time

    return SequenceMatcher(None, one, other, autojunk=False).ratio()


_INDEXES: WeakKeyDictionary[Store, _Near] = WeakKeyDictionary()


_LOST = {ord("?"): None, 0xFFFD: None}
"""What stands where a letter was lost: `C?te d'Ivoire`."""


def near(store: Store, name: str) -> list[str]:
    """Return at most three names like the one typed, the likeliest first."""
    key = fold(name.translate(_LOST))
    if not 3 < len(key) <= 80:
        return []
    if store not in _INDEXES:
        _INDEXES[store] = _Near(store)
    return _INDEXES[store].near(key)


def _pairs(text: str) -> Iterator[str]:
    return (text[place : place + 2] for place in range(len(text) - 1))
