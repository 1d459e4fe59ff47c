"""Colour means status, and only status; but on a map, what the map was asked to show.

Okabe and Ito's palette, told apart with any kind of colour vision.
"""

STATUS = {
    "not-yet-a-state": "#999999",
    "non-signatory": "#999999",
    "signatory": "#0072B2",
    "signatory-no-intent": "#CC79A7",
    "contracting-state": "#56B4E9",
    "state-party": "#009E73",
    "state-party-withdrawing": "#E69F00",
    "former-party": "#D55E00",
}

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
    "under-investigation": ("#D55E00", "I"),
    "under-examination": ("#E69F00", "E"),
    "closed": ("#56B4E9", "c"),
}
"""The colour and the letter of everything that a map can show."""

NONE = ("#DDDDDD", "-")
"""Colour and letter of a State of which a map has nothing to show."""


def readable_on(colour: str) -> str:
    """Return black or white, whichever is easier to read on a colour."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    light = 0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2
    return "#000000" if (light + 0.05) / 0.05 > 1.05 / (light + 0.05) else "#FFFFFF"
