"""Prometheus metrics, read from the database at each scrape: processes hold no state, so any of them may answer."""

from __future__ import annotations

import logging
from collections.abc import Iterator

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from sqlalchemy import func, select

from kiosk.domain.suggestion import State
from sync.server.database import get_number, reading
from sync.server.errors import ServerRefused
from sync.server.health import KioskHealth, kiosks_now
from sync.server.models import Epoch, Receipt
from sync.server.publishing import PACK_VERSION
from sync.server.server import Server
from sync.server.statistics import statistics
from sync.server.working_days import CalendarRefused

logger = logging.getLogger(__name__)

CONTENT_TYPE = "text/plain; version=1.0.0; charset=utf-8"


def metrics(server: Server) -> bytes:
    """Everything in Prometheus' text format."""
    registry = CollectorRegistry(auto_describe=False)
    registry.register(_ServerCollector(server))
    return generate_latest(registry)


class _ServerCollector(Collector):
    """Kiosks, suggestions and counts of one server."""

    def __init__(self, server: Server) -> None:
        self._server = server

    def collect(self) -> Iterator[Metric]:
        yield from _kiosks(kiosks_now(self._server))
        yield from self._suggestions()
        yield from self._counts()

    def _suggestions(self) -> Iterator[Metric]:
        """None where the calendar or the pack on offer cannot be read: kiosks' alarms do not wait for that."""
        try:
            counted = statistics(self._server)
        except (ServerRefused, CalendarRefused, OSError) as error:
            logger.error("metrics go without suggestions: %s", error)
            return
        states = GaugeMetricFamily("sanmin_suggestions", "Suggestions by state", labels=["state"])
        for state in State:  # also those at 0: a series that comes and goes cannot be compared with before
            states.add_metric([state.value], counted.states.get(state.value, 0))
        cards = GaugeMetricFamily("sanmin_suggestions_due", "Suggestions with a card", labels=["card"])
        for card, number in (("yellow", counted.yellow), ("red", counted.red)):
            cards.add_metric([card], number)
        unknown = GaugeMetricFamily(
            "sanmin_calendar_years_unannounced",
            "Years in which a suggestion is due and whose working days are not known yet",
            value=len(counted.unannounced),
        )
        yield from (states, cards, unknown)

    def _counts(self) -> Iterator[Metric]:
        with reading(self._server.engine) as connection:
            pack = get_number(connection, PACK_VERSION)
            receipts = connection.scalar(select(func.count()).select_from(Receipt)) or 0
            forks = (
                connection.scalar(select(func.count()).select_from(Epoch).where(Epoch.frozen, Epoch.kept.is_(None)))
                or 0
            )
        yield GaugeMetricFamily("sanmin_pack_version", "The pack on offer", value=pack)
        yield GaugeMetricFamily("sanmin_ballot_receipts", "Ballot envelopes that have arrived", value=receipts)
        yield GaugeMetricFamily("sanmin_forks_undecided", "Forks that wait for an organiser", value=forks)


_OWN_WORD = {
    "free_mb": ("sanmin_kiosk_free_megabytes", "Free room on the kiosk's disk, by its own word"),
    "pack": ("sanmin_kiosk_pack_version", "The pack in force on the kiosk, by its own word"),
    "clock_behind": ("sanmin_kiosk_clock_behind", "Whether the kiosk's clock cannot be believed, by its own word"),
}


def _kiosks(kiosks: list[KioskHealth]) -> Iterator[Metric]:
    labels = ["kiosk", "venue"]
    seen = GaugeMetricFamily("sanmin_kiosk_last_seen_seconds", "Unix time of the last contact", labels=labels)
    entries = GaugeMetricFamily("sanmin_kiosk_entries", "Journal entries stored", labels=labels)
    parked = GaugeMetricFamily("sanmin_kiosk_parked_entries", "Entries that are not understood", labels=labels)
    forked = GaugeMetricFamily("sanmin_kiosk_forked", "Whether a fork waits for a decision", labels=labels)
    for kiosk in kiosks:
        name = [kiosk.kiosk, kiosk.venue]
        entries.add_metric(name, kiosk.entries)
        parked.add_metric(name, kiosk.parked)
        forked.add_metric(name, kiosk.frozen)
        if kiosk.seen_at is not None:
            seen.add_metric(name, kiosk.seen_at)
    yield from (seen, entries, parked, forked)
    for key, (metric, description) in _OWN_WORD.items():
        family = GaugeMetricFamily(metric, description, labels=labels)
        for kiosk in kiosks:
            value = kiosk.health.get(key)
            if isinstance(value, (int, bool)):
                family.add_metric([kiosk.kiosk, kiosk.venue], value)
        yield family
