"""``report.json`` as CONTRACT.md names it."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import jsonschema
import pytest

from verify.model.document import Block, Cell, Document, Section, Source
from verify.model.report import Report
from verify.model.span import OffsetMap, Span
from verify.report import schema
from verify.report.build import build
from verify.report.formats import json_, mentions
from verify.report.places import places_of

CONTRACT: dict[str, set[str]] = {
    "sources": {"id", "path", "title", "publisher", "author", "published", "language", "sha256", "own"},
    "entities": {"id", "name", "aliases", "kind", "catalogued"},
    "attributes": {"id", "name", "dimension", "catalogued"},
    "claims": {
        *("id", "source_id", "section", "span", "quote", "sentence", "entity_id", "attribute_id", "value"),
        *("qualifiers", "speaker", "confidence", "rule"),
    },
    "groups": {
        *("id", "key", "verdict", "clusters", "comparisons", "origins", "passages", "not_compared"),
        *("unresolved_claim_ids", "relation", "explanation"),
    },
    "findings": {
        *("id", "code", "severity", "message", "expected", "found", "gap", "locations", "claim_ids"),
        *("group_id", "state"),
    },
    "issues": {"code", "message", "source_id", "span"},
    "census": {
        *("source_id", "figures", "claim", "qualifier", "gloss", "unresolved", "ignored", "unclaimed"),
    },
}
QUANTITY = {
    *("kind", "form", "stated", "number", "unit", "hedge", "emphasis", "base_unit", "base_number"),
    *("lower", "upper", "lower_closed", "upper_closed", "soft_lower", "soft_upper", "precision"),
}


@pytest.fixture
def told(sample_report: Report) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(json_.render(build(sample_report)))
    return loaded


@pytest.mark.parametrize("part", CONTRACT)
def test_every_name_of_the_contract_is_there(told: dict[str, Any], part: str) -> None:
    assert told[part]
    for item in told[part]:
        assert item.keys() >= CONTRACT[part]


def test_top_level_and_summary(told: dict[str, Any]) -> None:
    assert told["schema_version"] == "1"
    assert told["drafts"] == []
    assert told["summary"] == {
        **{"sources": 3, "claims": 11, "groups": 5, "agreements": 1, "conflicts": 1, "possible_conflicts": 1},
        **{"single_source": 2, "findings": 3, "skipped": 0},
    }
    assert "mentions" not in told


def test_values_by_kind(told: dict[str, Any]) -> None:
    values = {claim["id"]: claim["value"] for claim in told["claims"]}
    assert values["c04"].keys() == QUANTITY
    assert values["c04"]["number"] == "48"
    assert values["c04"]["base_number"] == "48000000"
    assert (values["c04"]["lower"], values["c04"]["upper"]) == ("47500000", "48500000")
    assert (values["c04"]["lower_closed"], values["c04"]["upper_closed"]) == (True, False)
    assert values["c10"] == {
        **{"kind": "date", "stated": "2021年5月8日", "earliest": "2021-05-08", "latest": "2021-05-08"},
        **{"precision": "day", "hedge": "bare"},
    }
    assert values["c11"]["earliest"] is None
    assert values["c05"] == {
        **{"kind": "rank", "stated": "最大的水库之一", "superlative": "largest", "strict": False},
        **{"category": "水库", "region": "全省"},
    }


def test_spans_count_from_one_and_hold_the_figure(told: dict[str, Any], sample_report: Report) -> None:
    texts = {document.source.id: document.text for document in sample_report.documents}
    for claim in told["claims"]:
        span = claim["span"]
        line = texts[claim["source_id"]].split("\n")[span["line"] - 1]
        assert texts[claim["source_id"]][span["start"] : span["end"]] == claim["quote"]
        assert line[span["column"] - 1 :].startswith(claim["quote"])
        assert span.keys() == {"start", "end", "line", "column"}


def test_the_figure_is_found_in_its_sentence_even_when_it_stands_there_twice(sample_report: Report) -> None:
    first = sample_report.claims[0]
    twice = first._replace(
        context="前文。甲3米，乙3米。",
        sentence="甲3米，乙3米。",
        context_span=Span(8, 10),
        quote="3米",
    )
    report = build(dataclasses.replace(sample_report, claims=(twice,), groups=(), findings=(), mentions=()))
    # 前文。 takes 0–3; 甲3米， 3–7; 乙 7–8; the second 3米 8–10, which is 5–7 of the sentence.
    assert report.claims[0].sentence_span == schema.Stretch(start=5, end=7)


def test_cells_say_their_row_and_field() -> None:
    text = "name,length\nbridge,55 km\n"
    cell = Block(Section.TABLE, "55 km", OffsetMap.identity(5, 19), cell=Cell(2, "length"))
    shown = places_of([Document(Source("a.csv", "a.csv"), text, (cell,))])["a.csv"].show(Span(19, 24))
    assert shown.model_dump() == {"start": 19, "end": 24, "line": 2, "column": 8, "row": 2, "field": "length"}


def test_the_census_adds_up(told: dict[str, Any]) -> None:
    fates = ("claim", "qualifier", "gloss", "unresolved", "unclaimed")
    for item in told["census"]:
        assert sum(item[fate] for fate in fates) + sum(item["ignored"].values()) == item["figures"]


def test_the_report_fits_its_schema(told: dict[str, Any]) -> None:
    description = schema.json_schema()
    jsonschema.Draft202012Validator.check_schema(description)
    jsonschema.validate(told, description)
    told["claims"][0]["value"]["number"] = 3.2
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(told, description)


def test_the_report_can_be_read_back(sample_report: Report) -> None:
    report = build(sample_report)
    again = schema.Report.model_validate_json(json_.render(report))
    assert json_.render(again) == json_.render(report)


def test_a_line_a_mention(sample_report: Report) -> None:
    lines = [json.loads(line) for line in mentions.render(build(sample_report)).splitlines()]
    assert len(lines) == len(sample_report.mentions)
    for line in lines:
        assert list(line) == [
            *("source_id", "path", "section", "span", "quote", "value", "role", "claim_id", "rule"),
            "derivation",
        ]
