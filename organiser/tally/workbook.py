"""The results as a workbook for offices; the same results give the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime

import openpyxl
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from organiser.tally.form_page import COLUMNS, WIDTHS, rows
from organiser.tally.results import Results
from organiser.tally.words import DELIVERY, REASON, STAGE, WITHHELD, plain, said

_HEAD = Font(bold=True, color="FFFFFF")
_GROUND = PatternFill("solid", fgColor="0B4C79")
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
"""openpyxl notes the moment of saving, whatever it is told."""
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time a ZIP archive can hold."""


def workbook(results: Results, at: int) -> bytes:
    """Sheets of departments, turnout, what was set aside and the kiosks. `at` is the file's time, Unix seconds."""
    book = openpyxl.Workbook(write_only=True)
    _departments(book, results)
    _turnout(book, results)
    _forms(book, results)
    _grounds(book, results)
    return saved(book, at)


def saved(book: openpyxl.Workbook, at: int) -> bytes:
    """The workbook's file with `at` as the only time in it."""
    created = datetime.fromtimestamp(at, UTC).replace(tzinfo=None)
    book.properties.created, book.properties.creator = created, ""
    buffer = io.BytesIO()
    book.save(buffer)
    return _timeless(buffer.getvalue(), f"{created:%Y-%m-%dT%H:%M:%SZ}".encode())


def _departments(book: openpyxl.Workbook, results: Results) -> None:
    marks = results.departments[0].marks if results.departments else ()
    columns = ["序号 No.", "部门", "Department", "评价数 Ratings"]
    columns += [plain(mark.label) for mark in marks] + [f"{mark.label.zh} %" for mark in marks]
    sheet = new_sheet(book, "部门 Departments", [*columns, "得分 Score", "说明 Note"], [8, 28, 46, 14])
    for d in results.departments:
        numbers, shares = [mark.number for mark in d.marks], [mark.share for mark in d.marks]
        note = plain(said(WITHHELD, d.withheld)) if d.withheld else None
        sheet.append([d.order, d.name.zh, d.name.en, d.ratings, *numbers, *shares, d.score, note])
    sheet.append([None, "合计", "Total", results.ratings])
    if results.sample:
        sheet.append([None, "示例数据", "Sample data"])
    if results.release.reason:
        sheet.append([None, "部分终端的数据未到齐，经决定仍予公布", "Published although kiosks are missing"])
        sheet.append([None, typed(sheet, results.release.reason)])


def _turnout(book: openpyxl.Workbook, results: Results) -> None:
    columns = ["划分 Division", "组别", "Group", "人数 People", "参与 Voters"]
    sheet = new_sheet(book, "参与 Turnout", columns, [20, 28, 36, 14, 14])
    came = results.turnout
    sheet.append(["全部 All", "全体", "All", came.people, came.voters])
    divisions = (("类别 Category", came.by_category), ("产生方式 Route", came.by_route))
    for title, groups in (*divisions, ("区市 District", came.by_district)):
        for group in groups:
            sheet.append([title, group.name.zh, group.name.en, group.people, group.voters])


def _forms(book: openpyxl.Workbook, results: Results) -> None:
    if results.forms:
        sheet = new_sheet(book, "问卷 Forms", list(COLUMNS), list(WIDTHS))
        for row in rows(results.forms):
            sheet.append(row)


def _grounds(book: openpyxl.Workbook, results: Results) -> None:
    sheet = new_sheet(book, "未计入 Set aside", ["步骤 Stage", "原因 Reason", "数量 Number"], [24, 46, 12])
    for stage, reasons in results.set_aside.items():
        for reason, number in reasons.items():
            sheet.append([plain(said(STAGE, stage)), plain(said(REASON, reason)), number])
    columns = ["终端 Kiosk", "记录 Entries", "上报 Reported", "状态 State", "说明 Note"]
    sheet = new_sheet(book, "终端 Kiosks", columns, [14, 14, 14, 36, 46])
    for kiosk in results.release.kiosks:
        sheet.append(
            [kiosk.kiosk, kiosk.stored, kiosk.reported, plain(said(DELIVERY, kiosk.state)), typed(sheet, kiosk.lost)]
        )
    for aside in results.release.aside:
        sheet.append([aside.kiosk, aside.entries, None, plain(said(REASON, aside.why)), aside.epoch])


def new_sheet(book: openpyxl.Workbook, title: str, columns: list[str], widths: list[int]) -> Worksheet:
    """A new sheet with its heading."""
    sheet: Worksheet = book.create_sheet(title)
    for place in range(len(columns)):
        sheet.column_dimensions[get_column_letter(place + 1)].width = widths[place] if place < len(widths) else 18
    sheet.freeze_panes = "A2"
    head = []
    for text in columns:
        cell = WriteOnlyCell(sheet, text)
        cell.font, cell.fill = _HEAD, _GROUND
        head.append(cell)
    sheet.append(head)
    return sheet


def typed(sheet: Worksheet, words: str) -> Cell:
    """Words that someone typed: never a formula, whatever they begin with."""
    cell: Cell = WriteOnlyCell(sheet, words)
    cell.data_type = "s"
    return cell


def _timeless(data: bytes, stamp: bytes) -> bytes:
    """The archive without the times at which it was packed and saved."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = _MODIFIED.sub(rb"\g<1>" + stamp + rb"\g<2>", old.read(name))
            new.writestr(zipfile.ZipInfo(name, _ZIP_TIME), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
