"""A kiosk's folder has one screen; the lock ends with whoever holds it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from commands.folder_lock import FolderLock
from kiosk.storage.errors import StorageBusy

HOLD = """
import sys; sys.path.insert(0, sys.argv[1])
from pathlib import Path
from commands.folder_lock import FolderLock
FolderLock(Path(sys.argv[2])).hold() or print('held', flush=True)
sys.stdin.read()
"""
ROOT = Path(__file__).resolve().parents[2]


def test_a_second_program_on_the_same_folder_is_told_and_the_lock_ends_with_the_first(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(ROOT), str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None and other.stdout.readline() == b"held\n"
        with pytest.raises(StorageBusy):
            FolderLock(tmp_path).hold()
        other.kill()
    lock = FolderLock(tmp_path)
    lock.hold()
    lock.hold()  # trying again opens the kiosk again
    lock.release()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_for_others_to_say(tmp_path: Path) -> None:
    FolderLock(tmp_path / "nowhere").hold()
