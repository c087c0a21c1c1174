"""First tables: enrolment, kiosks, epochs, entries, spent marks, receipts, suggestions and their steps."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def _key(name: str, kind: sa.types.TypeEngine[Any]) -> sa.Column[Any]:
    return sa.Column(name, kind, primary_key=True)


def _need(name: str, kind: sa.types.TypeEngine[Any], **more: Any) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False, **more)


def upgrade() -> None:
    blob, text, big = sa.LargeBinary(), sa.String(), sa.BigInteger()
    op.create_table("fact", _key("name", text), _need("value", blob))
    op.create_table(
        "enrolment",
        _key("secret_hash", blob),
        _need("kiosk", text),
        _need("venue", text),
        _need("number", sa.Integer()),
        _need("expires", big),
        sa.Column("used_by", blob),
    )
    op.create_table(
        "kiosk",
        _key("key_id", blob),
        _need("public", blob),
        _need("kiosk", text, index=True),
        _need("venue", text),
        _need("number", sa.Integer()),
        _need("enrolled_at", big),
        sa.Column("seen_at", big),
        _need("health", sa.JSON()),
    )
    op.create_table(
        "epoch",
        _key("kiosk", text),
        _key("epoch", blob),
        _need("acked_seq", big),
        _need("head_hash", blob),
        _need("frozen", sa.Boolean()),
    )
    op.create_table(
        "entry",
        _key("kiosk", text),
        _key("epoch", blob),
        _key("seq", big),
        _need("kind", text, index=True),
        _need("entry", blob),
        _need("hash", blob),
        _need("parked", sa.Boolean()),
    )
    op.create_table(
        "forked_entry",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        _need("kiosk", text),
        _need("epoch", blob),
        _need("seq", big),
        _need("entry", blob),
        _need("hash", blob),
        sa.UniqueConstraint("kiosk", "epoch", "seq", "hash"),
    )
    op.create_table(
        "spent", sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True), _need("mark", blob, unique=True)
    )
    op.create_table("ballot_receipt", _key("code", text))
    op.create_table(
        "suggestion",
        _key("receipt", text),
        sa.Column("envelope", blob),
        sa.Column("sealed", blob),
        _need("campaign", text),
        sa.Column("kiosk", text),
        sa.Column("department", text),
        _need("summary_zh", text),
        _need("summary_en", text),
        sa.Column("reply_zh", text),
        sa.Column("reply_en", text),
        sa.Column("outcome", text),
    )
    op.create_table(
        "suggestion_step",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        _need("receipt", text, index=True),
        _need("state", text),
        _need("on", text),
        _need("note_zh", text),
        _need("note_en", text),
        _need("by", text),
    )


def downgrade() -> None:
    for table in (
        "suggestion_step",
        "suggestion",
        "ballot_receipt",
        "spent",
        "forked_entry",
        "entry",
        "epoch",
        "kiosk",
        "enrolment",
        "fact",
    ):
        op.drop_table(table)
