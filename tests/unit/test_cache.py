"""What is extracted again, and what is not."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from verify import api
from verify.cache import program, records
from verify.cli import main
from verify.extract.extractor import Extractor
from verify.extract.names.known import Known
from verify.model.document import Document
from verify.model.extraction import Extraction

TEXTS = {
    "a.txt": "标题: 云湖图书馆开馆\n日期: 2023-05-12\n正文: 云湖图书馆馆藏图书35万册，座位1200个。\n",
    "b.txt": "标题: 新馆开放\n日期: 2023-05-13\n正文: 云湖图书馆藏书36万册。云图今天迎来读者800人。\n",
    "c.txt": "标题: 东山剧院首演\n日期: 2023-06-01\n正文: 东山剧院有座位900个。\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def check(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Judge the folder with a cache; return the names of the files that were extracted for it."""
    real = Extractor.extract
    seen: list[str] = []

    def extract(self: Extractor, document: Document, known: Known | None = None) -> Extraction:
        seen.append(document.source.path.rpartition("/")[2])
        return real(self, document, known)

    monkeypatch.setattr(Extractor, "extract", extract)

    def check(**options: object) -> list[str]:
        seen.clear()
        api.check([folder], cache=tmp_path / "cache", **options)  # type: ignore[arg-type]
        return sorted(seen)

    return check


def test_nothing_is_extracted_twice(check: Callable[..., list[str]]) -> None:
    assert check() == ["a.txt", "b.txt", "c.txt"]
    assert check() == []


def test_an_edit_costs_its_document_alone(check: Callable[..., list[str]], folder: Path) -> None:
    check()
    (folder / "b.txt").write_text(TEXTS["b.txt"].replace("36万", "37万"), encoding="utf-8")
    assert check() == ["b.txt"]
    (folder / "b.txt").write_text(TEXTS["b.txt"], encoding="utf-8")
    assert check() == [], "what was read of the old text is still there"


def test_a_name_that_one_document_declares_changes_those_that_use_it(
    check: Callable[..., list[str]], folder: Path
) -> None:
    check()
    told = TEXTS["a.txt"].replace("云湖图书馆馆藏", "云湖图书馆（简称云图）馆藏")
    (folder / "a.txt").write_text(told, encoding="utf-8")
    assert check() == ["a.txt", "b.txt"]


def test_another_document_and_another_place_are_read_for_themselves(
    check: Callable[..., list[str]], folder: Path
) -> None:
    check()
    (folder / "c.txt").rename(folder / "d.txt")
    assert check() == ["d.txt"]


def test_the_users_own_documents_are_others(check: Callable[..., list[str]], folder: Path) -> None:
    check()
    assert check(own=["a.txt"]) == ["a.txt"]
    assert check() == []


def test_other_rules_and_another_program_read_anew(
    check: Callable[..., list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    check()
    mine = tmp_path / "rules" / "kinds"
    mine.mkdir(parents=True)
    (mine / "own.yaml").write_text(
        '- id: "own"\n  name: {en: "own", zh: "自"}\n  nouns: ["自有物"]\n'
        '  examples: {pass: ["甲自有物"], fail: ["甲"]}\n',
        encoding="utf-8",
    )
    assert check(rules=[tmp_path / "rules"]) == ["a.txt", "b.txt", "c.txt"]
    assert check() == []
    monkeypatch.setattr("verify.pipeline.extracting.fingerprint", lambda: "another")
    assert check() == ["a.txt", "b.txt", "c.txt"]


def test_entries_that_make_no_sense_are_none(
    check: Callable[..., list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("verify.pipeline.extracting.dumps", lambda *_: b'["from elsewhere"]')
        check()
    assert check() == ["a.txt", "b.txt", "c.txt"]
    assert check() == []


def test_verdicts_are_made_anew(
    check: Callable[..., list[str]], folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    check()
    grouped: list[int] = []
    monkeypatch.setattr(
        "verify.pipeline.running.judge", lambda documents, *_, **more: grouped.append(len(documents))
    )
    with pytest.raises(AttributeError):  # the stand-in gives no report
        check()
    assert grouped == [3]


def test_rules_are_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    api._load.cache_clear()
    first = api.load_rules(cache=tmp_path)
    api._load.cache_clear()

    def compiled(*_: object) -> None:
        raise AssertionError("compiled again")

    monkeypatch.setattr("verify.catalog.load._sound", compiled)
    second = api.load_rules(cache=tmp_path)
    api._load.cache_clear()
    assert second is not first
    assert (second.attributes, second.languages, second.digest) == (
        first.attributes,
        first.languages,
        first.digest,
    )
    for field in ("spellings", "caseless", "lengths", "coherent", "lines", "examples", "algebra"):
        assert getattr(second.units, field) == getattr(first.units, field)


def test_the_fingerprint_tells_apart_two_states_of_a_module(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = tmp_path / "verify" / "cache" / "program.py"
    module.parent.mkdir(parents=True)
    module.write_text("first", encoding="utf-8")
    monkeypatch.setattr(program, "__file__", str(module))
    told = []
    for text in ("first", "second one"):
        module.write_text(text, encoding="utf-8")
        program.fingerprint.cache_clear()
        told.append(program.fingerprint())
    program.fingerprint.cache_clear()
    assert told[0] != told[1]


def test_the_command_line_keeps_where_it_is_told(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.chdir(tmp_path)
    kept = tmp_path / "kept"
    told = []
    for options in (["--no-cache"], ["--cache-dir", "kept"], ["--cache-dir", "kept"]):
        assert main(["check", "docs", "--format", "json", *options]) in {0, 1}
        told.append(capsysbinary.readouterr().out)
        assert kept.is_dir() is ("--cache-dir" in options)
    assert told[0] == told[1] == told[2]
    assert json.loads(told[0])["claims"]


def test_every_extraction_can_be_kept(folder: Path) -> None:
    catalog = api.load_rules()
    from verify.pipeline import tools

    extraction = tools(catalog).extractor.extract(Document.of("云湖图书馆馆藏约35万册，比2020年增长12%。"))
    assert records.loads(Extraction, records.dumps(Extraction, extraction)) == extraction
