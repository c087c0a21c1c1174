"""Narration for sample clips: the captions spoken by espeak-ng, each sentence at its cue's time.

VoiceMissing             espeak-ng is not installed
"""

from __future__ import annotations

import io
import shutil
import subprocess
import wave
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from kiosk.domain.captions import Cue

RATE = 22_050
WORDS_PER_MINUTE = 175
FASTEST = 330
Samples = npt.NDArray[np.int16]


class VoiceMissing(Exception):
    """Install the package espeak-ng."""


def narrate(cues: Sequence[Cue], duration: float) -> Samples:
    """Mono samples at `RATE` for the whole clip; a sentence too long for its cue is spoken faster."""
    track = np.zeros(int(duration * RATE), dtype=np.int16)
    for cue in cues:
        room = int((cue.end - cue.start) * RATE)
        words = _speak(cue.text, WORDS_PER_MINUTE)
        if len(words) > room:
            words = _speak(cue.text, min(FASTEST, int(WORDS_PER_MINUTE * len(words) / room * 1.08)))
        start = int(cue.start * RATE)
        words = words[: max(0, len(track) - start)]
        track[start : start + len(words)] = words
    return track


def _speak(text: str, speed: int) -> Samples:
    command = shutil.which("espeak-ng")
    if command is None:
        raise VoiceMissing
    done = subprocess.run(
        [command, "-v", "cmn", "-s", str(speed), "-a", "150", "--stdout"],
        input=text.encode(),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    header = done.stdout.find(b"data")
    if header < 0:
        return np.zeros(0, dtype=np.int16)
    with wave.open(io.BytesIO(done.stdout)) as spoken:
        frames, rate = spoken.readframes(spoken.getnframes()), spoken.getframerate()
    samples = np.frombuffer(frames[: len(frames) // 2 * 2], dtype=np.int16)
    if rate == RATE:
        return samples
    places = np.linspace(0, len(samples) - 1, int(len(samples) * RATE / rate))
    return np.interp(places, np.arange(len(samples)), samples).astype(np.int16)
