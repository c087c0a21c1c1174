"""An enrolment code as a QR: in half blocks for a terminal, or as a sheet (PNG or PDF) to carry to the kiosk."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from kiosk.files import PRIVATE, new_file
from organiser import fonts
from organiser.qr import QUIET, modules

KINDS = {".png": "PNG", ".pdf": "PDF"}
DPI = 300
_SIZE = (1748, 1240)
"""A5, landscape, at 300 dpi."""
_MODULE = 24
_INK, _INK2, _TILE = "#0A2540", "#2F4A63", "#9C2F1A"


def terminal_qr(text: str) -> str:
    """The QR in half blocks, dark on light whatever the terminal's colours are. Raises QrTooLong."""
    quiet = 2
    side = len(rows := modules(text)) + 2 * quiet
    grid = [[False] * side for _ in range(quiet)]
    grid += [[False] * quiet + row + [False] * quiet for row in rows]
    grid += [[False] * side for _ in range(quiet + side % 2)]
    lines = (
        "".join(_BLOCKS[upper, lower] for upper, lower in zip(grid[y], grid[y + 1], strict=True))
        for y in range(0, len(grid) - 1, 2)
    )
    return "\n".join(f"\x1b[30;107m{line}\x1b[0m" for line in lines)


_BLOCKS = {(True, True): "█", (True, False): "▀", (False, True): "▄", (False, False): " "}


def write_sheet(path: Path, code: str, kiosk: str) -> None:
    """Write the sheet, mode 0600: whoever holds it can enrol a machine. Raises FontMissing, OSError."""
    image = Image.new("RGB", _SIZE, "#FFFFFF")
    draw = ImageDraw.Draw(image)
    left = _draw_qr(draw, modules(code)) + 60
    lines = (
        (190, "三民活动", 88, fonts.serif_bold(), _INK),
        (310, f"终端注册码  Kiosk {kiosk}", 44, fonts.sans_bold(), _TILE),
        (430, code[:12], 84, fonts.sans_bold(), _INK),
        (530, code[12:], 84, fonts.sans_bold(), _INK),
        (690, "在终端的注册页扫描或输入。", 40, fonts.sans(), _INK2),
        (750, "24 小时内有效，只能使用一次。", 40, fonts.sans(), _INK2),
        (850, "Scan or type this on the kiosk's enrolment", 32, fonts.sans(), _INK2),
        (895, "screen. Good for 24 hours, once.", 32, fonts.sans(), _INK2),
    )
    for top, text, size, face, colour in lines:
        draw.text((left, top), text, font=ImageFont.truetype(str(face.file), size, index=face.number), fill=colour)
    with new_file(path, PRIVATE) as stream:
        image.save(stream, KINDS[path.suffix.lower()], resolution=DPI, dpi=(DPI, DPI))


def _draw_qr(draw: ImageDraw.ImageDraw, rows: list[list[bool]]) -> int:
    """Its right edge, quiet zone included."""
    start, top = 60 + QUIET * _MODULE, (_SIZE[1] - len(rows) * _MODULE) // 2
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                x0, y0 = start + x * _MODULE, top + y * _MODULE
                draw.rectangle((x0, y0, x0 + _MODULE - 1, y0 + _MODULE - 1), fill="#000000")
    return start + (len(rows) + QUIET) * _MODULE
