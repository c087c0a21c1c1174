"""A pack on its way: resumed without hashing again, a wrong chunk alone is fetched again, only what is new."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests
from lone_kiosk import LoneKiosk
from packs_underway import FILM, film, hashed, source
from worlds import World, session

from kiosk.domain.pack import CHUNK, PackFile
from kiosk.storage.content import ContentStore
from sync.client import run_once
from sync.download import Download
from sync.errors import CutShort, Incomplete, NotTheServer, Paused, Refused, TryAgain
from sync.mending import Mending
from sync.pace import Progress
from sync.parts import Part
from sync.wire import BLOBS


@pytest.fixture
def booth(tmp_path: Path) -> LoneKiosk:
    return LoneKiosk(tmp_path / "kiosk").make()


@pytest.fixture
def store(booth: LoneKiosk) -> ContentStore:
    return booth.content()


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


def test_only_what_changed_is_fetched(booth: LoneKiosk, store: ContentStore) -> None:
    given, _ = source(booth, film=FILM, other=b"o" * 5000)
    Download(store, given).run()
    given, _ = source(booth, version=3, film=FILM, other=b"n" * 6000)
    told: list[Progress] = []
    Download(store, given, told=told.append).run()
    assert [name for name, _ in given.opened] == ["clips/other.mp4"]
    assert told[0].total == 6000 and (told[-1].done, told[-1].files_left) == (6000, 0)


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
