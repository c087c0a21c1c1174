"""The server's tables. Ratings and suggestions stay sealed here; only steps and replies are plain words."""

from __future__ import annotations

from sqlalchemy import JSON, BigInteger, Boolean, Integer, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """Metadata of the server's database."""


class Fact(Base):
    """Small facts: server epoch, pack version, status version, the salt spent marks were made with."""

    __tablename__ = "fact"
    name: Mapped[str] = mapped_column(String, primary_key=True)
    value: Mapped[bytes] = mapped_column(LargeBinary)


class Enrolment(Base):
    """A one-time code, as the hash of its secret. `used_by` is the key it enrolled."""

    __tablename__ = "enrolment"
    secret_hash: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    kiosk: Mapped[str] = mapped_column(String)
    venue: Mapped[str] = mapped_column(String)
    number: Mapped[int] = mapped_column(Integer)
    expires: Mapped[int] = mapped_column(BigInteger)
    used_by: Mapped[bytes | None] = mapped_column(LargeBinary)


class EnrolledKiosk(Base):
    """A kiosk's public key. A kiosk enrolled anew has several rows; old bundles stay believable."""

    __tablename__ = "kiosk"
    key_id: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    public: Mapped[bytes] = mapped_column(LargeBinary)
    kiosk: Mapped[str] = mapped_column(String, index=True)
    venue: Mapped[str] = mapped_column(String)
    number: Mapped[int] = mapped_column(Integer)
    enrolled_at: Mapped[int] = mapped_column(BigInteger)
    seen_at: Mapped[int | None] = mapped_column(BigInteger)
    health: Mapped[dict[str, object]] = mapped_column(JSON)


class Epoch(Base):
    """How far a kiosk's epoch has come. `frozen` after a fork."""

    __tablename__ = "epoch"
    kiosk: Mapped[str] = mapped_column(String, primary_key=True)
    epoch: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    acked_seq: Mapped[int] = mapped_column(BigInteger)
    head_hash: Mapped[bytes] = mapped_column(LargeBinary)
    frozen: Mapped[bool] = mapped_column(Boolean)


class StoredEntry(Base):
    """One journal entry as it came. `parked` says that this server could not understand it."""

    __tablename__ = "entry"
    kiosk: Mapped[str] = mapped_column(String, primary_key=True)
    epoch: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    seq: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    kind: Mapped[str] = mapped_column(String, index=True)
    entry: Mapped[bytes] = mapped_column(LargeBinary)
    hash: Mapped[bytes] = mapped_column(LargeBinary)
    parked: Mapped[bool] = mapped_column(Boolean)


class ForkedEntry(Base):
    """The other copy of a seq that was already stored with another hash."""

    __tablename__ = "forked_entry"
    __table_args__ = (UniqueConstraint("kiosk", "epoch", "seq", "hash"),)
    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    kiosk: Mapped[str] = mapped_column(String)
    epoch: Mapped[bytes] = mapped_column(LargeBinary)
    seq: Mapped[int] = mapped_column(BigInteger)
    entry: Mapped[bytes] = mapped_column(LargeBinary)
    hash: Mapped[bytes] = mapped_column(LargeBinary)


class Spent(Base):
    """A spent mark, in the order in which kiosks are told."""

    __tablename__ = "spent"
    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    mark: Mapped[bytes] = mapped_column(LargeBinary, unique=True)


class Receipt(Base):
    """A ballot envelope's receipt: proof that it is in the list, nothing more."""

    __tablename__ = "ballot_receipt"
    code: Mapped[str] = mapped_column(String, primary_key=True)


class StoredSuggestion(Base):
    """A suggestion, sealed, with how it is handled. `sealed` is None for samples that were imported."""

    __tablename__ = "suggestion"
    receipt: Mapped[str] = mapped_column(String, primary_key=True)
    envelope: Mapped[bytes | None] = mapped_column(LargeBinary)
    sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    campaign: Mapped[str] = mapped_column(String)
    kiosk: Mapped[str | None] = mapped_column(String)
    department: Mapped[str | None] = mapped_column(String)
    summary_zh: Mapped[str] = mapped_column(String)
    summary_en: Mapped[str] = mapped_column(String)
    reply_zh: Mapped[str | None] = mapped_column(String)
    reply_en: Mapped[str | None] = mapped_column(String)
    outcome: Mapped[str | None] = mapped_column(String)


class SuggestionStep(Base):
    """One step on a suggestion's way: the audit log, never changed. `by` is who did it."""

    __tablename__ = "suggestion_step"
    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    receipt: Mapped[str] = mapped_column(String, index=True)
    state: Mapped[str] = mapped_column(String)
    on: Mapped[str] = mapped_column(String)
    note_zh: Mapped[str] = mapped_column(String)
    note_en: Mapped[str] = mapped_column(String)
    by: Mapped[str] = mapped_column(String)
