"""Alembic's entry: runs migrations on the connection that `sync.server.database.migrate` hands over."""

from alembic import context

from sync.server.models import Base

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True)
context.run_migrations()
