"""backup and restore on the command line: what they say, and that they never end in a traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lone_kiosk import LoneKiosk

from commands.app import app
from kiosk.storage.mirror import read_mirror


def main(*words: object) -> int:
    """The command line's exit code."""
    try:
        app([str(word) for word in words])
    except SystemExit as left:
        return int(left.code or 0)
    return 0


@pytest.fixture
def booth(tmp_path: Path) -> LoneKiosk:
    made = LoneKiosk(tmp_path / "kiosk").make()
    kiosk = made.open()
    kiosk.voting.cast(made.credential(1), {"fgw": 1})
    kiosk.close()
    return made


def test_a_kiosk_is_backed_up_and_restored(
    booth: LoneKiosk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main("backup", booth.folder, tmp_path / "backup", "--with-content", "--json") == 0
    assert json.loads(capsys.readouterr().out)["kind"] == "kiosk"
    assert main("restore", tmp_path / "backup", tmp_path / "other") == 0
    assert "v01-1" in capsys.readouterr().out
    other = LoneKiosk(tmp_path / "other").open()
    assert other.voting.spent(booth.credential(1)) == {"fgw"}
    other.close()


def test_what_cannot_be_done_is_said_in_a_sentence(
    booth: LoneKiosk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main("backup", booth.folder, tmp_path / "backup")
    (tmp_path / "empty").mkdir()
    refused = [
        ("backup", tmp_path / "empty", tmp_path / "b2"),
        ("backup", tmp_path / "nowhere", tmp_path / "b2"),
        ("backup", booth.folder, tmp_path / "backup"),
        ("restore", tmp_path / "empty", tmp_path / "other"),
        ("restore", tmp_path / "backup" / "backup.cbor", tmp_path / "other"),
        ("restore", tmp_path / "backup", booth.folder),
    ]
    capsys.readouterr()
    for words in refused:
        assert main(*words) == 2, words
        said = capsys.readouterr().err
        assert "Traceback" not in said
        assert said.strip().endswith(".")
    assert not (tmp_path / "other").exists()


def test_a_mirror_is_set_up_and_used_from_the_next_start(booth: LoneKiosk, tmp_path: Path) -> None:
    assert main("kiosk-mirror", tmp_path / "medium", "--data", booth.folder) == 0
    kiosk = booth.open()
    assert [link.entry for link in read_mirror(tmp_path / "medium", "v01-1", kiosk.journal.epoch)] == list(
        kiosk.journal.entries()
    )
    assert kiosk.notices.now() == ()
    kiosk.close()
    assert main("kiosk-mirror", tmp_path / "medium", "--data", tmp_path / "nowhere") == 2
