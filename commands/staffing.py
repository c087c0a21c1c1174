"""What the staff's screens are given of sync, sticks and this machine: translated, so that ui never imports sync."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from pathlib import Path

import requests

from kiosk.services.kiosk import Kiosk
from kiosk.storage.moving import moving_folder
from kiosk.storage.preferences import kept_folders, load_preferences, set_touch_sound, set_volume
from sync.background import BackgroundSync
from sync.enrol import enrol
from sync.pace import Progress
from sync.usb.carrying import carry
from sync.usb.errors import NoContentYet
from sync.usb.export import Exporting
from sync.usb.medium import Medium
from sync.usb.returning import Returned, take_back
from sync.usb.sticks import find_sticks
from ui.backlight import find_backlight
from ui.viewmodels.staff_ports import Carried, StaffPorts, Stick, Synced, Told, Transfer

LOG_LINES = 2_000
FOLDER = "sanmin-papers"
"""Where a stick keeps pages and diagnostics, beside what it carries."""


class RecentLog(logging.Handler):
    """The last lines of the log, for the diagnostics; whole records are never kept."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
        self._lines: deque[str] = deque(maxlen=LOG_LINES)

    def emit(self, record: logging.LogRecord) -> None:
        """Without tracebacks: they may quote what people typed."""
        record.exc_text = record.exc_info = None
        self._lines.append(self.format(record))

    def lines(self) -> tuple[str, ...]:
        """The oldest first."""
        return tuple(self._lines)


def staffing(data: Path, log: RecentLog, session: Callable[[], requests.Session]) -> Callable[..., StaffPorts]:
    """How an opened kiosk's ports are made; see ui.device.Machine."""

    def ports(kiosk: Kiosk, sync: object) -> StaffPorts:
        background = sync if isinstance(sync, BackgroundSync) else None
        return StaffPorts(
            transfer=lambda: transfer_of(background.progress) if background else None,
            synced=lambda: synced_of(background),
            sticks=lambda: tuple(
                Stick(found.folder, found.read_only) for found in find_sticks(kept=kept_folders(data))
            ),
            take_out=lambda folder, told: take_out(kiosk, folder, told),
            bring_in=lambda folder, told: bring_in(kiosk, folder, told),
            save=save_paper,
            log=log.lines,
            move=lambda code: enrol(moving_folder(data), kiosk.identity.server_url, code, session()),
            volume=lambda: load_preferences(data).volume,
            keep_volume=lambda percent: set_volume(data, percent),
            touch_sound=lambda: load_preferences(data).touch_sound,
            keep_touch_sound=lambda on: set_touch_sound(data, on),
            backlight=find_backlight(),
        )

    return ports


def save_paper(folder: Path, name: str, data: bytes) -> None:
    """Write a page or diagnostics onto a stick, read back. Raises StickFails."""
    Medium(folder).write(f"{FOLDER}/{name}", [data])


def take_out(kiosk: Kiosk, folder: Path, told: Told) -> Carried:
    """Records onto the stick, after what came back on it was taken. Raises StickFails or StorageError."""
    done = carry(kiosk, Medium(folder), _came(told), lambda how: told(_exporting(how)))
    if done.exported is None:
        raise NoContentYet
    return _carried(done.returned, done.why, done.exported.entries)


def bring_in(kiosk: Kiosk, folder: Path, told: Told) -> Carried:
    """Only what came back. Raises UsbError or StorageError."""
    return _carried(take_back(kiosk, Medium(folder), _came(told)), "", None)


def transfer_of(progress: Progress | None) -> Transfer | None:
    """How far a download is, for the screen."""
    if progress is None:
        return None
    return Transfer(progress.done, progress.total, progress.files_left, progress.seconds_left)


def synced_of(background: BackgroundSync | None) -> Synced | None:
    """What the last sync did, for the screen."""
    report = background.last if background else None
    if report is None:
        return None
    return Synced(
        sent=report.sent,
        unsent=report.unsent,
        pack=report.pack,
        statuses=report.statuses,
        forked=report.forked,
        content_trouble=report.content_trouble,
    )


def _came(told: Told) -> Callable[[Progress], None]:
    return lambda how: told(Transfer(how.done, how.total, how.files_left, how.seconds_left))


def _exporting(how: Exporting) -> Transfer:
    return Transfer(how.done, how.total)


def _carried(returned: Returned | None, why: str, entries: int | None) -> Carried:
    if returned is None:
        return Carried(why=why, entries=entries)
    return Carried(
        acknowledged=returned.acknowledged,
        why=why,
        pack=returned.pack,
        lacking=returned.lacking,
        content_trouble=returned.content_trouble,
        forked=returned.forked,
        entries=entries,
    )
