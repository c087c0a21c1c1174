"""One kiosk with content and without a server: what its services need, and a look at what they left behind."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from organiser_samples import INTAKE_KEY, TALLY_KEY, sample_campaign
from sqlalchemy import select

from kiosk.crypto.cards import issue
from kiosk.crypto.sealing import open_sealed
from kiosk.crypto.signing import Purpose, SigningKey, sign
from kiosk.domain.access_json import encode_access
from kiosk.domain.campaign import Campaign
from kiosk.domain.campaign_json import encode_campaign
from kiosk.domain.canonical import encode_message, read
from kiosk.domain.credential import Credential, Role
from kiosk.domain.journal import Acknowledgement, Entry, Kind, Outcome, decode_entry
from kiosk.domain.pack import ACCESS_FILE, CAMPAIGN_FILE, Access, PinVerifier
from kiosk.domain.suggestion import (
    SealedSuggestion,
    Status,
    StatusList,
    Suggestion,
    decode_suggestion,
    suggestion_info,
)
from kiosk.services.kiosk import Kiosk, open_kiosk
from kiosk.storage.identity import Identity, save_identity
from kiosk.storage.models import SpentMark
from organiser.pack import build_pack

NOON = 1_639_800_000
"""18 December 2021, 12:00 in Qingdao: both sample sessions have begun."""
EXPIRES = 1_900_000_000
SERVER_EPOCH = b"s" * 16


@dataclass
class Booth:
    """A kiosk at v01. `now` is its wall clock, `up` the seconds since it runs; `kiosk` is open until `close`."""

    folder: Path
    now: float = NOON
    up: float = 0.0
    version: int = 0
    organiser: SigningKey = field(default_factory=lambda: SigningKey(b"o" * 32))
    server: SigningKey = field(default_factory=lambda: SigningKey(b"s" * 32))

    def __post_init__(self) -> None:
        identity = Identity(
            "v01-1", "v01", 1, "qd2021", "http://127.0.0.1", self.organiser.public.raw, self.server.public.raw
        )
        self.home = self.folder / "kiosk"
        self.home.mkdir()
        save_identity(self.home, identity)
        self.kiosk = self._open()

    def _open(self) -> Kiosk:
        return open_kiosk(self.home, lambda: self.now, lambda: self.up)

    def restart(self) -> Kiosk:
        """Close the kiosk and open its folder again."""
        self.kiosk.close()
        self.kiosk = self._open()
        return self.kiosk

    def close(self) -> None:
        self.kiosk.close()

    def publish(
        self,
        *,
        revoked: tuple[bytes, ...] = (),
        replaced: tuple[bytes, ...] = (),
        pins: tuple[PinVerifier, ...] = (),
        files: dict[str, bytes] | None = None,
        **changes: Any,
    ) -> Campaign:
        """Put the next version of the pack in force; `changes` are the campaign's fields."""
        self.version += 1
        campaign, out = sample_campaign(**changes), self.folder / f"pack-{self.version}"
        documents = {
            CAMPAIGN_FILE: encode_campaign(campaign),
            ACCESS_FILE: encode_access(Access(revoked, replaced, pins)),
        }
        paths = {}
        for name, data in (files or {}).items():
            paths[name] = self.folder / name.replace("/", "-")
            paths[name].write_bytes(data)
        build_pack(paths, documents, out, campaign="qd2021", version=self.version, created=NOON, key=self.organiser)
        for blob in (out / "blobs").iterdir():
            shutil.copy(blob, self.kiosk.content.blobs / blob.name)
        self.kiosk.content.activate((out / "manifest.cose").read_bytes())
        self.kiosk.library.reload()
        return campaign

    def publish_statuses(self, statuses: dict[bytes, Status], as_of: int = NOON, key: SigningKey | None = None) -> None:
        """Bring a status list, signed by the server unless another key is given."""
        listed = StatusList("qd2021", 1, as_of, statuses)
        self.kiosk.content.save_statuses(sign(encode_message(listed), Purpose.STATUSES, key or self.server))
        self.kiosk.library.reload()

    def acknowledge(self, server_time: int, spent: tuple[bytes, ...] = ()) -> None:
        """What a sync does with the server's answer when nothing was sent; a mark that was spent elsewhere in it."""
        tail = self.kiosk.journal.tail(self.kiosk.journal.state().acked_seq)
        self.kiosk.journal.accept(
            Acknowledgement(
                v=1,
                campaign="qd2021",
                kiosk="v01-1",
                epoch=tail.epoch,
                outcome=Outcome.STORED,
                acked_seq=tail.first_seq - 1,
                head_hash=tail.prev_hash,
                server_epoch=SERVER_EPOCH,
                server_time=server_time,
                pack_version=self.version,
                status_version=0,
                spent=spent,
                spent_cursor=len(spent),
            )
        )

    def credential(self, number: int = 1, **changes: Any) -> Credential:
        fields: dict[str, Any] = {
            "campaign": "qd2021",
            "id": number.to_bytes(10, "big"),
            "role": Role.REPRESENTATIVE,
            "category": "enterprise",
            "venue": "v01",
            "not_after": EXPIRES,
        }
        return Credential(**{**fields, **changes})

    def card(self, number: int = 1, **changes: Any) -> str:
        return issue(self.credential(number, **changes), self.organiser)

    def entries(self, kind: Kind | None = None) -> list[Entry]:
        """The journal's entries."""
        found = [decode_entry(data) for data in self.kiosk.journal.tail(0).entries]
        return [entry for entry in found if kind is None or entry.kind == kind]

    def spent(self) -> set[bytes]:
        """Every spent mark this kiosk knows."""
        with self.kiosk.journal.engine.begin() as connection:
            return set(connection.scalars(select(SpentMark.mark)))

    def suggestion(self, entry: Entry) -> Suggestion:
        """What the intake office reads of a suggestion's entry."""
        body = read(SealedSuggestion, entry.body)
        return decode_suggestion(open_sealed(body.sealed, INTAKE_KEY, suggestion_info(body.campaign, body.envelope)))

    def everything(self) -> bytes:
        """Every byte the kiosk has on its disk."""
        return b"".join(path.read_bytes() for path in sorted(self.home.rglob("*")) if path.is_file())


def open_rating(box: bytes, info: bytes) -> bytes:
    """What the count reads of a box sealed to the sample campaign's tally key."""
    return open_sealed(box, TALLY_KEY, info)
