"""What a function returned is kept for the keys that were asked for, so many at most."""

from __future__ import annotations

from verify.text.remembered import Remembered


def test_a_key_is_worked_out_once() -> None:
    asked: list[int] = []

    def work(key: int) -> int:
        asked.append(key)
        return key + 1

    kept = Remembered(work, most=2)
    assert [kept[key] for key in (1, 1, 2, 3, 1)] == [2, 2, 3, 4, 2]
    assert asked == [1, 2, 3, 1]  # a third key lets the first two go
    assert len(kept) <= 2
