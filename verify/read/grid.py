"""Rows of cells to blocks that know their heads.

Comes in: rows as a table format found them.  Goes out: one draft a paragraph of a cell, with row,
field, heads and caption.  Finding the cells is left to the formats.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from verify.model.document import Cell, Section
from verify.read.drafts import Draft
from verify.read.runs import Run

_CAPTION_LENGTH = 60
_SENTENCE = re.compile(r"(?<=[。！？])(?=.)|(?<=[a-z]{2}[.!?]) (?=[A-Z])|\n", re.DOTALL)
_PAIR = 2
_MOST_KEYS = 3
_MOST_HEADS = 3
"""Rows of a head, where nothing but their cells tells that they are one."""
_FIGURE = re.compile(r"\s*[-+~约]?[0-9][0-9,.]*+\s?(?![年月季日期])[^0-9\s]{0,4}\s*")
_YEAR = re.compile(r"\s*(?:19|20)[0-9]{2}\s*")
_PERIOD = re.compile(
    r"\s*(?:fy\s?)?(?:19|20)[0-9]{2}(?:年度?|年?(?:上半年|下半年)|/[0-9]{2})?\s*", re.IGNORECASE
)
_CORNER = re.compile(
    r"\s*(?:(?:主要)?(?:指标|指標|项目|項目|数据|數據|科目)|items?|metrics?|indicators?|particulars|measures?)?\s*",
    re.IGNORECASE,
)
"""Above the heads of the rows, where the cell beside it heads the values."""
_DIGIT = re.compile(r"[0-9]")
_NUMBER = re.compile(r"\s*[0-9][0-9,.]*+\s*%?\s*")
_UNITS = re.compile(r"\s*(?:(?:计量|計量)?(?:单位|單位)|units?(?: of measure)?)\s*", re.IGNORECASE)
"""Heads the column that tells the units of its rows."""
_CLOSED = (")", "）", "]")
_SCALE = r"(?:thousand|million|billion|crore|lakh|['’]?000)s?"
_MONEY = r"(?:[a-z]{2,3}\$?|[$£€¥₹])"
_CAPTION = re.compile(
    r"^\s*(?:表|附表|table\b)|单位|單位|\bunits?\b|[:：]\s*$|(?:如下|见下表|見下表|as follows)[。.]?$"
    r"|^\s*[（(].{0,40}[）)]\s*$|[（(](?:[^（）()0-9]{1,24}|[^（）()0-9]{0,12}['’]?000s?)[）)]\s*$"
    r"|^[^。，]{0,12}[千万萬亿億](?:[美欧歐日港]?[元圆圓]|[吨噸]|千瓦)\s*$"
    rf"|\bin (?:{_MONEY}\s?)?{_SCALE}(?=$|[\s,;:)])|^\s*{_MONEY}\s?(?:{_SCALE}|m|mn|bn)\s*$",
    re.IGNORECASE,
)
"""Over a table: its title by number, the unit of its cells, or what ends with a colon or in brackets."""


@dataclass(slots=True)
class GridCell:
    """One cell as written."""

    drafts: list[Draft] = field(default_factory=list)
    head: bool = False
    columns: int = 1
    rows: int = 1

    @property
    def text(self) -> str:
        """Return the visible text of the cell."""
        return " ".join(draft.run.text for draft in self.drafts)


def lone(run: Run) -> GridCell:
    """Return a cell that holds one run, or nothing where the run is blank."""
    run = run.strip()
    return GridCell([Draft(run)] if run.text else [])


def caption_above(drafts: Sequence[Draft]) -> str:
    """Return the title or unit line that stands right above a table, else an empty text.

    Of running text it is the last sentence: …，分两期建成。主要指标如下。
    """
    lines: list[str] = []
    for draft in reversed(drafts[-2:]):
        text = _SENTENCE.split(draft.run.text)[-1]
        if draft.cell is not None or len(text) > _CAPTION_LENGTH or not _CAPTION.search(text):
            break
        lines.insert(0, text)
    return " ".join(lines)


def grid(rows: Sequence[Sequence[GridCell]], caption: str = "", first_row: int = 1) -> list[Draft]:
    """Return the drafts of a table; its first rows are its head."""
    placed = _placed(rows)
    table = _Grid(placed, _head_rows(rows), len(rows), 1 + max((column for _, column in placed), default=-1))
    heads = table.column_heads()
    corner = table.corner()
    drafts: list[Draft] = []
    shown: set[int] = set()
    for (row, column), cell in sorted(placed.items(), key=lambda item: item[0]):
        if id(cell) in shown:
            continue
        shown.add(id(cell))
        inside = row >= table.head_rows
        own_heads = (*reversed(heads[column]), *table.row_heads(row, column)) if inside else ()
        place = Cell(row + first_row, " ".join(heads[column]) or str(column + 1), own_heads, caption, corner)
        drafts.extend(Draft(draft.run, Section.TABLE, cell=place) for draft in cell.drafts)
    return drafts


class _Grid:
    """A table with what tells its rows apart."""

    def __init__(
        self, placed: dict[tuple[int, int], GridCell], head_rows: int, height: int, width: int
    ) -> None:
        self.placed, self.head_rows, self.width = placed, head_rows, width
        self._height = height
        self._units = [at for at in range(1, width) if self._is_of_units(at)]
        self._sections = self._found_sections()
        self._first = int(self._is_numbered())
        self._keys = self._first + self._count_keys()

    def text(self, row: int, column: int) -> str:
        """Return the text at a place."""
        cell = self.placed.get((row, column))
        return cell.text if cell is not None else ""

    def column_heads(self) -> list[tuple[str, ...]]:
        """Return the heads of each column, the uppermost first; one that stands over several is the first's.

        So is 上半年 of 上半年,,下半年, above 一季度,二季度,三季度,四季度.
        """
        heads: list[dict[str, None]] = [{} for _ in range(self.width)]
        for row in range(self.head_rows):
            over = ""
            for column, told in enumerate(heads):
                text = self.text(row, column)
                over = text or over if column else ""
                below = row + 1 < self.head_rows and self.text(row + 1, column)
                if text or (over and below):
                    told[text or over] = None
        return [tuple(told) for told in heads]

    def corner(self) -> str:
        """Return what stands above the heads of the rows, where those are no figures that it measures."""
        told = self.text(0, 0) if self.head_rows else ""
        figures = any(_DIGIT.match(self.text(row, 0)) for row in self._body())
        return "" if figures or not _CAPTION.search(told) else told

    def row_heads(self, row: int, column: int) -> tuple[str, ...]:
        """Return what heads a cell in its row, the nearest first, and the section that it is in."""
        cell = self.placed[row, column]
        before = [at for at in range(self._first, min(self._keys, column)) if at not in self._units]
        told = [self.text(row, at) for at in reversed(before) if self.placed.get((row, at)) is not cell]
        unit = self.text(row, self._unit_column(column)) if self._units and column not in self._units else ""
        if told and unit and not told[0].endswith(_CLOSED):
            told[0] = f"{told[0]}({unit})"
        section = self._sections.get(row, "")
        return tuple(text for text in (*told, section if column or told else "") if text)

    def _body(self) -> range:
        return range(self.head_rows, self._height)

    def _is_of_units(self, column: int) -> bool:
        """Say whether a column tells the units of its rows: 指标 | 单位 | 2022 | 2023."""
        heads = [self.text(row, column) for row in range(self.head_rows)]
        return any(map(_UNITS.fullmatch, heads)) and not any(
            _NUMBER.fullmatch(self.text(row, column)) for row in self._body()
        )

    def _unit_column(self, column: int) -> int:
        """Return the column with the units of another: the nearest before it, else the next behind it."""
        return max((at for at in self._units if at < column), default=self._units[0])

    def _found_sections(self) -> dict[int, str]:
        """Return the rows with the section that each is in: a row of one text without a digit begins it."""
        alone: dict[int, str] = {}
        for row in self._body():
            told = {self.text(row, column) for column in range(self.width)} - {""}
            if len(told) == 1 and self.text(row, 0) and self.width > _PAIR:
                alone[row] = told.pop()
        opens = self.head_rows in alone  # else a row whose values are not known
        found: dict[int, str] = {}
        section = ""
        for row in self._body():
            spans = self.placed.get((row, 0)) is self.placed.get((row, self.width - 1))
            follows = row + 1 < self._height and row + 1 not in alone
            if row in alone and follows and (spans or opens) and not _DIGIT.search(alone[row]):
                section = alone[row]
            elif section:
                found[row] = section
        return found

    def _is_numbered(self) -> bool:
        """Say whether the first column only numbers the rows, or ranks them: 1, 2, 2, 4."""
        told = [self.text(row, 0).strip().rstrip(".") for row in self._body()]
        numbers = [int(text) for text in told if text.isascii() and text.isdigit()]
        ranked = all(one <= place for place, one in enumerate(numbers, 1)) and numbers == sorted(numbers)
        return self.width > _PAIR and len(numbers) == len(told) > 1 and numbers[0] == 1 and ranked

    def _count_keys(self) -> int:
        """Count the columns that it takes to tell the rows apart (机场, 年份), none of them of figures."""
        first = self._first
        rows = [row for row in self._body() if row in self._sections or not self._sections]
        for count in range(1, min(_MOST_KEYS, self.width - 1 - first) + 1):
            told = [
                (self._sections.get(row, ""), *(self.text(row, at) for at in range(first, first + count)))
                for row in rows
            ]
            if any(_FIGURE.fullmatch(row[-1]) and not _YEAR.fullmatch(row[-1]) for row in told):
                break
            if len(set(told)) == len(told):
                return count
        return 1


def _placed(rows: Sequence[Sequence[GridCell]]) -> dict[tuple[int, int], GridCell]:
    """Give every cell its columns and rows, as spans push later cells aside."""
    placed: dict[tuple[int, int], GridCell] = {}
    for row, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while (row, column) in placed:
                column += 1
            for down in range(min(cell.rows, len(rows) - row)):
                for right in range(cell.columns):
                    placed.setdefault((row + down, column + right), cell)
            column += cell.columns
    return placed


def _head_rows(rows: Sequence[Sequence[GridCell]]) -> int:
    """Count the rows made of head cells; without any, the first of several rows is the head."""
    count = 0
    for cells in rows:
        if not cells or not all(cell.head for cell in cells):
            break
        count += 1
    count = count or int(len(rows) > 1 and not _pairs(rows))
    while 0 < count < _MOST_HEADS and _goes_on(rows, count):
        count += 1
    return count


def _goes_on(rows: Sequence[Sequence[GridCell]], count: int) -> bool:
    """Say whether a row below the head belongs to it: units, or what stands under heads of several columns.

    It has no figure, the row below it has, and a blank of it or of the row above says that the two are one.
    """
    if count + 1 >= len(rows):
        return False
    above, here, below = ([cell.text for cell in cells] for cells in rows[count - 1 : count + 2])
    told = [text for text in here if text]
    joined = len(here) == len(above) > _PAIR and (not here[0] or not all(above[1:])) and any(above[1:])
    figures = any(map(_FIGURE.fullmatch, here))
    return joined and len(told) > 1 and not figures and any(map(_FIGURE.fullmatch, below[1:]))


def _pairs(rows: Sequence[Sequence[GridCell]]) -> bool:
    """Say whether the rows are labels with their values: 建校时间, 1953年; a year beside 指标 is a head."""
    first, second = (cell.text for cell in rows[0]) if len(rows[0]) == _PAIR else ("", "")
    headed = _CORNER.fullmatch(first) and _PERIOD.fullmatch(second)
    return all(len(cells) == _PAIR for cells in rows) and bool(_DIGIT.search(second)) and not headed
