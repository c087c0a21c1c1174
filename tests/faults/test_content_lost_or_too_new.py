"""Content that the disk lost, or that was made for a newer program: the kiosk has what it had, or fetches it."""

from __future__ import annotations

from pathlib import Path

import pytest
from sticks import cast, check_union, stick
from worlds import World, session

from kiosk.domain.canonical import EncodingError
from kiosk.services import library
from kiosk.services.kiosk import Kiosk
from sync.client import SyncReport, run_once
from sync.usb.export import export_records
from sync.usb.office import take_stick
from sync.usb.returning import take_back


def sync(kiosk: Kiosk) -> SyncReport:
    with session() as http:
        return run_once(kiosk, http)


def opened_again(world: World, kiosk: Kiosk) -> Kiosk:
    kiosk.close()
    return world.open_kiosk(kiosk.content.folder.parent)


@pytest.fixture
def old_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """It does not know what the campaign of packs from version 2 on may hold."""
    real = library.decode_campaign

    def decode(data: bytes) -> object:
        campaign = real(data)
        if campaign.year == 2031:
            raise EncodingError("wrong-shape", "a question of a kind that comes in later years")
        return campaign

    monkeypatch.setattr(library, "decode_campaign", decode)


def test_a_pack_for_a_newer_program_does_not_take_the_old_ones_place(
    world: World, kiosk: Kiosk, old_program: None
) -> None:
    """It came into force, and at the next start the kiosk had no content at all: nobody could vote."""
    world.publish(year=2031)
    assert [sync(kiosk).content_trouble for _ in range(2)] == ["pack-too-new"] * 2
    kiosk = opened_again(world, kiosk)
    assert kiosk.library.published.manifest.version == 1
    cast(world, kiosk, 1)
    assert sync(kiosk).unsent == 0


def test_the_same_by_stick(world: World, kiosk: Kiosk, old_program: None, tmp_path: Path) -> None:
    cast(world, kiosk, 1)
    export_records(kiosk, stick(tmp_path / "stick"))
    world.publish(year=2031)
    take_stick(world.server, stick(tmp_path / "stick"))
    returned = take_back(kiosk, stick(tmp_path / "stick"))
    assert (returned.acknowledged, returned.pack, returned.content_trouble) == (1, None, "pack-too-new")
    assert opened_again(world, kiosk).library.published.manifest.version == 1


def test_once_the_program_is_new_the_pack_comes_into_force_and_nothing_is_fetched_twice(
    world: World, kiosk: Kiosk, old_program: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.publish(year=2031)
    sync(kiosk)
    monkeypatch.undo()
    asked: list[str] = []
    with session() as http:
        http.hooks["response"].append(lambda response, **about: asked.append(response.request.path_url))
        assert run_once(kiosk, http).pack == 2
    assert not [path for path in asked if "/blobs/" in path]


@pytest.mark.parametrize("spoil", ["lost", "damaged", "current"])
def test_a_manifest_that_the_disk_lost_is_fetched_anew(world: World, kiosk: Kiosk, spoil: str) -> None:
    """The kiosk went by the version that it should have, so nobody brought it; after a start it had no content."""
    manifest = kiosk.content.folder / "packs" / "1.cose"
    whole = manifest.read_bytes()
    if spoil == "lost":
        manifest.unlink()
        kiosk = opened_again(world, kiosk)
        assert kiosk.library.is_empty
    elif spoil == "damaged":
        manifest.write_bytes(whole[:100])
    else:
        (kiosk.content.folder / "current").write_text("91")
    assert sync(kiosk).content_trouble == ""
    assert manifest.read_bytes() == whole
    assert opened_again(world, kiosk).library.published.manifest.version == 1
    assert sync(kiosk).pack is None


def test_records_go_up_by_line_and_by_stick_when_the_disk_of_the_videos_is_gone(
    world: World, kiosk: Kiosk, tmp_path: Path
) -> None:
    """How much room it has was asked first, and with no answer nothing was ever sent again."""
    kiosk.content.folder.rename(tmp_path / "gone")
    cast(world, kiosk, 1)
    report = sync(kiosk)
    assert (report.sent, report.unsent, report.content_trouble) == (1, 0, "storage")
    cast(world, kiosk, 2)
    assert export_records(kiosk, stick(tmp_path / "stick")).entries == 1
    assert take_stick(world.server, stick(tmp_path / "stick")).acknowledged == {"v01-1": 2}
    (tmp_path / "gone").rename(kiosk.content.folder)
    check_union(world, kiosk)
