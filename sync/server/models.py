"""The server's tables. Ratings and suggestions stay sealed here; only steps and replies are plain words."""

from __future__ import annotations

from sqlalchemy import JSON, BigInteger, Boolean, Index, Integer, LargeBinary, String, UniqueConstraint, text
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


class WrongCode(Base):
    """How often wrong enrolment codes came from one address since `since`; the address is a keyed hash."""

    __tablename__ = "wrong_code"
    address: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    since: Mapped[int] = mapped_column(BigInteger)
    tries: Mapped[int] = mapped_column(Integer)


class Epoch(Base):
    """How far a kiosk's epoch has come.

    `frozen` after a fork until an organiser has decided; `forked_at` is the first seq of which there are two copies,
    `kept` the decision (`sync.server.forks`).
    """

    __tablename__ = "epoch"
    kiosk: Mapped[str] = mapped_column(String, primary_key=True)
    epoch: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    acked_seq: Mapped[int] = mapped_column(BigInteger)
    head_hash: Mapped[bytes] = mapped_column(LargeBinary)
    frozen: Mapped[bool] = mapped_column(Boolean)
    forked_at: Mapped[int | None] = mapped_column(BigInteger)
    kept: Mapped[str | None] = mapped_column(String)


class StoredEntry(Base):
    """One journal entry as it came. `parked` says that this server could not understand it."""

    __tablename__ = "entry"
    __table_args__ = (Index("ix_entry_parked", "kiosk", sqlite_where=text("parked"), postgresql_where=text("parked")),)
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
    """A suggestion, sealed, with how it is handled. `sealed` is None for samples that were imported.

    `enquiry` says that the shorter period holds; the period begins after `clock_from` (ISO date) and was prolonged if
    `extended`. `merged_into` is the receipt of the one it is handled with.
    """

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
    enquiry: Mapped[bool] = mapped_column(Boolean)
    clock_from: Mapped[str] = mapped_column(String)
    extended: Mapped[bool] = mapped_column(Boolean)
    merged_into: Mapped[str | None] = mapped_column(String, index=True)
    satisfaction: Mapped[str | None] = mapped_column(String)
    revisited_on: Mapped[str | None] = mapped_column(String)


class SuggestionStep(Base):
    """One step on a suggestion's way, as the public reads it; never changed. `by` is who did it."""

    __tablename__ = "suggestion_step"
    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    receipt: Mapped[str] = mapped_column(String, index=True)
    state: Mapped[str] = mapped_column(String)
    on: Mapped[str] = mapped_column(String)
    note_zh: Mapped[str] = mapped_column(String)
    note_en: Mapped[str] = mapped_column(String)
    by: Mapped[str] = mapped_column(String)


class Audit(Base):
    """Who did what to which thing, and what it was before and after; the database refuses to change or delete it."""

    __tablename__ = "audit"
    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    at: Mapped[int] = mapped_column(BigInteger)
    by: Mapped[str] = mapped_column(String)
    subject: Mapped[str] = mapped_column(String, index=True)
    act: Mapped[str] = mapped_column(String)
    before: Mapped[dict[str, object]] = mapped_column(JSON)
    after: Mapped[dict[str, object]] = mapped_column(JSON)


class StoredAttachment(Base):
    """A sealed attachment, named by its hash. `have` bytes are durable in its file; it is never opened here unasked."""

    __tablename__ = "attachment"
    sha256: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    kiosk: Mapped[str] = mapped_column(String, index=True)
    size: Mapped[int] = mapped_column(BigInteger)
    have: Mapped[int] = mapped_column(BigInteger)
    complete: Mapped[bool] = mapped_column(Boolean)
