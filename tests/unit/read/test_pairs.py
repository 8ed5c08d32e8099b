"""Lines of a fact sheet: a label and a short value are a cell under its head; the rest stays as it was."""

from __future__ import annotations

import pytest

from tests.unit.read.conftest import Make
from verify.model.document import Section

SHEETS = {
    "colon": ("Facts\n\nHill Park\nCapacity: 5,200\nCost: £7m\n", [("Capacity", "5,200"), ("Cost", "£7m")]),
    "full-width colon": (
        "概况\n\n青山站\n长度：5.2公里\n造价：约7亿元\n",
        [("长度", "5.2公里"), ("造价", "约7亿元")],
    ),
    "list of Markdown": (
        "# A\n\n- **Length:** 5 km\n- **Opened**: 2021\n",
        [("Length", "5 km"), ("Opened", "2021")],
    ),
    "dash": ("Facts\n\nSeats – 5,200\nStands — 4\n", [("Seats", "5,200"), ("Stands", "4")]),
    "breaks of HTML": ("<h1>A</h1><p>Length: 5 km<br>Width: 7 m</p>", [("Length", "5 km"), ("Width", "7 m")]),
    "one that tells no figure between": (
        "Facts\n\nLength: 5 km\nArchitect: Jo Hale\nWidth: 7 m\n",
        [("Length", "5 km"), ("Width", "7 m")],
    ),
    "a period in the label": (
        "概况\n\n2021年产量：5吨\n产量（2022年）：7吨\n",
        [("2021年产量", "5吨"), ("产量（2022年）", "7吨")],
    ),
}


@pytest.mark.parametrize("name", SHEETS)
def test_values_stand_under_their_labels(name: str, make: Make) -> None:
    text, expected = SHEETS[name]
    blocks = make(text, "a.html" if text.startswith("<") else "a.md").documents[0].blocks
    cells = [(block.cell.heads[0], block.text) for block in blocks if block.cell and block.cell.heads]
    assert cells == expected


PROSE = {
    "one line alone": "Facts\n\nCapacity: 5,200\n\nIt stands on a hill above the town and is old.\n",
    "an interview": "访谈\n\n王明：5年前我们开始。\n李华：7年前我来了。\n",
    "clock times": "Plan\n\nDoors at 9:30\nTalk at 10:15\n",
    "sentences": "Notes\n\nMind this: 5 stands are shut.\nAnd this: 7 are open.\n",
    "addresses": "Links\n\nsite: https://example.org/5\nmirror: https://example.org/7\n",
    "no figure": "Facts\n\nArchitect: Jo Hale\nOwner: the town\n",
    "byline": "Title of it\n\nDate: 2021-05-07\nSource: The Herald\n",
}


@pytest.mark.parametrize("name", PROSE)
def test_other_lines_stay(name: str, make: Make) -> None:
    blocks = make(PROSE[name], "a.txt").documents[0].blocks
    assert [block for block in blocks if block.section is Section.TABLE] == []


def test_the_line_above_heads_its_values(make: Make) -> None:
    text = "Grounds\n\nHill Park\nSeats: 5,200\nCost: £7m\n\nMill Lane\nSeats: 900\nCost: £1m\n"
    blocks = make(text, "a.txt").documents[0].blocks
    headings = [block.headings for block in blocks if block.cell and block.cell.heads]
    assert headings == [("Hill Park",), ("Hill Park",), ("Mill Lane",), ("Mill Lane",)]


def test_nothing_visible_is_lost(make: Make) -> None:
    text = "概况\n\n青山站\n长度： 5.2公里\n- 造价 – 约7亿元\n"
    blocks = make(text, "a.txt").documents[0].blocks
    assert "".join("".join(block.text.split()) for block in blocks) == "".join(text.split())
