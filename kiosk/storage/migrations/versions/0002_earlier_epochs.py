"""Epochs that have ended, and a checksum on every setting."""

import zlib
from collections.abc import Callable

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

SETTING = sa.table("setting", sa.column("name", sa.String), sa.column("value", sa.LargeBinary))


def upgrade() -> None:
    op.create_table(
        "earlier_epoch",
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("epoch", sa.LargeBinary(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("acked_seq", sa.Integer(), nullable=False),
        sa.Column("acked_hash", sa.LargeBinary(), nullable=True),
        sa.Column("delivered", sa.Boolean(), nullable=False),
        sa.UniqueConstraint("epoch"),
    )
    _rewrite(lambda name, value: value + zlib.crc32(name.encode() + value).to_bytes(4, "big"))


def downgrade() -> None:
    _rewrite(lambda name, value: value[:-4])
    op.drop_table("earlier_epoch")


def _rewrite(change: Callable[[str, bytes], bytes]) -> None:
    connection = op.get_bind()
    for name, value in connection.execute(sa.select(SETTING.c.name, SETTING.c.value)).all():
        connection.execute(sa.update(SETTING).where(SETTING.c.name == name).values(value=change(name, value)))
