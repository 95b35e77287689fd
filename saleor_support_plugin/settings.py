"""Every setting, read once from the environment; docs/settings.md says what each is for.

A wrong variable is named together with what is allowed, all of them at once.
"""

import base64
import hashlib
import os
import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured
from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

from saleor_support_plugin.files import locations

_problems: list[str] = []
# Never shown, also not when they are wrong.
_SECRETS = frozenset(
    {"SECRET_KEY", "DATABASE_URL", "REDIS_URL", "CELERY_BROKER_URL", "EMAIL_URL", "FILES_URL", "TOKEN_KEYS"}
)


def _read[T](name: str, default: str | None, parse: Callable[[str], T], allowed: str) -> T:
    text = os.environ.get(name, "") or default
    if text is None:
        _problems.append(f"{name} is not set: {allowed}")
        return parse("")
    try:
        return parse(text)
    except (ValueError, KeyError, ImportError):
        said = "not what it must be" if name in _SECRETS else repr(text)
        _problems.append(f"{name} is {said}: {allowed}")
        return parse(default or "")


def _text(text: str) -> str:
    return text


def _switch(text: str) -> bool:
    return {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False, "": False}[text.lower()]


def _header(text: str) -> str:
    if not all(letter.isascii() and (letter.isalnum() or letter == "-") for letter in text):
        raise ValueError(text)
    return text


def _number(text: str) -> int:
    number = int(text)
    if number < 0:
        raise ValueError(text)
    return number


def _positive(text: str) -> int:
    number = _number(text)
    if not number:
        raise ValueError(text)
    return number


def _broker(text: str) -> str:
    known = ("redis", "rediss", "valkey", "valkeys", "unix", "redis+socket", "")
    if urlsplit(text).scheme not in known:
        raise ValueError(text)
    return text


def _keys(text: str) -> tuple[str, ...]:
    keys = _words(text)
    for key in keys:
        if len(base64.urlsafe_b64decode(key)) != 32:
            raise ValueError(key)
    return keys


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())


def _origin(text: str) -> str:
    parts = urlsplit(text)
    if text and (parts.scheme not in ("http", "https") or not parts.netloc or parts.path.strip("/") or parts.query):
        raise ValueError(text)
    return text.rstrip("/")


def _email(text: str) -> dict[str, Any]:
    """Return how mails leave: `way` is smtp, file or console, and what that way needs."""
    parts = urlsplit(text)
    if parts.scheme == "console" and not parts.netloc:
        return {"way": "console"}
    if parts.scheme in ("", "file"):
        if parts.netloc or (parts.scheme and not parts.path.strip("/")) or (text and not parts.scheme):
            raise ValueError(text)
        return {"way": "file", "folder": unquote(parts.path)}
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname or parts.path.strip("/"):
        raise ValueError(text)
    asked = dict(parse_qsl(parts.query, strict_parsing=True)) if parts.query else {}
    secure = parts.scheme == "smtps"
    port = parts.port or (465 if secure else 587)
    use_tls = _switch(asked.pop("tls", "1" if port == 587 else "0"))
    if asked or (secure and use_tls):
        raise ValueError(text)
    login = {"username": unquote(parts.username or ""), "password": unquote(parts.password or "")}
    return {"way": "smtp", "host": parts.hostname, "port": port, "use_tls": use_tls, "use_ssl": secure} | login


def _files(text: str) -> dict[str, Any]:
    needed = locations.NEEDED.get(urlsplit(text).scheme)
    if needed is not None:
        import_module(needed)
    return locations.location(text or Path("files").absolute().as_uri())


def _mailbox(text: str) -> str:
    if text and not re.fullmatch(r"[^@\s<>\"]+@[^@\s<>\"]+", text):
        raise ValueError(text)
    return text


def _level(text: str) -> str:
    if text.upper() not in ("DEBUG", "INFO", "WARNING", "ERROR"):
        raise ValueError(text)
    return text.upper()


def _database(text: str) -> dict[str, Any]:
    try:
        parts = dict(conninfo_to_dict(text))
    except ProgrammingError as error:
        raise ValueError(text) from error
    names = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    settings: dict[str, Any] = {django: str(parts.pop(libpq, "") or "") for libpq, django in names.items()}
    return {"ENGINE": "django.db.backends.postgresql", "OPTIONS": parts, **settings}


_ORIGIN = "an origin such as https://support.example.com, without a path"

# Where the service is reached from outside; never taken from a request, for Saleor sends `Host` without its port.
PUBLIC_URL = _read("PUBLIC_URL", None, _origin, _ORIGIN)
SECRET_KEY = _read("SECRET_KEY", None, _text, "a long random text, kept secret, the same for web and worker")
DATABASE_URL = _read(
    "DATABASE_URL", None, _text, "a PostgreSQL address such as postgresql://user:password@host/support"
)
REDIS_URL = _read("REDIS_URL", None, _broker, "a Redis or Valkey address such as redis://host:6379/0")
CELERY_BROKER_URL = _read("CELERY_BROKER_URL", REDIS_URL or "", _broker, "a Redis or Valkey address")

# App tokens are kept encrypted: the first key encrypts, every key decrypts (docs/operations.md, "New keys").
TOKEN_KEYS = _read("TOKEN_KEYS", "", _keys, "Fernet keys (32 bytes in URL-safe base64) separated by commas") or (
    base64.urlsafe_b64encode(hashlib.sha256(f"app tokens {SECRET_KEY}".encode()).digest()).decode(),
)

ALLOWED_STORES = _read("ALLOWED_STORES", "", _words, "patterns of API addresses separated by commas, or *")
ALLOW_PRIVATE_STORES = _read("ALLOW_PRIVATE_STORES", "0", _switch, "1 or 0")
DEMO_URL = _read("DEMO_URL", "", _origin, _ORIGIN)
# How mails leave. A mail of the demo store, and one to an address that is nobody's, is a file in OUTBOX_DIR whatever
# this says.
EMAIL = _read(
    "EMAIL_URL",
    "",
    _email,
    "smtp://user:password@host:587?tls=1, smtps://user:password@host, file:///folder or console:",
)
OUTBOX_DIR = Path(_read("OUTBOX_DIR", "outbox", _text, "a folder"))
EMAIL_FROM = _read("EMAIL_FROM", "", _mailbox, "an e-mail address") or f"no-reply@{urlsplit(PUBLIC_URL).hostname}"
# Where pictures are kept that people send, and from which origin they are shown: docs/files.md.
STORAGES = {"files": _read("FILES_URL", "", _files, locations.ALLOWED)}
FILES_ORIGIN = _read("FILES_ORIGIN", "", _origin, _ORIGIN) or PUBLIC_URL
FILE_MAX_BYTES = _read("FILE_MAX_BYTES", "12000000", _positive, "a number of bytes")
FILE_MAX_PIXELS = _read("FILE_MAX_PIXELS", "40000000", _positive, "a number of pixels")
MESSAGES_PER_MINUTE = _read("MESSAGES_PER_MINUTE", "600", _number, "messages of one store, 0 for no limit")
CHAT_MESSAGES_PER_MINUTE = _read("CHAT_MESSAGES_PER_MINUTE", "30", _number, "messages of one session, 0 for no limit")
CHAT_CONNECTIONS_PER_NETWORK = _read(
    "CHAT_CONNECTIONS_PER_NETWORK", "100", _number, "connections of one network address, 0 for no limit"
)
MANIFEST_APP_ID = _read("MANIFEST_APP_ID", "saleor.support", _text, "the app's identifier in Saleor")
APP_NAME = _read("APP_NAME", "Saleor Support", _text, "the app's name in Saleor")
LOG_LEVEL = _read("LOG_LEVEL", "INFO", _level, "DEBUG, INFO, WARNING or ERROR")
WEBHOOK_MAX_BYTES = _read("WEBHOOK_MAX_BYTES", "5000000", _positive, "a number of bytes")
SALEOR_TIMEOUT_SECONDS = _read("SALEOR_TIMEOUT_SECONDS", "15", _positive, "a number of seconds")
# A worker holds one for each chore at hand, through its calls to Saleor, and one for events.
DATABASE_POOL_SIZE = _read("DATABASE_POOL_SIZE", "8", _number, "connections for each process, 0 for no pool")
PROXIES = _read("PROXIES", "1", _number, "how many proxies stand in front, each adding to X-Forwarded-For")
TRUSTED_COUNTRY_HEADER = _read("TRUSTED_COUNTRY_HEADER", "", _header, "a header's name, such as CF-IPCountry")
DEBUG = _read("DEBUG", "0", _switch, "1 or 0")

_default_database = _read("DATABASE_URL", "", _database, "a PostgreSQL address")

if _problems:
    raise ImproperlyConfigured("Saleor Support cannot start.\n  " + "\n  ".join(_problems))

BASE_DIR = Path(__file__).resolve().parent
VERSION = "0.1.0"

INSTALLED_APPS = ["saleor_support_plugin.apps.SupportConfig"]
MIDDLEWARE = [
    "saleor_support_plugin.api.request_ids.middleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.common.CommonMiddleware",
]
ROOT_URLCONF = "saleor_support_plugin.urls"
TEMPLATES = [
    {"BACKEND": "django.template.backends.django.DjangoTemplates", "DIRS": [BASE_DIR / "pages"], "APP_DIRS": False},
    {
        "NAME": "mails",
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "mails" / "layouts"],
        "APP_DIRS": False,
    },
]
DATABASES = {"default": _default_database | {"CONN_MAX_AGE": 0}}
if DATABASE_POOL_SIZE:
    DATABASES["default"]["OPTIONS"]["pool"] = {"min_size": 1, "max_size": DATABASE_POOL_SIZE, "timeout": 5}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The host is never used to build an address or to find a store, and Saleor sends it in unusual forms.
ALLOWED_HOSTS = ["*"]
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("tr", "Türkçe")]
APPEND_SLASH = False

# Front ends are built into the package, so that a wheel holds them; file names carry a hash.
STATIC_URL = "/static/"
BUILT_DIR = BASE_DIR / "built"
STATICFILES_DIRS = [folder for folder in (BASE_DIR / "static", BUILT_DIR) if folder.is_dir()]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MAX_AGE = 3600
WHITENOISE_IMMUTABLE_FILE_TEST = r"-[\w-]{8}\.(js|css)$"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000

# No cookie and no session anywhere: every request carries its own token, so there is nothing to forge.
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 31_536_000 if PUBLIC_URL.startswith("https:") else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = False
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = None
SILENCED_SYSTEM_CHECKS = [
    "security.W002",  # framed by Saleor Dashboard on purpose: its pages hold no cookie that a frame could abuse
    "security.W003",  # no cookies, so no forged requests
    "security.W005",  # other hosts below this domain are not ours to decide
    "security.W008",  # a proxy in front redirects; Saleor never follows a redirect, so answering one would lose events
    "security.W021",  # the preload list is the domain owner's decision
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "saleor_support_plugin.logs.JsonLine"}},
    "handlers": {"err": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["err"], "level": LOG_LEVEL},
    "loggers": {
        "django.request": {"level": "ERROR"},
        # A sweep every five seconds that finds nothing is no news; a task that fails is.
        **{
            name: {"level": "WARNING"}
            for name in ("celery.beat", "celery.worker.strategy", "celery.app.trace", "kombu")
        },
    },
}
