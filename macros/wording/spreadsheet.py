"""Tables as CSV files that programs read and spreadsheets open as they are."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

MARK = "\ufeff"
"""The byte order mark by which spreadsheets recognise Unicode; without it Arabic is a row of signs."""

BETWEEN = "|"
"""What stands between the values of a cell that holds several."""

CellValue = str | float | Sequence[str] | None


def csv_file(head: Iterable[str], rows: Iterable[Iterable[CellValue]]) -> str:
    """A table as CSV (RFC 4180). Numbers are plain, dates in ISO 8601, truth values ``true`` and ``false``."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(head)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return MARK + text.getvalue()


def _cell(value: CellValue) -> str | float:
    """A value as a cell. Text that a spreadsheet would take for a formula is kept from it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f"'{value}" if value.startswith(("=", "+", "-", "@", "\t", "\r")) else value
    if isinstance(value, Sequence):
        return _cell(BETWEEN.join(value))
    return int(value) if value == int(value) else value
