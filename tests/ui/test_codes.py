"""Codes in pictures: every kind of disturbed card, and every way a camera hands over its pixels."""

from __future__ import annotations

import numpy as np
import pytest
from cards_images import KINDS, card_text, pictures, shares
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from organiser.qr import modules
from ui.codes import Grey, grey_of, grey_of_image, read_code

EACH = 8
LEAST = {"glare": 0.6, "scratched": 0.5}
"""Part of the code may be gone in a single picture; a camera sees many."""


@pytest.fixture(scope="module")
def seen() -> dict[str, object]:
    return dict(shares(read_code, pictures(EACH)))


@pytest.mark.parametrize("kind", KINDS)
def test_a_disturbed_card_is_read(seen: dict[str, object], kind: str) -> None:
    share = seen[kind]
    assert share.total == EACH  # type: ignore[attr-defined]
    assert share.share >= LEAST.get(kind, 0.99)  # type: ignore[attr-defined]


def test_a_reader_that_reads_nothing_or_the_wrong_text_has_no_share() -> None:
    some = list(pictures(1))
    assert {share.read for share in shares(lambda picture: None, some).values()} == {0}
    assert {share.read for share in shares(lambda picture: "SM1:X", some).values()} == {0}


def test_the_same_seed_draws_the_same_pictures_and_another_seed_others() -> None:
    first, again, other = (next(iter(pictures(1, seed))) for seed in (1, 1, 2))
    assert np.array_equal(first.picture, again.picture)
    assert not np.array_equal(first.picture, other.picture)


def test_a_picture_without_a_code_says_nothing() -> None:
    assert read_code(np.full((720, 1280), 128, np.uint8)) is None


def test_a_card_is_told_before_another_code_in_the_picture() -> None:
    def code(text: str) -> Grey:
        return np.kron(np.pad(np.where(modules(text), 0, 255), 6, constant_values=255), np.ones((4, 4))).astype(
            np.uint8
        )

    card = card_text(1)
    other, ours = code("https://example.org/"), code(card)
    both = np.full((1280, 720), 255, np.uint8)
    both[20 : 20 + len(other), 20 : 20 + len(other)] = other
    both[500 : 500 + len(ours), 20 : 20 + len(ours)] = ours
    assert read_code(both) == card
    assert read_code(code("https://example.org/")) == "https://example.org/"


def test_rows_with_padding_are_read_as_they_stand() -> None:
    image = QImage(5, 3, QImage.Format.Format_Grayscale8)
    assert image.bytesPerLine() > 5
    for y in range(3):
        for x in range(5):
            image.setPixelColor(x, y, image.pixelColor(0, 0).fromRgb(*[10 * y + x] * 3))
    assert grey_of_image(image).tolist() == [[10 * y + x for x in range(5)] for y in range(3)]


@pytest.mark.parametrize("format", [QVideoFrameFormat.PixelFormat.Format_NV12, QVideoFrameFormat.PixelFormat.Format_Y8])
def test_the_grey_plane_of_a_cameras_own_format_is_taken_as_it_is(format: QVideoFrameFormat.PixelFormat) -> None:
    picture = next(iter(pictures(1)))
    frame = QVideoFrame(QVideoFrameFormat(QSize(1280, 720), format))
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    stride = frame.bytesPerLine(0)
    plane = np.frombuffer(frame.bits(0), np.uint8, count=stride * 720).reshape(720, stride)
    plane[:, :1280] = picture.picture
    frame.unmap()
    grey = grey_of(frame)
    assert grey is not None and np.array_equal(grey, picture.picture)
    assert read_code(grey) == picture.text


@pytest.mark.parametrize(
    ("format", "first"),
    [(QVideoFrameFormat.PixelFormat.Format_YUYV, 0), (QVideoFrameFormat.PixelFormat.Format_UYVY, 1)],
)
def test_grey_values_woven_with_colours_are_taken_apart(format: QVideoFrameFormat.PixelFormat, first: int) -> None:
    picture = next(iter(pictures(1)))
    frame = QVideoFrame(QVideoFrameFormat(QSize(1280, 720), format))
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    stride = frame.bytesPerLine(0)
    plane = np.frombuffer(frame.bits(0), np.uint8, count=stride * 720).reshape(720, stride)
    plane[:, first : 2 * 1280 : 2] = picture.picture
    frame.unmap()
    grey = grey_of(frame)
    assert grey is not None and np.array_equal(grey, picture.picture)
    assert read_code(grey) == picture.text


def test_a_frame_in_colours_is_read() -> None:
    picture = next(iter(pictures(1)))
    image = QImage(picture.picture.tobytes(), 1280, 720, 1280, QImage.Format.Format_Grayscale8)
    grey = grey_of(QVideoFrame(image.convertToFormat(QImage.Format.Format_RGB32)))
    assert grey is not None and read_code(grey) == picture.text
