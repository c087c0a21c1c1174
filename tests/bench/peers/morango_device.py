"""One device: `morango_device.py URL PAYLOAD`; makes its records, says `ready`, waits for a line, pushes, says `done`.

PAYLOAD holds one record a line, Base64.
"""

from __future__ import annotations

import sys
from pathlib import Path

import morango_site
from django.db import transaction
from morango.models.certificates import Filter
from morango.sync.controller import MorangoProfileController
from morango_records.models import Record

url, payload = sys.argv[1:]
shared = morango_site.certificate()
with transaction.atomic():
    for line in Path(payload).read_text("ascii").splitlines():
        Record(event=shared.id, data=line).save()
print("ready", flush=True)
sys.stdin.readline()
connection = MorangoProfileController(morango_site.PROFILE).create_network_connection(url)
push = connection.create_sync_session(shared, shared).get_push_client()
push.initialize(Filter(shared.id))
push.run()
push.finalize()
print("done", flush=True)
