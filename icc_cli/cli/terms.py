"""The glossary: terms of the treaty and of this record, for `icc help glossary`, `man icc` and docs/glossary.md."""

TERMS = {
    "accession": "Consent to be bound without having signed before (Art. 125(3)).",
    "acceptance, approval": "Ratification under another name, where a State's own law has it so (Art. 125(2)).",
    "Agreement on Privileges and Immunities": "A treaty of its own, of 9 September 2002, on how parties treat the "
    "Court, its staff and those who appear before it (Art. 48). States outside the Statute may join it.",
    "Article 12(3) declaration": "A State that is not a Party accepts the Court's jurisdiction over a crime. It does "
    "not make it a Party.",
    "Article 124": "On joining, a State can keep war crimes by its nationals or on its territory out of the Court's "
    "jurisdiction for seven years. An amendment adopted in 2015 deletes the article once it is in force.",
    "at large": "Under a public warrant, and neither surrendered to the Court nor appeared before it; also whom a "
    "State has arrested, as that is not surrender. In JSON: at-large.",
    "confirmed": "An official document proves the fact, or two independent sources do.",
    "contracting State": "A State that has consented to be bound; here, one for which the Statute is not yet in force.",
    "declaration": "What a State says on joining, or later, about how it understands or will apply the treaty. The "
    "Statute admits no reservations (Art. 120).",
    "deposit": "Handing an instrument to the depositary. Its day counts, not that of a vote or a signature at home.",
    "depositary": "The Secretary-General of the United Nations, with whom instruments and notices are deposited "
    "(Art. 125, 127).",
    "depositary notification": "The note, numbered C.N., by which the depositary informs all States of an act.",
    "disputed": "Sources disagree and the depositary has not settled it. In tables: †, and both values are shown.",
    "entry into force": "From this day the treaty binds. For the Statute itself 1 July 2002; for a State that joins, "
    "the first day of the month after the sixtieth day after its deposit (Art. 126).",
    "expected": "What follows from the acts on record for a day after the record was last checked; a notice withdrawn "
    "would change it. In JSON: projected.",
    "former party": "A State whose withdrawal has taken effect.",
    "instrument": "The document by which a State consents: of ratification, acceptance, approval or accession.",
    "jurisdiction": "Whether the Court may hear a case at all: crime, time, and place or nationality, or a referral by "
    "the Security Council (Art. 5, 11 to 13). It is not admissibility (Art. 17).",
    "notice of withdrawal": "A State informs the depositary that it leaves. It is out one year after receipt, or later "
    "if the notice says so, and owes what arose before (Art. 127).",
    "notice withdrawn": "The State withdraws its notice before it takes effect, and never ceases to be a Party. In "
    "JSON: rescinded.",
    "opt-out": "A State Party declares that it does not accept jurisdiction over aggression (Art. 15 bis(4)).",
    "party since": "The day from which a State has been a Party without a break; a notice that was withdrawn does not "
    "interrupt it.",
    "preliminary examination": "The Prosecutor looks whether there is reason to investigate (Art. 15(2), 53(1)).",
    "proprio motu": "The Prosecutor opens an investigation on the Office's own initiative, with leave of the judges "
    "(Art. 15).",
    "referral": "A State Party (Art. 14) or the Security Council (Art. 13(b)) asks the Prosecutor to investigate.",
    "regional groups": "African; Asia-Pacific; Eastern European; Latin America and the Caribbean (GRULAC); Western "
    "European and other States (WEOG): where States sit in the Assembly of States Parties.",
    "reported": "One source says so. In tables: °.",
    "signatory": "A State that has signed and not yet consented to be bound. It may not defeat the treaty's object and "
    "purpose (Vienna Convention, Art. 18).",
    "signature disowned": "A signatory informs the depositary that it does not intend to become a party, so that "
    "nothing follows from its signature. Outcome: will not join. In JSON: no-intent, unsigned.",
    "situation": "Place and time of what the Prosecutor investigates. Cases against persons arise within one.",
    "State Party": "A State for which the Statute is in force.",
    "succession": "A new State takes over a treaty that its predecessor had joined.",
    "territorial exclusion, application": "A Party says that the treaty does not, or does, extend to a territory "
    "(Vienna Convention, Art. 29).",
    "UNTC": "The United Nations Treaty Collection. The Statute is number XVIII.10 there, its amendments XVIII.10.a and "
    "on, the Agreement XVIII.13.",
    "+1": "One document more than the one shown; where there is room: and 1 more.",
}
"""Each term with what it means, in alphabetical order but for signs."""
