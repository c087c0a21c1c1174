"""A kiosk for measuring screens: 38 departments, one real clip, no server."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from booths import Booth
from form_samples import OPINION, SUGGESTIONS
from synthetic_count import whole_campaign

CLIP = "clips/report.mp4"
SECONDS, FPS = 8, 25


def make_kiosk(folder: Path) -> Booth:
    """An open kiosk whose departments' reports are the same short clip."""
    booth = Booth(folder)
    clip = make_clip(folder / "clip.mp4")
    departments = tuple(
        replace(d, report=replace(d.report, file=CLIP, duration=float(SECONDS), chapters=d.report.chapters[:1]))
        for d in whole_campaign().departments
    )
    booth.publish(files={CLIP: clip.read_bytes()}, departments=departments, problems=(), forms=(OPINION, SUGGESTIONS))
    return booth


def make_clip(path: Path) -> Path:
    """H.264, 1280 × 720, moving colours."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=FPS)
        stream.width, stream.height, stream.pix_fmt = 1280, 720, "yuv420p"
        stream.time_base = Fraction(1, FPS)
        ground = np.linspace(0, 255, 1280, dtype=np.uint8)
        for number in range(SECONDS * FPS):
            picture = np.empty((720, 1280, 3), np.uint8)
            picture[:] = np.roll(ground, number * 9)[None, :, None]
            for packet in stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")):
                container.mux(packet)
        for packet in stream.encode():
            container.mux(packet)
    return path
