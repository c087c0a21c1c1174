"""The camera scanner, fed with frames instead of a device: newest only, ten looks a second, told once, loss noticed."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from cards_images import card_text, pictures
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoSink
from pytestqt.qtbot import QtBot

from ui.camera import GONE_S, PAUSE_S, SILENT_S, CodeCamera
from ui.codes import Grey
from ui.jobs import ManualExecutor


class Stand:
    """A camera whose reader says what it is told to say. `now` is its clock."""

    def __init__(self) -> None:
        self.now, self.says, self.looks = 100.0, "", 0
        self.executor = ManualExecutor()
        self.camera = CodeCamera(self._read, self.executor, lambda: self.now)
        self.told: list[str] = []
        self.camera.scanned.connect(self.told.append)

    def _read(self, grey: Grey) -> str | None:
        self.looks += 1
        return self.says or None

    def show(self, says: str = "", after: float = 2 * PAUSE_S) -> None:
        """Let time pass and a frame come."""
        self.now += after
        self.says = says
        self.camera.take(frame())
        self.executor.run_all()


def frame(width: int = 64, height: int = 48) -> QVideoFrame:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFF808080)
    return QVideoFrame(image)


@pytest.fixture
def stand(qapp: object) -> Iterator[Stand]:
    made = Stand()
    made.camera.watch(True)
    yield made
    made.camera.close()


def test_a_card_is_read_from_a_frame_on_another_thread(qtbot: QtBot) -> None:
    picture = next(iter(pictures(1)))
    threads = []

    def read(grey: Grey) -> str | None:
        from ui.codes import read_code

        threads.append(threading.current_thread())
        return read_code(grey)

    camera = CodeCamera(read)
    camera.watch(True)
    grey = QImage(picture.picture.tobytes(), 1280, 720, 1280, QImage.Format.Format_Grayscale8)
    with qtbot.waitSignal(camera.scanned) as told:

        def feed() -> bool:
            camera.take(QVideoFrame(grey.convertToFormat(QImage.Format.Format_RGB32)))
            return bool(threads)

        qtbot.waitUntil(feed)
    assert told.args == [card_text(0)]
    assert threading.main_thread() not in threads
    camera.close()


def test_a_card_that_stays_in_view_is_told_once(stand: Stand) -> None:
    for _ in range(5):
        stand.show("SM1:A")
    assert stand.told == ["SM1:A"]


def test_a_card_that_comes_back_and_another_card_are_told(stand: Stand) -> None:
    stand.show("SM1:A")
    stand.show("SM1:B")
    stand.show("")
    stand.show("SM1:B", after=GONE_S)
    assert stand.told == ["SM1:A", "SM1:B", "SM1:B"]


def test_the_same_card_is_told_again_when_a_person_asks_to_try_again(stand: Stand) -> None:
    stand.show("SM1:A")
    stand.camera.look_anew()
    stand.show("SM1:A")
    assert stand.told == ["SM1:A", "SM1:A"]


def test_frames_that_come_while_one_is_looked_at_or_too_soon_are_dropped(stand: Stand) -> None:
    for _ in range(10):
        stand.now += 2 * PAUSE_S
        stand.camera.take(frame())
    assert stand.executor.run_all() == 1, "the others came while the first was waiting"
    stand.show()
    stand.show(after=PAUSE_S / 3)
    assert stand.looks == 2, "the last one came too soon"


def test_nothing_is_looked_at_when_no_code_is_asked_for(stand: Stand) -> None:
    stand.camera.watch(False)
    stand.show("SM1:A")
    assert (stand.looks, stand.told) == (0, [])


def test_a_code_found_after_the_screen_was_left_is_not_told(stand: Stand) -> None:
    stand.now += 2 * PAUSE_S
    stand.says = "SM1:A"
    stand.camera.take(frame())
    stand.camera.watch(False)
    stand.executor.run_all()
    assert stand.told == []


def test_a_broken_frame_does_not_end_the_looking(stand: Stand) -> None:
    stand.now += 2 * PAUSE_S
    stand.camera.take(QVideoFrame())
    stand.executor.run_all()
    stand.show("SM1:A")
    assert stand.told == ["SM1:A"]


def test_without_a_device_there_is_no_camera_and_a_frame_proves_one(stand: Stand, qtbot: QtBot) -> None:
    assert stand.camera.present is False
    with qtbot.waitSignal(stand.camera.presentChanged):
        stand.show()
    assert stand.camera.present is True


def test_a_device_that_goes_away_is_noticed(stand: Stand, qtbot: QtBot) -> None:
    stand.show()
    with qtbot.waitSignal(stand.camera.presentChanged):
        stand.camera.find()  # what a change of the list of devices calls; there are none here
    assert stand.camera.present is False


def test_a_camera_that_falls_silent_is_noticed_and_comes_back(stand: Stand) -> None:
    stand.show()
    stand.now += SILENT_S - 0.1
    stand.camera.check()
    assert stand.camera.present is True
    stand.now += 0.2
    stand.camera.check()
    assert stand.camera.present is False
    stand.show()
    assert stand.camera.present is True


def test_the_preview_shows_what_the_camera_sees_until_it_is_taken_away(stand: Stand) -> None:
    sink = QVideoSink()
    stand.camera.showOn(sink)
    stand.camera.take(frame(32, 20))
    assert sink.videoSize() == QSize(32, 20)
    stand.camera.showOn(None)
    stand.camera.take(frame(64, 48))
    assert sink.videoSize() == QSize(32, 20)
