"""What is set for one machine by hand: `settings.toml` in the kiosk's folder. It is not there by default.

mirror = "/media/mirror"     a folder on a second medium
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.canonical import EncodingError, read
from kiosk.storage.errors import StorageDamaged

FILE = "settings.toml"


@dataclass(frozen=True, slots=True)
class Preferences:
    """See the module. Unknown names are ignored."""

    mirror: str | None = None

    @property
    def mirror_folder(self) -> Path | None:
        """Where entries are written a second time, if anywhere."""
        return Path(self.mirror) if self.mirror else None


def load_preferences(folder: Path) -> Preferences:
    """Raises StorageDamaged if the file is there and cannot be read."""
    try:
        text = (folder / FILE).read_text("utf-8")
        return read(Preferences, tomllib.loads(text))
    except FileNotFoundError:
        return Preferences()
    except (OSError, ValueError, EncodingError) as error:
        raise StorageDamaged(FILE) from error
