"""Finding a QR in a picture: a camera's frame as grey values, and the text of the code in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from kiosk.domain.credential import MAX_TEXT, PREFIX

if TYPE_CHECKING:  # both are loaded with the first picture of a camera, not with the program
    import numpy as np
    import zxingcpp
    from numpy.typing import NDArray

Grey: TypeAlias = "NDArray[np.uint8]"
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

LUMA_WOVEN = {_Pixel.Format_YUYV: 0, _Pixel.Format_UYVY: 1}
"""Formats with a grey value in every second byte, from this one; most USB cameras."""


def grey_of(frame: QVideoFrame) -> Grey | None:
    """The frame's grey values, copied; None if it cannot be read. Any thread."""
    pixels = frame.pixelFormat()
    if pixels in LUMA_FIRST:
        return _mapped(frame, 0, 1)
    if pixels in LUMA_WOVEN:
        return _mapped(frame, LUMA_WOVEN[pixels], 2)
    image = _image_of(frame)
    return None if image.isNull() else grey_of_image(image)


def grey_of_image(image: QImage) -> Grey:
    """An image's grey values, copied."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return _rows(grey.constBits(), grey.bytesPerLine(), grey.width(), grey.height())


def read_code(grey: Grey) -> str | None:
    """The text of a QR in the picture, a card's before any other; None if there is none. Blocking, some ms.

    Where nothing is found with a threshold for each place, one for the whole picture is tried: a scratch that is darker
    than its surroundings is not always darker than half of the picture. It costs a third of a look more.
    """
    import zxingcpp

    for binarizer in (zxingcpp.Binarizer.LocalAverage, zxingcpp.Binarizer.GlobalHistogram):
        if texts := _texts(grey, binarizer):
            return next((text for text in texts if text.startswith(PREFIX)), texts[0])
    return None


def _texts(grey: Grey, binarizer: zxingcpp.Binarizer) -> list[str]:
    """All that is written in the picture's codes and not absurdly long."""
    import zxingcpp

    formats = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    found = zxingcpp.read_barcodes(grey, formats=formats, try_invert=False, binarizer=binarizer)
    return [code.text for code in found if 0 < len(code.text) <= MAX_TEXT]


def _image_of(frame: QVideoFrame) -> QImage:
    """The frame as an image: its own memory where Qt has such an image format, else converted by Qt."""
    form = QVideoFrameFormat.imageFormatFromPixelFormat(frame.pixelFormat())
    if form is QImage.Format.Format_Invalid or not frame.map(QVideoFrame.MapMode.ReadOnly):
        return frame.toImage()
    try:
        return QImage(frame.bits(0), frame.width(), frame.height(), frame.bytesPerLine(0), form).copy()
    finally:
        frame.unmap()


def _mapped(frame: QVideoFrame, first: int, step: int) -> Grey | None:
    """The grey values of the first plane: every `step`th byte from `first`."""
    import numpy as np

    if not frame.map(QVideoFrame.MapMode.ReadOnly):
        return None
    try:
        rows = _rows(frame.bits(0), frame.bytesPerLine(0), frame.width() * step, frame.height())
        return np.ascontiguousarray(rows[:, first::step])
    finally:
        frame.unmap()


def _rows(data: Any, stride: int, width: int, height: int) -> Grey:
    """Copied: the memory belongs to Qt and goes away with the frame."""
    import numpy as np

    flat = np.frombuffer(data, np.uint8, count=stride * height)
    return flat.reshape(height, stride)[:, :width].copy()
