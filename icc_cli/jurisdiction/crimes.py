"""The words in which an amendment names its crimes, and their tokens: `8(2)(e)(xix)` -> `8-2-e-xix`."""

import re

_NUMERAL = r"[ivxl]+"
_CRIME = rf"8\(2\)\(([a-e])\)\(({_NUMERAL})\)(?:-\(({_NUMERAL})\))?"  # compiled late: few questions need it
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}


def crime_tokens(articles: str) -> list[str]:
    """Return the tokens of the crimes an amendment adds: `8(2)(e)(xiii)-(xv)` -> `8-2-e-xiii`, `…-xiv`, `…-xv`."""
    found = []
    for letter, first, last in re.findall(_CRIME, articles):
        for number in range(_arabic(first), _arabic(last or first) + 1):
            found.append(f"8-2-{letter}-{_roman(number)}")
    return found


def _arabic(numeral: str) -> int:
    values = [_VALUES[sign] for sign in numeral]
    return sum(-v if v < max(values[n:]) else v for n, v in enumerate(values))


def _roman(number: int) -> str:
    text = ""
    for value, sign in ((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        text += sign * (number // value)
        number %= value
    return text
