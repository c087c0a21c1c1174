"""Settings: what was stored comes back, and what is not what was stored is noticed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.storage import settings
from kiosk.storage.database import Database, open_database
from kiosk.storage.errors import StorageDamaged
from kiosk.storage.preferences import Preferences, load_preferences, set_mirror


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = open_database(tmp_path / "kiosk.sqlite3")
    yield made
    made.dispose()


def test_bytes_and_numbers_come_back(database: Database) -> None:
    with database.begin() as connection:
        assert settings.get(connection, "a") is None
        assert settings.get_int(connection, "n", 7) == 7
        settings.put(connection, "a", b"one")
        settings.put(connection, "a", b"two")
        settings.put_int(connection, "n", -5)
    with database.begin() as connection:
        assert settings.get(connection, "a") == b"two"
        assert settings.get_int(connection, "n") == -5
        settings.remove(connection, "a")
        assert settings.get(connection, "a") is None


def test_several_are_read_at_once_and_only_what_changed_is_stored(database: Database) -> None:
    with database.begin() as connection:
        settings.put_changed(connection, {}, {"a": b"1", "b": b"2"})
        known = settings.several(connection, "a", "b", "c")
        assert known == {"a": b"1", "b": b"2"}
        connection.exec_driver_sql("DELETE FROM setting WHERE name = 'a'")
        settings.put_changed(connection, known, {"a": b"1", "b": b"3"})
        assert settings.several(connection, "a", "b") == {"b": b"3"}


@given(value=st.binary(max_size=40), data=st.data())
def test_any_flipped_bit_is_noticed(value: bytes, data: st.DataObject) -> None:
    stored = bytearray(settings.checked("epoch", value))
    bit = data.draw(st.integers(0, len(stored) * 8 - 1))
    stored[bit // 8] ^= 1 << bit % 8
    with pytest.raises(StorageDamaged):
        settings.opened("epoch", bytes(stored))


def test_a_value_under_another_name_is_noticed() -> None:
    with pytest.raises(StorageDamaged):
        settings.opened("time_floor", settings.checked("acked_seq", bytes(8)))


def test_a_value_changed_in_the_table_is_not_believed(database: Database) -> None:
    with database.begin() as connection:
        settings.put_int(connection, settings.TIME_FLOOR, 5)
        connection.exec_driver_sql("UPDATE setting SET value = zeroblob(12)")
    with pytest.raises(StorageDamaged), database.begin() as connection:
        settings.get_int(connection, settings.TIME_FLOOR)


def test_preferences_are_optional_and_a_broken_file_is_named(tmp_path: Path) -> None:
    assert load_preferences(tmp_path) == Preferences()
    file = tmp_path / "settings.toml"
    file.write_text('mirror = "/media/m"\nlater = 3\n', "utf-8")
    assert load_preferences(tmp_path).mirror_folder == Path("/media/m")
    for broken in ("mirror =", "mirror = 5", "\x00"):
        file.write_text(broken, "utf-8")
        with pytest.raises(StorageDamaged, match=r"settings\.toml"):
            load_preferences(tmp_path)


def test_setting_the_mirror_leaves_other_lines_alone(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('# by hand\nmirror = "/old"\nlater = 3\n', "utf-8")
    for folder in (Path('/media/"odd" \\ 镜像'), Path("/media/m")):
        set_mirror(tmp_path, folder)
        assert load_preferences(tmp_path).mirror_folder == folder
    assert (tmp_path / "settings.toml").read_text("utf-8") == 'mirror = "/media/m"\n# by hand\nlater = 3\n'
