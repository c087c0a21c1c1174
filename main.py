"""The command line of the San Min kiosk: builds everything and passes it in."""

from __future__ import annotations

import sys


def app() -> None:
    """Run the command that the arguments name. Ctrl-C may come while it is still being loaded."""
    try:
        from commands.plain_start import start_plainly

        if not start_plainly(sys.argv[1:]):
            from commands.app import app as commands

            commands()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    app()
