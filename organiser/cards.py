"""Printed cards: A4 sheets with ten credentials each, ready to be cut to 85.6 × 54 mm (ISO/IEC 7810 ID-1).

CardsRefused             nothing was printed
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from fpdf import FPDF

from kiosk.crypto.cards import issue
from kiosk.crypto.signing import SigningKey
from kiosk.domain.campaign import Campaign
from kiosk.domain.credential import Role
from kiosk.files import PRIVATE, new_file
from organiser import fonts
from organiser.issuing import IssuedCard
from organiser.mark import GRID, pdf_operators, read_mark
from organiser.progress import Progress, silent
from organiser.qr import QUIET, modules, rectangles

WIDTH, HEIGHT = 85.6, 54.0
COLUMNS, ROWS = 2, 5
PER_PAGE = COLUMNS * ROWS
PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0
MODULE = 0.56
"""Side of one QR module in mm: a version 9 code with its quiet zone is 34 mm wide."""

INK, INK2, SEA, TILE, CORAL, HAIR, PAPER, MIST = (
    "#0A2540",
    "#2F4A63",
    "#0B4C79",
    "#9C2F1A",
    "#E06A4A",
    "#CDD9E0",
    "#FBFAF6",
    "#EEF4F6",
)
_K = 72 / 25.4
_EDGE = 5.0
_MARK = 8.6


class CardsRefused(Exception):
    """`code`: `nobody` (there is no card to print)."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def write_cards(
    cards: Sequence[IssuedCard], out: Path, *, campaign: Campaign, key: SigningKey, progress: Progress = silent
) -> int:
    """Write the sheets and return how many pages there are; progress counts cards.

    One card is drawn at a time; only finished page streams stay in memory, about 100 kB a page. The file holds valid
    credentials: mode 0600. Raises CardsRefused, FontMissing, QrTooLong and OSError.
    """
    if not cards:
        raise CardsRefused("nobody")
    sheet = _Sheet(campaign, key)
    for number, card in enumerate(cards):
        place = number % PER_PAGE
        if place == 0:
            sheet.new_page()
        sheet.draw(card, *divmod(place, COLUMNS))
        progress(number + 1, len(cards))
    with new_file(out, PRIVATE) as stream:
        sheet.pdf.output(stream)
    return int(sheet.pdf.page)


class _Sheet:
    """A PDF under construction. Lengths are mm from the page's upper left corner."""

    def __init__(self, campaign: Campaign, key: SigningKey) -> None:
        self.campaign = campaign
        self._key = key
        self.pdf = FPDF(unit="mm", format="A4")
        self.pdf.set_auto_page_break(False)
        self.pdf.set_title(f"{campaign.title.zh} {campaign.year}")
        self.pdf.set_lang("zh-CN")
        for family, face in (("sans", fonts.sans()), ("bold", fonts.sans_bold()), ("serif", fonts.serif_bold())):
            self.pdf.add_font(family, "", face.file, collection_font_number=face.number)
        self._mark = {None: pdf_operators(read_mark()), "#FFFFFF": pdf_operators(read_mark(), "#FFFFFF")}

    def new_page(self) -> None:
        """A new sheet with its cut marks."""
        self.pdf.add_page()
        self.pdf.set_draw_color(INK2)
        self.pdf.set_line_width(0.1)
        left, top = _corner(0, 0)
        right, bottom = _corner(ROWS, COLUMNS)
        for column in range(COLUMNS + 1):
            x = _corner(0, column)[0]
            self.pdf.line(x, top - 8, x, top - 2)
            self.pdf.line(x, bottom + 2, x, bottom + 8)
        for row in range(ROWS + 1):
            y = _corner(row, 0)[1]
            self.pdf.line(left - 8, y, left - 2, y)
            self.pdf.line(right + 2, y, right + 8, y)

    def draw(self, card: IssuedCard, row: int, column: int) -> None:
        """One card at its place on the sheet."""
        x, y = _corner(row, column)
        staff = card.row.role is Role.STAFF
        self._ground(x, y, staff)
        self._head(x, y, staff)
        self._words(x, y, card, staff)
        rows = modules(issue(card.credential(self.campaign), self._key))
        side = (len(rows) + 2 * QUIET) * MODULE
        self._code(x + WIDTH - 3.2 - side, y + (HEIGHT - side) / 2 + (3.5 if staff else 0), rows)

    def _ground(self, x: float, y: float, staff: bool) -> None:
        if staff:
            self.pdf.set_fill_color(SEA)
            self.pdf.rect(x, y, WIDTH, 15.4, style="F")
        self.pdf.set_fill_color(SEA if staff else CORAL)
        self.pdf.rect(x, y + HEIGHT - 1.6, WIDTH, 1.6, style="F")

    def _head(self, x: float, y: float, staff: bool) -> None:
        scale = _MARK / GRID * _K
        left, top = (x + _EDGE) * _K, (PAGE_HEIGHT - y - 3.6) * _K
        colour = "#FFFFFF" if staff else None
        # fpdf2 has no public way to reuse ready-made path operators; its drawing API is ten times larger in the file.
        self.pdf._out(f"q {scale:.5f} 0 0 {-scale:.5f} {left:.3f} {top:.3f} cm\n{self._mark[colour]}\nQ")
        words = x + _EDGE + _MARK + 2.4
        self._text(words, y + 7.6, self.campaign.title.zh, "serif", 10.5, colour or INK)
        self._text(words, y + 11.4, f"{self.campaign.city.zh} {self.campaign.year}", "sans", 6.6, colour or INK2)

    def _words(self, x: float, y: float, card: IssuedCard, staff: bool) -> None:
        left = x + _EDGE
        self._text(left, y + 25.8, "工作人员证" if staff else "市民代表证", "serif", 18, INK)
        category = self.campaign.category(card.row.category)
        lines = [card.row.district] if category is None else [category.name.zh, card.row.district]
        for number, line in enumerate(lines):
            self._text(left, y + 32.2 + number * 4.3, line, "sans", 8.4, INK2, widest=41)
        self._text(left, y + 45.0, card.card_number, "bold", 11, SEA if staff else TILE)
        self._text(left, y + 49.2, "本人使用 请勿转借、拍照外传", "sans", 5.6, INK2)

    def _text(
        self, x: float, y: float, text: str, font: str, size: float, colour: str, widest: float | None = None
    ) -> None:
        self.pdf.set_font(font, size=size)
        if widest and (width := self.pdf.get_string_width(text)) > widest:
            self.pdf.set_font_size(size * widest / width)
        self.pdf.set_text_color(colour)
        self.pdf.text(x, y, text)

    def _code(self, x: float, y: float, rows: list[list[bool]]) -> None:
        """The code as one path of rectangles, in whole modules: no seams, and small."""
        scale = MODULE * _K
        left, top = (x + QUIET * MODULE) * _K, (PAGE_HEIGHT - y - QUIET * MODULE) * _K
        path = "\n".join("{} {} {} {} re".format(*rectangle) for rectangle in rectangles(rows))
        self.pdf._out(f"q 0 g {scale:.5f} 0 0 {-scale:.5f} {left:.3f} {top:.3f} cm\n{path}\nf Q")


def _corner(row: int, column: int) -> tuple[float, float]:
    """The upper left corner of the card in this row and column."""
    left, top = (PAGE_WIDTH - COLUMNS * WIDTH) / 2, (PAGE_HEIGHT - ROWS * HEIGHT) / 2
    return left + column * WIDTH, top + row * HEIGHT
