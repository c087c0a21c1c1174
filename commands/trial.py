"""An upgrade's trial: a new version has two starts to draw its first frame, else the old one comes back (ADR 44).

The counting is done outside of any version, before each start, by assets/deploy/sanmin-trial; the running kiosk only
leaves its mark in its own folder.
"""

from __future__ import annotations

import logging
from pathlib import Path

from kiosk.files import write_whole
from kiosk.version import VERSION

logger = logging.getLogger(__name__)

FIRST_FRAME = "first-frame"
"""In the kiosk's folder: the version that last drew its first frame."""


def note_first_frame(data: Path, version: str = VERSION) -> None:
    """This version works. Durable; a disk that is full costs the mark and nothing else."""
    mark = data / FIRST_FRAME
    try:
        if not mark.exists() or mark.read_text("ascii") != version:
            data.mkdir(parents=True, exist_ok=True)
            write_whole(mark, version.encode("ascii"))
    except (OSError, ValueError) as error:
        logger.info("the first frame cannot be noted: %s", type(error).__name__)
