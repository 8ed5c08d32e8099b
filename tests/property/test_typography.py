"""How a house sets its type tells nothing: spaces between Chinese and digits change no claim."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.checked import shipped
from verify.extract.extractor import Extractor
from verify.model.quantity import Quantity
from verify.read import read

SEEDS = Path(__file__).parents[2] / "seeds"
_APART = re.compile(r"(?<=[\u3400-\u9fff])(?=[0-9])|(?<=[0-9])(?=[\u3400-\u9fff])")
_CLOSED = re.compile(r"(?<=[\u3400-\u9fff]) (?=[0-9])|(?<=[0-9]) (?=[\u3400-\u9fff])")
HOUSES: dict[str, Callable[[str], str]] = {
    "a space": lambda text: _APART.sub(" ", _CLOSED.sub("", text)),
    "a space that does not break": lambda text: _APART.sub("\u00a0", _CLOSED.sub("", text)),
    "no space": lambda text: _CLOSED.sub("", text),
}


def claims(folder: Path, name: str, text: str) -> Counter[tuple[object, ...]]:
    """Return what a document says, but for places and words."""
    catalog = shipped()
    (folder / name).write_text(text, "utf-8")
    (document,) = read([folder / name], languages=catalog.languages).documents
    found = Extractor(catalog).extract(document).claims
    return Counter(
        (
            claim.attribute_id.replace(" ", ""),
            (claim.value.number, claim.value.unit.base) if isinstance(claim.value, Quantity) else "",
            claim.qualifiers.statistic,
            claim.qualifiers.modality,
            *((when.earliest, when.latest) if (when := claim.qualifiers.time) else ()),
        )
        for claim in found
    )


@pytest.mark.parametrize("house", HOUSES)
@pytest.mark.parametrize("seed", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.name)
def test_claims_are_the_same_whatever_the_spaces(seed: Path, house: str, tmp_path: Path) -> None:
    text = seed.read_text("utf-8")
    told = claims(tmp_path, seed.name, text)
    assert told
    assert claims(tmp_path, seed.name, HOUSES[house](text)) == told
