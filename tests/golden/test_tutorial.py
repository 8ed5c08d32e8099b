"""The deliberately wrong source of the tutorial beside our own five: what is planted is found, no more.

Planted are a site area of 20,000 m² (130,000 in the other source), a peak compute of 37.4亿亿 (a tenth of
374亿亿) and 186 days of construction (168: digits swapped).  Racks, PUE and the day of the launch are right.
"""

from __future__ import annotations

import pytest

from told import Told, members

WRONG = "005"
PLANTED = [
    # attribute, wrong quote, (file, right quote), flag that explains it
    ("area.site", "约2万平方米", ("003", "约13万平方米"), ""),
    ("compute.peak", "37.4亿亿次", ("000", "3740Petaflops"), "magnitude slip"),
    ("duration.construction", "186天", ("003", "168天"), "digits swapped"),
]


@pytest.mark.parametrize(("attribute", "wrong", "right", "flag"), PLANTED)
def test_planted_conflict_is_found(
    tutorial: Told, attribute: str, wrong: str, right: tuple[str, str], flag: str
) -> None:
    ours, theirs = tutorial.claim(WRONG, wrong), tutorial.claim(*right)
    group = tutorial.group(ours)
    assert (ours["attribute_id"], theirs["attribute_id"]) == (attribute, attribute)
    assert (group["verdict"], group["relation"]) == ("conflict", "conflict")
    assert {ours["id"], theirs["id"]} <= members(group)
    assert tutorial.cluster(ours)["claim_ids"] == [ours["id"]]
    assert len(group["clusters"]) == 2
    against = [c for c in group["comparisons"] if ours["id"] in (c["a"], c["b"])]
    assert {(c["line"], c["relation"]) for c in against} == {(8, "conflict")}
    if flag:
        assert all(flag in c["flags"] for c in against)
    else:
        assert all("magnitude slip" not in c["flags"] and "digits swapped" not in c["flags"] for c in against)


@pytest.mark.parametrize(("attribute", "wrong", "right", "flag"), PLANTED)
def test_planted_conflict_is_one_error(
    tutorial: Told, attribute: str, wrong: str, right: tuple[str, str], flag: str
) -> None:
    """Nothing is unstated on one side only, both names are linked, both readings are clear (SEMANTICS §5)."""
    ours = tutorial.claim(WRONG, wrong)
    group = tutorial.group(ours)
    (finding,) = [
        f for f in tutorial.report["findings"] if f["group_id"] == group["id"] and f["severity"] != "note"
    ]
    assert (finding["severity"], finding["state"]) == ("error", "new")
    assert {ours["id"], tutorial.claim(*right)["id"]} <= set(finding["claim_ids"])
    assert flag in finding["message"]
    assert ours["value"]["stated"] in finding["message"]


def test_nothing_else_is_found(tutorial: Told) -> None:
    report = tutorial.report
    doubtful = [g for g in report["groups"] if g["verdict"] in ("conflict", "possible-conflict")]
    assert sorted(g["key"]["attribute_id"] for g in doubtful) == [attribute for attribute, *_ in PLANTED]
    assert (report["summary"]["conflicts"], report["summary"]["possible_conflicts"]) == (3, 0)
    grave = [f["message"] for f in report["findings"] if f["severity"] == "error"]
    assert len(grave) == len(PLANTED), grave


def test_three_documents_stand_against_the_wrong_one(tutorial: Told) -> None:
    right = tutorial.cluster(tutorial.claim("000", "3740Petaflops"))
    assert tutorial.documents(right["claim_ids"]) == {"000", "001", "003"}
    assert right["independent_origins"] == 2


@pytest.mark.parametrize(
    ("quote", "kind", "right"),
    [
        ("5000个", "quantity", ("003", "5000个")),
        ("1.28", "quantity", ("001", "1.28")),
        ("1月24日", "date", ("001", "1月24日")),
    ],
)
def test_what_is_right_agrees(tutorial: Told, quote: str, kind: str, right: tuple[str, str]) -> None:
    ours, theirs = tutorial.claim(WRONG, quote, kind=kind), tutorial.claim(*right, kind=kind)
    group = tutorial.group(ours)
    assert group["verdict"] == "agreement"
    assert {ours["id"], theirs["id"]} <= set(group["clusters"][0]["claim_ids"])
    assert len(group["clusters"]) == 1
