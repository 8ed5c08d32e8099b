"""JUnit XML: what fails fails, what is known is skipped, what was not read is an error."""

from __future__ import annotations

from typing import Literal
from xml.etree.ElementTree import Element, fromstring

import pytest

import many
from verify.model.report import Report
from verify.report import outcome, schema
from verify.report.build import build
from verify.report.formats import junit


def suite_of(report: schema.Report) -> Element:
    suite = fromstring(junit.render(report)).find("testsuite")
    assert suite is not None
    return suite


@pytest.mark.parametrize(
    ("fail_on", "failures"), [("error", "1"), ("warning", "2"), ("note", "3"), ("never", "0")]
)
def test_what_the_call_fails_on_is_a_failure(
    fail_on: Literal["error", "warning", "note", "never"], failures: str
) -> None:
    places = many.places(1)
    findings = [many.finding(1, level, locations=places) for level in ("error", "warning", "note")]
    suite = suite_of(outcome.judged(many.report(*findings), fail_on=fail_on, show="note"))
    assert (suite.get("tests"), suite.get("failures")) == ("3", failures)
    assert len(suite.findall("testcase/system-out")) == 3 - int(failures)


def test_a_case_is_named_by_document_and_fingerprint(sample_report: Report) -> None:
    suite = suite_of(build(sample_report))
    cases = [(case.get("classname"), case.get("name")) for case in suite.findall("testcase")]
    assert cases == [
        ("lake/a.txt", "f1 "),
        ("lake/a.txt", "f2 "),
        ("lake/a.txt", "f3 "),
        ("lake/b.txt", "figures"),
        ("lake/c.txt", "figures"),
    ]
    (failure,) = suite.findall("testcase/failure")
    assert failure.get("type") == "V101"
    assert (failure.text or "").splitlines() == [
        "error: height of 镜湖水库: 86米 against 68米",
        "lake/a.txt:2:16: 水库总库容3.2亿立方米，坝高86米，总投资约25亿元，是全省最大的水库之一。",
        "lake/b.txt:2:4: 大坝高68米，投资<b>21亿元</b>，2021年5月8日蓄水。",
    ]


def test_what_is_known_is_skipped() -> None:
    suppressed = many.finding(2, state="suppressed", suppression=many.SUPPRESSION)
    suite = suite_of(many.report(many.finding(1, state="baseline"), suppressed))
    assert [each.get("message") for each in suite.findall("testcase/skipped")] == [
        "known before",
        "suppressed until 2027-03-31, a.md:3:1: agreed with the press office",
    ]
    assert (suite.get("failures"), suite.get("skipped")) == ("0", "2")


def test_an_unread_document_is_an_error() -> None:
    suite = suite_of(many.report(issues=(many.UNREAD,)))
    assert (suite.get("tests"), suite.get("errors")) == ("2", "1")
    (error,) = suite.findall("testcase[@classname='b.md']/error")
    assert error.get("message") == "cannot be read: permission denied"


def test_what_is_not_shown_is_told(sample_report: Report) -> None:
    suite = suite_of(outcome.judged(build(sample_report), fail_on="error", show="error"))
    assert suite.findtext("system-out") == "1 error; 1 warning and 1 note not shown (--show note)"


def test_what_xml_cannot_hold_is_a_sign() -> None:
    told = junit.render(many.report(many.finding(1, message="a]]>b\x00\ud800\ufffe\x1b&<c>")))
    failure = fromstring(told).find("testsuite/testcase/failure")
    assert failure is not None
    assert failure.get("message") == "error: a]]>b␀⟨U+D800⟩⟨U+FFFE⟩␛&<c>"
    assert "CDATA" not in told
    assert "]]>" not in told
