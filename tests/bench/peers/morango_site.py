"""A Django site with Morango and one table of records; runs in the peers' own environment, never in ours.

`MORANGO_DATABASE` names its SQLite file. A template is made once: migrated, with the one certificate that the server
and all devices share, so that what is measured is the transfer.
"""

from __future__ import annotations

import os

import django
from django.conf import settings

PROFILE, SCOPE = "bench", "everything"

settings.configure(
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": os.environ["MORANGO_DATABASE"],
            "OPTIONS": {"timeout": 120},
        }
    },
    INSTALLED_APPS=[
        "django.contrib.contenttypes",
        "django.contrib.auth",
        "rest_framework",
        "morango",
        "morango_records",
    ],
    ROOT_URLCONF="morango.urls",
    SECRET_KEY="bench",
    ALLOWED_HOSTS=["127.0.0.1"],
    USE_TZ=True,
    DEFAULT_AUTO_FIELD="django.db.models.AutoField",
    LOGGING_CONFIG=None,
)
django.setup()


def certificate() -> object:
    """The one there is."""
    from morango.models.certificates import Certificate

    return Certificate.objects.get()


def make_template() -> None:
    """Tables, scope and certificate."""
    from django.core.management import call_command
    from morango.models.certificates import Certificate, ScopeDefinition

    call_command("migrate", run_syncdb=True, verbosity=0)
    ScopeDefinition.objects.create(
        id=SCOPE,
        profile=PROFILE,
        version=1,
        primary_scope_param_key="event",
        description="all",
        read_filter_template="${event}",
        write_filter_template="${event}",
        read_write_filter_template="${event}",
    )
    Certificate.generate_root_certificate(SCOPE)


if __name__ == "__main__":
    make_template()
