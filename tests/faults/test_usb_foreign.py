"""Sticks that are not what they should be: each its own answer, and nothing changes, at the kiosk and at the server."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sticks import CAMPAIGN, acks, blobs, cast, check_union, stick, tap, ups
from worlds import World, session

from kiosk.crypto.sealing import OpeningKey
from kiosk.services.kiosk import Kiosk
from sync.bundle import read_acknowledgement, write_acknowledgement
from sync.client import run_once
from sync.server.models import StoredEntry
from sync.usb.boxes import read_answers, read_box, seal_bundle, write_answers
from sync.usb.carrying import carry
from sync.usb.errors import NotForUs, OtherCampaign, OtherVenue, StickEmpty, StickTampered, UsbError
from sync.usb.export import export_records
from sync.usb.layout import campaign_folder, kiosk_folder, pack_folder, statuses_path
from sync.usb.office import take_stick
from sync.usb.returning import take_back


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path / "world")
    (tmp_path / "world").mkdir(exist_ok=True)
    made.publish()
    yield made
    made.close()


@pytest.fixture
def kiosk(world: World) -> Kiosk:
    with world.serving():
        made = world.new_kiosk()
        with session() as http:
            run_once(made, http)
    cast(world, made, 1)
    return made


@pytest.fixture
def returned(world: World, kiosk: Kiosk, tmp_path: Path) -> Path:
    """A stick that was at the server and is back, with something newer of everything on it."""
    folder = tmp_path / "stick"
    export_records(kiosk, stick(folder))
    world.now += 60
    world.files["clips/b.mp4"] = b"b" * 9_000_000
    world.publish()
    take_stick(world.server, stick(folder))
    return folder


def everything(kiosk: Kiosk) -> tuple[object, ...]:
    """What must not change."""
    statuses = kiosk.library.statuses
    return (
        kiosk.journal.state(),
        tuple(kiosk.journal.entries()),
        kiosk.journal.time_floor(),
        kiosk.content.current_version(),
        statuses and statuses.as_of,
    )


def nothing_changes(kiosk: Kiosk, folder: Path, expected: type[UsbError]) -> None:
    before = everything(kiosk)
    with pytest.raises(expected):
        take_back(kiosk, stick(folder))
    assert everything(kiosk) == before


def test_an_empty_stick(kiosk: Kiosk, world: World, tmp_path: Path) -> None:
    nothing_changes(kiosk, tmp_path, StickEmpty)
    with pytest.raises(StickEmpty):
        take_stick(world.server, stick(tmp_path))


def test_another_campaigns_stick(kiosk: Kiosk, world: World, returned: Path) -> None:
    (returned / campaign_folder(CAMPAIGN)).rename(returned / campaign_folder("qd2020"))
    nothing_changes(kiosk, returned, OtherCampaign)
    with pytest.raises(OtherCampaign):
        take_stick(world.server, stick(returned))


def test_another_campaigns_answer_under_our_name(kiosk: Kiosk, world: World, returned: Path) -> None:
    """Somebody renamed the folder; the message itself says and proves what it is."""
    (path,) = acks(returned)
    (message,) = read_answers(path.read_bytes())
    answer = read_acknowledgement(message, world.server.key.public)
    path.write_bytes(write_answers([write_acknowledgement(replace(answer, campaign="qd2020"), world.server.key)]))
    nothing_changes(kiosk, returned, OtherCampaign)


def test_another_venues_stick(kiosk: Kiosk, returned: Path) -> None:
    kiosks = returned / kiosk_folder(CAMPAIGN, "v01-1")
    kiosks.rename(kiosks.with_name("v02-1"))
    nothing_changes(kiosk, returned, OtherVenue)


def test_another_kiosks_acknowledgement_in_our_folder(kiosk: Kiosk, world: World, returned: Path) -> None:
    with world.serving(), session() as http:
        other = world.new_kiosk("v02")
        run_once(other, http)
    export_records(other, stick(returned))
    take_stick(world.server, stick(returned))
    shutil.copy(acks(returned, "v02-1")[0], acks(returned)[0])
    nothing_changes(kiosk, returned, OtherVenue)


def test_a_stick_of_another_venue_still_carries_our_records(kiosk: Kiosk, world: World, returned: Path) -> None:
    kiosks = returned / kiosk_folder(CAMPAIGN, "v01-1")
    kiosks.rename(kiosks.with_name("v02-1"))
    carried = carry(kiosk, stick(returned))
    assert (carried.returned, carried.why) == (None, "stick-other-venue")
    assert carried.exported is not None and carried.exported.entries == 1
    take_stick(world.server, stick(returned))
    assert take_back(kiosk, stick(returned)).acknowledged == 1
    check_union(world, kiosk)


PLACES: list[Callable[[Path], Path]] = [
    lambda folder: acks(folder)[0],
    lambda folder: folder / statuses_path(CAMPAIGN),
    lambda folder: folder / pack_folder(CAMPAIGN) / "manifest.cose",
]


@pytest.mark.parametrize("place", PLACES, ids=["acknowledgement", "statuses", "manifest"])
def test_a_flipped_bit_anywhere_in_what_is_signed(kiosk: Kiosk, returned: Path, place: Callable[[Path], Path]) -> None:
    path, chance = place(returned), random.Random(1)
    whole = path.read_bytes()
    for _ in range(12):
        where = chance.randrange(len(whole))
        path.write_bytes(whole[:where] + bytes([whole[where] ^ 1 << chance.randrange(8)]) + whole[where + 1 :])
        nothing_changes(kiosk, returned, StickTampered)
    path.write_bytes(whole)
    assert take_back(kiosk, stick(returned)).pack == 2


@pytest.mark.parametrize("place", PLACES, ids=["acknowledgement", "statuses", "manifest"])
@pytest.mark.parametrize("share", [0, 0.5])
def test_what_is_cut_short(kiosk: Kiosk, returned: Path, place: Callable[[Path], Path], share: float) -> None:
    path = place(returned)
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    nothing_changes(kiosk, returned, StickTampered)


def test_a_spoiled_video_is_not_taken_and_all_the_rest_is(kiosk: Kiosk, world: World, returned: Path) -> None:
    largest = max(blobs(returned), key=lambda path: path.stat().st_size)
    data = bytearray(largest.read_bytes())
    data[5_000_000] ^= 1
    largest.write_bytes(data)
    result = take_back(kiosk, stick(returned))
    assert (result.acknowledged, result.statuses, result.pack) == (1, True, None)
    assert result.content_trouble == "stick-tampered"
    assert kiosk.library.path("clips/b.mp4") is None
    assert kiosk.library.published.manifest.version == 1
    largest.write_bytes(world.files["clips/b.mp4"])
    read: list[int] = []
    source = stick(returned)
    pieces = source.pieces
    source.pieces = lambda path, offset: read.append(offset) or pieces(path, offset)  # type: ignore
    assert take_back(kiosk, source).pack == 2
    assert 0 not in read[-1:] and read[-1] == 4 * 1024 * 1024, "only the wrong chunk is read again"


def test_a_manifest_rolled_back_is_old(kiosk: Kiosk, world: World, returned: Path) -> None:
    take_back(kiosk, stick(returned))
    shutil.copy(world.server.packs / "1.cose", returned / pack_folder(CAMPAIGN) / "manifest.cose")
    for path in acks(returned):
        path.unlink()
    (returned / statuses_path(CAMPAIGN)).unlink()
    before = everything(kiosk)
    with pytest.raises(UsbError) as refused:
        take_back(kiosk, stick(returned))
    assert refused.value.code == "stick-old"
    assert everything(kiosk) == before


def counts(world: World) -> int:
    with world.server.engine.begin() as connection:
        return connection.scalar(select(func.count()).select_from(StoredEntry)) or 0


def renamed(path: Path) -> None:
    """One bundle in another one's place."""
    path.rename(path.with_name(path.name.replace("000000000001", "000000000002")))


def to_another_server(path: Path) -> None:
    box = read_box(path.read_bytes())
    path.write_bytes(
        seal_bundle(
            b"x", OpeningKey.generate().public,
            campaign=box.campaign, kiosk=box.kiosk, epoch=box.epoch, first_seq=box.first_seq,
        )
    )  # fmt: skip


def flipped(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def under_another_name(path: Path) -> None:
    """The outside of the box says another kiosk."""
    box = read_box(path.read_bytes())
    path.write_bytes(path.read_bytes().replace(box.kiosk.encode(), b"v99-9"))


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda path: path.write_bytes(b""), "not-a-bundle"),
        (lambda path: path.write_bytes(b"\x00" * 5000), "not-a-bundle"),
        (lambda path: path.write_bytes(path.read_bytes()[:-20]), "not-a-bundle"),
        (flipped, "stick-tampered"),
        (renamed, "stick-tampered"),
        (to_another_server, "stick-other-server"),
        (under_another_name, "stick-tampered"),
    ],
)
def test_a_spoiled_bundle_is_refused_by_its_own_code_and_holds_up_nobody(
    kiosk: Kiosk, world: World, tmp_path: Path, spoil: Callable[[Path], object], code: str
) -> None:
    with world.serving(), session() as http:
        other = world.new_kiosk("v02")
        run_once(other, http)
    tap(other, 3)
    folder = tmp_path / "stick"
    export_records(kiosk, stick(folder))
    export_records(other, stick(folder))
    spoil(ups(folder)[0])
    before = counts(world)
    taken = take_stick(world.server, stick(folder))
    assert {arrival.kiosk: arrival.outcome for arrival in taken.arrivals} == {"v01-1": code, "v02-1": "stored"}
    assert counts(world) == before + 3
    assert acks(folder) == []
    export_records(kiosk, stick(folder))
    take_stick(world.server, stick(folder))
    check_union(world, kiosk, other)


def test_what_is_not_ours_on_a_stick_is_left_alone(kiosk: Kiosk, world: World, returned: Path) -> None:
    (returned / "holiday.jpg").write_bytes(b"beach")
    (returned / "SANMIN" / "notes.txt").write_bytes(b"hello")
    take_back(kiosk, stick(returned))
    export_records(kiosk, stick(returned))
    take_stick(world.server, stick(returned))
    assert (returned / "holiday.jpg").read_bytes() == b"beach"
    assert (returned / "SANMIN" / "notes.txt").read_bytes() == b"hello"


def test_every_refusal_is_a_kind_of_its_own() -> None:
    def leaves(kind: type[UsbError]) -> list[type[UsbError]]:
        below = [leaf for sub in kind.__subclasses__() for leaf in leaves(sub)]
        return below or [kind]

    codes = [kind.code for kind in leaves(UsbError)]
    assert len(set(codes)) == len(codes) and NotForUs.code not in codes
