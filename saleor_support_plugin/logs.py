"""One JSON object a log line, with the request's id and the store's, and nothing about a person."""

import logging
import os
import re
import traceback
from contextvars import ContextVar
from datetime import UTC, datetime

import orjson

# Links in mails open something by themselves, and Django names the path of whatever fails.
SECRET_PATH = re.compile(r"(/[abcopqruvw]/)[^/\s?\"']+")

request_id: ContextVar[str] = ContextVar("request_id", default="")
store_id: ContextVar[int] = ContextVar("store_id", default=0)


def new_request_id() -> str:
    """Return 16 hexadecimal digits."""
    return os.urandom(8).hex()


def accepted_request_id(given: str) -> str:
    """Return the caller's id where it is harmless to log, else a new one."""
    return given if 8 <= len(given) <= 64 and given.replace("-", "").isalnum() else new_request_id()


def said_by(error: BaseException) -> str:
    """Return an error's name and first line. PostgreSQL's further lines quote the row, and rows are about people."""
    return f"{type(error).__name__}: {str(error).partition(chr(10))[0]}"[:500]


def where(error: BaseException) -> list[str]:
    """Return the places that an error came through, the innermost last."""
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)][
        -12:
    ]


class JsonLine(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": SECRET_PATH.sub(r"\1…", record.getMessage()),
        }
        if request_id.get():
            line["request_id"] = request_id.get()
        if store_id.get():
            line["store"] = store_id.get()
        line |= getattr(record, "facts", {})
        if record.exc_info and record.exc_info[1] is not None:
            line["error"] = said_by(record.exc_info[1])
            line["where"] = where(record.exc_info[1])
        return orjson.dumps(line, default=str).decode()
