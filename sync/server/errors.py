"""What the server refuses, each with the HTTP status and the code of its problem details (RFC 9457).

ServerRefused
├── Malformed            400  these bytes are not what belongs here
├── Forged               403  signed by nobody we know, or not by whom it says
├── NotFound             404
├── CodeRefused          409  an enrolment code that is unknown, used or expired
├── NotNow               409  a step that a suggestion's state does not allow
└── TooLarge             413
"""

from __future__ import annotations


class ServerRefused(Exception):
    """`code` is short and stable; `status` is what HTTP says."""

    status = 400

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Malformed(ServerRefused):
    """Sending it again changes nothing."""


class Forged(ServerRefused):
    """Sending it again changes nothing."""

    status = 403


class NotFound(ServerRefused):
    """There is no such thing, or not yet."""

    status = 404


class CodeRefused(ServerRefused):
    """`code`: unknown-code, used-code, expired-code."""

    status = 409


class NotNow(ServerRefused):
    """`code`: wrong-state."""

    status = 409


class TooLarge(ServerRefused):
    """More bytes than this can have."""

    status = 413
