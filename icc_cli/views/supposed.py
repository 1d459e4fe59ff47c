"""Acts that are only supposed, in words: what is supposed, what follows from it, and by which article."""

from collections.abc import Iterable, Mapping

from icc_cli.output.report import Assumed
from icc_cli.treaty import labels
from icc_cli.treaty.dates import spell
from icc_cli.treaty.supposing import SupposedAct
from icc_cli.views import words


def told(supposed: Iterable[SupposedAct], names: Mapping[str, str]) -> tuple[Assumed, ...]:
    """Return each act with a sentence that says what is supposed: `Argentina: notice of withdrawal on 1 Dec 2026 …`."""
    return tuple(Assumed(one, _sentence(one, names)) for one in supposed)


def _sentence(one: SupposedAct, names: Mapping[str, str]) -> str:
    act = words.small(labels.ACT[one.act])
    about = f" ({one.amendment})" if one.amendment else ""
    then = f", with effect on {spell(one.effect)}" if one.effect else ""
    since = f", for what happened from {spell(one.accepts_from)}" if one.accepts_from else ""
    return f"{names[one.iso3]}, {act}{about} on {spell(one.done)}{then}{since} ({one.article})"
