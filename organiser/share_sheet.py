"""One trustee's share on paper: an A4 page with its words, and the same as text."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from fpdf import FPDF

from kiosk.files import PRIVATE, new_file
from organiser import fonts

_INK, _INK2, _TILE, _HAIR, _SAND, _AMBER = "#0A2540", "#2F4A63", "#9C2F1A", "#CDD9E0", "#FBF0DA", "#653F08"
_LEFT, _WIDTH = 20.0, 170.0
COLUMNS = 3


@dataclass(frozen=True, slots=True)
class ShareSheet:
    """What a trustee is handed. Its repr does not show the words."""

    number: int
    shares: int
    threshold: int
    campaign: str
    key_id: str
    words: tuple[str, ...] = field(repr=False)


def share_text(sheet: ShareSheet) -> str:
    """The sheet as text, words numbered in three columns."""
    starts = range(0, len(sheet.words), COLUMNS)
    rows = "\n".join(
        "".join(f"{place + 1:>4}. {sheet.words[place]:<12}" for place in _row(sheet, start)).rstrip()
        for start in starts
    )
    return f"""三民活动 {sheet.campaign}
计票密钥 第 {sheet.number} 份，共 {sheet.shares} 份       Tally key, share {sheet.number} of {sheet.shares}
密钥编号 Key id: {sheet.key_id}

{_rule(sheet)[0]}请打印后由监票人本人保管，勿拍照、勿外传。
{_rule(sheet)[1]} Print it; the trustee alone keeps it.

{rows}
"""


def write_share_page(path: Path, sheet: ShareSheet) -> None:
    """Write the page, mode 0600: whoever has three opens the ballots. Raises FontMissing and OSError."""
    pdf = FPDF(unit="mm", format="A4")
    pdf.set_auto_page_break(False)
    pdf.set_title(f"{sheet.campaign} share {sheet.number}")
    face = fonts.sans()  # one large font only: each takes seconds to load and to cut down to what is used
    pdf.add_font("sans", "", face.file, collection_font_number=face.number)
    pdf.add_page()
    _head(pdf, sheet)
    _words(pdf, sheet)
    _foot(pdf, sheet)
    with new_file(path, PRIVATE) as stream:
        pdf.output(stream)


def _head(pdf: FPDF, sheet: ShareSheet) -> None:
    _text(pdf, 28, f"三民活动 {sheet.campaign}", "sans", 12, _TILE)
    _text(pdf, 41, f"计票密钥 第 {sheet.number} 份，共 {sheet.shares} 份", "sans", 26, _INK)
    _text(pdf, 50, f"Tally key, share {sheet.number} of {sheet.shares}", "sans", 14, _INK2)
    _text(pdf, 58, f"密钥编号 Key id  {sheet.key_id}", "sans", 11, _INK2)
    pdf.set_xy(_LEFT, 64)
    pdf.set_fill_color(_SAND)
    pdf.set_text_color(_AMBER)
    pdf.set_font("sans", size=11)
    chinese, english = _rule(sheet)
    pdf.multi_cell(
        _WIDTH, 6.2, f"{chinese}由监票人本人保管，勿拍照、勿外传。\n{english}", fill=True, padding=3, align="L"
    )


def _words(pdf: FPDF, sheet: ShareSheet) -> None:
    """Large enough to be read without glasses and to be typed from."""
    pdf.set_draw_color(_HAIR)
    for line, start in enumerate(range(0, len(sheet.words), COLUMNS)):
        y = 104 + line * 12.5
        pdf.line(_LEFT, y + 3.6, _LEFT + _WIDTH, y + 3.6)
        for column, place in enumerate(_row(sheet, start)):
            x = _LEFT + column * _WIDTH / COLUMNS
            _text(pdf, y, f"{place + 1}", "sans", 10, _INK2, x)
            _text(pdf, y, sheet.words[place], "helvetica", 17, _INK, x + 9)


def _foot(pdf: FPDF, sheet: ShareSheet) -> None:
    _text(pdf, 258, "监票人 Trustee", "sans", 11, _INK2)
    _text(pdf, 258, "日期 Date", "sans", 11, _INK2, 130)
    pdf.line(_LEFT, 268, 115, 268)
    pdf.line(130, 268, _LEFT + _WIDTH, 268)
    _text(pdf, 278, "打印后请删除文件。 Delete the file once it is printed.", "sans", 9, _INK2)


def _text(pdf: FPDF, y: float, text: str, font: str, size: float, colour: str, x: float = _LEFT) -> None:
    pdf.set_font(font, size=size)
    pdf.set_text_color(colour)
    pdf.text(x, y, text)


def _row(sheet: ShareSheet, start: int) -> range:
    return range(start, min(start + COLUMNS, len(sheet.words)))


def _rule(sheet: ShareSheet) -> tuple[str, str]:
    least = sheet.threshold
    return (
        f"任意 {least} 份合在一起才能开启评议票；少于 {least} 份什么也看不到。",
        f"Any {least} shares together open the ballots; fewer reveal nothing.",
    )
