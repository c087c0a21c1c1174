"""A new list of statuses at the kiosk: what it costs, and how long another thread, the screen's, has to wait for it.

Beside it the whole list decoded at once, as any reader of CBOR would do it; both verify the signature.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from bench.measuring import Act, Row, compared, in_turns, percentile

from kiosk.crypto.signing import Purpose, SigningKey, sign, verify
from kiosk.domain.campaign import Bilingual
from kiosk.domain.canonical import decode_message, encode_message
from kiosk.domain.held_statuses import hold_statuses
from kiosk.domain.suggestion import State, Status, StatusList, Step

SIZES = (5_000, 18_000)
"""An event's suggestions, a year's."""
ROUNDS = 9
TICK_S = 0.001


def bench(folder: Path, long: bool) -> Iterator[Row]:
    """Processor time, and the longest wait of a thread that wakes every millisecond (median of the rounds)."""
    key = SigningKey.generate()
    for size in SIZES:
        message = _signed(size, key)

        def held(message: bytes = message) -> object:
            return hold_statuses(verify(message, Purpose.STATUSES, key.public))

        def whole(message: bytes = message) -> object:
            return decode_message(StatusList, verify(message, Purpose.STATUSES, key.public))

        spent = in_turns(held, whole, ROUNDS, clock=time.thread_time)
        yield compared(f"a list of {size:,} statuses, processor time", spent, "decoded whole", None)
        ours, floor = ([_longest_wait(act) for _ in range(ROUNDS)] for act in (held, whole))
        yield Row(
            f"longest wait of another thread, {size:,} statuses",
            percentile(ours, 0.5) * 1000,
            "ms",
            percentile(floor, 0.5) * 1000,
            "decoded whole",
        )


def _signed(size: int, key: SigningKey) -> bytes:
    note = Bilingual("已转交市交通运输局", "Passed on to the Transport Bureau")
    steps = (Step(State.RECEIVED, "2021-12-15", note), Step(State.FORWARDED, "2021-12-16", note))
    summary = Bilingual("希望小区门口的公交站加装雨棚和座椅", "A shelter and seats at the bus stop by the gate")
    status = Status(summary, "jtj", steps)
    statuses = {secrets.token_bytes(16): status for _ in range(size)}
    return sign(encode_message(StatusList("qd2021", 1, 1_639_800_000, statuses)), Purpose.STATUSES, key)


def _longest_wait(act: Act) -> float:
    """Seconds beyond its sleep that a thread had to wait for its turn while `act` ran in this one."""
    over, waits = threading.Event(), [0.0]
    ready = threading.Event()

    def tick() -> None:
        ready.set()
        while not over.is_set():
            began = time.perf_counter()
            time.sleep(TICK_S)
            waits.append(time.perf_counter() - began - TICK_S)

    thread = threading.Thread(target=tick)
    thread.start()
    ready.wait()
    act()
    over.set()
    thread.join()
    return max(waits)
