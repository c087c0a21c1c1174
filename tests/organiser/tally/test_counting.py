"""The count: what was cast is what is counted, and everything that is not is named."""

from __future__ import annotations

import dataclasses
import errno
import os
import resource
import tracemalloc
from pathlib import Path

import pytest
from organiser_samples import TALLY_KEY
from small_count import SmallCount, marks_of, quiet
from synthetic_count import card, cast, collected, seal_mark, write_synthetic

from kiosk.crypto.sealing import OpeningKey
from kiosk.crypto.signing import SigningKey
from kiosk.domain.campaign import Mode
from kiosk.domain.credential import Role
from organiser.issuing import CardState, IssuedCard
from organiser.tally import crew, opening, records, sorting, stages, writing
from organiser.tally.casts import CastReader
from organiser.tally.errors import TallyRefused
from organiser.tally.opener import Opener
from organiser.tally.release import Release
from organiser.tally.report import PUBLISH
from organiser.tally.run import Count
from organiser.tally.steps import CHECKED, HOLDERS, OPENED


def test_what_was_cast_is_what_is_counted(tmp_path: Path) -> None:
    small = SmallCount(tmp_path)
    casts, given = small.everybody()
    results = small.count(casts)
    assert marks_of(results) == given
    assert results.ratings == 48
    assert not any(results.set_aside.values())
    good, fair, poor = (given["fgw", code] for code in (1, 2, 3))
    assert results.departments[0].score == round((100 * good + 70 * fair + 30 * poor) / (good + fair + poor), 2)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"campaign": "qd2020"}, "other-campaign"),
        ({"mode": Mode.REHEARSAL}, "rehearsal"),
        ({"form_version": 2}, "other-version"),
        ({"form": "survey"}, "other-form"),
        ({"key": b"12345678"}, "other-key"),
        ({"suite": 2}, "other-key"),
        ({"credential": b"x" * 10}, "unknown-credential"),
    ],
)
def test_a_cast_that_does_not_belong_here_is_set_aside_and_named(
    tmp_path: Path, changes: dict[str, object], reason: str
) -> None:
    small = SmallCount(tmp_path)
    good = small.record(0, {"fgw": 1, "kjj": 2})
    results = small.count([good, small.record(1, {"fgw": 3, "kjj": 3}, 2, **changes)])
    assert marks_of(results) == {("fgw", 1): 1, ("kjj", 2): 1}
    assert results.set_aside["checked"] == {reason: 2}


def test_a_staff_card_casts_nothing_that_counts(tmp_path: Path) -> None:
    small = SmallCount(tmp_path)
    first = small.cards[0]
    small.cards[0] = IssuedCard(first.id, first.state, dataclasses.replace(first.row, role=Role.STAFF))
    assert small.count([small.record(0, {"fgw": 1})]).set_aside["checked"] == {"unknown-credential": 1}


def test_boxes_that_do_not_belong_to_the_form_are_named(tmp_path: Path) -> None:
    small = SmallCount(tmp_path)
    sealed = {"fgw": seal_mark(small.campaign, "fgw", 1), "nobody": b"x" * 80, "kjj": b"x" * 79}
    body = cast(small.campaign, small.cards[0].id, b"e" * 16, sealed)
    results = small.count([collected("v01-1", "v01", 1, body)])
    assert results.set_aside["checked"] == {"unknown-item": 1, "wrong-size": 1}
    assert results.ratings == 1


def test_boxes_moved_to_another_department_or_off_the_scale_or_damaged_are_named(tmp_path: Path) -> None:
    small = SmallCount(tmp_path)
    damaged = bytearray(seal_mark(small.campaign, "jyj", 1))
    damaged[40] ^= 1
    sealed = {
        "fgw": seal_mark(small.campaign, "kjj", 1),
        "kjj": seal_mark(small.campaign, "kjj", 9),
        "jyj": bytes(damaged),
        "jtj": seal_mark(small.campaign, "jtj", 2),
    }
    body = cast(small.campaign, small.cards[0].id, b"e" * 16, sealed)
    results = small.count([collected("v01-1", "v01", 1, body)])
    assert results.set_aside["opened"] == {"does-not-open": 2, "not-on-the-scale": 1}
    assert marks_of(results) == {("jtj", 2): 1}


def test_a_copied_ciphertext_counts_once(tmp_path: Path) -> None:
    small = SmallCount(tmp_path)
    box = seal_mark(small.campaign, "fgw", 3)
    casts = [cast(small.campaign, small.cards[n].id, bytes([n]) * 16, {"fgw": box}) for n in range(3)]
    results = small.count([collected("v01-1", "v01", n, body) for n, body in enumerate(casts, 1)])
    assert results.set_aside["shuffled"] == {"copied": 2}
    assert marks_of(results) == {("fgw", 3): 1}


def test_a_replaced_card_counts_where_the_new_one_did_not_rate_and_a_revoked_one_never(tmp_path: Path) -> None:
    small = SmallCount(tmp_path, people=4)
    first, third = small.cards[0], small.cards[2]
    small.cards[1] = IssuedCard(small.cards[1].id, CardState.VALID, first.row)
    small.cards[0] = IssuedCard(first.id, CardState.REPLACED, first.row)
    small.cards[3] = IssuedCard(small.cards[3].id, CardState.VALID, third.row)
    small.cards[2] = IssuedCard(third.id, CardState.REVOKED, third.row)
    casts = [
        small.record(0, {"fgw": 1, "kjj": 1}, 1),
        small.record(1, {"fgw": 2}, 2),
        small.record(2, {"fgw": 3, "kjj": 3}, 3),
        small.record(3, {"fgw": 4}, 4),
    ]
    results = small.count(casts)
    assert marks_of(results) == {("fgw", 2): 1, ("kjj", 1): 1, ("fgw", 4): 1}
    assert results.set_aside["deduplicated"] == {"duplicate": 2}
    assert results.set_aside["revoked"] == {"revoked": 1}
    assert (results.turnout.people, results.turnout.voters) == (2, 2)


def test_the_home_venues_kiosk_counts_before_another(tmp_path: Path) -> None:
    small = SmallCount(tmp_path)
    id, home = small.cards[0].id, small.cards[0].row.venue
    casts = []
    for seq, (venue, code) in enumerate((("v09", 1), (home, 2), ("v08", 3)), 1):
        body = cast(small.campaign, id, bytes([seq]) * 16, {"fgw": seal_mark(small.campaign, "fgw", code)})
        casts.append(collected(f"{venue}-1", venue, seq, body))
    assert marks_of(small.count(casts)) == {("fgw", 2): 1}


@pytest.mark.parametrize("cores", [1, 2, 5])
def test_sorting_on_the_disk_and_reading_and_opening_in_other_processes_give_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cores: int
) -> None:
    small = SmallCount(tmp_path, people=40)
    casts, given = small.everybody()
    assert marks_of(small.count(casts)) == given
    before = {path.name: path.read_bytes() for path in small.out.glob("*.cborseq")}
    monkeypatch.setattr(stages, "CASTS", 7)
    monkeypatch.setattr(sorting, "FAN", 3)
    monkeypatch.setattr(sorting.in_order, "__defaults__", (11,))
    monkeypatch.setattr(sorting.rising, "__defaults__", (11,))
    monkeypatch.setattr(sorting, "BLOCK", 4)
    monkeypatch.setattr(crew, "ALONE", 10)
    monkeypatch.setattr(os, "sched_getaffinity", lambda process: set(range(cores)))
    monkeypatch.setattr(stages, "ENTRIES", 3)
    monkeypatch.setattr(writing, "PART", 17)
    monkeypatch.setattr(opening, "BOXES", 13)
    assert marks_of(small.count(casts)) == given
    assert {path.name: path.read_bytes() for path in small.out.glob("*.cborseq")} == before
    assert not list(small.out.glob(".*")), "nothing is left of sorting"
    assert small.differences() == []


@pytest.mark.parametrize("part", [CastReader, Opener])
def test_a_count_whose_processes_are_ended_says_so_and_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: type[CastReader] | type[Opener]
) -> None:
    small = SmallCount(tmp_path)
    monkeypatch.setattr(crew, "ALONE", 10)
    monkeypatch.setattr(part, "batch", lambda self, batch: os._exit(9))
    with pytest.raises(TallyRefused) as caught:
        small.count(small.everybody()[0])
    assert (caught.value.code, caught.value.file) == ("stopped", CHECKED if part is CastReader else OPENED)
    left = {path.name for path in small.out.iterdir()} - {HOLDERS, "0-holders.cose", PUBLISH}
    assert not {name for name in left if name.startswith(".") or name.endswith(".cose")}
    assert OPENED not in left and not list((small.out / PUBLISH).iterdir())


def test_a_full_disk_stops_the_count_and_leaves_no_part_of_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = SmallCount(tmp_path)
    monkeypatch.setattr(writing, "PART", 5)
    add, added = writing.StageFile.add, []

    def fails(file: writing.StageFile, data: bytes, records: int) -> None:
        added.append(records)
        if len(added) > 20:
            raise OSError(errno.ENOSPC, "full")
        add(file, data, records)

    monkeypatch.setattr(writing.StageFile, "add", fails)
    with pytest.raises(OSError, match="full"):
        small.count(small.everybody()[0])
    assert not list(small.out.glob(".*")) and not list((small.out / PUBLISH).iterdir())


def test_a_file_that_lacks_a_part_never_gets_its_name_although_there_is_room_again(tmp_path: Path) -> None:
    file = writing.StageFile(tmp_path / CHECKED, 0)
    file.begin()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, limits[1]))
    try:
        with pytest.raises(OSError, match="too large"):
            file.add(bytes(50_000), 1)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    file.finish()
    assert list(tmp_path.iterdir()) == []


def test_the_wrong_key_counts_nothing_and_says_so(tmp_path: Path) -> None:
    small = SmallCount(tmp_path)
    small.collection.write(iter([small.record(0, {"fgw": 1})]))
    results = small.counting().run(small.cards, OpeningKey(b"k" * 32), Release((), 0, 0, ()), 1, quiet)
    assert results.set_aside["opened"] == {"does-not-open": 1}


def test_every_files_time_is_the_campaigns_end_and_the_same_count_gives_the_same_files(tmp_path: Path) -> None:
    small = SmallCount(tmp_path)
    casts, _ = small.everybody()
    small.count(casts)
    files = sorted(path for path in small.out.rglob("*") if path.is_file())
    assert {path.stat().st_mtime for path in files} == {small.campaign.not_after.timestamp()}
    before = [path.read_bytes() for path in files]
    small.chance.shuffle(casts)
    small.count(casts)
    skip = {"1-checked.cose"}  # names the collection's hash, which follows its order
    for path, data in zip(files, before, strict=True):
        assert path.name in skip or path.read_bytes() == data, path.name


def test_memory_does_not_grow_with_the_number_of_ratings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module, name, small_part in (
        (stages, "CASTS", 50),
        (sorting, "FAN", 3),
        (sorting, "BLOCK", 10),
        (records, "BATCH", 50),
        (writing, "PART", 50),
        (stages, "ENTRIES", 20),
        (crew, "ALONE", 1_000_000),
        (opening, "BOXES", 100),
        (sorting.in_order, "__defaults__", (500,)),
        (sorting.rising, "__defaults__", (500,)),
    ):
        monkeypatch.setattr(module, name, small_part)
    small, large = (peak_bytes(tmp_path / str(people), people) for people in (30, 120))
    assert large < small * 1.1, f"{small:,} bytes for 1,140 ratings, {large:,} bytes for 4,560"


def peak_bytes(folder: Path, people: int) -> int:
    """The most that Python held at any moment of a count."""
    organiser = SigningKey.generate()
    _, campaign = write_synthetic(folder / "collection", people, organiser)
    cards = (card(number, campaign) for number in range(people))
    count = Count(campaign, folder / "collection", folder / "out", organiser.public, organiser)
    tracemalloc.start()
    try:
        results = count.run(cards, TALLY_KEY, Release((), 0, 0, ()), 10, quiet)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert results.ratings == people * 38
    return peak
