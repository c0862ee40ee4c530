# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The tables of places: those that the page on them names are there, those written by hand too, and no other is.

The program does not read what is written by hand, the script that builds the others does: nobody else would miss it.
"""

from __future__ import annotations

import re

from tests.architecture.sources import ROOT


def test_the_page_on_data_names_every_table_that_is_there() -> None:
    page = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    elsewhere = {"blocked_phones.csv", "unverified_phones.csv"}
    named = set(re.findall(r"`([a-z_]+\.csv)`", page))
    assert {path.name for path in (ROOT / "data").glob("*.csv")} - elsewhere == named - elsewhere


def test_every_table_that_the_script_reads_by_hand_is_there() -> None:
    script = (ROOT / "scripts" / "build_gazetteer.py").read_text(encoding="utf-8")
    read = set(re.findall(r"\b[a-z_]+_hand\.csv", script))
    assert read == {path.name for path in (ROOT / "data").glob("*_hand.csv")}
