"""Sample clips: whole or not there, the same for the same texts, also when two make them in one folder at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import av

from kiosk.domain.campaign import Bilingual, ClipKind
from kiosk.domain.captions import Cue
from organiser.sample_media import SampleClip, make_clip

OPENING = ((0.0, Bilingual("开场", "Opening")),)
CLIP = SampleClip(
    "jtj-report", ClipKind.REPORT, Bilingual("市交通运输局", "Transport Bureau"), OPENING, (Cue(0.2, 1.4, "大家好。"),)
)


def test_two_who_make_the_same_clip_at_once_leave_it_whole(tmp_path: Path) -> None:
    alone, together = tmp_path / "alone", tmp_path / "together"
    alone.mkdir()
    together.mkdir()
    make_clip(CLIP, alone)
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda _: make_clip(CLIP, together), range(2)))
    assert sorted(path.name for path in together.iterdir()) == ["jtj-report.mp4", "jtj-report.png", "jtj-report.sha256"]
    assert [(together / path.name).read_bytes() == path.read_bytes() for path in alone.iterdir()] == [True] * 3
    with av.open(str(together / "jtj-report.mp4")) as container:
        assert container.duration == CLIP.duration * av.time_base
