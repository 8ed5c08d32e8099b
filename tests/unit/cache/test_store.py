"""What is kept comes back for the same key, whole or not at all."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from verify.cache.store import Store, key

KEY, OTHER = key("one"), key("other")
BODY = "峰值".encode() * 50


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path / "deep" / "cache")
    store.put(KEY, BODY)
    return store


@pytest.fixture
def place(store: Store, tmp_path: Path) -> Path:
    [found] = (path for path in tmp_path.rglob("*") if path.is_file() and path.name != ".gitignore")
    return found


def test_what_was_put_comes_back(store: Store) -> None:
    assert store.get(KEY) == BODY
    assert store.get(OTHER) is None
    store.put(KEY, b"")
    assert store.get(KEY) == b""


@pytest.mark.parametrize("length", [0, 1, 20, 21, 40, 53, 100])
def test_an_entry_cut_short_is_none(store: Store, place: Path, length: int) -> None:
    place.write_bytes(place.read_bytes()[:length])
    assert store.get(KEY) is None
    store.put(KEY, BODY)
    assert store.get(KEY) == BODY, "and is put right by the next run"


@pytest.mark.parametrize("at", [0, 20, 21, 30, 52, 53, -1])
def test_a_damaged_entry_is_none(store: Store, place: Path, at: int) -> None:
    content = bytearray(place.read_bytes())
    content[at] ^= 1
    place.write_bytes(content)
    assert store.get(KEY) is None


def test_an_entry_in_the_place_of_another_is_none(store: Store, place: Path) -> None:
    store.put(OTHER, b"something else")
    there = place.parent.parent / OTHER[:2] / OTHER[2:]
    there.replace(place)
    assert store.get(KEY) is None


def test_an_entry_of_another_user_is_none(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    assert store.get(KEY) is None


def test_a_link_or_a_folder_is_no_entry(store: Store, place: Path, tmp_path: Path) -> None:
    real = place.replace(tmp_path / "real")
    place.symlink_to(real)
    assert store.get(KEY) is None
    place.unlink()
    place.mkdir()
    assert store.get(KEY) is None
    store.put(KEY, BODY)
    assert store.get(KEY) is None, "what cannot be written is not kept, and nothing is raised"


@pytest.mark.parametrize("blocked", ["", "deep/cache"])
def test_a_folder_that_cannot_be_made_is_as_good_as_none(tmp_path: Path, blocked: str) -> None:
    (tmp_path / "deep").write_text("in the way", encoding="utf-8") if blocked else None
    store = Store(tmp_path / blocked if blocked else Path("/proc/none"))
    store.put(KEY, BODY)
    assert store.get(KEY) is None


def test_the_folder_is_for_its_owner_alone(store: Store, place: Path) -> None:
    assert [path.stat().st_mode & 0o077 for path in (place, place.parent, place.parent.parent)] == [0, 0, 0]


def test_several_at_once_never_meet_half_an_entry(tmp_path: Path) -> None:
    bodies = [bytes([number]) * 100_000 for number in range(8)]

    def run(body: bytes) -> set[bytes | None]:
        store = Store(tmp_path)
        seen = set()
        for _ in range(20):
            store.put(KEY, body)
            seen.add(store.get(KEY))
        return seen

    with ThreadPoolExecutor(8) as pool:
        assert set().union(*pool.map(run, bodies)) <= set(bodies)
    left = [path.name for path in tmp_path.rglob("*") if path.is_file()]
    assert sorted(left) == sorted([".gitignore", KEY[2:]]), "nothing else is left behind"


def test_what_nobody_asked_for_goes_and_nothing_else(tmp_path: Path) -> None:
    day = 24 * 3600
    store = Store(tmp_path)
    for one in (KEY, OTHER):
        store.put(one, BODY)
    old, used = (tmp_path / "verify-1" / one[:2] / one[2:] for one in (KEY, OTHER))
    strange = old.parent / "notes.txt"
    beside = tmp_path / "ab" / ("0" * 62)
    for path in (strange, beside):
        path.parent.mkdir(exist_ok=True)
        path.write_text("of somebody else", encoding="utf-8")
    for path in (old, used, strange, beside, tmp_path / "verify-1" / ".gitignore"):
        os.utime(path, (path.stat().st_mtime - 40 * day,) * 2)
    assert store.get(OTHER) == BODY, "asked for today"
    Store(tmp_path).put(key("third"), BODY)
    assert [path.exists() for path in (old, used, strange, beside)] == [False, True, True, True]


def test_a_key_tells_its_parts_apart() -> None:
    assert len({key("ab", "c"), key("a", "bc"), key("abc"), key("abc", ""), key("c", "ab")}) == 5
    assert key("峰") == key("峰".encode())
    assert key("\ud800") != key("\ud801"), "half a pair of surrogates is no reason to fail"
