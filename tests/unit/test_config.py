"""Where a configuration is found, what it holds, and how its mistakes are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify.config import find
from verify.errors import ConfigurationError


def write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({}, "warning"),
        ({"verify.toml": "show = 'note'"}, "note"),
        ({".verify.toml": "show = 'note'"}, "note"),
        ({"pyproject.toml": "[tool.verify]\nshow = 'note'"}, "note"),
        ({"pyproject.toml": "[tool.other]\nshow = 'note'"}, "warning"),
        ({"pyproject.toml": "[tool.verify]", "../verify.toml": "show = 'note'"}, "warning"),
        ({"pyproject.toml": "[tool.other]", "../verify.toml": "show = 'note'"}, "note"),
        ({"verify.toml": "", ".verify.toml": "show = 'note'"}, "warning"),
        ({".verify.toml": "show = 'error'", "pyproject.toml": "[tool.verify]\nshow = 'note'"}, "error"),
        ({"../../verify.toml": "show = 'note'"}, "note"),
        ({"verify.toml": "fail-on = 'error'", "../verify.toml": "show = 'note'"}, "warning"),
        ({"../../../verify.toml": "show = 'note'"}, "warning"),
    ],
)
def test_the_nearest_file_up_to_the_repository_is_the_configuration(
    tmp_path: Path, files: dict[str, str], told: str | None
) -> None:
    """The folder is two below the root of the repository; files are never merged."""
    folder = tmp_path / "repository" / "a" / "b"
    folder.mkdir(parents=True)
    (tmp_path / "repository" / ".git").mkdir()
    write(folder, files)
    assert find(folder).keys.show == told


def test_outside_of_a_repository_only_the_folder_itself_counts(tmp_path: Path) -> None:
    write(tmp_path, {"verify.toml": "show = 'note'", "inner/a.txt": ""})
    assert find(tmp_path).keys.show == "note"
    assert find(tmp_path / "inner").keys.show == "warning"


def test_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            ".git/HEAD": "",
            "verify.toml": f"rules = ['mine']\npaths = ['sources', '{tmp_path}/far']",
            "in/a": "",
            "mine/a": "",
            "sources/a": "",
            "far": "",
        },
    )
    found = find(tmp_path / "in")
    assert (found.folder, found.rules, found.rules_only) == (tmp_path, (tmp_path / "mine",), None)
    assert found.paths == (tmp_path / "sources", tmp_path / "far")


MISSING = """\
# rules = ["mine"]
paths = ["lake", "laek", "a.txt"]
rules-only = "hole"
rules = [
    "mine",
    "a.txt",
    "zzz",
]
"""


@pytest.mark.parametrize("key", ["paths", "rules", "rules_only"])
def test_what_is_not_there_is_told_with_its_place_all_at_once(tmp_path: Path, key: str) -> None:
    write(tmp_path, {"verify.toml": MISSING, "lake/a": "", "a.txt": "", "mine/a": "", "whole/a": ""})
    with pytest.raises(ConfigurationError) as caught:
        getattr(find(tmp_path), key)
    assert [(one.line, one.column, one.message) for one in caught.value.problems] == [
        (2, 19, "no file or folder 'laek' beside this file; did you mean 'lake'?"),
        (3, 1, "no folder 'hole' beside this file; did you mean 'whole'?"),
        (6, 6, "'a.txt' is no folder: name the folder that holds attributes/, units/ and so on"),
        (7, 6, "no folder 'zzz' beside this file"),
    ]


def test_what_is_not_there_is_no_mistake_for_whoever_does_not_ask(tmp_path: Path) -> None:
    write(tmp_path, {"verify.toml": "rules = ['mine']\npaths = ['nowhere/deep']", "mine/a": ""})
    assert find(tmp_path).rules == (tmp_path / "mine",)
    assert find(tmp_path).rules_only is None
    with pytest.raises(ConfigurationError, match=r"^verify\.toml:2:11: no file or folder 'nowhere/deep'"):
        _ = find(tmp_path).paths


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        (
            "verify.toml",
            "show = 'note'\nfail_on = 'note'",
            "2:1: unknown key 'fail_on'; did you mean 'fail-on'?",
        ),
        ("verify.toml", "[rule]\na = 1", "1:2: unknown key 'rule'; did you mean 'rules'?"),
        (
            "verify.toml",
            "zzz = 1",
            "1:1: unknown key 'zzz'; known are paths, exclude, own, sources, rules,",
        ),
        (
            "verify.toml",
            "\n  show = 'warn'",
            '2:3: \'show\' takes a level, "error", "warning" or "note"; found \'warn\'; did you mean',
        ),
        (
            "verify.toml",
            "rules = 'mine'",
            "1:1: 'rules' takes a list of folders, such as [\"myrules\"]; found 'mine'",
        ),
        (
            "verify.toml",
            "own = [\n    'docs',\n    7,\n]",
            "3:5: 'own' takes a list of patterns as in .gitignore, such as [\"docs/**\"]; found 7",
        ),
        ("verify.toml", "show = \n", "1:8: no TOML: invalid value"),
        (
            "pyproject.toml",
            "[project]\nrules = 1\n[tool.verify]\nrules = 1",
            "4:1: 'rules' takes a list of folders",
        ),
        (
            "pyproject.toml",
            "[tool.verify]\n[tool.verify.rulse]",
            "2:14: unknown key 'rulse'; did you mean 'rules'?",
        ),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path: Path, name: str, text: str, told: str) -> None:
    write(tmp_path, {name: text})
    with pytest.raises(ConfigurationError) as caught:
        find(tmp_path)
    assert str(caught.value).startswith(f"{name}:{told}")


def test_all_mistakes_are_told_at_once_in_their_order(tmp_path: Path) -> None:
    write(tmp_path, {"verify.toml": "show = 'loud'\nrulse = []\npaths = ['a', '']\n"})
    with pytest.raises(ConfigurationError) as caught:
        find(tmp_path)
    assert [(one.line, one.message.split(";")[0]) for one in caught.value.problems] == [
        (1, '\'show\' takes a level, "error", "warning" or "note"'),
        (2, "unknown key 'rulse'"),
        (3, "'paths' takes a list of files and folders, such as [\"sources\"]"),
    ]


def test_a_file_further_up_is_named_from_here(tmp_path: Path) -> None:
    write(tmp_path, {".git/HEAD": "", "verify.toml": "rulse = []", "in/a": ""})
    with pytest.raises(ConfigurationError, match=r"^\.\./verify\.toml:1:1: "):
        find(tmp_path / "in")


def test_another_encoding(tmp_path: Path) -> None:
    (tmp_path / "verify.toml").write_bytes("show = '错'".encode("gb18030"))
    with pytest.raises(ConfigurationError, match=r"^verify\.toml:1:1: not UTF-8"):
        find(tmp_path)


def test_brackets_without_end(tmp_path: Path) -> None:
    write(tmp_path, {"verify.toml": "a = " + "[" * 100_000})
    with pytest.raises(ConfigurationError, match=r"^verify\.toml:1:"):
        find(tmp_path)
