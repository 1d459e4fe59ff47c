"""`icc when` in words."""

from icc_cli.page.blocks import Block, Column, Line
from icc_cli.queries.when import Reckoning, When
from icc_cli.treaty.dates import spell
from icc_cli.views import words

_TITLES = {
    Reckoning.JOINING: "Joining the Rome Statute",
    Reckoning.WITHDRAWAL: "Withdrawing from the Rome Statute",
    Reckoning.AMENDMENT: "Consent to an amendment of crimes",
}


def page(found: When) -> list[Block]:
    """Return the answer in a line, and below it the steps that lead there."""
    rows = words.table(
        found.steps,
        (Column(right=True), lambda step: spell(step.day)),
        (Column(wraps=True), lambda step: step.says),
        (Column(under=1), lambda step: step.article),
    )
    return [
        words.heading(_TITLES[found.what], f"on {spell(found.day)}"),
        Line(f"Effect on {spell(found.effect)}, after {words.count(found.days, 'day')} ({found.article})."),
        Line(),
        rows,
    ]
