"""PySide must not lose references to None and True (docs/adr/0006): a kiosk lives for days."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal

CALLS = 100
"""Few enough that a version which loses one reference a call fails here and does not end the interpreter."""


class Teller(QObject):
    told = Signal()


def test_calls_that_return_none_or_true_keep_their_references() -> None:
    teller, spare = Teller(), [(None, True)] * (4 * CALLS)
    none, true = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(CALLS):
        teller.property("missing")
        teller.findChild(QObject, "missing")
        teller.told.emit()
    assert sys.getrefcount(None) > none - CALLS // 2
    assert sys.getrefcount(True) > true - CALLS // 2
    assert spare
