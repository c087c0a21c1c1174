"""How the screen's process ends, for systemd and the command line.

exit code 0     ended by a person or a signal
exit code 75    wants to be started anew (EX_TEMPFAIL): by systemd, or by itself where there is none
exit code 76    staff left kiosk mode: not started anew until somebody does it
"""

from __future__ import annotations

ENDED, RESTART, LEFT = 0, 75, 76
