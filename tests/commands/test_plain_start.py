"""A kiosk's plain start is read as the command line's library reads it, and everything else is left to that."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from commands.app import build
from commands.kiosk import parse_size
from commands.kiosk_screen import KioskOptions
from commands.plain_start import plain_options

ROOT = Path(__file__).resolve().parents[2]
PLAIN = (
    "kiosk",
    "kiosk --data /var/lib/sanmin/kiosk",
    "kiosk --data=/var/lib/sanmin/kiosk --windowed --size 1080x1920",
    "kiosk --windowed --no-windowed --size=320x8192",
    "kiosk --diagonal 43 --server https://centre.example:8443",
    "kiosk --diagonal=5 --data a --data b",
    "kiosk --demo-cards cards.json",
)
LEFT = (
    "",
    "kiosk --help",
    "kiosk-enrol https://centre.example CODE",
    "kiosk extra",
    "kiosk --data",
    "kiosk --data --windowed",
    "kiosk --data=",
    "kiosk --size 1920",
    "kiosk --size 100x100",
    "kiosk --size 9999x1080",
    "kiosk --diagonal wide",
    "kiosk --diagonal 4",
    "kiosk --diagonal 101",
    "kiosk --diagonal nan",
    "kiosk --windowed=yes",
    "kiosk --window",
    "kiosk -- --windowed",
    "--windowed kiosk",
)


def as_the_library_reads(arguments: list[str]) -> KioskOptions:
    given = get_command(build(arguments)).commands["kiosk"].make_context("kiosk", arguments[1:]).params
    return KioskOptions(**{**given, "size": parse_size(given["size"])})


@pytest.mark.parametrize("line", PLAIN)
def test_a_plain_start_is_read_as_the_library_reads_it(line: str) -> None:
    assert plain_options(line.split()) == as_the_library_reads(line.split())


@pytest.mark.parametrize("line", LEFT)
def test_what_is_not_plain_is_left_to_the_library(line: str) -> None:
    assert plain_options(line.split()) is None


def test_a_name_that_is_no_text_is_left_to_the_library() -> None:
    assert plain_options(["kiosk", "--data", "\udcff"]) is None


def test_a_plain_start_loads_no_library_of_the_command_line() -> None:
    code = "import sys, commands.plain_start, commands.kiosk_screen, ui.starting; print(*sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, text=True)
    loaded = set(said.stdout.split())
    assert "ui.opening" in loaded
    assert not loaded & {"typer", "rich", "pydantic", "sqlalchemy", "commands.app"}
