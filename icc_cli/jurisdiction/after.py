"""What a lawyer asks next: who can set it off, stop it, challenge it, arrest."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from icc_cli.jurisdiction.inputs import Crime, Question
from icc_cli.jurisdiction.notes import TriggerFact
from icc_cli.jurisdiction.trace import LegalBasis, Verdict
from icc_cli.treaty.fields import Fields


class Next(StrEnum):
    """What is asked next."""

    TRIGGER = "trigger"
    """Who can set it off, and with whose leave."""
    DEFERRAL_TO_STATE = "deferral-to-a-state"
    """Whether a State can take it over."""
    DEFERRAL_BY_COUNCIL = "deferral-by-the-council"
    """Whether the Security Council can stop it."""
    CHALLENGE = "challenge"
    """Who may challenge jurisdiction or admissibility."""
    COOPERATION = "cooperation"
    """Who must arrest and help."""
    IMMUNITY = "immunity"
    """Whether office protects."""
    NOT_ANSWERED = "not-answered"
    """What this answer leaves out."""


class NextQuestion(Fields, kw_only=False):
    """A question that follows, with its articles and its answer in words."""

    about: Next
    """What it is about."""
    articles: tuple[str, ...]
    """The articles of the Statute."""
    says: str
    """The answer, in words."""


_OPEN = "What is open needs no further referral or leave"
_CLOSED = "What was investigated there has been closed"
_TRIGGER = (
    "Any State Party can refer it, without leave; the Prosecutor can begin without a referral, with leave of the "
    "Pre-Trial Chamber; the Security Council can refer it. A declaration under Art. 12(3) alone opens nothing"
)
_AGGRESSION = (
    "A State Party can refer it, or the Prosecutor begin, only through the steps of Art. 15 bis; the Security Council "
    "can refer it (Art. 15 ter)"
)
_TO_STATE = (
    "Within a month of the Prosecutor's notice a State can ask that the matter be left to its own investigations; the "
    "Pre-Trial Chamber can let the Prosecutor go on all the same"
)
_NOT_TO_STATE = "On a referral by the Security Council no State is asked whether it takes the case over"
_COUNCIL = "The Security Council can stop an investigation or prosecution for twelve months at a time"
_CHALLENGE = (
    "An accused or a person under a warrant or summons; a State that has jurisdiction and investigates or prosecutes, "
    "or has done so; a State whose acceptance is required"
)
_COOPERATION = (
    "Parties in full; a State that accepted under Art. 12(3) for that matter; one that left, for what had begun "
    "before; others if they agree, or if the Council obliges them: icc cooperation STATE"
)
_IMMUNITY = (
    "Office is no bar. The Appeals Chamber (Jordan, 6 May 2019, ICC-02/05-01/09-397, paras 1 and 7) and Pre-Trial "
    "Chamber II (Mongolia, 24 Oct 2024) held that no immunity stands against arrest; several States contest that for "
    "officials of non-Parties. It is a question of arrest, not of jurisdiction"
)
_NOT_ANSWERED = (
    "Whether a national court comes first, whether it is grave enough, what the Prosecutor gives priority to, what can "
    "be proved"
)


def next_questions(
    q: Question, verdict: Verdict, grounds: Sequence[LegalBasis], triggers: Sequence[TriggerFact]
) -> tuple[NextQuestion, ...]:
    """Return the questions that follow an answer; after a no there are none."""
    if verdict == Verdict.NO or q.crime == Crime.ADMINISTRATION_OF_JUSTICE:
        return ()
    trigger, articles = _TRIGGER, ("13", "14", "15")
    if q.crime == Crime.AGGRESSION:
        trigger, articles = _AGGRESSION, ("13", "15 bis", "15 ter")
    elif triggers:
        known = _CLOSED if all(one.closed for one in triggers) else _OPEN
        trigger = f"{known}. For all else: {_TRIGGER[0].lower()}{_TRIGGER[1:]}"
    # Art. 18(1) is about what came by Art. 13(a) or (c), whatever else would found jurisdiction.
    ways: set[str] = {*(one.article for one in triggers)} or {one.link for one in grounds if one.verdict == verdict}
    to_state = _NOT_TO_STATE if ways == {"13(b)"} else _TO_STATE
    return (
        NextQuestion(Next.TRIGGER, articles, trigger),
        NextQuestion(Next.DEFERRAL_TO_STATE, ("18(1)", "18(2)"), to_state),
        NextQuestion(Next.DEFERRAL_BY_COUNCIL, ("16",), _COUNCIL),
        NextQuestion(Next.CHALLENGE, ("19(2)",), _CHALLENGE),
        NextQuestion(Next.COOPERATION, ("86", "87(5)", "12(3)", "127(2)"), _COOPERATION),
        NextQuestion(Next.IMMUNITY, ("27", "98(1)"), _IMMUNITY),
        NextQuestion(Next.NOT_ANSWERED, ("17", "53"), _NOT_ANSWERED),
    )
