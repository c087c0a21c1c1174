"""What can go wrong with a stick, and what to do about it. Nothing is lost by any of it: the kiosk keeps everything.

UsbError
├── StickFails           the medium: put it in again, or take another one
│   ├── NoStick          there is none, or it is not mounted
│   ├── StickBusy        another program reads or writes it just now
│   ├── StickFull        `needed` and `free` bytes
│   ├── StickReadOnly    a switch on it, or mounted so
│   ├── StickPulledOut   it went away in the middle
│   ├── StickDiffers     what was read back is not what was written: throw it away
│   └── StickBroken      an I/O error
├── NotForUs             the stick is fine and not meant for this machine; nothing was changed
│   ├── StickEmpty       nothing of ours is on it
│   ├── OtherCampaign
│   ├── OtherVenue       it carries other kiosks' things
│   └── OtherServer      sealed to another server's key
├── StickTampered        something on it is not what was signed or sealed; nothing was changed
├── StickOld             all on it is older than what this kiosk has; nothing was changed
└── NoContentYet         a kiosk without a pack does not know to whom it should seal
"""

from __future__ import annotations

from sync.errors import SyncError


class UsbError(SyncError):
    """`code` is short, stable and fit for logs and screens."""

    code = "stick"


class StickFails(UsbError):
    """The medium itself."""


class NoStick(StickFails):
    """Nothing is mounted there."""

    code = "no-stick"


class StickBusy(StickFails):
    """Wait until the other one is done."""

    code = "stick-busy"


class StickFull(StickFails):
    """`needed` and `free` are bytes."""

    code = "stick-full"

    def __init__(self, needed: int = 0, free: int = 0) -> None:
        super().__init__(self.code)
        self.needed = needed
        self.free = free


class StickReadOnly(StickFails):
    """It cannot be written."""

    code = "stick-read-only"


class StickPulledOut(StickFails):
    """What was written so far may be there or not."""

    code = "stick-pulled-out"


class StickDiffers(StickFails):
    """Such a stick loses data silently."""

    code = "stick-differs"


class StickBroken(StickFails):
    """An I/O error, or a file system that refuses our names."""

    code = "stick-broken"


class NotForUs(UsbError):
    """Nothing was changed."""


class StickEmpty(NotForUs):
    """Nothing of this product is on it."""

    code = "stick-empty"


class OtherCampaign(NotForUs):
    """It belongs to another campaign."""

    code = "stick-other-campaign"


class OtherVenue(NotForUs):
    """It carries things of other kiosks and nothing for this one."""

    code = "stick-other-venue"


class OtherServer(NotForUs):
    """Sealed to a key that this server does not have."""

    code = "stick-other-server"


class StickTampered(UsbError):
    """`file` is where on the stick."""

    code = "stick-tampered"

    def __init__(self, file: str = "") -> None:
        super().__init__(file)
        self.file = file


class StickOld(UsbError):
    """Already overtaken."""

    code = "stick-old"


class NoContentYet(UsbError):
    """Bring a pack first, by stick or by network."""

    code = "no-content-yet"
