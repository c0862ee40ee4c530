# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Twilio's API for messages, on this machine: pages, deletions and errors in the shapes that Twilio documents.

Stricter than Twilio where it says nothing: the way to a next page dies with the record that it names.
"""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from bot.channels.whatsapp.records import TwilioRecords, Wire
from tests.whatsapp.world import ACCOUNT, SENDER, TOKEN

MESSAGES = f"/2010-04-01/Accounts/{ACCOUNT}/Messages"
AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PERSON = "whatsapp:+390000077777"
TEXT = "parola-mai-vista-qui"
NOT_YET = {"queued", "sending", "sent", "accepted", "scheduled", "receiving"}


@dataclass
class Account:
    """The messages of one account, newest first, and the troubles that the next requests meet.

    A trouble is a status with its headers; status 0 closes the connection without a word. `asked` is every request.
    """

    held: dict[str, dict[str, Any]] = field(default_factory=dict)
    troubles: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def add(self, minutes: int, status: str, *, ours: bool) -> str:
        """A message that was made `minutes` ago; its id."""
        sid = f"SM{len(self.asked):08x}{len(self.held):024x}"
        made = format_datetime(AT - timedelta(minutes=minutes))
        ends = (SENDER, PERSON) if ours else (PERSON, SENDER)
        empty = dict.fromkeys(("price", "error_message", "error_code", "messaging_service_sid"))
        self.held[sid] = {
            **empty,
            "sid": sid,
            "status": status,
            "body": TEXT,
            "from": ends[0],
            "to": ends[1],
            "date_created": made,
            "date_sent": made,
            "date_updated": made,
            "account_sid": ACCOUNT,
            "num_media": "0",
            "num_segments": "1",
            "direction": "outbound-reply" if ours else "inbound",
            "price_unit": "USD",
            "api_version": "2010-04-01",
            "uri": f"{MESSAGES}/{sid}.json",
            "subresource_uris": {"media": f"{MESSAGES}/{sid}/Media.json"},
        }
        return sid

    def page(self, query: dict[str, str]) -> tuple[int, dict[str, Any]]:
        """One page of those that the query asks for."""
        end = "from" if "From" in query else "to"
        found = [one for one in self.held.values() if one[end] == query.get("From", query.get("To"))]
        found.sort(key=lambda one: (parsedate_to_datetime(one["date_created"]), one["sid"]), reverse=True)
        size, token = int(query["PageSize"]), query.get("PageToken", "")
        sids = [one["sid"] for one in found]
        if token and token not in sids:
            return 400, {"code": 20001, "message": f"Invalid PageToken {token}", "status": 400}
        begin = sids.index(token) + 1 if token else 0
        shown = found[begin : begin + size]
        following = {**query, "Page": "1", "PageToken": shown[-1]["sid"]} if sids[begin + size :] else None
        where = f"{MESSAGES}.json?"
        links = {"first_page_uri": where + urlencode(query), "uri": where, "previous_page_uri": None}
        counts = {"page": 0, "page_size": size, "start": begin, "end": begin + len(shown)}
        return 200, {"messages": shown, "next_page_uri": following and where + urlencode(following), **links, **counts}

    def delete(self, sid: str) -> int:
        """The status of deleting one."""
        if sid not in self.held:
            return 404
        if self.held[sid]["status"] in NOT_YET:
            return 409 if self.held[sid]["status"] == "sent" else 404
        del self.held[sid]
        return 204


class Handler(BaseHTTPRequestHandler):
    """One request."""

    account: Account

    def do_GET(self) -> None:
        """A page."""
        if self._ready():
            query = {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
            self._say(*self.account.page(query))

    def do_DELETE(self) -> None:
        """A deletion."""
        if self._ready():
            status = self.account.delete(self.path.rpartition("/")[2].removesuffix(".json"))
            refusal = {"code": 20404, "message": f"The requested resource {self.path} was not found", "status": status}
            self._say(status, {} if status == 204 else refusal)

    def _ready(self) -> bool:
        self.account.asked.append(f"{self.command} {self.path}")
        expected = "Basic " + base64.b64encode(f"{ACCOUNT}:{TOKEN}".encode()).decode()
        if self.headers["Authorization"] != expected:
            self._say(401, {"code": 20003, "message": "Authenticate", "status": 401})
            return False
        if not self.account.troubles:
            return True
        status, headers = self.account.troubles.pop(0)
        if status:
            self._say(status, {"code": 20000 + status, "message": f"about {PERSON}: {TEXT}", "status": status}, headers)
        self.close_connection = True
        return False

    def _say(self, status: int, payload: object, headers: dict[str, str] | None = None) -> None:
        body = b"" if status == 204 else json.dumps(payload).encode()
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), "Connection": "close", **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


class Here(Wire):
    """Twilio's client, led to this machine."""

    def __init__(self, port: int) -> None:
        super().__init__()
        self._port = port

    def request(self, method: str, url: str, *given: Any, **more: Any) -> Any:  # noqa: ANN401 - as in the library
        """One request to the same path, here."""
        return super().request(
            method, url.replace("https://api.twilio.com", f"http://127.0.0.1:{self._port}"), *given, **more
        )


@contextmanager
def twilio_api(account: Account, token: str = TOKEN) -> Iterator[TwilioRecords]:
    """A server of `account` while it lasts, and our client for it."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Handler,), {"account": account}))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    here = Here(server.server_address[1])
    try:
        yield TwilioRecords(ACCOUNT, token, SENDER, here)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
