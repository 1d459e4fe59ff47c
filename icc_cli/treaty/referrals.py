"""A situation's referrals as acts: written once, in the situation's file, they are acts of whoever made them."""

from collections.abc import Iterable

from icc_cli.treaty.details import Trigger
from icc_cli.treaty.model import Act, Referral, Situation
from icc_cli.treaty.vocabulary import ActKind

_BODY_CODES = {"Security Council": "UNSC"}


def referral_acts(situation: Situation) -> Iterable[tuple[Act, str | None]]:
    """Return each State's or body's referral of a situation as an act, with the State (None for a body)."""
    for referral in situation.referrals:
        for iso3 in referral.by or (None,):
            who = iso3 or _BODY_CODES.get(referral.body or "", "BODY")
            yield _act(situation, referral, who), iso3


def _act(situation: Situation, referral: Referral, who: str) -> Act:
    itself = situation.trigger == Trigger.SELF_REFERRAL and who in situation.states
    return Act(
        **{name: value for name, value in referral._asdict().items() if name in Act._fields},
        id=f"{who}-{referral.done}-referral-{situation.id.removeprefix('pe-')}",
        act=ActKind.REFERRAL,
        title=f"Referral to the Prosecutor: {'its own situation' if itself else situation.name}",
        concerns=() if itself else situation.states,
        situation=situation.id,
    )
