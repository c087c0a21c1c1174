"""Which of the kiosk's parts are there now, as staff are told: camera, scanner, touch screen, sound."""

from __future__ import annotations

from PySide6.QtMultimedia import QMediaDevices

from ui.camera import CodeCamera
from ui.devices import plugged_in
from ui.viewmodels.staff_ports import CAMERA, SOUND


def parts_here(camera: CodeCamera) -> frozenset[str]:
    """On the GUI thread. Whether a sound is heard only a person can tell; here it is that there is a device for it."""
    found = {part.value for part in plugged_in()}
    if camera.present:
        found.add(CAMERA)
    if QMediaDevices.audioOutputs():
        found.add(SOUND)
    return frozenset(found)
