"""The representative's home: that one is signed in, which sessions are cast, open or yet to come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.campaign import Campaign
from kiosk.domain.forms import Answers, Form, kept
from kiosk.services.sign_in import SignedIn
from ui.jobs import DATABASE, Ok, Result
from ui.qml_types import Property, QmlUncreatable
from ui.viewmodels.context import Context
from ui.viewmodels.words import both, day_and_time, from_unix, session_name, session_opens

QML_IMPORT_NAME = "SanMin.Models"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class Known:
    """What the kiosk knows of a card: departments rated and open now, forms handed in and open now."""

    spent: frozenset[str]
    open_now: frozenset[str]
    handed_in: frozenset[str]
    fillable: frozenset[str]


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


def derive_forms(
    forms: tuple[Form, ...], handed_in: frozenset[str], fillable: frozenset[str], answers: Mapping[str, Answers]
) -> list[dict[str, Any]]:
    """[{id, title, state, questions, answered, anonymous}] of the forms beside the ballot.

    state is done, started, open or later. Where no form goes to the office, one that is only a suggestion (id "")
    stands for it: everybody may make one.
    """
    rows = []
    for form in forms:
        answered = len(kept(form, answers.get(form.id, {})))
        state = "started" if answered else "open"
        rows.append(
            {
                "id": form.id,
                "title": both(form.title),
                "state": "done" if form.id in handed_in else state if form.id in fillable else "later",
                "questions": len(form.questions),
                "answered": answered,
                "anonymous": form.once,
            }
        )
    if all(form.once for form in forms):
        plain = {"id": "", "title": both(None), "state": "open", "questions": 0, "answered": 0, "anonymous": False}
        rows.append(plain)
    return rows


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
        self._handed_in: frozenset[str] = frozenset()
        self._fillable: frozenset[str] = frozenset()
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

    @Property(int, notify=changed)
    def chosenCount(self) -> int:
        """Departments with a mark that is chosen in this visit and not cast."""
        return len(self._context.visit.marks.keys() - self._spent)

    @Property("QVariantMap", notify=changed)
    def next(self) -> dict[str, Any]:
        """What to rate next: {session, name, count}; empty if nothing can be rated now."""
        number = next_session(self.sessions)
        if not number:
            return {}
        row = self.sessions[number - 1]
        return {"session": number, "name": row["name"], "count": row["total"] - row["cast"]}

    @Property("QVariantList", notify=changed)
    def forms(self) -> list[dict[str, Any]]:
        """See derive_forms."""
        answers = self._context.visit.answers
        return derive_forms(self._context.campaign.forms, self._handed_in, self._fillable, answers)

    @Slot(str)
    def fill(self, form: str) -> None:
        """Fill in a form; "" is a plain suggestion."""
        if form:
            self._context.open_screen("questionnaire", {"form": form})
        else:
            self._context.open_screen("suggest", {})

    @Slot(int)
    def rate(self, session: int) -> None:
        """Rate the departments of a session."""
        self._context.open_screen("rate", {"session": session})

    @Slot()
    def refresh(self) -> None:
        """Ask anew what was cast: by this card, here or anywhere."""
        self._context.jobs.run(DATABASE, self._ask, self._refreshed)

    def _ask(self) -> Known:
        kiosk, credential = self._context.kiosk, self._signed_in.credential
        fillable = frozenset(form.id for form in kiosk.questionnaires.open_forms(credential))
        return Known(
            kiosk.voting.spent(credential),
            kiosk.voting.open_departments(),
            kiosk.questionnaires.handed_in(credential),
            fillable,
        )

    def _refreshed(self, result: Result[Known]) -> None:
        if isinstance(result, Ok):
            known = result.value
            self._spent, self._open = known.spent, known.open_now
            self._handed_in, self._fillable = known.handed_in, known.fillable
            self._ready, self._trouble = True, ""
        else:
            self._trouble = "storage"
        self.changed.emit()


def _signed_in(context: Context) -> SignedIn:
    if context.visit.signed_in is None:
        raise LookupError("nobody is signed in")
    return context.visit.signed_in
