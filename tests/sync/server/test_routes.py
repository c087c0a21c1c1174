"""Routes: entity tags, the organiser's token, limits, problems, the log, and the description of all of it."""

from __future__ import annotations

import json
import logging
from typing import Any

import pytest
from asgi_client import AsgiClient
from pens import Pen
from prometheus_client.parser import text_string_to_metric_families
from worlds import World

from sync import wire
from sync.server.app import build_app
from sync.server.health import Condition, kiosks_now
from sync.server.logs import JsonLines

ORGANISERS = ("/v1/kiosks", "/v1/venues", "/v1/statistics", "/v1/forks", "/v1/parked", "/metrics")


@pytest.fixture
def pen(lite: World) -> Pen:
    return Pen(lite).enrol()


def token(world: World) -> dict[str, str]:
    return {"Authorization": f"Bearer {world.server.token}"}


def test_receipts_are_published_sorted_by_code_with_a_tag(pen: Pen, client: AsgiClient) -> None:
    codes = [pen.cast(person) for person in range(20)]
    pen.send()
    answer = client.get("/v1/receipts")
    assert answer.text == "".join(f"{code}\n" for code in sorted(codes))
    again = client.get("/v1/receipts", headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    pen.cast(99)
    pen.send()
    assert client.get("/v1/receipts", headers={"If-None-Match": answer.headers["etag"]}).status_code == 200


@pytest.mark.parametrize("path", [wire.PACK, wire.STATUSES, "/v1/receipts"])
def test_what_the_other_side_holds_is_not_sent_again(client: AsgiClient, path: str) -> None:
    tag = client.get(path).headers["etag"]
    for held in (tag, f"W/{tag}"):
        assert client.get(path, headers={"If-None-Match": held}).status_code == 304
    assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200


def test_a_part_of_a_blob(lite: World, client: AsgiClient) -> None:
    digest = next(lite.server.folder.joinpath("blobs").iterdir()).name
    whole = client.get(f"{wire.BLOBS}/{digest}")
    part = client.get(f"{wire.BLOBS}/{digest}", headers={"Range": "bytes=2-4", "If-Range": whole.headers["etag"]})
    assert (part.status_code, part.content) == (206, whole.content[2:5])
    stale = client.get(f"{wire.BLOBS}/{digest}", headers={"Range": "bytes=2-4", "If-Range": '"other"'})
    assert (stale.status_code, stale.content) == (200, whole.content)


@pytest.mark.parametrize("path", ORGANISERS)
@pytest.mark.parametrize("shown", [None, "", "Bearer", "Bearer wrong", "Basic dXNlcjpwYXNz", "Bearer é"])
def test_organisers_routes_need_the_token(client: AsgiClient, path: str, shown: str | None) -> None:
    headers = {} if shown is None else {"Authorization": shown.encode()}
    answer = client.get(path, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (401, "token")
    assert answer.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize("path", ORGANISERS)
def test_with_the_token_they_answer_and_no_proxy_keeps_it(lite: World, client: AsgiClient, path: str) -> None:
    answer = client.get(path, headers=token(lite))
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")


def test_a_load_balancer_is_told_how_it_is_now(client: AsgiClient) -> None:
    answer = client.get("/healthz")
    assert (answer.json(), answer.headers["cache-control"]) == ({"status": "ok"}, "no-store")


@pytest.mark.parametrize("path", ["/healthz", "/openapi.json", "/", "/v1/receipts", wire.PACK, wire.STATUSES])
def test_what_is_public_needs_none(client: AsgiClient, path: str) -> None:
    assert client.get(path).status_code == 200


def test_a_kiosk_heard_under_a_clock_that_was_ahead_is_silent_until_it_is_heard_again(pen: Pen) -> None:
    pen.world.now += 10 * 365 * 86_400
    pen.send()
    pen.world.now -= 10 * 365 * 86_400
    assert [row.condition for row in kiosks_now(pen.world.server)] == [Condition.SILENT]
    pen.send()
    assert [row.condition for row in kiosks_now(pen.world.server)] == [Condition.OK]


def test_kiosks_and_venues_are_told_with_what_is_wrong(pen: Pen, client: AsgiClient) -> None:
    world = pen.world
    Pen(world, "v01-2").enrol()
    quiet = Pen(world, "v02-1").enrol()
    quiet.send()
    world.now += 3601
    pen.write("hologram", {})
    pen.send()
    conditions = {row["kiosk"]: row["condition"] for row in client.get("/v1/kiosks", headers=token(world)).json()}
    assert conditions == {"v01-1": "parked", "v01-2": "never", "v02-1": "silent"}
    venues = client.get("/v1/venues", headers=token(world)).json()
    assert [(v["venue"], v["kiosks"], v["condition"], v["entries"]) for v in venues] == [
        ("v01", 2, "parked", 1),
        ("v02", 1, "silent", 0),
    ]


def samples(client: AsgiClient, world: World) -> dict[tuple[str, ...], float]:
    text = client.get("/metrics", headers=token(world)).text
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def test_metrics_are_prometheus_and_true(pen: Pen, client: AsgiClient) -> None:
    pen.cast()
    pen.suggest()
    pen.send()
    found = samples(client, pen.world)
    assert found["sanmin_kiosk_entries", "v01-1", "v01"] == 2
    assert found["sanmin_kiosk_last_seen_seconds", "v01-1", "v01"] == pen.world.now
    assert found["sanmin_kiosk_free_megabytes", "v01-1", "v01"] == 1000
    assert found["sanmin_suggestions", "received"] == 1
    assert found["sanmin_suggestions", "adopted"] == 0  # there before the first, so that it can be compared
    assert found["sanmin_ballot_receipts",] == 1
    assert found["sanmin_pack_version",] == 1
    clone = pen.clone()
    pen.cast()
    pen.send()
    clone.cast()
    clone.send()
    pen.world.now += 60 * 86_400
    found = samples(client, pen.world)
    assert found["sanmin_forks_undecided",] == 1 and found["sanmin_kiosk_forked", "v01-1", "v01"] == 1
    assert found["sanmin_suggestions_due", "red"] == 1


def operations(client: AsgiClient) -> list[tuple[str, str, dict[str, Any]]]:
    paths = client.get("/openapi.json").json()["paths"]
    return [(path, method, item) for path, methods in paths.items() for method, item in methods.items()]


def test_every_route_is_described_with_its_refusals(client: AsgiClient) -> None:
    found = operations(client)
    assert len(found) >= 16
    for path, method, item in found:
        assert item.get("description"), path
        assert all(
            answer["description"] not in ("", "Successful Response") or code == "200"
            for code, answer in item["responses"].items()
        ), path
        problems = {
            code: set(answer.get("content", ())) for code, answer in item["responses"].items() if code[0] in "45"
        }
        assert {"500", "503"} <= problems.keys(), path
        person = "text/html" in item["responses"].get("200", item["responses"]["503"])["content"]
        for code, types in problems.items():
            expected = (
                {wire.PROBLEM, "text/html"} if person and code != "404" else {"text/html"} if person else {wire.PROBLEM}
            )
            assert types == (set() if code == "416" else expected), (path, code)
        assert all(parameter["schema"]["type"] == "string" for parameter in item.get("parameters", ())), path
        assert "422" not in problems, path
        assert bool(item.get("security")) is (path in ORGANISERS), path
        assert method != "post" or item["requestBody"]["required"], path


def test_the_description_names_the_shape_of_health(client: AsgiClient) -> None:
    schemas = client.get("/openapi.json").json()["components"]["schemas"]
    assert {"KioskHealth", "VenueHealth", "Statistics", "Problem", "Fork", "Parked"} <= set(schemas)
    assert not [name for name in schemas if "ValidationError" in name]


@pytest.mark.parametrize(("path", "limit"), [(wire.ENROLMENTS, 4096), (wire.BUNDLES, wire.MAX_BUNDLE)])
def test_too_long_a_body_is_refused(client: AsgiClient, path: str, limit: int) -> None:
    answer = client.post(path, bytes(limit + 1))
    assert (answer.status_code, answer.json()["code"]) == (413, "too-large")
    assert client.post(path, bytes(limit)).status_code == 400


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/nowhere", 404, "not-found"),
        ("DELETE", wire.BUNDLES, 405, "method-not-allowed"),
        ("GET", wire.BLOBS + "/" + "0" * 64, 404, "no-blob"),
        ("GET", wire.BLOBS + "/..%2F..%2Fkeys%2Fserver.key", 404, "not-found"),
        ("GET", wire.BLOBS + "/" + "A" * 64, 404, "no-blob"),
        ("POST", wire.BUNDLES, 400, "not-zstd"),
        ("POST", wire.ENROLMENTS, 400, "bad-request"),
    ],
)
def test_every_refusal_is_a_problem(client: AsgiClient, method: str, path: str, status: int, code: str) -> None:
    answer = client.request(method, path)
    assert answer.headers["content-type"] == wire.PROBLEM
    body = answer.json()
    assert (answer.status_code, body["status"], body["code"]) == (status, status, code)
    assert body["type"] == f"urn:sanmin:problem:{code}" and body["title"] and body["detail"].endswith(".")
    assert answer.headers["Cache-Control"] == "no-store"  # what is not there yet may be there in a minute
    assert status != 405 or answer.headers["Allow"] == "POST"


def test_the_log_is_json_lines_without_receipts(pen: Pen, client: AsgiClient, caplog: pytest.LogCaptureFixture) -> None:
    receipt = pen.suggest("路灯不亮")
    pen.send()
    with caplog.at_level(logging.INFO, "sync.server"):
        client.get(f"/s/{receipt}")
        client.get("/find", params={"code": receipt})
        client.post(wire.BUNDLES, b"junk")
    lines = [json.loads(JsonLines().format(record)) for record in caplog.records]
    requests = [line for line in lines if line["event"] == "request"]
    assert [(r["method"], r["route"], r["status"]) for r in requests] == [
        ("GET", "/s/{code}", 200),
        ("GET", "/find", 303),
        ("POST", wire.BUNDLES, 400),
    ]
    assert requests[2]["received"] == 4 and requests[0]["sent"] > 1000
    assert receipt not in json.dumps(lines) and "127.0.0.1" not in json.dumps(lines)


def test_a_defect_is_a_problem_and_its_text_is_not_logged(lite: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(server: object) -> None:
        raise RuntimeError("13800000000")

    monkeypatch.setattr("sync.server.page_routes.publishing.offered_version", broken)
    with AsgiClient(build_app(lite.server)) as client:
        answer = client.get("/healthz")
    assert (answer.status_code, answer.json()["code"]) == (500, "defect")
    try:
        broken(None)
    except RuntimeError as error:
        record = logging.LogRecord(
            "uvicorn", logging.ERROR, "", 0, "Exception\nTraceback", (), (RuntimeError, error, error.__traceback__)
        )
    line = json.loads(JsonLines().format(record))
    assert (line["error"], line["event"], line["level"]) == ("RuntimeError", "Exception", "error")
    assert "broken" in line["where"] and "138" not in json.dumps(line).replace(str(record.created), "")


def test_a_mistake_in_the_calendar_is_said_and_stops_only_what_needs_it(
    pen: Pen, client: AsgiClient, caplog: pytest.LogCaptureFixture
) -> None:
    receipt = pen.suggest()
    pen.send()
    (pen.world.server.folder / "working-days.csv").write_text("2021-13-01,off\n", "utf-8")
    answer = client.get("/v1/statistics", headers=token(pen.world))
    assert (answer.status_code, answer.json()["code"]) == (503, "calendar")
    assert "working-days.csv, row 1 cannot be read" in caplog.text
    assert client.get(f"/s/{receipt}").status_code == 200
    assert client.get("/v1/kiosks", headers=token(pen.world)).status_code == 200
