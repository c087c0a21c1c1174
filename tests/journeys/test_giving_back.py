"""What a visit needed is given back to the system once it has ended."""

from __future__ import annotations

from booths import Booth
from pytestqt.qtbot import QtBot
from windows import opened


def test_a_visit_that_ends_is_followed_by_it(booth: Booth, qtbot: QtBot) -> None:
    given: list[int] = []
    with opened(booth.kiosk) as window:
        window.kiosk.giving_back._give = lambda: given.append(1)
        window.kiosk.giving_back._soon.setInterval(0)
        window.kiosk.shell.home()
        window.settle()
        assert given == []
        window.kiosk.shell.resetVisit()
        qtbot.waitUntil(lambda: given == [1])
