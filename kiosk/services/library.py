"""What is published: the pack in force and the status list, read once and kept until a new one arrives."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from kiosk.crypto.signing import Purpose, SignatureRefused, VerifyKey, verify
from kiosk.domain.access_json import decode_access
from kiosk.domain.campaign import Campaign
from kiosk.domain.campaign_json import decode_campaign
from kiosk.domain.canonical import EncodingError
from kiosk.domain.held_statuses import HeldStatuses, hold_statuses
from kiosk.domain.pack import ACCESS_FILE, CAMPAIGN_FILE, Access, Manifest, PackFile, PinVerifier
from kiosk.domain.results import RESULTS_FILE, PublishedResults, decode_results
from kiosk.storage.content import ContentStore
from kiosk.storage.errors import StorageDamaged


@dataclass(frozen=True, slots=True)
class Published:
    """One pack, ready for use. `pack` is the SHA-256 of its signed manifest; `created` is Unix seconds.

    `results` are there once the organiser released them.
    """

    campaign: Campaign
    access: Access
    manifest: Manifest
    pack: bytes
    results: PublishedResults | None = None

    @property
    def created(self) -> int:
        """When the organiser signed this content."""
        return self.manifest.created

    def pin_of(self, credential: bytes) -> PinVerifier | None:
        """The verifier of a card's PIN, if it has one."""
        return next((pin for pin in self.access.pins if pin.credential == credential), None)


class NothingPublished(Exception):
    """There is no content yet; the kiosk shows its waiting screen."""


class Library:
    """The published content of this kiosk. `reload` after a new pack was stored."""

    def __init__(self, store: ContentStore, server: VerifyKey) -> None:
        self._store = store
        self._server = server
        self._published: Published | None = None
        self._statuses: HeldStatuses | None = None
        self.reload()

    def reload(self) -> None:
        """Read what is in force. A status list that is damaged or cannot be read is dropped; the next sync
        brings it again.

        Raises StorageDamaged if the pack in force does not verify.
        """
        try:
            message = self._store.current_message()
        except OSError as error:
            raise StorageDamaged("the pack in force") from error
        self._published = None if message is None else self._read_pack(message)
        self._statuses = self._read_statuses()

    def check(self, message: bytes) -> None:
        """Whether this program can read the documents of a pack that is not in force yet, though they are here.

        Raises StorageDamaged.
        """
        self._read_pack(message)

    def keep_statuses(self, message: bytes, statuses: HeldStatuses) -> None:
        """Store the server's list durably and go by it. `statuses` is what the verified message says."""
        self._store.save_statuses(message)
        self._statuses = statuses

    @property
    def published(self) -> Published:
        """The pack in force. Raises NothingPublished."""
        if self._published is None:
            raise NothingPublished
        return self._published

    @property
    def is_empty(self) -> bool:
        """Whether no pack has arrived yet."""
        return self._published is None

    @property
    def campaign(self) -> Campaign:
        """The campaign in force. Raises NothingPublished."""
        return self.published.campaign

    @property
    def statuses(self) -> HeldStatuses | None:
        """The latest status list, or None."""
        return self._statuses

    def path(self, name: str) -> Path | None:
        """Where a file of the pack lies, or None while it has not arrived; it was verified when it came."""
        file = None if self._published is None else self._published.manifest.file(name)
        return self._store.blob(file) if file is not None and self._store.has(file) else None

    def playable(self, name: str) -> Path | None:
        """As `path`, and read through once since the start: never a file that was damaged on the disk since.

        Blocks while a video is read the first time, a fraction of a second; not for the GUI thread.
        """
        file = None if self._published is None else self._published.manifest.file(name)
        return self._store.blob(file) if file is not None and self._store.trusted(file) else None

    def _read_pack(self, message: bytes) -> Published:
        try:
            manifest = self._store.read_manifest(message)
            campaign = decode_campaign(self._bytes(manifest.file(CAMPAIGN_FILE)))
            access = decode_access(self._bytes(manifest.file(ACCESS_FILE)))
            results = self._read_results(manifest, campaign.id)
        except (SignatureRefused, EncodingError, OSError) as error:
            raise StorageDamaged("the pack in force") from error
        return Published(campaign, access, manifest, hashlib.sha256(message).digest(), results)

    def _read_results(self, manifest: Manifest, campaign: str) -> PublishedResults | None:
        file = manifest.file(RESULTS_FILE)
        return decode_results(self._bytes(file), campaign) if file else None

    def _bytes(self, file: PackFile | None) -> bytes:
        if file is None:
            raise EncodingError("wrong-shape", "pack without its documents")
        data = self._store.blob(file).read_bytes()
        if hashlib.sha256(data).digest() != file.sha256:
            raise EncodingError("damaged", file.name)
        return data

    def _read_statuses(self) -> HeldStatuses | None:
        try:
            message = self._store.statuses_message()
            return None if message is None else self._statuses_in(message)
        except (SignatureRefused, EncodingError, OSError):
            return None

    def _statuses_in(self, message: bytes) -> HeldStatuses:
        return hold_statuses(verify(message, Purpose.STATUSES, self._server))
