"""The record that devices push."""

from django.db import models
from morango.models.core import SyncableModel


class Record(SyncableModel):
    """The bytes of one entry, Base64."""

    morango_profile = "bench"
    morango_model_name = "record"
    event = models.CharField(max_length=32)
    data = models.TextField()

    def calculate_source_id(self, *args: object, **kwargs: object) -> None:
        """None: a random one."""

    def calculate_partition(self, *args: object, **kwargs: object) -> str:
        """All devices share one."""
        return str(self.event)
