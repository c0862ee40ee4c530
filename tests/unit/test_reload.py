# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""The bundle in service, and how a newer one takes its place."""

from __future__ import annotations

import asyncio
import gc
import os
import shutil
import sys
import weakref
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.app import Visit, drawn
from bot.checks.run import load_checked, run_checks
from bot.content import loading
from bot.content.bundle import Bundle
from bot.content.loading import load_bundle
from bot.content.reload import Shelf, Verdict, for_good, gently
from bot.directory.freshness import is_emergency, shown
from bot.directory.phones import display
from bot.errors import CheckUnfinished, ContentError
from bot.log import Code
from bot.ops.checked import check_apart
from bot.testing import CHANNELS
from tests.conftest import TODAY
from tests.unit.breaking import files_of

BASE = Path(__file__).parents[1] / "checks" / "base"
NOON = datetime.combine(TODAY, time(12), ZoneInfo("Europe/Rome"))

pytestmark = pytest.mark.anyio


def nothing(_content: Path) -> None:
    """Leave everything as it is."""


@dataclass
class Stage:
    """A shelf whose check counts, and can be made to fail; `meanwhile` happens while a check or a loading goes on."""

    content: Path
    now: datetime = NOON
    checks: int = 0
    trouble: Exception | None = None
    while_checking: Callable[[Path], None] = nothing
    while_loading: Callable[[Path], None] = nothing
    logged: list[Code] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.shelf = Shelf(
            self.content, first=load_checked, load=self.load, check=self.check, now=lambda: self.now, log=self.log
        )

    def log(self, code: Code, /, **_numbers: int) -> None:
        self.logged.append(code)

    async def check(self, folder: Path, today: date) -> Verdict:
        self.checks += 1
        if self.trouble:
            raise self.trouble
        try:
            found = Verdict(load_checked(folder, today).fingerprint)
        except ContentError as error:
            found = Verdict("", len(error.problems))
        self.while_checking(folder)
        return found

    def load(self, folder: Path, today: date) -> Bundle:
        loaded = load_bundle(folder, today)
        self.while_loading(folder)
        return loaded

    async def settle(self) -> None:
        """Look twice: the second time nothing has changed since."""
        await self.shelf.glance()
        await self.shelf.glance()

    @property
    def result(self) -> str:
        assert self.shelf.report
        return self.shelf.report.result


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "network"))


@pytest.fixture
async def stage(content: Path) -> Stage:
    found = Stage(content)
    await found.shelf.open()
    return found


def spoil(content: Path) -> None:
    path = content / "services_directory.yaml"
    path.write_bytes(path.read_bytes()[:-100])


def edit(content: Path) -> None:
    path = content / "locales" / "it" / "messages.ftl"
    path.write_text(path.read_text(encoding="utf-8") + "\n# Una riga in più.\n", encoding="utf-8")


async def test_the_first_bundle_is_there_after_opening(stage: Stage) -> None:
    assert stage.shelf.bundle() is not None
    assert (stage.result, stage.logged, stage.checks) == ("loaded", [Code.BUNDLE_LOADED], 0)


async def test_without_a_first_bundle_there_is_none_until_the_files_are_mended(content: Path) -> None:
    good = (content / "services_directory.yaml").read_bytes()
    spoil(content)
    stage = Stage(content)
    await stage.shelf.open()
    assert (stage.shelf.bundle(), stage.result) == (None, "refused")
    (content / "services_directory.yaml").write_bytes(good)
    await stage.settle()
    assert stage.shelf.bundle() is not None
    assert stage.result == "loaded"


async def test_a_folder_that_is_not_there_is_no_bundle_and_no_error(tmp_path: Path) -> None:
    stage = Stage(tmp_path / "nowhere")
    await stage.shelf.open()
    await stage.settle()
    assert (stage.shelf.bundle(), stage.result) == (None, "refused")


async def test_every_file_of_a_bundle_counts_in_its_fingerprint(content: Path) -> None:
    seen = {loading._fingerprint(content)}
    for path in files_of(content):
        path.write_bytes(path.read_bytes() + b"\n")
        seen.add(loading._fingerprint(content))
    assert len(seen) == len(files_of(content)) + 1


async def test_an_edit_brings_a_new_bundle_and_the_old_one_stays_whole(stage: Stage) -> None:
    before = stage.shelf.bundle()
    edit(stage.content)
    await stage.settle()
    after = stage.shelf.bundle()
    assert before is not None
    assert after is not None
    assert before.fingerprint != after.fingerprint


async def test_a_bad_edit_changes_the_report_and_a_code_and_is_judged_once(stage: Stage) -> None:
    before = stage.shelf.bundle()
    spoil(stage.content)
    for _ in range(5):
        await stage.shelf.glance()
    assert stage.shelf.bundle() is before
    assert stage.shelf.report
    assert stage.shelf.report.problems == len(run_checks(stage.content, TODAY))
    assert (stage.checks, stage.logged[1:]) == (1, [Code.BUNDLE_REFUSED])


async def test_nothing_is_read_while_somebody_is_still_writing(stage: Stage) -> None:
    for _ in range(5):
        edit(stage.content)
        await stage.shelf.glance()
    assert stage.checks == 0
    await stage.shelf.glance()
    assert (stage.checks, stage.result) == (1, "loaded")


async def test_what_editors_leave_beside_a_file_is_no_change(stage: Stage) -> None:
    (stage.content / "flows" / ".flow.yaml.swp").write_bytes(b"x")
    (stage.content / "services_directory.yaml~").write_bytes(b"x")
    await stage.settle()
    assert stage.checks == 0


async def test_asked_for_it_is_done_at_once_and_once(stage: Stage) -> None:
    for _ in range(100):
        stage.shelf.ask()
    await stage.settle()
    assert stage.checks == 1


@pytest.mark.parametrize("when", ["while_checking", "while_loading"])
async def test_what_changes_meanwhile_is_not_served_unchecked(stage: Stage, when: str) -> None:
    before = stage.shelf.bundle()
    setattr(stage, when, spoil)
    stage.shelf.ask()
    await stage.shelf.glance()
    assert stage.shelf.bundle() is before
    setattr(stage, when, nothing)
    await stage.settle()
    assert stage.shelf.bundle() is before
    assert stage.result == "refused"


async def test_a_check_that_cannot_be_made_is_tried_again_and_told_once(stage: Stage) -> None:
    before = stage.shelf.bundle()
    stage.trouble = OSError()
    edit(stage.content)
    for _ in range(4):
        await stage.shelf.glance()
    assert stage.shelf.bundle() is before
    assert (stage.checks, stage.result) == (3, "unreadable")
    assert stage.logged.count(Code.BUNDLE_WATCH_FAILED) == 1
    stage.trouble = None
    await stage.settle()
    assert stage.result == "loaded"


async def test_files_that_break_our_own_code_are_refused(stage: Stage) -> None:
    before = stage.shelf.bundle()
    stage.trouble = RecursionError()
    stage.shelf.ask()
    await stage.shelf.glance()
    assert stage.shelf.bundle() is before
    assert stage.result == "refused"


async def test_on_a_new_day_the_files_are_judged_anew(stage: Stage) -> None:
    stage.now += timedelta(days=1)
    await stage.settle()
    assert (stage.checks, stage.result) == (1, "loaded")
    before = stage.shelf.bundle()
    stage.now += timedelta(days=1)
    stage.trouble = ContentError(run_checks(Path("/nowhere"), TODAY))
    await stage.settle()
    assert stage.shelf.bundle() is before
    assert stage.result == "refused"


def pipe(path: Path) -> None:
    os.mkfifo(path)


def large(path: Path) -> None:
    path.touch()
    os.truncate(path, 17 * 1024 * 1024)


def link(path: Path) -> None:
    path.symlink_to("not-there")


@pytest.mark.parametrize("make", [pipe, large, link])
async def test_what_must_not_be_opened_is_refused_unopened(stage: Stage, make: Callable[[Path], None]) -> None:
    make(stage.content / "flows" / "more.yaml")
    await stage.settle()
    assert (stage.checks, stage.result) == (0, "refused")


async def test_a_folder_swapped_by_a_link_is_a_change(tmp_path: Path, content: Path) -> None:
    inside = tmp_path / "mounted"
    inside.symlink_to(content)
    stage = Stage(inside)
    await stage.shelf.open()
    other = Path(shutil.copytree(content, tmp_path / "other"))
    edit(other)
    (tmp_path / "next").symlink_to(other)
    (tmp_path / "next").rename(inside)
    await stage.settle()
    assert (stage.checks, stage.result) == (1, "loaded")


async def test_the_check_apart_says_what_a_check_here_says(content: Path) -> None:
    assert await check_apart(content, TODAY) == Verdict(load_checked(content, TODAY).fingerprint)
    spoil(content)
    assert await check_apart(content, TODAY) == Verdict("", len(run_checks(content, TODAY)))


async def test_a_check_apart_that_takes_too_long_is_ended(content: Path) -> None:
    path = content / "flows" / "more.yaml"
    os.mkfifo(path)
    with pytest.raises(CheckUnfinished):
        await check_apart(content, TODAY, seconds=2.0)
    assert await asyncio.to_thread(environments_of_checks) == []


async def test_the_check_apart_knows_none_of_our_settings(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET", "abcdefgh" * 4)
    path = content / "flows" / "more.yaml"
    os.mkfifo(path)
    checking = asyncio.create_task(check_apart(content, TODAY, seconds=30.0))
    environments = [""]
    while not any("PYTHONPATH" in found for found in environments):
        await asyncio.sleep(0.05)
        environments = await asyncio.to_thread(environments_of_checks)
    checking.cancel()
    await asyncio.wait([checking])
    assert not any("SECRET" in found for found in environments)
    assert await asyncio.to_thread(environments_of_checks) == []


def environments_of_checks() -> list[str]:
    """The environment of each child of ours that checks."""
    children = Path(f"/proc/{os.getpid()}/task").glob("*/children")
    processes = [Path("/proc", number) for found in children for number in found.read_text().split()]
    checks = [one for one in processes if b"bot.ops.checked" in one.joinpath("cmdline").read_bytes()]
    return [one.joinpath("environ").read_text() for one in checks]


async def test_loading_leaves_everything_as_it_was(content: Path) -> None:
    before = sys.getswitchinterval(), gc.get_threshold()
    try:
        for way in (for_good, gently):
            assert way(load_bundle)(content, TODAY).fingerprint
        spoil(content)
        for way in (for_good, gently):
            with pytest.raises(ContentError):
                way(load_bundle)(content, TODAY)
        assert (sys.getswitchinterval(), gc.get_threshold()) == before
        assert gc.isenabled()
    finally:
        gc.unfreeze()


class Held:
    """Something of a turn that holds itself: only a search for lost objects finds it."""

    def __init__(self) -> None:
        self.itself = self


async def test_what_turns_hold_while_files_are_loaded_is_found_when_it_is_lost(content: Path) -> None:
    held = [Held()]
    seen = [weakref.ref(held[0])]

    def loaded_beside_turns(folder: Path, today: date) -> Bundle:
        seen.append(weakref.ref(Held()))
        return load_bundle(folder, today)

    gently(loaded_beside_turns)(content, TODAY)
    held.clear()
    gc.collect()
    assert [one() for one in seen] == [None, None]


async def test_a_bundle_that_nobody_holds_is_gone_without_a_search(content: Path) -> None:
    load_checked(content, TODAY)
    gc.collect()
    gc.disable()
    try:
        load_bundle(content, TODAY)
        assert gc.collect() < 100
    finally:
        gc.enable()


async def test_a_number_that_expires_at_midnight_is_gone_after_it_without_a_reload(bundle: Bundle) -> None:
    service, number, last_day = next(expiring(bundle))
    assert display(number) in card(bundle, service, last_day)
    assert display(number) not in card(bundle, service, last_day + timedelta(days=1))


def expiring(bundle: Bundle) -> Iterator[tuple[str, str, date]]:
    """Services with a phone that is shown today and not for ever: the service, the number, its last day."""
    network = bundle.directory.network
    for service in bundle.directory.services.values():
        for contact in service.contacts if service.status == "active" else ():
            found = shown(contact, network, TODAY, emergency=is_emergency(service, network))
            if contact.kind == "phone" and found.shown and found.last_day:
                yield service.id, contact.value, found.last_day


def card(bundle: Bundle, service: str, day: date) -> str:
    """What is said of a service at noon of a day."""
    address = bundle.codec.from_readable(f"it:service service={service}")
    assert address
    state = bundle.codec.encode(address)
    return drawn(bundle, Visit(CHANNELS["telegram"], datetime.combine(day, time(12), NOON.tzinfo)), state).text
