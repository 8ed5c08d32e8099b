"""``verify config`` and ``verify init``, and what environment variables set."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from verify.config import find
from verify.config.environment import variable_name
from verify.config.keys import NAMES, json_schema
from verify.errors import ConfigurationError

Verify = Callable[..., Any]
DOCS = Path(__file__).parents[3] / "docs"

FULL = """\
paths = ["docs"]
fail-on = "warning"
baseline = "known"
severity = { V107 = "warning" }

[[suppress]]
code = "V202"
path = "tables/*.csv"
until = 2027-03-31
reason = "the table is rounded"

[[suppress]]
finding = "V101-0123456789ab"
until = "2027-03-31"
reason = "two bridges"
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    for name in NAMES:
        monkeypatch.delenv(variable_name(name) or "VERIFY_", raising=False)
    return tmp_path


def test_show_says_where_each_value_came_from(
    here: Path, verify: Verify, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "verify.toml").write_text(FULL)
    monkeypatch.setenv("VERIFY_SHOW", "note")
    monkeypatch.setenv("VERIFY_FAIL_ON", "never")
    told = verify("config", "show", "--format", "json").json
    assert told["file"] == "verify.toml"
    origins = {name: (key["value"], key["from"]) for name, key in told["keys"].items()}
    assert tuple(origins) == NAMES
    assert origins["paths"] == (["docs"], "verify.toml:1:1")
    assert origins["fail-on"] == ("never", "VERIFY_FAIL_ON")
    assert origins["show"] == ("note", "VERIFY_SHOW")
    assert origins["own"] == ([], "default")
    assert origins["severity"] == ({"V107": "warning"}, "verify.toml:4:1")
    assert origins["suppress"][1] == "verify.toml:6:3"
    assert origins["suppress"][0][0] == {
        **{"code": "V202", "path": "tables/*.csv", "until": "2027-03-31"},
        "reason": "the table is rounded",
    }
    text = verify("config", "show").out.splitlines()
    assert text[0] == "# verify.toml"
    assert any(line.split("  #") == ['show = "note"', " VERIFY_SHOW"] for line in map(_narrow, text))


def _narrow(line: str) -> str:
    head, mark, tail = line.partition("  #")
    return head.rstrip() + mark + tail


def test_show_without_a_file(here: Path, verify: Verify) -> None:
    done = verify("config", "show")
    assert done.out.splitlines()[0] == "# no configuration file"
    assert {line.rpartition("# ")[2] for line in done.out.splitlines()[1:]} == {"default"}


@pytest.mark.parametrize(
    ("name", "text", "key", "value"),
    [
        ("VERIFY_SHOW", "note", "show", "note"),
        ("VERIFY_FAIL_ON", "never", "fail_on", "never"),
        ("VERIFY_PATHS", "a:b", "paths", ("a", "b")),
        ("VERIFY_OWN", "docs/**", "own", ("docs/**",)),
        ("VERIFY_SOURCES", "a/:b/", "sources", ("a/", "b/")),
        ("VERIFY_RULES_ONLY", "mine", "rules_only", "mine"),
        ("VERIFY_BASELINE", "known", "baseline", "known"),
        ("VERIFY_SEVERITY", "V107=warning, V105=off", "severity", {"V107": "warning", "V105": "off"}),
        ("VERIFY_SHOW", "", "show", "error"),
    ],
)
def test_the_environment_wins_over_the_file(
    here: Path, name: str, text: str, key: str, value: object
) -> None:
    (here / "verify.toml").write_text('show = "error"\n')
    assert getattr(find(here, {name: text}).keys, key) == value


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        (
            "VERIFY_SHOW",
            "notes",
            'VERIFY_SHOW:1:1: \'show\' takes a level, "error", "warning" or "note"; found \'notes\';'
            " did you mean 'note'?",
        ),
        ("VERIFY_SEVERITY", "V999=off", "VERIFY_SEVERITY:1:1: there is no code 'V999'"),
        ("VERIFY_SEVERITY", "V107", "VERIFY_SEVERITY:1:1: 'V107' takes "),
    ],
)
def test_a_mistake_in_the_environment_names_the_variable(here: Path, name: str, text: str, told: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        find(here, {name: text})
    assert str(caught.value).startswith(told)


def test_paths_of_the_environment_are_those_of_the_call(here: Path) -> None:
    """The file is further up, and its paths are relative to it."""
    (here / ".git").mkdir()
    (here / "verify.toml").write_text('paths = ["docs"]\n')
    (here / "docs" / "in").mkdir()
    assert find(here / "docs", {}).paths == (here / "docs",)
    assert find(here / "docs", {"VERIFY_PATHS": "in"}).paths == (here / "docs" / "in",)


def test_the_command_line_wins_over_both(here: Path, verify: Verify, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "docs" / "a.txt").write_text("青石大桥全长3120米。\n", "utf-8")
    (here / "verify.toml").write_text('fail-on = "note"\npaths = ["docs"]\n')
    assert verify("check").status == 1
    monkeypatch.setenv("VERIFY_FAIL_ON", "warning")
    assert verify("check").status == 0
    assert verify("check", "--fail-on", "note").status == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('severity = { V1O7 = "warning" }', "1:1: there is no code 'V1O7'; did you mean 'V1"),
        (
            '[severity]\nV107 = "warn"',
            '2:1: \'V107\' takes "error", "warning", "note" or "off"; found \'warn\'',
        ),
        ('[severity]\nV105 = "off"\nV999 = "off"', "3:1: there is no code 'V999'"),
        ("severity = 3", "1:1: 'severity' takes a table of codes"),
        ('[[suppress]]\ncode = "V101"\npath = "a"\nuntil = 2027-01-01', "1:3: 'reason' is missing: why the"),
        ('[[suppress]]\ncode = "V101"\npath = "a"\nreason = "x"', "1:3: 'until' is missing: the last day"),
        (
            '[[suppress]]\ncode = "V101"\npath = "a"\nreason = " "\nuntil = 2027-01-01',
            "4:1: 'reason' takes why the finding is no mistake, in words; found ' '",
        ),
        (
            '[[suppress]]\ncode = "V101"\npath = "a"\nreason = "x"\nuntil = 2027',
            "5:1: 'until' takes the last day on which it counts, such as 2027-03-31; found 2027",
        ),
        (
            '[[suppress]]\ncode = "V101"\npath = "a"\nreason = "x"\nuntil = "31.3.2027"',
            "5:1: 'until' takes the last day",
        ),
        (
            '[[suppress]]\ncode = "V101"\nreason = "x"\nuntil = 2027-01-01',
            "1:3: in [[suppress]] it says not where: set 'path' or 'quote'",
        ),
        ('[[suppress]]\nreason = "x"\nuntil = 2027-01-01', "1:3: in [[suppress]] it names no finding"),
        (
            '[[suppress]]\nfinding = "V101-a"\ncode = "V101"\nreason = "x"\nuntil = 2027-01-01',
            "1:3: in [[suppress]] 'finding' says it all",
        ),
        (
            '[[suppress]]\ncode = "V903"\npath = "a"\nreason = "x"\nuntil = 2027-01-01',
            "2:1: no code 'V903' can be suppressed",
        ),
        (
            '[[suppress]]\ncode = "V101"\npath = "a"\nreason = "x"\nuntil = 2027-01-01\n'
            '[[suppress]]\ncdoe = "V101"\npath = "a"\nreason = "x"\nuntil = 2027-01-01',
            "7:1: unknown key 'cdoe'; did you mean 'code'?",
        ),
        ('exclude = ["a", "!"]', "1:18: 'exclude' takes a list of patterns"),
    ],
)
def test_a_mistake_is_told_with_its_place(here: Path, text: str, told: str) -> None:
    (here / "verify.toml").write_text(text)
    with pytest.raises(ConfigurationError) as caught:
        find(here)
    assert str(caught.value).startswith(f"verify.toml:{told}")


@pytest.mark.parametrize("day", ["2027-03-31", '"2027-03-31"'])
def test_a_day_is_a_date_or_its_text(here: Path, day: str) -> None:
    (here / "verify.toml").write_text(
        f'[[suppress]]\nfinding = "V101-0123456789ab"\nreason = "x"\nuntil = {day}\n'
    )
    assert find(here).keys.suppress[0].until == dt.date(2027, 3, 31)


def test_the_report_on_suppressions_is_the_same_from_any_folder(
    here: Path, verify: Verify, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / ".git").mkdir()
    (here / "docs" / "a.txt").write_text("青石大桥全长3120米。\n", "utf-8")
    (here / "verify.toml").write_text(FULL.replace('baseline = "known"\n', ""))
    call = ("check", "--format", "json", "--today", "2026-07-01")
    above = verify(*call)
    monkeypatch.chdir(here / "docs")
    assert verify(*call).out == above.out
    assert "verify.toml:5:3: no finding V202 is meant by it" in above.out


# --- the schema


def test_the_schema_in_the_documentation_is_that_of_the_program(verify: Verify) -> None:
    committed = (DOCS / "verify.schema.json").read_text("utf-8")
    assert verify("config", "schema").out == committed, "verify config schema > docs/verify.schema.json"


def test_the_schema_takes_what_the_program_takes() -> None:
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert tuple(schema["properties"]) == NAMES
    plain = json.loads(json.dumps(tomllib.loads(FULL), default=str))
    jsonschema.validate(plain, schema)
    for wrong in ({"rulse": []}, {"show": "never"}, {"severity": {"V107": "warn"}}, {"suppress": [{}]}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, schema)


# --- init


def test_init_writes_what_it_finds_and_what_it_writes_is_read(here: Path, verify: Verify) -> None:
    for name in ("docs/a.md", "sources/b.txt", "sources/c.html", "lake/d.csv", ".hidden/e.md", "docs/f.png"):
        (here / name).parent.mkdir(exist_ok=True)
        (here / name).write_text("x")
    done = verify("init")
    assert (done.status, done.out, done.err) == (0, "verify.toml\n", "")
    text = (here / "verify.toml").read_text("utf-8")
    assert "Documents found: 1 in docs, 1 in lake, 2 in sources." in text
    keys = find(here).keys
    assert (keys.paths, keys.own, keys.sources) == (
        ("docs", "lake", "sources"),
        ("docs/**",),
        ("sources/**",),
    )
    for name in NAMES:
        assert f"\n{name} = " in text or f"\n# {name} = " in text or f"# [[{name}]]" in text
    uncommented = "".join(
        line.removeprefix("# ") if " = " in line or "[[" in line else line
        for line in text.splitlines(keepends=True)
    )
    assert set(tomllib.loads(uncommented)) == set(NAMES), "every example is right as it stands"
    (here / "verify.toml").write_text(uncommented)
    find(here)


def test_init_of_documents_in_the_folder_itself(here: Path, verify: Verify) -> None:
    (here / "a.md").write_text("x")
    verify("init")
    assert (find(here).keys.paths, find(here).keys.own) == ((".",), ())


@pytest.mark.parametrize(
    ("name", "text"),
    [("verify.toml", ""), (".verify.toml", ""), ("pyproject.toml", "[tool.verify]\n")],
)
def test_init_never_overwrites(here: Path, verify: Verify, name: str, text: str) -> None:
    (here / "docs" / "a.md").write_text("x")
    (here / name).write_text(text)
    done = verify("init")
    assert (done.status, done.out) == (2, "")
    assert done.err == f"verify: {name} configures this folder already; nothing was written\n"
    assert (here / name).read_text() == text
    assert [one.name for one in here.glob("*.toml")] in ([name], [])


def test_init_below_another_configuration_says_so(here: Path, verify: Verify, monkeypatch: Any) -> None:
    (here / ".git").mkdir()
    (here / "verify.toml").write_text("")
    (here / "docs" / "a.md").write_text("x")
    monkeypatch.chdir(here / "docs")
    done = verify("init")
    assert (done.status, done.err) == (0, "verify: here it takes the place of ../verify.toml\n")


def test_init_where_there_is_nothing(here: Path, verify: Verify) -> None:
    done = verify("init")
    assert (done.status, done.out) == (2, "")
    assert not (here / "verify.toml").exists()
