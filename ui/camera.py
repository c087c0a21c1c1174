"""The camera as a scanner: looks for codes only while it is wanted, the newest frame only, never on the GUI thread.

A card that stays in view is told once. A camera that is pulled out, fails or falls silent is noticed: `present`
turns false, and the screens speak of the hand scanner instead. Frames are never kept and never written anywhere.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtMultimedia import (
    QCamera,
    QCameraDevice,
    QCameraFormat,
    QMediaCaptureSession,
    QMediaDevices,
    QVideoFrame,
    QVideoSink,
)

from ui.codes import Grey, grey_of, read_code
from ui.jobs import SupportsSubmit
from ui.qml_types import Property

logger = logging.getLogger(__name__)

PAUSE_S = 0.1
"""At most ten looks a second: a card is seen within 300 ms, and the screen keeps the processor."""
SILENT_S = 5.0
"""A camera that should show something and has not for so long is lost."""
GONE_S = 1.5
"""A code that was out of view for so long and comes back is shown anew."""
WIDTH, HEIGHT, LEAST_FPS = 1280, 720, 15
"""Enough for a version 9 QR on a card at the length of a hand; more only costs time."""


class CodeCamera(QObject):
    """`scanned` gives the text of a code that came into view. Create, use and close it on the GUI thread."""

    scanned = Signal(str)
    presentChanged = Signal()
    _seen = Signal(object)

    def __init__(
        self,
        read: Callable[[Grey], str | None] = read_code,
        executor: SupportsSubmit | None = None,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        """`executor` decodes in place of an own thread; `clock` is seconds that only rise."""
        super().__init__(parent)
        self._read, self._clock = read, clock
        self._thread = None if executor else ThreadPoolExecutor(1, thread_name_prefix="camera")
        self._executor: SupportsSubmit = executor or self._thread  # type: ignore[assignment]  # one of them is there
        self._devices = QMediaDevices(self)
        self._session = QMediaCaptureSession(self)
        self._sink = QVideoSink(self)
        self._session.setVideoSink(self._sink)
        self._camera: QCamera | None = None
        self._preview: QVideoSink | None = None
        self._open, self._watching, self._busy, self._present = True, False, False, bool(QMediaDevices.videoInputs())
        self._last_look = self._last_frame = self._last_code = clock()
        self._text = ""
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self.check)
        self._sink.videoFrameChanged.connect(self.take)
        self._devices.videoInputsChanged.connect(self.find)
        self._seen.connect(self._decoded, Qt.ConnectionType.AutoConnection)

    @Property(bool, notify=presentChanged)
    def present(self) -> bool:
        """Whether there is a camera that works."""
        return self._present

    @Slot(QVideoSink)
    def showOn(self, sink: QVideoSink | None) -> None:
        """Show what the camera sees on a VideoOutput's sink as well; None ends that."""
        self._preview = sink

    def watch(self, wanted: bool) -> None:
        """Look for codes, or stop: the camera is off while nobody is asked for a card."""
        if wanted == self._watching:
            return
        self._watching = wanted
        self.look_anew()
        if wanted:
            self.find()
            self._second.start()
        else:
            self._second.stop()
            self._stop()

    def look_anew(self) -> None:
        """Tell the next code even if it is the one that was told before: a person asked to try again."""
        self._text = ""

    @Slot()
    def find(self) -> None:
        """Take the camera that is plugged in; called when one comes or goes."""
        device = QMediaDevices.defaultVideoInput()
        if self._watching and not device.isNull():
            self._start(device)
        else:
            self._stop()
        self._set_present(not device.isNull())

    @Slot(QVideoFrame)
    def take(self, frame: QVideoFrame) -> None:
        """A frame has come: show it, and look for a code in it unless the one before is still being looked at."""
        now = self._clock()
        self._last_frame = now
        self._set_present(True)
        if self._preview is not None:
            self._preview.setVideoFrame(frame)
        if not self._watching or self._busy or now - self._last_look < PAUSE_S:
            return
        self._busy, self._last_look = True, now
        self._executor.submit(lambda: self._look(frame))

    @Slot()
    def check(self) -> None:
        """Once a second: has the camera fallen silent?"""
        if self._watching and self._present and self._clock() - self._last_frame > SILENT_S:
            logger.info("the camera shows nothing")
            self._set_present(False)

    def close(self) -> None:
        """Stop the camera and its thread."""
        self._open = False
        self._second.stop()
        self._stop()
        if self._thread is not None:
            self._thread.shutdown(wait=True, cancel_futures=True)

    def _look(self, frame: QVideoFrame) -> None:
        """On the camera's thread."""
        try:
            grey = grey_of(frame)
            text = self._read(grey) if grey is not None else None
        except Exception as error:  # a broken frame must not end the looking
            logger.info("a frame could not be read: %s", type(error).__name__)
            text = None
        if self._open:
            self._seen.emit(text)

    @Slot(object)
    def _decoded(self, text: str | None) -> None:
        self._busy = False
        if text is None or not self._watching:
            return
        now = self._clock()
        told = text == self._text and now - self._last_code < GONE_S
        self._text, self._last_code = text, now
        if not told:
            self.scanned.emit(text)

    def _start(self, device: QCameraDevice) -> None:
        if self._camera is not None and self._camera.cameraDevice() == device:
            return
        self._stop()
        camera = QCamera(device, self)
        if (form := best_format(device.videoFormats())) is not None:
            camera.setCameraFormat(form)
        camera.errorOccurred.connect(self._failed)
        self._session.setCamera(camera)
        self._camera, self._last_frame = camera, self._clock()
        camera.start()

    def _stop(self) -> None:
        if self._camera is None:
            return
        camera, self._camera = self._camera, None
        camera.stop()
        self._session.setCamera(None)  # type: ignore[arg-type]  # Qt takes a null pointer here
        camera.deleteLater()

    @Slot()
    def _failed(self) -> None:
        logger.info("the camera failed")
        self._stop()
        self._set_present(False)

    def _set_present(self, present: bool) -> None:
        if present != self._present:
            self._present = present
            self.presentChanged.emit()


def best_format(formats: list[QCameraFormat]) -> QCameraFormat | None:
    """The one nearest to 1280 × 720 that is fast enough; None leaves the choice to Qt."""
    fast = [form for form in formats if form.maxFrameRate() >= LEAST_FPS] or formats
    if not fast:
        return None

    def distance(form: QCameraFormat) -> tuple[int, float]:
        size = form.resolution()
        return abs(size.width() - WIDTH) + abs(size.height() - HEIGHT), -form.maxFrameRate()

    return min(fast, key=distance)
