"""One press of the staff's button with a stick plugged in: first what came back, then what has to go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.services.kiosk import Kiosk
from sync.pace import Progress
from sync.usb.errors import NoContentYet, NotForUs, StickOld, StickTampered
from sync.usb.export import Exported, Exporting, export_records
from sync.usb.medium import Medium
from sync.usb.returning import Returned, take_back


@dataclass(frozen=True, slots=True)
class Carried:
    """Both ways. `returned` is None if nothing was taken and `why` says why (a code, see sync.usb.errors).

    `exported` is None only if the kiosk has no content yet. The stick may be pulled out now.
    """

    returned: Returned | None
    why: str
    exported: Exported | None


def carry(
    kiosk: Kiosk,
    medium: Medium,
    came: Callable[[Progress], None] = lambda progress: None,
    went: Callable[[Exporting], None] = lambda how: None,
) -> Carried:
    """Take what is on the stick for this kiosk, then put on it what no acknowledgement covers.

    A stick that has nothing for this kiosk can still carry its records. Raises StickFails or StorageError.
    """
    returned, why = None, ""
    with medium.alone():
        try:
            returned = take_back(kiosk, medium, came)
        except (NotForUs, StickOld, StickTampered) as error:
            why = error.code
        try:
            return Carried(returned, why, export_records(kiosk, medium, went))
        except NoContentYet:
            return Carried(returned, why, None)
