"""What is set for one machine by hand: `settings.toml` in the kiosk's folder. It is not there by default.

mirror = "/media/mirror"                a folder on a second medium
proxy = "http://10.0.0.1:3128"          the way to the server; what the environment says is ignored
certificates = "/etc/sanmin/ca.pem"     authorities that vouch for the server, in place of the public ones
memory_mb = 1500             above this the program starts anew after a visit
volume = 60                  percent with which each visit begins
touch_sound = true           whether touches sound when a visit begins
expects = ["camera"]         devices that are reported when they are not plugged in: touch, camera, scanner
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.canonical import EncodingError, read
from kiosk.files import write_whole
from kiosk.storage.errors import StorageDamaged

FILE = "settings.toml"


@dataclass(frozen=True, slots=True)
class Preferences:
    """See the module. Unknown names are ignored."""

    mirror: str | None = None
    proxy: str | None = None
    certificates: str | None = None
    memory_mb: int = 1_500
    expects: tuple[str, ...] = ()
    volume: int = 60
    touch_sound: bool = True

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


def kept_folders(folder: Path) -> tuple[Path, ...]:
    """Folders whose medium stays in this kiosk: what hangs on USB may be the mirror's. Raises StorageDamaged."""
    mirror = load_preferences(folder).mirror_folder
    return (folder,) if mirror is None else (folder, mirror)


def set_mirror(folder: Path, mirror: Path) -> None:
    """Put the mirror's folder into the file, durably; other lines stay. Raises StorageDamaged or OSError."""
    _set(folder, "mirror", json.dumps(str(mirror), ensure_ascii=False))  # TOML reads what JSON quotes


def set_volume(folder: Path, percent: int) -> None:
    """Keep the volume with which visits begin, as above."""
    _set(folder, "volume", str(percent))


def set_touch_sound(folder: Path, on: bool) -> None:
    """Keep whether touches sound when a visit begins, as above."""
    _set(folder, "touch_sound", "true" if on else "false")


def _set(folder: Path, name: str, value: str) -> None:
    load_preferences(folder)
    path = folder / FILE
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    kept = [line for line in lines if line.split("=")[0].strip() != name]
    kept.insert(0, f"{name} = {value}")
    write_whole(path, ("\n".join(kept) + "\n").encode("utf-8"))
