"""Attachments on a stick: the pieces of the network in a file, the server's answer back, nothing believed unsigned."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from sticks import FailingFiles, SmallFiles, cast, check_union, stick
from worlds import World, session

from kiosk.crypto.sealing import SealingKey
from kiosk.services.kiosk import Kiosk
from sync import wire
from sync.attachments import Attachment, outbox_of, upload_all
from sync.http import Http
from sync.server.attachments import FOLDER, opened
from sync.server.database import put_fact
from sync.server.server import EPOCH
from sync.usb import attachments
from sync.usb.errors import StickFails, StickOld, StickTampered
from sync.usb.export import export_records
from sync.usb.office import Arrival, take_stick
from sync.usb.returning import take_back

VOICE = random.Random(5).randbytes(20_000)


@pytest.fixture(autouse=True)
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "MAX_PIECE", 6_000)


def keep(kiosk: Kiosk, data: bytes = VOICE) -> Attachment:
    return outbox_of(kiosk).add([data], SealingKey(kiosk.library.campaign.intake_key), kiosk.identity.campaign)


def files(folder: Path, ending: str = ".att") -> list[Path]:
    return sorted(folder.rglob(f"*{ending}"))


def outcomes(world: World, folder: Path) -> list[str]:
    return [a.outcome for a in take_stick(world.server, stick(folder)).arrivals if a.file.endswith(".att")]


def test_an_attachment_reaches_the_office_by_stick_and_the_answer_comes_back(
    world: World, kiosk: Kiosk, tmp_path: Path
) -> None:
    folder, kept = tmp_path / "stick", keep(kiosk)
    cast(world, kiosk, 1)
    exported = export_records(kiosk, stick(folder))
    assert (exported.entries, exported.attachments, exported.attachments_left) == (1, 1, 0)
    assert VOICE[:32] not in files(folder)[0].read_bytes()
    assert outcomes(world, folder) == ["stored"]
    assert opened(world.server, kept.id, kept.sha256) == VOICE
    assert take_back(kiosk, stick(folder)).attachments == 1
    assert files(folder) == files(folder, ".got") == []
    assert export_records(kiosk, stick(folder)).attachments == 0
    check_union(world, kiosk)


def test_every_step_may_be_repeated(world: World, kiosk: Kiosk, tmp_path: Path) -> None:
    folder, kept = tmp_path / "stick", keep(kiosk)
    for _ in range(2):
        assert export_records(kiosk, stick(folder)).attachments == 1
    written = files(folder)[0].stat().st_mtime_ns
    for _ in range(2):
        assert outcomes(world, folder) == ["stored"]
    assert export_records(kiosk, stick(folder)).attachments == 1
    assert files(folder)[0].stat().st_mtime_ns == written, "what is whole is not written again"
    assert [take_back(kiosk, stick(folder)).attachments for _ in range(2)] == [1, 0]
    assert opened(world.server, kept.id, kept.sha256) == VOICE


def test_a_file_that_is_cut_off_anywhere_is_kept_as_far_as_it_goes_and_written_again(
    world: World, kiosk: Kiosk, tmp_path: Path
) -> None:
    folder, kept = tmp_path / "stick", keep(kiosk)
    export_records(kiosk, stick(folder))
    (path,) = files(folder)
    whole = path.read_bytes()
    for cut in (0, 3, 100, 7_000, len(whole) - 1):
        path.write_bytes(whole[:cut])
        assert outcomes(world, folder) == ["incomplete"]
        assert files(folder, ".got") == []
    assert (world.server.folder / FOLDER / f"{kept.sha256.hex()}.part").stat().st_size >= 6_000
    export_records(kiosk, stick(folder))
    assert path.read_bytes() == whole
    assert outcomes(world, folder) == ["stored"]


def test_a_changed_byte_is_refused_holds_up_nothing_and_is_mended_by_the_next_export(
    world: World, kiosk: Kiosk, tmp_path: Path
) -> None:
    folder = tmp_path / "stick"
    keep(kiosk)
    cast(world, kiosk, 1)
    export_records(kiosk, stick(folder))
    (path,) = files(folder)
    spoilt = bytearray(path.read_bytes())
    spoilt[500] ^= 1
    path.write_bytes(spoilt)
    taken = take_stick(world.server, stick(folder))
    assert {arrival.outcome for arrival in taken.arrivals} == {"stored", "forged"}
    assert taken.refused == (Arrival(path.name, "v01-1", "forged"),)
    export_records(kiosk, stick(folder))
    assert outcomes(world, folder) == ["stored"]


def test_a_file_under_anothers_name_is_tampering(world: World, kiosk: Kiosk, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    keep(kiosk)
    export_records(kiosk, stick(folder))
    (path,) = files(folder)
    path.rename(path.with_name("ab" * 32 + ".att"))
    assert outcomes(world, folder) == ["stick-tampered"]


def test_an_answer_that_the_server_did_not_sign_changes_nothing(world: World, kiosk: Kiosk, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    keep(kiosk)
    cast(world, kiosk, 1)
    export_records(kiosk, stick(folder))
    take_stick(world.server, stick(folder))
    (answer,) = files(folder, ".got")
    genuine = answer.read_bytes()
    answer.write_bytes(genuine[:-1] + bytes([genuine[-1] ^ 1]))
    with pytest.raises(StickTampered):
        take_back(kiosk, stick(folder))
    assert kiosk.journal.state().unsent == 1
    answer.write_bytes(genuine)
    answer.rename(answer.with_name("ab" * 32 + ".got"))
    with pytest.raises(StickTampered):
        take_back(kiosk, stick(folder))


def test_an_old_stick_says_nothing_about_a_restored_server(world: World, kiosk: Kiosk, tmp_path: Path) -> None:
    folder, kept = tmp_path / "stick", keep(kiosk)
    export_records(kiosk, stick(folder))
    take_stick(world.server, stick(folder))
    replayed = files(folder, ".got")[0]
    old = replayed.read_bytes()
    with world.server.engine.begin() as connection:  # yesterday's copy
        connection.exec_driver_sql("DELETE FROM attachment")
        put_fact(connection, EPOCH, b"restored" * 2)
    (world.server.folder / FOLDER / kept.sha256.hex()).unlink()
    world.now += 60
    other = tmp_path / "other"
    export_records(kiosk, stick(other))
    for path in files(other):
        path.unlink()
    take_stick(world.server, stick(other))
    take_back(kiosk, stick(other))  # now it knows the server's new epoch
    replayed.write_bytes(old)
    with pytest.raises(StickOld):
        take_back(kiosk, stick(folder))
    assert export_records(kiosk, stick(folder)).attachments == 1
    assert outcomes(world, folder) == ["stored"]
    assert take_back(kiosk, stick(folder)).attachments == 1
    assert opened(world.server, kept.id, kept.sha256) == VOICE


def test_a_small_stick_takes_the_records_first_and_says_what_is_left(
    world: World, kiosk: Kiosk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attachments, "KEEP_FREE", 50_000)
    folder = tmp_path / "stick"
    small, large = keep(kiosk, b"short"), keep(kiosk, bytes(200_000))
    cast(world, kiosk, 1)
    exported = export_records(kiosk, stick(folder, SmallFiles(folder, 200_000)))
    assert (exported.entries, exported.attachments, exported.attachments_left) == (1, 1, 1)
    assert [path.stem for path in files(folder)] == [small.sha256.hex()]
    take_stick(world.server, stick(folder))
    take_back(kiosk, stick(folder))
    assert export_records(kiosk, stick(folder)).attachments == 1
    assert outcomes(world, folder) == ["stored"]
    assert opened(world.server, large.id, large.sha256) == bytes(200_000)


def test_a_stick_pulled_out_at_any_call_leaves_whole_files_or_none(world: World, kiosk: Kiosk, tmp_path: Path) -> None:
    keep(kiosk)
    cast(world, kiosk, 1)
    whole = export_records(kiosk, stick(tmp_path / "whole"))
    wanted = files(tmp_path / "whole")[0].read_bytes()
    folder, failed = tmp_path / "stick", 0
    for call in range(40):
        try:
            assert export_records(kiosk, stick(folder, FailingFiles(call))) == whole
        except StickFails:
            failed += 1
        assert [path.read_bytes() for path in files(folder)] in ([], [wanted])
        assert kiosk.journal.state().unsent == 1
    assert failed > 10
    assert outcomes(world, folder) == ["stored"]


def test_network_and_stick_go_on_where_the_other_stopped(world: World, kiosk: Kiosk, tmp_path: Path) -> None:
    folder, kept = tmp_path / "stick", keep(kiosk)
    export_records(kiosk, stick(folder))
    (path,) = files(folder)
    path.write_bytes(path.read_bytes()[:9_000])
    assert outcomes(world, folder) == ["incomplete"]
    with world.serving(), session() as http:
        assert upload_all(kiosk, Http(http, world.url), kiosk.journal.server_epoch()) == 1
    assert opened(world.server, kept.id, kept.sha256) == VOICE
    assert outcomes(world, folder) == ["stored"]
