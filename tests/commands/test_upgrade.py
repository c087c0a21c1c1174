"""Upgrades with fake versions: signed releases, a rehearsal on a copy, a trial of two starts, and the way back."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from lone_kiosk import LoneKiosk

from commands.sentences import sentence
from commands.trial import FIRST_FRAME, note_first_frame
from commands.upgrade import install_release, sign_release
from commands.versions import INSTALLED, UpgradeRefused, Versions, add_version, check_newer, read_release
from kiosk.crypto.signing import Purpose, SignatureRefused, SigningKey, sign
from kiosk.domain.canonical import EncodingError
from kiosk.domain.release import RELEASE_FILE, Release, ReleaseFile, decode_release, version_key
from kiosk.services.kiosk import DATABASE
from kiosk.storage.backup import read_backup

TRIAL = Path(__file__).resolve().parents[2] / "assets" / "deploy" / "sanmin-trial"
NOW = 1_639_800_000


@dataclass
class Machine:
    """A kiosk's folder, its versions, and releases for it. A version is a script that says what it does."""

    folder: Path
    kiosk: LoneKiosk = field(init=False)

    def __post_init__(self) -> None:
        self.root, self.backups = self.folder / "opt", self.folder / "backups"
        self.versions = Versions(self.root)
        self.kiosk = LoneKiosk(self.folder / "kiosk").make()
        self.data = self.kiosk.folder
        self.kiosk.open().close()
        self.install("1.0")
        self.versions.switch("1.0")

    def install(self, version: str, restores: str = "exit 0") -> None:
        """Put a version in place as wheels would."""
        program = self.versions.program(version)
        program.parent.mkdir(parents=True)
        program.write_text(f"#!/bin/sh\n{restores}\n", "ascii")
        program.chmod(0o755)
        (self.versions.folder(version) / INSTALLED).write_text(version, "ascii")

    def release(self, version: str, key: SigningKey | None = None) -> Path:
        """A signed folder of wheels."""
        folder = self.folder / f"release-{version}"
        folder.mkdir()
        (folder / f"sanmin_kiosk-{version}-py3-none-any.whl").write_bytes(b"program " + version.encode())
        (folder / "needed-1.0-py3-none-any.whl").write_bytes(b"needed")
        sign_release(folder, version, key or self.kiosk.organiser, NOW)
        return folder

    def upgrade(self, version: str) -> None:
        """The version is there already, so no wheels are unpacked: what pip does is not tried here."""
        install_release(self.release(version), self.data, self.versions, self.backups, NOW)

    def start(self, frame: bool = False, migrates: bool = False) -> str:
        """One start as systemd does it; the version that was started."""
        for what in ("count", "data"):
            command = [sys.executable, str(TRIAL), what, str(self.root), str(self.data)]
            subprocess.run(command, check=True, capture_output=True)
        version = self.versions.current()
        assert version is not None
        if migrates:
            self.write("CREATE TABLE later (id INTEGER)")
        if frame:
            note_first_frame(self.data, version)
        return version

    def write(self, statement: str) -> None:
        with sqlite3.connect(self.data / DATABASE) as database:
            database.execute(statement)
        database.close()

    def tables(self) -> set[str]:
        database = sqlite3.connect(self.data / DATABASE)
        found = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        database.close()
        return found


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_a_version_that_draws_its_first_frame_stays(machine: Machine) -> None:
    machine.install("1.1")
    machine.upgrade("1.1")
    assert machine.start(frame=True, migrates=True) == "1.1"
    for _ in range(5):
        assert machine.start() == "1.1"
    assert not (machine.root / "trial.json").exists()
    assert not (machine.data / "before-upgrade").exists()
    assert "later" in machine.tables()


def test_a_version_that_fails_twice_gives_way_to_the_one_before_and_its_database(machine: Machine) -> None:
    machine.install("1.1")
    machine.upgrade("1.1")
    before = machine.tables()
    assert machine.start(migrates=True) == "1.1"
    assert machine.start() == "1.1"
    assert machine.start() == "1.0"
    assert machine.tables() == before
    assert json.loads((machine.root / "rolled-back.json").read_text("ascii"))["version"] == "1.1"
    machine.kiosk.open().close()  # the old version finds what it knows, nothing was set aside
    assert not (machine.data / "aside").exists()
    for _ in range(3):
        assert machine.start(frame=True) == "1.0"


def test_a_version_that_succeeds_at_the_second_start_stays(machine: Machine) -> None:
    machine.install("1.1")
    machine.upgrade("1.1")
    assert machine.start() == "1.1"
    assert machine.start(frame=True) == "1.1"
    for _ in range(4):
        assert machine.start() == "1.1"


def test_what_the_old_version_wrote_until_the_switch_is_not_lost(machine: Machine) -> None:
    machine.install("1.1")
    machine.upgrade("1.1")
    machine.write("CREATE TABLE written_after_the_backup (id INTEGER)")
    for _ in range(3):
        machine.start(migrates=machine.versions.current() == "1.1" and "later" not in machine.tables())
    assert "written_after_the_backup" in machine.tables()
    assert "later" not in machine.tables()


def test_after_a_roll_back_a_mended_version_gets_its_own_trial(machine: Machine) -> None:
    for version in ("1.1", "1.2"):
        machine.install(version)
    machine.upgrade("1.1")
    for _ in range(3):
        machine.start()
    machine.upgrade("1.2")
    assert [machine.start(), machine.start(frame=True), machine.start()] == ["1.2", "1.2", "1.2"]


def test_a_frame_of_the_old_version_is_not_counted_for_the_new_one(machine: Machine) -> None:
    machine.start(frame=True)
    assert (machine.data / FIRST_FRAME).read_text("ascii") == "1.0"
    machine.install("1.1")
    machine.upgrade("1.1")
    assert [machine.start(), machine.start(), machine.start()] == ["1.1", "1.1", "1.0"]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"version": 1}', b"\xff"])
def test_a_damaged_note_of_the_trial_never_keeps_the_kiosk_from_starting(machine: Machine, content: bytes) -> None:
    (machine.root / "trial.json").write_bytes(content)
    assert machine.start() == "1.0"


def test_without_the_old_version_there_is_nothing_to_go_back_to(machine: Machine) -> None:
    machine.install("1.1")
    machine.upgrade("1.1")
    (machine.versions.folder("1.0") / "bin" / "sanmin").unlink()
    (machine.versions.folder("1.0") / "bin").rmdir()
    assert [machine.start() for _ in range(4)] == ["1.1"] * 4


def test_a_version_that_cannot_open_a_copy_of_the_data_is_not_put_in_force(machine: Machine) -> None:
    machine.install("1.1", restores="echo broken >&2; exit 1")
    with pytest.raises(UpgradeRefused, match="does-not-start") as refused:
        machine.upgrade("1.1")
    assert machine.versions.current() == "1.0"
    assert not (machine.root / "trial.json").exists()
    assert "broken" in str(sentence(refused.value))


def test_the_backup_before_an_upgrade_is_complete(machine: Machine) -> None:
    machine.install("1.1", restores='test "$1" = restore && test -d "$2"')
    machine.upgrade("1.1")
    (backup,) = machine.backups.iterdir()
    assert backup.name == f"{NOW}-before-1.1"
    assert read_backup(backup).kind == "kiosk"


def test_only_what_the_pinned_organiser_signed_is_a_release(machine: Machine) -> None:
    folder = machine.release("1.1", SigningKey.generate())
    with pytest.raises(SignatureRefused):
        read_release(folder, machine.kiosk.organiser.public)


def test_a_wheel_in_its_folder_names_the_release(machine: Machine) -> None:
    folder = machine.release("1.1")
    wheel = folder / "sanmin_kiosk-1.1-py3-none-any.whl"
    assert read_release(wheel, machine.kiosk.organiser.public)[1] == folder
    with pytest.raises(UpgradeRefused, match="no-release"):
        read_release(machine.folder, machine.kiosk.organiser.public)


@pytest.mark.parametrize(("current", "version"), [("1.1", "1.1"), ("1.10", "1.9"), ("2.0", "1.9.9")])
def test_a_release_never_goes_back(current: str, version: str) -> None:
    with pytest.raises(UpgradeRefused, match="not-newer"):
        check_newer(Release(1, version, NOW, ()), current)
    check_newer(Release(1, "0.1", NOW, ()), None)


@pytest.mark.parametrize("damage", ["changed", "longer", "missing"])
def test_a_file_that_is_not_what_was_signed_leaves_nothing_behind(machine: Machine, damage: str) -> None:
    folder = machine.release("1.1")
    wheel = folder / "needed-1.0-py3-none-any.whl"
    if damage == "missing":
        wheel.unlink()
    else:
        wheel.write_bytes(b"needex" if damage == "changed" else b"needed and more")
    release, source = read_release(folder, machine.kiosk.organiser.public)
    with pytest.raises(UpgradeRefused, match="damaged-file") as refused:
        add_version(machine.versions, release, source, lambda *_: pytest.fail("nothing may be installed"))
    assert not machine.versions.folder("1.1").exists()
    assert "needed-1.0" in str(sentence(refused.value))


def test_an_installation_that_breaks_off_is_begun_anew(machine: Machine) -> None:
    release, source = read_release(machine.release("1.1"), machine.kiosk.organiser.public)

    def break_off(folder: Path, version: str) -> None:
        (folder / "half").write_bytes(b"")
        raise UpgradeRefused("not-installed", "no room")

    with pytest.raises(UpgradeRefused):
        add_version(machine.versions, release, source, break_off)
    assert not machine.versions.folder("1.1").exists()
    add_version(machine.versions, release, source, lambda folder, version: None)
    assert {path.name for path in (machine.versions.folder("1.1") / "wheels").iterdir()} == {
        file.name for file in release.files
    }


def test_a_release_without_the_program_is_not_signed(tmp_path: Path) -> None:
    (tmp_path / "needed-1.0-py3-none-any.whl").write_bytes(b"needed")
    with pytest.raises(UpgradeRefused, match="no-release"):
        sign_release(tmp_path, "1.1", SigningKey.generate(), NOW)


def test_the_sums_for_the_first_installation_are_right(machine: Machine) -> None:
    folder = machine.release("1.1")
    subprocess.run(["sha256sum", "--quiet", "--strict", "-c", "SHA256SUMS"], cwd=folder, check=True)


@pytest.mark.parametrize(
    "release",
    [
        Release(2, "1.1", NOW, (ReleaseFile("a.whl", 1, b"0" * 32),)),
        Release(1, "1.1/..", NOW, (ReleaseFile("a.whl", 1, b"0" * 32),)),
        Release(1, "", NOW, (ReleaseFile("a.whl", 1, b"0" * 32),)),
        Release(1, "1.1", NOW, ()),
        Release(1, "1.1", NOW, (ReleaseFile("../a.whl", 1, b"0" * 32),)),
        Release(1, "1.1", NOW, (ReleaseFile("a.sh", 1, b"0" * 32),)),
        Release(1, "1.1", NOW, (ReleaseFile("a.whl", 1, b"0" * 31),)),
        Release(1, "1.1", NOW, (ReleaseFile("a.whl", 1, b"0" * 32), ReleaseFile("a.whl", 1, b"1" * 32))),
    ],
)
def test_a_release_of_another_shape_is_refused(machine: Machine, release: Release) -> None:
    with pytest.raises(EncodingError):
        decode_release(release.encoded())
    folder = machine.folder / "odd"
    folder.mkdir()
    (folder / RELEASE_FILE).write_bytes(sign(release.encoded(), Purpose.RELEASE, machine.kiosk.organiser))
    with pytest.raises(EncodingError):
        read_release(folder, machine.kiosk.organiser.public)


def test_versions_are_numbers_not_words() -> None:
    assert version_key("0.10") > version_key("0.9")
    assert version_key("1.0.1") > version_key("1.0")


def test_a_full_disk_costs_the_mark_of_the_first_frame_and_nothing_else(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    note_first_frame(blocked / "kiosk", "1.0")
    note_first_frame(tmp_path / "kiosk", "1.0")
    assert (tmp_path / "kiosk" / FIRST_FRAME).read_text("ascii") == "1.0"
