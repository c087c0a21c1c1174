"""The content store: packs as signed manifests, files as blobs named by their hash (DESIGN.md §8).

content/blobs/<sha256>          verified files
content/blobs/<sha256>.part     downloads under way (see sync.download)
content/packs/<version>.cose    signed manifests
content/current                 the version in force, replaced atomically
content/current.damaged         what it was before that pack was put out of force
content/statuses.cose           the server's signed status list
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from kiosk.crypto.signing import Purpose, VerifyKey, verify
from kiosk.domain.pack import Manifest, PackFile, decode_manifest, read_chunks
from kiosk.files import fsync_folder, write_whole
from kiosk.storage.errors import StorageDamaged

CURRENT, PUT_OUT = "current", "current.damaged"


class ContentStore:
    """Packs on disk. A file is only ever handed out after it was verified against a signed manifest."""

    def __init__(self, folder: Path, organiser: VerifyKey, campaign: str) -> None:
        self.folder = folder
        self._organiser = organiser
        self._campaign = campaign
        self._last_read: tuple[bytes, Manifest] | None = None
        self._trusted: dict[bytes, tuple[int, int, int]] = {}
        self.blobs = folder / "blobs"
        self._packs = folder / "packs"
        for path in (self.blobs, self._packs):
            path.mkdir(parents=True, exist_ok=True)

    def read_manifest(self, message: bytes) -> Manifest:
        """A genuine manifest of this campaign. Raises SignatureRefused or EncodingError.

        The same bytes are genuine again: a sync looks at the one in force each time, and it may have 300 kB.
        """
        if self._last_read is not None and self._last_read[0] == message:
            return self._last_read[1]
        manifest = decode_manifest(verify(message, Purpose.PACK, self._organiser))
        if manifest.campaign != self._campaign:
            raise StorageDamaged("a pack of another campaign")
        self._last_read = message, manifest
        return manifest

    def current_version(self) -> int:
        """The version in force; 0 if there is none.

        Where that was lost, cannot be read or names a pack that is not here, it is the highest that is, for versions
        only rise; but not after a pack that did not verify was put out of force (kiosk.storage.content_rescue).
        """
        try:
            version = int((self.folder / CURRENT).read_text("ascii"))
        except (OSError, ValueError):
            version = 0
        if (self._packs / f"{version}.cose").exists():
            return version
        return 0 if (self.folder / PUT_OUT).exists() else max(self._versions(), default=0)

    def _versions(self) -> list[int]:
        return sorted(int(path.stem) for path in self._packs.glob("*.cose") if path.stem.isdecimal())

    def current_message(self) -> bytes | None:
        """The signed manifest in force, as bytes."""
        path = self._packs / f"{self.current_version()}.cose"
        return path.read_bytes() if path.exists() else None

    def current(self) -> Manifest | None:
        """The manifest in force, or None before the first pack."""
        message = self.current_message()
        return None if message is None else self.read_manifest(message)

    def blob(self, file: PackFile) -> Path:
        """Where a file's verified bytes lie, once they are there."""
        return self.blobs / file.sha256.hex()

    def has(self, file: PackFile) -> bool:
        """Whether the verified file is there at its full size."""
        try:
            return self.blob(file).stat().st_size == file.size
        except FileNotFoundError:
            return False

    def missing(self, manifest: Manifest) -> tuple[PackFile, ...]:
        """Files of a pack that must still be fetched, smallest first, each content once."""
        wanted = {file.sha256: file for file in manifest.files if not self.has(file)}
        return tuple(sorted(wanted.values(), key=lambda file: file.size))

    def recheck(self, file: PackFile) -> bool:
        """Read a stored file again and compare; one that no longer matches goes back to being fetched.

        What is right of it, from its start, need not be fetched again (sync.download).
        """
        path = self.blob(file)
        try:
            with path.open("rb") as stream:
                good = all(
                    hashlib.sha256(chunk).digest() == expected
                    for chunk, expected in zip(read_chunks(stream), file.chunks, strict=True)
                )
        except FileNotFoundError:
            return False
        except (OSError, ValueError):
            good = False
        if not good:
            path.replace(path.with_suffix(".part"))
            fsync_folder(self.blobs)
        return good

    def trusted(self, file: PackFile) -> bool:
        """Whether a file may be shown: read once since the start, and again after it was touched.

        Blocks for as long as the disk needs to read it.
        """
        try:
            stat = self.blob(file).stat()
        except FileNotFoundError:
            return False
        seen = (stat.st_ino, stat.st_mtime_ns, stat.st_size)
        if self._trusted.get(file.sha256) != seen:
            if not self.recheck(file):
                return False
            self._trusted[file.sha256] = seen
        return True

    def damaged(self) -> tuple[str, ...]:
        """Read every file of the pack in force and name those that are missing or damaged; for opening the day."""
        manifest = self.current()
        return () if manifest is None else tuple(file.name for file in manifest.files if not self.recheck(file))

    def incomplete(self) -> bool:
        """Whether a file of the pack in force must be fetched again."""
        manifest = self.current()
        return manifest is not None and bool(self.missing(manifest))

    def activate(self, message: bytes) -> Manifest:
        """Put a complete pack in force by one atomic switch; versions only rise.

        Raises StorageDamaged if a file is missing or the version falls. Durable on return.
        """
        manifest = self.read_manifest(message)
        if manifest.version < self.current_version():
            raise StorageDamaged(f"pack version {manifest.version} is older than the one in force")
        if self.missing(manifest):
            raise StorageDamaged(f"pack version {manifest.version} is not complete")
        write_whole(self._packs / f"{manifest.version}.cose", message)
        write_whole(self.folder / CURRENT, str(manifest.version).encode("ascii"))
        (self.folder / PUT_OUT).unlink(missing_ok=True)
        return manifest

    def collect(self) -> int:
        """Delete blobs and manifests that neither the pack in force nor the previous one needs; bytes freed."""
        versions = self._versions()
        keep = [v for v in versions if v <= self.current_version()][-2:]
        manifests = [self.read_manifest((self._packs / f"{v}.cose").read_bytes()) for v in keep]
        needed = {file.sha256.hex() for manifest in manifests for file in manifest.files}
        freed = 0
        for path in self.blobs.iterdir():
            if path.name.split(".")[0] not in needed and path.is_file():  # a disk of its own has `lost+found`
                freed += path.stat().st_size
                path.unlink()
        for version in versions:
            if version not in keep:
                (self._packs / f"{version}.cose").unlink()
        return freed

    def free_bytes(self) -> int:
        """Free space where content lies."""
        stat = os.statvfs(self.folder)
        return stat.f_bavail * stat.f_frsize

    def save_statuses(self, message: bytes) -> None:
        """Keep the server's signed status list, as it came, durably."""
        write_whole(self.folder / "statuses.cose", message)

    def statuses_message(self) -> bytes | None:
        """The stored status list's bytes, or None."""
        path = self.folder / "statuses.cose"
        return path.read_bytes() if path.exists() else None
