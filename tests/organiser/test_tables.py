"""Tables as offices save them: where the table is, in which encoding, and what a broken or hostile file costs."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from organiser.tables import MAX_UNZIPPED, Line, TableRefused, read_table

HEADER, ROW = ("编号", "姓名", "手机"), ("0001", "王小明", "10000000001")
TABLE = (Line(1, HEADER), Line(2, ROW))


def is_header(cells: Sequence[str]) -> bool:
    return set(HEADER) <= set(cells)


def read(path: Path) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """Numbers and cells up to the last that is not empty."""
    return tuple((line.number, tuple(filter(None, line.cells))) for line in read_table(path, is_header))


def workbook(path: Path, change: Callable[[openpyxl.Workbook, Worksheet], object]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in (HEADER, ROW):
        sheet.append(row)
    change(book, sheet)
    book.save(path)
    return path


def edited(path: Path, old: bytes, new: bytes, part: str = "sheet1") -> Path:
    """A plain workbook with a change in the XML of its sheet or another part."""
    plain = workbook(path.with_name("plain.xlsx"), lambda book, sheet: None)
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name in source.namelist():
            data = source.read(name)
            assert part not in name or old in data
            made.writestr(name, data.replace(old, new))
    return path


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_every_way_an_office_saves_a_csv_is_read(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text("\n".join(delimiter.join(row) for row in (HEADER, ROW)), encoding)
    assert read_table(path, is_header) == TABLE


def test_titles_above_the_header_are_passed_over_and_rows_keep_their_numbers(tmp_path: Path) -> None:
    path = workbook(tmp_path / "t.xlsx", lambda book, sheet: sheet.insert_rows(1, 3))
    assert read(path) == ((4, HEADER), (5, ROW))
    path = tmp_path / "t.csv"
    path.write_text("\n".join(["青岛市三民活动代表名单", "", ",".join(HEADER), ",".join(ROW)]), "utf-8")
    assert read(path) == ((3, HEADER), (4, ROW))


def test_the_sheet_with_the_header_is_read_wherever_it_is(tmp_path: Path) -> None:
    def notes_first(book: openpyxl.Workbook, sheet: Worksheet) -> None:
        book.create_sheet("说明", 0).append(["请看第二页"])

    assert read(workbook(tmp_path / "t.xlsx", notes_first)) == ((1, HEADER), (2, ROW))


def test_two_sheets_with_the_header_are_refused_by_name_unless_one_is_hidden(tmp_path: Path) -> None:
    def second(book: openpyxl.Workbook, sheet: Worksheet) -> None:
        book.create_sheet("第二批").append(HEADER)

    def hidden(book: openpyxl.Workbook, sheet: Worksheet) -> None:
        draft = book.create_sheet("草稿", 0)
        draft.append(HEADER)
        draft.sheet_state = "hidden"
        book.active = 1

    with pytest.raises(TableRefused) as caught:
        read_table(workbook(tmp_path / "t.xlsx", second), is_header)
    assert (caught.value.code, caught.value.sheets) == ("several", ("Sheet", "第二批"))
    assert read(workbook(tmp_path / "h.xlsx", hidden)) == ((1, HEADER), (2, ROW))


def test_numbers_are_read_as_they_are_shown_and_errors_are_empty(tmp_path: Path) -> None:
    def numbers(book: openpyxl.Workbook, sheet: Worksheet) -> None:
        sheet["A2"], sheet["B2"], sheet["C2"] = 7, "#N/A", 10000000001.0
        sheet["A2"].number_format = "0000"
        sheet["B2"].data_type = "e"

    assert read(workbook(tmp_path / "t.xlsx", numbers))[1] == (2, ("0007", "10000000001"))


def test_a_sheet_that_says_it_is_smaller_than_it_is_is_read_whole(tmp_path: Path) -> None:
    path = edited(tmp_path / "t.xlsx", b'<dimension ref="A1:C2"', b'<dimension ref="A1"')
    assert read(path) == ((1, HEADER), (2, ROW))


def test_a_stray_cell_at_the_far_end_of_a_sheet_costs_nothing(tmp_path: Path) -> None:
    stray = b'<row r="1000"><c r="XFD1000"><v>1</v></c></row></sheetData>'
    assert read(edited(tmp_path / "t.xlsx", b"</sheetData>", stray)) == ((1, HEADER), (2, ROW))
    lines = read_table(tmp_path / "t.xlsx", is_header)
    assert max(len(line.cells) for line in lines) < 100, "not 16,384 cells a row"


def test_a_row_beyond_what_a_sheet_has_is_refused_and_not_counted_up_to(tmp_path: Path) -> None:
    stray = b'<row r="99999999999999"><c r="A99999999999999"><v>1</v></c></row></sheetData>'
    with pytest.raises(TableRefused) as caught:
        read_table(edited(tmp_path / "t.xlsx", b"</sheetData>", stray), is_header)
    assert caught.value.code == "too-large"


def test_a_workbook_that_unpacks_to_gigabytes_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = workbook(tmp_path / "t.xlsx", lambda book, sheet: None)
    archive = zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED, compresslevel=1)
    with archive, archive.open("xl/x", "w", force_zip64=True) as blank:
        for _ in range(MAX_UNZIPPED // 1_000_000):
            blank.write(bytes(1_000_000))
    with pytest.raises(TableRefused) as caught:
        read_table(path, is_header)
    assert caught.value.code == "too-large"


def test_what_openpyxl_leaves_out_is_not_told_to_the_organiser(tmp_path: Path) -> None:
    path = edited(tmp_path / "t.xlsx", b"cellStyles", b"otherwise", "styles")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert read(path) == ((1, HEADER), (2, ROW))
