"""From a bare machine to a kiosk by touch or scanner, against a real server; every refusal in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from machines import PoweredOn
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from worlds import World

from commands.trial import FIRST_FRAME
from kiosk.storage.identity import load_identity
from kiosk.version import VERSION
from sync.server.enrolling import create_code

Open = Callable[..., PoweredOn]


@pytest.fixture
def open_machine(tmp_path: Path, quiet_qt: None) -> Iterator[Open]:
    made: list[PoweredOn] = []

    def open_one(**how: object) -> PoweredOn:
        made.append(PoweredOn(tmp_path / "new", **how))  # type: ignore[arg-type]
        return made[-1]

    yield open_one
    for machine in made:
        machine.close()


def hint(machine: PoweredOn) -> str:
    return str(machine.find("hint").property("text"))


def type_code(machine: PoweredOn, code: str) -> None:
    machine.tap(*(f"key-{character}" for character in code if character != "-"))


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)], ids=["landscape", "portrait"])
@pytest.mark.parametrize("mode", ["zh", "en", "elder"])
def test_a_code_typed_by_touch_makes_a_kiosk_that_opens_by_itself(
    world: World, open_machine: Open, qtbot: QtBot, size: tuple[int, int], mode: str
) -> None:
    machine = open_machine(size=size, server=world.url)
    if mode == "en":
        machine.tap("language")
        assert "Enrol this kiosk" in machine.words()
    else:
        assert "注册这台终端" in machine.words()
    if mode == "elder":
        machine.tap("display", "setting-elder", "back")
    type_code(machine, create_code(world.server, "v01", 7))
    machine.tap("enrol")
    qtbot.waitUntil(lambda: machine.screen_name == "attract")
    assert load_identity(machine.folder).kiosk == "v01-7"
    qtbot.waitUntil((machine.folder / FIRST_FRAME).exists)
    assert (machine.folder / FIRST_FRAME).read_text("ascii") == VERSION


def test_a_scanned_sheet_is_enough(world: World, open_machine: Open, qtbot: QtBot) -> None:
    machine = open_machine(server=world.url)
    machine.scan(create_code(world.server, "v01", 8))
    qtbot.waitUntil(lambda: machine.screen_name == "attract")
    assert load_identity(machine.folder).kiosk == "v01-8"


def test_the_address_is_typed_on_our_own_keys(world: World, open_machine: Open, qtbot: QtBot) -> None:
    machine = open_machine()
    machine.tap(*(f"key-{character}" for character in "sanmin.example"))
    assert "sanmin.example" in str(machine.find("address").property("text"))
    machine.tap("clear", *(f"key-{character}" for character in world.url), "switch-keys")
    type_code(machine, create_code(world.server, "v01", 9))
    machine.tap("enrol")
    qtbot.waitUntil(lambda: machine.screen_name == "attract")


def test_a_code_used_by_another_machine_is_refused_in_words_and_another_one_works(
    world: World, open_machine: Open, qtbot: QtBot
) -> None:
    used = create_code(world.server, "v01", 1)
    world_kiosk = PoweredOn(world.folder / "first", server=world.url)
    world_kiosk.scan(used)
    qtbot.waitUntil(lambda: world_kiosk.screen_name == "attract")
    world_kiosk.close()
    machine = open_machine(server=world.url)
    machine.scan(used)
    qtbot.waitUntil(lambda: "用过了" in hint(machine))
    machine.scan(create_code(world.server, "v01", 2))
    qtbot.waitUntil(lambda: machine.screen_name == "attract")
    assert load_identity(machine.folder).kiosk == "v01-2"


@pytest.mark.parametrize(
    ("scanned", "said"),
    [
        ("0123456789-not-a-code", "二十位"),
        ("00000-00000-00000-00000", "不是中心"),  # unknown, and another organiser's fingerprint
    ],
)
def test_a_wrong_code_is_refused_in_words(
    world: World, open_machine: Open, qtbot: QtBot, scanned: str, said: str
) -> None:
    machine = open_machine(server=world.url)
    machine.scan(scanned)
    qtbot.waitUntil(lambda: said in hint(machine) or "没有这个注册码" in hint(machine))
    assert not (machine.folder / "identity.cbor").exists()


def test_an_address_where_nobody_answers_is_said(open_machine: Open, qtbot: QtBot) -> None:
    machine = open_machine(server="http://127.0.0.1:9")
    machine.scan("00000-00000-00000-00000")
    qtbot.waitUntil(lambda: "连不上中心" in hint(machine))


def test_plain_http_to_another_machine_is_refused(open_machine: Open, qtbot: QtBot) -> None:
    machine = open_machine(server="http://sanmin.example")
    machine.scan("00000-00000-00000-00000")
    qtbot.waitUntil(lambda: "https://" in hint(machine))


def test_every_refusal_has_its_own_words(open_machine: Open) -> None:
    machine = open_machine(server="https://sanmin.example")
    screen = machine.root.findChild(QObject, "screen").property("item")
    troubles = screen.property("troubles").toVariant()
    assert len(set(troubles.values())) >= len(troubles) - 1  # two are the same to a person
    assert {"bad-code", "unknown-code", "used-code", "expired-code", "tls", "captive-portal"} <= troubles.keys()
