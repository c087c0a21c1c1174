"""View models run on a real kiosk with the sample campaign."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from booths import Booth
from desks import Desk


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
