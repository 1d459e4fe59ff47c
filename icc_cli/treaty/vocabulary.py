"""The closed vocabularies that every question needs: statuses, kinds of act, and how well a fact is proved.

What else is said in closed words stands in `icc_cli.treaty.details`.
"""

from collections.abc import Mapping
from enum import StrEnum


class Status(StrEnum):
    """Where a State stands on a day. Derived from acts by `icc_cli.treaty.status`, never stored in the YAML."""

    NOT_YET_A_STATE = "not-yet-a-state"
    NON_SIGNATORY = "non-signatory"
    SIGNATORY = "signatory"
    SIGNATORY_NO_INTENT = "signatory-no-intent"
    CONTRACTING_STATE = "contracting-state"
    STATE_PARTY = "state-party"
    STATE_PARTY_WITHDRAWING = "state-party-withdrawing"
    FORMER_PARTY = "former-party"


PARTY = (Status.STATE_PARTY, Status.STATE_PARTY_WITHDRAWING)
"""The two statuses that make a State Party: a State stays a party until its withdrawal takes effect (Art. 127(1))."""


class ActKind(StrEnum):
    """What an act is. Those of `STATUS_ACTS` move a State's status; the others never do.

    The steps in persons' cases are acts of the Court, too: their kinds are those of `details.ProceedingKind`, which
    most questions need not know.
    """

    SIGNATURE = "signature"
    RATIFICATION = "ratification"
    ACCEPTANCE = "acceptance"
    APPROVAL = "approval"
    ACCESSION = "accession"
    SUCCESSION = "succession"
    INSTRUMENT_WITHDRAWN = "instrument-withdrawn"
    NO_INTENT_DECLARATION = "no-intent-declaration"
    NO_INTENT_REVERSED = "no-intent-reversed"
    WITHDRAWAL_NOTICE = "withdrawal-notice"
    WITHDRAWAL_RESCINDED = "withdrawal-rescinded"
    WITHDRAWAL_ANNOUNCED = "withdrawal-announced"
    RESCISSION_ANNOUNCED = "rescission-announced"
    NO_INTENT_ANNOUNCED = "no-intent-announced"
    SIGNAL = "signal"
    JOINING_STEP = "joining-step"
    COURT_RULING = "court-ruling"
    DECLARATION = "declaration"
    OBJECTION = "objection"
    TERRITORIAL_APPLICATION = "territorial-application"
    TERRITORIAL_EXCLUSION = "territorial-exclusion"
    ARTICLE_124_DECLARATION = "article-124-declaration"
    ARTICLE_124_WITHDRAWN = "article-124-withdrawn"
    ARTICLE_12_3_DECLARATION = "article-12-3-declaration"
    AGGRESSION_OPT_OUT = "aggression-opt-out"
    AMENDMENT_CONSENT = "amendment-consent"
    APIC_SIGNATURE = "apic-signature"
    APIC_CONSENT = "apic-consent"
    APIC_DENUNCIATION = "apic-denunciation"
    APIC_DENUNCIATION_WITHDRAWN = "apic-denunciation-withdrawn"
    REFERRAL = "referral"
    HOSTILE_MEASURE = "hostile-measure"
    HOSTILE_MEASURE_LIFTED = "hostile-measure-lifted"
    NAME_CHANGE = "name-change"
    CONTEXT = "context"
    COOPERATION_DECISION = "cooperation-decision"


CONSENT_ACTS = (
    ActKind.RATIFICATION,
    ActKind.ACCEPTANCE,
    ActKind.APPROVAL,
    ActKind.ACCESSION,
    ActKind.SUCCESSION,
)
"""Acts by which a State consents to be bound (Art. 125(2), (3))."""

STATUS_ACTS = (
    ActKind.SIGNATURE,
    *CONSENT_ACTS,
    ActKind.INSTRUMENT_WITHDRAWN,
    ActKind.NO_INTENT_DECLARATION,
    ActKind.NO_INTENT_REVERSED,
    ActKind.WITHDRAWAL_NOTICE,
    ActKind.WITHDRAWAL_RESCINDED,
)

UNDOES: Mapping[ActKind, tuple[ActKind, ...]] = {
    ActKind.INSTRUMENT_WITHDRAWN: CONSENT_ACTS,
    ActKind.NO_INTENT_REVERSED: (ActKind.NO_INTENT_DECLARATION,),
    ActKind.WITHDRAWAL_RESCINDED: (ActKind.WITHDRAWAL_NOTICE,),
    ActKind.RESCISSION_ANNOUNCED: (ActKind.WITHDRAWAL_ANNOUNCED,),
    ActKind.ARTICLE_124_WITHDRAWN: (ActKind.ARTICLE_124_DECLARATION,),
    ActKind.APIC_DENUNCIATION_WITHDRAWN: (ActKind.APIC_DENUNCIATION,),
    ActKind.TERRITORIAL_APPLICATION: (ActKind.TERRITORIAL_EXCLUSION,),
    ActKind.DECLARATION: (ActKind.DECLARATION,),
    ActKind.JOINING_STEP: (ActKind.JOINING_STEP,),
    ActKind.SIGNAL: (ActKind.SIGNAL, ActKind.JOINING_STEP),
    ActKind.HOSTILE_MEASURE_LIFTED: (ActKind.HOSTILE_MEASURE,),
    ActKind.HOSTILE_MEASURE: (ActKind.HOSTILE_MEASURE_LIFTED,),
}
"""Which kinds of act each kind can cancel."""

REFUSED_ACTS: Mapping[str, str] = {
    "reservation": "the Statute admits no reservation (Art. 120); record a declaration as 'declaration'",
    "denunciation": "the Statute speaks of withdrawal (Art. 127); use 'withdrawal-notice'; "
    "of the Agreement on Privileges and Immunities (its Art. 37), 'apic-denunciation'",
    "definitive-signature": "every signature needs ratification, acceptance or approval (Art. 125(2)); use 'signature'",
    "formal-confirmation": "only States can join (Art. 125); use ratification, acceptance, approval or accession",
    "provisional-application": "the Statute knows no provisional application; record what the State filed",
}


class Confidence(StrEnum):
    """How well a fact is proved."""

    CONFIRMED = "confirmed"
    """By an official document, or by two independent sources."""
    REPORTED = "reported"
    """By one source."""
    DISPUTED = "disputed"
    """Sources disagree, and the depositary has not settled it."""
    SUPPOSED = "supposed"
    """It has not happened, and was supposed for an answer: of no fact on record."""


AGREEMENT = "agreement"
"""What the Agreement on the Privileges and Immunities of the Court goes by where amendments go by their ids."""

AGREEMENT_ACTS = (
    ActKind.APIC_SIGNATURE,
    ActKind.APIC_CONSENT,
    ActKind.APIC_DENUNCIATION,
    ActKind.APIC_DENUNCIATION_WITHDRAWN,
)
"""Acts of joining and leaving that Agreement."""
