"""One card as a picture for a phone: 1012 × 638 px, the proportions of ISO/IEC 7810 ID-1, QR in whole pixels."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from kiosk.crypto.cards import issue
from kiosk.crypto.signing import SigningKey
from kiosk.domain.campaign import Campaign
from kiosk.domain.credential import Role
from kiosk.files import PRIVATE, new_file
from organiser import fonts
from organiser.issuing import IssuedCard
from organiser.mark import GRID, points, read_mark
from organiser.progress import Progress, silent
from organiser.qr import QUIET, modules

SIZE = (1012, 638)
MODULE = 7
_INK, _INK2, _SEA, _TILE, _CORAL = "#0A2540", "#2F4A63", "#0B4C79", "#9C2F1A", "#E06A4A"
_FINE = 4
"""Oversampling of the mark."""
_FEW = 32
"""Fewer cards are drawn in this process."""


def write_card_image(card: IssuedCard, out: Path, *, campaign: Campaign, key: SigningKey) -> None:
    """Write the PNG, mode 0600: it is a valid credential. Raises FontMissing, QrTooLong, OSError."""
    staff = card.row.role is Role.STAFF
    image = Image.new("RGB", SIZE, "#FFFFFF")
    draw = ImageDraw.Draw(image)
    head = "#FFFFFF" if staff else _INK
    if staff:
        draw.rectangle((0, 0, SIZE[0], 180), fill=_SEA)
    draw.rectangle((0, SIZE[1] - 20, SIZE[0], SIZE[1]), fill=_SEA if staff else _CORAL)
    mark = _mark("#FFFFFF" if staff else None)
    image.paste(mark, (56, 44), mark)
    draw.text((176, 44), campaign.title.zh, font=_font("serif", 46), fill=head)
    draw.text((178, 108), f"{campaign.city.zh} {campaign.year}", font=_font("sans", 28), fill=head)
    draw.text((56, 236), "工作人员证" if staff else "市民代表证", font=_font("serif", 68), fill=_INK)
    category = campaign.category(card.row.category)
    draw.text((58, 338), category.name.zh if category else card.row.district, font=_font("sans", 34), fill=_INK2)
    draw.text((58, 388), card.row.district if category else "", font=_font("sans", 34), fill=_INK2)
    draw.text((58, 490), card.card_number, font=_font("bold", 46), fill=_SEA if staff else _TILE)
    draw.text((58, 556), "本人使用 请勿转借、拍照外传", font=_font("sans", 24), fill=_INK2)
    _code(image, modules(issue(card.credential(campaign), key)))
    with new_file(out, PRIVATE) as stream:
        image.save(stream, "PNG", optimize=True)


def write_card_images(
    cards: Sequence[IssuedCard], folder: Path, *, campaign: Campaign, key: SigningKey, progress: Progress = silent
) -> None:
    """card-<card_no>.png for each card, drawn on all cores; progress counts cards. Raises as `write_card_image`."""
    work = partial(_write_numbered, folder=folder, campaign=campaign, key=key)
    if len(cards) < _FEW:
        for number, card in enumerate(cards, 1):
            work(card)
            progress(number, len(cards))
        return
    context, cores = multiprocessing.get_context("fork"), len(os.sched_getaffinity(0))
    with ProcessPoolExecutor(cores, context) as pool:
        for number, _ in enumerate(pool.map(work, cards, chunksize=8), 1):
            progress(number, len(cards))


def _write_numbered(card: IssuedCard, *, folder: Path, campaign: Campaign, key: SigningKey) -> None:
    write_card_image(card, folder / f"card-{card.row.card_no}.png", campaign=campaign, key=key)


def _code(image: Image.Image, rows: list[list[bool]]) -> None:
    side = (len(rows) + 2 * QUIET) * MODULE
    left, top = SIZE[0] - side - 40, 196 if side > 400 else 170
    top = min(top, SIZE[1] - side - 24)
    draw = ImageDraw.Draw(image)
    draw.rectangle((left, top, left + side, top + side), fill="#FFFFFF")
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                x0, y0 = left + (x + QUIET) * MODULE, top + (y + QUIET) * MODULE
                draw.rectangle((x0, y0, x0 + MODULE - 1, y0 + MODULE - 1), fill="#000000")


@cache
def _mark(colour: str | None, side: int = 96) -> Image.Image:
    scale = side * _FINE / GRID
    image = Image.new("RGBA", (side * _FINE, side * _FINE), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    mark = read_mark()
    for head in mark.heads:
        x, y, r = head.x * scale, head.y * scale, head.r * scale
        draw.ellipse((x - r, y - r, x + r, y + r), fill=colour or head.colour)
    for stroke in mark.strokes:
        line = [(x * scale, y * scale) for x, y in points(stroke)]
        draw.line(line, fill=colour or stroke.colour, width=round(stroke.width * scale), joint="curve")
    return image.resize((side, side), Image.Resampling.LANCZOS)


@cache
def _font(kind: str, size: int) -> ImageFont.FreeTypeFont:
    face = {"sans": fonts.sans, "bold": fonts.sans_bold, "serif": fonts.serif_bold}[kind]()
    return ImageFont.truetype(str(face.file), size, index=face.number)
