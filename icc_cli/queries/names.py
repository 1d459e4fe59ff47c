"""What people type -> a State, or suggestions.

The builder writes every name, folded, into the database; here a typed name is folded the same way and looked up. A
State's code or own name wins; a name that several States share lists them. What the database does not know is looked
for in `spellings`: other lists and languages, and what is to be refused.
"""

from icc_cli.database.store import Store
from icc_cli.treaty.naming import Rank, fold


def find(store: Store, name: str) -> str:
    """Return the alpha-3 code of the State that goes by this name, code or M49 number, or a code such as `cow:710`.

    Raises UnknownName with at most three suggestions, its NoState where the name is known and no State's, AmbiguousName
    with the candidates, its FormerState where the name is that of a State that is no more.
    """
    found = on_record(store, name)
    if found:
        return found
    from icc_cli.queries.spellings import settled  # only where a name was missed: it reads a file of its own

    return settled(store, name)


def on_record(store: Store, name: str) -> str | None:
    """Return the State that a name on record, or a code, settles on; None for what needs a closer look."""
    bare = name.strip()
    if '"' in name or "?" in name or ":" in name:  # doubts, cells cut in two, and codes of other schemes
        return None
    key = fold(name)
    coded = len(bare) <= 3 and bare.isascii() and bare.isalnum()
    if coded and bare.isdigit():
        key = key.zfill(3)
    ranks: dict[int, set[str]] = {}
    for row in store.rows("SELECT iso3, rank FROM state_name WHERE folded = ?", key):
        if coded or row["rank"] != Rank.CODE:  # dots, accents and other scripts make no code
            ranks.setdefault(row["rank"], set()).add(row["iso3"])
    if not ranks or (Rank.AMBIGUOUS in ranks and Rank.CODE not in ranks):
        return None
    if Rank.CODE in ranks and bare[1:].islower() and not bare.islower():  # `Nga` is no way to write a code
        return None
    best = ranks[min(ranks)]
    return best.pop() if len(best) == 1 else None


def everyday_names(store: Store) -> dict[str, str]:
    """Return what each State is called in lists, by its code."""
    return {row["iso3"]: row["everyday"] for row in store.rows("SELECT iso3, everyday FROM state")}
