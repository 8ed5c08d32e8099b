"""Write docs/codes.md from the docstrings of the checks; a test says when it is out of date.

python docs/write_codes.py
"""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

from verify.codes import markdown, pages

PAGE = Path(__file__).with_name("codes.md")
_HEAD = """\
# The findings

What each code means, when it is given and how to silence it. `verify explain CODE` prints the same. This page
is written by `python docs/write_codes.py` from docstrings in `verify/checks/` and `verify/policy/`; mend
those, not the page.
"""


def page() -> str:
    """Return the page: a table of the codes, then each check as it describes itself."""
    codes = sorted((code, name, kind) for kind in pages() for code, name in kind.CODES.items())
    table = "".join(
        f"| {code} | {name} | [{_title(kind)}](#{_anchor(kind)}) |\n" for code, name, kind in codes
    )
    chapters = "".join(f"\n## {_title(kind)}\n\n{markdown(kind)}\n" for kind in pages())
    return f"{_HEAD}\n| code | means | check |\n|---|---|---|\n{table}{chapters}"


def _name(kind: ModuleType) -> str:
    return kind.__name__.rpartition(".")[2]


def _title(kind: ModuleType) -> str:
    return _name(kind).replace("_", " ").capitalize()


def _anchor(kind: ModuleType) -> str:
    return _title(kind).lower().replace(" ", "-")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
