from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from told import ARTICLES, OWN, ROOT, TUTORIAL, Told, require, told

NAMED = {
    "centre.lingang": "商汤科技人工智能计算中心",
    "centre.hangzhou": "杭州人工智能计算中心",
    "centre.nanjing": "南京人工智能计算中心",
    "district.jiangbei": "江北新区",
}
"""What the statements call a thing, to a name by which every reader would look for it."""


@pytest.fixture(scope="session", params=["articles", "seeds", "articles-no-entries", "seeds-no-entries"])
def report(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, general: Path) -> Told:
    """The report on the real articles and on the same facts in our own words, and both without any entry."""
    folder, _, general_only = str(request.param).partition("-")
    sources = {"articles": ARTICLES, "seeds": OWN}[folder]
    require(sources)
    out = tmp_path_factory.mktemp("out")
    if not general_only:
        return told(out, sources)
    found = told(out, sources, rules=general)
    for ident, name in NAMED.items():
        found.rename(name, ident)
    return found


@pytest.fixture(scope="session")
def general(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the shipped rules without rules/entities."""
    rules = tmp_path_factory.mktemp("general") / "rules"
    shutil.copytree(ROOT / "rules", rules, ignore=shutil.ignore_patterns("entities"))
    return rules


@pytest.fixture(scope="session")
def tutorial(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """The report on our own sources and the deliberately wrong one of the tutorial."""
    return told(tmp_path_factory.mktemp("out"), TUTORIAL, OWN)
