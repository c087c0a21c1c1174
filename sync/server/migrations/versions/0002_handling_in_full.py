"""Deadlines, merging and revisits of suggestions; the audit log; decisions on forks; wrong enrolment codes."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_REFUSE_SQLITE = "CREATE TRIGGER audit_no_{what} BEFORE {what} ON audit BEGIN SELECT RAISE(ABORT, 'append-only'); END"
_REFUSE_POSTGRES = (
    "CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'append-only'; END $$",
    "CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit "
    "FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()",
)


def upgrade() -> None:
    text, big, flag = sa.String(), sa.BigInteger(), sa.Boolean()
    op.create_table(
        "wrong_code",
        sa.Column("address", sa.LargeBinary(), primary_key=True),
        sa.Column("since", big, nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
    )
    op.add_column("epoch", sa.Column("forked_at", big))
    op.add_column("epoch", sa.Column("kept", text))
    parked = sa.text("parked")
    op.create_index("ix_entry_parked", "entry", ["kiosk"], sqlite_where=parked, postgresql_where=parked)
    with op.batch_alter_table("suggestion") as table:
        table.add_column(sa.Column("enquiry", flag, nullable=False, server_default=sa.false()))
        table.add_column(sa.Column("clock_from", text, nullable=False, server_default=""))
        table.add_column(sa.Column("extended", flag, nullable=False, server_default=sa.false()))
        table.add_column(sa.Column("merged_into", text))
        table.add_column(sa.Column("satisfaction", text))
        table.add_column(sa.Column("revisited_on", text))
    op.create_index("ix_suggestion_merged_into", "suggestion", ["merged_into"])
    _fill()
    with op.batch_alter_table("suggestion") as table:
        for name in ("enquiry", "clock_from", "extended"):
            table.alter_column(name, server_default=None)
    _audit()


def _fill() -> None:
    """The period of what is there already began on the day it was received; forks begin where the copies do."""
    op.execute(
        'UPDATE suggestion SET clock_from = COALESCE((SELECT MIN("on") FROM suggestion_step '
        "WHERE suggestion_step.receipt = suggestion.receipt), '')"
    )
    op.execute(
        "UPDATE epoch SET forked_at = (SELECT MIN(f.seq) FROM forked_entry f WHERE f.kiosk = epoch.kiosk "
        "AND f.epoch = epoch.epoch AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.kiosk = f.kiosk "
        "AND e.epoch = f.epoch AND e.seq = f.seq AND e.hash = f.hash)) WHERE frozen"
    )


def _audit() -> None:
    text = sa.String()
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by", text, nullable=False),
        sa.Column("subject", text, nullable=False, index=True),
        sa.Column("act", text, nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
    )
    if op.get_bind().dialect.name == "postgresql":
        for statement in _REFUSE_POSTGRES:
            op.execute(statement)
    else:
        for what in ("UPDATE", "DELETE"):
            op.execute(_REFUSE_SQLITE.format(what=what))


def downgrade() -> None:
    op.drop_table("audit")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION audit_refuse()")
    op.drop_index("ix_suggestion_merged_into", "suggestion")
    with op.batch_alter_table("suggestion") as table:
        for name in ("revisited_on", "satisfaction", "merged_into", "extended", "clock_from", "enquiry"):
            table.drop_column(name)
    op.drop_index("ix_entry_parked", "entry")
    with op.batch_alter_table("epoch") as table:
        table.drop_column("kept")
        table.drop_column("forked_at")
    op.drop_table("wrong_code")
