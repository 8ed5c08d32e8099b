"""Which characters write a foreign name by its sound, and which nearly do."""

from __future__ import annotations

from functools import cache

import pytest

from verify import api
from verify.resolve.spelling import Speller
from verify.resolve.transcribing import keys, latin_key, writes


@cache
def speller() -> Speller:
    return Speller(api.load_rules())


@pytest.mark.parametrize(
    ("han", "latin"),
    [
        ("伦敦", "london"),
        ("柏林", "berlin"),
        ("莫斯科", "moscow"),
        ("里斯本", "lisbon"),
        ("墨尔本", "melbourne"),
        ("阿姆斯特丹", "amsterdam"),
        ("史密斯", "smith"),
        ("爱丁堡", "edinburgh"),
        ("托尔文", "torvane"),
        ("德沃兰", "dvoran"),
        ("科布", "cobb"),
    ],
)
def test_a_name_by_its_sound(han: str, latin: str) -> None:
    syllables = speller().readings(han)
    assert writes(latin, syllables)
    assert latin_key(latin) in {*keys(syllables)}


@pytest.mark.parametrize(
    ("han", "latin"),
    [
        ("伦敦", "berlin"),
        ("柏林", "london"),
        ("托尔文", "dvoran"),
        ("德沃兰", "torvane"),
        ("东湖", "dock"),
        ("山河", "sun"),
        ("明珠", "mills"),
        ("长河", "cobb"),
        ("远山", "johnson"),
        ("塔", "ta"),
        ("", "london"),
        ("伦敦", ""),
    ],
)
def test_no_name_by_its_sound(han: str, latin: str) -> None:
    assert not writes(latin, speller().readings(han))


def test_long_names_cost_little() -> None:
    assert not writes("na" * 500, speller().readings("尔" * 12))
    assert len([*keys(speller().readings("行" * 12))]) <= 16
