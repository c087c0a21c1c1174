"""First tables: settings, journal, spent marks, attendance, PIN tries."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "setting",
        sa.Column("name", sa.String(), primary_key=True),
        sa.Column("value", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "journal",
        sa.Column("epoch", sa.LargeBinary(), primary_key=True),
        sa.Column("seq", sa.Integer(), primary_key=True),
        sa.Column("entry", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
    )
    op.create_table("spent", sa.Column("mark", sa.LargeBinary(), primary_key=True))
    op.create_table(
        "attended",
        sa.Column("credential", sa.LargeBinary(), primary_key=True),
        sa.Column("session", sa.Integer(), primary_key=True),
    )
    op.create_table(
        "pin_tries",
        sa.Column("credential", sa.LargeBinary(), primary_key=True),
        sa.Column("wrong", sa.Integer(), nullable=False),
        sa.Column("wait_until", sa.Integer(), nullable=False),
    )


def downgrade() -> None:
    for table in ("pin_tries", "attended", "spent", "journal", "setting"):
        op.drop_table(table)
