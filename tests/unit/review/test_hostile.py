"""Hostile texts in every field of a source, a reason, a name, a correction: none runs, no request leaves."""

from __future__ import annotations

from typing import Any

import pytest

from browsers import browser
from payloads import BODIES
from served import Server, follow, opened
from verify.report import schema

__all__ = ["browser"]  # a fixture: pytest finds it here

SCRIPTS = (
    "<script>document.title='ran'</script>",
    "</textarea></select></script><script>document.title='ran'</script>",
    "<img src=x onerror=\"document.title='ran'\">",
    "<img src=//evil.example/x.png>",
    "\"><svg onload=document.title='ran'>",
    "' onfocus=document.title='ran' autofocus='",
    "<a href=\"javascript:document.title='ran'\">a</a>",
    "javascript:document.title='ran'",
    "<iframe srcdoc=\"<script>top.document.title='ran'</script>\"></iframe>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<base href=//evil.example/><link rel=stylesheet href=//evil.example/x.css>",
    "<style>@import url(//evil.example/x.css)</style>",
    "<form action=//evil.example><button>Decide</button></form>",
    "<template><script>document.title='ran'</script></template>",
    "{{ ''.__class__.__mro__ }}{% for x in () %}{% endfor %}{# #}${7*7}#{7*7}<%= 7*7 %>",
    "\u202emoc.live\u202c\u2066\u200b",
)
FAMILIES = {
    "scripts": "".join(SCRIPTS),
    "scripts-backwards": "".join(reversed(SCRIPTS)),
    **{kind: " ".join(bodies) for kind, bodies in BODIES.items() if kind != "xml"},
    "xml": " ".join(body for body in BODIES["xml"] if body.isprintable()),
}

OURS = ", ".join(
    f"main {name}"
    for name in (
        "script",
        "style",
        "link",
        "meta",
        "base",
        "img",
        "iframe",
        "template",
        "[onfocus]",
        "[onload]",
    )
)
"""None of these stands in our own pages."""


def hostile(report: schema.Report, text: str) -> schema.Report:
    """Return the report with a text in every field that a source or a rule can fill."""
    return report.model_copy(
        update={
            "sources": tuple(
                one.model_copy(
                    update={
                        **dict.fromkeys(("title", "publisher", "author", "language"), text),
                        "path": f"{one.path}{text}",
                    }
                )
                for one in report.sources
            ),
            "entities": tuple(
                one.model_copy(update={"name": text, "aliases": (text,), "kind": text})
                for one in report.entities
            ),
            "attributes": tuple(one.model_copy(update={"name": text}) for one in report.attributes),
            "claims": tuple(_claim(one, text) for one in report.claims),
            "groups": tuple(
                one.model_copy(
                    update={
                        "explanation": text,
                        "comparisons": tuple(
                            each.model_copy(update={"bound": text, "derivation": (text,)})
                            for each in one.comparisons
                        ),
                    }
                )
                for one in report.groups
            ),
            "findings": tuple(
                one.model_copy(update={"message": text, "expected": text, "found": text})
                for one in report.findings
            ),
        }
    )


def _claim(claim: schema.Claim, text: str) -> schema.Claim:
    words = {
        "sentence": claim.sentence + text,
        "quote": text,
        "speaker": text,
        "heads": (text,),
        "section": text,
    }
    return claim.model_copy(
        update={
            **words,
            "qualifiers": claim.qualifiers.model_copy(update={"scope": text, "statistic": text}),
            "value": claim.value.model_copy(update={"stated": text}),
        }
    )


def looked_at(page: Any, server: Server, path: str) -> None:
    page.goto(server.own + path)
    quiet(page)


def quiet(page: Any) -> None:
    """Nothing of the text became part of the page."""
    assert page.title() != "ran"
    assert page.locator(OURS).count() == 0
    assert page.locator("main form").count() <= 1
    assert "49" not in page.inner_text("h1")


@pytest.mark.parametrize("text", FAMILIES.values(), ids=FAMILIES)
def test_hostile_text_is_shown_and_never_runs(
    browser: Any, serve: Any, report: schema.Report, text: str
) -> None:
    server = serve(hostile(report, text), text.replace("\x00", "") or "Ann")
    page = opened(browser, server)
    page.on("dialog", lambda dialog: page.complaints.append(dialog.message) or dialog.dismiss())
    quiet(page)
    follow(page, "table.queue a")
    quiet(page)
    item = page.url.removeprefix(server.own).partition("?")[0]
    short = text[:9000]
    page.check("[value=extraction-wrong]")
    page.click(".naming summary")
    page.fill("[name=left-meant]", f"{short} x")
    page.fill("[name=left-figure]", f"{short} y")
    page.fill("[name=left-entity]", f"{short} z")
    page.fill("[name=second-name]", f"{short} n")
    page.check("[name=naming][value=never]")
    page.fill("textarea", short)
    follow(page, "button.main")  # it cannot be read: told, with the fields as they were
    quiet(page)
    assert page.is_visible(".notice.error:not(#lost)")
    page.fill("[name=left-meant]", "68米")
    page.fill("[name=left-figure]", "")
    follow(page, "button.main")
    (record,) = server.store.records()
    assert record.after["naming"]["second"].endswith(" n")
    for path in (item, "/", "/decisions", "/rules", "/log?check=1", "/keys", "/nothing", f"{item}x"):
        looked_at(page, server, path)
    query = page.evaluate(
        "text => new URLSearchParams({q: text, verdict: text, state: text}).toString()", short
    )
    looked_at(page, server, f"/?{query}")
    looked_at(page, server, f"{item}?{query}")
    # Somebody else was faster: her name and her reason are shown.
    page.goto(server.own + item)
    server.store.decide(server.desk.items[0].subject, 1, record.after, short)
    page.check("[value=unresolved]")
    page.fill("textarea", "x")
    follow(page, "button.main")
    quiet(page)
    assert page.is_visible(".notice.warning")
    expected = ("Failed to load resource: the server responded with a status of",)
    assert [one for one in page.complaints if not one.startswith(expected)] == []
    assert page.foreign == []
    page.close()
