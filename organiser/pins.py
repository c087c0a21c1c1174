"""PINs of cards: made once, kept by the organiser, handed out sealed; packs hold only their verifiers.

PinsDamaged              pins.csv is not what was written
"""

from __future__ import annotations

import csv
import io
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kiosk.crypto.pin import make_verifier
from kiosk.domain.pack import PinVerifier
from kiosk.files import PRIVATE, write_whole

PINS_FILE = "pins.csv"
_HEADER = ("credential", "pin", "salt", "hash")


class PinsDamaged(Exception):
    """A line that cannot be read; `row` counts as a spreadsheet does."""

    def __init__(self, row: int) -> None:
        super().__init__(f"row {row}")
        self.row = row


@dataclass(frozen=True, slots=True)
class CardPin:
    """A card's PIN and its verifier."""

    pin: str
    verifier: PinVerifier


def add_pins(pins: Iterable[CardPin], credentials: Iterable[bytes]) -> tuple[CardPin, ...]:
    """PINs for all credentials: the known ones as they are, new ones drawn at random, six digits."""
    known = {pin.verifier.credential: pin for pin in pins}
    for credential in credentials:
        if credential not in known:
            pin = f"{secrets.randbelow(1_000_000):06}"
            known[credential] = CardPin(pin, make_verifier(credential, pin))
    return tuple(known.values())


def write_pins(path: Path, pins: Iterable[CardPin]) -> None:
    """Write pins.csv, mode 0600, whole or not at all."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(_HEADER)
    for pin in pins:
        verifier = pin.verifier
        writer.writerow((verifier.credential.hex(), pin.pin, verifier.salt.hex(), verifier.hash.hex()))
    write_whole(path, text.getvalue().encode(), PRIVATE)


def read_pins(path: Path) -> tuple[CardPin, ...]:
    """The PINs; none if there is no such file. Raises PinsDamaged and OSError."""
    if not path.exists():
        return ()
    try:
        lines = list(csv.reader(io.StringIO(path.read_text("utf-8"), newline="")))
    except (UnicodeDecodeError, csv.Error) as error:
        raise PinsDamaged(1) from error
    pins = []
    for number, line in enumerate(lines[1:], 2):
        try:
            credential, pin, salt, digest = line
            pins.append(
                CardPin(pin, PinVerifier(bytes.fromhex(credential), bytes.fromhex(salt), bytes.fromhex(digest)))
            )
        except ValueError as error:
            raise PinsDamaged(number) from error
    return tuple(pins)
