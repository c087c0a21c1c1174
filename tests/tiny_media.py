"""One short video with sound and one still that stand in for all clips of the demo campaign."""

from __future__ import annotations

import os
from pathlib import Path

import av
import numpy as np
from PIL import Image

from commands.demo_world import FOLDER
from organiser.sample_media import sample_clips

SECONDS = 45
"""Longer than every clip's captions."""


def tiny_media(folder: Path) -> None:
    """A video and a still under the name of every clip of the demo, marked as made."""
    folder.mkdir(parents=True)
    video, still = folder / ".video.mp4", folder / ".still.png"
    _record(video)
    Image.new("RGB", (1280, 720), "#083A5C").save(still)
    for clip in sample_clips(FOLDER):
        os.link(video, folder / f"{clip.stem}.mp4")
        os.link(still, folder / f"{clip.stem}.png")
        (folder / f"{clip.stem}.sha256").write_text(clip.digest, "ascii")


def _record(path: Path) -> None:
    picture, silence = np.zeros((96, 160, 3), np.uint8), np.zeros((1, 8000), np.int16)
    with av.open(str(path), "w", format="mp4") as container:
        video = container.add_stream("libx264", rate=1)
        video.width, video.height, video.pix_fmt = 160, 96, "yuv420p"
        audio = container.add_stream("aac", rate=8000, layout="mono")
        for _ in range(SECONDS):
            container.mux(video.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
            sound = av.AudioFrame.from_ndarray(silence, format="s16", layout="mono")
            sound.sample_rate = 8000
            container.mux(audio.encode(sound))
        container.mux(video.encode(None))
        container.mux(audio.encode(None))
