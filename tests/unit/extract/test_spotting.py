"""Names of a text are told by what its corpus declares, however often it was read before."""

from __future__ import annotations

import pytest

from verify.api import load_rules
from verify.extract.names.known import Known
from verify.extract.names.spotting import Spotter


@pytest.fixture(scope="module")
def spotter() -> Spotter:
    return Spotter(load_rules())


def _names(spotter: Spotter, text: str, known: Known | None) -> set[str]:
    return {spot.name for spot in spotter.spots(text, known)}


def test_what_was_found_without_a_corpus_is_not_what_is_found_with_it(spotter: Spotter) -> None:
    text = "远岸去年售出3万辆，Quillet 售出2万辆。"
    assert "远岸" not in _names(spotter, text, None)
    assert "远岸" in _names(spotter, text, Known([("远岸", "company")]))
    assert "远岸" not in _names(spotter, text, Known([("近岸", "company")]))
    assert "远岸" not in _names(spotter, text, None)


def test_capitals_of_a_heading_tell_no_names_though_they_do_in_a_text(spotter: Spotter) -> None:
    text = "The output of Quillet rose"
    inner = {spot.inner for spot in spotter.spots(text, None)}
    heading = {spot.inner for spot in spotter.spots(text, None, capitals=False)}
    assert True in inner
    assert heading == {False}
