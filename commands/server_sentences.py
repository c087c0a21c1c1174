"""Errors of sync, server and the server's database as sentences: a part of commands.sentences."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy.exc import ArgumentError, OperationalError, SQLAlchemyError

from sync.enrol import AlreadyEnrolled
from sync.errors import Busy, OtherOrganiser, SyncError
from sync.server.errors import DatabaseEncoding, DatabaseNewer, ServerRefused, UnknownVenue
from sync.server.keys import FolderRefused
from sync.server.serving import AddressTaken, NeedsPostgres, NotThisMachine
from sync.server.tls import TlsRefused
from sync.server.working_days import CalendarRefused

_SERVER = {
    "unknown-receipt": "there is no suggestion with this receipt",
    "wrong-state": "the suggestion's state does not allow this step now",
    "closed": "the suggestion is closed; suggestions reopen takes it up again",
    "not-closed": "the suggestion is neither answered nor closed, so there is nothing to reopen",
    "merged": "it is handled together with another one (suggestions show names it); do this there, or reopen it first",
    "not-adopted": "only an adopted suggestion has an outcome",
    "same-department": "it is with this department already",
    "answered": "the suggestion is answered already; there is no period to prolong",
    "not-answered": "a person is asked again only after the answer",
    "extended": "the period was prolonged once already; it cannot be prolonged again",
    "merge-circle": "a suggestion cannot be handled together with itself or with one that follows it",
    "no-reason": "this needs a reason, which the person reads",
    "no-words": "there are no words in it",
    "bad-words": "the text is longer than 4,000 characters (English: 12,000) or holds characters that cannot be kept",
    "personal": "the text holds the person's telephone number; anybody with the receipt could read it",
    "not-a-closing": "a suggestion ends as adopted, explained or declined; suggestions merge joins it to another",
    "no-outcome": "only an adopted suggestion has an outcome",
    "nobody": "the log needs a name of up to 40 characters: who does this",
    "unknown-department": "the campaign has no department with this id",
    "not-counted": "there is no count of this campaign, signed by the organiser and with results",
    "other-collection": "this is not the collection that was counted",
    "undecided-fork": "a fork is undecided; decide it and count again first",
    "unknown-fork": "this kiosk's journal is not forked",
    "unknown-copy": "there is no copy with this letter; serve forks shows them",
    "which-epoch": "several epochs of this kiosk are forked; name one with --epoch",
    "not-joined": "this copy's beginning is missing, so it cannot be counted",
    "no-campaign": "there is no campaign in this pack",
    "bad-campaign": "the campaign in this pack cannot be read by this version",
    "no-pack": "no pack has been published yet",
    "version-used": "the server has another pack with this version; build it with the next one",
    "version-falls": "the server already has a later version of this pack",
    "other-campaign": "this pack is of another campaign",
    "other-intake": "this pack seals suggestions to another server's key; build it with the intake key of this one",
    "damaged": "the manifest of this pack is damaged; copy the pack anew and publish it again",
    "blob-unreadable": "a file of the pack on offer cannot be read; the server's user must own all of blobs, or else "
    "publish the pack again",
    "damaged-blob": "a file of the pack is not what its manifest says",
    "forged": "this pack was not signed by the campaign's organiser",
    "no-attachment": "this attachment is not here, or not all of it",
    "too-many": "this kiosk has stored as much as one kiosk may",
    "unknown-kiosk": "this is signed by a kiosk that is not enrolled here",
    "unknown-version": "this was written by a newer version of the program",
    "wrong-hash": "the bytes that came are not the attachment's; the kiosk sends it again",
    "wrong-size": "an attachment of this name has another size",
    "bad-store": "a store is written s3://bucket or s3://bucket/prefix; see blobs.toml in the server's folder",
    "bad-credentials": "this file has no aws_access_key_id and aws_secret_access_key under a [section]",
    "store-silent": "the store of packs' files does not answer, or does not know this bucket or these credentials",
    "no-blob": "a file of the pack is not where packs' files lie; publish the pack again",
    "bad-venue": "a venue id has up to 16 small letters and digits, a kiosk number is 1 to 99",
    "bad-check": "this receipt code has a typing mistake",
    "bad-character": "this receipt code has a character that receipts never have",
    "too-short": "a receipt code has ten characters",
    "too-long": "a receipt code has ten characters",
}
_TLS = {
    "certificate": "holds no certificate (PEM) that can be used",
    "key": "holds no private key (PEM)",
    "locked": "has a password; a server starts by itself, so give it the key without one, readable by its user alone",
    "expired": "ended on {day}; no kiosk would believe this server. Put the new one in its place, or set the clock",
    "not-yet": "begins on {day}; no kiosk would believe this server before. If it has begun, set this machine's clock",
    "not-together": "is not the key of the first certificate in --tls-cert",
}
_SQLITE = {
    "SQLITE_CORRUPT": "The database is damaged. Keep its folder and restore the last backup; kiosks bring the rest.",
    "SQLITE_NOTADB": "The database is damaged or no database. Keep its folder as it is and restore the last backup.",
    "SQLITE_FULL": "The disk is full, so nothing was changed; make room and repeat it.",
    "SQLITE_READONLY": "The database cannot be written: the server's user must own its folder and every file in it.",
    "SQLITE_CANTOPEN": "The database cannot be opened: the server's user must own its folder and every file in it.",
    "SQLITE_BUSY": "Another program holds the database; end it or wait, then repeat it.",
}
_OTHER_TABLES = "There are another program's tables in this database; give the server an empty one of its own."
_POSTGRESQL = {
    "42501": "The database's user may not do this: it must own the database and all tables in it.",
    "42P07": _OTHER_TABLES,
    "42P01": _OTHER_TABLES,
    "42703": _OTHER_TABLES,
    "53100": "PostgreSQL's disk is full; make room on its machine and repeat it.",
    "53300": "PostgreSQL has no connection left; raise its max_connections: each process takes up to fifteen.",
    "25006": "PostgreSQL can only be read now: it is a standby, or was set so.",
}
"""By SQLSTATE (PostgreSQL's appendix A)."""
_SYNC = {
    "unreachable": "The server does not answer.",
    "not-the-server": "Something answered that is not the server: a captive portal, a proxy or a wrong address.",
    "plain-http": "A kiosk does not talk plain HTTP to another machine; the address must begin with https://.",
    "bad-address": "This is not a server's address; it looks like https://sanmin.example.",
    "not-found": "A server answered that has no such address; give it without a path, like https://sanmin.example.",
    "unknown-code": "The server does not know this enrolment code.",
    "used-code": "This enrolment code was used by another machine; ask for a new one.",
    "expired-code": "This enrolment code has expired; ask for a new one.",
    "other-name": "This code is for another kiosk, or of another campaign or server; ask for one for this kiosk.",
    "unknown-kiosk": "The server does not know this kiosk, perhaps after a restore: serve code, then kiosk-readmit.",
    "no-room": "There is too little room on the disk for the new content.",
    "timed-out": "The server answers too slowly; what was sent is kept, please try again later.",
    "cut-short": "The connection broke in the middle; please try again.",
    "tls": "The server's certificate cannot be believed: it is wrong or expired, or this machine's clock is far off.",
    "captive-portal": "A login page of the network answered; open it in a browser first or use another network.",
    "too-much": "Something answered that is not the server.",
    "incomplete": "The pack is not complete where it comes from; what is there was taken.",
    "pack-rolled-back": "The pack offered is older than the one in force, so it was not taken.",
    "pack-too-new": "The new content needs a newer version of the program; what is in force stays. Upgrade it.",
    "paused": "The content is not whole yet; the next sync goes on with it.",
    "stick-busy": "Another program is using this stick; wait until it is done.",
    "no-stick": "No stick is mounted. Plug it in, wait a moment, or name its folder.",
    "stick-full": "There is too little room on the stick; nothing is lost. Make room or take a larger one.",
    "stick-read-only": "The stick cannot be written: look for a switch on it, or take another one.",
    "stick-pulled-out": "The stick was pulled out too early; nothing is lost. Put it in again and repeat.",
    "stick-differs": "What was read back from the stick is not what was written. Throw this stick away.",
    "stick-broken": "The stick has an error. Nothing is lost; take another one.",
    "stick-empty": "Nothing of a kiosk is on this stick; `serve usb-import --new` makes one for new kiosks.",
    "stick-other-campaign": "What is on this stick belongs to another campaign; nothing was changed.",
    "stick-other-venue": "What is on this stick belongs to other kiosks; nothing was changed.",
    "stick-other-server": "What is on this stick is sealed to another server; nothing was changed.",
    "attachment-too-long": "This recording is too long to keep.",
    "not-a-bundle": "This is not a bundle of a kiosk.",
    "not-there": "A file is missing where the pack comes from.",
    "stick-tampered": "Something on this stick is not genuine; nothing was taken from it.",
    "stick-old": "What is on this stick is older than what is here; nothing was changed.",
    "no-content-yet": "This kiosk has no content yet, so it does not know the server's key; bring content first.",
}


def _busy(error: Any) -> str:
    when = f"in {-(-int(error.retry_after) // 60)} minutes" if error.retry_after and error.retry_after > 90 else "later"
    if error.why == "too-many-codes":
        return f"Too many wrong enrolment codes came from this address; try again {when}, with one that was just made."
    return f"The server is busy; please try again {when}."


def _database(error: Any) -> str:
    """What SQLite or PostgreSQL says is wrong, or else that the database is not there."""
    cause = getattr(error, "orig", None)
    name = getattr(cause, "sqlite_errorname", "")
    said = next((words for start, words in _SQLITE.items() if name.startswith(start)), None)
    said = said or _POSTGRESQL.get(str(getattr(cause, "sqlstate", "") or ""))
    if said:
        return said
    if isinstance(error, OperationalError):
        return f"The database cannot be opened, or it does not answer{_in_its_words(cause)}."
    return f"The database cannot be used ({type(error).__name__}{_in_its_words(cause)})."


def _in_its_words(cause: object) -> str:
    """PostgreSQL's last line, which names the user or the database that it lacks; it never quotes a password."""
    lines = [line for line in str(cause or "").splitlines() if line[:1].strip()]  # hints are indented
    words = lines[-1].rpartition("FATAL:")[2].rpartition(" failed: ")[2].strip().rstrip(".") if lines else ""
    return f": {words}" if words else ""


def _server_folder(error: Any) -> str:
    return f"{error.file} {_FOLDER.get(error.code, error.code)}."


_FOLDER = {
    "not-a-server": "is not a server's folder; make one with serve init",
    "not-certified": "is not certified yet; the organiser runs keys certify, then you run serve certify",
    "damaged": "is damaged; put the folder keys back from a backup",
    "token-damaged": "is damaged; remove it, and serve token makes another one for the organisers' programs",
    "exists": "is a server's folder already",
    "forged": "is not the organiser's certificate for this server; run serve certify with the one that is",
    "keys-lost": "is missing, and a server's data lie there. Put the folder keys back from a backup: with new keys no "
    "kiosk believes it and nobody can open the suggestions. To begin anew, name another folder",
    "database-lost": "has offered packs and has no server.sqlite3. If it uses PostgreSQL, say --database-url. "
    "If the file was lost, restore a backup: kiosks send again what it lacks. "
    "To begin anew, with every kiosk to be enrolled again, move its packs folder away",
}


SERVER_SENTENCES: tuple[tuple[type[BaseException], Callable[[Any], str]], ...] = (
    (
        AlreadyEnrolled,
        lambda e: f"The folder {e} already belongs to an enrolled kiosk; kiosk-readmit makes it known again.",
    ),
    (
        OtherOrganiser,
        lambda e: (
            "A server answered that did not make this code: look at its last ten characters, or ask for a new one."
        ),
    ),
    (Busy, _busy),
    (SyncError, lambda e: _SYNC.get(e.code, f"The server refused: {e.code}.")),
    (FolderRefused, _server_folder),
    (UnknownVenue, lambda e: f"The campaign does not have this venue id; it has {', '.join(e.known)}."),
    (ServerRefused, lambda e: f"Refused: {_SERVER.get(e.code, e.code)}."),
    (TlsRefused, lambda e: f"{e.file} {_TLS[e.code].format(day=e.day)}."),
    (AddressTaken, lambda e: f"Another program listens at {e.address}; choose another --port."),
    (NotThisMachine, lambda e: f"This machine cannot listen at {e.address}; choose another --host or --port."),
    (
        NeedsPostgres,
        lambda e: "Several processes need PostgreSQL: name it with --database-url, or serve with --workers 1.",
    ),
    (
        CalendarRefused,
        lambda e: f"working-days.csv, row {e.row}: a row is a date and working or off, in UTF-8, and no day is both.",
    ),
    (ArgumentError, lambda e: "This is not a database's address; it looks like postgresql+psycopg://user@host/name."),
    (
        DatabaseNewer,
        lambda e: "A newer version of the program wrote this database; it was left alone. Install that version.",
    ),
    (
        DatabaseEncoding,
        lambda e: f"This database keeps text as {e}, which lacks characters; make one with ENCODING 'UTF8'.",
    ),
    (SQLAlchemyError, _database),
)
"""The first kind that fits says it."""
