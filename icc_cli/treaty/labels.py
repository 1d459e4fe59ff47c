"""What each word of the closed vocabularies is called when people read it. Keys are the words themselves."""

STATUS = {
    "not-yet-a-state": "not yet a State",
    "non-signatory": "neither signed nor joined",
    "signatory": "signatory",
    "signatory-no-intent": "signatory, will not join",
    "contracting-state": "joined, not yet in force",
    "state-party": "State Party",
    "state-party-withdrawing": "State Party, withdrawing",
    "former-party": "former party",
}

STATUS_OF_MANY = STATUS | {
    "not-yet-a-state": "not yet States",
    "signatory": "signatories",
    "signatory-no-intent": "signatories, will not join",
    "state-party": "States Parties",
    "state-party-withdrawing": "States Parties, withdrawing",
    "former-party": "former parties",
}
"""What a status of several States is called, or of none."""

REGION = {
    "African": "African",
    "Asia-Pacific": "Asia-Pacific",
    "Eastern European": "Eastern European",
    "GRULAC": "Latin America and the Caribbean",
    "WEOG": "Western European and other States",
}

ACT = {
    "signature": "Signature",
    "ratification": "Ratification deposited",
    "acceptance": "Acceptance deposited",
    "approval": "Approval deposited",
    "accession": "Accession deposited",
    "succession": "Succession notified",
    "instrument-withdrawn": "Instrument withdrawn before entry into force",
    "no-intent-declaration": "Signature disowned",
    "no-intent-reversed": "Disowning of the signature withdrawn",
    "withdrawal-notice": "Notice of withdrawal",
    "withdrawal-rescinded": "Notice withdrawn",
    "withdrawal-announced": "Withdrawal announced",
    "rescission-announced": "Withdrawal of the notice announced",
    "no-intent-announced": "Disowning of the signature announced",
    "signal": "Signal",
    "joining-step": "Step towards joining",
    "court-ruling": "Court ruling",
    "declaration": "Declaration",
    "objection": "Objection",
    "territorial-application": "Territorial application",
    "territorial-exclusion": "Territorial exclusion",
    "article-124-declaration": "Article 124 declaration: war crimes left out for seven years",
    "article-124-withdrawn": "Article 124 declaration withdrawn",
    "article-12-3-declaration": "Article 12(3) declaration accepting jurisdiction",
    "aggression-opt-out": "Opt-out from aggression jurisdiction (Art. 15 bis(4))",
    "amendment-consent": "Consent to an amendment",
    "apic-signature": "Privileges agreement signed",
    "apic-consent": "Privileges agreement joined",
    "apic-denunciation": "Privileges agreement denounced",
    "apic-denunciation-withdrawn": "Denunciation of the privileges agreement withdrawn",
    "referral": "Referral to the Prosecutor",
    "hostile-measure": "Measure against the Court",
    "hostile-measure-lifted": "Measure against the Court lifted",
    "name-change": "Name changed",
    "context": "Context",
}

DONE = {
    "signature": "signed",
    "ratification": "ratified",
    "acceptance": "accepted",
    "approval": "approved",
    "accession": "acceded",
    "succession": "succeeded",
    "instrument-withdrawn": "withdrawn",
    "no-intent-declaration": "signature disowned",
    "no-intent-reversed": "disowning withdrawn",
    "withdrawal-notice": "notice",
    "withdrawal-rescinded": "notice withdrawn",
    "article-12-3-declaration": "Art. 12(3)",
}
"""Acts that a timeline shows, in the fewest words."""

TIE = {
    "bound": "bound",
    "waiting": "consented, not yet bound",
    "opted-out": "opted out",
    "left": "consented, left the Statute",
}

MATTER = {
    "under-investigation": "under investigation",
    "under-examination": "under preliminary examination",
    "closed": "closed",
}

DECLARATION = {
    "interpretative": "interpretative",
    "article-87": "Art. 87",
    "article-87-channel": "Art. 87 channel",
    "article-87-language": "Art. 87 language",
    "article-103-sentences": "Art. 103 sentences",
    "understanding-on-non-recognition": "non-recognition",
    "territorial": "territorial, on an amendment",
    "other": "other",
    "unspecified": "not known",
    "objection": "objection",
    "territorial-application": "territorial application",
    "territorial-exclusion": "territorial exclusion",
}

RECEPTION = {
    "acted-on": "acted on",
    "confirms-earlier": "confirms an earlier one",
    "received": "received",
    "not-acted-on": "not acted on",
    "rejected": "rejected",
}

OUTCOME = {
    "investigation-opened": "investigation opened",
    "closed-inadmissible": "closed: not admissible",
    "closed-no-basis": "closed: no basis to proceed",
    "absorbed": "absorbed in an open investigation",
}

URL_KNOWN = {
    "seen": "from a source that prints it",
    "pattern": "built from the symbol, not seen",
    "copy": "as that of a copy, not the issuer's",
}

SITUATION = {
    "situation": "investigation",
    "examination": "preliminary examination",
}

TRIGGER = {
    "self-referral": "self-referral",
    "state-referral": "State referral",
    "unsc-referral": "Security Council referral",
    "proprio-motu": "proprio motu",
    "communications": "communications received",
    "article-12-3": "Article 12(3) declaration",
}
