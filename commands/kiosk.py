"""kiosk and kiosk-enrol: the screen at a venue, and how a machine becomes one."""

from __future__ import annotations

import errno
import json
import logging
import os
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import requests
import typer

from commands.display import HOW, has_display
from commands.say import Json, answer, err, note, refuse
from commands.trial import note_first_frame
from kiosk.services.kiosk import CONTENT, Kiosk, open_kiosk
from kiosk.storage.content import ContentStore
from kiosk.storage.content_rescue import put_out_of_force
from kiosk.storage.errors import StorageError
from kiosk.storage.identity import load_identity
from kiosk.storage.moving import finish_moving
from kiosk.storage.preferences import load_preferences
from kiosk.storage.runs import Runs
from sync.background import BackgroundSync
from sync.enrol import AlreadyEnrolled
from sync.enrol import enrol as enrol_machine
from sync.http import new_session

if TYPE_CHECKING:
    from ui.app import Pacing
    from ui.device import Machine

KioskFolder = Annotated[Path, typer.Option("--data", help="The kiosk's folder.")]
MB = 1_000_000
SIZE = re.compile(r"(\d{3,5})x(\d{3,5})")


def enrol(
    url: Annotated[str, typer.Argument(help="The server's address; https:// unless it is this machine.")],
    code: Annotated[str, typer.Argument(help="The one-time code of `serve code`.")],
    data: KioskFolder = Path("kiosk-data"),
    json: Json = False,
) -> None:
    """Make this machine a kiosk with a one-time code."""
    identity = enrol_machine(data, url, code, session_for(data))
    words = f"This machine is [bold]{identity.kiosk}[/] of {identity.campaign} now."
    answer({"kiosk": identity.kiosk, "venue": identity.venue, "campaign": identity.campaign}, json, lambda: note(words))


def kiosk(
    data: KioskFolder = Path("kiosk-data"),
    windowed: Annotated[bool, typer.Option(help="In a window instead of the full screen.")] = False,
    size: Annotated[str | None, typer.Option(help="The window's size, such as 1080x1920.")] = None,
    diagonal: Annotated[float | None, typer.Option(min=5, max=100, help="The screen's diagonal in inches.")] = None,
    server: Annotated[str, typer.Option(help="The server's address, for enrolling on the screen.")] = "",
    demo_cards: Annotated[Path | None, typer.Option(hidden=True)] = None,
) -> None:
    """Open the kiosk's screen; on a machine that is not enrolled, the enrolment's."""
    wanted = parse_size(size)
    if not has_display():
        err.print(HOW)
        sys.exit(2)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    from ui.app import Options  # Qt is loaded only where a window opens
    from ui.device import RESTART, run
    from ui.lockdown import forbid_dumps
    from ui.watchdog import Notifier, watch_seconds

    forbid_dumps()
    with suppress(OSError):
        data.mkdir(parents=True, exist_ok=True)  # if not, the screen says why
    options = Options(windowed=windowed, size=wanted, diagonal_in=diagonal, cards=_read_cards(demo_cards))
    notifier = Notifier.of(os.environ)
    code = run(machine_of(data, server), options, notifier, watch_seconds(os.environ))
    if code == RESTART and not notifier.present:
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # nobody else would start it anew
    sys.exit(code)


class EnrolRefused(Exception):
    """Why a machine did not become a kiosk, as a code for the screen."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def machine_of(data: Path, server: str) -> Machine:
    """What the screen is given of this machine. `server` is the address that enrolment begins with."""
    from commands.staffing import RecentLog, staffing
    from ui.app import Pacing
    from ui.device import Machine
    from ui.devices import Device
    from ui.repairs import Limits

    def syncing(opened: Kiosk) -> tuple[Callable[[], bool], Pacing]:
        background = BackgroundSync(opened, session_for(data))
        return background, Pacing(background.wait_s, background.wait_after_record_s, background.note_visit)

    def limits() -> Limits:
        here = load_preferences(data)
        return Limits(here.memory_mb * MB, frozenset(Device) & frozenset(here.expects))

    log = RecentLog()
    logging.getLogger().addHandler(log)
    return Machine(
        open=lambda: open_here(data),
        name=lambda: kiosk_name(data),
        mend_content=lambda: mend_content(data),
        enrol=lambda url, code: enrol_here(data, url, code),
        syncing=syncing,
        limits=limits,
        begun=lambda: note_first_frame(data),
        runs=Runs(data),
        address=server,
        staffing=staffing(data, log, lambda: session_for(data)),
    )


def open_here(data: Path) -> Kiosk:
    """Open the kiosk, after putting a new identity in place if it moves to another venue. Raises StorageError."""
    finish_moving(data)
    return open_kiosk(data)


def enrol_here(data: Path, url: str, code: str) -> None:
    """Enrol for the screen. Raises EnrolRefused, SyncError or another error with a `code`."""
    try:
        enrol_machine(data, url, code, session_for(data))
    except AlreadyEnrolled as error:
        raise EnrolRefused("already-enrolled") from error
    except OSError as error:
        raise EnrolRefused("storage-full" if error.errno in (errno.ENOSPC, errno.EDQUOT) else "disk") from error


def kiosk_name(data: Path) -> str:
    """For support: which kiosk this is, empty if even that cannot be read."""
    try:
        return load_identity(data).kiosk
    except (StorageError, OSError):
        return ""


def mend_content(data: Path) -> None:
    """Take content that does not verify out of force. Raises StorageError or OSError."""
    identity = load_identity(data)
    put_out_of_force(ContentStore(data / CONTENT, identity.organiser, identity.campaign))


def parse_size(size: str | None) -> tuple[int, int] | None:
    """WIDTHxHEIGHT in px."""
    if size is None:
        return None
    match = SIZE.fullmatch(size)
    if match is None:
        refuse(f"--size {size}: a size looks like 1920x1080.")
        return None
    return int(match[1]), int(match[2])


def session_for(data: Path) -> requests.Session:
    """A session with the proxy and the authorities that are set for this machine."""
    set_here = load_preferences(data)
    return new_session(set_here.proxy, Path(set_here.certificates) if set_here.certificates else None)


def _read_cards(path: Path | None) -> tuple[tuple[str, str, str, str], ...]:
    if path is None:
        return ()
    return tuple((card["zh"], card["en"], card["text"], card["pin"]) for card in json.loads(path.read_text("utf-8")))
