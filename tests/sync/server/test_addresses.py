"""Which addresses of a server a kiosk talks to: HTTPS, and plain HTTP on its own machine alone."""

from __future__ import annotations

import pytest

from sync.errors import NotAllowed
from sync.http import check_address


@pytest.mark.parametrize(
    ("typed", "base"),
    [
        ("https://sanmin.example", "https://sanmin.example"),
        (" https://sanmin.example/ ", "https://sanmin.example"),
        ("https://sanmin.example:8443/event/", "https://sanmin.example:8443/event"),
        ("http://127.0.0.1:8470", "http://127.0.0.1:8470"),
        ("http://127.8.9.1", "http://127.8.9.1"),
        ("http://[::1]:8470", "http://[::1]:8470"),
        ("http://localhost:8470/", "http://localhost:8470"),
    ],
)
def test_these_are_talked_to(typed: str, base: str) -> None:
    assert check_address(typed) == base


@pytest.mark.parametrize(
    "typed",
    [
        "http://sanmin.example",
        "http://192.168.1.5:8470",
        "http://10.0.0.1",
        "http://localhost.example",
        "http://127.0.0.1.example",
        "http://[fe80::1]",
        "HTTP://sanmin.example",
        "http://0.0.0.0",
        "http://127.0.0.1@sanmin.example",
    ],
)
def test_plain_http_to_another_machine_is_not(typed: str) -> None:
    with pytest.raises(NotAllowed) as refused:
        check_address(typed)
    assert refused.value.code == "plain-http"


@pytest.mark.parametrize(
    "typed", ["", "sanmin.example", "ftp://sanmin.example", "https://", "https://a?b", "https://a#b", "file:///etc"]
)
def test_what_is_no_servers_address(typed: str) -> None:
    with pytest.raises(NotAllowed) as refused:
        check_address(typed)
    assert refused.value.code == "bad-address"
