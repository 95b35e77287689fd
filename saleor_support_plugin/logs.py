"""One JSON object a log line, with the request's id and the store's, and nothing about a person."""

import logging
import os
from contextvars import ContextVar
from datetime import UTC, datetime

import orjson

request_id: ContextVar[str] = ContextVar("request_id", default="")
store_id: ContextVar[int] = ContextVar("store_id", default=0)


def new_request_id() -> str:
    """Return 16 hexadecimal digits."""
    return os.urandom(8).hex()


def accepted_request_id(given: str) -> str:
    """Return the caller's id where it is harmless to log, else a new one."""
    return given if 8 <= len(given) <= 64 and given.replace("-", "").isalnum() else new_request_id()


class JsonLine(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if request_id.get():
            line["request_id"] = request_id.get()
        if store_id.get():
            line["store"] = store_id.get()
        line |= getattr(record, "facts", {})
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return orjson.dumps(line, default=str).decode()
