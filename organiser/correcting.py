"""A roster that is imported again: who stands otherwise in the list of cards, who is gone, and taking changes over."""

from __future__ import annotations

import dataclasses
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from organiser.issuing import Draw, Issued, reissue
from organiser.roster import RosterRow

ON_THE_CARD = frozenset({"category", "venue", "role"})
"""What the QR itself says: a change needs another card."""
_COLUMNS = tuple(field.name for field in dataclasses.fields(RosterRow))


@dataclass(frozen=True, slots=True)
class Change:
    """A person with a valid card whose row is not what it was when the card was made."""

    card_no: str
    columns: tuple[str, ...]

    @property
    def needs_card(self) -> bool:
        """Whether the card's QR would say something else."""
        return not ON_THE_CARD.isdisjoint(self.columns)


def changes(rows: Iterable[RosterRow], issued: Issued) -> tuple[Change, ...]:
    """Everybody with a valid card whose row differs, in the roster's order."""
    held = _held(issued)
    pairs = ((row, held[row.card_no]) for row in rows if row.card_no in held)
    return tuple(Change(row.card_no, _differing(row, old)) for row, old in pairs if row != old)


def absent(rows: Iterable[RosterRow], issued: Issued) -> tuple[str, ...]:
    """The card_no of everybody who has a valid card and is not on the roster any more."""
    present = {row.card_no for row in rows}
    return tuple(card_no for card_no in _held(issued) if card_no not in present)


def corrected(rows: Iterable[RosterRow], issued: Issued, *, draw: Draw = secrets.token_bytes) -> Issued:
    """The list of cards with the rows' changes; who needs another card gets it, and the old one is replaced."""
    by_number = {row.card_no: row for row in rows}
    for change in changes(by_number.values(), issued):
        if change.needs_card:
            issued = reissue(issued, change.card_no, draw=draw)
    held = {card.id: by_number.get(card.row.card_no, card.row) for card in issued.valid}
    return Issued(tuple(dataclasses.replace(card, row=held.get(card.id, card.row)) for card in issued.cards))


def _held(issued: Issued) -> Mapping[str, RosterRow]:
    return {card.row.card_no: card.row for card in issued.valid}


def _differing(row: RosterRow, old: RosterRow) -> tuple[str, ...]:
    return tuple(column for column in _COLUMNS if getattr(row, column) != getattr(old, column))
