"""A kiosk's records onto a stick: everything the server has not acknowledged, sealed, read back and compared.

Exported is not acknowledged: the journal changes nothing by it, and exporting twice is harmless.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kiosk.crypto.sealing import SealingKey
from kiosk.domain.journal import MAX_BUNDLE_BYTES
from kiosk.services.kiosk import Kiosk
from kiosk.storage.errors import StorageDamaged
from kiosk.storage.journal import Tail
from sync.bundle import write_bundle
from sync.client import bundle_of
from sync.usb.attachments import export_attachments, forget_sent
from sync.usb.boxes import seal_bundle
from sync.usb.errors import NoContentYet
from sync.usb.layout import UP, kiosk_folder, read_up_name, up_name
from sync.usb.medium import Medium

logger = logging.getLogger(__name__)

SLACK = 100_000
"""Bytes of a bundle beside its entries: signature, seal, names."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What lies on the stick now, verified. `entries` are those no acknowledgement covers; it may be pulled out.

    `attachments_left` had no room; the next stick takes them.
    """

    entries: int
    files: int
    bytes: int
    attachments: int = 0
    attachments_left: int = 0


@dataclass(frozen=True, slots=True)
class Exporting:
    """How far it is: entries of all that are unsent."""

    done: int
    total: int


def export_records(kiosk: Kiosk, medium: Medium, told: Callable[[Exporting], None] = lambda how: None) -> Exported:
    """Write all unacknowledged entries; with none, a bundle without entries, which asks the server what is new. Then
    attachments, as far as there is room.

    On return everything was read back from the stick: it is safe to remove. Raises NoContentYet, StickFails or
    StorageError; then nothing is lost, and calling again writes what is missing.
    """
    key = _intake_key(kiosk)
    with medium.alone():
        return _export(kiosk, medium, key, told)


def _export(kiosk: Kiosk, medium: Medium, key: SealingKey, told: Callable[[Exporting], None]) -> Exported:
    folder = kiosk_folder(kiosk.identity.campaign, kiosk.identity.kiosk)
    total = kiosk.journal.state().unsent
    medium.clean(folder)
    medium.check_room([total * 600 + SLACK])  # a usual entry; a fuller stick shows while writing
    told(Exporting(0, total))
    written: set[str] = set()
    entries, size = 0, 0
    for tail in _tails(kiosk):
        name = up_name(tail.epoch, tail.first_seq)
        data = _sealed(kiosk, tail, key)
        medium.check_room([len(data)])
        medium.write(f"{folder}/{name}", [data])
        written.add(name)
        entries, size = entries + len(tail.entries), size + len(data)
        told(Exporting(entries, total))
    _remove_others(medium, folder, written)
    carried = export_attachments(kiosk, medium)
    return Exported(entries, len(written), size, carried.written, carried.left)


def forget_delivered(kiosk: Kiosk, medium: Medium) -> int:
    """Remove this kiosk's bundles that acknowledgements cover in full; how many. Raises StickFails."""
    folder, removed = kiosk_folder(kiosk.identity.campaign, kiosk.identity.kiosk), 0
    unsent = set(kiosk.journal.unsent_epochs())
    for name in medium.names(folder):
        place = read_up_name(name)
        if place is None:
            continue
        epoch, _ = place
        if epoch not in unsent or kiosk.journal.acked(epoch) >= kiosk.journal.last(epoch):
            medium.remove(f"{folder}/{name}")
            removed += 1
    forget_sent(kiosk, medium)
    return removed


def _intake_key(kiosk: Kiosk) -> SealingKey:
    if kiosk.library.is_empty:
        raise NoContentYet
    return SealingKey(kiosk.library.campaign.intake_key)


def _tails(kiosk: Kiosk) -> Iterator[Tail]:
    """Stretches of every epoch that is not delivered, of each at least one: an empty one asks what the server has."""
    journal = kiosk.journal
    *earlier, current = journal.unsent_epochs()
    for epoch in earlier:
        try:
            yield from _stretches(kiosk, epoch)
        except StorageDamaged as error:  # the server asks for entries that were lost with a damaged database
            logger.warning("ended epoch: %s", error)
    yield from _stretches(kiosk, current)


def _stretches(kiosk: Kiosk, epoch: bytes) -> Iterator[Tail]:
    tail = kiosk.journal.tail(kiosk.journal.acked(epoch), epoch=epoch)
    yield tail
    while tail.entries and (tail := kiosk.journal.tail(tail.first_seq - 1 + len(tail.entries), epoch=epoch)).entries:
        yield tail


def _sealed(kiosk: Kiosk, tail: Tail, key: SealingKey) -> bytes:
    identity = kiosk.identity
    bundle = write_bundle(bundle_of(kiosk, tail), kiosk.key)
    assert len(bundle) <= MAX_BUNDLE_BYTES * 4
    return seal_bundle(
        bundle, key, campaign=identity.campaign, kiosk=identity.kiosk, epoch=tail.epoch, first_seq=tail.first_seq
    )


def _remove_others(medium: Medium, folder: str, written: set[str]) -> None:
    """Bundles of earlier exports: what they hold is acknowledged or in the new ones."""
    for name in medium.names(folder):
        if name.endswith(UP) and name not in written:
            medium.remove(f"{folder}/{name}")
