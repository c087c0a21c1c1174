"""A kiosk with content whose server is reached by stick alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from worlds import World, session

from kiosk.services.kiosk import Kiosk
from sync.client import run_once


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    made.publish()
    yield made
    made.close()


@pytest.fixture
def kiosk(world: World) -> Kiosk:
    """It got its content when it was enrolled at the office; there is no network where it stands."""
    with world.serving():
        made = world.new_kiosk()
        with session() as http:
            run_once(made, http)
    return made
