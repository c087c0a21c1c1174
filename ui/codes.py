"""Finding a QR in a picture: a camera's frame as grey values, and the text of the code in it."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
import zxingcpp
from numpy.typing import NDArray
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from kiosk.domain.credential import MAX_TEXT, PREFIX

Grey: TypeAlias = NDArray[np.uint8]
"""Rows of grey values."""
_Pixel = QVideoFrameFormat.PixelFormat
LUMA_FIRST = frozenset(
    {
        _Pixel.Format_NV12,
        _Pixel.Format_NV21,
        _Pixel.Format_YUV420P,
        _Pixel.Format_YUV422P,
        _Pixel.Format_YV12,
        _Pixel.Format_Y8,
    }
)
"""Formats whose first plane is already grey: no conversion."""


def grey_of(frame: QVideoFrame) -> Grey | None:
    """The frame's grey values, copied; None if it cannot be read. Any thread."""
    if frame.pixelFormat() in LUMA_FIRST:
        return _first_plane(frame)
    image = frame.toImage()
    return None if image.isNull() else grey_of_image(image)


def grey_of_image(image: QImage) -> Grey:
    """An image's grey values, copied."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return _rows(grey.constBits(), grey.bytesPerLine(), grey.width(), grey.height())


def read_code(grey: Grey) -> str | None:
    """The text of a QR in the picture, a card's before any other; None if there is none. Blocking, some ms."""
    formats = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    found = zxingcpp.read_barcodes(grey, formats=formats, try_invert=False)
    texts = [code.text for code in found if 0 < len(code.text) <= MAX_TEXT]
    return next((text for text in texts if text.startswith(PREFIX)), texts[0] if texts else None)


def _first_plane(frame: QVideoFrame) -> Grey | None:
    if not frame.map(QVideoFrame.MapMode.ReadOnly):
        return None
    try:
        return _rows(frame.bits(0), frame.bytesPerLine(0), frame.width(), frame.height())
    finally:
        frame.unmap()


def _rows(data: Any, stride: int, width: int, height: int) -> Grey:
    """Copied: the memory belongs to Qt and goes away with the frame."""
    flat = np.frombuffer(data, np.uint8, count=stride * height)
    return flat.reshape(height, stride)[:, :width].copy()
