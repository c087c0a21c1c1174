"""What Qt finds on this machine, as JSON on standard output; its own process, because Qt may abort it."""

from __future__ import annotations

import json

from PySide6.QtGui import QGuiApplication, QOffscreenSurface, QOpenGLContext
from PySide6.QtMultimedia import QMediaDevices, QMediaFormat


def probe() -> dict[str, object]:
    """Screen, OpenGL, decoders, sound outputs, cameras."""
    app = QGuiApplication([])
    surface, context = QOffscreenSurface(), QOpenGLContext()
    surface.create()
    gl = ""
    if context.create() and context.makeCurrent(surface):
        functions = context.functions()
        gl = str(functions.glGetString(0x1F01) or "") if functions is not None else ""  # GL_RENDERER
    decode = QMediaFormat.ConversionMode.Decode
    codecs = [QMediaFormat.videoCodecName(codec) for codec in QMediaFormat().supportedVideoCodecs(decode)]
    screen = app.primaryScreen()
    return {
        "screen": f"{screen.size().width()}×{screen.size().height()}" if screen else "",
        "gl": gl or ("works" if context.isValid() else ""),
        "video": codecs,
        "audio": [device.description() for device in QMediaDevices.audioOutputs()],
        "cameras": [device.description() for device in QMediaDevices.videoInputs()],
    }


if __name__ == "__main__":
    print(json.dumps(probe()))
