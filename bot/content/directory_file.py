# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Reads services_directory.yaml: its shape, its checks, and the domain that comes out of it.

All problems of the file come at once, except that nothing is checked of a file whose shape is wrong.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path

from bot.content import directory_checks, directory_contacts, directory_facts, directory_links
from bot.content.directory_convert import convert
from bot.content.directory_reading import Reading, comuni_by_name, home_province, listed_numbers
from bot.content.directory_schema import DirectoryFile
from bot.content.document import Document
from bot.content.prefixes import read_prefixes
from bot.content.strict_yaml import shaped
from bot.directory.gazetteer import Gazetteer
from bot.directory.model import Directory
from bot.errors import ContentError

BLOCKED, UNVERIFIED = "blocked_phones.csv", "unverified_phones.csv"
"""Numbers that may never be used, and those that may be only after a call, in the folder of data."""
PREFIXES, HOME = "prefixes.csv", "home.csv"
"""Where landlines ring, and the province whose places come first, in the same folder."""
CHECKS = (*directory_links.CHECKS, *directory_checks.CHECKS, *directory_facts.CHECKS, *directory_contacts.CHECKS)
"""Every check of one file; each yields problems."""


def read_directory(
    document: Document, gazetteer: Gazetteer, today: date, topics: Collection[str], data: Path
) -> Directory:
    """The directory of `document`, as of `today`.

    `topics` are the ids of the flow's; `data` is the folder that holds the tables. Raises ContentError
    with every problem of the file (of the prefixes alone, where those are wrong), and OSError where one of the tables
    cannot be read.
    """
    file = shaped(DirectoryFile, document, "D01")
    blocked, unverified = listed_numbers(data / BLOCKED), listed_numbers(data / UNVERIFIED)
    prefixes, home = read_prefixes(data / PREFIXES, gazetteer), home_province(data / HOME)
    read = Reading(file, document, comuni_by_name(gazetteer), topics, blocked, unverified, prefixes, home, today)
    problems = [problem for check in CHECKS for problem in check(read)]
    if problems:
        raise ContentError(problems)
    return convert(read)
