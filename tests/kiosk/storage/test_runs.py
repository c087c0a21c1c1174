"""Starts, ends and repairs of a machine: what each start finds out about the end before it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.storage.runs import FILE, LAST_EXIT, MOST_KINDS, End, Record, Runs, derive_end


def test_the_first_run_has_no_end_before_it(tmp_path: Path) -> None:
    runs = Runs(tmp_path)
    assert runs.begin() == ""
    assert runs.read() == Record(1, runs.read().running, "", {}, {})


@pytest.mark.parametrize(
    ("boot", "systemd", "why"),
    [
        ("b1", "watchdog", End.WATCHDOG),
        ("b1", "oom-kill", End.OUT_OF_MEMORY),
        ("b1", "signal", End.KILLED),
        ("b1", "exit-code", End.FAILED),
        ("b1", "", End.KILLED),
        ("b1", "success", End.KILLED),
        ("b2", "", End.POWER),
        ("b2", "watchdog", End.POWER),
    ],
)
def test_a_run_that_did_not_say_that_it_ends_is_explained_by_the_next(boot: str, systemd: str, why: End) -> None:
    assert derive_end(Record(running="b1"), boot, systemd) == why


def test_an_orderly_end_is_counted_once_under_its_own_name(tmp_path: Path) -> None:
    runs = Runs(tmp_path)
    runs.begin()
    runs.end(End.MEMORY)
    assert runs.begin() == ""
    assert (runs.read().last_end, runs.read().ends) == ("memory", {"memory": 1})


def test_what_systemd_said_is_believed_once(tmp_path: Path) -> None:
    runs = Runs(tmp_path, lambda: "b1")
    runs.begin()
    (tmp_path / LAST_EXIT).write_text("watchdog killed 6\n", "ascii")
    assert runs.begin() == End.WATCHDOG
    assert runs.begin() == End.KILLED
    assert runs.read().ends == {"watchdog": 1, "killed": 1}


def test_repairs_are_counted_by_kind_and_survive_the_process(tmp_path: Path) -> None:
    for what in ("player", "camera", "player"):
        Runs(tmp_path).repaired(what)
    assert Runs(tmp_path).read().repairs == {"player": 2, "camera": 1}


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"starts": "x"}', b'{"starts": 1}', b"\xff", b"null"])
def test_a_damaged_file_costs_the_counts_and_never_a_start(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    runs = Runs(tmp_path)
    assert runs.begin() == ""
    assert runs.read().starts == 1


def test_a_folder_that_cannot_be_written_costs_the_counts_and_never_a_start(tmp_path: Path) -> None:
    runs = Runs(tmp_path / "not" / "there")
    assert runs.begin() == ""
    runs.repaired("player")
    assert runs.read() == Record()


def test_the_kinds_are_bounded(tmp_path: Path) -> None:
    runs = Runs(tmp_path)
    for number in range(2 * MOST_KINDS):
        runs.repaired(f"kind-{number}")
    assert len(runs.read().repairs) == MOST_KINDS
