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
    "cooperation-decision": "Decision on cooperation",
    "warrant-issued": "Warrant of arrest issued",
    "warrant-unsealed": "Warrant made public",
    "warrant-amended": "Warrant amended",
    "warrant-withdrawn": "Warrant withdrawn",
    "warrant-cancelled": "Warrant cancelled",
    "summons": "Summons to appear issued",
    "summons-unsealed": "Summons made public",
    "arrest-attempted": "Arrest attempted",
    "arrested": "Arrested",
    "surrendered": "Surrendered to the Court",
    "appeared": "First appearance",
    "case-severed": "Case severed",
    "case-admissible": "Case found admissible",
    "case-inadmissible": "Case found inadmissible",
    "hearing-postponed": "Hearing postponed",
    "found-fit": "Found fit to take part",
    "confirmation-hearing": "Hearing on the charges",
    "charges-confirmed": "Charges confirmed",
    "charges-not-confirmed": "Charges not confirmed",
    "charges-withdrawn": "Charges withdrawn",
    "status-conference": "Status conference",
    "trial-date-set": "Day of the trial set",
    "directions": "Directions for the trial",
    "trial-opened": "Trial opened",
    "deliberations": "Judges deliberate",
    "convicted": "Convicted",
    "acquitted": "Acquitted",
    "sentenced": "Sentenced",
    "sentence-reduced": "Sentence reduced",
    "appeal-filed": "Appeal filed",
    "appeal-refused": "Leave to appeal refused",
    "appeal-judgment": "Judgment on appeal",
    "appeals-discontinued": "Appeals discontinued",
    "interim-release": "Interim release",
    "interim-release-refused": "Interim release refused",
    "transferred-to-serve": "Transferred to serve the sentence",
    "sentence-served": "Sentence served",
    "released": "Released",
    "proceedings-terminated": "Proceedings terminated",
    "died": "Died",
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
    "not-bound": "State Party, not bound",
}

MATTER = {
    "under-investigation": "under investigation",
    "under-examination": "under preliminary examination",
    "closed": "closed",
    "elsewhere": "concerned by flag or nationals alone",
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

CHARGE = {
    "genocide": "genocide",
    "crimes-against-humanity": "crimes against humanity",
    "war-crimes": "war crimes",
    "aggression": "aggression",
    "administration-of-justice": "offences against the administration of justice",
}

RULING = {
    "found": "failure to cooperate found",
    "not-found": "no failure to cooperate found",
    "shortfall": "conduct found short of cooperation",
    "informed": "Council or Assembly informed",
    "referred": "finding referred",
    "set-aside": "earlier decision set aside",
    "upheld": "earlier decision upheld",
}

FORUM = {
    "assembly": "Assembly of States Parties",
    "council": "Security Council",
}

PACT = {
    "sentences": "enforcement of sentences",
    "interim-release": "interim release",
    "release": "release of persons",
    "non-surrender": "non-surrender (Art. 98(2))",
}

VISIT = {
    "visit": "visit",
    "overflight": "overflight",
}

PROVISION = {
    "yes": "provides for cooperation",
    "no": "does not provide for cooperation",
}

STAGE = {
    "summoned": "summoned",
    "at-large": "at large",
    "held-nationally": "arrested by a State",
    "in-custody": "in the Court's custody",
    "interim-release": "on interim release",
    "on-trial": "on trial",
    "convicted": "convicted",
    "acquitted": "acquitted",
    "served": "sentence served",
    "charges-not-confirmed": "charges not confirmed",
    "terminated": "proceedings ended",
    "inadmissible": "case inadmissible",
    "withdrawn": "warrant withdrawn",
    "died": "ended on death",
}
