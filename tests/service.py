"""The web process as production runs it, in this process: its own loop and thread, uvicorn, real commits."""

import asyncio
import socket
import threading
from typing import Any

import uvicorn

from saleor_support_plugin.chat import hot as chat
from saleor_support_plugin.serving import PROTOCOLS


class Service:
    """Answers on a free port of this machine between `start` and `stop`."""

    def __init__(self) -> None:
        from saleor_support_plugin.asgi import Application

        self.application = Application()
        self._socket = socket.socket()
        # Little is under way to a reader that does not read, so that it is noticed soon.
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 65_536)
        self._socket.bind(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        config = uvicorn.Config(
            self.application,
            loop="uvloop",
            **PROTOCOLS,
            log_config=None,
            access_log=False,
            proxy_headers=False,
        )
        self._server = uvicorn.Server(config)
        self._started = threading.Event()
        self._thread = threading.Thread(target=self._run, name="service", daemon=True)
        self.loop: asyncio.AbstractEventLoop

    def start(self) -> "Service":
        self._thread.start()
        if not self._started.wait(20):
            raise RuntimeError("the service did not start")
        return self

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join(30)
        self._socket.close()

    def forget(self) -> None:
        """Forget what the process keeps: stores, as it would after half a minute, and delivery facts."""
        self.application.doors.stores.forget()
        chat.forget()
        self.loop.call_soon_threadsafe(self.application.doors.memory.forget_all)

    def _run(self) -> None:
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        self.loop = asyncio.get_running_loop()
        serving = asyncio.create_task(self._server.serve(sockets=[self._socket]))
        while not self._server.started and not serving.done():  # noqa: ASYNC110  uvicorn has a flag, no event
            await asyncio.sleep(0.01)
        self._started.set()
        await serving

    def call(self, coroutine: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(coroutine, self.loop).result(20)
