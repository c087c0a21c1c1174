"""Which sealed forms a count understands, and what their opened boxes mean. `countable` is where a form is added."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from kiosk.crypto.sealing import OVERHEAD
from kiosk.domain.ballot import FORM, PLAINTEXT_BYTES, decode_rating, rating_info
from kiosk.domain.campaign import Campaign
from kiosk.domain.canonical import EncodingError
from organiser.tally.forms import counted_forms


class Countable(Protocol):
    """One version of one form. Travels to the processes that open boxes, so it must be picklable."""

    @property
    def form(self) -> str:
        """Its id, as in `Cast.form`."""

    @property
    def version(self) -> int:
        """Its version, as in `Cast.form_version`."""

    @property
    def box_bytes(self) -> Mapping[str, int]:
        """How long a sealed box is, for each item that the form has."""

    def info(self, item: str) -> bytes:
        """HPKE's info of the item's boxes."""

    def codes(self, item: str, plaintext: bytes) -> tuple[int | str, ...]:
        """What is counted of an opened box: each code adds one to its pile.

        Raises EncodingError for bytes that no kiosk writes, KeyError for a code that the form does not have.
        """


@dataclass(frozen=True, slots=True)
class CountedBallot:
    """The evaluation ballot: items are departments, a box holds one mark."""

    campaign: str
    version: int
    departments: tuple[str, ...]
    marks: frozenset[int]
    form: str = FORM

    @property
    def box_bytes(self) -> dict[str, int]:
        """80 bytes for every department."""
        return dict.fromkeys(self.departments, PLAINTEXT_BYTES + OVERHEAD)

    def info(self, item: str) -> bytes:
        """What binds a rating to its department."""
        return rating_info(self.campaign, self.form, self.version, item)

    def codes(self, item: str, plaintext: bytes) -> tuple[int, ...]:
        """The mark."""
        code = decode_rating(plaintext)
        if code not in self.marks:
            raise KeyError(code)
        return (code,)


def countable(campaign: Campaign) -> tuple[Countable, ...]:
    """Every form of the campaign that is sealed to the tally key."""
    departments = tuple(department.id for department in campaign.departments)
    marks = frozenset(option.code for option in campaign.ballot.options)
    return CountedBallot(campaign.id, campaign.ballot.version, departments, marks), *counted_forms(campaign)


def meaning(form: Countable, item: str, plaintext: bytes) -> tuple[tuple[int | str, ...], str]:
    """The codes of an opened box, and why it is set aside if it has none that count."""
    try:
        return form.codes(item, plaintext), ""
    except EncodingError:
        return (), "does-not-open"
    except KeyError:
        return (), "not-on-the-scale"
