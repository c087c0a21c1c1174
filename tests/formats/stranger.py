"""A second implementation of the formats, written from docs/formats.md alone; it imports nothing of the product.

Section numbers are those of the document. Every refusal is `No`, with the document's code.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Any

import cbor2
import zstandard
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

BASE32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
BASE45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


class No(Exception):
    """A refusal; `args[0]` is its code."""


def sha256(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


# §2 canonical CBOR


def encode(value: Any) -> bytes:
    """Deterministic bytes, written by hand: no library's idea of canonical is needed."""
    if isinstance(value, cbor2.CBORTag) and value.tag == 18:
        return _head(6, 18) + _encode(value.value)
    return _encode(value)


def _encode(value: Any) -> bytes:
    match value:
        case False | True | None:
            return {False: b"\xf4", True: b"\xf5", None: b"\xf6"}[value]
        case int():
            return _head(0, value) if value >= 0 else _head(1, -1 - value)
        case bytes():
            return _head(2, len(value)) + value
        case str():
            return _head(3, len(value.encode())) + value.encode()
        case list() | tuple():
            return _head(4, len(value)) + b"".join(map(_encode, value))
        case dict():
            if len({(type(key), len(key) if type(key) is bytes else 0) for key in value}) > 1:
                raise No("not-plain")
            if any(type(key) not in (str, bytes, int) or (type(key) is int and key < 0) for key in value):
                raise No("not-plain")
            pairs = sorted((_encode(key), _encode(item)) for key, item in value.items())
            return _head(5, len(pairs)) + b"".join(key + item for key, item in pairs)
    raise No("not-plain")


def _head(major: int, number: int) -> bytes:
    if number < 24:
        return bytes([major << 5 | number])
    for extra, size in enumerate((1, 2, 4, 8)):
        if number < 256**size:
            return bytes([major << 5 | 24 + extra]) + number.to_bytes(size, "big")
    raise No("not-plain")


def decode(data: bytes) -> Any:
    try:
        value = cbor2.load(io.BytesIO(data))
    except Exception as error:
        raise No("not-cbor") from error
    if type(value) not in (cbor2.CBORTag, dict, list, str, bytes, int, bool, type(None)):
        raise No("not-plain")
    if encode(value) != data:
        raise No("not-canonical")
    return value


# §3, §4 keys and signed messages


def key_id(public: bytes) -> bytes:
    return sha256(public)[:8]


def sign(payload: bytes, purpose: str, private: bytes, name_key: bool = True) -> bytes:
    key = Ed25519PrivateKey.from_private_bytes(private)
    header = encode({1: -8, 4: key_id(key.public_key().public_bytes_raw())} if name_key else {1: -8})
    signed = encode(["Signature1", header, purpose.encode(), payload])
    return encode(cbor2.CBORTag(18, [header, {}, payload, key.sign(signed)]))


def verify(message: bytes, purpose: str, public: bytes) -> bytes:
    header, payload, signature = open_sign1(message)
    if decode(header).get(4, key_id(public)) != key_id(public):
        raise No("forged")
    signed = encode(["Signature1", header, purpose.encode(), payload])
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, signed)
    except InvalidSignature as error:
        raise No("forged") from error
    return payload


def open_sign1(message: bytes) -> tuple[bytes, bytes, bytes]:
    """Protected header, payload and signature, not yet believed."""
    try:
        match decode(message):
            case cbor2.CBORTag(tag=18, value=[bytes() as header, dict() as rest, bytes() as payload, bytes() as end]):
                named = decode(header)
                short, long = named == {1: -8}, named.keys() == {1, 4} and named[1] == -8
                if not rest and len(end) == 64 and (short or (long and len(named[4]) == 8)):
                    return header, payload, end
    except (No, AttributeError, TypeError) as error:
        raise No("damaged") from error
    raise No("damaged")


# §5 sealed boxes: RFC 9180, base mode

_KEM = b"KEM" + (0x0020).to_bytes(2, "big")
_HPKE = b"HPKE" + (0x0020).to_bytes(2, "big") + (0x0001).to_bytes(2, "big") + (0x0003).to_bytes(2, "big")


def seal(plaintext: bytes, public: bytes, info: bytes, ephemeral: bytes | None = None) -> bytes:
    private = X25519PrivateKey.from_private_bytes(ephemeral or os.urandom(32))
    enc = private.public_key().public_bytes_raw()
    shared = private.exchange(X25519PublicKey.from_public_bytes(public))
    key, nonce = _schedule(_kem_secret(shared, enc + public), info)
    return enc + ChaCha20Poly1305(key).encrypt(nonce, plaintext, b"")


def unseal(box: bytes, private: bytes, info: bytes) -> bytes:
    ours, enc = X25519PrivateKey.from_private_bytes(private), box[:32]
    try:
        shared = ours.exchange(X25519PublicKey.from_public_bytes(enc))
        key, nonce = _schedule(_kem_secret(shared, enc + ours.public_key().public_bytes_raw()), info)
        return ChaCha20Poly1305(key).decrypt(nonce, box[32:], b"")
    except (InvalidTag, ValueError) as error:
        raise No("does-not-open") from error


def _kem_secret(shared: bytes, context: bytes) -> bytes:
    return _expand(_KEM, _extract(_KEM, b"", b"eae_prk", shared), b"shared_secret", context, 32)


def _schedule(shared: bytes, info: bytes) -> tuple[bytes, bytes]:
    psk, hashed = _extract(_HPKE, b"", b"psk_id_hash", b""), _extract(_HPKE, b"", b"info_hash", info)
    context = b"\x00" + psk + hashed
    secret = _extract(_HPKE, shared, b"secret", b"")
    return _expand(_HPKE, secret, b"key", context, 32), _expand(_HPKE, secret, b"base_nonce", context, 12)


def _extract(suite: bytes, salt: bytes, label: bytes, keying: bytes) -> bytes:
    mac = HMAC(salt or bytes(32), SHA256())
    mac.update(b"HPKE-v1" + suite + label + keying)
    return mac.finalize()


def _expand(suite: bytes, secret: bytes, label: bytes, info: bytes, length: int) -> bytes:
    labelled = length.to_bytes(2, "big") + b"HPKE-v1" + suite + label + info
    return HKDFExpand(SHA256(), length, labelled).derive(secret)


# §6 padding


def pad(data: bytes, block: int) -> bytes:
    return data + b"\x80" + bytes(-(len(data) + 1) % block)


def unpad(data: bytes) -> bytes:
    bare = data.rstrip(b"\x00")
    if bare[-1:] != b"\x80":
        raise No("bad-padding")
    return bare[:-1]


# §7 credential


def open_credential(text: str, organiser: bytes) -> dict[int, Any]:
    text = text.strip()
    if not text.startswith("SM1:"):
        raise No("not-ours")
    if len(text) > 400:
        raise No("damaged")
    try:
        message = base45_decode(text[4:])
        payload = decode(verify(message, "sanmin/1/credential", organiser))
    except No as error:
        raise No("forged" if error.args[0] == "forged" else "damaged") from error
    kinds = {1: str, 2: bytes, 3: int, 4: str, 5: str, 6: int}
    if type(payload) is not dict or any(type(payload.get(key)) is not kind for key, kind in kinds.items()):
        raise No("damaged")
    if len(payload[2]) != 10 or payload[3] not in (1, 2) or payload[6] < 0:
        raise No("damaged")
    return payload


def base45_decode(text: str) -> bytes:
    data = b""
    for start in range(0, len(text), 3):
        group = text[start : start + 3]
        if len(group) == 1 or any(character not in BASE45 for character in group):
            raise No("damaged")
        number = sum(BASE45.index(character) * 45**place for place, character in enumerate(group))
        if number >= 256 ** (len(group) - 1):
            raise No("damaged")
        data += number.to_bytes(len(group) - 1, "big")
    return data


# §8 PIN


def pin_hash(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, n=16384, r=8, p=1, dklen=32)


# §10 journal


def genesis(kiosk: str, epoch: bytes) -> bytes:
    return sha256(encode(["sanmin/1/journal", kiosk, epoch]))


def chain(previous: bytes, entries: list[bytes]) -> bytes:
    for entry in entries:
        previous = sha256(previous + entry)
    return previous


# §11 ballot


def rating_info(campaign: str, form: str, version: int, department: str) -> bytes:
    return encode(["sanmin/1/rating", campaign, form, version, department])


def answer_bytes(kind: str, most: int) -> int:
    """§20: how long a question's plaintexts are."""
    return 32 if kind != "text" else -(-(4 * most + 6) // 256) * 256


def answer_plaintext(kind: str, most: int, answer: Any) -> bytes:
    """§20"""
    return pad(encode(answer), answer_bytes(kind, most))


def spent_mark(salt: bytes, credential: bytes, form: str, department: str) -> bytes:
    return sha256(encode(["sanmin/1/spent", salt, credential, form, department]))[:16]


# §13 receipt


def receipt(envelope: bytes) -> str:
    number = int.from_bytes(sha256(b"sanmin/1/receipt\x00" + envelope)[:6], "big") >> 3
    body = [number >> shift & 31 for shift in range(40, -1, -5)]
    total = 0
    for place, value in enumerate(reversed(body)):
        doubled = value * 2 if place % 2 == 0 else value
        total += doubled // 32 + doubled % 32
    return "".join(BASE32[value] for value in (*body, -total % 32))


def status_key(code: str) -> bytes:
    return sha256(b"sanmin/1/status\x00" + code.encode("ascii"))[:16]


# §14 bundle, §15 acknowledgement


def decompress(data: bytes, limit: int = 4_000_000) -> bytes:
    try:
        size = zstandard.frame_content_size(data)
        if not 0 <= size <= limit:
            raise No("too-large")
        reader = zstandard.ZstdDecompressor().decompressobj()
        content = reader.decompress(data)
    except zstandard.ZstdError as error:
        raise No("not-zstd") from error
    if not reader.eof or reader.unused_data or len(content) != size:
        raise No("not-zstd")
    return content


def check_bundle(data: bytes, kiosk_key: bytes) -> dict[str, Any]:
    """The content of a genuine bundle whose chain holds."""
    message = decompress(data)
    if decode(open_sign1(message)[0]).get(4) != key_id(kiosk_key):
        raise No("unknown-kiosk")
    bundle: dict[str, Any] = decode(verify(message, "sanmin/1/bundle", kiosk_key))
    if bundle["v"] != 1:
        raise No("unknown-version")
    if len(bundle["epoch"]) != 16 or len(bundle["prev_hash"]) != 32:
        raise No("wrong-shape")
    if bundle["first_seq"] < 1 or bundle.get("spent_cursor", 0) < 0:
        raise No("wrong-shape")
    if len(bundle["entries"]) > 500 or sum(map(len, bundle["entries"])) > 1_000_000:
        raise No("too-large")
    if bundle["first_seq"] == 1 and bundle["prev_hash"] != genesis(bundle["kiosk"], bundle["epoch"]):
        raise No("broken-chain")
    if chain(bundle["prev_hash"], bundle["entries"]) != bundle["head_hash"]:
        raise No("broken-chain")
    return bundle


# §16, §17 enrolment and the exchange


def fingerprint(organiser: bytes) -> str:
    number = int.from_bytes(sha256(organiser)[:7], "big") >> 6
    return "".join(BASE32[number >> shift & 31] for shift in range(45, -1, -5))


def split_code(code: str) -> tuple[str, str]:
    plain = "".join({"O": "0", "I": "1", "L": "1"}.get(c, c) for c in code.upper() if c not in " -")
    if len(plain) != 20 or any(character not in BASE32 for character in plain):
        raise No("bad-code")
    return plain[:10], plain[10:]


def read_reply(message: bytes, expected: str) -> dict[str, Any]:
    """An enrolment reply, believed because of the fingerprint in the code."""
    reply: dict[str, Any] = decode(open_sign1(message)[1])
    if fingerprint(reply["organiser_key"]) != expected:
        raise No("not-the-server")
    certificate = decode(verify(reply["certificate"], "sanmin/1/server", reply["organiser_key"]))
    if (certificate["server_key"], certificate["campaign"]) != (reply["server_key"], reply["campaign"]):
        raise No("not-the-server")
    verify(message, "sanmin/1/enrol-reply", reply["server_key"])
    if reply["v"] != 1:
        raise No("unknown-version")
    return reply


@dataclass
class StrangersKiosk:
    """A kiosk of somebody else's making: it enrols, keeps a journal and syncs."""

    url: str
    private: bytes
    epoch: bytes
    acked: int = 0
    cursor: int = 0

    def enrol(self, code: str) -> None:
        secret, expected = split_code(code)
        request = encode({"v": 1, "secret": secret, "kiosk_key": self.public})
        message = sign(request, "sanmin/1/enrol-request", self.private)
        answer = self._post("/v1/enrolments", message, "application/cose; cose-type=cose-sign1")
        self.identity = read_reply(answer, expected)
        self.entries: list[bytes] = []

    @property
    def public(self) -> bytes:
        return Ed25519PrivateKey.from_private_bytes(self.private).public_key().public_bytes_raw()

    def record(self, kind: str, body: dict[str, Any]) -> str:
        """Add an entry; the receipt of its body."""
        self.entries.append(encode({"v": 1, "seq": len(self.entries) + 1, "kind": kind, "body": body}))
        return receipt(encode(body))

    def bundle(self) -> bytes:
        """Everything after what was acknowledged."""
        start = chain(genesis(self.identity["kiosk"], self.epoch), self.entries[: self.acked])
        entries = self.entries[self.acked :][:500]
        content = {
            "v": 1,
            "campaign": self.identity["campaign"],
            "kiosk": self.identity["kiosk"],
            "epoch": self.epoch,
            "first_seq": self.acked + 1,
            "prev_hash": start,
            "entries": entries,
            "head_hash": chain(start, entries),
            "spent_cursor": self.cursor,
            "health": {},
        }
        message = sign(encode(content), "sanmin/1/bundle", self.private)
        return zstandard.ZstdCompressor(write_content_size=True).compress(message)

    def sync(self) -> dict[str, Any]:
        """Send a bundle; the acknowledgement, verified."""
        answer = self._post("/v1/bundles", self.bundle(), "application/vnd.sanmin.bundle+zstd")
        acknowledgement: dict[str, Any] = decode(
            verify(answer, "sanmin/1/acknowledgement", self.identity["server_key"])
        )
        ours = (self.identity["campaign"], self.identity["kiosk"], self.epoch)
        if tuple(acknowledgement[name] for name in ("campaign", "kiosk", "epoch")) != ours:
            raise No("not-the-server")
        self.acked, self.cursor = acknowledgement["acked_seq"], acknowledgement["spent_cursor"]
        return acknowledgement

    def manifest(self) -> dict[str, Any]:
        """The manifest in force at the server."""
        manifest: dict[str, Any] = decode(
            verify(self._get("/v1/pack"), "sanmin/1/pack", self.identity["organiser_key"])
        )
        return manifest

    def file(self, described: dict[str, Any]) -> bytes:
        """One file of the pack, whole and verified."""
        data = self._get(f"/v1/blobs/{described['sha256'].hex()}")
        if len(data) != described["size"] or sha256(data) != described["sha256"]:
            raise No("damaged")
        return data

    def statuses(self) -> dict[str, Any]:
        """The status list."""
        message = decompress(self._get("/v1/statuses"), 64_000_000)
        statuses: dict[str, Any] = decode(verify(message, "sanmin/1/statuses", self.identity["server_key"]))
        return statuses

    def _get(self, path: str) -> bytes:
        return self._send(urllib.request.Request(self.url + path))

    def _post(self, path: str, data: bytes, media_type: str) -> bytes:
        return self._send(urllib.request.Request(self.url + path, data, {"Content-Type": media_type}))

    def _send(self, request: urllib.request.Request) -> bytes:
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=30) as answer:
                body: bytes = answer.read()
                return body
        except urllib.error.HTTPError as error:
            with error:
                raise No(json.load(error)["code"]) from error
