"""The colours of the map are told apart by everyone: in colour, without red or green, in greys; and by letters."""

from itertools import combinations

import pytest

from icc_cli.page.palette import LETTER, NONE, NONE_IN_TERMINAL, STATUS

SIGHTS = {
    "all": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
}
"""What becomes of red, green and blue (Machado, Oliveira and Fernandes 2009, severity 1)."""
Colour = tuple[float, float, float]
DRAWN = {**STATUS, "no act on record": NONE[0]}
DRAWN.pop("not-yet-a-state")  # drawn as what it is too: neither signed nor joined


def linear(colour: str) -> Colour:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    bend = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (red, green, blue)]
    return bend[0], bend[1], bend[2]


def seen(colour: Colour, sight: str) -> Colour:
    red, green, blue = (sum(x * y for x, y in zip(row, colour, strict=True)) for row in SIGHTS[sight])
    return red, green, blue


def light(colour: Colour) -> float:
    return 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2]


def contrast(one: str, other: str) -> float:
    dark, bright = sorted((light(linear(one)), light(linear(other))))
    return (bright + 0.05) / (dark + 0.05)


def lab(colour: Colour) -> Colour:
    red, green, blue = (min(1.0, max(0.0, part)) for part in colour)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (
        value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116
        for value in (x, light((red, green, blue)), z)
    )
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def apart(one: str, other: str, sight: str) -> float:
    """Return how far two colours are from each other (CIE 1976); 2.3 is just seen side by side."""
    pair = [lab(seen(linear(colour), sight)) for colour in (one, other)]
    return float(sum((a - b) ** 2 for a, b in zip(*pair, strict=True)) ** 0.5)


@pytest.mark.parametrize("sight", SIGHTS)
def test_every_two_statuses_have_colours_that_are_told_apart(sight: str) -> None:
    near = {(one, other): apart(DRAWN[one], DRAWN[other], sight) for one, other in combinations(DRAWN, 2)}
    assert {pair: far for pair, far in near.items() if far < 12} == {}


def test_every_two_statuses_are_told_apart_in_greys() -> None:
    near = {pair: contrast(*(DRAWN[one] for one in pair)) for pair in combinations(DRAWN, 2)}
    assert {pair: ratio for pair, ratio in near.items() if ratio < 1.25} == {}


def test_a_state_party_stands_out_from_a_state_that_neither_signed_nor_joined() -> None:
    assert contrast(STATUS["state-party"], STATUS["non-signatory"]) >= 1.8


def test_every_status_has_a_letter_of_its_own_where_colours_fail() -> None:
    assert len(set(LETTER.values()) | {NONE[1]}) == len(STATUS) + 1


@pytest.mark.parametrize("sight", SIGHTS)
def test_what_has_no_outline_in_a_terminal_has_a_colour_of_its_own_there(sight: str) -> None:
    assert min(apart(NONE_IN_TERMINAL, colour, sight) for colour in STATUS.values()) >= 12
