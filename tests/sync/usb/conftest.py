"""A kiosk with content whose server is reached by stick alone."""

from __future__ import annotations

import pytest
from worlds import World, session

from kiosk.services.kiosk import Kiosk
from sync.client import run_once


@pytest.fixture
def world(unserved: World) -> World:
    """It is served only where a test says so."""
    return unserved


@pytest.fixture
def kiosk(world: World) -> Kiosk:
    """It got its content when it was enrolled at the office; there is no network where it stands."""
    with world.serving():
        made = world.new_kiosk()
        with session() as http:
            run_once(made, http)
    return made
