"""Tables from spreadsheets: CSV in the encodings Chinese offices save, or XLSX, as lines of text cells.

TableRefused             not a table that can be read
"""

from __future__ import annotations

import csv
import io
import re
import warnings
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import openpyxl

MAX_BYTES = 50_000_000
MAX_UNZIPPED = 500_000_000
MAX_ROWS = 200_000
SHEET_ROWS = 1_048_576
"""Rows of a sheet, blank ones included (ECMA-376); a number beyond it would be counted up to for days."""
MAX_COLUMNS = 64
"""A stray cell at the far edge of a sheet makes every row 16,384 cells wide."""
TITLE_LINES = 10
"""Where the header may stand at the latest: above it office tables have a title, an issuer and a date."""
BEGINNING = 10_000
_ZEROS = re.compile("0+")
_ERRORS = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"})

IsHeader = Callable[[Sequence[str]], bool]
"""Whether a line's cells are the names of the columns."""


class TableRefused(Exception):
    """`code`: `unknown-type`, `too-large`, `damaged`, `empty`, or `several` (`sheets` hold such a table)."""

    def __init__(self, code: str, sheets: tuple[str, ...] = ()) -> None:
        super().__init__(code)
        self.code = code
        self.sheets = sheets


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank; `number` is the row a spreadsheet shows, from 1."""

    number: int
    cells: tuple[str, ...]


def read_table(path: Path, is_header: IsHeader) -> tuple[Line, ...]:
    """All lines that are not blank from the header on; from the first one if none is the header.

    In a workbook the header tells which sheet is meant; hidden sheets do not count. Raises TableRefused and OSError.
    """
    with path.open("rb") as stream:
        if path.stat().st_size > MAX_BYTES:
            raise TableRefused("too-large")
        match path.suffix.lower():
            case ".csv":
                sheets = {"": _read_csv(stream.read())}
            case ".xlsx":
                sheets = _read_xlsx(stream)
            case _:
                raise TableRefused("unknown-type")
    return _meant({name: lines for name, lines in sheets.items() if lines}, is_header)


def _meant(sheets: dict[str, list[Line]], is_header: IsHeader) -> tuple[Line, ...]:
    if not sheets:
        raise TableRefused("empty")
    found = {name: place for name, lines in sheets.items() if (place := _header(lines, is_header)) is not None}
    if len(found) > 1:
        raise TableRefused("several", tuple(found))
    for name, place in found.items():
        return tuple(sheets[name][place:])
    return tuple(next(iter(sheets.values())))


def _header(lines: list[Line], is_header: IsHeader) -> int | None:
    return next((place for place, line in enumerate(lines[:TITLE_LINES]) if is_header(line.cells)), None)


def _read_csv(data: bytes) -> list[Line]:
    text = _decoded(data)
    try:
        return _lines(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True))
    except csv.Error as error:
        raise TableRefused("damaged") from error


def _decoded(data: bytes) -> str:
    utf16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))  # Excel's "Unicode text"
    for encoding in ("utf-16",) if utf16 else ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise TableRefused("damaged")


def _delimiter(text: str) -> str:
    """What stands between cells: whichever of comma, semicolon and tab the first lines have most of."""
    beginning = "\n".join(text[:BEGINNING].split("\n")[:TITLE_LINES])
    return max(",;\t", key=beginning.count)


def _read_xlsx(stream: BinaryIO) -> dict[str, list[Line]]:
    try:
        with zipfile.ZipFile(stream) as archive:
            if sum(file.file_size for file in archive.infolist()) > MAX_UNZIPPED:
                raise TableRefused("too-large")
        return _sheets(stream)
    except (TableRefused, MemoryError):
        raise
    except Exception as error:  # what openpyxl raises for a foreign or broken workbook is not one tree
        raise TableRefused("damaged") from error


def _sheets(stream: BinaryIO) -> dict[str, list[Line]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl says what it leaves out: pictures, rules, styles
        book = openpyxl.load_workbook(stream, read_only=True, data_only=True)
        try:
            return {sheet.title: _sheet(sheet) for sheet in book.worksheets if sheet.sheet_state == "visible"}
        finally:
            book.close()


def _sheet(sheet: Any) -> list[Line]:
    sheet.reset_dimensions()  # what some programs write there is wrong and would cut the table off
    return _lines(
        tuple(map(_text, row)) if any(cell.value is not None for cell in row) else ()
        for row in sheet.iter_rows(max_col=MAX_COLUMNS)
    )


def _lines(rows: Iterable[Sequence[str]]) -> list[Line]:
    kept: list[Line] = []
    for number, cells in enumerate(rows, 1):
        if any(map(str.strip, cells)):
            kept.append(Line(number, tuple(cells)))
        if len(kept) > MAX_ROWS or number > SHEET_ROWS:
            raise TableRefused("too-large")
    return kept


def _text(cell: Any) -> str:
    """A cell as people see it: a phone number has no `.0`, a number shown as 000007 its zeros, an error no words."""
    value = cell.value
    if value is None or (isinstance(value, str) and value in _ERRORS):
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if type(value) is int and _ZEROS.fullmatch(shown := str(cell.number_format)):
        return f"{value:0{len(shown)}}"
    return str(value)
