"""Content that no longer verifies is taken out of force, so that the kiosk starts and fetches it anew (ADR 42)."""

from __future__ import annotations

import logging
from contextlib import suppress

from kiosk.crypto.signing import SignatureRefused
from kiosk.domain.canonical import EncodingError
from kiosk.files import fsync_folder
from kiosk.storage.content import CURRENT, PUT_OUT, ContentStore
from kiosk.storage.errors import StorageDamaged

logger = logging.getLogger(__name__)


def put_out_of_force(store: ContentStore) -> None:
    """No pack is in force afterwards; what is right of its documents stays for the next download. Raises OSError.

    The one before is not put back in its place: its list of refused cards is older (promise 4).
    """
    with suppress(SignatureRefused, EncodingError, StorageDamaged, OSError):
        manifest = store.current()
        for file in () if manifest is None else manifest.files:
            if file.name.endswith(".json"):
                store.recheck(file)
    current, put_out = store.folder / CURRENT, store.folder / PUT_OUT
    if current.exists():
        current.replace(put_out)
    else:
        put_out.touch()
    fsync_folder(store.folder)
    logger.warning("the pack in force did not verify; it will be fetched anew")
