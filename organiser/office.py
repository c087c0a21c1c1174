"""The organiser's own folder: keys, the roster's cards and PINs. It never leaves the organiser's machine.

<office>/organiser.pem, organiser.pub     signs packs, cards and the count
<office>/tally.pub                        from the ceremony; the shares are with the trustees
<office>/intake.pub, salt                 the server's intake key, the salt of spent marks
<office>/roster_issued.csv, pins.csv      who holds which card
"""

from __future__ import annotations

import errno
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from kiosk.crypto.signing import SigningKey, VerifyKey
from kiosk.domain.campaign import Campaign
from kiosk.domain.credential import Role
from kiosk.domain.pack import Access
from kiosk.files import PRIVATE, write_whole
from organiser.ceremony import TALLY_PUBLIC_FILE
from organiser.folder.reading import PublicKeys
from organiser.issuing import ISSUED_FILE, Issued, read_issued, write_issued
from organiser.key_text import KeyKind, key_text
from organiser.keys import ORGANISER_KEY_FILE, ORGANISER_PUBLIC_FILE, read_public, read_signing_key
from organiser.pins import PINS_FILE, CardPin, add_pins, read_pins, write_pins

INTAKE_FILE, SALT_FILE = "intake.pub", "salt"


@dataclass(frozen=True, slots=True)
class Office:
    """One organiser's folder."""

    folder: Path

    @property
    def key(self) -> SigningKey:
        """Raises KeyRefused."""
        return read_signing_key(self.folder / ORGANISER_KEY_FILE)

    @property
    def public(self) -> VerifyKey:
        """Raises KeyRefused."""
        return VerifyKey(read_public(self.folder / ORGANISER_PUBLIC_FILE))

    def public_keys(self) -> PublicKeys:
        """What a pack needs of keys; the salt is drawn on first use. Raises KeyRefused."""
        return PublicKeys(
            tally=read_public(self.folder / TALLY_PUBLIC_FILE, KeyKind.TALLY),
            intake=read_public(self.folder / INTAKE_FILE, KeyKind.INTAKE),
            salt=self._salt(),
        )

    @property
    def issued_file(self) -> Path:
        """The list of every card made so far."""
        return self.folder / ISSUED_FILE

    def issued(self) -> Issued:
        """Every card made so far. Raises IssuedDamaged, and OSError if there is no such office."""
        if not self.folder.is_dir():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(self.folder))
        path = self.issued_file
        return read_issued(path) if path.exists() else Issued(())

    def save_issued(self, issued: Issued) -> None:
        """Keep the cards, durably."""
        write_issued(self.folder / ISSUED_FILE, issued)

    def pins(self, campaign: Campaign) -> tuple[CardPin, ...]:
        """PINs for every valid card whose role needs one; new ones are drawn and kept. Raises PinsDamaged."""
        needs = {Role.STAFF: campaign.pin.staff, Role.REPRESENTATIVE: campaign.pin.representative}
        wanted = [card.id for card in self.issued().valid if needs[card.row.role]]
        path = self.folder / PINS_FILE
        known = read_pins(path)
        pins = add_pins(known, wanted)
        if len(pins) != len(known):
            write_pins(path, pins)
        ids = set(wanted)
        return tuple(pin for pin in pins if pin.verifier.credential in ids)

    def access(self, campaign: Campaign) -> Access:
        """What kiosks need to know about cards."""
        issued = self.issued()
        return Access(issued.revoked, issued.replaced, tuple(pin.verifier for pin in self.pins(campaign)))

    def _salt(self) -> bytes:
        path = self.folder / SALT_FILE
        if not path.exists():
            salt = key_text(KeyKind.SALT, secrets.token_bytes(KeyKind.SALT.size))
            write_whole(path, salt.encode("ascii") + b"\n", PRIVATE)
        return read_public(path, KeyKind.SALT)
