"""Tables from spreadsheets: CSV in the encodings Chinese offices save, or XLSX, as lines of text cells.

TableRefused             not a table that can be read
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

MAX_BYTES = 50_000_000
MAX_ROWS = 200_000


class TableRefused(Exception):
    """`code`: `unknown-type`, `too-large`, `damaged` or `empty`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank; `number` is the row a spreadsheet shows, from 1."""

    number: int
    cells: tuple[str, ...]


def read_table(path: Path) -> tuple[Line, ...]:
    """All lines that are not blank, the header first. Raises TableRefused and OSError."""
    if path.stat().st_size > MAX_BYTES:
        raise TableRefused("too-large")
    match path.suffix.lower():
        case ".csv":
            rows = _read_csv(path)
        case ".xlsx":
            rows = _read_xlsx(path)
        case _:
            raise TableRefused("unknown-type")
    lines = tuple(Line(number, cells) for number, cells in enumerate(rows, 1) if any(map(str.strip, cells)))
    if not lines:
        raise TableRefused("empty")
    return lines


def _read_csv(path: Path) -> list[tuple[str, ...]]:
    data = path.read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            reader = csv.reader(io.StringIO(data.decode(encoding), newline=""), strict=True)
            return _capped(tuple(row) for row in reader)
        except UnicodeDecodeError:
            continue
        except csv.Error as error:
            raise TableRefused("damaged") from error
    raise TableRefused("damaged")


def _read_xlsx(path: Path) -> list[tuple[str, ...]]:
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise TableRefused("damaged") from error
    try:
        sheet = book.worksheets[0]
        return _capped(tuple(map(_text, row)) for row in sheet.iter_rows(values_only=True))
    except (zipfile.BadZipFile, KeyError, ValueError, IndexError, SyntaxError) as error:  # XML errors are SyntaxErrors
        raise TableRefused("damaged") from error
    finally:
        book.close()


def _capped(rows: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    kept: list[tuple[str, ...]] = []
    for row in rows:
        if len(kept) >= MAX_ROWS:
            raise TableRefused("too-large")
        kept.append(row)
    return kept


def _text(value: object) -> str:
    """A cell as people see it: a phone number stored as a number has no `.0`."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
