"""What bad input gets on the command line: one clear sentence, exit code 2, never a traceback, nothing half-written."""

from __future__ import annotations

import errno
import socket
from dataclasses import dataclass
from pathlib import Path

import pytest
from worlds import World

from commands.app import app
from commands.demo_world import FOLDER
from commands.sentences import sentence
from organiser.ceremony import hold_ceremony
from organiser.key_text import KeyKind, key_text
from organiser.keys import new_organiser, write_public
from organiser.office import INTAKE_FILE
from organiser.pins import PinsDamaged, read_pins

BAD = ("nowhere", "a folder", "empty", "noise", "noise.csv", "noise.xlsx", "folder.csv", "/dev/null", "/proc/version")
ZERO = "00" * 32


@dataclass(frozen=True)
class Desk:
    """An organiser's folder, a server with a pack, and files that are none of what a command asks for."""

    folder: Path
    said: pytest.CaptureFixture[str]

    def refused(self, *words: str) -> str:
        """The sentence; fails unless there is one, with exit code 2 and nothing on standard output."""
        before = self._tree()
        with pytest.raises(SystemExit) as left:
            app(list(words))
        printed = self.said.readouterr()
        assert left.value.code == 2, (words, printed)
        assert printed.err.strip(), words
        assert "Traceback" not in printed.err and "Errno" not in printed.err, printed.err
        assert "Error" not in printed.err.replace("╭─ Error", ""), printed.err
        assert self._tree() == before, words
        return printed.err

    def _tree(self) -> set[str]:
        """Everything that lies on the desk but the database's own log files."""
        logs = ("-wal", "-shm")
        return {str(path) for path in self.folder.rglob("*") if not path.name.endswith(logs)}


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    world = World(tmp_path)
    world.publish()
    world.close()
    write_public(tmp_path / "organiser.pub", world.organiser.public, KeyKind.ORGANISER)
    held = hold_ceremony(tmp_path / "office", campaign="qd2021", pages=False)
    new_organiser(tmp_path / "office")
    write_public(tmp_path / "office" / INTAKE_FILE, held.public, KeyKind.INTAKE)
    (tmp_path / "office" / "salt").write_text("00" * 16, "ascii")
    (tmp_path / "a folder").mkdir()
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "empty").touch()
    for name in ("noise", "noise.csv", "noise.xlsx"):
        (tmp_path / name).write_bytes(b"\x00\xff\xfe" * 500)
    monkeypatch.chdir(tmp_path)
    return Desk(tmp_path, capsys)


@pytest.mark.parametrize("bad", BAD)
@pytest.mark.parametrize(
    "words",
    [
        ("campaign", "check", "BAD"),
        ("campaign", "build", "BAD", "--office", "office", "--out", "made"),
        ("campaign", "show", "BAD", "--office", "office"),
        ("campaign", "show", "pack", "--office", "BAD"),
        ("keys", "certify", "--office", "BAD", "--campaign", "x", "--server-key", ZERO, "--intake-key", ZERO),
        ("roster", "import", "BAD", "--campaign", str(FOLDER), "--office", "office"),
        ("roster", "draw", "BAD", "--campaign", str(FOLDER), "--seed", "1", "--out", "made"),
        ("roster", "cards", "--campaign", str(FOLDER), "--office", "BAD", "--out", "made"),
        ("roster", "cards", "--campaign", "BAD", "--office", "office", "--out", "made"),
        ("roster", "revoke", "1", "--office", "BAD"),
        ("roster", "reissue", "1", "--office", "BAD"),
        ("serve", "--server", "BAD", "--port", "0"),
        ("serve", "init", "--organiser", "BAD", "--server", "made"),
        ("serve", "certify", "BAD", "--server", "server"),
        ("serve", "publish", "BAD", "--server", "server"),
        ("serve", "token", "--server", "BAD"),
        ("serve", "code", "v01", "--server", "BAD"),
        ("serve", "kiosks", "--server", "BAD"),
        ("serve", "audit", "--server", "BAD"),
        ("serve", "export", "made", "--server", "BAD"),
        ("serve", "strip", "BAD", "--collection", "BAD", "--by", "office", "--server", "server"),
        ("suggestions", "list", "--server", "BAD"),
        ("suggestions", "show", "3Q9Z-T5S5-HX", "--server", "BAD"),
        ("kiosk-mirror", "made", "--data", "BAD"),
        ("usb", "carry", "a folder", "--data", "BAD"),
        ("backup", "BAD", "made"),
        ("restore", "BAD", "made"),
        ("release", "BAD", "--office", "office"),
        ("upgrade", "BAD", "--data", "a folder", "--root", "made"),
        ("tally", "count", "BAD", "--pack", "pack", "--office", "office", "--out", "made", "--share", "BAD"),
        ("tally", "verify", "BAD", "--collection", "BAD", "--pack", "BAD", "--organiser", "BAD"),
    ],
    ids=lambda words: " ".join(words[:2]),
)
def test_what_is_not_asked_for_is_refused_and_nothing_is_written(desk: Desk, words: tuple[str, ...], bad: str) -> None:
    desk.refused(*(bad if word == "BAD" else word for word in words))


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("nonsense",), "No such command"),
        (("serve", "code", "会场", "--server", "server"), "venue id"),
        (("serve", "code", "v01", "0", "--server", "server"), "1 to 99"),
        (("serve", "code", "v01", "--to", "sheet.txt", "--server", "server"), ".png or .pdf"),
        (("serve", "--server", "server", "--host", "", "--port", "0"), "--host is empty"),
        (("serve", "--server", "server", "--host", "999.1.1.1", "--port", "0"), "This machine cannot listen at"),
        (("serve", "--server", "server", "--host", "192.0.2.1", "--port", "0"), "This machine cannot listen at"),
        (("serve", "--server", "server", "--port", "-1"), "--port"),
        (("serve", "--server", "server", "--workers", "2", "--port", "0"), "PostgreSQL"),
        (("serve", "--server", "server", "--tls-cert", "noise", "--port", "0"), "belong together"),
        (("serve", "kiosks", "--server", "server", "--database-url", "nonsense"), "not a database's address"),
        (("suggestions", "show", "回执", "--server", "server"), "receipt"),
        (("suggestions", "show", "3Q9Z-T5S5-HX", "--server", "server"), "no suggestion with this receipt"),
        (("suggestions", "list", "--state", "什么", "--server", "server"), "--state"),
        (("keys", "organiser", "--office", "office"), "not overwritten"),
        (("keys", "ceremony", "--office", "made", "--campaign", "活动"), "small letters"),
        (("keys", "ceremony", "--office", "made", "--campaign", ""), "small letters"),
        (
            ("keys", "certify", "--office", "office", "--campaign", "x", "--server-key=钥匙", f"--intake-key={ZERO}"),
            "64",
        ),
        (("roster", "draw", "x.csv", "--campaign", str(FOLDER), "--seed", " ", "--out", "made"), "seed is empty"),
        (
            ("roster", "draw", "x.csv", "--campaign", str(FOLDER), "--seed", "1", "--cover", "twon", "--out", "made"),
            "twon is no category",
        ),
        (("kiosk-enrol", "http://[::1", "7K4M2-P9X3F-QQ2AB-1CD0E", "--data", "made"), "not a server's address"),
        (("kiosk-enrol", "http://10.0.0.1:1", "7K4M2-P9X3F-QQ2AB-1CD0E", "--data", "made"), "https://"),
        (("kiosk-enrol", "服务器", "7K4M2-P9X3F-QQ2AB-1CD0E", "--data", "made"), "not a server's address"),
        (("kiosk", "--size", "大", "--data", "made"), "a size looks like 1920x1080"),
        (("kiosk", "--size", "000x000", "--data", "made"), "320 to 8,192 pixels"),
        (("kiosk", "--size", "1920x99999", "--data", "made"), "320 to 8,192 pixels"),
        (("demo", "--size", "1080", "--data", "made"), "a size looks like 1920x1080"),
        (
            ("serve", "kiosks", "--server", "server", "--database-url", "postgresql://h:p/x"),
            "not a database's address",
        ),
        (("serve", "kiosks", "--server", "server", "--database-url", ""), "not a database's address"),
        (("serve", "usb-import", "noise", "--server", "server"), "No stick is mounted"),
        (("backup", "server", "server/copy"), "inside the folder"),
        (("usb", "carry", "nowhere", "--data", "made"), "not an enrolled kiosk"),
        (("rehearse", "--kiosks", "0"), "--kiosks"),
        (("shots", "made", "--language", "fr"), "there is zh, en"),
        (("shots", "made", "--mode", "elder+loud"), "loud: there is normal"),
        (("shots", "made", "--only", "nothing-like-it"), "no screen's name"),
    ],
    ids=lambda value: " ".join(value[:2]) if isinstance(value, tuple) else "",
)
def test_a_wrong_argument_is_named(desk: Desk, words: tuple[str, ...], says: str) -> None:
    assert says in " ".join(desk.refused(*words).replace("│", " ").split())


def test_a_port_in_use_is_said(desk: Desk) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert "Another program listens" in desk.refused("serve", "--server", "server", "--port", port)


@pytest.mark.parametrize("name", ["organiser.pub", "tally.pub", "intake.pub", "salt"])
@pytest.mark.parametrize("damage", [b"", b"\xff" * 40, b"00" * 31])
def test_a_damaged_key_builds_no_pack(desk: Desk, name: str, damage: bytes) -> None:
    (desk.folder / "office" / name).write_bytes(damage)
    command = "show" if name == "organiser.pub" else "build"
    subject = "pack" if command == "show" else str(FOLDER)
    words = ["campaign", command, subject, "--office", "office", *(["--out", "made"] if command == "build" else [])]
    assert f"office/{name} does not hold a key" in desk.refused(*words)


@pytest.mark.parametrize(
    ("name", "command"),
    [("tally.pub", "keys ceremony"), ("intake.pub", "keys certify"), ("organiser.pem", "keys organ")],
)
def test_a_key_that_is_missing_is_named_with_the_command_that_makes_it(desk: Desk, name: str, command: str) -> None:
    (desk.folder / "office" / name).unlink()
    words = ("roster", "cards", "--campaign") if name == "organiser.pem" else ("campaign", "build")
    said = desk.refused(*words, str(FOLDER), "--office", "office", "--out", "made")
    assert f"office/{name} is not there; {command}" in said


def test_a_mistyped_key_and_one_in_the_wrong_place_are_named(desk: Desk) -> None:
    office, words = desk.folder / "office", ("campaign", "build", str(FOLDER), "--office", "office", "--out", "made")
    tally = (office / "tally.pub").read_text()
    (office / "tally.pub").write_text(("1" if tally[0] != "1" else "2") + tally[1:])
    assert "office/tally.pub has a typing mistake" in desk.refused(*words)
    (office / "tally.pub").write_text((office / "intake.pub").read_text())
    assert "office/tally.pub holds the intake key" in desk.refused(*words)


def test_a_key_typed_wrong_or_in_the_wrong_place_is_not_certified(desk: Desk) -> None:
    server, intake = key_text(KeyKind.SERVER, bytes(32)), key_text(KeyKind.INTAKE, bytes(32))
    words = ("keys", "certify", "--office", "office", "--campaign", "x", "--out", "made")
    assert "typing mistake" in desk.refused(*words, "--server-key", "1" + server[1:], "--intake-key", intake)
    assert "this is the intake key" in desk.refused(*words, "--server-key", intake, "--intake-key", server)


def test_a_damaged_list_of_cards_is_named(desk: Desk) -> None:
    (desk.folder / "office" / "roster_issued.csv").write_bytes(b"\xff\xfe")
    assert "roster_issued.csv" in desk.refused("roster", "revoke", "1", "--office", "office")


@pytest.mark.parametrize("damage", [b"\xff\xfe", b"credential,pin\nzz,1", b'a\n"' + b"x" * 200_000])
def test_damaged_pins_are_named(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "pins.csv").write_bytes(damage)
    with pytest.raises(PinsDamaged) as refused:
        read_pins(tmp_path / "pins.csv")
    assert (sentence(refused.value) or "").startswith("pins.csv, row ")


def test_a_full_disk_is_not_blamed_on_the_file_that_was_read() -> None:
    said = sentence(OSError(errno.ENOSPC, "No space left on device", "captions/jtj-report.zh.vtt")) or ""
    assert "full" in said and "captions" not in said


def test_a_name_that_is_taken_by_a_folder_is_named_and_not_the_part_beside_it(desk: Desk) -> None:
    (desk.folder / "made").mkdir()
    taken = desk.folder / "made" / "server.cose"
    taken.mkdir()
    server, intake = key_text(KeyKind.SERVER, bytes(32)), key_text(KeyKind.INTAKE, bytes(32))
    words = ("keys", "certify", "--office", "office", "--campaign", "x", "--server-key", server)
    said = desk.refused(*words, "--intake-key", intake, "--out", "made/server.cose")
    assert "The file made/server.cose cannot be used: Is a directory" in said


def test_a_share_that_is_no_text_is_named(desk: Desk) -> None:
    shares = [f"--share=office/share-{number}.txt" for number in (1, 2)]
    words = ["tally", "verify", "made", "--collection", "made", "--pack", "pack", "--organiser", "organiser.pub"]
    assert "noise is not a text with a share's words" in desk.refused(*words, *shares, "--share=noise")


def test_a_backup_that_fails_leaves_no_copy_of_private_keys(desk: Desk) -> None:
    (desk.folder / "server" / "server.sqlite3").write_bytes(b"no database" * 1000)
    desk.refused("backup", "server", "made")
