"""Logs as JSON lines on standard error: when, how grave, where from, what. Never addresses, receipts or contents."""

from __future__ import annotations

import json
import logging
import sys
import traceback
from datetime import UTC, datetime

FIELDS = "fields"
"""`logger.info("…", extra={FIELDS: {…}})` adds these to the line."""


class JsonLines(logging.Formatter):
    """One record, one line. Of an exception its type and place are written, not its text: that may quote data."""

    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line = {"at": at, "level": record.levelname.lower(), "logger": record.name, "event": self._event(record)}
        line.update(getattr(record, FIELDS, {}))
        if record.exc_info and record.exc_info[1] is not None:
            line.update(_defect(record.exc_info[1]))
        return json.dumps(line, ensure_ascii=False, default=str)

    def _event(self, record: logging.LogRecord) -> str:
        """The message's first line: uvicorn appends whole tracebacks."""
        return record.getMessage().split("\n", 1)[0]


def log_as_json_lines(level: str) -> None:
    """Send everything at `level` or graver to standard error, and nothing elsewhere."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    logging.captureWarnings(True)
    logging.getLogger("alembic").setLevel(logging.WARNING)


def _defect(error: BaseException) -> dict[str, str]:
    frames = traceback.extract_tb(error.__traceback__)
    where = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames[-6:]))
    return {"error": type(error).__name__, "where": where}
