"""The content store: complete packs only, versions that rise, the previous one playable, damage never named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lone_kiosk import LoneKiosk, pack_message, put_pack

from kiosk.crypto.signing import SignatureRefused, SigningKey
from kiosk.domain.pack import CHUNK, Manifest, PackFile
from kiosk.services.kiosk import Kiosk
from kiosk.storage.content import ContentStore
from kiosk.storage.content_rescue import put_out_of_force
from kiosk.storage.errors import StorageDamaged

VIDEO = bytes(range(256)) * 40_000  # three chunks


@pytest.fixture
def booth(tmp_path: Path) -> LoneKiosk:
    return LoneKiosk(tmp_path / "kiosk").make()


@pytest.fixture
def content(booth: LoneKiosk) -> ContentStore:
    return booth.content()


@pytest.fixture
def kiosk(booth: LoneKiosk) -> Iterator[Kiosk]:
    booth.publish(2, {"clip.mp4": VIDEO})
    made = booth.open()
    yield made
    made.close()


def file_of(manifest: Manifest, name: str) -> PackFile:
    found = manifest.file(name)
    assert found is not None
    return found


def flip(path: Path, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)


def test_a_pack_that_is_not_complete_is_not_put_in_force(booth: LoneKiosk, content: ContentStore) -> None:
    message, manifest = pack_message(booth.organiser, 2, {"a": b"one", "b": b"two"})
    content.blob(file_of(manifest, "a")).write_bytes(b"one")
    assert [file.name for file in content.missing(manifest)] == ["b"]
    with pytest.raises(StorageDamaged):
        content.activate(message)
    assert content.current_version() == 1


def test_versions_only_rise(booth: LoneKiosk, content: ContentStore) -> None:
    put_pack(content, booth.organiser, 5, {"a": b"five"})
    message, _ = pack_message(booth.organiser, 4, {"a": b"five"})
    with pytest.raises(StorageDamaged):
        content.activate(message)
    assert content.current_version() == 5


def test_a_pack_of_another_campaign_or_organiser_is_refused(booth: LoneKiosk, tmp_path: Path) -> None:
    other = ContentStore(tmp_path / "other", booth.organiser.public, "qd2022")
    message, _ = pack_message(booth.organiser, 1, {"a": b"one"})
    with pytest.raises(StorageDamaged):
        other.read_manifest(message)
    forged, _ = pack_message(SigningKey.generate(), 1, {"a": b"one"})
    with pytest.raises(SignatureRefused):
        booth.content().read_manifest(forged)


def test_the_same_content_is_missing_once_and_small_files_come_first(booth: LoneKiosk, content: ContentStore) -> None:
    _, manifest = pack_message(booth.organiser, 2, {"a": b"xyz" * 9, "b": b"q", "c": b"xyz" * 9})
    assert [file.size for file in content.missing(manifest)] == [1, 27]


def test_collecting_keeps_the_pack_in_force_and_the_previous_one(booth: LoneKiosk, content: ContentStore) -> None:
    manifests = [put_pack(content, booth.organiser, v, {"clip": f"video {v}".encode() * 99}) for v in (2, 3, 4)]
    (content.blobs / f"{'ab' * 32}.part").write_bytes(b"left over")
    freed = content.collect()
    assert freed > 900
    assert [content.has(file_of(m, "clip")) for m in manifests] == [False, True, True]
    assert sorted(path.stem for path in (content.folder / "packs").iterdir()) == ["3", "4"]
    assert not list(content.blobs.glob("*.part"))
    assert content.collect() == 0


def test_a_pack_that_is_being_fetched_is_not_collected_with_the_old(booth: LoneKiosk, content: ContentStore) -> None:
    first, second = (put_pack(content, booth.organiser, v, {"a": b"%d" % v}) for v in (2, 3))
    content.collect()
    assert content.has(file_of(first, "a"))
    assert content.has(file_of(second, "a"))


def test_without_a_pack_nothing_is_in_force(tmp_path: Path, booth: LoneKiosk) -> None:
    empty = ContentStore(tmp_path / "empty", booth.organiser.public, "qd2021")
    assert (empty.current_version(), empty.current(), empty.damaged()) == (0, None, ())
    assert not empty.incomplete()


@pytest.mark.parametrize("lost", ["missing", "empty", "rubbish", "unreadable"])
def test_where_it_is_lost_which_pack_is_in_force_it_is_the_highest(kiosk: Kiosk, booth: LoneKiosk, lost: str) -> None:
    place = kiosk.content.folder / "current"
    place.unlink()
    if lost == "unreadable":
        place.mkdir()
    elif lost != "missing":
        place.write_bytes(b"" if lost == "empty" else b"\xff")
    again = booth.open()
    assert again.library.published.manifest.version == 2
    again.close()


def test_a_pack_that_was_put_out_of_force_stays_out_until_another_comes(kiosk: Kiosk, booth: LoneKiosk) -> None:
    (kiosk.content.folder / "current").unlink()
    put_out_of_force(kiosk.content)
    assert kiosk.content.current_version() == 0
    booth.publish(3, {"clip.mp4": VIDEO})
    assert kiosk.content.current_version() == 3
    (kiosk.content.folder / "current").unlink()
    assert kiosk.content.current_version() == 3


def test_a_manifest_that_the_disk_cannot_read_is_damage_that_can_be_mended(kiosk: Kiosk, booth: LoneKiosk) -> None:
    place = kiosk.content.folder / "packs/2.cose"
    place.unlink()
    place.mkdir()
    with pytest.raises(StorageDamaged, match="the pack in force"):
        booth.open()
    put_out_of_force(kiosk.content)
    again = booth.open()
    assert again.library.is_empty
    again.close()


def test_a_video_damaged_at_the_right_size_is_never_played(kiosk: Kiosk) -> None:
    file = file_of(kiosk.library.published.manifest, "clip.mp4")
    path = kiosk.library.playable("clip.mp4")
    assert path == kiosk.content.blob(file)
    assert kiosk.library.playable("clip.mp4") == path
    flip(kiosk.content.blob(file), CHUNK + 5)
    assert kiosk.library.playable("clip.mp4") is None
    assert kiosk.library.path("clip.mp4") is None
    assert kiosk.content.incomplete()
    assert kiosk.content.blob(file).with_suffix(".part").stat().st_size == len(
        VIDEO
    )  # its first chunk need not come again


def test_a_video_cut_short_is_never_played(kiosk: Kiosk) -> None:
    path = kiosk.library.playable("clip.mp4")
    assert path is not None
    path.write_bytes(VIDEO[:-1])
    assert kiosk.library.playable("clip.mp4") is None
    assert kiosk.library.playable("no such file") is None


def test_checking_everything_names_what_is_damaged_or_missing(kiosk: Kiosk) -> None:
    assert kiosk.content.damaged() == ()
    flip(kiosk.content.blob(file_of(kiosk.library.published.manifest, "clip.mp4")), len(VIDEO) - 1)
    assert kiosk.content.damaged() == ("clip.mp4",)
    assert kiosk.content.damaged() == ("clip.mp4",)


def test_the_status_list_is_kept_as_it_came(content: ContentStore) -> None:
    assert content.statuses_message() is None
    content.save_statuses(b"signed")
    assert content.statuses_message() == b"signed"
    assert content.free_bytes() > 0
