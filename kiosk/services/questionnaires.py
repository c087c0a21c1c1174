"""Questionnaires: a representative's forms, from answers in memory to one durable, sealed journal entry.

Anonymous forms are sealed to the tally key and cast once per card, like the ballot. A form for the intake office
becomes a suggestion like anybody's: no card goes into it, and it may be filled in as often as one likes.

CastRefused              (kiosk.services.casting); VotingClosed is one of them
├── FormChanged          a newer pack changed or withdrew the form while it was being filled in
├── NothingAnswered      every question is blank
├── AnswersRefused       `flaws` says what is wrong with which question
└── AlreadyHandedIn      cast before, here or elsewhere
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.domain.answers import answer_info, encode_answers
from kiosk.domain.ballot import WHOLE_FORM
from kiosk.domain.campaign import Campaign
from kiosk.domain.credential import Credential
from kiosk.domain.form_words import as_words
from kiosk.domain.forms import Answers, Flaw, Form, flaws, kept
from kiosk.services.casting import NOW, AlreadySpent, Casting, CastRefused, Paper, Recorded, window_opens
from kiosk.services.clock import Clock
from kiosk.services.library import Library
from kiosk.services.suggesting import Draft, Suggesting


class FormChanged(CastRefused):
    """This is not the form that is published now."""


class NothingAnswered(CastRefused):
    """There was nothing to hand in."""


class AnswersRefused(CastRefused):
    """Answers that do not fit the form."""

    def __init__(self, flaws: Mapping[str, Flaw]) -> None:
        super().__init__("answers refused")
        self.flaws = flaws


class AlreadyHandedIn(CastRefused):
    """This card has cast this form."""


@dataclass(frozen=True, slots=True)
class Contact:
    """How to answer a person who wants that; empty is anonymous."""

    name: str = ""
    phone: str = ""


class Questionnaires:
    """Which forms a representative may fill in, and their handing in."""

    def __init__(self, casting: Casting, suggesting: Suggesting, library: Library, clock: Clock) -> None:
        self._casting = casting
        self._suggesting = suggesting
        self._library = library
        self._clock = clock

    def handed_in(self, credential: Credential) -> frozenset[str]:
        """Ids of the anonymous forms this credential has cast, as far as this kiosk knows. Raises StorageError."""
        wanted = [(form.id, WHOLE_FORM) for form in self._library.campaign.forms if form.once]
        return frozenset(form for form, _ in self._casting.spent(credential, wanted))

    def open_forms(self, credential: Credential) -> tuple[Form, ...]:
        """The forms that may be filled in now, in the campaign's order. Raises StorageError."""
        campaign, done = self._library.campaign, self.handed_in(credential)
        now_open = window_opens(campaign, self._clock.now()) is NOW
        return tuple(form for form in campaign.forms if not form.once or (now_open and form.id not in done))

    def cast(self, credential: Credential, form: Form, answers: Answers) -> Recorded:
        """Seal every question's answer or blank and record them, all or nothing.

        Answers to hidden questions are left out. When this returns, it survives kill -9 and a power cut. Raises
        CastRefused, CredentialRefused or StorageError; then nothing was recorded and nothing spent. The answers
        never touch a disk unsealed.
        """
        permit = self._casting.permit(credential)
        _check(permit.published.campaign, form, answers, once=True)
        paper = Paper(form.id, form.version, encode_answers(form, answers), answer_info)
        try:
            return self._casting.cast(permit, paper)
        except AlreadySpent as error:
            raise AlreadyHandedIn from error

    def suggest(self, form: Form, answers: Answers, contact: Contact, language: str) -> Recorded:
        """Hand in a form for the intake office as a suggestion; nothing of the card goes in. Durable on return.

        Raises CastRefused, SuggestionRefused (for the contact) or StorageError; then nothing was recorded.
        """
        _check(self._library.campaign, form, answers, once=False)
        draft = Draft(text=as_words(form, answers), name=contact.name, phone=contact.phone)
        return self._suggesting.submit(draft, language)


def _check(campaign: Campaign, form: Form, answers: Answers, *, once: bool) -> None:
    if form not in campaign.forms or form.once is not once:
        raise FormChanged
    if found := flaws(form, answers):
        raise AnswersRefused(found)
    if not kept(form, answers):
        raise NothingAnswered
