"""The attributes of a report, as people read them."""

from __future__ import annotations

import pytest

from builders import SHARE, claim, q
from verify import api
from verify.normalize.attributes import Normalizer


@pytest.mark.parametrize(
    ("attribute", "name"),
    [
        ("length.total", "length"),
        ("growth of length.total", "growth of length"),
        ("growth of ferries", "growth of ferries"),
        ("ferries", "ferries"),
    ],
)
def test_no_id_is_shown_to_people(attribute: str, name: str) -> None:
    told = claim("a", q("8%", "8", "1", None, SHARE), attribute=attribute)
    (found,) = Normalizer(api.load_rules()).attributes([told], {})
    assert found.name == name
