"""How often this kiosk was started, why it ended, and what it repaired: `device.json` in the kiosk's folder.

It is about the machine, never about people, and survives the process. A file that cannot be read or written costs the
counts, never a start.

<folder>/device.json     the counts
<folder>/last-exit       systemd's word about the process before (assets/deploy/sanmin-kiosk.service), read once
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from threading import Lock
from typing import Any

from kiosk.files import write_whole

logger = logging.getLogger(__name__)

FILE, LAST_EXIT = "device.json", "last-exit"
BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
MOST_KINDS = 40
"""A damaged file must not grow what goes up with each sync."""


class End(StrEnum):
    """Why a run ended."""

    STOPPED = "stopped"
    STAFF = "staff"
    MEMORY = "memory"
    DATABASE = "database"
    SCREEN = "screen"
    UPGRADE = "upgrade"
    WATCHDOG = "watchdog"
    OUT_OF_MEMORY = "oom-kill"
    KILLED = "killed"
    FAILED = "failed"
    POWER = "power"


SYSTEMD_SAYS = {
    "watchdog": End.WATCHDOG,
    "oom-kill": End.OUT_OF_MEMORY,
    "signal": End.KILLED,
    "core-dump": End.KILLED,
    "timeout": End.KILLED,
    "exit-code": End.FAILED,
}
"""systemd.exec(5), $SERVICE_RESULT."""


@dataclass(frozen=True, slots=True)
class Record:
    """`running` is the boot in which a run began that has not ended; empty if none. Counts are by reason."""

    starts: int = 0
    running: str = ""
    last_end: str = ""
    ends: Mapping[str, int] = field(default_factory=dict)
    repairs: Mapping[str, int] = field(default_factory=dict)


def derive_end(record: Record, boot: str, systemd: str) -> str:
    """Why the run before ended, as the next one finds it; empty for a first run and after an orderly end."""
    if not record.running:
        return ""
    if record.running != boot:
        return End.POWER
    return SYSTEMD_SAYS.get(systemd, End.KILLED)


class Runs:
    """The counts of one kiosk's folder. Any thread."""

    def __init__(self, folder: Path, boot: Callable[[], str] = lambda: read_boot()) -> None:
        """`boot` names this start of the machine."""
        self._path = folder / FILE
        self._last_exit = folder / LAST_EXIT
        self._boot = boot
        self._lock = Lock()

    def read(self) -> Record:
        """The counts as they stand; nothing counted if the file is not there or damaged."""
        try:
            return _record(json.loads(self._path.read_text("utf-8")))
        except FileNotFoundError:
            return Record()
        except (OSError, ValueError, TypeError, AttributeError, KeyError):
            logger.info("%s cannot be read; counting begins anew", FILE)
            return Record()

    def begin(self) -> str:
        """A run begins; why the one before ended without saying so, empty if it did not."""
        with self._lock:
            record, boot = self.read(), self._boot()
            why = derive_end(record, boot, self._systemd_says())
            self._write(replace(_ended(record, why), starts=record.starts + 1, running=boot))
        return why

    def repaired(self, what: str) -> None:
        """One more repair, or one more thing that vanished."""
        with self._lock:
            record = self.read()
            self._write(replace(record, repairs=_more(record.repairs, what)))

    def end(self, why: End) -> None:
        """This run ends in good order."""
        with self._lock:
            self._write(replace(_ended(self.read(), why), running=""))

    def _systemd_says(self) -> str:
        try:
            said = self._last_exit.read_text("ascii").split()
            self._last_exit.unlink()
        except (OSError, ValueError):
            return ""
        return said[0] if said else ""

    def _write(self, record: Record) -> None:
        try:
            write_whole(self._path, json.dumps(asdict(record)).encode())
        except OSError as error:
            logger.info("%s cannot be written: %s", FILE, error.strerror)


def read_boot() -> str:
    """The kernel's random id of this boot."""
    try:
        return BOOT_ID.read_text("ascii").strip()
    except OSError:
        return "unknown"


def _ended(record: Record, why: str) -> Record:
    return replace(record, last_end=why, ends=_more(record.ends, why)) if why else record


def _more(counts: Mapping[str, int], what: str) -> dict[str, int]:
    if what not in counts and len(counts) >= MOST_KINDS:
        return dict(counts)
    return {**counts, what: counts.get(what, 0) + 1}


def _record(data: Any) -> Record:
    counts = [{str(k): int(v) for k, v in list(data[name].items())[:MOST_KINDS]} for name in ("ends", "repairs")]
    return Record(int(data["starts"]), str(data["running"]), str(data["last_end"]), *counts)
