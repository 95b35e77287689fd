"""uvicorn as this service needs it."""

import uvicorn


def serve(*, host: str, port: int, fd: int | None, workers: int) -> None:
    """Serve until SIGTERM or SIGINT; requests at hand are finished first."""
    uvicorn.run(
        "saleor_support_plugin.asgi:application",
        host=host,
        port=port,
        fd=fd,
        workers=workers,
        loop="uvloop",
        http="httptools",
        ws="none",
        lifespan="on",
        access_log=False,  # the hot doors write their own lines, Django its own
        log_config=None,
        server_header=False,
        date_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=20,
        timeout_keep_alive=75,
        backlog=2048,
    )
