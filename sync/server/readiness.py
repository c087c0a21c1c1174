"""What is wrong with a server that serves all the same: said once, in the log, when it starts.

Records of kiosks need none of it, so nothing of it keeps a server from starting.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

from kiosk.domain.canonical import EncodingError
from kiosk.domain.pack import Manifest
from sync.server.errors import NotFound, ServerRefused
from sync.server.publishing import campaign_of, current_manifest
from sync.server.server import Server
from sync.server.working_days import CalendarRefused, read_working_days

DAY_S = 86_400


def shortcomings(server: Server) -> Iterator[str]:
    """One sentence each, with what to do. Raises SQLAlchemyError."""
    try:
        manifest = current_manifest(server)
    except (ServerRefused, EncodingError, OSError) as error:
        yield f"the pack on offer cannot be read ({_named(error)}): publish it again"
    else:
        if manifest is not None:
            yield from _of_pack(server, manifest)
    try:
        read_working_days(server.folder)
    except (CalendarRefused, OSError) as error:
        yield f"deadlines wait for the calendar: {_named(error)}"


def _of_pack(server: Server, manifest: Manifest) -> Iterator[str]:
    missing = sum(not _is_here(server, file.sha256.hex(), file.size) for file in manifest.files)
    if missing:
        yield f"{missing} files of the pack on offer are not here: publish it again"
    try:
        campaign = campaign_of(server, manifest)
    except (ServerRefused, EncodingError, OSError) as error:
        yield f"the campaign in the pack on offer cannot be read ({_named(error)}): publish it again"
    else:
        if campaign.intake_key != server.intake.public.raw:
            yield "keys/intake.key is not the key that the pack on offer seals to: suggestions wait unread"
    if server.now() < manifest.created - DAY_S:
        now, made = (time.strftime("%Y-%m-%d", time.gmtime(at)) for at in (server.now(), manifest.created))
        yield f"this machine's clock says {now}, the pack on offer was made on {made}: set the clock"


def _is_here(server: Server, digest: str, size: int) -> bool:
    """True too where they lie in a store: asking it for every file would hold up the start."""
    try:
        path = server.blobs.local(digest)
        return path is None or path.stat().st_size == size
    except (NotFound, OSError):
        return False


def _named(error: Exception) -> str:
    """Codes, rows and file names; never contents."""
    return f"{type(error).__name__} {error.filename}" if isinstance(error, OSError) else str(error)
