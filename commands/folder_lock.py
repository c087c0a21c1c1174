"""One program with a screen for each kiosk's folder: each keeps drafts, parts of files and repairs to itself."""

from __future__ import annotations

import fcntl
import os
from contextlib import suppress
from pathlib import Path

from kiosk.storage.errors import StorageBusy


class FolderLock:
    """A lock on a folder that ends with the process, however it ends. It leaves no file behind."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held: int | None = None

    def hold(self) -> None:
        """Take it, once. Raises StorageBusy while another process has it.

        A folder that cannot be opened is not locked: what opens it next says better what is wrong.
        """
        if self._held is not None:
            return
        with suppress(FileNotFoundError, NotADirectoryError, PermissionError):
            descriptor = os.open(self._folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                os.close(descriptor)
                raise StorageBusy("in use") from error
            self._held = descriptor

    def release(self) -> None:
        """Give it back."""
        if self._held is not None:
            os.close(self._held)
            self._held = None
