"""Freed memory goes back to the system when nobody is there, and only then."""

from __future__ import annotations

import ctypes
from pathlib import Path

from pytestqt.qtbot import QtBot

from ui.giving_back import GivingBack, give_back

PIECES, PIECE = 20_000, 4_000
"""80 MB in pieces smaller than what malloc takes from the system one by one."""


def resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 2**20


def test_what_was_freed_between_pieces_still_in_use_goes_back() -> None:
    libc = ctypes.CDLL(None)
    libc.malloc.restype, libc.free.argtypes = ctypes.c_void_p, [ctypes.c_void_p]
    pieces = [libc.malloc(PIECE) for _ in range(PIECES)]
    for piece in pieces:
        ctypes.memset(piece, 1, PIECE)
    last = libc.malloc(PIECE)  # on top of them: without a word malloc gives back only what is above it
    for piece in pieces:
        libc.free(piece)
    before = resident_mb()
    assert give_back()
    libc.free(last)
    assert before - resident_mb() > 40


def test_it_is_done_when_nobody_is_there_and_keeps_nobody_waiting(qtbot: QtBot) -> None:
    given: list[int] = []
    somebody = [True]
    keeper = GivingBack(lambda: not somebody[0], give=lambda: given.append(1))
    keeper.look()
    assert given == []
    somebody[0] = False
    keeper.look()
    assert given == [1]
    keeper.close()
