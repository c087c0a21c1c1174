"""The whole demo campaign behind the screens, quickly: real texts, and one short video that stands in for all 76."""

from __future__ import annotations

import json
import os
from pathlib import Path

import av
import numpy as np
from PIL import Image

from commands.demo_world import FOLDER, DemoWorld
from commands.picture_kiosks import fresh_kiosks
from organiser.folder.statuses import read_statuses
from organiser.sample_media import sample_clips
from ui.shots import Photographer

SECONDS = 45
"""Longer than every clip's captions."""


def gallery(folder: Path) -> Photographer:
    """A photographer of the demo's screens. Built in some seconds; `folder` must stay while it is used."""
    world = DemoWorld(folder / "demo")
    _media(world.folder / "media")
    world.build()
    kiosks = folder / "kiosks"
    kiosks.mkdir()
    cards = tuple((c["zh"], c["en"], c["text"], c["pin"]) for c in json.loads(world.sample_cards.read_text("utf-8")))
    return Photographer(fresh_kiosks(world, kiosks), cards, read_statuses(FOLDER)[0][0])


def _media(folder: Path) -> None:
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
