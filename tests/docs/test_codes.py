"""Every code has its page, and the page is up to date."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from typing import Any

import pytest

from verify.checks import kinds

DOCS = Path(__file__).parents[2] / "docs"


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


def test_no_code_is_given_twice() -> None:
    codes = [code for kind in kinds() for code in kind.CODES]
    assert len(codes) == len(set(codes))
