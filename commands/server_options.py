"""Options that all commands of the server share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

ServerFolder = Annotated[Path, typer.Option("--server", help="The server's folder.")]
Database = Annotated[str | None, typer.Option("--database-url", help="Instead of SQLite in the folder.")]
By = Annotated[str, typer.Option(help="Who does this; it is kept in the log.")]
SERVER = Path("server")
