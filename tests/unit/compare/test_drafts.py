"""What the sources say of each figure of a draft; the expected status is derived from SEMANTICS §3 to §5."""

from __future__ import annotations

import pytest

from checked import drafted
from verify.model.draft import DraftFigure, Status

BRIDGE = "青松大桥全长55公里。"
SAME = "记者获悉，青松大桥总长约五十五千米。"


def figure(*texts: str, drafts: int = 1) -> DraftFigure:
    """The only figure of the first draft."""
    (found,) = [one for one in drafted(*texts, drafts=drafts).drafted if one.source_id == "0.txt"]
    return found


@pytest.mark.parametrize(
    ("texts", "status", "origins"),
    [
        pytest.param((BRIDGE, BRIDGE, SAME), Status.SUPPORTED, 2, id="two origins"),
        pytest.param((BRIDGE, SAME), Status.SINGLE, 1, id="one origin"),
        pytest.param(
            (BRIDGE, f"据海港网报道，{BRIDGE}", f"据海港网报道，{SAME}"), Status.SINGLE, 1, id="copies"
        ),
        pytest.param(("青松大桥全长65公里。", BRIDGE, SAME), Status.CONTRADICTED, 0, id="another value"),
        pytest.param(("青松大桥全长5.5公里。", BRIDGE), Status.CONTRADICTED, 0, id="a slip"),
        pytest.param(("青松大桥全长不到50公里。", BRIDGE), Status.CONTRADICTED, 0, id="a broken bound"),
        pytest.param((BRIDGE, BRIDGE, "青松大桥全长65公里。"), Status.DOUBTFUL, 1, id="the sources disagree"),
        pytest.param(
            ("青松大桥全长约55公里。", "青松大桥全长约62公里。"), Status.DOUBTFUL, 0, id="wide words"
        ),
        pytest.param(("青松大桥全长59公里。", "青松大桥全长约55公里。"), Status.DOUBTFUL, 0, id="in H alone"),
        pytest.param((BRIDGE, "青松大桥投资30亿元。"), Status.UNSUPPORTED, 0, id="another attribute"),
        pytest.param((BRIDGE, "白鹭大桥全长55公里。"), Status.UNSUPPORTED, 0, id="another thing"),
        pytest.param(("青松大桥一期全长55公里。", BRIDGE), Status.UNSUPPORTED, 0, id="a part of it"),
    ],
)
def test_every_status(texts: tuple[str, ...], status: Status, origins: int) -> None:
    found = figure(*texts)
    assert (found.status, found.origins) == (status, origins)


def test_a_draft_does_not_support_itself() -> None:
    """It says the figure twice, and nobody else does."""
    found = drafted(f"{BRIDGE}\n青松大桥总长55公里。", "白鹭大桥全长7公里。").drafted
    assert [one.status for one in found] == [Status.UNSUPPORTED, Status.UNSUPPORTED]


def test_drafts_do_not_support_each_other() -> None:
    assert figure(BRIDGE, SAME, "白鹭大桥全长7公里。", drafts=2).status is Status.UNSUPPORTED
    assert figure(BRIDGE, SAME, BRIDGE, drafts=2).origins == 1


def test_drafts_do_not_contradict_each_other() -> None:
    report = drafted(BRIDGE, "青松大桥全长65公里。", BRIDGE, drafts=2)
    assert [one.status for one in report.drafted] == [Status.SINGLE, Status.CONTRADICTED]
    assert [one.code for one in report.findings] == ["V604"]


def test_the_groups_are_of_the_sources_alone() -> None:
    report = drafted("青松大桥全长65公里。", BRIDGE)
    (group,) = report.groups
    assert [claim for cluster in group.clusters for claim in cluster.claim_ids] == [
        claim.id for claim in report.claims if claim.source_id == "1.txt"
    ]
    assert report.drafted[0].group_id == group.id


def test_one_that_is_worded_loosely_does_not_excuse_what_the_others_contradict() -> None:
    """1500 lies in S of 超过1000, (1000, 2000], and outside W of 1100, [1050, 1200)."""
    texts = ("湖滨大桥投资1500万元。", "湖滨大桥投资1100万元。", "湖滨大桥总投资超过1000万元。")
    assert figure(*texts).status is Status.CONTRADICTED


def test_what_was_not_compared_is_told() -> None:
    (near,) = figure("青松大桥一期全长55公里。", BRIDGE).apart
    assert (near.claim.source_id, near.part) == ("1.txt", "scope")


def test_a_figure_that_no_statement_was_read_from_is_not_taken_for_checked() -> None:
    report = drafted("今年45。", BRIDGE)
    assert {(one.claim, one.status) for one in report.drafted} == {(None, Status.UNSUPPORTED)}
    assert not report.findings


def test_the_figures_stand_in_the_order_of_the_draft() -> None:
    found = drafted("青松大桥投资30亿元，全长55公里，宽20米。", BRIDGE).drafted
    assert [one.span for one in found] == sorted(one.span for one in found)
    assert len(found) == 3


def test_of_very_many_values_the_nearest_are_heard() -> None:
    """Among 40 lengths stands the draft's own: it is stated, and the others are in its way."""
    many = "".join(f"青松大桥全长{length}公里。" for length in range(20, 60))
    found = figure(BRIDGE, many)
    assert found.status is Status.DOUBTFUL
    assert {"54公里", "55公里", "56公里"} <= {one.claim.quote for one in found.witnesses}
    assert len(found.witnesses) < 40
