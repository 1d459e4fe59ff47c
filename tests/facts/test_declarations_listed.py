"""Declarations of the collected evidence, as `icc declarations` tells them."""

from collections.abc import Callable
from typing import Any

from tests.support.evidence import counted, evidence
from tests.support.places import TODAY

Json = Callable[..., Any]
Run = Callable[..., tuple[int, str, str]]
ON = str(TODAY)

_NOTICES = {("BDI", "2016-10-27"), ("GMB", "2016-11-10"), ("MNE", "2006-10-23")}
"""Rows of kind `other` that are the notice of withdrawal, or the succession, itself."""
_EXCLUSIONS = {("DNK", "2001-06-21"), ("NZL", "2000-09-07")}
"""Rows of kind `territorial-application` by which the Statute does not extend to a territory."""


def test_every_declaration_of_the_evidence_is_on_record(icc_json: Json) -> None:
    found = icc_json("declarations", "--on", ON)
    fields = ("iso3", "kind", "done", "against", "in_force_from", "in_force_to")
    ours = [tuple(one[field] or "" for field in fields) for one in found]
    for row in counted(evidence("declarations")):
        key = row["iso3"], row["date"]
        if row["kind"] == "other" and key in _NOTICES:
            continue
        excludes = row["kind"] == "territorial-application" and key in _EXCLUSIONS
        kind = "territorial-exclusion" if excludes else row["kind"]
        theirs = (row["iso3"], kind, row["date"], row["against"], row["in_force_from"], row["in_force_to"])
        assert theirs in ours


def test_every_article_12_3_declaration_and_opt_out_of_the_evidence_is_on_record(icc_json: Json) -> None:
    found = icc_json("declarations", "--kind", "article-12-3", "--kind", "aggression-opt-out", "--on", ON)
    ours = {(one["iso3"], one["done"], one["in_force_from"] or "", one["in_force_to"] or "") for one in found}
    for row in counted(evidence("article_12_3")):
        if row["lodged"]:
            assert (row["iso3"], row["lodged"], row["accepts_from"], row["accepts_to"]) in ours
    for row in counted(evidence("amendment_opt_outs")):
        assert (row["iso3"], row["declared"], "", "") in ours


def test_a_declaration_of_which_only_the_existence_is_known_is_not_said_to_be_of_some_kind(icc: Run) -> None:
    _, out, _ = icc("declarations", "austria", "spain", "--on", ON)
    assert "2 declarations · 1 of an unknown day · 1 of which only the existence is known\n" in out
    assert "no day Austria not known A declaration of which the words were not found" in " ".join(out.split())
    assert "the words of the two others were not found" in out
