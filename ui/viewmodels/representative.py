"""The representative's home: that one is signed in, which sessions are cast, open or yet to come."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.campaign import Campaign
from kiosk.services.sign_in import SignedIn
from ui.jobs import DATABASE, Ok, Result
from ui.qml_types import Property, QmlUncreatable
from ui.viewmodels.context import Context
from ui.viewmodels.words import both, day_and_time, from_unix, session_name, session_opens

QML_IMPORT_NAME = "SanMin.Models"
QML_IMPORT_MAJOR_VERSION = 1


def derive_sessions(
    campaign: Campaign, spent: frozenset[str], open_now: frozenset[str], now: int
) -> list[dict[str, Any]]:
    """[{number, name, state, opens, cast, total, dots}]; state is cast, open, partly or later."""
    rows = []
    for session in campaign.sessions:
        ids = [d.id for d in campaign.departments_of(session.number)]
        cast = sum(id in spent for id in ids)
        later = not any(id in open_now for id in ids)
        state = "cast" if cast == len(ids) else "later" if later else "partly" if cast else "open"
        rows.append(
            {
                "number": session.number,
                "name": session_name(session.number),
                "state": state,
                "opens": session_opens(session, now) if later else both(None),
                "cast": cast,
                "total": len(ids),
                "dots": ["cast" if id in spent else "later" if id not in open_now else "open" for id in ids],
            }
        )
    return rows


def next_session(rows: list[dict[str, Any]]) -> int:
    """The first session that can be rated now and is not finished; 0 if there is none."""
    return next((int(row["number"]) for row in rows if row["state"] in ("open", "partly")), 0)


@QmlElement
@QmlUncreatable("made by the shell")
class RepresentativeModel(QObject):
    """View model of the representative's home."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._signed_in = _signed_in(context)
        self._spent: frozenset[str] = frozenset()
        self._open: frozenset[str] = frozenset()
        self._ready = False
        self._trouble = ""
        self.refresh()

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """Whether it is known what was cast."""
        return self._ready

    @Property(str, notify=changed)
    def trouble(self) -> str:
        """Empty, or storage."""
        return self._trouble

    @Property("QVariantMap", constant=True)
    def category(self) -> dict[str, str]:
        """企业代表."""
        category = self._context.campaign.category(self._signed_in.credential.category)
        return both(category.name if category else None)

    @Property("QVariantMap", constant=True)
    def signedInAt(self) -> dict[str, str]:
        """Date and time of signing in."""
        return day_and_time(from_unix(self._signed_in.at))

    @Property("QVariantMap", constant=True)
    def place(self) -> dict[str, str]:
        """市南区会场 · 第二场."""
        venue = self._context.campaign.venue(self._context.kiosk.identity.venue).name
        if self._signed_in.session is None:
            return {"zh": f"{venue.zh}会场", "en": f"{venue.en} venue"}
        session = session_name(self._signed_in.session)
        return {"zh": f"{venue.zh}会场 · {session['zh']}", "en": f"{venue.en} venue · {session['en']}"}

    @Property("QVariantList", notify=changed)
    def sessions(self) -> list[dict[str, Any]]:
        """See derive_sessions."""
        return derive_sessions(self._context.campaign, self._spent, self._open, self._context.kiosk.clock.now())

    @Property(int, notify=changed)
    def castCount(self) -> int:
        """Departments rated so far."""
        return len(self._spent)

    @Property(int, notify=changed)
    def openCount(self) -> int:
        """Departments not rated yet."""
        return len(self._context.campaign.departments) - len(self._spent)

    @Property("QVariantMap", notify=changed)
    def next(self) -> dict[str, Any]:
        """What to rate next: {session, name, count}; empty if nothing can be rated now."""
        number = next_session(self.sessions)
        if not number:
            return {}
        row = self.sessions[number - 1]
        return {"session": number, "name": row["name"], "count": row["total"] - row["cast"]}

    @Slot(int)
    def rate(self, session: int) -> None:
        """Rate the departments of a session."""
        self._context.open_screen("rate", {"session": session})

    @Slot()
    def suggest(self) -> None:
        """The suggestion form, in one's own name if one wishes."""
        self._context.open_screen("suggest", {})

    @Slot()
    def refresh(self) -> None:
        """Ask anew what was cast: by this card, here or anywhere."""
        voting, credential = self._context.kiosk.voting, self._signed_in.credential
        self._context.jobs.run(DATABASE, lambda: (voting.spent(credential), voting.open_departments()), self._refreshed)

    def _refreshed(self, result: Result[tuple[frozenset[str], frozenset[str]]]) -> None:
        if isinstance(result, Ok):
            self._spent, self._open = result.value
            self._ready, self._trouble = True, ""
        else:
            self._trouble = "storage"
        self.changed.emit()


def _signed_in(context: Context) -> SignedIn:
    if context.visit.signed_in is None:
        raise LookupError("nobody is signed in")
    return context.visit.signed_in
