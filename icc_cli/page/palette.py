"""Colour means status, and only status; but on a map, what the map was asked to show.

After Okabe and Ito's palette, told apart with any kind of colour vision; and each status has a lightness of its own, so
that a copy in greys says the same. No status is hatched: solid is so, stripes are expected.
"""

STATUS = {
    "not-yet-a-state": "#DADAD6",
    "non-signatory": "#DADAD6",
    "signatory": "#0072B2",
    "signatory-no-intent": "#882255",
    "contracting-state": "#8FCBF0",
    "state-party": "#009E73",
    "state-party-withdrawing": "#E69F00",
    "former-party": "#AB2D00",
}

MARKS = STATUS | {
    "not-yet-a-state": "#8A8A8A",
    "non-signatory": "#8A8A8A",
    "signatory-no-intent": "#CC79A7",
    "former-party": "#D55E00",
}
"""The colour of the mark before words about a status: seen on a light ground and on a dark one, which is not known."""

LETTER = {
    "not-yet-a-state": "y",
    "non-signatory": "n",
    "signatory": "s",
    "signatory-no-intent": "u",
    "contracting-state": "c",
    "state-party": "P",
    "state-party-withdrawing": "W",
    "former-party": "F",
}
"""A letter for each status, where a picture has no colour; capitals for those that are or were bound."""

MAP: dict[str, tuple[str, str]] = {
    **{status: (STATUS[status], LETTER[status]) for status in STATUS},
    "African": ("#009E73", "A"),
    "Asia-Pacific": ("#56B4E9", "P"),
    "Eastern European": ("#CC79A7", "E"),
    "GRULAC": ("#E69F00", "G"),
    "WEOG": ("#0072B2", "W"),
    "bound": ("#009E73", "B"),
    "waiting": ("#56B4E9", "w"),
    "opted-out": ("#E69F00", "O"),
    "left": ("#D55E00", "L"),
    "not-bound": ("#DADAD6", "n"),
    "under-investigation": ("#D55E00", "I"),
    "under-examination": ("#E69F00", "E"),
    "closed": ("#56B4E9", "c"),
    "elsewhere": ("#0072B2", "f"),
}
"""The colour and the letter of everything that a map can show."""

OUTLINED = frozenset({"elsewhere"})
"""What a map shows by an outline in its colour where it can: nothing happened in that State."""

NONE = ("#FFFFFF", "-")
"""Colour, which needs an outline, and letter of a State of which a map has nothing to show."""

NONE_IN_TERMINAL = "#A8A8A8"
"""Its colour where nothing has an outline, and where it should not outshine the rest."""


def readable_on(colour: str) -> str:
    """Return black or white, whichever is easier to read on a colour."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    light = 0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2
    return "#000000" if (light + 0.05) / 0.05 > 1.05 / (light + 0.05) else "#FFFFFF"
