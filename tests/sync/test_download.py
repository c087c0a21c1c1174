"""A pack on its way: resumed without hashing again, a wrong chunk alone is fetched again, one atomic switch."""

from __future__ import annotations

import errno
import hashlib
import os
import random
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import BinaryIO, cast

import pytest
import requests
from lone_kiosk import LoneKiosk, pack_message
from worlds import World, session, wait_for

from kiosk.domain.pack import CHUNK, Manifest, PackFile
from kiosk.storage.content import ContentStore
from sync import mending, parts
from sync.chunk_writer import AHEAD, ChunkWriter
from sync.client import run_once
from sync.download import Download
from sync.errors import CutShort, Incomplete, NoRoom, NotThere, NotTheServer, Paused, Refused, TryAgain
from sync.mending import Mending, check_file
from sync.pace import Progress
from sync.parts import Part
from sync.wire import BLOBS

CHUNKS = 5
FILM = random.Random(7).randbytes(CHUNKS * CHUNK - 1000)


@dataclass
class FakeSource:
    """Files in memory, with faults: cut after so many bytes, wrong bytes, files that are not there."""

    message: bytes
    files: dict[bytes, bytes]
    cut: list[int] = field(default_factory=list)
    wrong: set[int] = field(default_factory=set)
    lacking: set[bytes] = field(default_factory=set)
    opened: list[tuple[str, int]] = field(default_factory=list)
    given: int = 0

    def manifest(self) -> bytes:
        return self.message

    @contextmanager
    def open(self, file: PackFile, offset: int, end: int) -> Iterator[Iterator[bytes]]:
        if file.sha256 in self.lacking:
            raise NotThere(file.name)
        self.opened.append((file.name, offset))
        yield self._pieces(self.files[file.sha256], offset)

    def _pieces(self, data: bytes, offset: int) -> Iterator[bytes]:
        left = self.cut.pop(0) if self.cut else len(data)
        for start in range(offset, len(data), 1 << 20):
            piece = bytearray(data[start : start + (1 << 20)])
            for place in self.wrong:
                if start <= place < start + len(piece):
                    piece[place - start] ^= 1
            if left <= 0:
                raise CutShort
            left -= len(piece)
            self.given += len(piece)
            yield bytes(piece)


@pytest.fixture
def booth(tmp_path: Path) -> LoneKiosk:
    return LoneKiosk(tmp_path / "kiosk").make()


@pytest.fixture
def store(booth: LoneKiosk) -> ContentStore:
    return booth.content()


def source(booth: LoneKiosk, version: int = 2, **files: bytes) -> tuple[FakeSource, Manifest]:
    named = {f"clips/{name}.mp4": data for name, data in (files or {"film": FILM}).items()}
    message, manifest = pack_message(booth.organiser, version, named)
    return FakeSource(message, {file.sha256: named[file.name] for file in manifest.files}), manifest


def film(manifest: Manifest) -> PackFile:
    file = manifest.file("clips/film.mp4")
    assert file is not None
    return file


def hashed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The lengths of everything that is hashed from now on."""
    lengths: list[int] = []
    real = parts.hashlib.sha256

    class Counted:
        def __init__(self, data: bytes = b"") -> None:
            self._digest = real()
            self.update(data)

        def update(self, data: bytes | memoryview) -> None:
            lengths.append(len(data))
            self._digest.update(data)

        def __getattr__(self, name: str) -> object:
            return getattr(self._digest, name)

    monkeypatch.setattr(parts.hashlib, "sha256", Counted)
    return lengths


def test_a_download_that_breaks_goes_on_where_it_was(booth: LoneKiosk, store: ContentStore) -> None:
    given, manifest = source(booth)
    given.cut = [2 * CHUNK + 5, 0, 0, 0]
    with pytest.raises(CutShort):
        Download(store, given).run()
    assert store.current_version() == 1 and not store.has(film(manifest))
    given.cut, given.opened = [], []
    assert Download(store, given).run().version == 2
    assert given.opened == [("clips/film.mp4", 2 * CHUNK)]
    assert store.blob(film(manifest)).read_bytes() == FILM
    assert list(store.blobs.glob("*.part")) == list(store.blobs.glob("*.have")) == []


@pytest.mark.parametrize("step", [1 << 20, 3 << 20])
def test_a_line_that_breaks_within_every_chunk_brings_content_and_nothing_twice(
    booth: LoneKiosk, store: ContentStore, step: int
) -> None:
    given, manifest = source(booth)
    given.cut = [step] * 100
    assert Download(store, given).run().version == 2
    assert store.blob(film(manifest)).read_bytes() == FILM
    assert given.given <= len(FILM) + (1 << 20)
    assert given.opened[1] == ("clips/film.mp4", step)


def test_a_line_that_breaks_and_lies_is_given_up(booth: LoneKiosk, store: ContentStore) -> None:
    given, _ = source(booth)
    given.cut, given.wrong = [3 << 20] * 1000, set(range(0, len(FILM), CHUNK))
    with pytest.raises(TryAgain):
        Download(store, given).run()
    assert given.given <= 3 * 4 * CHUNK


def test_a_line_that_breaks_at_once_is_left_alone(booth: LoneKiosk, store: ContentStore) -> None:
    given, _ = source(booth)
    given.cut = [3 << 20, 0]
    with pytest.raises(CutShort):
        Download(store, given).run()
    assert len(given.opened) == 2


def test_after_a_restart_nothing_that_was_verified_is_hashed_again(
    booth: LoneKiosk, store: ContentStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    given, _ = source(booth)
    given.cut = [3 * CHUNK, 0, 0, 0]
    with pytest.raises(CutShort):
        Download(store, given).run()
    lengths = hashed(monkeypatch)
    given.cut = []
    Download(booth.content(), given).run()
    assert sum(length for length in lengths if length > 10**6) == 2 * CHUNK - 1000


def test_a_part_that_somebody_touched_is_read_again_and_only_what_is_wrong_fetched(
    booth: LoneKiosk, store: ContentStore
) -> None:
    given, manifest = source(booth)
    given.cut = [3 * CHUNK, 0, 0, 0]
    with pytest.raises(CutShort):
        Download(store, given).run()
    part = store.blob(film(manifest)).with_suffix(".part")
    data = bytearray(part.read_bytes())
    data[CHUNK + 3] ^= 1
    part.write_bytes(data)
    given.cut, given.opened = [], []
    Download(store, given).run()
    assert [offset for _, offset in given.opened] == [CHUNK, 3 * CHUNK]
    assert store.blob(film(manifest)).read_bytes() == FILM


@pytest.mark.parametrize("spoil", ["no record", "half a record", "another record"])
def test_a_record_that_is_lost_or_wrong_costs_time_not_truth(booth: LoneKiosk, store: ContentStore, spoil: str) -> None:
    given, manifest = source(booth)
    given.cut = [3 * CHUNK, 0, 0, 0]
    with pytest.raises(CutShort):
        Download(store, given).run()
    record = store.blob(film(manifest)).with_suffix(".have")
    {"no record": record.unlink, "half a record": lambda: record.write_bytes(record.read_bytes()[:9]),
     "another record": lambda: record.write_bytes(b"\xa0")}[spoil]()  # fmt: skip
    given.cut, given.opened = [], []
    Download(store, given).run()
    assert [offset for _, offset in given.opened] == [3 * CHUNK]
    assert store.blob(film(manifest)).read_bytes() == FILM


def test_a_flipped_bit_on_the_way_costs_one_chunk_and_the_rest_of_the_answer_is_used(
    booth: LoneKiosk, store: ContentStore
) -> None:
    given, manifest = source(booth)
    given.wrong = {CHUNK + 10}
    real = given.open

    @contextmanager
    def open_(file: PackFile, offset: int, end: int) -> Iterator[Iterator[bytes]]:
        with real(file, offset, end) as pieces:
            yield pieces
        given.wrong = set()  # the second answer is right

    given.open = open_  # type: ignore[method-assign]
    Download(store, given).run()
    assert given.opened == [("clips/film.mp4", 0), ("clips/film.mp4", CHUNK)]
    assert given.given <= len(FILM) + CHUNK
    assert store.blob(film(manifest)).read_bytes() == FILM


def test_a_wrong_chunk_that_lies_in_the_part_is_not_taken_for_a_right_one(
    booth: LoneKiosk, store: ContentStore
) -> None:
    """It is written before its hash is known; neither this run nor the next one believes it."""
    given, manifest = source(booth)
    given.wrong = {CHUNK + 10}
    with pytest.raises(NotTheServer):
        Download(store, given).run()
    blob = store.blob(film(manifest))
    assert blob.with_suffix(".part").read_bytes() != FILM and not blob.exists()
    given.wrong, given.opened = set(), []
    Download(booth.content(), given).run()
    assert [offset for _, offset in given.opened] == [CHUNK]
    assert blob.read_bytes() == FILM


def test_a_source_that_always_lies_is_given_up_and_the_pack_in_force_stays(
    booth: LoneKiosk, store: ContentStore
) -> None:
    given, manifest = source(booth)
    given.wrong = {CHUNK + 10}
    with pytest.raises(NotTheServer):
        Download(store, given).run()
    assert store.current_version() == 1 and not store.has(film(manifest))
    given.wrong = set(range(0, len(FILM), CHUNK))
    given.given = 0
    with pytest.raises(NotTheServer):
        Download(ContentStore(booth.folder / "other", booth.organiser.public, "qd2021"), given).run()
    assert given.given <= 3 * 4 * CHUNK, "garbage is not read to its end"


def test_two_programs_do_not_write_one_file_at_the_same_time(booth: LoneKiosk, store: ContentStore) -> None:
    """The screen fetches it by line while the command line reads a stick: each wrote into what the other verified."""
    given, manifest = source(booth)
    with Part(store.blob(film(manifest)), film(manifest)), pytest.raises(Paused):
        Download(booth.content(), given).run()
    assert given.opened == []
    assert Download(store, given).run().version == 2


def test_what_another_program_has_brought_meanwhile_is_not_fetched_again(booth: LoneKiosk, store: ContentStore) -> None:
    given, manifest = source(booth, film=FILM, other=b"o" * 5000)
    told: list[Progress] = []

    def tell(progress: Progress) -> None:
        told.append(progress)
        if progress.files_left == 1 and not store.has(film(manifest)):
            store.blob(film(manifest)).write_bytes(FILM)

    Download(store, given, told=tell).run()
    assert [name for name, _ in given.opened] == ["clips/other.mp4"]
    assert (told[-1].done, told[-1].total, told[-1].files_left) == (len(FILM) + 5000, len(FILM) + 5000, 0)


def test_without_room_and_without_a_readable_manifest_in_force_nothing_is_dropped(
    booth: LoneKiosk, store: ContentStore
) -> None:
    given, manifest = source(booth)
    Download(store, given).run()
    (store.folder / "packs" / "2.cose").write_bytes(b"damaged")
    with pytest.raises(NoRoom):
        Download(booth.content(), source(booth, version=3, film=FILM[:-1])[0], reserve=store.free_bytes()).run()
    assert store.has(film(manifest))


def test_only_what_changed_is_fetched(booth: LoneKiosk, store: ContentStore) -> None:
    given, _ = source(booth, film=FILM, other=b"o" * 5000)
    Download(store, given).run()
    given, _ = source(booth, version=3, film=FILM, other=b"n" * 6000)
    told: list[Progress] = []
    Download(store, given, told=told.append).run()
    assert [name for name, _ in given.opened] == ["clips/other.mp4"]
    assert told[0].total == 6000 and (told[-1].done, told[-1].files_left) == (6000, 0)


def test_the_pack_before_is_kept_and_what_nobody_needs_is_collected(booth: LoneKiosk, store: ContentStore) -> None:
    blobs = []
    for version in (2, 3, 4):
        given, manifest = source(booth, version=version, film=b"%d" % version * 9000)
        Download(store, given).run()
        blobs.append(store.blob(film(manifest)))
    assert [path.exists() for path in blobs] == [False, True, True]


@pytest.mark.parametrize("spoil", ["flipped", "emptied", "touched"])
def test_progress_counts_what_is_verified_and_ends_at_the_whole(
    booth: LoneKiosk, store: ContentStore, spoil: str
) -> None:
    """A damaged file lies there in full length; counted as done it made more than all, and less than no time left."""
    given, manifest = source(booth)
    if spoil == "touched":
        given.cut = [3 * CHUNK, 0, 0, 0]
        with pytest.raises(CutShort):
            Download(store, given).run()
        os.utime(store.blob(film(manifest)).with_suffix(".part"))
        done = 3 * CHUNK
    else:
        Download(store, given).run()
        store.blob(film(manifest)).write_bytes(
            FILM[:CHUNK] + bytes(CHUNK) + FILM[2 * CHUNK :] if spoil == "flipped" else b""
        )
        Mending().check_some(store)
        done = len(FILM) - CHUNK if spoil == "flipped" else 0
    told: list[Progress] = []
    given.cut = []
    Download(store, given, told=told.append).run()
    assert done in {progress.done for progress in told}
    assert told[-1].done == told[-1].total == len(FILM)
    assert all(progress.done <= progress.total for progress in told)
    assert all(progress.seconds_left is None or progress.seconds_left >= 0 for progress in told)


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
    real = parts.good_chunks

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
        monkeypatch.setattr(module, "good_chunks", lambda stream, file: real(Sick(stream), file))  # type: ignore[arg-type]


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


def test_an_older_pack_is_refused(booth: LoneKiosk, store: ContentStore) -> None:
    given, _ = source(booth, version=3)
    Download(store, given).run()
    with pytest.raises(Refused, match="pack-rolled-back"):
        Download(store, source(booth, version=2)[0]).run()


def test_a_source_with_a_part_of_the_files_gives_those_and_says_what_lacks(
    booth: LoneKiosk, store: ContentStore
) -> None:
    given, manifest = source(booth, film=FILM, other=b"o" * 5000)
    given.lacking = {film(manifest).sha256}
    with pytest.raises(Incomplete) as incomplete:
        Download(store, given).run()
    assert incomplete.value.lacking == len(FILM) and store.current_version() == 1
    given.lacking, given.opened = set(), []
    Download(store, given).run()
    assert [name for name, _ in given.opened] == ["clips/film.mp4"]


def test_a_file_that_the_server_lacks_does_not_hold_up_the_others(world: World) -> None:
    world.files |= {"clips/small.mp4": b"small", "clips/large.mp4": FILM}
    world.publish()
    gone = world.server.folder / "blobs" / hashlib.sha256(b"small").hexdigest()
    gone.unlink()
    with session() as http:
        kiosk = world.new_kiosk()
        report = run_once(kiosk, http)
        assert (report.pack, report.content_trouble) == (None, "no-blob")
        assert (kiosk.content.blobs / hashlib.sha256(FILM).hexdigest()).exists()
        gone.write_bytes(b"small")
        assert run_once(kiosk, http).pack is not None


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


def test_a_corrupted_byte_costs_one_chunk_of_the_line(world: World) -> None:
    """The server is not even asked for what follows: what it sends meanwhile would cross the line for nothing."""
    world.files = {"clips/a.mp4": FILM}
    world.publish()
    asked: list[int] = []

    def count(answer: requests.Response, **about: object) -> None:
        if BLOBS in (answer.request.path_url or ""):
            asked.append(int(answer.headers["Content-Length"]))

    with session() as http:
        kiosk = world.new_kiosk()
        run_once(kiosk, http)
        manifest = kiosk.library.published.manifest
        blob = kiosk.content.blob(next(file for file in manifest.files if file.size == len(FILM)))
        damaged = bytearray(FILM)
        damaged[CHUNK + 5] ^= 1
        blob.write_bytes(damaged)
        http.hooks["response"].append(count)
        run_once(kiosk, http, mending=Mending())
    assert blob.read_bytes() == FILM
    assert asked == [CHUNK]


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
