"""Cross-check the figures of a folder of sources: agreements, conflicts, single-source facts.

The package reads documents, finds every quantitative claim in them, puts each into exact
canonical form, groups claims about the same fact and judges whether they hold together.
``docs/semantics.md`` says what "the same fact" and "agree" mean, ``docs/api.md`` what stands here.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from verify.version import __version__

if TYPE_CHECKING:
    from verify.api import before, check, load_rules, parse, render
    from verify.catalog.catalog import Catalog
    from verify.errors import (
        ConfigurationError,
        NoDocumentError,
        OutputError,
        RulesError,
        UsageError,
        VerifyError,
    )
    from verify.model.claim import Claim
    from verify.model.document import Issue
    from verify.model.finding import Finding, Location, Severity, State, Suppression
    from verify.model.group import Comparison, Group
    from verify.model.report import Report
    from verify.pipeline import Reading
    from verify.policy.policy import Excuse, Policy

_PLACES = {
    "verify.api": ("check", "before", "parse", "render", "load_rules"),
    "verify.model.report": ("Report",),
    "verify.model.finding": ("Finding", "Location", "Severity", "State", "Suppression"),
    "verify.model.group": ("Group", "Comparison"),
    "verify.model.claim": ("Claim",),
    "verify.model.document": ("Issue",),
    "verify.pipeline": ("Reading",),
    "verify.policy.policy": ("Policy", "Excuse"),
    "verify.catalog.catalog": ("Catalog",),
    "verify.errors": (
        *("VerifyError", "UsageError", "NoDocumentError", "RulesError", "ConfigurationError", "OutputError"),
    ),
}
"""Where each name stands; it is imported when it is asked for, so that ``verify --help`` is quick.

``extract`` and ``compare`` stand in ``verify.api`` alone: packages of these names are here.
"""
_PLACE_OF = {name: module for module, names in _PLACES.items() for name in names}

__all__ = [
    "check",
    "before",
    "parse",
    "render",
    "load_rules",
    "Report",
    "Finding",
    "Location",
    "Severity",
    "State",
    "Suppression",
    "Group",
    "Comparison",
    "Claim",
    "Issue",
    "Reading",
    "Policy",
    "Excuse",
    "Catalog",
    "VerifyError",
    "UsageError",
    "NoDocumentError",
    "RulesError",
    "ConfigurationError",
    "OutputError",
    "__version__",
]


def __getattr__(name: str) -> Any:
    if name in _PLACE_OF:
        return getattr(import_module(_PLACE_OF[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
