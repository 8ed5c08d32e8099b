"""What editors said of names, as a folder of rules."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from verify import api
from verify.cli import main
from verify.model.judgement import Choice, Decided, Judgement, Naming
from verify.review.naming import naming_rules
from verify.review.reader import Reader


def said(*namings: Naming) -> list[Decided]:
    return [
        Decided(
            Judgement(f"g-{n}", Choice.BOTH_STAND, "seen\nthere", (), None, None, naming=one),
            "Ann",
            "2026",
            n,
        )
        for n, one in enumerate(namings, start=1)
    ]


def same(first: str, second: str, kind: str = "bridge") -> Naming:
    return Naming(first, second, True, kind)


def never(first: str, second: str, kind: str = "bridge") -> Naming:
    return Naming(first, second, False, kind)


LISTED = "杭州人工智能计算中心"
"""Has an entry in the rules that ship."""
HOSTILE = ('"; - id: x', "# 青松\u202e大桥")

CASES = [
    pytest.param((same("青松大桥", "松江大桥"),), [["青松大桥", "松江大桥"]], id="one-thing"),
    pytest.param(
        (same("青松大桥", "松江大桥"), same("松江大桥", "Pine Bridge")),
        [["青松大桥", "松江大桥", "Pine Bridge"]],
        id="joined-through-a-third",
    ),
    pytest.param((never("青松大桥", "松江大桥"),), [["青松大桥"], ["松江大桥"]], id="never-one"),
    pytest.param(
        (same("青松大桥", "松江大桥"), never("松江大桥", "青松大桥")), [["青松大桥", "松江大桥"]], id="both"
    ),
    pytest.param(
        (same("杭州人工智能计算中心", "江干算力中心"),), [["江干算力中心"]], id="an-entry-that-ships"
    ),
    pytest.param((same("杭州人工智能计算中心", "南京人工智能计算中心"),), [], id="two-entries-that-ship"),
    pytest.param((same("青松大桥", "松江大桥", ""),), [], id="kind-unknown"),
    pytest.param(
        (never("青松大桥", "某项目", ""), never("青松大桥", "松江大桥")), [], id="beside-what-has-no-kind"
    ),
    pytest.param(
        (same('"; - id: x', "# 青松\u202e大桥"),), [['"; - id: x', "# 青松\u202e大桥"]], id="hostile"
    ),
    pytest.param((), [], id="nothing"),
]


@pytest.mark.parametrize(("namings", "things"), CASES)
def test_entries_name_what_editors_said(
    reader: Reader, namings: tuple[Naming, ...], things: list[list[str]]
) -> None:
    found: list[Any] = yaml.safe_load(naming_rules(said(*namings), reader.catalog)) or []
    assert len(found) == len(things)
    for entry, names in zip(found, things, strict=True):
        assert set(names) <= {entry["name"], *entry.get("aliases", ())}
    apart = [entry["id"] for entry in found if entry.get("never_same")]
    assert len(apart) in (0, len(found), 1)


@pytest.mark.parametrize(
    "namings",
    [case.values[0] for case in CASES if case.id != "hostile"],
    ids=[str(case.id) for case in CASES if case.id != "hostile"],
)
def test_what_is_downloaded_loads(
    reader: Reader, namings: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "entities").mkdir()
    file = tmp_path / "entities" / "names.yaml"
    file.write_text(naming_rules(said(*namings), reader.catalog), encoding="utf-8")
    assert main(["rules", "check", "--rules", str(tmp_path)]) == 0, capsys.readouterr()


def test_a_name_that_was_joined_is_the_thing(reader: Reader, tmp_path: Path) -> None:
    (tmp_path / "rules" / "entities").mkdir(parents=True)
    text = naming_rules(said(same("青松大桥", "松江通道")), reader.catalog)
    (tmp_path / "rules" / "entities" / "names.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "a.txt").write_text("青松大桥全长5.5公里。", encoding="utf-8")
    (tmp_path / "b.txt").write_text("松江通道全长5.5公里。", encoding="utf-8")
    claims = api.extract([tmp_path / "a.txt", tmp_path / "b.txt"], rules=[tmp_path / "rules"])
    assert len({claim.entity_id for claim in claims}) == 1
