"""A kiosk for measuring screens: 38 departments, one real clip, no server."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from booths import Booth
from form_samples import OPINION, SUGGESTIONS
from PIL import Image
from synthetic_count import whole_campaign

from kiosk.domain.campaign import Bilingual, Chapter, ChapterKind

CLIP, CAPTIONS, STILL = "clips/report.mp4", "clips/report.vtt", "clips/report.png"
SECONDS, FPS = 8, 25
SENTENCES, EACH_S = 150, 4
"""A transcript as long as that of a whole report."""
CHAPTERS = tuple(Chapter(float(at), kind, Bilingual("城市管理和服务", "City")) for at, kind in enumerate(ChapterKind))


def make_kiosk(folder: Path) -> Booth:
    """An open kiosk whose departments' reports are the same short clip, with as much beside it as a report has."""
    booth = Booth(folder)
    clip = make_clip(folder / "clip.mp4")
    parts = {"duration": float(SECONDS), "chapters": CHAPTERS}
    departments = tuple(
        replace(d, report=replace(d.report, file=CLIP, captions_zh=CAPTIONS, poster=STILL, **parts))
        for d in whole_campaign().departments
    )
    files = {CLIP: clip.read_bytes(), CAPTIONS: captions(), STILL: still(folder / "still.png").read_bytes()}
    booth.publish(files=files, departments=departments, problems=(), forms=(OPINION, SUGGESTIONS))
    return booth


def still(path: Path) -> Path:
    """1280 × 720, as sharp as a picture of a person."""
    grain = np.random.default_rng(2021).integers(0, 256, (90, 160, 3), np.uint8)
    Image.fromarray(grain).resize((1280, 720), Image.Resampling.BICUBIC).save(path)
    return path


def captions() -> bytes:
    """WebVTT, a sentence after the other."""
    times = (f"{at // 60:02}:{at % 60:02}" for at in range(0, SENTENCES * EACH_S, EACH_S))
    cues = (f"{at}.000 --> {at}.900\n今年完成了全部项目，明年继续做好这件事。" for at in times)
    return ("WEBVTT\n\n" + "\n\n".join(cues) + "\n").encode()


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
