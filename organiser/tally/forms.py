"""The anonymous questionnaires in the count: what an opened answer adds to which pile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kiosk.crypto.sealing import OVERHEAD
from kiosk.domain.answers import answer_info, decode_answer, plaintext_bytes
from kiosk.domain.campaign import Campaign
from kiosk.domain.forms import Form, chosen
from organiser.tally.records import Pile

ANSWERED, BLANK = -1, -2
"""Piles beside a question's codes: each box is one of the two. A question of several choices has codes more often."""


@dataclass(frozen=True, slots=True)
class CountedForm:
    """One questionnaire as the count sees it (`organiser.tally.countable.Countable`); its items are questions."""

    campaign: str
    asked: Form

    @property
    def form(self) -> str:
        """Its id."""
        return self.asked.id

    @property
    def version(self) -> int:
        """Its version."""
        return self.asked.version

    @property
    def box_bytes(self) -> dict[str, int]:
        """How long each question's boxes are, whatever was answered."""
        return {question.id: plaintext_bytes(question) + OVERHEAD for question in self.asked.questions}

    def info(self, item: str) -> bytes:
        """What binds an answer to its question."""
        return answer_info(self.campaign, self.form, self.version, item)

    def codes(self, item: str, plaintext: bytes) -> tuple[int | str, ...]:
        """ANSWERED with what was chosen or written, or BLANK. Raises EncodingError."""
        answer = decode_answer(self.asked.question(item), plaintext)
        if answer is None:
            return (BLANK,)
        return (ANSWERED, answer) if isinstance(answer, str) else (ANSWERED, *chosen(answer))


def counted_forms(campaign: Campaign) -> tuple[CountedForm, ...]:
    """The campaign's forms that are sealed to the tally key, beside the ballot."""
    return tuple(CountedForm(campaign.id, form) for form in campaign.forms if form.once)


class Written(NamedTuple):
    """Words somebody wrote, and how many wrote exactly them."""

    form: str
    item: str
    text: str
    number: int


def written(piles: Iterable[Pile]) -> Iterator[Written]:
    """All texts in the order of the opened file, which is by form, question and alphabet and follows no casting."""
    return (Written(p.form, p.item, p.code, p.number) for p in piles if isinstance(p.code, str))
