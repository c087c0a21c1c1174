"""Journeys run in the real window: Qt's keyboard is chosen before Qt starts, and any Qt warning fails the test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from booths import Booth
from form_samples import OPINION, SUGGESTIONS
from pytestqt.qtbot import QtBot

from ui.environment import prepare_environment

prepare_environment()
EXPECTED = ("qt.multimedia", "qt.virtualkeyboard")
"""Which video libraries this machine lacks; that the pinyin engine cannot write what people type, as it should be."""

NO_GL = "No RHI backend"
"""Offscreen there is no GL: pictures of a camera are converted by the processor."""
NO_SOUND = ("PulseAudioService", "No audio device detected")
"""There is no sound card where tests run."""
MACHINE = (NO_GL, *NO_SOUND)


@pytest.fixture
def quiet_qt(qtbot: QtBot, qtlog: Any) -> Iterator[None]:
    """Fails the test if Qt or QML warned of anything."""
    yield
    records = [record for record in qtlog.records if record.type_name != "QtDebugMsg"]
    records = [record for record in records if not any(words in record.message for words in MACHINE)]
    assert [record.message for record in records if not record.context.category.startswith(EXPECTED)] == []


@pytest.fixture
def booth(tmp_path: Path, quiet_qt: None) -> Iterator[Booth]:
    """A kiosk with the sample campaign and its forms."""
    made = Booth(tmp_path)
    made.publish(forms=(OPINION, SUGGESTIONS))
    yield made
    made.close()
