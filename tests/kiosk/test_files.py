"""Files that are whole or not there, whatever step the power fails at."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from kiosk.files import write_whole

STEPS = ("open", "write", "fsync", "replace", "fsync-folder")


def cut(path: Path, step: str) -> None:
    """Write in a child that is killed right before a step."""
    child = os.fork()
    if child:
        assert os.WIFSIGNALED(os.waitpid(child, 0)[1])
        return

    def die(*about: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    real = os.fsync
    if step == "open":
        os.open = die  # type: ignore[assignment]
    elif step == "write":
        os.fdopen = die  # type: ignore[assignment]
    elif step == "fsync":
        os.fsync = die
    elif step == "replace":
        Path.replace = die  # type: ignore[method-assign,assignment]
    else:
        os.fsync = lambda descriptor: real(descriptor) if Path(f"/proc/self/fd/{descriptor}").is_file() else die()
    write_whole(path, b"new" * 1000)
    os._exit(0)


@pytest.mark.parametrize("step", STEPS)
def test_the_old_file_or_the_new_one_is_there_after_a_cut(tmp_path: Path, step: str) -> None:
    path = tmp_path / "current"
    write_whole(path, b"old")
    cut(path, step)
    assert path.read_bytes() == (b"new" * 1000 if step == "fsync-folder" else b"old")
    write_whole(path, b"later")  # what the cut left behind is in nobody's way
    assert path.read_bytes() == b"later"
    assert [left.name for left in tmp_path.iterdir()] == ["current"]


@pytest.mark.parametrize("step", STEPS[:4])
def test_a_first_file_is_not_there_half(tmp_path: Path, step: str) -> None:
    cut(tmp_path / "current", step)
    assert not (tmp_path / "current").exists()


def test_an_error_leaves_the_old_file_and_no_rubbish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "current"
    write_whole(path, b"old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert [left.name for left in tmp_path.iterdir()] == ["current"]


def test_the_mode_is_as_asked(tmp_path: Path) -> None:
    write_whole(tmp_path / "key", b"secret", mode=0o600)
    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600
