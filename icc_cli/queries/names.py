"""What people type -> a State, or suggestions.

The builder writes every name, folded, into the database; here a typed name is folded the same way and
looked up. A State's code or own name wins; a name that several States share lists them.
"""

from icc_cli.database.store import Store, marks
from icc_cli.errors import AmbiguousName, UnknownName
from icc_cli.treaty.naming import Rank, fold

_MOST_CANDIDATES = 8


def find(store: Store, name: str) -> str:
    """Return the alpha-3 code of the State that goes by this name, code or M49 number.

    Raises UnknownName with at most three suggestions, AmbiguousName with the candidates.
    """
    key = fold(name)
    if key.isascii() and key.isdigit():
        key = key.zfill(3)
    found = store.rows("SELECT iso3, min(rank) AS rank FROM state_name WHERE folded = ? GROUP BY iso3", key)
    best = [row["iso3"] for row in found if row["rank"] == min(row["rank"] for row in found)]
    settled = not store.rows("SELECT 1 FROM state_name WHERE folded = ? AND rank = ?", key, Rank.AMBIGUOUS)
    if len(best) == 1 and (settled or found[0]["rank"] == Rank.CODE):
        return str(best[0])
    candidates = best if len(best) > 1 and settled else _sharing(store, key)
    if len(candidates) > 1:
        raise AmbiguousName(name, _own_names(store, candidates) if len(candidates) <= _MOST_CANDIDATES else ())
    raise UnknownName(name, _own_names(store, candidates) if len(candidates) == 1 else _near(store, key))


def everyday_names(store: Store) -> dict[str, str]:
    """Return what each State is called in lists, by its code."""
    return {row["iso3"]: row["everyday"] for row in store.rows("SELECT iso3, everyday FROM state")}


def _sharing(store: Store, key: str) -> list[str]:
    """Return the States one of whose names holds these words as whole words."""
    if not key:
        return []
    return [
        row["iso3"]
        for row in store.rows(
            "SELECT DISTINCT iso3 FROM state_name WHERE rank IN (1, 2, 9) AND instr(' ' || folded || ' ', ?)",
            f" {key} ",
        )
    ]


def _own_names(store: Store, codes: list[str]) -> list[str]:
    chosen = f"SELECT name FROM state WHERE iso3 IN ({marks(codes)}) ORDER BY folded, iso3"
    return [row["name"] for row in store.rows(chosen, *codes)]


def _near(store: Store, key: str) -> list[str]:
    """Return at most three names like the one typed, the likeliest first."""
    from difflib import SequenceMatcher  # only where a name was not found: importing it costs time

    likeness: dict[str, float] = {}
    matcher = SequenceMatcher(b=key, autojunk=False)
    for row in store.rows(
        "SELECT n.folded, s.name FROM state_name n JOIN state s USING (iso3) "
        "WHERE n.rank IN (1, 2) AND length(n.folded) > 3"
    ):
        matcher.set_seq1(row["folded"])
        if matcher.real_quick_ratio() >= 0.7 and matcher.quick_ratio() >= 0.7:
            likeness[row["name"]] = max(likeness.get(row["name"], 0), matcher.ratio())
    near = sorted((-ratio, name) for name, ratio in likeness.items() if ratio >= 0.7)
    return [name for _, name in near[:3]]
