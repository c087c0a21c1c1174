"""QR codes as modules and as few rectangles, so that thousands of them stay small and sharp on paper."""

from __future__ import annotations

from collections.abc import Iterator

import qrcode
from qrcode.util import QRData, pattern_position

MAX_VERSION = 9
QUIET = 4
"""Modules of white that must surround a code (ISO/IEC 18004)."""

Rectangle = tuple[int, int, int, int]
"""x, y, width, height in modules."""


class QrTooLong(ValueError):
    """The text needs a code finer than version 9, which a kiosk's camera may not read from a printed card."""


def modules(text: str) -> list[list[bool]]:
    """The code's rows, True is dark, level Q, without quiet zone. Raises QrTooLong."""
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_Q, border=0)
    code.add_data(QRData(text))  # picks the alphanumeric mode for a credential
    code.make(fit=True)
    if code.version is None or code.version > MAX_VERSION:
        raise QrTooLong(len(text))
    return [[bool(module) for module in row] for row in code.get_matrix()]


def rectangles(rows: list[list[bool]]) -> list[Rectangle]:
    """Rectangles that together cover exactly the dark modules.

    The patterns every code of a version has come first and alike, so that a compressor finds them again.
    """
    fixed = list(_fixed(len(rows)))
    left = [row[:] for row in rows]
    for x, y, width, height in fixed:
        for line in left[y : y + height]:
            line[x : x + width] = [False] * width
    return fixed + list(_columns(left))


def _fixed(size: int) -> Iterator[Rectangle]:
    """Finder, alignment and timing patterns (ISO/IEC 18004 §6.3)."""
    for x, y in ((0, 0), (size - 7, 0), (0, size - 7)):
        yield from _ring(x, y, 7)
        yield x + 2, y + 2, 3, 3
    centres = pattern_position((size - 17) // 4)
    for y in centres:
        for x in centres:
            if (x < 8 and y < 8) or (x < 8 and y > size - 9) or (x > size - 9 and y < 8):
                continue
            yield from _ring(x - 2, y - 2, 5)
            yield x, y, 1, 1
    for place in range(8, size - 8, 2):
        yield place, 6, 1, 1
        yield 6, place, 1, 1


def _ring(x: int, y: int, size: int) -> Iterator[Rectangle]:
    yield x, y, size, 1
    yield x, y + size - 1, size, 1
    yield x, y + 1, 1, size - 2
    yield x + size - 1, y + 1, 1, size - 2


def _columns(rows: list[list[bool]]) -> Iterator[Rectangle]:
    """Runs in each row, joined with equal runs below."""
    open_runs: dict[tuple[int, int], int] = {}
    for y, row in enumerate([*rows, [False] * len(rows)]):
        here = set(_runs(row))
        for run in [run for run in open_runs if run not in here]:
            top = open_runs.pop(run)
            yield run[0], top, run[1], y - top
        for run in here:
            open_runs.setdefault(run, y)


def _runs(row: list[bool]) -> Iterator[tuple[int, int]]:
    start = None
    for x, dark in enumerate([*row, False]):
        if dark and start is None:
            start = x
        elif not dark and start is not None:
            yield start, x - start
            start = None
