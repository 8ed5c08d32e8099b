"""The languages at hand, by their id in rules/languages."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from verify.catalog.schema import LanguageEntry
from verify.lang.base import Periods
from verify.lang.en import EnPeriods
from verify.lang.zh import ZhPeriods

_GRAMMARS: dict[str, Callable[[LanguageEntry], Periods]] = {"zh": ZhPeriods, "en": EnPeriods}


def periods(languages: Sequence[LanguageEntry]) -> dict[str, Periods]:
    """Return the date grammar of each language that has one."""
    return {entry.id: _GRAMMARS[entry.id](entry) for entry in languages if entry.id in _GRAMMARS}
