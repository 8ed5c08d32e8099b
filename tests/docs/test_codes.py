"""Every code has its page, and the page is up to date."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from typing import Any

import pytest

from checked import drafted, found, shipped
from verify.catalog import load
from verify.checks import kinds
from verify.codes import pages
from verify.policy import suppressing

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"


def script() -> Any:
    spec = importlib.util.spec_from_file_location("write_codes", DOCS / "write_codes.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_what_the_checks_say_of_themselves() -> None:
    assert (DOCS / "codes.md").read_text(encoding="utf-8") == script().page(), (
        "run python docs/write_codes.py"
    )


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: str(kind.__name__).rpartition(".")[2])
def test_a_check_describes_every_code_it_gives(kind: Any) -> None:
    """The situation, a case that passes, one that fails, and how to silence it."""
    said = " ".join(kind.__doc__.split())
    for word in ("Why:", "Passes:", "Fails:", "To silence"):
        assert word in said
    assert set(re.findall(r"\bV\d{3}\b", said)) >= set(kind.CODES)


def test_so_do_the_suppressions() -> None:
    test_a_check_describes_every_code_it_gives(suppressing)


def told(kind: Any, side: str) -> tuple[list[str], str]:
    """Return the texts of an example, each a document, and what the page says behind them."""
    page = str(kind.__doc__)
    part = page[page.index(f"{side}:") :].split("\n\n", maxsplit=1)[0]
    if side == "Passes":
        part = part.split("Fails:")[0]
    texts, _, rest = part.partition("(")
    return re.findall(r"``([^`]+)``", texts), rest


def alone(kind: Any) -> bool:
    """Say whether the texts of a page stand for themselves, without a title or the names of things."""
    return not re.search("the title says|of one thing,", str(kind.__doc__))


@pytest.mark.parametrize(
    "kind", [*filter(alone, kinds())], ids=lambda kind: str(kind.__name__).rpartition(".")[2]
)
def test_both_examples_of_a_page_are_what_it_says(kind: Any) -> None:
    code = re.findall(r"V\d{3}", told(kind, "Fails")[1])[0]
    rules = ROOT / "tests" / "checks" / code / "rules"
    own = load.load([load.shipped(), rules]) if rules.is_dir() else shipped()
    for side, wanted in (("Passes", False), ("Fails", True)):
        texts = told(kind, side)[0]
        assert texts
        told_of = drafted(*texts).findings if "in a draft" in kind.__doc__ else found(texts, own)
        assert (code in {one.code for one in told_of}) is wanted, side


def test_no_code_is_given_twice() -> None:
    codes = [code for kind in pages() for code in kind.CODES]
    assert len(codes) == len(set(codes))
