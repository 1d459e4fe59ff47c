"""The States of the collected evidence: their codes, groups and names, and the status that must come out."""

from datetime import date

from icc_cli import IccDataset, NoRecord
from icc_cli.database.spellings import Meaning, meaning
from icc_cli.database.store import Store
from icc_cli.treaty.forms import UnLanguage
from icc_cli.treaty.model import Dataset, State
from icc_cli.treaty.naming import fold
from icc_cli.treaty.spelling import code, keys, repaired
from tests.support.differences import NO_NUMBER
from tests.support.evidence import compared, evidence, text
from tests.support.places import TODAY


def test_every_state_of_the_evidence_has_its_codes_groups_and_membership(store: Store) -> None:
    ours = {row["iso3"]: row for row in store.rows("SELECT * FROM state")}
    rows = {row["iso3"]: row for row in evidence("states")}
    membership = {"yes": "member", "observer": "observer", "no": "none"}
    wrong = []
    for iso3, row in rows.items():
        wrong += compared(
            iso3,
            (ours[iso3]["iso2"], row["iso2"]),
            (ours[iso3]["m49"], "" if iso3 in NO_NUMBER else row["m49"]),
            (ours[iso3]["name"], row["name_short"]),
            (ours[iso3]["everyday"], row["name_everyday"]),
            (ours[iso3]["formal"], row["name_formal"]),
            (ours[iso3]["united_nations_group"], row["un_regional_group"]),
            (ours[iso3]["region"], row["asp_group"] or row["un_regional_group"]),
            (ours[iso3]["united_nations"], membership[row["un_member"]]),
            (ours[iso3]["member_since"], row["un_membership_date"]),
        )
    assert wrong == []
    assert set(rows) == set(ours)
    assert len(rows) == 199


def test_every_name_of_the_evidence_leads_to_its_state(store: Store) -> None:
    known = {(row["folded"], row["iso3"]) for row in store.rows("SELECT folded, iso3 FROM state_name")}
    wrong = []
    for row in evidence("states"):
        single = (key for key in row if key.startswith(("name_", "cldr_")))
        lists = ("aliases", "former_names", "abbreviations", "demonyms")
        names = [row[key] for key in single] + [name for key in lists for name in row[key].split(";")]
        wrong += [(row["iso3"], name) for name in own(names) if (fold(name), row["iso3"]) not in known]
    assert wrong == []


def own(names: list[str]) -> list[str]:
    """Return the names of the evidence that are a State's; `Yugoslavia` and `England` are on record as no State's."""
    elsewhere = ("former-state", "part-of-state", "group")
    return [name for name in names if name and not {found.problem for found in listed(name)} & {*elsewhere}]


def listed(name: str) -> list[Meaning]:
    found = (meaning(key) for key in (f":{code(name)}", *keys(repaired(name))))
    return [one for one in found if one]


def test_names_in_other_languages_are_kept_as_the_evidence_spells_them(files: Dataset) -> None:
    states = {state.iso3: state for state in files.states}
    wrong = []
    for row in evidence("states"):
        state = states[row["iso3"]]
        wrong += compared(
            row["iso3"],
            *((state.names.get(language), row[f"name_{language}"]) for language in UnLanguage),
            *((cldr(state, row[key]), row[key]) for key in row if key.startswith("cldr_")),
            (";".join(state.former), ";".join(own(row["former_names"].split(";")))),
            (";".join(state.abbreviations), ";".join(own(row["abbreviations"].split(";")))),
            (";".join(state.demonyms), row["demonyms"]),
        )
    assert wrong == []


def cldr(state: State, name: str) -> str:
    """Return the name if the file has it; one of CLDR is written down apart only where no other list has it."""
    own = (state.name, state.everyday, state.formal, *state.names.values(), *state.cldr.values())
    return name if name in {*own, *state.also, *state.former, *state.abbreviations} else ""


def test_all_states_but_kosovo_and_taiwan_have_a_status(dataset: IccDataset) -> None:
    codes = [row["iso3"] for row in evidence("states")]
    answers = {code: dataset.status(code, on=TODAY) for code in codes}
    assert {code for code, answer in answers.items() if isinstance(answer, NoRecord)} == {"XKX", "TWN"}


def test_every_status_vector_comes_out(dataset: IccDataset) -> None:
    rows = evidence("status_vectors")
    assert len(rows) == 33
    wrong = []
    for row in rows:
        known_by = date.fromisoformat(row["known_by"]) if row["known_by"] else None
        answer = dataset.status(row["iso3"], on=date.fromisoformat(row["as_of"]), known_by=known_by)
        if text(answer.status) != row["expected_status"]:
            wrong.append(f"{row['iso3']} {row['as_of']} {row['known_by']}: {answer.status}, {row['expected_status']}")
    assert wrong == []
