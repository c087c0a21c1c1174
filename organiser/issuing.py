"""Issuing: who holds which card. The organiser keeps `roster_issued.csv`; it is the only link from card to name.

IssuedDamaged            roster_issued.csv is not what was written
UnknownCard              no valid card with this number
"""

from __future__ import annotations

import csv
import dataclasses
import io
import random
import secrets
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kiosk.domain.campaign import Campaign
from kiosk.domain.credential import ID_BYTES, Credential, Role
from kiosk.files import PRIVATE, write_whole
from organiser.roster import RosterRow, Route

ISSUED_FILE = "roster_issued.csv"
Draw = Callable[[int], bytes]
"""Gives so many random bytes."""
_FIELDS = ("card_no", "name", "phone", "category", "route", "district", "street", "venue", "role")
_HEADER = ("id", "card_number", "state", *_FIELDS)


class IssuedDamaged(Exception):
    """A line of roster_issued.csv that cannot be read; `row` counts as a spreadsheet does."""

    def __init__(self, row: int) -> None:
        super().__init__(f"row {row}")
        self.row = row


class UnknownCard(KeyError):
    """No valid card belongs to this `card_no`."""


class CardState(StrEnum):
    """Whether a card may still be used."""

    VALID = "valid"
    REPLACED = "replaced"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class IssuedCard:
    """One credential and the person it was made for."""

    id: bytes
    state: CardState
    row: RosterRow

    @property
    def card_number(self) -> str:
        """The number printed on the card."""
        return _card_number(self.id)

    def credential(self, campaign: Campaign) -> Credential:
        """What the card's QR says."""
        until = int(campaign.not_after.timestamp())
        return Credential(campaign.id, self.id, self.row.role, self.row.category, self.row.venue, until)


@dataclass(frozen=True, slots=True)
class Issued:
    """Every card ever made for a campaign; a person's later card stands after their earlier ones."""

    cards: tuple[IssuedCard, ...]

    @property
    def valid(self) -> tuple[IssuedCard, ...]:
        """The cards in people's hands."""
        return self._in(CardState.VALID)

    @property
    def replaced(self) -> tuple[bytes, ...]:
        """Ids for `Access.replaced`."""
        return tuple(sorted(card.id for card in self._in(CardState.REPLACED)))

    @property
    def revoked(self) -> tuple[bytes, ...]:
        """Ids for `Access.revoked`."""
        return tuple(sorted(card.id for card in self._in(CardState.REVOKED)))

    def _in(self, state: CardState) -> tuple[IssuedCard, ...]:
        return tuple(card for card in self.cards if card.state is state)

    def valid_card(self, card_no: str) -> IssuedCard:
        """The card a person holds now. Raises UnknownCard."""
        for card in self.cards:
            if card.row.card_no == card_no and card.state is CardState.VALID:
                return card
        raise UnknownCard(card_no)


def seeded(seed: int) -> Draw:
    """Reproducible ids, for the demo only: whoever knows the seed knows every id."""
    return random.Random(seed).randbytes


def issue_credentials(
    rows: Iterable[RosterRow], before: Issued | None = None, *, draw: Draw = secrets.token_bytes
) -> Issued:
    """A card for everybody on the roster who has none yet; cards made before stay as they are."""
    cards = list(before.cards) if before else []
    known = {card.row.card_no for card in cards}
    numbers = {card.card_number for card in cards}
    for row in rows:
        if row.card_no not in known:
            cards.append(IssuedCard(_new_id(numbers, draw), CardState.VALID, row))
    return Issued(tuple(cards))


def reissue(issued: Issued, card_no: str, *, revoke: bool = False, draw: Draw = secrets.token_bytes) -> Issued:
    """A new card for a person; the old one is refused from the next pack on.

    A replaced card's ratings still count where the person did not rate the department again; `revoke` is for a card
    that someone else may have used: its ratings do not count. Whose card was revoked by mistake gets one again, and
    the old one stays revoked. Raises UnknownCard.
    """
    old = next((card for card in reversed(issued.cards) if card.row.card_no == card_no), None)
    if old is None:
        raise UnknownCard(card_no)
    state = CardState.REVOKED if revoke or old.state is CardState.REVOKED else CardState.REPLACED
    new = IssuedCard(_new_id({card.card_number for card in issued.cards}, draw), CardState.VALID, old.row)
    return Issued((*_with_state(issued, old.id, state).cards, new))


def revoke(issued: Issued, card_no: str) -> Issued:
    """Take a person's card away: refused from the next pack on, and its ratings do not count. Raises UnknownCard."""
    return _with_state(issued, issued.valid_card(card_no).id, CardState.REVOKED)


def write_issued(path: Path, issued: Issued) -> None:
    """Write roster_issued.csv, mode 0600, whole or not at all."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(_HEADER)
    for card in issued.cards:
        values = (getattr(card.row, field) for field in _FIELDS)
        writer.writerow((card.id.hex(), card.card_number, card.state.value, *map(str, values)))
    write_whole(path, text.getvalue().encode("utf-8-sig"), PRIVATE)


def read_issued(path: Path) -> Issued:
    """What `write_issued` wrote. Raises IssuedDamaged and OSError."""
    cards = tuple(each_issued(path))
    if len({card.id for card in cards}) != len(cards):
        raise IssuedDamaged(len(cards) + 1)
    return Issued(cards)


def each_issued(path: Path) -> Iterator[IssuedCard]:
    """The same cards one after the other, for a count of any size. Raises IssuedDamaged and OSError."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            lines = csv.reader(stream, strict=True)
            if tuple(next(lines, ())) != _HEADER:
                raise IssuedDamaged(1)
            for number, line in enumerate(lines, 2):
                yield _read_card(number, line)
    except (UnicodeDecodeError, csv.Error) as error:
        raise IssuedDamaged(1) from error


def _read_card(number: int, line: list[str]) -> IssuedCard:
    try:
        id, card_number, state, *values = line
        fields = dict(zip(_FIELDS, values, strict=True))
        row = RosterRow(**{**fields, "route": Route(fields["route"]), "role": Role(fields["role"])})  # type: ignore[arg-type]  # the two enums are the only fields that are not text
        card = IssuedCard(bytes.fromhex(id), CardState(state), row)
    except ValueError as error:
        raise IssuedDamaged(number) from error
    if len(card.id) != ID_BYTES or card.card_number != card_number:
        raise IssuedDamaged(number)
    return card


def _with_state(issued: Issued, id: bytes, state: CardState) -> Issued:
    return Issued(tuple(dataclasses.replace(card, state=state) if card.id == id else card for card in issued.cards))


def _card_number(id: bytes) -> str:
    return Credential("", id, Role.REPRESENTATIVE, "", "", 0).card_number


def _new_id(numbers: set[str], draw: Draw) -> bytes:
    """An id whose printed number nobody else has; `numbers` grows by it."""
    while _card_number(id := draw(ID_BYTES)) in numbers:
        pass
    numbers.add(_card_number(id))
    return id
