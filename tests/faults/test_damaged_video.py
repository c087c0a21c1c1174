"""A video that was damaged on the disk: never played, and fetched again from the damaged place on."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import World, session

from kiosk.domain.pack import CHUNK
from kiosk.services.kiosk import Kiosk
from sync.client import run_once
from sync.download import Progress

VIDEO = b"".join(number.to_bytes(4, "big") for number in range(3 * CHUNK // 4 + 100))


@pytest.fixture
def playing(world: World) -> tuple[Kiosk, Path]:
    """A kiosk with a video of four chunks, and where it lies."""
    world.files["clips/long.mp4"] = VIDEO
    world.publish()
    kiosk = world.new_kiosk()
    sync(kiosk)
    path = kiosk.library.playable("clips/long.mp4")
    assert path is not None
    return kiosk, path


def sync(kiosk: Kiosk) -> list[Progress]:
    told: list[Progress] = []
    with session() as http:
        run_once(kiosk, http, told.append)
    return told


@pytest.mark.parametrize("harm", ["flipped", "cut", "gone"])
def test_it_is_not_played_and_comes_again_with_the_next_sync(playing: tuple[Kiosk, Path], harm: str) -> None:
    kiosk, path = playing
    data = bytearray(VIDEO)
    data[2 * CHUNK + 7] ^= 1
    if harm == "gone":
        path.unlink()
    else:
        path.write_bytes(bytes(data) if harm == "flipped" else VIDEO[: CHUNK + 1])
    assert kiosk.library.playable("clips/long.mp4") is None
    sync(kiosk)
    assert kiosk.library.playable("clips/long.mp4") == path
    assert path.read_bytes() == VIDEO
    assert sync(kiosk) == []  # nothing more to fetch


def test_what_is_right_from_its_start_is_not_fetched_again(playing: tuple[Kiosk, Path]) -> None:
    kiosk, path = playing
    data = bytearray(VIDEO)
    data[-1] ^= 1
    path.write_bytes(bytes(data))
    assert kiosk.library.playable("clips/long.mp4") is None
    told = sync(kiosk)
    assert sorted({progress.done for progress in told}) == [0, 3 * CHUNK, len(VIDEO)]  # read, and then the last chunk
    assert path.read_bytes() == VIDEO
