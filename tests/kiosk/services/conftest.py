"""A booth with the sample campaign in force."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from booths import Booth
from form_samples import OPINION, SUGGESTIONS


@pytest.fixture
def empty_booth(tmp_path: Path) -> Iterator[Booth]:
    """An enrolled kiosk to which no pack has come yet."""
    made = Booth(tmp_path)
    yield made
    made.close()


@pytest.fixture
def booth(empty_booth: Booth) -> Booth:
    """A kiosk with two forms beside the ballot."""
    empty_booth.publish(forms=(OPINION, SUGGESTIONS))
    return empty_booth
