"""The kiosk's tables. Nothing here ever holds a plaintext choice, name or phone number (promise 2)."""

from __future__ import annotations

from sqlalchemy import Boolean, Integer, LargeBinary, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """Metadata of the kiosk's database."""


class Setting(Base):
    """One row per fact about this database: epoch, acknowledged seq, time floor and so on."""

    __tablename__ = "setting"
    name: Mapped[str] = mapped_column(String, primary_key=True)
    value: Mapped[bytes] = mapped_column(LargeBinary)


class JournalRow(Base):
    """One entry, as its canonical bytes, with the chain's hash after it. Rows are never changed or deleted."""

    __tablename__ = "journal"
    epoch: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    seq: Mapped[int] = mapped_column(Integer, primary_key=True)
    entry: Mapped[bytes] = mapped_column(LargeBinary)
    hash: Mapped[bytes] = mapped_column(LargeBinary)


class EarlierEpoch(Base):
    """An epoch that has ended: its entries stay and are still sent. `why` is damaged, restored or forked.

    `acked_seq` and `acked_hash` are what the server acknowledged of it; `delivered` says that nothing is left to send.
    """

    __tablename__ = "earlier_epoch"
    number: Mapped[int] = mapped_column(Integer, primary_key=True)
    epoch: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    why: Mapped[str] = mapped_column(String)
    acked_seq: Mapped[int] = mapped_column(Integer)
    acked_hash: Mapped[bytes | None] = mapped_column(LargeBinary)
    delivered: Mapped[bool] = mapped_column(Boolean)


class SpentMark(Base):
    """A rating that was cast, here or elsewhere (see `kiosk.domain.ballot.spent_mark`)."""

    __tablename__ = "spent"
    mark: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)


class Attended(Base):
    """A card that was marked present in a session, so that attendance is recorded once."""

    __tablename__ = "attended"
    credential: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    session: Mapped[int] = mapped_column(Integer, primary_key=True)


class PinTries(Base):
    """Wrong PINs of a card since the last right one. Survives a restart."""

    __tablename__ = "pin_tries"
    credential: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    wrong: Mapped[int] = mapped_column(Integer)
    wait_s: Mapped[int] = mapped_column("wait_until", Integer, key="wait_s")
    """Seconds, told for whoever looks into a database; older versions wrote when it would be over, in Unix seconds."""
