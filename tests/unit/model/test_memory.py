"""While a great many objects are made Python looks for cycles seldom; afterwards all is as it was."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from verify.model.memory import collecting_seldom


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    yield
    gc.unfreeze()


def test_the_threshold_is_what_it_was_also_where_something_fails() -> None:
    before = gc.get_threshold()
    with pytest.raises(KeyError), collecting_seldom():
        assert gc.get_threshold()[0] > before[0]
        raise KeyError
    assert gc.get_threshold() == before


def test_what_was_made_is_old_and_not_looked_through_at_once() -> None:
    with collecting_seldom():
        made = [[number] for number in range(5)]
    assert gc.get_freeze_count() == 0
    assert any(one is made for one in gc.get_objects(generation=2))


def test_what_the_caller_froze_stays_frozen() -> None:
    gc.freeze()
    frozen = gc.get_freeze_count()
    with collecting_seldom():
        pass
    assert gc.get_freeze_count() == frozen
