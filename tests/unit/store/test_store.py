"""What is decided is kept, in one order, whoever else decides; on both databases."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from databases import HERE
from verify.errors import UsageError
from verify.store.store import Overtaken, Store, Unavailable

ONE = {"choice": "both-stand", "reason": "两处说的是一回事"}
OTHER = {"choice": "unresolved", "reason": "ask the operator"}


def test_a_decision_is_read_back_as_it_was_written(store: Store) -> None:
    record = store.decide("g-1", 0, ONE, "Ann")
    assert (record.seq, record.action, record.before, record.after) == (1, "decide", None, ONE)
    found = store.decision("g-1")
    assert (found.revision, found.body, found.editor) == (1, ONE, "Ann")
    assert store.decision("g-2").revision == 0
    assert store.decision("g-2").body is None


def test_who_looked_at_an_older_state_overwrites_nothing(store: Store) -> None:
    store.decide("g-1", 0, ONE, "Ann")
    with pytest.raises(Overtaken) as told:
        store.decide("g-1", 0, OTHER, "Ben")
    assert told.value.current.editor == "Ann"
    assert store.decision("g-1").body == ONE
    store.decide("g-1", 1, OTHER, "Ben")
    assert store.decision("g-1").body == OTHER


def test_undo_and_redo_walk_the_editors_own_acts(store: Store) -> None:
    store.decide("g-1", 0, ONE, "Ann")
    store.decide("g-1", 1, OTHER, "Ann")
    store.decide("g-2", 0, ONE, "Ben")
    walked = []
    for act in (store.undo, store.undo, store.undo, store.redo, store.redo, store.redo):
        record = act("Ann")
        walked.append((record and record.action, store.decision("g-1").body))
    assert walked == [
        ("undo", ONE),
        ("undo", None),
        (None, None),
        ("redo", ONE),
        ("redo", OTHER),
        (None, OTHER),
    ]
    assert store.decision("g-2").body == ONE
    assert [record.action for record in store.records()] == ["decide"] * 3 + ["undo"] * 2 + ["redo"] * 2


def test_a_new_decision_ends_redoing(store: Store) -> None:
    store.decide("g-1", 0, ONE, "Ann")
    store.undo("Ann")
    store.decide("g-2", 0, ONE, "Ann")
    assert store.redo("Ann") is None


def test_nobody_undoes_what_another_built_on(store: Store) -> None:
    store.decide("g-1", 0, ONE, "Ann")
    store.decide("g-1", 1, OTHER, "Ben")
    with pytest.raises(Overtaken):
        store.undo("Ann")
    assert store.decision("g-1").body == OTHER


def test_the_log_verifies_until_somebody_touches_it(store: Store, tmp_path: Path) -> None:
    for number in range(5):
        store.decide(f"g-{number}", 0, ONE, "Ann")
    store.undo("Ann")
    assert store.verify() == []
    file = tmp_path / "desk.db"
    if not file.exists():
        return  # the same code judges both; only a file can be edited from here
    for change, told in (
        ("UPDATE record SET editor = 'Eve' WHERE seq = 2", "record 2: it was changed"),
        ("DELETE FROM record WHERE seq = 3", "record 4: record 3 is missing"),
        ("UPDATE decision SET body = '{}' WHERE subject = 'g-0'", "record 1: g-0 stands otherwise"),
        ("UPDATE head SET seq = 5", "record 6: the log should end with record 5"),
    ):
        copy = tmp_path / "copy.db"
        with closing(sqlite3.connect(file)) as original, closing(sqlite3.connect(copy)) as other:
            original.backup(other)
            other.execute(change)
            other.commit()
        tampered = Store(f"sqlite:///{copy}", HERE)
        found = [f"record {item.seq}: {item.why}" for item in tampered.verify()]
        tampered.close()
        assert any(line.startswith(told) for line in found), (change, found)
        copy.unlink()


def test_a_record_says_what_its_editor_looked_at(store: Store) -> None:
    record = store.decide("g-1", 0, ONE, "Ann")
    assert (record.program, record.rules, record.corpus) == ("1.0", "r" * 64, "c" * 64)


def test_the_first_to_come_sets_what_the_desk_looks_at(store: Store, url: str) -> None:
    assert store.join_desk() == HERE
    other = Store(url, replace(HERE, corpus="d" * 64))
    assert other.join_desk() == HERE
    other.move_desk()
    assert store.join_desk().corpus == "d" * 64
    other.close()


def test_many_at_once_lose_nothing(store: Store, url: str) -> None:
    editors, each = 20, 60

    def decide(editor: int) -> int:
        own = Store(url, HERE)
        overtaken = 0
        for number in range(each):
            if number % 10:
                own.decide(f"own-{editor}-{number}", 0, ONE, f"e{editor}")
                continue
            try:
                own.decide("shared", number // 10, {"by": editor}, f"e{editor}")
            except Overtaken:
                overtaken += 1
        own.close()
        return overtaken

    with ThreadPoolExecutor(editors) as pool:
        overtaken = sum(pool.map(decide, range(editors)))
    records = list(store.records())
    shared = [record for record in records if record.subject == "shared"]
    assert len(records) + overtaken == editors * each
    assert len(shared) + overtaken == editors * each // 10
    assert overtaken, "somebody was faster at least once, or this shows nothing"
    assert store.decision("shared").revision == len(shared)
    assert store.verify() == []


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("nonsense", "is no URL of a database"),
        ("mysql://localhost/desk", "SQLite or PostgreSQL, not in mysql"),
    ],
)
def test_a_wrong_url_is_told(url: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        Store(url, HERE)


def test_a_database_that_cannot_be_opened_is_told_without_its_password() -> None:
    with pytest.raises(Unavailable) as told:
        Store("postgresql://ann:secret@127.0.0.1:1/desk", HERE)
    assert "secret" not in str(told.value)
    assert "127.0.0.1" in str(told.value)


def test_a_database_of_a_later_version_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "desk.db"
    Store(f"sqlite:///{file}", HERE).close()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    with pytest.raises(UsageError, match="newer version"):
        Store(f"sqlite:///{file}", HERE)
