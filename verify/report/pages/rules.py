"""What the verdicts of a page rest on: what is allowed between two values, and the codes that were met.

Comes in: ``schema.Report``.  Goes out: ready words.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from verify.model.exact import percent
from verify.report import schema
from verify.report.language import ENGLISH, Language
from verify.report.wording import attribute_words


@dataclass(frozen=True, slots=True)
class AllowedView:
    """What is allowed between two values, and the properties that it is allowed of."""

    allowed: str
    properties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UsedView:
    """All of it."""

    allowed: tuple[AllowedView, ...]
    codes: tuple[tuple[str, str], ...]


def used(report: schema.Report, say: Language) -> UsedView:
    """Return the properties of the rules and the codes that the report names, sorted."""
    properties: dict[str, list[str]] = {}
    for one in report.attributes:
        if one.catalogued:
            properties.setdefault(_allowed(one.allowed, say), []).append(attribute_words(one, say))
    allowed = tuple(AllowedView(words, tuple(sorted(names))) for words, names in sorted(properties.items()))
    names = {page.code: page.name for page in report.pages}
    codes = sorted({finding.code for finding in report.findings})
    return UsedView(allowed, tuple((code, _named(code, names.get(code, code), say)) for code in codes))


def _named(code: str, name: str, say: Language) -> str:
    return name if say is ENGLISH else say.known(f"code.{code}", name)


def _allowed(one: schema.Allowed, say: Language) -> str:
    if one.exact:
        first = say("rules.exact")
    elif one.tolerance is not None:
        first = say("rules.tolerance", percent=percent(Fraction(one.tolerance)))
    else:
        first = say("rules.rounding")
    parts = [say(f"rules.{part}") for part in one.ignores]
    told = [
        first,
        *([say("rules.varies")] if one.varies else []),
        *([say("rules.ignores", parts=say.listed(parts))] if parts else []),
    ]
    return say("list.several").join(told)
