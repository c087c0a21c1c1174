"""Makes touch.wav: run it in this folder. The sound is ours, made of nothing but the numbers below."""

from __future__ import annotations

import wave

import numpy as np

RATE = 44_100
SECONDS = 0.06
TONES = ((1_180.0, 1.0, 90.0), (2_930.0, 0.25, 220.0))
"""Hertz, share, how fast it fades: a fingernail on wood."""
PEAK = 0.5
ATTACK_S = 0.002
"""Fades in so that there is no click."""


def tick() -> np.ndarray:
    """Samples from -1 to 1."""
    time = np.arange(int(RATE * SECONDS)) / RATE
    sound = sum(share * np.sin(2 * np.pi * hertz * time) * np.exp(-fade * time) for hertz, share, fade in TONES)
    sound = sound * np.minimum(1.0, time / ATTACK_S) * np.minimum(1.0, (SECONDS - time) / ATTACK_S)
    return np.asarray(PEAK * sound / np.max(np.abs(sound)))


if __name__ == "__main__":
    with wave.open("touch.wav", "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes((tick() * 32_767).astype("<i2").tobytes())
