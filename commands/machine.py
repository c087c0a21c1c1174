"""What a kiosk's screen is given of this machine: storage, sync, enrolment, staff's ports."""

from __future__ import annotations

import errno
import logging
from collections.abc import Callable
from pathlib import Path

import requests

from commands.folder_lock import FolderLock
from commands.staffing import RecentLog, staffing
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
from ui.app import Pacing
from ui.device import Machine
from ui.devices import Device
from ui.repairs import Limits

MB = 1_000_000


class EnrolRefused(Exception):
    """Why a machine did not become a kiosk, as a code for the screen."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def machine_of(data: Path, server: str) -> Machine:
    """What the screen is given of this machine. `server` is the address that enrolment begins with."""

    def alone() -> Kiosk:
        lock.hold()
        return open_here(data)

    def syncing(opened: Kiosk) -> tuple[Callable[[], bool], Pacing]:
        background = BackgroundSync(opened, session_for(data))
        return background, Pacing(
            next=background.wait_s,
            after_record=background.wait_after_record_s,
            visited=background.note_visit,
            pressed=background.press,
            ended=background.stop,
        )

    def limits() -> Limits:
        here = load_preferences(data)
        return Limits(here.memory_mb * MB, frozenset(Device) & frozenset(here.expects))

    log, lock = RecentLog(), FolderLock(data)
    logging.getLogger().addHandler(log)
    return Machine(
        open=alone,
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


def session_for(data: Path) -> requests.Session:
    """A session with the proxy and the authorities that are set for this machine."""
    set_here = load_preferences(data)
    return new_session(set_here.proxy, Path(set_here.certificates) if set_here.certificates else None)
