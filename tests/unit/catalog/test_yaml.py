"""The strict reader of YAML: objects, places, and hostile files.  Its messages stand in tests/errors."""

from __future__ import annotations

import pytest

from counting import grows_evenly
from verify.catalog.yaml import MAX_SIZE, read

TEXT = """\
- id: area.site
  name: {en: "site area", zh: "占地面积"}
  why: Site and floor differ.
  exact: true
  offset: -1
"""


def test_values_are_plain_objects() -> None:
    parsed, problems = read("a.yaml", TEXT)
    assert problems == ()
    assert parsed.value == [
        {
            "id": "area.site",
            "name": {"en": "site area", "zh": "占地面积"},
            "why": "Site and floor differ.",
            "exact": True,
            "offset": -1,
        }
    ]


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), (1, 1)),
        ((0,), (1, 3)),
        ((0, "id"), (1, 7)),
        ((0, "name"), (2, 9)),
        ((0, "name", "zh"), (2, 31)),
        ((0, "offset"), (5, 11)),
    ],
)
def test_each_value_knows_its_place(path: tuple[str | int, ...], place: tuple[int, int]) -> None:
    assert read("a.yaml", TEXT)[0].places[path] == place


def test_keys_know_their_places() -> None:
    assert read("a.yaml", TEXT)[0].keys[(0, "name", "zh")] == (2, 27)


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n"])
def test_empty_file_holds_nothing(text: str) -> None:
    parsed, problems = read("a.yaml", text)
    assert parsed.value is None
    assert problems == ()


def test_problem_of_an_absent_value_points_at_what_holds_it() -> None:
    problem = read("a.yaml", TEXT)[0].problem((0, "units", 3), "missing")
    assert (problem.line, problem.column) == (1, 3)


def test_size_limit() -> None:
    text = "#" + "x" * MAX_SIZE
    parsed, problems = read("a.yaml", text)
    assert parsed.value is None
    assert [problem.message for problem in problems] == [
        "the file holds 4000001 characters and 4000000 are allowed: split it"
    ]


@pytest.mark.parametrize(
    ("head", "piece", "count"),
    [
        ("", "[", 25_000),
        ("", "{a: ", 12_500),
        ("- &a [x]\n", "- *a\n", 5_000),
        ("a: ", "x ", 125_000),
        ("", "? ", 2_500),
        ('"', "\\x", 2_500),
    ],
    ids=["lists", "mappings", "aliases", "long line", "keys", "escapes"],
)
def test_hostile_file_is_refused_in_little_time(head: str, piece: str, count: int) -> None:
    def refused(times: int) -> None:
        _, problems = read("a.yaml", head + piece * times)
        assert problems
        assert max(len(problem.message) for problem in problems) < 200

    assert grows_evenly(refused, count)
