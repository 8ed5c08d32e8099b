"""Every word of the page has its Chinese, and no translation stands idle."""

from __future__ import annotations

import re
from pathlib import Path

import verify.review
from verify.review.items import VERDICTS
from verify.review.keys import CHOICES, KEYS, STATES
from verify.text.language import LANGUAGES, Texts

HERE = Path(verify.review.__file__).parent
LANGUAGE = Texts("verify.review", "zh").texts
CATALOGUE = {key.removeprefix("phrase."): told for key, told in LANGUAGE.items() if key.startswith("phrase.")}

_SAID = re.compile(r'\bt\(\s*("(?:[^"\\]|\\.)*")')
_COUNTED = re.compile(r'\bcounted\([^"]*"([^"]*)"\)')
_TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"')
_RAISED = re.compile(r'(?:FieldError|Standing)\(\s*(?:State\.\w+,\s*)?((?:"(?:[^"\\]|\\.)*"\s*)+)')
_PARTS = re.compile(r"\{(\w+)\}")


def said() -> set[str]:
    """Return the English of templates and code."""
    found: set[str] = set()
    for file in (HERE / "templates").glob("*.j2"):
        for call in _SAID.findall(file.read_text(encoding="utf-8")):
            found |= {
                text.encode().decode("unicode_escape") if "\\" in text else text
                for text in _TEXT.findall(call)
            }
    code = [
        *HERE.glob("*.py"),
        Path(verify.pipeline.texts.__file__),
        HERE.parent / "pipeline" / "amending.py",
    ]
    for file in code:
        for literals in _RAISED.findall(file.read_text(encoding="utf-8")):
            found.add("".join(_TEXT.findall(literals)))
    found |= {text for words in CHOICES for text in (words.label, words.meaning)}
    found |= {does for _, does in KEYS} | {*STATES, *VERDICTS}
    return found


def test_every_text_has_its_chinese() -> None:
    assert sorted(said() - CATALOGUE.keys()) == []
    assert [english for english, told in CATALOGUE.items() if not re.search(r"[\u4e00-\u9fff]", told)] == []


def test_every_count_stands_in_every_language() -> None:
    keys = {
        f"{key}.{form}"
        for file in (HERE / "templates").glob("*.j2")
        for key in _COUNTED.findall(file.read_text(encoding="utf-8"))
        for form in ("one", "other")
    }
    assert keys
    for code in LANGUAGES:
        known = Texts("verify.review", code).texts
        assert {key for key in known if key.startswith("count.")} == keys


def test_what_is_filled_in_stands_in_both() -> None:
    differing = [
        english
        for english, told in CATALOGUE.items()
        if set(_PARTS.findall(english)) != set(_PARTS.findall(told))
    ]
    assert differing == []


def test_no_translation_stands_idle() -> None:
    code = [*HERE.glob("*.py"), *(HERE / "templates").glob("*.j2"), *(HERE.parent / "pipeline").glob("*.py")]
    joined = re.sub(r'"\s+"', "", " ".join(file.read_text(encoding="utf-8") for file in code))
    kinds = {"error", "warning", "note", "decide", "undo", "redo", "stands", "orphaned"}  # data of reports
    idle = {english for english in CATALOGUE if f'"{english}"' not in joined}
    assert idle - kinds == set()
