"""Writes docs/cooperation.md: the rules of duties to cooperate as `icc cooperation --explain` has them."""

from pathlib import Path

from icc_cli.cooperation.facts import Facts
from icc_cli.cooperation.notes import LIMITS
from icc_cli.cooperation.rules import RULES
from icc_cli.cooperation.trace import Duty
from icc_cli.database.opening import CHECKOUT, open_store
from icc_cli.treaty.described import meanings
from tools.docs.rules import written

PAGE = Path(__file__).parents[2] / "docs" / "cooperation.md"

HEAD = """\
# Which State must arrest?

`icc cooperation STATE --person PERSON --on DAY` walks these rules over the dataset, as it was known on the day: whether
the person was sought, and whether the State had to arrest and surrender. Without a person it shows what the State owed
the Court. Written by `python -m tools.docs`; edit `icc_cli/cooperation/rules.py`.

{limits}

| duty | what obliges the State |
|---|---|
{duties}

With a person, the verdict is `must`, `contested` (the duty rests on an acceptance or decision that is itself contested)
or `need-not` (exit code 1). The strongest duty counts.
"""


def page() -> str:
    """Return the whole page."""
    store = open_store(CHECKOUT)
    duties = "\n".join(f"| `{duty}` | {text} |" for duty, text in meanings(Duty).items())
    head = HEAD.format(limits=" ".join(LIMITS), duties=duties)
    return "\n".join([head, *written(RULES.values(), Facts(store, store.checked).authority)])
