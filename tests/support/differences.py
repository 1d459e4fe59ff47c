"""Where the dataset differs from the collected evidence on purpose, and why."""

UPGRADED = {
    "KEN-2015-11-30-aggression-opt-out": ("crimeofaggression-kenya-2016", "a second, independent source was found"),
    "PSE-2018-05-22-referral-palestine": (
        "otp-statement-2018-05-22",
        "the statement says that it was received that day",
    ),
    "duterte-2026-04-23-charges-confirmed": (
        "philstar-2026-05-23-duterte",
        "two independent papers report it, and the step of the case stands for the event",
    ),
}
"""Acts of `medium` rows that are confirmed: the document that was found since, and why it is enough."""

DOWNGRADED = {
    "UKR-2016-06-02-joining-step": "only a blog of the day proves it; the law itself was not found",
}
"""Acts of `high` rows that are only reported, and why."""

PROVED_LEADS = {
    ("examinations", "pe-kenya"): ("union-tribune-2011-01-19-kenya", "reported"),
    ("examinations", "pe-cote-divoire"): ("otp-statement-2011-06-22", "confirmed"),
    ("declarations", "ESP-2000-10-24-declaration-article-103-sentences"): ("boe-a-2000-17944", "confirmed"),
    ("declarations", "PRT-2002-02-05-declaration-interpretative"): ("aviso-37-2002", "confirmed"),
    ("declarations", "SVK-2002-04-11-declaration-article-103-sentences"): ("oznamenie-333-2002", "confirmed"),
    ("apic", "WSM-2016-04-08-apic-consent"): ("pga-samoa", "reported"),
    ("referrals", "MNE-2022-03-21-referral-ukraine"): ("montenegro-referral-letter-2022-03-21", "reported"),
    ("referrals", "CHL-2022-04-01-referral-ukraine"): ("chile-referral-letter-2022-04-01", "reported"),
}
"""The only `low` rows that are in, with the document that proves each and its confidence."""

EVENT_ACTS = {
    "intent-not-to-become-party": "no-intent-declaration",
    "withdrawal-notified": "withdrawal-notice",
    "accession-withdrawn": "instrument-withdrawn",
}
"""Kinds of `events.csv` that have another name here; the others keep theirs."""

MOVED_EVENTS: dict[tuple[str, str], tuple[str, str]] = {
    # the milestone is the act of status itself, which participation.csv has too
    ("2006-10-23", "MNE"): ("MNE", "succession"),
    ("2015-01-02", "PSE"): ("PSE", "accession"),
    ("2019-03-04", "MYS"): ("MYS", "accession"),
    ("2019-11-26", "KIR"): ("KIR", "accession"),
    ("2023-11-14", "ARM"): ("ARM", "ratification"),
    ("2024-10-25", "UKR"): ("UKR", "ratification"),
    # the milestone is a step at home on the way in
    ("2016-06-02", "UKR"): ("UKR", "joining-step"),
    ("2022-12-29", "ARM"): ("ARM", "joining-step"),
    ("2023-10-03", "ARM"): ("ARM", "joining-step"),
    ("2024-08-21", "UKR"): ("UKR", "joining-step"),
    # a signal about joining, where `signal` here is one about leaving or staying
    ("2005-02-17", "IRQ"): ("IRQ", "joining-step"),
    ("2005-03-02", "IRQ"): ("IRQ", "joining-step"),
    ("2021-08-03", "SDN"): ("SDN", "joining-step"),
    ("2023-11-24", "PHL"): ("PHL", "joining-step"),
    ("2026-02-23", "PHL"): ("PHL", "joining-step"),
    # the order to give notice is not the notice
    ("2016-11-16", "RUS"): ("RUS", "no-intent-announced"),
    # acts of bodies that are no State; the State of the row is the one concerned
    ("1998-07-17", ""): ("Rome Diplomatic Conference", "context"),
    ("2002-04-11", ""): ("Depositary", "context"),
    ("2002-07-01", ""): ("Depositary", "context"),
    ("2002-07-12", "USA"): ("Security Council", "context"),
    ("2009-07-03", ""): ("African Union", "signal"),
    ("2013-10-12", ""): ("African Union", "signal"),
    ("2016-01-31", ""): ("African Union", "signal"),
    ("2016-04-11", ""): ("African Union", "signal"),
    ("2016-10-31", "USA"): ("Foreign Policy (magazine)", "context"),
    ("2016-11-14", "RUS"): ("Office of the Prosecutor", "context"),
    ("2017-01-31", ""): ("African Union", "signal"),
    ("2024-09-09", ""): ("Assembly of States Parties", "context"),
    ("2025-04-04", ""): ("Depositary", "context"),
    ("2026-04-23", "PHL"): ("International Criminal Court", "charges-confirmed"),
    ("2026-06-08", ""): ("Assembly of States Parties", "context"),
    ("2026-07-24", ""): ("Assembly of States Parties", "context"),
    ("2026-09-24", "PRY"): ("Prime Minister of Israel", "context"),
    ("2026-10", "AFG"): ("International Criminal Court", "context"),
    ("2026-10-09", ""): ("International Criminal Court", "context"),
}
"""Rows of `events.csv` whose act is of another kind, or of a body: (date, State) -> (who, act)."""

NO_EFFECT_OF_ITS_OWN = {
    ("2016-11-16", "RUS"): "the day given is that of the notice of 30 November 2016, which is its own act",
}
"""Rows of `events.csv` whose `effective` is not an effect of the act."""

CIRCULATED_IN_WORDS = {
    ("2015-01-02", "PSE"): "2015-01-06",
    ("2019-04-29", "MYS"): "2019-05-15",
    ("2025-06-02", "HUN"): "2025-06-03",
    ("2026-07-24", "VEN"): "2026-08-06",
}
"""Days of circulation that the rows give in their words only; Palestine's in participation.csv."""

ACCESSIONS_CIRCULATED = {"SLV": "2016-03-03"}
"""Accessions of `participation.csv` whose row cites the depositary's notification by its day."""

RENAMED_DECLARATIONS: dict[tuple[str, str, str], str] = {
    # "other" rows that are an act of their own
    ("BDI", "2016-10-27", "other"): "withdrawal-notice",
    ("GMB", "2016-11-10", "other"): "withdrawal-notice",
    ("MNE", "2006-10-23", "other"): "succession",
    # a row of territorial application that leaves a territory out
    ("DNK", "2001-06-21", "territorial-application"): "territorial-exclusion",
    ("NZL", "2000-09-07", "territorial-application"): "territorial-exclusion",
}
"""Rows of `declarations.csv` whose act has another kind: (State, date, kind) -> act."""

DECLARED_UNTIL = {
    "FRA-2000-06-09-article-124-declaration": (
        "2009-06-30",
        "seven years as declared; the row's end, 15 June 2008, is the effect of the withdrawal, its own act",
    ),
}
"""Article 124 declarations whose `until` is not the row's `in_force_to`."""

INSTRUMENT_FOUND = {"PRT-2021-05-26-amendment-consent-starvation-2019": ("ratification", "aviso-36-2021")}
"""Consents whose form the row leaves blank, and the document that tells it. Others stay `unspecified`."""

UNCONFIRMED_REFERENCES = {"lithuania-belarus", "pe-lithuania-belarus", "pe-bolivia", "pe-venezuela-ii", "pe-drc-ii"}
"""Situation numbers that nobody has seen are left blank."""

UNCONFIRMED_SYMBOLS = ("C.N.805.2016", "C.N.138.2018", "C.N.886.2016")
"""Numbers of depositary notifications that nobody has seen: no document may carry them."""

ADDED = {
    "ASP-2025-07-09-context": "what the special session set for 2027, in the row of the proposal",
    "ASP-2025-07-09-context-review": "what it set for 2029, in the same row",
    **{
        f"DEP-{row}": "one of the proposals in the head of the depositary's page (facts_2026_11.csv)"
        for row in (
            "2009-10-29-context-belgium",
            "2009-10-29-context-liechtenstein",
            "2009-10-29-context-mexico",
            "2009-10-29-context-netherlands",
            "2009-10-29-context-norway",
            "2009-10-29-context-trinidad-and-tobago",
            "2009-11-30-context-south-africa",
            "2014-03-14-context-kenya",
        )
    },
    "JOINT-2026-10-09-context": "eight foreign ministers, on the day of the Court's own answer (facts_2026_11.csv)",
    "FRA-2008-08-13-article-124-withdrawn": "in the note of the French Article 124 row",
    "LBN-2024-04-context": "the Lebanese row of article_12_3.csv: a decision to lodge a declaration, never carried out",
    "LBN-2024-05-28-context": "the same row: the decision is taken back",
    "NRU-2026-06-26-name-change": "in the notes of the rows on Nauru",
    "PRT-2002-02-05-declaration-article-87-language": "aviso-37-2002 prints it (corrections.yaml)",
    "SVK-2002-04-11-declaration-article-87-language": "oznamenie-333-2002 prints it (corrections.yaml)",
    "UGA-undated-article-12-3-declaration": "the Court's page gives the time it covers; the day of the lead stays out",
}
"""Acts that no single row turns into by the rules below."""

NO_NUMBER = {"TWN": "158 is the number of ISO 3166-1; the M49 list of the United Nations has none"}
"""States whose `m49` is left blank."""
