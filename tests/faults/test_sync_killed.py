"""SIGKILL of kiosk and server at every step of a batch, by line and by stick: nothing is lost, nothing is doubled."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from lines import Line
from sticks import check_union, stick
from sync_killing import POINTS, look, trial
from worlds import World

from sync.client import run_once
from sync.server.server import open_server
from sync.usb.carrying import carry
from sync.usb.office import take_stick

SEEDS = 200
EACH = 25
"""Trials on one pair of folders, which end with a whole sync and a comparison."""


@pytest.mark.slow
@pytest.mark.parametrize("first", range(0, SEEDS, EACH))
def test_after_any_kill_the_server_ends_with_the_union(tmp_path: Path, first: int) -> None:
    world, kills = World(tmp_path), Counter[str]()
    world.publish()
    with world.serving():
        kiosk = world.new_kiosk()
    line = Line(world)
    with line.session() as http:
        run_once(kiosk, http)
    world.close()
    world.kiosks.clear()
    folder = tmp_path / "kiosk-v01-1"
    for seed in range(first, first + EACH):
        assert trial(world, folder, seed, kills) == ""
        assert look(world, folder) == [], f"seed {seed}"
    assert kills.total() > EACH // 2 and len(kills) > len(POINTS) // 2
    world.server = open_server(world.server_folder, None, lambda: world.now)
    kiosk = world.open_kiosk(folder)
    carry(kiosk, stick(tmp_path / "stick"))
    take_stick(world.server, stick(tmp_path / "stick"))
    with line.session() as http:
        assert run_once(kiosk, http).unsent == 0
    check_union(world, kiosk)
    assert kiosk.notices.now() == ()
    world.close()
