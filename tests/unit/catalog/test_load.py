"""Folders of rules become one catalogue: layers, order, digest, schema."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest

from verify.catalog import load
from verify.catalog.yaml import read
from verify.errors import UsageError

BASE = Path(__file__).parents[2] / "errors" / "base" / "rules"
REGION = '- id: {id}\n  name: {{en: "{en}", zh: "{zh}"}}\n'


def folder(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / "rules" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root / "rules"


def test_entry_of_a_later_folder_replaces_that_of_an_earlier(tmp_path: Path) -> None:
    first = folder(tmp_path / "a", {"regions/r.yaml": REGION.format(id="east", en="East", zh="东部")})
    second = folder(
        tmp_path / "b",
        {
            "regions/r.yaml": REGION.format(id="east", en="Orient", zh="东方")
            + REGION.format(id="coast", en="Coast", zh="沿海")
        },
    )
    catalog = load.load([BASE, first, second])
    assert [(region.id, region.name.en) for region in catalog.regions] == [
        ("coast", "Coast"),
        ("east", "Orient"),
    ]


def test_later_folder_may_refer_to_an_earlier(tmp_path: Path) -> None:
    later = folder(
        tmp_path,
        {
            "entities/e.yaml": '- id: bridge.pine\n  name: "青松大桥"\n  kind: bridge\n'
            '  examples: {pass: ["青松大桥通车。"], fail: ["白桦大桥通车。"]}\n'
        },
    )
    assert [entity.id for entity in load.load([BASE, later]).entities] == ["bridge.pine"]


def test_problem_in_a_broken_entry_does_not_make_its_id_unknown(tmp_path: Path) -> None:
    rules = folder(
        tmp_path,
        {
            "regions/r.yaml": '- id: east\n  name: {en: "East"}\n'
            + REGION.format(id="coast", en="Coast", zh="沿海")
            + "  within: [east]\n"
        },
    )
    messages = [problem.message for problem in load.check([BASE, rules])]
    assert messages == ["the key 'zh' is missing"]


def test_digest_changes_with_the_rules_and_only_with_them(tmp_path: Path) -> None:
    one = folder(tmp_path / "a", {"regions/r.yaml": REGION.format(id="east", en="East", zh="东部")})
    same = folder(tmp_path / "b", {"regions/r.yaml": REGION.format(id="east", en="East", zh="东部")})
    other = folder(tmp_path / "c", {"regions/r.yaml": REGION.format(id="east", en="East", zh="东方")})
    digests = [load.load([BASE, rules]).digest for rules in (one, same, other)]
    assert digests[0] == digests[1] != digests[2]
    assert len(digests[0]) == 64


def test_windows_line_ends_and_byte_order_mark_are_read(tmp_path: Path) -> None:
    path = folder(tmp_path, {"regions/r.yaml": ""}) / "regions" / "r.yaml"
    path.write_bytes(
        ("\ufeff" + REGION.format(id="east", en="East", zh="东部").replace("\n", "\r\n")).encode()
    )
    assert [region.id for region in load.load([BASE, tmp_path / "rules"]).regions] == ["east"]


def test_missing_folder_is_a_mistake_of_the_call(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such rules folder"):
        load.load([tmp_path / "nowhere"])


def test_shipped_rules_are_sound() -> None:
    assert load.check([load.shipped()]) == ()


@pytest.mark.parametrize("name", sorted(load.MODELS))
def test_schema_accepts_the_shipped_files(name: str) -> None:
    schema = load.schema_json(name)
    jsonschema.Draft202012Validator.check_schema(schema)
    for path in sorted((load.shipped() / name).glob("*.yaml")):
        parsed, problems = read(path.name, path.read_text(encoding="utf-8"))
        assert problems == ()
        jsonschema.validate(parsed.value, schema)


def test_schema_refuses_an_unknown_key() -> None:
    with pytest.raises(jsonschema.ValidationError, match="colour"):
        jsonschema.validate(
            [{"id": "east", "name": {"en": "East", "zh": "东部"}, "colour": "red"}],
            load.schema_json("regions"),
        )


def test_schema_of_an_unknown_folder() -> None:
    with pytest.raises(UsageError, match="did you mean 'attributes'"):
        load.schema_json("attribute")
