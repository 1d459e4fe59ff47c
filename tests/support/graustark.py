"""What Graustark, an imaginary State, may do, act by act, and where the small dataset has it written."""

from collections.abc import Callable

from tests.support.datadir import SMALL, act

Judge = Callable[..., list[str]]
"""Takes acts of Graustark and further keys of its file; returns what is wrong."""

GRAUSTARK = "states/GRA.yaml"
RURITANIA = "states/RUR.yaml"
STRELSAU = "situations/strelsau.yaml"
EXAMINATION = "situations/pe-strelsau.yaml"

SIGNED = act("signature", "1999-01-13")
RATIFIED = act("ratification", "2004-09-21", effect="2004-12-01")
NOTICE = act("withdrawal-notice", "2016-10-27", effect="2017-10-27")
RESCINDED = act("withdrawal-rescinded", "2017-02-10", undoes="GRA-2016-10-27-withdrawal-notice")
ACCEDED = act("accession", "2019-03-04", effect="2019-06-01")
BORN = "{day: 2006-06-03, sources: [gazette]}"
"""Its independence, for tests in which it is a young State."""


def consent(done: str, effect: str = "", to: str = "aggression-2010", **keys: str) -> str:
    """Write a consent to an amendment."""
    return act("amendment-consent", done, effect=effect, amendment=to, instrument="acceptance", **keys)


def doing(*acts: str, **keys: str) -> str:
    """Return Graustark's file with these acts, one a line, and further keys."""
    head = "".join(f"{key.replace('_', '-')}: {value}\n" for key, value in keys.items())
    lines = "".join(f"  - {line}\n" for line in acts)
    return f"{SMALL[GRAUSTARK]}acts:\n{lines}{head}"


def line(number: int) -> str:
    """Return where Graustark's first, second, … act is written, as problems begin."""
    return f"{GRAUSTARK}:{SMALL[GRAUSTARK].count(chr(10)) + 1 + number}: "
