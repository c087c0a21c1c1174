"""upgrade and release: a new version onto a kiosk, checked, rehearsed on a copy, on trial until its first frame."""

from __future__ import annotations

import hashlib
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Annotated

import typer

from commands.keys import Json, OfficeFolder
from commands.kiosk import KioskFolder
from commands.say import answer, note, steps
from commands.trial import FIRST_FRAME
from commands.versions import ROOT, UpgradeRefused, Versions, add_version, check_newer, read_release
from kiosk.crypto.signing import Purpose, SigningKey, sign
from kiosk.domain.release import RELEASE_FILE, Release, ReleaseFile, decode_release
from kiosk.files import write_whole
from kiosk.services.restoring import back_up_kiosk
from kiosk.storage.identity import load_identity
from kiosk.version import VERSION
from organiser.office import Office

SUMS = "SHA256SUMS"
SERVICE = "sanmin-kiosk.service"


def release(
    folder: Annotated[Path, typer.Argument(help="The folder with the wheels of this version and all it needs.")],
    office: OfficeFolder,
    version: Annotated[str, typer.Option(help="Which version it is.")] = VERSION,
    json: Json = False,
) -> None:
    """Sign a folder of wheels as a release."""
    made = sign_release(folder, version, Office(office).key, int(time.time()))
    words = f"[bold]{folder}[/] is release {made.version}: {len(made.files)} wheels."
    answer({"version": made.version, "files": len(made.files)}, json, lambda: note(words))


def upgrade(
    source: Annotated[Path, typer.Argument(help="A release's folder, or its wheel in that folder.")],
    data: KioskFolder = Path("/var/lib/sanmin/kiosk"),
    root: Annotated[Path, typer.Option(help="Where versions are installed.")] = ROOT,
    backups: Annotated[Path, typer.Option(help="Where the backup goes.")] = Path("/var/lib/sanmin/backups"),
    restart: Annotated[bool, typer.Option(help="Let the kiosk start anew after the visit.")] = True,
    json: Json = False,
) -> None:
    """Install a signed release; the version before comes back by itself if this one does not work."""
    version = install_release(source, data, Versions(root), backups, int(time.time()))
    asked = restart and ask_to_restart()
    then = "The kiosk starts it after this visit." if asked else f"Start it with: systemctl restart {SERVICE}"
    words = f"Version [bold]{version}[/] is in force on trial: two starts to draw its first frame. {then}"
    answer({"version": version, "restarting": asked}, json, lambda: note(words))


def sign_release(folder: Path, version: str, key: SigningKey, now: int) -> Release:
    """Write release.cose and SHA256SUMS. Raises UpgradeRefused, EncodingError or OSError."""
    wheels = sorted(folder.glob("*.whl"))
    if not any(wheel.name.startswith(f"sanmin_kiosk-{version}-") for wheel in wheels):
        raise UpgradeRefused("no-release", f"sanmin_kiosk-{version}-….whl")
    files = tuple(
        ReleaseFile(wheel.name, wheel.stat().st_size, hashlib.sha256(wheel.read_bytes()).digest()) for wheel in wheels
    )
    made = decode_release(Release(1, version, now, files).encoded())
    write_whole(folder / RELEASE_FILE, sign(made.encoded(), Purpose.RELEASE, key))
    sums = "".join(f"{file.sha256.hex()}  {file.name}\n" for file in files)
    write_whole(folder / SUMS, sums.encode("ascii"))
    return made


def install_release(source: Path, data: Path, versions: Versions, backups: Path, now: int) -> str:
    """Everything but the restart; the version. Until its last step nothing has changed for the running kiosk.

    Raises UpgradeRefused, SignatureRefused, EncodingError, StorageError or OSError.
    """
    with steps("Checking the release"):
        made, folder = read_release(source, load_identity(data).organiser)
        check_newer(made, versions.current())
    with steps("Installing it beside the others"):
        add_version(versions, made, folder)
    with steps("Backing up, and trying the new version on a copy"):
        backup = backups / f"{now}-before-{made.version}"
        backups.mkdir(parents=True, exist_ok=True)
        back_up_kiosk(data, backup, now, with_content=False)
        rehearse(versions.program(made.version), backup)
    (data / FIRST_FRAME).unlink(missing_ok=True)
    versions.try_out(made.version)
    return made.version


def rehearse(program: Path, backup: Path) -> None:
    """Let a version open and migrate a copy of this kiosk's data. Raises UpgradeRefused."""
    with tempfile.TemporaryDirectory() as place:
        command = [str(program), "restore", str(backup), str(Path(place) / "copy")]
        try:
            done = subprocess.run(command, capture_output=True, text=True, check=False)
        except OSError as error:
            raise UpgradeRefused("does-not-start", str(error.strerror)) from error
    if done.returncode:
        raise UpgradeRefused("does-not-start", done.stderr.strip()[-500:])


def ask_to_restart() -> bool:
    """Tell the running kiosk that a new version waits; whether there was one to tell."""
    try:
        return subprocess.run(["systemctl", "reload", SERVICE], capture_output=True, check=False).returncode == 0
    except OSError:
        return False
