# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Reads the page of screens as a browser would: elements, attributes and text, and what is not well formed."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "link", "br"}


@dataclass
class Element:
    """One element of a page. `text` is all the text inside it."""

    tag: str
    attributes: dict[str, str]
    children: list[Element] = field(default_factory=list)
    text: str = ""

    def all(self, tag: str, **wanted: str) -> list[Element]:
        """Every element inside with this tag, and with these attributes (`css` is the class, whole or a word of it)."""
        found = []
        for child in self.children:
            if child.tag == tag and all(child.has(name, value) for name, value in wanted.items()):
                found.append(child)
            found += child.all(tag, **wanted)
        return found

    def has(self, name: str, value: str) -> bool:
        if name == "css":
            return value in self.attributes.get("class", "").split()
        return self.attributes.get(name) == value


class Page(HTMLParser):
    """A page that has been read: `root`, and `wrong`, what a browser would have to guess."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.wrong: list[str] = []
        self._open = [self.root]
        self.feed(html)
        self.close()
        self.wrong += [f"not closed: {element.tag}" for element in self._open[1:]]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        if len(element.attributes) < len(attrs):
            self.wrong.append(f"an attribute twice: {tag}")
        self._open[-1].children.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if self._open[-1].tag != tag:
            self.wrong.append(f"{tag} closes {self._open[-1].tag}")
        else:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def everything(self) -> list[Element]:
        """All elements, in the order of the page."""
        waiting, found = list(self.root.children), []
        while waiting:
            element = waiting.pop(0)
            found.append(element)
            waiting = element.children + waiting
        return found
