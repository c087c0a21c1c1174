"""Whether a pack goes on with the keys of the one before: what is sealed already can only be counted with the old ones.

KeysChanged              nothing was built; `changed` says which, `KeyKind`s
"""

from __future__ import annotations

from pathlib import Path

from kiosk.crypto.signing import Purpose, SignatureRefused, VerifyKey, verify
from kiosk.domain.campaign import Campaign
from kiosk.domain.campaign_json import decode_campaign
from kiosk.domain.canonical import EncodingError
from kiosk.domain.pack import CAMPAIGN_FILE, decode_manifest
from organiser.key_text import KeyKind
from organiser.pack import BLOBS_FOLDER, MANIFEST_FILE


class KeysChanged(Exception):
    """The folder's pack is of the same campaign and has another tally key, intake key or salt."""

    def __init__(self, changed: tuple[KeyKind, ...]) -> None:
        super().__init__(", ".join(changed))
        self.changed = changed


def changed_keys(pack: Path, organiser: VerifyKey, campaign: Campaign) -> tuple[KeyKind, ...]:
    """What differs from the pack in a folder; nothing where there is none, or one of another campaign or organiser."""
    before = _campaign_in(pack, organiser)
    if before is None or before.id != campaign.id:
        return ()
    pairs = (
        (KeyKind.TALLY, before.tally_key, campaign.tally_key),
        (KeyKind.INTAKE, before.intake_key, campaign.intake_key),
        (KeyKind.SALT, before.salt, campaign.salt),
    )
    return tuple(kind for kind, old, new in pairs if old != new)


def _campaign_in(pack: Path, organiser: VerifyKey) -> Campaign | None:
    try:
        manifest = decode_manifest(verify((pack / MANIFEST_FILE).read_bytes(), Purpose.PACK, organiser))
    except (FileNotFoundError, SignatureRefused, EncodingError):
        return None
    file = manifest.file(CAMPAIGN_FILE)
    return None if file is None else decode_campaign((pack / BLOBS_FOLDER / file.sha256.hex()).read_bytes())
