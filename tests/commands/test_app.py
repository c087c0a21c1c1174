"""The command line loads what is asked for, and nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from commands.app import COMMANDS, build

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("fastapi", "openpyxl", "fpdf", "av", "organiser.tally.run")


def test_without_a_known_command_all_are_there() -> None:
    for arguments in ((), ("--help",), ("nothing-like-it",)):
        app = build(arguments)
        names = {c.name for c in app.registered_commands} | {g.name for g in app.registered_groups}
        assert names == {name for name, _, _ in COMMANDS}


def test_a_named_command_is_alone_and_keeps_its_name() -> None:
    app = build(("usb", "sticks"))
    assert [group.name for group in app.registered_groups] == ["usb"] and not app.registered_commands


def test_a_kiosk_starts_without_the_libraries_of_server_and_organiser() -> None:
    code = "import sys; sys.argv[1:] = ['kiosk']; import commands.app; print(*sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, text=True)
    loaded = set(said.stdout.split())
    assert "commands.kiosk" in loaded
    assert not loaded & set(HEAVY)
