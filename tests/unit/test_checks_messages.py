# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The list of what screens say is what they say; and the documents tell the truth about flows."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.channels.whatsapp.render import WHATSAPP
from bot.checks.texts import samples, spoken
from bot.checks.walk import screens
from bot.checks.words import instead
from bot.content.bundle import Bundle
from bot.content.catalogues import Catalogue, Variables
from bot.content.flow_file import FlowFile
from bot.content.strict_yaml import load, shaped
from bot.screens import messages
from bot.screens.messages import NODE_TEXT, SAID
from bot.screens.voice import LINE

ROOT = Path(__file__).parents[2]
NIGHT = datetime(2026, 11, 22, 3, 0, tzinfo=ZoneInfo("Europe/Rome"))


def nodes() -> Iterator[ast.AST]:
    """The source of bot/screens, but for the list itself."""
    for path in (ROOT / "bot" / "screens").glob("*.py"):
        if path.stem != "messages":
            yield from ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def calls() -> Iterator[ast.Call]:
    """Every `say` of bot/screens whose message stands in the source."""
    for node in nodes():
        named = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "say"
        if isinstance(node, ast.Call) and named and isinstance(node.args[0], ast.Constant):
            yield node


def test_every_message_that_screens_name_is_in_the_list_with_its_variables() -> None:
    said = list(calls())
    assert said
    for call in said:
        message = ast.literal_eval(call.args[0])
        named = {keyword.arg for keyword in call.keywords if keyword.arg}
        spread = set(LINE) if any(keyword.arg is None for keyword in call.keywords) else set()
        assert SAID[message] == named | spread, message


def test_every_message_in_the_list_is_named_by_screens() -> None:
    named = {node.value for node in nodes() if isinstance(node, ast.Constant)}
    built = {message for message in SAID if message.startswith("contact-")}
    assert SAID.keys() - built <= named


def test_what_is_said_on_a_walk_is_in_the_list(bundle: Bundle, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: dict[str, set[str]] = {}
    values: dict[str, set[str | int]] = {}
    original = Catalogue.format

    def listening(self: Catalogue, message: str, attribute: str | None = None, given: Variables | None = None) -> str:
        if attribute is None:
            heard.setdefault(message, set()).update(given or {})
        for name, value in (given or {}).items():
            values.setdefault(name, set()).add(value)
        return original(self, message, attribute, given)

    monkeypatch.setattr(Catalogue, "format", listening)
    assert len(list(screens(bundle, WHATSAPP, NIGHT))) > len(bundle.flow.nodes)
    others = {name: SAID[other] for name, other in instead(bundle).items()}
    listed = {**SAID, **others}
    assert heard.keys() <= listed.keys() | bundle.flow.nodes.keys()
    assert {key: given for key, given in heard.items() if key in listed and given != listed[key]} == {}
    assert set[str]().union(*(heard[node] for node in heard.keys() & bundle.flow.nodes.keys())) <= NODE_TEXT
    for name in ("channel", "line_state", "month", "weekday"):
        assert values[name] <= {sample[name] for sample in samples(frozenset({name}))}


def test_every_variable_that_screens_give_has_values_to_try() -> None:
    every = NODE_TEXT.union(*SAID.values())
    assert {name for sample in samples(every) for name in sample} >= every


def test_a_text_is_tried_with_every_value_that_changes_it(bundle: Bundle) -> None:
    catalogue = bundle.locales["it"].catalogue
    assert len(spoken(catalogue, "weekday")) == 8
    assert len(spoken(catalogue, "home")) == 3
    assert len(spoken(catalogue, "line")) >= 3
    assert spoken(catalogue, "nowhere") == []


def test_the_list_says_what_a_language_may_leave_out() -> None:
    assert set(messages.INSTEAD.values()) <= SAID.keys()
    assert not messages.INSTEAD.keys() & SAID.keys()


def test_the_example_of_the_document_on_flows_can_be_read() -> None:
    text = (ROOT / "docs" / "flows.md").read_text(encoding="utf-8")
    example = next(re.finditer(r"```yaml\n(.*?)```", text, re.DOTALL))[1]
    file = shaped(FlowFile, load(Path("esempio.yaml"), example))
    assert file.start == "home"
    assert set(re.findall(r"^\| `(\w+)` \| ", text, re.MULTILINE)) >= FlowFile.model_fields.keys() - {"format"}
