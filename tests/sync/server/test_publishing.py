"""Publishing on both databases: versions only rise, damage is refused whole, a new salt marks everything anew."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pens import Pen
from sqlalchemy import select
from worlds import World

from kiosk.crypto.signing import SigningKey
from sync.server.errors import Forged, Malformed, NotFound
from sync.server.models import Spent
from sync.server.publishing import current_campaign, current_pack, offered_version, publish_pack


def marks(world: World) -> set[bytes]:
    with world.server.engine.begin() as connection:
        return set(connection.scalars(select(Spent.mark)))


def test_before_the_first_pack_there_is_none(bare: World) -> None:
    assert offered_version(bare.server) == 0
    with pytest.raises(NotFound, match="no-pack"):
        current_pack(bare.server)


def test_a_pack_is_offered_with_all_its_files(bare: World) -> None:
    bare.publish()
    assert offered_version(bare.server) == 1
    assert current_campaign(bare.server).id == "qd2021"
    contents = [path.read_bytes() for path in bare.server.folder.joinpath("blobs").iterdir()]
    assert all(data in contents for data in bare.files.values())
    assert not list(bare.server.folder.joinpath("blobs").glob("*.part"))


def test_an_earlier_version_is_refused(bare: World, tmp_path: Path) -> None:
    bare.publish()
    shutil.copytree(bare.folder / "pack", tmp_path / "earlier")
    bare.publish()
    with pytest.raises(Malformed, match="version-falls"):
        publish_pack(bare.server, tmp_path / "earlier")
    assert offered_version(bare.server) == 2


def test_a_damaged_file_leaves_the_previous_pack_in_force(bare: World) -> None:
    bare.publish()
    offered = current_pack(bare.server)
    bare.files["clips/a.mp4"] = b"b" * 5000
    pack = bare.folder / "pack"
    known = {path.name for path in (pack / "blobs").iterdir()}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("worlds.publish_pack", lambda server, out: None)
        bare.publish()
    (fresh,) = [p for p in (pack / "blobs").iterdir() if p.name not in known and p.stat().st_size == 5000]
    fresh.write_bytes(b"c" * 5000)
    with pytest.raises(Malformed, match="damaged-blob"):
        publish_pack(bare.server, pack)
    assert current_pack(bare.server) == offered
    with pytest.raises(NotFound):
        bare.server.blobs.local(fresh.name)


def test_another_pack_with_a_used_version_is_refused_and_the_same_one_is_not(bare: World) -> None:
    bare.publish()
    offered = current_pack(bare.server)
    publish_pack(bare.server, bare.folder / "pack")
    shutil.rmtree(bare.folder / "pack")
    bare.version -= 1
    with pytest.raises(Malformed, match="version-used"):
        bare.publish(year=2022)
    assert current_pack(bare.server) == offered


def test_a_strangers_pack_is_refused(bare: World, tmp_path: Path) -> None:
    stranger = World(tmp_path / "stranger", organiser=SigningKey.generate())
    stranger.publish()
    with pytest.raises(Forged):
        publish_pack(bare.server, stranger.folder / "pack")
    stranger.close()


def test_a_new_salt_makes_all_marks_anew_and_kiosks_read_them_all(bare: World) -> None:
    bare.publish()
    pen, asking = Pen(bare).enrol(), Pen(bare, "v02-1").enrol()
    pen.cast(1, "fgw", "jtj")
    pen.send()
    asking.cursor = asking.send().spent_cursor
    before = marks(bare)
    bare.publish(salt=b"another salt")
    after = marks(bare)
    assert len(after) == len(before) == 2 and not after & before
    assert set(asking.send().spent) == after
