from __future__ import annotations

import pytest

from told import ARTICLES, OWN, TUTORIAL, Told, require, told


@pytest.fixture(scope="session", params=[ARTICLES, OWN], ids=["articles", "seeds"])
def report(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Told:
    """The report on the real articles, and on the same facts in our own words."""
    require(request.param)
    return told(tmp_path_factory.mktemp("out"), request.param)


@pytest.fixture(scope="session")
def tutorial(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """The report on our own sources and the deliberately wrong one of the tutorial."""
    return told(tmp_path_factory.mktemp("out"), TUTORIAL, OWN)
