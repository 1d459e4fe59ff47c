"""What people type -> a State, or suggestions.

The builder writes every name, folded, into the database; here a typed name is folded the same way and looked up. A
State's code or own name wins; a name that several States share lists them. What the database does not know is looked
for in `spellings`: other lists and languages, and what is to be refused.
"""

from icc_cli.database.store import Store
from icc_cli.queries.recorded import on_record


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


def everyday_names(store: Store) -> dict[str, str]:
    """Return what each State is called in lists, by its code."""
    return {row["iso3"]: row["everyday"] for row in store.rows("SELECT iso3, everyday FROM state")}
