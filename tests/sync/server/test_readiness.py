"""What a server lacks is said when it starts, and mended by publishing the pack again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pens import Pen
from prometheus_client.parser import text_string_to_metric_families
from server_process import ServerProcess
from worlds import World, session

from kiosk.crypto.sealing import OpeningKey
from sync import wire
from sync.server.errors import Malformed
from sync.server.metrics import metrics
from sync.server.publishing import current_campaign, publish_pack
from sync.server.readiness import shortcomings
from sync.server.server import open_server


def blob(world: World) -> Path:
    return max(world.server_folder.joinpath("blobs").iterdir(), key=lambda path: path.stat().st_size)


Spoil = Callable[[bytes], bytes]
SPOILT: list[Spoil] = [lambda data: b"", lambda data: data[:-9], lambda data: b"\xa5" * len(data)]


def replace(path: Path, data: bytes) -> None:
    path.unlink()  # it may be a link to the pack's own file
    path.write_bytes(data)


def test_a_whole_server_has_nothing_to_say(lite: World) -> None:
    assert list(shortcomings(lite.server)) == []


def test_files_that_a_restore_did_not_bring_are_counted_and_come_with_the_pack(lite: World) -> None:
    for path in lite.server_folder.joinpath("blobs").iterdir():
        path.unlink()
    assert next(shortcomings(lite.server)).startswith("4 files of the pack on offer are not here")
    publish_pack(lite.server, lite.folder / "pack")
    assert list(shortcomings(lite.server)) == []


@pytest.mark.parametrize("spoil", SPOILT)
def test_a_file_that_went_bad_is_mended_by_publishing_the_pack_again(lite: World, spoil: Spoil) -> None:
    """Also one that still has its size, which says nothing."""
    path = blob(lite)
    whole = path.read_bytes()
    replace(path, spoil(whole))
    publish_pack(lite.server, lite.folder / "pack")
    assert path.read_bytes() == whole
    assert current_campaign(open_server(lite.server_folder)).id == "qd2021"


@pytest.mark.parametrize("spoil", SPOILT)
def test_a_manifest_that_went_bad_gives_way_to_the_same_pack(lite: World, spoil: Spoil) -> None:
    path = lite.server_folder / "packs" / "1.cose"
    whole = path.read_bytes()
    path.write_bytes(spoil(whole))
    assert "cannot be read" in " ".join(shortcomings(lite.server))
    publish_pack(lite.server, lite.folder / "pack")
    assert path.read_bytes() == whole
    assert list(shortcomings(lite.server)) == []


def test_a_pack_that_seals_to_another_server_is_refused(lite: World) -> None:
    """Nobody here could read the suggestions."""
    lite.intake_key = OpeningKey.generate().public.raw
    with pytest.raises(Malformed, match="other-intake"):
        lite.publish()


def test_another_intake_key_than_the_packs_is_said(lite: World) -> None:
    (lite.server_folder / "keys" / "intake.key").write_bytes(OpeningKey.generate().raw)
    opened = open_server(lite.server_folder)
    assert "intake.key is not the key" in " ".join(shortcomings(opened))
    opened.close()


def test_a_clock_before_the_packs_making_is_said(lite: World) -> None:
    lite.now -= 10 * 365 * 86_400
    assert "this machine's clock says 2011-12-" in " ".join(shortcomings(lite.server))


def test_kiosks_alarms_do_not_wait_for_the_calendar_or_the_pack(lite: World, caplog: pytest.LogCaptureFixture) -> None:
    Pen(lite).enrol().attend().send()
    (lite.server_folder / "working-days.csv").write_text("2021-12-20,perhaps\n")
    found = {family.name for family in text_string_to_metric_families(metrics(lite.server).decode())}
    assert "sanmin_kiosk_last_seen_seconds" in found and "sanmin_suggestions_due" not in found
    assert [record.message for record in caplog.records] == ["metrics go without suggestions: working-days.csv: row 1"]


def test_the_process_says_it_and_serves_records_all_the_same(lite: World) -> None:
    pen = Pen(lite).enrol().attend(3)
    (lite.server_folder / "packs" / "1.cose").unlink()
    with ServerProcess(lite.server_folder) as running, session() as http:
        answer = http.post(running.url + wire.BUNDLES, pen.bundle())
        assert pen.read(answer.content).acked_seq == 3
        assert http.get(running.url + wire.PACK).status_code == 503
        running.stop()
    log = running.log.read_text("utf-8")
    assert "publish it again" in log
    assert "storage: FileNotFoundError" in log and "packs/1.cose" in log
