"""Pictures of cards as a kiosk's camera sees them, with known truth, and how many of them a reader reads.

All is drawn from a seed, so that the same pictures come again: printed cards and phone screens, turned, tilted,
out of focus, in poor light, under glare, scratched, half out of the picture.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageEnhance, ImageFilter

from kiosk.crypto.cards import issue
from kiosk.crypto.signing import SigningKey
from kiosk.domain.credential import Credential, Role
from organiser.qr import QUIET, modules

FRAME = (1280, 720)
CARD = (860, 542)
"""An ID-1 card (85.6 × 54 mm) at ten pixels a millimetre."""
MODULE = 6
KEY = SigningKey(b"c" * 32)
Distortion = Callable[[Image.Image, random.Random], Image.Image]


@dataclass(frozen=True, slots=True)
class CardPicture:
    """What a camera saw, in grey, and what the code in it says."""

    kind: str
    picture: NDArray[np.uint8]
    text: str


@dataclass(frozen=True, slots=True)
class Share:
    """How a reader did on one kind of picture: how many it read, and ms per picture on average and at worst."""

    total: int
    read: int
    mean_ms: float
    worst_ms: float

    @property
    def share(self) -> float:
        return self.read / self.total


def pictures(each: int = 70, seed: int = 2021) -> Iterator[CardPicture]:
    """`each` pictures of every kind: with the default 700 in all."""
    for kind, distort in KINDS.items():
        chance = random.Random(f"{seed} {kind}")
        for number in range(each):
            text = card_text(number % 10)
            frame = distort(_card(text, phone=kind == "phone"), chance)
            yield CardPicture(kind, np.asarray(_noisy(frame, chance), np.uint8), text)


def shares(read: Callable[[NDArray[np.uint8]], str | None], seen: Iterable[CardPicture]) -> dict[str, Share]:
    """Kind → how many were read rightly and how long a look took. A wrong text counts as not read."""
    times: dict[str, list[float]] = {}
    right: dict[str, int] = {}
    for picture in seen:
        begun = time.perf_counter()
        text = read(picture.picture)
        times.setdefault(picture.kind, []).append((time.perf_counter() - begun) * 1000)
        right[picture.kind] = right.get(picture.kind, 0) + (text == picture.text)
    return {kind: Share(len(ms), right[kind], sum(ms) / len(ms), max(ms)) for kind, ms in times.items()}


@lru_cache(maxsize=16)
def card_text(number: int) -> str:
    """A genuine card's text."""
    id = random.Random(number).randbytes(10)
    return issue(Credential("qd2021", id, Role.REPRESENTATIVE, "enterprise", "v01", 1_900_000_000), KEY)


def _card(text: str, phone: bool) -> Image.Image:
    """The card's face: a coloured head, grey lines of words, the code at the right."""
    card = Image.new("L", CARD, 12 if phone else 250)
    draw = ImageDraw.Draw(card)
    if not phone:
        draw.rectangle((0, 0, CARD[0], 110), fill=70)
        for line in range(4):
            draw.rectangle((50, 190 + line * 70, 50 + 240 - line * 30, 220 + line * 70), fill=150)
    rows = modules(text)
    side = (len(rows) + 2 * QUIET) * MODULE
    left, top = (CARD[0] - side) // 2 if phone else CARD[0] - side - 30, CARD[1] - side - (60 if phone else 20)
    draw.rectangle((left, top, left + side, top + side), fill=255)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                at = (left + (x + QUIET) * MODULE, top + (y + QUIET) * MODULE)
                draw.rectangle((*at, at[0] + MODULE - 1, at[1] + MODULE - 1), fill=20)
    return card


def _held(
    card: Image.Image, chance: random.Random, turn: float = 6, tilt: float = 0.03, widest: float = 780
) -> Image.Image:
    """The card in the camera's picture: held 15 to 25 cm away, turned (degrees) and tilted (share of its width)."""
    width = chance.uniform(560, widest)
    half = np.array([width / 2, width / 2 * CARD[1] / CARD[0]])
    corners = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * half
    corners += np.array([[chance.uniform(-tilt, tilt) * width for _ in range(2)] for _ in range(4)])
    angle = np.radians(chance.uniform(-turn, turn))
    turned = corners @ np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    middle = np.array([FRAME[0] / 2 + chance.uniform(-90, 90), FRAME[1] / 2 + chance.uniform(-50, 50)])
    return _placed(card, turned + middle, chance)


def _placed(card: Image.Image, corners: NDArray[np.float64], chance: random.Random) -> Image.Image:
    ground = Image.new("L", FRAME, chance.randint(60, 150))
    draw = ImageDraw.Draw(ground)
    for _ in range(5):  # a face, a coat, a lamp: the room behind
        x, y, size = chance.randint(0, FRAME[0]), chance.randint(0, FRAME[1]), chance.randint(80, 400)
        draw.ellipse((x, y, x + size, y + size), fill=chance.randint(30, 220))
    ground = ground.filter(ImageFilter.GaussianBlur(12))
    numbers = _perspective(corners, card.size)
    face = card.transform(FRAME, Image.Transform.PERSPECTIVE, numbers, Image.Resampling.BICUBIC)
    mask = Image.new("L", card.size, 255).transform(FRAME, Image.Transform.PERSPECTIVE, numbers)
    ground.paste(face, mask=mask)
    return ground


def _perspective(corners: NDArray[np.float64], size: tuple[int, int]) -> list[float]:
    """The eight numbers that Pillow wants: from the frame's corners back to the card's."""
    rows, right = [], []
    for (x, y), (u, v) in zip(corners, ((0, 0), (size[0], 0), size, (0, size[1])), strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        right += [u, v]
    return [float(number) for number in np.linalg.solve(np.array(rows), np.array(right))]


def _noisy(frame: Image.Image, chance: random.Random) -> Image.Image:
    """A sensor's noise."""
    noise = np.random.default_rng(chance.randrange(2**32)).normal(0, 5, (FRAME[1], FRAME[0]))
    return Image.fromarray(np.clip(np.asarray(frame, np.float64) + noise, 0, 255).astype(np.uint8))


def _plain(card: Image.Image, chance: random.Random) -> Image.Image:
    return _held(card, chance)


def _turned(card: Image.Image, chance: random.Random) -> Image.Image:
    return _held(card, chance, turn=180, widest=640)  # upright, a nearer one would stick out


def _tilted(card: Image.Image, chance: random.Random) -> Image.Image:
    return _held(card, chance, tilt=0.13)


def _blurred(card: Image.Image, chance: random.Random) -> Image.Image:
    """Out of focus, or moved while the picture was taken."""
    frame = _held(card, chance)
    if chance.random() < 0.5:
        return frame.filter(ImageFilter.GaussianBlur(chance.uniform(0.8, 1.9)))
    length = chance.choice((3, 5))
    kernel = [1.0 if row == length // 2 else 0.0 for row in range(length) for _ in range(length)]
    return frame.filter(ImageFilter.Kernel((length, length), kernel))


def _dim(card: Image.Image, chance: random.Random) -> Image.Image:
    frame = ImageEnhance.Brightness(_held(card, chance)).enhance(chance.uniform(0.18, 0.45))
    return ImageEnhance.Contrast(frame).enhance(chance.uniform(0.6, 0.9))


def _glare(card: Image.Image, chance: random.Random) -> Image.Image:
    """A lamp mirrored in the card's film, somewhere near the code."""
    shine = Image.new("L", card.size, 0)
    x, y, size = chance.randint(480, 800), chance.randint(120, 480), chance.randint(50, 130)
    ImageDraw.Draw(shine).ellipse((x - size, y - size // 3, x + size, y + size // 3), fill=chance.randint(190, 255))
    shine = shine.filter(ImageFilter.GaussianBlur(18))
    bright = np.clip(np.asarray(card, np.int16) + np.asarray(shine, np.int16), 0, 255).astype(np.uint8)
    return _held(Image.fromarray(bright), chance)


def _scratched(card: Image.Image, chance: random.Random) -> Image.Image:
    worn = card.copy()
    draw = ImageDraw.Draw(worn)
    for _ in range(chance.randint(3, 7)):
        at = [chance.randint(450, 860), chance.randint(120, 540), chance.randint(450, 860), chance.randint(120, 540)]
        draw.line(at, fill=chance.choice((40, 235)), width=chance.randint(2, 5))
    return _held(worn, chance)


def _half_out(card: Image.Image, chance: random.Random) -> Image.Image:
    """Held too far to one side: the words are out of the picture, the code is just in it."""
    width = chance.uniform(620, 780)
    height = width * CARD[1] / CARD[0]
    left, top = -width * chance.uniform(0.3, 0.38), FRAME[1] - height + chance.uniform(-40, 0)
    corners = np.array([[left, top], [left + width, top], [left + width, top + height], [left, top + height]])
    return _placed(card, corners, chance)


def _phone(card: Image.Image, chance: random.Random) -> Image.Image:
    """A phone's screen: bright, with the fine grid of its pixels."""
    grid = np.asarray(card, np.float64).copy()
    grid[:: chance.choice((3, 4)), :] *= 0.82
    grid[:, :: chance.choice((3, 4))] *= 0.88
    return _held(Image.fromarray(grid.astype(np.uint8)), chance, turn=12, tilt=0.06)


def _far(card: Image.Image, chance: random.Random) -> Image.Image:
    """At arm's length."""
    width = chance.uniform(400, 480)
    height = width * CARD[1] / CARD[0]
    left, top = chance.uniform(200, 600), chance.uniform(100, 350)
    corners = np.array([[left, top], [left + width, top], [left + width, top + height], [left, top + height]])
    return _placed(card, corners + np.array([[chance.uniform(-9, 9) for _ in range(2)] for _ in range(4)]), chance)


KINDS: dict[str, Distortion] = {
    "plain": _plain,
    "turned": _turned,
    "tilted": _tilted,
    "blurred": _blurred,
    "dim": _dim,
    "glare": _glare,
    "scratched": _scratched,
    "half out": _half_out,
    "phone": _phone,
    "far": _far,
}
