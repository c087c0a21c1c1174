"""Which benchmarks there are. Add yours: a function (folder, long) that yields rows."""

from __future__ import annotations

BENCHES = {
    "casting": "bench.casting:bench",
    "credentials": "bench.credentials:bench",
    "cards": "bench.cards:bench",
    "ingest": "bench.ingest:bench",
    "ingest-growth": "bench.ingest_growth:bench",
    "peers": "bench.peers:bench",
    "idle-sync": "bench.idle_sync:bench",
    "status-list": "bench.status_list:bench",
    "content": "bench.content:bench",
    "counting": "bench.counting:bench",
    "count-growth": "bench.count_growth:bench",
    "event": "bench.event:bench",
    "screens": "bench.screens:bench",
    "video": "bench.video:bench",
    "screens-memory": "bench.screens_memory:bench",
}
"""Name → module:function."""
ON_REQUEST = {"peers"}
"""Only if named: they need what `make bench-peers` installs."""
