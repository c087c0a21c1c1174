"""What was written in the questionnaires, as a workbook for the organiser's office; not for publication."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import openpyxl
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from kiosk.domain.campaign import Campaign
from kiosk.files import write_whole
from organiser.tally.forms import written
from organiser.tally.records import Pile
from organiser.tally.workbook import new_sheet, saved, typed

TEXTS = "texts.xlsx"
_COLUMNS = ["问卷 Form", "题目", "Question", "原文 Text", "次数 Times"]
_WIDTHS = [24, 40, 46, 90, 12]


def write_texts(folder: Path, campaign: Campaign, piles: Iterable[Pile], at: int) -> None:
    """Write all texts, if a form asks for any; `at` is the file's time, Unix seconds. Durable on return."""
    asked = {
        (form.id, question.id): (form.title.zh, question.text.zh, question.text.en)
        for form in campaign.forms
        for question in form.questions
        if form.once and not question.codes
    }
    if not asked:
        return
    book = openpyxl.Workbook(write_only=True)
    sheet = new_sheet(book, "原文 Texts", _COLUMNS, _WIDTHS)
    for found in written(piles):
        text = ILLEGAL_CHARACTERS_RE.sub("\ufffd", found.text)  # XML has no way to write these
        sheet.append([*asked[found.form, found.item], typed(sheet, text), found.number])
    write_whole(folder / TEXTS, saved(book, at))
    os.utime(folder / TEXTS, (at, at))
