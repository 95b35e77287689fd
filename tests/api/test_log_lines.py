"""Log lines of the hot doors: one JSON object for each request, written together."""

import asyncio
import json
import time
from datetime import UTC, datetime, timedelta

from saleor_support_plugin.api.hot_doors import LogLines


def lines_of(*requests: dict[str, object]) -> list[dict[str, object]]:
    written: list[str] = []

    async def serve() -> None:
        lines = LogLines("facts", write=written.append)
        for one in requests:
            lines.add(time.perf_counter() - 0.0125, 200, "0011-aaff", **one)
        assert not written, "they are written together, a little later"
        lines.flush()

    asyncio.run(serve())
    assert len(written) == 1
    return [json.loads(line) for line in written[0].splitlines()]


def test_a_request_is_one_line_of_json() -> None:
    [line] = lines_of({})
    at = datetime.fromisoformat(str(line.pop("at")))
    assert timedelta(0) <= datetime.now(UTC) - at < timedelta(minutes=1)
    assert 12 <= float(str(line.pop("ms"))) < 1000
    assert line == {"level": "info", "logger": "facts", "status": 200, "request_id": "0011-aaff"}


def test_facts_of_a_request_are_escaped() -> None:
    said = 'a "quoted"\nline, ğ'
    assert [line.get("event") for line in lines_of({"event": said, "n": 3}, {})] == [said, None]


def test_answers_out_of_memory_are_counted_together() -> None:
    written: list[str] = []

    async def serve() -> None:
        lines = LogLines("facts", write=written.append)
        for _ in range(3):
            lines.count()
        lines.flush()
        lines.flush()

    asyncio.run(serve())
    assert [json.loads(line) | {"at": ""} for line in written] == [
        {"at": "", "level": "info", "logger": "facts", "kept": 3}
    ]
