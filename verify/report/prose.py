"""Sentences of the program as a page tells them: derivations, reasons, the messages of findings.

Comes in: texts and findings of ``schema.Report``.  Goes out: text in the language of the page.  In English
they stand as the checks wrote them; elsewhere a finding is told anew from its fields, by the template of its
code, and the rest by ``phrases``.
"""

from __future__ import annotations

from collections.abc import Iterable

from verify.report import schema
from verify.report.language import ENGLISH, Language
from verify.report.numbers import spelled
from verify.report.phrases import translated


def prose(text: str, say: Language = ENGLISH) -> str:
    """Return a sentence of the program with its powers and units as people write them."""
    if not text:
        return text
    return spelled(text if say is ENGLISH else translated(text, say))


def message(finding: schema.Finding, about: str, places: Iterable[str], say: Language = ENGLISH) -> str:
    """Return the message of a finding.

    ``about`` tells the thing and the property, ``places`` where it stands, with what is said there.
    """
    if say is ENGLISH:
        return spelled(finding.message)
    name = say.known(f"code.{finding.code}", finding.code)
    told = say("finding.of", name=name, about=about) if about else name
    if finding.derivation:
        expected, found = prose(finding.expected, say), prose(finding.found, say)
        told = say("finding.reckoned", told=told, expected=expected, found=found)
    where = say("list.several").join(dict.fromkeys(places))
    return say("finding.where", told=told, where=where) if where else told
