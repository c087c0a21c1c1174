"""What Qt finds on this machine, as JSON on standard output; its own process, because Qt may abort it."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer, QUrl
from PySide6.QtGui import QGuiApplication, QOffscreenSurface, QOpenGLContext
from PySide6.QtMultimedia import QMediaDevices, QMediaPlayer, QVideoSink

CLIP = Path(__file__).resolve().parent.parent / "assets" / "probe" / "h264.mp4"
"""One second of H.264 in ten frames of grey."""
PLAY_MS = 20_000
"""Longer than a slow machine needs for a first frame."""


def probe() -> dict[str, object]:
    """Screen, OpenGL, whether video plays, sound outputs, cameras."""
    app = QGuiApplication([])
    surface, context = QOffscreenSurface(), QOpenGLContext()
    surface.create()
    gl = ""
    if context.create() and context.makeCurrent(surface):
        functions = context.functions()
        gl = str(functions.glGetString(0x1F01) or "") if functions is not None else ""  # GL_RENDERER
    screen = app.primaryScreen()
    return {
        "screen": f"{screen.size().width()}×{screen.size().height()}" if screen else "",
        "gl": gl or ("works" if context.isValid() else ""),
        "video": plays(CLIP),
        "audio": [device.description() for device in QMediaDevices.audioOutputs()],
        "cameras": [device.description() for device in QMediaDevices.videoInputs()],
    }


def plays(clip: Path) -> bool:
    """Whether a frame comes out. Qt's list of codecs leaves out H.264, which its FFmpeg decodes all the same."""
    loop, player, sink, frames = QEventLoop(), QMediaPlayer(), QVideoSink(), list[bool]()

    def note_frame() -> None:
        if sink.videoFrame().isValid():
            frames.append(True)
            loop.quit()

    sink.videoFrameChanged.connect(note_frame)
    player.errorOccurred.connect(loop.quit)
    player.setVideoSink(sink)
    player.setSource(QUrl.fromLocalFile(str(clip)))
    player.play()
    QTimer.singleShot(PLAY_MS, loop.quit)
    loop.exec()
    player.stop()
    return bool(frames)


if __name__ == "__main__":
    print(json.dumps(probe()))
