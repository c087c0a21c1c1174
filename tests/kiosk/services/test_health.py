"""Health as it goes up with each sync: true to the machine, small, bounded, and no sign of life of its own."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from booths import Booth
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.canonical import encode
from kiosk.services.health import MOST_TEXT, Gauges, Health, derive_counts, read_heat, read_memory
from kiosk.storage.runs import End
from kiosk.version import VERSION
from sync.bundle import read_bundle, write_bundle
from sync.client import bundle_of


@dataclass
class Machine:
    """A machine whose numbers a test sets."""

    wall: float = 1000.0
    since: float = 50.0
    memory: int = 300_000_000
    heat: int | None = 61

    def gauges(self) -> Gauges:
        return Gauges(lambda: self.wall, lambda: self.since, lambda: self.memory, lambda: self.heat)


@pytest.fixture
def machine() -> Machine:
    return Machine()


@pytest.fixture
def health(booth: Booth, machine: Machine) -> Health:
    kiosk = booth.kiosk
    return Health(kiosk.journal, kiosk.content, kiosk.library, kiosk.clock, kiosk.health.runs, machine.gauges())


def test_it_tells_the_machine_and_the_data(health: Health, booth: Booth) -> None:
    booth.kiosk.opinions.record(17, "answered")
    said = health.now()
    assert said["version"] == VERSION
    assert (said["memory_mb"], said["heat_c"], said["pack"]) == (300, 61, booth.version)
    assert said["unsent"] == 1
    assert said["free_mb"] == booth.kiosk.content.free_bytes() // 1_000_000


def test_before_the_first_pack_the_pack_is_zero(empty_booth: Booth) -> None:
    assert empty_booth.kiosk.health.now()["pack"] == 0


def test_what_is_not_known_is_left_out(health: Health, machine: Machine) -> None:
    machine.heat = None
    assert not {"heat_c", "touch_s", "clock_off_s", "missing"} & health.now().keys()


def test_only_a_touch_is_a_sign_of_life(health: Health, machine: Machine) -> None:
    health.touched()
    machine.since += 90
    for _ in range(3):
        health.heard(1000)
        assert health.now()["touch_s"] == 90


def test_the_clock_is_compared_with_the_servers_at_the_contact(health: Health, machine: Machine) -> None:
    health.heard(960)
    machine.wall += 5000
    assert health.now()["clock_off_s"] == 40
    health.heard(6100)
    assert health.now()["clock_off_s"] == -100


def test_uptime_and_the_story_of_the_runs(health: Health, machine: Machine) -> None:
    health.runs.begin()
    health.runs.end(End.MEMORY)
    health.runs.begin()
    health.runs.repaired("player")
    health.lacks(["scanner", "camera"])
    machine.since += 3600
    said = health.now()
    assert (said["uptime_s"], said["starts"], said["last_end"]) == (3600, 2, "memory")
    assert (said["ends"], said["repairs"], said["missing"]) == ("memory 1", "player 1", "camera scanner")


@given(st.dictionaries(st.text(min_size=1, max_size=30), st.integers(1, 10**9), max_size=40))
def test_counts_are_never_cut_in_the_middle(counts: dict[str, int]) -> None:
    said = derive_counts(counts)
    assert len(said) <= MOST_TEXT
    whole = [f"{name} {count}" for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
    assert any(said == ", ".join(whole[:n]) for n in range(len(whole) + 1))


def test_it_travels_in_the_bundle_as_it_is(booth: Booth) -> None:
    kiosk = booth.kiosk
    bundle = bundle_of(kiosk, kiosk.journal.tail(0, 500))
    arrived = read_bundle(write_bundle(bundle, kiosk.key), lambda _id: kiosk.key.public)
    assert arrived.health.keys() == kiosk.health.now().keys()


def test_every_value_can_be_encoded_and_names_nobody(health: Health) -> None:
    health.touched()
    health.heard(1000)
    said = health.now()
    assert len(said) <= 32
    encode(said)
    assert all(isinstance(value, (int, str)) for value in said.values())


def test_the_real_gauges_answer() -> None:
    assert read_memory() > 10_000_000
    heat = read_heat()
    assert heat is None or -20 < heat < 150
