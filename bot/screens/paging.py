# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Long lists, a page at a time. After the last page comes the first: leafing never ends in nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

Item = TypeVar("Item")


def page_of(items: Sequence[Item], page: int, per_page: int) -> tuple[Sequence[Item], int | None]:
    """The items of `page` (counted from 0, any number), and the number of the page after it.

    The second value is None when there is only one page. At most ten pages exist, because an address counts to nine.
    """
    pages = min(max(1, -(-len(items) // per_page)), 10)
    current = page % pages
    following = (current + 1) % pages
    return items[current * per_page : (current + 1) * per_page], following if pages > 1 else None
