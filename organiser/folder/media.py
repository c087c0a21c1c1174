"""What a video file is: length and streams, read with FFmpeg's libraries."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import av
from av.error import FFmpegError


class MediaDamaged(Exception):
    """Not a video with a picture and a sound that a kiosk can play."""


@dataclass(frozen=True, slots=True)
class Media:
    """Length in seconds, and the codecs."""

    duration: float
    video: str
    audio: str | None


def probe(path: Path) -> Media:
    """Raises MediaDamaged or OSError."""
    try:
        with av.open(str(path)) as container:
            if not container.streams.video or not container.duration:
                raise MediaDamaged(path.name)
            audio = container.streams.audio[0].codec_context.name if container.streams.audio else None
            return Media(container.duration / 1_000_000, container.streams.video[0].codec_context.name, audio)
    except (FFmpegError, ValueError) as error:
        if isinstance(error, FileNotFoundError):
            raise
        raise MediaDamaged(path.name) from error
