"""A whole campaign folder: read, checked across its files, and turned into what a pack holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.campaign import Campaign, Department, Problem, Session, Venue
from kiosk.domain.forms import Form
from organiser.folder.clips import Clips
from organiser.folder.forms import read_forms
from organiser.folder.mistakes import FolderRefused, Mistake, Mistakes
from organiser.folder.nodes import read_yaml
from organiser.folder.problems import read_problems
from organiser.folder.rules import Rules, read_rules
from organiser.folder.tables import read_departments, read_sessions, read_venues
from organiser.progress import Progress, silent


@dataclass(frozen=True, slots=True)
class PublicKeys:
    """What only the ceremony and the server know: raw X25519 public keys and the salt of spent marks."""

    tally: bytes
    intake: bytes
    salt: bytes


@dataclass(frozen=True, slots=True)
class Content:
    """A campaign and the files its clips name: names in the pack → paths."""

    campaign: Campaign
    files: dict[str, Path]


def read_folder(folder: Path, media: Path, keys: PublicKeys, progress: Progress = silent) -> Content:
    """The folder's content; progress counts departments. Raises FolderRefused naming every mistake."""
    mistakes = Mistakes()
    rules, sessions = _event(folder, mistakes)
    rows = read_departments(folder, sessions, mistakes)
    clips = Clips(folder, media, rules, mistakes)
    departments = []
    _check_strays(folder, {row.id for row in rows}, mistakes)
    for row in rows:
        departments.append(clips.read(row))
        progress(len(departments), len(rows))
    problems = read_problems(folder, rules, {d.id: d for d in departments}, mistakes)
    venues = read_venues(folder, mistakes)
    forms = read_forms(folder, rules.suggestion, mistakes)
    if mistakes.found:
        raise FolderRefused(tuple(sorted(mistakes.found)))
    return Content(_campaign(rules, keys, sessions, venues, tuple(departments), problems, forms), clips.files)


def read_event(folder: Path, keys: PublicKeys) -> Campaign:
    """The event without its content: enough for a roster and its cards. Raises FolderRefused."""
    mistakes = Mistakes()
    rules, sessions = _event(folder, mistakes)
    venues = read_venues(folder, mistakes)
    if mistakes.found:
        raise FolderRefused(tuple(sorted(mistakes.found)))
    return _campaign(rules, keys, sessions, venues, (), (), ())


def _event(folder: Path, mistakes: Mistakes) -> tuple[Rules, tuple[Session, ...]]:
    if not folder.is_dir():
        raise FolderRefused((Mistake(str(folder), 0, "there is no such folder"),))
    root = read_yaml(folder, "campaign.yaml", mistakes)
    if root is not None and not isinstance(root.value, Mapping):
        root.wrong("fields are expected here (name: value)")
    if mistakes.found or root is None:
        raise FolderRefused(tuple(mistakes.found))
    return read_rules(root), read_sessions(folder, mistakes)


def _check_strays(folder: Path, ids: set[str], mistakes: Mistakes) -> None:
    """A page that no line of departments.csv names would silently be left out."""
    for path in sorted((folder / "departments").glob("*.yaml")):
        if ids and path.stem not in ids:
            mistakes.add(f"departments/{path.name}", 0, f"departments.csv has no department “{path.stem}”")


def _campaign(
    rules: Rules,
    keys: PublicKeys,
    sessions: tuple[Session, ...],
    venues: tuple[Venue, ...],
    departments: tuple[Department, ...],
    problems: tuple[Problem, ...],
    forms: tuple[Form, ...],
) -> Campaign:
    return Campaign(
        id=rules.id,
        year=rules.year,
        title=rules.title,
        city=rules.city,
        mottos=rules.mottos,
        sample=rules.sample,
        mode=rules.mode,
        not_before=rules.not_before,
        not_after=rules.not_after,
        salt=keys.salt,
        tally_key=keys.tally,
        intake_key=keys.intake,
        ballot=rules.ballot,
        pin=rules.pin,
        suggestion=rules.suggestion,
        categories=rules.categories,
        sessions=sessions,
        venues=venues,
        topics=rules.topics,
        sources=rules.sources,
        departments=departments,
        problems=problems,
        forms=forms,
    )
