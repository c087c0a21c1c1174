"""A machine moves to another venue: the old kiosk is kept aside, whenever the power goes."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.crypto.signing import SigningKey
from kiosk.services.kiosk import open_kiosk
from kiosk.storage import moving
from kiosk.storage.identity import Identity, kiosk_key, load_identity, save_identity
from kiosk.storage.moving import finish_moving, is_moving, moving_folder


def identity(kiosk: str) -> Identity:
    organiser, server = SigningKey(b"o" * 32).public.raw, SigningKey(b"s" * 32).public.raw
    return Identity(kiosk, kiosk[:3], 1, "qd2021", "http://127.0.0.1", organiser, server)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A kiosk at v01 that has recorded something, with v02's identity waiting."""
    save_identity(tmp_path, identity("v01-1"))
    kiosk = open_kiosk(tmp_path)
    kiosk.journal.record("opinion", {"problem": 1, "verdict": "answered"})
    kiosk.close()
    kiosk_key(moving_folder(tmp_path))
    save_identity(moving_folder(tmp_path), identity("v02-1"))
    return tmp_path


def test_the_new_kiosk_begins_with_an_empty_journal_and_its_own_key(folder: Path) -> None:
    new_key = kiosk_key(moving_folder(folder))
    assert finish_moving(folder)
    kiosk = open_kiosk(folder)
    assert (kiosk.identity.kiosk, list(kiosk.journal.entries()), kiosk.key.raw) == ("v02-1", [], new_key.raw)
    assert kiosk.notices.now() == ()
    kiosk.close()
    assert not finish_moving(folder)


def test_the_old_kiosk_is_whole_where_it_was_put_aside(folder: Path) -> None:
    finish_moving(folder)
    old = open_kiosk(folder / "moved/v01-1")
    assert (old.identity.kiosk, len(list(old.journal.entries()))) == ("v01-1", 1)
    old.close()


def test_moving_back_puts_the_second_one_aside_too(folder: Path) -> None:
    finish_moving(folder)
    kiosk_key(moving_folder(folder))
    save_identity(moving_folder(folder), identity("v01-1"))
    finish_moving(folder)
    assert {path.name for path in (folder / "moved").iterdir()} == {"v01-1", "v02-1"}
    kiosk_key(moving_folder(folder))
    save_identity(moving_folder(folder), identity("v03-1"))
    finish_moving(folder)
    assert (folder / "moved/v01-1-2").exists()


class PowerCut(BaseException):
    """The machine is off."""


@pytest.mark.parametrize("after", range(10))
def test_a_power_cut_at_any_step_loses_nothing(folder: Path, after: int, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = 0

    def cut(synced: Path) -> None:
        nonlocal steps
        steps += 1
        if steps > after:
            raise PowerCut

    with monkeypatch.context() as patch:
        patch.setattr(moving, "fsync_folder", cut)
        try:
            finish_moving(folder)
        except PowerCut:
            assert is_moving(folder) or load_identity(folder).kiosk == "v02-1"
    finish_moving(folder)
    assert load_identity(folder).kiosk == "v02-1"
    assert load_identity(folder / "moved/v01-1").kiosk == "v01-1"
    old = open_kiosk(folder / "moved/v01-1")
    assert len(list(old.journal.entries())) == 1
    old.close()
