"""The published content: nothing before it came, nothing that does not verify, and a new pack at once."""

from __future__ import annotations

import pytest
from booths import NOON, Booth
from form_samples import words

from kiosk.crypto.pin import make_verifier, matches
from kiosk.crypto.signing import SigningKey
from kiosk.domain.suggestion import State, Status, Step
from kiosk.services.library import NothingPublished
from kiosk.storage.errors import StorageDamaged

FILES = {"clips/a.mp4": b"a" * 5000}
STATUS = Status(words("摘要"), None, (Step(State.RECEIVED, "2021-12-15", words("已受理")),))


def test_before_the_first_pack_there_is_nothing(empty_booth: Booth) -> None:
    library = empty_booth.kiosk.library
    assert library.is_empty
    assert library.path("clips/a.mp4") is None
    assert library.statuses is None
    with pytest.raises(NothingPublished):
        _ = library.campaign


def test_a_pack_is_read_once_it_is_in_force_and_after_a_restart(booth: Booth) -> None:
    campaign = booth.publish(year=2022, files=FILES)
    for kiosk in (booth.kiosk, booth.restart()):
        assert kiosk.library.campaign == campaign
        assert kiosk.library.published.created == NOON
        path = kiosk.library.path("clips/a.mp4")
        assert path is not None and path.read_bytes() == FILES["clips/a.mp4"]
        assert kiosk.library.path("clips/b.mp4") is None


def test_a_file_that_is_not_there_at_its_full_size_is_not_named(booth: Booth) -> None:
    booth.publish(files=FILES)
    path = booth.kiosk.library.path("clips/a.mp4")
    assert path is not None
    path.write_bytes(b"a" * 4999)
    assert booth.kiosk.library.path("clips/a.mp4") is None
    path.unlink()
    assert booth.kiosk.library.path("clips/a.mp4") is None


def test_a_card_without_a_pin_has_no_verifier(booth: Booth) -> None:
    booth.publish(pins=(make_verifier(booth.credential(1).id, "246810"),))
    verifier = booth.kiosk.library.published.pin_of(booth.credential(1).id)
    assert verifier is not None and matches(verifier, "246810") and not matches(verifier, "246811")
    assert booth.kiosk.library.published.pin_of(booth.credential(2).id) is None


def test_a_pack_whose_documents_were_changed_on_the_disk_is_not_believed(booth: Booth) -> None:
    manifest = booth.kiosk.library.published.manifest
    file = manifest.file("campaign.json")
    assert file is not None
    blob = booth.kiosk.content.blob(file)
    blob.write_bytes(blob.read_bytes().replace(b"2021", b"2022"))
    with pytest.raises(StorageDamaged):
        booth.kiosk.library.reload()


def test_a_manifest_that_was_changed_on_the_disk_is_not_believed(booth: Booth) -> None:
    path = booth.home / "content" / "packs" / "1.cose"
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)
    with pytest.raises(StorageDamaged):
        booth.kiosk.library.reload()


def test_statuses_are_believed_from_the_server_alone_and_a_damaged_list_is_dropped(booth: Booth) -> None:
    booth.publish_statuses({b"k" * 16: STATUS})
    assert booth.kiosk.library.statuses is not None
    assert booth.kiosk.library.statuses.find(b"k" * 16) == STATUS
    booth.publish_statuses({b"k" * 16: STATUS}, key=SigningKey(b"x" * 32))
    assert booth.kiosk.library.statuses is None
    booth.kiosk.content.save_statuses(b"rubbish")
    booth.kiosk.library.reload()
    assert booth.kiosk.library.statuses is None


def test_a_list_of_statuses_that_the_disk_cannot_read_stops_no_start(booth: Booth) -> None:
    booth.publish_statuses({b"k" * 16: STATUS})
    place = booth.kiosk.content.folder / "statuses.cose"
    place.unlink()
    place.mkdir()
    assert booth.restart().library.statuses is None
    assert booth.kiosk.library.campaign.departments
