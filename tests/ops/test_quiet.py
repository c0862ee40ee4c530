# SPDX-FileCopyrightText: 2026 The Bussola authors
# SPDX-License-Identifier: EUPL-1.2
"""Nobody but us writes anything, and we write only codes."""

from __future__ import annotations

import asyncio
import gc
import importlib
import logging
import os
import subprocess
import sys
import threading
import warnings

import pytest

from bot.log import Code, silent
from bot.ops.quiet import quiet_loop
from tests.ops.leaks import ROOT, Noted, found, is_log, loud

LIBRARIES = ("telegram.ext", "httpx", "httpcore", "twilio.rest", "uvicorn", "aiosqlite", "redis")
PLANTED = "zqplanted"


def shout(logger: logging.Logger) -> None:
    """Everything that a library may do with a logger."""
    for level in (logging.DEBUG, logging.INFO, logging.CRITICAL):
        logger.log(level, "%s", PLANTED)
        logger.log(level, PLANTED, extra={"text": PLANTED})
    try:
        _fail()
    except ValueError:
        logger.exception(PLANTED, stack_info=True)
        logger.warning("failed", exc_info=True)


def test_no_logger_writes_a_word_however_loud_it_is_made(capfd: pytest.CaptureFixture[str]) -> None:
    for library in LIBRARIES:
        importlib.import_module(library)
    with loud(silent):
        loggers = [one for one in logging.root.manager.loggerDict.values() if isinstance(one, logging.Logger)]
        for logger in [logging.root, *loggers, logging.getLogger("made.later")]:
            logger.setLevel(logging.DEBUG)
            shout(logger)
    said = "".join(capfd.readouterr())
    assert len(loggers) > len(LIBRARIES)
    assert found(said.encode(), [PLANTED]) == []


def test_a_handler_that_a_library_brought_along_is_taken_away_from_it(capfd: pytest.CaptureFixture[str]) -> None:
    logger = logging.getLogger("brings.its.own")
    logger.addHandler(logging.StreamHandler(sys.stderr))
    with loud(silent):
        shout(logger)
    assert found("".join(capfd.readouterr()).encode(), [PLANTED]) == []


def test_without_quiet_the_same_shouting_is_found(capfd: pytest.CaptureFixture[str]) -> None:
    handler = logging.StreamHandler(sys.stderr)
    logging.root.addHandler(handler)
    shout(logging.getLogger("shouts"))
    logging.root.removeHandler(handler)
    assert found("".join(capfd.readouterr()).encode(), [PLANTED]) == [PLANTED]


def test_a_warning_becomes_a_code_and_is_kept_nowhere() -> None:
    noted = Noted()
    with loud(noted):
        warnings.warn(PLANTED, stacklevel=1)
        warnings.warn(PLANTED, DeprecationWarning, stacklevel=1)
    assert noted.codes == [Code.LIBRARY_WARNED]
    assert PLANTED not in str(globals().get("__warningregistry__", ""))


def test_what_a_thread_or_a_destructor_raises_becomes_a_code() -> None:
    noted = Noted()
    gc.collect()
    with loud(noted):
        thread = threading.Thread(target=_fail)
        thread.start()
        thread.join()
        _FailsAtTheEnd()
        gc.collect()
    assert noted.codes == [Code.THREAD_FAILED, Code.CLEANUP_FAILED]


class _FailsAtTheEnd:
    def __del__(self) -> None:
        _fail()


def _fail() -> None:
    raise ValueError(PLANTED)


@pytest.mark.anyio
async def test_what_a_forgotten_task_raises_becomes_a_code() -> None:
    noted = Noted()
    loop = asyncio.get_running_loop()
    handler, debug = loop.get_exception_handler(), loop.get_debug()
    quiet_loop(noted)
    task = asyncio.create_task(_fail_later())
    await asyncio.sleep(0.01)
    del task
    gc.collect()
    loop.set_exception_handler(handler)
    loop.set_debug(debug)
    assert noted.codes == [Code.TASK_FAILED]


async def _fail_later() -> None:
    _fail()


DIES = """
import faulthandler, os, sys
from bot.ops.logs import to_stderr
from bot.ops.quiet import quiet_others
faulthandler.enable()
quiet_others(to_stderr())
assert not faulthandler.is_enabled()
raise ValueError(os.environ["PLANTED"])
"""


def test_a_program_that_dies_says_a_code_and_no_traceback() -> None:
    environment = {**os.environ, "PLANTED": PLANTED, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", DIES], env=environment, capture_output=True, check=False)
    assert done.returncode == 1
    assert done.stdout == b""
    assert b'"code": "R01"' in done.stderr
    assert is_log(done.stderr)
