"""Sample clips for the demo: title card, chapter cards and spoken captions as H.264/AAC, made from the folder's texts.

The same texts give the same picture and sound; a clip whose texts have not changed is not made again.
"""

from __future__ import annotations

import hashlib
import math
import os
import signal
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from multiprocessing import active_children, get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import av
import numpy as np

from kiosk.domain.campaign import Bilingual, ClipKind
from kiosk.domain.captions import Cue, read_captions
from organiser import sample_scene
from organiser.folder.mistakes import FolderRefused, Mistakes
from organiser.folder.nodes import read_yaml
from organiser.folder.tables import read_departments, read_sessions
from organiser.narration import RATE, narrate
from organiser.progress import Progress, silent

VERSION = 2
"""Raised when the same texts should give other clips."""
FPS = 5
TAIL_S = 0.8
_WHAT = {
    ClipKind.REPORT: (Bilingual("述职报告", "Duty report"), "door-report"),
    ClipKind.INTERVIEW: (Bilingual("局长访谈", "Director's interview"), "door-suggest"),
}


@dataclass(frozen=True, slots=True)
class SampleClip:
    """Everything one clip is made of. `chapters` are (second, title)."""

    stem: str
    kind: ClipKind
    department: Bilingual
    chapters: tuple[tuple[float, Bilingual], ...]
    cues: tuple[Cue, ...]

    @property
    def duration(self) -> float:
        """Seconds, a whole number of frames."""
        return math.ceil((self.cues[-1].end + TAIL_S) * FPS) / FPS

    @property
    def digest(self) -> str:
        """What the clip depends on."""
        return hashlib.sha256(repr((VERSION, self)).encode()).hexdigest()


def sample_clips(folder: Path) -> list[SampleClip]:
    """The clips a campaign folder's texts ask for. Raises FolderRefused if those cannot be read."""
    mistakes = Mistakes()
    rows = read_departments(folder, read_sessions(folder, mistakes), mistakes)
    clips = []
    for row in rows:
        root = read_yaml(folder, f"departments/{row.id}.yaml", mistakes)
        for kind in ClipKind if root else ():
            node = root.need(kind.value) if root else None
            chapters = tuple((c.seconds("at"), c.bilingual()) for c in node.list("chapters")) if node else ()
            captions = folder / "captions" / f"{row.id}-{kind.value}.zh.vtt"
            cues = read_captions(captions.read_text("utf-8")) if captions.is_file() else ()
            if not cues:
                mistakes.add(f"captions/{captions.name}", 0, "the captions are missing")
                continue
            clips.append(SampleClip(f"{row.id}-{kind.value}", kind, row.name, chapters, cues))
    if mistakes.found:
        raise FolderRefused(tuple(sorted(mistakes.found)))
    return clips


def make_sample_media(folder: Path, out: Path, progress: Progress = silent) -> int:
    """Make the clips that are missing or out of date and return how many; progress counts clips.

    Each clip is whole or not there. Raises FolderRefused, VoiceMissing, FontMissing and OSError.
    """
    out.mkdir(parents=True, exist_ok=True)
    clips = sample_clips(folder)
    wanted = [clip for clip in clips if not _is_made(clip, out)]
    done = len(clips) - len(wanted)
    progress(done, len(clips))
    if not wanted:
        return 0
    with _pool() as pool:
        for future in as_completed([pool.submit(make_clip, clip, out) for clip in wanted]):
            future.result()
            done += 1
            progress(done, len(clips))
    return len(wanted)


@contextmanager
def _pool() -> Iterator[ProcessPoolExecutor]:
    """A process for each core. After an error or Ctrl-C they end at once: a clip in hand is made again."""
    with ProcessPoolExecutor(os.cpu_count() or 1, get_context("spawn"), _leave_ctrl_c_alone) as pool:
        try:
            yield pool
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            for process in active_children():
                process.terminate()
            raise


def _leave_ctrl_c_alone() -> None:
    """A terminal sends it to the whole group; only the process that was started by hand answers it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def make_clip(clip: SampleClip, out: Path) -> None:
    """Write <stem>.mp4 and <stem>.png; the digest goes last, so a cut-off clip is made again.

    Whoever else makes the same clip at the same moment writes to files of their own: the last one stays, whole.
    """
    what, picture = _WHAT[clip.kind]
    title = sample_scene.title_card(clip.department, what, picture)
    with TemporaryDirectory(prefix=f".{clip.stem}-", dir=out) as making:
        still, video, digest = (Path(making) / f"{clip.stem}.{kind}" for kind in ("png", "mp4", "sha256"))
        title.save(still, optimize=True)
        _encode(clip, video)
        digest.write_text(clip.digest, "ascii")
        for made in (still, video, digest):
            made.replace(out / made.name)


def _is_made(clip: SampleClip, out: Path) -> bool:
    try:
        made = (out / f"{clip.stem}.sha256").read_text("ascii") == clip.digest
    except OSError:
        return False
    return made and (out / f"{clip.stem}.mp4").is_file() and (out / f"{clip.stem}.png").is_file()


def _encode(clip: SampleClip, path: Path) -> None:
    options = {"preset": "veryfast", "crf": "24", "tune": "stillimage"}
    with av.open(str(path), "w", format="mp4", options={"movflags": "+faststart"}) as container:
        video = container.add_stream("libx264", rate=FPS, options=options)
        video.width, video.height, video.pix_fmt = *sample_scene.SIZE, "yuv420p"
        video.codec_context.gop_size = FPS * 2
        video.codec_context.thread_count = 1  # the same bytes on every machine
        audio = container.add_stream("aac", rate=RATE, layout="mono")
        for image in _frames(clip):
            container.mux(video.encode(image))
        container.mux(video.encode(None))
        for sound in _sounds(clip):
            container.mux(audio.encode(sound))
        container.mux(audio.encode(None))


def _frames(clip: SampleClip) -> Iterator[av.VideoFrame]:
    what, picture = _WHAT[clip.kind]
    title = sample_scene.title_card(clip.department, what, picture)
    cards = [(at, sample_scene.chapter_card(clip.department, words, picture)) for at, words in clip.chapters]
    count = round(clip.duration * FPS)
    for number in range(count):
        now = number / FPS
        card = title if now < min(2.0, clip.cues[0].end) else [c for at, c in cards if at <= now + 0.01][-1]
        picture_now = np.asarray(sample_scene.with_boat(card, number / count))
        frame = av.VideoFrame.from_ndarray(picture_now, format="rgb24")
        frame.pts, frame.time_base = number, Fraction(1, FPS)
        yield frame


def _sounds(clip: SampleClip) -> Iterator[av.AudioFrame]:
    track = narrate(clip.cues, clip.duration)
    for start in range(0, len(track), RATE):
        frame = av.AudioFrame.from_ndarray(track[start : start + RATE].reshape(1, -1), format="s16", layout="mono")
        frame.sample_rate, frame.pts = RATE, start
        yield frame
