"""Between the commands and the terminal: arguments that are no text, letters it lacks, a reader that left, its end."""

from __future__ import annotations

import io
import os
import signal
import sys
from collections.abc import Iterable
from types import FrameType

_TURNING = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""They let a telephone number stand in another order than it was written in."""
_CONTROLS = dict.fromkeys((*range(9), 11, 12, *range(13, 32), *range(127, 160), 0x2028, 0x2029, *_TURNING))
"""A terminal obeys them: it would move, recolour, turn or hide what stands there."""


def words_of_others(text: str) -> str:
    """What a resident or a kiosk wrote, for Rich: neither markup nor orders to the terminal."""
    from rich.markup import escape

    return escape(text.translate(_CONTROLS))


def stray_argument(arguments: Iterable[str]) -> str | None:
    """The first argument that is not UTF-8, in letters anyone can read: no file, database or kiosk could keep it."""
    for argument in arguments:
        try:
            argument.encode("utf-8")
        except UnicodeEncodeError:
            return ascii(argument)
    return None


def accept_every_letter() -> None:
    """A terminal without Chinese or without our signs gets an escape for them instead of a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def only_ascii() -> bool:
    """Whether data must be written in ASCII, because an escape of the terminal's making would not be JSON."""
    return "utf" not in (sys.stdout.encoding or "utf-8").lower()


def let_go_of_output() -> None:
    """Write what waits. Whoever read it may have left (`| head -1`): that is no failure.

    SIGPIPE stays ignored: it would also end a server or a kiosk when somebody else hangs up.
    """
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def end_as_by_ctrl_c() -> None:
    """SIGTERM and a closed terminal end what runs as Ctrl-C does: the processes it started end with it.

    SIGINT is set anew because a shell may have started this with it ignored; SIGHUP only where nobody asked to outlive
    the terminal.
    """
    signals = [signal.SIGINT, signal.SIGTERM]
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        signals.append(signal.SIGHUP)
    for number in signals:
        signal.signal(number, _interrupt)


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
