"""The JSON contract: keys written out by hand, so that a change breaks loudly."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from icc_cli import contract
from icc_cli.api import IccDataset
from icc_cli.cli.commands import COMMANDS
from icc_cli.database.store import Store
from icc_cli.treaty.details import ProceedingKind
from icc_cli.treaty.fields import Fields
from icc_cli.treaty.supposing import SupposedAct
from icc_cli.treaty.vocabulary import ActKind, Status
from tests.support.questions import QUESTIONS, lay_table
from tools.docs.schemas.answers import kinds

Run = Callable[..., tuple[int, str, str]]

STANDING = (
    "iso3,name,everyday,region,status,status_since,projected,signed,instrument,deposited,entered_into_force,"
    "entry_into_force_expected,no_intent_declared,withdrawal_notified,withdrawal_effective,withdrawal_rescinded,sources,"
    "party_since"
)
ACT = (
    "id,iso3,body,act,done,effect,circulated,title,note,confidence,undoes,undone_by,region,concerns,details,disputed,"
    "sources,undone_on"
)
WITHDRAWAL = (
    "id,iso3,name,everyday,region,act,notified,circulated,effect,outcome,outcome_date,days_left,projected,confidence,"
    "sources"
)
SITUATION = (
    "id,name,kind,states,region,reference,trigger,later_trigger,authorised,authorised_by,opened,closed,open,outcome,"
    "leads_to,scope_from,scope_to,note,confidence,disputed,sources,concluded,by_flag,by_nationals"
)
AMENDMENT = (
    "id,title,articles,rule,proposed,adopted,adopted_at,in_force,jurisdiction_from,consents,bound,waiting,opted_out,"
    "required,missing,published,complete_through,gaps,incomplete,note,confidence,disputed,sources"
)
COOPERATION_AGREEMENT = "iso3,name,kind,signed,in_force,status,sources,with,known_by,person,id,note,confidence"
COOPERATION_DECISION = (
    "id,iso3,name,person,about,decided,decision,outcome,stands,referred_to,referred_on,party_then,sources,chamber,of,"
    "not_after,note,confidence,disputed"
)
AMENDMENT_PARTY = "iso3,name,instrument,deposited,binding_from,opted_out,state,projected,confidence,sources"
UPCOMING = "id,day,days_left,kind,iso3,name,title,conditional,act,confidence,sources"
CASE = (
    "person,name,nationality,role,situation,case,instrument,issued,public,public_by,stage,stage_since,held_by,sources,"
    "outcome,summoned,died,crimes,interim_release,confidence,disputed"
)
DOCUMENT = "key,symbol,title,url,url_known,kind,date"

HEADERS = {
    "icc/agreement/1": (
        "iso3,name,region,signed,instrument,deposited,entered_into_force,entry_into_force_expected,party,confidence,"
        "sources,denunciation_notified,denunciation_effective,denunciation_withdrawn"
    ),
    "icc/agreements/1": COOPERATION_AGREEMENT,
    "icc/amendment/1": f"{AMENDMENT},parties",
    "icc/amendments/1": AMENDMENT,
    "icc/brief/1": (
        "on,since,parties,statuses,regions,acts,routine_acts,pending,signals,under_investigation,under_examination,opened,"
        "closed,upcoming,projected,outside_united_nations,warrants"
    ),
    "icc/cases/1": CASE,
    "icc/chart/1": "day,region,parties,joined,left,projected",
    "icc/cite/1": "id,kind,text,documents,bibtex,csl",
    "icc/cooperation/1": (
        "iso3,name,duty,verdict,articles,until,steps,findings,agreements,laws,visits,person,projected"
    ),
    "icc/cooperation-rule/1": "rule,title,articles,says,sources",
    "icc/data-compare/1": ("kind,iso3,name,field,theirs,ours,instrument,bracketed,act,disputed,row,problem,sources"),
    "icc/data-info/1": "title,version,checked,licence,origin,notices,counts",
    "icc/declarations/1": (
        "id,iso3,name,kind,done,title,against,amendment,in_force_from,in_force_to,withdrawn,withdrawn_on,note,confidence,"
        "disputed,sources,reception"
    ),
    "icc/diff/1": (
        "day,kind,iso3,name,id,before,after,title,projected,confidence,sources,act,effect,undone_by,undone_on"
    ),
    "icc/events/1": ACT,
    "icc/jurisdiction/1": (
        "crime,date,until,as_of,territory,nationals,special,unsc,verdict,bases,caveats,triggers,steps,changes,"
        "would_change,depends_on_nationality,projected,limits,rests_on,limited_by,weaker,next"
    ),
    "icc/jurisdiction-rule/1": "rule,title,articles,says,sources",
    "icc/map/1": "iso3,name,everyday,value,projected",
    "icc/names/1": "iso3,name,kind,text,languages",
    "icc/noncompliance/1": COOPERATION_DECISION,
    "icc/parties/1": STANDING,
    "icc/search/1": "kind,id,name,title,day",
    "icc/show/1": "kind,id,title,record,undoes,undone_by,proves,corrections",
    "icc/situations/1": SITUATION,
    "icc/sql/1": "one,two",
    "icc/sql-schema/1": "name,kind,what,columns",
    "icc/state-amendments/1": f"{AMENDMENT_PARTY},amendment,title",
    "icc/status/1": f"{STANDING},formal,independence,situations,acts,asked,persons,decisions",
    "icc/timeline/1": "iso3,name,everyday,region,kind,status,act,since,until,projected,id,confidence,sources",
    "icc/upcoming/1": UPCOMING,
    "icc/when/1": "what,day,effect,article,days,steps",
    "icc/warrants/1": CASE,
    "icc/withdrawals/1": WITHDRAWAL,
}
"""The keys of each schema's records, in the order of the columns of CSV."""

DETAILS = (
    "amendment,instrument,declaration,against,until,leaning,dated,accepts_from,accepts_to,scope,reception,situation,"
    "was,due,announced,votes,abstaining,effect_differs,proof,persons"
)

PARTS = {
    "WhenStep": "day,says,article",
    "SupposedAct": "id,iso3,act,done,effect,undoes,amendment,accepts_from,article",
    "Act": ACT,
    "AmendmentParty": AMENDMENT_PARTY,
    "AmendmentWithParties": f"{AMENDMENT},parties",
    "Article": "article,title,says,amended_by,sources",
    "Case": "nationality,iso3,verdict",
    "CaveatFact": "caveat,rule,articles",
    "Stretch": "from,verdict,bases,caveats,steps",
    "Compared": "treaty,title,symbol,parties,signatories,withdrawn,gaps",
    "Completeness": "published,complete_through,gaps,incomplete",
    "CooperationAgreement": COOPERATION_AGREEMENT,
    "CooperationDecision": COOPERATION_DECISION,
    "CooperationLaw": "id,iso3,provision,title,known_by,note,confidence,sources",
    "Correction": "fact,field,old,new,why,since,sources",
    "Count": "what,number,change",
    "ActDetails": DETAILS,
    "Disputed": "field,value,note,sources,titles",
    "Document": DOCUMENT,
    "DutyStep": "rule,articles,outcome,fact,says,sources",
    "Link": "id,kind,name,title,day",
    "PersonCase": CASE,
    "PersonRef": "id,name,public",
    "PersonInFull": "id,name,nationality,role,situation,public,cases,steps,note,confidence,disputed,sources",
    "PersonStep": f"{ACT},not_after",
    "DecisionRef": "id,ruling,done",
    "WarrantCounts": "persons,at_large,executed,withdrawn_on_death,withdrawn,inadmissible,summonses",
    "Missing": "iso3,article",
    "NoRecord": "iso3,name,status,no_act,note,asked",
    "NextQuestion": "about,articles,says",
    "OtherDay": "day,verdict,projected",
    "Proof": "id,kind,name,title,day,disputes",
    "Published": "count,recorded,day,before,sources",
    "ReportedVisit": "id,person,iso3,kind,since,until,not_after,outcome,note,confidence,sources",
    "Situation": SITUATION,
    "SituationInFull": f"{SITUATION},referrals,related,cases,decisions",
    "SituationRef": "id,name,kind,opened,closed",
    "Source": "key,symbol,title,url",
    "Step": "rule,articles,outcome,fact,says,sources,caveat",
    "TriggerFact": "article,situation,closed",
    "Unknown": "asked,iso3,name,status,problem,candidates,hint",
    "Upcoming": UPCOMING,
    "Withdrawal": WITHDRAWAL,
    "WouldChange": "earlier,later,missing",
}
"""The keys of the records within records, and of what stands in a list beside them."""

BESIDE = {
    "icc/when/1": [],
    "icc/agreement/1": ["on", "completeness"],
    "icc/agreements/1": ["on", "completeness"],
    "icc/cases/1": ["on", "completeness"],
    "icc/data-compare/1": ["on", "table"],
    "icc/declarations/1": ["on", "completeness"],
    "icc/diff/1": ["from", "to"],
    "icc/events/1": ["on", "completeness"],
    "icc/map/1": ["on", "colour_by"],
    "icc/search/1": ["on", "total"],
    "icc/situations/1": ["on", "completeness"],
    "icc/warrants/1": ["on", "completeness", "counts"],
}
"""What stands between `dataset` and `data`, where that is not `on` alone."""


@pytest.fixture
def table(dataset: IccDataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work where the table lies that a question compares."""
    lay_table(dataset, tmp_path)
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("table")
@pytest.mark.parametrize(("schema", "arguments"), QUESTIONS, ids=lambda value: str(value)[:50])
def test_every_record_has_exactly_the_keys_of_its_contract(
    schema: str, arguments: tuple[str, ...], icc: Run, store: Store
) -> None:
    _, out, _ = icc(*arguments, "--json")
    envelope = json.loads(out)
    assert list(envelope) == ["schema", "dataset", *BESIDE.get(schema, ["on"]), "data"]
    assert envelope["schema"] == schema
    assert envelope["dataset"] == {key: store.meta[key] for key in ("version", "checked")}
    assert "--on" not in arguments or envelope["on"] == "2026-11-23"
    data = envelope["data"]
    records = data if isinstance(data, list) else data.get("crimes", [data])
    assert records
    for record in records:
        assert ",".join(record) == HEADERS[schema]


@pytest.mark.usefixtures("table")
@pytest.mark.parametrize(("schema", "arguments"), QUESTIONS, ids=lambda value: str(value)[:50])
def test_the_columns_of_csv_and_tsv_are_the_keys_in_their_order(
    schema: str, arguments: tuple[str, ...], icc: Run
) -> None:
    keys = AMENDMENT_PARTY if schema == "icc/amendment/1" else HEADERS[schema]  # a table of one lists its States
    assert icc(*arguments, "--format", "csv")[1].split("\n")[0] == keys
    assert icc(*arguments, "--format", "tsv")[1].split("\n")[0] == keys.replace(",", "\t")


def test_a_field_is_chosen_down_to_the_last_key_and_a_date_is_one_value(icc: Run) -> None:
    listed = icc("events", "--fields")[1].splitlines()
    assert [name for name in listed if name.startswith("done")] == ["done"]
    assert [name for name in listed if name.startswith("details.")] == [f"details.{key}" for key in DETAILS.split(",")]
    chosen = icc("events", "--kind", "referral", "--fields", "details.votes.for", "--format", "tsv")[1].splitlines()
    assert {"", "11", "15"} <= set(chosen)
    for path, near in (("done.year", "--fields alone"), ("details.amendmend", "did you mean 'details.amendment'?")):
        code, _, said = icc("events", "--fields", path)
        assert (code, near in said) == (2, True), said


def test_every_command_that_answers_declares_its_kinds_of_answer() -> None:
    answering = {command.split()[1] for _, commands in kinds().values() for command in commands}
    assert answering == COMMANDS.keys() - {"export", "site", "mcp", "completion", "help"}


def test_every_schema_has_its_keys_written_out_and_a_question() -> None:
    assert set(HEADERS) == set(kinds())
    assert {schema for schema, _ in QUESTIONS} == set(kinds())


def test_every_record_within_a_record_has_its_keys_written_out() -> None:
    found: dict[str, str] = {}
    for schema, header in HEADERS.items():
        kind, _ = kinds()[schema]
        assert not kind.records or ",".join(contract.fields_of(kind.records[0])) == header
        for part in [*kind.records[1:], *(part for one in (*kind.records, kind.about) for part in _within(one))]:
            found[part.__name__] = ",".join(contract.fields_of(part))
    found["SupposedAct"] = ",".join(contract.fields_of(SupposedAct))  # beside the data of any answer about a day
    assert found == PARTS


def _within(record: type[Fields]) -> Iterator[type[Fields]]:
    for kind in contract.fields_of(record).values():
        for part in contract.parts(kind):
            if contract.is_record(part):
                yield part
                yield from _within(part)


def test_the_acts_of_a_state_and_their_sources_have_their_keys(icc_json: Callable[..., Any]) -> None:
    for act in icc_json("status", "gambia")[0]["acts"]:
        assert ",".join(act) == ACT
        assert act["sources"]
        for source in act["sources"]:
            assert ",".join(source) == PARTS["Source"]


def test_values_are_enums_iso_dates_and_codes(icc_json: Callable[..., Any]) -> None:
    iso_date = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
    for act in icc_json("events"):
        assert act["act"] in {*ActKind, *ProceedingKind}
        assert (act["iso3"] is None) == (act["body"] is not None)
        for key in ("done", "effect", "circulated"):
            assert act[key] is None or iso_date.fullmatch(act[key])
        assert act["sources"], act["id"]
    for state in icc_json("parties", "--status", "all"):
        assert state["status"] in set(Status)
        assert re.fullmatch(r"[A-Z]{3}", state["iso3"])
    for one in icc_json("withdrawals"):
        assert one["outcome"] in {"left", "rescinded", "pending", "unsigned", "accession-withdrawn"}
        assert (one["days_left"] is not None) == (one["outcome"] == "pending")
    for one in icc_json("situations"):
        assert one["kind"] in {"situation", "examination"}
        assert isinstance(one["open"], bool)


def test_an_entry_without_an_act_on_record_says_so(icc_json: Callable[..., Any]) -> None:
    (kosovo,) = icc_json("status", "kosovo")
    assert ",".join(kosovo) == PARTS["NoRecord"]
    assert kosovo["status"] is None


def test_nothing_matched_is_still_an_envelope(icc: Run) -> None:
    code, out, err = icc("withdrawals", "--since", "2030", "--json")
    assert code == 1
    assert json.loads(out)["data"] == []
    assert err == "icc: nothing matched\n"
