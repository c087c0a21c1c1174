"""Identity: a key of its own that nobody else reads, and what enrolment gave."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.storage.errors import NotEnrolled, StorageDamaged
from kiosk.storage.identity import IDENTITY_FILE, KEY_FILE, Identity, kiosk_key, load_identity, save_identity

IDENTITY = Identity("v01-1", "v01", 1, "qd2021", "https://sanmin.example", b"o" * 32, b"s" * 32)


def test_the_key_is_made_once_and_readable_by_the_kiosk_alone(tmp_path: Path) -> None:
    key = kiosk_key(tmp_path / "kiosk")
    assert kiosk_key(tmp_path / "kiosk").raw == key.raw
    assert (tmp_path / "kiosk" / KEY_FILE).stat().st_mode & 0o777 == 0o600
    assert kiosk_key(tmp_path / "other").raw != key.raw


def test_what_enrolment_gave_comes_back(tmp_path: Path) -> None:
    save_identity(tmp_path, IDENTITY)
    assert load_identity(tmp_path) == IDENTITY
    assert load_identity(tmp_path).organiser.raw == b"o" * 32


def test_a_machine_that_was_never_enrolled_says_so(tmp_path: Path) -> None:
    with pytest.raises(NotEnrolled):
        load_identity(tmp_path)


def test_damage_is_not_taken_for_a_new_machine(tmp_path: Path) -> None:
    save_identity(tmp_path, IDENTITY)
    kiosk_key(tmp_path)
    for name, load in ((IDENTITY_FILE, load_identity), (KEY_FILE, kiosk_key)):
        whole = (tmp_path / name).read_bytes()
        for broken in (b"", whole[:-1], whole + b"\x00"):
            (tmp_path / name).write_bytes(broken)
            with pytest.raises(StorageDamaged):
                load(tmp_path)
