"""What the program says in the reader's language, of a package made for the test."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from verify.text.language import LANGUAGES, Texts

ENGLISH = '[count]\ngroup.one = "{n} group"\ngroup.other = "{n} groups"\n[page]\ntitle = "Queue of {name}"\n'
CHINESE = (
    '[count]\ngroup.one = "{n} 组"\ngroup.other = "{n} 组"\n[page]\ntitle = "{name}的待定事项"\n'
    '[phrase]\n"no source {n}" = "没有第 {n} 处"\n'
)


@pytest.fixture(scope="module")
def speaker(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder: Path = tmp_path_factory.mktemp("packages") / "speaker"
    (folder / "languages").mkdir(parents=True)
    (folder / "__init__.py").write_text("", encoding="utf-8")
    for code, text in zip(LANGUAGES, (ENGLISH, CHINESE), strict=True):
        (folder / "languages" / f"{code}.toml").write_text(text, encoding="utf-8")
    sys.path.insert(0, str(folder.parent))
    return folder.name


@pytest.mark.parametrize(("code", "told"), [("en", "Queue of Ann"), ("zh", "Ann的待定事项")])
def test_a_text_is_said_by_its_key(speaker: str, code: str, told: str) -> None:
    assert Texts(speaker, code)("page.title", name="Ann") == told


def test_a_key_that_no_language_has_is_a_mistake(speaker: str) -> None:
    with pytest.raises(KeyError):
        Texts(speaker, "en")("page.none")
    assert Texts(speaker, "en").known("page.none", "as it stands") == "as it stands"


@pytest.mark.parametrize(("code", "told"), [("en", "no source 3"), ("zh", "没有第 3 处")])
def test_what_code_says_in_english_is_told_by_that_english(speaker: str, code: str, told: str) -> None:
    assert Texts(speaker, code).phrase("no source {n}", n=3) == told
    assert Texts(speaker, code).phrase("never translated") == "never translated"


@pytest.mark.parametrize(
    ("code", "n", "told"), [("en", 1, "1 group"), ("en", 1200, "1,200 groups"), ("zh", 1, "1 组")]
)
def test_one_and_many(speaker: str, code: str, n: int, told: str) -> None:
    assert Texts(speaker, code).counted(n, "count.group") == told


def test_braces_of_a_quotation_are_not_filled(speaker: str) -> None:
    assert Texts(speaker, "zh")("page.title", name="{0.__class__}") == "{0.__class__}的待定事项"
