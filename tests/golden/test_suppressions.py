"""What a project does with its findings, from the texts to the states."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from verify import api
from verify.model.finding import Finding, Severity, State
from verify.model.report import Report
from verify.policy.policy import Excuse, Policy

DAY = dt.date(2026, 7, 1)
HEAD = "---\nauthor: {}\ndate: 2024-03-02\n---\n"
OWN = HEAD.format("北岸日报") + "青石大桥全长3120米。{}\n"
OTHER = HEAD.format("青川晚报") + "记者获悉，青石大桥全长3210米。{}\n"
THIRD = HEAD.format("南岸新闻") + "据了解，青石大桥的全长为3350米。{}\n"
REMARK = "<!-- verify: ignore V101 until=2026-12-31 -- 以竣工图为准 -->"


def check(
    root: Path, files: dict[str, str], policy: Policy | None = None, own: tuple[str, ...] = ("own/",)
) -> Report:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return api.check([root], own=own, base=root, policy=policy or Policy(today=DAY))


def only(report: Report, code: str) -> Finding:
    (found,) = (one for one in report.findings if one.code == code)
    return found


def codes(report: Report) -> set[str]:
    return {one.code for one in report.findings}


def test_a_remark_in_an_own_document_silences_its_finding(tmp_path: Path) -> None:
    report = check(tmp_path, {"own/a.md": OWN.format(REMARK), "b.md": OTHER.format("")})
    found = only(report, "V101")
    assert found.state is State.SUPPRESSED
    assert found.suppression is not None
    assert (found.suppression.reason, found.suppression.place) == ("以竣工图为准", "own/a.md:5:13")
    assert found.suppression.until == dt.date(2026, 12, 31)
    assert (found.suppression.in_document, report.dated) == (True, True)
    assert not {"V901", "V902", "V903", "V904"} & codes(report)


def test_a_source_cannot_silence_its_own_contradiction(tmp_path: Path) -> None:
    report = check(tmp_path, {"own/a.md": OWN.format(""), "b.md": OTHER.format(REMARK)})
    assert only(report, "V101").state is State.NEW
    assert only(report, "V904").severity is Severity.NOTE
    assert not report.dated


def test_without_own_documents_no_remark_counts(tmp_path: Path) -> None:
    report = check(tmp_path, {"own/a.md": OWN.format(REMARK), "b.md": OTHER.format("")}, own=())
    assert only(report, "V101").state is State.NEW
    assert "set 'own'" in only(report, "V904").message


def test_what_others_say_against_each_other_is_not_silenced(tmp_path: Path) -> None:
    """A remark beside 3120米 says nothing of 3210米 against 3350米."""
    files = {"own/a.md": OWN.format(REMARK), "b.md": OTHER.format(""), "c.md": THIRD.format("")}
    report = check(tmp_path, files)
    assert only(report, "V101").state is State.NEW
    assert "V903" not in codes(report)


def test_a_remark_speaks_for_its_value_wherever_that_stands(tmp_path: Path) -> None:
    files = {"own/a.md": OWN.format(REMARK), "own/c.md": OWN.format("").replace("北岸", "西岸")}
    assert only(check(tmp_path, {**files, "b.md": OTHER.format("")}), "V101").state is State.SUPPRESSED


@pytest.mark.parametrize(("day", "late"), [(dt.date(2026, 12, 31), False), (dt.date(2027, 1, 1), True)])
def test_the_last_day_counts_and_the_next_does_not(tmp_path: Path, day: dt.date, late: bool) -> None:
    files = {"own/a.md": OWN.format(REMARK), "b.md": OTHER.format("")}
    report = check(tmp_path, files, Policy(today=day))
    assert (only(report, "V101").state is State.NEW) is late
    assert ("V901" in codes(report)) is late


def test_an_unused_remark_is_told_of_the_whole_project_alone(tmp_path: Path) -> None:
    files = {"own/a.md": OWN.format(REMARK)}
    assert only(check(tmp_path, files), "V903").severity is Severity.WARNING
    assert "V903" not in codes(check(tmp_path, files, Policy(today=DAY, whole=False)))


def test_of_two_codes_the_unused_one_is_told(tmp_path: Path) -> None:
    both = REMARK.replace("V101", "V101, V202")
    report = check(tmp_path, {"own/a.md": OWN.format(both), "b.md": OTHER.format("")})
    assert "V202" in only(report, "V903").message


def test_nothing_is_called_unused_where_a_document_was_not_read(tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_bytes(bytes(range(256)) * 8)
    report = check(tmp_path, {"own/a.md": OWN.format(REMARK)})
    assert report.incomplete
    assert "V903" not in codes(report)


def test_one_that_cannot_be_read_silences_nothing(tmp_path: Path) -> None:
    bad = REMARK.replace(" -- 以竣工图为准", "")
    report = check(tmp_path, {"own/a.md": OWN.format(bad), "b.md": OTHER.format("")})
    assert only(report, "V101").state is State.NEW
    assert "no reason" in only(report, "V902").message


EXCUSE = {"reason": "why", "until": dt.date(2026, 12, 31), "place": "verify.toml:3:1"}


@pytest.mark.parametrize(
    ("told", "silenced"),
    [
        ({"code": "V101", "path": "b.txt"}, True),
        ({"code": "V101", "path": "*.txt"}, True),
        ({"code": "V101", "path": "c.txt"}, False),
        ({"code": "V101", "quote": "大桥全长3210"}, True),
        ({"code": "V101", "quote": "大桥全长3220"}, False),
        ({"code": "V101", "path": "a.txt", "quote": "3210"}, False),
        ({"code": "V102", "path": "b.txt"}, False),
    ],
)
def test_the_configuration_silences_in_any_document(
    tmp_path: Path, told: dict[str, str], silenced: bool
) -> None:
    policy = Policy(excuses=(Excuse(**EXCUSE, **told),), today=DAY)  # type: ignore[arg-type]
    files = {"a.txt": "青石大桥全长3120米。\n", "b.txt": "记者获悉，青石大桥全长3210米。\n"}
    report = check(tmp_path, files, policy)
    assert (only(report, "V101").state is State.SUPPRESSED) is silenced
    assert ("V903" in codes(report)) is not silenced
    if not silenced:
        assert only(report, "V903").message.startswith("suppression that silences nothing: verify.toml:3:1: ")


def test_a_finding_named_by_its_id_is_silenced_until_a_value_changes(tmp_path: Path) -> None:
    files = {"a.txt": "青石大桥全长3120米。\n", "b.txt": "记者获悉，青石大桥全长3210米。\n"}
    ident = only(check(tmp_path, files), "V101").id
    policy = Policy(excuses=(Excuse(**EXCUSE, finding=ident),), today=DAY)  # type: ignore[arg-type]
    assert only(check(tmp_path, files, policy), "V101").state is State.SUPPRESSED
    other = {**files, "b.txt": "记者获悉，青石大桥全长3220米。\n"}
    assert only(check(tmp_path, other, policy), "V101").state is State.NEW


def test_a_code_has_the_severity_that_the_project_gives_it(tmp_path: Path) -> None:
    files = {"own/a.md": OWN.format(""), "b.md": OTHER.format("")}
    report = check(tmp_path, files, Policy(severities={"V101": Severity.NOTE}, today=DAY))
    assert only(report, "V101").severity is Severity.NOTE
    order = [one.severity.weight for one in report.findings]
    assert order == sorted(order, reverse=True)


def test_a_code_that_is_off_is_suppressed_not_lost(tmp_path: Path) -> None:
    files = {"own/a.md": OWN.format(""), "b.md": OTHER.format("")}
    found = only(check(tmp_path, files, Policy(off={"V101": "verify.toml:1:1"}, today=DAY)), "V101")
    assert (found.state, found.severity) == (State.SUPPRESSED, Severity.ERROR)
    assert found.suppression is not None
    assert found.suppression.until is None


def test_what_is_known_is_in_the_baseline(tmp_path: Path) -> None:
    files = {"own/a.md": OWN.format(""), "b.md": OTHER.format("")}
    ident = only(check(tmp_path, files), "V101").id
    assert only(check(tmp_path, files, Policy(known={ident}, today=DAY)), "V101").state is State.BASELINE
    files["c.md"] = THIRD.format("")
    joined = only(check(tmp_path, files, Policy(known={ident}, today=DAY)), "V101")
    assert joined.state is State.NEW, "a new value joined"


def test_it_is_known_by_whichever_name_the_documents_use(tmp_path: Path) -> None:
    """More documents make 松陵二院 the usual name; the contradiction is still the one that is known."""
    bed = "松陵市第二人民医院有床位{}张。\n"
    files = {
        "a.md": HEAD.format("北岸日报") + "松陵市第二人民医院（简称松陵二院）建于1950年。" + bed.format(1200),
        "b.md": HEAD.format("青川晚报") + "据介绍，" + bed.format(1350),
    }
    before = only(check(tmp_path, files), "V101")
    for number in range(3):
        files[f"c{number}.md"] = HEAD.format(f"南岸新闻{number}") + "记者了解到，松陵二院建于1950年。\n"
    after = only(check(tmp_path, files), "V101")
    assert after.id != before.id, "the name is another one"
    found = only(check(tmp_path, files, Policy(known={before.id}, today=DAY)), "V101")
    assert (found.id, found.state) == (before.id, State.BASELINE)


def test_a_suppressed_finding_is_suppressed_even_if_it_is_known(tmp_path: Path) -> None:
    files = {"own/a.md": OWN.format(REMARK), "b.md": OTHER.format("")}
    ident = only(check(tmp_path, files), "V101").id
    assert only(check(tmp_path, files, Policy(known={ident}, today=DAY)), "V101").state is State.SUPPRESSED


@pytest.mark.parametrize(
    ("own", "sources", "told"),
    [
        ((), (), set()),
        (("docs/",), (), {"docs/a.txt"}),
        ((), ("sources/",), {"docs/a.txt", "c.txt"}),
        (("docs/",), ("sources/",), {"docs/a.txt"}),
        (("*",), ("sources/",), {"docs/a.txt", "c.txt"}),
        (("docs/", "sources/"), ("docs/",), {"sources/b.txt"}),
    ],
)
def test_whose_a_document_is(
    tmp_path: Path, own: tuple[str, ...], sources: tuple[str, ...], told: set[str]
) -> None:
    for name in ("docs/a.txt", "sources/b.txt", "c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("青石大桥全长3120米。\n", "utf-8")
    report = api.check([tmp_path], own=own, sources=sources, base=tmp_path)
    assert {one.source.path for one in report.documents if one.source.own} == told
