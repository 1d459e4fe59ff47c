"""What a State is called, everywhere: `icc names`, every name on record and in other languages, and its codes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from icc_cli.database.spellings import listed
from icc_cli.database.store import Store
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.naming import Rank

if TYPE_CHECKING:
    from icc_cli.treaty.forms import Iso3

_CODES = ("iso3", "iso2", "m49", "cow", "gw", "vdem")
_KINDS = {Rank.OWN: "own", Rank.OTHER: "other", Rank.DEMONYM: "people", Rank.AMBIGUOUS: "ambiguous"}


class StateName(Fields, kw_only=False):
    """A name or code of a State."""

    iso3: Iso3
    name: str
    kind: str
    """A scheme of codes (iso3, iso2, m49, cow, gw, vdem); or own, other, people, ambiguous, local, language."""
    text: str
    """The name or code itself."""
    languages: tuple[str, ...]
    """The languages that have it, by their codes in Unicode CLDR; empty for names on record and codes."""


def called(store: Store, states: Sequence[str]) -> list[StateName]:
    """Return the codes of States, their names on record, the strongest first, and those in other languages."""
    found: list[StateName] = []
    for iso3 in states:
        state = store.rows("SELECT * FROM state WHERE iso3 = ?", iso3)[0]
        name = state["name"]
        found += [StateName(iso3, name, scheme, str(state[scheme]), ()) for scheme in _CODES if state[scheme]]
        kept = store.rows(
            "SELECT name, min(rank) AS rank FROM state_name WHERE iso3 = ? AND rank > ? GROUP BY name ORDER BY 2, 1",
            iso3,
            Rank.CODE,
        )
        found += [StateName(iso3, name, _KINDS[row["rank"]], row["name"], ()) for row in kept]
        own = [row[2] for row in listed("factbook.csv") if row[0] == iso3 and row[1] != "formal"]
        found += [StateName(iso3, name, "local", text, ()) for text in dict.fromkeys(own)]
        spoken = {text: langs.split() for code, text, langs in listed("cldr.tsv") if code == state["iso2"]}
        for code, language, _, text in listed("un.csv"):
            if code == iso3 and language not in spoken.setdefault(text, []):
                spoken[text].append(language)
        found += [StateName(iso3, name, "language", text, tuple(sorted(spoken[text]))) for text in sorted(spoken)]
    return found
