"""Content on the disk: one atomic switch, no room, damage that is found and mended, what else lies in its place."""

from __future__ import annotations

import errno
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import Any, BinaryIO, cast

import pytest
from lone_kiosk import LoneKiosk
from packs_underway import FILM, film, source
from worlds import wait_for

from kiosk.domain.pack import CHUNK
from kiosk.storage.content import ContentStore
from sync import mending, parts
from sync.chunk_writer import AHEAD, ChunkWriter
from sync.download import Download
from sync.errors import NoRoom
from sync.mending import Mending, check_file
from sync.parts import Part


@pytest.fixture
def booth(tmp_path: Path) -> LoneKiosk:
    return LoneKiosk(tmp_path / "kiosk").make()


@pytest.fixture
def store(booth: LoneKiosk) -> ContentStore:
    return booth.content()


def test_without_room_and_without_a_readable_manifest_in_force_nothing_is_dropped(
    booth: LoneKiosk, store: ContentStore
) -> None:
    given, manifest = source(booth)
    Download(store, given).run()
    (store.folder / "packs" / "2.cose").write_bytes(b"damaged")
    with pytest.raises(NoRoom):
        Download(booth.content(), source(booth, version=3, film=FILM[:-1])[0], reserve=store.free_bytes()).run()
    assert store.has(film(manifest))


def test_the_pack_before_is_kept_and_what_nobody_needs_is_collected(booth: LoneKiosk, store: ContentStore) -> None:
    blobs = []
    for version in (2, 3, 4):
        given, manifest = source(booth, version=version, film=b"%d" % version * 9000)
        Download(store, given).run()
        blobs.append(store.blob(film(manifest)))
    assert [path.exists() for path in blobs] == [False, True, True]


@pytest.mark.parametrize("suffix", ["", ".part", ".have"])
def test_a_folder_in_the_place_of_a_file_gives_way(booth: LoneKiosk, store: ContentStore, suffix: str) -> None:
    given, manifest = source(booth)
    odd = store.blob(film(manifest)).with_suffix(suffix)
    if not suffix:
        Download(store, given).run()
        odd.unlink()
    (odd / "found").mkdir(parents=True)
    Mending().check_some(store)
    assert Download(store, given).run().version == 2
    assert store.blob(film(manifest)).read_bytes() == FILM
    assert [path.name for path in store.blobs.iterdir() if path.suffix] == []


def test_a_chunk_that_the_disk_cannot_read_is_fetched_again_alone(
    booth: LoneKiosk, store: ContentStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    given, manifest = source(booth)
    Download(store, given).run()
    blob = store.blob(film(manifest))
    _bad_sector(monkeypatch, 2 * CHUNK + 4096)
    given.opened = []
    assert Mending().check_some(store) == 1 and not blob.exists()
    Download(store, given).run()
    monkeypatch.undo()
    assert given.opened == [("clips/film.mp4", 2 * CHUNK)]
    assert blob.read_bytes() == FILM


def _bad_sector(monkeypatch: pytest.MonkeyPatch, place: int) -> None:
    """Until it is written again, whoever reads there gets the disk's error."""
    real: Any = parts.good_chunks

    class Sick:
        def __init__(self, stream: BinaryIO) -> None:
            self._stream = stream

        def seek(self, place: int) -> int:
            return self._stream.seek(place)

        def read(self, count: int) -> bytes:
            at = self._stream.tell()
            if at <= place < at + count:
                raise OSError(errno.EIO, "bad sector")
            return self._stream.read(count)

    for module in (parts, mending):
        monkeypatch.setattr(module, "good_chunks", lambda stream, file: real(Sick(stream), file))


def test_what_a_file_system_keeps_among_the_blobs_does_not_hold_up_new_content(
    booth: LoneKiosk, store: ContentStore
) -> None:
    (store.blobs / "lost+found").mkdir()
    for version in (2, 3, 4):
        given, manifest = source(booth, version=version, film=b"%d" % version * 9000)
        assert Download(store, given).run().version == version
    with pytest.raises(NoRoom):
        Download(store, source(booth, version=5)[0], reserve=store.free_bytes()).run()
    assert (store.blobs / "lost+found").exists() and store.has(film(manifest))


def test_old_content_that_cannot_be_deleted_does_not_undo_that_the_new_one_is_in_force(
    booth: LoneKiosk, store: ContentStore, caplog: pytest.LogCaptureFixture
) -> None:
    (store.folder / "packs" / "1.cose").write_bytes(b"damaged")
    assert Download(store, source(booth)[0]).run().version == 2
    assert [record.message for record in caplog.records] == ["old content cannot be deleted: SignatureRefused"]


def test_a_full_disk_takes_no_content_and_says_how_much_is_missing(booth: LoneKiosk, store: ContentStore) -> None:
    given, _ = source(booth)
    with pytest.raises(NoRoom) as no_room:
        Download(store, given, reserve=store.free_bytes()).run()
    assert no_room.value.needed == len(FILM) and given.opened == []


@pytest.mark.parametrize("spoil", ["flipped", "truncated", "prolonged", "emptied"])
def test_a_stored_video_that_is_damaged_is_out_of_use_and_only_the_lost_chunk_comes_again(
    booth: LoneKiosk, store: ContentStore, spoil: str
) -> None:
    given, manifest = source(booth)
    Download(store, given).run()
    path, damaged = store.blob(film(manifest)), bytearray(FILM)
    match spoil:
        case "flipped":
            damaged[2 * CHUNK + 1] ^= 0x10
        case "truncated":
            del damaged[4 * CHUNK :]
        case "prolonged":
            damaged += b"more"
        case "emptied":
            damaged.clear()
    path.write_bytes(damaged)
    assert Mending().check_some(store) == 1
    assert not store.has(film(manifest)), "nobody can play it now"
    given.opened = []
    Download(store, given).run()
    assert path.read_bytes() == FILM
    expected = {"flipped": [2 * CHUNK], "truncated": [4 * CHUNK], "prolonged": [], "emptied": [0]}
    assert [offset for _, offset in given.opened] == expected[spoil]


def test_chunks_that_arrive_while_the_disk_pauses_are_bounded() -> None:
    """A slow disk holds the line back instead of filling the memory."""
    taken: list[int] = []
    go = Event()

    class SlowPart:
        def add(self, chunk: int, pieces: Sequence[bytes]) -> bool:
            go.wait()
            return True

    def fill(writer: ChunkWriter) -> None:
        for chunk in range(AHEAD + 2):
            writer.take(chunk, [b""])
            taken.append(chunk)

    with ChunkWriter(cast(Part, SlowPart()), lambda count: None) as writer, ThreadPoolExecutor(1) as line:
        filling = line.submit(fill, writer)
        wait_for(lambda: len(taken) >= AHEAD)
        assert not filling.done()
        go.set()
        filling.result()
    assert writer.added == AHEAD + 2


def test_mending_goes_round_a_little_at_a_time(booth: LoneKiosk, store: ContentStore) -> None:
    given, manifest = source(booth, **{f"f{number}": b"%d" % number * 5000 for number in range(6)})
    Download(store, given).run()
    last = max(manifest.files, key=lambda file: file.sha256)
    store.blob(last).write_bytes(bytes(last.size))
    mending = Mending()
    assert [mending.check_some(store, 10_000) for _ in range(3)] == [0, 0, 1]
    assert check_file(store, last) is None


def test_the_switch_is_atomic_whatever_breaks(
    booth: LoneKiosk, store: ContentStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    given, _ = source(booth)
    monkeypatch.setattr(ContentStore, "activate", lambda self, message: (_ for _ in ()).throw(OSError("power")))
    with pytest.raises(OSError, match="power"):
        Download(store, given).run()
    monkeypatch.undo()
    assert store.current_version() == 1 and store.current() is not None
    assert Download(store, given).run().version == 2
