"""A name or code that the record itself has -> its State. `names` asks here first, `spellings` for parts of a cell."""

from icc_cli.database.store import Store
from icc_cli.treaty.naming import Rank, fold


def on_record(store: Store, name: str) -> str | None:
    """Return the State that a name on record, or a code, settles on; None for what needs a closer look."""
    bare = name.strip()
    if '"' in name or "?" in name or ":" in name or ("(" in name and ")" not in name):
        return None  # doubts, cells cut in two, and codes of other schemes
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
