"""A start that fails shows a sentence, a code and a QR for support; what can mend itself does."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pysqlite3
import pytest
from lone_kiosk import LoneKiosk
from machines import PoweredOn
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from commands.trial import FIRST_FRAME
from kiosk.services.kiosk import DATABASE
from kiosk.storage.content import PUT_OUT
from kiosk.storage.database import open_database
from kiosk.storage.errors import StorageBusy, StorageNewer, StorageTooOld
from kiosk.storage.rescue import ASIDE as RESCUES
from kiosk.version import VERSION
from ui.device import Machine
from ui.fatal import Fault, FaultCode, LastPicture, support_text

Start = Callable[..., PoweredOn]


@pytest.fixture
def start(tmp_path: Path, quiet_qt: None) -> Iterator[Start]:
    made: list[PoweredOn] = []

    def start_one(break_it: Callable[[Path], object] = lambda folder: None, **how: object) -> PoweredOn:
        LoneKiosk(tmp_path / "kiosk").make()
        break_it(tmp_path / "kiosk")
        made.append(PoweredOn(tmp_path / "kiosk", **how))  # type: ignore[arg-type]
        return made[-1]

    yield start_one
    for machine in made:
        machine.close()


def raising(error: Exception) -> Callable[[Machine], Machine]:
    def fail() -> object:
        raise error

    return lambda machine: replace(machine, open=fail)  # type: ignore[arg-type]


def spoil(name: str, content: bytes = b"no") -> dict[str, object]:
    return {"break_it": lambda folder: (folder / name).write_bytes(content)}


def write_as_a_later_version(folder: Path) -> None:
    open_database(folder / DATABASE).dispose()
    connection = pysqlite3.connect(str(folder / DATABASE))
    connection.executescript("CREATE TABLE more (id INTEGER); UPDATE alembic_version SET version_num = '0003';")
    connection.close()


BROKEN: list[tuple[str, str, str, dict[str, object]]] = [
    (
        "identity-damaged",
        "身份文件坏了",
        "-",
        spoil("identity.cbor"),
    ),
    (
        "identity-damaged",
        "身份文件坏了",
        "v01-1",
        spoil("kiosk.key"),
    ),
    (
        "settings-damaged",
        "设置文件坏了",
        "v01-1",
        spoil("settings.toml", b"= ="),
    ),
    ("database-newer", "程序比记录旧", "v01-1", {"break_it": lambda folder: write_as_a_later_version(folder)}),
    ("disk", "硬盘读写不了", "v01-1", {"break_it": lambda folder: (folder / "kiosk.sqlite3").mkdir()}),
    ("disk-full", "硬盘满了", "v01-1", {"change": raising(OSError(errno.ENOSPC, "no room"))}),
    ("database-busy", "记录库正被占用", "v01-1", {"change": raising(StorageBusy("locked"))}),
    ("sqlite-too-old", "数据库程序太旧", "v01-1", {"change": raising(StorageTooOld("3.40.1"))}),
    ("program", "程序出错了", "v01-1", {"change": raising(KeyError("somebody's name"))}),
]


@pytest.mark.parametrize(
    ("code", "words", "kiosk", "how"), BROKEN, ids=[f"{n}-{case[0]}" for n, case in enumerate(BROKEN)]
)
def test_what_is_wrong_is_said_in_words_with_a_code(
    start: Start, caplog: pytest.LogCaptureFixture, code: str, words: str, kiosk: str, how: dict[str, object]
) -> None:
    machine = start(**how)
    assert machine.screen_name == "fatal"
    said = " ".join(machine.words())
    assert words in said
    assert code in said
    assert VERSION in said
    assert "请用旁边的终端" in said
    assert "somebody" not in said + caplog.text
    model = machine.device.shell.model  # type: ignore[union-attr]
    assert model.property("support") == f"SANMIN-SUPPORT/1 {code} {kiosk} {VERSION}"


def test_data_of_a_later_version_stays_where_it_is(start: Start) -> None:
    machine = start(write_as_a_later_version)
    assert machine.screen_name == "fatal"
    assert not (machine.folder / RESCUES).exists()
    with pytest.raises(StorageNewer):
        open_database(machine.folder / DATABASE)


def test_a_failed_start_does_not_count_as_one_that_works(start: Start, qtbot: QtBot) -> None:
    machine = start(change=raising(StorageTooOld("3.40.1")))
    qtbot.waitUntil(lambda: machine.device._drawn)
    assert not (machine.folder / FIRST_FRAME).exists()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_trying_again_asks_for_a_new_process(start: Start, qtbot: QtBot, language: str) -> None:
    restarts: list[str] = []
    machine = start(change=raising(StorageBusy("locked")))
    machine.device._restart = restarts.append  # type: ignore[method-assign]
    if language == "en":
        machine.tap("language")
        assert "The records are in use" in machine.words()
    machine.tap("try-again")
    qtbot.waitUntil(lambda: restarts == [""])


def test_what_may_pass_is_tried_again_by_itself(start: Start, qtbot: QtBot) -> None:
    restarts: list[str] = []
    machine = start(change=raising(StorageBusy("locked")))
    machine.device._restart = restarts.append  # type: ignore[method-assign]
    model = machine.device.shell.model  # type: ignore[union-attr]
    for _ in range(model.property("secondsLeft")):
        model.tick()
    qtbot.waitUntil(lambda: restarts == [""])


def test_what_does_not_pass_is_not_tried_in_a_circle(start: Start) -> None:
    machine = start(change=raising(StorageTooOld("3.40.1")))
    assert machine.device.shell.model.property("secondsLeft") == 0  # type: ignore[union-attr]


@pytest.mark.parametrize("what", ["a document", "the manifest"])
def test_content_that_does_not_verify_is_put_aside_and_the_kiosk_starts_without(start: Start, what: str) -> None:
    def damage(folder: Path) -> None:
        content = folder / "content"
        files = content / "blobs" if what == "a document" else content / "packs"
        for path in files.iterdir():
            path.write_bytes(b"\x00" + path.read_bytes()[1:])

    machine = start(damage)
    assert machine.screen_name == "attract"
    assert (machine.folder / "content" / PUT_OUT).exists()
    assert machine.device._kiosk.library.is_empty  # type: ignore[union-attr]
    assert machine.device._kiosk.health.now()["pack"] == 0  # type: ignore[union-attr]
    assert machine.device._kiosk.health.runs.read().repairs == {"content": 1}  # type: ignore[union-attr]


def test_content_that_cannot_be_put_aside_is_said(start: Start) -> None:
    def damage(folder: Path) -> None:
        for path in (folder / "content" / "blobs").iterdir():
            path.write_bytes(b"no")

    machine = start(damage, change=lambda machine: replace(machine, mend_content=lambda: None))
    assert "内容包核对不上" in machine.words()


def test_without_chinese_letters_it_speaks_english(start: Start) -> None:
    machine = start(change=lambda machine: replace(machine, lacks_fonts=lambda: True))
    assert "Chinese letters are missing" in machine.words()
    assert "no-fonts" in " ".join(machine.words())


def test_support_reads_code_kiosk_and_version_and_nothing_else() -> None:
    assert support_text(Fault(FaultCode.DISK_FULL, "v01-1"), "0.1.0") == "SANMIN-SUPPORT/1 disk-full v01-1 0.1.0"
    assert support_text(Fault(FaultCode.IDENTITY), "0.1.0") == "SANMIN-SUPPORT/1 identity-damaged - 0.1.0"


def test_where_not_even_the_screens_load_a_picture_is_drawn(qtbot: QtBot) -> None:
    picture = LastPicture(Fault(FaultCode.SCREENS, "v01-1"), VERSION)
    picture.resize(960, 540)
    picture.show()
    qtbot.waitUntil(picture.isExposed)
    screen = picture.screen()
    assert screen is not None
    image = screen.grabWindow(picture.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)
    colours = {image.pixel(x, y) & 0xFFFFFF for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
    assert {0xFBFAF6, 0xFFFFFF, 0x0A2540} <= colours
    picture.close()
