"""usb and serve usb-import on the command line: a whole trip, and every refusal in a sentence."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from sticks import cast, ups
from worlds import World, session

from commands.app import app
from commands.sentences import sentence
from sync.client import run_once
from sync.errors import SyncError
from sync.server.blobs import FolderBlobs
from sync.server.errors import BlobUnreadable
from sync.usb.errors import StickFull, UsbError
from sync.usb.layout import statuses_path
from sync.usb.medium import Medium
from sync.usb.office import take_stick


def main(*words: object) -> int:
    """The command line's exit code."""
    try:
        app([str(word) for word in words])
    except SystemExit as left:
        return int(left.code or 0)
    return 0


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    made.publish()
    with made.serving():
        kiosk = made.new_kiosk()
        with session() as http:
            run_once(kiosk, http)
    cast(made, kiosk, 1)
    yield made
    made.close()


def test_a_trip_by_commands(world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    kiosk = tmp_path / "kiosk-v01-1"
    assert main("usb", "carry", stick, "--data", kiosk) == 0
    said = capsys.readouterr().out
    assert "1 records are on the stick" in said and "pull it out" in said
    assert main("serve", "usb-import", stick, "--server", world.server_folder) == 0
    said = capsys.readouterr().out
    assert "v01-1 1 records are here" in said and "Version 1 of the content is on the stick" in said
    assert main("usb", "carry", stick, "--data", kiosk, "--json") == 0
    carried = json.loads(capsys.readouterr().out)
    assert carried["returned"]["acknowledged"] == 1 and carried["exported"]["entries"] == 0


def test_a_stick_that_cannot_be_written_has_brought_its_records_all_the_same(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    main("usb", "carry", stick, "--data", tmp_path / "kiosk-v01-1")
    (stick / statuses_path("qd2021")).mkdir(parents=True)  # no file goes there any more
    capsys.readouterr()
    assert main("serve", "usb-import", stick, "--server", world.server_folder) == 2
    said = capsys.readouterr()
    assert "v01-1 1 records are here" in said.out and "pull it out" not in said.out
    assert "The stick has an error" in said.err


class Unreadable(FolderBlobs):
    """Blobs that belong to another user: permissions do not stop the tests' own."""

    def pieces(self, digest: str, offset: int, length: int) -> Iterator[bytes]:
        raise PermissionError(13, "Permission denied", str(self.folder / digest))


def test_a_file_of_the_pack_that_cannot_be_read_is_not_the_sticks_fault(world: World, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    object.__setattr__(world.server, "blobs", Unreadable(world.server_folder / "blobs"))
    with pytest.raises(BlobUnreadable) as failed:
        take_stick(world.server, Medium(tmp_path / "stick"), new=True)
    assert "must own all of blobs" in str(sentence(failed.value))


def test_a_kiosk_without_content_writes_nothing_and_says_what_to_bring(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fresh, stick = tmp_path / "kiosk-v02-1", tmp_path / "stick"
    stick.mkdir()
    with world.serving():
        world.new_kiosk("v02")
    assert main("usb", "carry", stick, "--data", fresh) == 2
    said = " ".join(capsys.readouterr().err.split())
    assert "Nothing was written onto the stick" in said and "usb-import --new" in said
    assert main("usb", "carry", stick, "--data", fresh, "--json") == 2
    assert json.loads(capsys.readouterr().out)["exported"] is None
    assert main("serve", "usb-import", stick, "--new", "--server", world.server_folder) == 0
    assert main("usb", "carry", stick, "--data", fresh) == 0


def test_a_refused_file_is_named_with_its_reason(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    main("usb", "carry", stick, "--data", tmp_path / "kiosk-v01-1")
    ups(stick)[0].write_bytes(b"spoiled")
    capsys.readouterr()
    assert main("serve", "usb-import", stick, "--server", world.server_folder) == 0
    assert "this is not a bundle of a kiosk" in capsys.readouterr().out.replace("\n", " ")


def test_what_cannot_be_done_is_said_in_a_sentence(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    for words in (
        ("usb", "carry", tmp_path / "nowhere", "--data", tmp_path / "kiosk-v01-1"),
        ("usb", "carry", tmp_path / "empty", "--data", tmp_path / "nowhere"),
        ("serve", "usb-import", tmp_path / "empty", "--server", world.server_folder),
        ("serve", "usb-import", tmp_path / "nowhere", "--server", world.server_folder),
    ):
        assert main(*words) == 2, words
        said = capsys.readouterr().err
        assert "Traceback" not in said and said.strip().endswith(".")


def kinds(kind: type[SyncError]) -> Iterator[type[SyncError]]:
    for sub in kind.__subclasses__():
        yield from kinds(sub)
    if not kind.__subclasses__():
        yield kind


@pytest.mark.parametrize("kind", [*kinds(UsbError)], ids=lambda kind: kind.code)
def test_every_failure_of_a_stick_has_a_sentence_of_its_own(kind: type[SyncError]) -> None:
    said = sentence(StickFull(1, 2) if kind is StickFull else kind())
    assert said is not None and not said.startswith("The server refused")
