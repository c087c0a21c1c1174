"""The witness as the screen shows it, and its printable page on its way to a stick."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kiosk.domain.staff import Moment
from kiosk.services.day import Witnessed
from kiosk.services.day_page import page
from ui.jobs import NETWORK, Ok, Result
from ui.viewmodels.context import Context
from ui.viewmodels.staff_ports import StaffTrouble
from ui.viewmodels.words import day_and_time, from_unix


def derive_witness(witnessed: Witnessed) -> dict[str, Any]:
    """{text, head, seq, at, closed, agrees, counts: {…}}; `head` in groups of eight digits, two lines."""
    witness = witnessed.witness
    digits = witness.head_hash.hex()
    groups = [digits[i : i + 8] for i in range(0, 64, 8)]
    counts = witness.counts
    return {
        "text": witnessed.text,
        "head": " ".join(groups[:4]) + "\n" + " ".join(groups[4:]),
        "seq": witness.seq,
        "at": day_and_time(from_unix(witness.at)),
        "closed": witness.moment is Moment.CLOSED,
        "agrees": counts.agrees,
        "total": witness.total,
        "casts": counts.casts,
        "ratings": counts.ratings,
        "forms": counts.forms,
        "suggestions": counts.suggestions,
        "signedIn": counts.signed_in,
        "castAll": counts.cast_all,
        "castSome": counts.cast_some,
        "castNone": counts.cast_none,
        "unsent": counts.unsent,
    }


class PaperSaver:
    """Writes the page of a witness onto the stick that is plugged in. `state`: empty, busy, done or a code."""

    def __init__(self, context: Context, changed: Callable[[], None]) -> None:
        self._context, self._changed = context, changed
        self.state = ""

    def save(self, witnessed: Witnessed) -> None:
        """As `<kiosk>-<moment>-<seq>.html`; a printer anywhere prints it."""
        if self.state == "busy":
            return
        self.state = "busy"
        self._changed()
        kiosk, ports, witness = self._context.kiosk, self._context.staff, witnessed.witness
        venue = kiosk.library.campaign.venue(kiosk.identity.venue).name
        name = f"{witness.kiosk}-{witness.moment.value}-{witness.seq}.html"
        data = page(witnessed, f"{venue.zh}会场 {venue.en}".strip()).encode("utf-8")

        def work() -> None:
            sticks = ports.sticks()
            if not sticks:
                raise StaffTrouble("no-stick")
            ports.save(sticks[-1].folder, name, data)

        self._context.jobs.run(NETWORK, work, self._saved)

    def _saved(self, result: Result[None]) -> None:
        self.state = "done" if isinstance(result, Ok) else str(getattr(result.error, "code", "stick"))
        self._changed()
