"""The server's certificate and key, looked at before anything is promised: what would turn kiosks away is refused."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from kiosk.files import read_small

SOON = timedelta(days=14)
"""Before it ends, each start of the server says so."""
T = TypeVar("T")


class TlsRefused(Exception):
    """Certificate and key cannot be used as they are.

    `code`: certificate (holds none), key (holds none), locked (the key has a password), not-together, expired, not-yet;
    `day` is when one of the last two began or ended.
    """

    def __init__(self, code: str, file: Path, day: str = "") -> None:
        super().__init__(f"{code}: {file}")
        self.code = code
        self.file = file
        self.day = day


def check_tls(chain: Path, key: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> datetime:
    """When the server's certificate ends. Raises TlsRefused or OSError."""
    certificates = _read_pem(chain, "certificate", x509.load_pem_x509_certificates)
    try:
        private = _read_pem(key, "key", lambda data: load_pem_private_key(data, None))
    except TypeError as error:  # OpenSSL would ask for the password on a terminal that a service does not have
        raise TlsRefused("locked", key) from error
    if certificates[0].public_key() != private.public_key():
        raise TlsRefused("not-together", key)
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(chain, key)
    except ssl.SSLError as error:  # too weak for this machine's OpenSSL, for example
        raise TlsRefused("certificate", chain) from error
    begins, ends = certificates[0].not_valid_before_utc, certificates[0].not_valid_after_utc
    if now() < begins:
        raise TlsRefused("not-yet", chain, f"{begins:%Y-%m-%d}")
    if now() > ends:
        raise TlsRefused("expired", chain, f"{ends:%Y-%m-%d}")
    return ends


def ending_soon(ends: datetime | None) -> Iterator[str]:
    """A sentence for the log if the certificate ends soon; from then on no kiosk believes the server."""
    if ends is not None and ends - datetime.now(UTC) < SOON:
        yield f"the certificate ends on {ends:%Y-%m-%d}: no kiosk believes this server from then on"


def _read_pem(file: Path, what: str, load: Callable[[bytes], T]) -> T:
    data = read_small(file)
    try:
        return load(data)
    except (ValueError, UnsupportedAlgorithm) as error:
        raise TlsRefused(what, file) from error
