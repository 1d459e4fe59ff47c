"""What crimes are called: by people, in Arts. 6 to 8; and by amendments, as tokens: `8(2)(e)(xix)` -> `8-2-e-xix`."""

import re
from collections.abc import Mapping

from icc_cli.treaty.naming import fold

_PROVISIONS = {
    "apartheid": "7(1)(j)",
    "attacking-civilians": "8(2)(b)(i), 8(2)(e)(i)",
    "attacking-hospitals": "8(2)(b)(ix), 8(2)(e)(iv)",
    "biological-weapons": "8(2)(b)(xxvii), 8(2)(e)(xvi)",
    "chemical-weapons": "8(2)(b)(xviii), 8(2)(e)(xiv)",
    "child-soldiers": "8(2)(b)(xxvi), 8(2)(e)(vii)",
    "cruel-treatment": "8(2)(c)(i)",
    "deportation": "7(1)(d), 8(2)(a)(vii), 8(2)(b)(viii)",
    "enforced-disappearance": "7(1)(i)",
    "enforced-prostitution": "7(1)(g), 8(2)(b)(xxii), 8(2)(e)(vi)",
    "enslavement": "7(1)(c)",
    "extermination": "7(1)(b)",
    "forced-displacement": "7(1)(d), 8(2)(a)(vii), 8(2)(b)(viii), 8(2)(e)(viii)",
    "forced-pregnancy": "7(1)(g), 8(2)(b)(xxii), 8(2)(e)(vi)",
    "forcible-transfer": "6(e), 7(1)(d), 8(2)(a)(vii), 8(2)(b)(viii)",
    "hostage-taking": "8(2)(a)(viii), 8(2)(c)(iii)",
    "human-shields": "8(2)(b)(xxiii)",
    "human-trafficking": "7(1)(c), 7(2)(c)",
    "imprisonment": "7(1)(e)",
    "inhumane-acts": "7(1)(k)",
    "killing": "6(a), 7(1)(a), 8(2)(a)(i), 8(2)(c)(i)",
    "murder": "7(1)(a), 8(2)(c)(i)",
    "mutilation": "8(2)(b)(x), 8(2)(c)(i), 8(2)(e)(xi)",
    "outrages-upon-dignity": "8(2)(b)(xxi), 8(2)(c)(ii)",
    "persecution": "7(1)(h)",
    "pillage": "8(2)(b)(xvi), 8(2)(e)(v)",
    "poison": "8(2)(b)(xvii), 8(2)(e)(xiii)",
    "rape": "7(1)(g), 8(2)(b)(xxii), 8(2)(e)(vi)",
    "sexual-slavery": "7(1)(g), 8(2)(b)(xxii), 8(2)(e)(vi)",
    "sexual-violence": "7(1)(g), 8(2)(b)(xxii), 8(2)(e)(vi)",
    "slavery": "7(1)(c), 7(2)(c)",
    "starvation": "8(2)(b)(xxv), 8(2)(e)(xix)",
    "torture": "7(1)(f), 8(2)(a)(ii), 8(2)(c)(i)",
    "wilful-killing": "8(2)(a)(i)",
}
"""Where Arts. 6 to 8 have what people call a crime of its own."""
_ALSO = {
    "apartheid-as-such": "apartheid",
    "child-recruitment": "child-soldiers",
    "disappearance": "enforced-disappearance",
    "disappearances": "enforced-disappearance",
    "displacement": "forced-displacement",
    "forced-transfer": "forcible-transfer",
    "hostages": "hostage-taking",
    "pillaging": "pillage",
    "plunder": "pillage",
    "taking-hostages": "hostage-taking",
    "trafficking": "human-trafficking",
}
_CRIMES = {"6": "genocide", "7": "crimes-against-humanity", "8": "war-crimes"}


def provisions(word: str) -> tuple[str, list[str]]:
    """Return the provisions of Arts. 6 to 8 that a word stands for, and the crimes of Art. 5 that they belong to."""
    found = _PROVISIONS.get(_ALSO.get(word, word), "")
    return found, list(dict.fromkeys(_CRIMES[one[0]] for one in found.split(", ") if one))


NAMED = (*_PROVISIONS, *_ALSO)
"""The words that `provisions` knows."""
ADDED_WORDS = ("poison", "gas", "bullets", "biological", "fragments", "lasers", "starvation")
"""Words for the war crimes that amendments added."""
_NUMERAL = r"[ivxl]+"
_CRIME = rf"8\(2\)\(([a-e])\)\(({_NUMERAL})\)(?:-\(({_NUMERAL})\))?"  # compiled late: few questions need it
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}


def added_crimes(value: str, known: Mapping[str, str]) -> list[str]:
    """Return the tokens meant: one as written, or all those of the amendment whose name has these words.

    `known` has the amendment's id and title by token.
    """
    token = value.casefold().replace("(", "-").replace(")", "").strip("-")
    if token in known:
        return [token]
    words = {*fold(value).split()}
    named = {name for name in known.values() if words and words <= {*fold(name).split()}}
    return [token for token, name in known.items() if named == {name}]


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
