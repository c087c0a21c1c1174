"""A kiosk's process: opens the real kiosk of one folder and does what it is told, until its standard input ends.

python -m rehearsal.booth FOLDER DIARY
"""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import requests

from kiosk.domain.staff import Witness
from kiosk.services.kiosk import Kiosk, open_kiosk
from kiosk.services.sign_in import attendance_slot
from kiosk.storage.identity import IDENTITY_FILE
from rehearsal.diary import Diary, Line, Saw, read_diary
from rehearsal.orders import CloseDay, Enrol, OpenDay, Order, Play, Report, Sync, read_order, write_report
from rehearsal.visitor import Visitor
from rehearsal.visits import read_visits
from sync.client import run_once
from sync.enrol import enrol
from sync.errors import SyncError
from sync.http import new_session
from sync.usb.carrying import carry
from sync.usb.medium import Medium


class Booth:
    """One kiosk and the people in front of it."""

    def __init__(self, folder: Path, diary: Path) -> None:
        self._folder = folder
        self._diary = Diary(diary)
        self._past: defaultdict[int, list[Line]] = defaultdict(list)
        for line in read_diary(diary):
            self._past[line.visit].append(line)
        self._ahead = 0
        self._session: requests.Session = new_session()
        self._kiosk: Kiosk | None = self._open() if (folder / IDENTITY_FILE).exists() else None

    def obey(self, order: Order) -> Report:
        """Do it; what there is to say at the end."""
        if isinstance(order, Enrol):
            self._enrol(order)
            return self._stand()
        self._ahead = order.ahead
        match order:
            case OpenDay():
                return self._witnessed(self.kiosk.day.open(self._staff(order)).witness)
            case CloseDay():
                return self._witnessed(self.kiosk.day.close(self._staff(order)).witness)
            case Play():
                return self._play(order)
            case Sync():
                return replace(self._stand(), trouble=self._sync())
            case _:
                carry(self.kiosk, Medium(Path(order.stick)))
                return self._stand()

    @property
    def kiosk(self) -> Kiosk:
        """The enrolled kiosk."""
        if self._kiosk is None:
            raise RuntimeError("not enrolled")
        return self._kiosk

    def _open(self) -> Kiosk:
        return open_kiosk(self._folder, lambda: time.time() + self._ahead)

    def _enrol(self, order: Enrol) -> None:
        if self._kiosk is None:
            enrol(self._folder, order.url, order.code, self._session)
            self._kiosk = self._open()
        if trouble := self._sync():
            raise RuntimeError(trouble)

    def _staff(self, order: OpenDay | CloseDay) -> bytes:
        signed = self.kiosk.sign_in.enter(self.kiosk.sign_in.present(order.card), order.pin)
        slot = attendance_slot(signed.session, signed.at)
        self._diary.write(Line(0, Saw.SIGNED_IN, credential=signed.credential.id.hex(), slot=slot))
        return signed.credential.id

    def _play(self, order: Play) -> Report:
        for place, visit in enumerate(read_visits(Path(order.visits)), 1):
            past = self._past[visit.number]
            if any(line.saw is Saw.DONE for line in past):
                continue
            say(Report("step", visit.number))
            Visitor(self.kiosk, self._diary, visit, past).play()
            if order.sync_every and place % order.sync_every == 0:
                self._sync()
        return self._stand()

    def _sync(self) -> str:
        began = time.perf_counter()
        try:
            self.kiosk.tend()
            report = run_once(self.kiosk, self._session)
        except SyncError as error:
            self._diary.write(Line(0, Saw.SYNC_FAILED, words=error.code))
            return error.code
        self._diary.write(Line(0, Saw.SYNCED, seconds=time.perf_counter() - began, entries=report.sent))
        return ""

    def _witnessed(self, witness: Witness) -> Report:
        return replace(self._stand(), seq=witness.seq, head=witness.head_hash.hex())

    def _stand(self) -> Report:
        return Report("done", unsent=self.kiosk.journal.state().unsent)

    def close(self) -> None:
        """In good order."""
        if self._kiosk is not None:
            self._kiosk.close()
        self._diary.close()


def say(report: Report) -> None:
    """To whoever runs this process."""
    sys.stdout.buffer.write(write_report(report))
    sys.stdout.buffer.flush()


def main(folder: str, diary: str) -> None:
    """Orders in, reports out."""
    booth = Booth(Path(folder), Path(diary))
    try:
        for line in sys.stdin.buffer:
            say(booth.obey(read_order(line)))
    finally:
        booth.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
