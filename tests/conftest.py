"""Fixtures that many tests share."""

from __future__ import annotations

import gc
import itertools
import os
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from worlds import World, session

from kiosk.services.kiosk import Kiosk
from sync.client import run_once

gc.disable()  # Qt's objects must end on the thread they live on, and tests have servers with threads of their own
_TESTS = itertools.count(1)
hypothesis.settings.register_profile("shared", deadline=None)  # a busy machine is no failure
hypothesis.settings.load_profile("shared")


@pytest.fixture
def unserved(tmp_path: Path) -> Iterator[World]:
    """A world with one published pack, and no network."""
    made = World(tmp_path)
    made.publish()
    yield made
    made.close()


@pytest.fixture
def world(unserved: World) -> Iterator[World]:
    """A served world with one published pack."""
    with unserved.serving():
        yield unserved


@pytest.fixture
def kiosk(world: World) -> Kiosk:
    """An enrolled kiosk at v01 that has the pack."""
    made = world.new_kiosk()
    with session() as http:
        run_once(made, http)
    return made


@pytest.fixture(autouse=True)
def _collect_here() -> Iterator[None]:
    """Cycles are collected between tests, on the thread of the tests: the young ones, sometimes all."""
    yield
    gc.collect(2 if next(_TESTS) % 50 == 0 else 1)
