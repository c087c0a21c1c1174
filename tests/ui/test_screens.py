"""Every screen in every language, mode and orientation: measures, contrast, names for a screen reader.

A scene is seen in half of its looks, so chosen that every pair of language, mode and orientation is among them;
with ALL_LOOKS set, as in `make soak`, in all of them.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator

import contrast
import geometry
import pytest
import surfaces
from gallery import gallery
from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QAccessible

from ui.engine import px_per_mm
from ui.shots import SIZES, Look, Photographer
from ui.shots_scenes import scene_names

ELDER = 1.4
CORNERS = "staff-open-corners"
"""The test of the glass asks for a touch in every corner, whatever the controls."""
LANGUAGES, MODES, ORIENTATIONS = ("zh", "en"), ("normal", "elder", "contrast", "lowered"), ("landscape", "portrait")
NO_SOUND_HERE = ("PulseAudioService:", "audio")
"""Of warnings about the machine: there is no sound card where tests run."""
UNNAMED = frozenset({QAccessible.Role.NoRole, QAccessible.Role.Client})


@pytest.fixture(scope="module")
def photographer(tmp_path_factory: pytest.TempPathFactory) -> Photographer:
    return gallery(tmp_path_factory.mktemp("gallery"))


@pytest.fixture
def warnings() -> Iterator[list[str]]:
    """What Qt warned of meanwhile."""
    heard: list[str] = []

    def listen(kind: QtMsgType, context: object, message: str) -> None:
        category = str(getattr(context, "category", ""))
        if kind is not QtMsgType.QtDebugMsg and not category.startswith("qt.multimedia"):
            heard.append(message)

    before = qInstallMessageHandler(listen)
    yield heard
    qInstallMessageHandler(before)


@pytest.mark.parametrize("scene", scene_names())
def test_a_screen_is_right_in_every_look(scene: str, photographer: Photographer, warnings: list[str]) -> None:
    found = []
    for look in looks_of(scene):
        rules = geometry.Rules(px_per_mm(SIZES[look.orientation], None), ELDER if look.mode == "elder" else 1.0)
        with photographer.visit(scene, look) as stage:
            faults = geometry.faults(stage.root, rules)
            faults += contrast.faults(stage.root, high=look.mode == "contrast")
            faults += surfaces.spills(stage.root)
            faults += unnamed(stage.root)
            if look.mode == "lowered" and scene != CORNERS:
                faults += geometry.out_of_reach(stage.root)
        found += [f"{look.language} {look.mode} {look.orientation}: {fault}" for fault in faults]
    assert not found, "\n".join(found)
    assert [warning for warning in warnings if not set(NO_SOUND_HERE) & set(warning.split())] == []


def looks_of(scene: str) -> Iterator[Look]:
    """The looks a scene is seen in; which half depends on its name, so that both halves are seen of the whole."""
    half = zlib.crc32(scene.encode()) % 2
    for one, language in enumerate(LANGUAGES):
        for two, mode in enumerate(MODES):
            for three, orientation in enumerate(ORIENTATIONS):
                look = Look(language, mode, orientation)
                wanted = scene.startswith("attract") or "ALL_LOOKS" in os.environ or (one + two + three) % 2 == half
                if wanted and look.exists_for(scene):
                    yield look


def unnamed(window: object) -> list[str]:
    """What can be touched and has no name or no role for a screen reader."""
    found = []
    for seen in geometry.touchables_of(window):  # type: ignore[arg-type]
        interface = QAccessible.queryAccessibleInterface(seen.item)
        if interface is None or not interface.text(QAccessible.Text.Name) or interface.role() in UNNAMED:
            found.append(f"{seen.name}: no accessible name or role")
    return found
