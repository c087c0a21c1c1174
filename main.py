"""The command line of the San Min kiosk: builds everything and passes it in."""

from __future__ import annotations

from commands.app import app

if __name__ == "__main__":
    app()
