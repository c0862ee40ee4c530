# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Settings that others may read, and content that others may change, wherever links lead."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.ops import host
from tests.ops.spoiling import weights


def test_content_that_others_may_change_is_unsafe_wherever_a_link_leads(copy: Path, tmp_path: Path) -> None:
    (copy / "flows").rename(tmp_path / "elsewhere")
    (copy / "flows").symlink_to("../elsewhere")
    link = tmp_path / "link"
    link.symlink_to(copy)
    assert list(host.content_files(link)) == []
    (tmp_path / "elsewhere").chmod(0o777)
    assert weights(list(host.content_files(copy))) == weights(list(host.content_files(link))) == {"unsafe"}
    (tmp_path / "elsewhere").chmod(0o755)
    copy.chmod(0o777)
    assert weights(list(host.content_files(link))) == {"unsafe"}


def test_content_in_a_folder_where_anybody_can_put_another_in_its_place_is_unsafe(copy: Path, tmp_path: Path) -> None:
    tmp_path.chmod(0o777)
    assert weights(list(host.content_files(copy))) == {"unsafe"}
    tmp_path.chmod(0o1777)
    assert list(host.content_files(copy)) == []


def test_links_that_lead_back_have_an_end(copy: Path) -> None:
    (copy / "flows" / "again").symlink_to(copy)
    (copy / "flows" / "self").symlink_to("self")
    assert list(host.content_files(copy)) == []


@pytest.mark.parametrize(("mode", "found"), [(0o600, set()), (0o400, set()), (0o640, {"unsafe"}), (0o666, {"unsafe"})])
@pytest.mark.parametrize("linked", [False, True])
def test_settings_that_others_may_read_are_unsafe_wherever_a_link_leads(
    mode: int, found: set[str], linked: bool, tmp_path: Path
) -> None:
    path = tmp_path / "there" / "any.env" if linked else tmp_path / ".env"
    path.parent.mkdir(exist_ok=True)
    path.write_text("A=1\n")
    path.chmod(mode)
    if linked:
        (tmp_path / ".env").symlink_to(path)
    assert weights(list(host.env_file(tmp_path / ".env"))) == found


def test_settings_in_a_folder_where_anybody_can_put_others_are_unsafe(tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.mkdir()
    (there / "any.env").touch(0o600)
    (tmp_path / ".env").symlink_to(there / "any.env")
    assert list(host.env_file(tmp_path / ".env")) == []
    there.chmod(0o777)
    assert weights(list(host.env_file(tmp_path / ".env"))) == {"unsafe"}
