"""One run of the fuzzer in a process of its own, for libFuzzer ends the process: NAME CORPUS [libFuzzer's options]."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent.parent), str(Path(__file__).parent.parent.parent)]

import atheris  # noqa: E402

with atheris.instrument_imports(include=["kiosk", "sync.bundle", "sync.wire", "cbor2", "cwt", "base45"]):
    from fuzzing.decoders import DECODERS, Broken, Decoder
    from fuzzing.mutations import mutated


_RESET = Path("/proc/self/clear_refs")


def _peak_kb() -> int:
    """The most memory this process had in use since the last reset."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def watched(decoder: Decoder, data: bytes) -> bool:
    """`Decoder.check` with an eye on memory: raises Broken where one input took more than it may."""
    _RESET.write_text("5")  # the peak begins anew: what changing the input took does not hide what reading it takes
    before = _peak_kb()
    accepted = decoder.check(data)
    taken = (_peak_kb() - before) * 1024
    if taken > decoder.may_take(data):
        raise Broken(f"took {taken:,} bytes")
    return accepted


class Run:
    """What libFuzzer calls, and how many inputs were accepted."""

    def __init__(self, decoder: Decoder) -> None:
        self._decoder = decoder
        self._tried = self._accepted = 0

    def try_one(self, data: bytes) -> None:
        self._tried += 1
        self._accepted += watched(self._decoder, data)
        if self._tried % 20_000 == 0:
            print(f"  {self._decoder.name}: {self._tried:,} tried, {self._accepted:,} accepted", flush=True)

    def mutate(self, data: bytes, longest: int, seed: int) -> bytes:
        return mutated(self._decoder, data, longest, seed, atheris.Mutate)


def main() -> None:
    """Write the seeds and fuzz; exits with libFuzzer's code, 0 if nothing was found."""
    name, corpus, *options = sys.argv[1:]
    decoder = DECODERS[name]()
    folder = Path(corpus)
    folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(decoder.seeds()):
        (folder / f"seed-{number}").write_bytes(seed)
    run = Run(decoder)
    atheris.Setup([sys.argv[0], corpus, *options], run.try_one, custom_mutator=run.mutate)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
