"""Celery: beat, sweeps and slow work. No task is the only record of anything, so a lost broker loses nothing."""

import os
from typing import Any

import django
from celery import Celery
from celery.signals import setup_logging, worker_init, worker_ready, worker_shutting_down

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "saleor_support_plugin.settings")
django.setup()

from django.conf import settings  # noqa: E402  settings stand only after setup

from .api import tasks  # noqa: E402
from .events.dispatcher import Dispatcher  # noqa: E402
from .tracing import trace_celery  # noqa: E402

app = Celery("saleor_support", set_as_current=True)
app.conf.update(
    broker_url=settings.CELERY_BROKER_URL,
    broker_connection_retry_on_startup=True,
    broker_connection_max_retries=None,
    broker_transport_options={"socket_timeout": 10, "socket_connect_timeout": 5},
    task_acks_late=True,
    task_ignore_result=True,
    task_publish_retry=False,
    task_default_queue="support",
    task_cls="celery.contrib.django.task:DjangoTask",
    worker_prefetch_multiplier=1,
    worker_hijack_root_logger=False,
    worker_send_task_events=False,
    beat_schedule=tasks.SCHEDULE,
    # In memory: what is due is known by the chores' rows, so there is nothing to keep in a file.
    beat_scheduler="celery.beat:Scheduler",
    beat_max_loop_interval=5,
    timezone="UTC",
)
app.set_default()

_dispatcher: Dispatcher | None = None


@setup_logging.connect
def keep_our_logging(**_: Any) -> None:
    """Connected, so that Celery leaves the logging alone that Django set up."""


@worker_init.connect
def start_tracing(**_: Any) -> None:
    trace_celery()


@worker_ready.connect
def start_dispatcher(**_: Any) -> None:
    global _dispatcher
    _dispatcher = Dispatcher(tasks.drain)
    _dispatcher.start()
    tasks.after_start.delay()


@worker_shutting_down.connect
def stop_dispatcher(**_: Any) -> None:
    if _dispatcher is not None:
        _dispatcher.stop()
