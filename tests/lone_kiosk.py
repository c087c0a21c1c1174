"""A real kiosk's folder without a server: enrolled by hand, with a small signed pack, for tests of storage."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from pathlib import Path

from organiser_samples import sample_campaign

from kiosk.crypto.cards import issue
from kiosk.crypto.pin import make_verifier
from kiosk.crypto.sealing import OpeningKey
from kiosk.crypto.signing import Purpose, SigningKey, sign
from kiosk.domain.access_json import encode_access
from kiosk.domain.campaign_json import encode_campaign
from kiosk.domain.canonical import encode_message
from kiosk.domain.credential import Credential, Role
from kiosk.domain.journal import Acknowledgement, Outcome
from kiosk.domain.pack import ACCESS_FILE, CAMPAIGN_FILE, Access, Manifest, PinVerifier, describe
from kiosk.services.kiosk import Kiosk, open_kiosk
from kiosk.storage.content import ContentStore
from kiosk.storage.identity import Identity, kiosk_key, save_identity

NOW = 1_639_800_000
"""18 December 2021, 12:00 in Qingdao: both sample sessions are over, rating is open."""
PIN = "246810"
DEPARTMENTS = ("fgw", "kjj", "jyj", "jtj")


@dataclass
class LoneKiosk:
    """A kiosk's folder and the keys around it. `now` is its clock."""

    folder: Path
    now: float = NOW
    organiser: SigningKey = field(default_factory=SigningKey.generate)
    server: SigningKey = field(default_factory=SigningKey.generate)
    tally: OpeningKey = field(default_factory=OpeningKey.generate)
    intake: OpeningKey = field(default_factory=OpeningKey.generate)
    pins: tuple[PinVerifier, ...] = ()

    def make(self, **changes: object) -> LoneKiosk:
        """Write the folder."""
        kiosk_key(self.folder)
        keys = (self.organiser.public.raw, self.server.public.raw)
        save_identity(self.folder, Identity("v01-1", "v01", 1, "qd2021", "https://sanmin.invalid", *keys))
        self.publish(1, {}, **changes)
        return self

    def publish(self, version: int, files: dict[str, bytes], **changes: object) -> Manifest:
        """Put a pack with these files in force."""
        campaign = sample_campaign(tally_key=self.tally.public.raw, intake_key=self.intake.public.raw, **changes)
        documents = {
            CAMPAIGN_FILE: encode_campaign(campaign),
            ACCESS_FILE: encode_access(Access((), (), self.pins)),
        }
        return put_pack(self.content(), self.organiser, version, documents | files)

    def content(self) -> ContentStore:
        """The folder's content store."""
        return ContentStore(self.folder / "content", self.organiser.public, "qd2021")

    def open(self) -> Kiosk:
        """The kiosk of this folder."""
        return open_kiosk(self.folder, lambda: self.now)

    def credential(self, number: int, role: Role = Role.REPRESENTATIVE) -> Credential:
        """The same card for the same number."""
        category = "enterprise" if role is Role.REPRESENTATIVE else ""
        return Credential("qd2021", number.to_bytes(10, "big"), role, category, "v01", 1_900_000_000)

    def card(self, number: int, role: Role = Role.REPRESENTATIVE) -> str:
        """The text of its QR."""
        return issue(self.credential(number, role), self.organiser)

    def with_pin(self, number: int, pin: str = PIN) -> LoneKiosk:
        """Give a card a PIN; before `make`."""
        self.pins = (*self.pins, make_verifier(number.to_bytes(10, "big"), pin))
        return self


def put_pack(content: ContentStore, organiser: SigningKey, version: int, files: dict[str, bytes]) -> Manifest:
    """Write a pack's blobs and put it in force."""
    message, described = pack_message(organiser, version, files)
    for name, data in files.items():
        found = described.file(name)
        assert found is not None
        content.blob(found).write_bytes(data)
    return content.activate(message)


def pack_message(organiser: SigningKey, version: int, files: dict[str, bytes]) -> tuple[bytes, Manifest]:
    """A signed manifest of these files, and what it says."""

    described = tuple(describe(name, io.BytesIO(data)) for name, data in sorted(files.items()))
    manifest = Manifest(1, "qd2021", version, NOW, described)
    return sign(encode_message(manifest), Purpose.PACK, organiser), manifest


def acknowledged(epoch: bytes, seq: int, head: bytes, **changes: object) -> Acknowledgement:
    """What a server would have answered, verified."""
    values: dict[str, object] = {
        "v": 1,
        "campaign": "qd2021",
        "kiosk": "v01-1",
        "epoch": epoch,
        "outcome": Outcome.STORED,
        "acked_seq": seq,
        "head_hash": head,
        "server_epoch": b"s" * 16,
        "server_time": NOW,
        "pack_version": 1,
        "status_version": 0,
        "spent": (),
        "spent_cursor": 0,
    }
    return Acknowledgement(**(values | changes))  # type: ignore[arg-type]
