"""doctor: what is missing on this machine, in words; exit 1 if the kiosk could not work."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

import typer

from commands.display import has_display
from commands.keys import Json
from commands.kiosk import KioskFolder
from commands.say import answer, note
from kiosk.storage.database import OLDEST_SQLITE, sqlite_version
from kiosk.storage.errors import StorageError
from kiosk.storage.identity import load_identity
from organiser import fonts

GB = 1_000_000_000
ENOUGH_DISK, LEAST_DISK = 40 * GB, 1 * GB
FIRST_YEAR = 2021
PROBE_S = 60


class Grade(StrEnum):
    """`fail`: the kiosk could not work; `warn`: something would be missing."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    name: str
    grade: Grade
    words: str


def doctor(data: KioskFolder = Path("kiosk-data"), as_json: Json = False) -> None:
    """Say what is missing on this machine for the kiosk; exit 1 if it could not work."""
    findings = [*_basics(data), *_window()]

    def show() -> None:
        signs = {Grade.OK: "[green]✓[/]", Grade.WARN: "[yellow]![/]", Grade.FAIL: "[red]✗[/]"}
        for finding in findings:
            note(f"{signs[finding.grade]} [bold]{finding.name:<10}[/] {finding.words}")

    answer(findings, as_json, show)
    if any(finding.grade is Grade.FAIL for finding in findings):
        raise typer.Exit(1)


def _basics(data: Path) -> Iterator[Finding]:
    python = ".".join(map(str, sys.version_info[:3]))
    yield Finding("Python", Grade.OK if sys.version_info >= (3, 11) else Grade.FAIL, python)
    version, oldest = (".".join(map(str, v)) for v in (sqlite_version(), OLDEST_SQLITE))
    good = sqlite_version() >= OLDEST_SQLITE
    yield Finding("SQLite", Grade.OK if good else Grade.FAIL, version if good else f"{version} is older than {oldest}")
    try:
        fonts.sans()
        fonts.serif_bold()
        yield Finding("Fonts", Grade.OK, "Noto Sans and Serif CJK SC")
    except fonts.FontMissing as error:
        yield Finding("Fonts", Grade.FAIL, f"{error.name} is missing; install fonts-noto-cjk")
    yield _disk(data)
    yield _clock()
    try:
        yield Finding("Enrolment", Grade.OK, load_identity(data).kiosk)
    except StorageError:
        yield Finding("Enrolment", Grade.WARN, f"{data} is not an enrolled kiosk; run kiosk-enrol")


def _disk(data: Path) -> Finding:
    place = next(path for path in (data, *data.resolve().parents) if path.exists())
    free = shutil.disk_usage(place).free
    grade = Grade.FAIL if free < LEAST_DISK else Grade.WARN if free < ENOUGH_DISK else Grade.OK
    advice = "" if grade is Grade.OK else "; the full event needs about 40 GB"
    return Finding("Disk", grade, f"{free / GB:.1f} GB free{advice}")


def _clock() -> Finding:
    now = datetime.now().astimezone()
    words = now.strftime("%Y-%m-%d %H:%M %Z")
    if now.year < FIRST_YEAR:
        return Finding("Clock", Grade.FAIL, f"{words} cannot be right")
    if time.strftime("%z") != "+0800":
        return Finding("Clock", Grade.WARN, f"{words}; Qingdao is at UTC+8: timedatectl set-timezone Asia/Shanghai")
    return Finding("Clock", Grade.OK, words)


def _window() -> Iterator[Finding]:
    display = has_display()
    yield Finding(
        "Display",
        Grade.OK if display else Grade.FAIL,
        "answers" if display else "none; start one with xvfb-run, or set QT_QPA_PLATFORM=vnc",
    )
    environment = {**os.environ} if display else {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    found = _probe(environment)
    if found is None:
        yield Finding("Qt", Grade.FAIL, "does not start; the packages of system-packages.txt may be missing")
        return
    gl = str(found["gl"])
    yield Finding("OpenGL", Grade.OK if gl else Grade.WARN, gl or "none: video is not drawn; install libgl1-mesa-dri")
    video = bool(found["video"])
    yield Finding("Video", Grade.OK if video else Grade.FAIL, "H.264 plays" if video else "H.264 does not play")
    audio = found["audio"]
    yield Finding("Sound", Grade.OK if audio else Grade.WARN, ", ".join(audio) or "no output: reports play silently")
    cameras = found["cameras"]
    yield Finding("Camera", Grade.OK if cameras else Grade.WARN, ", ".join(cameras) or "none: cards need a USB scanner")


def _probe(environment: dict[str, str]) -> dict[str, Any] | None:
    try:
        done = subprocess.run(
            [sys.executable, "-m", "commands.qt_probe"],
            env=environment,
            capture_output=True,
            timeout=PROBE_S,
            check=True,
        )
        result: dict[str, Any] = json.loads(done.stdout)
    except (OSError, subprocess.SubprocessError, ValueError):
        return None
    return result
