"""What articles of the Statute are about, each in a line of our own words. Their text is the treaty's, not ours."""

import re

LAST = 128
"""The Statute's last article."""

_TYPED = re.compile(r"(?:art(?:icle)?s?[\s.:_-]*)(\d{1,3})[\s_-]*(bis|ter)?\s*(?:\([^)]*\)\s*)*", re.ASCII)


def article(text: str) -> str | None:
    """Return the article that a text names, as `127` or `15 bis`: `article-127`, `Art. 15bis`, `Art. 12(3)`."""
    found = _TYPED.fullmatch(text.strip().casefold())
    return " ".join(filter(None, [found[1].lstrip("0"), found[2]])) if found else None


def identifier(number: str) -> str:
    """Return the id of an article: `article-15-bis`."""
    return f"article-{number.replace(' ', '-')}"


def named(provisions: str) -> list[str]:
    """Return the articles that a list of provisions names: `8(2)(e)(xvi); 15 bis` are 8 and 15 bis."""
    return re.findall(r"\d+(?: bis| ter)?", re.sub(r"\([^)]*\)", "", provisions))


ARTICLES = {
    "1": ("The Court", "Sets up the Court, a permanent one that complements the courts of States."),
    "5": ("Crimes within the jurisdiction of the Court", "Names genocide, crimes against humanity, war crimes and "
          "aggression."),
    "6": ("Genocide", "Killing and other listed acts, done to destroy a national, ethnic, racial or religious group as "
          "such, in whole or in part."),
    "7": ("Crimes against humanity", "Murder, deportation, torture, apartheid and other listed acts, as part of a "
          "widespread or systematic attack against civilians."),
    "8": ("War crimes", "Grave breaches of the Geneva Conventions and other serious violations of the law of armed "
          "conflict, between States and within one. Some were added by amendment."),
    "8 bis": ("Crime of aggression", "Planning, preparing, starting or carrying out an act of aggression that is a "
              "manifest violation of the Charter of the United Nations, by one in control of what a State does."),
    "9": ("Elements of Crimes", "The Assembly adopts Elements that help the judges apply the definitions of crimes."),
    "11": ("Jurisdiction ratione temporis", "Only crimes after the Statute's entry into force; for a State that joined "
           "later, after its own, unless it has accepted more under Art. 12(3)."),
    "12": ("Preconditions to the exercise of jurisdiction", "A Party accepts jurisdiction. Without a referral by the "
           "Security Council, the State of the territory, of the ship or aircraft, or of nationality of the accused "
           "must be a Party or have accepted; a State that is no Party can do so by declaration (paragraph 3)."),
    "13": ("Exercise of jurisdiction", "Three ways to set the Court off: referral by a Party, referral by the Security "
           "Council, or the Prosecutor's own investigation."),
    "14": ("Referral of a situation by a State Party", "Any Party can ask the Prosecutor to investigate a situation."),
    "15": ("Prosecutor", "The Prosecutor can investigate without a referral, with leave of a Pre-Trial Chamber."),
    "15 bis": ("Exercise of jurisdiction over the crime of aggression (State referral, proprio motu)", "When the Court "
               "can hear aggression without the Security Council: since when, which States are left out, and how a "
               "Party opts out."),
    "15 ter": ("Exercise of jurisdiction over the crime of aggression (Security Council referral)", "When the Court "
               "can hear aggression that the Security Council refers."),
    "16": ("Deferral of investigation or prosecution", "The Security Council can stop the Court for twelve months, and "
           "again after that."),
    "17": ("Issues of admissibility", "A case is left to a State that genuinely investigates, prosecutes or has done "
           "so; nor is one heard that was tried before or is not grave enough."),
    "18": ("Preliminary rulings regarding admissibility", "Without a referral by the Security Council, the Prosecutor "
           "informs States before investigating, and one that acts itself can ask that the matter be left to it."),
    "19": ("Challenges to the jurisdiction of the Court or the admissibility of a case", "Who can say that the Court "
           "may not hear a case, how often and how late."),
    "20": ("Ne bis in idem", "Nobody is tried twice for the same, unless the first trial was to shield the person or "
           "was not a fair one."),
    "21": ("Applicable law", "What the judges apply, and in which order: the Statute, the Elements and the Rules "
           "first, then other international law, then principles drawn from national laws."),
    "22": ("Nullum crimen sine lege", "No crime without law: the conduct must have been a crime within jurisdiction "
           "when it took place, and definitions are read strictly."),
    "24": ("Non-retroactivity ratione personae", "Nobody answers under the Statute for conduct before its entry into "
           "force."),
    "25": ("Individual criminal responsibility", "Natural persons answer, for the ways of taking part that are listed; "
           "that of States is another matter."),
    "26": ("Exclusion of jurisdiction over persons under eighteen", "Whoever was under 18 on the day of the conduct is "
           "not judged."),
    "27": ("Irrelevance of official capacity", "Office held is no shield, not even for a head of State; immunities do "
           "not bar the Court."),
    "29": ("Non-applicability of statute of limitations", "The crimes do not lapse with time."),
    "39": ("Chambers", "How the judges form divisions and chambers."),
    "48": ("Privileges and immunities", "What the Court, its judges and staff enjoy on the territory of Parties."),
    "53": ("Initiation of an investigation", "What the Prosecutor weighs before investigating or prosecuting, and who "
           "reviews a refusal."),
    "58": ("Issuance by the Pre-Trial Chamber of a warrant of arrest or a summons to appear", "When judges seek or "
           "summon a person, and what the warrant or summons says."),
    "59": ("Arrest proceedings in the custodial State", "A Party asked to arrest does so at once; its own court checks "
           "the arrest and whom the warrant means, not whether it was rightly issued."),
    "70": ("Offences against the administration of justice", "False testimony, bribes and other offences against the "
           "Court's own work."),
    "86": ("General obligation to cooperate", "Parties cooperate fully with the Court."),
    "87": ("Requests for cooperation: general provisions", "How the Court asks Parties and invites others, and what "
           "follows when a State does not comply (paragraphs 5 and 7)."),
    "88": ("Availability of procedures under national law", "Parties see to it that their law allows cooperation."),
    "89": ("Surrender of persons to the Court", "The Court can ask any State where a person may be to arrest and "
           "surrender; Parties comply."),
    "90": ("Competing requests", "What a Party does that is asked for the same person by the Court and by a State."),
    "91": ("Contents of request for arrest and surrender", "What a request for arrest and surrender contains."),
    "98": ("Cooperation with respect to waiver of immunity and consent to surrender", "The Court does not ask a State "
           "to act against immunities it owes another State, or against agreements by which a State that sent a person "
           "must consent to surrender, unless that other State agrees."),
    "112": ("Assembly of States Parties", "What the Parties decide together, and how they vote."),
    "119": ("Settlement of disputes", "Who settles disputes on the Statute, or on the Court's judicial functions."),
    "120": ("Reservations", "None may be made."),
    "121": ("Amendments", "How the Statute is amended; most amendments bind all one year after seven eighths of the "
            "Parties have accepted, those of the crimes only who accepts (paragraphs 4 and 5)."),
    "122": ("Amendments to provisions of an institutional nature", "Listed articles on how the Court is set up are "
            "amended by two thirds of the Parties, for all of them."),
    "123": ("Review of the Statute", "Conferences that look at the Statute again, the first after seven years."),
    "124": ("Transitional Provision", "On joining, a State can keep war crimes by its nationals or on its territory "
            "out for seven years."),
    "125": ("Signature, ratification, acceptance, approval or accession", "How States sign and join; instruments go to "
            "the Secretary-General of the United Nations."),
    "126": ("Entry into force", "The first day of the month after the 60th day from the sixtieth deposit; for later "
            "States, from their own."),
    "127": ("Withdrawal", "A Party leaves by notice to the Secretary-General, one year after its receipt or later. "
            "What it owed before stays owed, cooperation in matters begun before included."),
    "128": ("Authentic texts", "The text counts alike in Arabic, Chinese, English, French, Russian and Spanish."),
}  # fmt: skip
"""Articles by number, each with its heading and what it is about."""
