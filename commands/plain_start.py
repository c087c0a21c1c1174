"""A kiosk's start as its service asks for it, read without the library that reads every other command.

That library takes a quarter of the time from power to the first picture. Whatever is not plain is left to it: help,
mistakes, other commands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from commands.kiosk_screen import DIAGONAL, SIDE, SIZE, KioskOptions, open_screen
from commands.terminal import accept_every_letter, let_go_of_output, stray_argument

SWITCHES = {"--windowed": True, "--no-windowed": False}


class _NotPlain(ValueError):
    """Left to the other reader."""


def start_plainly(arguments: Sequence[str]) -> bool:
    """Open the kiosk's screen if that is what the arguments plainly ask for; it ends by leaving. False: they do not."""
    options = plain_options(arguments)
    if options is None:
        return False
    accept_every_letter()
    try:
        open_screen(options)
    except Exception as error:
        from commands.say import refuse_for

        refuse_for(error)
    finally:
        let_go_of_output()
    return True


def plain_options(arguments: Sequence[str]) -> KioskOptions | None:
    """What `kiosk` with its options asks for; None if any of it is not plain."""
    if not arguments or arguments[0] != "kiosk" or stray_argument(arguments):
        return None
    found: dict[str, object] = {}
    rest = iter(arguments[1:])
    try:
        for argument in rest:
            if argument in SWITCHES:
                found["windowed"] = SWITCHES[argument]
            else:
                field, value = _valued(argument, rest)
                found[field] = value
    except ValueError:
        return None
    return KioskOptions(**found)  # type: ignore[arg-type]  # each by its own reader


def _valued(argument: str, rest: Iterator[str]) -> tuple[str, object]:
    name, equals, value = argument.partition("=")
    if name not in _READERS:
        raise _NotPlain
    if not equals:
        value = next(rest, "-")
    if value.startswith("-") or not value:
        raise _NotPlain
    field, read = _READERS[name]
    return field, read(value)


def _size(text: str) -> tuple[int, int]:
    match = SIZE.fullmatch(text)
    if match is None:
        raise _NotPlain
    width, height = int(match[1]), int(match[2])
    if not (SIDE[0] <= min(width, height) and max(width, height) <= SIDE[1]):
        raise _NotPlain
    return width, height


def _diagonal(text: str) -> float:
    inches = float(text)
    if not DIAGONAL[0] <= inches <= DIAGONAL[1]:
        raise _NotPlain
    return inches


_READERS: dict[str, tuple[str, Callable[[str], object]]] = {
    "--data": ("data", Path),
    "--size": ("size", _size),
    "--diagonal": ("diagonal", _diagonal),
    "--server": ("server", str),
    "--demo-cards": ("demo_cards", Path),
}
