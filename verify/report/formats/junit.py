"""``junit``: JUnit XML, which CI services show as test results.

There is no standard; the elements are those that Jenkins (``xunit/schema/junit-10.xsd`` of its xunit
plugin) and GitLab (docs.gitlab.com, "Unit test reports") read.  A test case is a finding, named by its
fingerprint so that its history survives a move, or a document about which nothing is told.  What the call
fails on is a ``failure``, what was not read an ``error``, what the baseline holds or somebody suppressed
is ``skipped``, the rest passes and tells itself in ``system-out``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from verify.model.report import MARKER
from verify.report import schema
from verify.report.findings import FindingView, finding_views, state_words
from verify.report.outcome import at_least, headline, unread
from verify.text.visible import inline, legal_xml

NAME = "junit"
SUFFIX = ".xml"
STEM = ""
BRIEF = True

_SUITE = "verify"


def render(report: schema.Report) -> str:
    """Return one suite with the findings of each document, in the order of the documents."""
    fail_on = report.outcome.fail_on if report.outcome else "error"
    views: dict[str, list[FindingView]] = defaultdict(list)
    for view in finding_views(report):
        views[view.sides[0].path if view.sides else ""].append(view)
    suite = Element("testsuite", name=_SUITE)
    for issue in unread(report):
        case = SubElement(suite, "testcase", classname=_name(issue.source_id), name="read")
        _tell(case, "error", issue.code, issue.message, "")
    for path in sorted({source.path for source in report.sources} | views.keys()):
        for view in views[path]:
            _case(suite, path, view, fail_on)
        if not views[path]:
            SubElement(suite, "testcase", classname=_name(path), name="figures")
    kinds = Counter(child.tag for case in suite for child in case)
    suite.set("tests", str(len(suite)))
    for count, kind in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(count, str(kinds[kind]))
    SubElement(suite, "system-out").text = legal_xml(headline(report))
    root = Element("testsuites")
    root.append(suite)
    indent(root, " ")
    body = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- {MARKER} -->\n{body}\n'


def _case(suite: Element, path: str, view: FindingView, fail_on: str) -> None:
    finding = view.finding
    case = SubElement(suite, "testcase", classname=_name(path), name=_name(f"{finding.id} {view.name}"))
    body = "\n".join(f"{inline(side.place)}: {inline(side.sentence)}" for side in view.sides)
    if known := state_words(finding):
        SubElement(case, "skipped", message=_name(known))
    elif at_least(finding.severity, fail_on):
        _tell(case, "failure", finding.code, f"{finding.severity}: {view.message}", body)
    else:
        SubElement(case, "system-out").text = legal_xml(f"{finding.severity}: {view.message}\n{body}")


def _tell(case: Element, tag: str, kind: str, message: str, body: str) -> None:
    told = SubElement(case, tag, type=_name(kind), message=_name(message))
    # GitLab shows the body alone.
    told.text = legal_xml("\n".join(part for part in (message, body) if part))


def _name(text: str) -> str:
    return legal_xml(inline(text))
