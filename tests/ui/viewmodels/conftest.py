"""View models run on a real kiosk with the sample campaign."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from booths import Booth
from desks import Desk
from staffs import Surroundings, publish_with_staff, staffed

from ui.viewmodels.context import Context


@pytest.fixture
def booth(tmp_path: Path) -> Iterator[Booth]:
    """A kiosk with the sample campaign."""
    made = Booth(tmp_path)
    made.publish()
    yield made
    made.close()


@pytest.fixture
def desk(booth: Booth) -> Desk:
    """What a view model is given."""
    return Desk(booth)


@pytest.fixture
def outside() -> Surroundings:
    """What staff's tasks reach beyond the kiosk: line, stick, panel, speaker."""
    return Surroundings()


@pytest.fixture
def context(desk: Desk, booth: Booth, outside: Surroundings) -> Context:
    """What a view model is given while staff are signed in."""
    publish_with_staff(booth)
    return staffed(desk, outside)
