"""What the server refuses, each with the HTTP status and the code of its problem details (RFC 9457).

ServerRefused
├── Malformed            400  these bytes are not what belongs here
├── NotShown             401  an organiser's route without the organiser's token
├── Forged               403  signed by nobody we know, or not by whom it says
├── NotFound             404
│   └── UnknownVenue     404  `known` are the campaign's
├── TooSlow              408  a body that drips
├── CodeRefused          409  an enrolment code that is unknown, used, expired or another kiosk's
├── NotNow               409  a step that a suggestion's or a fork's state does not allow
├── TooLarge             413
├── TooMany              429  wrong enrolment codes from one address; `retry_after` seconds
├── BlobUnreadable       503  a file of the pack is here and cannot be read
└── StoreSilent          503  the store of packs' files does not answer; `retry_after` seconds

DatabaseNewer            stop: a later version brought the tables up; nothing was touched
DatabaseEncoding         stop: this database cannot keep every character; nothing was touched
"""

from __future__ import annotations


class ServerRefused(Exception):
    """`code` is short and stable; `status` is what HTTP says; `retry_after` seconds, if waiting helps."""

    status = 400
    retry_after: int | None = None

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Malformed(ServerRefused):
    """Sending it again changes nothing."""


class NotShown(ServerRefused):
    """`code`: token."""

    status = 401


class Forged(ServerRefused):
    """Sending it again changes nothing."""

    status = 403


class NotFound(ServerRefused):
    """There is no such thing, or not yet."""

    status = 404


class UnknownVenue(NotFound):
    """`code`: unknown-venue. A kiosk of a venue that does not exist would be in no result."""

    def __init__(self, known: tuple[str, ...]) -> None:
        super().__init__("unknown-venue")
        self.known = known


class TooSlow(ServerRefused):
    """`code`: too-slow. Sending it again may work."""

    status = 408


class CodeRefused(ServerRefused):
    """`code`: unknown-code, used-code, expired-code; other-name: for another kiosk than the one that asks."""

    status = 409


class NotNow(ServerRefused):
    """`code`: wrong-state, closed, not-closed, answered, not-answered, extended, merged, merge-circle, not-adopted,
    same-department, not-joined."""

    status = 409


class TooLarge(ServerRefused):
    """More bytes than this can have."""

    status = 413


class TooMany(ServerRefused):
    """`code`: too-many-codes."""

    status = 429

    def __init__(self, code: str, retry_after: int) -> None:
        super().__init__(code)
        self.retry_after = retry_after


class BlobUnreadable(ServerRefused):
    """`code`: blob-unreadable. Its owner or the disk is wrong."""

    status = 503

    def __init__(self) -> None:
        super().__init__("blob-unreadable")


class StoreSilent(ServerRefused):
    """`code`: store-silent. What the store said is not kept: it may quote a key."""

    status = 503
    retry_after = 30

    def __init__(self) -> None:
        super().__init__("store-silent")


class DatabaseNewer(Exception):
    """The argument is the migration that this version does not have."""


class DatabaseEncoding(Exception):
    """The argument is PostgreSQL's name of the encoding; only UTF8 keeps what people write."""
