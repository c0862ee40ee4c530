# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""One HTTP server for everything: the channels' webhooks and /health. To whatever else is asked it says nothing."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from bot.channels.base import Reply
from bot.log import Code, Log, Seldom, silent
from bot.web.door import BACKLOG, Door
from bot.web.handlers import Handler
from bot.web.limits import (
    BODY,
    CONNECTIONS,
    HANDLE_SECONDS,
    HEAD,
    IDLE_SECONDS,
    LARGE_AT_ONCE,
    LARGEST,
    Connection,
)

GRACE_SECONDS = 5
"""How long requests that have begun may take to end, on the way out."""


def build(mounts: Mapping[str, Handler], health: Callable[[], Mapping[str, object]], log: Log = silent) -> ASGIApp:
    """The application: POST to each of `mounts` (its path), GET /health. Everything else is refused without a word.

    `health` is shown as it is; its "mode" decides the status: 503 when "stopping", 200 otherwise.
    """
    refusals = Seldom(log, Code.REQUEST_REFUSED)
    bodies = {path: _Bodies(LARGEST.get(path, BODY)) for path in mounts}
    posts = [
        Route(path, _posted(handler, bodies[path], refusals, log), methods=["POST"]) for path, handler in mounts.items()
    ]

    async def shown(_request: Request) -> Response:
        state = health()
        return JSONResponse(state, 503 if state["mode"] == "stopping" else 200, {"cache-control": "no-store"})

    async def refused(_request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        refusals.note(status=status)
        return _closing(status)

    app = Starlette(
        routes=[*posts, Route("/health", shown, methods=["GET"])],
        exception_handlers={HTTPException: refused, Exception: refused},
    )
    app.router.redirect_slashes = False
    return app


def _posted(handler: Handler, bodies: _Bodies, refusals: Seldom, log: Log) -> Callable[[Request], object]:
    async def posted(request: Request) -> Response:
        try:
            body = await bodies.read(request)
            async with asyncio.timeout(HANDLE_SECONDS):
                return _response(await handler(_headers(request), body))
        except ClientDisconnect:
            return _closing(400)
        except HTTPException as error:
            refusals.note(status=error.status_code)
            return _closing(error.status_code)
        except Exception:  # noqa: BLE001 - nothing of a call may reach a log or an answer
            log(Code.REQUEST_FAILED)
            return _closing(500)

    return posted


class _Bodies:
    """Reads the bodies that come to one address, of `most` bytes."""

    def __init__(self, most: int) -> None:
        self._most, self._large = most, asyncio.Semaphore(LARGE_AT_ONCE)

    async def read(self, request: Request) -> bytes:
        """The whole body. What is declared too large, or has too much before it, is not even read."""
        if sum(len(name) + len(value) for name, value in request.headers.raw) > HEAD:
            raise HTTPException(431)
        declared = int(request.headers.get("content-length", "0"))
        if declared > self._most:
            raise HTTPException(413)
        if declared <= BODY:
            return await _whole(request, BODY)
        if self._large.locked():
            raise HTTPException(503)
        async with self._large:
            return await _whole(request, declared)


async def _whole(request: Request, most: int) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise HTTPException(413)
    return bytes(body)


def _headers(request: Request) -> dict[str, str]:
    return {name: ", ".join(request.headers.getlist(name)) for name in request.headers}


def _response(reply: Reply) -> Response:
    return Response(reply.body, reply.status, {"content-type": reply.content_type})


def _closing(status: int) -> Response:
    """No body and no more requests: what is left of this one need not be read."""
    return Response(status_code=status, headers={"connection": "close"})


FULL_SECONDS = 60.0
"""How long it is told that there was no room."""


class Server(uvicorn.Server):
    """Answers on a socket until `stop`, inside a loop of ours that keeps the signals to itself."""

    def __init__(self, app: ASGIApp, log: Log = silent, most: int = CONNECTIONS) -> None:
        self._most, self._full = most, Seldom(log, Code.SERVER_FULL)
        self._full_at = float("-inf")
        ours = {"refusals": Seldom(log, Code.REQUEST_REFUSED), "made": staticmethod(self._keep_to_limit)}
        connection = type("Connection", (Connection,), ours)
        super().__init__(
            uvicorn.Config(
                app,
                http=connection,
                ws="none",
                lifespan="off",
                interface="asgi3",
                log_config=None,
                access_log=False,
                proxy_headers=False,
                server_header=False,
                date_header=False,
                backlog=BACKLOG,
                h11_max_incomplete_event_size=HEAD,
                timeout_keep_alive=IDLE_SECONDS,
                timeout_graceful_shutdown=GRACE_SECONDS,
            )
        )

    async def run_on(self, bound: Door) -> None:
        """Serve; returns after `stop`, once what had begun has ended or has had its time."""
        bound.make_room = self._make_room
        await self.serve([bound])

    @property
    def full(self) -> bool:
        """Whether lately there were more callers than there is room for."""
        return time.monotonic() - self._full_at < FULL_SECONDS

    def _keep_to_limit(self) -> None:
        if len(self._there()) > self._most:
            self._make_room()

    def _make_room(self) -> bool:
        """Let go of the connection that has kept us waiting longest; False where we keep all of them waiting."""
        self._full_at = time.monotonic()
        self._full.note(connections=len(self._there()))
        waiting = [one for one in self._there() if one.waiting_until() < float("inf")]
        if waiting:
            min(waiting, key=Connection.waiting_until).let_go(503)
        return bool(waiting)

    def _there(self) -> list[Connection]:
        found = self.server_state.connections
        return [one for one in found if isinstance(one, Connection) and not one.leaving]

    def stop(self) -> None:
        """Take no more connections. Idempotent."""
        self.should_exit = True

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """None: who started us decides what a signal means."""
        yield
