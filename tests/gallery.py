"""The whole demo campaign behind the screens, quickly: real texts, and one short video that stands in for all 76."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtWidgets import QApplication
from tiny_media import tiny_media

from commands.demo_world import FOLDER, DemoWorld
from commands.picture_kiosks import fresh_kiosks
from organiser.folder.statuses import read_statuses
from ui.shots import Photographer


def gallery(folder: Path) -> Photographer:
    """A photographer of the demo's screens. Built in some seconds; `folder` must stay while it is used."""
    QApplication.instance() or QApplication([])  # as pytest-qt wants it: the same process runs its tests too
    world = DemoWorld(folder / "demo")
    tiny_media(world.folder / "media")
    world.build()
    kiosks = folder / "kiosks"
    kiosks.mkdir()
    cards = tuple((c["zh"], c["en"], c["text"], c["pin"]) for c in json.loads(world.sample_cards.read_text("utf-8")))
    return Photographer(fresh_kiosks(world, kiosks), cards, tuple(receipt for receipt, _ in read_statuses(FOLDER)))
