"""The campaign: this year's event with all its rules and published content, as frozen values.

`Campaign` is what `campaign.json` in a pack holds. It is written by `organiser.pack` and read by kiosks
and server; everything here is data and pure functions.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.domain.forms import Form
from kiosk.domain.words import Bilingual as Bilingual
from kiosk.domain.words import Language as Language


class Mode(StrEnum):
    """Whether ratings count (`live`) or are practice that a count sets aside (`rehearsal`)."""

    LIVE = "live"
    REHEARSAL = "rehearsal"


class ClipKind(StrEnum):
    """述职报告 or 局长访谈 (DOMAIN.md)."""

    REPORT = "report"
    INTERVIEW = "interview"


class ChapterKind(StrEnum):
    """Chapters one can jump to; `CITY_PROJECTS` (市办实事) and `TEN_CAMPAIGNS` (十大攻坚) are mandatory topics."""

    OPENING = "opening"
    WORK = "work"
    CITY_PROJECTS = "city_projects"
    TEN_CAMPAIGNS = "ten_campaigns"
    MUST_ANSWER = "must_answer"
    NEXT_YEAR = "next_year"
    INTERVIEW = "interview"


class GoalState(StrEnum):
    """How a goal of January stands in December."""

    DONE = "done"
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class Session:
    """One half-day session (场次); `number` starts at 1."""

    number: int
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Venue:
    """One community venue (会场)."""

    id: str
    name: Bilingual


@dataclass(frozen=True, slots=True)
class Chapter:
    """A place in a clip, `at` seconds from its start."""

    at: float
    kind: ChapterKind
    title: Bilingual


@dataclass(frozen=True, slots=True)
class Clip:
    """A recorded video. `file`, `poster` and `captions` are names in the pack; `duration` is in seconds."""

    file: str
    poster: str
    captions_zh: str
    captions_en: str
    duration: float
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True, slots=True)
class Goal:
    """One functional goal (业务职能目标) beside its result."""

    goal: Bilingual
    result: Bilingual
    state: GoalState


@dataclass(frozen=True, slots=True)
class Department:
    """One reporting department; `order` is the order of the timetable, 1 to 38."""

    id: str
    order: int
    session: int
    name: Bilingual
    summary: Bilingual
    goals: tuple[Goal, ...]
    topics: tuple[str, ...]
    report: Clip
    interview: Clip

    def clip(self, kind: ClipKind) -> Clip:
        """The department's video of this kind."""
        return self.report if kind is ClipKind.REPORT else self.interview


@dataclass(frozen=True, slots=True)
class Topic:
    """An interview topic such as 交通秩序; `icon` is a name in `assets/icons`."""

    id: str
    name: Bilingual
    icon: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where problems come from, such as 12345热线."""

    id: str
    name: Bilingual
    icon: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One of the 61 key problems (重点问题) with its written answer and the second of the answer in a clip.

    `departments[0]` is the department whose clip `clip` holds the answer, `answer_at` seconds from its start.
    """

    number: int
    question: Bilingual
    departments: tuple[str, ...]
    topic: str
    source: str
    answer: Bilingual
    clip: ClipKind
    answer_at: float


@dataclass(frozen=True, slots=True)
class RatingOption:
    """One mark of the rating scale. `weight` is its score, or None where it is not counted (不了解)."""

    code: int
    id: str
    label: Bilingual
    icon: str
    weight: int | None


@dataclass(frozen=True, slots=True)
class Ballot:
    """The evaluation ballot 民主评议测评票: the form's version (part of each seal) and its scale."""

    version: int
    options: tuple[RatingOption, ...]

    def option(self, code: int) -> RatingOption:
        """The option with this code. Raises KeyError for a code that is not on the scale."""
        for option in self.options:
            if option.code == code:
                return option
        raise KeyError(code)


@dataclass(frozen=True, slots=True)
class PinPolicy:
    """Which roles type a 6-digit PIN after their card, and when waiting begins (DESIGN.md §4)."""

    representative: bool
    staff: bool
    tries_before_wait: int = 5
    first_wait_s: int = 15
    tries_before_lock: int = 15


@dataclass(frozen=True, slots=True)
class SuggestionRules:
    """Limits and handling periods of a suggestion; days are working days (DOMAIN.md, a provincial default)."""

    max_characters: int = 1000
    handle_days: int = 15
    extend_days: int = 7
    enquiry_days: int = 3


@dataclass(frozen=True, slots=True)
class Campaign:
    """This year's event.

    `salt` blinds spent marks (see `kiosk.domain.ballot.spent_mark`); `tally_key` and `intake_key` are raw
    X25519 public keys, 32 bytes. `sample` says that all content is sample data, which every screen then says.
    `not_before` and `not_after` bound when ratings may be cast, in trusted time.
    """

    id: str
    year: int
    title: Bilingual
    city: Bilingual
    mottos: tuple[str, ...]
    sample: bool
    mode: Mode
    not_before: datetime
    not_after: datetime
    salt: bytes
    tally_key: bytes
    intake_key: bytes
    ballot: Ballot
    pin: PinPolicy
    suggestion: SuggestionRules
    categories: tuple[Category, ...]
    sessions: tuple[Session, ...]
    venues: tuple[Venue, ...]
    topics: tuple[Topic, ...]
    sources: tuple[Source, ...]
    departments: tuple[Department, ...]
    problems: tuple[Problem, ...]
    forms: tuple[Form, ...] = ()

    def department(self, id: str) -> Department:
        """The department with this id. Raises KeyError."""
        for department in self.departments:
            if department.id == id:
                return department
        raise KeyError(id)

    def venue(self, id: str) -> Venue:
        """The venue with this id. Raises KeyError."""
        for venue in self.venues:
            if venue.id == id:
                return venue
        raise KeyError(id)

    def category(self, id: str) -> Category | None:
        """The representatives' category with this id, or None."""
        return next((c for c in self.categories if c.id == id), None)

    def form(self, id: str) -> Form:
        """The form with this id. Raises KeyError; the ballot is not among the forms."""
        for form in self.forms:
            if form.id == id:
                return form
        raise KeyError(id)

    def session(self, number: int) -> Session:
        """The session with this number. Raises KeyError."""
        for session in self.sessions:
            if session.number == number:
                return session
        raise KeyError(number)

    def departments_of(self, session: int) -> tuple[Department, ...]:
        """The departments that report in a session, in their order."""
        return tuple(d for d in self.departments if d.session == session)

    def problems_of(self, department: str) -> tuple[Problem, ...]:
        """The problems a department answers, by number."""
        return tuple(p for p in self.problems if department in p.departments)


@dataclass(frozen=True, slots=True)
class Category:
    """A category of representatives with its quota of seats, such as 企业代表: 978 of 3,200."""

    id: str
    name: Bilingual
    seats: int
