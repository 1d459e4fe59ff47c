"""Writes docs/jurisdiction.md: the rules as `icc jurisdiction --explain` tells them, and where this program differs."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from icc_cli.database.opening import CHECKOUT, open_store
from icc_cli.jurisdiction.facts import Facts
from icc_cli.jurisdiction.notes import LIMITS
from icc_cli.jurisdiction.rules import RULES, Rule
from icc_cli.queries.acts import Source

PAGE = Path(__file__).parents[2] / "docs" / "jurisdiction.md"
DIFFERS = Path(__file__).parents[2] / "docs" / "jurisdiction-cases.md"

HEAD = """\
# Could the Court have jurisdiction?

`icc jurisdiction` walks these rules over the dataset. Written by `python -m tools.docs`; edit
`icc_cli/jurisdiction/rules.py` or, for the last part, `docs/jurisdiction-cases.md`.

{limits}

Answers: `yes` (a settled basis), `yes-with-caveat` (limited in scope, or under live challenge), `contested` (a point
that nobody has settled), `no` (no basis, or an absolute bar). The best ground wins; every ground is told.
"""


def page() -> str:
    """Return the whole page."""
    told = written(RULES.values(), Facts(open_store(CHECKOUT)).authority)
    return "\n".join([HEAD.format(limits=" ".join(LIMITS)), *told, DIFFERS.read_text(encoding="utf-8")])


def written(rules: Iterable[Rule], authority: Callable[[str], Sequence[Source]]) -> Iterator[str]:
    """Return the section of each rule, with its documents."""
    for rule in rules:
        documents = "; ".join(source.symbol or source.title for source in authority(rule.rule))
        yield f"## {rule.rule} {rule.title}\n\n*{rule.articles}*\n\n{rule.says}\n\nAuthorities: {documents}.\n"
