"""A column of names -> the State of each, or why there is none. Each distinct name is looked up once.

A column says more than a name alone: `Congo` is the State of that name where no other of its names stands beside it;
`NA` is how tables write a missing value; and codes that are not all of one scheme are probably of another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from icc_cli.database.store import Store
from icc_cli.errors import AmbiguousName, UnknownName, UsageError
from icc_cli.queries.names import find
from icc_cli.queries.spellings import SCHEMES, NoState, coded
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.naming import fold
from icc_cli.treaty.spelling import is_missing

if TYPE_CHECKING:
    from icc_cli.treaty.forms import Iso3

_HOMONYMS = {"georgia": ("GEO", "USA")}
"""Names of States that are also those of parts of another."""
_FORMS = {"numbers": r"\d{1,3}", "pairs of letters": r"[A-Z]{2}", "triples of letters": r"[A-Z]{3}"}
"""What codes look like, and what a column of them is called."""
_SMALL = "am as at be by do go he id im in is it la ma me mo my no pa so to us"
_WORDS = frozenset(_SMALL.split())
"""Words of two letters that are codes, too: in small letters they are words."""
_LONGER = frozenset(["and", "are", "can", "est", "per"])
"""Words of three, which are codes where the column has others in small letters."""


class Found(Fields):
    """A name in a list, with its State, or with why it settles on none."""

    asked: str
    """The name as it was given."""
    iso3: Iso3 | None = None
    name: str | None = None
    problem: str | None = None
    """Why: ambiguous, unknown, missing, doubt, cut, territory, former-state, group or part-of-state."""
    candidates: tuple[str, ...] = ()
    """States that the name may mean, by their own names."""
    hint: str | None = None
    """What to try instead."""
    said: str | None = None
    """The problem in words."""


def find_all(store: Store, names: Iterable[str], codes: str | None = None) -> dict[str, Found]:
    """Return each distinct name of a column with its State, or with why it settles on none.

    `codes` says of which scheme codes are: iso, m49, cow, gw or vdem; without it, ISO and M49. Raises UsageError for
    another one.
    """
    if codes is not None and codes not in SCHEMES:
        raise UsageError(f"there are no codes '{codes}'", f"one of: {', '.join(SCHEMES)}")
    own = {row["iso3"]: row["name"] for row in store.rows("SELECT iso3, name FROM state")}
    distinct = dict.fromkeys(names)
    small = sum(1 for name in distinct if re.fullmatch("[a-z]{3}", name.strip()) and name.strip() not in _LONGER)
    words = _WORDS if small > len(_LONGER) else _WORDS | _LONGER
    found = {name: _found(store, own, name, codes, words) for name in distinct}
    if codes is None:
        _doubt_codes(found)
    _own_names(store, own, found)
    _parts_of_a_state(own, found)
    return found


def _found(store: Store, own: dict[str, str], name: str, codes: str | None, words: frozenset[str]) -> Found:
    try:
        iso3 = _find(store, name, codes, words)
        return Found(asked=name, iso3=iso3, name=own[iso3])
    except (UnknownName, AmbiguousName) as error:
        return _refused(name, error)


def _refused(name: str, error: UnknownName | AmbiguousName) -> Found:
    candidates = error.suggestions if type(error) is UnknownName else getattr(error, "candidates", ())
    return Found(asked=name, problem=error.problem, candidates=candidates, hint=error.hint, said=error.message)


def _find(store: Store, name: str, codes: str | None, words: frozenset[str]) -> str:
    bare = name.strip()
    if codes and re.fullmatch(r"[A-Za-z]{2,3}" if codes == "iso" else r"\d+(\.0)?", bare, re.ASCII):
        return coded(store, codes, bare, name)
    if is_missing(bare) or not bare:
        hint = "write NAM for Namibia" if bare.upper() == "NA" else "name a State"
        raise NoState(name, "missing", f"'{name}' names nothing" if bare else "there is no name", hint)
    if bare in words:
        raise NoState(name, "unknown", f"'{bare}' is a word", f"write {bare.upper()} for the code")
    return find(store, name)


def _doubt_codes(found: dict[str, Found]) -> None:
    """Refuse the codes of a column in which a tenth or more of those of a form are nobody's: another scheme's, then."""
    for what, form in _FORMS.items():
        codes = [one for name, one in found.items() if re.fullmatch(form, name.strip(), re.ASCII)]
        strange = [one for one in codes if one.problem == "unknown"]
        if len(strange) > 1 and 10 * len(strange) >= len(codes):
            said = f"the {what} of this column are not all of one scheme"
            hint = f"say which codes they are: --codes {', '.join(SCHEMES)}"
            for one in codes:
                if one.problem is None:
                    found[one.asked] = Found(asked=one.asked, problem="ambiguous", hint=hint, said=said)
                elif one.problem == "unknown":
                    found[one.asked] = one._replace(hint=hint)


def _own_names(store: Store, own: dict[str, str], found: dict[str, Found]) -> None:
    """Read an ambiguous name as the State whose own name it is, if the column has no other name of that State."""
    named = {one.iso3 for one in found.values() if one.iso3}
    unsettled = [one for one in found.values() if one.problem == "ambiguous" and len(one.candidates) > 1]
    by_name = {name: iso3 for iso3, name in own.items()}
    for one in unsettled:
        iso3 = by_name.get(one.asked.strip())
        if iso3 and iso3 not in named:
            found[one.asked] = Found(asked=one.asked, iso3=iso3, name=own[iso3])


def _parts_of_a_state(own: dict[str, str], found: dict[str, Found]) -> None:
    """Refuse `Georgia` where it stands among other states of the United States."""
    for name, (iso3, whole) in _HOMONYMS.items():
        beside = [
            one for one in found.values() if one.problem == "part-of-state" and one.candidates == (own.get(whole),)
        ]
        for one in list(found.values()) if len(beside) > 1 else ():
            if one.iso3 == iso3 and fold(one.asked) == name:
                found[one.asked] = Found(
                    asked=one.asked,
                    problem="ambiguous",
                    candidates=tuple(sorted((own[iso3], own[whole]))),
                    hint=f"write {iso3} for the State",
                    said=f"'{one.asked}' stands among parts of a State",
                )
