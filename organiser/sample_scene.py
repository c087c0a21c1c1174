"""Pictures of a sample clip: a title card, a card for each chapter, and a boat that sails as time goes by."""

from __future__ import annotations

import math
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from kiosk.domain.campaign import Bilingual
from organiser import fonts

SIZE = (1280, 720)
NIGHT, FOAM, AIR, TILE, CORAL = "#083A5C", "#FFFFFF", "#CFE6F0", "#9C2F1A", "#E06A4A"
_SCENERY = Path(__file__).parent.parent / "assets" / "scenery"
_SEA = ("#2C769F", "#0F5481", "#0A456F")
_WATERLINE = 600


@cache
def _font(serif: bool, size: int) -> ImageFont.FreeTypeFont:
    face = fonts.serif_bold() if serif else fonts.sans()
    return ImageFont.truetype(str(face.file), size, index=face.number)


def title_card(department: Bilingual, what: Bilingual, picture: str) -> Image.Image:
    """The opening picture and the still: whose clip this is."""
    return _card(what, department, picture, 68)


def chapter_card(department: Bilingual, chapter: Bilingual, picture: str) -> Image.Image:
    """What is spoken about now."""
    return _card(department, chapter, picture, 76)


def with_boat(card: Image.Image, progress: float) -> Image.Image:
    """The card with the boat at `progress` (0 to 1) of its way."""
    frame = card.copy()
    draw = ImageDraw.Draw(frame)
    x = 60 + progress * (SIZE[0] - 120)
    y = _WATERLINE - 4 + 3 * math.sin(progress * 40)
    draw.polygon([(x - 26, y), (x + 26, y), (x + 16, y + 14), (x - 16, y + 14)], fill=TILE)
    draw.polygon([(x - 2, y - 4), (x - 2, y - 46), (x - 24, y - 4)], fill="#FFFFFF")
    draw.polygon([(x + 2, y - 4), (x + 2, y - 40), (x + 20, y - 4)], fill=CORAL)
    return frame


def _card(above: Bilingual, words: Bilingual, picture: str, size: int) -> Image.Image:
    card = Image.new("RGB", SIZE, NIGHT)
    draw = ImageDraw.Draw(card)
    arch = _arch(picture)
    card.paste(arch, (SIZE[0] - arch.width - 80, _WATERLINE - arch.height), arch)
    _sea(draw)
    draw.rounded_rectangle((80, 128, 116, 132), 2, fill=CORAL)
    draw.text((132, 110), above.zh, font=_font(False, 34), fill=AIR)
    draw.text((132, 156), above.en, font=_font(False, 22), fill=AIR)
    y = 230
    for line in _wrap(words.zh, _font(True, size), 740):
        draw.text((78, y), line, font=_font(True, size), fill=FOAM)
        y += int(size * 1.25)
    for line in _wrap(words.en, _font(False, 30), 740):
        draw.text((80, y + 16), line, font=_font(False, 30), fill=AIR)
        y += 42
    draw.text((80, 520), "示例数据  Sample data", font=_font(False, 24), fill=AIR)
    return card


@cache
def _arch(picture: str) -> Image.Image:
    with Image.open(_SCENERY / f"{picture}@1.5x.png") as drawn:
        arch = drawn.convert("RGBA")
    return arch.resize((int(arch.width * 470 / arch.height), 470), Image.Resampling.LANCZOS)


def _sea(draw: ImageDraw.ImageDraw) -> None:
    for row, colour in enumerate(_SEA):
        top = _WATERLINE + row * 36
        draw.rectangle((0, top, SIZE[0], SIZE[1]), fill=colour)
        for x in range(-40 + row * 20, SIZE[0] + 40, 64):
            draw.arc((x, top - 12, x + 64, top + 28), 200, 340, fill="#6F9BB3", width=3)


def _wrap(text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """Chinese breaks anywhere, English between words; at most two lines."""
    parts = text.split(" ") if text.isascii() else list(text)
    glue = " " if text.isascii() else ""
    lines = [""]
    for part in parts:
        longer = f"{lines[-1]}{glue}{part}".strip() if lines[-1] else part
        if font.getlength(longer) > width and lines[-1]:
            lines.append(part)
        else:
            lines[-1] = longer
    return lines[:2]
