"""Versions of the product on one machine, and which of them is in force (ADR 44).

<root>/versions/<version>/     an environment with that version's wheels installed
<root>/current                 a link to the one that starts
<root>/trial.json              a new one that has not drawn its first frame yet; assets/deploy/sanmin-trial counts
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kiosk.crypto.signing import Purpose, VerifyKey, verify
from kiosk.domain.release import RELEASE_FILE, Release, decode_release, version_key
from kiosk.files import fsync_folder, write_whole

ROOT = Path("/opt/sanmin")
INSTALLED = "installed"
"""In a version's folder once it is complete."""


class UpgradeRefused(Exception):
    """Nothing was switched. `code`: no-release, not-newer, damaged-file, not-installed, does-not-start."""

    def __init__(self, code: str, what: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.what = what


@dataclass(frozen=True, slots=True)
class Versions:
    """The versions under one root."""

    root: Path

    def folder(self, version: str) -> Path:
        """Where a version lies."""
        return self.root / "versions" / version

    def program(self, version: str) -> Path:
        """Its command line."""
        return self.folder(version) / "bin" / "sanmin"

    def current(self) -> str | None:
        """The version in force."""
        link = self.root / "current"
        return link.readlink().name if link.is_symlink() else None

    def switch(self, version: str) -> None:
        """Put a version in force at the next start, atomically and durably. Raises OSError."""
        fresh = self.root / "current.new"
        fresh.unlink(missing_ok=True)
        fresh.symlink_to(Path("versions") / version)
        fresh.replace(self.root / "current")
        fsync_folder(self.root)

    def try_out(self, version: str) -> None:
        """Put a version in force on trial: two starts without a first frame, and the one before comes back."""
        trial = {"version": version, "previous": self.current(), "starts": 0}
        write_whole(self.root / "trial.json", json.dumps(trial).encode())
        self.switch(version)


def read_release(source: Path, organiser: VerifyKey) -> tuple[Release, Path]:
    """A genuine release and its folder; `source` is the folder or a wheel in it.

    Raises UpgradeRefused, SignatureRefused or EncodingError.
    """
    folder = source.parent if source.is_file() else source
    signed = folder / RELEASE_FILE
    if not signed.is_file():
        raise UpgradeRefused("no-release", str(signed))
    return decode_release(verify(signed.read_bytes(), Purpose.RELEASE, organiser)), folder


def check_newer(release: Release, current: str | None) -> None:
    """A release never goes back: an old one may have a fault that was mended since. Raises UpgradeRefused."""
    if current is not None and version_key(release.version) <= version_key(current):
        raise UpgradeRefused("not-newer", release.version)


def copy_verified(release: Release, source: Path, to: Path) -> None:
    """Copy the wheels, then check the copies: a stick may change between two readings. Raises UpgradeRefused."""
    to.mkdir(parents=True)
    for file in release.files:
        try:
            shutil.copyfile(source / file.name, to / file.name)
        except FileNotFoundError as error:
            raise UpgradeRefused("damaged-file", file.name) from error
        data = (to / file.name).read_bytes()
        if len(data) != file.size or hashlib.sha256(data).digest() != file.sha256:
            raise UpgradeRefused("damaged-file", file.name)


def install_wheels(folder: Path, version: str) -> None:
    """Make `folder` an environment with the wheels in `folder/wheels`, without a network. Raises UpgradeRefused."""
    wheels, python = folder / "wheels", folder / "bin" / "python"
    install = ["install", "--quiet", "--no-index", "--no-compile", "--find-links", str(wheels)]
    for command in (
        [str(Path(sys.base_prefix) / "bin" / "python3"), "-m", "venv", str(folder)],
        [str(python), "-m", "pip", *install, f"sanmin-kiosk=={version}"],
    ):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise UpgradeRefused("not-installed", done.stderr.strip()[-500:])


def add_version(
    versions: Versions, release: Release, source: Path, install: Callable[[Path, str], None] = install_wheels
) -> None:
    """Put a release beside the others, complete or not at all. Raises UpgradeRefused or OSError."""
    folder = versions.folder(release.version)
    if (folder / INSTALLED).exists():
        return
    shutil.rmtree(folder, ignore_errors=True)
    try:
        copy_verified(release, source, folder / "wheels")
        install(folder, release.version)
        write_whole(folder / INSTALLED, release.version.encode("ascii"))
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
