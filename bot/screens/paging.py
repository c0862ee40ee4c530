# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Long lists, a page at a time. After the last page comes the first: leafing never ends in nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")
MOST_PAGES = 10
"""An address counts pages from 0 to 9."""


def page_of(items: Sequence[Item], page: int, per_page: int) -> tuple[Sequence[Item], int | None]:
    """The items of `page` (counted from 0, any number), and the number of the page after it.

    The second value is None when there is only one page.
    """
    pages = min(max(1, -(-len(items) // per_page)), MOST_PAGES)
    current = page % pages
    following = (current + 1) % pages
    return items[current * per_page : (current + 1) * per_page], following if pages > 1 else None


def pages_that_fit(
    items: Sequence[Item], drawn: Callable[[int, Item], str], per_page: int, room: int
) -> Iterator[list[tuple[Item, str]]]:
    """Pages of at most `per_page` items whose texts take at most `room` characters together; ten pages at most.

    `drawn` gives the text of an item that stands at a number (from 1) on its page. An item that is longer than the
    room has a page of its own. Lazy: only the pages that are asked for are drawn.
    """
    page: list[tuple[Item, str]] = []
    made = 0
    for item in items:
        text = drawn(len(page) + 1, item)
        taken = sum(len(known) for _, known in page)
        if page and (len(page) == per_page or taken + len(text) > room):
            yield page
            made, page, text = made + 1, [], drawn(1, item)
        if made == MOST_PAGES:
            return
        page.append((item, text))
    yield page
