# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""One HTTP server for everything: the channels' webhooks and /health. To whatever else is asked it says nothing."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType

import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.channels.base import Reply
from bot.log import Code, Log, Seldom, silent
from bot.web.door import BACKLOG, Door
from bot.web.handlers import Handler, Known
from bot.web.limits import (
    BODY,
    CONNECTIONS,
    HANDLE_SECONDS,
    HEAD,
    IDLE_SECONDS,
    LARGEST,
    LONG_AT_ONCE,
    WRITTEN,
    Connection,
)

GRACE_SECONDS = 5
"""How long requests that have begun may take to end, on the way out."""


def build(
    mounts: Mapping[str, Handler],
    health: Callable[[], Mapping[str, object]],
    log: Log = silent,
    known: Mapping[str, Known] = MappingProxyType({}),
) -> ASGIApp:
    """The application: POST to each of `mounts` (its path), GET /health. Everything else is refused without a word.

    Where `known` has a path, whoever its headers do not make known is refused before the body is read. `health` is
    shown as it is; its "mode" decides the status: 503 when "stopping", 200 otherwise.
    """
    refusals = Seldom(log, Code.REQUEST_REFUSED)
    posts = [
        Route(path, _posted(handler, _read_by(known.get(path)), refusals, log), methods=["POST"])
        for path, handler in mounts.items()
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
        middleware=[Middleware(_Heads, refusals)],
    )
    app.router.redirect_slashes = False
    return app


class _Heads:
    """Lets nothing through, whatever it asks for, that has too much before its body."""

    def __init__(self, app: ASGIApp, refusals: Seldom) -> None:
        self._app, self._refusals = app, refusals

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if sum(len(name) + len(value) for name, value in scope.get("headers", ())) > HEAD:
            self._refusals.note(status=431)
            await _closing(431)(scope, receive, send)
        else:
            await self._app(scope, receive, send)


Reading = Callable[[Request], Awaitable[bytes]]


def _posted(handler: Handler, read: Reading, refusals: Seldom, log: Log) -> Callable[[Request], object]:
    async def posted(request: Request) -> Response:
        try:
            body = await read(request)
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


def _read_by(known: Known | None) -> Reading:
    """Reads the whole body. What is declared too large is not even read; but whoever is known is not refused for it,
    because it would only send it again: the handler gets no body then.
    """
    long: set[int] = set()

    async def of_anybody(request: Request) -> bytes:
        if int(request.headers.get("content-length", "0")) > WRITTEN:
            raise HTTPException(413)
        return await _text(request, long)

    async def of_the_known(request: Request) -> bytes:
        if known is None or not known(_headers(request)):
            raise HTTPException(403)
        return await _whole(request)

    return of_the_known if known else of_anybody


async def _text(request: Request, long: set[int]) -> bytes:
    """The body, left at once where there is too much of it. The text in it is counted as if every percent sign began a
    code, so never too high: whoever reads the form counts again. `long`: the bodies of more than `BODY` bytes that
    come in.
    """
    body, least = bytearray(), 0
    try:
        async for chunk in request.stream():
            body += chunk
            least += len(chunk) - 2 * chunk.count(b"%")
            if len(body) > BODY:
                long.add(id(body))
            if least > BODY or len(body) > WRITTEN or (len(body) > BODY and len(long) > LONG_AT_ONCE):
                raise HTTPException(413)
    finally:
        long.discard(id(body))
    return bytes(body)


async def _whole(request: Request) -> bytes:
    """The body, read to its end; nothing of it where it has more than `LARGEST` bytes."""
    body, size = bytearray(), 0
    async for chunk in request.stream():
        size += len(chunk)
        if size <= LARGEST:
            body += chunk
    return bytes(body) if size <= LARGEST else b""


def _headers(request: Request) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in request.headers.items():
        found[name] = f"{found[name]}, {value}" if name in found else value
    return found


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
