"""What a figure is: a title, what it says in words, the values of its table, and two surfaces to draw."""

from __future__ import annotations

from dataclasses import dataclass

from ..record.fields import PartialDate
from ..record.shared import Record
from ..wording.language import Language
from ..wording.spreadsheet import csv_file
from .surface import Surface

TableValue = str | float | PartialDate | None
"""A value of a figure's table: words of the page's language, a number, a date, or nothing."""


@dataclass(frozen=True)
class Column:
    """The head of a column. ``decimals`` are those of its numbers on a page; ``nothing`` is what a page shows for
    None."""

    label: str
    decimals: int | None = None
    nothing: str = ""

    def shown(self, value: TableValue, language: Language) -> str:
        """A value of this column as a page of that language shows it."""
        if value is None:
            return self.nothing
        if isinstance(value, PartialDate):
            return language.day(value)
        return value if isinstance(value, str) else language.number(value, self.decimals)


@dataclass(frozen=True)
class Row:
    """One line of a figure's table; its first value leads to ``record``."""

    record: Record | None
    values: tuple[TableValue, ...]


@dataclass(frozen=True)
class LegendKey:
    """One entry of a figure's legend: the shape and the colour of a mark, and what they mean."""

    shape: str
    colour: str
    label: str


@dataclass(frozen=True)
class Chart:
    """A figure: its finding as a title, the same in words for who does not see it, the table of its values, its legend,
    and two drawings of it, ``wide`` for a text column and ``narrow`` for a phone.

    ``note`` says how it is to be read, where that is not plain. One that ``is_listed`` stands above a list that says
    what its table would.
    """

    title: str
    alternative: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    wide: Surface
    narrow: Surface
    keys: tuple[LegendKey, ...] = ()
    note: str = ""
    is_listed: bool = False

    def csv(self, root: str) -> str:
        """The table as a file. Id and address are those of the record that a line is about. The address is whole, since
        a file is taken away from its site; ``root`` is that of the language."""
        head = ["id", "address", *(column.label for column in self.columns)]
        return csv_file(head, (self._line(row, root) for row in self.rows))

    @staticmethod
    def _line(row: Row, root: str) -> tuple[TableValue, ...]:
        record = row.record
        place = (record.id, f"{root}{record.address}") if record else ("", "")
        return *place, *row.values
