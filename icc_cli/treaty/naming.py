"""What people type, reduced to what matters for comparison. The builder and the look-up fold names alike."""

_LEADING_ARTICLES = frozenset({"the", "la", "le", "les", "el", "los", "las", "l"})
_APOSTROPHES = dict.fromkeys(map(ord, "'’ʼ`´ʻ.·"))

_SHADDA = "\u0651"
"""It doubles a letter, and makes another word of it."""


class Rank:
    """How strongly a name stands for its State; the lowest number wins."""

    CODE = 0
    OWN = 1
    OTHER = 2
    DEMONYM = 3
    AMBIGUOUS = 9
    """A name that alone settles nothing, though it may be a State's own (`Congo`)."""


def to_token(word: str) -> str:
    """Write a word as typed in the way that closed vocabularies have it: `Taken back` -> `taken-back`."""
    return word.strip().casefold().replace(" ", "-").replace("_", "-")


def short_symbol(symbol: str) -> str:
    """Write a symbol as answers print it: without what all notifications on the Statute end with."""
    return symbol.removesuffix(".TREATIES-XVIII.10")


def fold(name: str) -> str:
    """Reduce a name to what matters for comparison: no case, accent, punctuation or article.

    `Côte d'Ivoire` -> `cote divoire`; `The Gambia`, `Gambia (The)` -> `gambia`; `St. Lucia` -> `saint lucia`.
    """
    plain = name.casefold()
    if not plain.isascii():
        import unicodedata  # most names are typed without accents, and their answers need not wait for it

        signs = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in signs if c == _SHADDA or not unicodedata.combining(c)).casefold()
    plain = plain.translate(_APOSTROPHES).replace("&", " and ")
    words = "".join(c if c.isalnum() else " " for c in plain).split()
    if len(words) > 1 and words[0] in _LEADING_ARTICLES:
        del words[0]
    if len(words) > 1 and words[-1] == "the":
        words.pop()
    if len(words) > 1:
        words = ["saint" if word == "st" else word for word in words]
    return " ".join(words)
