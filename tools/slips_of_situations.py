"""Slips in situations and referrals, in declarations, and in the Agreement on Privileges and Immunities."""

from datetime import date, timedelta

from icc_cli.treaty import dates
from tools.slip_editing import (
    NOTED,
    YEAR,
    a_day_later,
    act_with,
    acts,
    any_one,
    of,
    on,
    referral,
    situation,
    with_acts,
)

SITUATIONS = {
    "referred by no Party": referral(lambda one: {"by": (*one.by, "USA")}, lambda one: one.by),
    "referred before it was a Party": referral(
        lambda one: {"done": date(2002, 7, 3)}, lambda one: {*one.by} & {"UGA", "PSE", "JPN"}
    ),
    "of its own motion without authorisation": situation(lambda one: {"authorised": None}, lambda one: one.authorised),
    "an authorisation where it was referred": situation(
        lambda one: {"authorised": one.opened},
        lambda one: one.kind == "situation" and not one.authorised and isinstance(one.opened, date),
    ),
    "another trigger": situation(
        lambda one: {"trigger": "unsc-referral" if one.trigger != "unsc-referral" else "self-referral"}, any_one
    ),
    "a State's referral called its own": situation(
        lambda one: {"trigger": "self-referral"},
        lambda one: (
            one.trigger == "state-referral"
            and one.kind == "situation"
            and not {*one.states} & {c for r in one.referrals for c in r.by}
        ),
    ),
    "its own referral called another's": situation(
        lambda one: {"trigger": "state-referral"},
        lambda one: one.trigger == "self-referral" and one.kind == "situation" and len(one.referrals) == 1,
    ),
    "the trigger's referrals are gone": situation(
        lambda one: {"referrals": ()}, lambda one: one.referrals and one.trigger != "proprio-motu"
    ),
    "a self-referral by another State": referral(
        lambda one: {"by": ("FRA",)}, lambda one: len(one.by) == 1 and one.by[0] not in ("LTU", "COM")
    ),
    "a vote under nine": referral(
        lambda one: {"votes": {**one.votes, "for": 8, "against": 15 - 8 - one.votes["abstaining"]}},
        lambda one: one.votes,
    ),
    "votes that are not fifteen": referral(
        lambda one: {"votes": {**one.votes, "for": one.votes["for"] - 1}}, lambda one: one.votes
    ),
    "abstainers other than counted": referral(
        lambda one: {"abstaining": one.abstaining[1:]}, lambda one: one.abstaining
    ),
    "a scope from before 2002": situation(lambda one: {"scope_from": date(2001, 9, 1)}, lambda one: one.scope_from),
    "a scope from before any State was bound": situation(
        lambda one: {"scope_from": date(2002, 7, 2)},
        lambda one: (
            one.id in ("afghanistan", "bangladesh-myanmar", "ukraine", "burundi", "philippines", "cote-divoire")
        ),
    ),
    "a scope to after its State had left": situation(
        lambda one: {"scope_to": one.scope_to + YEAR}, lambda one: one.id in ("burundi", "philippines")
    ),
    "opened before 2002": situation(
        lambda one: {"opened": date(2001, 1, 1)}, lambda one: one.opened and not one.authorised and not one.leads_to
    ),
    "opened after the check": situation(
        lambda one: {"opened": date(2027, 1, 1)}, lambda one: one.opened and not one.authorised and not one.closed
    ),
    "closed after the check": situation(lambda one: {"closed": date(2027, 1, 1)}, lambda one: one.closed),
    "an investigation opened without leads-to": situation(
        lambda one: {"leads_to": None}, lambda one: one.outcome == "investigation-opened"
    ),
    "tied by the flag of another State": situation(lambda one: {"by_flag": ("NOR",)}, any_one),
    "tied by its flag and by its nationals": situation(
        lambda one: {"by_nationals": one.by_flag}, lambda one: one.by_flag
    ),
    "leads to another State": situation(
        lambda one: {"leads_to": "georgia"}, lambda one: one.leads_to and one.leads_to != "georgia"
    ),
    "closed on another day than its situation opened": situation(
        lambda one: {"closed": one.closed - timedelta(3)}, lambda one: one.outcome == "investigation-opened"
    ),
    "two situations of one number": situation(
        lambda one: {"reference": "ICC-01/15"},
        lambda one: one.reference and one.kind == "situation" and one.id != "georgia",
    ),
    "examination and situation of different numbers": situation(
        lambda one: {"reference": "ICC-09/99"}, lambda one: one.reference and one.leads_to
    ),
    "closed before it opened": situation(
        lambda one: {"closed": dates.first_day(one.opened) - timedelta(9)}, lambda one: one.closed and one.opened
    ),
}

DECLARATIONS = {
    "Art. 12(3) by a Party for a time when it is bound": on(
        "article-12-3-declaration",
        where=lambda act: act.id.startswith("CIV-2003"),
        done=lambda act: date(2014, 1, 6),
        accepts_from=lambda act: date(2014, 1, 1),
        reception=lambda act: "received",
        situation=lambda act: None,
    ),
    "Art. 12(3) from before 2002": on(
        "article-12-3-declaration", where=lambda act: act.accepts_from, accepts_from=lambda act: date(2000, 1, 1)
    ),
    "Art. 12(3) that ends before it begins": on(
        "article-12-3-declaration",
        where=lambda act: act.accepts_to,
        accepts_to=lambda act: dates.first_day(act.accepts_from) - timedelta(9),
    ),
    "Art. 12(3) dated after receipt": on("article-12-3-declaration", dated=lambda act: act.done + timedelta(9)),
    "Art. 12(3) without a beginning": on(
        "article-12-3-declaration", where=lambda act: act.accepts_from, accepts_from=lambda act: None
    ),
    "an Art. 124 period that begins on another day": on(
        "article-124-declaration",
        effect=lambda act: act.effect + timedelta(31),
        until=lambda act: act.until + timedelta(31),
    ),
    "Art. 124 declared years after joining": on(
        "article-124-declaration", done=lambda act: date(act.done.year + 3, act.done.month, act.done.day)
    ),
    "an Art. 124 period of other than seven years": on("article-124-declaration", until=lambda act: act.until - YEAR),
    "Art. 124 lifted before it began": on("article-124-withdrawn", effect=lambda act: date(2001, 6, 15)),
    "a measure lifted before it was taken": on("hostile-measure-lifted", done=lambda act: date(2020, 1, 2)),
    "an objection against oneself": lambda data: (
        lambda state=state, act=act: act_with(data, state, act, against=state.iso3)
        for state, act in acts(data, "objection")
    ),
    "an objection against a State that declared nothing": on("objection", against=lambda act: "SEN"),
    "an objection before the declaration": on("objection", done=lambda act: date(1999, 1, 1), effect=lambda act: None),
    "the agreement ratified without a signature": lambda data: (
        lambda state=state: with_acts(data, state, (one for one in state.acts if one.act != "apic-signature"))
        for state, act in acts(data, "apic-consent")
        if act.instrument in ("ratification", "acceptance", "approval")
    ),
    "the agreement acceded to by a signatory": on(
        "apic-consent", where=lambda act: act.instrument == "ratification", instrument=lambda act: "accession"
    ),
    "the agreement signed late": on("apic-signature", done=lambda act: date(2004, 7, 3)),
    "the agreement signed early": on("apic-signature", done=lambda act: date(2002, 9, 1)),
    "a consent to the agreement before it was open": on(
        "apic-consent", done=lambda act: date(2002, 8, 1), effect=lambda act: date(2004, 7, 22)
    ),
    "a consent to the agreement with another effect": on("apic-consent", effect=a_day_later),
    "a consent to the agreement with another effect, with a note": on("apic-consent", effect=a_day_later, **NOTED),
    "until before done": on("article-124-declaration", until=lambda act: act.done - YEAR),
    "due before done": lambda data: of(data, "context", lambda act: act.due, lambda act: {"due": act.done - YEAR}),
    "against on a ratification": on("ratification", against=lambda act: "RUS"),
    "leaning on a ratification": on("ratification", leaning=lambda act: "leaving"),
    "was on a signature": on("signature", was=lambda act: "Old name"),
    "an amendment on a notice": on("withdrawal-notice", amendment=lambda act: "aggression-2010"),
    "a scope on a signal": on("signal", scope=lambda act: "All"),
    "until on a court ruling": on("court-ruling", until=lambda act: date(2027, 1, 1)),
    "undoes taken from a rescission announced": on("rescission-announced", undoes=lambda act: None),
    "undoes taken from a measure lifted": on("hostile-measure-lifted", undoes=lambda act: None),
    "a context act of another day than its id": lambda data: of(
        data, "context", lambda act: isinstance(act.done, date), lambda act: {"done": act.done - timedelta(1)}
    ),
    "a context act of another body than its id": lambda data: of(
        data, "context", any_one, lambda act: {"body": "African Union" if act.body != "African Union" else "Depositary"}
    ),
    "entry into force on another day": lambda data: of(
        data, "context", lambda act: act.effect, lambda act: {"effect": act.effect + timedelta(1)}
    ),
    "the Statute in force on another day": lambda data: of(
        data,
        "context",
        lambda act: act.id == "DEP-2002-07-01-context",
        lambda act: {"done": date(2002, 8, 1), "id": "DEP-2002-08-01-context"},
    ),
}
